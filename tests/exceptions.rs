//! Exceptions: what they accept, what is said of them, and that nothing is hidden by them.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]
#![allow(clippy::format_push_string, clippy::format_collect, reason = "plans are put together line by line")]

mod given;

use jiff::civil::{Date, date};
use paktlint::facts::Vocabulary;
use paktlint::render::plain;
use paktlint::report::{self, AcceptedBy, Dates, PlanReport, Summary};
use paktlint::rules::{PackFiles, RuleSet};
use paktlint::source::Source;
use paktlint::text::Lang;
use proptest::prelude::*;

use given::rules;

const TODAY: Date = date(2026, 6, 15);

fn lint_by(rules: &RuleSet, plan: &str, today: Option<Date>) -> PlanReport {
    let report = report::lint_on(rules, &Source::new("plan.yaml", plan), Dates { today, as_of: None });
    let problems: Vec<String> = report.errors.iter().map(|error| error.message.text(Lang::De)).collect();
    assert!(problems.is_empty(), "{plan}: {problems:?}");
    report
}

fn lint(plan: &str) -> PlanReport {
    lint_by(rules(), plan, Some(TODAY))
}

/// The findings of the demand on employers, and those about exceptions: `line rule`, and `+` where it is accepted.
fn told(report: &PlanReport) -> Vec<String> {
    let about = |rule: &str| rule.starts_with("exception-") || rule == "carrier-independence" || rule == "personal-data-in-post";
    let findings = report.findings.iter().filter(|finding| about(&finding.rule));
    findings
        .map(|finding| {
            let accepted = if finding.accepted.is_some() { "+" } else { "" };
            let rule = finding.rule.replace("carrier-independence", "employer");
            format!("{} {rule}{accepted}", report.file.position(finding.span.start).line)
        })
        .collect()
}

fn check(plan: &str, expected: &[&str]) {
    assert_eq!(told(&lint(plan)), expected, "{plan}");
}

const HEAD: &str = "gemeinde: A\nstand: 2019\nstellen:\n";
/// Three posts of which each has a finding, on lines 4 to 6.
const POSTS: [&str; 3] =
    ["- {arbeitgeber: Stadt A, vzae: 1}", "- {id: x, arbeitgeber: Stadt A, vzae: 1}", "- {arbeitgeber: Stadt A, vzae: 1}"];

/// A plan with a comment at the end of its first post.
fn commented(comment: &str) -> String {
    format!("{HEAD}{} {comment}\n{}\n", POSTS[0], POSTS[1])
}

#[test]
fn a_comment_accepts_what_begins_on_its_line() {
    for comment in [
        "# lint: allow carrier-independence bis 2026-12-31 – Grund",
        "# lint: allow carrier-independence until 2026-12-31 - reason",
        "#lint: erlaube carrier-independence bis 31.12.2026: Grund",
        "# lint: allow carrier-independence bis Dezember 2026 – Grund",
        "# lint: allow carrier-independence bis 2027 – Grund",
    ] {
        check(&commented(comment), &["4 employer+", "5 employer"]);
    }
    let lines = |lines: &[&str]| format!("{HEAD}{}\n", lines.join("\n"));
    let comment = "# lint: allow carrier-independence bis 2026-12-31 – Grund";
    check(&lines(&[comment, POSTS[0], POSTS[1]]), &["5 employer+", "6 employer"]);
    check(&lines(&["  ", comment, "", "# x", "#", comment, "", POSTS[0], POSTS[1]]), &["11 employer+", "12 employer"]);
    check(&lines(&[POSTS[0], comment]), &["4 employer", "5 exception-unused"]);
    check(&lines(&[POSTS[0], comment, "", "# Ende"]), &["4 employer", "5 exception-unused"]);
    check(&lines(&[comment, "- arbeitgeber: Stadt A", "  vzae: 1"]), &["5 employer+"]);
    check(&lines(&["- vzae: 1", &format!("  arbeitgeber: Stadt A {comment}")]), &["5 employer+"]);
    check(&lines(&[&format!("- vzae: 1 {comment}"), "  arbeitgeber: Stadt A"]), &["4 exception-unused", "5 employer"]);
    check(&lines(&[POSTS[0]]).replace('\n', "\r\n").replace("1}\r", &format!("1}} {comment}\r")), &["4 employer+"]);
    check(&lines(&[POSTS[0]]).replace('\n', "\r").replace("1}\r", &format!("1}} {comment}\r")), &["4 employer+"]);
    check(&format!("{comment}\n{}", lines(&[POSTS[0]])), &["1 exception-unused", "5 employer"]);
    check(&format!("{}notiz: |\n  {comment}\n", lines(&[POSTS[0]])), &["4 employer"]);
    check(
        &lines(&[&format!("- {{arbeitgeber: Stadt A, notiz: 1}} {comment}").replace("notiz: 1", "vzae: 1, quelle: \"a # lint: allow\"")]),
        &["4 employer+"],
    );
}

