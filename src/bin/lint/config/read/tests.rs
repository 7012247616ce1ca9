//! Good and wrong files, and any bytes at all.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use paktlint::rules::Level;
use paktlint::text::Lang;
use proptest::prelude::*;

use super::*;
use crate::args::{Bar, Format, Language};

fn read(text: &str) -> Config {
    Config::read("paktlint.toml", Path::new("/plans"), text.as_bytes())
}

/// Each problem as the text under it and its key.
fn told(config: &Config) -> Vec<(String, &'static str)> {
    let file = config.file.as_ref().unwrap();
    config.problems.iter().map(|problem| (file.slice(problem.span).to_owned(), problem.message.key().unwrap_or(""))).collect()
}

fn texts(list: Option<&Placed<Vec<Placed<String>>>>) -> Vec<&str> {
    list.iter().flat_map(|list| &list.value).map(|text| text.value.as_str()).collect()
}

#[test]
fn every_key() {
    let config = read(concat!(
        "\u{feff}packs = ['eigene', \"../b\"]\nonly = 'a'\nskip = ['b', 'c']\nfail-on = ['warning', 'undetermined']\nlanguage = 'en'\n",
        "format = 'plain'\nexclude = ['archiv/']\nbaseline = 'bekannt.json'\n[levels]\nz = 'off'\na = 'advice'\n"
    ));
    assert_eq!(told(&config), []);
    assert_eq!(texts(config.packs.as_ref()), ["eigene", "../b"]);
    assert_eq!(texts(config.only.as_ref()), ["a"]);
    assert_eq!(texts(config.skip.as_ref()), ["b", "c"]);
    assert_eq!(config.fail_on.as_ref().unwrap().value, [Bar::Warning, Bar::Undetermined]);
    assert_eq!(config.language.as_ref().unwrap().value, Language::En);
    assert_eq!(config.format.as_ref().unwrap().value, Format::Plain);
    assert_eq!(config.baseline(), Some("/plans/bekannt.json".into()));
    let levels: Vec<_> = config.levels.as_ref().unwrap().value.iter().map(|line| (line.name.as_str(), line.level)).collect();
    assert_eq!(levels, [("z", Wanted::Off), ("a", Wanted::Level(Level::Advice))], "in the order of the file");
}

