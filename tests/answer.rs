//! Answers become facts in the text of a plan, and nothing else does.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use given::dice::{Dice, rolls};
use given::plans::{self, Aim};
use given::{rules, write};
use paktlint::answer::{Answer, Answered, Answers, Told, answered};
use paktlint::fix::with_edits;
use paktlint::plan::Plan;
use paktlint::report;
use paktlint::rules::Outcome;
use paktlint::source::Source;
use paktlint::text::Lang;
use proptest::prelude::*;

fn answers(told: &[(&str, Told)]) -> Answers {
    let answer = |(line, (path, told)): (usize, &(&str, Told))| Answer {
        line: u32::try_from(line + 1).unwrap(),
        path: Some((*path).to_owned()),
        answer: Some(told.clone()),
        ..Answer::default()
    };
    Answers {
        by: Some("administration".into()),
        date: Some("2026-11-20".into()),
        source: Some("E-Mail".into()),
        answers: told.iter().enumerate().map(answer).collect(),
        ..Answers::default()
    }
}

/// What holds of every plan with answers.
fn sound(file: &Source, answers: &Answers, force: bool) -> Answered {
    let found = answered(file, answers, rules(), force).unwrap();
    assert_eq!(with_edits(file.text(), &found.edits), found.file.text(), "the edits make the text");
    if let Err(unreadable) = Plan::read(&found.file) {
        panic!("{}\nin\n{}", unreadable.problems[0].message.text(Lang::En), found.file.text());
    }
    assert_eq!(found.taken.is_empty(), found.edits.is_empty(), "{:?}", found.edits);
    for comment in file.text().lines().filter_map(|line| line.find(" # ").and_then(|at| line.get(at..))) {
        assert!(found.file.text().contains(comment), "{comment} is gone");
    }
    found
}

fn asked_back(found: &Answered) -> Vec<String> {
    found.asked_back.iter().map(|asked| asked.why.text(Lang::En)).collect()
}

