//! The page of a plan: what it says, that every text of a plan stays text in it, and that nothing on it comes from elsewhere.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]
#![cfg(all(feature = "html", feature = "json"))]

mod given;

use std::path::Path;

use given::{bytes, files_below, rules};
use paktlint::plan::Addressee;
use paktlint::render::{document, dossier, letter};
use paktlint::report::{self, Dates, PlanReport};
use paktlint::rules::Example;
use paktlint::text::Lang;
use proptest::prelude::*;
use serde_json::json;

const LANGS: [(Lang, &str); 2] = [(Lang::De, "de"), (Lang::En, "en")];

fn today() -> Dates {
    Dates { today: Some("2026-11-23".parse().unwrap()), as_of: None }
}

fn lint(name: &str, bytes: &[u8]) -> PlanReport {
    report::lint_bytes_on(rules(), name, bytes, today())
}

fn page(report: &PlanReport, lang: Lang) -> document::Document {
    let account = report::account(rules(), report, today());
    let packs = rules().packs();
    dossier::document(&dossier::Dossier { report, account: &account, packs, today: today().today, as_of: None }, lang)
}

/// A page as HTML and as Markdown.
fn pages(report: &PlanReport, lang: Lang) -> [String; 2] {
    let document = page(report, lang);
    [dossier::page(&document), document::markdown(&document)]
}

#[test]
fn what_pages_say() {
    for (folder, plans) in
        [("examples/plans", &["loerrach", "complete", "other-programme"][..]), ("tests/pages", &["conflicts", "unreadable"])]
    {
        for plan in plans {
            let file = format!("{folder}/{plan}.yaml");
            let report = lint(&file, &bytes(&file));
            for (lang, code) in LANGS {
                let [html, markdown] = pages(&report, lang);
                insta::assert_snapshot!(format!("{plan}-{code}.md"), markdown);
                // The style is that of all pages.
                let body = html.split_once("<body>").unwrap().1;
                let body = body
                    .replace("</p>", "</p>\n")
                    .replace("</li>", "</li>\n")
                    .replace("</tr>", "</tr>\n")
                    .replace("<section", "\n<section");
                insta::assert_snapshot!(format!("{plan}-{code}.html"), body);
            }
        }
    }
}

/// Every plan that the rules bring as an example, and those of the folders.
fn plans() -> Vec<(String, Vec<u8>)> {
    let files = ["examples/plans", "tests/hostile_text", "tests/cases", "tests/hostile"].into_iter().flat_map(files_below);
    let files = files.filter(|path| Path::new(path).extension().is_some_and(|end| end == "yaml")).map(|path| (path.clone(), bytes(&path)));
    let examples = rules().rules().flat_map(|(_, rule)| rule.examples().iter().flat_map(Example::texts));
    let examples = examples.enumerate().map(|(at, plan)| (format!("example-{at}.yaml"), plan.as_bytes().to_vec()));
    files.chain(examples).collect()
}

#[test]
fn every_plan_has_a_page() {
    for (at, (name, bytes)) in plans().into_iter().enumerate() {
        let report = lint(&name, &bytes);
        // Both languages of every plan take long, and say the same.
        let (lang, _) = LANGS[at % 2];
        let [html, markdown] = pages(&report, lang);
        let text = text_of(&html).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
        assert!(markdown.starts_with("# "), "{name}");
        if !name.contains("hostile") {
            assert!(!has_placeholder(&text) && !has_placeholder(&markdown), "{name}: {text}");
        }
        assert_eq!(html, pages(&report, lang)[0], "{name}: the same plan has the same page");
        if !report.errors.is_empty() {
            continue;
        }
        for outcome in report.outcomes.iter().filter(|outcome| outcome.is_demand()) {
            let label = outcome.outcome.label().get(lang);
            assert!(text.contains(outcome.rule.title.get(lang)) && text.contains(label), "{name}: {label}");
        }
    }
}

/// Whether something in braces was left to be filled in.
fn has_placeholder(text: &str) -> bool {
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'.');
    text.split('{').skip(1).any(|after| after.split_once('}').is_some_and(|(name, _)| is_name(name)))
}

