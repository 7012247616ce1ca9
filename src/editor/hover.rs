//! What is shown about the place under the pointer: what a field means, what a word stands for, what a rule says.

use super::outline::Outline;
use super::place::{self, Wanted};
use super::{Hover, says, span};
use crate::plan::fields::{self, exception, reply};
use crate::plan::words::FILLED;
use crate::plan::{Choice, Field, Kind};
use crate::rules::RuleSet;
use crate::text::{Lang, fold};

/// What is to be said about an offset of a text; nothing where nothing of a plan is.
///
/// ```
/// use paktlint::{editor, rules::RuleSet, text::Lang};
///
/// let shown = editor::hover(&RuleSet::bundled(), "kreis: Lörrach\n", 2, Lang::De).unwrap();
/// assert!(shown.text.contains("der Landkreis") && shown.text.contains("the Landkreis"));
/// ```
#[must_use]
pub fn hover(rules: &RuleSet, text: &str, offset: usize, lang: Lang) -> Option<Hover> {
    let offset = super::floor(text, offset);
    if super::is_too_large(text) {
        return None;
    }
    if let Some(range) = super::rule_in_comment(text, offset) {
        let (pack, rule) = rules.rule(text.get(range.clone())?)?;
        return Some(Hover { span: span(range), text: says::rule(pack, rule, lang) });
    }
    let outline = Outline::of(text, None);
    let place = place::at(&outline, offset)?;
    let node = outline.nodes.get(place.node)?;
    if place.token.is_empty() {
        return None;
    }
    let text = if place.is_key {
        match place::field_of(&outline, node)? {
            (table, Some(field)) => says::field(table, field, lang),
            // A key of one's own, as the id of an organisation, is told by what it is a key in.
            _ => return None,
        }
    } else {
        let Wanted { field, kind } = place::wanted(&outline, place.node)?;
        value(rules, field?, kind, outline.scalar(node)?, lang)
    };
    Some(Hover { span: span(place.token), text })
}

/// What a value means; where the text says nothing by itself, what the field does.
fn value(rules: &RuleSet, field: &'static Field, kind: Kind, written: &str, lang: Lang) -> String {
    let is = |table: &crate::plan::Table, number| std::ptr::eq(field, table.field(number));
    let word =
        |choice: &'static Choice| choice.find(written).and_then(|number| choice.word(number)).map(|word| says::word(word, field, lang));
    let told = match place::one(kind) {
        _ if crate::plan::UNKNOWN.contains(&fold(written).as_str()) => {
            Some(says::both(lang, |lang| super::sentences::UNKNOWN_MEANS.text.get(lang).to_owned()))
        }
        Kind::Choice(choice) => word(choice),
        Kind::OpenChoice(choice) => word(choice).or_else(|| {
            let word = rules.vocabulary().words().find(choice, written)?;
            Some(says::both(lang, |lang| says::text(word.label.get(lang)).into_owned()))
        }),
        Kind::YesNo => word(&FILLED),
        Kind::Text if is(&fields::EXCEPTION, exception::RULE) || is(&fields::REPLY, reply::RULE) => {
            rules.rule(written).map(|(pack, rule)| says::rule(pack, rule, lang))
        }
        _ => None,
    };
    told.unwrap_or_else(|| says::meaning(field, lang))
}