#[test]
fn what_is_not_understood_accepts_nothing_and_is_said() {
    for (comment, kind) in [
        ("# lint:", "incomplete"),
        ("# lint: disable", "incomplete"),
        ("# lint: alow carrier-independence bis 2026-12-31 – Grund", "incomplete"),
        ("# lint: allow carrier-independence", "incomplete"),
        ("# lint: allow carrier-independence – Grund", "incomplete"),
        ("# lint: allow carrier-independence bis 2026-12-31", "incomplete"),
        ("# lint: allow carrier-independence bis 2026-12-31 –", "incomplete"),
        ("# lint: allow carrier-independence bis irgendwann – Grund", "incomplete"),
        ("# lint: allow carrier-independence bis 2026-02-30 – Grund", "incomplete"),
        ("# lint: allow carrier-independance bis 2026-12-31 – Grund", "unknown-rule"),
        ("# lint: allow all bis 2026-12-31 – Grund", "unknown-rule"),
        ("# lint: allow fluechtlingsrat-bw bis 2026-12-31 – Grund", "unknown-rule"),
        ("# lint: allow exception-expired bis 2026-12-31 – Grund", "forbidden"),
        ("# lint: allow personal-data-in-post bis 2026-12-31 – Grund", "forbidden"),
        ("# lint: allow carrier-independence bis 2026-06-14 – Grund", "expired"),
        ("# lint: allow municipal-control bis 2026-12-31 – Grund", "unused"),
    ] {
        check(&commented(comment), &["4 employer", &format!("4 exception-{kind}"), "5 employer"]);
    }
    for entry in [
        "regel: '', begruendung: a, bis: 2027",
        "regel: carrier-independence, begruendung: ' … ', bis: 2027",
        "regel: carrier-independence, begruendung: a, bis: unbekannt",
    ] {
        check(&format!("{HEAD}{}\nausnahmen: [{{{entry}}}]", POSTS[0]), &["4 employer", "5 exception-incomplete"]);
    }
}

#[test]
fn what_is_said_names_what_to_write() {
    for (comment, german, english) in [
        ("# lint: alow carrier-independence bis 2026 – B", "Meinten Sie „allow“?", "Did you mean “allow”?"),
        (
            "# lint: allow carrier-independence",
            "# lint: allow carrier-independence bis 2026-12-31 – Grund",
            "carrier-independence until 2026-12-31",
        ),
        ("# lint: allow carrier-independance bis 2027 – B", "Meinten Sie „carrier-independence“?", "Did you mean “carrier-independence”?"),
        ("# lint: allow personal-data-in-post bis 2027 – B", "lint explain personal-data-in-post", "lint explain personal-data-in-post"),
    ] {
        let report = lint(&commented(comment));
        let finding = report.findings.iter().find(|finding| finding.rule.starts_with("exception-")).unwrap();
        let help = finding.help.as_ref().unwrap();
        assert!(help.text(Lang::De).contains(german), "{}", help.text(Lang::De));
        assert!(help.text(Lang::En).contains(english), "{}", help.text(Lang::En));
        assert!(finding.pack.is_none());
    }
}

