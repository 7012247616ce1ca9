//! What has changed between two plans, for people.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

#[cfg(all(feature = "html", feature = "json"))]
#[path = "changes_in/formats.rs"]
mod formats;
mod given;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use given::dice::{Dice, rolls};
use given::plans::{self, Aim};
use given::tree::{Step, Tree};
use given::{rules, write};
use paktlint::changes::{self, Changes, FactTurn, QuestionTurn, Stated, Turn};
use paktlint::fix::translated;
use paktlint::plan::fields::PLAN;
use paktlint::plan::{Field, Kind, Table, fields};
use paktlint::report::{self, Dates};
use paktlint::source::Source;
use paktlint::text::Lang;
use proptest::prelude::*;

fn between(old: &str, new: &str) -> Changes {
    let (old, new) = (Source::new("alt.yaml", old), Source::new("neu.yaml", new));
    changes::changes(rules(), &old, &new, Dates::default())
}

/// Every change that is told, a line each.
fn told(changes: &Changes, lang: Lang) -> String {
    let mut out = String::new();
    for note in &changes.notes {
        writeln!(out, "! {}", note.message().text(lang)).unwrap();
    }
    for fact in &changes.facts {
        writeln!(out, "{}", fact.message().text(lang)).unwrap();
    }
    for outcome in changes.outcomes.iter().filter(|outcome| outcome.is_demand()) {
        writeln!(out, "{}: {}", outcome.turn.name(), outcome.message().text(lang)).unwrap();
    }
    for question in changes.questions.iter().filter(|question| question.turn != QuestionTurn::StillOpen) {
        let of_demand = question.question.rules.iter().any(|rule| given::DEMANDS.contains(&rule.as_str()));
        if of_demand {
            writeln!(out, "{}? {}", question.turn.name(), question.question.text.text(lang)).unwrap();
        }
    }
    out
}

/// Files of `tests/changes`: the old plan, the new plan and what is told of them, each after its line of `===`. With
/// `CHANGES_UPDATE=1` what is told is written into them, to be read.
#[test]
fn what_is_told() {
    let mut all = 0;
    for path in given::files_below("tests/changes") {
        let text = given::text(&path);
        let parts: Vec<&str> = text.split("===\n").collect();
        let [_, old, new, expected] = parts[..] else { panic!("{path}: {} parts", parts.len()) };
        all += 1;
        let found = told(&between(old, new), Lang::De);
        if std::env::var_os("CHANGES_UPDATE").is_some() {
            let head = parts[0];
            std::fs::write(given::repository(&path), format!("{head}===\n{old}===\n{new}===\n{found}")).unwrap();
            continue;
        }
        assert_eq!(found, expected, "{path}");
        let english = told(&between(old, new), Lang::En);
        assert_eq!(english.lines().count(), found.lines().count(), "{english}");
    }
    assert!(all > 20);
}

fn nothing(changes: &Changes) -> Result<(), TestCaseError> {
    let facts: Vec<String> = changes.facts.iter().map(|fact| fact.message().text(Lang::De)).collect();
    prop_assert!(facts.is_empty(), "{facts:#?}");
    let outcomes: Vec<String> = changes.outcomes.iter().map(|outcome| outcome.message().text(Lang::De)).collect();
    prop_assert!(outcomes.is_empty(), "{outcomes:#?}");
    let questions: Vec<&changes::QuestionChange> =
        changes.questions.iter().filter(|question| question.turn != QuestionTurn::StillOpen).collect();
    prop_assert!(questions.is_empty(), "{questions:#?}");
    prop_assert!(changes.is_empty() && !changes.got_worse());
    Ok(())
}

