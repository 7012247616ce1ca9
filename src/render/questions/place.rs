//! Words for the place of a fact in a plan: `stellen[2].arbeitgeber` is the employer of post 3.

use super::sentences as say;
use crate::plan::fields::{ORGANISATION, PLAN};
use crate::plan::{Kind, Table};
use crate::text::{Arg, Lang, Message};

/// The words for the path of a record; none for the plan itself.
pub(super) fn words(path: &str, lang: Lang) -> Option<String> {
    let mut parts: Vec<Arg> = Vec::new();
    let mut table: Option<&'static Table> = Some(&PLAN);
    let mut listed: Option<&'static Table> = None;
    for step in steps(path) {
        let (key, number) = match step {
            Step::Key(key) if listed.is_some() => {
                // The id under which something is listed.
                parts.push(key.as_str().into());
                table = listed.take();
                continue;
            }
            Step::Key(key) => (key, None),
            Step::Entry(key, number) => (key, Some(number)),
        };
        let key = key.as_str();
        let field = table.and_then(|table| Some(table.field(table.stated(key)?)));
        (table, listed) = (None, None);
        match field.map(|field| (field, field.kind)) {
            Some((_, Kind::List(Kind::Record(each)))) => {
                parts.push(entry(each, number, lang));
                table = Some(each);
            }
            Some((_, Kind::Record(of))) => {
                parts.push(begins(of.name.get(lang)).as_str().into());
                table = Some(of);
            }
            Some((field, Kind::Organisation)) => {
                parts.push(begins(&field.name.get(lang).replace('_', " ")).as_str().into());
                table = Some(&ORGANISATION);
            }
            Some((_, Kind::Map(each))) => listed = Some(each),
            _ => parts.push(key.into()),
        }
    }
    (!parts.is_empty()).then(|| Message::new(&say::PLACE).with("parts", Arg::List(parts)).text(lang))
}

/// A step of a path.
enum Step {
    Key(String),
    /// An entry of the list under a key.
    Entry(String, usize),
}

/// The steps of a path. A key that could be taken for several stands in brackets and quotes: `organisationen["a.b"].name`.
fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix("[\"") {
            let mut escaped = false;
            let ends = |c: char| {
                let was_escaped = escaped;
                escaped = c == '\\' && !was_escaped;
                c == '"' && !was_escaped
            };
            let end = quoted.find(ends).unwrap_or(quoted.len());
            steps.push(Step::Key(quoted.get(..end).unwrap_or_default().replace("\\\"", "\"")));
            rest = quoted.get(end..).unwrap_or_default().trim_start_matches(['"', ']']);
        } else if let Some(number) = rest.strip_prefix('[') {
            let (number, after) = number.split_once(']').unwrap_or((number, ""));
            if let (Ok(number), Some(Step::Key(key))) = (number.parse(), steps.pop()) {
                steps.push(Step::Entry(key, number));
            }
            rest = after;
        } else {
            rest = rest.trim_start_matches('.');
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            steps.push(Step::Key(rest.get(..end).unwrap_or_default().to_owned()));
            rest = rest.get(end..).unwrap_or_default();
        }
    }
    steps
}

fn entry(each: &Table, number: Option<usize>, lang: Lang) -> Arg {
    let what = begins(each.name.get(lang));
    match number {
        Some(number) => Message::new(&say::PLACE_ENTRY).with("what", what.as_str()).with("number", number.saturating_add(1)).into(),
        None => what.as_str().into(),
    }
}

/// A text with a capital letter at its beginning.
pub(super) fn begins(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_words() {
        for (path, german, english) in [
            ("", None, None),
            ("stellen[2]", Some("Stelle 3"), Some("Post 3")),
            ("posts[0].employer", Some("Stelle 1, Arbeitgeber"), Some("Post 1, Employer")),
            ("stellen[0].dienstaufsicht", Some("Stelle 1, Dienstaufsicht"), Some("Post 1, Line management")),
            ("organisationen.dienste", Some("dienste"), Some("dienste")),
            ("organisationen.dienste.eigentuemer[1]", Some("dienste, Eigentümer 2"), Some("dienste, Owner 2")),
            ("foerderung", Some("Förderung"), Some("Grant")),
            ("organisationen[\"a.b \\\" c\"].eigentuemer[0]", Some("a.b \" c, Eigentümer 1"), Some("a.b \" c, Owner 1")),
            ("nichts[0].davon", Some("nichts, davon"), Some("nichts, davon")),
            ("[[[\"", None, None),
        ] {
            assert_eq!(words(path, Lang::De).as_deref(), german, "{path}");
            assert_eq!(words(path, Lang::En).as_deref(), english, "{path}");
        }
    }
}