#[test]
fn an_entry_accepts_what_its_rule_finds_in_the_plan_or_on_a_post() {
    let plan = |rest: &str| {
        format!("{HEAD}{}\nausnahmen: [{{regel: carrier-independence, begruendung: Grund, bis: 2027{rest}}}]\n", POSTS.join("\n"))
    };
    for (rest, expected) in [
        ("", &["4 employer+", "5 employer+", "6 employer+"][..]),
        (", stelle: x", &["4 employer", "5 employer+", "6 employer"]),
        (", stelle: 1", &["4 employer+", "5 employer", "6 employer"]),
        (", stelle: '3'", &["4 employer", "5 employer", "6 employer+"]),
        (", stelle: 2", &["4 employer", "5 employer+", "6 employer"]),
        (", stelle: 0", &["4 employer", "5 employer", "6 employer", "7 exception-unused"]),
        (", stelle: 4", &["4 employer", "5 employer", "6 employer", "7 exception-unused"]),
        (", stelle: -1", &["4 employer", "5 employer", "6 employer", "7 exception-unused"]),
        (", stelle: y", &["4 employer", "5 employer", "6 employer", "7 exception-unused"]),
        (", stelle: unbekannt", &["4 employer", "5 employer", "6 employer", "7 exception-unused"]),
    ] {
        check(&plan(rest), expected);
    }
    let english = "municipality: A\nas_of: 2019\nposts: [{employer: Stadt A, fte: 1}]\nexceptions: {rule: carrier-independence, reason: r, until: 2027, post: 1}\n";
    check(english, &["3 employer+"]);
    // The id of another post is meant before the number of this one.
    check(&plan(", stelle: 1").replace("id: x", "id: 1"), &["4 employer", "5 employer+", "6 employer"]);
    // A finding on a person belongs to the person's post.
    let persons = "gemeinde: A\nstand: 2019\nstellen:\n- {arbeitgeber: Caritas, vzae: 1, qualifikation: Erzieherin}\n- {arbeitgeber: Caritas, vzae: 1, qualifikation: [Erzieherin, Erzieherin]}\nausnahmen: [{regel: social-work-qualification, begruendung: Grund, bis: 2027, stelle: 2}]\n";
    let accepted: Vec<bool> = lint(persons)
        .findings
        .iter()
        .filter(|finding| finding.rule == "social-work-qualification")
        .map(|finding| finding.accepted.is_some())
        .collect();
    assert_eq!(accepted, [false, true, true]);
}

#[test]
fn an_exception_ends_with_its_last_day() {
    let end = date(2026, 12, 31);
    let comment = |written: &str| commented(&format!("# lint: allow carrier-independence bis {written} – Grund"));
    let entry =
        |written: &str| format!("{HEAD}{}\nausnahmen: [{{regel: carrier-independence, begruendung: Grund, bis: {written}}}]\n", POSTS[0]);
    for written in ["2026-12-31", "2026-12", "2026", "31.12.2026", "Dezember 2026"] {
        for plan in [comment(written), entry(written)] {
            for (today, holds) in [(end.yesterday().unwrap(), true), (end, true), (end.tomorrow().unwrap(), false)] {
                let told = told(&lint_by(rules(), &plan, Some(today)));
                assert_eq!(told.contains(&"4 employer+".to_owned()), holds, "{plan} {today}");
                assert_eq!(told.iter().any(|line| line.ends_with("exception-expired")), !holds, "{plan} {today}");
            }
        }
    }
    // Who gives no day knows of no end.
    assert_eq!(told(&lint_by(rules(), &comment("2001"), None)), ["4 employer+", "5 employer"]);
    // What has expired can be renewed by another line.
    let old = "# lint: allow carrier-independence bis 2026-06-14 – alt\n# lint: allow carrier-independence bis 2026-06-15 – neu\n";
    check(&format!("{HEAD}{old}{}\n", POSTS[0]), &["4 exception-expired", "6 employer+"]);
}

