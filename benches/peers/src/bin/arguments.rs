//! A process that parses its arguments, and does nothing else: the floor of starting.

use std::path::PathBuf;

use clap::Parser;

#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Files or folders.
    paths: Vec<PathBuf>,
    /// How many threads.
    #[arg(long)]
    threads: Option<usize>,
    /// How the report is written.
    #[arg(long, default_value = "human")]
    format: String,
    /// The language of the output.
    #[arg(long)]
    lang: Option<String>,
}

fn main() {
    let arguments = Arguments::parse();
    std::hint::black_box((arguments.paths, arguments.threads, arguments.format, arguments.lang));
}
