//! How a rule comes to its outcome for a plan: the evaluation of its conditions, with the place of every fact.

use std::collections::HashSet;
use std::sync::Arc;

use super::sentences as say;
use crate::across::{Claims, Comparison};
use crate::facts::Facts;
use crate::number::Days;
use crate::plan::{CellId, Parent, Plan, RecordId, State, Unreadable, Value};
use crate::rules::expr::{Answer, Expr, Fact, MOST_TRACED, Member, Trace, Truth};
use crate::rules::{InForce, Outcome, Passage, Rule, RuleSet, Scope, Version};
use crate::source::{Source, Span};
use crate::text::{Arg, Message};
use crate::verdict::{self, Dates, Part};

crate::text::sentences! {
    MEMBERS = "trace-members",
        "{count} Einträge",
        "{count} members";
    MEMBERS_OPEN = "trace-members-open",
        "{count} Einträge, vielleicht mehr",
        "{count} members, perhaps more";
}

/// How a rule comes to its outcome for a plan.
#[derive(Clone, Debug)]
pub struct RuleTrace {
    /// The plan's file.
    pub file: Source,
    /// The rule.
    pub rule: Arc<Rule>,
    /// The outcome.
    pub outcome: Outcome,
    /// The versions of the rule that hold, or may hold, in the time of the plan.
    pub versions: Vec<TracedVersion>,
}

/// One version of a rule, applied to a plan.
#[derive(Clone, Debug)]
pub struct TracedVersion {
    /// When it holds.
    pub in_force: InForce,
    /// The days of the plan on which it holds.
    pub days: Days,
    /// Whether it comes into force only after the day of the run.
    pub is_announced: bool,
    /// What it comes to.
    pub outcome: Outcome,
    /// What it was applied to.
    pub items: Vec<TracedItem>,
    /// How many more there are.
    pub more: usize,
    /// Where the list stands that is not known, or may have more members than are known.
    pub open_list: Option<Span>,
}

/// One thing that a rule was applied to.
#[derive(Clone, Debug)]
pub struct TracedItem {
    /// Its path, with the file's own keys; empty for the plan itself.
    pub path: String,
    /// Where it stands.
    pub span: Span,
    /// What it comes to for this one alone; none where it was not judged, although the rule applies to it.
    pub outcome: Option<Outcome>,
    /// The conditions, as far as they were asked.
    pub clauses: Vec<(Clause, Step)>,
}

/// The part of a rule that a condition stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause {
    /// `when`.
    When,
    /// `require`.
    Require,
    /// `weigh`.
    Weigh,
}

/// A part of a condition, and what it comes to.
#[derive(Clone, Debug)]
pub struct Step {
    /// The part as written, in one line.
    pub text: String,
    /// Whether it holds, where it is yes or no.
    pub truth: Option<Truth>,
    /// Its value; what is about an individual is covered.
    pub value: Arg,
    /// Where the fact stands, for a path. Of a fact that is missing, where it would be.
    pub place: Option<Span>,
    /// Whether the plan says nothing of the fact, and a default stands for it.
    pub is_default: bool,
    /// The path of the member that it was evaluated for, where it is the body of a macro, and where that stands.
    pub member: Option<(String, Option<Span>)>,
    /// Whether it was needed for the outcome.
    pub needed: bool,
    /// What it comes from.
    pub parts: Vec<Step>,
    /// How many more members there are.
    pub more: usize,
}

