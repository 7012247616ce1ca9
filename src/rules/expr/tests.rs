//! Tests of the language: tables by hand, laws over generated expressions and facts, and the public `cel` crate as an oracle.

mod cel;
mod draw;
mod generate;
mod hostile;
mod kit;
mod kleene;
mod laws;
mod problems;
mod reading;
mod reasons;
mod values;
mod world;

use super::{Budget, Env, Expr, Truth, compile};
use crate::plan::fields;
use crate::text::Lang;
use world::World;

const STEPS: u32 = 2_000_000;

fn env() -> Env {
    Env::new().with("plan", &fields::PLAN).with("post", &fields::POST)
}

fn compiled(text: &str) -> Expr {
    compile(text, &env()).unwrap_or_else(|problems| {
        let said: Vec<String> = problems.iter().map(|p| format!("{:?} {}", p.range, p.message.text(Lang::En))).collect();
        panic!("{text}\n{}", said.join("\n"))
    })
}

fn truth(world: &World, text: &str) -> Truth {
    let mut budget = Budget::new(STEPS);
    compiled(text).truth(&world.facts, &world.vars(), &mut budget)
}

/// Checks a table of expressions and what they come to: `1` true, `0` false, `?` unknown.
fn check(world: &World, cases: &str) {
    for case in cases.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (wanted, text) = case.split_at(1);
        let wanted = match wanted {
            "1" => Truth::True,
            "0" => Truth::False,
            _ => Truth::Unknown,
        };
        assert_eq!(truth(world, text.trim()), wanted, "{text}");
    }
}
