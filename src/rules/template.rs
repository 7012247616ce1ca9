//! Messages of rules: two languages, with placeholders that are paths of facts.

use std::sync::Arc;

use super::expr::{self, Env, Expr, Type};
use super::sentences as say;
use crate::problem::Problem;
use crate::source::{Source, Span};
use crate::text::{Arg, Message, Wording};
use crate::yaml::{Node, shape};

/// A message whose placeholders are checked and compiled.
#[derive(Clone, Debug)]
pub struct Template {
    wording: Arc<Wording>,
    placeholders: Vec<(String, Expr)>,
}

impl Template {
    /// The text with its placeholders.
    #[must_use]
    pub fn wording(&self) -> &Arc<Wording> {
        &self.wording
    }

    /// The message, with `fill` giving the value of each placeholder.
    #[must_use]
    pub fn message(&self, mut fill: impl FnMut(&Expr) -> Arg) -> Message {
        let mut message = Message::of_rule(Arc::clone(&self.wording));
        for (name, path) in &self.placeholders {
            message = message.with(name.clone(), fill(path));
        }
        message
    }

    /// The paths of its placeholders.
    pub(super) fn placeholders(&self) -> impl Iterator<Item = &Expr> {
        self.placeholders.iter().map(|(_, path)| path)
    }

    pub(super) fn load(source: &Source, node: &Node<'_>, env: &Env, problems: &mut Vec<Problem>) -> Option<Self> {
        let wording = shape::wording(node, problems)?;
        let mut placeholders: Vec<(String, Expr)> = Vec::new();
        for (key, text) in [("de", &wording.de), ("en", &wording.en)] {
            let span = value_span(node, key).unwrap_or(node.span);
            for name in names(text, span, problems) {
                if placeholders.iter().any(|(known, _)| known == name) {
                    continue;
                }
                let place = find(source, span, name);
                match expr::compile(name, env) {
                    Ok(path) if matches!(path.ty(), Type::Record(_)) => {
                        problems.push(Problem::new(place, Message::new(&say::PLACEHOLDER_RECORD).with("placeholder", name)));
                    }
                    Ok(path) => placeholders.push((name.to_owned(), path)),
                    Err(wrong) => {
                        for wrong in wrong {
                            let reason = Arg::Message(Box::new(wrong.message));
                            let message = Message::new(&say::PLACEHOLDER_WRONG).with("placeholder", name).with("reason", reason);
                            let mut problem = Problem::new(place, message);
                            problem.help = wrong.help;
                            problems.push(problem);
                        }
                    }
                }
            }
        }
        Some(Self { wording: Arc::new(wording), placeholders })
    }
}

/// Checks the placeholders of a question, which are words for what surrounds a fact.
pub(super) fn check_question(source: &Source, node: &Node<'_>, wording: &Wording, problems: &mut Vec<Problem>) {
    const ALLOWED: [&str; 5] = ["post", "employer", "organisation", "municipality", "owner"];
    for (key, text) in [("de", &wording.de), ("en", &wording.en)] {
        let span = value_span(node, key).unwrap_or(node.span);
        for name in names(text, span, problems) {
            if !ALLOWED.contains(&name) {
                let allowed = Arg::AllOf(ALLOWED.iter().map(|word| Arg::Text(format!("{{{word}}}").into())).collect());
                let message = Message::new(&say::QUESTION_PLACEHOLDER).with("placeholder", name).with("allowed", allowed);
                problems.push(Problem::new(find(source, span, name), message));
            }
        }
    }
}

fn value_span(node: &Node<'_>, key: &str) -> Option<Span> {
    let crate::yaml::NodeKind::Map(entries) = &node.kind else { return None };
    entries.iter().find(|entry| entry.key == key).map(|entry| entry.value.span)
}

fn names<'t>(text: &'t str, span: Span, problems: &mut Vec<Problem>) -> Vec<&'t str> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((_, tail)) = rest.split_once('{') {
        let Some((name, after)) = tail.split_once('}') else {
            problems.push(Problem::new(span, Message::new(&say::PLACEHOLDER_OPEN)));
            break;
        };
        names.push(name);
        rest = after;
    }
    names
}

/// Where a placeholder stands: escapes and folding may hide it, then the whole text is the place.
fn find(source: &Source, span: Span, name: &str) -> Span {
    let at = source.slice(span).find(&format!("{{{name}}}")).and_then(|at| u32::try_from(at).ok());
    let len = u32::try_from(name.len()).unwrap_or(0);
    at.map_or(span, |at| Span::new(span.start + at + 1, span.start + at + 1 + len))
}
