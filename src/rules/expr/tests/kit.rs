//! What a rule author sees of an expression: traces, mutants, conditions, and the reference of the language.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::draw::Draw;
use super::generate::{Allowed, expression};
use super::world::{Known, World};
use super::{STEPS, compiled, env};
use crate::facts::{Facts, Vocabulary};
use crate::plan::Plan;
use crate::rules::expr::reference::{ENTRIES, EXAMPLE_PLAN, Group};
use crate::rules::expr::{Budget, Fact, MOST_TRACED, Reach, Trace, Truth, calls, compile, mutants, parse};
use crate::source::Source;
use crate::text::Lang;

const ALL: Allowed = Allowed { has: true, lenient: true, inexact: true };

fn made(text: &str) -> Vec<(String, String)> {
    mutants(text, &env()).into_iter().map(|mutant| (mutant.text, mutant.part)).collect()
}

#[test]
fn mutants_of_each_operator() {
    // An expression, and the mutants that are wanted of it, in the order of the text.
    let table: &[(&str, &[&str])] = &[
        ("plan.total_fte < 1.0", &["plan.total_fte <= 1.0", "plan.total_fte > 1.0", "plan.total_fte < 0.99", "plan.total_fte < 1.01"]),
        ("plan.total_fte <= plan.posts_fte", &["plan.total_fte < plan.posts_fte", "plan.total_fte >= plan.posts_fte"]),
        ("size(plan.posts) > 0", &["size(plan.posts) >= 0", "size(plan.posts) < 0", "size(plan.posts) > -1", "size(plan.posts) > 1"]),
        ("plan.note == plan.note", &["plan.note != plan.note"]),
        ("plan.is_dated && plan.county_exists", &["plan.county_exists", "plan.is_dated || plan.county_exists", "plan.is_dated"]),
        (
            "(plan.is_dated && plan.county_exists) && plan.is_urban_district",
            &[
                "(plan.county_exists) && plan.is_urban_district",
                "(plan.is_dated || plan.county_exists) && plan.is_urban_district",
                "(plan.is_dated) && plan.is_urban_district",
                "(plan.is_dated && plan.county_exists) || plan.is_urban_district",
                "(plan.is_dated && plan.county_exists)",
            ],
        ),
        (
            "plan.is_dated // a && b\n || plan.county_exists",
            &["plan.county_exists", "plan.is_dated // a && b\n && plan.county_exists", "plan.is_dated"],
        ),
        ("!plan.is_dated", &["plan.is_dated"]),
        ("!has(plan.note)", &["has(plan.note)"]),
        ("has(plan.note)", &["!has(plan.note)"]),
        ("plan.status in [\"running\"]", &["!(plan.status in [\"running\"])"]),
        ("!(plan.status in [\"running\"])", &["(plan.status in [\"running\"])"]),
        (
            "plan.total_fte + 1.5 == 2.5 - 1.0",
            &[
                "plan.total_fte - 1.5 == 2.5 - 1.0",
                "plan.total_fte + 1.49 == 2.5 - 1.0",
                "plan.total_fte + 1.51 == 2.5 - 1.0",
                "plan.total_fte + 1.5 != 2.5 - 1.0",
                "plan.total_fte + 1.5 == 2.49 - 1.0",
                "plan.total_fte + 1.5 == 2.51 - 1.0",
                "plan.total_fte + 1.5 == 2.5 + 1.0",
                "plan.total_fte + 1.5 == 2.5 - 0.99",
                "plan.total_fte + 1.5 == 2.5 - 1.01",
            ],
        ),
        (
            "plan.format % 2 == 1",
            &[
                "plan.format * 2 == 1",
                "plan.format % 1 == 1",
                "plan.format % 3 == 1",
                "plan.format % 2 != 1",
                "plan.format % 2 == 0",
                "plan.format % 2 == 2",
            ],
        ),
        ("plan.posts.all(p, p.reversed)", &["plan.posts.exists(p, p.reversed)", "plan.posts.exists_one(p, p.reversed)"]),
        ("plan.posts.exists(p, p.reversed)", &["plan.posts.all(p, p.reversed)", "plan.posts.exists_one(p, p.reversed)"]),
        ("plan.posts.exists_one(p, p.reversed)", &["plan.posts.all(p, p.reversed)", "plan.posts.exists(p, p.reversed)"]),
        ("sum(plan.posts.map(p, p.fte))", &["min(plan.posts.map(p, p.fte))", "max(plan.posts.map(p, p.fte))"]),
        ("plan.note.startsWith('a')", &["plan.note.endsWith('a')", "plan.note.contains('a')"]),
        (
            "plan.is_dated ? 1 : size(plan.note)",
            &["plan.is_dated ? 0 : size(plan.note)", "plan.is_dated ? 2 : size(plan.note)", "plan.is_dated ? size(plan.note) : 1"],
        ),
        (
            "plan.as_of > date(\"2025-01-01\")",
            &[
                "plan.as_of >= date(\"2025-01-01\")",
                "plan.as_of < date(\"2025-01-01\")",
                "plan.as_of > date(\"2024-12-31\")",
                "plan.as_of > date(\"2025-01-02\")",
            ],
        ),
        // Nothing to change, or no expression at all.
        ("plan.is_dated", &[]),
        ("plan.total_fte <", &[]),
        ("plan.total_fte < plan.note", &[]),
    ];
    for (text, wanted) in table {
        let found: Vec<String> = made(text).into_iter().map(|(text, _)| text).collect();
        let sorted = |all: Vec<&str>| all.into_iter().map(str::to_owned).collect::<BTreeSet<String>>();
        assert_eq!(found.len(), wanted.len(), "{text}: {found:#?}");
        assert_eq!(sorted(found.iter().map(String::as_str).collect()), sorted(wanted.to_vec()), "{text}");
    }
}

