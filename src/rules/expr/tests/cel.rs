//! The public `cel` crate as an oracle: on facts that are known exactly, both come to the same.
//!
//! Where they differ on purpose, and what is therefore not generated or not compared:
//!
//! - **Division of decimals by zero** is infinite in CEL and an error here: no FTE is infinite. Not generated.
//! - **Decimals are decimal here** and binary in CEL: only quarters are generated, and products and quotients that both express.
//! - **An error stays with its part.** In CEL a list, a `map`, a `filter`, an `exists_one`, a condition or a `has` is an error as soon as a part
//!   of it is one. Here an error is an unknown, and what does not depend on it is decided all the same: `[1, 1/0][0]` is 1, and
//!   `unknown ? 2 : 2` is 2, and nothing is `in` a list without members. Learning a fact could otherwise undo what was decided. [`lenient`] expressions therefore compare only where CEL has a
//!   value; [`strict`] ones have none of these and compare errors too.
//! - **Absent fields** are unknown here and a missing key, which is an error, there. Only strict expressions meet them.
//! - **`sum`, `min`, `max` and `date`** are no part of CEL's library. The oracle has them as functions; days are texts to it, ordered alike.
//! - **Lists in lists, maps, `null`, unsigned numbers, bytes, `+` on texts and lists, comparing lists or yes and no with `<`** are
//!   no part of the language of rules.

use std::collections::HashMap;
use std::sync::Arc;

use cel::extractors::Arguments;
use cel::objects::{Key, Map};
use cel::{Context, ExecutionError, Program, Value as Other};
use proptest::prelude::*;

use super::draw::Draw;
use super::generate::{Allowed, expression};
use super::world::{Known, World};
use super::{STEPS, compiled};
use crate::plan::{CellId, Kind, RecordId, State, Store, Value};
use crate::rules::expr::{Budget, Truth};

fn other_record(facts: &Store, record: RecordId) -> Other {
    let mut map: HashMap<Key, Other> = HashMap::new();
    for (at, field) in facts.record(record).table.fields.iter().enumerate() {
        let number = crate::plan::FieldNo(u16::try_from(at).unwrap());
        if let Some(value) = other(facts, facts.field(record, number), &field.kind) {
            map.insert(field.name.en.into(), value);
        }
    }
    Other::Map(Map { map: Arc::new(map) })
}

fn other(facts: &Store, cell: CellId, kind: &Kind) -> Option<Other> {
    let State::Known(value) = facts.state(cell) else { return None };
    Some(match value {
        Value::Bool(bool) => Other::Bool(bool),
        Value::Number(range) if matches!(kind, Kind::Count) => Other::Int(range.min.millionths() / 1_000_000),
        Value::Number(range) => Other::Float(range.min.to_f64()),
        Value::Days(days) => days.from.to_string().into(),
        Value::Text(text) => facts.text(text).into(),
        Value::Word(choice, word) => choice.word(word).unwrap().name.en.into(),
        Value::Record(record) => other_record(facts, record),
        Value::List(list) => {
            let Kind::List(kind) = kind else { panic!("{kind:?}") };
            let items: Vec<Other> = facts.items(list).iter().filter_map(|&item| other(facts, item, kind)).collect();
            Other::List(Arc::new(items))
        }
    })
}

type Folded = Result<Other, ExecutionError>;

fn numbers(arguments: &[Other]) -> Vec<Other> {
    match arguments {
        [Other::List(list)] => list.to_vec(),
        _ => panic!("{arguments:?}"),
    }
}

fn sum(Arguments(arguments): Arguments) -> Folded {
    let numbers = numbers(&arguments);
    match numbers.first() {
        Some(Other::Int(_)) => {
            let ints = numbers.iter().map(|n| if let Other::Int(n) = n { *n } else { panic!() });
            let total = ints.into_iter().try_fold(0_i64, i64::checked_add);
            total.map(Other::Int).ok_or_else(|| ExecutionError::function_error("sum", "overflow"))
        }
        Some(_) => Ok(Other::Float(numbers.iter().map(|n| if let Other::Float(n) = n { *n } else { panic!() }).sum())),
        // Of which type the zero is, the values do not tell.
        None => Err(ExecutionError::function_error("sum", "empty")),
    }
}

