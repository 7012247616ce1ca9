use std::collections::BTreeSet;
use std::ffi::OsString;

use super::*;

/// Every command, with its path.
fn commands(lang: Lang) -> Vec<(String, Command)> {
    fn walk(command: &Command, path: &str, found: &mut Vec<(String, Command)>) {
        found.push((path.to_owned(), command.clone()));
        for command in command.get_subcommands() {
            walk(command, &format!("{path} {}", command.get_name()), found);
        }
    }
    let mut found = Vec::new();
    walk(&super::command(lang), ROOT, &mut found);
    found
}

fn has(text: Option<&StyledStr>) -> bool {
    text.is_some_and(|text| !text.to_string().is_empty())
}

#[test]
fn every_text_is_there_in_german() {
    let mut missing = Vec::new();
    for (path, command) in commands(Lang::En) {
        match german::command(&path) {
            None => missing.push(format!("{path}: a line in COMMANDS")),
            Some(texts) => {
                if has(command.get_long_about()) == texts.more.is_empty() {
                    missing.push(format!("{path}: `more` is there in one language"));
                }
                if has(command.get_after_long_help()) == texts.after.is_empty() {
                    missing.push(format!("{path}: `after` is there in one language"));
                }
            }
        }
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str();
            match german::argument(&path, id) {
                None => missing.push(format!("{path} {id}: a line in ARGUMENTS")),
                Some(texts) if id == "help" => assert!(!texts.summary.is_empty()),
                Some(texts) => {
                    if has(arg.get_long_help()) == texts.more.is_empty() {
                        missing.push(format!("{path} {id}: `more` is there in one language"));
                    }
                }
            }
            for name in arg.get_value_names().into_iter().flatten().filter(|_| arg.get_action().takes_values()) {
                if german::value_name(name).is_none() {
                    missing.push(format!("{path} {id}: {name} in VALUE_NAMES"));
                }
            }
            for value in arg.get_possible_values().iter().filter(|_| arg.get_action().takes_values()) {
                if value.get_help().is_some() && german::value(id, value.get_name()).is_none() {
                    missing.push(format!("{path} {id}: {} in VALUES", value.get_name()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "help/german.rs lacks:\n{}", missing.join("\n"));
}

#[test]
fn no_german_text_is_left_over() {
    let commands = commands(Lang::En);
    let paths: BTreeSet<&str> = commands.iter().map(|(path, _)| path.as_str()).collect();
    for texts in german::COMMANDS {
        assert!(paths.contains(texts.path), "{}", texts.path);
    }
    let used: BTreeSet<*const german::ArgumentTexts> = commands
        .iter()
        .flat_map(|(path, command)| command.get_arguments().filter_map(|arg| german::argument(path, arg.get_id().as_str())))
        .map(std::ptr::from_ref)
        .collect();
    for texts in german::ARGUMENTS {
        assert!(used.contains(&std::ptr::from_ref(texts)), "{} {}", texts.path, texts.id);
    }
    let arguments = || commands.iter().flat_map(|(_, command)| command.get_arguments());
    for (id, value, _) in german::VALUES {
        let is = |arg: &Arg| arg.get_id() == id && arg.get_possible_values().iter().any(|known| known.get_name() == *value);
        assert!(arguments().any(is), "{id} {value}");
    }
    for (name, _) in german::VALUE_NAMES {
        assert!(arguments().any(|arg| arg.get_value_names().into_iter().flatten().any(|known| known == name)), "{name}");
    }
    let unique: BTreeSet<_> = german::ARGUMENTS.iter().map(|texts| (texts.path, texts.id)).collect();
    assert_eq!(unique.len(), german::ARGUMENTS.len());
}

/// Words that only one of the languages has, apart from what is typed.
fn strangers(text: &str, lang: Lang) -> Vec<&str> {
    const ENGLISH: &str = "Usage Options Commands Arguments Possible possible values Print Prints default see more summary the and of with \
                           without for is are by this that which it from to what how not else every each where folder file files";
    const GERMAN: &str = "Verwendung Optionen Befehle Argumente Mögliche mögliche Werte Standard der das und oder nicht ein eine einer eines \
                          ist für mit wird werden sind Ordner Datei Regel Regeln Pläne Zeigt Gibt Sagt Prüft jede jeder";
    let foreign = match lang {
        Lang::De => ENGLISH,
        Lang::En => GERMAN,
    };
    let mut found = Vec::new();
    let mut quoted = false;
    for line in text.lines() {
        // Names of commands and values come first on their lines, and names in quotes, of files and of options are the same anywhere.
        for (at, word) in line.split_whitespace().enumerate() {
            let begins = word.contains('„') || word.contains('`');
            quoted |= begins;
            let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
            let usage = line.starts_with("Verwendung: ") || line.starts_with("Usage: ");
            let named = usage && at > 0
                || at == 0 && line.starts_with("  ")
                || line.trim_start().starts_with("- ") && at == 1
                || word.starts_with("--")
                || word.starts_with("./");
            if !quoted && !named && foreign.split_whitespace().any(|word| word == bare) {
                found.push(word);
            }
            if word.contains('“') || word.ends_with('`') || word.ends_with("`,") {
                quoted = false;
            }
        }
    }
    found
}

#[test]
fn the_search_for_foreign_words_finds_them() {
    assert_eq!(strangers("Options:\n", Lang::De), ["Options:"]);
    assert_eq!(strangers("      --only <RULE>  Nur the Regeln\n", Lang::De), ["the"]);
    assert_eq!(strangers("Says die Regeln\n", Lang::En), ["Regeln"]);
    assert!(strangers("  rules  Nennt die Regeln, wie „lint rules“\n", Lang::De).is_empty());
}

#[test]
fn help_is_of_one_language_and_fits_on_a_terminal() {
    for lang in [Lang::De, Lang::En] {
        for (path, command) in commands(lang) {
            for help in [command.clone().render_help(), command.clone().render_long_help()] {
                let help = help.to_string();
                assert_eq!(strangers(&help, lang), Vec::<&str>::new(), "{path} {lang:?}\n{help}");
                let usage = if lang == Lang::De { "Verwendung: " } else { "Usage: " };
                assert!(help.contains(&format!("\n{usage}{path}")), "{help}");
                for line in help.lines() {
                    assert!(line.chars().count() <= 80, "{path}: {line}");
                }
            }
        }
    }
}

#[test]
fn both_languages_show_the_same_entries() {
    let entries = |command: &Command| {
        let help = command.clone().render_help().to_string();
        let entry = |line: &&str| [2, 6].contains(&(line.len() - line.trim_start().len()));
        help.lines().filter(entry).filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect::<Vec<_>>()
    };
    for ((path, german), (_, english)) in commands(Lang::De).iter().zip(&commands(Lang::En)) {
        let names = |command: &Command| entries(command).into_iter().filter(|name| !name.contains(['<', '['])).collect::<Vec<_>>();
        assert_eq!(names(german), names(english), "{path}");
        assert_eq!(entries(german).len(), entries(english).len(), "{path}");
    }
}

#[test]
fn the_definition_is_sound_in_both_languages() {
    for lang in [Lang::De, Lang::En] {
        command(lang).debug_assert();
        described(lang).debug_assert();
    }
}

#[test]
fn the_language_is_known_before_the_arguments_are() {
    let cases = [
        ("lint --lang en", Some(Lang::En)),
        ("lint --lang=en --nonsense", Some(Lang::En)),
        ("lint rules test --lang de", Some(Lang::De)),
        ("lint --lang fr --lang en", Some(Lang::En)),
        ("lint --lang", None),
        ("lint -- --lang en", None),
        ("lint --language en", None),
        ("lint", None),
    ];
    let environment = language::of_environment(|name| std::env::var(name).ok());
    for (line, expected) in cases {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        assert_eq!(language(&words), expected.unwrap_or(environment), "{line}");
    }
}