#[test]
fn a_mutant_says_what_is_changed() {
    let all = mutants("plan.is_dated && plan.grant.months <= 24", &env());
    let said: Vec<(String, String)> = all.iter().map(|mutant| (mutant.part.clone(), mutant.what.text(Lang::En))).collect();
    assert!(said.contains(&("plan.grant.months < 24".to_owned(), "“<=” is replaced by “<”".to_owned())), "{said:?}");
    assert!(said.contains(&("plan.grant.months <= 24".to_owned(), "“plan.is_dated” is left out".to_owned())), "{said:?}");
}

#[test]
fn conditions_and_which_of_them_are_decided() {
    // An expression, and its conditions; `!` marks those that are never unknown.
    let table: &[(&str, &[&str])] = &[
        ("plan.is_dated", &["!plan.is_dated"]),
        ("!plan.is_urban_district", &["plan.is_urban_district"]),
        ("has(plan.note) && plan.note == 'a'", &["!has(plan.note) && plan.note == 'a'", "!has(plan.note)", "!plan.note == 'a'"]),
        ("!has(plan.note) || plan.note == 'a'", &["!!has(plan.note) || plan.note == 'a'", "!has(plan.note)", "!plan.note == 'a'"]),
        ("plan.note == 'a' && has(plan.note)", &["plan.note == 'a' && has(plan.note)", "plan.note == 'a'", "!has(plan.note)"]),
        // A number may be stated as a range.
        ("has(post.fte) && post.fte > 1.0", &["has(post.fte) && post.fte > 1.0", "!has(post.fte)", "post.fte > 1.0"]),
        (
            "has(plan.note) ? plan.note == 'a' : plan.note == 'b'",
            &["has(plan.note) ? plan.note == 'a' : plan.note == 'b'", "!has(plan.note)", "!plan.note == 'a'", "plan.note == 'b'"],
        ),
        ("plan.all_organisations.all(o, o.is_unknown_id)", &["!plan.all_organisations.all(o, o.is_unknown_id)", "!o.is_unknown_id"]),
        ("plan.posts.all(p, has(p.fte))", &["plan.posts.all(p, has(p.fte))", "!has(p.fte)"]),
        ("size(post.personal_data) == 0", &["!size(post.personal_data) == 0"]),
    ];
    for (text, wanted) in table {
        let found: Vec<String> = compiled(text)
            .conditions(None)
            .into_iter()
            .map(|condition| format!("{}{}", if condition.is_decided { "!" } else { "" }, &text[condition.range]))
            .collect();
        assert_eq!(found, *wanted, "{text}");
    }
    let given = compiled("has(plan.status) && plan.is_dated");
    let conditions = compiled("plan.status == 'running'").conditions(Some(&given));
    assert!(conditions[0].is_decided);
}

