//! Comments that speak to the tool, and what rewrites a plan around them: `lint --fix` and `lint fmt` keep every comment and every fact.

use paktlint::fix::{Fixed, Which, fixed, translated, with_edits};
use paktlint::plan::Plan;
use paktlint::render::json;
use paktlint::report::{self, Report};
use paktlint::source::{Source, decode};
use paktlint::text::Lang;
use paktlint::yaml::{self, Limits};
use serde_json::Value;

use super::places::without_places;
use super::{DATES, LANGS, RULES, inside, plan, said};

/// Longer plans are mended for too long.
const SMALL: usize = 4 * 1024;

/// Checks the comments and the rewriting of a plan.
pub(crate) fn check(input: &[u8]) {
    let Ok(file) = decode("plan.yaml", input) else { return };
    comments(&file);
    let report = plan::judged("plan.yaml", input);
    for accepted in report.findings.iter().filter(|finding| finding.accepted.is_some()) {
        inside(&file, accepted.span);
    }
    if input.len() <= SMALL {
        mended(&file, Which::Sure);
        mended(&file, Which::Guesses);
        in_other_words(&file);
    }
}

/// Each is a comment: from its mark to the end of its line, in the order of the text.
fn comments(file: &Source) {
    let document = yaml::read(file, &Limits::default());
    let mut end = 0;
    for span in &document.comments {
        inside(file, *span);
        let comment = file.slice(*span);
        assert!(
            comment.starts_with('#') && comment[1..].trim_start_matches([' ', '\t']).to_lowercase().starts_with("lint:"),
            "{comment:?}"
        );
        assert!(!comment.contains(['\n', '\r']) && span.start >= end, "{comment:?}");
        end = span.end;
    }
    assert!(document.complete || document.comments.is_empty());
    // A comment is nothing that is read: without it the plan says the same.
    if let (Some(span), true) = (document.comments.first(), document.problems.is_empty()) {
        let mut text = file.text().to_owned();
        text.replace_range(span.range(), "");
        let without = Source::new(file.name(), text);
        let (root, problems) = yaml::parse(&without);
        let read = root.map(|root| shape(&root));
        assert_eq!((read, problems.len()), (document.root.as_ref().map(shape), 0), "a comment is read in {:?}", file.text());
    }
}

/// A tree without its places.
fn shape(node: &yaml::Node<'_>) -> String {
    match &node.kind {
        yaml::NodeKind::Scalar(text, style) => format!("{style:?}({text:?})"),
        yaml::NodeKind::List(items) => format!("[{}]", items.iter().map(shape).collect::<Vec<_>>().join(",")),
        yaml::NodeKind::Map(entries) => {
            let entries: Vec<String> = entries.iter().map(|entry| format!("{:?}:{}", entry.key, shape(&entry.value))).collect();
            format!("{{{}}}", entries.join(","))
        }
    }
}

/// What is mended stays mended: the edits make the text, what is left is told of it, and to mend it again changes nothing.
fn mended(file: &Source, which: Which) {
    let Fixed { file: new, edits, left, stopped, applied } = fixed(file, which);
    assert_eq!(with_edits(file.text(), &edits), new.text(), "the edits make another text");
    assert_eq!(edits.is_empty(), applied.is_empty());
    for edit in &edits {
        inside(file, edit.span);
    }
    for problem in &left {
        inside(&new, problem.span);
        said(&problem.message);
    }
    if !stopped && !edits.is_empty() {
        let again = fixed(&new, which);
        assert_eq!(again.file.text(), new.text(), "mended twice, it is another text");
    }
    // What could be read says the same after it is mended.
    if Plan::read(file).is_ok() {
        assert!(edits.is_empty(), "a plan without a problem is changed: {edits:?}");
    }
}

/// A plan in the other language says the same, and comes back as it was.
fn in_other_words(file: &Source) {
    if Plan::read(file).is_err() {
        return;
    }
    let to = |lang: Lang, text: &str| {
        let from = Source::new("plan.yaml", text);
        let translated = translated(&from, lang).unwrap();
        assert_eq!(with_edits(text, &translated.edits), translated.file.text());
        translated.file.text().to_owned()
    };
    let before = told(file.text());
    for lang in LANGS {
        let once = to(lang, file.text());
        assert_eq!(to(lang, &once), once, "translated twice, it is another text");
        assert_eq!(told(&once), before, "translated, it says something else:\n{once}");
    }
}

/// A report without what tells how the file is written: paths and places.
fn told(text: &str) -> Value {
    let plan = report::lint_on(&RULES, &Source::new("plan.yaml", text), DATES);
    assert!(plan.errors.is_empty(), "{text} cannot be read");
    let mut value: Value = serde_json::from_str(&json::report(&Report::of(&RULES, vec![plan]), Lang::En)).unwrap();
    without_places(&mut value);
    value
}
