//! Packs of others: the worked example in `examples/packs`, what packs may change, and how clashes are told.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use std::fs;

use given::dice::{Dice, rolls};
use given::plans::{self, Aim};
use given::{files_below, rules, text, write};
use paktlint::render::{page, plain};
use paktlint::report::{self, PlanReport};
use paktlint::rules::{LoadError, Outcome, PackFiles, RuleSet};
use paktlint::source::Source;
use paktlint::text::Lang;
use paktlint::verdict;
use proptest::prelude::*;

const EXAMPLE: &str = "examples/packs/kim-nrw";

/// The files of the worked example, read as the command reads them.
fn example() -> PackFiles {
    let files = files_below(EXAMPLE).into_iter().filter(|path| path.matches('/').count() == 3 && given_yaml(path));
    let mut pack = PackFiles { name: EXAMPLE.to_owned(), ..PackFiles::default() };
    for path in files {
        let source = Source::new(path.as_str(), text(&path));
        match path.rsplit('/').next().unwrap() {
            "pack.yaml" => pack.pack = Some(source),
            "vocabulary.yaml" => pack.vocabulary = Some(source),
            _ => pack.rules.push(source),
        }
    }
    pack
}

fn given_yaml(path: &str) -> bool {
    path.rsplit('.').next() == Some("yaml")
}

fn with_example() -> RuleSet {
    rules().clone().and(&[example()]).unwrap()
}

fn lint(rules: &RuleSet, plan: &str) -> PlanReport {
    report::lint(rules, &Source::new("plan.yaml", plan))
}

#[test]
fn the_examples_of_the_example_pass() {
    let rules = with_example();
    let mut runs = 0;
    for run in verdict::examples(&rules) {
        runs += usize::from(run.rule.id.starts_with("kim-"));
        assert!(run.problem.is_none(), "{}: {}", run.rule.id, run.problem.unwrap().message.text(Lang::En));
    }
    assert!(runs >= 15, "{runs}");
}

#[test]
fn the_plans_of_the_example_come_to_what_its_readme_shows() {
    use Outcome::{Fulfilled, NotApplicable, Undetermined, Violated};
    let rules = with_example();
    for (plan, outcomes) in
        [("musterstadt", [Fulfilled; 3]), ("musterheim", [Violated; 3]), ("beispielhausen", [Undetermined, Undetermined, NotApplicable])]
    {
        let report = lint(&rules, &text(&format!("{EXAMPLE}/plans/{plan}.yaml")));
        let ids = ["kim-carrier-independent", "kim-social-work", "kim-separate-coordination"];
        assert_eq!(ids.map(|id| report.outcome(id).unwrap().outcome), outcomes, "{plan}");
    }
}

/// What the bundled rules say of plans from North Rhine-Westphalia: that the programme is another one, and nothing else that is not so.
#[test]
fn bundled_rules_raise_no_false_alarm_there() {
    let rules = with_example();
    let head = "programm: kim\nstand: 2025-03\n";
    let posts = "stellen: [{arbeitgeber: Brückenhaus Musterstadt, vzae: 1, weitere_aufgaben: [fallmanagement]}]\n";
    let mut plans: Vec<String> = [
        "gemeinde: {name: Düsseldorf, ags: \"05111000\"}\nkreis: Düsseldorf\n",
        "gemeinde: {name: Musterstadt, ags: \"05978999\"}\nkreis: Kreis Unna\n",
        "gemeinde: {name: Musterstadt, ags: \"05954999\"}\nkreis: Ennepe-Ruhr-Kreis\n",
        "gemeinde: {name: Musterstadt, ags: \"05382999\"}\nkreis: \"05382\"\n",
    ]
    .map(|place| format!("{place}{head}{posts}"))
    .to_vec();
    plans.extend(["musterstadt", "musterheim"].map(|plan| text(&format!("{EXAMPLE}/plans/{plan}.yaml"))));
    for plan in &plans {
        let report = lint(&rules, plan);
        assert!(report.errors.is_empty(), "{plan}");
        let bundled = report.findings.iter().filter(|finding| finding.pack.as_ref().unwrap().id != "kim-nrw");
        let found: Vec<&str> = bundled.map(|finding| finding.rule.as_str()).collect();
        assert_eq!(found, ["other-programme"], "{plan}");
        for rule in ["municipality-key-exists", "county-exists", "municipality-key-fits-county"] {
            let outcome = report.outcome(rule).unwrap().outcome;
            assert!(matches!(outcome, Outcome::Fulfilled | Outcome::NotApplicable), "{rule} {outcome:?}: {plan}");
        }
    }
    let düsseldorf = lint(&rules, &plans[0]);
    assert_eq!(düsseldorf.outcome("municipality-key-exists").unwrap().outcome, Outcome::Fulfilled);
}

