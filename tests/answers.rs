//! The questions of a plan are the right ones: whoever answers them all gets a verdict.
//!
//! Each fact that keeps a rule open is asked for at its place. When all of them are answered, by any definite answer, the
//! rule is decided, or asks for what the answers raise in turn (who owns the company that turns out to be the employer); after
//! a few rounds it is decided.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use std::fmt;

use given::dice::{Dice, rolls};
use given::plans::{self, Aim};
use given::tree::{Step, Tree, steps};
use given::{errors, rules, write};
use paktlint::facts::{Facts, Gap};
use paktlint::plan::fields::ORGANISATION;
use paktlint::plan::{CellId, Field, Kind, Parent, Plan};
use paktlint::report;
use paktlint::rules::expr::Truth;
use paktlint::rules::{Outcome, Rule};
use paktlint::source::Source;
use paktlint::text::fold;
use paktlint::verdict;
use proptest::prelude::*;

/// So many rounds of questions are enough: who works there, who that is, who owns it, and who owns that.
const ROUNDS: usize = 5;

/// A fact to be answered: where it is or belongs, and what it is.
struct Missing {
    /// The place of the value, or of the record that lacks it.
    place: Vec<Step>,
    /// The key to be added to the record; none where the value itself stands there.
    key: Option<&'static str>,
    /// What is asked for.
    field: &'static Field,
}

impl fmt::Debug for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {:?}", self.field.name.en, self.place)
    }
}

/// The facts that keep a rule open, as reports find them.
fn missing(rule: &Rule, facts: &Facts, file: &Source) -> Vec<Missing> {
    let judged = verdict::judge(rule, facts);
    let mut cells: Vec<CellId> = if judged.needs_date { facts.time().inexact.clone() } else { Vec::new() };
    cells.extend(judged.counting().into_iter().filter_map(|part| part.open_list).flat_map(|list| expanded(facts, list)));
    let open = judged.counting().into_iter().flat_map(|part| part.judged.iter().map(|one| (&rule.versions[part.version], one)));
    for (version, one) in open.filter(|(_, one)| one.truth() == Truth::Unknown) {
        let open = [(version.when.as_ref(), one.applies), (Some(&version.require), one.holds)];
        for expression in open.into_iter().filter(|(_, truth)| *truth == Truth::Unknown).filter_map(|(expression, _)| expression) {
            let reasons = expression.reasons(facts.store(), &one.vars(facts), &mut verdict::budget(facts));
            cells.extend(reasons.cells.into_iter().flat_map(|cell| expanded(facts, cell)));
        }
    }
    cells.sort_unstable();
    cells.dedup();
    cells.into_iter().filter_map(|cell| as_missing(facts, file, cell)).collect()
}

fn expanded(facts: &Facts, cell: CellId) -> Vec<CellId> {
    let gaps: Vec<CellId> = facts.gaps(cell).iter().map(|gap: &Gap| gap.cell).collect();
    if gaps.is_empty() { vec![facts.origin(cell)] } else { gaps }
}

fn as_missing(facts: &Facts, file: &Source, cell: CellId) -> Option<Missing> {
    let store = facts.store();
    let stated = facts.origin(cell);
    let place = steps(&facts.path(file, stated));
    let mut at = stated;
    loop {
        match store.cell(at).parent {
            Parent::Field(record, number) => {
                let field = store.record(record).table.field(number);
                let is_stated = at != stated || store.cell(at).key.is_some();
                return Some(Missing { place, key: (!is_stated).then_some(field.name.de), field });
            }
            Parent::Item(list, _) | Parent::Sole(list) => at = list,
            Parent::Of(_) | Parent::None => return None,
        }
    }
}

