//! `lint PATH…`: checks plans.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, ops};

use paktlint::plan::Unreadable;
use paktlint::problem::Problem;
use paktlint::render::form::{Close, Run, Vanished};
use paktlint::report::{self, Between, Dates, PlanReport, RunFinding, Summary};
use paktlint::rules::{RuleSet, Scope};
use paktlint::source::Source;
use paktlint::text::{Lang, Message};
use rayon::prelude::*;

use crate::args::{Args, Check, FailOn, Target};
use crate::baseline::Known;
use crate::config::{self, Config, Configs, Settings};
use crate::failure::{self, Failure};
use crate::files::{self, Found, Input};
use crate::output::{self, Output};
use crate::progress::Progress;
use crate::reports::{self, Reports};
use crate::status::Status;
use crate::{fault, fix, git, read, sentences as say};

/// Checks what the command line names, and writes the reports.
pub(crate) fn check(args: &Args, configs: &Configs, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let check = &args.check;
    let targets = check.answer.targets(&args.common.configured);
    let found = inputs(args, configs, &targets)?;
    let settings = settings(args, configs, &found)?;
    // What is asked of the run as a whole is answered as for its first plan.
    let Some(run) = settings.first() else { return Ok(Status::Unread) };
    let known = Known::of(check, run.baseline.as_deref())?;
    let inputs: Vec<(&Input, &Settings)> = found.inputs.iter().zip(&settings).map(|(input, settings)| (input, &**settings)).collect();
    let mut inputs: Vec<(&Input, &Settings)> = inputs.into_iter().filter(|(input, _)| !known.is(input)).collect();
    let changed = match &check.changed_since {
        Some(rev) => Some(git::changed_since(rev, inputs.iter().map(|(input, _)| *input))?),
        None => None,
    };
    let nothing_changed = changed.is_some_and(|changed| {
        let before = inputs.len();
        inputs.retain(|(input, _)| changed.has(input));
        before > 0 && inputs.is_empty()
    });
    tell_of_nothing(&found.empty, inputs.is_empty() && !nothing_changed, lang);
    if let (true, Some(rev)) = (nothing_changed, &check.changed_since) {
        output::complain(&failure::line(&Message::new(&say::NOTHING_CHANGED).with("rev", &**rev), lang));
    }
    let mut mended = None;
    match (fix::Wish::of(check, &inputs)?, &inputs[..]) {
        (Some(fix::Wish::Show), inputs) => return fix::show(check, inputs, lang, out),
        (Some(fix::Wish::Filter), [(input, _)]) => return fix::filter(check, input, lang, out),
        (Some(_), inputs) => mended = Some(fix::write(check, inputs)),
        (None, _) => {}
    }
    let judged = judge(check, &inputs, &settings, known, &targets, lang, out);
    // What was mended stays mended, whatever becomes of the report.
    let mended = mended.map_or(Status::Fine, |mended| mended.tell(lang));
    let judged = judged?.unwrap_or(if nothing_changed { Status::Fine } else { Status::Unread });
    Ok(judged.max(mended))
}

