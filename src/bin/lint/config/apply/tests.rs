//! What a configuration makes of the bundled rules, with and without flags.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use clap::Parser as _;
use paktlint::text::Lang;
use proptest::prelude::*;

use super::*;
use crate::args::Args;

static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::bundled);

fn config(text: &str) -> Config {
    let config = Config::read("paktlint.toml", Path::new("/"), text.as_bytes());
    assert!(config.problems.is_empty(), "{text}: {:?}", config.problems);
    config
}

fn args(line: &str) -> Args {
    Args::try_parse_from(std::iter::once("lint").chain(line.split_whitespace())).unwrap()
}

/// What becomes of a rule, in short.
fn decided(line: &str, text: &str, rule: &str) -> String {
    let config = config(text);
    let (pack, rule) = RULES.rule(rule).unwrap();
    let Decision { kept, level, because } = decide(&args(line).common, &config, pack, rule);
    let because = match because {
        Because::Pack => "pack".to_owned(),
        Because::Flag(flag) => flag.to_owned(),
        Because::Config(span) => config.file.as_ref().unwrap().slice(span).to_owned(),
    };
    let what = if kept { level.map_or("as it is", Level::name) } else { "out" };
    format!("{what}: {because}")
}

#[test]
fn each_rule_is_decided_on() {
    let table = [
        ("", "", "as it is: pack"),
        ("", "only = 'fluechtlingsrat-bw'", "as it is: pack"),
        ("", "only = ['datenschutz', 'municipal-control']", "as it is: pack"),
        ("", "only = 'datenschutz'", "out: 'datenschutz'"),
        ("", "skip = ['datenschutz', 'municipal-control']", "out: 'municipal-control'"),
        ("", "only = 'municipal-control'\nskip = 'fluechtlingsrat-bw'", "out: 'fluechtlingsrat-bw'"),
        ("", "levels.municipal-control = 'advice'", "advice: municipal-control"),
        ("", "levels.fluechtlingsrat-bw = 'error'", "error: fluechtlingsrat-bw"),
        ("", "[levels]\nfluechtlingsrat-bw = 'off'\nmunicipal-control = 'advice'", "advice: municipal-control"),
        ("", "[levels]\nmunicipal-control = 'off'\nfluechtlingsrat-bw = 'error'", "out: municipal-control"),
        ("", "[levels]\nfluechtlingsrat-bw = 'off'", "out: fluechtlingsrat-bw"),
        ("--skip fluechtlingsrat-bw", "levels.municipal-control = 'advice'", "out: --skip"),
        ("--skip datenschutz", "skip = 'municipal-control'", "out: 'municipal-control'"),
        ("--only datenschutz", "only = 'municipal-control'", "out: --only"),
        ("--only municipal-control", "only = 'datenschutz'", "as it is: pack"),
        ("--only municipal-control", "skip = 'municipal-control'", "as it is: pack"),
        ("--only municipal-control", "levels.municipal-control = 'off'", "as it is: pack"),
        ("--only municipal-control", "levels.municipal-control = 'advice'", "advice: municipal-control"),
        ("--only municipal-control --skip fluechtlingsrat-bw", "", "out: --skip"),
    ];
    for (line, text, expected) in table {
        assert_eq!(decided(line, text, "municipal-control"), expected, "{line} {text}");
    }
}

#[test]
fn a_level_tells_which_line_it_is_from() {
    let levelled = with_levels(&RULES, &config("# a\n[levels]\nfluechtlingsrat-bw = 'advice'\nmunicipal-control = 'error'\n"));
    let table = [
        ("municipal-control", Level::Error, Some("paktlint.toml:4:1")),
        ("carrier-independence", Level::Advice, Some("paktlint.toml:3:1")),
        ("county-exists", RULES.rule("county-exists").unwrap().1.level, None),
    ];
    for (rule, level, by) in table {
        let (_, rule) = levelled.rule(rule).unwrap();
        assert_eq!(rule.level, level);
        assert_eq!(rule.adjusted.as_ref().map(|adjusted| adjusted.by.as_str()), by);
    }
}

