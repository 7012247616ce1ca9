//! What if: proposals are fulfilled with all of their changes and with none fewer, nothing smaller would do, and what is said is text.
#![cfg(all(feature = "json", feature = "html"))]
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use std::fmt::Write as _;

use given::random;
use paktlint::advise::{self, Advice, Change, RuleAdvice, To};
use paktlint::plan::{Plan, Word, words};
use paktlint::render::{advice, document};
use paktlint::report;
use paktlint::rules::{Outcome, PackFiles, RuleSet};
use paktlint::source::Source;
use paktlint::text::Lang;
use paktlint::verdict::Dates;
use proptest::prelude::*;
use serde_json::{Value, json};

fn plan(text: &str) -> Plan {
    Plan::read(&Source::new("plan.yaml", text)).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn advised(rules: &RuleSet, text: &str) -> Advice {
    advise::advise(rules, &plan(text), Dates::default())
}

fn demands() -> RuleSet {
    given::rules().only(|pack, _| pack.id == "fluechtlingsrat-bw")
}

fn shown(advice: &Advice, lang: Lang) -> String {
    document::text(&advice::document(std::slice::from_ref(advice), lang))
}

/// Each plan, and sentences that are said of it; those that begin with `!` are not.
#[test]
fn what_is_suggested() {
    const HEAD: &str = "gemeinde: A\nkreis: Biberach\nstand: 2019-10\n";
    const FREE: &str = "freier Träger, Wohlfahrtsverband, Kirche oder kirchliche Stelle oder Verein";
    let table: &[(&str, &[&str])] = &[
        (
            "stellen:\n  - {id: im-1, arbeitgeber: Caritas, vzae: 1}\n  - {id: im-2, arbeitgeber: Stadt A, vzae: 1}\n  - {id: im-3, arbeitgeber: Landratsamt Biberach, vzae: 1}\n",
            &["Stellen im-2 und im-3, Arbeitgeber: eine Organisation dieser Art: {FREE} (jetzt: Stadt A und Landratsamt Biberach)"],
        ),
        (
            "entscheidet_ueber_mittel: landkreis\n",
            &[
                "Über die Mittel entscheidet: die Gemeinde oder mehrere Gemeinden gemeinsam (jetzt: der Landkreis)",
                "!Die Aufgabe liegt bei:",
            ],
        ),
        // Nothing that is stated has to be overturned where it is enough to decide on the money.
        (
            "aufgabe_liegt_bei: landkreis\n",
            &[
                "- Über die Mittel entscheidet: die Gemeinde oder mehrere Gemeinden gemeinsam\n",
                "Stattdessen ginge auch: Die Aufgabe liegt bei: die Gemeinde oder mehrere Gemeinden gemeinsam (jetzt: der Landkreis)",
            ],
        ),
        (
            "stellen: [{arbeitgeber: Caritas, vzae: 1, gestellt_von: Landkreis Biberach}]\n",
            &["- Stelle 1, Gestellt von: niemand, oder eine Organisation dieser Art: freier Träger, Wohlfahrtsverband,"],
        ),
        (
            "stellen: [{arbeitgeber: Stadt A, vzae: 1, gestellt_von: Landkreis Biberach}]\n",
            &["Stelle 1, Arbeitgeber: eine Organisation dieser Art: {FREE} (jetzt: Stadt A)", "Stelle 1, Gestellt von: niemand, oder"],
        ),
        (
            "organisationen:\n  b:\n    name: Brücke gGmbH\n    art: gemeinnuetzige_gesellschaft\n    eigentuemer: [{wer: Stadt A, anteil: \"51 %\"}, {wer: Caritas, anteil: \"49 %\"}]\nstellen: [{arbeitgeber: b, vzae: 1}]\n",
            &[
                "Anteil von Stadt A an Brücke gGmbH: höchstens 50 %, und den Rest übernimmt Caritas (jetzt: 51 %)",
                "Arbeitgeber: eine Organisation dieser Art: {FREE} (jetzt: Brücke gGmbH)",
            ],
        ),
        // One stake frees three posts.
        (
            "organisationen:\n  b:\n    name: Brücke gGmbH\n    art: gemeinnuetzige_gesellschaft\n    eigentuemer: [{wer: Stadt A, anteil: \"100 %\"}]\nstellen: [{arbeitgeber: b, vzae: 1}, {arbeitgeber: b, vzae: 1}, {arbeitgeber: b, vzae: 1}]\n",
            &[
                "- Anteil von Stadt A an Brücke gGmbH: höchstens 50 %, und den Rest übernimmt eine Organisation dieser Art: freier Träger, Wohlfahrtsverband,",
                "Stattdessen ginge auch: Stellen 1, 2 und 3, Arbeitgeber: eine Organisation dieser Art: {FREE}",
            ],
        ),
        (
            "organisationen:\n  b: {name: Brücke e.V., art: verein, kontrolle: [Stadt A]}\nstellen: [{arbeitgeber: b, vzae: 1}, {arbeitgeber: b, vzae: 1}]\n",
            &["- Kontrolle ohne Eigentum (Brücke e.V.): ohne Stadt A"],
        ),
        (
            "stellen:\n  - arbeitgeber: Caritas\n    vzae: 2\n    qualifikation: [Sozialarbeiterin (B.A.), Erzieherin]\n",
            &["Stelle 1 (Person 2), Abschluss: Soziale Arbeit (jetzt: „Erzieherin“)"],
        ),
        (
            "stellen: [{arbeitgeber: Caritas, besetzt: nein, anforderung: Erzieherin}]\n",
            &["Stelle 1, Verlangter Abschluss: Soziale Arbeit (jetzt: „Erzieherin“)"],
        ),
        (
            "stellen: [{arbeitgeber: Stadt A, vzae: 1}, {arbeitgeber: unbekannt, vzae: 1}]\n",
            &["Stelle 1, Arbeitgeber:", "Damit spräche nichts mehr dagegen.", "- Wer ist der Arbeitgeber der Stelle 2?"],
        ),
        (
            "stellen: [{arbeitgeber: unbekannt, vzae: 1}]\n",
            &[
                "Hier wird noch keine Änderung vorgeschlagen",
                "!So ließe sich",
                "Wer entscheidet, wie das Geld für das Integrationsmanagement verwendet wird: die Gemeinde, der Landkreis oder mehrere Gemeinden gemeinsam? – Damit stünde fest",
            ],
        ),
    ];
    for (text, expected) in table {
        let said = shown(&advised(&demands(), &format!("{HEAD}{text}")), Lang::De);
        for sentence in *expected {
            let sentence = sentence.replace("{FREE}", FREE);
            match sentence.strip_prefix('!') {
                Some(not) => assert!(!said.contains(not), "{not}\n{text}\n{said}"),
                None => assert!(said.contains(&sentence), "{sentence}\n{text}\n{said}"),
            }
        }
    }
}

#[test]
fn other_rules_are_advised_too() {
    let text = "gemeinde: A\nkreis: Biberach\nstand: 2024-06\nberatungsdauer_monate: 60\nvertrag: {kuendbar_jederzeit: ja}\nstellen: [{arbeitgeber: Caritas, vzae: 1, weitere_aufgaben: [rueckkehrberatung, anwesenheitskontrolle]}]\n";
    let said = shown(&advised(given::rules(), text), Lang::De);
    for sentence in [
        "Stelle 1, Weitere Aufgaben: ohne Rückkehrberatung",
        "Stelle 1, Weitere Aufgaben: ohne Anwesenheitskontrolle",
        "Der Vertrag ist jederzeit kündbar: nein (jetzt: ja)",
        "in Monaten: höchstens 48 (jetzt: 60)",
    ] {
        assert!(said.contains(sentence), "{sentence}\n{said}");
    }
}

#[test]
fn packs_of_others() {
    let file = |name: &str| Source::new(name, given::text(&format!("examples/packs/kim-nrw/{name}")));
    let pack = PackFiles {
        pack: Some(file("pack.yaml")),
        rules: ["kim-carrier-independent.yaml", "kim-social-work.yaml", "kim-separate-coordination.yaml"].map(file).to_vec(),
        name: "kim-nrw".to_owned(),
        vocabulary: Some(file("vocabulary.yaml")),
    };
    let rules = RuleSet::bundled().and(&[pack]).unwrap_or_else(|_| panic!("kim-nrw does not load"));
    let text = "gemeinde: A\nkreis: Unna\nstand: 2025-03\nprogramm: KIM\nstellen: [{arbeitgeber: Kreis Unna, vzae: 1, qualifikation: Erzieherin}]\n";
    let advice = advised(&rules, text);
    let proposed: Vec<&str> = advice.demands.iter().filter(|one| one.proposal.is_some()).map(|one| one.rule.id.as_str()).collect();
    assert_eq!(proposed, ["kim-carrier-independent", "kim-social-work"]);
}

/// Texts of a plan stay text in every form.
#[test]
fn hostile_texts_stay_text() {
    for text in given::reports::HOSTILE {
        let file = json!({
            "gemeinde": text, "stand": "2019", "entscheidet_ueber_mittel": "landkreis",
            "organisationen": {"b": {"name": text, "art": "gemeinnuetzige_gesellschaft", "eigentuemer": [{"wer": {"name": format!("{text}1"), "art": "stadt"}, "anteil": "60 %"}, {"wer": "Caritas", "anteil": "40 %"}]}},
            "stellen": [{"id": text, "arbeitgeber": {"name": text, "art": "stadt"}, "qualifikation": {"text": text, "klasse": "anderer_beruf"}}, {"arbeitgeber": "b"}],
        });
        let Ok(plan) = Plan::read(&Source::new("p.yaml", file.to_string())) else { continue };
        let told = [advise::advise(given::rules(), &plan, Dates::default())];
        for lang in [Lang::De, Lang::En] {
            let document = advice::document(&told, lang);
            let html = document::html(&document);
            for tag in ["<img", "<script>alert", "onerror=\"", "</testcase"] {
                assert!(!html.contains(tag), "{text:?} in {html}");
            }
            assert!(!document::text(&document).chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
            let json: Value = serde_json::from_str(&advice::json::json(&told, lang)).unwrap();
            assert_eq!(json["version"], 1);
            assert!(!document::markdown(&document).contains("<img"), "{text:?}");
        }
    }
}

#[test]
fn what_is_private_is_not_repeated() {
    let text = "gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: Caritas, qualifikation: \"Frau Wiesenbach, Erzieherin\"}]\n";
    let advice = advised(given::rules(), text);
    assert!(advice.demands.iter().any(|demand| demand.proposal.is_some()));
    for lang in [Lang::De, Lang::En] {
        assert!(!shown(&advice, lang).contains("Wiesenbach"));
        assert!(!advice::json::json(std::slice::from_ref(&advice), lang).contains("Wiesenbach"));
    }
}

#[test]
fn many_posts_are_told_together() {
    let mut text = String::from("gemeinde: A\nstand: 2019\nstellen:\n");
    for number in 0..1_500 {
        let _ = writeln!(text, "  - {{arbeitgeber: Stadt A{}, vzae: \"0,{}\", qualifikation: Erzieherin}}", number % 40, 5 + number % 4);
    }
    let advice = advised(&demands(), &text);
    let changes =
        &advice.demands.iter().find(|demand| demand.rule.id == "carrier-independence").unwrap().proposal.as_ref().unwrap().changes;
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].spots.len(), 1_500);
}

