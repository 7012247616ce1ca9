//! Which facts are named as reasons, in which order.

use super::world::World;
use super::{STEPS, compiled};
use crate::plan::{CellId, FieldNo, Parent, Store, Value, fields};
use crate::rules::expr::Truth::{False, True, Unknown};
use crate::rules::expr::{Budget, Reasons, RunErrorKind, Truth};

/// A plan with three posts: a full one at the town, half a one at the Caritas, one of which nothing is known.
fn world() -> World {
    let mut world = World::new();
    let plan = world.plan;
    let posts = world.records(plan, "posts", &fields::POST, 3, false);
    world.number(posts[0], "fte", "1", "1");
    let town = world.record(posts[0], "employer", &fields::ORGANISATION);
    world.set(town, "independent", Value::Bool(false));
    world.number(posts[1], "fte", "0.4", "0.6");
    let caritas = world.record(posts[1], "employer", &fields::ORGANISATION);
    world.set(caritas, "independent", Value::Bool(true));
    world.post = Some(posts[0]);
    world
}

/// The path of a cell as rules write it, the number of a member in brackets.
fn path(facts: &Store, cell: CellId) -> String {
    match facts.cell(cell).parent {
        Parent::Item(list, at) => format!("{}[{at}]", path(facts, list)),
        Parent::Field(record, number) => {
            let record = facts.record(record);
            let name = record.table.field(number).name.en;
            record.cell.map_or_else(|| format!("{}.{name}", record.table.name.en), |cell| format!("{}.{name}", path(facts, cell)))
        }
        Parent::Sole(_) | Parent::Of(_) | Parent::None => "?".to_owned(),
    }
}

fn reasons(world: &World, text: &str) -> Reasons {
    let mut budget = Budget::new(STEPS);
    compiled(text).reasons(&world.facts, &world.vars(), &mut budget)
}

fn paths(world: &World, cells: &[CellId]) -> String {
    cells.iter().map(|&cell| path(&world.facts, cell).replace("plan.posts", "").replace("independent", "ind")).collect::<Vec<_>>().join(" ")
}

#[test]
fn reasons_of_every_kind() {
    let world = world();
    for (text, truth, cells, way) in [
        ("post.fte == 1.0", True, "[0].fte", ""),
        ("post.employer.independent", False, "[0].employer.ind", "[0].employer"),
        ("post.fte < 1.0 && post.employer.independent", False, "[0].fte", ""),
        ("post.label == '' && post.employer.independent", False, "[0].employer.ind", "[0].employer"),
        ("post.fte == 1.0 || post.label == ''", True, "[0].fte", ""),
        ("post.fte == 1.0 && !post.employer.independent", True, "[0].fte [0].employer.ind", "[0].employer"),
        ("post.fte == 1.0 && post.fte > 0.5", True, "[0].fte", ""),
        ("post.fte == 1.0 && post.label == ''", Unknown, "[0].label", ""),
        ("post.label == '' || post.headcount == 1 || post.fte < 1.0", Unknown, "[0].label [0].headcount", ""),
        ("post.fte > 0.5 ? post.employer.independent : post.label == ''", False, "[0].fte [0].employer.ind", "[0].employer"),
        ("post.label == '' ? post.fte > 0.5 : post.fte > 0.6", True, "[0].fte", ""),
        ("post.label == '' ? post.fte > 0.5 : post.fte < 0.5", Unknown, "[0].label", ""),
        ("plan.posts[1].fte > 0.3", True, "[1].fte", " [1]"),
        ("plan.posts[1].fte > 0.5", Unknown, "[1].fte", ""),
        ("plan.posts[1].fte + post.fte > 1.5", Unknown, "[1].fte", ""),
        ("has(post.fte)", True, "[0].fte", ""),
        ("has(post.label)", False, "[0].label", ""),
        ("has(plan.contract.signed)", False, "plan.contract", ""),
        ("plan.posts.all(p, p.fte < 1.0)", False, "[0].fte", " [0]"),
        ("plan.posts.exists(p, p.employer.independent)", True, "[1].employer.ind", " [1] [1].employer"),
        ("plan.posts.all(p, p.fte > 0.3)", Unknown, "[2].fte", ""),
        ("plan.posts.all(p, p.fte > 0.5)", Unknown, "[1].fte [2].fte", ""),
        ("plan.posts.exists_one(p, p.fte > 0.3)", False, "[0].fte [1].fte", " [0] [1]"),
        ("plan.posts.filter(p, has(p.fte)).all(p, p.fte > 0.3)", True, " [0].fte [1].fte [2].fte", "[0] [1] [2]"),
        ("plan.posts.filter(p, p.fte > 0.7).exists(p, p.employer.independent)", Unknown, "[2].fte [2].employer", ""),
        ("plan.posts.filter(p, p.fte > 0.7).all(p, p.role == 'counselling')", True, " [0].role [1].fte [2].role", "[0] [1] [2]"),
        ("size(plan.posts) == 3", True, "", ""),
        ("size(plan.posts.filter(p, p.fte > 0.7)) <= 1", Unknown, "[2].fte", ""),
        ("0.4 in plan.posts.map(p, p.fte)", Unknown, "[1].fte [2].fte", ""),
        ("1.0 in plan.posts.map(p, p.fte)", True, "[0].fte", " [0]"),
        ("sum(plan.posts.map(p, p.fte)) > 1.0", Unknown, "[1].fte [2].fte", ""),
        ("[post.fte, plan.posts[2].fte].exists(f, f == 1.0)", True, "[0].fte", ""),
        ("plan.contract.signed", Unknown, "plan.contract", ""),
        ("plan.conditions.exists(c, c == 'a')", Unknown, "plan.conditions", ""),
    ] {
        let reasons = reasons(&world, text);
        // The cell of `plan.posts` has an empty path here.
        let found = (reasons.truth, paths(&world, &reasons.cells), paths(&world, &reasons.way));
        assert_eq!(found, (truth, cells.to_owned(), way.to_owned()), "{text}");
        assert!(reasons.errors.is_empty(), "{text}");
    }
}

