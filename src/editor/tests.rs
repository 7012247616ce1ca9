use std::fmt::Write as _;
use std::fs;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::outline::{Outline, Shape};
use super::*;
use crate::rules::RuleSet;
use crate::source::decode;
use crate::yaml::{Node, NodeKind};

static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::bundled);

/// A text without its `|`, and where that was.
fn cursor(marked: &str) -> (String, usize) {
    (marked.replacen('|', "", 1), marked.find('|').unwrap())
}

/// The plans of the repository that are YAML as a whole.
fn plans() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["examples/plans", "tests/cases", "tests/hostile", "tests/plans"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let Ok(bytes) = fs::read(&path) else { continue };
            if let Ok(source) = decode("plan", &bytes)
                && is_whole(source.text())
            {
                found.push((path.display().to_string(), source.text().to_owned()));
            }
        }
    }
    found
}

/// The keys and places of the members that lead to a node.
fn path(outline: &Outline<'_>, mut node: usize) -> String {
    let mut steps = Vec::new();
    while let Some(parent) = outline.nodes[node].parent {
        steps.push(match outline.key(&outline.nodes[node]) {
            Some(key) => key.to_owned(),
            None => outline.children(parent).position(|(number, _)| number == node).unwrap().to_string(),
        });
        node = parent;
    }
    steps.reverse();
    steps.join("/")
}

/// Says for every key and text of a tree where it stands and how one gets there.
fn walk(node: &Node<'_>, at: &str, say: &mut impl FnMut(u32, bool, &str)) {
    let step = |step: &str| if at.is_empty() { step.to_owned() } else { format!("{at}/{step}") };
    match &node.kind {
        // What is not written has no place of its own.
        NodeKind::Scalar(text, _) if text.is_empty() && node.span.start == node.span.end => {}
        NodeKind::Scalar(..) => say(node.span.start, false, at),
        NodeKind::List(nodes) => nodes.iter().enumerate().for_each(|(number, node)| walk(node, &step(&number.to_string()), say)),
        NodeKind::Map(entries) => entries.iter().for_each(|entry| {
            say(entry.key_span.start, true, &step(&entry.key));
            walk(&entry.value, &step(&entry.key), say);
        }),
    }
}

#[test]
fn the_outline_says_what_the_reader_says() {
    let (mut places, mut texts) = (0, 0);
    for (name, text) in plans() {
        // Aliases stand where they are used and say what stands elsewhere; a question mark before a key is for no person.
        if text.contains('*') || text.contains("\n?") || text.contains('\\') || text.contains("'''") {
            continue;
        }
        let source = Source::new("plan", text.as_str());
        let document = yaml::read(&source, &yaml::Limits::default());
        if !document.problems.is_empty() {
            continue;
        }
        let outline = Outline::of(&text, None);
        texts += 1;
        walk(&document.root.unwrap(), "", &mut |at, is_key, expected| {
            let Some(found) = place::at(&outline, at as usize) else { panic!("{name}: nothing at {at}, {expected}") };
            assert_eq!((path(&outline, found.node).as_str(), found.is_key), (expected, is_key), "{name} at {at}");
            places += 1;
        });
    }
    assert!(texts > 80 && places > 2000, "{texts} {places}");
}