#[test]
fn the_level_is_adjusted_and_the_report_says_by_whom() {
    let plan = text(&format!("{EXAMPLE}/plans/beispielhausen.yaml"));
    let rules = with_example();
    let level = |rules: &RuleSet| lint(rules, &plan).findings.iter().find(|finding| finding.rule == "undated-plan").unwrap().level.name();
    assert_eq!((level(given::rules()), level(&rules)), ("advice", "warning"));
    let (pack, rule) = rules.rule("undated-plan").unwrap();
    for (lang, expected) in [
        (Lang::De, "Warnung statt Hinweis, nach kim-nrw. Der Beispielrat"),
        (Lang::En, "warning instead of advice, by kim-nrw. The Beispielrat"),
    ] {
        assert!(page::rule(pack, rule, lang).contains(expected), "{}", page::rule(pack, rule, lang));
        let report = report::Report::of(&rules, vec![lint(&rules, &plan)]);
        let close = plain::summary(&report.summary(), lang);
        assert!(close.contains(expected) && close.contains("kim-nrw 1.0.0") && close.contains("fluechtlingsrat-bw 1.0.0"), "{close}");
        assert!(close.contains(&format!("paktlint {}", env!("CARGO_PKG_VERSION"))), "{close}");
    }
}

#[cfg(feature = "json")]
#[test]
fn json_says_by_whom_as_well() {
    let rules = with_example();
    let report = report::Report::of(&rules, Vec::new());
    let json: serde_json::Value = serde_json::from_str(&paktlint::render::json::report(&report, Lang::De)).unwrap();
    let adjusted = &json["rules"]["adjusted"];
    assert_eq!(adjusted.as_array().unwrap().len(), 1);
    for (key, value) in [("rule", "undated-plan"), ("pack", "plausibilitaet"), ("from", "advice"), ("to", "warning"), ("by", "kim-nrw")] {
        assert_eq!(adjusted[0][key], value);
    }
    assert!(adjusted[0]["why"].as_str().unwrap().starts_with("Der Beispielrat"));
}

/// Every console block of the README is run, in a folder that holds the copy that the README tells to make.
#[cfg(feature = "cli")]
#[test]
fn the_readme_of_the_example_is_run() {
    let readme = text(&format!("{EXAMPLE}/README.md"));
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme-of-the-example");
    for path in files_below(EXAMPLE) {
        let copy = folder.join(path.replacen(EXAMPLE, "mein-paket", 1));
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(given::repository(&path), copy).unwrap();
    }
    let mut run = 0;
    for block in readme.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next()) {
        let (command, wanted) = block.split_once('\n').unwrap();
        let arguments = command.strip_prefix("$ lint ").unwrap().split(' ');
        let mut lint = std::process::Command::new(env!("CARGO_BIN_EXE_lint"));
        let output = lint.args(arguments).current_dir(&folder).env("LANG", "de_DE.UTF-8").env_remove("LC_ALL").output().unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap().trim_end(), wanted.trim_end(), "{command}");
        run += 1;
    }
    assert_eq!(run, 3);
    for file in ["pack.yaml", "vocabulary.yaml", "kim-carrier-independent.yaml", "plans/"] {
        assert!(readme.contains(file) && given::repository(&format!("{EXAMPLE}/{file}")).exists(), "{file}");
    }
}

