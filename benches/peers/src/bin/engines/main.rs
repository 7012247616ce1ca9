//! The three demands by other engines, and by paktlint, on plans that were read before.
//!
//! `engines evaluate ENGINE DIR VERDICTS` reads every plan of a folder, judges all of them several times, and prints what one
//! pass took; rules are compiled before. The verdicts of the last pass are written to a file. `engines whole ENGINE DIR` reads
//! and judges one plan after the other, once, as a process of its own that can be timed.

mod by_cel;
mod by_paktlint;
mod by_regorus;

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

pub(crate) type Fault = Box<dyn Error>;

/// What the three demands come to, in the order carrier-independence, social-work-qualification, municipal-control.
pub(crate) type Verdicts = [String; 3];

/// A way to judge plans.
pub(crate) trait Engine {
    /// What a plan is once it is read.
    type Input;

    fn read(&self, text: &str) -> Result<Self::Input, Fault>;

    fn judge(&mut self, input: &Self::Input) -> Result<Verdicts, Fault>;
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("engines: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<(), Fault> {
    let (how, name, dir) = match words {
        ["evaluate", name, dir, verdicts] => (Some(Path::new(*verdicts)), *name, *dir),
        ["whole", name, dir] => (None, *name, *dir),
        _ => return Err("engines evaluate ENGINE DIR VERDICTS; engines whole ENGINE DIR".into()),
    };
    match name {
        "regorus-interpreter" => by(by_regorus::Interpreter::new()?, how, dir),
        "regorus-bytecode" => by(by_regorus::Bytecode::new()?, how, dir),
        "cel" => by(by_cel::Cel::new()?, how, dir),
        "paktlint-demands" => by(by_paktlint::Paktlint::demands(), how, dir),
        "paktlint-all" => by(by_paktlint::Paktlint::all(), how, dir),
        _ => Err("no such engine".into()),
    }
}

fn by<E: Engine>(mut engine: E, verdicts: Option<&Path>, dir: &str) -> Result<(), Fault> {
    let mut paths: Vec<PathBuf> = fs::read_dir(dir)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    let Some(verdicts) = verdicts else {
        for path in paths {
            let input = engine.read(&fs::read_to_string(path)?)?;
            black_box(engine.judge(&input)?);
        }
        return Ok(());
    };
    let inputs: Vec<E::Input> = paths.iter().map(|path| engine.read(&fs::read_to_string(path)?)).collect::<Result<_, Fault>>()?;
    let mut seconds = Vec::new();
    let mut last = Vec::new();
    for _ in 0..5 {
        last.clear();
        let begin = Instant::now();
        for input in &inputs {
            last.push(black_box(engine.judge(black_box(input))?));
        }
        seconds.push(begin.elapsed().as_secs_f64());
    }
    let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let lines: String = paths.iter().zip(&last).map(|(path, verdicts)| format!("{};{}\n", name(path), verdicts.join(";"))).collect();
    fs::write(verdicts, lines)?;
    seconds.sort_by(f64::total_cmp);
    println!("{{\"plans\": {}, \"seconds\": {}}}", inputs.len(), seconds[seconds.len() / 2]);
    Ok(())
}
