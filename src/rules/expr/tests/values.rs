//! Values for messages, the budget, and what an expression tells about itself.

use super::world::World;
use super::{compiled, env};
use crate::number::{Decimal, Range};
use crate::plan::{State, Value, fields, words};
use crate::rules::expr::{Budget, Env, Expr, Fact, Truth, Type, compile};
use crate::text::{Lang, Message, Wording};

fn said(world: &World, text: &str) -> String {
    let mut budget = Budget::new(10_000);
    let expr = compiled(text);
    let arg = expr.value(&world.facts, &world.vars(), &mut budget).arg(&world.facts);
    let wording = Wording { de: "{x}".to_owned(), en: "{x}".to_owned() };
    Message::of_rule(wording.into()).with("x", arg).text(Lang::De)
}

#[test]
fn values_in_messages() {
    let mut world = World::new();
    let (plan, post) = (world.plan, world.post.unwrap());
    world.number(post, "fte", "0.5", "0.75");
    world.number(post, "headcount", "2", "2");
    world.word(post, "role", "coordination");
    world.days(post, "start", "2024-01-01", "2024-12-31");
    let employer = world.record(post, "employer", &fields::ORGANISATION);
    world.text(employer, "name", "Caritas");
    world.set(employer, "public", Value::Bool(false));
    let duty = |number| State::Known(Value::Word(&words::DUTY, number));
    world.list(post, "other_duties", &[duty(0), duty(2), State::Unknown], false);
    world.records(plan, "posts", &fields::POST, 2, true);
    for (text, wanted) in [
        ("post.fte", "0,5 bis 0,75"),
        ("post.fte * 2.0", "1 bis 1,5"),
        ("post.headcount + 1", "3"),
        ("post.role", "Koordination"),
        ("post.start", "2024"),
        ("post.employer", "Caritas"),
        ("post.employer.name", "Caritas"),
        ("post.employer.public", "nein"),
        ("post.label", "unbekannt"),
        ("plan.contract.form", "unbekannt"),
        ("post.other_duties", "Rückkehrberatung, Belegung der Unterkunft und unbekannt"),
        ("size(plan.posts)", "unbekannt"),
        ("size(post.other_duties)", "3"),
        ("'text'", "text"),
    ] {
        assert_eq!(said(&world, text), wanted, "{text}");
    }
}

#[test]
fn places_of_values() {
    let mut world = World::new();
    let (plan, post) = (world.plan, world.post.unwrap());
    let employer = world.record(post, "employer", &fields::ORGANISATION);
    let cell = |text: &str| compiled(text).value(&world.facts, &world.vars(), &mut Budget::new(100)).cell;
    assert_eq!(cell("post.fte"), Some(world.cell(post, "fte")));
    assert_eq!(cell("post.employer"), Some(world.cell(post, "employer")));
    assert_eq!(cell("post.employer.kind"), Some(world.cell(employer, "kind")));
    assert_eq!(cell("plan.contract.signed"), Some(world.cell(plan, "contract")));
    assert_eq!(cell("plan.posts"), Some(world.cell(plan, "posts")));
    assert_eq!(cell("post.fte + 1.0"), None);
}

#[test]
fn members_of_lists() {
    let mut world = World::new();
    let plan = world.plan;
    let posts = world.records(plan, "posts", &fields::POST, 3, true);
    world.number(posts[0], "fte", "1", "1");
    world.number(posts[1], "fte", "0", "0");
    let expr = compiled("plan.posts.filter(p, p.fte > 0.5)");
    let answer = expr.value(&world.facts, &world.vars(), &mut Budget::new(100));
    let Some(Fact::List { members, open }) = answer.fact else { panic!() };
    let found: Vec<_> = members.iter().map(|member| (member.fact.clone(), member.sure)).collect();
    assert_eq!(found, [(Some(Fact::Record(posts[0])), true), (Some(Fact::Record(posts[2])), false)]);
    assert!(open);
    let expr = compiled("plan.posts.map(p, p.fte)");
    let answer = expr.value(&world.facts, &world.vars(), &mut Budget::new(100));
    let Some(Fact::List { members, .. }) = answer.fact else { panic!() };
    assert_eq!(members[0].fact, Some(Fact::Number(Range::exact(Decimal::ONE))));
    assert_eq!(members[2].fact, None);
    assert_eq!(compiled("plan.conditions").value(&world.facts, &world.vars(), &mut Budget::new(100)).fact, None);
}