/// A definite answer.
fn answer(dice: &mut Dice<'_>, missing: &Missing) -> Tree {
    let organisation = |dice: &mut Dice<'_>| {
        let (name, kind) = [("Haus am Fluss", "verein"), ("Amt am See", "landkreis"), ("Werk am Berg", "kirche")][dice.roll(3)];
        Tree::map([("name", Tree::scalar(name)), ("art", Tree::scalar(kind)), ("weitere_rollen", Tree::List(Vec::new()))])
    };
    let degree =
        |dice: &mut Dice<'_>| Tree::map([("klasse", Tree::scalar(dice.pick(&["soziale_arbeit", "anderes_studium", "nur_erfahrung"])))]);
    let post = |dice: &mut Dice<'_>| {
        Tree::map([
            ("arbeitgeber", organisation(dice)),
            ("qualifikation", degree(dice)),
            ("dienstaufsicht", organisation(dice)),
            ("fachaufsicht", organisation(dice)),
            ("weitere_aufgaben", Tree::List(Vec::new())),
            ("dienstort", Tree::scalar("rathaus")),
            ("vzae", Tree::scalar("1")),
        ])
    };
    let figures = || Tree::List(vec![Tree::map([("jahr", Tree::scalar("2020")), ("gemeldet_am", Tree::scalar("2021-01-15"))])]);
    let grant = |dice: &mut Dice<'_>| {
        Tree::map([
            ("antragsteller", Tree::scalar(dice.pick(&["gemeinde", "landkreis"]))),
            ("betrag_jahr", Tree::scalar("51000")),
            ("betrag_je_vzae", Tree::scalar("60000")),
            ("monate", Tree::scalar(dice.pick(&["24", "60"]))),
            ("kosten", Tree::List(vec![Tree::scalar(dice.pick(&["personal", "miete"]))])),
            ("person_benannt", Tree::scalar(dice.pick(&["ja", "nein"]))),
            ("kennzahlen", figures()),
        ])
    };
    match missing.field.name.en {
        "grant" => grant(dice),
        "key_figures" => figures(),
        "costs" => Tree::List(vec![Tree::scalar(dice.pick(&["personal", "miete"]))]),
        "year" => Tree::scalar("2020"),
        "from" => Tree::scalar("2018-01-01"),
        "to" => Tree::scalar("2021-12-31"),
        "posts" => Tree::List(vec![post(dice)]),
        "qualification" | "required_qualification" => degree(dice),
        "text" => Tree::scalar(dice.pick(&["Diplom-Sozialarbeiterin", "Bürokauffrau"])),
        "class" => Tree::scalar(dice.pick(&["soziale_arbeit", "anderes_studium"])),
        "kind" => Tree::scalar(dice.pick(&["wohlfahrtsverband", "stadt"])),
        "owners" => Tree::List(vec![Tree::map([("wer", organisation(dice)), ("anteil", Tree::scalar("100 %"))])]),
        "control" | "other_roles" | "other_duties" => Tree::List(Vec::new()),
        "share" => Tree::scalar(dice.pick(&["10 %", "60 %", "100 %"])),
        "municipality" => Tree::map([("name", Tree::scalar("Geislingen an der Steige")), ("ags", Tree::scalar("08117024"))]),
        "county" => Tree::scalar("Göppingen"),
        "filled" => Tree::scalar(dice.pick(&["ja", "nein"])),
        "headcount" | "fte" | "total_fte" => Tree::scalar("1"),
        "contract" => Tree::map([("unterzeichnet", Tree::scalar("ja")), ("kuendbar_jederzeit", Tree::scalar(dice.pick(&["ja", "nein"])))]),
        "name" => Tree::scalar("Landkreis Göppingen"),
        "workplace" => Tree::scalar(dice.pick(&["rathaus", "unterkunft"])),
        _ => match missing.field.kind {
            Kind::Organisation => organisation(dice),
            Kind::YesNo => Tree::scalar(dice.pick(&["ja", "nein"])),
            Kind::Choice(words) | Kind::OpenChoice(words) => Tree::scalar(words.words[dice.roll(words.words.len())].name.de),
            Kind::Date => Tree::scalar("2019-10-15"),
            Kind::Number | Kind::Money => Tree::scalar(dice.pick(&["24", "60"])),
            _ => panic!("no answer to {missing:?}"),
        },
    }
}

const UNKNOWN: &[&str] = &["unbekannt", "unknown", "null", "?", "k. A.", ""];

fn states_unknown(tree: &Tree) -> bool {
    match tree {
        Tree::Scalar(text) => UNKNOWN.contains(&text.as_str()),
        Tree::List(items) => items.iter().any(states_unknown),
        Tree::Map(_) => false,
    }
}

/// What an office does is not all that its administration does: that is told by naming the administration as a whole.
fn whole_administration(plan: &mut Tree, missing: &Missing) {
    let office = &missing.place[..missing.place.len() - 1];
    let Some(Tree::Map(entries)) = plan.get(office) else { panic!("{missing:?} is in no record") };
    let name = entries.iter().find_map(|(key, value)| match value {
        Tree::Scalar(name) if key == "name" => name.split(',').next(),
        _ => None,
    });
    let name = name.unwrap_or_else(|| panic!("{missing:?} has no name")).to_owned();
    let whole = Tree::map([("name", Tree::Scalar(name)), ("weitere_rollen", Tree::List(Vec::new()))]);
    let Tree::Map(plan) = plan else { unreachable!() };
    match plan.iter_mut().find(|(key, _)| key == "organisationen" || key == "organisations") {
        Some((_, Tree::Map(known))) => known.push((format!("ganz-{}", known.len()), whole)),
        _ => plan.push(("organisationen".to_owned(), Tree::map([("ganz", whole)]))),
    }
}

