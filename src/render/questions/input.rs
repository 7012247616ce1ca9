//! How an answer is entered, by what values a field takes.

use super::sentences as say;
use crate::plan::{Choice, Field, Kind};
use crate::text::{Arg, Lang, Message, Sentence};

/// How an answer is entered.
#[derive(Clone, Copy, Debug)]
pub(super) enum Input {
    /// A text in one line.
    Text,
    /// Texts, one a line.
    Lines,
    /// Yes or no.
    YesNo,
    /// One of these words.
    One {
        choice: &'static Choice,
        /// Or any other text.
        open: bool,
    },
    /// Any of these words.
    Several {
        choice: &'static Choice,
        /// And any other text.
        open: bool,
    },
    /// The name of an organisation, and what kind of one it is.
    Organisation,
}

impl Input {
    /// How the values of a field are entered; none where that takes more than one answer, or where it is computed.
    pub(super) fn of(field: &Field) -> Option<Self> {
        if field.derived { None } else { Self::of_kind(&field.kind) }
    }

    fn of_kind(kind: &Kind) -> Option<Self> {
        Some(match kind {
            Kind::YesNo => Self::YesNo,
            Kind::Choice(choice) => Self::One { choice, open: false },
            Kind::OpenChoice(choice) => Self::One { choice, open: true },
            Kind::Organisation => Self::Organisation,
            Kind::Record(table) => {
                table.shorthand?;
                Self::Text
            }
            Kind::List(Kind::Choice(choice)) => Self::Several { choice, open: false },
            Kind::List(Kind::OpenChoice(choice)) => Self::Several { choice, open: true },
            Kind::List(each) => match Self::of_kind(each)? {
                Self::Text | Self::Organisation => Self::Lines,
                _ => return None,
            },
            Kind::Map(_) => return None,
            _ => Self::Text,
        })
    }

    /// Whether the answer is a list.
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Lines | Self::Several { .. })
    }
}

/// How a value is written.
pub(super) fn hint(field: &Field) -> Option<&'static Sentence> {
    match &field.kind {
        Kind::Date => Some(&say::HINT_DATE),
        Kind::Number => Some(&say::HINT_NUMBER),
        Kind::Count => Some(&say::HINT_COUNT),
        Kind::Fte => Some(&say::HINT_FTE),
        Kind::Share => Some(&say::HINT_SHARE),
        Kind::Money => Some(&say::HINT_MONEY),
        Kind::Ags => Some(&say::HINT_AGS),
        Kind::County => Some(&say::HINT_COUNTY),
        Kind::Organisation => Some(&say::HINT_ORGANISATION),
        Kind::List(Kind::Choice(_) | Kind::OpenChoice(_)) => Some(&say::HINT_SEVERAL),
        Kind::List(_) => Some(&say::HINT_LINES),
        _ => None,
    }
}

/// What is to be entered, and how: for a table, where nothing else shows it.
pub(super) fn meaning(label: &str, field: &Field, input: Input, lang: Lang) -> String {
    let words = match input {
        Input::YesNo => vec![say::FORM_YES.text.get(lang), say::FORM_NO.text.get(lang)],
        Input::One { choice, .. } | Input::Several { choice, .. } => choice.words.iter().map(|word| word.label.get(lang)).collect(),
        Input::Text | Input::Lines | Input::Organisation => Vec::new(),
    };
    let with = |sentence: &'static Sentence, name: &'static str, arg: Arg| {
        Message::new(sentence).with("meaning", label).with(name, arg).text(lang)
    };
    let hint = if input.is_list() { Some(&say::HINT_SEMICOLONS) } else { hint(field) };
    match (hint, words.is_empty()) {
        (_, false) if input.is_list() => with(&say::WITH_WORDS_SEVERAL, "words", Arg::List(words.into_iter().map(Arg::from).collect())),
        (_, false) => with(&say::WITH_WORDS, "words", Arg::List(words.into_iter().map(Arg::from).collect())),
        (Some(hint), true) => with(&say::WITH_HINT, "hint", Arg::Term(hint.text)),
        (None, true) => label.to_owned(),
    }
}
