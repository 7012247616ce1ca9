use proptest::prelude::*;

use super::*;
use crate::plan::words::ORGANISATION_ROLE;
use crate::text::Lang;

const EMPLOYERS: &str = include_str!("../../../tests/data/employers.csv");
const NAMES: &str = include_str!("../../../tests/data/employer_names.csv");

fn places() -> Arc<Places> {
    Arc::new(Places::load(&Source::new("kreise.yaml", include_str!("../../../rules/vocabulary/kreise.yaml"))).unwrap())
}

fn vocabulary() -> &'static EmployerVocabulary {
    static VOCABULARY: std::sync::LazyLock<EmployerVocabulary> = std::sync::LazyLock::new(|| {
        let source = Source::new("employers.yaml", include_str!("../../../rules/vocabulary/employers.yaml"));
        EmployerVocabulary::load(&source, &places()).unwrap_or_else(|problems| {
            let told = problems.iter().map(|p| format!("{:?}: {}", source.position(p.span.start), p.message.text(Lang::En)));
            panic!("{}", told.collect::<Vec<_>>().join("\n"))
        })
    });
    &VOCABULARY
}

fn side(kind: Option<u16>) -> &'static str {
    match kind.and_then(|kind| vocabulary().sides.get(&kind)) {
        Some(Side::Public) => "public",
        Some(Side::Free) => "free",
        None => "unknown",
    }
}

fn kind_name(kind: Option<u16>) -> &'static str {
    kind.and_then(|kind| ORGANISATION_KIND.word(kind)).map_or("", |word| word.name.en)
}

fn rows(csv: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    csv.lines().skip(1).filter(|line| !line.is_empty()).map(|line| line.rsplitn(2, ';').collect::<Vec<_>>().into_iter().rev().collect())
}

/// Checks a labelled list; returns how many are wrong, and panics where a public employer passes as free.
fn check(csv: &'static str) -> Vec<String> {
    let mut wrong = Vec::new();
    for row in rows(csv) {
        let (name, label) = (row[0], row[1]);
        let told = vocabulary().tell(name);
        let expected_side = match label {
            "public" | "free" | "unknown" => label,
            "freier_traeger" => "free",
            other => side(ORGANISATION_KIND.find(other)),
        };
        let right_kind = match label {
            "public" | "free" | "unknown" | "freier_traeger" => true,
            other => told.kind == ORGANISATION_KIND.find(other),
        };
        if side(told.kind) != expected_side || !right_kind {
            wrong.push(format!(
                "{name} should be {label}, was {} ({:?}, {:?})",
                kind_name(told.kind),
                told.sure,
                told.matched.clone().map(|m| &name[m])
            ));
        }
        assert!(expected_side == "free" || side(told.kind) != "free", "{name} passes as free, {told:?}");
    }
    wrong
}

