//! `--fix` and `--diff`: applies the edits that mend plans, or shows them.

pub(crate) mod sentences;

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use paktlint::fix::{Fixed, Which, fixed};
use paktlint::plan::Unreadable;
use paktlint::render;
use paktlint::report::{self, PlanReport};
use paktlint::rules::RuleSet;
use paktlint::source::{self, Source};
use paktlint::text::{Lang, Message};
use rayon::prelude::*;

use self::sentences as say;
use crate::args::Check;
use crate::config::Settings;
use crate::failure::{self, Failure};
use crate::fault;
use crate::files::Input;
use crate::output::{self, Output};
use crate::read;
use crate::status::Status;
use crate::unified::{self, For};
use crate::write::{self, Before};

/// What `--fix` did before the plans are judged.
#[derive(Debug, Default)]
pub(crate) struct Mended {
    edits: usize,
    files: usize,
    guesses: usize,
    /// What could not be done.
    told: Vec<Message>,
    failed: bool,
}

impl Mended {
    /// Says how much was mended, and what was not; gives what that makes of the run.
    pub(crate) fn tell(&self, lang: Lang) -> Status {
        let done = if self.edits > 0 {
            Message::new(&say::MENDED).with("edits", self.edits).with("files", self.files)
        } else {
            Message::new(&say::NOTHING_MENDED)
        };
        let guesses = (self.guesses > 0).then(|| Message::new(&say::GUESSES_LEFT).with("guesses", self.guesses));
        for message in self.told.iter().chain([&done]).chain(&guesses) {
            output::complain(&failure::line(message, lang));
        }
        if self.failed { Status::Unread } else { Status::Fine }
    }

    fn and(mut self, other: Self) -> Self {
        self.edits += other.edits;
        self.files += other.files;
        self.guesses += other.guesses;
        self.told.extend(other.told);
        self.failed |= other.failed;
        self
    }
}

/// What the command line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Files are mended, then judged.
    Write,
    /// Standard input is mended and printed.
    Filter,
    /// What would be mended is shown.
    Show,
}

impl Wish {
    /// What is asked for, if it fits what is to be checked.
    pub(crate) fn of(check: &Check, inputs: &[(&Input, &Settings)]) -> Result<Option<Self>, Failure> {
        let has_report = check.answer.format.is_some() || !check.answer.output.is_empty();
        let misuse = |message: Message| Err(Failure::Misuse(vec![message]));
        if check.diff {
            let fits = !has_report && !check.update_baseline;
            return if fits { Ok(Some(Self::Show)) } else { misuse(Message::new(&say::NO_REPORT_WITH_DIFF)) };
        }
        if !check.fix {
            return Ok(None);
        }
        if !inputs.iter().any(|(input, _)| matches!(input, Input::Standard(_))) {
            return Ok(Some(Self::Write));
        }
        if inputs.len() == 1 && !has_report && !check.update_baseline {
            Ok(Some(Self::Filter))
        } else {
            misuse(Message::new(&say::STDIN_ALONE).with("option", "--fix"))
        }
    }
}

/// Which edits the command line wants.
fn which(check: &Check) -> Which {
    if check.guesses { Which::Guesses } else { Which::Sure }
}

/// Mends files, each by itself. What cannot be read is left to the report that follows.
pub(crate) fn write(check: &Check, inputs: &[(&Input, &Settings)]) -> Mended {
    let which = which(check);
    let one = |(input, _): &(&Input, &Settings)| match input {
        Input::File(path) => mend(path, &input.name(), which),
        Input::Standard(_) | Input::Lost(..) => Mended::default(),
    };
    let all: Vec<Mended> = inputs.par_iter().map(one).collect();
    all.into_iter().fold(Mended::default(), Mended::and)
}

fn mend(path: &Path, name: &str, which: Which) -> Mended {
    // What comes out of a pipe can be read only once, and is left to be judged.
    if fs::metadata(path).is_ok_and(|what| !what.is_file()) {
        return Mended { told: vec![Message::new(&say::NOT_MENDED).with("file", name)], failed: true, ..Mended::default() };
    }
    let Ok(bytes) = read::file(path) else { return Mended::default() };
    let Ok(file) = source::decode(name, &bytes) else { return Mended::default() };
    let Fixed { file: new, edits, applied, left, stopped } = fixed(&file, which);
    let guesses = left.iter().filter(|problem| problem.fix.as_ref().is_some_and(|fix| !fix.sure)).count();
    let mut mended = Mended { guesses, ..Mended::default() };
    if edits.is_empty() {
        return mended;
    }
    match write::replace(path, Before::Exactly(&bytes), new.text().as_bytes()) {
        Ok(()) => {
            (mended.edits, mended.files) = (applied.len(), 1);
            mended.told.extend(stopped.then(|| Message::new(&say::MENDING_STOPPED).with("file", name)));
        }
        Err(error) => {
            mended.told.push(not_written(name, &error));
            mended.failed = true;
        }
    }
    mended
}