#[test]
fn completions() {
    let table = [
        // text, what is offered and inserted, what is not
        ("gemeinde: A\nstellen:\n  - arb|", &["arbeitgeber=arbeitgeber: ", "vzae=vzae: ", "anforderung=anforderung: "][..], &["kreis"][..]),
        ("gemeinde: A\nstellen:\n  |", &["arbeitgeber=- arbeitgeber: "], &["kreis"]),
        ("gemeinde: A\nstellen:\n  - arbeitgeber: B\n    |", &["vzae=vzae: "], &["arbeitgeber"]),
        ("gemeinde: A\nstellen:\n  - arbeitgeber: B\n  |", &["arbeitgeber=- arbeitgeber: "], &[]),
        ("gemeinde: A\nstellen:\n  -|", &[], &["arbeitgeber"]),
        (
            "gemeinde: A\n|",
            &["kreis=kreis: ", "stellen=stellen:", "quellen=quellen: ", "vertrag=vertrag:", "organisationen=organisationen:"],
            &["gemeinde"],
        ),
        ("municipality: A\n|", &["county=county: ", "posts=posts:"], &["kreis"]),
        ("municipality: A\nstatus: |", &["running=running", "unknown=unknown"], &["laufend"]),
        ("gemeinde: A\nstatus:|", &["laufend= laufend", "unbekannt= unbekannt"], &["running"]),
        ("gemeinde: A\nkr|: B\n", &["kreis=kreis"], &["gemeinde"]),
        ("gemeinde: A\nkreis: |", &["Lörrach=Lörrach"], &[]),
        ("stellen:\n  - besetzt: |", &["ja=ja", "nein=nein", "teilweise=teilweise"], &[]),
        ("vertrag:\n  unterzeichnet: |", &["ja=ja", "nein=nein"], &["teilweise"]),
        ("stellen:\n  - weitere_aufgaben: [belegung, |]", &["auslaenderrecht=auslaenderrecht"], &["belegung"]),
        ("organisationen:\n  awo: {name: AWO}\nstellen:\n  - arbeitgeber: |", &["awo=awo"], &[]),
        ("stellen:\n  - arbeitgeber: Caritas\n  - arbeitgeber: |", &["Caritas=Caritas"], &[]),
        ("ausnahmen:\n  - regel: car|", &["carrier-independence=carrier-independence"], &["fluechtlingsrat-bw"]),
        ("stellen:\n  - id: eins\nausnahmen:\n  - stelle: |", &["eins=eins"], &[]),
        ("quellen:\n  - id: q1\nstellen:\n  - quelle: |", &["q1=q1"], &[]),
        ("gemeinde: A # lint: allow carr|", &["carrier-independence=carrier-independence"], &[]),
        ("{\"gemeinde\": \"A\", \"st|\"}", &["stand=\"stand\": ", "stellen=\"stellen\": "], &["gemeinde"]),
        ("{\"gemeinde\": \"A\", |}", &["stand=\"stand\": "], &[]),
        ("{\"gemeinde\": \"A\", \"status\": |}", &["laufend=\"laufend\""], &[]),
        ("{\"gemeinde\": \"A\", \"status\": \"l|\"}", &["laufend=\"laufend\""], &[]),
        ("notiz: |\u{200b}", &["unbekannt=unbekannt"], &["laufend"]),
        ("x-eigen: |", &[], &["laufend", "unbekannt"]),
        ("# hier |\n", &[], &["gemeinde"]),
        // A name that is about an individual is not repeated.
        ("stellen:\n  - arbeitgeber: Frau Müller\n  - arbeitgeber: |", &[], &["Frau Müller"]),
    ];
    for (marked, expected, absent) in table {
        let (text, at) = cursor(marked);
        let found = complete(&RULES, &text, at, Lang::De);
        let items: Vec<String> = found.items.iter().map(|item| format!("{}={}", item.label, item.insert)).collect();
        for item in expected {
            assert!(items.iter().any(|found| found == item), "{marked}: {item} is not in {items:?}");
        }
        for item in absent {
            assert!(!found.items.iter().any(|found| found.label == *item), "{marked}: {item} is in {items:?}");
        }
        assert!(found.items.iter().all(|item| matches!(item.offered, Offered::Id | Offered::Name) || !item.documentation.is_empty()));
        assert!(found.span.start as usize <= at && at <= found.span.end as usize);
    }
}

/// Where a text has one key, everything that is offered for it is one that the reader takes.
#[test]
fn every_key_and_word_that_is_offered_is_taken() {
    let beginnings = ["gemeinde: A\n", "gemeinde: A\nstellen:\n  - ", "gemeinde: A\nfoerderung:\n  ", "gemeinde: A\nvertrag:\n  "];
    let mut tried = 0;
    for beginning in beginnings {
        for item in complete(&RULES, beginning, beginning.len(), Lang::De).items.into_iter().filter(|item| item.offered == Offered::Key) {
            let text = format!("{beginning}{}", item.insert);
            for value in complete(&RULES, &text, text.len(), Lang::De).items.into_iter().filter(|item| item.offered != Offered::Key) {
                let whole =
                    format!("{text}{}{}\n", if text.ends_with(' ') || value.insert.starts_with(' ') { "" } else { " " }, value.insert);
                let read = crate::plan::Plan::read(&Source::new("plan", whole.as_str()));
                assert!(read.is_ok(), "{whole}: {:?}", read.unwrap_err().problems);
                tried += 1;
            }
        }
    }
    assert!(tried > 60, "{tried}");
}

