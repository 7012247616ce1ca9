//! Values: from the text of a scalar to a number, a date, a yes or no, or a key.
//!
//! Every function here is pure. It gives the value, or a [`Trouble`] that says what was read, why it is not such a value,
//! and what to write instead. What can be read in one way only is accepted as people write it; what can be read in two
//! ways never is. Places in the file, lists, words to choose from and defaults are left to the reader of plans.

mod date;
mod figure;
mod key;
mod measure;
mod money;
mod quantity;
mod sentences;
#[cfg(test)]
mod tests;

pub(crate) use date::date;
pub(crate) use key::ags;
pub(crate) use measure::{between, count, fte, number, share};
pub(crate) use money::money;

use self::sentences as say;
use std::borrow::Cow;

use crate::text::{Arg, Bilingual, Message, Sentence, folded};

/// The longest text, in bytes, in which a value is looked for. The longest sensible one has a quarter of it.
const LONGEST: usize = 200;
/// How many characters of a text a message repeats.
const SHOWN: usize = 60;

/// Words for what nobody has told, folded.
pub(crate) const UNKNOWN: &[&str] =
    &["unbekannt", "nicht bekannt", "unknown", "not known", "k. a.", "k.a.", "k. a", "k.a", "keine angabe", "keine angaben", "n/a"];

/// Words for what nobody has told that have a pendant in the other language; other abbreviations and signs are of none.
pub(crate) static UNKNOWN_WORDS: [Bilingual; 2] =
    [Bilingual { de: "unbekannt", en: "unknown" }, Bilingual { de: "nicht bekannt", en: "not known" }];

/// Yes and no in both languages; `true` and `false` are of none.
pub(crate) static YES_NO: [Bilingual; 2] = [Bilingual { de: "ja", en: "yes" }, Bilingual { de: "nein", en: "no" }];

/// A scalar as written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written<'a> {
    /// Its text after unescaping.
    pub(crate) text: &'a str,
    /// Whether it stands in quotes or is a block, and so is text whatever it looks like.
    pub(crate) quoted: bool,
}

/// Why a text is not such a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Trouble {
    /// What is wrong.
    pub(crate) message: Message,
    /// What to write instead.
    pub(crate) help: Option<Message>,
    /// What replaces the whole scalar, in quotes but for a word of a list.
    pub(crate) replacement: Option<String>,
    /// Whether nothing else than the replacement can have been meant.
    pub(crate) sure: bool,
}

impl Trouble {
    /// A trouble that says what was read.
    fn new(sentence: &'static Sentence, written: Written) -> Self {
        let message = Message::new(sentence).with("text", shown(written.text).as_str());
        Self { message, help: None, replacement: None, sure: true }
    }

    fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.message = self.message.with(name, arg);
        self
    }

    fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Adds a help, unless there is a better one.
    fn or_help(mut self, help: &'static Sentence) -> Self {
        self.help.get_or_insert_with(|| Message::new(help));
        self
    }

    /// Adds the replacement, in quotes: so it holds in YAML and JSON, and also inside braces. Without other help it is the help.
    fn replace(mut self, text: &str) -> Self {
        let replacement = format!("\"{text}\"");
        self.help.get_or_insert_with(|| Message::new(&say::WRITE).with("value", replacement.as_str()));
        self.replacement = Some(replacement);
        self
    }

    /// Leaves it to a person whether the replacement is what was meant.
    fn unsure(mut self) -> Self {
        self.sure = false;
        self
    }
}

/// Whether a scalar says that the fact is unknown. Any case; the words also count in quotes, but `"null"`, `"~"` and `""` are text.
pub(crate) fn is_unknown(written: Written) -> bool {
    let text = written.text.trim();
    if text.len() > LONGEST || begins_otherwise(text) {
        return false;
    }
    let text = tidy(text);
    match &*text {
        "" | "null" | "~" => !written.quoted,
        words if UNKNOWN.contains(&words) => true,
        marks => marks.chars().all(|c| c == '?'),
    }
}

/// Whether the first letter alone tells that a text is none of the words for what is unknown: so it is of most.
fn begins_otherwise(text: &str) -> bool {
    let first = text.bytes().next().map(|first| first.to_ascii_lowercase());
    first.is_some_and(|first| {
        first.is_ascii_alphanumeric() && first != b'n' && UNKNOWN.iter().all(|word| word.as_bytes().first() != Some(&first))
    })
}

/// Reads yes or no.
pub(crate) fn yes_no(written: Written) -> Result<bool, Trouble> {
    let text = start(written).map_err(|trouble| trouble.or_help(&say::YES_NO_FORMS))?;
    let other = |yes: bool| Trouble::new(&say::OTHER_YES_NO, written).or_help(&say::YES_NO_FORMS).replace(if yes { "ja" } else { "nein" });
    let trouble = match &*text {
        "ja" | "yes" | "true" => return Ok(true),
        "nein" | "no" | "false" => return Ok(false),
        "on" | "y" | "j" | "1" | "wahr" => other(true),
        "off" | "n" | "0" | "falsch" => other(false),
        "teilweise" | "teils" | "zum teil" | "partly" | "partially" | "partial" => Trouble::new(&say::PARTLY, written),
        _ => Trouble::new(&say::NOT_YES_NO, written),
    };
    Err(trouble.or_help(&say::YES_NO_FORMS))
}

/// The text in the one spelling in which values are compared, or what is wrong with a text of no or of any length.
fn start(written: Written<'_>) -> Result<Cow<'_, str>, Trouble> {
    let text = written.text.trim();
    if text.len() > LONGEST {
        return Err(Trouble::new(&say::TOO_LONG, written));
    }
    let text = tidy(text);
    if text.is_empty() { Err(Trouble::new(&say::EMPTY, written)) } else { Ok(text) }
}

/// Folds a text and brings the many dashes, full-width and invisible characters of word processors to their plain forms.
fn tidy(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return folded(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{2060}' | '\u{feff}' => {}
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => out.push('-'),
            '\u{2018}' | '\u{2019}' => out.push('\''),
            '\u{2044}' | '\u{2215}' => out.push('/'),
            '\u{2248}' | '\u{223c}' => out.push('~'),
            '½' => push_fraction(&mut out, ",5"),
            '¼' => push_fraction(&mut out, ",25"),
            '¾' => push_fraction(&mut out, ",75"),
            '\u{ff01}'..='\u{ff5e}' => out.extend(char::from_u32(u32::from(c) - 0xfee0)),
            _ => out.push(c),
        }
    }
    Cow::Owned(folded(&out).into_owned())
}

/// Writes `½` as a decimal: alone as `0,5`, behind a number, with or without a space, as its decimals.
fn push_fraction(out: &mut String, decimals: &str) {
    if out.trim_end().ends_with(|c: char| c.is_ascii_digit()) {
        out.truncate(out.trim_end().len());
    } else {
        out.push('0');
    }
    out.push_str(decimals);
}

/// What a message repeats of a text.
fn shown(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text.to_owned(),
    }
}
