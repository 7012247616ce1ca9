//! Exceptions: findings that are accepted for a reason and a time, by an entry of the plan or a comment on its line.
//!
//! Both are read into one list. What an exception accepts stays in the report and says by what it is accepted; no outcome
//! changes. What is wrong with an exception is a finding of its own, which no exception accepts.

mod comment;
mod sentences;

use std::collections::HashMap;

use jiff::civil::Date;
use serde::Serialize;

use self::sentences as say;
use super::fingerprint::Fingerprint;
use super::{Finding, question};
use crate::facts::Facts;
use crate::number::Days;
use crate::plan::fields::{PERSON, POST, exception, person, plan as at, post};
use crate::plan::{CellId, RecordId, State, Value};
use crate::rules::{Level, RuleSet, Scope};
use crate::source::{Source, Span};
use crate::text::{Arg, Message, nearest};
use crate::verdict::Judged;

/// Why a finding does not count.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// By what it is accepted.
    pub by: AcceptedBy,
    /// Why, as somebody wrote it; nothing that is about an individual is repeated. A baseline gives no reason.
    pub reason: Option<Message>,
    /// The last day.
    pub until: Option<Date>,
    /// The path of the exception in the plan; empty for a comment and a baseline.
    pub path: String,
    /// Where the exception stands in the plan.
    pub span: Option<Span>,
}

/// An exception of a plan for what may be found between it and others.
#[derive(Clone, Debug, PartialEq)]
pub struct AcceptedBetween {
    /// The rule.
    pub rule: String,
    /// The line of the plan on which the finding must have a place, counted from 1; none where any place will do.
    pub line: Option<u32>,
    /// What it says.
    pub accepted: Accepted,
}

/// By what a finding is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AcceptedBy {
    /// An entry of the plan's list of exceptions.
    Exception,
    /// A comment on its line.
    Comment,
    /// A list of findings that were known before the run.
    Baseline,
}

/// What can be wrong with an exception: the ids of the findings about them, and how grave each is.
pub(crate) const KINDS: [(&str, Level); 6] = [EXPIRED, UNUSED, FORBIDDEN, TOO_LONG, UNKNOWN_RULE, INCOMPLETE];
const EXPIRED: (&str, Level) = ("exception-expired", Level::Warning);
const UNUSED: (&str, Level) = ("exception-unused", Level::Advice);
const FORBIDDEN: (&str, Level) = ("exception-forbidden", Level::Warning);
const TOO_LONG: (&str, Level) = ("exception-too-long", Level::Warning);
const UNKNOWN_RULE: (&str, Level) = ("exception-unknown-rule", Level::Warning);
const INCOMPLETE: (&str, Level) = ("exception-incomplete", Level::Warning);

/// So many characters of a reason are repeated beside each finding that it accepts.
const LONGEST: usize = 500;
/// So many texts about individuals are looked for in a reason.
const MOST_PRIVATE: usize = 32;

/// The exceptions of a plan.
pub(super) struct Exceptions {
    /// Those that accept something, if it is found.
    valid: Vec<Alike>,
    /// Of each rule, what is meant by which of them: a finding is looked up, whatever the number of exceptions.
    by_rule: HashMap<String, HashMap<Reach, usize>>,
    wrong: Vec<Wrong>,
    /// Where exceptions hold something that is about an individual.
    private: Vec<Span>,
    file: Source,
}

/// Exceptions that are complete and allowed, and mean the same findings.
struct Alike {
    rule: String,
    reach: Reach,
    /// What the first of them says.
    accepted: Accepted,
    places: Vec<Place>,
    used: bool,
}

/// Which findings of its rule an exception means.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Reach {
    /// Those of the whole plan.
    Plan,
    /// Those on a post.
    Post(RecordId),
    /// Those on a post that there is not.
    NoPost,
    /// Those that begin on a line, counted from 1.
    Line(u32),
}

/// Where an exception stands.
#[derive(Clone)]
struct Place {
    path: String,
    span: Span,
}

