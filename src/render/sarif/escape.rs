//! Untrusted text in the places of SARIF: messages with links, Markdown, addresses.

use std::fmt::Write as _;

use super::shape::Text;
use crate::render::Paths;
use crate::text::safe;

/// A message. Square brackets would make links; those of a text are told as what they are.
pub(super) fn message(text: &str) -> String {
    let safe = safe(text);
    let mut out = String::with_capacity(safe.len());
    let mut rest = &*safe;
    while let Some(at) = rest.find(['[', ']']) {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        // What stands before a bracket must not take its escape from it.
        let slashes = before.len() - before.trim_end_matches('\\').len();
        (0..=slashes).for_each(|_| out.push('\\'));
        let (bracket, tail) = tail.split_at(1);
        out.push_str(bracket);
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// A message without links.
pub(super) fn text(text: &str) -> Text {
    Text { text: message(text), markdown: None }
}

/// A link in a message to a place of the same result.
pub(super) fn link(text: &str, id: usize) -> String {
    let text = message(text);
    // A backslash at its end would escape the bracket that closes it.
    let slashes = text.len() - text.trim_end_matches('\\').len();
    format!("[{text}{}]({id})", "\\".repeat(slashes))
}

/// A text as one line of Markdown that means nothing but itself.
pub(super) fn markdown(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out = String::with_capacity(text.len());
    for c in safe(&words.join(" ")).chars() {
        if "\\`*_{}[]<>&#+-.|~$@:=^!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// An address on the web; none where a text is no such address.
pub(super) fn web(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let begins_well = rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    // What is escaped already stays so, unless it is no escape.
    let is_escape = |at: usize| url.get(at + 1..at + 3).is_some_and(|digits| digits.chars().all(|c| c.is_ascii_hexdigit()));
    let mut out = String::with_capacity(url.len());
    for (at, c) in url.char_indices() {
        if c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=".contains(c) || (c == '%' && is_escape(at)) {
            out.push(c);
        } else {
            percent(&mut out, c);
        }
    }
    begins_well.then_some(out)
}

/// The address of a file, and whether it is told from the root folder.
pub(super) fn file(paths: &Paths, name: &str) -> (String, bool) {
    let (told, inside) = paths.told(name);
    if inside {
        return (path(&told), true);
    }
    let is_absolute = |path: &str| path.starts_with('/') || path.get(1..3) == Some(":/");
    if is_absolute(&told) {
        return (absolute(&told), false);
    }
    if is_absolute(&paths.here) {
        return (absolute(&format!("{}/{told}", paths.here)), false);
    }
    (path(&told), false)
}

fn absolute(whole: &str) -> String {
    let (drive, rest) = if whole.get(1..3) == Some(":/") { whole.split_at(2) } else { ("", whole) };
    let mut parts: Vec<&str> = Vec::new();
    for part in rest.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let drive = if drive.is_empty() { String::new() } else { format!("/{drive}") };
    format!("file://{drive}/{}", path(&parts.join("/")))
}

/// A path with everything escaped that could mean something in an address.
fn path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_ascii_alphanumeric() || "-._~/".contains(c) { out.push(c) } else { percent(&mut out, c) }
    }
    out
}

fn percent(out: &mut String, c: char) {
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        write!(out, "%{byte:02X}").unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_makes_a_link_of_its_own() {
        let table = [
            ("a", "a"),
            ("[a](1)", r"\[a\](1)"),
            (r"\[a\](1)", r"\\\[a\\\](1)"),
            (r"\\[", r"\\\\\["),
            (r"c:\x", r"c:\x"),
            ("a\u{202e}\n", "a\u{fffd} "),
        ];
        for (given, expected) in table {
            assert_eq!(message(given), expected);
        }
        assert_eq!(link(r"a\", 1), r"[a\\](1)");
    }

    #[test]
    fn markdown_means_itself() {
        assert_eq!(markdown("a [b](c)\n<i> `x` *y* _z_ | 1. # https://a.b"), r"a \[b\](c) \<i\> \`x\` \*y\* \_z\_ \| 1\. \# https\://a\.b");
    }

    #[test]
    fn addresses_on_the_web() {
        assert_eq!(web("https://a.b/c?d=e#f").as_deref(), Some("https://a.b/c?d=e#f"));
        assert_eq!(web("https://a.b/ä c%20%zz<>").as_deref(), Some("https://a.b/%C3%A4%20c%20%25zz%3C%3E"));
        for other in ["javascript:alert(1)", "https://", "https:///x", "a.b", "file:///etc"] {
            assert_eq!(web(other), None, "{other}");
        }
    }

    #[test]
    fn addresses_of_files() {
        let table = [
            ("", "", "Pläne/a b#1?.yaml", "Pl%C3%A4ne/a%20b%231%3F.yaml", true),
            ("", "", "<stdin>", "%3Cstdin%3E", true),
            ("", "", "100%:a.yaml", "100%25%3Aa.yaml", true),
            ("/r/p", "/r", "a.yaml", "p/a.yaml", true),
            ("/r/p", "/r", "../../x y.yaml", "file:///x%20y.yaml", false),
            ("/r/p", "/r", "/e/./b/../a.yaml", "file:///e/a.yaml", false),
            ("C:/r", "C:/r", "D:\\ä.yaml", "file:///D:/%C3%A4.yaml", false),
            ("", "", "../a.yaml", "../a.yaml", false),
        ];
        for (here, root, name, expected, inside) in table {
            let paths = Paths { here: here.into(), root: root.into() };
            assert_eq!(file(&paths, name), (expected.to_owned(), inside), "{here} {root} {name}");
        }
    }
}
