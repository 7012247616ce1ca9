//! From the bytes of a configuration to its settings, every mistake at its place.
//!
//! Whether rules and packs of these names exist is told when it is [applied](super::apply): for that, packs must be loaded.

use std::path::Path;

use clap::ValueEnum;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use paktlint::problem::{self, Problem};
use paktlint::source::{self, Source, Span};
use paktlint::text::{Arg, Bilingual, Message, nearest};
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{Config, Key, Line, Placed, Wanted, sentences as say, syntax};

/// No more mistakes of a file are told.
pub(super) const MOST: usize = 50;

/// The largest configuration that is read, in bytes: a table of slips takes a hundred times the memory of the file.
const LARGEST: usize = 1024 * 1024;

/// A value of the file.
type Value<'f> = Spanned<DeValue<'f>>;

impl Config {
    /// Reads a configuration. Its paths are relative to `folder`, which is absolute.
    pub(crate) fn read(name: &str, folder: &Path, bytes: &[u8]) -> Self {
        if bytes.len() > LARGEST {
            let message = Message::new(&say::TOO_LARGE).with("limit", LARGEST / (1024 * 1024));
            return Self::unread(name, folder, Problem::new(Span::default(), message).help(Message::new(&say::SMALL_TEXT)));
        }
        let file = match source::decode(name, bytes) {
            Ok(file) => file,
            Err(undecoded) => {
                let problem = match undecoded.problem.message.key() {
                    // What is said of plans there is not true of a configuration.
                    Some("file-no-text" | "file-nul") => undecoded.problem.help(Message::new(&say::SMALL_TEXT)),
                    _ => undecoded.problem,
                };
                return Self { file: Some(undecoded.source), folder: folder.to_owned(), problems: vec![problem], ..Self::default() };
            }
        };
        let (table, slips) = syntax::table(&file);
        let mut reader = Reader { file: &file, problems: Vec::new() };
        let mut config = Self { file: Some(file.clone()), folder: folder.to_owned(), ..Self::default() };
        for (key, value) in in_order(&table) {
            reader.entry(&mut config, key, value);
        }
        let mut problems = reader.problems;
        problems.retain(|problem| !slips.iter().any(|slip| syntax::hides(&file, slip, problem.span)));
        // A list or heading that does not end where it should takes in what follows: no name of this file is sure.
        if !slips.is_empty() {
            config = Self { packs: None, only: None, skip: None, levels: None, ..config };
        }
        problems.extend(slips);
        problem::in_order(&mut problems);
        problems.truncate(MOST);
        config.problems = problems;
        config
    }
}

/// The entries of a table in the order of the file.
fn in_order<'t, 'f>(table: &'t DeTable<'f>) -> Vec<(&'t Spanned<DeString<'f>>, &'t Value<'f>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_unstable_by_key(|(key, _)| key.span().start);
    entries
}

