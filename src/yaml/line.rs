//! A line of a text that could not be read: where its values begin and end, as a person sees them.

/// The line around `at`, without its break: where it begins, and its text.
pub(super) fn around(text: &str, at: usize) -> (usize, &str) {
    let at = super::floor(text, at) as usize;
    let start = text.get(..at).unwrap_or("").rfind(['\n', '\r']).map_or(0, |found| found + 1);
    let rest = text.get(start..).unwrap_or("");
    let line = rest.get(..rest.find(['\n', '\r']).unwrap_or(rest.len())).unwrap_or(rest);
    match line.strip_prefix('\u{feff}') {
        Some(line) if start == 0 => (3, line),
        _ => (start, line),
    }
}

/// Where the line ends in which `at` lies, without its break.
pub(super) fn end(text: &str, at: u32) -> u32 {
    let rest = text.get(at as usize..).unwrap_or("");
    super::floor(text, at as usize + rest.find(['\n', '\r']).unwrap_or(rest.len()))
}

/// The last line before the one that begins at `start` that is neither empty nor a comment, without its indentation.
pub(super) fn above(text: &str, start: usize) -> Option<(usize, &str)> {
    let mut before = text.get(..start)?;
    while let Some(end) = before.rfind(['\n', '\r']) {
        before = before.get(..end)?;
        let (start, line) = around(text, end);
        let content = line.trim_start();
        if !content.is_empty() && !content.starts_with('#') {
            return Some((start + line.len() - content.len(), content.trim_end()));
        }
    }
    None
}

/// A place in a line where a value or a name may begin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Beginning {
    /// Its offset in the line.
    pub(super) at: usize,
    /// Whether it stands in brackets.
    pub(super) flow: bool,
}

/// The last value or name of a line that begins at or before `limit`, and the one before it. `flow` tells whether the line
/// begins within brackets.
pub(super) fn beginnings(line: &str, limit: usize, mut flow: bool) -> [Option<Beginning>; 2] {
    let mut found = [None, None];
    let mut expected = true;
    let mut quote = None;
    let mut depth = usize::from(flow);
    let mut previous = ' ';
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if at > limit {
            break;
        }
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        if let Some(open) = quote {
            if c == '\\' && open == '"' {
                chars.next();
            } else if c == open {
                quote = None;
            }
        } else if c == '#' && previous.is_whitespace() {
            break;
        } else if expected && !c.is_whitespace() {
            found = [Some(Beginning { at, flow }), found[0]];
            expected = (matches!(c, '-' | '?' | ':') && next.is_whitespace()) || matches!(c, '[' | '{');
            depth += usize::from(matches!(c, '[' | '{'));
            quote = matches!(c, '"' | '\'').then_some(c);
        } else {
            match c {
                ':' if next.is_whitespace() => expected = true,
                ',' if depth > 0 => expected = true,
                ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        flow = depth > 0;
        previous = c;
    }
    found
}

/// The text of a value that begins a piece of a line: up to a comment or, in brackets, what ends the value there.
pub(super) fn value(rest: &str, flow: bool) -> &str {
    let mut end = rest.len();
    let mut previous = 'x';
    for (at, c) in rest.char_indices() {
        if (c == '#' && previous.is_whitespace()) || (flow && matches!(c, ',' | '}' | ']')) {
            end = at;
            break;
        }
        previous = c;
    }
    rest.get(..end).unwrap_or(rest).trim_end()
}

/// A text in quotes, in those that need the least change; none for a text that is empty or has several lines.
pub(super) fn quote(text: &str) -> Option<String> {
    if text.is_empty() || text.contains(|c: char| c.is_control()) {
        None
    } else if text.contains(['"', '\\']) {
        Some(format!("'{}'", text.replace('\'', "''")))
    } else {
        Some(format!("\"{text}\""))
    }
}

/// Where in the text between two nodes an indicator stands: the `|` or `>` of a block scalar, the `-` of a list.
pub(super) fn indicator(between: &str, indicators: &[char]) -> Option<usize> {
    let mut at = 0;
    let mut spaced = true;
    while let Some(c) = between.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = between.get(at..).unwrap_or("");
        match c {
            _ if indicators.contains(&c) => return Some(at),
            '#' if spaced => at += rest.find(['\n', '\r']).unwrap_or(rest.len()),
            '&' | '!' => at += rest.find(char::is_whitespace).unwrap_or(rest.len()),
            _ => at += c.len_utf8(),
        }
        spaced = c.is_whitespace();
    }
    None
}
