//! Which facts are read: those that only some rules ask for need not be told to others.

use crate::plan::fields::{
    GRANT, KEY_FIGURE, MUNICIPALITY, ORGANISATION, PERSON, PLAN, POST, grant, key_figure, municipality, organisation, plan, post,
};
use crate::plan::{FieldNo, Table};

/// Facts that are told together, and that many rules do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// What the names of organisations tell beside their kinds, and what organisations do.
    Names,
    /// Whether keys and the Kreis can be, and fit.
    Keys,
    /// By what municipalities are known in other plans.
    Compared,
    /// Data about individuals.
    Personal,
    /// What posts add up to.
    Sums,
    /// Who is judged by a qualification.
    Persons,
    /// What follows from the grant.
    Grant,
    /// What facts rest on, and what they lack: no field, and read by whoever tells why.
    Reasons,
}

impl Group {
    /// The group of a fact; none for what is always told.
    pub(super) fn of(table: &'static Table, field: FieldNo) -> Option<Self> {
        use {municipality as town, organisation as body};
        const NAMES: &[FieldNo] = &[body::KIND_FROM_NAME, body::NAME_CONTRADICTS_KIND, body::BODY, body::ROLES, body::IS_UNKNOWN_ID];
        let is = |of: &'static Table, fields: &[FieldNo]| *table == *of && fields.contains(&field);
        Some(match () {
            () if is(&ORGANISATION, NAMES) => Self::Names,
            () if is(&PLAN, &[plan::COUNTY_EXISTS]) => Self::Keys,
            () if is(&MUNICIPALITY, &[town::AGS_EXISTS, town::AGS_FITS_COUNTY, town::AGS_COUNTY]) => Self::Keys,
            () if is(&MUNICIPALITY, &[town::COMPARED_NAME, town::COUNTY_KEY]) => Self::Compared,
            () if is(&POST, &[post::PERSONAL_DATA]) => Self::Personal,
            () if is(&PLAN, &[plan::POSTS_FTE, plan::TOTAL_DIFFERENCE]) => Self::Sums,
            () if is(&PLAN, &[plan::PERSONS]) || *table == PERSON => Self::Persons,
            () if is(&GRANT, &[grant::APPLICANT_KIND]) || is(&KEY_FIGURE, &[key_figure::DAYS_AFTER_YEAR]) => Self::Grant,
            () => return None,
        })
    }
}

/// The groups of facts that somebody reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needs(u8);

impl Needs {
    /// Every fact.
    pub(crate) const ALL: Self = Self(u8::MAX);