#[test]
fn hovers() {
    let table = [
        ("krei|s: Lörrach", &["der Landkreis", "the Landkreis", "`kreis`", "`county`"][..]),
        ("kreis: Lör|rach", &["der Landkreis"]),
        ("stellen:\n  - {auf|gabe: koordination}", &["`aufgabe`", "`role`"]),
        ("stellen:\n  - {aufgabe: koord|ination}", &["Koordination", "coordination"]),
        ("stellen:\n  - {besetzt: unbe|kannt}", &["Niemand weiß es", "Nobody knows"]),
        ("ausnahmen:\n  - regel: carrier-in|dependence", &["Anstellung bei einem freien Träger", "**Warum:**", "**Quelle:**"]),
        ("gemeinde: A # lint: allow carrier-in|dependence bis 2030 – so", &["Anstellung bei einem freien Träger"]),
        ("gemeinde: [\nkreis: \"Lörr|ach\"", &["der Landkreis"]),
        ("# krei|s", &[]),
        ("x-a|: b", &[]),
        ("geme|inte: A", &[]),
        ("gemeinde: A\n|\n", &[]),
    ];
    for (marked, expected) in table {
        let (text, at) = cursor(marked);
        let found = hover(&RULES, &text, at, Lang::De);
        assert_eq!(found.is_none(), expected.is_empty(), "{marked}: {found:?}");
        for part in expected {
            assert!(found.as_ref().unwrap().text.contains(part), "{marked}: {} lacks {part}", found.as_ref().unwrap().text);
        }
    }
    let shown = |lang| hover(&RULES, "kreis: A", 1, lang).unwrap().text;
    assert!(shown(Lang::De).find("der Landkreis") < shown(Lang::De).find("the Landkreis"));
    assert!(shown(Lang::En).find("the Landkreis") < shown(Lang::En).find("der Landkreis"));
}

fn named(symbols: &[Symbol], depth: usize, out: &mut String) {
    for symbol in symbols {
        writeln!(out, "{}{} = {}", "  ".repeat(depth), symbol.name, symbol.detail).unwrap();
        named(&symbol.inside, depth + 1, out);
    }
}

#[test]
fn parts_of_a_plan() {
    let text = "gemeinde: {name: A, ags: \"08336050\"}\nzeitraum: {von: 2018}\norganisationen:\n  awo: {name: AWO}\nstellen:\n  - arbeitgeber: awo\n    vzae: 0,5\n  - {id: zwei, arbeitgeber: Frau Müller}\nquellen: [{titel: Blatt}]\nbedingungen: [eins, zwei]\n";
    let mut shown = String::new();
    named(&symbols(RULES.vocabulary(), text, Lang::De), 0, &mut shown);
    assert_eq!(
        shown,
        "gemeinde = \n  name = A\n  ags = 08336050\nzeitraum = \n  von = 2018\norganisationen = \n  awo = \n    name = AWO\nstellen = \n  Stelle 1: awo = vzae 0,5\n    arbeitgeber = awo\n    vzae = 0,5\n  Stelle 2: zwei = \n    id = zwei\n    arbeitgeber = \nquellen = \n  Quelle 1: Blatt = \n    titel = Blatt\nbedingungen = \n"
    );
}

#[test]
fn places_move_with_the_text_around_them() {
    let old = "gemeinde: A\nstellen:\n  - arbeitgeber: B\nstand: 2019\n";
    let table = [
        // (new text, what stood where, what stands there now)
        ("gemeinde: A\nstellen:\n  - arbeitgeber: B\n    vz\nstand: 2019\n", "stand", "stand"),
        ("gemeinde: A\nstellen:\n  - arbeitgeber: B\n    vz\nstand: 2019\n", "gemeinde", "gemeinde"),
        ("gemeinde: AÄ\nstellen:\n  - arbeitgeber: B\nstand: 2019\n", "stellen", "stellen"),
        ("stellen:\n  - arbeitgeber: B\nstand: 2019\n", "stand", "stand"),
        ("", "stand", ""),
    ];
    for (new, was, is) in table {
        let at = u32::try_from(old.find(was).unwrap()).unwrap();
        let span = Moved::between(old, new).span(Span::new(at, at + u32::try_from(was.len()).unwrap()));
        assert_eq!(&new[span.range()], is, "{new}");
    }
}

