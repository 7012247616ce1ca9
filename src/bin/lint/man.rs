//! `lint man`: the manual pages, made from the same definition as the help.

use std::fs;
use std::io;
use std::path::Path;

use clap::Command;
use clap_mangen::Man;
use paktlint::text::{Bilingual, Lang};

use crate::documents::{self, not_written};
use crate::failure::Failure;
use crate::help;
use crate::output::Output;
use crate::status::Status;

/// Prints the page of the command as a whole, or writes the pages of every command into a folder.
pub(crate) fn print(lang: Lang, folder: Option<&Path>, out: &mut Output) -> Result<Status, Failure> {
    let command = help::described(lang);
    let Some(folder) = folder else {
        out.text(&page(command, lang)?.text)?;
        return Ok(Status::Fine);
    };
    fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
    for page in pages(command, lang)? {
        documents::save(&folder.join(&page.name), page.text.as_bytes())?;
    }
    Ok(Status::Fine)
}

/// A manual page, and the file that it belongs into.
struct Page {
    name: String,
    text: String,
}

/// The page of a command, then those of its subcommands.
fn pages(command: Command, lang: Lang) -> io::Result<Vec<Page>> {
    let subcommands: Vec<Command> = command.get_subcommands().filter(|command| !command.is_hide_set()).cloned().collect();
    let mut found = vec![page(command, lang)?];
    for command in subcommands {
        found.append(&mut pages(command, lang)?);
    }
    Ok(found)
}

fn page(command: Command, lang: Lang) -> io::Result<Page> {
    let man = Man::new(command).source(concat!("paktlint ", env!("CARGO_PKG_VERSION"))).manual(MANUAL.get(lang));
    let mut text = Vec::new();
    man.render(&mut text)?;
    let text = String::from_utf8_lossy(&text);
    Ok(Page { name: man.get_filename(), text: text.lines().map(|line| said_in(line, lang) + "\n").collect() })
}

/// A line of a page; what the generator itself says is English, and said in German here.
fn said_in(line: &str, lang: Lang) -> String {
    for (english, texts) in WORDS {
        if line == *english {
            return texts.get(lang).to_owned();
        }
    }
    if line.starts_with(".TH ") {
        // The day of a page is nowhere, and the generator does not write that down as an empty argument.
        return line.replacen(" 1  ", " 1 \"\" ", 1);
    }
    match lang {
        Lang::De => line.replace(" [default: ", " [Standard: "),
        Lang::En => line.to_owned(),
    }
}

const MANUAL: Bilingual = Bilingual { de: "Befehle", en: "User Commands" };

/// Lines that the generator makes.
const WORDS: &[(&str, Bilingual)] = &[
    (".SH NAME", Bilingual { de: ".SH BEZEICHNUNG", en: ".SH NAME" }),
    (".SH SYNOPSIS", Bilingual { de: ".SH ÜBERSICHT", en: ".SH SYNOPSIS" }),
    (".SH DESCRIPTION", Bilingual { de: ".SH BESCHREIBUNG", en: ".SH DESCRIPTION" }),
    (".SH OPTIONS", Bilingual { de: ".SH OPTIONEN", en: ".SH OPTIONS" }),
    (".SH SUBCOMMANDS", Bilingual { de: ".SH BEFEHLE", en: ".SH COMMANDS" }),
    (".SH Befehle", Bilingual { de: ".SH BEFEHLE", en: ".SH COMMANDS" }),
    (".SH VERSION", Bilingual { de: ".SH VERSION", en: ".SH VERSION" }),
    (".SH EXTRA", Bilingual { de: ".SH HINWEISE", en: ".SH NOTES" }),
    ("\\fIPossible values:\\fR", Bilingual { de: "\\fIMögliche Werte:\\fR", en: "\\fIPossible values:\\fR" }),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn all(lang: Lang) -> Vec<Page> {
        pages(help::described(lang), lang).unwrap()
    }

    #[test]
    fn every_command_has_a_page() {
        for lang in [Lang::De, Lang::En] {
            let names: Vec<String> = all(lang).into_iter().map(|page| page.name).collect();
            assert_eq!(names.first().map(String::as_str), Some("lint.1"));
            for name in ["lint-explain.1", "lint-rules.1", "lint-rules-coverage.1", "lint-man.1"] {
                assert!(names.iter().any(|known| known == name), "{name}");
            }
        }
    }

    #[test]
    fn pages_are_of_one_language() {
        for page in all(Lang::De) {
            for line in page.text.lines().filter(|line| line.starts_with(".SH")) {
                assert!(WORDS.iter().any(|(_, texts)| texts.de == line), "{}: {line}", page.name);
            }
            for english in ["Possible values", "[default", "Print help", "OPTIONS", "COMMAND]", "Usage"] {
                assert!(!page.text.contains(english), "{}: {english}", page.name);
            }
        }
        for page in all(Lang::En) {
            assert!(!page.text.contains("Mögliche Werte") && !page.text.contains("[Standard"), "{}", page.name);
            assert!(page.text.contains("\n.SH NAME\n") && page.text.contains("\n.SH OPTIONS\n"), "{}", page.name);
        }
    }

    #[test]
    fn the_title_has_all_its_parts() {
        for (lang, manual) in [(Lang::De, "Befehle"), (Lang::En, "\"User Commands\"")] {
            let page = &all(lang)[0];
            let title = page.text.lines().find(|line| line.starts_with(".TH")).unwrap();
            assert_eq!(title, format!(".TH lint 1 \"\" \"paktlint {}\" {manual}", env!("CARGO_PKG_VERSION")));
        }
    }
}