#[test]
fn the_nearest_exception_is_named_and_all_are_of_use() {
    let plan = format!(
        "{}ausnahmen:\n- {{regel: carrier-independence, begruendung: Plan, bis: 2027}}\n- {{regel: carrier-independence, begruendung: Stelle, bis: 2027, stelle: 1}}\n",
        commented("# lint: allow carrier-independence bis 2027 – Zeile")
    );
    let report = lint(&plan);
    assert_eq!(told(&report), ["4 employer+", "5 employer+"]);
    let by: Vec<_> = report.findings.iter().map(|finding| finding.accepted.as_ref().unwrap()).collect();
    assert_eq!((by[0].by, by[1].by), (AcceptedBy::Comment, AcceptedBy::Exception));
    assert_eq!((by[0].path.as_str(), by[1].path.as_str()), ("", "ausnahmen[0]"));
    assert_eq!(report.file.slice(by[1].span.unwrap()), "{regel: carrier-independence, begruendung: Plan, bis: 2027}");
}

#[test]
fn what_is_accepted_counts_in_no_other_bucket() {
    let mut summary = Summary::default();
    summary.add(&lint(&commented("# lint: allow carrier-independence bis 2027 – Grund")));
    assert_eq!((summary.errors, summary.warnings, summary.advice, summary.accepted), (1, 0, 0, 1));
    assert!(plain::summary(&summary, Lang::De).contains("\nHingenommen: 1\n"));
    assert_eq!(lint(&commented("# lint: allow carrier-independence bis 2027 – Grund")).diagnostics(Lang::De).count(), 1);
}

#[test]
fn a_rule_that_a_run_leaves_out_is_no_mistake() {
    let only = rules().only(|_, rule| rule.id == "municipal-control");
    for rule in ["carrier-independence", "personal-data-in-post"] {
        let plan = commented(&format!("# lint: allow {rule} bis 2001 – Grund"));
        assert!(lint_by(&only, &plan, None).findings.is_empty(), "{rule}");
    }
    assert_eq!(told(&lint_by(&only, &commented("# lint: allow nonsense bis 2027 – Grund"), None)), ["4 exception-unknown-rule"]);
}

/// A pack with one rule, and what stands under `exceptions` in the pack and in the rule.
fn pack(of_pack: &str, of_rule: &str) -> Result<RuleSet, Vec<String>> {
    let line = |text: &str| if text.is_empty() { String::new() } else { format!("exceptions: {text}\n") };
    let pack = format!(
        "id: test\nversion: '1'\ntitle: {{de: T, en: T}}\npublisher: {{de: T, en: T}}\nrules: [few-months]\ndocuments: {{d: {{title: {{de: D, en: D}}}}}}\n{}",
        line(of_pack)
    );
    let rule = format!(
        "id: few-months\nlevel: error\ntitle: {{de: T, en: T}}\nsource: {{document: d, sure: confirmed}}\nrequire: plan.counselling_months <= 36\nat: plan.counselling_months\nmessage: {{de: M, en: M}}\nwhy: {{de: W, en: W}}\nremedy: {{de: R, en: R}}\nexamples:\n- {{title: A, outcome: fulfilled, plan: '{{gemeinde: A, beratungsdauer_monate: 1}}'}}\n- {{title: B, outcome: violated, plan: '{{gemeinde: A, beratungsdauer_monate: 90}}'}}\n{}",
        line(of_rule)
    );
    let files = PackFiles {
        pack: Some(Source::new("pack.yaml", pack)),
        rules: vec![Source::new("rule.yaml", rule)],
        name: "test".to_owned(),
        ..PackFiles::default()
    };
    RuleSet::load(Vocabulary::bundled().unwrap(), &[files]).map_err(|error| {
        let problems = error.files.iter().flat_map(|(file, problems)| problems.iter().map(move |problem| (file, problem)));
        problems.map(|(file, problem)| format!("{} {}", problem.message.key().unwrap(), file.slice(problem.span))).collect()
    })
}

