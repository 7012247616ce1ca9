//! `lint report`: a page a plan, for people.

mod sentences;

use std::fs;
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::Arc;

use paktlint::render;
use paktlint::render::document::{self, Document};
use paktlint::render::dossier::{self, Dossier};
use paktlint::report::{self, Dates, PlanReport, Summary};
use paktlint::text::{Lang, Message};
use rayon::prelude::*;

use self::sentences as say;
use crate::args::{Args, PageFormat, Report};
use crate::baseline::Known;
use crate::check;
use crate::config::{self, Config, Configs, Settings};
use crate::documents::{self, Names, not_written};
use crate::failure::Failure;
use crate::files::{self, Input};
use crate::output::{self, Output};
use crate::status::Status;

/// So many pages are in memory at once for each thread.
const PAGES_A_THREAD: usize = 8;

/// Writes a page for each plan that the command line names.
pub(crate) fn report(args: &Args, wish: &Report, configs: &Configs, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let mut found = files::find(&wish.paths, None, configs);
    let target = Target::of(wish, &found.inputs)?;
    target.leave_out(&mut found.inputs);
    check::tell_of_nothing(&found.empty, found.inputs.is_empty(), lang);
    if found.inputs.is_empty() {
        return Ok(Status::Unread);
    }
    let applied: Vec<Arc<Config>> = found.inputs.iter().map(|input| configs.of(input)).collect();
    let settings = config::settings(&args.common, &args.check.answer, &applied, &configs.read())?;
    let baseline = settings.first().and_then(|settings| settings.baseline.clone());
    let mut known = Known::of(&args.check, baseline.as_deref())?;
    let inputs: Vec<(&Input, &Settings)> = found.inputs.iter().zip(&settings).map(|(input, settings)| (input, &**settings)).collect();
    let inputs: Vec<(&Input, &Settings)> = inputs.into_iter().filter(|(input, _)| !known.is(input)).collect();
    let mut names = Names::default();
    let dates = wish.days.dates();
    let mut status = None;
    let mut failed = Vec::new();
    for batch in inputs.chunks(rayon::current_num_threads().saturating_mul(PAGES_A_THREAD).max(1)) {
        let mut plans: Vec<PlanReport> = batch.par_iter().map(|(input, settings)| check::plan(&settings.rules, input, dates)).collect();
        for ((input, settings), plan) in batch.iter().zip(&mut plans) {
            known.mark(input, plan, lang);
            let mut alone = Summary::default();
            alone.add(plan);
            status = status.max(Some(Status::of(&alone, settings.fail_on)));
            if !plan.errors.is_empty() {
                output::complain(&render::plain::plan(plan, lang));
            }
        }
        let pages: Vec<String> =
            batch.par_iter().zip(&plans).map(|((_, settings), plan)| written(&page(plan, settings, dates, lang), target.format)).collect();
        for ((input, _), page) in batch.iter().zip(pages) {
            // One page that cannot be written keeps none of the others back.
            match target.write(input, &page, &mut names, out, lang) {
                Err(Failure::Misuse(why)) => failed.extend(why),
                written => written?,
            }
        }
    }
    if failed.is_empty() { Ok(status.unwrap_or(Status::Unread)) } else { Err(Failure::Misuse(failed)) }
}

fn page(plan: &PlanReport, settings: &Settings, dates: Dates, lang: Lang) -> Document {
    let account = report::account(&settings.rules, plan, dates);
    let dossier = Dossier { report: plan, account: &account, packs: settings.rules.packs(), today: dates.today, as_of: dates.as_of };
    dossier::document(&dossier, lang)
}

fn written(page: &Document, format: PageFormat) -> String {
    match format {
        PageFormat::Html => dossier::page(page),
        PageFormat::Markdown => document::markdown(page),
    }
}

/// Where pages go, and as what.
struct Target {
    place: Place,
    format: PageFormat,
}

enum Place {
    Standard,
    File(PathBuf),
    Folder(PathBuf),
}

