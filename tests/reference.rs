//! The reference pages in `docs/` are what the data says; `REFERENCE=overwrite cargo test --test reference` writes them anew.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "what a test needs and does not get fails it; tests read files")]

mod given;

use given::{repository, rules};
use paktlint::render::reference;
use paktlint::text::Lang;

type Make = fn(Lang) -> String;

const PAGES: &[(&str, Lang, Make)] = &[
    ("docs/regeln.md", Lang::De, |lang| reference::rules(rules(), lang)),
    ("docs/rules.md", Lang::En, |lang| reference::rules(rules(), lang)),
    ("docs/felder.md", Lang::De, reference::fields),
    ("docs/fields.md", Lang::En, reference::fields),
    ("docs/bedingungen.md", Lang::De, reference::expressions),
    ("docs/conditions.md", Lang::En, reference::expressions),
];

#[test]
fn pages_are_what_the_data_says() {
    let overwrite = std::env::var_os("REFERENCE").is_some_and(|wish| wish == "overwrite");
    for (path, lang, make) in PAGES {
        let made = make(*lang);
        let path = repository(path);
        if overwrite {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &made).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        let differs = made.lines().zip(written.lines()).find(|(made, written)| made != written);
        assert!(
            made == written,
            "{} is out of date, first at {differs:?}: REFERENCE=overwrite cargo test --test reference",
            path.display()
        );
    }
}

#[test]
fn every_rule_and_field_is_named() {
    let pages: String = PAGES.iter().map(|(_, lang, make)| make(*lang)).collect();
    for (_, rule) in rules().rules() {
        assert!(pages.contains(&format!("### `{}`", rule.id)), "{}", rule.id);
    }
    for table in paktlint::plan::fields::TABLES {
        for field in table.fields {
            assert!(pages.contains(&format!("`{}`", field.name.en)), "{}", field.name.en);
        }
    }
}
