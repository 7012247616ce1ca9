//! Loading packs: from texts to checked rules, with every problem at its place. A single rule file is left to `rule`.

mod argued;
mod rule;

use std::collections::HashMap;
use std::sync::Arc;

use super::RuleSet;
use super::pack::{Document, Pack, Provision};
use super::rule::Rule;
use super::sentences as say;
use crate::facts::Vocabulary;
use crate::problem::Problem;
use crate::source::{Source, Span};
use crate::text::{Message, Wording};
use crate::yaml::{self, Node, NodeKind, shape, shape::Shape};

/// The files of a pack: `pack.yaml` and one file a rule.
#[derive(Clone, Debug, Default)]
pub struct PackFiles {
    /// `pack.yaml`; none where it is missing.
    pub pack: Option<Source>,
    /// The rules.
    pub rules: Vec<Source>,
    /// What to call the pack where it has no `pack.yaml`: its folder.
    pub name: String,
}

/// Why rules could not be loaded: every file with its problems.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{} rule file(s) with problems", files.len())]
pub struct LoadError {
    /// The files and what is wrong with them.
    pub files: Vec<(Source, Vec<Problem>)>,
}

impl RuleSet {
    /// The rules that the library brings.
    ///
    /// # Panics
    /// Never: the tests load the same files.
    #[must_use]
    pub fn bundled() -> Self {
        let vocabulary = Vocabulary::bundled().map_err(|files| LoadError { files });
        match vocabulary.and_then(|vocabulary| Self::load(vocabulary, &super::bundled::packs())) {
            Ok(rules) => rules,
            Err(error) => unreachable!("a bundled rule is damaged: {error:?}"),
        }
    }

    /// Loads packs, to be judged by with a vocabulary.
    ///
    /// # Errors
    /// Every file that has a problem, with all of its problems.
    pub fn load(vocabulary: Vocabulary, packs: &[PackFiles]) -> Result<Self, LoadError> {
        Self { vocabulary, packs: Vec::new() }.and(packs)
    }

    /// The same rules, and those of further packs after them.
    ///
    /// # Errors
    /// Every file that has a problem, with all of its problems; a pack or rule that is there already is one.
    pub fn and(mut self, packs: &[PackFiles]) -> Result<Self, LoadError> {
        let mut files: Vec<(Source, Vec<Problem>)> = Vec::new();
        for pack in packs {
            let mut loaded = Loader::default();
            if let Some(pack) = loaded.pack(pack, &self) {
                self.packs.push(Arc::new(pack));
            }
            files.extend(loaded.failed);
        }
        if files.is_empty() { Ok(self) } else { Err(LoadError { files }) }
    }
}

#[derive(Default)]
struct Loader {
    failed: Vec<(Source, Vec<Problem>)>,
}

/// What `pack.yaml` says.
struct Head {
    pack: Pack,
    listed: Vec<(String, Span)>,
    demands: Vec<(String, Span)>,
    id: Span,
}

impl Loader {
    fn fail(&mut self, source: &Source, mut problems: Vec<Problem>) {
        problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
        if !problems.is_empty() {
            self.failed.push((source.clone(), problems));
        }
    }

    fn pack(&mut self, files: &PackFiles, known: &RuleSet) -> Option<Pack> {
        let Some(source) = &files.pack else {
            let missing = Source::new(format!("{}/pack.yaml", files.name), "");
            self.fail(&missing, vec![Problem::new(Span::default(), Message::new(&say::NO_PACK_FILE))]);
            return None;
        };
        let mut problems = Vec::new();
        let head = head(source, &mut problems);
        let documents = head.as_ref().map_or(&[][..], |head| &head.pack.documents);
        let mut rules: HashMap<String, Arc<Rule>> = HashMap::new();
        let mut broken = false;
        for file in &files.rules {
            let mut wrong = Vec::new();
            let loaded = rule::rule(file, documents, &mut wrong);
            broken |= loaded.is_none();
            if let Some((rule, id)) = loaded {
                let twice = known.rule(&rule.id).is_some() || rules.contains_key(&rule.id);
                if twice {
                    wrong.push(Problem::new(id, Message::new(&say::RULE_TWICE).with("rule", &*rule.id)));
                } else if head.as_ref().is_some_and(|head| head.listed.iter().all(|(listed, _)| *listed != rule.id)) {
                    wrong.push(Problem::new(id, Message::new(&say::RULE_NOT_LISTED).with("rule", &*rule.id)));
                } else {
                    rules.insert(rule.id.clone(), Arc::new(rule));
                }
            }
            self.fail(file, wrong);
        }
        let mut pack = None;
        if let Some(mut head) = head {
            if known.packs.iter().any(|other| other.id == head.pack.id) {
                problems.push(Problem::new(head.id, Message::new(&say::PACK_TWICE).with("pack", &*head.pack.id)));
            }
            for (id, span) in &head.listed {
                match rules.remove(id) {
                    Some(rule) => head.pack.rules.push(rule),
                    // A rule file that could not be read may be the one: its own problems say enough.
                    None if broken => {}
                    None => problems.push(Problem::new(*span, Message::new(&say::LISTED_RULE_MISSING).with("rule", &**id))),
                }
            }
            for (id, span) in &head.demands {
                if head.listed.iter().all(|(listed, _)| listed != id) {
                    problems.push(Problem::new(*span, Message::new(&say::DEMAND_NOT_LISTED).with("rule", &**id)));
                }
            }
            head.pack.demands = head.demands.into_iter().map(|(id, _)| id).collect();
            pack = Some(head.pack);
        }
        self.fail(source, problems);
        pack
    }
}