/// Why a file could not be replaced.
pub(crate) fn not_written(name: &str, error: &io::Error) -> Message {
    match error.kind() {
        ErrorKind::ResourceBusy => Message::new(&say::CHANGED_MEANWHILE).with("file", name),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Message::new(&say::MUST_NOT_BE_WRITTEN).with("file", name),
        _ => Message::new(&say::FILE_KEPT).with("file", name).with("reason", fault::reason(error)),
    }
}

/// Prints standard input with its edits. What stays wrong is told beside it.
pub(crate) fn filter(check: &Check, input: &Input, lang: Lang, out: &mut Output) -> Result<Status, Failure> {
    match source_of(input) {
        Ok(file) => {
            let fixed = fixed(&file, which(check));
            out.raw(fixed.file.text())?;
            Ok(left(&fixed.file, fixed.left, lang))
        }
        Err((report, bytes)) => {
            // What is no text is passed on as it came: whoever takes the output for the input loses nothing.
            out.raw_bytes(&bytes)?;
            output::complain(&render::plain::plan(&report, lang));
            Ok(Status::Unread)
        }
    }
}

/// Shows what `--fix` would do.
pub(crate) fn show(check: &Check, inputs: &[(&Input, &Settings)], lang: Lang, out: &mut Output) -> Result<Status, Failure> {
    let which = which(check);
    let what_for = out.diff_for();
    let mut status = None;
    for batch in inputs.chunks(rayon::current_num_threads().saturating_mul(32).max(1)) {
        let shown: Vec<_> = batch.par_iter().map(|(input, settings)| one(input, &settings.rules, which, what_for)).collect();
        for (input, shown) in batch.iter().map(|(input, _)| input).zip(shown) {
            let found = match shown {
                Ok((diff, fixed)) => {
                    out.raw(&diff.text)?;
                    tell_hidden(&input.name(), diff.hidden, lang);
                    let changes = if fixed.edits.is_empty() { Status::Fine } else { Status::Findings };
                    changes.max(left(&fixed.file, fixed.left, lang))
                }
                Err(report) => {
                    output::complain(&render::plain::plan(&report, lang));
                    Status::Unread
                }
            };
            status = status.max(Some(found));
        }
    }
    Ok(status.unwrap_or(Status::Unread))
}

fn one(input: &Input, rules: &RuleSet, which: Which, what_for: For) -> Result<(unified::Diff, Fixed), Box<PlanReport>> {
    let file = source_of(input).map_err(|(report, _)| report)?;
    let fixed = fixed(&file, which);
    if fixed.edits.is_empty() {
        return Ok((unified::Diff::default(), fixed));
    }
    let private = report::lint(rules, &fixed.file).private;
    let diff = unified::diff(&input.name(), file.text(), &fixed.file, &private, what_for);
    Ok((diff, fixed))
}

/// Says how many changes a diff leaves out.
pub(crate) fn tell_hidden(name: &str, hidden: usize, lang: Lang) {
    if hidden > 0 {
        output::complain(&failure::line(&Message::new(&say::HIDDEN_IN_DIFF).with("file", name).with("count", hidden), lang));
    }
}

/// Tells what edits leave wrong in a file.
fn left(file: &Source, problems: Vec<paktlint::problem::Problem>, lang: Lang) -> Status {
    if problems.is_empty() {
        return Status::Fine;
    }
    let count = problems.len();
    let report = PlanReport::unreadable(Unreadable { file: file.clone(), problems });
    output::complain(&render::plain::plan(&report, lang));
    output::complain(&failure::line(&Message::new(&say::STAYS_UNREADABLE).with("file", file.name()).with("problems", count), lang));
    Status::Unread
}

/// The text of what is to be checked; otherwise the report that says why there is none, and the bytes.
pub(crate) fn source_of(input: &Input) -> Result<Source, (Box<PlanReport>, Vec<u8>)> {
    let unread = |problem| Box::new(PlanReport::unreadable(Unreadable { file: Source::new(input.name(), ""), problems: vec![problem] }));
    let bytes = match input {
        Input::File(path) => read::file(path),
        Input::Standard(_) => read::standard_input(),
        Input::Lost(_, problem) => return Err((unread((**problem).clone()), Vec::new())),
    };
    let bytes = bytes.map_err(|error| (unread(fault::problem(input.path(), &error)), Vec::new()))?;
    source::decode(input.name(), &bytes).map_err(|undecoded| {
        let report = PlanReport::unreadable(Unreadable { file: undecoded.source, problems: vec![undecoded.problem] });
        (Box::new(report), bytes)
    })
}