#[test]
fn each_question_stands_in_the_letter_to_whom_it_is_asked() {
    for path in files_below("examples/plans") {
        let report = lint(&path, &bytes(&path));
        let text = text_of(&pages(&report, Lang::De)[0]).unwrap();
        for question in &report.questions {
            assert!(text.contains(&question.text.text(Lang::De)), "{path}");
        }
        let count = [Addressee::Administration, Addressee::Carrier].map(|to| letter::letter(&report, to, Lang::De).is_some());
        assert_eq!(count, ["Brief an die Verwaltung", "Brief an den Träger"].map(|title| text.contains(title)), "{path}");
    }
}

#[test]
fn hostile_texts_stay_texts() {
    for path in files_below("tests/hostile_text") {
        let report = lint(&path, &bytes(&path));
        for (lang, _) in LANGS {
            let [html, markdown] = pages(&report, lang);
            let text = text_of(&html).unwrap();
            assert!(text.contains("<script>alert('Gemeinde')</script>"), "{path}: it can be read");
            assert!(!markdown.contains("<script") && !markdown.contains("](") && !markdown.contains("<img"), "{path}");
            assert!(html.chars().chain(markdown.chars()).all(|c| !c.is_control() || c == '\n'), "{path}");
        }
    }
}

/// What tries to become anything but text.
fn nasty() -> impl Strategy<Value = String> {
    let known = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</style><script>",
        "javascript:alert(1)",
        "' onmouseover='x",
        "<!--",
        "]]>",
        "&lt;b&gt;&#60;",
        "https://example.org/x.js",
        "<a href=//x>",
        "\u{202e}abc\u{2066}",
        "\u{1b}[31m",
        "{who}{count}",
        "</main>",
        "<svg/onload=x>",
        "<base href=//x>",
        "unbekannt",
        "",
        "  ",
        "\n# a\n- b\n",
        "| a |",
        "`x`",
        "Stadt <b>",
        "Landkreis A\"",
    ];
    prop_oneof![
        3 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,20}",
        1 => "[<>&\"'/=a-z -]{0,24}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_any_field_stays_text(texts in proptest::collection::vec(nasty(), 20), wrong in any::<bool>()) {
        let [municipality, county, name, employer, id, degree, required, place, duty, origin] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(|at| &texts[at]);
        let [title, url, by, reply, post, condition, reason, note, status, owner] = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19].map(|at| &texts[at]);
        let mut plan = json!({
            "gemeinde": municipality, "kreis": county, "stand": "2019-10", "notiz": note, "bedingungen": [condition, title],
            "programm": "integrationsmanagement", "entscheidet_ueber_mittel": "landkreis",
            "organisationen": {"a": {"name": name, "art": "gemeinnuetzige_gesellschaft", "quelle": origin, "eigentuemer": [{"wer": owner, "anteil": "60 %"}]}},
            "stellen": [
                {"id": id, "arbeitgeber": employer, "vzae": 1, "qualifikation": [degree, required], "quelle": origin},
                {"arbeitgeber": "a", "anforderung": required, "besetzt": "nein", "dienstort": place, "weitere_aufgaben": [duty, "rueckkehrberatung"]},
                {"arbeitgeber": "Stadt A", "quelle": title, "weitere_aufgaben": ["belegung"]},
            ],
            "quellen": [{"id": origin, "titel": title, "url": url}, title],
            "stellungnahmen": [
                {"regel": "carrier-independence", "stelle": post, "von": by, "text": reply, "quelle": url},
                {"regel": note, "von": by, "text": reply},
            ],
            "ausnahmen": [{"regel": "municipal-control", "begruendung": reason, "bis": "2099"}],
        });
        if wrong {
            plan[status.as_str()] = json!(note);
        }
        let text = plan.to_string();
        let report = lint(&format!("{note}.yaml"), text.as_bytes());
        for (lang, _) in LANGS {
            let [html, markdown] = pages(&report, lang);
            let read = text_of(&html);
            prop_assert!(read.is_ok(), "{:?}\n{}", read, text);
            prop_assert!(!markdown.contains("<script") && !markdown.contains("<img") && !markdown.contains("<a"), "{}", markdown);
        }
    }
}

