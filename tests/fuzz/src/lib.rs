//! What each fuzz target does with an input: one function a target, all of them the checks of `tests/fuzzed`.

#[path = "../../fuzzed/mod.rs"]
mod fuzzed;

/// The files of the binary that configurations and editors are read by. They call one another by their places in its crate.
#[path = "../../../src/bin/lint"]
#[allow(dead_code, unused_imports, reason = "a part of the binary alone")]
mod binary {
    pub(crate) mod args;
    pub(crate) mod config;
    pub(crate) mod failure;
    pub(crate) mod fault;
    pub(crate) mod files;
    pub(crate) mod help;
    pub(crate) mod language;
    pub(crate) mod lsp;
    pub(crate) mod misuse;
    pub(crate) mod output;
    pub(crate) mod packs;
    pub(crate) mod read;
    pub(crate) mod sentences;
    pub(crate) mod status;
    pub(crate) mod unified;
}

#[allow(unused_imports, reason = "the files of the binary name them so")]
use binary::*;

/// Loads the rules before the clock of the first input runs.
pub fn prepare() {
    fuzzed::plan::check("plan.yaml", b"gemeinde: A\n");
}

pub fn plan_yaml(input: &[u8]) {
    fuzzed::plan::check("plan.yaml", input);
}

/// A JSON plan: what is none is not looked at, so that the fuzzer stays with JSON.
pub fn plan_json(input: &[u8]) {
    if input.trim_ascii_start().starts_with(b"{") {
        fuzzed::plan::check("plan.json", input);
    }
}

pub fn rule_file(input: &[u8]) {
    fuzzed::rule_file::check(input);
}

pub fn expression(input: &[u8]) {
    fuzzed::expression::check(input);
}

pub fn configuration(input: &[u8]) {
    let (file, problems) = config::replay::problems(input);
    fuzzed::configuration::check(&file, &problems);
}

pub fn comments(input: &[u8]) {
    fuzzed::comments::check(input);
}

pub fn lsp(input: &[u8]) {
    fuzzed::lsp::check(input, self::binary::lsp::replay::answers);
}

pub fn answer(input: &[u8]) {
    fuzzed::answer::check(input);
}

pub fn across(input: &[u8]) {
    fuzzed::across::check(input);
}
