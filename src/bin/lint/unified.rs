//! What would change in a file, as a unified diff.
//!
//! To a file or a program it goes byte for byte, so that `patch` and `git apply` can apply it; to a terminal every line goes in a form
//! that cannot steer it. A line in which something stands about an individual is in no diff.

use std::fmt::Write as _;
use std::ops::Range;

use paktlint::source::{Source, Span};
use paktlint::text::safe;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// How many lines around a change are shown.
const CONTEXT: usize = 3;

/// What a diff is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum For {
    /// A program, which applies it.
    Program,
    /// A person at a terminal.
    Terminal {
        /// Whether lines are coloured.
        color: bool,
    },
}

/// A diff.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Diff {
    /// Its text; empty where there is nothing to show.
    pub(crate) text: String,
    /// How many changes it leaves out because they are in lines about an individual.
    pub(crate) hidden: usize,
}

/// What makes `new` of `old`. `private` are the stretches of `new` that no output may repeat.
pub(crate) fn diff(name: &str, old: &str, new: &Source, private: &[Span], what_for: For) -> Diff {
    let (old, new_lines): (Vec<&str>, Vec<&str>) = (lines(old), lines(new.text()));
    let private = private_lines(new, private);
    let is_private = |line: usize| private.get(line).is_some_and(|private| *private);
    let mut changes = Vec::new();
    let mut hidden = 0;
    // Of each old line that stays, which new line it is.
    let mut stays = vec![None; old.len()];
    for op in capture_diff_slices(Algorithm::Myers, &old, &new_lines) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            (0..len).for_each(|at| {
                if let Some(line) = stays.get_mut(old_index + at) {
                    *line = Some(new_index + at);
                }
            });
        } else if op.new_range().any(is_private) {
            hidden += 1;
        } else {
            changes.push(Change { old: op.old_range(), new: op.new_range() });
        }
    }
    // A line of a change that is left out stays as it is, and is not shown either.
    let shown = |line: usize| stays.get(line).is_some_and(|new| new.is_some_and(|new| !is_private(new)));
    let mut text = String::new();
    let mut grown = 0;
    for hunk in hunks(&changes, old.len(), shown) {
        if text.is_empty() {
            head(&mut text, name, what_for);
        }
        hunk.write(&mut text, &old, &new_lines, &mut grown, what_for);
    }
    Diff { text, hidden }
}

/// Lines that go in place of others.
#[derive(Clone, Debug)]
struct Change {
    old: Range<usize>,
    new: Range<usize>,
}

/// Changes that are shown together, with the lines around them.
#[derive(Debug)]
struct Hunk {
    old: Range<usize>,
    changes: Vec<Change>,
}

fn hunks(changes: &[Change], lines: usize, shown: impl Fn(usize) -> bool) -> Vec<Hunk> {
    let mut hunks: Vec<Hunk> = Vec::new();
    for change in changes {
        let before = (0..change.old.start).rev().take(CONTEXT).take_while(|line| shown(*line)).count();
        let after = (change.old.end..lines).take(CONTEXT).take_while(|line| shown(*line)).count();
        let whole = change.old.start - before..change.old.end + after;
        match hunks.last_mut() {
            // Between two changes every line that is shown is in the context of one of them.
            Some(last) if last.old.end >= whole.start => {
                last.old.end = last.old.end.max(whole.end);
                last.changes.push(change.clone());
            }
            _ => hunks.push(Hunk { old: whole, changes: vec![change.clone()] }),
        }
    }
    for hunk in &mut hunks {
        hunk.balance(lines);
    }
    hunks
}

impl Hunk {
    /// Programs take a hunk with fewer lines on one side for one that stands at the end of the file: where a line was left out,
    /// the other side gets as few.
    fn balance(&mut self, lines: usize) {
        let (Some(first), Some(last)) = (self.changes.first(), self.changes.last()) else { return };
        let (before, after) = (first.old.start - self.old.start, self.old.end - last.old.end);
        let (first, last) = (first.old.start, last.old.end);
        let cut_before = before < CONTEXT && self.old.start > 0;
        let cut_after = after < CONTEXT && self.old.end < lines;
        if cut_before {
            self.old.end = last + after.min(before);
        }
        if cut_after {
            self.old.start = first - before.min(after);
        }
    }

    fn write(&self, out: &mut String, old: &[&str], new: &[&str], grown: &mut i64, what_for: For) {
        let signed = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let more: i64 = self.changes.iter().map(|change| signed(change.new.len()) - signed(change.old.len())).sum();
        let start = signed(self.old.start) + *grown;
        let head =
            format!("@@ -{} +{} @@", range(signed(self.old.start), signed(self.old.len())), range(start, signed(self.old.len()) + more));
        *grown += more;
        line(out, "", &head, Look::Place, what_for);
        let mut at = self.old.start;
        for change in &self.changes {
            lines_of(out, " ", old, at..change.old.start, Look::Plain, what_for);
            lines_of(out, "-", old, change.old.clone(), Look::Old, what_for);
            lines_of(out, "+", new, change.new.clone(), Look::New, what_for);
            at = change.old.end;
        }
        lines_of(out, " ", old, at..self.old.end, Look::Plain, what_for);
    }
}

/// The first line and how many; of none, the line before.
fn range(start: i64, count: i64) -> String {
    match count {
        0 => format!("{start},0"),
        1 => format!("{}", start + 1),
        _ => format!("{},{count}", start + 1),
    }
}

#[derive(Clone, Copy)]
enum Look {
    Plain,
    Old,
    New,
    Place,
    Name,
}

