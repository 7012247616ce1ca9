//! Every claim of the README that can be run is run: commands with what they print, the two commands of a fresh machine, the
//! Rust example, the smallest plan, the number of packages and the files it links to.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

use std::path::Path;
use std::process::{Command, Output};

const README: &str = include_str!("../README.md");

/// The fenced blocks of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    README.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

fn lint(args: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lint")).args(args.split(' ')).env("LANG", "de_DE.UTF-8").env_remove("LC_ALL").output().unwrap()
}

#[test]
fn commands_print_what_is_shown() {
    let shown = blocks("console");
    assert_eq!(shown.len(), 3, "a German and an English report, and a timeline");
    for block in shown {
        let (command, wanted) = block.split_once('\n').unwrap();
        let args = command.strip_prefix("$ lint ").unwrap();
        let found = String::from_utf8(lint(args).stdout).unwrap();
        assert_eq!(found.trim_end(), wanted.trim_end(), "{command}");
    }
}

#[test]
fn the_first_command_does_the_main_job() {
    let commands: Vec<&str> = blocks("sh")[0].lines().collect();
    assert_eq!(commands.len(), 2);
    assert_eq!(commands[1], "tests/run");
    let script = std::fs::read_to_string(commands[1]).unwrap();
    assert!(script.contains("\ncargo test "), "{script}");
    assert!(std::fs::read_to_string(".ci/run").is_ok_and(|ci| ci.contains("\ntests/run\n")), "CI runs what the README names");
    let output = lint(commands[0].strip_prefix("cargo run --release -- ").unwrap());
    let plans = std::fs::read_dir("examples/plans").unwrap().count();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains(&format!("Geprüfte Dateien: {plans}, davon nicht lesbar: 0")), "{text}");
    assert_eq!(output.status.code(), Some(1), "some examples have findings");
}

#[test]
fn the_plan_shown_is_the_example() {
    let example = std::fs::read_to_string("examples/plans/loerrach.yaml").unwrap();
    assert!(example.ends_with(blocks("yaml")[0]) || example == blocks("yaml")[0], "{example}");
}

#[test]
fn subcommands_and_flags_exist() {
    for command in ["new", "report", "questions", "answer", "advise", "diff", "overview"] {
        assert!(README.contains(&format!("`lint {command} ")), "{command}");
    }
    let commands =
        ["explain carrier-independence", "rules", "rules test", "rules coverage", "timeline", "timeline approval-length", "config"];
    for command in commands {
        assert!(README.contains(&format!("lint {command}")), "{command}");
        assert_eq!(lint(command).status.code(), Some(0), "{command}");
    }
    for (what, names) in
        [("schema", &["plan", "rule", "pack", "vocabulary", "report"][..]), ("reference", &["rules", "fields", "expressions"])]
    {
        assert!(README.contains(&format!("`lint {what} ")), "{what}");
        for name in names {
            assert_eq!(lint(&format!("{what} {name}")).status.code(), Some(0), "{what} {name}");
        }
    }
    let help = String::from_utf8(lint("--help").stdout).unwrap();
    let flags = help.split_whitespace().filter(|word| word.starts_with("--") && word.chars().all(|c| c == '-' || c.is_ascii_lowercase()));
    let unsaid = ["--help", "--version", "--color", "--config", "--no-config", "--with-fulfilled"];
    for flag in flags.filter(|flag| !unsaid.contains(flag)) {
        assert!(README.contains(flag) && help.contains(flag), "{flag}");
    }
}

#[test]
fn exit_status_is_as_in_the_table() {
    assert_eq!(lint("examples/plans/complete.yaml").status.code(), Some(0));
    assert_eq!(lint("examples/plans/loerrach.yaml").status.code(), Some(1));
    assert_eq!(lint("--only nonsense examples/plans").status.code(), Some(2));
    assert_eq!(lint("tests/hostile/unclosed-quote.yaml").status.code(), Some(3));
}

#[test]
fn a_new_pack_passes_every_check() {
    let folder = tempfile();
    for command in ["new", "check", "test", "coverage"] {
        let output = lint(&format!("rules {command} {folder}"));
        assert_eq!(output.status.code(), Some(0), "{command}: {}", String::from_utf8_lossy(&output.stdout));
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// A folder of this test alone.
fn tempfile() -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("new-pack-{}", std::process::id()));
    folder.to_str().unwrap().to_owned()
}