struct Reader<'f> {
    file: &'f Source,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    /// Whether more problems would not be told. To look for the nearest of several words takes time.
    fn enough(&self) -> bool {
        self.problems.len() >= MOST
    }

    fn entry(&mut self, config: &mut Config, key: &Spanned<DeString<'_>>, value: &Value<'_>) {
        if self.enough() {
            return;
        }
        let span = self.span(key);
        let Some(known) = Key::ALL.into_iter().find(|known| known.name() == key.get_ref()) else {
            self.unknown_key(span, key.get_ref());
            return;
        };
        match known {
            Key::Packs => config.packs = self.texts(known, value),
            Key::Only => config.only = self.filled(known, value),
            Key::Skip => config.skip = self.texts(known, value),
            Key::Levels => config.levels = self.levels(span, value),
            Key::FailOn => {
                let words = self.filled(known, value);
                config.fail_on = words.map(|words| Placed {
                    value: words.value.iter().filter_map(|word| self.variant(known, word)).collect(),
                    span: words.span,
                });
            }
            Key::Language => config.language = self.one(known, value),
            Key::Format => config.format = self.one(known, value),
            Key::Exclude => {
                config.exclude = self.texts(known, value);
                config.excluded = config.exclude.as_ref().map_or_else(Gitignore::empty, |globs| self.globs(globs));
            }
            Key::Baseline => config.baseline = self.text(known, value),
        }
    }

    fn span<T>(&self, value: &Spanned<T>) -> Span {
        syntax::span(self.file, &value.span())
    }

    fn unknown_key(&mut self, span: Span, key: &str) {
        let problem = Problem::new(span, Message::new(&say::UNKNOWN_KEY).with("key", key));
        let names =
            Key::ALL.into_iter().flat_map(|key| std::iter::once(key.name()).chain(key.also().iter().copied()).map(move |name| (name, key)));
        let near = nearest(key, names.clone().map(|(name, _)| name)).and_then(|near| names.clone().find(|(name, _)| *name == near));
        self.problems.push(if let Some((_, near)) = near {
            problem.help(Message::new(&say::MEANT).with("near", near.name())).guess(span, near.name())
        } else {
            let keys = Key::ALL.iter().map(|key| Arg::from(key.name())).collect();
            problem.help(Message::new(&say::KEYS).with("keys", Arg::AllOf(keys)))
        });
    }

    /// A value of another kind than its key wants.
    fn unexpected(&mut self, key: Key, value: &Value<'_>) {
        let (expected, example) = expected(key);
        let message = Message::new(&say::EXPECTED).with("key", key.name()).with("expected", Arg::Term(expected));
        let problem = Problem::new(self.span(value), message.with("found", Arg::Term(kind(value.get_ref()))));
        self.problems.push(problem.help(Message::new(&say::EXPECTED_HELP).with("example", example)));
    }

    /// A text that is not empty. A backslash is easily meant for itself, and makes a tab or another sign instead.
    fn text(&mut self, key: Key, value: &Value<'_>) -> Option<Placed<String>> {
        let DeValue::String(text) = value.get_ref() else {
            self.unexpected(key, value);
            return None;
        };
        let span = self.span(value);
        if text.trim().is_empty() {
            self.problems.push(Problem::new(span, Message::new(&say::EMPTY_TEXT)).help(Message::new(&say::EMPTY_HELP)));
            return None;
        }
        if text.chars().any(char::is_control) {
            self.problems.push(Problem::new(span, Message::new(&say::TOML_TEXT)).help(Message::new(&say::TOML_TEXT_HELP)));
            return None;
        }
        Some(Placed { value: text.clone().into_owned(), span })
    }

    /// A text or a list of texts; those that are none are told and left out.
    fn texts(&mut self, key: Key, value: &Value<'_>) -> Option<Placed<Vec<Placed<String>>>> {
        let span = self.span(value);
        let value = match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|item| self.text(key, item)).collect(),
            _ => vec![self.text(key, value)?],
        };
        Some(Placed { value, span })
    }

    /// The same, but an empty list is told: it would not mean what it looks like.
    fn filled(&mut self, key: Key, value: &Value<'_>) -> Option<Placed<Vec<Placed<String>>>> {
        if matches!(value.get_ref(), DeValue::Array(items) if items.is_empty()) {
            self.problems.push(Problem::new(self.span(value), Message::new(&say::EMPTY_LIST)).help(Message::new(&say::EMPTY_HELP)));
            return None;
        }
        self.texts(key, value)
    }

    /// One of the words of a flag.
    fn one<T: ValueEnum>(&mut self, key: Key, value: &Value<'_>) -> Option<Placed<T>> {
        let word = self.text(key, value)?;
        let value = self.variant(key, &word)?;
        Some(Placed { value, span: word.span })
    }

    fn variant<T: ValueEnum>(&mut self, key: Key, word: &Placed<String>) -> Option<T> {
        let variants = T::value_variants().iter().filter_map(|variant| Some((variant.to_possible_value()?, variant)));
        let words: Vec<(String, &T)> = variants.map(|(value, variant)| (value.get_name().to_owned(), variant)).collect();
        let names: Vec<&str> = words.iter().map(|(name, _)| name.as_str()).collect();
        let found = self.word(key, word, &names)?;
        words.get(found).map(|(_, variant)| (*variant).clone())
    }

    /// The place of a word among those that are known.
    fn word(&mut self, key: Key, word: &Placed<String>, words: &[&str]) -> Option<usize> {
        let found = words.iter().position(|known| *known == word.value);
        if found.is_none() && !self.enough() {
            let all = Arg::AllOf(words.iter().copied().map(Arg::from).collect());
            let message = Message::new(&say::WORD).with("word", &*word.value).with("key", key.name()).with("words", all);
            let problem = Problem::new(word.span, message);
            // An abbreviation is no slip of the pen, and neither is "deutsch" for "de".
            let short = |known: &&str| word.value.len() > 1 && (known.starts_with(&word.value) || word.value.starts_with(known));
            self.problems.push(match nearest(&word.value, words.iter().copied()).or_else(|| words.iter().copied().find(short)) {
                Some(near) => problem.help(Message::new(&say::MEANT).with("near", near)).guess(word.span, format!("\"{near}\"")),
                None => problem,
            });
        }
        found
    }

    fn levels(&mut self, key: Span, value: &Value<'_>) -> Option<Placed<Vec<Line>>> {
        let DeValue::Table(table) = value.get_ref() else {
            self.unexpected(Key::Levels, value);
            return None;
        };
        let lines = in_order(table).into_iter().filter_map(|(name, value)| self.level(name, value)).collect();
        Some(Placed { value: lines, span: key })
    }

    fn level(&mut self, name: &Spanned<DeString<'_>>, value: &Value<'_>) -> Option<Line> {
        if self.enough() {
            return None;
        }
        let word = self.text(Key::Levels, value)?;
        let found = self.word(Key::Levels, &word, &Wanted::ALL.map(|(word, _)| word))?;
        let (_, level) = Wanted::ALL.get(found)?;
        Some(Line { name: name.get_ref().clone().into_owned(), key: self.span(name), level: *level, span: word.span })
    }

    /// Compiles the patterns, which are those of `.gitignore`.
    fn globs(&mut self, globs: &Placed<Vec<Placed<String>>>) -> Gitignore {
        let mut builder = GitignoreBuilder::new(".");
        builder.allow_unclosed_class(false);
        for glob in &globs.value {
            let idle = glob.value.starts_with('#') || glob.value.split(['/', '\\']).any(|part| part == "..");
            let wrong = if idle {
                Some((&say::IDLE_GLOB, &say::IDLE_GLOB_HELP))
            } else if builder.add_line(None, &glob.value).is_err() {
                Some((&say::WRONG_GLOB, &say::WRONG_GLOB_HELP))
            } else {
                None
            };
            if let Some((message, help)) = wrong {
                let message = Message::new(message).with("glob", &*glob.value);
                self.problems.push(Problem::new(glob.span, message).help(Message::new(help)));
            }
        }
        builder.build().unwrap_or_else(|_| {
            self.problems.push(Problem::new(globs.span, Message::new(&say::LARGE_GLOBS)).help(Message::new(&say::WRONG_GLOB_HELP)));
            Gitignore::empty()
        })
    }
}

