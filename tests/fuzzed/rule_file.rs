//! Any bytes as a rule, a pack or a vocabulary: every problem is told at its place, and what can be loaded can be used.

use paktlint::render::{human::Look, page, reference, timeline};
use paktlint::report::{self, Report};
use paktlint::rules::{PackFiles, RuleSet};
use paktlint::source::{Source, decode};
use paktlint::verdict;

use super::{DATES, LANGS, RULES, choice, inside, said, written};

const PACK: &str = "id: probe\nversion: \"1\"\ntitle: {de: A, en: A}\npublisher: {de: A, en: A}\ndocuments: {d: {title: {de: A, en: A}}}\nrules: [probe]\n";

/// What rules are tried on that can be loaded.
const PLANS: [&str; 3] = [
    include_str!("../../examples/plans/complete.yaml"),
    include_str!("../../examples/plans/nearly-everything-unknown.yaml"),
    "gemeinde: [A, B]\nkreis: Lörrach\nstellen: [{arbeitgeber: Caritas, vzae: 1-2, beginn: 2019, ende: '?'}, unbekannt]\n",
];

/// Checks a file of a pack.
pub(crate) fn check(input: &[u8]) {
    let Ok(file) = decode("probe.yaml", input) else { return };
    let named = |id: &str| PACK.replace("[probe]", &format!("[{id}]"));
    // A rule is called as its file is, and its pack names it.
    let id = file.text().lines().find_map(|line| line.strip_prefix("id:")).map(str::trim).filter(|id| is_id(id)).unwrap_or("probe");
    let document = file.text().lines().find_map(|line| line.trim().strip_prefix("document:")).map(str::trim).filter(|id| is_id(id));
    let pack = named(id).replace("documents: {d:", &format!("documents: {{{}:", document.unwrap_or("d")));
    let pack = Source::new("pack.yaml", pack);
    let rule = Source::new(format!("{id}.yaml"), file.text());
    let files = PackFiles { name: "probe".to_owned(), ..PackFiles::default() };
    load(PackFiles { pack: Some(pack.clone()), rules: vec![rule], ..files.clone() }, input);
    load(PackFiles { vocabulary: Some(file.clone()), ..files.clone() }, input);
    load(PackFiles { pack: Some(file), ..files }, input);
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.len() < 60 && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn load(files: PackFiles, input: &[u8]) {
    let loaded = match choice(input, 2) {
        0 => RuleSet::load(RULES.vocabulary().clone(), &[files]),
        _ => RULES.set_aside().and(&[files]),
    };
    let lang = LANGS[choice(input, 2)];
    match loaded {
        Ok(rules) => used(&rules, input),
        Err(error) => {
            assert!(error.files.iter().any(|(_, problems)| !problems.is_empty()), "nothing is told");
            for (file, problems) in &error.files {
                for problem in problems {
                    inside(file, problem.span);
                    said(&problem.message);
                    problem.help.iter().for_each(said);
                    problem.related.iter().for_each(|(span, _)| inside(file, *span));
                    problem.fix.iter().for_each(|fix| inside(file, fix.span));
                }
            }
            written::steers_nothing(&page::load_error(&error, lang));
            let look = Look { color: false, width: 60 };
            written::steers_nothing(&paktlint::render::human::rule_files(&error, lang, look));
        }
    }
}

/// What can be loaded is shown, tried on its examples, and judges plans.
fn used(rules: &RuleSet, input: &[u8]) {
    let lang = LANGS[choice(input, 2)];
    for (pack, rule) in rules.rules() {
        written::steers_nothing(&page::rule(pack, rule, lang));
        written::steers_nothing(&timeline::rule(pack, rule, lang));
    }
    written::steers_nothing(&page::list(rules, lang));
    written::steers_nothing(&reference::rules(rules, lang));
    for run in verdict::examples(rules) {
        run.problem.iter().for_each(|problem| said(&problem.message));
    }
    let plans = (0..).zip(PLANS).map(|(at, text)| report::lint_on(rules, &Source::new(format!("{at}.yaml"), text), DATES));
    let report = Report::of(rules, plans.collect());
    for plan in &report.plans {
        assert!(plan.errors.is_empty());
        plan.findings.iter().for_each(|finding| inside(&plan.file, finding.span));
        plan.questions.iter().for_each(|question| inside(&plan.file, question.span));
    }
    written::forms(&report, lang, choice(input, written::TURNS));
}
