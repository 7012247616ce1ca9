//! What people call the fields of a plan, where their names in a file are too short to be understood.

use crate::plan::{Field, Table};
use crate::text::Bilingual;

/// What people call a field; its name in a file where nothing better is known.
pub(super) fn label(table: &'static Table, field: &'static Field) -> Bilingual {
    let found = LABELS.iter().find(|(of, name, ..)| *of == table.name.en && *name == field.name.en);
    found.map_or(field.name, |&(_, _, de, en)| Bilingual { de, en })
}

/// Table and field by their English names, then what people say in German and English.
static LABELS: &[(&str, &str, &str, &str)] = &[
    ("plan", "municipality", "Gemeinden", "Municipalities"),
    ("plan", "county", "Kreis", "Kreis"),
    ("plan", "as_of", "Stand der Angaben", "Date of the facts"),
    ("plan", "period", "Zeitraum", "Period"),
    ("plan", "status", "Stand der Planung", "Status of the plan"),
    ("plan", "programme", "Förderprogramm", "Funding programme"),
    ("plan", "task_held_by", "Zuständigkeit für die Aufgabe", "Who holds the task"),
    ("plan", "lead_municipality", "Federführende Gemeinde", "Lead municipality"),
    ("plan", "decides_on_funds", "Entscheidung über die Mittel", "Decision on the funds"),
    ("plan", "grant", "Förderung", "Grant"),
    ("plan", "conditions", "Vereinbarte Bedingungen", "Agreed conditions"),
    ("plan", "organisations", "Organisationen", "Organisations"),
    ("plan", "posts", "Stellen", "Posts"),
    ("plan", "total_fte", "Angegebene Summe der Vollzeitstellen", "Stated total of full-time posts"),
    ("plan", "counselling_months", "Längste Beratung in Monaten", "Longest counselling in months"),
    ("plan", "contract", "Vertrag", "Contract"),
    ("plan", "sources", "Quellen", "Sources"),
    ("plan", "exceptions", "Ausnahmen", "Exceptions"),
    ("plan", "replies", "Stellungnahmen", "Replies"),
    ("plan", "note", "Notiz", "Note"),
    ("plan", "funds_decided_by", "Entscheidung über die Mittel", "Decision on the funds"),
    ("plan", "posts_fte", "Summe der Vollzeitstellen", "Sum of full-time posts"),
    ("municipality", "name", "Name", "name"),
    ("municipality", "ags", "Gemeindeschlüssel", "official key"),
    ("municipality", "kind", "Art der Gemeinde", "kind of municipality"),
    ("period", "from", "erster Tag", "first day"),
    ("period", "to", "letzter Tag", "last day"),
    ("organisation", "name", "Name", "name"),
    ("organisation", "kind", "Art der Organisation", "kind of organisation"),
    ("organisation", "owners", "Eigentümer", "owners"),
    ("organisation", "control", "Kontrolle durch", "controlled by"),
    ("organisation", "other_roles", "weitere Aufgaben", "other tasks"),
    ("organisation", "source", "Quelle", "source"),
    ("organisation", "independent", "unabhängiger Träger", "independent carrier"),
    ("owner", "who", "wer", "who"),
    ("owner", "share", "Anteil", "share"),
    ("control", "by", "durch wen", "by whom"),
    ("control", "kind", "wodurch", "by what"),
    ("post", "id", "Kennung", "id"),
    ("post", "employer", "Arbeitgeber", "employer"),
    ("post", "fte", "Umfang in Vollzeitstellen", "size in full-time posts"),
    ("post", "headcount", "Zahl der Menschen", "number of people"),
    ("post", "role", "Aufgabe", "role"),
    ("post", "coordination_fte", "davon Koordination", "of it coordination"),
    ("post", "filled", "besetzt", "filled"),
    ("post", "start", "Beginn", "start"),
    ("post", "end", "Ende", "end"),
    ("post", "qualification", "Qualifikation", "qualification"),
    ("post", "required_qualification", "verlangte Qualifikation", "required qualification"),
    ("post", "line_management", "Dienstaufsicht", "line management"),
    ("post", "professional_supervision", "Fachaufsicht", "professional supervision"),
    ("post", "seconded_from", "gestellt von", "seconded from"),
    ("post", "workplace", "Dienstort", "workplace"),
    ("post", "other_duties", "weitere Aufgaben", "other duties"),
    ("post", "source", "Quelle", "source"),
    ("post", "counselling_fte", "Umfang der Beratung in Vollzeitstellen", "counselling in full-time posts"),
    ("qualification", "text", "Abschluss", "degree"),
    ("qualification", "class", "Art des Abschlusses", "kind of degree"),
    ("qualification", "recognised_on", "anerkannt am", "recognised on"),
    ("qualification", "fte", "Umfang in Vollzeitstellen", "size in full-time posts"),
    ("grant", "recipient", "wer das Geld erhält", "who receives the money"),
    ("grant", "applicant", "Antragsteller", "applicant"),
    ("grant", "amount_per_year", "Betrag im Jahr", "amount a year"),
    ("grant", "amount_per_fte", "Betrag je Vollzeitstelle", "amount for a full-time post"),
    ("grant", "months", "Dauer in Monaten", "length in months"),
    ("grant", "costs", "geförderte Kosten", "costs paid for"),
    ("grant", "applied_on", "beantragt am", "applied for on"),
    ("grant", "person_named", "Person im Antrag benannt", "person named in the application"),
    ("grant", "key_figures", "Kennzahlen", "key figures"),
    ("key figure", "year", "Jahr", "year"),
    ("key figure", "reported_on", "gemeldet am", "reported on"),
    ("contract", "form", "Form", "form"),
    ("contract", "signed", "unterzeichnet", "signed"),
    ("contract", "terminable_at_will", "jederzeit kündbar", "terminable at any time"),
    ("source", "id", "Kennung", "id"),
    ("source", "title", "Titel", "title"),
    ("source", "url", "Adresse", "address"),
    ("source", "date", "Datum", "date"),
    ("exception", "rule", "Regel", "rule"),
    ("exception", "reason", "Begründung", "reason"),
    ("exception", "until", "bis wann", "until when"),
    ("exception", "post", "Stelle", "post"),
    ("reply", "rule", "Regel", "rule"),
    ("reply", "post", "Stelle", "post"),
    ("reply", "by", "von wem", "by whom"),
    ("reply", "date", "Datum", "date"),
    ("reply", "text", "Antwort", "answer"),
    ("reply", "source", "Quelle", "source"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::fields::TABLES;

    #[test]
    fn every_stated_field_has_a_name_for_people() {
        for table in TABLES {
            for field in table.fields.iter().filter(|field| !field.derived) {
                let is_known = LABELS.iter().any(|(of, name, ..)| *of == table.name.en && *name == field.name.en);
                let is_no_fact = table.name.en == "plan" && ["format", "ags"].contains(&field.name.en);
                assert!(is_known != is_no_fact, "{} of {}", field.name.en, table.name.en);
            }
        }
        for (table, field, ..) in LABELS {
            let table = TABLES.iter().find(|known| known.name.en == *table);
            assert!(table.is_some_and(|table| table.by_english_name(field).is_some()), "{field}");
        }
    }
}