#[test]
fn the_guide_can_be_followed() {
    let guides = ["docs/rathaus.md", "docs/town-hall.md"].map(|guide| std::fs::read_to_string(guide).unwrap());
    let commands = |guide: &str| guide.lines().filter_map(|line| line.strip_prefix("$ ")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(commands(&guides[0]), commands(&guides[1]));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("guide-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("plans")).unwrap();
    for plan in std::fs::read_dir("examples/plans").unwrap() {
        let plan = plan.unwrap();
        std::fs::copy(plan.path(), folder.join("plans").join(plan.file_name())).unwrap();
    }
    std::fs::copy("examples/plans/loerrach.yaml", folder.join("alt.yaml")).unwrap();
    let new =
        std::fs::read_to_string("examples/plans/loerrach.yaml").unwrap().replace("arbeitgeber: Diakonie", "arbeitgeber: Stadt Lörrach");
    std::fs::write(folder.join("neu.yaml"), new).unwrap();
    std::fs::write(
        folder.join("antworten.json"),
        r#"{"date": "2024-06-01", "source": "E-Mail", "answers": [{"path": "entscheidet_ueber_mittel", "answer": "gemeinde"}]}"#,
    )
    .unwrap();
    let mut last = String::new();
    for command in commands(&guides[0]) {
        // Nobody is there to be asked.
        let wanted = match &*command {
            "lint new" => 2,
            "lint diff alt.yaml neu.yaml" | "lint report musterstadt.yaml --out seiten" => 1,
            _ => 0,
        };
        let program = command.replacen("lint", env!("CARGO_BIN_EXE_lint"), 1);
        let mut shell = Command::new("sh");
        let shell = shell.args(["-c", &program]).current_dir(&folder).env("LANG", "de_DE.UTF-8").env_remove("LC_ALL");
        let output = shell.stdin(std::process::Stdio::null()).output().unwrap();
        last = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(wanted), "{command}: {last}");
    }
    assert!(last.is_empty(), "{last}");
    for (folder, files) in [(folder.join("briefe"), 2), (folder.join("seiten"), 1)] {
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), files, "{}", folder.display());
    }
    assert!(std::fs::read_to_string(folder.join("uebersicht.html")).unwrap().starts_with("<!DOCTYPE html>"));
    assert!(std::fs::read_to_string(folder.join("musterstadt.yaml")).unwrap().contains("entscheidet_ueber_mittel: gemeinde"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn links_lead_somewhere() {
    for page in [
        "README.md",
        "docs/rathaus.md",
        "docs/town-hall.md",
        "docs/formate.md",
        "docs/formats.md",
        "docs/editoren.md",
        "docs/editors.md",
        "docs/leistung.md",
        "docs/performance.md",
    ] {
        let page = Path::new(page);
        let text = std::fs::read_to_string(page).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if !link.starts_with("https://") && !link.starts_with('#') {
                assert!(page.parent().unwrap().join(link).exists(), "{link} in {}", page.display());
            }
        }
    }
}

#[test]
fn every_format_is_explained() {
    let refused = String::from_utf8(lint("--format nonsense").stderr).unwrap();
    let known = refused.split("Erlaubt sind: ").nth(1).unwrap().split('.').next().unwrap();
    let known: Vec<&str> = known.split([',', ' ']).filter(|word| !word.is_empty() && *word != "und").collect();
    assert!(README.contains("elf\n  Formen") && README.contains("eleven [formats]") && known.len() == 11, "{known:?}");
    for page in ["docs/formate.md", "docs/formats.md"] {
        let text = std::fs::read_to_string(page).unwrap();
        let explained: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
        assert_eq!(explained, known, "{page}");
    }
}

#[test]
fn an_exception_deletes_no_finding() {
    let comment = README.split('`').find(|code| code.starts_with("# lint:")).unwrap().replace("REGEL", "carrier-independence");
    let plan = "gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: Stadt A, vzae: 1}]";
    let entry = "ausnahmen: [{regel: carrier-independence, begruendung: Grund, bis: 2026-12-31}]";
    let rules = paktlint::rules::RuleSet::bundled();
    for plan in [format!("{plan} {comment}\n"), format!("{plan}\n{entry}\n")] {
        let report = paktlint::report::lint(&rules, &paktlint::source::Source::new("plan.yaml", plan));
        let accepted = report.findings[0].accepted.as_ref().unwrap();
        assert_eq!(accepted.until, Some("2026-12-31".parse().unwrap()));
        assert_eq!(accepted.reason.as_ref().map(|reason| reason.text(paktlint::text::Lang::De)).as_deref(), Some("Grund"));
        assert_eq!(report.outcome("carrier-independence").unwrap().outcome, paktlint::rules::Outcome::Violated);
        let mut summary = paktlint::report::Summary::default();
        summary.add(&report);
        assert_eq!((summary.errors, summary.accepted), (0, 1));
    }
}
