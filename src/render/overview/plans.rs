//! The table of all plans: a line each.

use jiff::civil::Date;
use maud::{Markup, html};

use super::names::{self, Names};
use super::numbers::wide;
use super::{Written, sentences as say};
use crate::number::Range;
use crate::render::document::html::badge;
use crate::render::lines::{plain, rounded, unit};
use crate::report::overview::{DemandOutcome, InKreis, PlanRow, Standing};
use crate::rules::Outcome;
use crate::text::{Arg, Lang, Message, safe};
use crate::verdict::Shares;

/// The table, with what filters it; that is hidden until a script shows it.
pub(super) fn table(written: Written<'_>, names: &Names) -> Markup {
    let Written { survey, lang, .. } = written;
    html! {
        (filters(written, names))
        (wide(&plain(&say::ALL_PLANS, lang), &html! {
            table #plans {
                caption { (plain(&say::TABLE_CAPTION, lang)) }
                thead {
                    tr {
                        (head(&plain(&say::MUNICIPALITY, lang)))
                        (head(&plain(&say::KREIS, lang)))
                        (head(&plain(&say::TIME, lang)))
                        @for demand in &survey.demands { (head(&names::title(demand, lang))) }
                        (head(&plain(&say::QUESTIONS, lang)))
                        (head(&plain(&say::OTHER_FINDINGS, lang)))
                        (head(&plain(&say::FILE, lang)))
                    }
                }
                tbody { @for plan in &survey.plans { (row(plan, names, survey.demands.len(), lang)) } }
            }
        }))
    }
}

fn head(title: &str) -> Markup {
    html! { th scope="col" { (title) } }
}

fn row(plan: &PlanRow, names: &Names, demands: usize, lang: Lang) -> Markup {
    let kreise: Vec<String> = plan.kreise.iter().map(|kreis| names.get(kreis)).collect();
    html! {
        tr.(plan.standing.name()) data-k=(groups(plan)) {
            th scope="row" {
                @if plan.municipalities.is_empty() { (plain(&say::NO_NAME, lang)) } @else { (safe(&names::municipalities(plan, lang))) }
            }
            td { (kreise.join(", ")) }
            td data-s=(when(plan)) {
                (time(plan, lang))
                @if demands == 0 && !plan.is_readable { (plain(&say::UNREADABLE, lang)) }
            }
            @if plan.standing == Standing::Unreadable {
                // It has one cell for all demands.
                @if demands > 0 { td.unreadable colspan=(demands) { (plain(&say::UNREADABLE, lang)) } }
            } @else {
                @for judged in &plan.outcomes { (outcome(*judged, lang)) }
            }
            @if plan.is_readable {
                td { (plan.questions) }
                td { (plan.other_findings) }
            } @else {
                td {} td {}
            }
            td.file { (safe(&plan.file)) }
        }
    }
}

/// The Kreise of a plan, as the filter tells them apart.
fn groups(plan: &PlanRow) -> String {
    let group = |kreis: &InKreis| if let InKreis::Known(key) = kreis { key.clone() } else { OTHER.to_owned() };
    plan.kreise.iter().map(group).collect::<Vec<_>>().join(" ")
}

/// Where the filter finds plans of which the Kreis is not known.
const OTHER: &str = "-";

/// By what plans are put in the order of time.
fn when(plan: &PlanRow) -> String {
    plan.days.map_or_else(String::new, |days| {
        let last = if days.to == Date::MAX { days.from } else { days.to };
        last.to_string()
    })
}

fn time(plan: &PlanRow, lang: Lang) -> Markup {
    let aside = match plan.standing {
        Standing::Older | Standing::Undated | Standing::Debated => Some(names::standing(plan.standing)),
        Standing::Counts | Standing::Unreadable => None,
    };
    html! {
        @match plan.days {
            Some(days) => (Message::new(&say::ONLY).with("what", Arg::Days(days)).text(lang)),
            None => { @if plan.is_readable { (plain(&say::NO_TIME, lang)) } }
        }
        @if let Some(aside) = aside { " " small { (plain(aside, lang)) } }
        @if plan.is_other_programme { " " small { (plain(&say::OTHER_PROGRAMME, lang)) } }
    }
}

fn outcome(judged: Option<DemandOutcome>, lang: Lang) -> Markup {
    let Some(DemandOutcome { outcome, shares }) = judged else {
        return html! { td data-o="" data-s="9" { (plain(&say::NOT_JUDGED, lang)) } };
    };
    let shares = shares.filter(|_| !matches!(outcome, Outcome::NotApplicable | Outcome::NotInForce));
    html! {
        td data-o=(outcome.name()) data-s=(rank(outcome)) {
            (badge(outcome, lang))
            @if let Some(shares) = shares { " " small { (share(&shares, lang)) } }
        }
    }
}

/// By what outcomes are put in order: what is to be talked about first.
fn rank(outcome: Outcome) -> usize {
    let order =
        [Outcome::Violated, Outcome::Partial, Outcome::Undetermined, Outcome::Fulfilled, Outcome::NotApplicable, Outcome::NotInForce];
    order.iter().position(|known| *known == outcome).unwrap_or(order.len())
}

/// How much of it is fulfilled, and how much open.
fn share(shares: &Shares, lang: Lang) -> String {
    let total = shares.fulfilled.plus(shares.violated).plus(shares.undetermined);
    let sentence = if shares.undetermined == Range::default() { &say::SHARE } else { &say::SHARE_OPEN };
    let message = Message::new(sentence)
        .with("fulfilled", Arg::Range(rounded(shares.fulfilled)))
        .with("total", Arg::Range(rounded(total)))
        .with("unit", Arg::Term(unit(shares.unit).text))
        .with("open", Arg::Range(rounded(shares.undetermined)));
    message.text(lang)
}

fn filters(written: Written<'_>, names: &Names) -> Markup {
    let Written { survey, lang, .. } = written;
    let is_unknown = |kreis: &InKreis| !matches!(kreis, InKreis::Known(_));
    let with_plans: std::collections::BTreeSet<&str> = survey
        .plans
        .iter()
        .flat_map(|plan| &plan.kreise)
        .filter_map(|kreis| if let InKreis::Known(key) = kreis { Some(&**key) } else { None })
        .collect();
    html! {
        form #filters hidden="" data-shown=(plain(&say::SHOWN, lang)) data-lang=(if lang == Lang::De { "de" } else { "en" }) {
            label { (plain(&say::SEARCH, lang)) " " input type="search" name="text" autocomplete="off"; }
            label {
                (plain(&say::KREIS, lang)) " "
                select name="kreis" {
                    option value="" { (plain(&say::ANY_KREIS, lang)) }
                    @for of in &survey.kreise {
                        @if let InKreis::Known(key) = &of.kreis {
                            @if with_plans.contains(&**key) { option value=(key) { (names.get(&of.kreis)) } }
                        }
                    }
                    @if survey.plans.iter().flat_map(|plan| &plan.kreise).any(is_unknown) {
                        option value=(OTHER) { (plain(&say::OTHER_KREIS, lang)) }
                    }
                }
            }
            @for (number, demand) in survey.demands.iter().enumerate() {
                label {
                    (names::title(demand, lang)) " "
                    select name="outcome" data-n=(number) {
                        option value="" { (plain(&say::ANY_OUTCOME, lang)) }
                        @for outcome in Outcome::ALL { option value=(outcome.name()) { (outcome.label().get(lang)) } }
                    }
                }
            }
            button type="reset" { (plain(&say::RESET, lang)) }
            p role="status" {}
            p { small { (plain(&say::HOW_TO_SORT, lang)) } }
        }
    }
}
