//! One answer after the other: finding out what each is about, writing it, and taking it back where the plan is not better with it.

use super::file::{Answer, Answers, Told};
use super::layout::Page;
use super::meaning::{self, extra, items, same};
use super::origin::Origin;
use super::place::{self, Nowhere, Place, Step, There};
use super::sentences as say;
use super::tree::{Change, Tree, What};
use super::{Answered, AskedBack, Taken, problems};
use crate::fix::pieces::Pieces;
use crate::fix::with_edits;
use crate::plan::fields::{self, POST, TABLES, post};
use crate::plan::{self, Kind, Meant, Table};
use crate::problem::Fix;
use crate::report::Question;
use crate::rules::RuleSet;
use crate::source::Source;
use crate::text::{Arg, Lang, Message, fold};
use crate::yaml;

/// How many bytes of plan are read at most: then the answers that are left are asked back.
const BYTES: usize = 256 * 1024 * 1024;
/// So much of an answer is shown.
const SHOWN: usize = 80;

/// Where answers are taken in.
pub(super) struct Desk<'a> {
    pub(super) answers: &'a Answers,
    pub(super) rules: &'a RuleSet,
    questions: &'a [Question],
    force: bool,
    /// The language that the plan is mostly written in.
    pub(super) lang: Lang,
    pub(super) now: Now,
    /// The plan before any of the answers.
    was: Tree,
    pieces: Pieces,
    taken: Vec<Taken>,
    already: Vec<Taken>,
    asked_back: Vec<AskedBack>,
    left_open: usize,
    budget: usize,
}

/// The plan as it is by now.
#[derive(Clone)]
pub(super) struct Now {
    pub(super) source: Source,
    pub(super) tree: Tree,
    /// The edits that were made since the last answer, each in the text that the ones before it left.
    edits: Vec<Vec<Fix>>,
}

/// Why an answer is not taken.
pub(super) struct Refused {
    why: Message,
    help: Option<Message>,
}

impl Refused {
    pub(super) fn new(why: Message, help: Message) -> Self {
        Self { why, help: Some(help) }
    }
}

/// What became of an answer.
enum Outcome {
    Written,
    Already,
    /// It is to come after the others.
    Late,
}

impl Now {
    fn of(source: &Source) -> Self {
        let (root, _) = yaml::parse(source);
        let tree = root.map_or(Tree::Map(Vec::new()), |root| Tree::of_node(&root));
        Self { source: source.clone(), tree, edits: Vec::new() }
    }

    /// The plan with a change; none where the layout does not allow for it.
    pub(super) fn with(&self, change: &Change) -> Option<Self> {
        let mut meant = self.tree.clone();
        if !change.make(&mut meant) {
            return None;
        }
        let edits = {
            let (root, _) = yaml::parse(&self.source);
            let root = root?;
            Page::of(&self.source, &root).edits(change)?
        };
        self.edited(edits, meant)
    }

    /// The plan with edits that must come to this tree.
    fn edited(&self, edits: Vec<Fix>, meant: Tree) -> Option<Self> {
        let source = Source::new(self.source.name(), with_edits(self.source.text(), &edits));
        let (root, found) = yaml::parse(&source);
        if !found.is_empty() || Tree::of_node(&root?) != meant {
            return None;
        }
        let mut all = self.edits.clone();
        all.push(edits);
        Some(Self { source, tree: meant, edits: all })
    }

    /// The plan with a remark at a value; none where there is no room for one.
    pub(super) fn remarked(&self, at: &[usize], remark: &str) -> Option<Self> {
        let remarks = {
            let (root, _) = yaml::parse(&self.source);
            let root = root?;
            Page::of(&self.source, &root).remarks(at, remark)
        };
        remarks.into_iter().find_map(|edit| self.edited(vec![edit], self.tree.clone()))
    }
}

