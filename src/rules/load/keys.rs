//! What may stand in `pack.yaml` and in a rule file.

use crate::rules::pack::Sureness;
use crate::rules::rule::{Level, Outcome};
use crate::yaml::keys::{Holds, keys};

static AN_ID: Holds = Holds::Id;
static A_DOCUMENT: Holds = Holds::In(&DOCUMENT);
static AN_ADJUSTMENT: Holds = Holds::In(&ADJUSTMENT);
static A_PROVISION: Holds = Holds::In(&PROVISION);
static A_VERSION: Holds = Holds::In(&VERSION);
static AN_ARGUMENT: Holds = Holds::In(&ARGUED);
static A_PLAN: Holds = Holds::Text;
static AN_EXAMPLE: Holds = Holds::In(&EXAMPLE);

keys! {
    /// `pack.yaml`.
    PACK "pack" = "Regelpaket" / "rule pack" {
        "format" may: Holds::Format, "Nummer des Formats; zurzeit 1", "number of the format; at present 1";
        "id" must: Holds::Id, "Kennung des Pakets", "id of the pack";
        "version" must: Holds::Text, "Fassung des Pakets, in Anführungszeichen; jeder Bericht nennt sie", "version of the pack, in quotes; every report names it";
        "languages" may: Holds::Languages, "Sprachen: Deutsch und Englisch", "languages: German and English";
        "title" must: Holds::Wording, "Titel", "title";
        "publisher" must: Holds::EitherWording, "wer für die Regeln einsteht", "who answers for the rules";
        "rules" must: Holds::List(&AN_ID), "Kennungen der Regeln in der Reihenfolge des Berichts; zu jeder gehört eine Datei",
            "ids of the rules in the order of the report; each has a file";
        "demands" may: Holds::List(&AN_ID), "die Regeln, die der Bericht zusammenzählt", "the rules that the report sums up";
        "documents" must: Holds::Map(&A_DOCUMENT), "worauf die Regeln beruhen, je unter einer Kennung", "what the rules rest on, each under an id";
        "provisions" may: Holds::FilledList(&A_PROVISION), "was außerdem gilt, ohne dass ein Plan danach beurteilt wird",
            "what holds as well, without any plan being judged by it";
        "adjust" may: Holds::List(&AN_ADJUSTMENT), "Regeln anderer Pakete, die hier eine andere Stufe haben", "rules of other packs that have another level here";
        "exceptions" may: Holds::WordOr("forbidden", &EXCEPTIONS), "ob und wie lange Befunde hingenommen werden dürfen: „forbidden“ oder eine längste Zeit",
            "whether and for how long findings may be accepted: “forbidden”, or a longest time";
    }

    /// For how long findings may be accepted.
    EXCEPTIONS "exceptions" = "Ausnahmen" / "exceptions" {
        "longest-days" must: Holds::Days, "die längste Zeit in Tagen, vom Tag der Prüfung an", "the longest time in days, from the day of the run";
    }

    /// A document.
    DOCUMENT "document" = "Quelle" / "document" {
        "title" must: Holds::Wording, "Titel", "title";
        "publisher" may: Holds::EitherWording, "wer sie herausgegeben hat", "who published it";
        "date" may: Holds::Text, "wann: ein Jahr, ein Monat oder ein Tag", "when: a year, a month or a day";
        "url" may: Holds::Text, "Adresse im Netz", "address on the web";
    }

    /// What holds and is not judged.
    PROVISION "provision" = "Bestimmung" / "provision" {
        "in-force" must: Holds::In(&IN_FORCE), "wann sie gilt", "when it holds";
        "holds" must: Holds::Wording, "was gilt, in einem Satz", "what holds, in a sentence";
        "source" must: Holds::In(&SOURCE), "worauf sie beruht", "what it rests on";
    }

    /// A change of level.
    ADJUSTMENT "adjustment" = "andere Stufe" / "other level" {
        "rule" must: Holds::Id, "Kennung einer Regel eines anderen Pakets", "id of a rule of another pack";
        "level" must: Holds::OneOf(levels), "die Stufe, die sie hier hat", "the level that it has here";
        "why" must: Holds::Wording, "warum; der Bericht nennt es", "why; the report says it";
    }

    /// A rule file.
    RULE "rule" = "Regel" / "rule" {
        "id" must: Holds::Id, "Kennung der Regel, zugleich der Name ihrer Datei", "id of the rule, also the name of its file";
        "level" must: Holds::OneOf(levels), "wie schwer ein Befund wiegt; ohne bestätigte Quelle höchstens eine Warnung",
            "how grave a finding is; without a confirmed source a warning at most";
        "title" must: Holds::Wording, "Titel", "title";
        "in-force" may: Holds::In(&IN_FORCE), "wann die Regel gilt; ohne Angabe zu jeder Zeit", "when the rule holds; at any time where absent";
        "each" may: Holds::Text, "was einzeln beurteilt wird, zum Beispiel: post in plan.posts", "what is judged one by one, for instance: post in plan.posts";
        "source" may: Holds::In(&SOURCE), "worauf die Regel beruht", "what the rule rests on";
        "holds" may: Holds::Wording, "was gilt, in einem Satz", "what holds, in a sentence";
        "when" may: Holds::Text, "worauf die Regel anzuwenden ist: eine Bedingung", "what the rule applies to: a condition";
        "require" may: Holds::Text, "was sie verlangt: eine Bedingung", "what it requires: a condition";
        "weigh" may: Holds::Text, "worin gezählt wird: eine Zahl", "what is counted in: a number";
        "at" may: Holds::Text, "worauf ein Befund zeigt", "where a finding points";
        "message" may: Holds::Wording, "was ein Befund sagt", "what a finding says";
        "why" may: Holds::Wording, "warum es die Regel gibt", "why the rule is there";
        "remedy" may: Holds::Wording, "was zu tun ist", "what to do";
        "ask" may: Holds::In(&ASK), "die Frage, wenn eine Angabe fehlt", "the question for a missing fact";
        "versions" may: Holds::FilledList(&A_VERSION), "was wann gilt, in der Reihenfolge der Zeit", "what holds when, in the order of time";
        "exceptions" may: Holds::OneOf(forbidden), "„forbidden“, wenn Befunde nicht hingenommen werden dürfen", "“forbidden” where findings may not be accepted";
        "argued" may: Holds::FilledList(&AN_ARGUMENT), "was die Beispiele nicht zeigen müssen, und warum", "what the examples need not show, and why";
        "examples" must: Holds::List(&AN_EXAMPLE), "Pläne und was die Regel für sie ergibt; sie werden geprüft", "plans and what the rule comes to for them; they are run";
    }

    /// What a rule says during one stretch of time.
    VERSION "version" = "Fassung einer Regel" / "version of a rule" {
        "in-force" must: Holds::In(&IN_FORCE), "wann sie gilt", "when it holds";
        "source" may: Holds::In(&SOURCE), "worauf sie beruht", "what it rests on";
        "holds" may: Holds::Wording, "was gilt, in einem Satz", "what holds, in a sentence";
        "when" may: Holds::Text, "worauf sie anzuwenden ist: eine Bedingung", "what it applies to: a condition";
        "require" may: Holds::Text, "was sie verlangt: eine Bedingung", "what it requires: a condition";
        "weigh" may: Holds::Text, "worin gezählt wird: eine Zahl", "what is counted in: a number";
        "at" may: Holds::Text, "worauf ein Befund zeigt", "where a finding points";
        "message" may: Holds::Wording, "was ein Befund sagt", "what a finding says";
        "why" may: Holds::Wording, "warum es sie gibt", "why it is there";
        "remedy" may: Holds::Wording, "was zu tun ist", "what to do";
    }

    /// When something holds.
    IN_FORCE "in-force" = "Geltung" / "time" {
        "from" may: Holds::Day, "erster Tag", "first day";
        "until" may: Holds::Day, "erster Tag, an dem es nicht mehr gilt", "first day on which it no longer holds";
    }

    /// Where a rule comes from.
    SOURCE "source" = "Fundstelle" / "source" {
        "document" must: Holds::Text, "Kennung einer Quelle aus pack.yaml", "id of a document in pack.yaml";
        "at" may: Holds::Text, "die Stelle darin", "the place in it";
        "sure" must: Holds::OneOf(sureness), "bestätigt, abgeleitet oder nur aus der Presse", "confirmed, derived, or from the press only";
    }

    /// A question.
    ASK "ask" = "Frage" / "question" {
        "to" must: Holds::OneOf(addressees), "an die Verwaltung, den Träger, oder wer von beiden der Arbeitgeber ist",
            "to the administration, the carrier, or whichever of both is the employer";
        "de" must: Holds::Text, "die Frage auf Deutsch", "the question in German";
        "en" must: Holds::Text, "die Frage auf Englisch", "the question in English";
    }

    /// What examples need not show.
    ARGUED "argued" = "was Beispiele nicht zeigen müssen" / "what examples need not show" any ["part", "mutant"] {
        "part" may: Holds::FilledText, "ein Teil einer Bedingung", "a part of a condition";
        "never" may: Holds::OneOf(truths), "der Wert, den er nie hat", "the value that it never has";
        "mutant" may: Holds::FilledText, "eine veränderte Bedingung, die dasselbe ergibt", "a changed condition that comes to the same";
        "because" must: Holds::FilledText, "warum", "why";
    }

    /// An example.
    EXAMPLE "example" = "Beispiel" / "example" any ["plan", "plans"] {
        "title" must: Holds::Text, "was es zeigt", "what it shows";
        "outcome" must: Holds::OneOf(outcomes), "was die Regel ergibt", "what the rule comes to";
        "plan" may: Holds::Text, "der Plan", "the plan";
        "plans" may: Holds::FilledList(&A_PLAN), "die Pläne, bei einer Regel über mehrere: run", "the plans, for a rule about several: run";
    }
}

/// Keys that every version needs, of its own or in common with the others.
pub(crate) const REQUIRED: [&str; 5] = ["source", "require", "message", "why", "remedy"];

fn levels() -> Vec<&'static str> {
    Level::ALL.map(Level::name).to_vec()
}

fn sureness() -> Vec<&'static str> {
    Sureness::ALL.map(Sureness::name).to_vec()
}

/// What must be among the examples.
pub(crate) const SHOWN: [Outcome; 2] = [Outcome::Fulfilled, Outcome::Violated];

fn forbidden() -> Vec<&'static str> {
    vec!["forbidden"]
}

fn truths() -> Vec<&'static str> {
    super::argued::VALUES.map(|(name, _)| name).to_vec()
}

fn outcomes() -> Vec<&'static str> {
    Outcome::ALL.map(Outcome::name).to_vec()
}

fn addressees() -> Vec<&'static str> {
    crate::facts::ADDRESSEES.iter().map(|(name, _)| *name).collect()
}