type Layout = (&'static str, &'static [(&'static str, &'static str)], &'static str);

/// The plan before without its head, what is answered where, and the plan after; `~` stands for the sources that are new.
const LAYOUTS: &[Layout] = &[
    // Records in lines, with remarks.
    (
        "stellen:\n  - arbeitgeber: Caritas   # seit 2018\n    vzae: 1\n",
        &[("stellen[0].qualifikation", "Sozialarbeit B.A.")],
        "stellen:\n  - arbeitgeber: Caritas   # seit 2018\n    vzae: 1\n    qualifikation: Sozialarbeit B.A.\n    quelle: auskunft-2026-11-20\n~",
    ),
    ("kreis: ?   # erfragen\n", &[("kreis", "Lörrach")], "# Quelle: E-Mail, 2026-11-20\nkreis: Lörrach   # erfragen\n~"),
    ("kreis:\nstand: 2019\n", &[("kreis", "Lörrach")], "kreis: Lörrach  # Quelle: E-Mail, 2026-11-20\nstand: 2019\n~"),
    ("kreis: null", &[("kreis", "Lörrach")], "kreis: Lörrach  # Quelle: E-Mail, 2026-11-20\n~"),
    // A record that is not there, empty, or unknown.
    ("foerderung:   # fehlt\n", &[("foerderung.monate", "24")], "foerderung:   # fehlt\n  monate: 24  # Quelle: E-Mail, 2026-11-20\n~"),
    (
        "foerderung: ?\nnotiz: a\n",
        &[("foerderung.monate", "24"), ("foerderung.kosten", "Personal, Miete")],
        "foerderung:\n  monate: 24  # Quelle: E-Mail, 2026-11-20\n  kosten: [personal, miete]  # Quelle: E-Mail, 2026-11-20\nnotiz: a\n~",
    ),
    (
        "foerderung: {empfaenger: landkreis}\n",
        &[("foerderung", "monate: 24"), ("foerderung.monate", "24,5 Monate")],
        "foerderung: {empfaenger: landkreis, monate: \"24,5 Monate\"}  # Quelle: E-Mail, 2026-11-20\n~",
    ),
    (
        "notiz: a\n",
        &[("foerderung", "antragsteller: gemeinde, betrag_jahr: 64.000 €; monate: 24")],
        "notiz: a\nfoerderung:  # Quelle: E-Mail, 2026-11-20\n  antragsteller: gemeinde\n  betrag_jahr: \"64.000 €\"\n  monate: 24\n~",
    ),
    // Brackets in one line, and in several.
    (
        "stellen: [{arbeitgeber: Caritas, vzae: unbekannt}]   # eine\n",
        &[("stellen[0].vzae", "rund 1,5")],
        "stellen: [{arbeitgeber: Caritas, vzae: \"rund 1,5\", quelle: auskunft-2026-11-20}]   # eine\n~",
    ),
    (
        "stellen: [\n  {\n    arbeitgeber: Caritas,  # ja\n    quelle: rat  # hier\n  },\n]\n",
        &[("stellen[0].vzae", "1")],
        "stellen: [\n  {\n    arbeitgeber: Caritas,  # ja\n    quelle: rat,  # hier\n    vzae: 1  # Quelle: E-Mail, 2026-11-20\n  },\n]\n~",
    ),
    ("stellen: [{}]\n", &[("stellen[0].arbeitgeber", "Caritas")], "stellen: [{arbeitgeber: Caritas, quelle: auskunft-2026-11-20}]\n~"),
    (
        "stellen: |-\n    unbekannt\nnotiz: a\n",
        &[("stellen", "Caritas: 1,5\n- Stadt Weil 0,5 VZÄ\n")],
        "stellen:\n  - {arbeitgeber: Caritas, vzae: \"1,5\", quelle: auskunft-2026-11-20}\n  - {arbeitgeber: Stadt Weil, vzae: \"0,5 VZÄ\", quelle: auskunft-2026-11-20}\nnotiz: a\n~",
    ),
    (
        "foerderung: >\n  ?\n\nnotiz: a\n",
        &[("foerderung.monate", "24")],
        "foerderung:\n  monate: 24  # Quelle: E-Mail, 2026-11-20\n\nnotiz: a\n\n~",
    ),
    // A text that stands for a record.
    (
        "stellen:\n- arbeitgeber: 'Werk: A'   # neu\n  quelle: rat\n",
        &[("stellen[0].arbeitgeber.art", "Verein")],
        "stellen:\n- arbeitgeber: {name: \"Werk: A\", art: verein, quelle: auskunft-2026-11-20}   # neu\n  quelle: rat\n~",
    ),
    (
        "stellen:\n- arbeitgeber: werk\n  qualifikation: Diplom\norganisationen:\n  werk:\n    name: Werk A\n    eigentuemer: Stadt Weil\n  b: ?\n",
        &[
            ("stellen[0].arbeitgeber.weitere_rollen", "keine davon"),
            ("stellen[0].qualifikation.klasse", "Soziale Arbeit"),
            ("organisationen.werk.eigentuemer.anteil", "60 %"),
            ("organisationen.b.art", "Stadt"),
        ],
        "stellen:\n- arbeitgeber: werk\n  qualifikation: {text: Diplom, klasse: soziale_arbeit}\n  quelle: auskunft-2026-11-20\norganisationen:\n  werk:\n    name: Werk A\n    eigentuemer: {wer: Stadt Weil, anteil: \"60 %\"}\n    weitere_rollen: []\n    quelle: auskunft-2026-11-20\n  b:\n    art: stadt\n    quelle: auskunft-2026-11-20\n~",
    ),
    // Lists.
    (
        "stellen: unbekannt   # noch\n",
        &[("stellen", "Caritas: 1,5\n- Stadt Weil 0,5 VZÄ\n")],
        "stellen:   # noch\n  - {arbeitgeber: Caritas, vzae: \"1,5\", quelle: auskunft-2026-11-20}\n  - {arbeitgeber: Stadt Weil, vzae: \"0,5 VZÄ\", quelle: auskunft-2026-11-20}\n~",
    ),
    (
        "stellen:\n  - arbeitgeber: Caritas\n    vzae: 1\n  - ?   # noch mehr\n",
        &[("stellen", "Stadt Weil 0,5 VZÄ; Verein A; Verein B")],
        "stellen:\n  - arbeitgeber: Caritas\n    vzae: 1\n  - {arbeitgeber: Stadt Weil, vzae: \"0,5 VZÄ\", quelle: auskunft-2026-11-20}   # noch mehr\n  - {arbeitgeber: Verein A, quelle: auskunft-2026-11-20}\n  - {arbeitgeber: Verein B, quelle: auskunft-2026-11-20}\n~",
    ),
    (
        "stellen:\n  - ?   # noch mehr\n  - arbeitgeber: Caritas\n",
        &[("stellen", "keine weiteren"), ("stellen[1].vzae", "1")],
        "stellen:  # Quelle: E-Mail, 2026-11-20\n     # noch mehr\n  - arbeitgeber: Caritas\n    vzae: 1\n    quelle: auskunft-2026-11-20\n~",
    ),
    (
        "stellen:\n  - arbeitgeber:\n      name: Werk A\n      kontrolle:\n        - ?   # wer?\n      weitere_rollen:\n        # nach Satzung\n        - ?\n",
        &[("stellen[0].arbeitgeber.kontrolle", "keine davon."), ("stellen[0].arbeitgeber.weitere_rollen", "keine")],
        "stellen:\n  - arbeitgeber:\n      name: Werk A\n      kontrolle: []   # wer?\n      weitere_rollen:\n        # nach Satzung\n        []\n      quelle: auskunft-2026-11-20\n~",
    ),
    (
        "stellen: [{arbeitgeber: Caritas, koepfe: 3, qualifikation: [Diplom]}]\n",
        &[("stellen[0].qualifikation", "Diplom; Bachelor")],
        "stellen: [{arbeitgeber: Caritas, koepfe: 3, qualifikation: [Diplom, Diplom, Bachelor], quelle: auskunft-2026-11-20}]\n~",
    ),
    // A record of which something is known, and of which the answer tells the rest.
    (
        "stellen:\n  - arbeitgeber: Caritas\n    qualifikation:\n      - text: ?   # erfragen\n        vzae: 0,5\n",
        &[("stellen[0].qualifikation[0]", "Diplom; vzae: 0,5")],
        "stellen:\n  - arbeitgeber: Caritas\n    qualifikation:\n      - text: \"Diplom; vzae: 0,5\"   # erfragen\n        vzae: 0,5\n    quelle: auskunft-2026-11-20\n~",
    ),
    (
        "stellen: [{arbeitgeber: Caritas, qualifikation: [{text: ?, vzae: 1}]}]\n",
        &[("stellen[0].qualifikation[0]", "vzae: 1,0; klasse: soziale_arbeit; text: Diplom")],
        "stellen: [{arbeitgeber: Caritas, qualifikation: [{text: Diplom, vzae: 1, klasse: soziale_arbeit}], quelle: auskunft-2026-11-20}]\n~",
    ),
    // Sources that are there, and one that is in the place of a list.
    (
        "quellen:\n  - id: mail\n    titel: E-Mail\n    datum: 20.11.2026\nstellen: [{arbeitgeber: Caritas}]\n",
        &[("stellen[0].vzae", "1")],
        "quellen:\n  - id: mail\n    titel: E-Mail\n    datum: 20.11.2026\nstellen: [{arbeitgeber: Caritas, vzae: 1, quelle: mail}]\n",
    ),
    (
        "quellen: Zeitung\nstellen: [{arbeitgeber: Caritas}]\n",
        &[("stellen[0].vzae", "1")],
        "quellen: [Zeitung, {id: auskunft-2026-11-20, titel: E-Mail, datum: 2026-11-20}]\nstellen: [{arbeitgeber: Caritas, vzae: 1, quelle: auskunft-2026-11-20}]\n",
    ),
    // Text in lines of its own, parts that stand apart, the end of the document.
    (
        "kreis: >-\n  ?\n\nstellen: ?\n\nnotiz: |\n  a\n  b\n...\n",
        &[("kreis", "Lörrach"), ("aufgabe_liegt_bei", "der Landkreis")],
        "kreis: Lörrach  # Quelle: E-Mail, 2026-11-20\n\nstellen: ?\n\nnotiz: |\n  a\n  b\n\nquellen:\n  - {id: auskunft-2026-11-20, titel: E-Mail, datum: 2026-11-20}\n\naufgabe_liegt_bei: landkreis  # Quelle: E-Mail, 2026-11-20\n...\n",
    ),
];

const SOURCES: &str = "quellen:\n  - {id: auskunft-2026-11-20, titel: E-Mail, datum: 2026-11-20}\n";

fn texts(told: &[(&'static str, &str)]) -> Vec<(&'static str, Told)> {
    told.iter().map(|(path, text)| (*path, Told::from(*text))).collect()
}

#[test]
fn layouts() {
    let mut wrong = Vec::new();
    for (before, told, after) in LAYOUTS {
        let told = answers(&texts(told));
        for (unix, mark) in [(true, ""), (false, ""), (true, "\u{feff}")] {
            let head = format!("{mark}gemeinde: Weil\n");
            let after = after.replace('~', if before.ends_with('\n') { SOURCES } else { SOURCES.trim_end() });
            let (before, after) = (format!("{head}{before}"), format!("{head}{after}"));
            let (before, after) = if unix { (before, after) } else { (before.replace('\n', "\r\n"), after.replace('\n', "\r\n")) };
            let found = sound(&Source::new("plan.yaml", before), &told, false);
            if found.file.text() != after {
                wrong.push(format!("{}\ninstead of\n{after}\n{:?}\n", found.file.text(), asked_back(&found)));
            }
            let again = sound(&found.file, &told, false);
            assert!(again.edits.is_empty(), "{}", again.file.text());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// JSON stays JSON, in the form that it has.
/// Of three persons one is known, another is told, and the third stays open, however often the same is answered.
#[test]
fn nobody_is_counted_twice() {
    let plan = "gemeinde: Weil\nstellen: [{arbeitgeber: Caritas, koepfe: 3, qualifikation: [?, Master]}]\n";
    let told = answers(&texts(&[("stellen[0].qualifikation", "Diplom")]));
    let once = sound(&Source::new("plan.yaml", plan), &told, false).file;
    assert!(once.text().contains("qualifikation: [Diplom, Master]"), "{}", once.text());
    assert_eq!(sound(&once, &told, false).file.text(), once.text());
    let later = Answers { date: Some("2026-11-21".into()), ..told };
    assert!(sound(&once, &later, false).file.text().contains("qualifikation: [Diplom, Master, Diplom]"));
}

#[test]
fn json_stays_json() {
    let told: &[(&str, &str)] =
        &[("stellen[0].vzae", "0,5"), ("stellen[1].arbeitgeber.eigentuemer", "Stadt Weil; Verein A 10 %"), ("kreis", "a\"\n\u{2028}🏠")];
    let cases = [
        (
            "{\"gemeinde\":\"Weil\",\"stellen\":[{\"arbeitgeber\":\"Caritas\"},{\"arbeitgeber\":\"Werk\"}]}",
            "{\"gemeinde\":\"Weil\",\"stellen\":[{\"arbeitgeber\":\"Caritas\",\"vzae\":\"0,5\",\"quelle\":\"auskunft-2026-11-20\"},{\"arbeitgeber\":{\"name\":\"Werk\",\"eigentuemer\":[\"Stadt Weil\",{\"wer\":\"Verein A\",\"anteil\":\"10 %\"}],\"quelle\":\"auskunft-2026-11-20\"}}],\"quellen\":[{\"id\":\"auskunft-2026-11-20\",\"titel\":\"E-Mail\",\"datum\":\"2026-11-20\"}],\"kreis\":\"a\\\"\\n\\u2028🏠\",\"x-quelle-kreis\":\"auskunft-2026-11-20\"}",
        ),
        (
            "{\n  \"gemeinde\": \"Weil\",\n  \"stellen\": [\n    {\"arbeitgeber\": \"Caritas\"},\n    {\n      \"arbeitgeber\": \"Werk\"\n    }\n  ]\n}\n",
            "{\n  \"gemeinde\": \"Weil\",\n  \"stellen\": [\n    {\"arbeitgeber\": \"Caritas\", \"vzae\": \"0,5\", \"quelle\": \"auskunft-2026-11-20\"},\n    {\n      \"arbeitgeber\": {\"name\": \"Werk\", \"eigentuemer\": [\"Stadt Weil\", {\"wer\": \"Verein A\", \"anteil\": \"10 %\"}], \"quelle\": \"auskunft-2026-11-20\"}\n    }\n  ],\n  \"quellen\": [{\"id\": \"auskunft-2026-11-20\", \"titel\": \"E-Mail\", \"datum\": \"2026-11-20\"}],\n  \"kreis\": \"a\\\"\\n\\u2028🏠\",\n  \"x-quelle-kreis\": \"auskunft-2026-11-20\"\n}\n",
        ),
    ];
    for (before, after) in cases {
        let found = sound(&Source::new("plan.json", before), &answers(&texts(told)), false);
        assert_eq!(found.file.text(), after, "{:?}", asked_back(&found));
        serde_json::from_str::<serde_json::Value>(found.file.text()).unwrap();
    }
}

/// English plans get English keys and words.
#[test]
fn english_stays_english() {
    let plan = "municipality: Weil\nposts:\n  - employer: Firma X\n";
    let told = [("foerderung.monate", "24"), ("stellen[0].arbeitgeber.art", "Verein"), ("entscheidet_ueber_mittel", "die Gemeinde")];
    let found = sound(&Source::new("plan.yaml", plan), &answers(&texts(&told)), false);
    let expected = "municipality: Weil\nposts:\n  - employer: {name: Firma X, kind: association, source: answer-2026-11-20}\n\
        grant:\n  months: 24  # Source: E-Mail, 2026-11-20\nsources:\n  - {id: answer-2026-11-20, title: E-Mail, date: 2026-11-20}\n\
        decides_on_funds: municipality  # Source: E-Mail, 2026-11-20\n";
    assert_eq!(found.file.text(), expected);
}

/// What does not fit is asked back with its reason, and the plan stays as it was.
#[test]
fn what_does_not_fit_is_asked_back() {
    let plan =
        "gemeinde: Weil\nkreis: Lörrach\nstellen:\n  - arbeitgeber: Caritas\n    vzae: 1\n  - arbeitgeber: &a Stadt\n  - arbeitgeber: *a\n";
    let cases = [
        ("stellen[0].koepfe", "viele", "cannot be read"),
        ("stellen[0].vzae", "0,5", "already says something else about this: “1”"),
        ("stellen[9].vzae", "1", "no such place"),
        ("stellen.vzae", "1", "several places"),
        ("stellen[0].unsinn", "1", "no such place"),
        ("[", "1", "no such place"),
        ("stellen[0][\"", "1", "no such place"),
        ("stellen[99999999999999999999]", "1", "no such place"),
        ("stellen[1].arbeitgeber.art", "Stadt", "cannot be written into this file safely"),
        ("quellen", "a", "does not arise"),
        ("ausnahmen", "[{regel: x, begruendung: y, bis: 2030}]", "does not arise"),
        ("Stellungnahmen[0].text", "a", "no such place"),
        ("foerderung.antragsteller", "Herr Max Mustermann, max@example.org", "about an individual"),
        ("besetzt", "ja", "no such place"),
        ("stellen[0].besetzt", "vielleicht", "not provided for"),
        ("stellen[0].foerderung.monate", "1", "no such place"),
    ];
    for (path, answer, expected) in cases {
        for force in [false, true] {
            let found = sound(&Source::new("plan.yaml", plan), &answers(&texts(&[(path, answer)])), force);
            if force && expected.starts_with("already") {
                assert!(found.file.text().contains("vzae: \"0,5\""), "{}", found.file.text());
                continue;
            }
            assert_eq!(found.file.text(), plan);
            let back = asked_back(&found);
            assert!(back.len() == 1 && back[0].contains(expected), "{path}: {back:?}");
            assert!(!format!("{back:?}").contains("Mustermann"));
        }
    }
}

#[test]
fn sources_dates_and_replies() {
    let plan = Source::new("plan.yaml", "gemeinde: Weil\nstand: 2019-03-01\nstellen:\n  - {id: im-1, arbeitgeber: Caritas, vzae: 1}\n");
    let questions = report::lint(rules(), &plan).questions;
    let question = questions.iter().find(|question| question.facts.iter().any(|fact| fact.path == "stellen[0].qualifikation")).unwrap();
    let answer = Answer { question: Some(question.id.clone()), path: Some("stellen[0].qualifikation".into()), ..Answer::default() };
    let file = |answer: Answer| Answers { by: Some("carrier".into()), answers: vec![answer], ..Answers::default() };
    let take = |answers: &Answers| sound(&plan, answers, false);

    let undated = take(&file(Answer { answer: Some("Diplom".into()), ..answer.clone() }));
    assert_eq!(undated.file.text(), plan.text());
    assert!(asked_back(&undated)[0].contains("when the answer was given"), "{:?}", asked_back(&undated));
    assert_eq!(undated.asked_back[0].question.as_ref().unwrap().id, question.id);

    let dated = take(&file(Answer { answer: Some("Diplom".into()), date: Some("März 2026".into()), ..answer.clone() }));
    let expected = "quellen:\n  - {id: auskunft-maerz-2026, titel: Auskunft des Trägers, datum: März 2026}\n";
    assert!(dated.file.text().ends_with(expected), "{}", dated.file.text());
    let wrong = take(&file(Answer { answer: Some("Diplom".into()), date: Some("neulich".into()), ..answer.clone() }));
    assert!(asked_back(&wrong)[0].contains("neulich"));
    let person = file(Answer {
        answer: Some("Diplom".into()),
        date: Some("2026".into()),
        source: Some("Frau Erika Mustermann".into()),
        ..answer.clone()
    });
    assert!(asked_back(&take(&person))[0].contains("individual"), "{:?}", take(&person).file.text());

    let reply = Answer { reply: Some("Wird gerade\nneu besetzt: bald.".into()), date: Some("2026-11-20".into()), ..answer.clone() };
    let replied = take(&file(reply.clone()));
    let expected = "stellungnahmen:\n  - regel: social-work-qualification\n    stelle: im-1\n    von: Träger\n    datum: 2026-11-20\n    \
        text: \"Wird gerade\\nneu besetzt: bald.\"\n    quelle: auskunft-2026-11-20\n";
    assert!(replied.file.text().ends_with(expected), "{}", replied.file.text());
    let report = report::lint(rules(), &replied.file);
    assert_eq!(report.replies[0].text, "Wird gerade\nneu besetzt: bald.");
    let again = sound(&replied.file, &file(reply), false);
    assert!(again.edits.is_empty() && again.already.len() == 1);

    let unknown = take(&file(Answer { answer: Some("Weiß ich nicht.".into()), date: Some("2026-11-20".into()), ..answer.clone() }));
    assert!(unknown.file.text().contains("Antwort: Das ist nicht bekannt."), "{}", unknown.file.text());
    let left_open = take(&file(answer.clone()));
    assert_eq!((left_open.left_open, left_open.edits.len()), (1, 0));

    let gone = take(&file(Answer {
        question: Some("0123".into()),
        path: Some("notiz".into()),
        answer: Some("Brief".into()),
        date: Some("2026".into()),
        ..answer.clone()
    }));
    assert!(asked_back(&gone)[0].contains("does not arise"), "{:?}", gone.file.text());
    let alone = |question: &report::Question, told: &str| {
        let answer =
            Answer { question: Some(question.id.clone()), answer: Some(told.into()), date: Some("2026".into()), ..Answer::default() };
        take(&file(answer))
    };
    let one = questions.iter().find(|question| question.facts.len() == 1 && question.facts[0].path == "entscheidet_ueber_mittel").unwrap();
    assert!(alone(one, "die Gemeinde").file.text().contains("entscheidet_ueber_mittel: gemeinde"));
    let several = questions.iter().find(|question| question.facts.len() > 1).unwrap();
    assert!(asked_back(&alone(several, "ja"))[0].contains("several facts"));
}

/// Definite answers, as forms and people write them. Of several persons, one after the other is told; in the end, what decides whatever the
/// others have learnt.
fn definite(dice: &mut Dice<'_>, field: Option<&'static paktlint::plan::Field>, path: &str, is_late: bool) -> Told {
    use paktlint::plan::Kind;
    let record =
        |entries: &[(&str, &str)]| Told::Record(entries.iter().map(|(key, text)| ((*key).to_owned(), Told::from(*text))).collect());
    let organisation = |dice: &mut Dice<'_>| {
        let (name, kind) = [("Haus am Fluss", "verein"), ("Amt am See", "landkreis"), ("Werk am Berg", "kirche")][dice.roll(3)];
        let Told::Record(mut entries) = record(&[("name", name), ("art", kind)]) else { unreachable!() };
        entries.push(("weitere_rollen".to_owned(), Told::List(Vec::new())));
        Told::Record(entries)
    };
    let name = field
        .map_or_else(|| path.split(['[', '.']).rfind(|part| part.chars().all(char::is_alphabetic)).unwrap_or(""), |field| field.name.en);
    Told::from(match name {
        "grant" => {
            "antragsteller: gemeinde; betrag_jahr: 51.000 €; betrag_je_vzae: 60.000; monate: 24; kosten: personal; person_benannt: ja; kennzahlen: [{jahr: 2020, gemeldet_am: 2021-01-15}]"
        }
        "key_figures" => "jahr: 2020, gemeldet_am: 2021-01-15",
        "costs" => dice.pick(&["Personal", "Personal, Miete"]),
        "year" => "2020",
        "from" => "2018-01-01",
        "to" => "2021-12-31",
        "posts" | "stellen" => {
            let mut entries = vec![("arbeitgeber".to_owned(), organisation(dice)), ("vzae".to_owned(), Told::from("1"))];
            entries.push(("qualifikation".to_owned(), record(&[("klasse", "soziale_arbeit")])));
            return Told::List(vec![Told::Record(entries)]);
        }
        "qualification" | "text" | "qualifikation" if is_late => "Bürokauffrau",
        "qualification" | "required_qualification" | "text" | "qualifikation" => {
            dice.pick(&["Diplom-Sozialarbeiterin", "Bürokauffrau", "klasse: soziale_arbeit"])
        }
        "class" => dice.pick(&["soziale_arbeit", "Soziale Arbeit", "anderes_studium"]),
        "kind" => dice.pick(&["Wohlfahrtsverband", "stadt"]),
        "owners" => dice.pick(&["Landkreis Göppingen 100 %", "Stadt Geislingen: 60 %; Landkreis Göppingen: 40 %"]),
        "control" | "other_roles" | "other_duties" => dice.pick(&["keine", "keine davon."]),
        "share" => dice.pick(&["10 %", "60 %", "100 %"]),
        "municipality" => return record(&[("name", "Geislingen an der Steige"), ("ags", "08117024")]),
        "county" => "Göppingen",
        "filled" => dice.pick(&["ja", "nein"]),
        "headcount" | "fte" | "total_fte" => "1",
        "contract" => "unterzeichnet: ja\nkuendbar_jederzeit: nein",
        "name" => "Landkreis Göppingen",
        "workplace" => dice.pick(&["Rathaus", "unterkunft"]),
        _ => match field.map(|field| field.kind) {
            Some(Kind::Organisation) => return organisation(dice),
            Some(Kind::YesNo) => dice.pick(&["ja", "nein", "Ja."]),
            Some(Kind::Choice(words) | Kind::OpenChoice(words)) => {
                let word = &words.words[dice.roll(words.words.len())];
                [word.name.de, word.label.de][dice.roll(2)]
            }
            Some(Kind::Date) => "2019-10-15",
            Some(Kind::Number | Kind::Money) => dice.pick(&["24", "60"]),
            _ => "Landkreis Göppingen",
        },
    })
}

const ROUNDS: usize = 7;

/// Asks, answers and asks again until every demand is decided.
fn answer_all(mut file: Source, dice: &mut Dice<'_>) -> Result<(), TestCaseError> {
    let before = file.text().to_owned();
    let is_json = serde_json::from_str::<serde_json::Value>(&before).is_ok();
    let mut asked = Vec::new();
    for round in 0..ROUNDS {
        let report = report::lint(rules(), &file);
        prop_assert!(report.errors.is_empty());
        let open = |rule: &str| {
            report.outcomes.iter().any(|judged| judged.is_demand() && judged.rule.id == rule && judged.outcome == Outcome::Undetermined)
        };
        let questions: Vec<_> = report.questions.iter().filter(|question| question.rules.iter().any(|rule| open(rule))).collect();
        if !report.outcomes.iter().any(|judged| open(&judged.rule.id)) {
            return Ok(());
        }
        let mut told = Vec::new();
        for question in questions {
            for fact in &question.facts {
                told.push(Answer {
                    line: u32::try_from(told.len()).unwrap(),
                    question: Some(question.id.clone()),
                    path: Some(fact.path.clone()),
                    answer: Some(definite(dice, fact.field, &fact.path, round > ROUNDS / 2)),
                    ..Answer::default()
                });
            }
        }
        let answers = Answers { by: Some("carrier".into()), date: Some("2026-11-20".into()), answers: told, ..Answers::default() };
        let found = sound(&file, &answers, false);
        let again = sound(&found.file, &answers, false);
        prop_assert!(again.edits.is_empty(), "answered twice:\n{}\n{}", found.file.text(), again.file.text());
        asked.push(format!(
            "{:?}\nback {:?}\n{}",
            answers.answers.iter().map(|answer| (&answer.path, &answer.answer)).collect::<Vec<_>>(),
            asked_back(&found),
            found.file.text()
        ));
        // What stands there and does not suffice is replaced by somebody who has clarified it.
        let all = answered(&found.file, &answers, rules(), true).unwrap();
        file = all.file;
        if is_json {
            prop_assert!(serde_json::from_str::<serde_json::Value>(file.text()).is_ok(), "{}", file.text());
        }
    }
    Err(TestCaseError::fail(format!("still open:\n{before}\nafter {}", asked.join("\n=====\n"))))
}

#[test]
fn examples_are_decided() {
    for path in given::files_below("examples/plans") {
        for seed in 0..3 {
            let rolls = given::dice::from_seed(seed);
            if let Err(error) = answer_all(Source::new(path.as_str(), given::text(&path)), &mut Dice::new(&rolls)) {
                panic!("{path}: {error}");
            }
        }
    }
}

/// Values that mean something else somewhere: to YAML, to forms, to this tool.
const HOSTILE: &[&str] = &[
    "x\nstellen: []",
    "a: b",
    "- a",
    "a # lint: allow x until 2030-01-01 – y",
    "# lint: allow x",
    "*a",
    "&a",
    "!!str a",
    "{a",
    "[a]",
    "{a: {b: {c: d}}}",
    "'",
    "\"",
    "\\",
    "%YAML",
    "---",
    "...",
    "\u{feff}",
    "\u{2028}",
    "\u{202e}",
    "\t",
    "null",
    "~",
    "<script>",
    "=1+1",
    "name: a, name: b",
    "arbeitgeber: a; vzae: 1; stellen: b",
    "|",
    ">-",
    "0x1F",
    "08117024",
    "1,5",
    "ja",
    "keine",
];

const PATHS: &[&str] = &[
    "gemeinde",
    "gemeinde.name",
    "kreis",
    "ags",
    "stand",
    "zeitraum.von",
    "status",
    "entscheidet_ueber_mittel",
    "foerderung",
    "foerderung.kosten",
    "foerderung.kennzahlen",
    "foerderung.antragsteller",
    "bedingungen",
    "organisationen",
    "organisationen.a.art",
    "stellen",
    "stellen[0]",
    "stellen[0].id",
    "stellen[0].arbeitgeber",
    "stellen[0].arbeitgeber.name",
    "stellen[0].arbeitgeber.eigentuemer",
    "stellen[0].arbeitgeber.eigentuemer[0].weitere_rollen",
    "stellen[0].arbeitgeber.kontrolle.art",
    "stellen[0].vzae",
    "stellen[1].qualifikation",
    "stellen[0].qualifikation[1].text",
    "stellen[0].weitere_aufgaben",
    "stellen[0].dienstort",
    "stellen[1].besetzt",
    "vertrag.form",
    "notiz",
];

fn any_answer() -> impl Strategy<Value = Answer> {
    let text =
        || prop_oneof![any::<String>(), prop::sample::select(HOSTILE).prop_map(str::to_owned), "[a-zA-Z0-9:,{}\\[\\]#&*\n ?'\"-]{0,20}"];
    let path = prop_oneof![4 => prop::sample::select(PATHS).prop_map(str::to_owned), 1 => text()];
    (path, text(), prop::option::weighted(0.2, text()), prop::option::weighted(0.2, text()), any::<bool>()).prop_map(
        |(path, told, reply, source, dated)| Answer {
            path: Some(path),
            answer: Some(Told::Text(told)),
            reply,
            source,
            date: dated.then(|| "2025-12-24".to_owned()),
            ..Answer::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..given::random(40) })]

    #[test]
    fn plans_are_decided(rolls in rolls(), told in rolls()) {
        let mut dice = Dice::new(&rolls);
        let plan = plans::plan(&mut dice, Aim::Consistent);
        answer_all(Source::new("plan.yaml", write::file(&plan, &mut dice)), &mut Dice::new(&told))?;
    }

    /// Whatever is answered, the plan stays readable, and nothing that was known is lost.
    #[test]
    fn any_answers(rolls in rolls(), told in prop::collection::vec(any_answer(), 1..8)) {
        let mut dice = Dice::new(&rolls);
        let plan = plans::plan(&mut dice, Aim::Any);
        let file = Source::new("plan.yaml", write::file(&plan, &mut dice));
        if Plan::read(&file).is_ok() {
            let answers = Answers { date: Some("2026-11-20".into()), answers: told, ..Answers::default() };
            let found = sound(&file, &answers, false);
            for edit in &found.edits {
                let old = file.slice(edit.span).trim().trim_matches(['"', '\'']);
                let read = serde_json::from_str::<String>(&format!("\"{old}\""));
                let old = read.as_deref().unwrap_or(old);
                let is_unknown = ["", "?", "unbekannt", "unknown", "null", "~", "k. A.", "-", "- ?", ", ?"].contains(&old);
                // A word that goes into lines of its own is taken out at one place and put in at another.
                let moved = edit.text.is_empty() && found.edits.iter().any(|edit| edit.text.contains(old));
                let stays = edit.text.contains(old) || edit.text.len() > old.len() || old.ends_with(['?', 'l', 't', 'n', '.', ',']);
                prop_assert!(is_unknown || stays || moved, "{old:?} became {:?} in\n{}", edit.text, file.text());
            }
            if file.text().contains("\r\n") {
                prop_assert!(!found.file.text().replace("\r\n", "").contains('\n'));
            }
            sound(&file, &answers, true);
        }
    }

    /// Whatever a file of answers is, it is read or its problems are told at their places.
    #[test]
    fn any_file(text in prop_oneof![any::<String>(), "[{\\[\"a-z:,;\n\\]} 0-9\\\\]{0,80}", "(question|feld|antwort|answer|path|reply|[a-z]{1,3}|[;,\"\n\r ]){0,30}"]) {
        for text in [text.clone(), format!("{{\"answers\": [{text}]}}"), format!("feld;antwort\n{text}")] {
            let file = Source::new("answers", text);
            if let Err(unreadable) = Answers::read(&file) {
                prop_assert!(!unreadable.problems.is_empty());
                for problem in unreadable.problems {
                    prop_assert!(file.text().get(problem.span.range()).is_some(), "{problem:?}");
                }
            }
        }
    }
}

/// The form and the table say the same.
#[cfg(feature = "csv")]
#[test]
fn form_and_table() {
    let json = r#"{"version": 1, "answers": [
        {"question": "ab", "path": "kreis", "answer": "Lörrach; \"x\"\nzwei", "date": "2026-11-20", "source": "Brief"},
        {"question": "cd", "path": "", "answer": null, "reply": "Dazu später."}
    ]}"#;
    let german = "\u{feff}Frage;an;text;Feld;bedeutung;Antwort;Quelle;Datum;Stellungnahme\r\nab;;;kreis;;\"Lörrach; \"\"x\"\"\nzwei\";Brief;2026-11-20\r\n;;;;;;;;\r\ncd;;;;;;;;Dazu später.\r\n";
    let english = "reply,date,source,answer,path,question\n,2026-11-20,Brief,\"Lörrach; \"\"x\"\"\nzwei\",kreis,ab\nDazu später.,,,,,cd\n";
    let read = |text: &str| {
        let mut answers = Answers::read(&Source::new("a", text)).unwrap().answers;
        for answer in &mut answers {
            answer.line = 0;
        }
        answers
    };
    assert_eq!(read(json), read(german));
    assert_eq!(read(json), read(english));
}

/// What a table guards from being computed is read as it was entered.
#[cfg(feature = "csv")]
#[test]
fn guarded_cells() {
    for (cell, entered) in [("'=1+1", "=1+1"), ("'-", "-"), ("'@home", "@home"), ("'s Haus", "'s Haus"), ("1'", "1'"), ("''=", "''=")] {
        let answers = Answers::read(&Source::new("a", format!("feld;antwort\nkreis;{cell}\n"))).unwrap().answers;
        assert_eq!(answers[0].answer, Some(Told::Text(entered.to_owned())), "{cell}");
    }
}

/// Every problem of a file of answers is told where it is.
#[test]
fn wrong_files() {
    let cases = [
        ("", "names of the columns"),
        ("gemeinde: Weil\n", "names of the columns"),
        ("[1]", "no file of answers"),
        ("{\"a\": 1}", "no file of answers"),
        ("{\"version\": 2, \"answers\": []}", "another format"),
        ("{\"answers\": [1]}", "with its parts"),
        ("{\"answers\": [{\"answer\": \"a\"}]}", "an answer to"),
        ("{\"answers\": [{\"path\": [\"a\"]}]}", "A text is expected"),
        ("feld;antwort\nkreis;a;b\n", "has 3 columns"),
        ("feld;antwort;Antwort\nkreis;a;b\n", "two columns"),
        ("feld;antwort\n;a\n", "an answer to"),
        ("feld;antwort\nkreis;\"a\n", "does not end anywhere"),
    ];
    for (text, expected) in cases {
        let unreadable = Answers::read(&Source::new("a", text)).unwrap_err();
        let problem = unreadable.problems[0].message.text(Lang::En);
        assert!(problem.contains(expected), "{text}: {problem}");
    }
    let long = format!("{{\"answers\": [{{\"path\": \"kreis\", \"answer\": \"{}\"}}]}}", "a".repeat(30_000));
    assert!(Answers::read(&Source::new("a", long)).is_err());
}
