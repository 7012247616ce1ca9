//! The one table of fields: every field of a plan, and every fact that is computed from them, named once.
//!
//! The reader, its suggestions, the JSON Schema, the types of rules and the reference of fields all come from here.

use super::table::{Addressee, Field, FieldNo, Kind, Table};
use super::words::{
    COST, DECIDER, DUTY, FILLED, HOLDER, MUNICIPALITY_KIND, ORGANISATION_KIND, ORGANISATION_ROLE, PERSONAL_DATA, POST_ROLE, PROGRAMME,
    QUALIFICATION_CLASS, STATUS, WORKPLACE,
};
use crate::text::Bilingual;

/// `NAME module = "German" / "English" (shorthand FIELD)? { FIELD: "german" / "english", kind, "meaning de", "meaning en" .option(…); … }`
macro_rules! tables {
    ($($(#[$meta:meta])* $name:ident $module:ident = $de:literal / $en:literal $(shorthand $short:ident)? {
        $($field:ident: $fde:literal / $fen:literal, $kind:expr, $mde:literal, $men:literal $(, .$option:ident($($arg:expr),*))*;)*
    })*) => {
        $(
            $(#[$meta])*
            pub static $name: Table = Table {
                name: Bilingual { de: $de, en: $en },
                fields: &[$(Field::new($fde, $fen, $kind, $mde, $men)$(.$option($($arg),*))*),*],
                shorthand: tables!(@shorthand $module $($short)?),
            };
            #[doc = concat!("Numbers of the fields of a ", $en, ".")]
            #[allow(missing_docs, reason = "the table says what each field means")]
            pub mod $module {
                use super::FieldNo;
                #[allow(non_camel_case_types, clippy::upper_case_acronyms, dead_code, reason = "only counts")]
                enum Number { $($field),* }
                $(pub const $field: FieldNo = FieldNo(Number::$field as u16);)*
            }
        )*
        /// Every table, the plan first.
        pub static TABLES: &[&Table] = &[$(&$name),*];
    };
    (@shorthand $module:ident) => { None };
    (@shorthand $module:ident $short:ident) => { Some($module::$short) };
}

use Addressee::{Administration, Carrier, Employer};

/// What is missing of the grant is asked for at once: the same paper tells all of it.
const GRANT_QUESTION: Bilingual = Bilingual {
    de: "Zur Förderung: Wer hat den Antrag gestellt und wann, welcher Betrag wurde im Jahr und je voller Stelle bewilligt, für wie viele Monate und für welche Kosten, war die Person im Antrag benannt, und wann wurden die Kennzahlen gemeldet?",
    en: "On the grant: who applied and when, which amount was approved a year and for a full post, for how many months and for which costs, was the person named in the application, and when were the key figures reported?",
};

static TEXT: Kind = Kind::Text;
static MUNICIPALITIES: Kind = Kind::Record(&MUNICIPALITY);
static POSTS: Kind = Kind::Record(&POST);
static QUALIFICATIONS: Kind = Kind::Record(&QUALIFICATION);
static OWNERS: Kind = Kind::Record(&OWNER);
static CONTROLS: Kind = Kind::Record(&CONTROL);
static SOURCES: Kind = Kind::Record(&SOURCE);
static EXCEPTIONS: Kind = Kind::Record(&EXCEPTION);
static REPLIES: Kind = Kind::Record(&REPLY);
static KEY_FIGURES: Kind = Kind::Record(&KEY_FIGURE);
static PERSONS: Kind = Kind::Record(&PERSON);
static ORGANISATIONS: Kind = Kind::Record(&ORGANISATION);
static MEETINGS: Kind = Kind::Record(&MEETING);
static SHARED_POSTS: Kind = Kind::Record(&SHARED_POST);
static PERSONAL: Kind = Kind::Choice(&PERSONAL_DATA);
static ROLES: Kind = Kind::Choice(&ORGANISATION_ROLE);
static DUTIES: Kind = Kind::OpenChoice(&DUTY);
static COSTS: Kind = Kind::Choice(&COST);

tables! {
    /// The whole plan.
    PLAN plan = "Plan" / "plan" {
        FORMAT: "format" / "format", Kind::Count, "Nummer des Formats; zurzeit 1", "number of the format; at present 1";
        MUNICIPALITY: "gemeinde" / "municipality", Kind::List(&MUNICIPALITIES),
            "die Gemeinde oder die Gemeinden, für die die Stellen da sind", "the municipality or municipalities for whom the posts work",
            .other_name("gemeinden", "municipalities"), .required();
        COUNTY: "kreis" / "county", Kind::County, "der Landkreis, oder der Stadtkreis selbst: Name oder fünfstelliger Schlüssel",
            "the Landkreis, or the Stadtkreis itself: name or five-digit key",
            .ask(Administration, "In welchem Landkreis liegt {municipality}?", "Which Landkreis does {municipality} belong to?");
        AGS: "ags" / "ags", Kind::Ags, "amtlicher Gemeindeschlüssel der einen Gemeinde, acht Ziffern in Anführungszeichen",
            "official key of the one municipality, eight digits in quotes";
        AS_OF: "stand" / "as_of", Kind::Date, "wann diese Angaben galten", "when these facts held";
        PERIOD: "zeitraum" / "period", Kind::Record(&PERIOD), "für welche Zeit der Plan gilt; entscheidet, welches Recht gilt",
            "the time that the plan is for; decides which law is in force";
        STATUS: "status" / "status", Kind::Choice(&STATUS), "wie weit der Plan ist", "how far the plan has come";
        PROGRAMME: "programm" / "programme", Kind::OpenChoice(&PROGRAMME), "das Förderprogramm; ohne Angabe Integrationsmanagement",
            "the funding programme; without a word, Integrationsmanagement", .default("integrationsmanagement");
        TASK_HELD_BY: "aufgabe_liegt_bei" / "task_held_by", Kind::Choice(&HOLDER), "bei wem die Aufgabe liegt", "who holds the task",
            .ask(Administration, "Bei wem liegt die Aufgabe: bei der Gemeinde, beim Landkreis oder bei mehreren Gemeinden gemeinsam?",
                "Who holds the task: the municipality, the Landkreis, or several municipalities jointly?"),
            .changeable("Die Aufgabe liegt bei", "Who holds the task");
        LEAD_MUNICIPALITY: "federfuehrend" / "lead_municipality", Kind::Text, "welche Gemeinde für die anderen handelt",
            "which municipality acts for a joint arrangement";
        DECIDES_ON_FUNDS: "entscheidet_ueber_mittel" / "decides_on_funds", Kind::Choice(&DECIDER), "wer entscheidet, wie das Geld verwendet wird",
            "who decides how the money is used",
            .ask(Administration, "Wer entscheidet, wie das Geld für das Integrationsmanagement verwendet wird: die Gemeinde, der Landkreis oder mehrere Gemeinden gemeinsam?",
                "Who decides how the money for the Integrationsmanagement is used: the municipality, the Landkreis, or several municipalities jointly?"),
            .changeable("Über die Mittel entscheidet", "Who decides on the funds");
        GRANT: "foerderung" / "grant", Kind::Record(&GRANT), "Antrag und Bewilligung", "application and approval",
            .ask(Administration, GRANT_QUESTION.de, GRANT_QUESTION.en);
        CONDITIONS: "bedingungen" / "conditions", Kind::List(&TEXT), "was bei der Abgabe der Aufgabe vereinbart wurde; wird gezeigt, nie beurteilt",
            "what was agreed when the task was ceded; shown, never judged";
        ORGANISATIONS: "organisationen" / "organisations", Kind::Map(&ORGANISATION), "Arbeitgeber, Eigentümer und Ämter, je unter einer Kennung",
            "employers, owners and offices, each under an id";
        POSTS: "stellen" / "posts", Kind::List(&POSTS), "die Stellen", "the posts",
            .ask(Administration, "Welche Stellen gibt es für das Integrationsmanagement in {municipality}, und wer ist jeweils der Arbeitgeber?",
                "Which posts are there for the Integrationsmanagement in {municipality}, and who is the employer of each?");
        TOTAL_FTE: "gesamt_vzae" / "total_fte", Kind::Fte, "angegebene Summe der Vollzeitäquivalente", "stated total of full-time equivalents";
        COUNSELLING_MONTHS: "beratungsdauer_monate" / "counselling_months", Kind::Number, "längste Beratung einer Person, in Monaten",
            "longest counselling of a person, in months",
            .ask(Administration, "Wie viele Monate wird eine Person höchstens beraten?", "For how many months is a person counselled at most?"),
            .changeable("Längste Beratung einer Person, in Monaten", "Longest counselling of a person, in months");
        CONTRACT: "vertrag" / "contract", Kind::Record(&CONTRACT), "Vertrag zwischen Gemeinde und Träger", "contract between municipality and carrier";
        SOURCES: "quellen" / "sources", Kind::List(&SOURCES), "woher die Angaben stammen", "where the facts come from";
        EXCEPTIONS: "ausnahmen" / "exceptions", Kind::List(&EXCEPTIONS), "hingenommene Befunde, mit Begründung und Enddatum",
            "accepted findings, with reason and end date";
        REPLIES: "stellungnahmen" / "replies", Kind::List(&REPLIES), "was die Gemeinde oder der Träger geantwortet hat; wird gezeigt, nie beurteilt",
            "what the municipality or the carrier answered; shown, never judged";
        NOTE: "notiz" / "note", Kind::Text, "eine Notiz", "a note";
        IN_FORCE: "zeit" / "in_force", Kind::Date, "die Zeit, von der der Plan spricht", "the time that the plan speaks of", .derived();
        IS_DATED: "ist_datiert" / "is_dated", Kind::YesNo, "ob der Plan überhaupt eine Zeit nennt", "whether the plan names any time", .decided();
        COUNTY_EXISTS: "kreis_bekannt" / "county_exists", Kind::YesNo, "ob es den angegebenen Kreis gibt", "whether the stated Kreis exists", .derived();
        IS_URBAN_DISTRICT: "ist_stadtkreis" / "is_urban_district", Kind::YesNo, "ob der Plan für einen Stadtkreis ist: Gemeinde und Kreis in einem",
            "whether the plan is for a Stadtkreis: municipality and Kreis in one", .derived();
        FUNDS_DECIDED_BY: "ueber_mittel_entscheidet" / "funds_decided_by", Kind::Choice(&DECIDER),
            "wer über die Mittel entscheidet; ohne Angabe nach dem, bei wem die Aufgabe liegt",
            "who decides on the funds; where absent, told from who holds the task", .derived();
        FUNDS_TOLD_FROM_TASK: "mittel_aus_aufgabe" / "funds_told_from_task", Kind::YesNo, "ob das nur aus der Aufgabe geschlossen ist",
            "whether that is only told from the task", .decided();
        POSTS_FTE: "summe_vzae" / "posts_fte", Kind::Fte, "Summe der Vollzeitäquivalente aller Stellen", "sum of the full-time equivalents of all posts", .derived();
        TOTAL_DIFFERENCE: "abweichung_vzae" / "total_difference", Kind::Fte,
            "Abstand der angegebenen Summe von der Summe der Stellen; unbekannt, wo eine von beiden nur ungefähr ist",
            "distance of the stated total from the sum of posts; unknown where one of them is approximate", .derived();
        PERSONS: "personen" / "persons", Kind::List(&PERSONS), "die Personen auf den Stellen, und die unbesetzten Teile", "the persons on the posts, and the vacant parts", .derived();
        ALL_ORGANISATIONS: "alle_organisationen" / "all_organisations", Kind::List(&ORGANISATIONS), "alle genannten Organisationen, auch die nur beim Namen genannten",
            "every organisation named, also those named by name alone", .decided();
    }

    /// A municipality.
    MUNICIPALITY municipality = "Gemeinde" / "municipality" shorthand NAME {
        NAME: "name" / "name", Kind::Text, "Name der Gemeinde", "name of the municipality", .required();
        AGS: "ags" / "ags", Kind::Ags, "amtlicher Gemeindeschlüssel, acht Ziffern in Anführungszeichen", "official key, eight digits in quotes";
        KIND: "art" / "kind", Kind::Choice(&MUNICIPALITY_KIND), "Art der Gemeinde", "kind of municipality";
        AGS_EXISTS: "ags_kreis_bekannt" / "ags_exists", Kind::YesNo, "ob es den Kreis gibt, den der Schlüssel nennt, und eine solche Gemeinde darin geben kann",
            "whether the Kreis that the key names exists and can have such a municipality", .derived();
        AGS_FITS_COUNTY: "ags_passt_zum_kreis" / "ags_fits_county", Kind::YesNo, "ob der Schlüssel zum angegebenen Kreis passt", "whether the key agrees with the stated Kreis", .derived();
        AGS_COUNTY: "kreis_laut_ags" / "ags_county", Kind::Text, "der Kreis, den der Schlüssel nennt", "the Kreis that the key names", .derived();
        COMPARED_NAME: "name_zum_vergleich" / "compared_name", Kind::Text, "der Name in der einen Schreibweise, in der Pläne verglichen werden; unbekannt, wo der Text keine einzelne Gemeinde nennt",
            "the name in the one spelling by which plans are compared; unknown where the text names no single municipality", .derived();
        COUNTY_KEY: "kreisschluessel" / "county_key", Kind::Text, "der Kreis, in dem die Gemeinde liegt, aus Schlüssel, Kreis oder Name", "the Kreis in which the municipality lies, from key, county or name", .derived();
    }

    /// A time.
    PERIOD period = "Zeitraum" / "period" {
        FROM: "von" / "from", Kind::Date, "erster Tag", "first day";
        TO: "bis" / "to", Kind::Date, "letzter Tag", "last day";
        REVERSED: "verkehrt" / "reversed", Kind::YesNo, "ob das Ende sicher vor dem Anfang liegt", "whether the end is certainly before the beginning", .derived();
    }

    /// An organisation.
    ORGANISATION organisation = "Organisation" / "organisation" shorthand NAME {
        NAME: "name" / "name", Kind::Text, "Name der Organisation", "name of the organisation";
        KIND: "art" / "kind", Kind::Choice(&ORGANISATION_KIND), "Art der Organisation; ohne Angabe aus dem Namen geschlossen", "kind of organisation; where absent, told from the name",
            .ask(Administration, "Was für eine Organisation ist {organisation}: ein freier Träger, ein Teil der öffentlichen Verwaltung, oder eine Gesellschaft – und wem gehört sie?",
                "What kind of organisation is {organisation}: a free carrier, part of the public administration, or a company – and who owns it?");
        OWNERS: "eigentuemer" / "owners", Kind::List(&OWNERS), "wem die Organisation gehört, mit Anteilen", "who owns the organisation, with shares",
            .ask(Carrier, "Wem gehört {organisation}, und zu welchen Anteilen?", "Who owns {organisation}, and in which shares?");
        CONTROL: "kontrolle" / "control", Kind::List(&CONTROLS), "wer die Organisation beherrscht, ohne sie zu besitzen", "who controls the organisation without owning it",
            .ask(Carrier, "Wer stellt bei {organisation} die Mehrheit in Vorstand oder Aufsichtsrat, oder darf Weisungen geben?",
                "Who has the majority in the board or council of {organisation}, or may instruct it?"),
            .changeable("Kontrolle ohne Eigentum", "Control without ownership");
        OTHER_ROLES: "weitere_rollen" / "other_roles", Kind::List(&ROLES), "was die Organisation sonst noch tut", "what else the organisation does",
            .ask(Employer, "Welche Aufgaben hat {organisation} noch: Ausländerbehörde, Leistungsgewährung, Unterbringung, Rückkehrberatung, Ordnungsbehörde, Jobcenter – oder keine davon?",
                "What other tasks does {organisation} have: immigration authority, payment of benefits, accommodation, return counselling, public order, job centre – or none of these?");
        SOURCE: "quelle" / "source", Kind::Text, "woher die Angabe stammt", "where this comes from";
        ID: "kennung" / "id", Kind::Text, "die Kennung, unter der sie im Plan steht", "the id under which the plan lists it", .derived();
        KIND_FROM_NAME: "art_laut_name" / "kind_from_name", Kind::Choice(&ORGANISATION_KIND), "die Art, die der Name sagt", "the kind that the name tells", .derived();
        NAME_CONTRADICTS_KIND: "name_widerspricht_art" / "name_contradicts_kind", Kind::YesNo, "ob der Name das Gegenteil der angegebenen Art sagt",
            "whether the name says the opposite of the stated kind", .derived();
        IS_UNKNOWN_ID: "kennung_unbekannt" / "is_unknown_id", Kind::YesNo, "ob eine Kennung gemeint ist, die es nicht gibt", "whether an id is meant that does not exist", .decided();
        PUBLIC: "oeffentlich" / "public", Kind::YesNo, "ob sie öffentlich ist oder öffentlich beherrscht wird", "whether it is public or publicly controlled", .derived();
        INDEPENDENT: "unabhaengig" / "independent", Kind::YesNo, "ob sie ein unabhängiger Träger ist", "whether it is an independent carrier", .derived();
        PUBLIC_SHARE: "oeffentlicher_anteil" / "public_share", Kind::Share, "Anteil, der bekanntermaßen in öffentlicher Hand ist, bis zu dem, der es höchstens sein kann",
            "share known to be in public hands, up to what it can be at most", .derived();
        STAKES: "summe_anteile" / "stakes", Kind::Share, "Summe der angegebenen Anteile", "sum of the stated stakes", .derived();
        ROLES: "rollen" / "roles", Kind::List(&ROLES), "was sie und die Ämter derselben Organisation tun", "what it and the offices of the same organisation do", .derived();
        BODY: "koerperschaft" / "body", Kind::Text, "die Körperschaft, zu der sie dem Namen nach gehört, in einer Schreibweise", "the public body that it belongs to by its name, in one spelling", .derived();
    }

    /// A stake in an organisation.
    OWNER owner = "Eigentümer" / "owner" shorthand WHO {
        WHO: "wer" / "who", Kind::Organisation, "wer den Anteil hält: Kennung oder Name", "who holds the stake: id or name", .required();
        SHARE: "anteil" / "share", Kind::Share, "der Anteil, zum Beispiel \"60 %\"", "the stake, for instance \"60 %\"",
            .ask(Carrier, "Wie groß ist der Anteil von {owner} an {organisation}?", "How large is the stake of {owner} in {organisation}?"),
            .changeable("Anteil", "Stake");
    }

    /// Control of an organisation without ownership.
    CONTROL control = "Kontrolle" / "control" shorthand BY {
        BY: "durch" / "by", Kind::Organisation, "wer die Organisation beherrscht", "who controls the organisation", .required();
        KIND: "art" / "kind", Kind::Text, "wodurch: Mehrheit in Vorstand oder Aufsichtsrat, Weisungsrecht", "by what: majority in the board or council, right to instruct";
    }

    /// A post.
    POST post = "Stelle" / "post" {
        ID: "id" / "id", Kind::Text, "Kennung der Stelle, einmalig in der Datei; ohne Angabe ihre Nummer", "id of the post, unique in the file; where absent, its number";
        EMPLOYER: "arbeitgeber" / "employer", Kind::Organisation, "wer die Menschen auf der Stelle anstellt: Kennung, Name oder Organisation", "who employs the people on the post: id, name or organisation",
            .ask(Administration, "Wer ist der Arbeitgeber der Stelle {post}?", "Who is the employer of post {post}?"),
            .changeable("Arbeitgeber", "Employer");
        FTE: "vzae" / "fte", Kind::Fte, "Umfang in Vollzeitäquivalenten: 0,5 oder \"50 %\" ist eine halbe Stelle", "size in full-time equivalents: 0.5 or \"50 %\" is half a post",
            .ask(Administration, "Welchen Umfang hat die Stelle {post}?", "What is the size of post {post}?");
        HEADCOUNT: "koepfe" / "headcount", Kind::Count, "wie viele Menschen auf der Stelle arbeiten", "how many people work on the post",
            .ask(Employer, "Wie viele Menschen arbeiten auf der Stelle {post}, und welchen Abschluss haben sie?",
                "How many people work on post {post}, and which degrees do they have?");
        ROLE: "aufgabe" / "role", Kind::Choice(&POST_ROLE), "Beratung oder Koordination; ohne Angabe Beratung", "counselling or coordination; where absent, counselling",
            .default("counselling"), .ask(Administration, "Ist die Stelle {post} für Beratung oder für Koordination?", "Is post {post} for counselling or for coordination?");
        COORDINATION_FTE: "davon_koordination" / "coordination_fte", Kind::Fte, "der Teil der Stelle, der Koordination ist", "the part of the post that is coordination";
        FILLED: "besetzt" / "filled", Kind::Choice(&FILLED), "ob jemand auf der Stelle arbeitet; ohne Angabe ja", "whether somebody works on the post; where absent, yes",
            .default("yes"), .ask(Administration, "Ist die Stelle {post} besetzt?", "Is post {post} filled?");
        START: "beginn" / "start", Kind::Date, "erster Tag der Stelle; ohne Angabe der des Plans", "first day of the post; where absent, that of the plan";
        END: "ende" / "end", Kind::Date, "letzter Tag der Stelle; ohne Angabe der des Plans", "last day of the post; where absent, that of the plan";
        QUALIFICATION: "qualifikation" / "qualification", Kind::List(&QUALIFICATIONS), "welchen Abschluss die Menschen auf der Stelle haben, am besten im Wortlaut", "which degree the people on the post have, best as printed",
            .ask(Employer, "Welchen Studien- oder Berufsabschluss haben die Menschen, die bei {employer} auf den Stellen im Integrationsmanagement beraten?",
                "Which degree or vocational qualification do the people have who counsel on the Integrationsmanagement posts at {employer}?"),
            .changeable("Abschluss", "Degree");
        REQUIRED_QUALIFICATION: "anforderung" / "required_qualification", Kind::Record(&QUALIFICATION), "was Ausschreibung oder Beschluss verlangen", "what the advertisement or council paper asks for",
            .ask(Employer, "Welchen Abschluss verlangt {employer} für die unbesetzten Stellen?", "Which degree does {employer} require for the vacant posts?"),
            .changeable("Verlangter Abschluss", "Degree asked for");
        LINE_MANAGEMENT: "dienstaufsicht" / "line_management", Kind::Organisation, "wer die Dienstaufsicht hat", "who has line management",
            .ask(Employer, "Zu den Stellen bei {employer}: Welche Aufgaben haben die Menschen dort außer der Beratung, wer hat die Dienst- und die Fachaufsicht, und wo ist ihr Büro?",
                "On the posts at {employer}: which duties do the people there have besides counselling, who has line management and professional supervision, and where is their office?"),
            .changeable("Dienstaufsicht", "Line management");
        PROFESSIONAL_SUPERVISION: "fachaufsicht" / "professional_supervision", Kind::Organisation, "wer die Fachaufsicht hat", "who has professional supervision",
            .ask(Employer, "Zu den Stellen bei {employer}: Welche Aufgaben haben die Menschen dort außer der Beratung, wer hat die Dienst- und die Fachaufsicht, und wo ist ihr Büro?",
                "On the posts at {employer}: which duties do the people there have besides counselling, who has line management and professional supervision, and where is their office?"),
            .changeable("Fachaufsicht", "Professional supervision");
        SECONDED_FROM: "gestellt_von" / "seconded_from", Kind::Organisation, "wer die Person gestellt hat und ihr Arbeitgeber bleibt", "organisation whose employee the person remains",
            .ask(Administration, "Wird die Person auf der Stelle {post} von einer anderen Organisation gestellt, und von welcher?", "Is the person on post {post} seconded from another organisation, and from which?"),
            .changeable("Gestellt von", "Seconded from");
        WORKPLACE: "dienstort" / "workplace", Kind::OpenChoice(&WORKPLACE), "wo gearbeitet wird; entscheidet nie über die Unabhängigkeit", "where people work; never decides independence",
            .ask(Employer, "Zu den Stellen bei {employer}: Welche Aufgaben haben die Menschen dort außer der Beratung, wer hat die Dienst- und die Fachaufsicht, und wo ist ihr Büro?",
                "On the posts at {employer}: which duties do the people there have besides counselling, who has line management and professional supervision, and where is their office?"),
            .changeable("Dienstort", "Place of work");
        OTHER_DUTIES: "weitere_aufgaben" / "other_duties", Kind::List(&DUTIES), "was auf der Stelle sonst noch getan wird", "what else is done on the post",
            .ask(Employer, "Zu den Stellen bei {employer}: Welche Aufgaben haben die Menschen dort außer der Beratung, wer hat die Dienst- und die Fachaufsicht, und wo ist ihr Büro?",
                "On the posts at {employer}: which duties do the people there have besides counselling, who has line management and professional supervision, and where is their office?"),
            .changeable("Weitere Aufgaben", "Other duties");
        SOURCE: "quelle" / "source", Kind::Text, "woher die Angabe stammt: Kennung einer Quelle oder Text", "where this comes from: id of a source, or text";
        LABEL: "bezeichnung" / "label", Kind::Text, "wie Befunde die Stelle nennen", "what findings call the post", .decided();
        HEADS: "personenzahl" / "heads", Kind::Number, "Zahl der Menschen, angegeben oder aus der Liste der Qualifikationen gezählt", "number of people, stated or counted from the list of qualifications", .derived();
        COUNSELLING_FTE: "vzae_beratung" / "counselling_fte", Kind::Fte, "Umfang ohne den Teil für Koordination", "size without the part that is coordination", .derived();
        SECONDED_FROM_PUBLIC: "gestellt_oeffentlich" / "seconded_from_public", Kind::YesNo, "ob die Person bei einem öffentlichen Arbeitgeber angestellt bleibt", "whether the person remains employed by a public employer", .derived();
        REVERSED: "verkehrt" / "reversed", Kind::YesNo, "ob das Ende sicher vor dem Anfang liegt", "whether the end is certainly before the beginning", .derived();
        PERSONAL_DATA: "personenbezogen" / "personal_data", Kind::List(&PERSONAL), "welche Angaben zu einer einzelnen Person bei der Stelle stehen", "which data about an individual stand at the post", .decided();
    }

    /// A qualification.
    QUALIFICATION qualification = "Qualifikation" / "qualification" shorthand TEXT {
        TEXT: "text" / "text", Kind::Text, "der Abschluss im Wortlaut", "the degree as printed";
        CLASS: "klasse" / "class", Kind::Choice(&QUALIFICATION_CLASS), "die Klasse des Abschlusses; ohne Angabe aus dem Text geschlossen", "the class of the degree; where absent, told from the text";
        RECOGNISED_ON: "anerkannt_am" / "recognised_on", Kind::Date, "wann ein ausländischer oder verwandter Abschluss anerkannt wurde", "when a foreign or related degree was recognised";
        FTE: "vzae" / "fte", Kind::Fte, "Umfang dieser Person", "size of this person's part";
    }

    /// A person on a post, or the vacant part of one.
    PERSON person = "Person" / "person" {
        POST: "stelle" / "post", Kind::Record(&POST), "die Stelle", "the post", .decided();
        VACANT: "unbesetzt" / "vacant", Kind::YesNo, "ob es der unbesetzte Teil ist, über den die Anforderung spricht", "whether it is the vacant part, of which the requirement speaks", .decided();
        TEXT: "text" / "text", Kind::Text, "Abschluss oder Anforderung im Wortlaut", "degree or requirement as printed", .derived();
        CLASS: "klasse" / "class", Kind::Choice(&QUALIFICATION_CLASS), "Klasse des Abschlusses", "class of the degree", .derived();
        SOCIAL_WORK: "soziale_arbeit" / "social_work", Kind::YesNo, "ob es eine Qualifikation in Sozialer Arbeit ist", "whether it is a qualification in social work", .derived();
        FTE: "vzae" / "fte", Kind::Fte, "Umfang", "size", .derived();
        HEADS: "personenzahl" / "heads", Kind::Number, "wie viele Menschen", "how many people", .derived();
    }

    /// The grant.
    GRANT grant = "Förderung" / "grant" {
        RECIPIENT: "empfaenger" / "recipient", Kind::OpenChoice(&HOLDER), "wer das Geld erhält", "who receives the money",
            .ask(Administration, GRANT_QUESTION.de, GRANT_QUESTION.en);
        APPLICANT: "antragsteller" / "applicant", Kind::OpenChoice(&HOLDER), "wer den Antrag gestellt hat", "who applied",
            .ask(Administration, GRANT_QUESTION.de, GRANT_QUESTION.en),
            .changeable("Den Antrag stellt", "Who applies");
        AMOUNT_PER_YEAR: "betrag_jahr" / "amount_per_year", Kind::Money, "Betrag im Jahr, in Euro", "amount a year, in euros",
            .ask(Administration, GRANT_QUESTION.de, GRANT_QUESTION.en),
            .changeable("Betrag im Jahr, in Euro", "Amount a year, in euros");
        AMOUNT_PER_FTE: "betrag_je_vzae" / "amount_per_fte", Kind::Money, "Betrag für eine volle Stelle im Jahr, in Euro", "amount for a full post a year, in euros",
            .ask(Administration, GRANT_QUESTION.de, GRANT_QUESTION.en),
            .changeable("Betrag für eine volle Stelle im Jahr, in Euro", "Amount for a full post a year, in euros");
        MONTHS: "monate" / "months", Kind::Number, "Dauer der Bewilligung in Monaten", "length of the approval in months",
            .ask(Administration, GRANT_QUESTION.de, GRANT_QUESTION.en),
            .changeable("Dauer der Bewilligung in Monaten", "Length of the approval in months");
        COSTS: "kosten" / "costs", Kind::List(&COSTS), "welche Kosten gefördert werden", "which costs are paid for",
            .ask(Administration, GRANT_QUESTION.de, GRANT_QUESTION.en),
            .changeable("Geförderte Kosten", "Costs paid for");
        APPLIED_ON: "beantragt_am" / "applied_on", Kind::Date, "wann der Antrag gestellt wurde", "when the application was made",
            .ask(Administration, GRANT_QUESTION.de, GRANT_QUESTION.en);
        PERSON_NAMED: "person_benannt" / "person_named", Kind::YesNo, "ob die Person im Antrag benannt war", "whether the person was named in the application",
            .ask(Administration, GRANT_QUESTION.de, GRANT_QUESTION.en),
            .changeable("Die Person ist im Antrag benannt", "The person is named in the application");
        KEY_FIGURES: "kennzahlen" / "key_figures", Kind::List(&KEY_FIGURES), "wann die Kennzahlen gemeldet wurden", "when the key figures were reported",
            .ask(Administration, GRANT_QUESTION.de, GRANT_QUESTION.en);
        APPLICANT_KIND: "art_des_antragstellers" / "applicant_kind", Kind::Choice(&ORGANISATION_KIND),
            "was für eine Stelle den Antrag gestellt hat; aus dem Namen geschlossen", "what kind of body applied; told from its name",
            .derived(), .ask(Administration, GRANT_QUESTION.de, GRANT_QUESTION.en);
    }

    /// A yearly report of key figures.
    KEY_FIGURE key_figure = "Kennzahl" / "key figure" {
        YEAR: "jahr" / "year", Kind::Date, "das Jahr, für das gemeldet wurde", "the year reported on";
        REPORTED_ON: "gemeldet_am" / "reported_on", Kind::Date, "wann gemeldet wurde", "when it was reported",
            .ask(Administration, GRANT_QUESTION.de, GRANT_QUESTION.en);
        DAYS_AFTER_YEAR: "tage_nach_jahresende" / "days_after_year", Kind::Number, "wie viele Tage nach dem Ende des Jahres gemeldet wurde",
            "how many days after the end of the year it was reported", .derived();
    }

    /// The contract between municipality and carrier.
    CONTRACT contract = "Vertrag" / "contract" {
        FORM: "form" / "form", Kind::Text, "Form des Vertrags", "form of the contract";
        SIGNED: "unterzeichnet" / "signed", Kind::YesNo, "ob er unterzeichnet ist", "whether it is signed",
            .ask(Administration, "Ist der Vertrag zwischen der Gemeinde und dem Träger unterzeichnet?", "Has the contract between the municipality and the carrier been signed?"),
            .changeable("Der Vertrag ist unterzeichnet", "The contract is signed");
        TERMINABLE_AT_WILL: "kuendbar_jederzeit" / "terminable_at_will", Kind::YesNo, "ob er jederzeit ohne Grund gekündigt werden kann", "whether it can be ended at any time without reasons",
            .ask(Administration, "Kann der Vertrag mit dem Träger jederzeit ohne Angabe von Gründen gekündigt werden?", "Can the contract with the carrier be ended at any time without giving reasons?"),
            .changeable("Der Vertrag ist jederzeit kündbar", "The contract can be ended at any time");
    }

    /// A source.
    SOURCE source = "Quelle" / "source" shorthand TITLE {
        ID: "id" / "id", Kind::Text, "Kennung, auf die andere Angaben verweisen", "id that other fields refer to";
        TITLE: "titel" / "title", Kind::Text, "Titel", "title";
        URL: "url" / "url", Kind::Text, "Adresse im Netz", "address on the web";
        DATE: "datum" / "date", Kind::Date, "Datum der Quelle", "date of the source";
    }

    /// An accepted finding.
    EXCEPTION exception = "Ausnahme" / "exception" {
        RULE: "regel" / "rule", Kind::Text, "die Regel", "the rule", .required();
        REASON: "begruendung" / "reason", Kind::Text, "warum der Befund hingenommen wird", "why the finding is accepted", .required();
        UNTIL: "bis" / "until", Kind::Date, "bis wann", "until when", .required();
        POST: "stelle" / "post", Kind::Text, "Kennung der Stelle, wenn nur sie gemeint ist", "id of the post, if only that one is meant";
    }

    /// An answer of the other side.
    REPLY reply = "Stellungnahme" / "reply" {
        RULE: "regel" / "rule", Kind::Text, "die Regel, zu der geantwortet wird", "the rule that is answered to";
        POST: "stelle" / "post", Kind::Text, "Kennung der Stelle, wenn nur sie gemeint ist", "id of the post, if only that one is meant";
        BY: "von" / "by", Kind::Text, "wer geantwortet hat: Gemeinde oder Träger, ohne Namen", "who answered: municipality or carrier, no names";
        DATE: "datum" / "date", Kind::Date, "wann", "when";
        TEXT: "text" / "text", Kind::Text, "die Antwort im Wortlaut", "the answer as given", .required();
        SOURCE: "quelle" / "source", Kind::Text, "woher die Antwort stammt", "where the answer comes from";
    }

    /// All plans that are checked together: what rules across files judge, and no plan states.
    RUN run = "Lauf" / "run" {
        MEETINGS: "begegnungen" / "meetings", Kind::List(&MEETINGS), "je zwei Pläne, die von derselben Gemeinde sprechen", "pairs of plans that speak of the same municipality", .derived();
        SHARED_POSTS: "gemeinsame_stellen" / "shared_posts", Kind::List(&SHARED_POSTS), "Stellen, die zwei Pläne derselben Gemeinde mit derselben Regelung unter derselben Kennung nennen",
            "posts that two plans of the same municipality and arrangement list under the same id", .derived();
    }

    /// Two plans that speak of the same municipality.
    MEETING meeting = "Begegnung" / "meeting" {
        MUNICIPALITIES: "gemeinden" / "municipalities", Kind::List(&TEXT), "die Gemeinden, von denen beide Pläne sprechen", "the municipalities that both plans speak of", .derived();
        PLAN: "plan" / "plan", Kind::Record(&CLAIM), "was der Plan sagt, dessen Datei dem Namen nach später kommt", "what the plan says whose file comes later by name", .derived();
        OTHER: "anderer_plan" / "other", Kind::Record(&CLAIM), "was der andere Plan sagt", "what the other plan says", .derived();
        SAME_MUNICIPALITY: "dieselbe_gemeinde" / "same_municipality", Kind::YesNo, "ob es dieselbe Gemeinde ist; unbekannt, wo zum Namen der Kreis fehlt",
            "whether it is the same municipality; unknown where the name has no county", .derived();
        SAME_PROGRAMME: "dasselbe_programm" / "same_programme", Kind::YesNo, "ob es dasselbe Förderprogramm ist", "whether it is the same funding programme", .derived();
        TIMES_OVERLAP: "zeiten_ueberschneiden_sich" / "times_overlap", Kind::YesNo, "ob beide Pläne mindestens einen Tag gemeinsam haben", "whether both plans have at least one day in common", .derived();
    }

    /// What one plan says of its municipalities, beside another plan.
    CLAIM claim = "Angaben eines Plans" / "claim" {
        FILE: "datei" / "file", Kind::Text, "die Datei", "the file", .derived();
        TIME: "zeit" / "time", Kind::Date, "die Zeit, von der der Plan spricht", "the time that the plan speaks of", .derived();
        SEVERAL: "mehrere_gemeinden" / "several", Kind::YesNo, "ob der Plan für mehrere Gemeinden ist", "whether the plan is for several municipalities", .derived();
        TASK_HELD_BY: "aufgabe_liegt_bei" / "task_held_by", Kind::Choice(&HOLDER), "bei wem die Aufgabe nach dem Plan liegt", "who holds the task, according to the plan", .derived();
        DECIDES_ON_FUNDS: "entscheidet_ueber_mittel" / "decides_on_funds", Kind::Choice(&DECIDER), "wer nach dem Plan über die Mittel entscheidet", "who decides on the funds, according to the plan", .derived();
        ARRANGEMENT: "regelung" / "arrangement", Kind::Choice(&HOLDER), "wie die Aufgabe nach allem, was der Plan sagt, geregelt ist; unbekannt, wo er Verschiedenes sagt",
            "how the task is arranged by all that the plan says; unknown where it says different things", .derived();
    }

    /// A post that two plans list under the same id.
    SHARED_POST shared_post = "gemeinsame Stelle" / "shared post" {
        ID: "id" / "id", Kind::Text, "die Kennung der Stelle", "the id of the post", .derived();
        MEETING: "begegnung" / "meeting", Kind::Record(&MEETING), "die beiden Pläne", "the two plans", .derived();
        EMPLOYER: "arbeitgeber" / "employer", Kind::Text, "der Arbeitgeber nach dem Plan, dessen Datei dem Namen nach später kommt", "the employer according to the plan whose file comes later by name", .derived();
        OTHER_EMPLOYER: "anderer_arbeitgeber" / "other_employer", Kind::Text, "der Arbeitgeber nach dem anderen Plan", "the employer according to the other plan", .derived();
        SAME_EMPLOYER: "derselbe_arbeitgeber" / "same_employer", Kind::YesNo, "ob es derselbe Arbeitgeber ist; unbekannt, wo zwei Namen dasselbe meinen können",
            "whether it is the same employer; unknown where two names may mean the same", .derived();
    }
}
