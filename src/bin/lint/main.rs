//! The command line: finds files, hands them to the library, prints what it says.
//!
//! Each command has a file of its own. What is judged, and every word of a report, is left to the library; here are flags,
//! files, the terminal and the exit status.

mod advise;
mod answer;
mod args;
mod baseline;
mod check;
mod completions;
mod config;
mod diff;
mod documents;
mod explain;
mod failure;
mod fault;
mod files;
mod fix;
mod fmt;
mod git;
mod help;
#[cfg(test)]
#[path = "../../../tests/fuzzed/inputs.rs"]
mod inputs;
mod interrupt;
mod language;
mod lsp;
mod man;
mod misuse;
mod new;
mod output;
mod overview;
mod packs;
mod progress;
mod questions;
mod read;
mod report;
mod reports;
mod rules;
mod sentences;
mod status;
mod timeline;
mod unified;
mod watch;
mod write;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use args::{Args, Command, Format, Reply, RulesCommand, SchemaOf};
use config::Configs;
use failure::Failure;
use output::Output;
use paktlint::render::schema;
use status::Status;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let mut args = match Args::read(&words) {
        Ok(args) => args,
        Err(Reply::Asked(answer)) => {
            return ExitCode::from(output::answer(&answer, help::language(&words)) as u8);
        }
        Err(Reply::Wrong(text)) => {
            output::complain(&text);
            return ExitCode::from(Status::Misuse as u8);
        }
    };
    if let (None, Some(threads)) = (&args.command, args.check.threads) {
        // Nothing has asked for threads yet, so that their number can still be set.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build_global();
    }
    let configs = Configs::new(&args.common);
    args.common.configured = configs.of_path(home(&args));
    let lang = args.common.lang();
    let mut out = Output::new(args.common.color);
    let status = match run(&args, &configs, &mut out) {
        Ok(status) => status,
        Err(failure) => {
            // A report for programs, or in lines, says what is wrong in lines as well.
            let answer = if let Some(Command::Config { answer, .. }) = &args.command { answer } else { &args.check.answer };
            let look = (answer.format(&args.common.configured) == Format::Human).then(|| output::look_of_errors(args.common.color));
            output::complain(&failure.text(lang, look));
            Status::Misuse
        }
    };
    ExitCode::from(status as u8)
}

/// Where a run as a whole takes its settings from: the first path, or the current folder.
pub(crate) fn home(args: &Args) -> &Path {
    let path = match &args.command {
        None => args.check.stdin_filename.as_ref().filter(|_| args.check.paths.is_empty()).or(args.check.paths.first()),
        Some(Command::Config { path, .. }) => path.as_ref(),
        Some(Command::Fmt(fmt)) => fmt.paths.first(),
        Some(Command::Report(wish)) => wish.paths.first(),
        Some(Command::Overview(wish)) => wish.paths.first(),
        Some(Command::Diff(wish)) => Some(&wish.new),
        Some(Command::New(wish)) => wish.file.as_ref(),
        Some(Command::Questions(wish)) => wish.paths.first(),
        Some(Command::Answer(wish)) => Some(&wish.plan),
        Some(Command::Advise(wish)) => wish.paths.first(),
        Some(_) => None,
    };
    path.map_or(Path::new("."), |path| path)
}

fn run(args: &Args, configs: &Configs, out: &mut Output) -> Result<Status, Failure> {
    let status = match &args.command {
        None if args.check.watch => watch::watch(args, out)?,
        None => check::check(args, configs, out)?,
        Some(Command::Config { path, answer }) => config::show(&args.common, answer, configs, path.as_deref(), out)?,
        Some(Command::Explain { rule, trace: None }) => explain::explain(&args.common, rule, out)?,
        Some(Command::Explain { rule, trace: Some(plan) }) => explain::trace(args, rule, plan, out)?,
        Some(Command::Rules { command: None }) => rules::list(&args.common, out)?,
        Some(Command::Timeline { name }) => timeline::timeline(&args.common, name.as_deref(), out)?,
        Some(Command::Rules { command: Some(command) }) => match command {
            RulesCommand::Test { dir } => rules::test(&args.common, dir.as_deref(), out)?,
            RulesCommand::Check { dir } => rules::check(&args.common, dir, out)?,
            RulesCommand::Coverage { dir, plans } => rules::coverage(args, dir.as_deref(), plans, out)?,
            RulesCommand::New { dir, rule } => rules::new::new(&args.common, dir, rule, out)?,
        },
        Some(Command::Completions { shell }) => completions::print(args.common.lang(), *shell, out)?,
        Some(Command::Man { dir }) => man::print(args.common.lang(), dir.as_deref(), out)?,
        Some(Command::Fmt(wish)) => fmt::fmt(args, wish, configs, out)?,
        Some(Command::Report(wish)) => report::report(args, wish, configs, out)?,
        Some(Command::Overview(wish)) => overview::overview(args, wish, configs, out)?,
        Some(Command::Diff(wish)) => diff::diff(args, wish, configs, out)?,
        Some(Command::New(wish)) => new::new(args, wish, configs, out)?,
        Some(Command::Questions(wish)) => questions::questions(args, wish, configs, out)?,
        Some(Command::Answer(wish)) => answer::answer(args, wish, configs, out)?,
        Some(Command::Advise(wish)) => advise::advise(args, wish, configs, out)?,
        Some(Command::Reference { what }) => rules::reference(&args.common, *what, out)?,
        Some(Command::Schema { of }) => {
            out.page(&match of {
                SchemaOf::Plan => schema::plan(),
                SchemaOf::Rule => schema::rule(),
                SchemaOf::Pack => schema::pack(),
                SchemaOf::Vocabulary => schema::vocabulary(),
                SchemaOf::Report => schema::report(),
            })?;
            Status::Fine
        }
        Some(Command::Lsp { .. }) => lsp::serve(args),
    };
    out.finish()?;
    Ok(status)
}