#[test]
fn both_languages() {
    let text = given::text("examples/plans/municipal-company.yaml");
    let advice = advised(given::rules(), &text);
    insta::assert_snapshot!("advice_de", shown(&advice, Lang::De));
    insta::assert_snapshot!("advice_en", shown(&advice, Lang::En));
}

/// A small plan, of facts that can be decided and some that cannot.
fn small() -> impl Strategy<Value = Value> {
    let employer = prop::sample::select(vec![
        json!("Caritas"),
        json!("Stadt A"),
        json!({"name": "X", "art": "landkreis"}),
        json!({"name": "Y gGmbH", "art": "gemeinnuetzige_gesellschaft"}),
        json!("unbekannt"),
    ]);
    let lender = prop::option::weighted(0.3, prop::sample::select(vec![json!("Stadt A"), json!("Caritas"), json!("unbekannt")]));
    let degree = prop::sample::select(vec![
        json!("Erzieherin"),
        json!("Sozialarbeiterin (B.A.)"),
        json!({"klasse": "im_studium"}),
        json!({"klasse": "anderes_studium"}),
    ]);
    let post = (employer, lender, prop::collection::vec(degree, 0..3), prop::bool::weighted(0.2)).prop_map(
        |(employer, lender, degrees, coordination)| {
            let mut post = json!({"arbeitgeber": employer, "vzae": 1});
            if let Some(lender) = lender {
                post["gestellt_von"] = lender;
            }
            if !degrees.is_empty() {
                post["qualifikation"] = Value::Array(degrees);
            }
            if coordination {
                post["aufgabe"] = json!("koordination");
            }
            post
        },
    );
    let holder = || prop::option::of(prop::sample::select(vec!["gemeinde", "landkreis"]));
    (prop::collection::vec(post, 1..3), holder(), holder()).prop_map(|(posts, task, funds)| {
        let mut plan = json!({"gemeinde": "A", "kreis": "Biberach", "stand": "2019-10-01", "stellen": posts});
        if let Some(task) = task {
            plan["aufgabe_liegt_bei"] = json!(task);
        }
        if let Some(funds) = funds {
            plan["entscheidet_ueber_mittel"] = json!(funds);
        }
        plan
    })
}

