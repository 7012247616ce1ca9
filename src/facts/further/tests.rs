//! What additions tell, what they never tell, and what is wrong with them.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use crate::facts::kinds::Side;
use crate::facts::qualification::Reading;
use crate::facts::vocabulary::Vocabulary;
use crate::plan::words::{DUTY, ORGANISATION_KIND, PROGRAMME, QUALIFICATION_CLASS};
use crate::source::Source;
use crate::text::Lang;

static BUNDLED: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::bundled().unwrap());

fn bundled() -> Vocabulary {
    BUNDLED.clone()
}

/// The bundled vocabulary with what these files say.
fn with(texts: &[&str]) -> Vocabulary {
    let mut vocabulary = bundled();
    for (number, text) in texts.iter().enumerate() {
        let source = Source::new(format!("{number}.yaml"), *text);
        let problems = vocabulary.add(&Arc::from("probe"), &source);
        let told: Vec<String> = problems.iter().map(|problem| problem.message.text(Lang::En)).collect();
        assert!(problems.is_empty(), "{told:?} in {text}");
    }
    vocabulary
}

/// What is wrong with the last of these files: the place of each problem and its key.
fn wrong(texts: &[&str]) -> Vec<(String, &'static str)> {
    let (last, before) = texts.split_last().unwrap();
    let mut vocabulary = with(before);
    let source = Source::new("last.yaml", *last);
    let problems = vocabulary.add(&Arc::from("probe"), &source);
    problems.iter().map(|problem| (source.slice(problem.span).to_owned(), problem.message.key().unwrap_or_default())).collect()
}

fn kind(vocabulary: &Vocabulary, name: &str) -> Option<&'static str> {
    vocabulary.employer(name).kind.and_then(|kind| ORGANISATION_KIND.word(kind)).map(|word| word.name.en)
}

#[test]
fn names_are_told() {
    let vocabulary = with(&[
        "employers:\n  - {kind: freier_traeger, names: [Brückenhaus am Fluß, Stadt-Treff / Brückenhaus]}\n  \
         - {kind: association, match: ['^werkstatt\\b']}\n  - {kind: municipal_company, match: ['\\bdienste nordstadt\\b']}\n",
        "counties:\n  - {key: \"05978\", name: Unna, kind: landkreis}\n  - {key: \"05954\", name: Ennepe-Ruhr-Kreis, kind: landkreis, short: Ennepe-Ruhr}\n",
    ]);
    for (name, expected) in [
        ("Brückenhaus am Fluß", Some("free_carrier")),
        ("BRUECKENHAUS AM FLUSS", Some("free_carrier")),
        ("Brückenhaus, am Fluss", Some("free_carrier")),
        ("Brückenhaus am Fluss Süd", None),
        ("Werkstatt Ankommen", Some("association")),
        // A pattern counts for nothing beside a public body.
        ("Werkstatt Ankommen, Stadt Ulm", kind(&bundled(), "Werkstatt Ankommen, Stadt Ulm")),
        ("Werkstatt (nicht bekannt)", None),
        ("Soziale Dienste Nordstadt", Some("municipal_company")),
        // What the bundled vocabulary takes for independent is not made public, nor is it left as it is.
        ("Diakonie, Dienste Nordstadt", None),
        ("Kreis Unna", Some("county")),
        ("Landkreis Unna", Some("county")),
        ("Ennepe-Ruhr-Kreis", Some("county")),
        ("Unna", None),
        ("Diakonie im Kreis Unna", kind(&bundled(), "Diakonie im Kreis Unna")),
        ("Caritas", Some("welfare_association")),
    ] {
        assert_eq!(kind(&vocabulary, name), expected, "{name}");
    }
    assert_eq!(vocabulary.employer("Werkstatt Ankommen").pack.as_deref(), Some("probe"));
    assert_eq!(vocabulary.employer("Caritas").pack, None);
}

/// However much a pack claims, no name of a public body becomes independent, and none that is told otherwise changes.
#[test]
fn what_is_told_without_a_pack_stays() {
    let bundled = bundled();
    let free = with(&["employers: [{kind: free_carrier, match: ['[a-z0-9]']}]\n"]);
    let public = with(&["employers: [{kind: municipal_company, match: ['[a-z0-9]']}]\n"]);
    let table = include_str!("../../../tests/data/employer_names.csv");
    let (mut told, mut open) = (0, 0);
    for line in table.lines().skip(1) {
        let Some((name, label)) = line.rsplit_once(';') else { continue };
        let side = |vocabulary: &Vocabulary| vocabulary.employer(name).kind.map(|kind| vocabulary.kinds.side(kind));
        match side(&bundled) {
            Some(Side::Public) => {
                told += 1;
                assert_eq!((side(&free), side(&public)), (Some(Side::Public), Some(Side::Public)), "{name}");
            }
            Some(Side::Free) => assert_eq!((side(&free), side(&public)), (Some(Side::Free), None), "{name}"),
            Some(other) => assert_eq!(side(&free), Some(other), "{name}"),
            None if label == "public" => {
                open += 1;
                assert!(side(&free) != Some(Side::Free) || !bundled.employers.caution(name).names_body, "{name}");
            }
            None => {}
        }
    }
    assert!(told > 100, "{told} {open}");
}

