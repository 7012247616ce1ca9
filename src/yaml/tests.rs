//! What reading a text gives: cases by name, hostile texts, and random trees written in every style.

mod cases;
mod comments;
mod hostile;
mod random;

use super::*;

fn source(text: &str) -> Source {
    Source::new("t", text)
}

/// A node without its places: `null` for an unknown plain scalar, text in quotes where it was quoted.
fn shape(node: &Node<'_>) -> String {
    match &node.kind {
        NodeKind::Scalar(text, Style::Plain) if text.is_empty() => "null".to_owned(),
        NodeKind::Scalar(text, Style::Plain) => text.to_string(),
        NodeKind::Scalar(text, Style::Quoted) => format!("{text:?}"),
        NodeKind::List(nodes) => format!("[{}]", nodes.iter().map(shape).collect::<Vec<_>>().join(", ")),
        NodeKind::Map(entries) => {
            let entries = entries.iter().map(|entry| format!("{}: {}", entry.key, shape(&entry.value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

fn shape_of(document: &Document<'_>) -> String {
    document.root.as_ref().map_or_else(|| "nothing".to_owned(), shape)
}

/// Every place of a document lies in its text, on character boundaries.
fn places_hold(source: &Source, document: &Document<'_>) {
    let holds = |span: Span| assert!(source.text().get(span.range()).is_some(), "{span:?} of {:?}", source.text());
    for problem in &document.problems {
        holds(problem.span);
        for span in problem.related.iter().map(|(span, _)| *span).chain(problem.fix.iter().map(|fix| fix.span)) {
            holds(span);
        }
    }
    document.comments.iter().copied().for_each(holds);
    let mut nodes: Vec<&Node<'_>> = document.root.iter().collect();
    while let Some(node) = nodes.pop() {
        holds(node.span);
        match &node.kind {
            NodeKind::Scalar(..) => {}
            NodeKind::List(list) => nodes.extend(list),
            NodeKind::Map(entries) => {
                for entry in entries {
                    holds(entry.key_span);
                    nodes.push(&entry.value);
                }
            }
        }
    }
}
