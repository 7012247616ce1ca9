//! What follows from the grant: what kind of body applied, and how late key figures were reported.

use super::sentences as say;
use super::sure::Sure;
use super::vocabulary::Vocabulary;
use super::{Facts, Gap, Ground, records};
use crate::number::{Days, Decimal, Range};
use crate::plan::fields::{grant as at, key_figure, organisation, plan};
use crate::plan::words::{HOLDER, ORGANISATION_KIND};
use crate::plan::{CellId, RecordId, State, Value};
use crate::text::{Arg, Message, fold};

pub(super) fn derive(facts: &mut Facts, vocabulary: &Vocabulary) {
    let Some(grant) = facts.store.record_in(facts.store.field(facts.root, plan::GRANT)) else { return };
    applicant(facts, vocabulary, grant);
    for figure in records(&facts.store, grant, at::KEY_FIGURES) {
        days_after_year(facts, figure);
    }
}

/// The kind of the applicant: as the word says, as an organisation of the plan that is meant by it, or as its name tells.
fn applicant(facts: &mut Facts, vocabulary: &Vocabulary, grant: RecordId) {
    let stated = facts.store.field(grant, at::APPLICANT);
    let (kind, ground) = match facts.store.state(stated) {
        State::Known(Value::Word(_, word)) => (of_holder(word), None),
        State::Known(Value::Text(text)) => {
            let name = facts.store.text(text).to_owned();
            if let Some(record) = organisation_called(facts, &name) {
                (word(facts, facts.store.field(record, organisation::KIND)), None)
            } else {
                let told = vocabulary.employer(&name);
                (told.kind.filter(|_| told.sure != Sure::Unsure), Some(name))
            }
        }
        _ => (None, None),
    };
    let state = kind.map_or(State::Unknown, |kind| State::Known(Value::Word(&ORGANISATION_KIND, kind)));
    let cell = facts.set(grant, at::APPLICANT_KIND, state, Some(stated));
    if let (Some(name), Some(label)) = (ground, kind.and_then(|kind| ORGANISATION_KIND.word(kind))) {
        let message = Message::new(&say::KIND_FROM_NAME).with("organisation", name.as_str()).with("kind", Arg::Term(label.label));
        facts.rests_on(cell, [Ground { cell: stated, message: message.into() }]);
    }
}

/// A municipality may be a town or a Stadtkreis as well: that is another question.
fn of_holder(word: u16) -> Option<u16> {
    let kind = match HOLDER.word(word)?.name.en {
        "joint" => "municipal_association",
        other => other,
    };
    ORGANISATION_KIND.find_english(kind)
}

fn organisation_called(facts: &Facts, name: &str) -> Option<RecordId> {
    let wanted = fold(name);
    let called = |record: RecordId, field| facts.store.text_of(record, field).is_some_and(|known| fold(known) == wanted);
    let all = records(&facts.store, facts.root, plan::ALL_ORGANISATIONS);
    all.into_iter().find(|&record| called(record, organisation::ID) || called(record, organisation::NAME))
}

fn word(facts: &Facts, cell: CellId) -> Option<u16> {
    match facts.store.state(cell) {
        State::Known(Value::Word(_, word)) => Some(word),
        _ => None,
    }
}

/// Days from the last day of the year that is reported on to the report; a partial date is a range of them.
fn days_after_year(facts: &mut Facts, figure: RecordId) {
    let (year, reported) = (facts.store.field(figure, key_figure::YEAR), facts.store.field(figure, key_figure::REPORTED_ON));
    let days = |cell| match facts.store.state(cell) {
        State::Known(Value::Days(days)) => Some(days),
        _ => None,
    };
    let range = days(year).zip(days(reported)).and_then(|(year, reported)| days_between(year, reported));
    let state = range.map_or(State::Unknown, |range| State::Known(Value::Number(range)));
    let cell = facts.set(figure, key_figure::DAYS_AFTER_YEAR, state, Some(reported));
    let missing = [year, reported].into_iter().filter(|&cell| !matches!(facts.store.state(cell), State::Known(_)));
    let missing: Vec<Gap> = missing.map(Gap::new).collect();
    if !missing.is_empty() {
        facts.lacks(cell, missing);
    }
}