/// What is wrong with an exception.
struct Wrong {
    kind: (&'static str, Level),
    message: Message,
    help: Message,
    place: Place,
    /// What recognises it in another run.
    about: Vec<String>,
}

/// What an exception says, in either form.
struct Stated<'t> {
    by: AcceptedBy,
    rule: &'t str,
    until: Date,
    reason: &'t str,
    reach: Reach,
    /// The exception as a whole.
    place: Place,
    /// Its rule and its end, for what is wrong with them.
    rule_place: Place,
    until_place: Place,
}

impl Exceptions {
    /// Reads the exceptions of a plan, and holds them against the rules on the day of the run.
    pub(super) fn of(file: &Source, comments: &[Span], facts: &Facts, rules: &RuleSet, today: Option<Date>) -> Self {
        let mut found = Self { valid: Vec::new(), by_rule: HashMap::new(), wrong: Vec::new(), private: Vec::new(), file: file.clone() };
        let store = facts.store();
        let entries = store.items_of(facts.root(), at::EXCEPTIONS);
        if entries.is_empty() && comments.is_empty() {
            return found;
        }
        let posts: Vec<RecordId> = store.items_of(facts.root(), at::POSTS).iter().filter_map(|&item| store.record_in(item)).collect();
        let ids = ids(facts, &posts);
        let reader = Reader { file, facts, rules, today, posts, ids, personal: personal(file, facts, rules) };
        for &item in entries {
            if let Some(record) = store.record_in(item) {
                reader.entry(&mut found, item, record);
            }
        }
        let mut lines = Comments { file, next: None };
        for &span in comments {
            reader.comment(&mut found, &mut lines, span);
        }
        found
    }

    fn add(&mut self, rule: &str, reach: Reach, accepted: Accepted, place: Place) {
        let next = self.valid.len();
        let known = *self.by_rule.entry(rule.to_owned()).or_default().entry(reach).or_insert(next);
        match self.valid.get_mut(known) {
            Some(alike) => alike.places.push(place),
            None => self.valid.push(Alike { rule: rule.to_owned(), reach, accepted, places: vec![place], used: false }),
        }
    }

    /// Why a finding does not count, if an exception accepts it: the one that is nearest to it. All that mean it count as used.
    pub(super) fn accept(&mut self, facts: &Facts, judged: Judged, finding: &Finding) -> Option<Accepted> {
        let by_reach = self.by_rule.get(&finding.rule)?;
        let line = Reach::Line(self.file.position(finding.span.start).line);
        let post = post_of(facts, judged).map(Reach::Post);
        let mut accepted = None;
        for reach in [Some(line), post, Some(Reach::Plan)].into_iter().flatten() {
            if let Some(alike) = by_reach.get(&reach).and_then(|&at| self.valid.get_mut(at)) {
                alike.used = true;
                accepted.get_or_insert_with(|| alike.accepted.clone());
            }
        }
        accepted
    }

    /// Takes out the exceptions from rules that are judged over all plans of a run: whether they are of use, no plan alone can say.
    pub(super) fn between(&mut self, rules: &RuleSet) -> Vec<AcceptedBetween> {
        let is_between = |alike: &Alike| rules.rule(&alike.rule).is_some_and(|(_, rule)| rule.scope == Scope::Run);
        let (between, valid) = std::mem::take(&mut self.valid).into_iter().partition(is_between);
        self.valid = valid;
        let line = |reach| if let Reach::Line(line) = reach { Some(line) } else { None };
        let between: Vec<Alike> = between;
        between.into_iter().map(|Alike { rule, reach, accepted, .. }| AcceptedBetween { rule, line: line(reach), accepted }).collect()
    }

    /// What is wrong with the exceptions, once every finding had its chance; and the stretches of the file that no output may repeat.
    pub(super) fn finish(mut self) -> (Vec<Finding>, Vec<Span>) {
        for Alike { rule, reach, places, .. } in self.valid.into_iter().filter(|alike| !alike.used) {
            let (message, help) = match reach {
                Reach::NoPost => (&say::NO_SUCH_POST, &say::NO_SUCH_POST_HELP),
                Reach::Line(_) => (&say::UNUSED_COMMENT, &say::UNUSED_COMMENT_HELP),
                Reach::Plan | Reach::Post(_) => (&say::UNUSED, &say::UNUSED_HELP),
            };
            self.wrong.extend(places.into_iter().map(|place| Wrong {
                kind: UNUSED,
                message: Message::new(message).with("rule", rule.as_str()),
                help: Message::new(help).with("rule", rule.as_str()),
                place,
                about: vec![rule.clone()],
            }));
        }
        let mut seen = HashMap::new();
        (self.wrong.into_iter().map(|wrong| wrong.finding(&mut seen)).collect(), self.private)
    }
}