fn head(source: &Source, problems: &mut Vec<Problem>) -> Option<Head> {
    let (root, mut found) = yaml::parse(source);
    problems.append(&mut found);
    let root = root?;
    let mut top = Shape::of(&root, problems)?;
    shape::format_one(&mut top, problems);
    let id_node = top.require("id", problems);
    let id = id_node.and_then(|node| id(node, problems));
    let version = top.require("version", problems).and_then(|node| shape::text(node, problems)).map(str::to_owned);
    let title = top.require("title", problems).and_then(|node| shape::wording(node, problems));
    let publisher = top.require("publisher", problems).and_then(|node| shape::wording(node, problems));
    if let Some(node) = top.get("languages") {
        let languages: Vec<&str> = shape::list(node, problems).iter().filter_map(|node| shape::text(node, problems)).collect();
        if !(languages.contains(&"de") && languages.contains(&"en")) {
            problems.push(Problem::new(node.span, Message::new(&say::LANGUAGES_BOTH)));
        }
    }
    let documents = top.require("documents", problems).map(|node| documents(node, problems)).unwrap_or_default();
    let listed = top.require("rules", problems).map(|node| ids(node, problems)).unwrap_or_default();
    let demands = top.get("demands").map(|node| ids(node, problems)).unwrap_or_default();
    let provisions = top.get("provisions").map(|node| provisions(node, &documents, problems)).unwrap_or_default();
    top.finish(problems);
    let pack = Pack {
        id: id?,
        version: version?,
        title: title?,
        publisher: publisher?,
        demands: Vec::new(),
        documents,
        provisions,
        rules: Vec::new(),
    };
    Some(Head { pack, listed, demands, id: id_node?.span })
}

fn ids(node: &Node<'_>, problems: &mut Vec<Problem>) -> Vec<(String, Span)> {
    let nodes = shape::list(node, problems);
    nodes.iter().filter_map(|node| Some((id(node, problems)?, node.span))).collect()
}

fn id(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<String> {
    let text = shape::text(node, problems)?;
    let fits = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && text.len() <= 64;
    if !fits {
        problems.push(Problem::new(node.span, Message::new(&say::NOT_AN_ID).with("id", text)));
    }
    fits.then(|| text.to_owned())
}

fn documents(node: &Node<'_>, problems: &mut Vec<Problem>) -> Vec<Document> {
    let mut documents = Vec::new();
    for entry in shape::entries(node, problems) {
        let Some(mut fields) = Shape::of(&entry.value, problems) else { continue };
        let title = fields.require("title", problems).and_then(|node| shape::wording(node, problems));
        let publisher = fields.get("publisher").and_then(|node| either_wording(node, problems));
        let date = fields.get("date").and_then(|node| shape::text(node, problems)).map(str::to_owned);
        let url = fields.get("url").and_then(|node| shape::text(node, problems)).map(str::to_owned);
        fields.finish(problems);
        if let Some(title) = title {
            documents.push(Document { id: entry.key.clone().into_owned(), title, publisher, date, url });
        }
    }
    documents
}

fn provisions(node: &Node<'_>, documents: &[Document], problems: &mut Vec<Problem>) -> Vec<Provision> {
    let mut provisions = Vec::new();
    for node in shape::filled_list(node, problems) {
        let Some(mut fields) = Shape::of(node, problems) else { continue };
        let in_force = fields.require("in-force", problems).map(|node| rule::in_force(node, problems));
        let holds = fields.require("holds", problems).and_then(|node| shape::wording(node, problems));
        let source = fields.require("source", problems).and_then(|node| rule::rule_source(node, documents, problems));
        fields.finish(problems);
        if let (Some(in_force), Some(holds), Some(source)) = (in_force, holds, source) {
            provisions.push(Provision { in_force, holds, source });
        }
    }
    provisions
}

/// A name that is the same in both languages, or one for each.
fn either_wording(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<Wording> {
    if matches!(node.kind, NodeKind::Map(_)) {
        return shape::wording(node, problems);
    }
    let name = shape::text(node, problems)?;
    Some(Wording { de: name.to_owned(), en: name.to_owned() })
}
