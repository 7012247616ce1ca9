//! How changes look: as text, Markdown, page and JSON.

use insta::assert_snapshot;
use paktlint::changes::folders::FolderChanges;
use paktlint::changes::{self, Changes};
use paktlint::render::{changes as render, document, safe};
use paktlint::report::{self, Dates};
use paktlint::source::Source;
use paktlint::text::Lang;

use super::given::{self, rules};
use super::{between, told};

/// A change in each of the formats, by what a file of it is called.
fn formats(changes: &Changes, lang: Lang) -> [(&'static str, String); 4] {
    let document = render::document(changes, lang);
    [
        ("txt", document::text(&document)),
        ("md", document::markdown(&document)),
        ("html", document::html(&document)),
        ("json", render::json::pair(changes, lang)),
    ]
}

fn of_folders(changes: &FolderChanges, lang: Lang) -> [(&'static str, String); 4] {
    let packs = rules().packs();
    let document = render::folders(changes, packs, lang);
    [
        ("txt", document::text(&document)),
        ("md", document::markdown(&document)),
        ("html", document::html(&document)),
        ("json", render::json::folders(changes, packs, lang)),
    ]
}

/// What every page has around it is no part of what is looked at here.
fn without_frame(text: &str) -> String {
    let text = text.replace(env!("CARGO_PKG_VERSION"), "…");
    match (text.find("<style>"), text.find("</style>")) {
        (Some(start), Some(end)) => format!("{}{}", &text[..start], &text[end..]),
        _ => text,
    }
}

const OLD: &str = "\
gemeinde: Lörrach
kreis: Lörrach
stand: 2019-10
entscheidet_ueber_mittel: gemeinde
stellen:
  - {id: im-1, arbeitgeber: Caritas, vzae: 1.5, qualifikation: Soziale Arbeit B.A.}
  - {id: im-2, arbeitgeber: Diakonie, vzae: 1.5}
  - {id: im-3, arbeitgeber: Stadt Lörrach, vzae: 0.5, aufgabe: koordination}
  - {id: im-4, arbeitgeber: Stadt Lörrach, vzae: 0.5}
notiz: Wird noch beraten.
";

const NEW: &str = "\
gemeinde: Lörrach
kreis: Lörrach
stand: 2019-11
stellen:
  - {id: im-2, arbeitgeber: Stadt Lörrach, vzae: 1.5, qualifikation: Dipl.-Sozialpädagogin (FH)}
  - {id: im-1, arbeitgeber: Caritas, vzae: 1.5, qualifikation: unbekannt}
  - {id: im-4, arbeitgeber: Stadt Lörrach, vzae: 0.5}
  - {id: im-5, arbeitgeber: Stadt Lörrach, vzae: 1, besetzt: nein}
";

#[test]
fn two_plans() {
    let changes = between(OLD, NEW);
    for (lang, name) in [(Lang::De, "de"), (Lang::En, "en")] {
        for (ending, text) in formats(&changes, lang) {
            assert_snapshot!(format!("plans_{name}_{ending}"), without_frame(&text));
        }
    }
}

#[test]
fn two_folders() {
    let plan = |name: &str, text: &str| report::lint(rules(), &Source::new(name, text));
    let pair = |name: &str, old: &str, new: &str| {
        let (old, new) = (Source::new(format!("2019/{name}"), old), Source::new(format!("2020/{name}"), new));
        changes::changes(rules(), &old, &new, Dates::default())
    };
    let changes = FolderChanges {
        old: "2019".to_owned(),
        new: "2020".to_owned(),
        both: vec![
            pair("loerrach.yaml", OLD, NEW),
            pair("weil.yaml", "gemeinde: Weil\nstand: 2019\n", "gemeinde: Weil\nstand: 2019\n"),
            pair("unlesbar.yaml", "gemeinde: Rheinfelden\n", "gemeinde: [\n"),
        ],
        removed: vec![plan("2019/binzen.yaml", "gemeinde: Binzen\nstand: 2019\n")],
        added: vec![plan("2020/kandern.yaml", "gemeinde: Kandern\nstand: 2020\n")],
    };
    assert!(changes.got_worse() && !changes.are_readable());
    for (lang, name) in [(Lang::De, "de"), (Lang::En, "en")] {
        for (ending, text) in of_folders(&changes, lang) {
            if ending != "json" || lang == Lang::De {
                assert_snapshot!(format!("folders_{name}_{ending}"), without_frame(&text));
            }
        }
    }
}

#[test]
fn hostile_texts_are_nothing_but_texts() {
    let hostile = given::text("tests/hostile_text/plan.yaml");
    let tamer = hostile.replace("stand: 2019-10", "stand: 2019-11").replace("vzae: 1}", "vzae: 2}").replace("Notiz", "Vermerk");
    let small = "gemeinde: Lörrach\nstand: 2019\n";
    for (old, new) in [(hostile.as_str(), small), (small, hostile.as_str()), (hostile.as_str(), tamer.as_str())] {
        let (old, new) = (Source::new("a<b>`|.yaml", old), Source::new("::error::\u{1b}[31m.yaml", new));
        let changes = changes::changes(rules(), &old, &new, Dates::default());
        assert!(!changes.is_empty());
        let folders = FolderChanges {
            old: "<i>".to_owned(),
            new: "\u{202e}`|".to_owned(),
            both: vec![changes.clone()],
            added: vec![changes.old.clone()],
            removed: vec![changes.new.clone()],
        };
        for lang in [Lang::De, Lang::En] {
            for (ending, text) in formats(&changes, lang).into_iter().chain(of_folders(&folders, lang)) {
                for line in text.lines() {
                    assert_eq!(safe(line), line, "{ending}");
                }
                let markup = ["<script", "<img", "<b>", "<i>", "javascript:alert(1))"];
                match ending {
                    "html" => assert!(!markup[..4].iter().any(|markup| text.contains(markup))),
                    "md" => assert!(!markup.iter().any(|markup| text.contains(markup))),
                    "json" => drop(serde_json::from_str::<serde_json::Value>(&text).unwrap()),
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn what_is_about_a_person_is_repeated_nowhere() {
    let text = given::text("tests/changes/private.txt");
    let parts: Vec<&str> = text.split("===\n").collect();
    let changes = between(parts[1], parts[2]);
    assert!(!changes.facts.is_empty());
    for lang in [Lang::De, Lang::En] {
        let told = told(&changes, lang);
        for text in formats(&changes, lang).into_iter().map(|(_, text)| text).chain([told]) {
            for name in ["Musterfrau", "Beispielmann"] {
                assert!(!text.contains(name), "{text}");
            }
        }
    }
}
