//! How outcomes are told apart without colour: each has a pattern and a sign. They are defined once for all charts of a page.

use maud::{Markup, html};

use super::sentences as say;
use crate::render::document::sign;
use crate::render::lines::plain;
use crate::rules::Outcome;
use crate::text::Lang;

/// The order in which outcomes are drawn: from what is fulfilled to what is open, and what does not apply last.
pub(super) const DRAWN: [Outcome; 6] =
    [Outcome::Fulfilled, Outcome::Partial, Outcome::Violated, Outcome::Undetermined, Outcome::NotApplicable, Outcome::NotInForce];

/// The attribute by which a shape is filled like an outcome.
pub(super) fn fill(outcome: Outcome) -> String {
    format!("url(#fill-{})", outcome.name())
}

/// The patterns, to be put on a page once.
pub(super) fn definitions() -> Markup {
    html! {
        svg.definitions width="0" height="0" aria-hidden="true" focusable="false" {
            defs {
                @for outcome in DRAWN {
                    pattern id=(format!("fill-{}", outcome.name())) width="8" height="8" patternUnits="userSpaceOnUse" {
                        rect.(outcome.name()) width="8" height="8" {}
                        @if let Some(lines) = lines(outcome) { path.over d=(lines) {} }
                    }
                }
            }
        }
    }
}

fn lines(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Fulfilled => None,
        Outcome::Partial => Some("M0 2h8M0 6h8"),
        Outcome::Violated => Some("M0 0l8 8M8 0l-8 8"),
        Outcome::Undetermined => Some("M-2 2l4-4M0 8l8-8M6 10l4-4"),
        Outcome::NotApplicable | Outcome::NotInForce => Some("M1 2h2M5 6h2"),
    }
}

/// What each pattern and sign means.
pub(super) fn legend(outcomes: &[Outcome], with_no_plan: bool, lang: Lang) -> Markup {
    html! {
        ul.legend aria-label=(plain(&say::LEGEND, lang)) {
            @for &outcome in outcomes {
                li {
                    svg width="26" height="18" aria-hidden="true" focusable="false" {
                        rect width="26" height="18" fill=(fill(outcome)) {}
                        (letter(outcome, 13, 14))
                    }
                    " " (outcome.label().get(lang))
                }
            }
            @if with_no_plan {
                li {
                    svg width="26" height="18" aria-hidden="true" focusable="false" { rect.none x="1" y="1" width="24" height="16" {} }
                    " " (plain(&say::NO_PLAN, lang))
                }
            }
        }
    }
}

/// The sign of an outcome, to be read on its pattern.
pub(super) fn letter(outcome: Outcome, x: i64, y: i64) -> Markup {
    html! { text.sign.(outcome.name()) x=(x) y=(y) { (sign(outcome)) } }
}
