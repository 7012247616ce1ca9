//! The results of a SARIF log: findings, rules that are open, and what else a rule came to.

use super::shape::{
    ArtifactChange, ArtifactLocation, Content, Fingerprints, Fix, Location, LogicalLocation, PhysicalLocation, Region, Replacement, Result,
    ResultProperties, Suppression, Text,
};
use super::{describe, escape, sentences as say};
use crate::render::entries::{self, Entry, Open, Place, What};
use crate::render::form::Run;
use crate::render::lines;
use crate::report::{Accepted, AcceptedBy, PlanReport, RuleOutcome};
use crate::rules::Outcome;
use crate::text::{Arg, Message, safe};

/// So many related places are told: services take no more of one result.
const MOST_RELATED: usize = 100;

/// So many of them are linked in its message: more could not be read.
const MOST_LINKED: usize = 8;

/// A run, and what it can find.
pub(super) struct Told<'r> {
    run: &'r Run,
    ids: Vec<(Option<&'r str>, &'r str)>,
}

/// What was found.
pub(super) fn found(told: &Told<'_>, entries: Vec<Entry<'_>>) -> Vec<Result> {
    entries.into_iter().map(|entry| told.found(&entry)).collect()
}

impl<'r> Told<'r> {
    pub(super) fn of(run: &'r Run) -> Self {
        let ids = describe::ids(run).into_iter().map(|(pack, id)| (pack.map(|pack| pack.id.as_str()), id));
        Self { run, ids: ids.collect() }
    }

    fn index(&self, pack: Option<&str>, id: &str) -> Option<usize> {
        self.ids.iter().position(|known| *known == (pack, id))
    }

