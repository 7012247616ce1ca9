//! In which language a plan is written.

use super::outline::Outline;
use crate::plan::fields::TABLES;
use crate::text::Lang;

/// So many keys tell enough.
const ENOUGH: usize = 500;

/// The language of most keys of a text; none where they tell nothing.
pub(super) fn of(outline: &Outline<'_>) -> Option<Lang> {
    let keys = outline.nodes.iter().filter_map(|node| outline.key(node)).filter(|key| !key.is_empty()).take(ENOUGH);
    let (mut german, mut english) = (0, 0);
    for key in keys {
        let mut names =
            TABLES.iter().flat_map(|table| table.fields).filter(|field| !field.derived && field.is_named(key)).map(|field| field.name);
        // Some words are a name in both languages.
        let told =
            names.try_fold(
                (false, false),
                |(de, en), name| {
                    if name.de == name.en { None } else { Some((de || name.en != key, en || name.en == key)) }
                },
            );
        match told {
            Some((true, false)) => german += 1,
            Some((false, true)) => english += 1,
            _ => {}
        }
    }
    match german.cmp(&english) {
        std::cmp::Ordering::Greater => Some(Lang::De),
        std::cmp::Ordering::Less => Some(Lang::En),
        std::cmp::Ordering::Equal => None,
    }
}
