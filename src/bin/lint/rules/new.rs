//! `lint rules new`: a pack to begin with, or one more rule in a pack.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use paktlint::facts::Vocabulary;
use paktlint::render;
use paktlint::rules::{PackFiles, RuleSet};
use paktlint::source::Source;
use paktlint::text::{Message, fold};

use crate::args::Common;
use crate::documents::not_written;
use crate::failure::Failure;
use crate::output::Output;
use crate::packs::{self, PACK};
use crate::sentences as say;
use crate::status::Status;
use crate::write::{self, Before};

const PACK_TEXT: &str = include_str!("new/pack.yaml");
const RULE_TEXT: &str = include_str!("new/rule.yaml");

/// The document of a new pack.
const DOCUMENT: &str = "quelle-1";

/// Writes what is missing of a pack and a rule in it.
pub(crate) fn new(common: &Common, folder: &Path, rule: &str, out: &mut Output) -> Result<Status, Failure> {
    let lang = common.lang();
    if !is_id(rule) {
        return Err(misuse(Message::new(&say::NOT_A_RULE_ID).with("id", rule)));
    }
    let (pack_path, rule_path) = (folder.join(PACK), folder.join(format!("{rule}.yaml")));
    let message = if pack_path.exists() {
        add_rule(folder, &pack_path, &rule_path, rule)?
    } else {
        fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
        write_new(&rule_path, &filled(RULE_TEXT, &id_of(folder), rule, DOCUMENT))?;
        write_new(&pack_path, &filled(PACK_TEXT, &id_of(folder), rule, DOCUMENT))?;
        Message::new(&say::PACK_WRITTEN).with("pack", &*shown(&pack_path)).with("rule", &*shown(&rule_path))
    };
    out.page(&render::safe(&message.text(lang)))?;
    out.page(&render::safe(&Message::new(&say::NEXT_STEPS).with("folder", &*shown(folder)).text(lang)))?;
    Ok(Status::Fine)
}

/// One more rule in a pack that is there, which must be sound for that.
fn add_rule(folder: &Path, pack_path: &Path, rule_path: &Path, rule: &str) -> Result<Message, Failure> {
    let vocabulary = RuleSet::bundled().vocabulary().clone();
    let files = packs::pack_files(folder).map_err(|files| Failure::Rules(paktlint::rules::LoadError { files }))?;
    let rules = RuleSet::load(vocabulary.clone(), std::slice::from_ref(&files))?;
    let document = rules.packs().first().and_then(|pack| pack.documents.first()).map_or(DOCUMENT, |document| &document.id);
    let pack = rules.packs().first().map_or("", |pack| &pack.id);
    let text = filled(RULE_TEXT, pack, rule, document);
    if rule_path.exists() || rules.rule(rule).is_some() {
        return Err(misuse(Message::new(&say::EXISTS_ALREADY).with("file", &*shown(rule_path))));
    }
    let listed = listed(&files, &text, rule, &vocabulary);
    write_new(rule_path, &text)?;
    let written = Message::new(match &listed {
        Some(_) => &say::RULE_WRITTEN,
        None => &say::RULE_WRITTEN_ALONE,
    });
    if let Some(listed) = listed {
        write::replace(pack_path, Before::Anything, listed.as_bytes()).map_err(|error| not_written(pack_path, &error))?;
    }
    Ok(written.with("rule", &*shown(rule_path)).with("pack", &*shown(pack_path)).with("id", rule))
}

