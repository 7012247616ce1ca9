//! Workflow commands: a runner takes from a report exactly the commands that are meant, with every text as it was, and nothing that
//! a plan says becomes a command.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod formats;
mod given;

use std::collections::BTreeMap;

use formats::runner::{self, Command};
use given::dice;
use given::{random, rules};
use paktlint::render::Paths;
use paktlint::render::form::Run;
use paktlint::render::github::GitHub;
use paktlint::render::human::{self, Look};
use paktlint::report::{PlanReport, Report};
use paktlint::rules::Level;
use paktlint::text::{Lang, safe};
use proptest::prelude::*;

const LOG: Look = Look { color: false, width: 120 };

/// What the schema of a log is here: each command is one that is meant, has the properties that GitHub knows, and groups are closed.
fn wrong(log: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut is_open = false;
    for command in runner::commands(log) {
        let Command { name, properties, value } = &command;
        match name.as_str() {
            "group" | "endgroup" => {
                if is_open == (name == "group") || !properties.is_empty() {
                    wrong.push(format!("a group in a group: {command:?}"));
                }
                is_open = name == "group";
            }
            "error" | "warning" | "notice" => {
                let number = |key: &str| properties.get(key).map(|number| number.parse::<u32>().unwrap_or(0));
                let has_places = properties.contains_key("file") && number("line") > Some(0) && number("endLine") >= number("line");
                let columns = (number("col"), number("endColumn"));
                let has_columns = match columns {
                    (Some(from), Some(to)) => 0 < from && from <= to && number("line") == number("endLine"),
                    (None, None) => number("line") < number("endLine"),
                    _ => false,
                };
                let known = ["file", "line", "endLine", "col", "endColumn", "title"];
                let only_known = properties.keys().all(|key| known.contains(&key.as_str()));
                if is_open || !has_places || !has_columns || !only_known || value.is_empty() || !properties.contains_key("title") {
                    wrong.push(format!("no place, or in a group: {command:?}"));
                }
            }
            _ => wrong.push(format!("not meant: {command:?}")),
        }
    }
    if is_open {
        wrong.push("a group is not closed".to_owned());
    }
    wrong
}

fn log_of(run: &Run, report: &Report) -> String {
    let log = formats::whole(&GitHub, run, report);
    assert_eq!(wrong(&log), Vec::<String>::new());
    let steering = log.chars().find(|c| *c != '\n' && safe(&c.to_string()) != c.to_string());
    assert_eq!(steering, None, "no character may steer a terminal");
    log
}

fn annotations(log: &str) -> Vec<Command> {
    runner::commands(log).into_iter().filter(|command| !command.name.ends_with("group")).collect()
}

/// What stands in the log beside commands.
fn rest(log: &str) -> Vec<&str> {
    log.lines().filter(|line| runner::command(line).is_none()).collect()
}

/// A text as it may stand in a log.
fn shown(text: &str) -> String {
    safe(text).replace("##[", "## [")
}

/// What is to be told of a plan, as the report has it: kind, line, column and message.
fn expected(plan: &PlanReport, lang: Lang) -> Vec<(u32, u32, &'static str, String)> {
    let mut all = Vec::new();
    for finding in plan.errors.iter().chain(&plan.findings).filter(|finding| finding.accepted.is_none()) {
        let kind = match finding.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Advice => "notice",
        };
        let place = plan.file.position(finding.span.start);
        let help = finding.help.as_ref().map(|help| format!(" {}", help.text(lang))).unwrap_or_default();
        all.push((place.line, place.column, kind, shown(&format!("{}{help}", finding.message.text(lang)))));
    }
    for question in &plan.questions {
        let place = plan.file.position(question.span.start);
        all.push((place.line, place.column, "notice", shown(&question.text.text(lang))));
    }
    all
}

