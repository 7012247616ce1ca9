//! The words that plans choose from, in both languages.

use super::table::{Choice, Word};
use crate::text::Bilingual;

macro_rules! choices {
    ($($(#[$meta:meta])* $name:ident = $id:literal [$($de:literal / $en:literal = $label_de:literal / $label_en:literal),* $(,)?];)*) => {
        $(
            $(#[$meta])*
            pub static $name: Choice = Choice {
                name: $id,
                words: &[$(Word {
                    name: Bilingual { de: $de, en: $en },
                    label: Bilingual { de: $label_de, en: $label_en },
                }),*],
            };
        )*
        /// Every list of words.
        pub static ALL: &[&Choice] = &[$(&$name),*];
    };
}

choices! {
    /// How far a plan has come.
    STATUS = "status" [
        "debattiert" / "debated" = "wird debattiert" / "being debated",
        "geplant" / "planned" = "geplant" / "planned",
        "beschlossen" / "decided" = "beschlossen" / "decided",
        "laufend" / "running" = "läuft" / "running",
        "beendet" / "ended" = "beendet" / "ended",
    ];
    /// The programmes that are told apart.
    PROGRAMME = "programme" [
        "integrationsmanagement" / "integrationsmanagement" = "Integrationsmanagement" / "Integrationsmanagement",
        "integrationsbeauftragte" / "integrationsbeauftragte" = "Integrationsbeauftragte" / "Integrationsbeauftragte",
    ];
    /// Who holds the task, decides, applies or receives.
    HOLDER = "holder" [
        "gemeinde" / "municipality" = "die Gemeinde" / "the municipality",
        "landkreis" / "county" = "der Landkreis" / "the Landkreis",
        "verbund" / "joint" = "mehrere Gemeinden gemeinsam" / "several municipalities jointly",
    ];
    /// Who decides how the money is used.
    DECIDER = "decider" [
        "gemeinde" / "municipality" = "die Gemeinde" / "the municipality",
        "landkreis" / "county" = "der Landkreis" / "the Landkreis",
        "gemeinsam" / "joint" = "mehrere Gemeinden gemeinsam" / "several municipalities jointly",
    ];
    /// Kinds of municipality.
    MUNICIPALITY_KIND = "municipality kind" [
        "gemeinde" / "municipality" = "Gemeinde" / "municipality",
        "stadt" / "town" = "Stadt" / "town",
        "stadtkreis" / "urban_district" = "Stadtkreis" / "urban district",
        "gemeindeverband" / "municipal_association" = "Gemeindeverband" / "municipal association",
    ];
    /// Kinds of organisation.
    ORGANISATION_KIND = "organisation kind" [
        "freier_traeger" / "free_carrier" = "freier Träger" / "free carrier",
        "wohlfahrtsverband" / "welfare_association" = "Wohlfahrtsverband" / "welfare association",
        "kirche" / "church_body" = "Kirche oder kirchliche Stelle" / "church body",
        "verein" / "association" = "Verein" / "association",
        "stiftung" / "foundation" = "Stiftung" / "foundation",
        "gemeinnuetzige_gesellschaft" / "nonprofit_company" = "gemeinnützige Gesellschaft" / "non-profit company",
        "privatunternehmen" / "commercial_company" = "privates Unternehmen" / "commercial company",
        "gemeinde" / "municipality" = "Gemeinde" / "municipality",
        "stadt" / "town" = "Stadt" / "town",
        "stadtkreis" / "urban_district" = "Stadtkreis" / "urban district",
        "landkreis" / "county" = "Landkreis" / "Landkreis",
        "gemeindeverband" / "municipal_association" = "Gemeindeverband" / "municipal association",
        "kommunale_gesellschaft" / "municipal_company" = "kommunale Gesellschaft" / "municipal company",
        "land" / "state" = "Land" / "state",
        "jobcenter" / "jobcenter" = "Jobcenter" / "job centre",
    ];
    /// What an organisation does besides counselling.
    ORGANISATION_ROLE = "organisation role" [
        "auslaenderbehoerde" / "immigration_authority" = "Ausländerbehörde" / "immigration authority",
        "leistungsgewaehrung" / "benefits" = "Leistungsgewährung" / "payment of benefits",
        "unterbringung" / "accommodation" = "Unterbringung" / "accommodation",
        "rueckkehrberatung" / "return_counselling" = "Rückkehrberatung" / "return counselling",
        "ordnungsbehoerde" / "public_order" = "Ordnungsbehörde" / "public order",
        "jobcenter" / "jobcenter" = "Jobcenter" / "job centre",
    ];
    /// What a post is for.
    POST_ROLE = "post role" [
        "beratung" / "counselling" = "Beratung" / "counselling",
        "koordination" / "coordination" = "Koordination" / "coordination",
    ];
    /// Whether somebody works on a post.
    FILLED = "filled" [
        "ja" / "yes" = "ja" / "yes",
        "nein" / "no" = "nein" / "no",
        "teilweise" / "partly" = "teilweise" / "partly",
    ];
    /// Where people work.
    WORKPLACE = "workplace" [
        "rathaus" / "town_hall" = "Rathaus" / "town hall",
        "landratsamt" / "county_office" = "Landratsamt" / "county office",
        "unterkunft" / "accommodation" = "Unterkunft" / "accommodation",
        "eigenes_buero" / "own_office" = "eigenes Büro" / "own office",
    ];
    /// What people on a post do besides counselling.
    DUTY = "duty" [
        "rueckkehrberatung" / "return_counselling" = "Rückkehrberatung" / "return counselling",
        "unterkunftsverwaltung" / "accommodation_management" = "Verwaltung der Unterkunft" / "management of the accommodation",
        "belegung" / "allocation" = "Belegung der Unterkunft" / "allocation of places",
        "leistungsgewaehrung" / "benefits" = "Leistungsgewährung" / "payment of benefits",
        "auslaenderrecht" / "immigration_law" = "Ausländerrecht" / "immigration law",
        "integrationsbeauftragte" / "integration_commissioner" = "Integrationsbeauftragte" / "integration commissioner",
        "polizeihilfe" / "police_assistance" = "Hilfe für die Polizei" / "assistance to the police",
        "anwesenheitskontrolle" / "attendance_checks" = "Anwesenheitskontrolle" / "attendance checks",
        "altersfeststellung" / "age_assessment" = "Altersfeststellung" / "age assessment",
        "datenweitergabe" / "data_disclosure" = "Weitergabe von Daten" / "passing on of data",
    ];
    /// What the grant may pay for.
    COST = "cost" [
        "personal" / "staff" = "Personal" / "staff",
        "fortbildung" / "training" = "Fortbildung" / "training",
        "miete" / "rent" = "Miete" / "rent",
        "sachkosten" / "materials" = "Sachkosten" / "materials",
        "gemeinkosten" / "overheads" = "Gemeinkosten" / "overheads",
    ];
    /// Classes of a qualification.
    QUALIFICATION_CLASS = "qualification class" [
        "soziale_arbeit" / "social_work" = "Soziale Arbeit" / "social work",
        "vergleichbares_studium" / "comparable_degree" = "vergleichbares Studium" / "comparable degree",
        "im_studium" / "in_training" = "noch im Studium" / "still in training",
        "sammelbezeichnung" / "generic_label" = "Sammelbezeichnung" / "generic label",
        "zertifikat" / "certificate" = "nur Weiterbildung genannt" / "only a further training is named",
        "gemischt" / "mixed" = "verschiedene Abschlüsse" / "mixed degrees",
        "anderes_studium" / "other_degree" = "anderes Studium" / "other degree",
        "sozialer_beruf" / "vocational_social" = "sozialer Ausbildungsberuf" / "vocational training in a social field",
        "anderer_beruf" / "vocational_other" = "anderer Ausbildungsberuf" / "other vocational training",
        "taetigkeit_ohne_abschluss" / "activity_without_degree" = "Tätigkeit ohne Abschluss" / "activity without a degree",
        "nur_erfahrung" / "experience_only" = "nur Erfahrung" / "experience only",
        "nicht_abgeschlossen" / "incomplete" = "nicht abgeschlossen" / "not completed",
    ];
    /// What kind of personal data a text holds.
    PERSONAL_DATA = "personal data" [
        "name" / "name" = "Name einer Person" / "name of a person",
        "geburtsdatum" / "birth_date" = "Geburtsdatum" / "date of birth",
        "e_mail" / "email" = "E-Mail-Adresse" / "e-mail address",
        "telefon" / "telephone" = "Telefonnummer" / "telephone number",
    ];
}
