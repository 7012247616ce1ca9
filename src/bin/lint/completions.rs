//! `lint completions SHELL`: what a shell needs to complete commands and options.

use clap_complete::Shell;
use paktlint::text::Lang;

use crate::failure::Failure;
use crate::help;
use crate::output::Output;
use crate::status::Status;

/// Prints the script that the shell is to read.
pub(crate) fn print(lang: Lang, shell: Shell, out: &mut Output) -> Result<Status, Failure> {
    out.text(&script(lang, shell))?;
    Ok(Status::Fine)
}

fn script(lang: Lang, shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::described(lang), help::ROOT, &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    if shell == Shell::Fish { script.replace(FISH_WAITS, FISH_GOES_ON) } else { script }
}

/// In the script for fish, nothing is offered while an option of the command itself waits for its value, for then the line cannot be
/// understood yet. What is waited for is offered if it goes on there.
const FISH_WAITS: &str = "2>/dev/null\n    or return\n";
const FISH_GOES_ON: &str = "2>/dev/null\n    or return 0\n";

#[cfg(test)]
mod tests {
    use clap::ValueEnum as _;

    use super::*;

    #[test]
    fn fish_offers_values() {
        assert_eq!(script(Lang::De, Shell::Fish).matches(FISH_GOES_ON).count(), 1);
    }

    #[test]
    fn every_shell_completes_every_command_in_both_languages() {
        for shell in Shell::value_variants() {
            for (lang, ours, other) in [
                (Lang::De, "Nur nach diesen Regeln oder Paketen", "Judge by these rules"),
                (Lang::En, "Judge by these rules", "Nur nach diesen Regeln"),
            ] {
                let script = script(lang, *shell);
                for word in ["explain", "timeline", "coverage", "fail-on"] {
                    assert!(script.contains(word), "{shell} {lang:?}: {word}");
                }
                // bash shows words alone.
                assert_eq!(script.contains(ours), *shell != Shell::Bash, "{shell} {lang:?}");
                assert!(!script.contains(other), "{shell} {lang:?}");
            }
        }
    }
}