#[test]
fn problems_are_located() {
    let table: &[(&str, &[(&str, &str)])] = &[
        ("", &[]),
        ("# nichts\n", &[]),
        ("packs = []\nskip = []\nexclude = []\n", &[]),
        ("fail_on = 'error'\n", &[("fail_on", "config-unknown-key")]),
        ("a = 1\nskip = 2\n[levels]\nx = 3\n", &[("a", "config-unknown-key"), ("2", "config-expected"), ("3", "config-expected")]),
        ("only = []\n", &[("[]", "config-empty-list")]),
        ("fail-on = [ # alle\n]\n", &[("[ # alle\n]", "config-empty-list")]),
        ("only = ['a', ' ', 3]\n", &[("' '", "config-empty-text"), ("3", "config-expected")]),
        ("language = 'deutsch'\n", &[("'deutsch'", "config-word")]),
        ("fail-on = ['error', 'schwer']\n", &[("'schwer'", "config-word")]),
        ("levels = 'off'\n", &[("'off'", "config-expected")]),
        ("[[levels]]\na = 'off'\n", &[("[[levels]]", "config-expected")]),
        ("[levels]\na = 'weg'\n", &[("'weg'", "config-word")]),
        (
            "exclude = ['[a', 'b', '../c', '#d', '{a']\n",
            &[("'[a'", "config-wrong-glob"), ("'../c'", "config-idle-glob"), ("'#d'", "config-idle-glob"), ("'{a'", "config-wrong-glob")],
        ),
        ("packs = [\"a\\test\"]\n", &[("\"a\\test\"", "config-toml-text")]),
        // Slips of TOML; what they do to the rest of their line, or to all that follows, is not told.
        ("language = de\n", &[("de", "config-toml-quotes")]),
        ("language = „de“\n", &[("„de“", "config-toml-curly")]),
        ("language =\nskipp = 1\n", &[("", "config-toml-no-value"), ("skipp", "config-unknown-key")]),
        ("skip = 'a'\nskip = 3\n", &[("skip", "config-toml-twice")]),
        ("[levels]\na = 'off'\na = 'error'\n", &[("a", "config-toml-twice")]),
        ("[levels\na = 'off'\nb = 7\n", &[("", "config-toml-header")]),
        ("fail-on: 'error'\n", &[(":", "config-toml-line")]),
        ("skip = ['a' 'b']\n", &[("", "config-toml-list")]),
        ("skip = \"a\n", &[("", "config-toml-text")]),
        ("skip = ['a', \"b']\nonly = 'a'\n[levels]\na = 'off'\nb = 7\n", &[("", "config-toml-text")]),
        ("skip = ['a'\nonly = 'a'\n[levels]\na = 'off'\n", &[("", "config-toml-list")]),
        ("skip = ['a' 'b']\nonly = ['a' 'b']\n", &[("", "config-toml-list"), ("", "config-toml-list")]),
        ("[levels]\n'a' = 'schwer'\n", &[("'schwer'", "config-word")]),
    ];
    for (text, expected) in table {
        let config = read(text);
        let told = told(&config);
        let told: Vec<(&str, &str)> = told.iter().map(|(text, key)| (text.as_str(), *key)).collect();
        assert_eq!(told, *expected, "{text}");
        for problem in &config.problems {
            let says_words = problem.message.key() == Some("config-word");
            assert!(problem.help.is_some() || says_words, "{text}: what to write instead");
        }
    }
}

#[test]
fn the_example_explains_every_key() {
    let text = include_str!("../../../../../examples/paktlint.toml");
    assert_eq!(told(&read(text)), []);
    // Each key stands there with a value, in a line that only has to lose its comment sign.
    let settled: String = text.lines().map(|line| line.strip_prefix("#: ").unwrap_or(line)).collect::<Vec<_>>().join("\n");
    let config = read(&settled);
    assert_eq!(told(&config), [], "{settled}");
    for key in Key::ALL {
        let lists = |list: &Option<Placed<Vec<Placed<String>>>>| list.is_some();
        let there = match key {
            Key::Packs => lists(&config.packs),
            Key::Only => lists(&config.only),
            Key::Skip => lists(&config.skip),
            Key::Levels => config.levels.as_ref().is_some_and(|lines| lines.value.len() > 1),
            Key::FailOn => config.fail_on.is_some(),
            Key::Language => config.language.is_some(),
            Key::Format => config.format.is_some(),
            Key::Exclude => lists(&config.exclude),
            Key::Baseline => config.baseline.is_some(),
        };
        assert!(there, "{} is missing", key.name());
    }
}

#[test]
fn the_nearest_word_is_offered() {
    let table = [
        ("packs_ = 1", "packs"),
        ("rules = 1", "packs"),
        ("lang = 'de'", "language"),
        ("sprache = 'de'", "language"),
        ("failon = 1", "fail-on"),
        ("Levels = 1", "levels"),
        ("ausschliessen = 1", "exclude"),
        ("language = 'dee'", "\"de\""),
        ("fail-on = 'warnung'", "\"warning\""),
        ("levels.a = 'of'", "\"off\""),
        ("levels.a = 'warn'", "\"warning\""),
        ("language = 'english'", "\"en\""),
    ];
    for (text, expected) in table {
        let config = read(text);
        let [problem] = &config.problems[..] else { panic!("{text}: {:?}", config.problems) };
        let help = problem.help.as_ref().unwrap();
        assert!(help.text(Lang::De).contains(expected.trim_matches('"')), "{text}");
        assert_eq!(problem.fix.as_ref().map(|fix| (fix.span, fix.text.as_str())), Some((problem.span, expected)), "{text}");
    }
}

