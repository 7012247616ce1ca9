//! What the examples of a rule do not show: values that no part of a condition comes to, and mutants that no example notices.
//!
//! Each expression of a rule file counts once, also where several versions have it in common.

use super::{Dates, Noted, facts_of, judge, judge_noting};
use crate::facts::Facts;
use crate::problem::{self, Problem};
use crate::rules::expr::{self, Condition, Env, Expr, Mutant, Reach, Truth};
use crate::rules::{Argued, Each, Outcome, Passage, Rule, RuleSet, Spared, Version};
use crate::source::Span;
use crate::text::{Arg, Bilingual, Message};

crate::text::sentences! {
    VALUE_NOT_REACHED = "value-not-reached",
        "In keinem Beispiel ist „{part}“ {value}.",
        "In no example is “{part}” {value}.";
    ADD_EXAMPLE = "add-example",
        "Schreiben Sie ein Beispiel dazu. Kann es keines geben, sagen Sie unter „argued“, warum: {entry}",
        "Add an example of it. If there can be none, say why under “argued”: {entry}";
    MUTANT_SURVIVES = "mutant-survives",
        "Kein Beispiel bemerkt diese Änderung – {what}: „{part}“.",
        "No example notices this change – {what}: “{part}”.";
    ADD_EXAMPLE_FOR_MUTANT = "add-example-for-mutant",
        "Schreiben Sie ein Beispiel, dessen Ergebnis dann ein anderes wäre. Ist beides gleichbedeutend, sagen Sie unter „argued“, warum: {entry}",
        "Add an example whose outcome would then be another. If both mean the same, say why under “argued”: {entry}";
    ARGUED_FOR_NOTHING = "argued-for-nothing",
        "Diese Ausnahme wird nicht gebraucht: Es gibt keinen solchen Teil, oder ein Beispiel zeigt ihn schon.",
        "This exception is not needed: there is no such part, or an example shows it already.";
    EXAMPLES_FIRST = "examples-first",
        "Ein Beispiel dieser Regel hat nicht das Ergebnis, das dabeisteht. Was die Beispiele zeigen, lässt sich erst danach sagen.",
        "An example of this rule does not come to the outcome that it claims. What the examples show can be said only after that.";
    TOO_MANY_TRIALS = "too-many-trials",
        "Hier gibt es zu viel zu probieren: {left} veränderte Bedingungen wurden nicht geprüft.",
        "There is too much to try here: {left} changed conditions were not tried.";
    RUN_TESTS = "run-tests",
        "„lint rules test“ nennt das Beispiel.",
        "“lint rules test” names the example.";
}

/// How often one rule is judged at most, examples times mutants.
const MOST_TRIALS: usize = 20_000;

/// What the examples of a rule show, and what not.
#[derive(Clone, Debug)]
pub struct Coverage<'r> {
    /// The rule.
    pub rule: &'r Rule,
    /// How many values the parts of its conditions can come to.
    pub values: usize,
    /// How many mutants were tried.
    pub mutants: usize,
    /// What no example shows, and what is argued for nothing; in the order of the file.
    pub problems: Vec<Problem>,
}

/// What the examples of each rule show, in the order of the rules.
///
/// ```
/// use paktlint::{rules::RuleSet, verdict};
///
/// let rules = RuleSet::bundled().only(|_, rule| rule.id == "municipal-control");
/// let shown: Vec<_> = verdict::coverage(&rules).collect();
/// assert!(shown[0].values > 5 && shown[0].mutants > 3);
/// ```
pub fn coverage(rules: &RuleSet) -> impl Iterator<Item = Coverage<'_>> {
    rules.rules().map(|(_, rule)| of_rule(rules, rule))
}

/// One expression of a rule file, with the versions that it belongs to.
struct Unit<'r> {
    what: What,
    passage: &'r Passage,
    versions: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Each,
    When,
    Require,
    Weigh,
}