/// The text of `pack.yaml` with the rule in its list, where it is plain how to write it: a list with an entry a line. It must load, and
/// with the rules that there were and the new one.
fn listed(files: &PackFiles, rule_text: &str, rule: &str, vocabulary: &Vocabulary) -> Option<String> {
    let file = files.pack.as_ref()?;
    let mut lines: Vec<&str> = file.text().split_inclusive('\n').collect();
    let key = lines.iter().position(|line| line.trim_end() == "rules:")?;
    let entries = lines.iter().skip(key + 1).take_while(|line| line.trim_start().starts_with("- ")).count();
    let last = lines.get(key + entries).filter(|line| entries > 0 && line.ends_with('\n'))?;
    let indent: String = last.chars().take_while(|c| *c == ' ').collect();
    let end = if last.ends_with("\r\n") { "\r\n" } else { "\n" };
    let entry = format!("{indent}- {rule}{end}");
    lines.insert(key + entries + 1, &entry);
    let text: String = lines.concat();
    let mut with_rule = files.clone();
    with_rule.pack = Some(Source::new(file.name(), text.as_str()));
    with_rule.rules.push(Source::new(rule, rule_text));
    let before = files.rules.len();
    let loaded = RuleSet::load(vocabulary.clone(), &[with_rule]).ok()?;
    (loaded.rules().count() == before + 1).then_some(text)
}

/// A skeleton with its blanks filled.
fn filled(text: &str, pack: &str, rule: &str, document: &str) -> String {
    text.replace("{pack}", pack).replace("{rule}", rule).replace("{document}", document)
}

fn is_id(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty() && text.len() <= 64 && text.bytes().all(fits) && !text.starts_with('-')
}

/// The id that the name of a folder makes.
fn id_of(folder: &Path) -> String {
    let name = folder.canonicalize().ok().and_then(|folder| folder.file_name().map(|name| fold(&name.to_string_lossy())));
    let letters: String =
        name.unwrap_or_default().chars().map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' }).take(64).collect();
    let id = letters.trim_matches('-');
    if id.is_empty() { "mein-paket".to_owned() } else { id.to_owned() }
}

/// Writes a file that is not there yet.
fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    write::create(path, text.as_bytes()).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => misuse(Message::new(&say::EXISTS_ALREADY).with("file", &*shown(path))),
        _ => not_written(path, &error),
    })
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn misuse(message: Message) -> Failure {
    Failure::Misuse(vec![message])
}

#[cfg(test)]
mod tests {
    use paktlint::verdict;

    use super::*;

    fn files(pack: &str) -> PackFiles {
        let rule = filled(RULE_TEXT, "p", "first", DOCUMENT);
        PackFiles {
            pack: Some(Source::new("pack.yaml", pack)),
            rules: vec![Source::new("first.yaml", rule)],
            name: "p".to_owned(),
            vocabulary: None,
        }
    }

    #[test]
    fn a_new_pack_passes_every_check() {
        let vocabulary = Vocabulary::bundled().unwrap();
        let rules = RuleSet::load(vocabulary, &[files(&filled(PACK_TEXT, "p", "first", DOCUMENT))]).unwrap();
        assert!(verdict::examples(&rules).all(|run| run.problem.is_none()));
        let coverage: Vec<_> = verdict::coverage(&rules).collect();
        assert_eq!(coverage.len(), 1);
        let said: Vec<String> = coverage[0].problems.iter().map(|problem| problem.message.text(paktlint::text::Lang::En)).collect();
        assert!(said.is_empty(), "{said:?}");
    }

    #[test]
    fn a_rule_is_listed_where_it_is_plain_how() {
        let vocabulary = Vocabulary::bundled().unwrap();
        let pack = filled(PACK_TEXT, "p", "first", DOCUMENT);
        let second = filled(RULE_TEXT, "p", "second", DOCUMENT);
        let added = listed(&files(&pack), &second, "second", &vocabulary).unwrap();
        assert_eq!(added, pack.replace("  - first\n", "  - first\n  - second\n"));
        for unusual in [pack.replace("\n  - first", " [first]"), pack.replace("  - first\n", "  # eine\n  - first\n")] {
            assert_eq!(listed(&files(&unusual), &second, "second", &vocabulary), None, "{unusual}");
        }
    }

    #[test]
    fn ids() {
        for (id, fits) in [("a-1", true), ("", false), ("Ä", false), ("a b", false), ("../a", false), ("-a", false)] {
            assert_eq!(is_id(id), fits, "{id}");
        }
    }
}
