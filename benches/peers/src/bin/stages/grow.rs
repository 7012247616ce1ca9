//! Plans and packs that are large in one respect alone, to see how cost grows with it.

use std::fmt::Write as _;
use std::hint::black_box;

use paktlint::render::plain;
use paktlint::report::{self, Between};
use paktlint::rules::{PackFiles, RuleSet};
use paktlint::source::Source;
use paktlint::text::Lang;

use crate::plans::{self, Form};

/// Judges something of a size as often; what only prepares is done in any case.
pub(crate) fn run(axis: &str, size: usize, times: usize) -> Option<usize> {
    let plan = match axis {
        "bytes" => with_notes(size),
        "posts" => with_posts(size),
        "open" => format!("{HEAD}stellen:\n{}", "  - {}\n".repeat(size)),
        "chain" => with_chain(size),
        "organisations" => with_organisations(size),
        "files" => {
            let rules = RuleSet::bundled();
            let plans: Vec<String> = (0..size).map(|number| plans::plan(number as u64, Form::Written).text).collect();
            return Some((0..times).map(|_| files(&rules, &plans)).sum());
        }
        "rules" => {
            let rules = with_rules(size)?;
            let plan = plans::plan(0, Form::Written).text;
            return Some((0..times).map(|_| judged(&rules, &plan)).sum());
        }
        _ => return None,
    };
    let rules = RuleSet::bundled();
    Some((0..times).map(|_| judged(&rules, &plan)).sum())
}

fn judged(rules: &RuleSet, text: &str) -> usize {
    plain::plan(black_box(&report::lint_bytes(rules, "plan.yaml", text.as_bytes())), Lang::De).len()
}

fn files(rules: &RuleSet, plans: &[String]) -> usize {
    let mut between = Between::default();
    let mut said = 0;
    for (at, plan) in plans.iter().enumerate() {
        let report = report::lint_bytes(rules, &format!("{at:06}.yaml"), plan.as_bytes());
        said += plain::plan(&report, Lang::De).len();
        between.add(&report);
    }
    said + between.findings(rules).map(|found| found.len()).sum::<usize>()
}

const HEAD: &str = "gemeinde: Musterdorf\nkreis: Ravensburg\nstand: 2018-03\nentscheidet_ueber_mittel: gemeinde\n";

/// A small plan, and so many bytes of sources.
fn with_notes(bytes: usize) -> String {
    let mut text = format!("{HEAD}stellen: [{{arbeitgeber: Caritas, vzae: 1}}]\nquellen:\n");
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        let _ = writeln!(text, "  - {{id: q{number}, titel: Niederschrift der Sitzung Nummer {number}, datum: 2018-03}}");
    }
    text
}

fn with_posts(posts: usize) -> String {
    let mut text = format!("{HEAD}stellen:\n");
    for number in 0..posts {
        let employer = ["Caritas", "Diakonie", "Stadt Musterdorf", "unbekannt"][number % 4];
        let _ = writeln!(text, "  - {{id: s{number}, arbeitgeber: {employer}, vzae: 0.5, qualifikation: Sozialpädagogin (B.A.)}}");
    }
    text
}

/// Organisations of which each belongs to the next, and the last to the town.
fn with_chain(length: usize) -> String {
    let mut text = format!("{HEAD}organisationen:\n");
    for number in 1..=length {
        let owner = if number == length { "Stadt Musterdorf".to_owned() } else { format!("o{}", number + 1) };
        let _ = writeln!(
            text,
            "  o{number}: {{name: Glied {number} gGmbH, art: gemeinnuetzige_gesellschaft, eigentuemer: [{{wer: {owner}, anteil: 60%}}]}}"
        );
    }
    text.push_str("stellen: [{arbeitgeber: o1, vzae: 1}]\n");
    text
}

/// Organisations beside one another, each with two owners of its own.
fn with_organisations(count: usize) -> String {
    let mut text = format!("{HEAD}organisationen:\n");
    for number in 0..count {
        let _ = writeln!(
            text,
            "  o{number}: {{name: Verein {number} gGmbH, eigentuemer: [{{wer: Caritas, anteil: 60%}}, {{wer: Stadt Ort{number}, anteil: 40%}}]}}"
        );
    }
    text.push_str("stellen: [{arbeitgeber: o0, vzae: 1}]\n");
    text
}

/// The bundled rules and so many more, of one kind each differing in a number.
fn with_rules(count: usize) -> Option<RuleSet> {
    let ids: Vec<String> = (0..count).map(|number| format!("small-post-{number}")).collect();
    let pack = format!(
        "id: growing\nversion: \"1.0.0\"\ntitle: {{de: Probe, en: Probe}}\npublisher: {{de: Probe, en: Probe}}\nrules: [{}]\ndocuments:\n  d: {{title: {{de: Probe, en: Probe}}, date: 2024-05}}\n",
        ids.join(", ")
    );
    let rule = |(number, id): (usize, &String)| {
        let least = format!("0.{:02}", 1 + number % 40);
        let text = format!(
            "id: {id}\nlevel: warning\ntitle: {{de: Probe {number}, en: Probe {number}}}\nsource: {{document: d, sure: confirmed}}\neach: post in plan.posts\nrequire: post.fte >= {least}\nweigh: post.fte\nat: post.fte\nmessage: {{de: \"{{post.fte}}\", en: \"{{post.fte}}\"}}\nwhy: {{de: Probe., en: Probe.}}\nremedy: {{de: Probe., en: Probe.}}\nexamples:\n  - {{title: A, outcome: fulfilled, plan: \"{{gemeinde: A, stellen: [{{arbeitgeber: Caritas, vzae: 0.5}}]}}\"}}\n  - {{title: B, outcome: violated, plan: \"{{gemeinde: A, stellen: [{{arbeitgeber: Caritas, vzae: 0.001}}]}}\"}}\n  - {{title: C, outcome: undetermined, plan: \"{{gemeinde: A, stellen: [{{arbeitgeber: Caritas}}]}}\"}}\n"
        );
        Source::new(format!("{id}.yaml"), text)
    };
    let files = PackFiles {
        pack: Some(Source::new("pack.yaml", pack)),
        rules: ids.iter().enumerate().map(rule).collect(),
        vocabulary: None,
        name: "growing".to_owned(),
    };
    let loaded = RuleSet::bundled().and(&[files]);
    if let Err(error) = &loaded {
        for (file, problems) in &error.files {
            eprintln!("{}: {}", file.name(), problems.iter().map(|problem| problem.message.text(Lang::En)).collect::<Vec<_>>().join("; "));
        }
    }
    loaded.ok()
}
