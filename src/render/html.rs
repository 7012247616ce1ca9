//! Pages that stand alone: one file, nothing from elsewhere, the same in every browser.
//!
//! What stands on a page is up to others; here is what every page has around it. A page may bring a style and a script of its own. What
//! it shows of plans has to be text of [`maud`], which escapes it.

mod sentences;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::text::{Lang, Message, safe};

const STYLE: &str = include_str!("html/page.css");

/// Nothing may be loaded and nothing sent, whatever stands on a page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/// The same for a page that has a script of its own.
const POLICY_WITH_SCRIPT: &str =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A page: `style` and `script` are the project's own, never anything of a plan.
#[must_use]
pub fn page(lang: Lang, title: &str, style: &'static str, body: &Markup, script: Option<&'static str>) -> String {
    let policy = if script.is_some() { POLICY_WITH_SCRIPT } else { POLICY };
    let made_by = Message::new(&sentences::MADE_BY).with("tool", env!("CARGO_PKG_NAME")).with("version", env!("CARGO_PKG_VERSION"));
    let page = html! {
        (DOCTYPE)
        html lang=(code(lang)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (safe(title)) }
                style { (PreEscaped(STYLE)) (PreEscaped(style)) }
            }
            body {
                (body)
                footer { (made_by.text(lang)) }
                @if let Some(script) = script { script { (PreEscaped(script)) } }
            }
        }
    };
    let mut page = page.into_string();
    page.push('\n');
    page
}

fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "de",
        Lang::En => "en",
    }
}