/// The posts by their ids.
fn ids<'f>(facts: &'f Facts, posts: &[RecordId]) -> HashMap<&'f str, RecordId> {
    let mut ids = HashMap::new();
    for &record in posts {
        if let Some(id) = facts.store().text_of(record, post::ID) {
            ids.entry(id.trim()).or_insert(record);
        }
    }
    ids
}

impl Wrong {
    fn finding(self, seen: &mut HashMap<Fingerprint, u32>) -> Finding {
        let about = self.about.iter().fold(Fingerprint::new().with(self.kind.0), |hash, part| hash.with(part));
        let again = seen.entry(about).or_default();
        *again += 1;
        Finding {
            rule: self.kind.0.to_owned(),
            pack: None,
            level: self.kind.1,
            message: self.message,
            help: Some(self.help),
            fix: None,
            path: self.place.path,
            span: self.place.span,
            related: Vec::new(),
            part: None,
            fingerprint: about.with(&again.to_string()).text(),
            accepted: None,
        }
    }
}

/// The post that something judged is or belongs to.
fn post_of(facts: &Facts, judged: Judged) -> Option<RecordId> {
    let record = judged.record?;
    let store = facts.store();
    let table = store.record(record).table;
    if *table == POST {
        return Some(record);
    }
    match store.get(record, person::POST) {
        State::Known(Value::Record(post)) if *table == PERSON => Some(post),
        _ if *table == PERSON => None,
        _ => question::post_around(facts, store.record(record).cell?),
    }
}

/// Reads exceptions, and checks what each says.
struct Reader<'a> {
    file: &'a Source,
    facts: &'a Facts,
    rules: &'a RuleSet,
    today: Option<Date>,
    posts: Vec<RecordId>,
    ids: HashMap<&'a str, RecordId>,
    /// What the plan says about individuals elsewhere; none where it is too much to look for.
    personal: Option<Vec<&'a str>>,
}

