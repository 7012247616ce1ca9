//! The numbers of charts in words, and as tables.

use maud::{Markup, html};

use super::patterns::DRAWN;
use super::{Written, sentences as say};
use crate::number::Range;
use crate::render::lines::{plain, rounded};
use crate::report::overview::{DemandSum, FteSum, Sums};
use crate::rules::Outcome;
use crate::text::{Arg, Lang, Message};

/// How many plans came to what: `3 erfüllt, 1 offen`.
pub(super) fn counted(sum: &DemandSum, lang: Lang) -> String {
    let parts: Vec<Arg> = DRAWN
        .into_iter()
        .filter(|outcome| sum.of(*outcome) > 0)
        .map(|outcome| Message::new(&say::COUNTED).with("count", sum.of(outcome)).with("outcome", Arg::Term(outcome.label())).into())
        .collect();
    if parts.is_empty() {
        return plain(&say::NO_PLAN, lang);
    }
    Message::new(&say::ONLY).with("what", Arg::List(parts)).text(lang)
}

/// A number or range, as people write it.
pub(super) fn amount(amount: Range, lang: Lang) -> String {
    Message::new(&say::ONLY).with("what", Arg::Range(rounded(amount))).text(lang)
}

/// How many full-time posts came to what; none where no plan tells them.
pub(super) fn fte(sum: &FteSum, lang: Lang) -> Option<String> {
    let all = [(sum.fulfilled, Outcome::Fulfilled), (sum.violated, Outcome::Violated), (sum.undetermined, Outcome::Undetermined)];
    let parts: Vec<Arg> = all
        .into_iter()
        .filter(|(amount, _)| *amount != Range::default())
        .map(|(amount, outcome)| {
            Message::new(&say::COUNTED).with("count", Arg::Range(rounded(amount))).with("outcome", Arg::Term(outcome.label())).into()
        })
        .collect();
    (!parts.is_empty()).then(|| Message::new(&say::FTE_COUNTED).with("parts", Arg::List(parts)).text(lang))
}

/// How many plans do not tell their full-time posts.
pub(super) fn without_fte(sum: &FteSum, lang: Lang) -> Option<String> {
    match sum.without {
        0 => None,
        1 => Some(plain(&say::ONE_WITHOUT, lang)),
        without => Some(Message::new(&say::SOME_WITHOUT).with("count", without).text(lang)),
    }
}

/// So many plans.
pub(super) fn plans(count: usize, lang: Lang) -> String {
    match count {
        1 => plain(&say::ONE_PLAN, lang),
        count => Message::new(&say::SOME_PLANS).with("count", count).text(lang),
    }
}

/// One of the amounts of a sum.
type Amount = fn(&FteSum) -> Range;

/// The numbers of all demands: a column each.
pub(super) fn table(written: Written<'_>, sums: &Sums) -> Markup {
    let Written { survey, lang, .. } = written;
    let with_fte = survey.demands.iter().any(crate::report::overview::Demand::has_shares);
    let kinds: [(Outcome, Amount); 3] = [
        (Outcome::Fulfilled, |sum| sum.fulfilled),
        (Outcome::Violated, |sum| sum.violated),
        (Outcome::Undetermined, |sum| sum.undetermined),
    ];
    let fte_head = |outcome: Outcome| Message::new(&say::FTE_OF).with("outcome", Arg::Term(outcome.label())).text(lang);
    let plans_head = |outcome: Outcome| Message::new(&say::PLANS_WITH).with("outcome", Arg::Term(outcome.label())).text(lang);
    let demands = || survey.demands.iter().zip(&sums.demands);
    html! {
        (wide(&plain(&say::NUMBERS, lang), &html! {
            table {
                caption { (plain(&say::NUMBERS, lang)) }
                thead { tr { th scope="col" { (plain(&say::WHAT, lang)) } @for (demand, _) in demands() { th scope="col" { (super::names::title(demand, lang)) } } } }
                tbody {
                    @for outcome in DRAWN {
                        tr { th scope="row" { (plans_head(outcome)) } @for (_, sum) in demands() { td { (sum.of(outcome)) } } }
                    }
                    @if with_fte {
                        @for (outcome, of) in kinds {
                            tr {
                                th scope="row" { (fte_head(outcome)) }
                                @for (demand, sum) in demands() { td { @if demand.has_shares() { (amount(of(&sum.fte), lang)) } @else { "–" } } }
                            }
                        }
                        tr {
                            th scope="row" { (plain(&say::WITHOUT_FTE, lang)) }
                            @for (demand, sum) in demands() { td { @if demand.has_shares() { (sum.fte.without) } @else { "–" } } }
                        }
                    }
                }
            }
        }))
    }
}

/// What may be too wide for a phone is moved by itself, also with the keyboard.
pub(super) fn wide(label: &str, content: &Markup) -> Markup {
    html! { div.wide tabindex="0" role="region" aria-label=(label) { (content) } }
}