/// What a key wants, and how that is written.
const fn expected(key: Key) -> (Bilingual, &'static str) {
    const TEXT: Bilingual = Bilingual { de: "einen Text in Anführungszeichen", en: "a text in quotes" };
    const TEXTS: Bilingual =
        Bilingual { de: "einen Text in Anführungszeichen oder eine Liste davon", en: "a text in quotes, or a list of such" };
    const LEVELS: Bilingual =
        Bilingual { de: "je Regel oder Paket eine Stufe in Anführungszeichen", en: "a level in quotes for each rule or pack" };
    match key {
        Key::Packs => (TEXTS, "packs = [\"regeln/eigene\"]"),
        Key::Only => (TEXTS, "only = [\"fluechtlingsrat-bw\"]"),
        Key::Skip => (TEXTS, "skip = [\"undated-plan\"]"),
        Key::Levels => (LEVELS, "levels.undated-plan = \"off\""),
        Key::FailOn => (TEXTS, "fail-on = \"warning\""),
        Key::Language => (TEXT, "language = \"de\""),
        Key::Format => (TEXT, "format = \"plain\""),
        Key::Exclude => (TEXTS, "exclude = [\"archiv/\"]"),
        Key::Baseline => (TEXT, "baseline = \"bekannt.json\""),
    }
}

fn kind(value: &DeValue<'_>) -> Bilingual {
    let [text, number, decimal, truth, date, list, group] = say::KINDS;
    match value {
        DeValue::String(_) => text,
        DeValue::Integer(_) => number,
        DeValue::Float(_) => decimal,
        DeValue::Boolean(_) => truth,
        DeValue::Datetime(_) => date,
        DeValue::Array(_) => list,
        DeValue::Table(_) => group,
    }
}

#[cfg(test)]
mod tests;