fn months(until: &str) -> String {
    format!("gemeinde: A\nberatungsdauer_monate: 40 # lint: allow few-months bis {until} – Grund\n")
}

#[test]
fn a_pack_limits_the_time_and_a_rule_forbids() {
    let told = |rules: &RuleSet, until: &str| -> Vec<String> {
        let report = lint_by(rules, &months(until), Some(TODAY));
        report.findings.iter().map(|finding| format!("{}{}", finding.rule, if finding.accepted.is_some() { "+" } else { "" })).collect()
    };
    let limited = pack("{longest-days: 10}", "").unwrap();
    for (until, expected) in [
        ("2026-06-24", &["few-months+"][..]),
        ("2026-06-25", &["few-months+"]),
        ("2026-06-26", &["few-months", "exception-too-long"]),
        ("2026-06", &["few-months", "exception-too-long"]),
        ("2199", &["few-months", "exception-too-long"]),
        ("2026-06-14", &["few-months", "exception-expired"]),
    ] {
        assert_eq!(told(&limited, until), expected, "{until}");
    }
    assert_eq!(lint_by(&limited, &months("2199"), None).findings.len(), 1, "without a day of the run nothing is too long");
    for rules in [pack("forbidden", ""), pack("", "forbidden"), pack("forbidden", "forbidden")] {
        assert_eq!(told(&rules.unwrap(), "2026-06-20"), ["few-months", "exception-forbidden"]);
    }
    let page = |rules: &RuleSet| {
        let (pack, rule) = rules.rule("few-months").unwrap();
        paktlint::render::page::rule(pack, rule, Lang::De)
    };
    assert!(page(&limited).contains("höchstens 10 Tage hinnehmen") && page(&pack("", "forbidden").unwrap()).contains("nicht hinnehmen"));
    assert!(!page(&pack("", "").unwrap()).contains("Ausnahmen"));
    assert_eq!(told(&pack("{longest-days: 36500}", "").unwrap(), "2026-06-20"), ["few-months+"]);
}

#[test]
fn what_packs_and_rules_say_of_exceptions_is_checked() {
    for (of_pack, of_rule, expected) in [
        ("allowed", "", "exceptions-of-pack allowed"),
        ("365", "", "exceptions-of-pack 365"),
        ("[forbidden]", "", "exceptions-of-pack [forbidden]"),
        ("{longest-days: 0}", "", "not-days 0"),
        ("{longest-days: -5}", "", "not-days -5"),
        ("{longest-days: ein Jahr}", "", "not-days ein Jahr"),
        ("{longest-days: 36501}", "", "not-days 36501"),
        ("{longest-days: 99999999999999999999}", "", "not-days 99999999999999999999"),
        ("{longest-days: [1]}", "", "not-days [1]"),
        ("{longest-day: 5}", "", "key-missing longest-day"),
        ("{longest-days: 5, forbidden: true}", "", "unknown-key forbidden"),
        ("", "allowed", "exceptions-of-rule allowed"),
        ("", "{longest-days: 5}", "exceptions-of-rule {longest-days: 5}"),
    ] {
        let problems = pack(of_pack, of_rule).unwrap_err();
        assert!(problems.iter().any(|problem| problem == expected), "{of_pack} {of_rule}: {problems:?}");
    }
}

