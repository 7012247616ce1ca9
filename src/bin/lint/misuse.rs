//! What is wrong with the arguments, in the language of the run.
//!
//! clap finds the mistakes and says them in English; here each kind of them is a sentence of our own.

use std::error::Error;
use std::fmt::{self, Write as _};
use std::num::ParseIntError;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use paktlint::render::safe;
use paktlint::text::{Arg, Bilingual, Lang, Message, Sentence};

use crate::sentences::sentences;

sentences! {
    UNKNOWN_ARGUMENT = "unknown-argument",
        "„{given}“ ist hier nicht vorgesehen.",
        "“{given}” is not expected here.";
    FILE_MEANT = "file-meant",
        "Wenn eine Datei so heißt, schreiben Sie bitte „./{given}“.",
        "If a file is called so, please write “./{given}”.";
    COMMAND_MEANT_INSTEAD = "command-meant-instead",
        "Wenn Sie den Befehl „{given}“ meinen, lassen Sie bitte „--“ davor weg.",
        "If you mean the command “{given}”, please leave out “--” before it.";
    GUESSES_OF_WHAT = "guesses-of-what",
        "--guesses gehört zu --fix oder --diff.",
        "--guesses goes with --fix or --diff.";
    NO_SUCH_COMMAND = "no-such-command",
        "Einen Befehl „{given}“ gibt es nicht.",
        "There is no command “{given}”.";
    NEAR = "near-argument",
        "Meinten Sie „{near}“?",
        "Did you mean “{near}”?";
    VALUE_MISSING = "value-missing",
        "{argument}: Hier fehlt ein Wert.",
        "{argument}: a value is missing here.";
    VALUE_WRONG = "value-wrong",
        "{argument}: „{given}“ ist nicht vorgesehen.",
        "{argument}: “{given}” is not possible.";
    VALUE_REFUSED = "value-refused",
        "{argument}: „{given}“ passt hier nicht.",
        "{argument}: “{given}” does not fit here.";
    VALUE_REFUSED_BECAUSE = "value-refused-because",
        "{argument} „{given}“: {reason}",
        "{argument} “{given}”: {reason}";
    DATE_WRONG = "date-argument-wrong",
        "{argument}: „{given}“ ist kein Datum. Bitte schreiben Sie Jahr, Monat und Tag, zum Beispiel so: 2021-01-31.",
        "{argument}: “{given}” is not a date. Please write year, month and day, for example like this: 2021-01-31.";
    NUMBER_WRONG = "number-argument-wrong",
        "{argument}: „{given}“ passt hier nicht. Erwartet wird eine ganze Zahl ab 1.",
        "{argument}: “{given}” does not fit here. A whole number from 1 is expected.";
    VALUES_ALLOWED = "argument-values-allowed",
        "Erlaubt sind: {values}.",
        "Allowed are: {values}.";
    GIVEN_TWICE = "argument-given-twice",
        "{argument} darf nur einmal angegeben werden.",
        "{argument} can be given only once.";
    EXCLUDE_EACH_OTHER = "arguments-exclude-each-other",
        "{argument} und {others} schließen einander aus. Bitte lassen Sie eines davon weg.",
        "{argument} and {others} exclude each other. Please leave one of them out.";
    EQUALS_MISSING = "equals-missing",
        "{argument}: Zwischen Name und Wert gehört ein Gleichheitszeichen, ohne Leerzeichen.",
        "{argument}: an equals sign belongs between name and value, without spaces.";
    ARGUMENTS_MISSING = "arguments-missing",
        "Es fehlt noch: {arguments}",
        "Still missing: {arguments}";
    COMMAND_MISSING = "command-missing",
        "Nach „{command}“ fehlt noch ein Befehl.",
        "A command is missing after “{command}”.";
    NOT_UNICODE = "argument-not-unicode",
        "Etwas in diesem Aufruf ist kein lesbarer Text (kein gültiges UTF-8). Bitte prüfen Sie Umlaute und Sonderzeichen.",
        "Something in this call is not readable text (not valid UTF-8). Please check letters with accents and special characters.";
    TOO_MANY_VALUES = "too-many-values",
        "{argument}: „{given}“ ist ein Wert zu viel.",
        "{argument}: “{given}” is one value too many.";
    TOO_FEW_VALUES = "too-few-values",
        "{argument}: Hier fehlen Werte. Erwartet: mindestens {expected}, angegeben: {actual}.",
        "{argument}: values are missing here. Expected: at least {expected}, given: {actual}.";
    OTHER_NUMBER_OF_VALUES = "other-number-of-values",
        "{argument}: Die Zahl der Werte stimmt nicht. Erwartet: {expected}, angegeben: {actual}.",
        "{argument}: the number of values is wrong. Expected: {expected}, given: {actual}.";
    NOT_UNDERSTOOD = "call-not-understood",
        "Dieser Aufruf ist so nicht möglich.",
        "This call is not possible like this.";
    COMMAND_AFTER_PATH = "command-after-path",
        "Der Befehl „{command}“ kann nicht nach einem Pfad stehen. Wenn eine Datei oder ein Ordner so heißt, schreiben Sie bitte „./{command}“.",
        "The command “{command}” cannot follow a path. If a file or folder is called so, please write “./{command}”.";
    NOT_OF_COMMAND = "not-of-command",
        "Der Befehl „{command}“ kennt {option} nicht.",
        "The command “{command}” does not know {option}.";
    ONE_TO_STANDARD_OUTPUT = "one-to-standard-output",
        "--output: Nur ein Bericht kann auf die Standardausgabe gehen. Bitte nennen Sie für die anderen eine Datei, zum Beispiel --output sarif=bericht.sarif.",
        "--output: only one report can go to standard output. Please name files for the others, for example --output sarif=report.sarif.";
    SAME_FILE_TWICE = "same-file-twice",
        "--output: Zwei Berichte können nicht in dieselbe Datei gehen: „{file}“.",
        "--output: two reports cannot go to the same file: “{file}”.";
    FILE_NOT_NAMED = "output-file-not-named",
        "Nach „=“ fehlt der Name einer Datei.",
        "The name of a file is missing after “=”.";
    FORMAT_UNKNOWN = "output-format-unknown",
        "Dieses Format gibt es nicht. Erlaubt sind: {formats}.",
        "There is no such format. Allowed are: {formats}.";
    USAGE = "usage-of-command",
        "Verwendung: {usage}",
        "Usage: {usage}";
    MORE_IN_HELP = "more-in-help",
        "Mehr dazu sagt „{command} --help“.",
        "“{command} --help” says more.";
}

