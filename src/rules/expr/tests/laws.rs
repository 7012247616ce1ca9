//! What holds for every expression and every state of knowledge.

use std::collections::HashSet;

use proptest::prelude::*;

use super::draw::Draw;
use super::generate::{Allowed, expression};
use super::world::{Known, World, learn};
use super::{STEPS, compiled};
use crate::plan::{CellId, Parent, State, Value};
use crate::rules::expr::{Budget, Expr, Reasons, Truth};

const WITH_HAS: Allowed = Allowed { has: true, lenient: true, inexact: true };
const WITHOUT_HAS: Allowed = Allowed { has: false, lenient: true, inexact: true };

fn bytes() -> impl Strategy<Value = (Vec<u8>, Vec<u8>, Vec<u8>)> {
    let some = || prop::collection::vec(any::<u8>(), 0..400);
    (some(), some(), some())
}

fn truth(expr: &Expr, world: &World) -> Truth {
    let mut budget = Budget::new(STEPS);
    let truth = expr.truth(&world.facts, &world.vars(), &mut budget);
    assert!(!budget.exhausted());
    truth
}

fn reasons(expr: &Expr, world: &World) -> Reasons {
    let mut budget = Budget::new(STEPS);
    let reasons = expr.reasons(&world.facts, &world.vars(), &mut budget);
    assert!(!budget.exhausted());
    reasons
}

/// What is named, and the members of lists in which it stands: that another member had other facts would say nothing of it.
fn named(reasons: &Reasons, world: &World) -> HashSet<CellId> {
    let mut named: HashSet<CellId> = reasons.cells.iter().chain(&reasons.way).copied().collect();
    for cell in reasons.cells.iter().copied() {
        let mut at = Some(cell);
        while let Some(cell) = at {
            at = match world.facts.cell(cell).parent {
                Parent::Field(record, _) => world.facts.record(record).cell,
                Parent::Item(list, _) => {
                    named.insert(cell);
                    Some(list)
                }
                Parent::Sole(cell) | Parent::Of(cell) => Some(cell),
                Parent::None => None,
            };
        }
    }
    named
}