/// The example passes what the kit for authors asks of a pack: sound files, and examples for every branch.
#[cfg(feature = "cli")]
#[test]
fn the_example_passes_the_kit() {
    for command in ["check", "test", "coverage"] {
        let mut lint = std::process::Command::new(env!("CARGO_BIN_EXE_lint"));
        let output = lint.args(["rules", command, EXAMPLE]).current_dir(given::repository("")).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{command}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn the_example_needs_no_rust() {
    for path in files_below("examples/packs") {
        assert!(given_yaml(&path) || path.rsplit('.').next() == Some("md"), "{path}");
    }
}

/// A pack of one rule.
fn pack(id: &str, rule: &str, more: &str) -> PackFiles {
    let head = format!(
        "id: {id}\nversion: \"1\"\ntitle: {{de: A, en: A}}\npublisher: A\ndocuments: {{d: {{title: {{de: A, en: A}}}}}}\nrules: [{rule}]\n{more}"
    );
    let text = format!(
        "id: {rule}\nlevel: advice\ntitle: {{de: A, en: A}}\nsource: {{document: d, sure: press}}\nrequire: plan.programme == \"debugging\"\n\
         message: {{de: A, en: A}}\nwhy: {{de: A, en: A}}\nremedy: {{de: A, en: A}}\nexamples:\n  - {{title: A, outcome: fulfilled, plan: 'gemeinde: A'}}\n  \
         - {{title: A, outcome: violated, plan: 'gemeinde: A'}}\n"
    )
    .replace("debugging", if more.contains("kim") { "kim" } else { "integrationsmanagement" });
    PackFiles {
        name: id.to_owned(),
        pack: Some(Source::new(format!("{id}/pack.yaml"), head)),
        rules: vec![Source::new(format!("{id}/{rule}.yaml"), text)],
        vocabulary: None,
    }
}

fn problems(packs: &[PackFiles]) -> Vec<(String, String, &'static str)> {
    let error = rules().clone().and(packs).err().map_or(Vec::new(), |LoadError { files }| files);
    let all = error.iter().flat_map(|(file, problems)| {
        problems.iter().map(move |problem| {
            let place = file.text().get(problem.span.range()).unwrap().to_owned();
            (file.name().to_owned(), place, problem.message.key().unwrap_or_default())
        })
    });
    all.collect()
}

/// Packs, and what is wrong with them: files, places and keys.
type Case<'c> = (Vec<PackFiles>, Vec<(&'c str, &'c str, &'c str)>);

