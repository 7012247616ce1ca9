//! Names of towns and employers, and the wording of qualifications.

use std::sync::LazyLock;

use super::dice::Dice;

const EMPLOYERS: &str = include_str!("../../tests/data/employer_names.csv");
const QUALIFICATIONS: &str = include_str!("../../tests/data/qualification_phrases.csv");

/// A Landkreis: its key, its name, and what its offices and associations call it.
pub(super) const KREISE: [(&str, &str, &str); 12] = [
    ("08119", "Rems-Murr-Kreis", "Rems-Murr"),
    ("08126", "Hohenlohekreis", "Hohenlohe"),
    ("08136", "Ostalbkreis", "Ostalb"),
    ("08225", "Neckar-Odenwald-Kreis", "Neckar-Odenwald"),
    ("08235", "Landkreis Calw", "Calw"),
    ("08317", "Ortenaukreis", "Ortenau"),
    ("08325", "Landkreis Rottweil", "Rottweil"),
    ("08336", "Landkreis Lörrach", "Lörrach"),
    ("08416", "Landkreis Tübingen", "Tübingen"),
    ("08426", "Landkreis Biberach", "Biberach"),
    ("08435", "Bodenseekreis", "Bodensee"),
    ("08436", "Landkreis Ravensburg", "Ravensburg"),
];

const BEFORE: [&str; 12] = ["", "Bad ", "Ober", "Unter", "Neu", "Alt", "Hohen", "Nieder", "Groß", "Klein", "Sankt ", "Mittel"];
const STEMS: [&str; 60] = [
    "ach", "ahlen", "asper", "balz", "berken", "birken", "bisch", "blau", "buchen", "dachs", "degen", "dorn", "eber", "eichen", "elsen",
    "erlen", "eschen", "falken", "fichten", "fils", "flein", "fuchs", "gams", "gerlin", "grün", "hasel", "heiden", "herms", "hirsch",
    "holder", "huls", "ilmen", "kalten", "kirch", "kohl", "königs", "laufen", "linden", "lor", "mar", "mauer", "mühl", "nuss", "otters",
    "pfaffen", "rappen", "reb", "rosen", "rot", "sachsen", "schön", "stein", "talen", "tannen", "ulmen", "wald", "weiden", "wiesen",
    "wolfen", "zell",
];
const AFTER: [&str; 26] = [
    "hausen", "ingen", "dorf", "bach", "heim", "weiler", "berg", "brunn", "bronn", "feld", "hofen", "kirch", "ried", "rot", "see", "stadt",
    "stetten", "tal", "wangen", "zimmern", "au", "furt", "lingen", "reute", "schwend", "beuren",
];

/// The town of a plan, always another one.
pub(super) fn town_of(number: u64) -> String {
    // A step that has no factor in common with the number of towns visits each of them.
    const TOWNS: u64 = (BEFORE.len() * STEMS.len() * AFTER.len()) as u64;
    town(usize::try_from(number.wrapping_mul(7_919) % TOWNS).unwrap_or(0))
}

/// Any town.
pub(super) fn some_town(dice: &mut Dice) -> String {
    town(dice.roll(BEFORE.len() * STEMS.len() * AFTER.len()))
}

fn town(at: usize) -> String {
    let (before, rest) = (BEFORE[at % BEFORE.len()], at / BEFORE.len());
    let name = format!("{}{}", STEMS[rest % STEMS.len()], AFTER[rest / STEMS.len()]);
    if before.is_empty() || before.ends_with(' ') {
        let mut letters = name.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        format!("{before}{first}{}", letters.as_str())
    } else {
        format!("{before}{name}")
    }
}

/// Texts of the lists of which the library does not tell as much as their label knows: it leaves them open, and asks. They are no
/// mistake of a plan, and a record of them would only be a record of that.
const LEFT_OPEN: [&str; 5] = [
    "BruderhausDiakonie – Stiftung am Berg",
    "Erzieherin auf einer Sozialarbeiterstelle (Diplom gefordert)",
    "Sinologin",
    "hat vier Semester Soziale Arbeit studiert",
    "keine Fachkräfte mit Studium der Sozialen Arbeit gefunden",
];

