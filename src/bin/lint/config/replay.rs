//! The problems of given bytes as a configuration, for the fuzz target, and for what it found.

use std::path::Path;

use paktlint::problem::Problem;
use paktlint::source::Source;

use super::Config;

/// The text that was read, and what is wrong with it.
pub(crate) fn problems(input: &[u8]) -> (Source, Vec<Problem>) {
    let config = Config::read("paktlint.toml", Path::new("/plans"), input);
    // Any path can be asked for.
    config.excludes(Path::new("/plans/archiv/plan.yaml"), false);
    (config.file.unwrap_or_else(|| Source::new("paktlint.toml", "")), config.problems)
}

#[cfg(test)]
#[path = "../../../../tests/fuzzed/configuration.rs"]
mod configuration;

#[test]
#[allow(clippy::print_stderr, reason = "the input that fails is named")]
fn what_was_found() {
    for (name, input) in
        crate::inputs::found("configuration").into_iter().chain(crate::inputs::below(&["examples", "tests/cmd"], &["toml"]))
    {
        eprintln!("{name}");
        let (file, problems) = problems(&input);
        configuration::check(&file, &problems);
    }
}