fn of_rule<'r>(rules: &RuleSet, rule: &'r Rule) -> Coverage<'r> {
    let mut found = Coverage { rule, values: 0, mutants: 0, problems: Vec::new() };
    let Some(examples) = examples(rules, rule) else {
        let place = rule.examples().first().map_or_else(Span::default, |example| example.span);
        found.problems.push(Problem::new(place, Message::new(&EXAMPLES_FIRST)).help(Message::new(&RUN_TESTS)));
        return found;
    };
    let mut noted: Vec<Noted> = rule.versions.iter().map(blank).collect();
    for (facts, _) in &examples {
        judge_noting(rule, facts, Dates::default(), Some(&mut noted));
    }
    let mut spared = Spare { argued: &rule.argued, used: vec![false; rule.argued.len()] };
    let mut trials = Trials { examples: &examples, rule: rule.clone(), left: MOST_TRIALS };
    for unit in units(rule) {
        values(&unit, rule, &noted, &mut spared, &mut found);
        mutants(&unit, rule, &mut trials, &mut spared, &mut found);
    }
    for (argued, used) in rule.argued.iter().zip(&spared.used) {
        if !used {
            found.problems.push(Problem::new(argued.span, Message::new(&ARGUED_FOR_NOTHING)));
        }
    }
    problem::in_order(&mut found.problems);
    found
}

/// The facts of each example with what it comes to; none where one does not come to what it claims.
fn examples(rules: &RuleSet, rule: &Rule) -> Option<Vec<(Facts, Outcome)>> {
    let mut all = Vec::with_capacity(rule.examples().len());
    for example in rule.examples() {
        let facts = facts_of(rules, rule, example).ok()?;
        if judge(rule, &facts).outcome != example.outcome {
            return None;
        }
        all.push((facts, example.outcome));
    }
    Some(all)
}

fn blank(version: &Version) -> Noted {
    Noted { when: version.when.as_ref().map(Reach::new), require: Reach::new(&version.require) }
}

fn units(rule: &Rule) -> Vec<Unit<'_>> {
    let mut units: Vec<Unit<'_>> = Vec::new();
    let each = rule.each.as_ref().map(|each| (What::Each, &each.passage));
    for (number, version) in rule.versions.iter().enumerate() {
        let passages = &version.written.passages;
        let own = [(What::When, &passages.when), (What::Require, &passages.require), (What::Weigh, &passages.weigh)];
        let own = own.into_iter().filter_map(|(what, passage)| Some((what, passage.as_ref()?)));
        for (what, passage) in each.into_iter().chain(own) {
            match units.iter_mut().find(|unit| unit.what == what && unit.passage == passage) {
                Some(unit) => unit.versions.push(number),
                None => units.push(Unit { what, passage, versions: vec![number] }),
            }
        }
    }
    units
}

/// The values that the parts of a condition can come to, and do in no example.
fn values(unit: &Unit<'_>, rule: &Rule, noted: &[Noted], spared: &mut Spare<'_>, found: &mut Coverage<'_>) {
    let versions: Vec<&Version> = unit.versions.iter().filter_map(|&number| rule.versions.get(number)).collect();
    let of_unit = || unit.versions.iter().filter_map(|&number| noted.get(number));
    let (conditions, reached): (Vec<Condition>, Vec<&Reach>) = match (unit.what, versions.first()) {
        (What::When, Some(version)) => {
            let conditions = version.when.as_ref().map(|when| when.conditions(None)).unwrap_or_default();
            (conditions, of_unit().filter_map(|noted| noted.when.as_ref()).collect())
        }
        (What::Require, Some(version)) => {
            // Where versions differ in `when`, what is decided under one of them may be open under another.
            let mut conditions = version.require.conditions(version.when.as_ref());
            for other in versions.iter().skip(1) {
                for (one, two) in conditions.iter_mut().zip(other.require.conditions(other.when.as_ref())) {
                    one.is_decided &= two.is_decided;
                }
            }
            (conditions, of_unit().map(|noted| &noted.require).collect())
        }
        _ => return,
    };
    for condition in conditions {
        let part = unit.passage.text.get(condition.range.clone()).unwrap_or("");
        for (truth, name, label) in VALUES {
            if truth == Truth::Unknown && condition.is_decided {
                continue;
            }
            found.values += 1;
            if reached.iter().any(|reach| reach.saw(&condition, truth)) || spared.value(part, truth) {
                continue;
            }
            let entry = format!("{{part: {}, never: {name}, because: …}}", quoted(part));
            let message = Message::new(&VALUE_NOT_REACHED).with("part", &*one_line(part)).with("value", Arg::Term(label));
            let problem = Problem::new(unit.passage.locate(&rule.file, &condition.range), message);
            found.problems.push(problem.help(Message::new(&ADD_EXAMPLE).with("entry", entry.as_str())));
        }
    }
}