/// The rows of a table that are in no quotes, without those that are left open.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let rows = table.lines().skip(1).filter(|line| !line.contains('"')).map(|line| line.split(';').collect::<Vec<_>>());
    rows.filter(|row| !LEFT_OPEN.contains(&row[0]))
}

/// The first column of the rows of a table whose label is one of these.
fn labelled(table: &'static str, label: usize, labels: &[&str]) -> Vec<&'static str> {
    rows(table).filter(|row| row.get(label).is_some_and(|found| labels.contains(found))).map(|row| row[0]).collect()
}

/// The kind of an organisation, as format 1 names it, and its name.
pub(super) type Named = (&'static str, String);

/// A carrier that is independent by what its name tells.
pub(super) fn free_carrier(dice: &mut Dice, town: &str, kreis: &str) -> Named {
    static PRINTED: LazyLock<Vec<&str>> = LazyLock::new(|| labelled(EMPLOYERS, 1, &["free"]));
    const PATTERNS: [(&str, &str); 14] = [
        ("wohlfahrtsverband", "Caritasverband {town} e.V."),
        ("wohlfahrtsverband", "Caritas {town}"),
        ("wohlfahrtsverband", "Caritasverband für den Landkreis {kreis} e.V."),
        ("wohlfahrtsverband", "Diakonisches Werk {town}"),
        ("wohlfahrtsverband", "Kreisdiakonieverband {kreis}"),
        ("wohlfahrtsverband", "Diakonieverband {town}/{kreis}"),
        ("wohlfahrtsverband", "DRK-Kreisverband {kreis} e.V."),
        ("wohlfahrtsverband", "AWO Kreisverband {kreis} e.V."),
        ("wohlfahrtsverband", "AWO-Ortsverein {town}"),
        ("wohlfahrtsverband", "Johanniter-Unfall-Hilfe e.V., Regionalverband {kreis}"),
        ("kirche", "Evangelische Kirchengemeinde {town}"),
        ("verein", "Freundeskreis Asyl {town} e.V."),
        ("verein", "Arbeitskreis Asyl {town} e.V."),
        ("verein", "Stadtmission {town} e.V."),
    ];
    if dice.percent(40) { ("wohlfahrtsverband", dice.pick(&PRINTED).to_owned()) } else { filled(dice, &PATTERNS, town, kreis) }
}

/// A public employer, by what its name tells.
pub(super) fn public_employer(dice: &mut Dice, town: &str, kreis: &str) -> Named {
    static PRINTED: LazyLock<Vec<(&str, Vec<&str>)>> =
        LazyLock::new(|| ["stadt", "landkreis", "gemeindeverband"].map(|kind| (kind, labelled(EMPLOYERS, 1, &[kind]))).into());
    if dice.percent(40) {
        let (kind, names) = &PRINTED[dice.roll(PRINTED.len())];
        return (kind, dice.pick(names).to_owned());
    }
    if dice.percent(60) { municipality(dice, town) } else { landkreis(dice, kreis) }
}

/// The administration of the municipality itself.
pub(super) fn municipality(dice: &mut Dice, town: &str) -> Named {
    const PATTERNS: [(&str, &str); 7] = [
        ("stadt", "Stadt {town}"),
        ("stadt", "Stadtverwaltung {town}"),
        ("stadt", "Stadt {town}, Amt für Soziales und Integration"),
        ("stadt", "Stadt {town} (Hauptamt)"),
        ("gemeinde", "Gemeinde {town}"),
        ("gemeinde", "Bürgermeisteramt {town}"),
        ("gemeinde", "Gemeindeverwaltung {town}"),
    ];
    filled(dice, &PATTERNS, town, "")
}

/// The administration of the Landkreis.
pub(super) fn landkreis(dice: &mut Dice, kreis: &str) -> Named {
    const PATTERNS: [(&str, &str); 4] = [
        ("landkreis", "Landratsamt {kreis}"),
        ("landkreis", "Landkreis {kreis}"),
        ("landkreis", "Landratsamt {kreis}, Amt für Migration und Integration"),
        ("landkreis", "Landratsamt {kreis}, Sozialdezernat"),
    ];
    filled(dice, &PATTERNS, "", kreis)
}

/// A company that is as independent as its owners.
pub(super) fn company(dice: &mut Dice, town: &str, kreis: &str) -> String {
    const PATTERNS: [(&str, &str); 8] = [
        ("", "Brücke {town} gGmbH"),
        ("", "Integra {kreis} gGmbH"),
        ("", "Neue Wege {town} gGmbH"),
        ("", "Perspektive {kreis} gGmbH"),
        ("", "Wegweiser {town} gGmbH"),
        ("", "Ankommen in {town} gGmbH"),
        ("", "Miteinander {kreis} gGmbH"),
        ("", "Horizont {town} gGmbH"),
    ];
    filled(dice, &PATTERNS, town, kreis).1
}

fn filled(dice: &mut Dice, patterns: &[(&'static str, &str)], town: &str, kreis: &str) -> Named {
    let (kind, pattern) = dice.pick(patterns);
    (kind, pattern.replace("{town}", town).replace("{kreis}", kreis))
}

/// What a qualification is worth for the demand: class as format 1 names it, and the wording.
pub(super) type Worded = (&'static str, String);

/// A degree in social work.
pub(super) fn social_work(dice: &mut Dice) -> Worded {
    static PRINTED: LazyLock<Vec<&str>> = LazyLock::new(|| of_persons(&["social_work"]));
    let wording = dice.pick(&PRINTED);
    ("soziale_arbeit", with_addition(dice, wording))
}

/// What is no degree in social work, beyond doubt.
pub(super) fn no_social_work(dice: &mut Dice) -> Worded {
    const CLASSES: [(&str, &str); 6] = [
        ("anderes_studium", "other_degree"),
        ("sozialer_beruf", "vocational_social"),
        ("anderer_beruf", "vocational_other"),
        ("taetigkeit_ohne_abschluss", "activity_without_degree"),
        ("nur_erfahrung", "experience_only"),
        ("nicht_abgeschlossen", "incomplete"),
    ];
    static PRINTED: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| CLASSES.map(|(_, label)| of_persons(&[label])).into());
    of_class(dice, &CLASSES, &PRINTED)
}

/// What leaves open whether it is a degree in social work.
pub(super) fn unclear(dice: &mut Dice) -> Worded {
    const CLASSES: [(&str, &str); 4] = [
        ("vergleichbares_studium", "comparable_degree"),
        ("im_studium", "in_training"),
        ("sammelbezeichnung", "generic_label"),
        ("gemischt", "mixed"),
    ];
    static PRINTED: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| CLASSES.map(|(_, label)| of_persons(&[label])).into());
    of_class(dice, &CLASSES, &PRINTED)
}

fn of_class(dice: &mut Dice, classes: &[(&'static str, &str)], printed: &[Vec<&str>]) -> Worded {
    let at = dice.roll(classes.len());
    let wording = dice.pick(&printed[at]);
    (classes[at].0, with_addition(dice, wording))
}

/// The wordings of these classes that are said of a person who works.
fn of_persons(classes: &[&str]) -> Vec<&'static str> {
    rows(QUALIFICATIONS).filter(|row| row.len() >= 3 && row[1] != "requirement" && classes.contains(&row[2])).map(|row| row[0]).collect()
}

/// What is told besides, and changes nothing.
fn with_addition(dice: &mut Dice, wording: &str) -> String {
    const LANGUAGES: [&str; 8] = ["Arabisch", "Farsi", "Kurdisch", "Türkisch", "Russisch", "Französisch", "Tigrinya", "Ukrainisch"];
    match dice.roll(10) {
        0 => format!("{wording}, spricht {}", dice.pick(&LANGUAGES)),
        1 => format!("{wording}, seit {} im Team", dice.between(2014, 2021)),
        _ => wording.to_owned(),
    }
}