impl Look {
    fn start(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Old => "\u{1b}[31m",
            Self::New => "\u{1b}[32m",
            Self::Place => "\u{1b}[36m",
            Self::Name => "\u{1b}[1m",
        }
    }
}

fn head(out: &mut String, name: &str, what_for: For) {
    line(out, "--- ", &quoted("a", name), Look::Name, what_for);
    line(out, "+++ ", &quoted("b", name), Look::Name, what_for);
}

fn lines_of(out: &mut String, sign: &str, from: &[&str], lines: Range<usize>, look: Look, what_for: For) {
    for text in from.get(lines).unwrap_or_default() {
        let whole = text.strip_suffix('\n');
        line(out, sign, whole.unwrap_or(text), look, what_for);
        if whole.is_none() {
            out.push_str("\\ No newline at end of file\n");
        }
    }
}

fn line(out: &mut String, sign: &str, text: &str, look: Look, what_for: For) {
    match what_for {
        For::Program => writeln!(out, "{sign}{text}"),
        For::Terminal { color } => {
            let text = safe(text.strip_suffix('\r').unwrap_or(text));
            let (start, end) = if color && !look.start().is_empty() { (look.start(), "\u{1b}[0m") } else { ("", "") };
            writeln!(out, "{start}{sign}{text}{end}")
        }
    }
    .unwrap_or_default();
}

/// A name as programs that apply a diff read it: below a folder that they leave out, in quotes where it needs them.
fn quoted(side: &str, name: &str) -> String {
    let name = name.replace('\\', if cfg!(windows) { "/" } else { "\\" });
    let below = name.trim_start_matches("./").trim_start_matches('/');
    if !below.contains(|c: char| c.is_control() || matches!(c, '"' | '\\')) {
        // Without a tab behind it, a name would end at its first space.
        let end = if below.contains(' ') { "\t" } else { "" };
        return format!("{side}/{below}{end}");
    }
    let mut out = format!("\"{side}/");
    for c in below.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    let _ = write!(out, "\\{byte:03o}");
                }
            }
            c => out.push(c),
        }
    }
    out + "\""
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Of each line, whether it holds a part of what no output may repeat.
fn private_lines(file: &Source, private: &[Span]) -> Vec<bool> {
    let mut begins = Vec::new();
    let mut at = 0;
    for line in lines(file.text()) {
        begins.push(at);
        at += line.len();
    }
    let mut is_private = vec![false; begins.len()];
    for span in private {
        let first = begins.partition_point(|begin| *begin <= span.start as usize).saturating_sub(1);
        let end = begins.partition_point(|begin| *begin < (span.end as usize).max(span.start as usize + 1));
        is_private.iter_mut().take(end).skip(first).for_each(|line| *line = true);
    }
    is_private
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(old: &str, new: &str, private: &[&str], expected: &str, hidden: usize) {
        let new = Source::new("p.yaml", new);
        let place = |text: &&str| {
            let at = u32::try_from(new.text().find(text).unwrap()).unwrap();
            Span::new(at, at + u32::try_from(text.len()).unwrap())
        };
        let private: Vec<Span> = private.iter().map(place).collect();
        let found = diff("p.yaml", old, &new, &private, For::Program);
        let expected = if expected.is_empty() { String::new() } else { format!("--- a/p.yaml\n+++ b/p.yaml\n{expected}") };
        assert_eq!(found, Diff { text: expected, hidden });
    }

    #[test]
    fn hunks_as_programs_read_them() {
        check("a\n", "a\n", &[], "", 0);
        check("a\nb\n", "a\nc\n", &[], "@@ -1,2 +1,2 @@\n a\n-b\n+c\n", 0);
        check("a", "b", &[], "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n", 0);
        check("a\r\nb\r\n", "a\r\nc\r\n", &[], "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n", 0);
        check(
            "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
            "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
            &[],
            "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n",
            0,
        );
        check("1\n2\n3\n4\n", "x\n2\n3\ny\n", &[], "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n-4\n+y\n", 0);
    }

    #[test]
    fn lines_about_individuals_are_in_no_diff() {
        // Beside a change: fewer lines around it, on both sides as few.
        check("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nx\n6\n7\n8\n", &["7"], "@@ -4,3 +4,3 @@\n 4\n-5\n+x\n 6\n", 0);
        check("1\n2\n3\n4\n5\n6\n7\n", "1\n2\n3\nx\n5\n6\n7\n", &["3"], "@@ -4 +4 @@\n-4\n+x\n", 0);
        // In the line of a change: it is left out, and told.
        check("1\n2\n3\n", "1\n2 x Erika\n3\n", &["Erika"], "", 1);
        check("1\n2\n3\n4\n5\n6\n", "1\n2 Erika\n3\n4\n5\ny\n", &["Erika"], "@@ -3,4 +3,4 @@\n 3\n 4\n 5\n-6\n+y\n", 1);
    }

    #[test]
    fn a_terminal_is_not_steered() {
        let new = Source::new("x\u{1b}[31m.yaml", "b\u{1b}[2J\r\n");
        let found = diff(new.name(), "a\u{1b}[2J\r\n", &new, &[], For::Terminal { color: false }).text;
        assert!(!found.contains(['\u{1b}', '\r']), "{found:?}");
        let colored = diff(new.name(), "a\n", &new, &[], For::Terminal { color: true }).text;
        assert!(colored.contains("\u{1b}[32m+b\u{fffd}[2J\u{1b}[0m\n"), "{colored:?}");
        assert_eq!(quoted("a", "x\ny \"z\".yaml"), "\"a/x\\012y \\\"z\\\".yaml\"");
        assert_eq!(quoted("a", "./my plan.yaml"), "a/my plan.yaml\t");
    }
}
