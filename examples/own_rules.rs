//! Judges a plan by a pack of one's own, beside the bundled ones.
//!
//! `cargo run --example own_rules`

#![allow(clippy::print_stdout, reason = "an example shows what it finds")]

use paktlint::render::page;
use paktlint::report::{self, PlanReport};
use paktlint::rules::{LoadError, PackFiles, RuleSet};
use paktlint::source::Source;
use paktlint::text::Lang;

/// What `pack.yaml` says.
const PACK: &str = r#"
id: unser-verein
version: "1.0.0"
title: {de: Was unserem Verein wichtig ist, en: What matters to our association}
publisher: {de: Beispielverein, en: Example association}
rules: [no-tiny-posts]
documents:
  decision-2024:
    title: {de: Beschluss der Mitgliederversammlung, en: Decision of the members}
    date: 2024-05
"#;

/// One rule, with every key that a rule needs: it loads only with its source, its reason, its remedy and its examples.
const RULE: &str = r#"
id: no-tiny-posts
level: warning
title: {de: Stellen haben wenigstens ein Viertel, en: Posts are at least a quarter}
source: {document: decision-2024, at: Punkt 3, sure: confirmed}
each: post in plan.posts
require: post.fte >= 0.25
weigh: post.fte
at: post.fte
message:
  de: Mit {post.fte} Vollzeitstellen bleibt bei {post.employer.name} kaum Zeit für ein Gespräch.
  en: With {post.fte} of a full post, there is hardly time for a conversation at {post.employer.name}.
why:
  de: Wer nur wenige Stunden in der Woche da ist, ist für die Ratsuchenden kaum zu erreichen.
  en: People who are there for a few hours a week can hardly be reached by those who seek advice.
remedy:
  de: Bitte legen Sie kleine Stellen zusammen.
  en: Please join small posts together.
examples:
  - {title: Eine halbe Stelle, outcome: fulfilled, plan: "{gemeinde: A, stellen: [{arbeitgeber: Caritas, vzae: 0.5}]}"}
  - {title: Eine Zehntelstelle, outcome: violated, plan: "{gemeinde: A, stellen: [{arbeitgeber: Caritas, vzae: 0.1}]}"}
  - {title: Umfang unbekannt, outcome: undetermined, plan: "{gemeinde: A, stellen: [{arbeitgeber: Caritas}]}"}
"#;

/// A plan that the rule finds fault with.
const PLAN: &str = "
gemeinde: Musterdorf
stand: 2024-06
stellen:
  - {arbeitgeber: Caritas, vzae: 0.75}
  - {arbeitgeber: Diakonie, vzae: 0.1}
";

/// The bundled rules and ours.
///
/// # Errors
/// What is wrong with our files, at its place.
pub fn rules() -> Result<RuleSet, LoadError> {
    let ours = PackFiles {
        name: "unser-verein".to_owned(),
        pack: Some(Source::new("unser-verein/pack.yaml", PACK)),
        rules: vec![Source::new("unser-verein/no-tiny-posts.yaml", RULE)],
        vocabulary: None,
    };
    RuleSet::bundled().and(&[ours])
}

/// The report by our rules alone.
#[must_use]
pub fn by_ours(rules: &RuleSet) -> PlanReport {
    let ours = rules.only(|pack, _| pack.id == "unser-verein");
    report::lint(&ours, &Source::new("plan.yaml", PLAN))
}

/// Prints what our rules come to.
pub fn main() {
    match rules() {
        Ok(rules) => {
            let report = by_ours(&rules);
            for judged in &report.outcomes {
                println!("{}: {}", judged.rule.title.get(Lang::En), judged.outcome.name());
            }
            for finding in &report.findings {
                println!("{}: {}", finding.path, finding.message.text(Lang::En));
            }
        }
        Err(error) => println!("{}", page::load_error(&error, Lang::En)),
    }
}
