//! The overview as tables for spreadsheets: numbers as numbers, and a least and a greatest one where a number is not exact.

use super::names::{Names, municipalities, standing};
use super::{Written, sentences as say};
use crate::number::{Decimal, Range};
use crate::render::lines;
use crate::report::overview::{Demand, DemandOutcome, DemandSum, InKreis, PlanRow, Sums};
use crate::rules::Outcome;
use crate::text::{Arg, Lang, Message, Sentence};

/// A table.
pub(super) struct Sheet {
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// What may come from a plan.
    Text(String),
    Number(Decimal),
    Empty,
}

impl Cell {
    pub(super) fn for_csv(self, lang: Lang) -> String {
        match self {
            Self::Text(text) => crate::render::csv::text(&text),
            Self::Number(number) => crate::render::csv::number(number, lang),
            Self::Empty => String::new(),
        }
    }

    fn count(count: usize) -> Self {
        Self::Number(Decimal::from_int(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    fn text(sentence: &'static Sentence, lang: Lang) -> Self {
        Self::Text(lines::plain(sentence, lang))
    }
}

/// A line for each plan.
pub(super) fn plans(written: Written<'_>) -> Sheet {
    let Written { survey, lang, .. } = written;
    let names = Names::of(survey, lang);
    let mut head = heads(
        &[&say::FILE, &say::MUNICIPALITY, &say::KREIS, &say::KREIS_KEY, &say::FROM, &say::TO, &say::STANDING, &say::STANDING_KEY],
        lang,
    );
    for demand in &survey.demands {
        head.extend(of_demand(demand, if demand.has_shares() { &PARTS_OF_PLAN } else { &PARTS_OF_PLAN[..2] }, lang));
    }
    head.extend(heads(&[&say::OTHER_PROGRAMME, &say::QUESTIONS, &say::OTHER_FINDINGS], lang));
    let rows = survey.plans.iter().map(|plan| of_plan(plan, &survey.demands, &names, lang)).collect();
    Sheet { head, rows }
}

/// What is told of a demand for a plan.
const PARTS_OF_PLAN: [&Sentence; 9] = [
    &say::OUTCOME,
    &say::OUTCOME_KEY,
    &say::UNIT,
    &say::FULFILLED_MIN,
    &say::FULFILLED_MAX,
    &say::VIOLATED_MIN,
    &say::VIOLATED_MAX,
    &say::OPEN_MIN,
    &say::OPEN_MAX,
];

fn of_plan(plan: &PlanRow, demands: &[Demand], names: &Names, lang: Lang) -> Vec<Cell> {
    let keys: Vec<&str> =
        plan.kreise.iter().filter_map(|kreis| if let InKreis::Known(key) = kreis { Some(&**key) } else { None }).collect();
    let kreise: Vec<String> = plan.kreise.iter().map(|kreis| names.get(kreis)).collect();
    let ends = plan.days.map_or([None, None], lines::ends);
    let mut cells = vec![
        Cell::Text(plan.file.clone()),
        Cell::Text(municipalities(plan, lang)),
        Cell::Text(kreise.join(", ")),
        Cell::Text(keys.join(", ")),
    ];
    cells.extend(ends.map(|day| day.map_or(Cell::Empty, |day| Cell::Text(day.to_string()))));
    cells.extend([Cell::text(standing(plan.standing), lang), Cell::Text(plan.standing.name().to_owned())]);
    for (judged, demand) in plan.outcomes.iter().zip(demands) {
        let parts = if demand.has_shares() { PARTS_OF_PLAN.len() } else { 2 };
        cells.extend(outcome(*judged, lang).into_iter().take(parts));
    }
    if plan.is_readable {
        let programme = if plan.is_other_programme { Cell::text(&say::YES, lang) } else { Cell::Empty };
        cells.extend([programme, Cell::count(plan.questions), Cell::count(plan.other_findings)]);
    } else {
        cells.extend([Cell::Empty, Cell::Empty, Cell::Empty]);
    }
    cells
}

fn outcome(judged: Option<DemandOutcome>, lang: Lang) -> Vec<Cell> {
    let Some(DemandOutcome { outcome, shares }) = judged else { return vec![Cell::Empty; PARTS_OF_PLAN.len()] };
    let mut cells = vec![Cell::Text(outcome.label().get(lang).to_owned()), Cell::Text(outcome.name().to_owned())];
    match shares {
        Some(shares) => {
            cells.push(Cell::text(lines::unit(shares.unit), lang));
            cells.extend([shares.fulfilled, shares.violated, shares.undetermined].into_iter().flat_map(both_ends));
        }
        None => cells.extend(vec![Cell::Empty; 7]),
    }
    cells
}

fn both_ends(amount: Range) -> [Cell; 2] {
    [Cell::Number(amount.min), Cell::Number(amount.max)]
}

/// A line for all together, and one for each Kreis.
pub(super) fn kreise(written: Written<'_>) -> Sheet {
    let Written { survey, lang, .. } = written;
    let names = Names::of(survey, lang);
    let mut head = heads(&[&say::KREIS, &say::KREIS_KEY], lang);
    head.extend(heads_of_sums(&survey.demands, lang));
    let key = |kreis: &InKreis| if let InKreis::Known(key) = kreis { Cell::Text(key.clone()) } else { Cell::Empty };
    let mut rows = vec![[vec![Cell::text(&say::ALL_TOGETHER, lang), Cell::Empty], of_sums(&survey.all, &survey.demands)].concat()];
    rows.extend(
        survey
            .kreise
            .iter()
            .map(|of| [vec![Cell::Text(names.get(&of.kreis)), key(&of.kreis)], of_sums(&of.sums, &survey.demands)].concat()),
    );
    Sheet { head, rows }
}

/// A line for each year.
pub(super) fn years(written: Written<'_>) -> Sheet {
    let Written { survey, lang, .. } = written;
    let mut head = heads(&[&say::YEAR], lang);
    head.extend(heads_of_sums(&survey.demands, lang));
    let year = |year: i16| Cell::Number(Decimal::from_int(year.into()));
    let rows = survey.years.iter().map(|of| [vec![year(of.year)], of_sums(&of.sums, &survey.demands)].concat()).collect();
    Sheet { head, rows }
}

/// What is told of a demand for several plans, after the plans by outcome.
const PARTS_OF_SUM: [&Sentence; 9] = [
    &say::NOT_JUDGED,
    &say::WITH_FTE,
    &say::WITHOUT_FTE,
    &say::FTE_FULFILLED_MIN,
    &say::FTE_FULFILLED_MAX,
    &say::FTE_VIOLATED_MIN,
    &say::FTE_VIOLATED_MAX,
    &say::FTE_OPEN_MIN,
    &say::FTE_OPEN_MAX,
];

fn heads_of_sums(demands: &[Demand], lang: Lang) -> Vec<String> {
    let mut head = heads(&[&say::PLANS, &say::OTHER_PROGRAMME, &say::QUESTIONS, &say::OTHER_FINDINGS], lang);
    for demand in demands {
        let title = demand.rule.title.get(lang);
        let outcomes = Outcome::ALL.iter().map(|outcome| {
            let plans = Message::new(&say::PLANS_WITH).with("outcome", Arg::Term(outcome.label()));
            Message::new(&say::OF_DEMAND).with("title", title).with("what", plans).text(lang)
        });
        head.extend(outcomes);
        head.extend(of_demand(demand, if demand.has_shares() { &PARTS_OF_SUM } else { &PARTS_OF_SUM[..1] }, lang));
    }
    head
}

fn of_sums(sums: &Sums, demands: &[Demand]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = [sums.plans, sums.other_programme, sums.questions, sums.other_findings].map(Cell::count).to_vec();
    for (DemandSum { counts, not_judged, fte }, demand) in sums.demands.iter().zip(demands) {
        cells.extend(counts.iter().copied().map(Cell::count));
        cells.push(Cell::count(*not_judged));
        if demand.has_shares() {
            cells.extend([fte.plans, fte.without].map(Cell::count));
            cells.extend([fte.fulfilled, fte.violated, fte.undetermined].into_iter().flat_map(both_ends));
        }
    }
    cells
}

fn heads(sentences: &[&'static Sentence], lang: Lang) -> Vec<String> {
    sentences.iter().map(|sentence| lines::plain(sentence, lang)).collect()
}

fn of_demand(demand: &Demand, parts: &[&'static Sentence], lang: Lang) -> Vec<String> {
    let title = demand.rule.title.get(lang);
    let part = |part: &&'static Sentence| Message::new(&say::OF_DEMAND).with("title", title).with("what", Message::new(part)).text(lang);
    parts.iter().map(part).collect()
}