    fn found(&self, entry: &Entry<'_>) -> Result {
        let (pack, id) = match entry.what {
            What::Rule(pack, rule) => (Some(pack.id.as_str()), rule.id.as_str()),
            What::Exception => (None, entry.rule),
            What::Unreadable => (None, super::UNREADABLE),
        };
        let is_unreadable = matches!(entry.what, What::Unreadable);
        let related: Vec<&(Place<'_>, String)> = entry.related.iter().take(MOST_RELATED).collect();
        let facts = related.iter().take(MOST_LINKED).zip(1..).map(|((_, says), id)| escape::link(says, id));
        let mut message = escape::message(&entry.message);
        // What to do about a finding of a rule is the same each time and stands in its help.
        if let (None, Some(help)) = (pack, &entry.help) {
            message.push(' ');
            message.push_str(&escape::message(help));
        }
        if !related.is_empty() {
            let facts: Vec<Arg> = facts.map(|fact| Arg::from(fact.as_str())).collect();
            let rests = Message::new(&say::RESTS_ON).with("message", message.as_str()).with("facts", Arg::List(facts));
            message = rests.text(self.run.lang);
        }
        Result {
            rule_id: id.to_owned(),
            rule_index: self.index(pack, id),
            kind: "fail",
            level: describe::level(entry.level),
            message: Text { text: message, markdown: None },
            locations: [self.location(&entry.place)],
            related_locations: related.iter().zip(1..).map(|((place, says), id)| self.related(place, says, id)).collect(),
            partial_fingerprints: Fingerprints { first: entry.fingerprint.clone() },
            suppressions: entry.accepted.iter().map(|(accepted, place)| self.suppression(accepted, place.as_ref())).collect(),
            fixes: entry.fix.iter().map(|(place, fix)| self.fix(place, &fix.text)).collect(),
            properties: is_unreadable.then(|| ResultProperties { problem: Some(entry.rule.to_owned()), outcome: None }),
        }
    }

    /// A rule that a plan leaves open, with its questions.
    pub(super) fn open(&self, plan: &PlanReport, open: &Open<'_>) -> Result {
        let lang = self.run.lang;
        let several = open.questions.len() > 1;
        let questions = open.questions.iter().zip(1..).take(MOST_RELATED).map(|((question, _), id)| {
            let to = lines::addressee(question.to).text.get(lang);
            let to = if several { escape::link(to, id) } else { escape::message(to) };
            format!("{to}: {}", escape::message(&question.text.text(lang)))
        });
        let questions: Vec<String> = questions.collect();
        let sentence = match (open.outcome.outcome, questions.is_empty()) {
            (_, true) => &say::DECIDED,
            (Outcome::Undetermined, false) => &say::OPEN,
            (_, false) => &say::OPEN_IN_PART,
        };
        let message = Message::new(sentence).with("questions", questions.join(" ").as_str());
        let related = open.questions.iter().zip(1..).take(if several { MOST_RELATED } else { 0 });
        let related = related.map(|((question, place), id)| self.related(place, &lines::question(question, lang), id));
        Result { related_locations: related.collect(), ..self.judged(plan, open.outcome, &message, &open.place, "open") }
    }

    /// What is fulfilled, or nothing to judge.
    pub(super) fn decided(&self, plan: &PlanReport, outcome: &RuleOutcome) -> Result {
        let kind = if outcome.outcome == Outcome::Fulfilled { "pass" } else { "notApplicable" };
        self.judged(plan, outcome, &Message::new(&say::DECIDED), &Place::beginning(plan), kind)
    }

    fn judged(&self, plan: &PlanReport, judged: &RuleOutcome, message: &Message, place: &Place<'_>, kind: &'static str) -> Result {
        let RuleOutcome { pack, rule, outcome, .. } = judged;
        let lang = self.run.lang;
        let message = message
            .clone()
            .with("title", escape::message(rule.title.get(lang)).as_str())
            .with("outcome", escape::message(&lines::outcome(judged, lang)).as_str());
        Result {
            rule_id: rule.id.clone(),
            rule_index: self.index(Some(&pack.id), &rule.id),
            kind,
            level: "none",
            message: Text { text: message.text(lang), markdown: None },
            locations: [self.location(place)],
            related_locations: Vec::new(),
            partial_fingerprints: Fingerprints { first: entries::of_file(self.run, plan.file.name(), &[&pack.id, &rule.id, "outcome"]) },
            suppressions: Vec::new(),
            fixes: Vec::new(),
            properties: Some(ResultProperties { problem: None, outcome: Some(outcome.name()) }),
        }
    }

    fn location(&self, place: &Place<'_>) -> Location {
        let logical = (!place.path.is_empty()).then(|| LogicalLocation { fully_qualified_name: safe(place.path).into_owned() });
        Location {
            id: None,
            physical_location: PhysicalLocation { artifact_location: self.file(place), region: region(place) },
            logical_locations: logical.into_iter().collect(),
            message: None,
        }
    }

    fn related(&self, place: &Place<'_>, says: &str, id: usize) -> Location {
        Location { id: Some(id), message: Some(escape::text(says)), ..self.location(place) }
    }

    fn file(&self, place: &Place<'_>) -> ArtifactLocation {
        let (uri, inside) = escape::file(&self.run.paths, place.file);
        ArtifactLocation { uri, uri_base_id: inside.then_some(super::ROOT) }
    }

    fn suppression(&self, accepted: &Accepted, place: Option<&Place<'_>>) -> Suppression {
        let kind = match accepted.by {
            AcceptedBy::Exception | AcceptedBy::Comment => "inSource",
            AcceptedBy::Baseline => "external",
        };
        let justification = safe(&lines::accepted(accepted).text(self.run.lang)).into_owned();
        Suppression { kind, status: "accepted", justification, location: place.map(|place| self.location(place)) }
    }

    fn fix(&self, place: &Place<'_>, text: &str) -> Fix {
        let description = if text.is_empty() {
            lines::plain(&say::FIX_DELETE, self.run.lang)
        } else {
            Message::new(&say::FIX).with("text", text).text(self.run.lang)
        };
        let replacement = Replacement { deleted_region: region(place), inserted_content: Content { text: text.to_owned() } };
        Fix {
            description: escape::text(&description),
            artifact_changes: [ArtifactChange { artifact_location: self.file(place), replacements: [replacement] }],
        }
    }
}

fn region(place: &Place<'_>) -> Region {
    let Place { start, end, .. } = place;
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}