#[test]
fn qualifications_are_told() {
    let vocabulary = with(&["qualifications: [{class: zertifikat, texts: [Wegweiserin der Beispielakademie]}]\n"]);
    let class = |vocabulary: &Vocabulary, text| {
        let class = vocabulary.qualification(text, Reading::Person);
        class.and_then(|class| QUALIFICATION_CLASS.word(class)).map(|word| word.name.en)
    };
    let text = "wegweiserin (der Beispielakademie)";
    assert_eq!((class(&bundled(), text), class(&vocabulary, text)), (None, Some("certificate")));
    for text in ["Erzieherin", "Sozialarbeiterin (B.A.)", "Wegweiser"] {
        assert_eq!(class(&bundled(), text), class(&vocabulary, text), "{text}");
    }
}

#[test]
fn words_are_found_by_either_name() {
    let vocabulary = with(&["words:\n  programme: [{name: {de: uebergang, en: transition}, label: {de: Übergang, en: Transition}}]\n"]);
    let words = vocabulary.words();
    for text in ["uebergang", "Übergang", "TRANSITION", " transition "] {
        assert_eq!(words.find(&PROGRAMME, text).map(|word| word.name.en.as_str()), Some("transition"), "{text}");
    }
    assert!(words.find(&DUTY, "transition").is_none() && words.find_english(&PROGRAMME, "uebergang").is_none());
}

/// A word with these names.
fn word(de: &str, en: &str) -> String {
    format!("words: {{programme: [{{name: {{de: {de}, en: {en}}}, label: {{de: A, en: A}}}}]}}\n")
}

/// Files, and what is wrong with the last: places and keys.
type Case<'c> = (&'c [&'c str], &'c [(&'c str, &'c str)]);

#[test]
fn problems_are_located() {
    let clash = "further-word-taken";
    let cases: &[Case<'_>] = &[
        (&["worte: {}\n"], &[("worte", "unknown-key")]),
        (&["format: 2\nworte: {}\n"], &[("2", "format-is-one")]),
        (&["words: {programm: []}\n"], &[("programm", "expected-word")]),
        (&[&word("Übergang", "a")], &[("Übergang", "further-not-a-word-name")]),
        (&[&word("unbekannt", "a")], &[("unbekannt", "further-means-unknown")]),
        (&[&word("integrationsmanagement", "a")], &[("integrationsmanagement", clash)]),
        (&[&word("a", "b"), &word("c", "a")], &[("a", clash)]),
        (&[&word("a", "b"), &word("a", "b")], &[]),
        (&["employers: [{names: [A]}]\n"], &[("names", "key-missing")]),
        (&["employers: [{kind: free_carrier}]\n"], &[("kind", "further-names-or-match")]),
        (&["employers: [{kind: frei, names: [A]}]\n"], &[("frei", "expected-word")]),
        (&["employers: [{kind: free_carrier, names: ['-']}]\n"], &[("'-'", "further-no-letters")]),
        (&["employers: [{kind: free_carrier, names: [Stadt Ulm]}]\n"], &[("Stadt Ulm", "further-surely-else")]),
        (&["employers: [{kind: town, names: [Caritas]}]\n"], &[("Caritas", "further-surely-else")]),
        (
            &["employers: [{kind: free_carrier, names: [Haus A]}]\n", "employers: [{kind: association, names: [HAUS A]}]\n"],
            &[("HAUS A", "further-employer-taken")],
        ),
        (&["employers: [{kind: free_carrier, names: [Haus A, haus a]}]\n"], &[]),
        (&["employers: [{kind: free_carrier, match: ['(']}]\n"], &[("'('", "bad-pattern")]),
        (&["employers: [{kind: free_carrier, match: ['Haus']}]\n"], &[("'Haus'", "further-pattern-spelling")]),
        (&["employers: [{kind: free_carrier, match: ['brücke']}]\n"], &[("'brücke'", "further-pattern-spelling")]),
        (
            &["employers: [{kind: free_carrier, match: ['hAus', 'haUs']}]\n"],
            &[("'hAus'", "further-pattern-spelling"), ("'haUs'", "further-pattern-spelling")],
        ),
        (&["employers: [{kind: free_carrier, match: ['a*']}]\n"], &[("'a*'", "further-matches-nothing")]),
        (&["employers: [{kind: free_carrier, match: ['\\W\\D']}]\n"], &[]),
        (&["employers: [{kind: free_carrier, match: ['((a{99}){99}){99}']}]\n"], &[("'((a{99}){99}){99}'", "further-patterns-too-large")]),
        (&["qualifications: [{class: social_work, texts: [Erzieherin]}]\n"], &[("Erzieherin", "further-class-surely-else")]),
        (
            &[
                "qualifications: [{class: certificate, texts: [Wegweiser A1]}]\n",
                "qualifications: [{class: generic_label, texts: [wegweiser a1]}]\n",
            ],
            &[("wegweiser a1", "further-employer-taken")],
        ),
        (&["counties: [{key: '5111', name: A, kind: stadtkreis}]\n"], &[("'5111'", "further-bad-county-key")]),
        (&["counties: [{key: '08111', name: A, kind: stadtkreis}]\n"], &[("'08111'", "further-county-taken")]),
        (&["counties: [{key: '05111', name: Stuttgart, kind: landkreis}]\n"], &[("Stuttgart", "further-county-name-taken")]),
        (&["counties: [{key: '09162', name: München, kind: stadtkreis}, {key: '09184', name: München, kind: landkreis}]\n"], &[]),
        (
            &["counties: [{key: '05111', name: A, kind: stadtkreis}]\n", "counties: [{key: '05112', name: A, kind: stadtkreis}]\n"],
            &[("A", "further-county-name-taken")],
        ),
        (
            &["counties: [{key: '05111', name: A, kind: stadtkreis}]\n", "counties: [{key: '05111', name: B, kind: stadtkreis}]\n"],
            &[("'05111'", "further-county-taken")],
        ),
    ];
    for (texts, expected) in cases {
        let found = wrong(texts);
        let found: Vec<(&str, &str)> = found.iter().map(|(place, key)| (place.as_str(), *key)).collect();
        assert_eq!(found, *expected, "{texts:?}");
    }
}