impl Reader<'_> {
    /// An entry of the plan's list. What is missing altogether keeps the plan from being read; what is empty or unknown is found here.
    fn entry(&self, found: &mut Exceptions, item: CellId, record: RecordId) {
        let store = self.facts.store();
        let place = |cell: CellId| Place { path: self.facts.path(self.file, cell), span: store.cell(cell).span };
        let text = |field| store.text_of(record, field).map(str::trim).filter(|text| !text.is_empty());
        for field in [exception::RULE, exception::REASON, exception::POST] {
            if text(field).is_some_and(|text| self.is_private(text)) {
                found.private.push(store.cell(store.field(record, field)).span);
            }
        }
        let until = match store.get(record, exception::UNTIL) {
            State::Known(Value::Days(days)) => Some(days.to),
            _ => None,
        };
        let reason = text(exception::REASON).filter(|reason| reason.chars().any(char::is_alphanumeric));
        let rule = text(exception::RULE);
        let (Some(rule), Some(until), Some(reason)) = (rule, until, reason) else {
            let (what, field) = match (rule, until) {
                (None, _) => (&say::NO_RULE, exception::RULE),
                (_, None) => (&say::NO_END, exception::UNTIL),
                _ => (&say::NO_REASON, exception::REASON),
            };
            let place = place(store.field(record, field));
            found.wrong.push(Wrong {
                kind: INCOMPLETE,
                message: Message::new(what),
                help: Message::new(&say::ENTRY_FORM).with("rule", self.rule_or_any(rule)),
                place,
                about: vec![what.key.to_owned(), rule.unwrap_or_default().to_owned()],
            });
            return;
        };
        let reach = match store.get(record, exception::POST) {
            State::Absent => Reach::Plan,
            _ => text(exception::POST).and_then(|post| self.post(post)).map_or(Reach::NoPost, Reach::Post),
        };
        let stated = Stated {
            by: AcceptedBy::Exception,
            rule,
            until,
            reason,
            reach,
            place: place(item),
            rule_place: place(store.field(record, exception::RULE)),
            until_place: place(store.field(record, exception::UNTIL)),
        };
        self.check(found, stated);
    }

    fn comment(&self, found: &mut Exceptions, comments: &mut Comments<'_>, span: Span) {
        let text = self.file.slice(span);
        let place = Place { path: String::new(), span };
        let line = comments.line_meant(span);
        match comment::read(text) {
            Ok(said) => {
                // The reason is the end of the comment: what stands before it may be shown.
                let before = text.trim_end().len().saturating_sub(said.reason.len());
                let reason = Span::new(span.start.saturating_add(u32::try_from(before).unwrap_or(0)), span.end);
                found.private.extend(self.is_private(said.reason).then_some(reason));
                found.private.extend(self.is_private(text.get(..before).unwrap_or("")).then_some(span));
                let (rule_place, until_place) = (place.clone(), place.clone());
                let comment::Said { rule, until, reason } = said;
                let by = AcceptedBy::Comment;
                self.check(found, Stated { by, rule, until, reason, reach: Reach::Line(line), place, rule_place, until_place });
            }
            Err(lacking) => {
                found.private.extend(self.is_private(text).then_some(span));
                let help = match lacking.near {
                    Some(near) => Message::new(&say::VERB_MEANT).with("near", near),
                    None => Message::new(&say::COMMENT_FORM),
                };
                found.wrong.push(Wrong {
                    kind: INCOMPLETE,
                    message: Message::new(lacking.what),
                    help: help.with("rule", self.rule_or_any(lacking.rule)),
                    place,
                    about: vec![lacking.what.key.to_owned(), lacking.rule.unwrap_or_default().to_owned()],
                });
            }
        }
    }

    /// Keeps an exception that is allowed, and reports any other.
    fn check(&self, found: &mut Exceptions, stated: Stated<'_>) {
        match self.wrong(&stated) {
            Some(wrong) => found.wrong.push(wrong),
            // A rule that this run leaves out finds nothing: nobody can say whether the exception is of use.
            None if self.rules.rule(stated.rule).is_none() => {}
            None => {
                let Stated { by, rule, until, reason, reach, place, .. } = stated;
                let (path, span) = (place.path.clone(), Some(place.span));
                let reason = Some(Message::new(&say::REASON).with("reason", self.shown(reason)));
                found.add(rule, reach, Accepted { by, reason, until: Some(until), path, span }, place);
            }
        }
    }

    fn wrong(&self, stated: &Stated<'_>) -> Option<Wrong> {
        let wrong = |kind, message: Message, help: Message, place: &Place| {
            let (message, help) = (message.with("rule", self.shown(stated.rule)), help.with("rule", self.shown(stated.rule)));
            Some(Wrong { kind, message, help, place: place.clone(), about: vec![stated.rule.to_owned(), stated.until.to_string()] })
        };
        let day = |day| Arg::Days(Days::day(day));
        if KINDS.iter().any(|(id, _)| *id == stated.rule) {
            return wrong(FORBIDDEN, Message::new(&say::OF_EXCEPTIONS), Message::new(&say::OF_EXCEPTIONS_HELP), &stated.rule_place);
        }
        let Some((pack, rule)) = self.rules.rule(stated.rule) else {
            if self.rules.leaves_out(stated.rule) {
                return None;
            }
            let near = nearest(stated.rule, self.rules.rules().map(|(_, rule)| rule.id.as_str()));
            let help = match near {
                Some(near) => Message::new(&say::RULE_MEANT).with("near", near),
                None => Message::new(&say::ALL_RULES),
            };
            return wrong(UNKNOWN_RULE, Message::new(&say::UNKNOWN_RULE), help, &stated.rule_place);
        };
        if rule.forbids_exceptions || pack.exceptions.forbidden {
            return wrong(FORBIDDEN, Message::new(&say::FORBIDDEN), Message::new(&say::FORBIDDEN_HELP), &stated.rule_place);
        }
        let today = self.today?;
        if stated.until < today {
            let message = Message::new(&say::EXPIRED).with("until", day(stated.until));
            return wrong(EXPIRED, message, Message::new(&say::EXPIRED_HELP), &stated.until_place);
        }
        let longest = pack.exceptions.longest_days?;
        let last = today.checked_add(jiff::Span::new().days(longest)).unwrap_or(Date::MAX);
        if stated.until > last {
            let message = Message::new(&say::TOO_LONG).with("until", day(stated.until)).with("pack", pack.id.as_str());
            let message = message.with("days", usize::from(longest));
            return wrong(TOO_LONG, message, Message::new(&say::TOO_LONG_HELP).with("last", day(last)), &stated.until_place);
        }
        None
    }

    /// The post that is called so: by its id, else by its number.
    fn post(&self, name: &str) -> Option<RecordId> {
        let by_number = || self.posts.get(name.parse::<usize>().ok()?.checked_sub(1)?);
        self.ids.get(name).or_else(by_number).copied()
    }

    /// The rule for an example of what to write: as written, or the nearest that there is.
    fn rule_or_any(&self, rule: Option<&str>) -> Arg {
        let Some(rule) = rule else { return Arg::Term(say::ANY_RULE.text) };
        let known = self.rules.rule(rule).is_some() || self.rules.leaves_out(rule);
        let near = if known { Some(rule) } else { nearest(rule, self.rules.rules().map(|(_, rule)| rule.id.as_str())) };
        near.map_or(Arg::Term(say::ANY_RULE.text), Arg::from)
    }

    /// A text of an exception as outputs may repeat it.
    fn shown(&self, text: &str) -> Arg {
        if self.is_private(text) {
            return Arg::Term(super::sentences::NOT_REPEATED.text);
        }
        match text.char_indices().nth(LONGEST) {
            Some((end, _)) => Arg::from(format!("{}…", text.get(..end).unwrap_or("")).as_str()),
            None => Arg::from(text),
        }
    }

    /// Whether a text is about an individual, or repeats what the plan says about one. A plan that says much about individuals is
    /// about them throughout.
    fn is_private(&self, text: &str) -> bool {
        let repeats = |personal: &Vec<&str>| personal.iter().any(|part| text.contains(part));
        self.personal.as_ref().is_none_or(repeats) || self.rules.vocabulary().personal(text).next().is_some()
    }
}