/// Texts that are like plans, and not quite.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("gemeinde"),
        Just("stellen"),
        Just("arbeitgeber"),
        Just("foerderung"),
        Just("organisationen"),
        Just("status"),
        Just(": "),
        Just(":"),
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just("  "),
        Just("    "),
        Just("- "),
        Just("-"),
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(", "),
        Just("\""),
        Just("'"),
        Just("#"),
        Just("# lint: allow "),
        Just("|"),
        Just(">"),
        Just("&a "),
        Just("*a"),
        Just("!!str "),
        Just("ä"),
        Just("\u{1f600}"),
        Just("\t"),
        Just("? "),
        Just("---\n"),
        Just("\u{feff}"),
        Just("\\"),
        Just("laufend"),
        Just("carrier-independence"),
        Just("x-"),
        Just("\0"),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn holds(text: &str, offset: usize) -> Result<(), TestCaseError> {
    let whole = |span: Span| text.get(span.range()).is_some();
    if let Some(shown) = hover(&RULES, text, offset, Lang::De) {
        prop_assert!(whole(shown.span) && !shown.text.is_empty());
    }
    let found = complete(&RULES, text, offset, Lang::En);
    prop_assert!(whole(found.span));
    prop_assert!(!text[found.span.range()].contains(['\n', '\r']), "{:?}", &text[found.span.range()]);
    let at = floor(text, offset);
    prop_assert!(found.span.start as usize <= at && at <= found.span.end as usize);
    let _ = exception(text, offset, "a", "2027-01-01".parse().unwrap(), Lang::De);
    Ok(())
}

fn nested(symbols: &[Symbol], around: Span, text: &str) -> Result<(), TestCaseError> {
    for symbol in symbols {
        prop_assert!(text.get(symbol.span.range()).is_some() && text.get(symbol.chosen.range()).is_some());
        prop_assert!(around.start <= symbol.span.start && symbol.span.end <= around.end, "{symbol:?} in {around:?}");
        prop_assert!(symbol.span.start <= symbol.chosen.start && symbol.chosen.end <= symbol.span.end, "{symbol:?}");
        prop_assert!(!symbol.name.is_empty());
        nested(&symbol.inside, symbol.span, text)?;
    }
    Ok(())
}

proptest! {
    #[test]
    fn property_any_offset_of_any_text_has_an_answer(text in texts(), offset in 0..200_usize) {
        holds(&text, offset)?;
        nested(&symbols(RULES.vocabulary(), &text, Lang::De), Span::new(0, u32::MAX), &text)?;
    }

    #[test]
    fn property_any_characters_have_an_answer(text in "\\PC*", offset in 0..200_usize) {
        holds(&text, offset)?;
    }

    #[test]
    fn property_a_cut_plan_has_an_answer(number in 0..1000_usize, cut in 0..1000_usize, junk in texts(), at in 0..1000_usize) {
        let plans = plans();
        let (_, text) = &plans[number % plans.len()];
        let place = |part: usize| floor(text, text.len() * part / 1000);
        let (cut, at) = (place(cut), place(at));
        let text = format!("{}{junk}{}", &text[..cut], &text[cut..]);
        holds(&text, at)?;
        holds(&text, cut + junk.len())?;
        nested(&symbols(RULES.vocabulary(), &text, Lang::De), Span::new(0, u32::MAX), &text)?;
    }

    #[test]
    fn property_moved_places_are_places(old in texts(), new in texts(), start in 0..100_u32, length in 0..100_u32) {
        let start = u32::try_from(floor(&old, start as usize)).unwrap();
        let end = u32::try_from(floor(&old, (start + length) as usize)).unwrap();
        let moved = Moved::between(&old, &new);
        prop_assert!(new.get(moved.span(Span::new(start, end)).range()).is_some());
        prop_assert_eq!(Moved::between(&old, &old).span(Span::new(start, end)), Span::new(start, end));
        nested(&moved.symbols(symbols(RULES.vocabulary(), &old, Lang::De)), Span::new(0, u32::MAX), &new)?;
    }
}

/// Nothing takes longer than its length allows: these are long in every way.
#[test]
fn long_texts_are_answered() {
    let long = [
        "[".repeat(300_000),
        "{".repeat(300_000),
        "- ".repeat(300_000),
        "a: \"\n ".repeat(100_000),
        "stellen:\n".to_owned() + &"  - {arbeitgeber: A, vzae: 1}\n".repeat(20_000),
        "stellen: [".to_owned() + &"{arbeitgeber: A}, ".repeat(40_000),
        (0..1_500).map(|depth| " ".repeat(depth) + "a:\n").collect(),
        "\n".repeat(1_000_000),
        "#".repeat(1_000_000),
    ];
    for text in long {
        let _ = hover(&RULES, &text, text.len() / 2, Lang::De);
        let _ = complete(&RULES, &text, text.len(), Lang::De);
        let _ = symbols(RULES.vocabulary(), &text, Lang::De);
        let outline = Outline::of(&text, None);
        assert!(outline.nodes.first().is_some_and(|node| node.shape != Shape::Stub));
    }
}