fn days_between(year: Days, reported: Days) -> Option<Range> {
    let since = |day: jiff::civil::Date| day.since(year.to).ok().map(|span| Decimal::from_int(span.get_days().into()));
    Some(Range::between(since(reported.from)?, since(reported.to)?))
}

#[cfg(test)]
mod tests {
    use super::{at, plan};
    use crate::facts::{Facts, Vocabulary};
    use crate::plan::fields::key_figure;
    use crate::plan::{FieldNo, Plan, RecordId, State, Value};
    use crate::source::Source;

    fn facts(text: &str) -> (Facts, RecordId) {
        let plan = Plan::read(&Source::new("plan.yaml", format!("gemeinde: A\n{text}\n").as_str())).unwrap();
        let facts = Facts::derive(&plan, &Vocabulary::bundled().unwrap());
        let grant = facts.store().record_in(facts.store().field(facts.root(), plan::GRANT)).unwrap();
        (facts, grant)
    }

    fn word(facts: &Facts, record: RecordId, field: FieldNo) -> &'static str {
        match facts.store().get(record, field) {
            State::Known(Value::Word(choice, word)) => choice.word(word).unwrap().name.en,
            _ => "unknown",
        }
    }

    #[test]
    fn what_kind_of_body_applied() {
        let cases = [
            ("foerderung: {antragsteller: gemeinde}", "municipality"),
            ("foerderung: {antragsteller: Landkreis}", "county"),
            ("foerderung: {antragsteller: verbund}", "municipal_association"),
            ("foerderung: {antragsteller: Landratsamt Biberach}", "county"),
            ("foerderung: {antragsteller: DRK-Kreisverband Biberach}", "welfare_association"),
            ("foerderung: {antragsteller: Brücke gGmbH}", "nonprofit_company"),
            ("foerderung: {antragsteller: Hilfe vor Ort}", "unknown"),
            ("foerderung: {antragsteller: unbekannt}", "unknown"),
            ("foerderung: {monate: 12}", "unknown"),
            ("organisationen: {o: {name: Brücke gGmbH, art: verein}}\nfoerderung: {antragsteller: o}", "association"),
            ("organisationen: {o: {name: Brücke gGmbH, art: verein}}\nfoerderung: {antragsteller: brücke ggmbh}", "association"),
        ];
        for (text, expected) in cases {
            let (facts, grant) = facts(text);
            assert_eq!(word(&facts, grant, at::APPLICANT_KIND), expected, "{text}");
        }
    }

    #[test]
    fn how_late_key_figures_were() {
        let cases = [
            ("jahr: 2020, gemeldet_am: 2021-01-31", Some((31, 31))),
            ("jahr: 2020, gemeldet_am: 2021-02", Some((32, 59))),
            ("jahr: 2020, gemeldet_am: 2020-12-31", Some((0, 0))),
            ("jahr: 2020, gemeldet_am: 2020-12-01", Some((-30, -30))),
            ("jahr: 2020", None),
            ("gemeldet_am: 2021-01-31", None),
        ];
        for (figure, expected) in cases {
            let (facts, grant) = facts(&format!("foerderung: {{kennzahlen: [{{{figure}}}]}}"));
            let item = facts.store().items_of(grant, at::KEY_FIGURES)[0];
            let found = match facts.store().get(facts.store().record_in(item).unwrap(), key_figure::DAYS_AFTER_YEAR) {
                State::Known(Value::Number(range)) => Some((range.min.millionths() / 1_000_000, range.max.millionths() / 1_000_000)),
                _ => None,
            };
            assert_eq!(found, expected, "{figure}");
        }
    }
}
