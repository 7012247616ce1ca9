use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Command, value_parser};

use super::*;

/// A command in which everything can go wrong.
fn sample() -> Command {
    Command::new("lint")
        .arg(Arg::new("level").long("level").value_parser(["error", "warning"]))
        .arg(Arg::new("day").long("day").value_parser(value_parser!(jiff::civil::Date)))
        .arg(Arg::new("count").long("count").value_parser(value_parser!(std::num::NonZeroUsize)))
        .arg(Arg::new("checked").long("checked").value_parser(refuse))
        .arg(Arg::new("foreign").long("foreign").value_parser(|_: &str| Err::<String, _>("told in English alone")))
        .arg(Arg::new("equals").long("equals").require_equals(true))
        .arg(Arg::new("two").long("two").num_args(2))
        .arg(Arg::new("few").long("few").num_args(2..=3))
        .arg(Arg::new("one").long("one").action(ArgAction::SetTrue).conflicts_with_all(["other", "third"]))
        .arg(Arg::new("other").long("other").action(ArgAction::SetTrue))
        .arg(Arg::new("third").long("third").action(ArgAction::SetTrue))
        .arg(Arg::new("path"))
        .subcommand(Command::new("needs").arg(Arg::new("rule").required(true).value_name("RULE")))
        .subcommand(Command::new("parent").subcommand_required(true).subcommand(Command::new("child")))
}

fn refuse(_: &str) -> Result<String, Refused> {
    Err(Refused(Message::new(&FILE_NOT_NAMED)))
}

fn wrong(line: &str) -> clap::Error {
    sample().try_get_matches_from(line.split(' ')).unwrap_err()
}

#[test]
fn every_kind_of_mistake_is_told_in_both_languages() {
    // The line, its kind, and what is to be read in German and English.
    let cases: &[(&str, ErrorKind, &str, &str)] = &[
        (
            "lint --levle error",
            ErrorKind::UnknownArgument,
            "„--levle“ ist hier nicht vorgesehen. Meinten Sie „--level“?",
            "Did you mean “--level”?",
        ),
        ("lint a b", ErrorKind::UnknownArgument, "„b“ ist hier nicht vorgesehen.", "“b” is not expected here."),
        ("lint -x", ErrorKind::UnknownArgument, "schreiben Sie bitte „./-x“", "please write “./-x”"),
        ("lint a -- needs", ErrorKind::UnknownArgument, "lassen Sie bitte „--“ davor weg", "leave out “--” before it"),
        ("lint parent chidl", ErrorKind::InvalidSubcommand, "„chidl“ gibt es nicht. Meinten Sie „child“?", "There is no command “chidl”."),
        ("lint --level grave", ErrorKind::InvalidValue, "„grave“ ist nicht vorgesehen.", "“grave” is not possible."),
        (
            "lint --level",
            ErrorKind::InvalidValue,
            "Hier fehlt ein Wert. Erlaubt sind: error und warning.",
            "Allowed are: error and warning.",
        ),
        ("lint --day 2021-13-01", ErrorKind::ValueValidation, "„2021-13-01“ ist kein Datum.", "is not a date."),
        ("lint --count 0", ErrorKind::ValueValidation, "eine ganze Zahl ab 1", "A whole number from 1"),
        ("lint --checked x", ErrorKind::ValueValidation, "„x“: Nach „=“ fehlt der Name", "“x”: The name of a file is missing"),
        ("lint --foreign x", ErrorKind::ValueValidation, "„x“ passt hier nicht.", "“x” does not fit here."),
        ("lint --equals x", ErrorKind::NoEquals, "gehört ein Gleichheitszeichen", "an equals sign belongs"),
        ("lint --level=error --level=error", ErrorKind::ArgumentConflict, "darf nur einmal angegeben werden", "only once"),
        ("lint --one --other", ErrorKind::ArgumentConflict, "--one und --other schließen einander aus", "--one and --other exclude"),
        ("lint --one --other --third", ErrorKind::ArgumentConflict, "--other und --third", "--other and --third"),
        ("lint needs", ErrorKind::MissingRequiredArgument, "Es fehlt noch: <RULE>", "Still missing: <RULE>"),
        (
            "lint parent",
            ErrorKind::MissingSubcommand,
            "Nach „lint parent“ fehlt noch ein Befehl. Erlaubt sind: child",
            "A command is missing",
        ),
        ("lint --two a", ErrorKind::WrongNumberOfValues, "Erwartet: 2, angegeben: 1.", "Expected: 2, given: 1."),
        ("lint --few a", ErrorKind::TooFewValues, "mindestens 2, angegeben: 1", "at least 2, given: 1"),
        ("lint --one=x", ErrorKind::TooManyValues, "„x“ ist ein Wert zu viel", "“x” is one value too many"),
    ];
    for (line, kind, german, english) in cases {
        let error = wrong(line);
        assert_eq!(error.kind(), *kind, "{line}");
        for (lang, expected) in [(Lang::De, german), (Lang::En, english)] {
            let told = text(&error, lang);
            assert!(told.starts_with("lint: ") && told.contains(expected), "{line}: {told}");
            assert!(told.contains("--help"), "{line}: {told}");
        }
        let told = text(&error, Lang::De);
        for foreign in ["argument", "value", "required", "unexpected", "Usage", "tip:", "error:", "For more", "English"] {
            assert!(!told.contains(foreign), "{line}: {told}");
        }
    }
}

#[test]
fn mistakes_that_say_nothing_about_themselves_are_told_too() {
    use ErrorKind as Kind;
    let kinds = [
        Kind::InvalidValue,
        Kind::UnknownArgument,
        Kind::InvalidSubcommand,
        Kind::NoEquals,
        Kind::ValueValidation,
        Kind::TooManyValues,
        Kind::TooFewValues,
        Kind::WrongNumberOfValues,
        Kind::ArgumentConflict,
        Kind::MissingRequiredArgument,
        Kind::MissingSubcommand,
        Kind::InvalidUtf8,
        Kind::Io,
        Kind::Format,
    ];
    for kind in kinds {
        for (lang, help) in [(Lang::De, "Mehr dazu sagt „lint --help“."), (Lang::En, "“lint --help” says more.")] {
            let told = text(&clap::Error::new(kind), lang);
            assert!(told.starts_with("lint: ") && told.contains(help), "{kind:?}: {told}");
        }
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_text_is_told() {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt as _;

    let line = [OsString::from("lint"), OsString::from("--level"), OsString::from_vec(vec![0xe9])];
    let error = sample().try_get_matches_from(line).unwrap_err();
    assert!(text(&error, Lang::De).starts_with("lint: "), "{}", text(&error, Lang::De));
    assert!(text(&clap::Error::new(ErrorKind::InvalidUtf8), Lang::De).contains("UTF-8"));
}

#[test]
fn what_was_typed_cannot_take_over_the_terminal() {
    let told = text(&wrong("lint --level \u{1b}[31mred\nlint:"), Lang::De);
    assert!(!told.contains('\u{1b}'), "{told}");
    assert_eq!(told.lines().filter(|line| line.starts_with("lint: ")).count(), 1, "{told}");
}
