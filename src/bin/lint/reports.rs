//! The reports of a run: each in its format, to its place, written while plans are judged.

use std::env;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use paktlint::render::form::{Close, Form, Run, Written};
use paktlint::render::human::Look;
use paktlint::render::{Paths, checkstyle, csv, github, gitlab, json, junit, markdown, ndjson, plain, sarif};
use paktlint::report::{PlanReport, RunFinding};
use paktlint::text::Message;
use rayon::prelude::*;

use crate::args::{Format, Target};
use crate::failure::{self, Failure};
use crate::fault;
use crate::output::{self, Output};
use crate::sentences as say;
use crate::write::Growing;

/// Every report that a run writes.
pub(crate) struct Reports<'o> {
    run: Run,
    /// Those that can be written so far.
    all: Vec<Report<'o>>,
    /// Why others cannot be.
    failed: Vec<Message>,
    /// What was found between plans, for those that tell it at once.
    gathered: Vec<RunFinding>,
}

struct Report<'o> {
    form: Box<dyn Form + Send>,
    written: Written,
    to: To<'o>,
}

enum To<'o> {
    /// Standard output, for people.
    Standard(&'o mut Output),
    /// Standard output, for programs: no format but that for people has colours that would have to be left out.
    Program(&'o mut Output),
    File(PathBuf, Growing),
}

impl<'o> Reports<'o> {
    /// Opens the reports. A file that cannot be written is told before anything is judged.
    pub(crate) fn open(targets: &[Target], out: &'o mut Output, run: Run) -> Result<Self, Failure> {
        let look = out.look();
        let mut standard = Some(out);
        let mut all = Vec::new();
        for target in targets {
            let (form, to) = match &target.file {
                None => match standard.take() {
                    Some(out) if target.format == Format::Human => (form(target.format, look), To::Standard(out)),
                    Some(out) => (form(target.format, look), To::Program(out)),
                    None => continue,
                },
                Some(path) => {
                    let file = Growing::begin(path).map_err(|error| misuse(not_written(path, &error)))?;
                    (form(target.format, output::LOOK_OF_FILES), To::File(path.clone(), file))
                }
            };
            let text = form.open(&run);
            let mut report = Report { form, written: Written::new(&text), to };
            report.to.write(&text).map_err(misuse)?;
            all.push(report);
        }
        Ok(Self { run, all, failed: Vec::new(), gathered: Vec::new() })
    }

    /// Tells plans, in their order. A report that cannot be written any more keeps none of the others back; fails once there is none.
    pub(crate) fn plans(&mut self, plans: &[PlanReport]) -> Result<(), Failure> {
        self.each(|report, run| report.plans(run, plans))
    }

    /// Tells a stretch of what is between the plans.
    pub(crate) fn across(&mut self, findings: Vec<RunFinding>) -> Result<(), Failure> {
        self.each(|report, run| if report.form.gathers_across() { Ok(()) } else { report.across(run, &findings) })?;
        if self.all.iter().any(|report| report.form.gathers_across()) {
            self.gathered.extend(findings);
        }
        Ok(())
    }

    fn each(&mut self, mut tell: impl FnMut(&mut Report<'_>, &Run) -> Result<(), Message>) -> Result<(), Failure> {
        let (run, failed) = (&self.run, &mut self.failed);
        self.all.retain_mut(|report| tell(report, run).map_err(|why| failed.push(why)).is_ok());
        if self.all.is_empty() && !failed.is_empty() { Err(Failure::Misuse(std::mem::take(failed))) } else { Ok(()) }
    }

    /// Closes the reports. Fails where one of them could not be written to its end.
    pub(crate) fn close(self, close: &Close<'_>) -> Result<(), Failure> {
        let Self { run, all, mut failed, gathered } = self;
        for mut report in all {
            let across = if report.form.gathers_across() { report.across(&run, &gathered) } else { Ok(()) };
            failed.extend(across.and_then(|()| report.close(&run, close)).err());
        }
        if failed.is_empty() { Ok(()) } else { Err(Failure::Misuse(failed)) }
    }
}

impl Report<'_> {
    fn plans(&mut self, run: &Run, plans: &[PlanReport]) -> Result<(), Message> {
        let form = self.form.as_ref();
        let texts: Vec<String> = match plans {
            [plan] => vec![form.plan(run, plan)],
            plans => plans.par_iter().map(|plan| form.plan(run, plan)).collect(),
        };
        for text in texts {
            self.to.write(&self.written.plan(form, text))?;
        }
        Ok(())
    }

    fn across(&mut self, run: &Run, findings: &[RunFinding]) -> Result<(), Message> {
        self.to.write(&self.written.across(self.form.as_ref(), run, findings))
    }

    fn close(mut self, run: &Run, close: &Close<'_>) -> Result<(), Message> {
        self.to.write(&self.written.close(self.form.as_ref(), run, close))?;
        self.to.finish()
    }
}

impl To<'_> {
    fn write(&mut self, text: &str) -> Result<(), Message> {
        match self {
            Self::Standard(out) => out.text(text).map_err(|error| failure::not_printed(&error)),
            Self::Program(out) => out.raw(text).map_err(|error| failure::not_printed(&error)),
            Self::File(path, file) => file.write_all(text.as_bytes()).map_err(|error| not_written(path, &error)),
        }
    }

    fn finish(self) -> Result<(), Message> {
        match self {
            Self::Standard(out) | Self::Program(out) => out.finish().map_err(|error| failure::not_printed(&error)),
            Self::File(path, file) => file.finish().map_err(|error| not_written(&path, &error)),
        }
    }
}

fn not_written(path: &Path, error: &io::Error) -> Message {
    Message::new(&say::REPORT_NOT_WRITTEN).with("file", &*path.to_string_lossy()).with("reason", fault::reason(error))
}

fn misuse(message: Message) -> Failure {
    Failure::Misuse(vec![message])
}

fn form(format: Format, look: Look) -> Box<dyn Form + Send> {
    match format {
        Format::Human => Box::new(look),
        Format::Plain => Box::new(plain::Plain),
        Format::Json => Box::new(json::Json),
        Format::Ndjson => Box::new(ndjson::Ndjson),
        Format::Markdown => Box::new(markdown::Markdown),
        Format::Csv => Box::new(csv::Csv),
        Format::Sarif => Box::new(sarif::Sarif),
        Format::Github => Box::new(github::GitHub),
        Format::Gitlab => Box::new(gitlab::GitLab),
        Format::Junit => Box::new(junit::JUnit),
        Format::Checkstyle => Box::new(checkstyle::Checkstyle),
    }
}

/// Where CI services check out what they run on.
const WORKSPACES: [&str; 3] = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", "CI_WORKSPACE"];

/// From where files are named, and from where services want them told: the folder that the service names if the run is in it,
/// else that of the repository, else the current one.
pub(crate) fn paths() -> Paths {
    let Ok(here) = env::current_dir() else { return Paths::default() };
    let told = WORKSPACES.into_iter().filter_map(env::var_os).map(PathBuf::from).find(|folder| here.starts_with(folder));
    let root = told.or_else(|| here.ancestors().find(|folder| folder.join(".git").symlink_metadata().is_ok()).map(Path::to_owned));
    let text = |path: &Path| path.to_string_lossy().replace('\\', "/");
    Paths { root: root.as_deref().map(text).unwrap_or_default(), here: text(&here) }
}
