//! Help in the language of the run.
//!
//! `args` defines every command and argument once, in English. Here the German texts of `german` are put into that definition,
//! so that help, man pages and completions are of one language from the first to the last word. A test names whatever has no
//! German text, and every text that nothing uses any more.

mod german;
#[cfg(test)]
mod tests;

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, Str, StyledStr};
use clap::{Arg, Command, CommandFactory as _};
use paktlint::text::Lang;

use crate::args::Args;
use crate::language;

/// The language that help and complaints about the arguments speak, which is needed before they are understood: `--lang` where
/// it stands among them, else the environment. A `paktlint.toml` is not asked, because the arguments say where to look for it.
pub(crate) fn language<S: AsRef<OsStr>>(arguments: &[S]) -> Lang {
    let mut arguments = arguments.iter().map(AsRef::as_ref).take_while(|argument| *argument != "--");
    while let Some(argument) = arguments.next() {
        let Some(argument) = argument.to_str() else { continue };
        let value = match argument.strip_prefix("--lang") {
            Some("") => arguments.next().and_then(OsStr::to_str),
            Some(value) => value.strip_prefix('='),
            None => None,
        };
        match value {
            Some("de") => return Lang::De,
            Some("en") => return Lang::En,
            _ => {}
        }
    }
    language::of_environment(|name| std::env::var(name).ok())
}

/// The definition that arguments are read with, and that answers `--help`.
pub(crate) fn command(lang: Lang) -> Command {
    let mut command = Args::command();
    command.build();
    match lang {
        Lang::En => command,
        Lang::De => in_german(command, ROOT, For::Reader),
    }
}

/// The definition as man pages and completions are made from it. It reads no arguments: its values are mere texts.
pub(crate) fn described(lang: Lang) -> Command {
    let mut command = Args::command();
    command.build();
    match lang {
        Lang::En => with_usage(command),
        Lang::De => in_german(command, ROOT, For::Generator),
    }
}

/// The path of the command itself; those of its subcommands begin with it.
pub(crate) const ROOT: &str = "lint";

/// Who takes up a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    /// Who reads the help: clap would add default and possible values in English, so they are part of the text.
    Reader,
    /// What makes something of the definition: it adds them itself.
    Generator,
}

fn in_german(command: Command, path: &str, whom: For) -> Command {
    let mut command = command
        .mut_args(|arg| argument(arg, path, whom))
        .mut_subcommands(|command| {
            let path = format!("{path} {}", command.get_name());
            in_german(command, &path, whom)
        })
        .subcommand_value_name(german::COMMAND_NAME)
        .subcommand_help_heading(german::COMMANDS_HEADING);
    if let Some(texts) = german::command(path) {
        command = command.about(texts.about);
        if !texts.more.is_empty() {
            command = command.long_about(format!("{}\n\n{}", texts.about, texts.more));
        }
        if !texts.after.is_empty() {
            command = command.after_long_help(texts.after);
        }
    }
    let template = template(&command);
    with_own_usage(command).help_template(template)
}

/// How the help of a command is laid out: as clap lays it out, with German headings.
fn template(command: &Command) -> StyledStr {
    use std::fmt::Write as _;

    let styles = command.get_styles();
    let (usage, header) = (styles.get_usage(), styles.get_header());
    let mut page = StyledStr::new();
    let mut sections = Vec::new();
    if command.get_subcommands().any(|command| !command.is_hide_set()) {
        sections.push((german::COMMANDS_HEADING, "{subcommands}"));
    }
    if command.get_positionals().any(|arg| !arg.is_hide_set()) {
        sections.push((german::ARGUMENTS_HEADING, "{positionals}"));
    }
    if command.get_arguments().any(|arg| !arg.is_positional() && !arg.is_hide_set()) {
        sections.push((german::OPTIONS_HEADING, "{options}"));
    }
    // To write into a text cannot fail.
    let _ = write!(page, "{{before-help}}{{about-with-newline}}\n{usage}{}:{usage:#} {{usage}}", german::USAGE_HEADING);
    for (heading, section) in sections {
        let _ = write!(page, "\n\n{header}{heading}:{header:#}\n{section}");
    }
    let _ = write!(page, "{{after-help}}");
    page
}

fn with_usage(command: Command) -> Command {
    with_own_usage(command).mut_subcommands(with_usage)
}

/// The line of usage as a text of the command, with the one word in it that clap always says in English.
fn with_own_usage(mut command: Command) -> Command {
    let usage = command.render_usage().ansi().to_string();
    // The heading ends at the first space.
    let Some((_, usage)) = usage.split_once(' ') else { return command };
    let german = command.get_subcommand_value_name() == Some(german::COMMAND_NAME);
    let usage = if german { usage.replace("[OPTIONS]", german::OPTIONS_NAME) } else { usage.to_owned() };
    command.override_usage(usage)
}

fn argument(arg: Arg, path: &str, whom: For) -> Arg {
    let id = arg.get_id().as_str().to_owned();
    let Some(texts) = german::argument(path, &id) else { return arg };
    let names: Option<Vec<Str>> = arg.get_value_names().map(|names| {
        let german = |name: &Str| german::value_name(name).map_or_else(|| name.clone(), Str::from);
        names.iter().map(german).collect()
    });
    let (values, defaults) = if arg.get_action().takes_values() {
        (arg.get_possible_values(), arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect())
    } else {
        (Vec::new(), Vec::<String>::new())
    };
    let explained = values.iter().any(|value| value.get_help().is_some());
    let values = values.into_iter().filter(|value| !value.is_hide_set());
    let german_values = values.map(|value| german_value(&id, value)).collect::<Vec<_>>();
    let mut arg = arg;
    if let Some(names) = names {
        arg = arg.value_names(names);
    }
    let short = texts.short;
    let first = if texts.summary.is_empty() { short } else { texts.summary };
    match whom {
        For::Reader => {
            let default = defaults.join(",");
            let default = if default.is_empty() { default } else { format!("[{}: {default}]", german::DEFAULT) };
            let names = german_values.iter().map(PossibleValue::get_name).collect::<Vec<_>>().join(", ");
            let names = if names.is_empty() { names } else { format!("[{}: {names}]", german::POSSIBLE_VALUES) };
            let list = if explained { listed(&german_values) } else { names.clone() };
            arg = arg.hide_default_value(true).hide_possible_values(true);
            arg = arg.help(joined(" ", &[short, &default, &names])).long_help(joined("\n\n", &[first, texts.more, &list, &default]));
        }
        For::Generator => {
            arg = arg.help(short).long_help(joined("\n\n", &[first, texts.more]));
            if !german_values.is_empty() {
                arg = arg.value_parser(PossibleValuesParser::new(german_values));
            }
        }
    }
    arg
}

fn german_value(id: &str, value: PossibleValue) -> PossibleValue {
    match german::value(id, value.get_name()) {
        Some(help) => value.help(help),
        None => value,
    }
}

/// Values with what each means, one a line.
fn listed(values: &[PossibleValue]) -> String {
    let mut list = format!("{}:", german::POSSIBLE_VALUES_HEADING);
    for value in values {
        list.push_str("\n- ");
        list.push_str(value.get_name());
        if let Some(help) = value.get_help() {
            list.push_str(": ");
            list.push_str(&help.to_string());
        }
    }
    list
}

/// The parts that say something.
fn joined(by: &str, parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(by)
}