fn check(report: &Report, lang: Lang) {
    let log = log_of(&formats::run(report, lang), report);
    let mut told: BTreeMap<String, Vec<Command>> = BTreeMap::new();
    for command in annotations(&log) {
        told.entry(command.properties["file"].clone()).or_default().push(command);
    }
    for plan in &report.plans {
        let (file, _) = Paths::default().told(plan.file.name());
        let told = told.remove(&*safe(&file)).unwrap_or_default();
        let between = report.across.iter().filter(|found| found.accepted.is_none() && found.places[0].file == plan.file.name()).count();
        let expected = expected(plan, lang);
        assert_eq!(told.len(), expected.len() + between, "{file}: {told:?}");
        for (line, column, kind, text) in expected {
            let is_same = |command: &Command| {
                let place = command.properties["line"] == line.to_string();
                let column = command.properties.get("col").is_none_or(|told| *told == column.to_string());
                command.name == kind && place && column && command.value.ends_with(&text)
            };
            assert!(told.iter().any(is_same), "{kind} {line}:{column} {text} is not in {told:#?}");
        }
        let places: Vec<u32> = told.iter().map(|command| command.properties["line"].parse().unwrap()).collect();
        assert!(places[..places.len() - between].is_sorted(), "in the order of the file");
    }
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn every_example_is_told_beside_its_lines() {
    let report = formats::examples(rules());
    check(&report, Lang::De);
    check(&report, Lang::En);
}

#[test]
fn the_log_is_the_report_for_people() {
    let report = formats::examples(rules());
    let log = log_of(&formats::run(&report, Lang::De), &report);
    let mut expected: String = report.plans.iter().map(|plan| human::plan(plan, Lang::De, LOG)).collect();
    expected.push_str(&human::across(&report.across, Lang::De, LOG));
    expected.push_str(&human::summary(&report.summary(), Lang::De, LOG));
    assert_eq!(rest(&log), expected.lines().collect::<Vec<_>>());
    let groups: Vec<String> =
        runner::commands(&log).into_iter().filter(|command| command.name == "group").map(|group| group.value).collect();
    let files = given::files_below("examples/plans");
    assert_eq!(groups[..files.len()], files);
}

#[test]
fn hostile_texts_are_no_commands() {
    let report = formats::hostile(rules());
    for lang in [Lang::De, Lang::En] {
        check(&report, lang);
        let log = log_of(&formats::run(&report, lang), &report);
        for line in rest(&log) {
            assert!(!line.contains("##[") && !line.trim_start().starts_with("::"), "{line}");
        }
        // What was meant as a command can still be read.
        assert!(log.contains("– ::stop-commands::nie-wieder"), "{log}");
    }
}

/// The name of a file stands where a line begins.
#[test]
fn names_of_files_are_no_commands() {
    let names = ["::stop-commands::a.yaml", " ##[error]b.yaml", "::error file=x::c,d%0A:.yaml", "e\n::error::f.yaml"];
    let plans: Vec<(&str, &str)> = names.iter().map(|name| (*name, "gemeinde: [A\n")).collect();
    let report = formats::report_of_texts(rules(), &plans);
    check(&report, Lang::De);
    let log = log_of(&formats::run(&report, Lang::De), &report);
    assert!(log.contains("\n: :stop-commands::a.yaml ") && log.contains("\n ## [error]b.yaml "), "{log}");
    assert!(!wrong(&log.replace(": :", "::")).is_empty() && !wrong(&log.replace("## [", "##[")).is_empty(), "each of them is needed");
}

/// The lines of a log that would be commands if nothing were done about them: this test could fail.
#[test]
fn the_runner_of_the_tests_sees_what_a_runner_sees() {
    type Expected<'t> = Option<(&'t str, &'t [(&'t str, &'t str)], &'t str)>;
    let table: &[(&str, Expected<'_>)] = &[
        ("::error::a", Some(("error", &[], "a"))),
        (" \t\u{a0}::error file=a%2Cb%3A%25,line=1::c%0Ad%25", Some(("error", &[("file", "a,b:%"), ("line", "1")], "c\nd%"))),
        ("::error line=1,,x,y=1=2::", Some(("error", &[("line", "1"), ("y", "1=2")], ""))),
        ("::stop-commands::x", Some(("stop-commands", &[], "x"))),
        ("a ##[add-mask]b%5D", Some(("add-mask", &[], "b]"))),
        ("a ##[error file=x%3By;line=2;]b", Some(("error", &[("file", "x;y"), ("line", "2")], "b"))),
        ("a ::error::b", None),
        (": :error::b", None),
        ("## [error]b", None),
        ("::unheard-of::b", None),
        ("::error", None),
    ];
    for (line, expected) in table {
        let expected = expected.map(|(name, properties, value)| Command {
            name: name.to_owned(),
            properties: properties.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
            value: value.to_owned(),
        });
        assert_eq!(runner::command(line), expected, "{line}");
    }
}

#[test]
fn a_log_with_other_commands_is_refused() {
    let report = formats::hostile(rules());
    let log = log_of(&formats::run(&report, Lang::En), &report);
    let mutations = [
        ("::endgroup::\n", ""),
        ("::group::", "::group::a\n::group::"),
        (",line=", ",row="),
        (" title=", " name="),
        (",file=", ",at="),
        ("::error ", "::add-mask "),
        (",endLine=", ",endLine=-"),
        ("## [", "##["),
    ];
    for (from, to) in mutations {
        let broken = log.replacen(from, to, usize::MAX);
        assert_ne!(broken, log, "{from}");
        assert!(!wrong(&broken).is_empty(), "{from} → {to}");
    }
}

#[test]
fn what_is_accepted_stands_in_the_log_alone() {
    let report = formats::hostile(rules());
    let log = log_of(&formats::run(&report, Lang::En), &report);
    let accepted = report.plans[1].findings.iter().filter(|finding| finding.accepted.is_some());
    for finding in accepted {
        let message = shown(&finding.message.text(Lang::En));
        assert!(annotations(&log).iter().all(|command| !command.value.starts_with(&message)), "{message}");
    }
    assert!(rest(&log).iter().any(|line| line.contains("2099")));
}

#[test]
fn files_are_named_from_the_root_folder() {
    let report = formats::report_of_texts(rules(), &[("plans/a,b:100%.yaml", "gemeinde: A\nstellen: [{arbeitgeber: Stadt A, vzae: 1}]\n")]);
    let paths = Paths { here: "/home/repository".into(), root: "/home".into() };
    let log = log_of(&Run { paths, ..formats::run(&report, Lang::De) }, &report);
    assert!(annotations(&log).iter().all(|command| command.properties["file"] == "repository/plans/a,b:100%.yaml"));
    assert!(log.contains("file=repository/plans/a%2Cb%3A100%25.yaml,"));
}

#[test]
fn nothing_about_an_individual_is_repeated() {
    for report in formats::private(rules()) {
        for lang in [Lang::De, Lang::En] {
            let log = log_of(&formats::run(&report, lang), &report);
            for secret in formats::SECRETS {
                assert!(!log.contains(secret), "{secret} in {log}");
            }
        }
    }
}

proptest! {
    #![proptest_config(random(12))]

    #[test]
    fn any_plans_make_a_valid_log(rolls in prop::collection::vec(dice::rolls(), 1..4), names in prop::array::uniform3("[^/\\\\.]{0,9}")) {
        check(&formats::drawn(rules(), &rolls, &names), Lang::De);
    }

    #[test]
    fn any_texts_are_no_commands(texts in prop::array::uniform4(line())) {
        let [name, employer, condition, answer] = &texts;
        let plan = serde_json::json!({
            "gemeinde": name, "kreis": name, "stellen": [{"id": answer, "arbeitgeber": {"name": employer, "art": "stadt"}, "vzae": 1}],
            "bedingungen": [condition], "stellungnahmen": [{"von": name, "text": answer}],
        });
        let report = formats::report_of_texts(rules(), &[("plan.yaml", &plan.to_string())]);
        log_of(&formats::run(&report, Lang::De), &report);
    }
}

/// Text in which commands, spaces and ends of lines are frequent.
fn line() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "::error::",
        "::",
        ":",
        "##[error]",
        "##",
        "[group]",
        "#",
        "\n",
        "\r",
        "\u{2028}",
        "\u{85}",
        "\u{a0}",
        "\u{b}",
        "\u{c}",
        " ",
        "\t",
        "\u{feff}",
        "\u{200b}",
        "\u{1b}[1m",
        "%0A",
        "stop-commands",
        "add-mask",
        "wort",
        "Verein",
        ",",
        "=",
        "]",
        "::endgroup::",
        "\u{0}",
    ]);
    prop::collection::vec(prop_oneof![4 => part.prop_map(str::to_owned), 1 => any::<String>()], 0..40).prop_map(|parts| parts.concat())
}