const VALUES: [(Truth, &str, Bilingual); 3] = [
    (Truth::True, "true", Bilingual { de: "wahr", en: "true" }),
    (Truth::False, "false", Bilingual { de: "falsch", en: "false" }),
    (Truth::Unknown, "unknown", Bilingual { de: "unbekannt", en: "unknown" }),
];

/// The mutants of an expression that no example notices.
fn mutants(unit: &Unit<'_>, rule: &Rule, trials: &mut Trials<'_>, spared: &mut Spare<'_>, found: &mut Coverage<'_>) {
    // The list is an expression over the plan alone.
    let env = if unit.what == What::Each { Rule { each: None, ..trials.rule.clone() }.env() } else { rule.env() };
    let all = expr::mutants(&unit.passage.text, &env);
    let mut left = 0_usize;
    for mutant in &all {
        let Some(noticed) = trials.notice(unit, mutant, &env) else {
            left += 1;
            continue;
        };
        found.mutants += 1;
        if noticed || spared.mutant(mutant) {
            continue;
        }
        let entry = format!("{{mutant: {}, because: …}}", quoted(&mutant.part));
        let message = Message::new(&MUTANT_SURVIVES).with("what", mutant.what.clone()).with("part", &*one_line(&mutant.part));
        let problem = Problem::new(unit.passage.locate(&rule.file, &mutant.range), message);
        found.problems.push(problem.help(Message::new(&ADD_EXAMPLE_FOR_MUTANT).with("entry", entry.as_str())));
    }
    if left > 0 {
        let whole = unit.passage.locate(&rule.file, &(0..unit.passage.text.len()));
        found.problems.push(Problem::new(whole, Message::new(&TOO_MANY_TRIALS).with("left", left)));
    }
}

/// The examples, and a rule to try them on.
struct Trials<'e> {
    examples: &'e [(Facts, Outcome)],
    /// The rule as it is, without its examples.
    rule: Rule,
    left: usize,
}

impl Trials<'_> {
    /// Whether an example comes to something else with a mutant; none where too much was tried already.
    fn notice(&mut self, unit: &Unit<'_>, mutant: &Mutant, env: &Env) -> Option<bool> {
        let expr = expr::compile(&mutant.text, env).ok()?;
        let changed = changed(&self.rule, unit, &expr);
        for (facts, outcome) in self.examples {
            self.left = self.left.checked_sub(1)?;
            if judge(&changed, facts).outcome != *outcome {
                return Some(true);
            }
        }
        Some(false)
    }
}

/// A rule with another expression at one place of its file.
fn changed(rule: &Rule, unit: &Unit<'_>, expr: &Expr) -> Rule {
    let mut rule = rule.clone();
    if unit.what == What::Each {
        rule.each = rule.each.map(|each| Each { list: expr.clone(), ..each });
        return rule;
    }
    for &number in &unit.versions {
        let Some(version) = rule.versions.get_mut(number) else { continue };
        match unit.what {
            What::Each => {}
            What::When => version.when = Some(expr.clone()),
            What::Require => version.require = expr.clone(),
            What::Weigh => version.weigh = Some(expr.clone()),
        }
    }
    rule
}

