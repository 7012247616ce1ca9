//! What unknown facts, ranges, partial dates and open lists come to.

use super::world::World;
use super::{check, compiled};
use crate::plan::{State, Value, fields, words};
use crate::rules::expr::{Budget, Truth};

/// The three values as fields, so that nothing is known when compiling: `post.<t>` true, `post.<f>` false, `post.<u>` unknown.
fn logic() -> World {
    let mut world = World::new();
    let (plan, post) = (world.plan, world.post.unwrap());
    world.set(plan, "is_urban_district", Value::Bool(true));
    world.set(plan, "is_dated", Value::Bool(false));
    let unknown = world.cell(post, "seconded_from_public");
    world.hide(unknown);
    world
}

#[test]
fn tables_of_truth() {
    let world = logic();
    let values = [("plan.is_urban_district", 2), ("plan.is_dated", 0), ("post.seconded_from_public", 1)];
    let name = |value: i32| [Truth::False, Truth::Unknown, Truth::True][usize::try_from(value).unwrap()];
    let is = |text: &str, wanted: i32| assert_eq!(super::truth(&world, text), name(wanted), "{text}");
    for (a, x) in values {
        is(&format!("!{a}"), 2 - x);
        for (b, y) in values {
            is(&format!("{a} && {b}"), x.min(y));
            is(&format!("{a} || {b}"), x.max(y));
            is(&format!("[{a}, {b}].all(v, v)"), x.min(y));
            is(&format!("[{a}, {b}].exists(v, v)"), x.max(y));
            let one = if x == 1 || y == 1 { 1 } else { i32::from((x == 2) != (y == 2)) * 2 };
            is(&format!("[{a}, {b}].exists_one(v, v)"), one);
            let equal = if x == 1 || y == 1 { 1 } else { i32::from(x == y) * 2 };
            is(&format!("{a} == {b}"), equal);
            is(&format!("{a} != {b}"), 2 - equal);
            for (c, z) in values {
                let chosen = match x {
                    2 => y,
                    0 => z,
                    _ if y == z => y,
                    _ => 1,
                };
                is(&format!("{a} ? {b} : {c}"), chosen);
                is(&format!("{a} && {b} && {c}"), x.min(y).min(z));
                is(&format!("{a} || {b} || {c}"), x.max(y).max(z));
            }
        }
    }
    check(&world, "0 [true, true, post.seconded_from_public].exists_one(v, v)");
}

#[test]
fn facts_that_are_not_told() {
    let mut world = World::new();
    let post = world.post.unwrap();
    let start = world.cell(post, "start");
    world.hide(start);
    world.text(post, "employer", "Caritas");
    check(
        &world,
        "
        ? post.fte > 0.5
        ? post.fte == post.fte
        ? post.fte * 0.0 == 0.0
        ? post.start < date('2025-01-01')
        ? post.label == ''
        ? post.label.contains('')
        ? size(post.label) >= 0
        ? post.employer.public
        ? post.employer.public || post.employer.name == 'a'
        0 post.employer.public && false
        1 plan.contract.signed || !(1 == 2)
        0 has(post.fte)
        0 has(post.start)
        1 has(post.employer)
        0 has(post.employer.name)
        0 has(plan.contract.signed)
        1 post.role == 'counselling'
        0 post.role == 'coordination'
        0 has(post.role)
        1 plan.programme == 'integrationsmanagement'
        ? plan.posts.all(p, p.fte > 0.5)
        ? plan.posts.all(p, true)
        ? size(plan.posts) > 0
        ? 'return_counselling' in post.other_duties
        0 1 / 0 == 1 && false
        ? 1 / 0 == 1 && true
        ? [1][1] == 1
        ? min([1].filter(x, x > 1)) == 1
        1 sum([1].filter(x, x > 1)) == 0
        1 (post.fte > 1.0 ? 'a' : 'a') == 'a'
        ? (post.fte > 1.0 ? 'a' : 'b') == 'a'
        1 (post.fte > 1.0 ? 2 : 3) > 1
        ? (post.fte > 1.0 ? 2 : 3) > 2
        ",
    );
    let role = world.cell(post, "role");
    world.hide(role);
    check(&world, "? post.role == 'counselling'");
    world.post = None;
    check(&world, "? post.fte > 0.5\n ? has(post.fte)\n 0 post.fte > 0.5 && false");
}

