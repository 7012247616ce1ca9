use std::fmt::Write as _;

use proptest::prelude::*;
use serde_yaml::Value;

use super::*;

/// How a random scalar is written, where its text allows it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    Plain,
    Single,
    Double,
    /// As JSON has it: everything outside of ASCII as `\u` with surrogate pairs.
    Json,
}

#[derive(Clone, Debug)]
struct Text {
    content: String,
    form: Form,
    /// Whether a comment follows it.
    comment: bool,
}

#[derive(Clone, Debug)]
enum Tree {
    Scalar(Text),
    List(Vec<Tree>, bool),
    Map(Vec<(Text, Tree)>, bool),
}

fn text() -> impl Strategy<Value = Text> {
    let form = prop::sample::select(&[Form::Plain, Form::Plain, Form::Single, Form::Double, Form::Json][..]);
    let words =
        prop::sample::select(&["null", "~", "true", "0.5", "0,5", "08436055", "Lörrach", "50 %", "rund 20", "k. A.", "-1e3", "?"][..]);
    let text = prop_oneof![2 => words.prop_map(str::to_owned), 3 => "[a-zäß😀 0-9.,'\"\\\\:#&*!\n\t?{}-]{0,8}"];
    (text, form, prop::bool::weighted(0.2)).prop_map(|(text, form, comment)| {
        let bare = text.chars().all(|c| c.is_alphanumeric() || " .,~%?😀".contains(c))
            && !text.starts_with([' ', ',', '%', '.'])
            && !text.ends_with(' ');
        let form = match form {
            Form::Plain if bare && !text.is_empty() && !text.starts_with('?') => Form::Plain,
            Form::Plain | Form::Single if !text.contains(['\n', '\t']) => Form::Single,
            Form::Json => Form::Json,
            _ => Form::Double,
        };
        Text { content: text, form, comment }
    })
}

fn tree() -> impl Strategy<Value = Tree> {
    text().prop_map(Tree::Scalar).prop_recursive(5, 40, 5, |inner| {
        prop_oneof![
            (prop::collection::vec(inner.clone(), 0..5), any::<bool>()).prop_map(|(nodes, flow)| Tree::List(nodes, flow)),
            (prop::collection::vec((text(), inner), 0..5), any::<bool>()).prop_map(|(mut entries, flow)| {
                let mut seen = std::collections::BTreeSet::new();
                // To the oracle `1` and `1.0`, or `~` and `null`, are one key.
                entries.retain(|(key, _)| seen.insert(key.content.clone()));
                entries.retain(|(key, _)| key.form != Form::Plain || key.content.starts_with(|c: char| c.is_alphabetic() && c > 'z'));
                Tree::Map(entries, flow)
            }),
        ]
    })
}

fn write_text(out: &mut String, text: &Text, flow: bool) {
    match text.form {
        Form::Plain if !(flow && text.content.contains(',')) => out.push_str(&text.content),
        Form::Single | Form::Plain => {
            let _ = write!(out, "'{}'", text.content.replace('\'', "''"));
        }
        Form::Json | Form::Double => {
            out.push('"');
            for c in text.content.chars() {
                match c {
                    '"' => out.push_str("\\\""),
                    '\\' => out.push_str("\\\\"),
                    '\n' => out.push_str("\\n"),
                    '\t' => out.push_str("\\t"),
                    c if text.form == Form::Json && !c.is_ascii() => {
                        c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| {
                            let _ = write!(out, "\\u{unit:04x}");
                        });
                    }
                    c => out.push(c),
                }
            }
            out.push('"');
        }
    }
}

fn write_flow(out: &mut String, tree: &Tree) {
    match tree {
        Tree::Scalar(text) => write_text(out, text, true),
        Tree::List(nodes, _) => {
            out.push('[');
            for (at, node) in nodes.iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                write_flow(out, node);
            }
            out.push(']');
        }
        Tree::Map(entries, _) => {
            out.push('{');
            for (at, (key, value)) in entries.iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                write_text(out, key, true);
                out.push_str(": ");
                write_flow(out, value);
            }
            out.push('}');
        }
    }
}

fn is_block(tree: &Tree) -> bool {
    match tree {
        Tree::Scalar(_) => false,
        Tree::List(nodes, flow) => !flow && !nodes.is_empty(),
        Tree::Map(entries, flow) => !flow && !entries.is_empty(),
    }
}