/// What is argued, and what of it was needed.
struct Spare<'r> {
    argued: &'r [Argued],
    used: Vec<bool>,
}

impl Spare<'_> {
    fn value(&mut self, part: &str, truth: Truth) -> bool {
        self.any(|what| matches!(what, Spared::Value(argued, never) if *never == truth && is_same(argued, part)))
    }

    fn mutant(&mut self, mutant: &Mutant) -> bool {
        self.any(|what| matches!(what, Spared::Mutant(argued) if is_same(argued, &mutant.text) || is_same(argued, &mutant.part)))
    }

    fn any(&mut self, fits: impl Fn(&Spared) -> bool) -> bool {
        let mut found = false;
        for (argued, used) in self.argued.iter().zip(&mut self.used) {
            if fits(&argued.what) {
                *used = true;
                found = true;
            }
        }
        found
    }
}

/// Whether two texts are the same but for white space, which YAML folds.
fn is_same(one: &str, two: &str) -> bool {
    one.split_whitespace().eq(two.split_whitespace())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as it can stand in a rule file.
fn quoted(text: &str) -> String {
    format!("'{}'", one_line(text).replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::facts::Vocabulary;
    use crate::rules::PackFiles;
    use crate::source::Source;
    use crate::text::Lang;

    const PACK: &str =
        "id: p\nversion: 1.0.0\ntitle: {de: P, en: P}\npublisher: {de: P, en: P}\ndocuments: {d: {title: {de: D, en: D}}}\nrules: [r]\n";

    /// What coverage finds of a rule with these conditions, examples and exceptions: the kind of problem, and the text at its place.
    fn found(conditions: &str, examples: &[(&str, &str)], argued: &str) -> Vec<(String, String)> {
        let mut text = format!(
            "id: r\nlevel: advice\ntitle: {{de: T, en: T}}\nsource: {{document: d, sure: confirmed}}\nmessage: {{de: M, en: M}}\nwhy: {{de: W, en: W}}\nremedy: {{de: R, en: R}}\n{conditions}\n{argued}\nexamples:\n"
        );
        for (outcome, plan) in examples {
            let _ = writeln!(text, "  - {{title: t, outcome: {outcome}, plan: '{plan}'}}");
        }
        let pack = PackFiles {
            pack: Some(Source::new("pack.yaml", PACK)),
            rules: vec![Source::new("r.yaml", text)],
            name: "p".to_owned(),
            vocabulary: None,
        };
        let rules = RuleSet::load(Vocabulary::bundled().unwrap(), &[pack]).unwrap_or_else(|error| {
            panic!(
                "{:?}",
                error.files.iter().flat_map(|(_, problems)| problems.iter().map(|p| p.message.text(Lang::En))).collect::<Vec<_>>()
            )
        });
        let all: Vec<Coverage<'_>> = coverage(&rules).collect();
        let file = &all[0].rule.file;
        all[0].problems.iter().map(|problem| (problem.message.text(Lang::En), file.slice(problem.span).to_owned())).collect()
    }

    fn texts(all: &[(String, String)]) -> Vec<&str> {
        all.iter().map(|(text, _)| text.as_str()).collect()
    }

    const MONTHS: &str = "require: plan.counselling_months <= 36";
    const FULL: &[(&str, &str)] = &[
        ("fulfilled", "{gemeinde: A, beratungsdauer_monate: 36}"),
        ("violated", "{gemeinde: A, beratungsdauer_monate: 37}"),
        ("undetermined", "{gemeinde: A}"),
    ];

    #[test]
    fn examples_that_show_everything() {
        assert_eq!(found(MONTHS, FULL, ""), []);
    }

    #[test]
    fn a_value_that_is_missing() {
        let all = found(MONTHS, &FULL[..2], "");
        assert_eq!(texts(&all), ["In no example is “plan.counselling_months <= 36” unknown."]);
        assert_eq!(all[0].1, "plan.counselling_months <= 36");
        let argued = "argued: [{part: plan.counselling_months  <= 36, never: unknown, because: so}]";
        assert_eq!(found(MONTHS, &FULL[..2], argued), []);
    }

    #[test]
    fn a_mutant_that_survives() {
        let examples = [FULL[0], ("violated", "{gemeinde: A, beratungsdauer_monate: 50}"), FULL[2]];
        let all = found(MONTHS, &examples, "");
        assert_eq!(texts(&all), ["No example notices this change – “36” is replaced by “37”: “plan.counselling_months <= 37”."]);
        assert_eq!(all[0].1, "36");
        assert_eq!(found(MONTHS, &examples, "argued: [{mutant: plan.counselling_months <= 37, because: so}]"), []);
    }

    #[test]
    fn what_is_argued_for_nothing() {
        let all = found(
            MONTHS,
            FULL,
            "argued:\n  - {mutant: plan.counselling_months <= 37, because: so}\n  - {part: plan.x, never: true, because: so}",
        );
        assert_eq!(all.len(), 2);
        assert_eq!(all[1].1, "plan.x");
    }

    #[test]
    fn has_is_never_unknown() {
        let rule = "when: has(plan.counselling_months)\nrequire: plan.counselling_months <= 36";
        let examples = [
            FULL[0],
            FULL[1],
            ("not-applicable", "{gemeinde: A}"),
            ("undetermined", "{gemeinde: A, beratungsdauer_monate: {von: 3, bis: 40}}"),
        ];
        assert_eq!(found(rule, &examples, ""), []);
    }

    #[test]
    fn of_the_items_of_a_plan() {
        let rule = "each: post in plan.posts\nwhen: has(plan.posts)\nrequire: post.fte <= 1.0\nweigh: post.fte";
        let examples = [
            ("fulfilled", "{gemeinde: A, stellen: [{vzae: 1}]}"),
            ("violated", "{gemeinde: A, stellen: [{vzae: \"1,01\"}]}"),
            ("undetermined", "{gemeinde: A, stellen: [{koepfe: 2}]}"),
            ("not-applicable", "{gemeinde: A}"),
        ];
        assert_eq!(found(rule, &examples, ""), []);
        assert_eq!(texts(&found(rule, &examples[..3], "")), ["In no example is “has(plan.posts)” false."]);
    }

    #[test]
    fn versions_with_expressions_of_their_own() {
        let rule = "when: has(plan.grant)\nversions:\n  - {in-force: {until: 2020-01-01}, require: plan.grant.months <= 24}\n  - {in-force: {from: 2020-01-01}, require: plan.grant.months <= 36}";
        let plan = |year: u32, months: u32| format!("{{gemeinde: A, stand: {year}, foerderung: {{monate: {months}}}}}");
        let plans = [plan(2018, 24), plan(2018, 25), plan(2021, 36), plan(2021, 37)];
        let examples = [
            ("fulfilled", &*plans[0]),
            ("violated", &*plans[1]),
            ("fulfilled", &*plans[2]),
            ("violated", &*plans[3]),
            ("not-applicable", "{gemeinde: A, stand: 2018}"),
            ("undetermined", "{gemeinde: A, stand: 2018, foerderung: {empfaenger: landkreis}}"),
        ];
        let all = found(rule, &examples, "");
        assert_eq!(texts(&all), ["In no example is “plan.grant.months <= 36” unknown."]);
    }

    #[test]
    fn examples_that_fail_are_mended_first() {
        let all = found(MONTHS, &[FULL[0], ("violated", "{gemeinde: A}")], "");
        assert_eq!(all.len(), 1);
        assert!(all[0].0.starts_with("An example of this rule"));
    }
}