#[test]
fn numbers_by_which_is_weighed() {
    let mut world = World::new();
    let post = world.post.unwrap();
    world.number(post, "fte", "0.5", "1.5");
    // Of people there are whole ones only.
    world.number(post, "headcount", "1.5", "3.2");
    // No plan says so; a number whose least is more than its most is none.
    world.number(post, "coordination_fte", "2", "1");
    let weighed = |text: &str| compiled(text).number(&world.facts, &world.vars(), &mut Budget::new(100));
    let between = |min: &str, max: &str| Some(Range::between(Decimal::parse(min).unwrap(), Decimal::parse(max).unwrap()));
    assert_eq!(weighed("post.fte"), between("0.5", "1.5"));
    assert_eq!(weighed("post.fte * 2.0"), between("1", "3"));
    assert_eq!(weighed("post.headcount"), between("2", "3"));
    for text in ["post.coordination_fte", "post.counselling_fte", "post.label", "post.start", "true"] {
        assert_eq!(weighed(text), None, "{text}");
    }
    assert_eq!(compiled("post.fte").number(&world.facts, &world.vars(), &mut Budget::new(1)), None);
}

#[test]
fn types() {
    for (text, wanted) in [
        ("post.fte", Type::Double),
        ("post.headcount", Type::Int),
        ("post.headcount / 2", Type::Int),
        ("post.role", Type::Choice(&words::POST_ROLE)),
        ("post.workplace", Type::OpenChoice(&words::WORKPLACE)),
        ("true ? post.role : 'counselling'", Type::Text),
        ("plan.county", Type::Text),
        ("post.start", Type::Date),
        ("post.employer", Type::Record(&fields::ORGANISATION)),
        ("plan.posts", Type::List(Box::new(Type::Record(&fields::POST)))),
        ("plan.organisations", Type::List(Box::new(Type::Record(&fields::ORGANISATION)))),
        ("plan.posts.map(p, p.fte)", Type::List(Box::new(Type::Double))),
        ("plan.posts[0].employer.roles", Type::List(Box::new(Type::Choice(&words::ORGANISATION_ROLE)))),
        ("[post.employer, post.seconded_from][0].public", Type::Bool),
        ("sum([1])", Type::Int),
    ] {
        assert_eq!(*compiled(text).ty(), wanted, "{text}");
    }
}

#[test]
fn fields_that_are_mentioned() {
    let expr = compiled("post.fte > 0.5 && has(post.employer.name) && plan.posts.all(p, p.fte > post.fte)");
    let names: Vec<&str> = expr.fields().iter().map(|(table, field)| table.field(*field).name.en).collect();
    assert_eq!(names, ["fte", "employer", "name", "posts"]);
}

#[test]
fn every_field_can_be_named() {
    for table in fields::TABLES {
        let env = Env::new().with("it", table);
        for field in table.fields {
            compile(&format!("has(it.{}) || true", field.name.en), &env).unwrap();
            let expr = compile(&format!("it.{}", field.name.en), &env).unwrap();
            assert_eq!(*expr.ty(), Type::of_kind(&field.kind));
            if let Some(word) = field.default {
                let facts = &mut crate::plan::Store::default();
                let record = facts.add_record(table, None, crate::source::Span::default());
                let test = compile(&format!("it.{} == \"{word}\"", field.name.en), &env).unwrap();
                assert_eq!(test.truth(facts, &[Some(record)], &mut Budget::new(100)), Truth::True, "{word}");
            }
        }
    }
}

#[test]
fn the_budget_holds() {
    let mut world = World::new();
    let plan = world.plan;
    world.records(plan, "posts", &fields::POST, 200, false);
    let expr = compiled("plan.posts.all(a, plan.posts.all(b, plan.posts.all(c, plan.posts.all(d, true))))");
    let mut budget = Budget::new(100_000);
    assert_eq!(expr.truth(&world.facts, &world.vars(), &mut budget), Truth::Unknown);
    assert!(budget.exhausted());
    assert_eq!(budget.left(), 0);
    let mut budget = Budget::new(100_000);
    let reasons = expr.reasons(&world.facts, &world.vars(), &mut budget);
    assert!(budget.exhausted() && reasons.truth == Truth::Unknown);
    let text = world.facts.add_text(&"ä".repeat(500_000));
    world.set(plan, "note", Value::Text(text));
    let mut budget = Budget::new(1000);
    assert_eq!(compiled("!plan.note.contains('x')").truth(&world.facts, &world.vars(), &mut budget), Truth::Unknown);
    // What was not evaluated for want of steps is no outcome either.
    let mut budget = Budget::new(0);
    assert_eq!(compiled("!has(post.fte)").truth(&world.facts, &world.vars(), &mut budget), Truth::Unknown);
    assert!(budget.exhausted());
}

#[test]
fn expressions_are_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Expr>();
    assert_eq!(env().vars().map(|(name, _)| name).collect::<Vec<_>>(), ["plan", "post"]);
}