/// The values that a change may mean at a place, as a plan writes them; none is “leave it out”.
fn values(to: &To) -> Vec<Option<Value>> {
    let named = |words: &[&'static Word], field: &str| words.iter().map(|word| Some(json!({field: word.name.de}))).collect::<Vec<_>>();
    match to {
        To::Word(words) => words.iter().map(|word| Some(json!(word.name.de))).collect(),
        To::YesNo(yes) => vec![Some(json!(yes))],
        To::Organisation { kinds, nobody } => named(kinds, "art").into_iter().chain(nobody.then_some(None)).collect(),
        To::Telling(words) => named(words, "klasse"),
        To::Number { number, .. } => vec![Some(json!(number.to_f64()))],
        To::Gone | To::Stake { .. } => Vec::new(),
    }
}

/// Puts a value at a path.
fn set(plan: &mut Value, path: &str, value: Option<Value>) {
    let path = path.replace('[', ".").replace(']', "");
    let (parent, last) = path.rsplit_once('.').unwrap_or(("", &path));
    let mut at = plan;
    for step in parent.split('.').filter(|step| !step.is_empty()) {
        at = match step.parse::<usize>() {
            Ok(number) => &mut at[number],
            Err(_) => &mut at[step],
        };
    }
    match (last.parse::<usize>(), value) {
        (Ok(number), Some(value)) => at[number] = value,
        (Err(_), Some(value)) => at[last] = value,
        (Err(_), None) => {
            at.as_object_mut().unwrap().remove(last);
        }
        (Ok(_), None) => {}
    }
}

fn outcome(rules: &RuleSet, plan: &Value, rule: &str) -> Outcome {
    report::lint(rules, &Source::new("p.yaml", plan.to_string())).outcome(rule).unwrap().outcome
}

/// Every single change of a proposal: its path, and what it may be.
fn single(changes: &[Change]) -> Vec<(String, Vec<Option<Value>>)> {
    changes.iter().flat_map(|change| change.spots.iter().map(|spot| (spot.path.clone(), values(&change.to)))).collect()
}

/// Whether any set of so many changes does as well as a proposal.
fn any_set_does(plan: &Value, universe: &[(String, Vec<Option<Value>>)], size: usize, does: &dyn Fn(&Value) -> bool) -> bool {
    if size == 0 {
        return does(plan);
    }
    universe.iter().enumerate().any(|(number, (path, values))| {
        values.iter().any(|value| {
            let mut changed = plan.clone();
            set(&mut changed, path, value.clone());
            any_set_does(&changed, &universe[number + 1..], size - 1, does)
        })
    })
}

/// All that can be decided in a small plan, with values of each kind.
fn universe(plan: &Value) -> Vec<(String, Vec<Option<Value>>)> {
    let bodies = || ["wohlfahrtsverband", "landkreis", "stiftung"].map(|kind| Some(json!({"art": kind}))).to_vec();
    let mut all = vec![];
    for (number, post) in plan["stellen"].as_array().unwrap().iter().enumerate() {
        all.push((format!("stellen[{number}].arbeitgeber"), bodies()));
        all.push((format!("stellen[{number}].gestellt_von"), bodies().into_iter().chain([None]).collect()));
        for person in 0..post["qualifikation"].as_array().map_or(0, Vec::len) {
            let classes = ["soziale_arbeit", "anderes_studium"].map(|class| Some(json!({"klasse": class}))).to_vec();
            all.push((format!("stellen[{number}].qualifikation[{person}]"), classes));
        }
    }
    for path in ["aufgabe_liegt_bei", "entscheidet_ueber_mittel"] {
        all.push((path.to_owned(), ["gemeinde", "landkreis"].map(|word| Some(json!(word))).to_vec()));
    }
    all
}

fn is_proof(advice: &RuleAdvice, rules: &RuleSet, plan: &Value) {
    let rule = advice.rule.id.as_str();
    let Some(proposal) = &advice.proposal else { panic!("nothing for {rule} of {plan}") };
    let does = |plan: &Value| outcome(rules, plan, rule) == proposal.outcome;
    let changes = single(&proposal.changes);
    let most = changes.iter().map(|(_, values)| values.len()).max().unwrap_or(0);
    for round in 0..most {
        let mut after = plan.clone();
        for (path, values) in &changes {
            set(&mut after, path, values[round % values.len()].clone());
        }
        assert!(does(&after), "{rule} {round}: {plan} to {after}");
    }
    for left_out in 0..changes.len() {
        let mut after = plan.clone();
        for (_, (path, values)) in changes.iter().enumerate().filter(|(number, _)| *number != left_out) {
            set(&mut after, path, values[0].clone());
        }
        assert!(!does(&after), "{rule} without {left_out}: {plan} to {after}");
    }
    if let size @ 1..=3 = changes.len() {
        let universe = universe(plan);
        assert!(!(0..size).any(|size| any_set_does(plan, &universe, size, &does)), "{rule}: fewer than {size} of {plan}");
    }
}

proptest! {
    #![proptest_config(random(40))]

    #[test]
    fn proposals_do_and_nothing_smaller_does(plan in small()) {
        let rules = demands();
        let text = plan.to_string();
        let advice = advised(&rules, &text);
        for demand in &advice.demands {
            if matches!(demand.outcome, Outcome::Violated | Outcome::Partial) {
                is_proof(demand, &rules, &plan);
            } else {
                prop_assert!(demand.proposal.is_none());
            }
        }
        let again = advised(&rules, &text);
        prop_assert_eq!(advice::json::json(&[advice], Lang::De), advice::json::json(&[again], Lang::De));
    }
}

/// Every word that a proposal can name is one that plans can write.
#[test]
fn words_can_be_written() {
    for choice in words::ALL {
        for word in choice.words {
            assert!(choice.find(word.name.de).is_some() && choice.find(word.name.en).is_some(), "{}", word.name.de);
        }
    }
}