fn problems(text: &str, rules: &RuleSet) -> Vec<(String, Option<String>, String)> {
    let config = config(text);
    let file = config.file.as_ref().unwrap();
    let mut problems = Vec::new();
    names(&config, rules, &mut problems);
    sureness(&config, rules, &mut problems);
    let told = |problem: &Problem| problem.fix.as_ref().map(|fix| fix.text.clone());
    problems.iter().map(|problem| (file.slice(problem.span).to_owned(), told(problem), problem.message.text(Lang::En))).collect()
}

#[test]
fn names_that_do_not_exist() {
    let text = "only = 'municipal-controll'\nskip = ['xyz']\nlevels.datenshutz = 'off'\n";
    let told = problems(text, &RULES);
    let told: Vec<_> = told.iter().map(|(text, fix, _)| (text.as_str(), fix.as_deref())).collect();
    assert_eq!(told, [("'municipal-controll'", Some("\"municipal-control\"")), ("'xyz'", None), ("datenshutz", Some("datenschutz"))]);
}

/// The pack `tests/cmd/packs/unsure`: one rule is confirmed, one derived, one from the press.
fn unsure_rules() -> RuleSet {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/packs/unsure");
    packs::load(RULES.only(|_, _| false), &[folder]).unwrap()
}

#[test]
fn many_names_end() {
    let lines: Vec<String> = (0..20_000).map(|number| format!("r{number} = 'error'")).collect();
    let names: Vec<String> = (0..20_000).map(|number| format!("r{number}")).collect();
    let start = Instant::now();
    let told = problems(&format!("skip = {names:?}\n[levels]\n{}", lines.join("\n")), &RULES);
    assert_eq!(told.len(), MOST);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

#[test]
fn what_is_not_confirmed_is_no_error() {
    let rules = unsure_rules();
    let table: &[(&str, &[(&str, &str)])] = &[
        ("levels.confirmed-months = 'error'", &[]),
        ("levels.derived-months = 'warning'", &[]),
        ("levels.derived-months = 'off'", &[]),
        (
            "levels.derived-months = 'error'",
            &[("'error'", "“derived-months” cannot be an error: the source of the rule is not confirmed (derived)")],
        ),
        (
            "levels.press-months = 'error'",
            &[("'error'", "“press-months” cannot be an error: the source of the rule is not confirmed (press only)")],
        ),
        (
            "levels.unsure = 'error'",
            &[("'error'", "Not every rule of “unsure” can be an error: the source is not confirmed for derived-months and press-months")],
        ),
        ("[levels]\nunsure = 'error'\nderived-months = 'warning'\npress-months = 'off'", &[]),
    ];
    for (text, expected) in table {
        let told = problems(text, &rules);
        assert_eq!(told.len(), expected.len(), "{text}: {told:?}");
        for ((span, _, message), (place, begins)) in told.iter().zip(*expected) {
            assert_eq!(span, place, "{text}");
            assert!(message.starts_with(begins), "{message}");
        }
    }
}

#[test]
fn the_packs_of_several_settings_hold_each_rule_once_a_level() {
    let settings = |text: &str| Arc::new(Settings::new(&args("").common, &args("").check.answer, &config(text), &RULES).unwrap());
    let (one, other) = (settings("only = 'municipal-control'"), settings("skip = 'municipal-control'"));
    let packs = packs_of(&[Arc::clone(&one), other, Arc::clone(&one)]);
    let rules: Vec<&str> = packs.iter().flat_map(|pack| pack.rules.iter().map(|rule| rule.id.as_str())).collect();
    assert_eq!(rules.len(), RULES.rules().count());
    assert_eq!(rules.iter().collect::<HashSet<_>>().len(), rules.len());
    assert_eq!(packs.len(), RULES.packs().len());
    // A demand that two configurations have at different levels is named with both, and counted once.
    let milder = settings("only = 'municipal-control'\nlevels.municipal-control = 'advice'");
    let packs = packs_of(&[one, milder]);
    let levels: Vec<Level> = packs.iter().flat_map(|pack| pack.rules.iter().map(|rule| rule.level)).collect();
    assert_eq!(levels.len(), 2);
    assert!(levels.contains(&Level::Advice) && levels[0] != levels[1]);
    assert_eq!(paktlint::report::Summary::new(&packs).demands.len(), 1);
}

/// Names of rules and packs, for lists of either.
fn some_names() -> impl Strategy<Value = Vec<&'static str>> {
    let names: Vec<&'static str> = packs::known(&RULES).collect();
    prop::collection::vec(prop::sample::select(names), 0..4)
}