#[test]
fn a_clash_names_both_places() {
    let mut vocabulary = with(&["# first\nemployers: [{kind: free_carrier, names: [Haus A]}]\n"]);
    let source = Source::new("last.yaml", "employers: [{kind: association, names: [Haus A]}]\n");
    let problems = vocabulary.add(&Arc::from("probe"), &source);
    assert!(problems[0].message.text(Lang::De).ends_with("0.yaml, Zeile 2."), "{}", problems[0].message.text(Lang::De));
    assert!(problems[0].message.text(Lang::En).ends_with("0.yaml, line 2."));
    // Only a place of the same file can be shown beside it.
    assert!(problems[0].related.is_empty());
    let source = Source::new("last.yaml", "employers: [{kind: free_carrier, names: [Haus B]}, {kind: association, names: [Haus B]}]\n");
    let problems = vocabulary.add(&Arc::from("probe"), &source);
    assert_eq!(problems[0].related.len(), 1);
}

#[test]
fn limits() {
    let long = "a".repeat(301);
    assert_eq!(wrong(&[&format!("employers: [{{kind: town, names: [{long}]}}]\n")])[0].1, "further-too-long");
    let many = "A, ".repeat(2_001);
    assert_eq!(wrong(&[&format!("employers: [{{kind: town, names: [{many}]}}]\n")])[0].1, "further-too-many");
    let patterns: Vec<String> = (0..201).map(|number| format!("a{number}")).collect();
    assert_eq!(wrong(&[&format!("employers: [{{kind: town, match: [{}]}}]\n", patterns.join(", "))])[0].1, "further-too-many");
}

#[test]
fn sentences_exist_in_both_languages() {
    for sentence in super::sentences::ALL {
        assert!(sentence.key.starts_with("further-"), "{}", sentence.key);
        assert!(!sentence.text.de.is_empty() && !sentence.text.en.is_empty(), "{}", sentence.key);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_vocabulary_or_none(text in "\\PC{0,80}", name in "\\PC{0,20}", key in prop::sample::select(vec!["words", "employers", "qualifications", "counties"])) {
        let bundled = bundled();
        for text in [
            text.clone(),
            format!("{key}: {text}\n"),
            format!("words: {{programme: [{{name: {{de: {name:?}, en: {name:?}}}, label: {{de: A, en: A}}}}]}}\n"),
            format!("employers: [{{kind: free_carrier, names: [{name:?}], match: [{name:?}]}}]\n"),
            format!("qualifications: [{{class: social_work, texts: [{name:?}]}}]\n"),
            format!("counties: [{{key: \"05111\", name: {name:?}, kind: landkreis, short: {name:?}}}]\n"),
        ] {
            let mut vocabulary = bundled.clone();
            let source = Source::new("vocabulary.yaml", text.as_str());
            for problem in vocabulary.add(&Arc::from("probe"), &source) {
                prop_assert!(source.text().get(problem.span.range()).is_some(), "{problem:?}");
            }
            let told = vocabulary.employer(&name);
            prop_assert!(told.kind.is_some() || told.pack.is_none());
        }
    }
}