/// The same plan with its entries in another order.
fn turned(tree: &Tree, dice: &mut Dice<'_>) -> Tree {
    match tree {
        Tree::Scalar(text) => Tree::Scalar(text.clone()),
        Tree::List(items) => {
            let mut items: Vec<Tree> = items.iter().map(|item| turned(item, dice)).collect();
            let by = dice.roll(items.len());
            items.rotate_left(by);
            Tree::List(items)
        }
        Tree::Map(entries) => {
            let mut entries: Vec<(String, Tree)> = entries.iter().map(|(key, value)| (key.clone(), turned(value, dice))).collect();
            let by = dice.roll(entries.len());
            entries.rotate_left(by);
            Tree::Map(entries)
        }
    }
}

/// What a change says, without what things are called: a post without an id has another number in each file.
fn forth(changes: &Changes) -> Vec<String> {
    let value = |stated: &Stated| match stated {
        Stated::Known(value) => format!("{value:?}"),
        other => format!("{other:?}"),
    };
    let step = |step: &changes::Step| match step {
        changes::Step::Field { field, .. } => field.name.en.to_owned(),
        changes::Step::Entry(_) => String::new(),
    };
    let fact = |fact: &changes::FactChange| {
        let within: Vec<String> = fact.within.iter().map(step).collect();
        format!("{} {within:?} {} > {} {}", fact.about.name(), value(&fact.before.what), value(&fact.after.what), fact.is_derived)
    };
    let mut all: Vec<String> = changes.facts.iter().map(fact).collect();
    all.extend(changes.outcomes.iter().map(|change| format!("{} {:?} > {:?}", change.rule.id, change.before, change.after)));
    all.sort();
    all
}

fn back(changes: &Changes) -> Vec<String> {
    let mut changes = changes.clone();
    for fact in &mut changes.facts {
        std::mem::swap(&mut fact.before, &mut fact.after);
    }
    for outcome in &mut changes.outcomes {
        std::mem::swap(&mut outcome.before, &mut outcome.after);
    }
    forth(&changes)
}

proptest! {
    #![proptest_config(given::random(120))]

    #[test]
    fn a_plan_is_as_it_is(rolls in rolls(), style in rolls()) {
        let plan = plans::plan(&mut Dice::new(&rolls), Aim::Any);
        let plain = write::plain(&plan);
        nothing(&between(&plain, &plain))?;
        nothing(&between(&plain, &write::file(&plan, &mut Dice::new(&style))))?;
        for lang in [Lang::De, Lang::En] {
            let other = translated(&Source::new("plan.yaml", plain.as_str()), lang).unwrap().file;
            nothing(&between(&plain, other.text()))?;
        }
    }

    #[test]
    fn another_order_is_no_change(rolls in rolls(), order in rolls()) {
        let plan = plans::plan(&mut Dice::new(&rolls), Aim::Consistent);
        let other = turned(&plan, &mut Dice::new(&order));
        nothing(&between(&write::plain(&plan), &write::plain(&other)))?;
    }

    #[test]
    fn what_came_goes_on_the_way_back(rolls in rolls(), others in rolls()) {
        let (old, new) = (plans::plan(&mut Dice::new(&rolls), Aim::Any), plans::plan(&mut Dice::new(&others), Aim::Any));
        let (old, new) = (write::plain(&old), write::plain(&new));
        prop_assert_eq!(forth(&between(&old, &new)), back(&between(&new, &old)));
    }

    #[test]
    fn every_changed_fact_is_told(rolls in rolls(), which in any::<prop::sample::Index>()) {
        let mut plan = plans::plan(&mut Dice::new(&rolls), Aim::Consistent);
        name_posts(&mut plan);
        let mut facts = Vec::new();
        facts_of(&plan, &PLAN, &mut Vec::new(), &mut facts);
        prop_assume!(!facts.is_empty());
        let fact = which.get(&facts);
        let Some(other) = another(fact.field, plan.get(&fact.place).unwrap(), fact.in_list) else { return Ok(()) };
        let mut changed = plan.clone();
        *changed.get_mut(&fact.place).unwrap() = Tree::Scalar(other);
        let changes = between(&write::plain(&plan), &write::plain(&changed));
        let stated: Vec<&changes::FactChange> = changes.facts.iter().filter(|change| !change.is_derived).collect();
        let told: Vec<String> = changes.facts.iter().map(|fact| fact.message().text(Lang::De)).collect();
        let about = format!("{:?} of {:?}: {told:#?}\n{}", fact.place, fact.table.name.en, write::plain(&plan));
        if is_name(fact.table, fact.field) {
            prop_assert!(!stated.is_empty(), "{about}");
        } else {
            prop_assert!(stated.len() == 1, "{about}");
            let Some(changes::Step::Field { field, .. }) = stated[0].within.last() else { panic!("{about}") };
            prop_assert!(std::ptr::eq(*field, fact.field), "{about}");
            let place = stated[0].after.place.as_ref().or(stated[0].before.place.as_ref());
            prop_assert!(place.is_some(), "{about}");
        }
    }
}