#[test]
fn problems_of_packs_are_located() {
    let adjust = |rule: &str, level: &str| format!("adjust: [{{rule: {rule}, level: {level}, why: {{de: A, en: A}}}}]\n");
    let cases: Vec<Case<'_>> = vec![
        (vec![pack("a", "a-rule", "")], vec![]),
        (vec![pack("a", "a-rule", "format: 2\nnew: 1\n")], vec![("a/pack.yaml", "2", "format-is-one")]),
        (vec![pack("plausibilitaet", "a-rule", "")], vec![("plausibilitaet/pack.yaml", "plausibilitaet", "pack-twice")]),
        (
            vec![pack("a", "undated-plan", "")],
            vec![("a/undated-plan.yaml", "undated-plan", "rule-twice"), ("a/pack.yaml", "undated-plan", "listed-rule-missing")],
        ),
        (vec![pack("a", "a-rule", &adjust("undated-plann", "error"))], vec![("a/pack.yaml", "undated-plann", "adjusts-nothing")]),
        (vec![pack("a", "a-rule", &adjust("undated-plan", "off"))], vec![("a/pack.yaml", "off", "expected-word")]),
        (vec![pack("a", "a-rule", &adjust("a-rule", "warning"))], vec![("a/pack.yaml", "a-rule", "adjusts-own")]),
        (vec![pack("a", "a-rule", ""), pack("b", "b-rule", &adjust("a-rule", "error"))], vec![("b/pack.yaml", "error", "not-sure-enough")]),
        // Which of both comes first makes no difference.
        (vec![pack("b", "b-rule", &adjust("a-rule", "warning")), pack("a", "a-rule", "")], vec![]),
        (
            vec![pack("a", "a-rule", &adjust("undated-plan", "error")), pack("b", "b-rule", &adjust("undated-plan", "warning"))],
            vec![("a/pack.yaml", "error", "adjusted-differently"), ("b/pack.yaml", "warning", "adjusted-differently")],
        ),
        (vec![pack("a", "a-rule", &adjust("undated-plan", "error")), pack("b", "b-rule", &adjust("undated-plan", "error"))], vec![]),
        // A word that no vocabulary brings.
        (vec![pack("a", "a-rule", "# kim\n")], vec![("a/a-rule.yaml", "\"kim\"", "expr-unknown-word")]),
    ];
    for (packs, expected) in cases {
        let found = problems(&packs);
        let found: Vec<_> = found.iter().map(|(file, place, key)| (file.as_str(), place.as_str(), *key)).collect();
        assert_eq!(found, expected, "{packs:#?}");
    }
}

#[test]
fn words_of_one_pack_are_known_to_another() {
    let word = "words: {programme: [{name: {de: kim, en: kim}, label: {de: A, en: A}}]}\n";
    let with_word = PackFiles { vocabulary: Some(Source::new("b/vocabulary.yaml", word)), ..pack("b", "b-rule", "") };
    let user = || pack("a", "a-rule", "# kim\n");
    assert_eq!(problems(&[user(), with_word.clone()]), []);
    let near = PackFiles { vocabulary: Some(Source::new("b/vocabulary.yaml", word.replace("kim", "kimm"))), ..with_word };
    let LoadError { files } = rules().clone().and(&[user(), near]).unwrap_err();
    let told = page::load_error(&LoadError { files }, Lang::En);
    assert!(told.contains("kimm"), "{told}");
}

#[test]
fn clashes_name_the_other_file() {
    let told = |packs: &[PackFiles]| page::load_error(&rules().clone().and(packs).unwrap_err(), Lang::De);
    assert!(told(&[pack("plausibilitaet", "a-rule", "")]).contains("rules/plausibilitaet/pack.yaml"));
    assert!(told(&[pack("a", "undated-plan", "")]).contains("rules/plausibilitaet/undated-plan.yaml"));
    assert!(told(&[pack("a", "a-rule", "format: 2\n")]).contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn rules_of_one_folder_may_still_adjust_bundled_ones() {
    let alone = rules().set_aside().and(&[example()]).unwrap();
    assert_eq!(alone.packs().len(), 1);
    assert!(rules().set_aside().and(&[pack("plausibilitaet", "undated-plan", "")]).is_ok());
}

proptest! {
    #![proptest_config(given::random(48))]

    /// A pack without a vocabulary changes nothing about what other rules come to; nor does one whose vocabulary fits nothing.
    #[test]
    fn a_pack_beside_others_changes_nothing(rolls in rolls(), fits_nothing in any::<bool>()) {
        let plan = write::plain(&plans::plan(&mut Dice::new(&rolls), Aim::Any));
        let mut files = pack("probe", "probe-rule", "");
        if fits_nothing {
            files.vocabulary = Some(Source::new("probe/vocabulary.yaml", "employers: [{kind: town, names: [qqq]}]\n"));
        }
        let with = rules().clone().and(&[files]).unwrap().only(|pack, _| pack.id != "probe");
        prop_assert_eq!(plain::plan(&lint(rules(), &plan), Lang::De), plain::plan(&lint(&with, &plan), Lang::De));
    }
}