impl Target {
    fn of(wish: &Report, inputs: &[Input]) -> Result<Self, Failure> {
        let misuse = |message: Message| Err(Failure::Misuse(vec![message]));
        let Some(path) = &wish.out else {
            if inputs.len() > 1 {
                return misuse(Message::new(&say::OUT_MISSING));
            }
            return Ok(Self { place: Place::Standard, format: wish.format.unwrap_or(PageFormat::Html) });
        };
        let name = &*path.to_string_lossy();
        let ending = path.extension().and_then(|ending| PageFormat::of_ending(&ending.to_string_lossy()));
        if documents::is_folder(path) || ending.is_none() {
            match fs::metadata(path) {
                Ok(there) if !there.is_dir() => return misuse(Message::new(&say::OUT_NO_FOLDER).with("file", name)),
                _ => {}
            }
            return Ok(Self { place: Place::Folder(path.clone()), format: wish.format.unwrap_or(PageFormat::Html) });
        }
        if inputs.len() > 1 {
            return misuse(Message::new(&say::OUT_ONE_FILE).with("file", name));
        }
        let is_the_plan = |input: &Input| match input {
            Input::File(plan) => fs::canonicalize(path).is_ok_and(|path| fs::canonicalize(plan).is_ok_and(|plan| path == plan)),
            Input::Standard(_) | Input::Lost(..) => false,
        };
        if inputs.iter().any(is_the_plan) {
            return misuse(Message::new(&say::OUT_IS_PLAN).with("file", name));
        }
        Ok(Self { place: Place::File(path.clone()), format: wish.format.or(ending).unwrap_or(PageFormat::Html) })
    }

    /// What lies in the folder of the pages is no plan, unless it is named itself.
    fn leave_out(&self, inputs: &mut Vec<Input>) {
        let Place::File(page) = &self.place else { return };
        let Ok(page) = fs::canonicalize(page) else { return };
        inputs.retain(|input| !matches!(input, Input::File(path) if fs::canonicalize(path).is_ok_and(|path| path == page)));
    }

    fn write(&self, input: &Input, page: &str, names: &mut Names, out: &mut Output, lang: Lang) -> Result<(), Failure> {
        let path = match &self.place {
            Place::Standard => return Ok(out.raw(page)?),
            Place::File(path) => path.clone(),
            Place::Folder(folder) => {
                fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
                let path = folder.join(names.next(&stem(&input.name()), self.format.ending()));
                // A link could lead anywhere.
                if path.symlink_metadata().is_ok_and(|there| there.is_symlink()) {
                    return Err(not_written(&path, &io::Error::from(ErrorKind::AlreadyExists)));
                }
                path
            }
        };
        documents::save(&path, page.as_bytes())?;
        let message = Message::new(&say::PAGE_WRITTEN).with("file", &*path.to_string_lossy());
        out.page(&render::safe(&message.text(lang)))?;
        Ok(())
    }
}

/// Names that mean devices on some computers.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// So many characters of a plan's name are kept, and so many bytes: no system takes more than 255, with the ending and a number.
const LONGEST: usize = 80;
const MOST_BYTES: usize = 200;

/// What a page is called like: its plan, as far as every computer takes it for a name.
fn stem(plan: &str) -> String {
    let name = plan.rsplit(['/', '\\']).next().unwrap_or(plan);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let kept = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
    let mut stem: String = stem.chars().map(kept).take(LONGEST).collect();
    while stem.len() > MOST_BYTES {
        stem.pop();
    }
    let stem = stem.trim_matches(['-', '.']);
    let lower = stem.to_lowercase();
    let stem = if stem.is_empty() || DEVICES.contains(&&*lower) { format!("plan-{stem}") } else { stem.to_owned() };
    stem.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_plan_has_a_page_of_its_own() {
        let table = [
            ("plans/lörrach.yaml", "lörrach.html"),
            ("other/lörrach.yaml", "lörrach-2.html"),
            ("LÖRRACH.yml", "LÖRRACH-3.html"),
            ("..", "plan.html"),
            ("a/../../etc/passwd", "passwd.html"),
            ("C:\\plans\\ulm.json", "ulm.html"),
            ("<stdin>", "stdin.html"),
            ("nul.yaml", "plan-nul.html"),
            (".yaml", "plan-2.html"),
            ("a b<script>.yaml", "a-b-script.html"),
            ("a.b.yaml", "a.b.html"),
        ];
        let mut names = Names::default();
        for (plan, page) in table {
            assert_eq!(names.next(&stem(plan), "html"), page, "{plan}");
        }
    }
}
