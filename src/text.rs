//! Sentences for people, in German and English.
//!
//! Code never formats a sentence: it names one and gives its arguments, and the language is chosen when a report is
//! rendered. Sentences of the library stand in `sentences!` tables, sentences of rules in their files.

mod fold;
mod format;
mod safe;

use std::borrow::Cow;
use std::sync::Arc;

pub(crate) use fold::folded;
pub use fold::{fold, nearest};
#[cfg(feature = "json")]
pub(crate) use safe::next_replaced;
pub(crate) use safe::replaced;
pub use safe::safe;

use crate::number::{Days, Decimal, Range};

/// The language of a reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// German.
    #[default]
    De,
    /// English.
    En,
}

/// A word or sentence that the library itself brings, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bilingual {
    /// German.
    pub de: &'static str,
    /// English.
    pub en: &'static str,
}

impl Bilingual {
    /// The text in one language.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::De => self.de,
            Lang::En => self.en,
        }
    }
}

/// A text of a rule or vocabulary file, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// German.
    pub de: String,
    /// English.
    pub en: String,
}

impl Wording {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.de,
            Lang::En => &self.en,
        }
    }
}

/// A sentence of the library with its stable key.
#[derive(Debug)]
pub struct Sentence {
    /// Stable name, in kebab case.
    pub key: &'static str,
    /// The text; `{name}` stands for an argument.
    pub text: Bilingual,
}

/// What can stand for a placeholder.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Text from a plan or rule file: untrusted, printed as it is and escaped by the format.
    Text(Arc<str>),
    /// A number, printed with the decimal sign of the language.
    Number(Decimal),
    /// A number that may be a range or approximate.
    Range(Range),
    /// A number or range with at least so many decimal places, so that several in a sentence look alike.
    Steady(Range, usize),
    /// A day or a span of days.
    Days(Days),
    /// A word that exists in both languages.
    Term(Bilingual),
    /// A text of a rule or vocabulary file.
    Wording(Arc<Wording>),
    /// Another sentence.
    Message(Box<Message>),
    /// Several of these, joined by commas and a closing "or".
    AnyOf(Vec<Arg>),
    /// Several of these, joined by commas and a closing "and".
    AllOf(Vec<Arg>),
    /// Several of these, joined by commas alone.
    List(Vec<Arg>),
    /// A fact that the plan does not tell.
    Unknown,
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Number(Decimal::from_int(i64::try_from(count).unwrap_or(i64::MAX)))
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

#[derive(Clone, Debug)]
enum Template {
    Library(&'static Sentence),
    Field(&'static Bilingual),
    Rule(Arc<Wording>),
}

/// A sentence and its arguments; becomes text when the language is known.
#[derive(Clone, Debug)]
pub struct Message {
    template: Template,
    args: Vec<(Cow<'static, str>, Arg)>,
}

impl Message {
    /// A sentence of the library.
    #[must_use]
    pub fn new(sentence: &'static Sentence) -> Self {
        Self { template: Template::Library(sentence), args: Vec::new() }
    }

    /// A sentence of a rule or vocabulary file.
    #[must_use]
    pub fn of_rule(wording: Arc<Wording>) -> Self {
        Self { template: Template::Rule(wording), args: Vec::new() }
    }

    /// A sentence of the table of fields.
    pub(crate) const fn of_field(text: &'static Bilingual) -> Self {
        Self { template: Template::Field(text), args: Vec::new() }
    }

    /// Adds the argument that stands for `{name}`.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, arg: impl Into<Arg>) -> Self {
        // Few arguments are the rule, and a run over many plans keeps many messages.
        self.args.reserve_exact(1);
        self.args.push((name.into(), arg.into()));
        self
    }

    /// Adds several arguments at once.
    pub(crate) fn with_all(mut self, args: impl IntoIterator<Item = (&'static str, Arg)>) -> Self {
        self.args.extend(args.into_iter().map(|(name, arg)| (name.into(), arg)));
        self
    }

    /// The key of the library's sentence; none for a sentence of a rule file.
    #[must_use]
    pub fn key(&self) -> Option<&'static str> {
        match &self.template {
            Template::Library(sentence) => Some(sentence.key),
            Template::Field(_) | Template::Rule(_) => None,
        }
    }

    /// The arguments, by name.
    pub fn args(&self) -> impl Iterator<Item = (&str, &Arg)> {
        self.args.iter().map(|(name, arg)| (&**name, arg))
    }

    /// Whether its text has this placeholder, given with its braces.
    pub(crate) fn mentions(&self, placeholder: &str) -> bool {
        [Lang::De, Lang::En].into_iter().any(|lang| self.template(lang).contains(placeholder))
    }

    fn template(&self, lang: Lang) -> &str {
        match &self.template {
            Template::Library(sentence) => sentence.text.get(lang),
            Template::Field(text) => text.get(lang),
            Template::Rule(wording) => wording.get(lang),
        }
    }

    /// The text in one language. A placeholder without an argument stays as it is.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let template = self.template(lang);
        let mut out = String::with_capacity(template.len() + 16);
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            let tail = &rest[open..];
            let close = tail.find('}');
            let arg = close.and_then(|close| {
                let name = &tail[1..close];
                self.args.iter().find(|(n, _)| **n == *name).map(|(_, arg)| arg)
            });
            if let (Some(close), Some(arg)) = (close, arg) {
                format::write_arg(&mut out, arg, lang);
                rest = &tail[close + 1..];
            } else {
                out.push('{');
                rest = &tail[1..];
            }
        }
        out.push_str(rest);
        out
    }
}

impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        self.text(Lang::De) == other.text(Lang::De) && self.text(Lang::En) == other.text(Lang::En)
    }
}

/// Declares sentences: `NAME = "German", "English";`. Makes one `static` each, and `ALL` with every one.
macro_rules! sentences {
    ($($(#[$meta:meta])* $name:ident = $key:literal, $de:literal, $en:literal;)*) => {
        $(
            $(#[$meta])*
            pub(crate) static $name: $crate::text::Sentence = $crate::text::Sentence {
                key: $key,
                text: $crate::text::Bilingual { de: $de, en: $en },
            };
        )*
        #[cfg(test)]
        #[allow(dead_code, reason = "read where a module tests its own table")]
        pub(crate) static ALL: &[&$crate::text::Sentence] = &[$(&$name),*];
    };
}
pub(crate) use sentences;
