//! Loading packs: from texts to checked rules, with every problem at its place. A single rule file is left to `rule`, what a
//! pack changes about others to `adjust`.

mod adjust;
mod argued;
pub(crate) mod keys;
mod rule;

pub(super) use rule::examples_of;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::RuleSet;
use super::digests::{Digests, Read};
use super::exceptions;
use super::pack::{Document, Pack, Provision};
use super::rule::Rule;
use super::sentences as say;
use crate::facts::Vocabulary;
use crate::problem::{self, Problem};
use crate::source::{Source, Span};
use crate::text::{Message, Wording};
use crate::yaml::{self, Node, NodeKind, shape, shape::Shape};

/// The files of a pack: `pack.yaml`, one file a rule, and the vocabulary if it has one.
#[derive(Clone, Debug, Default)]
pub struct PackFiles {
    /// `pack.yaml`; none where it is missing.
    pub pack: Option<Source>,
    /// The rules.
    pub rules: Vec<Source>,
    /// `vocabulary.yaml`: words, employers, qualifications and Kreise that the bundled vocabulary does not know.
    pub vocabulary: Option<Source>,
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
        let packs = super::bundled::packs();
        match vocabulary.and_then(|vocabulary| Self::empty(vocabulary).with(&packs, &Digests::bundled())) {
            Ok(rules) => rules.without_vocabularies(),
            Err(error) => unreachable!("a bundled rule is damaged: {error:?}"),
        }
    }

    /// The same rules; the words that their packs bring go with the version of the library, as its own vocabulary does.
    fn without_vocabularies(mut self) -> Self {
        for pack in &mut self.packs {
            Arc::make_mut(pack).has_vocabulary = false;
        }
        self
    }

    /// Loads packs, to be judged by with a vocabulary.
    ///
    /// # Errors
    /// Every file that has a problem, with all of its problems.
    pub fn load(vocabulary: Vocabulary, packs: &[PackFiles]) -> Result<Self, LoadError> {
        Self::empty(vocabulary).and(packs)
    }

    pub(super) const fn empty(vocabulary: Vocabulary) -> Self {
        Self { vocabulary, packs: Vec::new(), aside: Vec::new(), left_out: BTreeSet::new() }
    }

    /// The same rules, and those of further packs after them.
    ///
    /// # Errors
    /// Every file that has a problem, with all of its problems; a pack or rule that is there already is one, and so is a pack
    /// that contradicts another.
    pub fn and(self, packs: &[PackFiles]) -> Result<Self, LoadError> {
        self.with(packs, &Digests::NONE)
    }

    pub(super) fn with(mut self, packs: &[PackFiles], digests: &Digests) -> Result<Self, LoadError> {
        let mut failed: Vec<(Source, Vec<Problem>)> = Vec::new();
        let mut heads: Vec<Reading<'_>> = packs.iter().map(|files| Reading::of(files, digests)).collect();
        // The words of all packs come first: the rules of one may name those of another.
        for reading in &heads {
            if let Some(file) = &reading.files.vocabulary {
                let problems = self.vocabulary.add(&reading.id(), file);
                fail(&mut failed, file, problems);
            }
        }
        for reading in &mut heads {
            if let Some(pack) = reading.rules(&self, digests, &mut failed) {
                self.packs.push(Arc::new(pack));
            }
        }
        for reading in &mut heads {
            if let Some(head) = &reading.head
                && failed.is_empty()
            {
                reading.problems.extend(adjust::problems(head, &self));
            }
        }
        for reading in heads {
            fail(&mut failed, &reading.source, reading.problems);
        }
        // In the order of the packs, and in each with the vocabulary after pack.yaml and the rules.
        if failed.is_empty() {
            let new: Vec<String> = self.packs.iter().rev().take(packs.len()).map(|pack| pack.id.clone()).collect();
            return Ok(self.adjusted(&new));
        }
        let place = |source: &Source| packs.iter().position(|pack| pack.has(source)).unwrap_or(packs.len());
        failed.sort_by_key(|(source, _)| place(source));
        Err(LoadError { files: failed })
    }
}

impl PackFiles {
    fn has(&self, source: &Source) -> bool {
        let own = self.pack.iter().chain(&self.rules).chain(&self.vocabulary).any(|file| file.name() == source.name());
        own || (self.pack.is_none() && source.name() == self.missing().name())
    }

    /// `pack.yaml`, where it is missing.
    fn missing(&self) -> Source {
        Source::new(format!("{}/pack.yaml", self.name), "")
    }
}

fn fail(failed: &mut Vec<(Source, Vec<Problem>)>, source: &Source, mut problems: Vec<Problem>) {
    problem::in_order(&mut problems);
    yaml::list_problems(&mut problems);
    if !problems.is_empty() {
        failed.push((source.clone(), problems));
    }
}

/// A pack that is being read.
struct Reading<'f> {
    files: &'f PackFiles,
    source: Source,
    head: Option<Head>,
    /// Whether the pack is of a format that this version of the tool knows.
    known_format: bool,
    problems: Vec<Problem>,
}

/// What `pack.yaml` says.
struct Head {
    pack: Pack,
    listed: Vec<(String, Span)>,
    demands: Vec<(String, Span)>,
    adjusts: Vec<adjust::Written>,
    id: Span,
}