fn word(words: &'static [&'static str]) -> impl Strategy<Value = Option<&'static str>> {
    prop::option::of(prop::sample::select(words))
}

const BARS: &[&str] = &["error", "warning", "advice", "undetermined"];
const LEVELS: &[&str] = &["warning", "advice", "off"];

prop_compose! {
    /// A configuration as a text.
    fn any_config()(
        only in some_names(),
        skip in some_names(),
        levels in prop::collection::btree_map(prop::sample::select(packs::known(&RULES).collect::<Vec<_>>()), prop::sample::select(LEVELS), 0..4),
        bar in word(BARS),
        language in word(&["de", "en"]),
        format in word(&["human", "plain", "json"]),
    ) -> String {
        let mut text = format!("skip = {skip:?}\n");
        if !only.is_empty() {
            let _ = writeln!(text, "only = {only:?}");
        }
        for (key, word) in [("fail-on", bar), ("language", language), ("format", format)] {
            if let Some(word) = word {
                let _ = writeln!(text, "{key} = {word:?}");
            }
        }
        text += "[levels]\n";
        for (name, level) in levels {
            let _ = writeln!(text, "{name} = {level:?}");
        }
        text
    }
}

proptest! {
    #[test]
    fn a_flag_always_outweighs(
        text in any_config(),
        only in some_names(),
        skip in some_names(),
        bar in word(BARS),
        lang in word(&["de", "en"]),
        format in word(&["human", "plain", "json"]),
    ) {
        let mut line = String::new();
        for (flag, words) in [("--only", &only), ("--skip", &skip)] {
            for word in words {
                let _ = write!(line, "{flag} {word} ");
            }
        }
        for (flag, word) in [("--fail-on", bar), ("--lang", lang), ("--format", format)] {
            if let Some(word) = word {
                let _ = write!(line, "{flag} {word} ");
            }
        }
        let mut args = args(&line);
        let (settled, none) = (config(&text), Config::default());
        for (pack, rule) in RULES.rules() {
            let decision = decide(&args.common, &settled, pack, rule);
            let alone = decide(&args.common, &none, pack, rule);
            if !only.is_empty() {
                prop_assert_eq!(decision.kept, alone.kept, "--only alone says which rules judge");
            }
            if !alone.kept {
                prop_assert_eq!(decision, alone, "what a flag leaves out, no configuration brings back");
            }
        }
        let answer = &args.check.answer;
        if bar.is_some() {
            prop_assert_eq!(answer.fail_on(&settled), answer.fail_on(&none));
        }
        if format.is_some() {
            prop_assert_eq!(answer.format(&settled), answer.format(&none));
        }
        args.common.configured = Arc::new(settled);
        if let Some(lang) = args.common.lang_flag() {
            prop_assert_eq!(args.common.lang(), lang);
        } else if let Some(language) = &args.common.configured.language {
            prop_assert_eq!(args.common.lang(), language.value.lang(), "the configuration outweighs the environment");
        }
    }
}