struct Fact {
    place: Vec<Step>,
    table: &'static Table,
    field: &'static Field,
    in_list: bool,
}

/// Posts are the same by their ids.
fn name_posts(plan: &mut Tree) {
    let Tree::Map(entries) = plan else { return };
    for (key, value) in entries {
        if ["stellen", "posts"].contains(&key.as_str()) {
            let posts = if let Tree::List(items) = value { items } else { std::slice::from_mut(value) };
            for (number, post) in posts.iter_mut().enumerate() {
                if let Tree::Map(fields) = post {
                    fields.retain(|(key, _)| key != "id");
                    fields.push(("id".to_owned(), Tree::Scalar(format!("P{number}"))));
                }
            }
        }
    }
}

/// Every stated value, with its field.
fn facts_of(tree: &Tree, table: &'static Table, here: &mut Vec<Step>, found: &mut Vec<Fact>) {
    let Tree::Map(entries) = tree else {
        if let (Tree::Scalar(_), Some(short)) = (tree, table.shorthand) {
            found.push(Fact { place: here.clone(), table, field: table.field(short), in_list: false });
        }
        return;
    };
    for (key, value) in entries {
        let Some(number) = table.stated(&paktlint::text::fold(key)) else { continue };
        here.push(Step::Key(key.clone()));
        value_of(value, &table.field(number).kind, table, table.field(number), here, found, false);
        here.pop();
    }
}

fn value_of(
    tree: &Tree,
    kind: &Kind,
    table: &'static Table,
    field: &'static Field,
    here: &mut Vec<Step>,
    found: &mut Vec<Fact>,
    in_list: bool,
) {
    if field.name.en == "format" {
        return;
    }
    match (tree, kind) {
        (Tree::List(items), Kind::List(inner)) => {
            for (number, item) in items.iter().enumerate() {
                here.push(Step::Number(number));
                value_of(item, inner, table, field, here, found, true);
                here.pop();
            }
        }
        (_, Kind::List(inner)) => value_of(tree, inner, table, field, here, found, true),
        (Tree::Map(entries), Kind::Map(inner)) => {
            for (key, value) in entries {
                here.push(Step::Key(key.clone()));
                facts_of(value, inner, here, found);
                here.pop();
            }
        }
        // What stands for a whole record may be unknown as a whole.
        (Tree::Scalar(text), Kind::Record(_)) if is_unknown(text) => {}
        (_, Kind::Record(inner)) => facts_of(tree, inner, here, found),
        (Tree::Map(_), Kind::Organisation) => facts_of(tree, &fields::ORGANISATION, here, found),
        (Tree::Scalar(text), _) if in_list && is_unknown(text) => {}
        (Tree::Scalar(_), _) => found.push(Fact { place: here.clone(), table, field, in_list }),
        _ => {}
    }
}

fn is_unknown(text: &str) -> bool {
    ["unbekannt", "unknown", "k. A.", "null", "?"].contains(&text)
}