#[test]
fn what_is_reached() {
    let mut world = World::new();
    world.text(world.plan, "note", "a");
    let expr = compiled("plan.note != 'a' && plan.status == 'running'");
    let conditions = expr.conditions(None);
    let mut reach = Reach::new(&expr);
    let _ = expr.truth_noting(&world.facts, &world.vars(), &mut Budget::new(STEPS), &mut reach);
    let seen = |at: usize| [Truth::True, Truth::False, Truth::Unknown].map(|truth| reach.saw(&conditions[at], truth));
    assert_eq!([seen(0), seen(1), seen(2)], [[false, true, false], [false, true, false], [false, false, false]]);
}

fn shown(text: &str, trace: &Trace<'_>, depth: usize, out: &mut Vec<String>) {
    let value = match (&trace.truth, &trace.answer.fact) {
        (Some(truth), _) => format!("{truth:?}"),
        (None, Some(Fact::Number(range))) => range.min.to_string(),
        (None, Some(Fact::Int(min, _))) => min.to_string(),
        (None, Some(Fact::Text(text))) => (*text).to_owned(),
        (None, Some(Fact::List { members, .. })) => format!("{} members", members.len()),
        (None, Some(_)) => "known".to_owned(),
        (None, None) => "?".to_owned(),
    };
    let member = if trace.member.is_some() { "* " } else { "" };
    let needed = if trace.needed { "" } else { " (not needed)" };
    out.push(format!("{}{member}{}: {value}{needed}", "  ".repeat(depth), &text[trace.range.clone()]));
    trace.parts.iter().for_each(|part| shown(text, part, depth + 1, out));
}

#[test]
fn a_trace_shows_every_part() {
    let mut world = World::new();
    let posts = world.records(world.plan, "posts", &crate::plan::fields::POST, 2, false);
    world.number(posts[0], "fte", "1", "1");
    world.number(posts[1], "fte", "2", "2");
    let text = "plan.posts.exists(p, p.fte > 0.5) && plan.note == 'a' || plan.posts[1].fte >= 1.0";
    let expr = compiled(text);
    let trace = expr.trace(&world.facts, &world.vars(), &mut Budget::new(STEPS));
    let mut out = Vec::new();
    shown(text, &trace, 0, &mut out);
    assert_eq!(
        out,
        [
            format!("{text}: True").as_str(),
            "  plan.posts.exists(p, p.fte > 0.5) && plan.note == 'a': Unknown",
            "    plan.posts.exists(p, p.fte > 0.5): True",
            "      plan.posts: 2 members",
            "      * p.fte > 0.5: True",
            "        p.fte: 1",
            "      * p.fte > 0.5: True (not needed)",
            "        p.fte: 2 (not needed)",
            "    plan.note == 'a': Unknown",
            "      plan.note: ?",
            "  plan.posts[1].fte >= 1.0: True",
            "    plan.posts[1].fte: 2",
        ]
    );
    assert_eq!(trace.parts[1].parts[0].answer.cell, Some(world.cell(posts[1], "fte")));
}

#[test]
fn a_trace_is_bounded() {
    let mut world = World::new();
    world.records(world.plan, "posts", &crate::plan::fields::POST, 300, false);
    let expr = compiled("plan.posts.all(p, plan.posts.all(q, p.fte == q.fte))");
    let trace = expr.trace(&world.facts, &world.vars(), &mut Budget::new(STEPS));
    assert_eq!((trace.parts.len(), trace.more), (MOST_TRACED + 1, 300 - MOST_TRACED));
    let deep = (0..16).fold(String::new(), |text, at| text + &format!("plan.posts.all(x{at}, ")) + "x0.fte > x15.fte" + &")".repeat(16);
    let mut budget = Budget::new(50_000);
    let deep = compiled(&deep);
    let trace = deep.trace(&world.facts, &world.vars(), &mut budget);
    assert!(budget.exhausted() && trace.truth == Some(Truth::Unknown));
}