fn personal<'a>(file: &'a Source, facts: &Facts, rules: &RuleSet) -> Option<Vec<&'a str>> {
    let private = facts.private();
    let texts = private.iter().map(|&span| file.slice(span));
    (private.len() <= MOST_PRIVATE).then(|| texts.flat_map(|text| rules.vocabulary().personal(text)).collect())
}

/// The comments of a plan, and which line each means.
struct Comments<'a> {
    file: &'a Source,
    /// The line that a comment means which stands alone on the line in question: found for the line above, it need not be looked
    /// for again, so that many comments in a row take no longer than as many lines.
    next: Option<(u32, u32)>,
}

impl Comments<'_> {
    /// The line of the comment; where it stands alone, the next that is neither empty nor a comment, counted from 1.
    fn line_meant(&mut self, comment: Span) -> u32 {
        let line = self.file.position(comment.start).line;
        let before = self.file.text().get(self.file.line_start(line as usize - 1)..comment.start as usize).unwrap_or("");
        if !before.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
            return line;
        }
        if let Some((from, meant)) = self.next
            && (from..meant).contains(&line)
        {
            return meant;
        }
        let mut meant = line;
        loop {
            let start = self.file.line_start(meant as usize);
            let text = self.file.text().get(start..self.file.line_start(meant as usize + 1)).unwrap_or("").trim();
            meant += 1;
            if start >= self.file.text().len() || !(text.is_empty() || text.starts_with('#')) {
                break;
            }
        }
        self.next = Some((line, meant));
        meant
    }
}