/// Another value of a field.
fn another(field: &'static Field, value: &Tree, in_list: bool) -> Option<String> {
    let Tree::Scalar(text) = value else { return None };
    let kind = if let Kind::List(inner) = &field.kind { inner } else { &field.kind };
    Some(
        match kind {
            Kind::Text | Kind::OpenChoice(_) => "Etwas Neues 77",
            Kind::Number | Kind::Count => "7",
            Kind::Fte => "0,77",
            Kind::Share => "13 %",
            Kind::Money => "12345",
            Kind::Date => "2001-02-03",
            Kind::YesNo => {
                if ["ja", "yes", "true"].contains(&text.as_str()) {
                    "nein"
                } else {
                    "ja"
                }
            }
            Kind::Ags => "08317057",
            Kind::County => "Ortenaukreis",
            Kind::Organisation => "Neue Einrichtung 77",
            Kind::Choice(_) if in_list => return None,
            Kind::Choice(choice) => {
                let known = choice.find(text).map_or(0, usize::from);
                choice.words[(known + 1) % choice.words.len()].name.de
            }
            _ => return None,
        }
        .to_owned(),
    )
}

/// By what things are the same: another name is another thing, or the same under another name.
fn is_name(table: &'static Table, field: &'static Field) -> bool {
    let names: &[(&str, &[&str])] = &[
        ("post", &["id"]),
        ("municipality", &["name", "ags"]),
        ("organisation", &["name"]),
        ("owner", &["who"]),
        ("control", &["by"]),
        ("key figure", &["year"]),
        ("source", &["id", "title"]),
        ("exception", &["rule", "post"]),
        ("reply", &["rule", "post", "by", "date"]),
        ("qualification", &["text"]),
    ];
    names.iter().any(|(of, names)| *of == table.name.en && names.contains(&field.name.en))
}

#[test]
fn ten_thousand_posts_are_compared_at_once() {
    let plan = |at: usize| {
        let mut text = "gemeinde: Weil\nkreis: Lörrach\nstand: 2019-10\nstellen:\n".to_owned();
        for number in 0..10_000 {
            let employer = ["Caritas", "Stadt Weil", "unbekannt"][(number + at) % 3];
            writeln!(text, "  - {{arbeitgeber: {employer}, vzae: 0.{}}}", 1 + (number * at) % 9).unwrap();
        }
        text
    };
    // With ids they would be found at once; without, they have to be told apart by what they say.
    let begin = Instant::now();
    let [old, new] = [1, 2].map(|at| report::lint(rules(), &Source::new("plan.yaml", plan(at))));
    let judged = begin.elapsed();
    let changes = changes::between(rules(), old, new);
    assert!(!changes.facts.is_empty());
    // On a busy machine everything takes longer alike.
    let compared = begin.elapsed().saturating_sub(judged);
    assert!(compared < judged * 5 + Duration::from_secs(5), "{compared:?} after {judged:?}");
}

#[test]
fn turns_are_counted() {
    let plan = |employer: &str| format!("gemeinde: Weil\nstand: 2019-10\nstellen: [{{id: a, arbeitgeber: {employer}, vzae: 1}}]\n");
    let worse = between(&plan("Caritas"), &plan("Stadt Weil"));
    assert!(worse.got_worse());
    let turns: BTreeMap<&str, usize> = worse.outcomes.iter().fold(BTreeMap::new(), |mut turns, change| {
        *turns.entry(change.turn.name()).or_default() += 1;
        turns
    });
    assert_eq!(worse.outcomes.iter().find(|change| change.rule.id == "carrier-independence").unwrap().turn, Turn::Worse, "{turns:?}");
    assert!(!between(&plan("Stadt Weil"), &plan("Caritas")).outcomes.iter().any(|change| change.is_demand() && change.turn == Turn::Worse));
    assert_eq!(worse.facts[0].turn(), FactTurn::Changed);
    let unreadable = between("gemeinde: [", &plan("Caritas"));
    assert!(!unreadable.are_readable() && unreadable.facts.is_empty());
}
