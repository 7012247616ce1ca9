//! Markdown: nothing but the markup that the format itself writes, and not more than GitHub takes.

use paktlint::render::markdown::Markdown;
use paktlint::report::Report;
use paktlint::rules::RuleSet;
use paktlint::text::Lang;

use super::given::reports::{every_plan, hostile, of, shown};

/// What the format writes itself. Between these, a text has no character that Markdown or HTML reads.
const TAGS: [&str; 9] = ["<details>", "<summary>", "</summary>", "</details>", "<code>", "</code>", "<span>", "</span>", "<br>"];

/// Whether a report holds the markup that belongs there and no other.
pub(crate) fn complaint(text: &str) -> Option<String> {
    let mut open = Vec::new();
    let mut table = false;
    for line in text.lines() {
        let mut rest = line.to_owned();
        for (tag, is_end) in TAGS.iter().map(|tag| (*tag, tag.starts_with("</"))) {
            let name = tag.trim_matches(['<', '>', '/']);
            if ["details", "code", "summary", "span"].contains(&name) && !is_end {
                let ends = line.matches(&format!("</{name}>")).count();
                if name != "details" && line.matches(tag).count() != ends {
                    return Some(format!("{name} is not closed: {line}"));
                }
            }
        }
        for tag in TAGS {
            rest = rest.replace(tag, "\u{0}");
        }
        if line.starts_with("<details>") {
            open.push("details");
        }
        if line == "</details>" && open.pop().is_none() {
            return Some("details are closed and not open".to_owned());
        }
        let is_row = line.starts_with('|');
        if is_row && (line.matches('|').count() != 3 || !line.ends_with('|')) {
            return Some(format!("another number of cells: {line}"));
        }
        if is_row && !table && !["| Forderung | Ergebnis |", "| Demand | Outcome |"].contains(&line) {
            return Some(format!("a table without its head: {line}"));
        }
        table = is_row;
        // The markup of the line itself, and one stretch in bold.
        for own in ["### ", "## ", "- ", "> "] {
            rest = rest.strip_prefix(own).unwrap_or(&rest).to_owned();
        }
        let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        if number.len() < rest.len() && number.starts_with(". ") {
            rest = number.get(2..).unwrap_or_default().to_owned();
        }
        if rest.matches("**").count() == 2 && rest.starts_with("**") {
            rest = rest.replacen("**", "", 2);
        }
        if is_row {
            rest = rest.replace('|', "");
        }
        let at = |c: char| ['`', '*', '_', '~', '[', ']', '<', '>', '|', '\\', '^', '{', '}'].contains(&c);
        if let Some(c) = rest.chars().find(|c| at(*c)) {
            return Some(format!("{c} in {line}"));
        }
        let bare = rest.split("&#").enumerate().all(|(number, part)| {
            !part.contains('&') && (number == 0 || part.split_once(';').is_some_and(|(code, _)| code.chars().all(|c| c.is_ascii_digit())))
        });
        if !bare {
            return Some(format!("& in {line}"));
        }
        let rest = rest.replace("&#", "\u{1}");
        let lower = rest.to_ascii_lowercase();
        for sought in ["://", "www.", "gh-", "@", "$", "#"] {
            let apart = sought.len() == 1 && rest.replace(&format!("\u{0}{sought}\u{0}"), "").matches(sought).count() == 0;
            if lower.contains(sought) && !apart {
                return Some(format!("{sought} in {line}"));
            }
        }
        if rest.chars().next().is_some_and(|c| "-+=#\t ".contains(c)) && !line.starts_with("| ") && rest.trim() != "---" {
            return Some(format!("a line of another kind: {line}"));
        }
    }
    (!open.is_empty()).then(|| "details are not closed".to_owned())
}