/// Why a value is refused: the error of a check of our own, which can say it in both languages.
#[derive(Debug)]
pub(crate) struct Refused(pub(crate) Message);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.text(Lang::En))
    }
}

impl Error for Refused {}

/// What is wrong, what may be meant, how the command is used, and where to read on.
pub(crate) fn text(error: &clap::Error, lang: Lang) -> String {
    let mut sentences = vec![wrong(error)];
    sentences.extend(meant(error));
    let sentences: Vec<String> = sentences.iter().map(|message| message.text(lang)).collect();
    told(&sentences.join(" "), usage(error).as_deref(), lang)
}

/// The same for what clap does not know to be wrong.
pub(crate) fn text_of(message: &Message, command: &mut Command, lang: Lang) -> String {
    told(&message.text(lang), without_heading(&command.render_usage().to_string()), lang)
}

fn told(wrong: &str, usage: Option<&str>, lang: Lang) -> String {
    // What was typed can hold anything.
    let mut text = format!("lint: {}\n", safe(wrong));
    if let Some(usage) = usage {
        let _ = writeln!(text, "\n{}", safe(&Message::new(&USAGE).with("usage", usage).text(lang)));
    }
    let command = usage.map_or_else(|| "lint".to_owned(), command_of);
    let _ = writeln!(text, "\n{}", safe(&Message::new(&MORE_IN_HELP).with("command", &*command).text(lang)));
    text
}

