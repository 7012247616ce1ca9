//! Single stages of judging a plan, each as often as wanted, and the plans to run them on.
//!
//! `stages generate DIR COUNT written|explicit` writes plans and their record.
//! `stages files STAGE DIR THREADS` runs a stage once over the files of a folder, as a process of its own that can be timed.
//! `stages time STAGE DIR` tells how many nanoseconds a plan of a folder takes, what comes before the stage being done already.
//! `stages count STAGE PLANS TIMES` runs it over plans in memory; what a run counts more for two times than for one is the stage
//! alone, without the start of the process. `stages grow AXIS SIZE TIMES` does that for one plan that is large in one respect.

#[path = "../../../../plans/mod.rs"]
mod plans;

mod grow;
mod stage;

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use plans::Form;
use stage::{Bench, Stage};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match run(&words) {
        Some(sum) => {
            println!("{sum}");
            ExitCode::SUCCESS
        }
        None => {
            eprintln!(
                "stages generate DIR COUNT written|explicit; stages files STAGE DIR THREADS; stages time STAGE DIR; stages count STAGE PLANS TIMES; stages grow AXIS SIZE TIMES"
            );
            ExitCode::from(2)
        }
    }
}

/// A sum of what was done, so that nothing can be left out as useless.
fn run(words: &[&str]) -> Option<usize> {
    match words {
        ["generate", dir, count, form] => {
            generate(Path::new(dir), count.parse().ok()?, if *form == "explicit" { Form::Explicit } else { Form::Written })
        }
        ["files", stage, dir, threads] => files(Stage::named(stage)?, Path::new(dir), threads.parse().ok()?),
        ["time", stage, dir] => time(Stage::named(stage)?, Path::new(dir)),
        ["count", stage, plans, times] => {
            let texts: Vec<Vec<u8>> = (0..plans.parse().ok()?).map(|number| plans::plan(number, Form::Written).text.into_bytes()).collect();
            let mut bench = Bench::new(Stage::named(stage)?);
            let prepared: Vec<_> = texts.iter().map(|text| bench.prepare(text)).collect();
            Some((0..times.parse().ok()?).map(|_: u32| bench.pass(&prepared)).sum())
        }
        ["grow", axis, size, times] => grow::run(axis, size.parse().ok()?, times.parse().ok()?),
        _ => None,
    }
}

/// Writes plans into a folder, and beside it what they have to come to.
fn generate(dir: &Path, count: u64, form: Form) -> Option<usize> {
    fs::create_dir_all(dir).ok()?;
    let mut record = String::from("plan;carrier-independence;social-work-qualification;municipal-control\n");
    let mut bytes = 0;
    for number in 0..count {
        let plan = plans::plan(number, form);
        bytes += plan.text.len();
        fs::write(dir.join(plans::file_name(number)), &plan.text).ok()?;
        record.push_str(&plans::record_line(number, plan.expected));
    }
    let _ = writeln!(record);
    fs::write(dir.with_extension("csv"), record.trim_end().to_owned() + "\n").ok()?;
    Some(bytes)
}

/// The nanoseconds that a stage takes for a plan of a folder: the median of several passes over all of them.
fn time(stage: Stage, dir: &Path) -> Option<usize> {
    let mut bench = Bench::new(stage);
    let prepared: Vec<_> = paths(dir)?.iter().map(|path| Some(bench.prepare(&fs::read(path).ok()?))).collect::<Option<_>>()?;
    let mut passes: Vec<u128> = (0..5)
        .map(|_| {
            let begin = Instant::now();
            black_box(bench.pass(&prepared));
            begin.elapsed().as_nanos()
        })
        .collect();
    passes.sort_unstable();
    usize::try_from(passes[passes.len() / 2]).ok()?.checked_div(prepared.len())
}

/// The files of a folder, in order.
fn paths(dir: &Path) -> Option<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(dir).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Some(paths)
}

/// Runs a stage over the files of a folder, in as many threads, each taking every so-manieth file.
fn files(stage: Stage, dir: &Path, threads: usize) -> Option<usize> {
    let paths = paths(dir)?;
    let work = &|first: usize| {
        let mut bench = Bench::new(stage);
        let read = paths.iter().skip(first).step_by(threads.max(1)).filter_map(|path| fs::read(path).ok());
        read.map(|bytes| bench.alone(&bytes)).sum::<usize>()
    };
    if threads < 2 {
        return Some(work(0));
    }
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|first| scope.spawn(move || work(first))).collect();
        workers.into_iter().map(|worker| worker.join().ok()).sum()
    })
}