    /// Those of these fields.
    pub(crate) fn of(fields: impl IntoIterator<Item = (&'static Table, FieldNo)>) -> Self {
        fields.into_iter().filter_map(|(table, field)| Group::of(table, field)).fold(Self::default(), Self::with)
    }

    /// These and a group.
    pub(crate) const fn with(self, group: Group) -> Self {
        Self(self.0 | 1 << group as u8)
    }

    /// These and those.
    pub(crate) const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether a group is among them.
    pub(super) const fn has(self, group: Group) -> bool {
        self.0 & 1 << group as u8 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Group, Needs};
    use crate::facts::{Facts, Vocabulary};
    use crate::plan::fields::{ORGANISATION, PERSON, organisation, person};
    use crate::plan::{Plan, State, Value};
    use crate::source::Source;

    const GROUPS: [Group; 7] = [Group::Names, Group::Keys, Group::Compared, Group::Personal, Group::Sums, Group::Persons, Group::Grant];

    /// A plan that tells something for every group.
    const PLAN: &str = "
gemeinden: [{name: Stadt Lörrach, ags: '08336050'}]
kreis: Lörrach
stand: 2019
gesamt_vzae: 2
organisationen:
  haus: {name: Caritasverband für den Landkreis Lörrach e.V., art: verein}
  amt: {name: Ausländerbehörde Landkreis Lörrach}
  werk: {name: Werk gGmbH, art: gemeinnuetzige_gesellschaft, eigentuemer: [{wer: amt, anteil: 60 %}, {wer: haus, anteil: 40 %}]}
stellen:
  - {arbeitgeber: haus, vzae: 1, qualifikation: ['Dipl.-Soz.päd. (FH), Tel. 07621 123456', unbekannt]}
  - {arbeitgeber: werk, vzae: 0.5, dienstaufsicht: traeger-9}
foerderung: {antragsteller: haus, kennzahlen: [{jahr: 2019, gemeldet_am: 2020-02-01}]}
";

    /// What a cell says, in words that do not depend on the numbers of other cells.
    fn said(facts: &Facts, state: State) -> String {
        match state {
            State::Known(Value::Text(text)) => facts.store().text(text).to_owned(),
            State::Known(Value::List(list)) => {
                let items = facts.store().items(list).iter().map(|&item| said(facts, facts.store().state(item)));
                format!("{:?} {}", items.collect::<Vec<_>>(), list.open)
            }
            state => format!("{state:?}"),
        }
    }

    /// The fields of all records but persons: the group of each, what it says, and how many facts it rests on and lacks.
    fn fields(facts: &Facts) -> Vec<(Option<Group>, String, [usize; 2])> {
        let mut records = vec![facts.root()];
        records.extend(facts.store().cell_ids().filter_map(|cell| facts.store().record_in(cell)));
        records.sort_unstable();
        records.dedup();
        let mut fields = Vec::new();
        for record in records {
            let table = facts.store().record(record).table;
            for (field, _) in table.numbered().filter(|_| *table != PERSON) {
                let cell = facts.store().field(record, field);
                let said = format!("{}.{}: {}", table.name.en, table.field(field).name.en, said(facts, facts.store().state(cell)));
                fields.push((Group::of(table, field), said, [facts.grounds(cell).len(), facts.gaps(cell).len()]));
            }
        }
        fields
    }

    #[test]
    fn what_is_not_needed_is_missing_and_nothing_else_is() {
        let vocabulary = Vocabulary::bundled().unwrap();
        let plan = Plan::read(&Source::new("plan.yaml", PLAN)).unwrap();
        let needed = |needs| fields(&Facts::needed(&plan, &vocabulary, needs));
        let whole = fields(&Facts::derive(&plan, &vocabulary));
        let every = GROUPS.into_iter().fold(Needs::default(), Needs::with);
        assert_eq!(needed(every.with(Group::Reasons)), whole);
        for group in GROUPS {
            let needs = GROUPS.into_iter().filter(|other| *other != group).fold(Needs::default().with(Group::Reasons), Needs::with);
            assert!(!needs.has(group));
            let without = needed(needs);
            assert_eq!(whole.len(), without.len(), "{group:?}");
            let differing: Vec<_> = whole.iter().zip(&without).filter(|(whole, without)| whole != without).collect();
            assert!(!differing.is_empty(), "{group:?} tells nothing");
            for (whole, without) in differing {
                assert_eq!(whole.0, Some(group), "{whole:?} {without:?}");
            }
        }
    }

    #[test]
    fn facts_are_the_same_where_nobody_asks_why() {
        let vocabulary = Vocabulary::bundled().unwrap();
        let plan = Plan::read(&Source::new("plan.yaml", PLAN)).unwrap();
        let whole = fields(&Facts::derive(&plan, &vocabulary));
        let bare = fields(&Facts::needed(&plan, &vocabulary, GROUPS.into_iter().fold(Needs::default(), Needs::with)));
        for ((group, said, [grounds, gaps]), whole) in bare.iter().zip(&whole) {
            assert_eq!((group, said, grounds, gaps), (&whole.0, &whole.1, &0, &1));
        }
        assert!(whole.iter().any(|(_, _, [grounds, gaps])| *grounds > 1 || *gaps > 1));
    }

    #[test]
    fn fields_need_their_groups() {
        assert_eq!(Needs::of([]), Needs::default());
        assert_eq!(Needs::of([(&ORGANISATION, organisation::INDEPENDENT)]), Needs::default());
        let both = Needs::of([(&ORGANISATION, organisation::BODY), (&PERSON, person::CLASS)]);
        assert_eq!(both, Needs::default().with(Group::Names).with(Group::Persons));
        assert_eq!(both.and(Needs::of([(&PERSON, person::CLASS), (&PERSON, person::TEXT)])), both);
        assert_eq!(both.with(Group::Names), both);
    }
}
