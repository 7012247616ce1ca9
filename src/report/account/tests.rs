use super::*;
use crate::report;
use crate::source::Source;
use crate::text::Lang;

fn of(plan: &str) -> Account {
    let rules = RuleSet::bundled();
    account(&rules, &report::lint(&rules, &Source::new("plan.yaml", plan)), Dates::default())
}

fn labels(items: &Items) -> Vec<String> {
    items.listed.iter().map(|item| item.label.as_ref().map(|label| label.text(Lang::De)).unwrap_or_default()).collect()
}

const PLAN: &str = "gemeinde: A\nstand: 2019-10\nentscheidet_ueber_mittel: landkreis\norganisationen:\n  haus: {name: Haus gGmbH, art: gemeinnuetzige_gesellschaft, eigentuemer: [{wer: Stadt A, anteil: \"60 %\"}], quelle: V}\nstellen:\n  - {arbeitgeber: Caritas, vzae: 1, qualifikation: Sozialarbeiterin (B.A.), quelle: b}\n  - {arbeitgeber: haus, vzae: 0.5}\n  - {vzae: 0.25}\n  - {arbeitgeber: Gemeinde A, vzae: 0.5, aufgabe: koordination}\nquellen:\n  - {id: v, titel: Vertrag, datum: 2018-03-01}\n  - {titel: B, url: 'https://example.org/b'}\n";

#[test]
fn each_thing_is_told_with_its_facts_and_where_they_come_from() {
    let account = of(PLAN);
    let independence = &account.demands[0];
    let part = &independence.parts[0];
    assert_eq!(independence.outcome, Outcome::Partial);
    assert_eq!(labels(&part.fulfilled), ["Stelle 1 (Caritas)"]);
    assert_eq!(labels(&part.violated), ["Stelle 2 (Haus gGmbH)"]);
    assert_eq!(labels(&part.undetermined), ["Stelle 3 (Arbeitgeber unbekannt)"]);
    assert_eq!(labels(&part.not_counted), ["Stelle 4 (Gemeinde A)"]);
    assert!(part.not_counted.listed[0].facts[0].message.text(Lang::De).contains("Koordination"));
    let chain: Vec<_> = part.violated.listed[0].facts.iter().map(|fact| fact.message.text(Lang::De)).collect();
    assert!(chain.iter().any(|fact| fact.contains("Stadt A hält 60 % an Haus gGmbH")), "{chain:?}");
    let vertrag = Origin { title: Some("Vertrag".into()), url: None, date: crate::plan::days("2018-03-01") };
    assert!(part.violated.listed[0].facts.iter().all(|fact| fact.origin == Some(vertrag.clone())));
    assert_eq!(part.undetermined.listed[0].missing[0].text.text(Lang::De), "Wer ist der Arbeitgeber der Stelle 3?");
    let degree = &account.demands[1].parts[0].fulfilled.listed[0].facts[0];
    assert_eq!(degree.words.as_deref(), Some("Sozialarbeiterin (B.A.)"));
    assert_eq!(degree.origin.as_ref().and_then(|origin| origin.url.as_deref()), Some("https://example.org/b"));
    assert_eq!(account.origins.len(), 2);
}