#[test]
fn ranges() {
    let mut world = World::new();
    let post = world.post.unwrap();
    world.number(post, "fte", "0.5", "1.5");
    world.number(post, "coordination_fte", "1.5", "2");
    world.number(post, "headcount", "2", "4");
    world.number(post, "counselling_fte", "0.1", "0.1");
    check(
        &world,
        "
        1 post.fte <= 1.5
        ? post.fte < 1.5
        1 post.fte < 1.500001
        1 post.fte >= 0.5
        ? post.fte > 0.5
        0 post.fte > 1.5
        0 post.fte < 0.5
        0 post.fte == 2.0
        1 post.fte != 2.0
        ? post.fte == 1.0
        ? post.fte == post.fte
        ? post.fte == post.coordination_fte
        1 post.fte <= post.coordination_fte
        ? post.fte < post.coordination_fte
        1 post.fte + post.coordination_fte >= 2.0
        1 post.fte - post.coordination_fte <= 0.0
        1 -post.fte <= -0.5
        1 post.fte * -2.0 >= -3.0
        1 post.fte / 0.5 >= 1.0
        ? 1.0 / (post.fte - 1.0) > 0.0
        1 post.fte < 2 && post.headcount < 4.5
        1 post.headcount / 2 >= 1 && post.headcount / 2 <= 2
        0 post.headcount / 2 == 3
        1 post.headcount % 3 <= 2 && post.headcount % 3 >= 0
        ? post.headcount % 3 == 1
        1 post.headcount * post.headcount <= 16
        0 post.headcount in [0, 1, 5]
        ? post.headcount in [1, 2]
        1 max([post.fte, post.coordination_fte]) >= 1.5
        1 sum([post.fte, post.coordination_fte]) <= 3.5
        1 post.counselling_fte + 0.2 == 0.3
        1 post.counselling_fte * 3.0 == 0.3
        1 1.0 / 3.0 == 0.333333
        ? post.counselling_fte / 0.0 == 0.0
        ? 9000000000000.0 + 9000000000000.0 > 0.0
        ",
    );
}

#[test]
fn dates() {
    let mut world = World::new();
    let post = world.post.unwrap();
    world.days(post, "start", "2024-01-01", "2024-12-31");
    world.days(post, "end", "2025-01-01", "2025-01-01");
    check(
        &world,
        "
        1 post.start < date('2025-01-01')
        1 post.start >= date('2024-01-01')
        ? post.start > date('2024-01-01')
        ? post.start == date('2024-06-01')
        0 post.start == post.end
        1 post.end == date('2025-01-01')
        1 post.start < post.end
        0 post.end in [date('2024-01-01'), post.start]
        ",
    );
}

#[test]
fn words_and_texts() {
    let mut world = World::new();
    let post = world.post.unwrap();
    world.word(post, "role", "coordination");
    world.word(post, "workplace", "town_hall");
    world.text(post, "label", "coordination");
    let duty = world.facts.add_text("Hausmeister");
    let known = |word: &str| State::Known(Value::Word(&words::DUTY, words::DUTY.find_english(word).unwrap()));
    world.list(post, "other_duties", &[known("benefits"), State::Known(Value::Text(duty))], false);
    check(
        &world,
        "
        1 post.role == 'coordination' && post.role != 'counselling'
        1 post.role == post.label
        1 post.role in ['counselling', 'coordination']
        1 post.role.startsWith('coord') && size(post.role) == 12
        1 post.workplace == 'town_hall' && post.workplace.matches('^town')
        1 'benefits' in post.other_duties
        0 'age_assessment' in post.other_duties
        1 post.other_duties.exists(d, d.contains('meister'))
        1 post.other_duties.exists(d, d == 'benefits')
        1 (post.fte > 1.0 ? post.role : 'coordination') == 'coordination'
        ",
    );
    world.text(post, "workplace", "Keller");
    check(
        &world,
        "
        0 post.workplace == 'town_hall' || 'town_hall' == post.workplace
        1 post.workplace != 'town_hall' && !(post.workplace in ['town_hall', 'accommodation'])
        ",
    );
}