pub(crate) fn checked(report: &Report) {
    for lang in [Lang::De, Lang::En] {
        let text = shown(&Markdown, report, lang);
        if let Some(wrong) = complaint(&text) {
            panic!("{wrong}");
        }
        let demands = report.plans.iter().map(|plan| plan.outcomes.iter().filter(|outcome| outcome.is_demand()).count());
        let rows: usize = demands.map(|rows| if rows > 0 { rows + 2 } else { 0 }).sum();
        if report.plans.len() < 100 {
            assert_eq!(text.lines().filter(|line| line.starts_with('|')).count(), rows);
            let headings = text.lines().filter(|line| line.starts_with("### ")).count();
            assert_eq!(headings, report.plans.len() + usize::from(!report.plans.is_empty()) + usize::from(!report.across.is_empty()));
        }
    }
}

#[test]
fn every_plan_is_a_section() {
    checked(&every_plan());
}

#[test]
fn hostile_texts_stay_texts() {
    checked(&hostile());
}

#[test]
fn a_report_reads_like_this() {
    let report =
        of(&["gemeinde: A\nstand: 2019-10\nstellen:\n  - {arbeitgeber: Stadt A, vzae: 1, qualifikation: 'Diplom-Sozialarbeiterin'}\n"]);
    let only = Report { packs: RuleSet::bundled().packs()[..1].to_vec(), ..report };
    let text = shown(&Markdown, &only, Lang::De);
    assert!(
        text.starts_with("## Geprüfte Stellenpläne\n\n### plan-0.yaml: A, Oktober 2019\n\n| Forderung | Ergebnis |\n| --- | --- |\n| "),
        "{text}"
    );
    assert!(text.contains("\n<details><summary>Befunde: "), "{text}");
    assert!(text.contains("\n- **Fehler** <code>plan-0.yaml:4:"), "{text}");
    assert!(text.contains("\n### Zusammenfassung\n\n- "), "{text}");
}

#[test]
fn it_is_no_longer_than_github_takes() {
    let mut report = of(&["gemeinde: A\nstand: 2019\nstellen:\n  - {arbeitgeber: Stadt A, vzae: 1}\n"]);
    let short = shown(&Markdown, &report, Lang::De);
    assert!(!short.contains("--output"));
    report.plans = vec![report.plans[0].clone(); 3000];
    report.across = super::given::reports::every_plan().across.into_iter().cycle().take(2000).collect();
    for lang in [Lang::De, Lang::En] {
        let text = shown(&Markdown, &report, lang);
        assert!(text.len() <= 1024 * 1024 && text.len() > 900 * 1024, "{}", text.len());
        let told = text.lines().filter(|line| line.starts_with("### plan-0.yaml")).count();
        let left_out = format!("{}", 3000 - told);
        let line = text.lines().find(|line| line.starts_with("> ")).unwrap();
        assert!(line.contains(&left_out) && line.contains("--output"), "{line}");
        assert!(text.contains("3000") && complaint(&text).is_none());
    }
}

#[test]
fn markup_of_others_is_seen() {
    let text = shown(&Markdown, &of(&["gemeinde: A\nstand: 2019\nstellen:\n  - {arbeitgeber: Stadt A, vzae: 1}\n"]), Lang::De);
    assert_eq!(complaint(&text), None);
    for (from, to) in [
        ("</details>", ""),
        ("<code>", "<b>"),
        ("| --- | --- |", "| --- |"),
        ("Ergebnis |\n", "Ergebnis | x |\n"),
        ("Stadt A", "[Stadt](A)"),
        ("Stadt A", "`Stadt A"),
        ("Stadt A", "<script>"),
        ("Stadt A", "a &amp; b"),
        ("Stadt A", "@name"),
        ("Stadt A", "#123"),
        ("Stadt A", "https://a.example"),
        ("Stadt A", "www.a.example"),
        ("Stadt A", "a\n# b"),
        ("Stadt A", "a\n- [ ] b"),
    ] {
        let broken = text.replacen(from, to, 1);
        assert!(broken != text, "{from} is not there");
        assert!(complaint(&broken).is_some(), "{from} as {to}");
    }
}