#[test]
fn every_outcome_has_its_account() {
    for (plan, outcome) in [
        ("gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: Caritas}]\n", Outcome::Fulfilled),
        ("gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: Stadt A}]\n", Outcome::Violated),
        ("gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: Caritas}, {arbeitgeber: Stadt A}]\n", Outcome::Partial),
        ("gemeinde: A\nstand: 2019\n", Outcome::Undetermined),
        ("gemeinde: A\nstand: 2019\nprogramm: integrationsbeauftragte\nstellen: [{arbeitgeber: Stadt A}]\n", Outcome::NotApplicable),
        ("gemeinde: A\nstand: 2015\nstellen: [{arbeitgeber: Stadt A}]\n", Outcome::NotInForce),
    ] {
        let account = of(plan);
        let told = &account.demands[0];
        assert_eq!(told.outcome, outcome, "{plan}");
        let counts = told.parts.first().map(|part| [&part.fulfilled, &part.violated, &part.undetermined].map(Items::count));
        match outcome {
            Outcome::Fulfilled => assert_eq!(counts, Some([1, 0, 0])),
            Outcome::Violated => assert_eq!(counts, Some([0, 1, 0])),
            Outcome::Partial => assert_eq!(counts, Some([1, 1, 0])),
            Outcome::Undetermined => assert_eq!(told.missing.len(), 1),
            Outcome::NotApplicable => assert!(told.aside_for[0].message.text(Lang::De).contains("Integrationsbeauftragte")),
            Outcome::NotInForce => assert!(told.parts.is_empty()),
        }
    }
}

#[test]
fn what_is_missing_is_asked_as_in_the_report() {
    let rules = RuleSet::bundled();
    for (_, rule) in rules.rules().filter(|(pack, rule)| pack.demands.contains(&rule.id)) {
        for example in rule.examples() {
            let report = report::lint(&rules, &Source::new("plan.yaml", example.plan.as_str()));
            let account = account(&rules, &report, Dates::default());
            let asked = account.demands.iter().flat_map(|told| {
                let items = told.parts.iter().flat_map(|part| &part.undetermined.listed).flat_map(|item| &item.missing);
                told.missing.iter().chain(items)
            });
            for missing in asked {
                assert!(report.questions.iter().any(|known| known.to == missing.to && known.text == missing.text), "{}", example.title);
            }
            for told in &account.demands {
                assert_eq!(Some(told.outcome), report.outcome(&told.rule.id).map(|known| known.outcome));
            }
        }
    }
}

#[test]
fn what_is_about_an_individual_is_never_repeated() {
    let plan = "gemeinde: A\nstand: 2019\nstellen:\n  - {id: a, arbeitgeber: Caritas, qualifikation: 'Frau Wiesenbach, Erzieherin', quelle: 'Frau Wiesenbach, Erzieherin'}\n";
    let told = format!("{:?}", of(plan).demands);
    let facts = told.split("file: Source").next().unwrap_or(&told);
    assert!(!facts.contains("Wiesenbach") || !facts.contains("words: Some"), "{facts}");
}

#[test]
fn the_law_is_that_of_the_plans_time() {
    let of_2018 = of("gemeinde: A\nstand: 2018-03\n");
    let has = |account: &Account, text: &str| account.law.iter().any(|law| law.holds.de.contains(text));
    assert!(has(&of_2018, "höchstens 24 Monate") && !has(&of_2018, "höchstens 36 Monate"));
    assert!(has(&of_2018, "Ein freier Träger stellt selbst keinen Antrag"), "what is only named is told too");
    assert!(of_2018.law.iter().all(|law| !law.is_partial));
    assert!(of("gemeinde: A\n").law.is_empty());
    let both = of("gemeinde: A\nzeitraum: {von: 2019-01-01, bis: 2019-12-31}\n");
    assert!(has(&both, "höchstens 24 Monate") && has(&both, "höchstens 36 Monate"));
    assert!(both.law.iter().any(|law| law.is_partial && law.outcome == Some(Outcome::Undetermined)));
}

#[test]
fn an_account_is_bounded() {
    let mut plan = "gemeinde: A\nstand: 2019\nstellen:\n".to_owned();
    for number in 0..2000 {
        plan.push_str(["  - {arbeitgeber: Caritas, vzae: 1}\n", "  - {arbeitgeber: Stadt A}\n", "  - {vzae: 1}\n"][number % 3]);
    }
    let account = of(&plan);
    let part = &account.demands[0].parts[0];
    for (items, count) in [(&part.fulfilled, 667), (&part.violated, 667), (&part.undetermined, 666)] {
        assert_eq!((items.listed.len(), items.count()), (MOST_ITEMS, count));
    }
}