/// Whatever the text, the kit of the rule author deals with it.
pub(super) fn harmless(text: &str) -> Result<(), TestCaseError> {
    for mutant in mutants(text, &env()) {
        prop_assert!(mutant.text != text && text.get(mutant.range.clone()).is_some());
        prop_assert!(compile(&mutant.text, &env()).is_ok(), "{text}: {}", mutant.text);
        prop_assert!(!mutant.part.is_empty() && !mutant.what.text(Lang::De).is_empty());
    }
    if let Ok(expr) = compile(text, &env()) {
        let world = World::drawn(&mut Draw::new(&[9, 3, 5, 1, 7, 3, 200, 17, 4, 4, 8, 61, 2]), Known::Some);
        let trace = expr.trace(&world.facts, &world.vars(), &mut Budget::new(20_000));
        prop_assert!(text.get(trace.range).is_some());
        for condition in expr.conditions(Some(&expr)) {
            prop_assert!(text.get(condition.range).is_some());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn traces_come_to_what_expressions_come_to(expr in prop::collection::vec(any::<u8>(), 0..300), facts in prop::collection::vec(any::<u8>(), 0..300)) {
        let text = expression(&mut Draw::new(&expr), ALL);
        let expr = compiled(&text);
        let world = World::drawn(&mut Draw::new(&facts), Known::Some);
        let truth = expr.truth(&world.facts, &world.vars(), &mut Budget::new(STEPS));
        let trace = expr.trace(&world.facts, &world.vars(), &mut Budget::new(STEPS));
        prop_assert_eq!(trace.truth, Some(truth), "{}", text);
        let mut reach = Reach::new(&expr);
        prop_assert_eq!(expr.truth_noting(&world.facts, &world.vars(), &mut Budget::new(STEPS), &mut reach), truth);
        for condition in expr.conditions(None) {
            prop_assert!(!(condition.is_decided && reach.saw(&condition, Truth::Unknown) && is_filled(&text)), "{} in {}", &text[condition.range.clone()], text);
        }
    }

    #[test]
    fn mutants_are_expressions(expr in prop::collection::vec(any::<u8>(), 0..300)) {
        let text = expression(&mut Draw::new(&expr), ALL);
        harmless(&text)?;
    }
}

/// Whether an expression asks for no fact that real plans always have, and drawn ones may lack.
fn is_filled(text: &str) -> bool {
    !["label", "all_organisations", "post."].iter().any(|field| text.contains(field))
}

fn example(text: &str) -> String {
    let plan = Plan::read(&Source::new("plan.yaml", EXAMPLE_PLAN)).unwrap();
    let facts = Facts::derive(&plan, &Vocabulary::bundled().unwrap());
    let env = crate::rules::expr::Env::new().with("plan", &crate::plan::fields::PLAN);
    let expr = compile(text, &env).unwrap_or_else(|problems| panic!("{text}: {}", problems[0].message.text(Lang::En)));
    match expr.value(facts.store(), &[Some(facts.root())], &mut Budget::new(STEPS)).fact {
        Some(Fact::Bool(known)) => known.to_string(),
        Some(Fact::Int(min, max)) if min == max => min.to_string(),
        Some(Fact::Number(range)) if range.min == range.max => range.min.to_string(),
        Some(other) => panic!("{text}: {other:?}"),
        None => "unknown".to_owned(),
    }
}

#[test]
fn the_examples_of_the_reference_come_to_what_they_claim() {
    for entry in ENTRIES {
        assert_eq!(example(entry.example), entry.value, "{}", entry.example);
        for text in [entry.meaning, entry.unknown] {
            assert!(!text.de.is_empty() && !text.en.is_empty(), "{}", entry.name);
        }
        assert_eq!(entry.types.de.is_empty(), entry.types.en.is_empty(), "{}", entry.name);
    }
}

#[test]
fn the_reference_is_complete() {
    let in_groups = |groups: &[Group]| -> BTreeSet<&str> {
        ENTRIES.iter().filter(|entry| groups.contains(&entry.group)).map(|entry| entry.name).collect()
    };
    let functions: BTreeSet<&str> = calls::names().collect();
    assert_eq!(in_groups(&[Group::Macro, Group::Function]), functions);
    let infixes: BTreeSet<&str> = parse::INFIXES.iter().map(|(_, sign, _)| *sign).chain(["? :", "!", "-a"]).collect();
    assert_eq!(in_groups(&[Group::Logic, Group::Comparison, Group::Arithmetic]), infixes);
    assert_eq!(in_groups(&[Group::Access]), BTreeSet::from([".", "[ ]", "( )"]));
    assert_eq!(Group::ALL.iter().map(|group| in_groups(&[*group]).len()).sum::<usize>(), ENTRIES.len(), "no name twice in a group");
    // In the order of the groups, so that a page can be printed as it stands.
    let order: Vec<usize> = ENTRIES.iter().filter_map(|entry| Group::ALL.iter().position(|group| *group == entry.group)).collect();
    assert!(order.is_sorted() && order.len() == ENTRIES.len());
}
