//! Where an expression stands in its rule file: YAML may fold and indent a text, and still every part of it has a place.

use std::ops::Range;

use super::expr::MAX_TEXT;
use crate::source::{Source, Span};

/// An expression as it was compiled, and the value in the file that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The text, as the places in an expression count it.
    pub text: String,
    /// Where the value stands in the file.
    pub span: Span,
}

impl Passage {
    /// Where a part of the text stands in the file; the first line of the whole value where that cannot be told, as where a character is
    /// written as an escape.
    #[must_use]
    pub fn locate(&self, file: &Source, part: &Range<usize>) -> Span {
        self.exact(file, part).unwrap_or_else(|| {
            let line = file.slice(self.span).lines().next().unwrap_or("").trim_end();
            Span::new(self.span.start, self.span.start + u32::try_from(line.len()).unwrap_or(0))
        })
    }

    /// Folding changes nothing but white space: without it, the text stands in the file as it is.
    fn exact(&self, file: &Source, part: &Range<usize>) -> Option<Span> {
        // What is longer is no expression, and not worth the search.
        if self.text.len() > MAX_TEXT {
            return None;
        }
        let written = visible(file.slice(self.span));
        let text = visible(&self.text);
        let first = text.iter().position(|(at, _)| *at >= part.start)?;
        let last = text.iter().rposition(|(at, c)| at + c.len_utf8() <= part.end)?;
        // What is before it is a quote or the `name in` of `each`, so that the last place is the right one.
        let same = |at: &usize| written[*at..].iter().zip(&text).all(|((_, one), (_, two))| one == two);
        let at = (0..=written.len().checked_sub(text.len())?).rev().find(same)?;
        let (start, _) = written.get(at + first)?;
        let (end, c) = written.get(at + last.max(first))?;
        let offset = |at: usize| u32::try_from(at).ok().and_then(|at| self.span.start.checked_add(at));
        Some(Span::new(offset(*start)?, offset(end + c.len_utf8())?))
    }
}

/// The characters of a text that are no white space, with their places.
fn visible(text: &str) -> Vec<(usize, char)> {
    text.char_indices().filter(|(_, c)| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{NodeKind, parse};

    #[test]
    fn parts_are_found_however_they_are_written() {
        for (written, part, wanted) in [
            ("a.b < 12", "12", Some("12")),
            ("'a.b == \"ä\" && c'", "&& c", Some("&& c")),
            ("\"a.b && !c\"", "!c", Some("!c")),
            (">-\n  a.b\n  && c.d\n", "b && c", Some("b\n  && c")),
            ("|\n  a.b\n  && c.d\n", "c.d", Some("c.d")),
            ("post in plan.posts", "plan", Some("plan")),
            // An escape hides where its part stands.
            ("\"a.b == \\\"ä\\\"\"", "ä", None),
        ] {
            let file = Source::new("rule.yaml", format!("when: {written}\n"));
            let (root, _) = parse(&file);
            let NodeKind::Map(entries) = root.unwrap().kind else { panic!("no map") };
            let NodeKind::Scalar(text, _) = &entries[0].value.kind else { panic!("no text") };
            let passage = Passage { text: text.to_string(), span: entries[0].value.span };
            let at = passage.text.find(part).unwrap();
            let found = passage.locate(&file, &(at..at + part.len()));
            match wanted {
                Some(wanted) => assert_eq!(file.slice(found), wanted, "{written}"),
                None => assert_eq!(found.start, passage.span.start, "{written}"),
            }
        }
    }

    #[test]
    fn an_empty_part_has_a_place() {
        let file = Source::new("rule.yaml", "when: a &&");
        let passage = Passage { text: "a &&".to_owned(), span: Span::new(6, 10) };
        assert_eq!(passage.locate(&file, &(4..4)), Span::new(6, 10));
        assert_eq!(passage.locate(&file, &(0..0)).start, 6);
    }
}