#[test]
fn what_is_about_an_individual_stands_on_no_page() {
    for private in ["anna.wiesenbach@example.org", "Frau Wiesenbach, geb. 01.02.1980", "0761 1234567"] {
        let plan = json!({
            "gemeinde": "A", "stand": "2019", "bedingungen": [format!("Bitte an {private}")],
            "stellen": [{"id": private, "arbeitgeber": "Caritas", "qualifikation": [private, format!("Erzieherin {private}")], "quelle": private, "weitere_aufgaben": [private]}],
            "quellen": [{"id": private, "titel": private}],
            "stellungnahmen": [{"regel": "carrier-independence", "stelle": private, "von": private, "text": format!("Sagt {private}")}],
        });
        let report = lint("plan.yaml", plan.to_string().as_bytes());
        assert!(!report.private.is_empty(), "{private}");
        for (lang, _) in LANGS {
            for page in pages(&report, lang) {
                let text = if page.starts_with('#') { page } else { text_of(&page).unwrap() };
                assert!(!text.contains("iesenbach") && !text.contains("1234567") && !text.contains("1980"), "{private}: {text}");
            }
        }
    }
}

#[test]
fn a_page_never_grows_past_its_bounds() {
    let mut plan = "gemeinden: [A, B]\nstand: 2019\nstellen:\n".to_owned();
    for number in 0..3000 {
        plan.push_str(["  - {arbeitgeber: Caritas, vzae: 1}\n", "  - {arbeitgeber: Stadt A}\n", "  - {vzae: 1}\n"][number % 3]);
    }
    let long = "x".repeat(100_000);
    plan += &["bedingungen: [", &long, "]\nquellen: [", &long, "]\nstellungnahmen: [{text: ", &long, "}]\n"].concat();
    let report = lint("plan.yaml", plan.as_bytes());
    let [html, markdown] = pages(&report, Lang::De);
    assert!(html.len() < 120_000 && markdown.len() < 100_000, "{} {}", html.len(), markdown.len());
    assert!(text_of(&html).unwrap().contains("und 992 weitere"));
}