/// Traces a rule of a set for a plan; none where there is no such rule.
///
/// # Errors
/// What keeps the file from being a plan.
///
/// ```
/// use paktlint::{report, report::Dates, rules::{Outcome, RuleSet}, source::Source};
///
/// let plan = Source::new("plan.yaml", "gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: Stadt A, vzae: 1}]\n");
/// let trace = report::trace(&RuleSet::bundled(), "carrier-independence", &plan, Dates::default()).unwrap().unwrap();
/// assert_eq!(trace.outcome, Outcome::Violated);
/// assert_eq!(trace.versions[0].items[0].path, "stellen[0]");
/// ```
pub fn trace(rules: &RuleSet, rule: &str, file: &Source, dates: Dates) -> Result<Option<RuleTrace>, Unreadable> {
    let plan = Plan::read(file)?;
    let Some((_, rule)) = rules.rule(rule) else { return Ok(None) };
    let mut facts = Facts::derive(&plan, rules.vocabulary());
    if rule.scope == Scope::Run {
        // A plan alone meets no other.
        let mut comparison = Comparison::default();
        comparison.add(&Arc::new(Claims::of(&facts, file)));
        facts = comparison.facts().into_facts();
    }
    let verdict = verdict::judge_on(rule, &facts, dates);
    let tracer = Tracer { rule, facts: &facts, file, private: private(&facts) };
    let of_parts = verdict.parts.iter().map(|part| (part, false)).chain(verdict.announced.iter().map(|part| (part, true)));
    let versions = of_parts.filter_map(|(part, is_announced)| tracer.version(part, is_announced)).collect();
    Ok(Some(RuleTrace { file: file.clone(), rule: Arc::clone(rule), outcome: verdict.outcome, versions }))
}

/// The texts that no output may repeat, wherever they have got to.
fn private(facts: &Facts) -> HashSet<&str> {
    let store = facts.store();
    let is_private = |cell: &CellId| facts.private().binary_search(&store.cell(*cell).span).is_ok();
    let texts = store.cell_ids().filter(is_private).filter_map(|cell| match store.state(cell) {
        State::Known(Value::Text(text)) => Some(store.text(text)),
        _ => None,
    });
    texts.collect()
}

struct Tracer<'a> {
    rule: &'a Rule,
    facts: &'a Facts,
    file: &'a Source,
    private: HashSet<&'a str>,
}