impl<'f> Reading<'f> {
    fn of(files: &'f PackFiles, digests: &Digests) -> Self {
        let Some(source) = files.pack.clone() else {
            let problems = vec![Problem::new(Span::default(), Message::new(&say::NO_PACK_FILE))];
            return Self { files, source: files.missing(), head: None, known_format: false, problems };
        };
        let mut problems = Vec::new();
        let mut known_format = true;
        let head = head(files, digests.read(&source), &source, &mut known_format, &mut problems);
        Self { files, source, head, known_format, problems }
    }

    fn id(&self) -> Arc<str> {
        Arc::from(self.head.as_ref().map_or(self.files.name.as_str(), |head| head.pack.id.as_str()))
    }

    /// Reads the rules, and puts them into the pack in the order of its list. What they rest on is not known where the pack is
    /// missing or of another format: then they are not read.
    fn rules(&mut self, known: &RuleSet, digests: &Digests, failed: &mut Vec<(Source, Vec<Problem>)>) -> Option<Pack> {
        if !self.known_format {
            return None;
        }
        let documents = self.head.as_ref().map_or(&[][..], |head| &head.pack.documents);
        let mut rules: HashMap<String, Arc<Rule>> = HashMap::new();
        let mut broken = false;
        for file in &self.files.rules {
            let mut wrong = Vec::new();
            let loaded = rule::rule(file, digests.read(file), documents, known.vocabulary.words(), &mut wrong);
            broken |= loaded.is_none();
            if let Some((rule, id)) = loaded {
                let twice = known.rule(&rule.id).map(|(_, rule)| rule).or_else(|| rules.get(&rule.id));
                if let Some(other) = twice {
                    let help = Message::new(&say::IN_FILE).with("file", other.file.name());
                    wrong.push(Problem::new(id, Message::new(&say::RULE_TWICE).with("rule", &*rule.id)).help(help));
                } else if self.head.as_ref().is_some_and(|head| head.listed.iter().all(|(listed, _)| *listed != rule.id)) {
                    wrong.push(Problem::new(id, Message::new(&say::RULE_NOT_LISTED).with("rule", &*rule.id)));
                } else {
                    rules.insert(rule.id.clone(), Arc::new(rule));
                }
            }
            fail(failed, file, wrong);
        }
        let head = self.head.as_mut()?;
        if let Some(other) = known.packs.iter().find(|other| other.id == head.pack.id) {
            let help = Message::new(&say::IN_FILE).with("file", other.file.name());
            self.problems.push(Problem::new(head.id, Message::new(&say::PACK_TWICE).with("pack", &*head.pack.id)).help(help));
        }
        let mut pack = head.pack.clone();
        for (id, span) in &head.listed {
            match rules.remove(id) {
                Some(rule) => pack.rules.push(rule),
                // A rule file that could not be read may be the one: its own problems say enough.
                None if broken => {}
                None => self.problems.push(Problem::new(*span, Message::new(&say::LISTED_RULE_MISSING).with("rule", &**id))),
            }
        }
        for (id, span) in &head.demands {
            if head.listed.iter().all(|(listed, _)| listed != id) {
                self.problems.push(Problem::new(*span, Message::new(&say::DEMAND_NOT_LISTED).with("rule", &**id)));
            }
        }
        pack.demands = head.demands.iter().map(|(id, _)| id.clone()).collect();
        Some(pack)
    }
}

fn head(files: &PackFiles, read: Read<'_>, source: &Source, known_format: &mut bool, problems: &mut Vec<Problem>) -> Option<Head> {
    problems.extend(read.problems);
    let root = read.root?;
    let mut top = Shape::of(&root, problems)?;
    *known_format = shape::format_one(&mut top, problems);
    if !*known_format {
        // What another format means is not known here: to find fault with it would mislead.
        return None;
    }
    let id_node = top.require("id", problems);
    let id = id_node.and_then(|node| id(node, problems));
    let version = top.require("version", problems).and_then(|node| shape::text(node, problems)).map(str::to_owned);
    let title = top.require("title", problems).and_then(|node| shape::wording(node, problems));
    let publisher = top.require("publisher", problems).and_then(|node| either_wording(node, problems));
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
    let adjusts = top.get("adjust").map(|node| adjust::read(node, problems)).unwrap_or_default();
    let exceptions = top.get("exceptions").map(|node| exceptions::of_pack(node, problems)).unwrap_or_default();
    top.finish_by(&keys::PACK, problems);
    let pack = Pack {
        id: id?,
        version: version?,
        title: title?,
        publisher: publisher?,
        demands: Vec::new(),
        documents,
        provisions,
        rules: Vec::new(),
        adjusts: adjusts.iter().map(adjust::Written::adjustment).collect(),
        has_vocabulary: files.vocabulary.is_some(),
        file: source.clone(),
        exceptions,
    };
    Some(Head { pack, listed, demands, adjusts, id: id_node?.span })
}

fn ids(node: &Node<'_>, problems: &mut Vec<Problem>) -> Vec<(String, Span)> {
    let nodes = shape::list(node, problems);
    nodes.iter().filter_map(|node| Some((id(node, problems)?, node.span))).collect()
}

fn id(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<String> {
    let text = shape::text(node, problems)?;
    let fits = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && (1..=64).contains(&text.len());
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
        fields.finish_by(&keys::DOCUMENT, problems);
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
        fields.finish_by(&keys::PROVISION, problems);
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