fn extreme(name: &'static str, arguments: &[Other], wanted: std::cmp::Ordering) -> Folded {
    let numbers = numbers(arguments);
    let better = |one: Other, two: Other| if two.partial_cmp(&one) == Some(wanted) { two } else { one };
    numbers.into_iter().reduce(better).ok_or_else(|| ExecutionError::function_error(name, "empty"))
}

fn oracle(world: &World, text: &str) -> Folded {
    let mut context = Context::default();
    context.add_variable_from_value("plan", other_record(&world.facts, world.plan));
    context.add_variable_from_value("post", other_record(&world.facts, world.post.unwrap()));
    context.add_function("sum", sum).unwrap();
    context.add_function("min", |Arguments(a): Arguments| extreme("min", &a, std::cmp::Ordering::Less)).unwrap();
    context.add_function("max", |Arguments(a): Arguments| extreme("max", &a, std::cmp::Ordering::Greater)).unwrap();
    context.add_function("date", |day: Arc<String>| day).unwrap();
    let program = Program::compile(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    program.execute(&context)
}

fn ours(world: &World, text: &str) -> Truth {
    let mut budget = Budget::new(STEPS);
    let truth = compiled(text).truth(&world.facts, &world.vars(), &mut budget);
    assert!(!budget.exhausted(), "{text}");
    truth
}

fn compare(world: &World, text: &str, strict: bool) -> Result<bool, TestCaseError> {
    let (ours, oracle) = (ours(world, text), oracle(world, text));
    match oracle {
        Ok(Other::Bool(value)) => prop_assert_eq!(ours, Truth::from(value), "{}", text),
        Ok(value) => prop_assert!(false, "{text} is {value:?}"),
        Err(error) if strict => prop_assert_eq!(ours, Truth::Unknown, "{}: {}", text, error),
        Err(_) => return Ok(false),
    }
    Ok(true)
}

fn bytes() -> impl Strategy<Value = (Vec<u8>, Vec<u8>)> {
    (prop::collection::vec(any::<u8>(), 0..400), prop::collection::vec(any::<u8>(), 0..300))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn strict((expr, facts) in bytes()) {
        let text = expression(&mut Draw::new(&expr), Allowed { has: true, lenient: false, inexact: false });
        let world = World::drawn(&mut Draw::new(&facts), Known::Stated);
        compare(&world, &text, true)?;
    }

    #[test]
    fn lenient((expr, facts) in bytes()) {
        let text = expression(&mut Draw::new(&expr), Allowed { has: true, lenient: true, inexact: false });
        let world = World::drawn(&mut Draw::new(&facts), Known::All);
        compare(&world, &text, false)?;
    }
}

/// What is seldom drawn: precedence, limits of numbers, ways to write texts.
#[test]
fn by_hand() {
    let world = World::drawn(&mut Draw::new(&[5, 7, 1, 2, 9, 30, 4, 200, 3, 17]), Known::All);
    for text in [
        "1 + 2 * 3 == 7",
        "(1 + 2) * 3 == 9",
        "10 - 3 - 4 == 3",
        "100 / 10 / 5 == 2",
        "7 / 2 == 3 && -7 / 2 == -3",
        "7 % 3 == 1 && -7 % 3 == -1 && 7 % -3 == 1",
        "100 / 7 % 4 * 2 == 4",
        "2 - -2 == 4",
        "-2 + 3 == 1",
        "-(2 + 3) == -5",
        "1 < 2 == true",
        "1 < 2 == (2 > 1)",
        "!true || true",
        "!(true || true) == false",
        "!!true",
        "true || false && false",
        "(true || false) && true",
        "false ? true : true ? false : true",
        "true ? false : true",
        "(true ? false : true) == false",
        "1 == 1 ? 2 > 1 || false : false",
        "1 in [1, 2] == true",
        "1 + 1 in [1, 2]",
        "[1, 2, 3,][2] == 3",
        "[1, 2][1 - 1] == 1",
        "9223372036854775807 == 0x7FFFFFFFFFFFFFFF",
        "-9223372036854775808 < -9223372036854775807",
        "9223372036854775807 + 1 == 0",
        "-9223372036854775808 - 1 == 0",
        "-9223372036854775808 / -1 == 0",
        "-(-9223372036854775808) == 0",
        "9223372036854775807 * 2 == 0",
        "1 / 0 == 0",
        "1 % 0 == 0",
        "1 / 0 == 0 && false",
        "false && 1 / 0 == 0",
        "1 / 0 == 0 || true",
        "1 / 0 == 0 && true",
        "!(1 / 0 == 0) || true",
        "[0, 1].all(x, 1 / x > 5)",
        "[0, 1].exists(x, 1 / x == 1)",
        "[0, 2].exists(x, 1 / x == 1)",
        "[1, 2][2] == 1",
        "[1, 2][-1] == 1",
        "1.5e2 == 150.0 && .5 == 0.5 && 2e-1 == 0.2",
        "1 == 1.0 && 2 > 1.5 && 1.5 < 2 && 1 != 1.5",
        "0.25 + 0.5 * 2.0 == 1.25",
        r#""\x41\u00e4\101\?" == "AäA?" && '\U0001f431' == '🐱'"#,
        r"'\a\b\f\v\r\n\t\`'.size() == 8",
        "'''\n\t''' == '\\n\\t'",
        r#"'it\'s' == "it's" && r"\d" == "\\d" && r'\' == "\\""#,
        "'''a\n'b' ''' == \"a\\n'b' \"",
        "\"\"\"a\r\n\"b \"\"\" == 'a\\n\"b '",
        "size('räume') == 5 && 'räume'.size() == 5 && size([1, 2]) == 2",
        "'abc' < 'abd' && 'B' < 'a' && 'a' < 'ä'",
        "'abc'.startsWith('') && 'abc'.contains('bc') && 'abc'.endsWith('c')",
        "'abc'.matches('b') && !'abc'.matches('^b') && 'a1'.matches(r'^\\w\\d$')",
        "[1, 2, 3].filter(x, x > 1).map(x, x * 2).exists(y, y == 6)",
        "[1, 2, 3].exists_one(x, x > 2) && ![1, 2, 3].exists_one(x, x > 1)",
        "[[1].map(x, x + 1)[0]][0] == 2",
        "[3, 1, 2].map(x, [x, 2].exists(y, y == 2 && x == 3)).exists_one(z, z)",
        "1 < 2 // a comment\n && true",
        "plan.posts.all(p, p.fte >= 0.0 || p.fte < 0.0)",
    ] {
        compare(&world, text, true).unwrap_or_else(|error| panic!("{error}"));
    }
}

/// What CEL does not read, rules do not read either.
#[test]
fn no_expression() {
    for text in [
        "",
        "1 +",
        "(1",
        "1)",
        "a ? b",
        "a ? b ? c : d : e",
        "1 === 1",
        "[1",
        "x.",
        "x.y(",
        "'a",
        "\"a\nb\"",
        "'\\d'",
        "'\\q'",
        "1 2",
        "&& true",
        "!",
        "a..b",
        "if == 1",
        "post.in",
        "1 <> 2",
        "true and false",
        "0x",
        "'\\u12'",
        "r'a",
        "post.fte.1",
    ] {
        assert!(Program::compile(text).is_err(), "{text}");
        assert!(crate::rules::expr::compile(text, &super::env()).is_err(), "{text}");
    }
}