fn wrong(error: &clap::Error) -> Message {
    let argument = || said(error, ContextKind::InvalidArg);
    let given = || said(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => Message::new(&UNKNOWN_ARGUMENT).with("given", argument()),
        ErrorKind::InvalidSubcommand => Message::new(&NO_SUCH_COMMAND).with("given", said(error, ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if texts(error, ContextKind::InvalidValue).iter().all(String::is_empty) => {
            Message::new(&VALUE_MISSING).with("argument", argument())
        }
        ErrorKind::InvalidValue => Message::new(&VALUE_WRONG).with("argument", argument()).with("given", given()),
        ErrorKind::ValueValidation => refusal(error).with("argument", argument()).with("given", given()),
        ErrorKind::NoEquals => Message::new(&EQUALS_MISSING).with("argument", argument()),
        ErrorKind::TooManyValues => Message::new(&TOO_MANY_VALUES).with("argument", argument()).with("given", given()),
        ErrorKind::TooFewValues => Message::new(&TOO_FEW_VALUES)
            .with("argument", argument())
            .with("expected", said(error, ContextKind::MinValues))
            .with("actual", said(error, ContextKind::ActualNumValues)),
        ErrorKind::WrongNumberOfValues => Message::new(&OTHER_NUMBER_OF_VALUES)
            .with("argument", argument())
            .with("expected", said(error, ContextKind::ExpectedNumValues))
            .with("actual", said(error, ContextKind::ActualNumValues)),
        ErrorKind::ArgumentConflict => conflict(error),
        ErrorKind::MissingRequiredArgument => Message::new(&ARGUMENTS_MISSING).with("arguments", argument()),
        ErrorKind::MissingSubcommand => Message::new(&COMMAND_MISSING).with("command", said(error, ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidUtf8 => Message::new(&NOT_UNICODE),
        _ => Message::new(&NOT_UNDERSTOOD),
    }
}

/// Why the check of a value refused it. What the check of a library says is English, and no help to those who do not read it.
fn refusal(error: &clap::Error) -> Message {
    let Some(source) = error.source() else { return Message::new(&VALUE_REFUSED) };
    if let Some(Refused(reason)) = source.downcast_ref() {
        Message::new(&VALUE_REFUSED_BECAUSE).with("reason", reason.clone())
    } else if source.is::<jiff::Error>() {
        Message::new(&DATE_WRONG)
    } else if source.is::<ParseIntError>() {
        Message::new(&NUMBER_WRONG)
    } else {
        Message::new(&VALUE_REFUSED)
    }
}

fn conflict(error: &clap::Error) -> Message {
    let argument = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand].into_iter().flat_map(|kind| texts(error, kind)).next();
    let others = texts(error, ContextKind::PriorArg);
    match argument {
        Some(argument) if others.contains(&argument) => Message::new(&GIVEN_TWICE).with("argument", &*argument),
        Some(argument) if !others.is_empty() => {
            Message::new(&EXCLUDE_EACH_OTHER).with("argument", &*argument).with("others", said(error, ContextKind::PriorArg))
        }
        _ => Message::new(&NOT_UNDERSTOOD),
    }
}

/// What may be meant instead, and what is allowed.
fn meant(error: &clap::Error) -> Vec<Message> {
    let mut meant = Vec::new();
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(near) = near.into_iter().flat_map(|kind| texts(error, kind)).next() {
        meant.push(Message::new(&NEAR).with("near", &*near));
    }
    for kind in [ContextKind::ValidValue, ContextKind::ValidSubcommand] {
        if !texts(error, kind).is_empty() {
            meant.push(Message::new(&VALUES_ALLOWED).with("values", said(error, kind)));
        }
    }
    if error.kind() == ErrorKind::UnknownArgument {
        let given = texts(error, ContextKind::InvalidArg).concat();
        for tip in texts(error, ContextKind::Suggested) {
            // Of these tips only what they are about can be told apart, by how they quote it.
            let mut quoted = tip.split('\'').skip(1).step_by(2);
            let (first, second) = (quoted.next().unwrap_or_default(), quoted.next().unwrap_or_default());
            if second == "--" {
                meant.push(Message::new(&COMMAND_MEANT_INSTEAD).with("given", first));
            } else if second.starts_with("-- ") {
                if !meant.is_empty() {
                    continue;
                }
                meant.push(Message::new(&FILE_MEANT).with("given", &*given));
            } else if !first.is_empty() {
                meant.push(Message::new(&NEAR).with("near", first));
            }
        }
    }
    meant
}

fn usage(error: &clap::Error) -> Option<String> {
    without_heading(&texts(error, ContextKind::Usage).concat()).map(str::to_owned)
}

/// How a command is used. The heading, which clap always says in English, ends at the first space.
fn without_heading(usage: &str) -> Option<&str> {
    usage.split_once(' ').map(|(_, usage)| usage)
}

/// The command that a usage is of: its first words.
fn command_of(usage: &str) -> String {
    usage.split(' ').take_while(|word| word.starts_with(|sign: char| sign.is_ascii_lowercase())).collect::<Vec<_>>().join(" ")
}

fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        Some(ContextValue::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    }
}

fn said(error: &clap::Error, kind: ContextKind) -> Arg {
    Arg::AllOf(texts(error, kind).iter().map(|text| Arg::from(text.as_str())).collect())
}

#[cfg(test)]
mod tests;