fn write_block(out: &mut String, tree: &Tree, indent: usize) {
    let next_line = |out: &mut String, indent: usize| {
        out.push('\n');
        out.push_str(&" ".repeat(indent));
    };
    match tree {
        Tree::List(nodes, _) if is_block(tree) => {
            for (at, node) in nodes.iter().enumerate() {
                if at > 0 {
                    next_line(out, indent);
                }
                out.push_str("- ");
                write_block(out, node, indent + 2);
            }
        }
        Tree::Map(entries, _) if is_block(tree) => {
            for (at, (key, value)) in entries.iter().enumerate() {
                if at > 0 {
                    next_line(out, indent);
                }
                write_text(out, key, false);
                out.push(':');
                if is_block(value) {
                    next_line(out, indent + 2);
                } else {
                    out.push(' ');
                }
                write_block(out, value, indent + 2);
            }
        }
        Tree::Scalar(text) => {
            write_text(out, text, false);
            if text.comment {
                out.push_str(" # Bemerkung: „a“\n\n  # b");
            }
        }
        flow => write_flow(out, flow),
    }
}

fn agrees(node: &Node<'_>, tree: &Tree, flow: bool) -> bool {
    match (&node.kind, tree) {
        (NodeKind::Scalar(text, style), Tree::Scalar(written)) => {
            let plain = written.form == Form::Plain && !(flow && written.content.contains(','));
            *text == written.content && (*style == Style::Plain) == plain
        }
        (NodeKind::List(nodes), Tree::List(written, in_flow)) => {
            let flow = flow || *in_flow;
            nodes.len() == written.len() && nodes.iter().zip(written).all(|(node, tree)| agrees(node, tree, flow))
        }
        (NodeKind::Map(entries), Tree::Map(written, in_flow)) => {
            let flow = flow || *in_flow;
            let same = |(entry, (key, tree)): (&Entry<'_>, &(Text, Tree))| entry.key == key.content && agrees(&entry.value, tree, flow);
            entries.len() == written.len() && entries.iter().zip(written).all(same)
        }
        _ => false,
    }
}

/// The text under each span, read as a document of its own, is the node again. A block that does not begin its line is
/// moved to the column in which it stood.
fn spans_hold(source: &Source, node: &Node<'_>) {
    let position = source.position(node.span.start);
    let slice = source.slice(node.span);
    let alone = match node.kind {
        NodeKind::Scalar(..) => slice.to_owned(),
        _ => format!("{}{slice}", " ".repeat(position.column as usize - 1)),
    };
    assert!(!slice.starts_with([' ', '\n', '\r']) && !slice.ends_with([' ', '\n', '\r']), "{slice:?}");
    let alone = super::source(&alone);
    let document = read(&alone, &Limits::default());
    assert_eq!(document.root.as_ref().map(shape), Some(shape(node)), "{slice:?} of {:?}", source.text());
    match &node.kind {
        NodeKind::Scalar(..) => {}
        NodeKind::List(nodes) => nodes.iter().for_each(|node| spans_hold(source, node)),
        NodeKind::Map(entries) => {
            for entry in entries {
                let key = super::source(source.slice(entry.key_span));
                let document = read(&key, &Limits::default());
                assert!(matches!(&document.root.expect("a key").kind, NodeKind::Scalar(text, _) if *text == entry.key));
                spans_hold(source, &entry.value);
            }
        }
    }
}

fn oracle_agrees(node: &Node<'_>, value: &Value) -> bool {
    match (&node.kind, value) {
        (NodeKind::Scalar(text, _), Value::String(value)) => text == value,
        (NodeKind::Scalar(text, Style::Plain), Value::Null | Value::Bool(_) | Value::Number(_)) => {
            serde_yaml::from_str::<Value>(text).is_ok_and(|alone| alone == *value)
        }
        (NodeKind::List(nodes), Value::Sequence(values)) => {
            nodes.len() == values.len() && nodes.iter().zip(values).all(|(node, value)| oracle_agrees(node, value))
        }
        (NodeKind::Map(entries), Value::Mapping(values)) => {
            let same = |entry: &Entry<'_>| values.get(&*entry.key).is_some_and(|value| oracle_agrees(&entry.value, value));
            entries.len() == values.len() && entries.iter().all(same)
        }
        _ => false,
    }
}

proptest! {
    #[test]
    fn written_trees_are_read_again(tree in tree(), crlf in any::<bool>(), mark in any::<bool>(), last_break in any::<bool>()) {
        let mut text = String::new();
        write_block(&mut text, &tree, 0);
        text.push_str(if last_break { "\n" } else { "" });
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let source = source(&format!("{}{text}", if mark { "\u{feff}" } else { "" }));
        let document = read(&source, &Limits::default());
        prop_assert_eq!(&document.problems, &[], "{:?}", source.text());
        prop_assert!(document.complete);
        let root = document.root.expect("a root");
        prop_assert!(agrees(&root, &tree, false), "{:?}\n{}", source.text(), shape(&root));
        spans_hold(&source, &root);
        // The oracle knows no surrogate pairs.
        let text = text.replace("\\ud83d\\ude00", "\\U0001f600");
        let value: Value = serde_yaml::from_str(&text).expect("the oracle reads it");
        prop_assert!(oracle_agrees(&root, &value), "{text:?}\n{}\n{value:?}", shape(&root));
    }
}
