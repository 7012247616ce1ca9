//! Untrusted text in Markdown as GitHub reads it.

use crate::text::safe;

/// A text in one line that stays text, in Markdown and inside of HTML elements alike.
///
/// What Markdown or HTML would read is written as a character reference, which stands for the character and for nothing else. What GitHub
/// looks for in the text of the finished page – names of people, numbers of issues, addresses, formulas, names of little pictures –
/// is cut apart by an element around one character, since a reference would be resolved by then.
pub(in crate::render) fn text(text: &str) -> String {
    let text = safe(text);
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut before = Before::default();
    for (at, c) in text.char_indices() {
        let next = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        if apart(c, &before, next) {
            out.push_str("<span>");
            written(&mut out, c, &before, next);
            out.push_str("</span>");
        } else {
            written(&mut out, c, &before, next);
        }
        before.add(c);
    }
    out
}

/// What stands before a character.
#[derive(Default)]
struct Before {
    last: [Option<char>; 2],
    /// Whether there was anything but digits: those at the beginning of a line may number a list.
    any_but_digits: bool,
}

impl Before {
    fn add(&mut self, c: char) {
        self.last = [self.last[1], Some(c)];
        self.any_but_digits |= !c.is_ascii_digit();
    }

    fn is(&self, one: char, two: char) -> bool {
        let same = |at: usize, wanted: char| self.last[at].is_some_and(|c| c.eq_ignore_ascii_case(&wanted));
        same(0, one) && same(1, two)
    }
}

/// Whether services look for this character in the text of a page.
fn apart(c: char, before: &Before, next: Option<char>) -> bool {
    match c {
        '@' | '#' | '$' => true,
        // `https://`, `:name:`
        ':' => next.is_some_and(|next| !next.is_whitespace()),
        // `www.`
        '.' => before.is('w', 'w'),
        // `GH-1`
        '-' => before.is('g', 'h'),
        _ => false,
    }
}

fn written(out: &mut String, c: char, before: &Before, next: Option<char>) {
    let begins = before.last[1].is_none();
    let is_markup = match c {
        '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '&' | '|' | '^' | '{' | '}' => true,
        // Only the beginning of a line makes them a list, a heading or a line below one.
        '-' | '+' | '=' | '#' => begins,
        '.' | ')' => !begins && !before.any_but_digits && next.is_none_or(char::is_whitespace),
        _ => false,
    };
    if is_markup {
        out.push_str("&#");
        out.push_str(&u32::from(c).to_string());
        out.push(';');
    } else {
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_stays_text() {
        for (given, expected) in [
            ("Caritas Lörrach, 0,5 Stellen (S 12) - ab 2019", "Caritas Lörrach, 0,5 Stellen (S 12) - ab 2019"),
            ("**a** `b` | c", "&#42;&#42;a&#42;&#42; &#96;b&#96; &#124; c"),
            ("![x](y)", "!&#91;x&#93;(y)"),
            ("<script>&amp;", "&#60;script&#62;&#38;amp;"),
            ("https://a.b", "https<span>:</span>//a.b"),
            ("www.a.b", "www<span>.</span>a.b"),
            (
                "@name #1 gh-1 :tada: $x$",
                "<span>@</span>name <span>#</span>1 gh<span>-</span>1 <span>:</span>tada: <span>$</span>x<span>$</span>",
            ),
            ("- a", "&#45; a"),
            ("# a", "<span>&#35;</span> a"),
            ("12. a", "12&#46; a"),
            ("1) a", "1&#41; a"),
            ("12.", "12&#46;"),
            ("24.07.2017", "24.07.2017"),
            (". a", ". a"),
            ("=== ", "&#61;=="),
            ("a\nb\u{1b}", "a b\u{fffd}"),
            ("An die Verwaltung: wer?", "An die Verwaltung: wer?"),
        ] {
            assert_eq!(text(given), expected);
        }
    }
}
