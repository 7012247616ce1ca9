//! Why a run ends before it judges.

use std::io;

use paktlint::render;
use paktlint::render::human::Look;
use paktlint::rules::LoadError;
use paktlint::text::{Lang, Message};

use crate::{fault, sentences as say};

/// Why a run ends without a report.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The tool was called with something that does not exist.
    Misuse(Vec<Message>),
    /// Rule files are wrong.
    Rules(LoadError),
    /// The report cannot be written.
    Output(io::Error),
}

impl Failure {
    /// What to tell: a line each, or for people with excerpts of the files.
    pub(crate) fn text(&self, lang: Lang, look: Option<Look>) -> String {
        match self {
            Self::Misuse(messages) => messages.iter().map(|message| line(message, lang)).collect(),
            Self::Rules(error) => match look {
                Some(look) => render::human::rule_files(error, lang, look),
                None => render::page::load_error(error, lang),
            },
            Self::Output(error) => line(&not_printed(error), lang),
        }
    }
}

/// What is said where standard output takes nothing more.
pub(crate) fn not_printed(error: &io::Error) -> Message {
    Message::new(&say::NOT_WRITTEN).with("reason", fault::reason(error))
}

/// A message as one line. It may repeat what stands on the command line, or a file's name, which anyone can have written.
pub(crate) fn line(message: &Message, lang: Lang) -> String {
    format!("lint: {}\n", render::safe(&message.text(lang)))
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self::Rules(error)
    }
}
