//! Any text as an expression: what is wrong is told at its place; what is right is CEL too, comes to the same however it is asked, and is
//! not decided by facts that are not known.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use paktlint::facts::Facts;
use paktlint::plan::{Plan, RecordId, State, Value, fields};
use paktlint::rules::expr::{Budget, Env, Fact, MAX_TEXT, Truth, Type, compile, mutants};
use paktlint::source::Source;

use super::{RULES, said};

/// Steps that are enough for most.
const STEPS: u32 = 50_000;

/// Longer ones are not given to the other reader of CEL, which takes long.
const SMALL: usize = 120;

/// Plans, and of each what is left of it when some facts are not known.
static PAIRS: LazyLock<Vec<[Known; 2]>> = LazyLock::new(|| {
    let pairs = [
        [
            "gemeinde: Lörrach\nkreis: Lörrach\nstand: 2019-10\nentscheidet_ueber_mittel: gemeinde\ngesamt_vzae: 3\nstellen:\n  - {id: a, arbeitgeber: Caritas, vzae: 1.5, koepfe: 2, qualifikation: Sozialpädagogin, besetzt: ja, weitere_aufgaben: [belegung]}\n  - {arbeitgeber: Stadt Lörrach, vzae: 1,5}\n",
            "gemeinde: Lörrach\nkreis: unbekannt\nstand: 2019-10\nentscheidet_ueber_mittel: unbekannt\ngesamt_vzae: unbekannt\nstellen:\n  - {id: a, arbeitgeber: Caritas, vzae: unbekannt, koepfe: unbekannt, qualifikation: Sozialpädagogin, besetzt: unbekannt, weitere_aufgaben: [unbekannt]}\n  - {arbeitgeber: Stadt Lörrach, vzae: unbekannt}\n",
        ],
        [
            "gemeinde: A\nstand: 2018\norganisationen: {o: {name: Brücke, art: stiftung, eigentuemer: [{wer: Stadt A, anteil: 60%}, {wer: B, anteil: 40%}]}}\nstellen: [{arbeitgeber: o, vzae: 1-2, beginn: 2017-03, ende: 2019-01-31}]\nfoerderung: {betrag_jahr: 64000, monate: 36}\n",
            "gemeinde: A\nstand: 2018\norganisationen: {o: {name: Brücke, art: stiftung, eigentuemer: [{wer: Stadt A, anteil: unbekannt}, {wer: B, anteil: 40%}]}}\nstellen: [{arbeitgeber: o, vzae: unbekannt, beginn: unbekannt, ende: 2019-01-31}]\nfoerderung: {betrag_jahr: unbekannt, monate: unbekannt}\n",
        ],
        ["gemeinde: A\nstellen: unbekannt\n", "gemeinde: A\nstellen: unbekannt\n"],
    ];
    pairs.into_iter().map(|pair| pair.map(Known::of)).collect()
});

struct Known {
    facts: Facts,
    vars: [Option<RecordId>; 2],
}

impl Known {
    fn of(text: &str) -> Self {
        let plan = Plan::read(&Source::new("plan.yaml", text.replace("1,5", "\"1,5\""))).unwrap();
        let facts = Facts::derive(&plan, RULES.vocabulary());
        let store = facts.store();
        let posts = fields::PLAN.by_english_name("posts").unwrap();
        let first = match store.get(facts.root(), posts) {
            State::Known(Value::List(list)) => store.items(list).first().copied(),
            _ => None,
        };
        let vars = [Some(facts.root()), first.and_then(|post| store.record_in(post))];
        Self { facts, vars }
    }
}

/// Checks an expression.
pub(crate) fn check(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let env = Env::new().with("plan", &fields::PLAN).with("post", &fields::POST).with_words(RULES.vocabulary().words());
    let expr = match compile(text, &env) {
        Ok(expr) => expr,
        Err(problems) => {
            assert!(!problems.is_empty(), "nothing is told");
            for problem in problems {
                assert!(text.get(problem.range.clone()).is_some(), "{:?} is no place", problem.range);
                said(&problem.message);
                problem.help.iter().for_each(said);
            }
            return;
        }
    };
    assert!(text.len() <= MAX_TEXT);
    if text.len() <= SMALL {
        let other = catch_unwind(AssertUnwindSafe(|| cel::Program::compile(text).is_ok()));
        assert_ne!(other.ok(), Some(false), "{text:?} is no CEL");
    }
    // What a plan states is asked, and that changes with what is stated.
    let asks_what_is_stated = text.contains("has") || text.contains("is_dated");
    for [more, less] in PAIRS.iter() {
        let truths = [more, less].map(|known| {
            let (store, vars) = (known.facts.store(), &known.vars[..]);
            let mut budget = Budget::new(STEPS);
            let truth = expr.truth(store, vars, &mut budget);
            if budget.exhausted() {
                assert_eq!(truth, Truth::Unknown, "decided without the steps for it");
                return None;
            }
            if *expr.ty() != Type::Bool {
                assert_eq!(truth, Truth::Unknown);
            }
            let mut few = Budget::new((STEPS - budget.left()) / 2);
            let early = expr.truth(store, vars, &mut few);
            assert!(early == truth || early == Truth::Unknown, "fewer steps decide otherwise");
            let mut budget = Budget::new(STEPS * 20);
            let reasons = expr.reasons(store, vars, &mut budget);
            assert!(budget.exhausted() || reasons.truth == truth, "{:?}, but for reasons {:?}", truth, reasons.truth);
            for error in &reasons.errors {
                assert!(text.get(error.range.clone()).is_some());
            }
            let mut budget = Budget::new(STEPS);
            let value = expr.value(store, vars, &mut budget);
            if *expr.ty() == Type::Bool && !budget.exhausted() {
                let fact = match truth {
                    Truth::True => Some(Fact::Bool(true)),
                    Truth::False => Some(Fact::Bool(false)),
                    Truth::Unknown => None,
                };
                assert_eq!(value.fact, fact, "the value is another than the truth");
                let mut budget = Budget::new(STEPS * 4);
                let trace = expr.trace(store, vars, &mut budget);
                assert!(budget.exhausted() || trace.truth == Some(truth), "the trace comes to {:?} instead of {truth:?}", trace.truth);
            }
            Some(truth)
        });
        if let ([Some(more), Some(less)], false) = (truths, asks_what_is_stated) {
            assert!(less == Truth::Unknown || less == more, "{more:?} becomes {less:?} by not knowing");
        }
    }
    for mutant in mutants(text, &env).iter().take(5) {
        assert!(text.get(mutant.range.clone()).is_some());
        assert!(compile(&mutant.text, &env).is_ok(), "{:?} is made of it and wrong", mutant.text);
    }
}