/// Judges plans and writes the reports; gives no status where there is no plan.
fn judge(
    check: &Check,
    inputs: &[(&Input, &Settings)],
    settings: &[Arc<Settings>],
    known: Known,
    targets: &[Target],
    lang: Lang,
    out: &mut Output,
) -> Result<Option<Status>, Failure> {
    let Some(run) = settings.first() else { return Ok(None) };
    let mut rules: Vec<&RuleSet> = settings.iter().map(|settings| &settings.rules).collect();
    rules.dedup_by(|one, other| std::ptr::eq(*one, *other));
    let packs = config::packs_of(settings);
    let compares = run.rules.rules().any(|(_, rule)| rule.scope == Scope::Run);
    let mut tally = Tally { summary: Summary::new(&packs), between: Between::default(), compares, known, run, lang, status: None };
    let mut progress = Progress::new(inputs.len(), targets, out, lang);
    let about = Run { packs, lang, paths: reports::paths(), with_fulfilled: check.with_fulfilled };
    let mut reports = Reports::open(targets, out, about)?;
    let dates = check.dates();
    // What no rule compares with others need not be taken down.
    let by: Judge = if compares { report::lint_bytes_on } else { report::lint_bytes_alone };
    let mut tell = |judged: Judged<'_>| -> Result<(), Failure> {
        let batch = judged.batch;
        let plans = batch.iter().zip(judged.plans).map(|((input, settings), plan)| tally.add(input, plan, settings.fail_on));
        reports.plans(&plans.collect::<Vec<_>>())?;
        progress.advance(batch.len());
        Ok(())
    };
    let mut judged: Option<Judged<'_>> = None;
    for range in batches(inputs) {
        let judge = || Judged::of(&inputs[range], by, dates);
        judged = Some(match judged {
            None => judge(),
            // While plans are told, the next are judged.
            Some(before) => {
                let (next, told) = rayon::join(judge, || tell(before));
                told?;
                next
            }
        });
    }
    judged.map_or(Ok(()), tell)?;
    progress.finish();
    let between = std::mem::take(&mut tally.between);
    for mut found in between.findings(&run.rules) {
        tally.across(&mut found);
        reports.across(found)?;
    }
    let Tally { summary, known, status, .. } = tally;
    let vanished = known.is_named().then(|| Vanished { entries: known.vanished(&rules).collect(), is_deleted: known.will_be_written() });
    reports.close(&Close { summary: &summary, vanished })?;
    if let Some(kept) = known.write(&rules)? {
        output::complain(&failure::line(&kept, lang));
    }
    Ok(status)
}

/// Plans that were judged together.
struct Judged<'i> {
    batch: &'i [(&'i Input, &'i Settings)],
    plans: Vec<PlanReport>,
}

impl<'i> Judged<'i> {
    fn of(batch: &'i [(&'i Input, &'i Settings)], by: Judge, dates: Dates) -> Self {
        let plan = |(input, settings): &(&Input, &Settings)| plan_by(by, &settings.rules, input, dates);
        let plans = match batch {
            [only] => vec![plan(only)],
            batch => batch.par_iter().map(plan).collect(),
        };
        Self { batch, plans }
    }
}

/// What is to be checked: never a report of the run before, though it may lie among the plans.
fn inputs(args: &Args, configs: &Configs, targets: &[Target]) -> Result<Found, Failure> {
    let check = &args.check;
    let stdin = check.stdin_filename.as_deref();
    if stdin.is_some() && !check.paths.is_empty() && check.paths.iter().all(|path| path.as_os_str() != "-") {
        return Err(Failure::Misuse(vec![Message::new(&say::STDIN_NOT_NAMED)]));
    }
    let mut found = files::find(&check.paths, stdin, configs);
    let reports: Vec<PathBuf> = targets.iter().filter_map(|target| fs::canonicalize(target.file.as_ref()?).ok()).collect();
    if let Some(named) = check.paths.iter().find(|path| path.is_file() && fs::canonicalize(path).is_ok_and(|path| reports.contains(&path)))
    {
        return Err(Failure::Misuse(vec![Message::new(&say::REPORT_OVER_PLAN).with("file", &*named.to_string_lossy())]));
    }
    if !reports.is_empty() {
        let is_report = |path: &Path| fs::canonicalize(path).is_ok_and(|path| reports.contains(&path));
        found.inputs.retain(|input| !matches!(input, Input::File(path) if is_report(path)));
    }
    Ok(found)
}

/// What applies to each file, in their order; where there is none, what would apply to the first path.
pub(crate) fn settings(args: &Args, configs: &Configs, found: &Found) -> Result<Vec<Arc<Settings>>, Failure> {
    let mut applied: Vec<Arc<Config>> = found.inputs.iter().map(|input| configs.of(input)).collect();
    if applied.is_empty() {
        applied.push(Arc::clone(&args.common.configured));
    }
    config::settings(&args.common, &args.check.answer, &applied, &configs.read())
}

/// How many plans for each thread are judged at once, and how many bytes of files; as many are told meanwhile.
const PLANS_A_THREAD: usize = 16;
const BYTES: u64 = 16 * 1024 * 1024;

