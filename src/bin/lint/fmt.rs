//! `lint fmt`: translates the names of fields and the words of plans between both languages.

use std::path::PathBuf;
use std::sync::Arc;

use paktlint::fix::translated;
use paktlint::render;
use paktlint::report::{self, PlanReport};
use paktlint::rules::RuleSet;
use paktlint::source::Source;
use paktlint::text::{Lang, Message};
use rayon::prelude::*;

use crate::args::{Args, Fmt};
use crate::config::{self, Config, Configs, Settings};
use crate::failure::{self, Failure};
use crate::files::{self, Input};
use crate::fix::{self, sentences as say};
use crate::output::{self, Output};
use crate::sentences;
use crate::status::Status;
use crate::unified;
use crate::write::{self, Before};

/// Translates the plans that are named, or says which would be.
pub(crate) fn fmt(args: &Args, wish: &Fmt, configs: &Configs, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let found = files::find(&wish.paths, None, configs);
    tell_of_nothing(&found.empty, found.inputs.is_empty(), lang);
    if found.inputs.iter().any(|input| matches!(input, Input::Standard(_))) && found.inputs.len() > 1 {
        return Err(Failure::Misuse(vec![Message::new(&say::STDIN_ALONE).with("option", "fmt")]));
    }
    // Only a diff needs rules: they tell which lines speak of an individual.
    let settings = if wish.diff { settings(args, configs, &found.inputs)? } else { Vec::new() };
    let mut count = Count::default();
    let mut status = None;
    let work: Vec<(&Input, Option<&RuleSet>)> =
        found.inputs.iter().enumerate().map(|(at, input)| (input, settings.get(at).map(|settings| &settings.rules))).collect();
    let what_for = out.diff_for();
    for batch in work.chunks(rayon::current_num_threads().saturating_mul(32).max(1)) {
        let done: Vec<Done> = batch
            .par_iter()
            .map(|(input, rules)| match translate(input, lang) {
                Ok(Text { old, new, changed }) if changed && wish.diff => {
                    let private = rules.map_or_else(Vec::new, |rules| report::lint(rules, &new).private);
                    Done::Shown(unified::diff(&input.name(), old.text(), &new, &private, what_for))
                }
                Ok(Text { changed: false, new, .. }) => Done::Same(new),
                Ok(_) if wish.check => Done::WouldChange,
                Ok(Text { old, new, .. }) => match input {
                    Input::File(path) => match write::replace(path, Before::Exactly(old.text().as_bytes()), new.text().as_bytes()) {
                        Ok(()) => Done::Written,
                        Err(error) => Done::Failed(fix::not_written(&input.name(), &error)),
                    },
                    _ => Done::Text(new),
                },
                Err((report, bytes)) => Done::Unreadable(report, bytes),
            })
            .collect();
        for ((input, _), done) in batch.iter().zip(done) {
            let one = tell(input, done, wish, lang, out, &mut count)?;
            status = status.max(Some(one));
        }
    }
    if count.files > 0 && !wish.diff && !matches!(found.inputs.first(), Some(Input::Standard(_))) {
        let sentence = if wish.check { &say::WOULD_CHANGE } else { &say::TRANSLATED };
        let message = Message::new(sentence).with("changed", count.changed).with("files", count.files);
        out.page(&message.text(lang))?;
    }
    Ok(status.unwrap_or(Status::Unread))
}

#[derive(Default)]
struct Count {
    files: usize,
    changed: usize,
}

/// What was done with a plan.
enum Done {
    /// It is in the language already.
    Same(Source),
    /// It was replaced.
    Written,
    /// It came from standard input.
    Text(Source),
    WouldChange,
    Shown(unified::Diff),
    Failed(Message),
    /// It is no plan: why, and what it is.
    Unreadable(Box<PlanReport>, Vec<u8>),
}

struct Text {
    old: Source,
    new: Source,
    changed: bool,
}

fn translate(input: &Input, lang: Lang) -> Result<Text, (Box<PlanReport>, Vec<u8>)> {
    let old = fix::source_of(input)?;
    let bytes = || old.text().as_bytes().to_vec();
    let translated = translated(&old, lang).map_err(|unreadable| (Box::new(PlanReport::unreadable(unreadable)), bytes()))?;
    Ok(Text { old, new: translated.file, changed: !translated.edits.is_empty() })
}

fn tell(input: &Input, done: Done, wish: &Fmt, lang: Lang, out: &mut Output, count: &mut Count) -> Result<Status, Failure> {
    count.files += 1;
    let name = input.name();
    let about = |message: Message| failure::line(&message, lang);
    let is_text = matches!(input, Input::Standard(_)) && !wish.check && !wish.diff;
    Ok(match done {
        Done::Same(text) => {
            if is_text {
                out.raw(text.text())?;
            }
            Status::Fine
        }
        Done::Text(text) => {
            out.raw(text.text())?;
            Status::Fine
        }
        Done::Written => {
            count.changed += 1;
            Status::Fine
        }
        Done::WouldChange => {
            count.changed += 1;
            out.page(&render::safe(&Message::new(&say::WOULD_BE_TRANSLATED).with("file", &*name).text(lang)))?;
            Status::Findings
        }
        Done::Shown(diff) => {
            out.raw(&diff.text)?;
            fix::tell_hidden(&name, diff.hidden, lang);
            Status::Findings
        }
        Done::Failed(message) => {
            output::complain(&about(message));
            Status::Unread
        }
        Done::Unreadable(report, bytes) => {
            if is_text {
                out.raw_bytes(&bytes)?;
            }
            output::complain(&render::plain::plan(&report, lang));
            output::complain(&about(Message::new(&say::NOT_TRANSLATED).with("file", &*name)));
            Status::Unread
        }
    })
}

fn settings(args: &Args, configs: &Configs, inputs: &[Input]) -> Result<Vec<Arc<Settings>>, Failure> {
    let applied: Vec<Arc<Config>> = inputs.iter().map(|input| configs.of(input)).collect();
    if applied.is_empty() {
        return Ok(Vec::new());
    }
    config::settings(&args.common, &args.check.answer, &applied, &configs.read())
}

fn tell_of_nothing(empty: &[PathBuf], nothing: bool, lang: Lang) {
    for folder in empty {
        let message = Message::new(&sentences::NO_PLANS).with("folder", &*folder.to_string_lossy());
        output::complain(&failure::line(&message, lang));
    }
    if nothing {
        output::complain(&failure::line(&Message::new(&sentences::NOTHING_TO_CHECK), lang));
    }
}