/// Whether a cell leaves something to be learnt.
fn is_open(state: State) -> bool {
    match state {
        State::Absent | State::Unknown => true,
        State::Known(Value::Number(range)) => range.min < range.max,
        State::Known(Value::Days(days)) => days.from < days.to,
        State::Known(Value::List(list)) => list.open,
        State::Known(_) => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn learning_turns_nothing_around((expr, facts, more) in bytes()) {
        let text = expression(&mut Draw::new(&expr), WITHOUT_HAS);
        let expr = compiled(&text);
        let before = World::drawn(&mut Draw::new(&facts), Known::Some);
        let mut after = before.clone();
        learn(&mut after.facts, &mut Draw::new(&more), |_| true);
        let (before, after) = (truth(&expr, &before), truth(&expr, &after));
        prop_assert!(before == Truth::Unknown || before == after, "{text}: {before:?} became {after:?}");
    }

    #[test]
    fn hiding_decides_nothing((expr, facts, hidden) in bytes()) {
        let text = expression(&mut Draw::new(&expr), WITHOUT_HAS);
        let expr = compiled(&text);
        let before = World::drawn(&mut Draw::new(&facts), Known::Some);
        let mut after = before.clone();
        let mut draw = Draw::new(&hidden);
        for cell in before.facts.cell_ids() {
            if draw.below(2) == 1 {
                after.hide(cell);
            }
        }
        let (before, after) = (truth(&expr, &before), truth(&expr, &after));
        prop_assert!(after == Truth::Unknown || before == after, "{text}: {before:?} became {after:?}");
    }

    #[test]
    fn reasons_decide_alone((expr, facts, more) in bytes()) {
        let text = expression(&mut Draw::new(&expr), WITH_HAS);
        let expr = compiled(&text);
        let world = World::drawn(&mut Draw::new(&facts), Known::Some);
        let reasons = reasons(&expr, &world);
        prop_assert_eq!(reasons.truth, truth(&expr, &world));
        if reasons.truth == Truth::Unknown {
            return Ok(());
        }
        let named = named(&reasons, &world);
        let mut bare = world.clone();
        for cell in world.facts.cell_ids().filter(|cell| !named.contains(cell)) {
            bare.hide(cell);
        }
        prop_assert_eq!(truth(&expr, &bare), reasons.truth, "{}", text);
        learn(&mut bare.facts, &mut Draw::new(&more), |cell| !named.contains(&cell));
        prop_assert_eq!(truth(&expr, &bare), reasons.truth, "{}", text);
    }

    #[test]
    fn only_what_is_named_as_missing_could_decide((expr, facts, more) in bytes()) {
        let text = expression(&mut Draw::new(&expr), WITHOUT_HAS);
        let expr = compiled(&text);
        let world = World::drawn(&mut Draw::new(&facts), Known::Some);
        let reasons = reasons(&expr, &world);
        if reasons.truth != Truth::Unknown {
            return Ok(());
        }
        for &cell in &reasons.cells {
            prop_assert!(is_open(world.facts.state(cell)), "{}: {:?}", text, world.facts.cell(cell));
        }
        prop_assert!(reasons.way.is_empty());
        prop_assert!(reasons.wanted.iter().all(|wanted| reasons.cells.contains(&wanted.cell)));
        let reasoned = !reasons.cells.is_empty() || !reasons.errors.is_empty() || world.post.is_none();
        prop_assert!(reasoned, "{}: unknown for no reason", text);
        let named = named(&reasons, &world);
        let mut after = world.clone();
        learn(&mut after.facts, &mut Draw::new(&more), |cell| !named.contains(&cell));
        prop_assert_eq!(truth(&expr, &after), Truth::Unknown, "{}", text);
    }

    #[test]
    fn what_is_wholly_known_is_decided_or_an_error((expr, facts, _) in bytes()) {
        let text = expression(&mut Draw::new(&expr), WITH_HAS);
        let expr = compiled(&text);
        let world = World::drawn(&mut Draw::new(&facts), Known::All);
        let reasons = reasons(&expr, &world);
        if reasons.truth == Truth::Unknown {
            // Records are drawn only to some depth.
            prop_assert!(!reasons.errors.is_empty() || reasons.cells.iter().all(|&cell| is_open(world.facts.state(cell))), "{}", text);
            prop_assert!(!reasons.errors.is_empty() || !reasons.cells.is_empty(), "{}", text);
        }
    }

    #[test]
    fn a_small_budget_only_makes_unknown((expr, facts, _) in bytes(), steps in 0_u32..200) {
        let text = expression(&mut Draw::new(&expr), WITH_HAS);
        let expr = compiled(&text);
        let world = World::drawn(&mut Draw::new(&facts), Known::Some);
        let mut budget = Budget::new(steps);
        let bounded = expr.truth(&world.facts, &world.vars(), &mut budget);
        if budget.exhausted() {
            prop_assert_eq!(bounded, Truth::Unknown);
        } else {
            prop_assert_eq!(bounded, truth(&expr, &world));
        }
    }
}

/// The laws say little if nearly everything were unknown.
#[test]
fn generated_expressions_are_of_every_outcome() {
    let mut counts = [0_u32; 3];
    for seed in 0..2000_u32 {
        let byte = |at: u32| {
            u8::try_from((seed.wrapping_mul(2_654_435_761).rotate_left(at % 31) ^ at.wrapping_mul(40_503)).wrapping_mul(97) >> 24).unwrap()
        };
        let bytes: Vec<u8> = (0..600).map(byte).collect();
        let (expr, facts) = bytes.split_at(250);
        let expr = compiled(&expression(&mut Draw::new(expr), WITHOUT_HAS));
        let world = World::drawn(&mut Draw::new(facts), Known::Some);
        counts[truth(&expr, &world) as usize] += 1;
    }
    assert!(counts.iter().all(|&count| count > 200), "{counts:?}");
}