/// A text that stands for a record, as that record; what is unknown has no text.
fn in_map<'t>(at: &'t mut Tree, short: &str) -> &'t mut Tree {
    if let Tree::Scalar(text) = at {
        let entries = if UNKNOWN.contains(&text.as_str()) { Vec::new() } else { vec![(short.to_owned(), Tree::Scalar(text.clone()))] };
        *at = Tree::Map(entries);
    }
    at
}

/// Writes an answer into the plan.
fn tell(plan: &mut Tree, missing: &Missing, dice: &mut Dice<'_>) {
    let told = answer(dice, missing);
    let at = plan.get_mut(&missing.place).unwrap_or_else(|| panic!("{missing:?} is not in the plan"));
    let Some(key) = missing.key else {
        if missing.field.name.en == "other_roles" && !states_unknown(at) {
            whole_administration(plan, missing);
        } else {
            *at = told;
        }
        return;
    };
    let lists = [("eigentuemer", "wer"), ("owners", "wer"), ("kontrolle", "durch"), ("control", "durch")];
    let list = missing.place.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(lists.iter().find(|(list, _)| *list == fold(key))),
        Step::Number(_) => None,
    });
    let mut at = at;
    if let Some(Some((_, who))) = list {
        // In a list of owners, a text stands for who it is, and that for an organisation.
        at = in_map(at, who);
        if ORGANISATION.fields.iter().any(|field| std::ptr::eq(field, missing.field)) {
            let Tree::Map(entries) = at else { return };
            at = entries.iter_mut().find(|(key, _)| ["wer", "who", "durch", "by"].contains(&key.as_str())).map(|(_, whose)| whose).unwrap();
        }
    }
    let short = if missing.field.name.en == "class" { "text" } else { "name" };
    let at = in_map(at, short);
    // An answer to something larger may have brought this one along.
    let Tree::Map(entries) = at else { return };
    if entries.iter().all(|(known, _)| !missing.field.is_named(known)) {
        entries.push((key.to_owned(), told));
    }
}

fn check(rule: &Rule, plan: &Tree, dice: &mut Dice<'_>) -> Result<(), TestCaseError> {
    let alone = rules().only(|_, other| other.id == rule.id);
    let mut plan = plan.clone();
    let mut asked = Vec::new();
    for _ in 0..=ROUNDS {
        let text = write::plain(&plan);
        let file = Source::new("plan.json", text.as_str());
        let report = report::lint(&alone, &file);
        prop_assert!(report.errors.is_empty(), "{}\n{text}", errors(&report));
        if report.outcome(&rule.id).is_none_or(|judged| judged.outcome != Outcome::Undetermined) {
            return Ok(());
        }
        let facts = Facts::derive(&Plan::read(&file).unwrap(), rules().vocabulary());
        let gaps = missing(rule, &facts, &file);
        prop_assert!(!gaps.is_empty(), "{} is open, and nothing is missing in\n{text}", rule.id);
        for gap in &gaps {
            let is_asked = report.questions.iter().any(|question| {
                let places = std::iter::once(&question.path).chain(&question.also);
                question.rules.contains(&rule.id) && places.clone().any(|place| steps(place) == gap.place)
            });
            prop_assert!(is_asked, "{}: {gap:?} is not asked for in\n{text}", rule.id);
            // An answer to one may have replaced what another was about.
            if plan.get_mut(&gap.place).is_some() {
                tell(&mut plan, gap, dice);
            }
        }
        asked.push(format!("{gaps:?}"));
    }
    let asked = asked.join("\n");
    Err(TestCaseError::fail(format!("{} is still open after\n{asked}\nin\n{}", rule.id, write::plain(&plan))))
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 300, ..given::random(60) })]

    #[test]
    fn answers_decide(rolls in rolls(), answers in rolls()) {
        let plan = plans::plan(&mut Dice::new(&rolls), Aim::Consistent);
        let report = report::lint(rules(), &Source::new("plan.json", write::plain(&plan)));
        for open in report.outcomes.iter().filter(|judged| judged.outcome == Outcome::Undetermined) {
            check(&open.rule, &plan, &mut Dice::new(&answers))?;
        }
    }
}

/// The first plan of everybody: nothing is known.
#[test]
fn answers_decide_where_nothing_is_known() {
    for (_, rule) in rules().rules() {
        for seed in 0..4 {
            let rolls = given::dice::from_seed(seed);
            for stellen in ["unbekannt", "k. A."] {
                let plan = Tree::map([("gemeinde", Tree::scalar("Lörrach")), ("stellen", Tree::scalar(stellen))]);
                check(rule, &plan, &mut Dice::new(&rolls)).unwrap();
            }
        }
    }
}