#[test]
fn a_reason_is_untrusted_in_every_format() {
    let hostile = "\u{1b}[31m<b>x</b> \u{202e}]\u{7} ::error:: =1+1";
    let comment = "# lint: allow carrier-independence bis 2027 – <b>x</b> \u{202e}] ::error:: =1+1\u{85}";
    let entry = format!("{HEAD}{}\nausnahmen: [{{regel: carrier-independence, begruendung: {hostile:?}, bis: 2027}}]\n", POSTS[0]);
    let entry = entry.replace("\\u{1b}", "\\e").replace("\\u{202e}", "\\u202e").replace("\\u{7}", "\\a");
    for plan in [commented(comment), entry] {
        let report = lint(&plan);
        assert!(told(&report).contains(&"4 employer+".to_owned()), "{plan}");
        for lang in [Lang::De, Lang::En] {
            for output in outputs(&report, lang) {
                assert!(output.contains("::error::") && output.contains("=1+1"), "{output}");
                assert!(!output.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{output:?}");
            }
        }
        assert_eq!(plain::plan(&report, Lang::De).lines().filter(|line| line.contains("=1+1")).count(), 1);
    }
}

/// A report in every format, and the text that excerpts are of.
fn outputs(report: &report::PlanReport, lang: Lang) -> Vec<String> {
    vec![
        plain::plan(report, lang),
        report.shown_text(),
        #[cfg(feature = "human")]
        paktlint::render::human::plan(report, lang, paktlint::render::human::Look { color: false, width: 80 }),
        #[cfg(feature = "json")]
        paktlint::render::json::report(&report::Report { packs: Vec::new(), plans: vec![report.clone()], across: Vec::new() }, lang),
    ]
}

#[test]
fn a_reason_repeats_nothing_about_individuals() {
    let secret = "Frau Anna Müller";
    let reason = format!("{secret} (anna.mueller@example.org) ist erkrankt");
    let entry = format!("{HEAD}{}\nausnahmen: [{{regel: carrier-independence, begruendung: \"{reason}\", bis: 2027}}]\n", POSTS[0]);
    let elsewhere = commented("# lint: allow carrier-independence bis 2027 – wie bei Telefon 07621 123456")
        .replace("vzae: 1}", "vzae: 1, anforderung: Telefon 07621 123456}");
    for plan in [
        entry,
        elsewhere,
        commented(&format!("# lint: allow carrier-independence bis 2027 – {reason}")),
        commented(&format!("# lint: allow carrier-independence bis {reason}")),
        commented(&format!("# lint: {reason}")),
    ] {
        let report = lint(&plan);
        for lang in [Lang::De, Lang::En] {
            for output in outputs(&report, lang) {
                for part in ["Müller", "anna.mueller", "123456"] {
                    assert!(!output.contains(part), "{part} in {output}");
                }
            }
        }
    }
}

#[test]
fn a_long_reason_is_cut_and_many_exceptions_take_no_longer() {
    let long = lint(&commented(&format!("# lint: allow carrier-independence bis 2027 – {}", "ü".repeat(100_000))));
    assert_eq!(long.findings[0].accepted.as_ref().unwrap().reason.as_ref().unwrap().text(Lang::De).chars().count(), 501);
    let started = std::time::Instant::now();
    let posts = "- {arbeitgeber: Stadt A}\n".repeat(5_000);
    let entries: String = (0..20_000)
        .map(|number| format!("- {{regel: carrier-independence, begruendung: B, bis: 2027, stelle: {}}}\n", number % 6_000))
        .collect();
    let report = lint(&format!("{HEAD}{posts}ausnahmen:\n{entries}"));
    assert!(report.findings.iter().filter(|finding| finding.accepted.is_some()).count() >= 5_000);
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

/// What a report says, but for exceptions.
fn without_exceptions(report: &PlanReport) -> (Vec<String>, Vec<String>, Vec<String>) {
    let findings = report.findings.iter().filter(|finding| !finding.rule.starts_with("exception-"));
    (
        report.outcomes.iter().map(|outcome| format!("{} {:?} {:?}", outcome.rule.id, outcome.outcome, outcome.shares)).collect(),
        findings.map(|finding| format!("{} {} {}", finding.rule, finding.message.text(Lang::De), finding.fingerprint)).collect(),
        report.questions.iter().map(|question| question.text.text(Lang::De)).collect(),
    )
}

const RULES: &[&str] =
    &["carrier-independence", "social-work-qualification", "municipal-control", "personal-data-in-post", "undated-plan", "nonsense"];
const ENDS: &[&str] = &["2026-06-14", "2026-06-15", "2027", "unbekannt"];

proptest! {
    #![proptest_config(given::random(64))]

    #[test]
    fn exceptions_change_no_outcome_and_hide_nothing(
        posts in prop::collection::vec(prop::sample::select(&["Stadt A", "Caritas", "Brücke gGmbH", "Landratsamt B", "Frau Anna Müller"][..]), 0..5),
        entries in prop::collection::vec((prop::sample::select(RULES), prop::sample::select(ENDS), 0..7_usize), 0..4),
        comments in prop::collection::vec((prop::sample::select(RULES), prop::sample::select(ENDS), any::<bool>()), 0..5),
    ) {
        let lines = |with: bool| {
            let mut text = String::from("gemeinde: A\nentscheidet_ueber_mittel: landkreis\nstellen:\n");
            for (at, employer) in posts.iter().enumerate() {
                let comment = comments.get(at).filter(|_| with).map(|(rule, end, alone)| (format!("# lint: allow {rule} bis {end} – Grund"), *alone));
                match comment {
                    Some((comment, true)) => text.push_str(&format!("{comment}\n- {{arbeitgeber: {employer}, qualifikation: Erzieherin}}\n")),
                    Some((comment, false)) => text.push_str(&format!("- {{arbeitgeber: {employer}, qualifikation: Erzieherin}} {comment}\n")),
                    None => text.push_str(&format!("- {{arbeitgeber: {employer}, qualifikation: Erzieherin}}\n")),
                }
            }
            if posts.is_empty() {
                text = text.replace("stellen:\n", "");
            }
            if with && !entries.is_empty() {
                text.push_str("ausnahmen:\n");
                for (rule, end, post) in &entries {
                    let post = if *post == 0 { String::new() } else { format!(", stelle: {post}") };
                    text.push_str(&format!("- {{regel: {rule}, begruendung: Grund, bis: {end}{post}}}\n"));
                }
            }
            text
        };
        let (with, plain_report) = (lint(&lines(true)), lint(&lines(false)));
        prop_assert_eq!(without_exceptions(&with), without_exceptions(&plain_report), "{}", lines(true));
        prop_assert!(plain_report.findings.iter().all(|finding| finding.accepted.is_none()));
        prop_assert!(with.findings.iter().all(|finding| finding.accepted.is_none() || !finding.rule.starts_with("exception-")));
        #[cfg(feature = "json")]
        {
            let json = paktlint::render::json::report(&report::Report { packs: Vec::new(), plans: vec![with.clone()], across: Vec::new() }, Lang::De);
            for finding in &with.findings {
                prop_assert!(json.contains(&finding.fingerprint), "{}", finding.fingerprint);
            }
        }
    }

    /// Whatever stands after `# lint:`: it never hides anything, and is either an exception or a finding.
    #[test]
    fn anything_after_the_address(text in "[^\r\n\0]{0,60}") {
        let plan = commented(&format!("# lint:{text}"));
        let report = report::lint_on(rules(), &Source::new("plan.yaml", &*plan), Dates { today: Some(TODAY), as_of: None });
        if report.errors.is_empty() {
            prop_assert!(report.findings.iter().any(|finding| finding.rule.starts_with("exception-")));
            prop_assert!(report.findings.iter().all(|finding| finding.accepted.is_none()));
            prop_assert!(report.findings.iter().all(|finding| plan.get(finding.span.range()).is_some()));
        }
    }

    #[test]
    fn any_bytes_after_the_address(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        let mut plan = b"gemeinde: A\nstand: 2019\nstellen:\n- {arbeitgeber: Stadt A} # lint:".to_vec();
        plan.extend(bytes);
        let report = report::lint_bytes_on(rules(), "plan.yaml", &plan, Dates { today: Some(TODAY), as_of: None });
        prop_assert!(report.findings.iter().all(|finding| finding.accepted.is_none()));
        let _ = plain::plan(&report, Lang::De);
    }
}