impl<'a> Desk<'a> {
    pub(super) fn new(plan: &Source, answers: &'a Answers, rules: &'a RuleSet, questions: &'a [Question], force: bool) -> Self {
        let now = Now::of(plan);
        let (lang, was) = (language(&now.tree), now.tree.clone());
        let pieces = Pieces::whole(plan.text());
        let (taken, already, asked_back) = (Vec::new(), Vec::new(), Vec::new());
        Self { answers, rules, questions, force, lang, now, was, pieces, taken, already, asked_back, left_open: 0, budget: BYTES }
    }

    pub(super) fn done(mut self) -> Answered {
        self.asked_back.sort_by_cached_key(|asked| asked.line);
        self.taken.sort_by_cached_key(|taken| taken.line);
        self.already.sort_by_cached_key(|taken| taken.line);
        let Self { now, pieces, taken, already, asked_back, left_open, .. } = self;
        Answered { file: now.source, edits: pieces.edits(true), taken, already, asked_back, left_open }
    }

    /// Takes an answer in; gives whether that is done, or it is to come later.
    pub(super) fn take(&mut self, answer: &Answer, late: bool) -> bool {
        if answer.answer.is_none() && answer.reply.is_none() {
            self.left_open += 1;
            return true;
        }
        let before = self.now.clone();
        let said = answer.answer.as_ref().filter(|told| !meaning::is_not_known(told));
        let fact = said.map(|told| self.fact(answer, told, late));
        match &fact {
            Some(Ok(Outcome::Late)) => {
                self.now = before;
                return false;
            }
            Some(Err(_)) => self.now = before.clone(),
            _ => {}
        }
        let wants_reply = answer.reply.is_some() || said.is_none();
        let reply = wants_reply.then(|| self.reply(answer));
        let seen = |is_reply: bool| Taken {
            line: answer.line,
            path: answer.path.clone(),
            answer: answer.answer.as_ref().filter(|_| !is_reply).map(shown),
            is_reply,
        };
        for (outcome, is_reply) in [(fact, false), (reply, true)] {
            match outcome {
                Some(Ok(Outcome::Written)) => self.taken.push(seen(is_reply)),
                Some(Ok(_)) => self.already.push(seen(is_reply)),
                Some(Err(refused)) => self.ask_back(answer, refused),
                None => {}
            }
        }
        for edits in std::mem::take(&mut self.now.edits) {
            self.pieces.replace(edits.iter());
        }
        true
    }

    fn ask_back(&mut self, answer: &Answer, refused: Refused) {
        let question = self.question(answer).cloned();
        let is_private = |text: &String| self.is_personal(text);
        let path = answer.path.clone().filter(|path| !is_private(path));
        self.asked_back.push(AskedBack { line: answer.line, path, why: refused.why, help: refused.help, question });
    }

