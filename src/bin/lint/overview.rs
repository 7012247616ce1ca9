//! `lint overview`: all plans of a Kreis or of the Land, as a page, a table or a workbook.

use paktlint::render::overview::{self, Written};
use paktlint::render::plain;
use paktlint::report::overview::{Overview as Collected, Standing};
use paktlint::text::{Bilingual, Message, Sentence};
use rayon::prelude::*;

use crate::args::{Args, Overview, OverviewFormat};
use crate::check;
use crate::config::{self, Configs, Settings};
use crate::documents;
use crate::failure::{self, Failure};
use crate::files::{self, Input};
use crate::output::{self, Output};
use crate::progress::Progress;
use crate::status::Status;

crate::sentences::sentences! {
    ENDING = "overview-ending",
        "--out: An „{file}“ ist nicht zu erkennen, was geschrieben werden soll. Die Datei soll auf .html, .csv oder .xlsx enden, oder nennen Sie es mit --format.",
        "--out: “{file}” does not tell what is to be written. The file should end in .html, .csv or .xlsx, or say it with --format.";
    NOT_ON_TERMINAL = "overview-not-on-terminal",
        "Eine Arbeitsmappe lässt sich nicht im Terminal zeigen. Bitte nennen Sie mit --out eine Datei.",
        "A workbook cannot be shown in a terminal. Please name a file with --out.";
    TOO_MANY = "overview-too-many",
        "So viele Pläne passen nicht in eine Arbeitsmappe. Bitte schreiben Sie die Tabelle als .csv.",
        "So many plans do not fit into a workbook. Please write the table as .csv.";
    SOME_UNREADABLE = "overview-some-unreadable",
        "Dateien, die nicht lesbar sind: {count}. Im Überblick stehen sie als „nicht lesbar“.",
        "Files that cannot be read: {count}. In the overview they stand as “not readable”.";
}

/// Judges what the command line names, and writes the overview.
pub(crate) fn overview(args: &Args, wish: &Overview, configs: &Configs, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let misuse = |message: Message| Failure::Misuse(vec![message]);
    let Some(format) = wish.format() else {
        let file = wish.out.as_deref().map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
        return Err(misuse(Message::new(&ENDING).with("file", &*file)));
    };
    if format == OverviewFormat::Xlsx && wish.out.is_none() && out.is_terminal() {
        return Err(misuse(Message::new(&NOT_ON_TERMINAL)));
    }
    let found = files::find(&wish.paths, None, configs);
    let settings = check::settings(args, configs, &found)?;
    check::tell_of_nothing(&found.empty, found.inputs.is_empty(), lang);
    let Some(run) = settings.first().filter(|_| !found.inputs.is_empty()) else { return Ok(Status::Unread) };
    let inputs: Vec<(&Input, &Settings)> = found.inputs.iter().zip(&settings).map(|(input, settings)| (input, &**settings)).collect();
    let dates = wish.days.dates();
    let mut collected = Collected::new(&config::packs_of(&settings), run.rules.vocabulary());
    let mut progress = Progress::new(inputs.len(), &[], out, lang);
    for batch in check::batches(&inputs) {
        let Some(batch) = inputs.get(batch) else { continue };
        let plans: Vec<_> = batch.par_iter().map(|(input, settings)| check::plan(&settings.rules, input, dates)).collect();
        for plan in &plans {
            if !plan.errors.is_empty() {
                output::complain(&plain::plan(plan, lang));
            }
            collected.add(plan);
        }
        progress.advance(batch.len());
    }
    progress.finish();
    let survey = collected.finish();
    let written = Written { survey: &survey, lang, as_of: dates.as_of };
    let bytes = match format {
        OverviewFormat::Html => overview::html(written).into_bytes(),
        OverviewFormat::Csv => overview::csv(written).into_bytes(),
        OverviewFormat::Xlsx => overview::xlsx(written).ok_or_else(|| misuse(Message::new(&TOO_MANY)))?,
    };
    match &wish.out {
        None => out.raw_bytes(&bytes)?,
        Some(file) => documents::save(file, &bytes)?,
    }
    // What plans come to is what the overview is for; that one of them cannot be read is a mistake.
    let is_whole = survey.with(Standing::Unreadable) == 0;
    if !is_whole {
        output::complain(&failure::line(&Message::new(&SOME_UNREADABLE).with("count", survey.with(Standing::Unreadable)), lang));
    }
    Ok(if is_whole { Status::Fine } else { Status::Unread })
}