#[test]
fn labelled_employers_are_all_right() {
    let wrong = check(EMPLOYERS);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn labelled_names_are_right() {
    let wrong = check(NAMES);
    let all = rows(NAMES).count();
    assert!(all >= 250);
    assert!(wrong.len() * 50 <= all, "{} of {all} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn stands_with_bodies_and_offices() {
    for (name, body, is_office) in [
        ("Landratsamt Biberach, Amt für Flüchtlinge", Some("county:biberach"), true),
        ("Landkreis Biberach", Some("county:biberach"), false),
        ("Landratsamt Biberach", Some("county:biberach"), false),
        ("Sozialamt des Landkreises Biberach", Some("county:biberach"), true),
        ("Amt für Migration im Landratsamt Biberach", Some("county:biberach"), true),
        ("Rems-Murr-Kreis", Some("county:rems-murr-kreis"), false),
        ("Landkreis Rems-Murr", Some("county:rems-murr-kreis"), false),
        ("Landratsamt Rems Murr Kreis (Sozialamt)", Some("county:rems-murr-kreis"), true),
        ("Landratsamt des Ortenaukreises", Some("county:ortenaukreis"), false),
        ("Landratsamt", None, false),
        ("Stadt Ravensburg", Some("town:ravensburg"), false),
        ("Stadtverwaltung Ravensburg", Some("town:ravensburg"), false),
        ("Bürgermeisteramt Ravensburg", Some("town:ravensburg"), false),
        ("RAVENSBURG, STADT", Some("town:ravensburg"), false),
        ("Amt für Migration der Stadt Ravensburg", Some("town:ravensburg"), true),
        ("Stadt Ravensburg, Ausländerbehörde", Some("town:ravensburg"), true),
        ("Stadt Bad Waldsee (Abteilung Ordnung und Soziales)", Some("town:bad waldsee"), true),
        ("Stadt Bad Waldsee Abteilung Ordnung", Some("town:bad waldsee"), true),
        ("Stadt Walldorf (Ausschreibung)", Some("town:walldorf"), false),
        ("Maulburg (Gemeinde)", Some("town:maulburg"), false),
        ("Stadt Leutkirch im Allgäu", Some("town:leutkirch"), false),
        ("Große Kreisstadt Leutkirch", Some("town:leutkirch"), false),
        ("Stadt St. Georgen", Some("town:sankt georgen"), false),
        ("Stadt Sankt Georgen im Schwarzwald", Some("town:sankt georgen"), false),
        ("Stadt Weil der Stadt", Some("town:weil der stadt"), false),
        ("Stadt Freiburg, Amt für Migration (AMI)", Some("town:freiburg"), true),
        ("Stadt Freiburg i. Br.", Some("town:freiburg"), false),
        ("GVV Waibstadt", Some("joint:waibstadt"), false),
        ("Gemeinde Ostrach / Stadt Meßkirch", None, false),
        ("Stadt Ravensburg im Landkreis Ravensburg", Some("town:ravensburg"), false),
        ("Caritas Ravensburg", None, false),
        ("DRK, Abteilung Migration", None, false),
        ("Jobcenter", None, false),
    ] {
        let told = vocabulary().tell(name);
        assert_eq!((told.body.as_deref(), told.is_office), (body, is_office), "{name}: {told:?}");
    }
}

#[test]
fn roles_that_names_say() {
    for (name, roles) in [
        ("Stadt Ravensburg, Ausländerbehörde", "immigration_authority"),
        ("Ausländeramt der Stadt Singen", "immigration_authority"),
        ("Stadt Bad Waldsee, Abteilung Ordnung und Soziales", "public_order"),
        ("Stadt Walldürn (Haupt- und Ordnungsamt)", "public_order"),
        ("Amt für öffentliche Ordnung der Stadt Ulm", "public_order"),
        ("Landratsamt Calw, Jobcenter", "jobcenter"),
        ("Jobcenter Landkreis Konstanz", "jobcenter"),
        ("Landratsamt Calw, Amt für Unterbringung", "accommodation"),
        ("Stadt Lörrach (Büro neben der Ausländerbehörde)", ""),
        ("Stadt Lörrach (nicht in der Ausländerbehörde)", ""),
        ("Landratsamt Biberach, Amt für Flüchtlinge und Integration", ""),
        ("Sozialamt", ""),
        ("Caritas", ""),
        ("Caritas / Ausländerbehörde", ""),
    ] {
        let told = vocabulary().tell(name);
        let said: Vec<&str> = told.roles.iter().filter_map(|role| ORGANISATION_ROLE.word(*role)).map(|word| word.name.en).collect();
        assert_eq!(said.join(" "), roles, "{name}: {told:?}");
    }
}

#[test]
fn how_sure_and_what_decided() {
    use Sure::{Certain, Likely, Unsure};
    for (name, kind, sure, matched) in [
        ("Stadt Ravensburg", "town", Certain, "Stadt"),
        ("beim  LANDRATSAMT Calw", "county", Certain, "LANDRATSAMT"),
        ("Caritas-Verband (Mengen)", "welfare_association", Certain, "Caritas-Verband"),
        ("Caritas?", "welfare_association", Likely, "Caritas"),
        ("Landkreis Ludwigsburg (angefragt)", "county", Likely, "Landkreis"),
        ("Sprungbrett Stadt Ulm", "urban_district", Likely, "Stadt"),
        ("Arbeitgeber: Stadt Ulm", "urban_district", Certain, "Stadt"),
        ("Miteinander e.V.", "association", Certain, "e.V"),
        ("Förderverein der Stadtbücherei e.V.", "association", Likely, "Förderverein"),
        ("Ausländerbehörde", "municipality", Likely, "Ausländerbehörde"),
        ("Integra gGmbH", "nonprofit_company", Certain, "gGmbH"),
        ("Hospitalstiftung der Stadt Biberach", "foundation", Certain, "Hospitalstiftung"),
        ("Caritas und AWO", "welfare_association", Certain, "Caritas"),
        ("Caritas und Freundeskreis Asyl", "free_carrier", Likely, "Caritas"),
        ("Stadtwerke Ulm GmbH", "municipal_company", Likely, "Stadtwerke"),
        ("Neue Wege GmbH", "", Unsure, "GmbH"),
        ("Ravensburg", "", Unsure, ""),
        ("Stelle noch nicht benannt", "", Unsure, "noch nicht"),
    ] {
        let told = vocabulary().tell(name);
        let decided = told.matched.clone().map_or("", |range| &name[range]);
        assert_eq!((kind_name(told.kind), told.sure, decided), (kind, sure, matched), "{name}");
    }
}

#[test]
fn reasons_stand_in_both_languages() {
    for (name, german, english) in [
        ("Caritas / Stadt Ulm", "nennt eine öffentliche Stelle", "side by side"),
        ("Caritas / Stadt Ulm / Diakonie", "nennt eine öffentliche Stelle", "side by side"),
        ("nicht benannt", "nicht feststeht", "not settled"),
        ("im Landratsamt", "wo oder wofür", "not who employs"),
        ("Neue Wege GmbH", "Rechtsform allein", "legal form alone"),
        ("Ravensburg", "sagt nichts", "tells nothing"),
    ] {
        let reason = vocabulary().tell(name).reason.unwrap();
        assert!(reason.get(Lang::De).contains(german) && reason.get(Lang::En).contains(english), "{name}: {reason:?}");
    }
}

#[test]
fn spelling_makes_no_difference() {
    for row in rows(EMPLOYERS).chain(rows(NAMES)) {
        let name = row[0];
        let expected = Told { matched: None, ..vocabulary().tell(name) };
        let decomposed = name.replace('ä', "a\u{308}").replace('ö', "o\u{308}").replace('ü', "u\u{308}").replace('Ü', "U\u{308}");
        let in_ascii =
            name.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss").replace('Ö', "Oe").replace('Ü', "Ue");
        for other in
            [decomposed, in_ascii, name.to_uppercase(), name.to_lowercase(), name.replace('-', "\u{2011}"), name.replace(' ', "\u{a0}")]
        {
            assert_eq!(Told { matched: None, ..vocabulary().tell(&other) }, expected, "{other}");
        }
    }
}

#[test]
fn long_names_are_answered_soon() {
    for part in
        ["Stadt ", "im Landkreis ", "Caritas im Auftrag ", "(", "durch ", "und ", "Stadt Ulm / Caritas, ", "ä", "im Landratsamt und "]
    {
        let name: String = part.chars().cycle().take(4_000).collect();
        let start = std::time::Instant::now();
        let _ = vocabulary().tell(&name);
        assert!(start.elapsed().as_secs() < 5, "{part}");
        assert_eq!(vocabulary().tell(&part.repeat(4_001)).kind, None);
    }
}

#[test]
fn problems_are_located() {
    let text = include_str!("../../../rules/vocabulary/employers.yaml");
    for (right, wrong, place, message) in [
        ("sides:\n", "sites:\n", "sites", "There is no key “sites” here."),
        ("public: [municipality, ", "public: [municipalty, ", "municipalty", "“municipalty” is not provided for here."),
        (
            "'<start>heilsarmee\\w*'",
            "'<begin>heilsarmee'",
            "'<begin>heilsarmee'",
            "“<begin>” is not defined in this file, or only further down.",
        ),
        ("'<start>heilsarmee\\w*'", "'heils(armee'", "'heils(armee'", "This pattern is no regular expression: unclosed group."),
        (
            "'<start>heilsarmee\\w*'",
            "'(?:heilsarmee)?'",
            "'(?:heilsarmee)?'",
            "This pattern fits an empty text. It should ask for at least one character.",
        ),
        (
            "'\\bweil der stadt\\b', place: true",
            "'a', sure: likely",
            "likely",
            "“sure” needs a “kind”: without a kind there is nothing to be sure of.",
        ),
        ("from: '\\bst\\.? '", "from: 3, too: 4", "too", "There is no key “too” here."),
        ("units: '", "units: '(", "", "This pattern is no regular expression: unclosed group."),
    ] {
        assert!(text.contains(right), "{right}");
        let source = Source::new("employers.yaml", text.replacen(right, wrong, 1));
        let problems = EmployerVocabulary::load(&source, &places()).unwrap_err();
        let told: Vec<_> = problems.iter().map(|p| (source.slice(p.span), p.message.text(Lang::En))).collect();
        assert!(told.iter().any(|(at, text)| text.starts_with(message) && (place.is_empty() || *at == place)), "{told:?}");
    }
    assert!(EmployerVocabulary::load(&Source::new("e", ""), &places()).is_err());
    assert!(EmployerVocabulary::load(&Source::new("e", "[a]"), &places()).is_err());
}

/// All patterns of the bundled vocabulary.
pub(in crate::facts) fn patterns() -> Vec<&'static Pattern> {
    let vocabulary = vocabulary();
    let EmployerVocabulary { ties, place_names, .. } = vocabulary;
    let mut patterns: Vec<&Pattern> = vocabulary.names.iter().map(|name| &name.pattern).collect();
    patterns.extend([&vocabulary.passed_whole, &vocabulary.passed_from, &vocabulary.unknown, &vocabulary.employs_too, &vocabulary.owned]);
    patterns.extend([&vocabulary.names_nobody, &vocabulary.units, &vocabulary.roles_not_after, &place_names.end, &place_names.additions]);
    patterns.extend([&ties.strong, &ties.chain, &ties.chain_of_area, &ties.area, &ties.place, &ties.other, &ties.belonging]);
    patterns.extend(vocabulary.doubts.iter().map(|doubt| &doubt.pattern).chain(vocabulary.roles.iter().map(|role| &role.pattern)));
    patterns.extend(place_names.spellings.iter().map(|(pattern, _)| pattern));
    patterns.extend([&vocabulary.phrase_end, &ties.joined].into_iter().flat_map(Excepting::patterns));
    patterns
}

#[test]
fn no_pattern_loses_a_match() {
    let names = rows(NAMES).chain(rows(EMPLOYERS)).map(|row| Folded::new(row[0]).unwrap().text().to_owned());
    crate::facts::pattern::tests::nothing_is_lost(&patterns(), &names.collect::<Vec<_>>());
}

#[test]
fn sentences_exist_in_both_languages() {
    for sentence in sentences::ALL {
        assert!(!sentence.text.de.is_empty() && !sentence.text.en.is_empty() && sentence.key.starts_with("employers-"));
    }
}

/// Names put together from words that matter, so that they meet the patterns.
fn wordy() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Stadt",
        "Caritas",
        "und",
        "/",
        "(",
        ")",
        ",",
        "im",
        "der",
        "für",
        "Landkreis",
        "Öhringen",
        "Landratsamt",
        "im Auftrag",
        "e.V.",
        "gGmbH",
        "Stiftung",
        "nicht",
        "bei",
        "Rems-Murr-Kreis",
        "Amt für",
        "Kreisverband",
        "bezahlt",
        "–",
        "ß",
        "Ausländerbehörde",
        "St.",
        "Gemeinde",
    ]);
    prop::collection::vec(words, 0..12).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_is_answered(name in ".{0,80}") {
        holds(&name)?;
    }

    #[test]
    fn any_words_are_answered(name in wordy()) {
        holds(&name)?;
        let expected = Told { matched: None, ..vocabulary().tell(&name) };
        let other = name.replace('ö', "oe").replace('Ö', "OE").replace('ü', "ue").replace('ß', "ss").replace('ä', "ae").to_uppercase();
        prop_assert_eq!(Told { matched: None, ..vocabulary().tell(&other) }, expected);
    }
}

/// What holds for every name.
fn holds(name: &str) -> Result<(), TestCaseError> {
    let told = vocabulary().tell(name);
    prop_assert_eq!(told.kind.is_none(), told.sure == Sure::Unsure);
    prop_assert!(told.kind.is_none_or(|kind| ORGANISATION_KIND.word(kind).is_some()));
    if let Some(matched) = told.matched {
        prop_assert!(name.get(matched).is_some_and(|text| !text.is_empty()));
    }
    prop_assert!(side(told.kind) == "public" || (told.body.is_none() && !told.is_office));
    prop_assert!(told.kind.is_some() || (told.roles.is_empty() && told.reason.is_some()));
    Ok(())
}