    /// The open question that an answer is to.
    fn question(&self, answer: &Answer) -> Option<&'a Question> {
        let by_id = answer.question.as_ref().and_then(|id| self.questions.iter().find(|question| question.id == *id));
        let steps = || place::steps(answer.path.as_ref()?);
        by_id.or_else(|| {
            let steps = steps()?;
            self.questions.iter().find(|question| question.facts.iter().any(|fact| place::steps(&fact.path).as_ref() == Some(&steps)))
        })
    }

    /// The path that an answer is about: its own, else that of the one fact that its question asks for.
    fn path(&self, answer: &Answer) -> Result<String, Refused> {
        if let Some(path) = &answer.path {
            return Ok(path.clone());
        }
        match self.question(answer) {
            Some(question) => match question.facts.as_slice() {
                [only] => Ok(only.path.clone()),
                facts => {
                    let paths = facts.iter().map(|fact| Arg::from(fact.path.as_str())).collect();
                    Err(Refused::new(
                        Message::new(&say::SEVERAL_FACTS),
                        Message::new(&say::SEVERAL_FACTS_HELP).with("paths", Arg::AllOf(paths)),
                    ))
                }
            },
            None => Err(unknown_question()),
        }
    }

    fn read(&mut self) -> Result<(), Refused> {
        let cost = self.now.source.text().len().saturating_mul(8).max(1);
        if self.budget < cost {
            return Err(Refused::new(Message::new(&say::TOO_MUCH), Message::new(&say::TOO_MUCH_HELP)));
        }
        self.budget -= cost;
        Ok(())
    }

    fn fact(&mut self, answer: &Answer, told: &Told, late: bool) -> Result<Outcome, Refused> {
        self.read()?;
        let path = self.path(answer)?;
        let steps = place::steps(&path).ok_or_else(|| nowhere(Nowhere::NotThere, &path))?;
        let place = place::place(&self.now.tree, &steps, self.lang).map_err(|why| nowhere(why, &path))?;
        if is_ours(&place.steps) {
            return Err(unknown_question());
        }
        let value = meaning::value(told, place.kind, self.lang);
        if value.texts().into_iter().any(|text| self.is_personal(text)) {
            return Err(Refused::new(Message::new(&say::PERSONAL), Message::new(&say::PERSONAL_HELP)));
        }
        let Some(changes) = self.changes(answer, &place, &value)? else { return Ok(Outcome::Already) };
        if !self.is_asked(answer, &path) {
            return Err(unknown_question());
        }
        if !late && changes.iter().any(|change| matches!(change.what, What::Remove)) {
            return Ok(Outcome::Late);
        }
        let origin = Origin::of(self, answer)?;
        let value_of_record = origin.within(&value, place.kind, self.lang);
        let with_source = if value_of_record == value { None } else { self.changes(answer, &place, &value_of_record).ok().flatten() };
        let brings_source = with_source.is_some();
        let brought = with_source.unwrap_or(changes);
        for change in &brought {
            self.now = self.now.with(change).ok_or_else(|| Refused::new(Message::new(&say::LAYOUT), Message::new(&say::LAYOUT_HELP)))?;
        }
        if let Some(problem) = problems(&self.now.source).into_iter().next() {
            let why = if problem.private.is_some() { Message::new(&say::PERSONAL) } else { problem.message };
            let help = if problem.private.is_some() { Some(Message::new(&say::PERSONAL_HELP)) } else { problem.help };
            return Err(Refused { why, help });
        }
        let steps = place.steps.clone();
        origin.note(self, &steps, &place, brings_source);
        // Whatever was written, what is read back is what was answered.
        let back = place::place(&self.now.tree, &steps, self.lang).ok().and_then(|back| self.now.tree.get(&back.at).cloned());
        // A list that was known in part holds more than the answer.
        let is_more = matches!((&place.there, place.kind), (There::Known, Kind::List(_)));
        let reads_back = back.is_some_and(|back| is_more || same(&self.now.tree, &back, &value, place.kind));
        if !reads_back || !problems(&self.now.source).is_empty() {
            return Err(Refused::new(Message::new(&say::LAYOUT), Message::new(&say::LAYOUT_HELP)));
        }
        Ok(Outcome::Written)
    }

    /// Whether an answer is to something that may be told: what an open question asks for, or what names no question at all.
    fn is_asked(&self, answer: &Answer, path: &str) -> bool {
        let Some(id) = &answer.question else { return true };
        let Some(steps) = place::steps(path) else { return false };
        let covers = |fact: &str| place::steps(fact).is_some_and(|fact| steps.starts_with(&fact) || fact.starts_with(&steps));
        self.questions.iter().any(|question| question.id == *id || question.facts.iter().any(|fact| covers(&fact.path)))
    }

    /// The changes that write a value; none where the plan says it already.
    fn changes(&self, answer: &Answer, place: &Place, value: &Tree) -> Result<Option<Vec<Change>>, Refused> {
        let tree = &self.now.tree;
        let one = |value: Tree| place.change(tree, value).map(|change| Some(vec![change])).ok_or_else(|| nowhere(Nowhere::NotThere, ""));
        let There::Known = place.there else { return one(value.clone()) };
        let Some(old) = tree.get(&place.at) else { return one(value.clone()) };
        if same(tree, old, value, place.kind) {
            return Ok(None);
        }
        if let Kind::List(inner) = place.kind
            && let Some(changes) = self.more(answer, place, old, value, *inner)
        {
            return Ok((!changes.is_empty()).then_some(changes));
        }
        if let (Kind::Record(table), Tree::Map(known)) = (place.kind, old)
            && self.asks_for(&place.steps)
            && let Some(changes) = self.filled(place, known, value, table)
        {
            return Ok(Some(changes));
        }
        if self.force || (meaning::refines(old, value, place.kind) && self.asks_for(&place.steps)) {
            return one(value.clone());
        }
        let why = match old {
            Tree::Scalar(text, _) if !self.is_personal(text) => Message::new(&say::KNOWN_OTHERWISE).with("known", cut(text).as_str()),
            _ => Message::new(&say::KNOWN_MORE),
        };
        Err(Refused::new(why, Message::new(&say::KNOWN_OTHERWISE_HELP)))
    }

    /// The changes that complete a record; none where the answer contradicts what is known of it.
    fn filled(&self, place: &Place, known: &[(String, Tree)], value: &Tree, table: &'static Table) -> Option<Vec<Change>> {
        let mut changes = Vec::new();
        for (field, value) in meaning::entries(value, table) {
            let at = known.iter().position(|(key, _)| field.is_named(key));
            match at.and_then(|at| Some((at, &known.get(at)?.1))) {
                Some((_, known)) if same(&self.now.tree, known, &value, field.kind) => {}
                Some((at, known)) if known.is_unknown() => {
                    let at = place.at.iter().copied().chain([at]).collect();
                    changes.push(Change { at, what: What::Replace { with: value, in_lines: false } });
                }
                Some(_) => return None,
                None => changes.push(Change { at: place.at.clone(), what: What::Add(field.name.get(self.lang).to_owned(), value) }),
            }
        }
        (!changes.is_empty()).then_some(changes)
    }

    /// Whether an open question asks for just this.
    fn asks_for(&self, steps: &[Step]) -> bool {
        let mut facts = self.questions.iter().flat_map(|question| &question.facts);
        facts.any(|fact| place::steps(&fact.path).is_some_and(|fact| fact == steps))
    }

    /// The changes that complete a list of which some items are known; none where the answer contradicts it, or it is complete.
    fn more(&self, answer: &Answer, place: &Place, old: &Tree, value: &Tree, inner: Kind) -> Option<Vec<Change>> {
        let tree = &self.now.tree;
        let Tree::List(there) = old else { return None };
        let known: Vec<&Tree> = there.iter().filter(|item| !item.is_unknown()).collect();
        let unknown: Vec<usize> = there.iter().enumerate().filter(|(_, item)| item.is_unknown()).map(|(at, _)| at).collect();
        let told = items(value);
        let more = extra(tree, &known, &told, inner);
        if unknown.is_empty() {
            // Answers that are taken in a second time name no further persons.
            if self.is_retold(answer, place) && extra(tree, &told, &known, inner).is_some() {
                return Some(Vec::new());
            }
            let left = self.persons_left(place, known.len()).filter(|left| *left > 0);
            // The answer tells those that are missing, or all.
            let added = if left == Some(told.len()) { Some(told) } else { more.filter(|more| left == Some(more.len())) };
            if let Some(added) = added {
                return Some(added.into_iter().map(|item| Change { at: place.at.clone(), what: What::Append(item.clone()) }).collect());
            }
            // Who tells some of the entries of a list says nothing against the others.
            let told = items(value);
            let is_there = matches!(inner, Kind::Record(_)) && !told.is_empty() && extra(tree, &told, &known, inner).is_some();
            return is_there.then(Vec::new);
        }
        let added = more.unwrap_or(told);
        let at = |number: usize| place.at.iter().copied().chain([number]).collect::<Vec<_>>();
        let mut changes = Vec::new();
        let mut added = added.into_iter();
        let mut gone = Vec::new();
        for number in unknown {
            match added.next() {
                Some(item) => changes.push(Change { at: at(number), what: What::Replace { with: item.clone(), in_lines: false } }),
                None => gone.push(Change { at: at(number), what: What::Remove }),
            }
        }
        changes.extend(added.map(|item| Change { at: place.at.clone(), what: What::Append(item.clone()) }));
        changes.extend(gone.into_iter().rev());
        Some(changes)
    }

    /// Whether the post that a place lies in had this answer's source before any of the answers.
    fn is_retold(&self, answer: &Answer, place: &Place) -> bool {
        let post = place.at.split_last().and_then(|(_, post)| self.was.get(post));
        let (Some(Tree::Map(entries)), Ok(origin)) = (post, Origin::of(self, answer)) else { return false };
        entries
            .iter()
            .any(|(key, value)| POST.stated(key) == Some(post::SOURCE) && matches!(value, Tree::Scalar(source, _) if origin.is(source)))
    }

    /// How many persons of a post have no entry in its list of qualifications yet.
    fn persons_left(&self, place: &Place, known: usize) -> Option<usize> {
        let is_list = place.field.is_some_and(|field| std::ptr::eq(field, POST.field(post::QUALIFICATION)));
        let (_, post) = place.at.split_last().filter(|_| is_list)?;
        let Tree::Map(entries) = self.now.tree.get(post)? else { return None };
        let heads = entries.iter().find(|(key, _)| POST.stated(key) == Some(post::HEADCOUNT))?;
        let Tree::Scalar(text, false) = &heads.1 else { return None };
        let Some(Meant::Number(heads)) = plan::meant(&Kind::Count, text) else { return None };
        (0..=1_000).find(|heads_left| crate::number::Decimal::from_int(i64::try_from(known + heads_left).unwrap_or(i64::MAX)) == heads.min)
    }

    /// Keeps what the other side says in its own words.
    fn reply(&mut self, answer: &Answer) -> Result<Outcome, Refused> {
        self.read()?;
        let question = self.question(answer);
        let text = match (&answer.reply, question) {
            (Some(reply), _) => reply.clone(),
            (None, Some(question)) => {
                Message::new(&say::NOT_KNOWN_TO_THEM).with("question", Arg::from(question.text.text(self.lang).as_str())).text(self.lang)
            }
            (None, None) => return Err(unknown_question()),
        };
        if self.is_personal(&text) {
            return Err(Refused::new(Message::new(&say::PERSONAL), Message::new(&say::PERSONAL_HELP)));
        }
        let asked = question.and_then(|question| question.facts.first()).map(|fact| fact.path.clone());
        let steps = answer.path.clone().or(asked).as_deref().and_then(place::steps).unwrap_or_default();
        // What is said of a question that is settled by now is heard all the same, if it is known what it is about.
        if question.is_none() && place::place(&self.now.tree, &steps, self.lang).is_err() {
            return Err(unknown_question());
        }
        let rule = question.and_then(|question| question.rules.first()).map(String::as_str);
        let origin = Origin::of(self, answer)?;
        let entry = origin.reply(rule, self.post_of(&steps).as_deref(), &text, self.lang);
        let list = fields::PLAN.field(fields::plan::REPLIES);
        let steps = [Step::Key(list.name.get(self.lang).to_owned())];
        let place = place::place(&self.now.tree, &steps, self.lang).map_err(|why| nowhere(why, ""))?;
        let layout = || Refused::new(Message::new(&say::LAYOUT), Message::new(&say::LAYOUT_HELP));
        let change = match (&place.there, self.now.tree.get(&place.at)) {
            (There::Known, Some(old)) => {
                let is_there = |known: &&Tree| same(&self.now.tree, known, &entry, Kind::Record(&fields::REPLY));
                if items(old).iter().any(is_there) {
                    return Ok(Outcome::Already);
                }
                Change { at: place.at.clone(), what: What::Append(entry) }
            }
            _ => place.change(&self.now.tree, Tree::List(vec![entry])).ok_or_else(layout)?,
        };
        let before = self.now.clone();
        origin.register(self);
        let written = self.now.with(&change).or_else(|| before.with(&change)).filter(|now| problems(&now.source).is_empty());
        let Some(written) = written else {
            self.now = before;
            return Err(layout());
        };
        self.now = written;
        Ok(Outcome::Written)
    }

    /// How the plan calls the post that a path leads into: by its id, else by its number.
    fn post_of(&self, steps: &[Step]) -> Option<String> {
        let (Step::Key(key), Some(Step::Number(number))) = (steps.first()?, steps.get(1)) else { return None };
        let posts = fields::PLAN.field(fields::plan::POSTS);
        let Tree::Map(entries) = &self.now.tree else { return None };
        let (_, list) = entries.iter().find(|(name, _)| posts.is_named(key) && posts.is_named(name))?;
        let Tree::Map(post) = *items(list).get(*number)? else { return None };
        let id = post.iter().find(|(key, _)| POST.stated(key) == Some(post::ID)).and_then(|(_, id)| match id {
            Tree::Scalar(id, false) => Some(id.clone()),
            _ => None,
        });
        Some(id.unwrap_or_else(|| (number + 1).to_string()))
    }

    /// Whether a text is about an individual.
    pub(super) fn is_personal(&self, text: &str) -> bool {
        self.rules.vocabulary().personal(text).next().is_some()
    }
}