#[test]
fn what_is_wrong_does_not_hide_what_is_right() {
    let config = read("language = 'en'\nskipp = 1\nformat = 'plain'\nonly = ]\n");
    assert_eq!(config.language.map(|language| language.value), Some(Language::En), "the problems are told in this language");
    assert_eq!(config.problems.len(), 2);
}

/// Files that take much of a reader: what a second makes of each must be enough.
#[test]
fn hostile_files_end() {
    let mut many_keys = String::new();
    let mut many_levels = String::from("[levels]\n");
    for number in 0..20_000 {
        let _ = writeln!(many_keys, "k{number} = {number}");
        let _ = writeln!(many_levels, "r{number} = 'off'");
    }
    let files = [
        "[".repeat(100_000),
        format!("a = {}", "[".repeat(100_000)),
        format!("a = {}{}", "[".repeat(70), "]".repeat(70)),
        format!("a = {}1", "{a=".repeat(50_000)),
        format!("{}a = 1", "a.".repeat(50_000)),
        format!("[{}a]", "a.".repeat(50_000)),
        "a = 1\n".repeat(20_000),
        "\"".repeat(100_000),
        "= \n".repeat(50_000),
        many_keys,
        many_levels,
        format!("exclude = [{}]", "'*a*b*c*',".repeat(2_000)),
        format!("exclude = ['{}']", "{a,".repeat(5_000)),
        format!("exclude = ['{}']", "*a".repeat(20_000)),
        format!("only = ['{}']", "x".repeat(1_000_000)),
    ];
    for text in files {
        let start = Instant::now();
        let config = read(&text);
        let taken = start.elapsed();
        assert!(taken < Duration::from_secs(5), "{taken:?}: {}", &text[..60]);
        assert!(config.problems.len() <= MOST, "{}", &text[..60]);
    }
    for (size, problems) in [(LARGEST, 0), (LARGEST + 1, 1)] {
        let config = Config::read("paktlint.toml", Path::new("/"), &vec![b'#'; size]);
        assert_eq!(config.problems.len(), problems, "{size}");
    }
}

/// Pieces of which configurations are made, and of which slips are.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "packs",
        "only",
        "skip",
        "levels",
        "fail-on",
        "language",
        "format",
        "exclude",
        "baseline",
        " = ",
        "=",
        "[",
        "]",
        "[[",
        "{",
        "}",
        ",",
        "\n",
        "\r\n",
        "\r",
        "'",
        "\"",
        "'''",
        "\"\"\"",
        "#",
        ".",
        "\\",
        "'a'",
        "'off'",
        "\"ä\"",
        "„a“",
        "1",
        "true",
        "1.5",
        "2020-01-01",
        "\t",
        "\u{feff}",
        "\u{1f600}",
        "\u{7f}",
        "*",
        "[a",
        "\u{301}",
    ];
    prop_oneof![4 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

fn sound(config: &Config) -> Result<(), TestCaseError> {
    let file = config.file.as_ref().unwrap();
    let inside = |span: Span| file.text().get(span.range()).is_some();
    for problem in &config.problems {
        prop_assert!(inside(problem.span), "{:?}", problem);
        prop_assert!(problem.fix.as_ref().is_none_or(|fix| inside(fix.span)));
    }
    let lists = [&config.packs, &config.only, &config.skip, &config.exclude];
    for list in lists.into_iter().flatten() {
        prop_assert!(inside(list.span) && list.value.iter().all(|text| inside(text.span)));
    }
    for line in config.levels.iter().flat_map(|lines| &lines.value) {
        prop_assert!(inside(line.key) && inside(line.span));
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_read_and_every_place_lies_in_the_file(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        sound(&Config::read("t", Path::new("/"), &bytes))?;
    }

    #[test]
    fn any_pieces_too(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        sound(&read(&text))?;
    }
}