#[test]
fn open_lists_and_uncertain_members() {
    let mut world = World::new();
    let plan = world.plan;
    let posts = world.records(plan, "posts", &fields::POST, 3, false);
    world.number(posts[0], "fte", "1", "1");
    world.number(posts[1], "fte", "0.5", "0.5");
    let closed = "
        1 size(plan.posts) == 3
        1 plan.posts.exists(p, p.fte >= 1.0)
        ? plan.posts.exists(p, p.fte > 1.0)
        0 plan.posts.all(p, p.fte >= 1.0)
        ? plan.posts.all(p, p.fte >= 0.5)
        0 plan.posts.exists_one(p, p.fte >= 0.5)
        ? plan.posts.exists_one(p, p.fte >= 1.0)
        1 plan.posts.all(p, has(p.fte) ? p.fte > 0.0 : true)
        1 size(plan.posts.filter(p, p.fte >= 0.5)) >= 2
        1 size(plan.posts.filter(p, p.fte >= 0.5)) <= 3
        ? size(plan.posts.filter(p, p.fte >= 0.5)) == 2
        0 size(plan.posts.filter(p, p.fte >= 0.5)) == 4
        1 plan.posts.filter(p, p.fte < 0.75).exists(p, p.fte == 0.5)
        1 plan.posts.filter(p, p.fte >= 1.0).all(p, p.role == 'counselling')
        1 plan.posts[0].fte == 1.0
        1 plan.posts.filter(p, p.fte < 0.75)[0].fte == 0.5
        ? plan.posts.filter(p, p.fte < 0.75)[1].fte == 0.5
        ? plan.posts[2].fte == 1.0
        ? plan.posts[3].fte == 1.0
        1 0.5 in plan.posts.map(p, p.fte)
        ? 0.25 in plan.posts.map(p, p.fte)
        ? sum(plan.posts.map(p, p.fte)) > 1.0
        1 sum(plan.posts.filter(p, has(p.fte)).map(p, p.fte)) == 1.5
        1 max(plan.posts.filter(p, p.fte > 0.0).map(p, has(p.fte) ? p.fte : 0.25)) == 1.0
        1 min(plan.posts.filter(p, p.fte > 0.0).map(p, has(p.fte) ? p.fte : 0.25)) <= 0.5
        ? min(plan.posts.filter(p, p.fte > 0.0).map(p, has(p.fte) ? p.fte : 0.25)) < 0.5
    ";
    check(&world, closed);
    let cells = world.facts.items_of(plan, super::world::field(&fields::PLAN, "posts")).to_vec();
    let list = world.facts.add_list(&cells[..2], true);
    world.set(plan, "posts", Value::List(list));
    check(
        &world,
        "
        1 size(plan.posts) >= 2
        ? size(plan.posts) == 2
        0 size(plan.posts) == 1
        1 plan.posts.exists(p, p.fte >= 1.0)
        ? plan.posts.exists(p, p.fte > 1.0)
        0 plan.posts.all(p, p.fte >= 1.0)
        ? plan.posts.all(p, p.fte >= 0.5)
        0 plan.posts.exists_one(p, p.fte >= 0.5)
        ? plan.posts.exists_one(p, p.fte >= 1.0)
        ? plan.posts.exists_one(p, p.fte > 1.0)
        1 0.5 in plan.posts.map(p, p.fte)
        ? 0.25 in plan.posts.map(p, p.fte)
        1 plan.posts[1].fte == 0.5
        ? plan.posts[2].fte == 0.5
        ? sum(plan.posts.map(p, p.fte)) >= 1.5
        ? max(plan.posts.map(p, p.fte)) >= 1.0
        ",
    );
    world.list(plan, "posts", &[], false);
    check(
        &world,
        "
        1 size(plan.posts) == 0
        1 plan.posts.all(p, p.fte > 1.0)
        0 plan.posts.exists(p, p.fte > 1.0)
        0 plan.posts.exists_one(p, p.fte > 1.0)
        0 post.fte in plan.posts.map(p, p.fte)
        ? plan.posts[0].fte > 1.0
        ",
    );
}

/// A cell may hold what no plan of this table could: it is unknown, not a reason to fail.
#[test]
fn values_of_another_kind() {
    let mut world = World::new();
    let (plan, post) = (world.plan, world.post.unwrap());
    world.set(post, "fte", Value::Bool(true));
    world.set(post, "employer", Value::Record(plan));
    world.set(post, "label", Value::Word(&words::DUTY, 0));
    world.set(plan, "posts", Value::Record(post));
    world.number(post, "headcount", "2.25", "2.75");
    world.number(post, "coordination_fte", "2", "1");
    check(
        &world,
        "
        ? post.fte > 0.5
        ? post.employer.public
        ? post.label == 'a'
        ? plan.posts.all(p, p.fte > 0.5)
        ? post.headcount == 2
        ? post.coordination_fte > 0.5
        ",
    );
}

#[test]
fn variables_of_another_table() {
    let world = World::new();
    let expr = compiled("post.fte > 0.5 || true");
    let mut budget = Budget::new(100);
    assert_eq!(expr.truth(&world.facts, &[Some(world.plan), Some(world.plan)], &mut budget), Truth::True);
    let expr = compiled("post.seconded_from_public");
    assert_eq!(expr.truth(&world.facts, &[Some(world.plan), Some(world.plan)], &mut budget), Truth::Unknown);
    assert_eq!(expr.truth(&world.facts, &[], &mut budget), Truth::Unknown);
    assert!(!budget.exhausted());
}