/// Plans that are judged together: several for each thread, and never so many that the memory they need grows with the run.
pub(crate) fn batches(inputs: &[(&Input, &Settings)]) -> Vec<ops::Range<usize>> {
    // One plan needs no further thread: not even to ask how many there would be, which starts them.
    if let [_] = inputs {
        return std::iter::once(0..1).collect();
    }
    let most = rayon::current_num_threads().saturating_mul(PLANS_A_THREAD);
    let mut batches = Vec::new();
    let (mut start, mut bytes) = (0, 0u64);
    for (at, (input, _)) in inputs.iter().enumerate() {
        let size = match input {
            Input::File(path) => fs::metadata(path).map_or(0, |file| file.len()),
            Input::Standard(_) | Input::Lost(..) => 0,
        };
        if at > start && (at - start >= most || bytes.saturating_add(size) > BYTES) {
            batches.push(start..at);
            (start, bytes) = (at, 0);
        }
        bytes = bytes.saturating_add(size);
    }
    if start < inputs.len() {
        batches.push(start..inputs.len());
    }
    batches
}

/// What a run comes to so far: of a plan hardly more than its name, so that many need little more memory than one.
struct Tally<'r> {
    summary: Summary,
    between: Between,
    /// Whether any rule compares plans with one another.
    compares: bool,
    known: Known,
    /// What applies to the run as a whole.
    run: &'r Settings,
    lang: Lang,
    /// Of the plans together; none before the first.
    status: Option<Status>,
}

impl Tally<'_> {
    /// Each plan is held against the bar of its own configuration; the worst of them is the status of the run.
    fn add(&mut self, input: &Input, mut plan: PlanReport, fail_on: FailOn) -> PlanReport {
        self.known.mark(input, &mut plan, self.lang);
        let mut alone = Summary::default();
        alone.add(&plan);
        self.status = self.status.max(Some(Status::of(&alone, fail_on)));
        self.summary.add(&plan);
        if self.compares {
            self.between.add(&plan);
        }
        plan
    }

    /// What there is between the plans is held against the bar of the run.
    fn across(&mut self, found: &mut [RunFinding]) {
        self.known.mark_between(found, self.lang);
        let mut between = Summary { plans: 1, ..Summary::default() };
        between.add_across(found);
        self.status = self.status.map(|status| status.max(Status::of(&between, self.run.fail_on)));
        self.summary.add_across(found);
    }
}

/// How the bytes of a file are judged: by rules, under its name, on a day.
type Judge = fn(&RuleSet, &str, &[u8], Dates) -> PlanReport;

/// Judges one file.
pub(crate) fn plan(rules: &RuleSet, input: &Input, dates: Dates) -> PlanReport {
    plan_by(report::lint_bytes_on, rules, input, dates)
}

fn plan_by(judge: Judge, rules: &RuleSet, input: &Input, dates: Dates) -> PlanReport {
    let bytes = match input {
        Input::File(path) => read::file(path),
        Input::Standard(_) => read::standard_input(),
        Input::Lost(_, problem) => return unread(input, Problem::clone(problem)),
    };
    match bytes {
        Ok(bytes) => judge(rules, &input.name(), &bytes, dates),
        Err(error) => unread(input, fault::problem(input.path(), &error)),
    }
}

/// A file of which nothing could be read is reported like every other file that is no plan.
fn unread(input: &Input, problem: Problem) -> PlanReport {
    PlanReport::unreadable(Unreadable { file: Source::new(input.name(), ""), problems: vec![problem] })
}

/// A folder without plans is told of even where there are plans elsewhere: its name may be mistyped.
pub(crate) fn tell_of_nothing(empty: &[PathBuf], nothing: bool, lang: Lang) {
    let name = |folder: &Path| folder.to_string_lossy().into_owned();
    for folder in empty {
        let message = Message::new(&say::NO_PLANS).with("folder", &*name(folder));
        output::complain(&failure::line(&message, lang));
    }
    if nothing {
        output::complain(&failure::line(&Message::new(&say::NOTHING_TO_CHECK), lang));
    }
}