#[cfg(feature = "cli")]
mod written {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    fn folder(name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    /// The exit status, and what it complains of.
    fn lint(folder: &Path, args: &[&str]) -> (i32, String) {
        let done = Command::new(env!("CARGO_BIN_EXE_lint"))
            .current_dir(folder)
            .args(["--lang", "en", "report", "--today", "2026-11-23"])
            .args(args)
            .output()
            .unwrap();
        (done.status.code().unwrap(), String::from_utf8(done.stderr).unwrap())
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    const FINE: &str = "gemeinde: Musterdorf\nstand: 2019-10\nstellen: [{arbeitgeber: Caritas, vzae: 1}]\n";
    const WORSE: &str = "gemeinde: Musterstadt\nstand: 2019-10\nstellen: [{arbeitgeber: Stadt Musterstadt, vzae: 1}]\n";

    #[test]
    fn every_plan_has_its_page_and_a_bad_one_hides_no_other() {
        let folder = folder("several");
        for (name, plan) in [("a/plan.yaml", FINE), ("b/plan.yaml", WORSE), ("b/wrong.yaml", "stelen: 1\n")] {
            fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
            fs::write(folder.join(name), plan).unwrap();
        }
        assert_eq!(lint(&folder, &["a", "--out", "pages"]).0, 0);
        assert_eq!(lint(&folder, &["a", "b/plan.yaml", "--out", "pages"]).0, 1);
        assert_eq!(lint(&folder, &["a", "b", "--out", "pages/"]).0, 3);
        assert_eq!(names(&folder.join("pages")), ["plan-2.html", "plan.html", "wrong.html"]);
        let read = |name: &str| fs::read_to_string(folder.join("pages").join(name)).unwrap();
        assert!(read("plan.html").contains("Musterdorf") && read("plan-2.html").contains("Musterstadt"));
        assert!(read("wrong.html").contains("stelen"));
        let before = ["plan.html", "plan-2.html", "wrong.html"].map(read);
        lint(&folder, &["a", "b", "--out", "pages"]);
        assert_eq!(before, ["plan.html", "plan-2.html", "wrong.html"].map(read), "the same plans have the same pages");
        assert_eq!(names(&folder), ["a", "b", "pages"], "nothing is written elsewhere");
    }

    #[test]
    fn a_file_is_what_its_name_says() {
        let folder = folder("file");
        fs::write(folder.join("plan.yaml"), FINE).unwrap();
        assert_eq!(lint(&folder, &["plan.yaml", "--out", "page.md"]).0, 0);
        assert!(fs::read_to_string(folder.join("page.md")).unwrap().starts_with("# Integrationsmanagement in Musterdorf"));
        assert_eq!(lint(&folder, &["plan.yaml", "--out", "page.html"]).0, 0);
        assert!(fs::read_to_string(folder.join("page.html")).unwrap().starts_with("<!DOCTYPE html>"));
        let (status, said) = lint(&folder, &["plan.yaml", "--out", "plan.yaml"]);
        assert!(status == 2 && said.contains("no folder"), "{said}");
        assert_eq!(fs::read_to_string(folder.join("plan.yaml")).unwrap(), FINE);
        fs::write(folder.join("plan.md"), FINE).unwrap();
        let (status, said) = lint(&folder, &["plan.md", "--out", "plan.md"]);
        assert!(status == 2 && said.contains("the plan itself"), "{said}");
        assert_eq!(fs::read_to_string(folder.join("plan.md")).unwrap(), FINE);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_folder_leads_nowhere_else() {
        let folder = folder("link");
        fs::write(folder.join("plan.yaml"), FINE).unwrap();
        fs::write(folder.join("elsewhere.html"), "mine").unwrap();
        fs::create_dir(folder.join("pages")).unwrap();
        std::os::unix::fs::symlink("../elsewhere.html", folder.join("pages/plan.html")).unwrap();
        assert_eq!(lint(&folder, &["plan.yaml", "--out", "pages"]).0, 2);
        assert_eq!(fs::read_to_string(folder.join("elsewhere.html")).unwrap(), "mine");
    }
}

/// The elements that pages are made of, and the attributes that they may have. None of them loads, sends or runs anything.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("html", &["lang"]),
    ("head", &[]),
    ("meta", &["charset", "http-equiv", "content", "name"]),
    ("title", &[]),
    ("style", &[]),
    ("body", &[]),
    ("main", &["class"]),
    ("footer", &[]),
    ("section", &["class"]),
    ("h1", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("p", &[]),
    ("ul", &[]),
    ("ol", &[]),
    ("li", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("dd", &[]),
    ("div", &["class", "tabindex", "role", "aria-label"]),
    ("span", &["class", "aria-hidden"]),
    ("strong", &[]),
    ("small", &[]),
    ("code", &[]),
    ("table", &[]),
    ("caption", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &[]),
    ("th", &["scope"]),
    ("td", &[]),
    ("figure", &["class"]),
    ("figcaption", &[]),
    ("svg", &["viewBox", "preserveAspectRatio", "role", "aria-label"]),
    ("rect", &["class", "x", "y", "width", "height"]),
    ("path", &["class", "d"]),
    ("details", &[]),
    ("summary", &[]),
];

/// What a reader reads; an error where the page is not built of these elements alone, each closed in its turn.
fn text_of(page: &str) -> Result<String, String> {
    let mut rest = page.strip_prefix("<!DOCTYPE html>").ok_or("no doctype")?;
    let mut open: Vec<&str> = Vec::new();
    let mut text = String::new();
    while let Some(at) = rest.find('<') {
        if open.last() != Some(&"style") {
            push_text(&mut text, &rest[..at])?;
        }
        let end = rest[at..].find('>').ok_or("a tag has no end")? + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let name = tag.split(' ').next().unwrap_or(tag);
        let (_, allowed) = ELEMENTS.iter().find(|(known, _)| *known == name).ok_or(format!("<{tag}>"))?;
        let mut attributes = &tag[name.len()..];
        while let Some(attribute) = attributes.strip_prefix(' ') {
            let (key, value) = attribute.split_once("=\"").ok_or(format!("<{tag}>"))?;
            let (value, next) = value.split_once('"').ok_or(format!("<{tag}>"))?;
            if !allowed.contains(&key) || (name != "meta" && value.contains("://")) && key != "aria-label" {
                return Err(format!("{key}={value}"));
            }
            attributes = next;
        }
        if !attributes.is_empty() {
            return Err(format!("<{tag}>"));
        }
        if name != "meta" {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(text) } else { Err(format!("{open:?} are never closed")) }
}

fn push_text(text: &mut String, part: &str) -> Result<(), String> {
    if part.contains('>') {
        return Err(format!("{part}: a > that ends no tag"));
    }
    let mut rest = part;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        let (name, next) = rest[at + 1..].split_once(';').ok_or(format!("{part}: & is no reference"))?;
        text.push(match name {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => return Err(format!("&{name};")),
        });
        rest = next;
    }
    text.push_str(rest);
    text.push(' ');
    Ok(())
}
