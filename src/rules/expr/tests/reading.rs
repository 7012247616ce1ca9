//! Precedence and associativity, shown with every parenthesis.

use crate::rules::expr::parse::{Part, Tree, parse};

fn shape(tree: &Tree) -> String {
    let many = |all: &[Tree], sign: &str| all.iter().map(shape).collect::<Vec<_>>().join(sign);
    match &tree.kind {
        Part::Bool(bool) => bool.to_string(),
        Part::Int(int) => int.to_string(),
        Part::Double(number) => format!("{number}d"),
        Part::Text(text) => format!("{text:?}"),
        Part::Name(name) => name.clone(),
        Part::Select(base, name) => format!("{}.{}", shape(base), name.text),
        Part::Index(base, index) => format!("{}[{}]", shape(base), shape(index)),
        Part::Call(None, name, all) => format!("{}({})", name.text, many(all, ", ")),
        Part::Call(Some(base), name, all) => format!("{}.{}({})", shape(base), name.text, many(all, ", ")),
        Part::List(all) => format!("[{}]", many(all, ", ")),
        Part::Not(inner) => format!("(!{})", shape(inner)),
        Part::Neg(inner) => format!("(-{})", shape(inner)),
        Part::And(all) => format!("({})", many(all, " && ")),
        Part::Or(all) => format!("({})", many(all, " || ")),
        Part::If(parts) => format!("({} ? {} : {})", shape(&parts.0), shape(&parts.1), shape(&parts.2)),
        Part::Binary(binary, sides) => format!("({} {} {})", shape(&sides.0), binary.sign(), shape(&sides.1)),
    }
}

#[test]
fn precedence() {
    for (text, wanted) in [
        ("a || b && c", "(a || (b && c))"),
        ("a && b || c && d", "((a && b) || (c && d))"),
        ("a || b || c", "(a || b || c)"),
        ("a || (b || c)", "(a || (b || c))"),
        ("!a && b", "((!a) && b)"),
        ("!a.b", "(!a.b)"),
        ("!!a", "(!(!a))"),
        ("a == b && c < d", "((a == b) && (c < d))"),
        ("a == b == c", "((a == b) == c)"),
        ("a < b in c", "((a < b) in c)"),
        ("a + b < c - d", "((a + b) < (c - d))"),
        ("a - b - c", "((a - b) - c)"),
        ("a + b * c % d", "(a + ((b * c) % d))"),
        ("-a * b", "((-a) * b)"),
        ("-a.b[0]", "(-a.b[0])"),
        ("a - -1", "(a - -1)"),
        ("a -1", "(a - 1)"),
        ("--1", "(--1)"),
        ("a ? b : c ? d : e", "(a ? b : (c ? d : e))"),
        ("a ? (b ? c : d) : e", "(a ? (b ? c : d) : e)"),
        ("a || b ? c && d : e || f", "((a || b) ? (c && d) : (e || f))"),
        ("a.b.c(d, e)[f].g", "a.b.c(d, e)[f].g"),
        ("f(a ? b : c, [d || e,])", "f((a ? b : c), [(d || e)])"),
        ("x in [1, 0x10, 1.50, 1e-3, .5]", "(x in [1, 16, 1.5d, 0.001d, 0.5d])"),
        ("a // b\n + c", "(a + c)"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("9000000000000.000001", "9000000000000.000001d"),
        ("10000000e-7 + 0.0000000e-9 + 12.300e1", "((1d + 0d) + 123d)"),
    ] {
        assert_eq!(parse(text).map_or_else(|problem| format!("{problem:?}"), |tree| shape(&tree)), wanted, "{text}");
    }
}

#[test]
fn every_part_knows_its_place() {
    fn visit(tree: &Tree, text: &str) {
        assert!(text.get(tree.range.clone()).is_some_and(|part| !part.is_empty()));
        match &tree.kind {
            Part::Binary(_, sides) => {
                visit(&sides.0, text);
                visit(&sides.1, text);
            }
            Part::And(all) | Part::Or(all) | Part::List(all) | Part::Call(_, _, all) => all.iter().for_each(|tree| visit(tree, text)),
            _ => {}
        }
    }
    let text = "(a + 'ä') == f(b, [1, (2)]) && c";
    let tree = parse(text).unwrap();
    visit(&tree, text);
    let Part::And(all) = &tree.kind else { panic!() };
    assert_eq!(&text[all[0].range.clone()], "(a + 'ä') == f(b, [1, (2)])");
}
