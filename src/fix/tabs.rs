//! Tabs before the first word of a line, where only spaces may stand.
//!
//! How far a tab reaches is nowhere told. It is replaced only where every usual width that makes the text better makes the same of it.

use super::{Budget, Edit, State, is_better};
use crate::problem::Fix;
use crate::source::Span;
use crate::yaml::{self, Node, NodeKind};

/// The usual widths, the likeliest first.
const WIDTHS: [usize; 3] = [4, 2, 8];

/// The text with spaces in place of its tabs, where tabs are what stops it from being read.
pub(super) fn mended(now: &State, budget: &mut Budget) -> Option<(State, Vec<Edit>)> {
    let problem = now.reading.problems.iter().find(|problem| problem.message.key() == Some(yaml::TAB.key))?;
    let mut fitting: Option<(State, Vec<Edit>)> = None;
    for width in WIDTHS {
        let fixes = edits(now.source.text(), width);
        let edit = |fix: Fix| {
            let (place, span) = (fix.span, if fix.span.start <= problem.span.start { problem.span } else { fix.span });
            Edit { fix, message: problem.message.clone(), place, span, names: false }
        };
        let edits: Vec<Edit> = fixes.into_iter().map(edit).collect();
        if edits.is_empty() {
            return None;
        }
        let next = budget.with(now, &edits)?;
        let (tree, _) = yaml::parse(&next.source);
        let begins: Vec<u32> = lines(next.source.text()).map(|(start, _)| start).collect();
        let fits = is_better(now, &next, &edits) && tree.as_ref().is_some_and(|root| !runs_over_lines(root, &begins));
        match &fitting {
            _ if !fits => {}
            None => fitting = Some((next, edits)),
            Some((other, _)) => {
                let (before, _) = yaml::parse(&other.source);
                if !before.zip(tree).is_some_and(|(one, other)| same(&one, &other)) {
                    return None;
                }
            }
        }
    }
    fitting
}

/// The edits that write out the tabs before the first words of lines.
fn edits(text: &str, width: usize) -> Vec<Fix> {
    let mut edits = Vec::new();
    for (start, line) in lines(text) {
        let before = beginning(line);
        if !before.contains('\t') {
            continue;
        }
        let mut out = String::new();
        for c in before.chars() {
            if c == '\t' {
                out.push_str(&" ".repeat(width - out.len() % width));
            } else {
                out.push(c);
            }
        }
        let end = start.saturating_add(u32::try_from(before.len()).unwrap_or(u32::MAX));
        edits.push(Fix { span: Span::new(start, end), text: out, sure: true });
    }
    edits
}

/// Each line and where it begins.
fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (u32::try_from(start).unwrap_or(u32::MAX), line)
    })
}

/// What stands before the first word of a line: white space, and the dashes of lists.
fn beginning(line: &str) -> &str {
    let mut end = 0;
    loop {
        let rest = line.get(end..).unwrap_or("");
        let spaces = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let after = rest.get(spaces..).unwrap_or("");
        // A line of white space alone, or with a comment, belongs to no list or map.
        end += spaces;
        if !(after.starts_with("- ") || after.starts_with("-\t")) {
            return line.get(..end).unwrap_or("");
        }
        end += 1;
    }
}

/// Whether a text stands on several lines: then what stands before its first word may be part of it.
fn runs_over_lines(node: &Node<'_>, begins: &[u32]) -> bool {
    match &node.kind {
        NodeKind::Scalar(..) => {
            let next = begins.partition_point(|begin| *begin <= node.span.start);
            begins.get(next).is_some_and(|begin| *begin < node.span.end)
        }
        NodeKind::List(items) => items.iter().any(|item| runs_over_lines(item, begins)),
        NodeKind::Map(entries) => entries.iter().any(|entry| runs_over_lines(&entry.value, begins)),
    }
}

/// Whether two trees say the same.
fn same(one: &Node<'_>, other: &Node<'_>) -> bool {
    match (&one.kind, &other.kind) {
        (NodeKind::Scalar(one, style), NodeKind::Scalar(other, of_other)) => one == other && style == of_other,
        (NodeKind::List(one), NodeKind::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (NodeKind::Map(one), NodeKind::Map(other)) => {
            let entries = one.iter().zip(other);
            one.len() == other.len() && { entries }.all(|(one, other)| one.key == other.key && same(&one.value, &other.value))
        }
        _ => false,
    }
}