impl Tracer<'_> {
    fn version(&self, part: &Part, is_announced: bool) -> Option<TracedVersion> {
        let version = self.rule.versions.get(part.version)?;
        let (items, more) = self.items(version, part);
        let open_list = part.open_list.map(|list| self.facts.store().cell(list).span);
        let (days, outcome) = (part.days, part.outcome);
        Some(TracedVersion { in_force: version.in_force, days, is_announced, outcome, items, more, open_list })
    }

    fn items(&self, version: &Version, part: &Part) -> (Vec<TracedItem>, usize) {
        let root = Some(self.facts.root());
        let Some(each) = &self.rule.each else {
            return (vec![self.item(version, part, None, &[root])], 0);
        };
        let over_plan = version.when.as_ref().map(|when| when.truth(self.facts.store(), &[root, None], &mut verdict::budget(self.facts)));
        if over_plan == Some(Truth::False) {
            return (vec![self.item(version, part, None, &[root, None])], 0);
        }
        let answer = each.list.value(self.facts.store(), &[root], &mut verdict::budget(self.facts));
        let Some(Fact::List { members, .. }) = answer.fact else { return (Vec::new(), 0) };
        let records: Vec<RecordId> = members
            .iter()
            .filter_map(|member| match member.fact {
                Some(Fact::Record(record)) => Some(record),
                _ => None,
            })
            .collect();
        let items = records.iter().take(MOST_TRACED).map(|&record| self.item(version, part, Some(record), &[root, Some(record)]));
        (items.collect(), records.len().saturating_sub(MOST_TRACED))
    }

    fn item(&self, version: &Version, part: &Part, record: Option<RecordId>, vars: &[Option<RecordId>]) -> TracedItem {
        let store = self.facts.store();
        let cell = record.and_then(|record| store.record(record).cell);
        let span = cell.map_or_else(|| store.record(self.facts.root()).span, |cell| store.cell(cell).span);
        let passages = &version.written.passages;
        let mut clauses = Vec::new();
        let mut add = |clause, expr: Option<&Expr>, passage: Option<&Passage>| {
            let (expr, passage) = (expr?, passage?);
            let trace = expr.trace(store, vars, &mut self.budget());
            let truth = trace.truth;
            clauses.push((clause, self.step(&passage.text, &trace)));
            truth
        };
        let applies = add(Clause::When, version.when.as_ref(), passages.when.as_ref());
        let judged = part.judged.iter().find(|judged| judged.record == record);
        let outcome = if applies == Some(Truth::False) {
            Some(Outcome::NotApplicable)
        } else {
            add(Clause::Require, Some(&version.require), passages.require.as_ref());
            add(Clause::Weigh, version.weigh.as_ref().filter(|_| record.is_some()), passages.weigh.as_ref());
            judged.map(|judged| match judged.truth() {
                Truth::True => Outcome::Fulfilled,
                Truth::False => Outcome::Violated,
                Truth::Unknown => Outcome::Undetermined,
            })
        };
        TracedItem { path: cell.map(|cell| self.facts.path(self.file, cell)).unwrap_or_default(), span, outcome, clauses }
    }

    /// A trace evaluates every part on its own, and so takes more steps than a verdict.
    fn budget(&self) -> crate::rules::expr::Budget {
        let steps = verdict::budget(self.facts).left();
        crate::rules::expr::Budget::new(steps.saturating_mul(16))
    }

    fn step(&self, text: &str, trace: &Trace<'_>) -> Step {
        let written = text.get(trace.range.clone()).unwrap_or("");
        let cell = trace.answer.cell;
        Step {
            text: written.split_whitespace().collect::<Vec<_>>().join(" "),
            truth: trace.truth,
            value: self.value(&trace.answer),
            place: cell.and_then(|cell| self.place(cell)),
            is_default: cell.is_some_and(|cell| self.is_default(cell)) && trace.truth.is_none(),
            member: trace.member.as_ref().map(|member| self.member(member)),
            needed: trace.needed,
            parts: trace.parts.iter().map(|part| self.step(text, part)).collect(),
            more: trace.more,
        }
    }

    /// Whether a field has its value without being stated.
    fn is_default(&self, cell: CellId) -> bool {
        let store = self.facts.store();
        let place = store.cell(cell);
        match place.parent {
            Parent::Field(record, field) => place.key.is_none() && store.record(record).table.field(field).default.is_some(),
            _ => false,
        }
    }

    fn member(&self, member: &Member<'_>) -> (String, Option<Span>) {
        let store = self.facts.store();
        let record = match member.fact {
            Some(Fact::Record(record)) => store.record(record).cell,
            _ => None,
        };
        let cell = record.or(member.cell);
        (cell.map(|cell| self.facts.path(self.file, cell)).unwrap_or_default(), cell.and_then(|cell| self.place(cell)))
    }

    /// Where a fact stands; nowhere, where it is computed from the plan as a whole.
    fn place(&self, cell: CellId) -> Option<Span> {
        let store = self.facts.store();
        let span = store.cell(cell).span;
        (span != store.record(self.facts.root()).span).then_some(span)
    }

    fn value(&self, answer: &Answer<'_>) -> Arg {
        let store = self.facts.store();
        let text = |text: &str| if self.private.contains(text) { Arg::Term(say::NOT_REPEATED.text) } else { Arg::from(text) };
        match &answer.fact {
            Some(Fact::Text(known)) => text(known),
            Some(Fact::Record(record)) => {
                let name = store.record(*record).table.shorthand.and_then(|field| store.text_of(*record, field));
                name.map_or(Arg::Unknown, text)
            }
            Some(Fact::List { members, open }) => {
                let sentence = if *open || members.iter().any(|member| !member.sure) { &MEMBERS_OPEN } else { &MEMBERS };
                Message::new(sentence).with("count", members.iter().filter(|member| member.sure).count()).into()
            }
            _ => answer.arg(store),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::render;
    use crate::text::Lang;

    static BUNDLED: LazyLock<RuleSet> = LazyLock::new(RuleSet::bundled);

    fn traced(rule: &str, plan: &str, dates: Dates) -> RuleTrace {
        trace(&BUNDLED, rule, &Source::new("plan.yaml", plan), dates).unwrap().unwrap()
    }

    #[test]
    fn outcomes_are_those_of_the_verdict() {
        for (_, rule) in BUNDLED.rules().filter(|(_, rule)| rule.scope == Scope::Plan) {
            for example in rule.examples() {
                let traced = trace(&BUNDLED, &rule.id, &Source::new("plan.yaml", &*example.plan), Dates::default()).unwrap().unwrap();
                assert_eq!(traced.outcome, example.outcome, "{}: {}", rule.id, example.title);
                for lang in [Lang::De, Lang::En] {
                    assert!(render::trace::rule(&traced, lang).lines().count() > 1);
                }
            }
        }
    }

    #[test]
    fn what_is_about_an_individual_is_covered() {
        let plan = "gemeinde: A\nstand: 2019\nstellen:\n  - arbeitgeber: Caritas\n    qualifikation: [{text: \"Frau Wiesenbach, Erzieherin\"}, 'geb. 01.02.1980']\n    notiz: x\n";
        let plan = plan.replace("    notiz: x\n", "");
        for (_, rule) in BUNDLED.rules() {
            let text = render::trace::rule(&traced(&rule.id, &plan, Dates::default()), Lang::De);
            assert!(!text.contains("Wiesenbach") && !text.contains("1980"), "{text}");
        }
        // Whatever a rule asks for.
        let pack = "id: p\nversion: 1.0.0\ntitle: {de: P, en: P}\npublisher: {de: P, en: P}\ndocuments: {d: {title: {de: D, en: D}}}\nrules: [r]\n";
        let rule = "id: r\nlevel: advice\ntitle: {de: T, en: T}\nsource: {document: d, sure: confirmed}\nmessage: {de: M, en: M}\nwhy: {de: W, en: W}\nremedy: {de: R, en: R}\nrequire: plan.posts.all(p, p.qualification.map(q, q.text).all(t, t.startsWith(\"E\")) && p.qualification.all(q, q.text != \"\"))\nexamples:\n  - {title: t, outcome: fulfilled, plan: '{gemeinde: A, stellen: [{qualifikation: E}]}'}\n  - {title: t, outcome: violated, plan: '{gemeinde: A, stellen: [{qualifikation: F}]}'}\n";
        let files = crate::rules::PackFiles {
            pack: Some(Source::new("pack.yaml", pack)),
            rules: vec![Source::new("r.yaml", rule)],
            name: "p".to_owned(),
            vocabulary: None,
        };
        let rules = RuleSet::load(BUNDLED.vocabulary().clone(), &[files]).unwrap();
        let traced = trace(&rules, "r", &Source::new("plan.yaml", plan), Dates::default()).unwrap().unwrap();
        let text = render::trace::rule(&traced, Lang::De);
        assert!(text.contains("q.text") && !text.contains("Wiesenbach") && !text.contains("1980"), "{text}");
    }

    #[test]
    fn the_version_in_force_is_named() {
        let plan = "gemeinde: A\nstand: 2017-04-27\nentscheidet_ueber_mittel: landkreis\n";
        let found = traced("municipal-control", plan, Dates::default());
        assert_eq!((found.versions.len(), found.versions[0].is_announced), (1, false));
        let before = Dates { today: Some("2017-04-01".parse().unwrap()), as_of: None };
        let found = traced("municipal-control", plan, before);
        assert!(found.versions[0].is_announced);
        assert!(render::trace::rule(&found, Lang::En).contains("not yet in force"));
    }
}