/// The language in which most of a plan's keys are that differ in both.
fn language(tree: &Tree) -> Lang {
    fn count(tree: &Tree, counts: &mut [usize; 2]) {
        match tree {
            Tree::Scalar(..) => {}
            Tree::List(items) => items.iter().for_each(|item| count(item, counts)),
            Tree::Map(entries) => {
                for (key, value) in entries {
                    let key = fold(key);
                    let mut names =
                        TABLES.iter().flat_map(|table| table.fields).flat_map(|field| [Some(field.name), field.other_name]).flatten();
                    if let Some(name) = names.find(|name| name.de != name.en && (name.de == key || name.en == key)) {
                        counts[usize::from(name.en == key)] += 1;
                    }
                    count(value, counts);
                }
            }
        }
    }
    let mut counts = [0, 0];
    count(tree, &mut counts);
    if counts[1] > counts[0] { Lang::En } else { Lang::De }
}

/// Whether something belongs to those who keep the plan, and is no fact: what they accept, where they have it from.
fn is_ours(steps: &[Step]) -> bool {
    use fields::plan::{EXCEPTIONS, FORMAT, REPLIES, SOURCES};
    let number = match steps.first() {
        Some(Step::Key(key)) => fields::PLAN.stated(key),
        _ => None,
    };
    number.is_none_or(|number| [EXCEPTIONS, FORMAT, REPLIES, SOURCES].contains(&number))
}

fn unknown_question() -> Refused {
    Refused::new(Message::new(&say::UNKNOWN_QUESTION), Message::new(&say::UNKNOWN_QUESTION_HELP))
}

fn nowhere(why: Nowhere, path: &str) -> Refused {
    let (why, help) = match why {
        Nowhere::NotThere => (&say::NO_SUCH_PLACE, &say::NO_SUCH_PLACE_HELP),
        Nowhere::Ambiguous => (&say::AMBIGUOUS, &say::AMBIGUOUS_HELP),
    };
    Refused::new(Message::new(why).with("path", cut(path).as_str()), Message::new(help))
}

fn shown(told: &Told) -> String {
    match told {
        Told::Text(text) => cut(text),
        Told::List(items) => cut(&items.iter().map(shown).collect::<Vec<_>>().join("; ")),
        Told::Record(entries) => cut(&entries.iter().map(|(key, told)| format!("{key}: {}", shown(told))).collect::<Vec<_>>().join(", ")),
    }
}

/// A text as far as it is shown.
fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or("")),
        None => text.to_owned(),
    }
}
