//! What an editor shows about fields, words and rules: Markdown in both languages, that of the reader first.

use std::fmt::Write as _;

use super::sentences;
use crate::plan::{Field, Table, Word};
use crate::render::page;
pub(super) use crate::render::reference::text;
use crate::render::reference::{code, kind};
use crate::rules::{Pack, Rule};
use crate::text::{Lang, Message};

/// The same in the language of the reader, and beneath a line in the other one.
pub(super) fn both(lang: Lang, say: impl Fn(Lang) -> String) -> String {
    let (first, second) = match lang {
        Lang::De => (say(Lang::De), say(Lang::En)),
        Lang::En => (say(Lang::En), say(Lang::De)),
    };
    if first == second { first } else { format!("{first}\n\n---\n\n{second}") }
}

/// What a field means and takes.
pub(super) fn field(table: &Table, field: &Field, lang: Lang) -> String {
    both(lang, |lang| {
        let mut said = format!("**{}** ({})\n\n{}", code(field.name.get(lang)), text(table.name.get(lang)), text(field.meaning.get(lang)));
        let values = Message::new(&sentences::VALUES).with("values", kind(&field.kind, lang).as_str());
        said.push_str("\n\n");
        said.push_str(&values.text(lang));
        if field.required {
            said.push_str("\n\n");
            said.push_str(sentences::REQUIRED.text.get(lang));
        }
        said
    })
}

/// What a field means, in a line.
pub(super) fn meaning(field: &Field, lang: Lang) -> String {
    both(lang, |lang| text(field.meaning.get(lang)).into_owned())
}

/// What a word of a list means, and the field that it is a value of.
pub(super) fn word(word: &Word, field: &Field, lang: Lang) -> String {
    both(lang, |lang| {
        let (name, label) = (word.name.get(lang), word.label.get(lang));
        format!("**{}** – {}\n\n{}: {}", code(name), text(label), code(field.name.get(lang)), text(field.meaning.get(lang)))
    })
}

/// What a rule says.
pub(super) fn rule(pack: &Pack, rule: &Rule, lang: Lang) -> String {
    both(lang, |lang| {
        let level = rule.level.label().get(lang);
        let mut said = format!("**{}** ({}, {})", text(rule.title.get(lang)), code(&rule.id), text(level));
        for version in &rule.versions {
            if let Some(holds) = &version.holds {
                let time = page::in_force(version.in_force, lang);
                // Writing to a text does not fail.
                let _ = write!(said, "\n\n*{}*: {}", text(&time), text(holds.get(lang)));
            }
        }
        if let Some(version) = rule.versions.last() {
            let parts = [
                (&sentences::WHY, version.why.get(lang).to_owned()),
                (&sentences::REMEDY, version.remedy.get(lang).to_owned()),
                (&sentences::SOURCE, page::source(pack, &version.source, lang)),
            ];
            for (title, part) in parts {
                said.push_str("\n\n");
                said.push_str(&Message::new(title).with("text", &*text(&part)).text(lang));
            }
        }
        said
    })
}