#[test]
fn open_lists_are_named() {
    let mut world = World::new();
    let (plan, post) = (world.plan, world.post.unwrap());
    world.records(plan, "posts", &fields::POST, 0, true);
    for text in ["plan.posts.all(p, p.fte > 0.5)", "size(plan.posts) == 0", "plan.posts[0].fte > 0.5", "1.0 in plan.posts.map(p, p.fte)"] {
        assert_eq!(reasons(&world, text).cells, [world.cell(plan, "posts")], "{text}");
    }
    assert_eq!(reasons(&world, "post.fte in plan.posts.map(p, p.fte)").cells, [world.cell(post, "fte"), world.cell(plan, "posts")]);
}

#[test]
fn what_would_be_asked_next() {
    let world = world();
    let post = world.facts.items_of(world.plan, super::world::field(&fields::PLAN, "posts"))[2];
    let post = world.facts.record_in(post).unwrap();
    let employer = world.cell(post, "employer");
    let wanted = |text: &str| -> Vec<(CellId, FieldNo)> { reasons(&world, text).wanted.iter().map(|w| (w.cell, w.field)).collect() };
    let independent = super::world::field(&fields::ORGANISATION, "independent");
    let public = super::world::field(&fields::ORGANISATION, "public");
    let both = "plan.posts[2].employer.independent && !plan.posts[2].employer.public";
    assert_eq!(wanted(both), [(employer, independent), (employer, public)]);
    assert_eq!(wanted("plan.posts.exists(p, p.fte > 1.0 && p.employer.independent)"), [(employer, independent)]);
    assert_eq!(wanted("plan.posts[2].fte > 1.0"), []);
    let signed = super::world::field(&fields::CONTRACT, "signed");
    assert_eq!(wanted("plan.contract.signed"), [(world.cell(world.plan, "contract"), signed)]);
}

#[test]
fn errors_are_named_with_their_place() {
    let world = world();
    for (text, part, kind) in [
        ("true && 1 / 0 == 1", "1 / 0", RunErrorKind::DivisionByZero),
        ("post.fte / 0.0 == 1.0", "post.fte / 0.0", RunErrorKind::DivisionByZero),
        ("1 % 0 == 1", "1 % 0", RunErrorKind::DivisionByZero),
        ("9223372036854775807 + 1 > 0", "9223372036854775807 + 1", RunErrorKind::Overflow),
        ("-(-9223372036854775808) > 0", "-(-9223372036854775808)", RunErrorKind::Overflow),
        ("plan.posts[3].fte > 1.0", "plan.posts[3]", RunErrorKind::IndexOutOfRange),
        ("[1][-1] == 1", "[1][-1]", RunErrorKind::IndexOutOfRange),
        ("min([1].filter(x, x > 1)) == 1", "min([1].filter(x, x > 1))", RunErrorKind::EmptyList),
        ("sum([9223372036854775807, 1]) > 1", "sum([9223372036854775807, 1])", RunErrorKind::Overflow),
    ] {
        let reasons = reasons(&world, text);
        assert_eq!(reasons.truth, Truth::Unknown);
        let [error] = reasons.errors.as_slice() else { panic!("{text}: {reasons:?}") };
        assert_eq!((&text[error.range.clone()], error.kind), (part, kind), "{text}");
        assert!(reasons.cells.is_empty(), "{text}");
    }
    assert!(reasons(&world, "1 / 0 == 1 || true").errors.is_empty());
    assert!(reasons(&world, "post.headcount / 0 == 1").errors.is_empty());
}
