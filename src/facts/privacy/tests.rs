//! What is and what is not a person's data. All persons are made up.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::plan::words::PERSONAL_DATA;
use crate::text::Lang;

const FILE: &str = include_str!("../../../rules/vocabulary/privacy.yaml");

fn vocabulary() -> &'static PrivacyVocabulary {
    static VOCABULARY: std::sync::LazyLock<PrivacyVocabulary> =
        std::sync::LazyLock::new(|| PrivacyVocabulary::load(&Source::new("privacy.yaml", FILE)).unwrap());
    &VOCABULARY
}

/// Each text with what is found in it, as its kind and its words.
fn check(kind: &str, table: &[(&str, &str)]) {
    let vocabulary = vocabulary();
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let found = vocabulary.find(text);
            let all_of_kind = found.iter().all(|(word, _)| PERSONAL_DATA.word(*word).unwrap().name.en == kind);
            let places: Vec<&str> = found.iter().map(|(_, place)| &text[place.clone()]).collect();
            (places.join(" | ") != *expected || !all_of_kind).then(|| format!("{text:?}: {found:?} {places:?}, expected {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names() {
    check(
        "name",
        &[
            ("Frau Müller", "Frau Müller"),
            ("Frau Mueller, 50 %", "Frau Mueller"),
            ("besetzt mit Frau Dr. Öhlschläger seit 2018", "Frau Dr. Öhlschläger"),
            ("Hr. Dr. Schmidt", "Hr. Dr. Schmidt"),
            ("Hr. Prof. Dr. med. Kunzelmann", "Hr. Prof. Dr. med. Kunzelmann"),
            ("Herrn Özdemir", "Herrn Özdemir"),
            ("Herr von Wallenfels", "Herr von Wallenfels"),
            ("Herr Al Khouri", "Herr Al Khouri"),
            ("Herr al-Khouri-Haddad und Frau Jung", "Frau Jung"),
            ("Ms Smith", "Ms Smith"),
            ("Mr. O'Neill", "Mr. O'Neill"),
            ("Ansprechpartnerin ist Martina d’Angelo.", "Martina d’Angelo"),
            ("Frau dell'Acqua", "Frau dell'Acqua"),
            ("FRAU EISELE", "FRAU EISELE"),
            ("Frau M. Eisele", "Frau M. Eisele"),
            ("Frau Martina Eisele", "Frau Martina Eisele"),
            ("Frau Martina", "Frau Martina"),
            ("Frau Bürgermeisterin Keck", "Frau Bürgermeisterin Keck"),
            ("Herr/Frau Neuhaus", "Frau Neuhaus"),
            ("Frau Neuhaus-Bergmann (Elternzeit)", "Frau Neuhaus-Bergmann"),
            ("Vertretung für Frau Kraft", "Frau Kraft"),
            ("Dr. Winterhalder", "Dr. Winterhalder"),
            ("Prof. Dr. Winterhalder", "Prof. Dr. Winterhalder"),
            ("Dr. A. Winterhalder", "Dr. A. Winterhalder"),
            ("Martina Eisele", "Martina Eisele"),
            ("MARTINA EISELE", "MARTINA EISELE"),
            ("Martina EISELE", "Martina EISELE"),
            ("Martina M. Eisele", "Martina M. Eisele"),
            ("Anna-Lena Müller", "Anna-Lena Müller"),
            ("Karl-Heinz Bräuninger", "Karl-Heinz Bräuninger"),
            ("Anna Maria Fröschle", "Anna Maria Fröschle"),
            ("Franz von Wallenfels", "Franz von Wallenfels"),
            ("Eisele, Martina", "Eisele, Martina"),
            ("Eisele, Anna Maria (Sozialarbeiterin)", "Eisele, Anna Maria"),
            ("Eisele, Martina Sozialarbeiterin", "Eisele, Martina"),
            ("Quell, Martina Eisele", "Martina Eisele"),
            ("Neu-Quell Beispiel und Frau Eisele", "Frau Eisele"),
            ("Özlem Yıldırım", "Özlem Yıldırım"),
            ("Ozlem Yildirim", "Ozlem Yildirim"),
            ("Oezlem Yildirim", "Oezlem Yildirim"),
            ("Ayşe Çelik", "Ayşe Çelik"),
            ("İbrahim Şahin", "İbrahim Şahin"),
            ("Ahmad Al Hassan", "Ahmad Al Hassan"),
            ("Mohammed el-Amrani", ""),
            ("Mohammed El-Amrani", "Mohammed El-Amrani"),
            ("Zoran Petrović", "Zoran Petrović"),
            ("Małgorzata Wójcik", "Małgorzata Wójcik"),
            ("Oleksandr Kovalenko", "Oleksandr Kovalenko"),
            ("René Lefèvre", "René Lefèvre"),
            ("Ju\u{308}rgen Mu\u{308}ller", "Ju\u{308}rgen Mu\u{308}ller"),
            ("Sozialarbeiterin Martina Eisele, 0,5 VZÄ", "Martina Eisele"),
            ("Integrationsmanagerin, Martina Eisele", "Martina Eisele"),
            ("Caritas Biberach, Martina Eisele und Jens Kolb", "Martina Eisele | Jens Kolb"),
            ("Martina Eisele Diakonisches Werk", "Martina Eisele"),
            ("Martina Eisele (Caritas)", "Martina Eisele"),
            ("Gespräch mit Martina Eisele am 3. Mai", "Martina Eisele"),
            ("Ansprechpartnerin: Xenobia Quell", "Xenobia Quell"),
            ("Ansprechpartner*in: Xenobia Quell", "Xenobia Quell"),
            ("Ansprechpartner:in: Xenobia Quell", "Xenobia Quell"),
            ("Ansprechpartner/-in: X. Quell", "X. Quell"),
            ("Ansprechpartner(in): Xenobia von Quell", "Xenobia von Quell"),
            ("Ansprechpartnerin: Frau Quell", "Frau Quell"),
            ("Stelleninhaberin: Xenobia Quell (seit März 2018)", "Xenobia Quell"),
            ("Nachname: Quell", "Quell"),
            ("Nachname: Dr. Quell", "Dr. Quell"),
            ("Vorname: Xenobia, Nachname: Quell", "Xenobia | Quell"),
        ],
    );
}

#[test]
fn no_names() {
    let table = [
        "Caritas Bodensee-Oberschwaben",
        "Caritasverband der Diözese Rottenburg-Stuttgart",
        "Stadt Rheinfelden",
        "Stadt St. Georgen",
        "St. Martin Wangen",
        "St. Elisabeth Stiftung",
        "Johanniter",
        "Johannes-Diakonie Mosbach",
        "Johannes Diakonie",
        "Sozialarbeiterin",
        "Sozialarbeiterin Bachelor",
        "Friedrich-Ebert-Straße",
        "Friedrich-Ebert-Straße Lörrach",
        "Friedrich Ebert Straße 3",
        "Friedrich-Ebert-Stiftung",
        "Evangelische Hochschule Ludwigsburg",
        "Evangelische Gesellschaft (eva)",
        "Eva gGmbH",
        "eva Stuttgart",
        "Paulinenpflege Winnenden",
        "Stiftung Liebenau",
        "Stiftung Eva Beispiel",
        "Bruderhaus",
        "BruderhausDiakonie Reutlingen",
        "Karlshöhe Ludwigsburg",
        "Mariaberg e. V.",
        "Haus Maria Beispiel",
        "Anna Haag Haus",
        "Anna Haag Mehrgenerationenhaus",
        "Karl Olga Krankenhaus",
        "Paul Wilhelm von Keppler Stiftung",
        "Eva Mayr-Stihl Stiftung",
        "Rosa Luxemburg Stiftung",
        "Rosa-Luxemburg-Stiftung",
        "Franz von Assisi Gesellschaft",
        "Martin Luther King Schule",
        "Martin-Luther-Gemeinde",
        "Robert Bosch GmbH",
        "Wilhelm Löhe Verein",
        "Kirchengemeinde Maria Hilf",
        "Dipl.-Soz.päd. (FH)",
        "Dipl.-Sozialpädagogin (FH), B.A.",
        "Dr. phil. Sozialwissenschaften",
        "Dr. Karl Beispiel Stiftung",
        "August 2018",
        "April 2019",
        "ab August Förderung durch das Land",
        "Mai Juni Juli",
        "Jan Feb März",
        "Frau oder Mann",
        "Frau (m/w/d)",
        "Frauen und Männer",
        "Frau Landrätin",
        "Herr N. N.",
        "Frau XY",
        "Max Mustermann",
        "MS Office und Excel",
        "HR Abteilung",
        "Mo. – Fr. Beratung",
        "Mo-Fr Vormittag",
        "KIM Nordrhein-Westfalen",
        "Nur Beratung, kein Management",
        "Ansprechpartnerin: Caritas Bodensee",
        "Ansprechpartner: Landratsamt Biberach",
        "Ansprechpartner: Freundeskreis Asyl Berglen",
        "Ansprechpartnerin: noch offen",
        "Integrationsmanager: Stadt Weingarten",
        "Sachbearbeiterin Soziale Dienste",
        "Mitarbeiterin: unbesetzt",
        "Leitung: Amt für Migration",
        "staatlich anerkannte Sozialarbeiterin (Gleichwertigkeitsfeststellung eines ausländischen Abschlusses)",
        "Master Soziale Arbeit",
        "Gemeinde Rosengarten",
        "Kirchheim unter Teck, Wendlingen",
        "GVV Waibstadt",
        "Deutsches Rotes Kreuz, Kreisverband Karlsruhe",
        "Rems-Murr-Kreis",
        "Beschluss des Gemeinderats. Paul Gerhardt Gemeinde",
        "Internationaler Bund (IB) Freier Träger der Jugend-, Sozial- und Bildungsarbeit e.V.",
    ];
    check("name", &table.map(|text| (text, "")));
}

#[test]
fn dates_of_birth() {
    check(
        "birth_date",
        &[
            ("geb. 12.03.1980", "geb. 12.03.1980"),
            ("geb. am 12.3.80", "geb. am 12.3.80"),
            ("geb.: 12. 3. 1980", "geb.: 12. 3. 1980"),
            ("geboren am 12.03.1980 in Ulm", "geboren am 12.03.1980"),
            ("(geboren am 12. März 1980)", "geboren am 12. März 1980"),
            ("geboren in Damaskus am 3.4.1985", "geboren in Damaskus am 3.4.1985"),
            ("Geburtsdatum: 1980-03-12", "Geburtsdatum: 1980-03-12"),
            ("GEBURTSDATUM 12.03.1980", "GEBURTSDATUM 12.03.1980"),
            ("geb. 1980", "geb. 1980"),
            ("geboren im Jahr 1980", "geboren im Jahr 1980"),
            ("*12.03.1980", "*12.03.1980"),
            ("Beraterin (* 12. März 1980)", "* 12. März 1980"),
            ("born on 12 March 1980", "born on 12 March 1980"),
            ("date of birth: 12/03/1980", "date of birth: 12/03/1980"),
            // Dates and stars that are none.
            ("12.03.1980", ""),
            ("seit 12.03.2018", ""),
            ("anerkannt am 12.03.1998", ""),
            ("Jahrgang 1980", ""),
            ("*01.03.2018 neu besetzt", ""),
            ("Fachkraft*innen ab 01.03.2018", ""),
            ("Ergeb. 12.03.2018", ""),
            ("geboren und aufgewachsen", ""),
            ("Kinder, nach 2018 geboren", ""),
            ("29-jährige Pädagogin", ""),
            ("2018-03-01", ""),
        ],
    );
}

#[test]
fn telephone_numbers() {
    check(
        "telephone",
        &[
            ("07141 / 123-45", "07141 / 123-45"),
            ("07141/12345", "07141/12345"),
            ("07141-12345", "07141-12345"),
            ("07141 12345", "07141 12345"),
            ("07141 – 12345", "07141 – 12345"),
            ("0711 216 12345", "0711 216 12345"),
            ("(07141) 12345", "(07141) 12345"),
            ("(0 71 41) 123-45", "(0 71 41) 123-45"),
            ("0 71 41 / 9 12 34", "0 71 41 / 9 12 34"),
            ("0171 1234567", "0171 1234567"),
            ("0171/12 34 567", "0171/12 34 567"),
            ("01711234567", "01711234567"),
            ("erreichbar unter 0171-1234567.", "0171-1234567"),
            ("+49 7141 12345", "+49 7141 12345"),
            ("+49 (0) 7141 123-45", "+49 (0) 7141 123-45"),
            ("+497141123456", "+497141123456"),
            ("0049 7141 12345", "0049 7141 12345"),
            ("Tel. 07141 12345", "07141 12345"),
            ("Tel.: 12345", "12345"),
            ("Telefon 123-45", "123-45"),
            ("Telefon-Nr. 07141.12345", "07141.12345"),
            ("Handy: 0171 1234567", "0171 1234567"),
            ("Mobil +49 171 1234567", "+49 171 1234567"),
            ("Fax 07141 12346, Tel 07141 12345", "07141 12346 | 07141 12345"),
            ("Durchwahl 123", "123"),
            ("0711 12345, 0711 54321", "0711 12345 | 0711 54321"),
            // Keys, money, years, dates, posts, papers.
            ("08436055", ""),
            ("AGS 08436055", ""),
            ("084365001055", ""),
            ("08436", ""),
            ("08436 / 08437", ""),
            ("08436055/08436009", ""),
            ("08436 2018", ""),
            ("64000", ""),
            ("64 000 €", ""),
            ("64.000,00 EUR", ""),
            ("2018/2019", ""),
            ("2018-2020", ""),
            ("01.03.2018 - 31.12.2019", ""),
            ("01/2018 - 12/2019", ""),
            ("2018-03-01", ""),
            ("0,25", ""),
            ("0.25 - 0.50 VZÄ", ""),
            ("0,5 / 1,25 VZÄ", ""),
            ("28 von 32", ""),
            ("S 11b, EG 9", ""),
            ("Drucksache 0123/2018", ""),
            ("Vorlage 0123-4567", ""),
            ("Az. 0123-456789", ""),
            ("DE89 3704 0044 0532 0130 00", ""),
            ("08:00 - 12:00 Uhr", ""),
            ("Telefon 08:00-12:00 Uhr", ""),
            ("Tel. 8.30 - 12.00 Uhr", ""),
            ("Telefonberatung 2018 bis 2019", ""),
            ("Telefon 115", ""),
            ("https://www.example.org/artikel-0711-1234567,arid-07141/12345.html", ""),
            ("1.184 Personen auf rund 900 Vollzeitstellen", ""),
        ],
    );
}

#[test]
fn e_mail_addresses() {
    check(
        "email",
        &[
            ("martina.eisele@example.org", "martina.eisele@example.org"),
            ("Martina.Eisele@Landratsamt-Beispiel.de", "Martina.Eisele@Landratsamt-Beispiel.de"),
            ("mailto:eisele@example.org?subject=x", "eisele@example.org"),
            ("eisele+asyl@sub.example.co.uk.", "eisele+asyl@sub.example.co.uk"),
            ("m_eisele@bürgerhaus.de", "m_eisele@bürgerhaus.de"),
            ("eisele(at)example.org", "eisele(at)example.org"),
            ("eisele (at) example.org", "eisele (at) example.org"),
            ("eisele[at]example[dot]org", "eisele[at]example[dot]org"),
            ("eisele {at} example (punkt) org", "eisele {at} example (punkt) org"),
            ("martina.eisele at example.org", "martina.eisele at example.org"),
            ("martina.eisele at example dot org", "martina.eisele at example dot org"),
            ("E-Mail: eisele at example.org", "eisele at example.org"),
            ("Mail an eisele@example.org oder kolb@example.org", "eisele@example.org | kolb@example.org"),
            // No addresses.
            ("siehe auch at www.example.org", ""),
            ("e.g. at www.example.org", ""),
            ("@example", ""),
            ("https://example.org/@eisele", ""),
            ("Sozialarbeiter@innen", ""),
            ("50 % @ 2 Stellen", ""),
            ("www.example.org", ""),
        ],
    );
}

#[test]
fn several_kinds_in_one_text() {
    let text = "Frau Eisele (geb. 12.03.1980), Tel. 07141/12345, eisele@example.org";
    let kinds: Vec<&str> = vocabulary().find(text).into_iter().map(|(kind, _)| PERSONAL_DATA.word(kind).unwrap().name.de).collect();
    assert_eq!(kinds, ["name", "geburtsdatum", "telefon", "e_mail"]);
}

/// The file itself: nothing stands in two lists that contradict each other.
#[test]
fn lists_do_not_contradict() {
    let vocabulary = vocabulary();
    let mut both: Vec<&String> = vocabulary.names.first_names.intersection(&vocabulary.names.never).collect();
    both.extend(vocabulary.names.first_names.intersection(&vocabulary.names.named_after));
    assert!(both.is_empty(), "{both:?}");
    assert!(vocabulary.names.first_names.len() >= 400);
}

#[test]
fn wrong_files_are_told_with_their_places() {
    let changed = |from: &str, to: &str| {
        assert!(FILE.contains(from), "{from}");
        FILE.replacen(from, to, 1)
    };
    let table = [
        (changed("naming-titles:", "naming-titel:"), "naming-titel", "Den Schlüssel „naming-titel“ gibt es hier nicht."),
        (changed("kind: telefon", "kind: telefonn"), "telefonn", "„telefonn“ ist hier nicht vorgesehen."),
        (changed("digits: 5", "digits: fünf"), "fünf", "Hier wird eine Anzahl von Ziffern erwartet, etwa „8“."),
        (changed("naming-titles: [Dr, Prof]", "naming-titles: []"), "[]", "Diese Liste ist leer."),
        (changed("naming-titles: [Dr, Prof]", "naming-titles: [Dr, '7']"), "'7'", "Hier wird ein Wort aus Buchstaben erwartet."),
        (
            changed("'(?i)\\b(?:durchwahl", "'(?i)\\b(?:durchwahl("),
            "'(?i)\\b(?:durchwahl(",
            "Dieses Muster ist kein regulärer Ausdruck: unclosed group.",
        ),
        (changed("digits: 5", "unless: 'x?'"), "'x?'", "Dieses Muster passt auch auf einen leeren Text und damit überall."),
    ];
    for (text, place, message) in table {
        let source = Source::new("privacy.yaml", text);
        let problems = PrivacyVocabulary::load(&source).unwrap_err();
        let at_place = problems.iter().find(|problem| source.slice(problem.span).starts_with(place));
        let at_place = at_place.unwrap_or_else(|| panic!("{place}: {problems:?}"));
        assert!(at_place.message.text(Lang::De).starts_with(message), "{}", at_place.message.text(Lang::De));
    }
    for (text, count) in [("", 1), ("[]", 1), ("x", 1), ("patterns: [{}, x]", 16), ("patterns: {a: b}", 14)] {
        let problems = PrivacyVocabulary::load(&Source::new("privacy.yaml", text)).unwrap_err();
        assert_eq!(problems.len(), count, "{text}: {problems:?}");
    }
}

/// All patterns of the bundled vocabulary that are compiled when they are needed.
pub(in crate::facts) fn patterns() -> Vec<&'static pattern::Pattern> {
    let shapes = vocabulary().shapes.iter();
    shapes.flat_map(|shape| [Some(&shape.pattern), shape.unless.as_ref(), shape.unless_before.as_ref()]).flatten().collect()
}

#[test]
fn no_pattern_loses_a_match() {
    let texts =
        ["Tel. 07141 123-45 oder 0171 1234567", "geb. am 12.03.1980 in Ulm", "E-Mail: eisele at example.org, eisele(at)example.org"];
    crate::facts::pattern::tests::nothing_is_lost(&patterns(), &texts.map(str::to_owned));
}

#[test]
fn sentences_are_in_both_languages() {
    for sentence in sentences::ALL {
        assert!(!sentence.text.de.is_empty() && sentence.text.de != sentence.text.en, "{}", sentence.key);
    }
}

/// Texts that punish looking back or starting over.
#[test]
fn long_texts_are_fast() {
    let vocabulary = vocabulary();
    let begun = Instant::now();
    for piece in [
        "Martina ",
        "Dr. ",
        "a.",
        "a@",
        "0711 ",
        "07141/",
        "von ",
        "Frau Dr. von ",
        "* ",
        "geb. am ",
        "0",
        "Aa-",
        "ä",
        "(at) ",
        "+49 ",
        "Eisele, ",
    ] {
        let text = piece.repeat(30_000 / piece.len());
        let _ = vocabulary.find(&text);
    }
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,6}",
        Just("Frau ".to_owned()),
        Just("Martina ".to_owned()),
        Just("Mu\u{308}ller".to_owned()),
        Just(", ".to_owned()),
        Just("Ansprechpartner*in: ".to_owned()),
        Just("Dr. ".to_owned()),
        Just("a(at)b.de".to_owned()),
        Just("Tel. ".to_owned()),
        Just("geb. am ".to_owned()),
        "[0-9 /.()+-]{1,12}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn a_name_has_a_word_that_tells(text in hostile()) {
        prop_assert!(vocabulary().names.find(&text).is_empty() || vocabulary().tells.may_be_in(&text), "{text:?}");
    }

    #[test]
    fn places_lie_in_the_text(texts in prop::collection::vec(hostile(), 4)) {
        for text in texts {
            let mut end = 0;
            for (kind, place) in vocabulary().find(&text) {
                prop_assert!(PERSONAL_DATA.word(kind).is_some());
                prop_assert!(end <= place.start && place.start < place.end);
                prop_assert!(text.get(place.clone()).is_some(), "{text:?} {place:?}");
                end = place.end;
            }
        }
    }
}
