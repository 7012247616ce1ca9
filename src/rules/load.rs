//! Loading packs: from texts to checked rules, with every problem at its place.

use std::collections::HashMap;
use std::sync::Arc;

use super::RuleSet;
use super::expr::{self, Env, Expr, ExprProblem, Type};
use super::pack::{Document, Pack, Sureness, day};
use super::rule::{Each, Example, InForce, Level, Outcome, Rule, RuleSource, Written};
use super::sentences as say;
use super::template::{Template, check_question};
use crate::facts::{Vocabulary, ask};
use crate::plan::fields::PLAN;
use crate::problem::Problem;
use crate::source::{Source, Span};
use crate::text::{Message, Wording, nearest};
use crate::yaml::{self, Node, NodeKind, Style, shape, shape::Shape};

/// The files of a pack: `pack.yaml` and one file a rule.
#[derive(Clone, Debug)]
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
    fn fail(&mut self, source: &Source, problems: Vec<Problem>) {
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
            let loaded = rule(file, documents, &mut wrong);
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
    top.finish(problems);
    let pack = Pack { id: id?, version: version?, title: title?, publisher: publisher?, demands: Vec::new(), documents, rules: Vec::new() };
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

/// A name that is the same in both languages, or one for each.
fn either_wording(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<Wording> {
    if matches!(node.kind, NodeKind::Map(_)) {
        return shape::wording(node, problems);
    }
    let name = shape::text(node, problems)?;
    Some(Wording { de: name.to_owned(), en: name.to_owned() })
}

/// Reads a rule file; also where its id stands.
fn rule(source: &Source, documents: &[Document], problems: &mut Vec<Problem>) -> Option<(Rule, Span)> {
    let (root, mut found) = yaml::parse(source);
    problems.append(&mut found);
    let root = root?;
    let mut top = Shape::of(&root, problems)?;
    let id_node = top.require("id", problems);
    let id = id_node.and_then(|node| id(node, problems));
    let levels = Level::ALL.map(|level| (level.name(), level));
    let level = top.require("level", problems).and_then(|node| shape::word(node, &levels, problems));
    let title = top.require("title", problems).and_then(|node| shape::wording(node, problems));
    let rule_source = top.require("source", problems).and_then(|node| rule_source(node, documents, problems));
    let in_force = top.get("in-force").map(|node| in_force(node, problems)).unwrap_or_default();
    let plan = Env::new().with("plan", &PLAN);
    let mut written = Written::default();
    let each_node = top.get("each");
    let each = each_node.and_then(|node| each(source, node, &plan, problems));
    written.each = each_node.and_then(plain);
    let env = each.as_ref().map_or(plan.clone(), |each| plan.with(each.name.clone(), each.table));
    // With a wrong `each`, everything that names its variable would look wrong too: its own problem says enough.
    let known = each_node.is_some() == each.is_some();
    let condition = |node: Option<&Node<'_>>, problems: &mut Vec<Problem>| {
        node.filter(|_| known).and_then(|node| compiled(source, node, &env, |ty| *ty == Type::Bool, &say::NOT_YES_OR_NO, problems))
    };
    let when_node = top.get("when");
    let when = condition(when_node, problems);
    written.when = when_node.and_then(plain);
    let require_node = top.require("require", problems);
    let require = condition(require_node, problems);
    written.require = require_node.and_then(plain).unwrap_or_default();
    let weigh_node = top.get("weigh");
    let number = |ty: &Type| matches!(ty, Type::Int | Type::Double);
    let weigh = weigh_node.filter(|_| known).and_then(|node| compiled(source, node, &env, number, &say::NOT_A_NUMBER, problems));
    written.weigh = weigh_node.and_then(plain);
    let at = top.get("at").filter(|_| known).and_then(|node| compiled(source, node, &env, |_| true, &say::NOT_A_NUMBER, problems));
    let message = top.require("message", problems).filter(|_| known).and_then(|node| Template::load(source, node, &env, problems));
    let why = top.require("why", problems).and_then(|node| shape::wording(node, problems));
    let remedy = top.require("remedy", problems).and_then(|node| shape::wording(node, problems));
    let ask = top.get("ask").and_then(|node| {
        let ask = ask(node, problems)?;
        check_question(source, node, &ask.1, problems);
        Some(ask)
    });
    let examples_node = top.require("examples", problems);
    let examples = examples_node.map(|node| examples(node, problems)).unwrap_or_default();
    if let Some(node) = examples_node {
        for outcome in [Outcome::Fulfilled, Outcome::Violated] {
            if examples.iter().all(|example| example.outcome != outcome) {
                problems
                    .push(Problem::new(first_line(source, node.span), Message::new(&say::EXAMPLE_NEEDED).with("outcome", outcome.name())));
            }
        }
    }
    top.finish(problems);
    let rule = Rule {
        id: id?,
        level: level?,
        title: title?,
        source: rule_source?,
        in_force,
        each,
        when,
        require: require?,
        weigh,
        at,
        message: message?,
        why: Arc::new(why?),
        remedy: Arc::new(remedy?),
        ask,
        examples,
        file: source.clone(),
        written,
    };
    problems.is_empty().then_some((rule, id_node?.span))
}

fn plain(node: &Node<'_>) -> Option<String> {
    match &node.kind {
        NodeKind::Scalar(text, _) => Some(text.trim().to_owned()),
        _ => None,
    }
}

fn first_line(source: &Source, span: Span) -> Span {
    let line = source.slice(span).lines().next().unwrap_or("").len();
    Span::new(span.start, span.start + u32::try_from(line).unwrap_or(0))
}

fn rule_source(node: &Node<'_>, documents: &[Document], problems: &mut Vec<Problem>) -> Option<RuleSource> {
    let mut fields = Shape::of(node, problems)?;
    let document_node = fields.require("document", problems);
    let document = document_node.and_then(|node| shape::text(node, problems)).map(str::to_owned);
    if let (Some(node), Some(document)) = (document_node, &document)
        && documents.iter().all(|known| known.id != *document)
    {
        let mut problem = Problem::new(node.span, Message::new(&say::NO_SUCH_DOCUMENT).with("document", &**document));
        if let Some(near) = nearest(document, documents.iter().map(|known| known.id.as_str())) {
            problem = problem.help(Message::new(&shape::KEY_MEANT).with("key", near)).fix(node.span, near);
        }
        problems.push(problem);
    }
    let at = fields.get("at").and_then(|node| shape::text(node, problems)).map(str::to_owned);
    let words = [("confirmed", Sureness::Confirmed), ("derived", Sureness::Derived), ("press", Sureness::Press)];
    let sure = fields.require("sure", problems).and_then(|node| shape::word(node, &words, problems));
    fields.finish(problems);
    Some(RuleSource { document: document?, at, sure: sure? })
}

fn in_force(node: &Node<'_>, problems: &mut Vec<Problem>) -> InForce {
    let Some(mut fields) = Shape::of(node, problems) else { return InForce::default() };
    let mut end = |key, problems: &mut Vec<Problem>| {
        let node = fields.get(key)?;
        let day = shape::text(node, problems).and_then(day);
        if day.is_none() {
            problems.push(Problem::new(node.span, Message::new(&say::NOT_A_DAY)));
        }
        day
    };
    let found = InForce { from: end("from", problems), until: end("until", problems) };
    if let (Some(from), Some(until)) = (found.from, found.until)
        && until <= from
    {
        problems.push(Problem::new(node.span, Message::new(&say::NEVER_IN_FORCE)));
    }
    fields.finish(problems);
    found
}

fn each(source: &Source, node: &Node<'_>, plan: &Env, problems: &mut Vec<Problem>) -> Option<Each> {
    let text = shape::text(node, problems)?;
    let parts = text.split_once(" in ").map(|(name, list)| (name.trim(), list));
    let Some((name, list)) = parts.filter(|(name, _)| {
        name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') && *name != "plan"
    }) else {
        problems.push(Problem::new(node.span, Message::new(&say::NOT_EACH)));
        return None;
    };
    let before = text.len() - list.len();
    match expr::compile(list, plan) {
        Ok(compiled) => {
            if let Type::List(inner) = compiled.ty()
                && let Type::Record(table) = **inner
            {
                return Some(Each { name: name.to_owned(), table, list: compiled });
            }
            problems.push(Problem::new(node.span, Message::new(&say::EACH_NOT_RECORDS).with("list", list.trim())));
        }
        Err(wrong) => problems.extend(wrong.into_iter().map(|problem| located(source, node, problem, before))),
    }
    None
}

fn compiled(
    source: &Source,
    node: &Node<'_>,
    env: &Env,
    fits: impl Fn(&Type) -> bool,
    otherwise: &'static crate::text::Sentence,
    problems: &mut Vec<Problem>,
) -> Option<Expr> {
    match expr::compile(shape::text(node, problems)?, env) {
        Ok(compiled) if fits(compiled.ty()) => return Some(compiled),
        Ok(_) => problems.push(Problem::new(node.span, Message::new(otherwise))),
        Err(wrong) => problems.extend(wrong.into_iter().map(|problem| located(source, node, problem, 0))),
    }
    None
}

/// The problem of an expression at its place in the file, where the file has the same text; else at the whole value.
fn located(source: &Source, node: &Node<'_>, problem: ExprProblem, before: usize) -> Problem {
    let written = source.slice(node.span);
    let (text, quote) = match &node.kind {
        NodeKind::Scalar(text, Style::Plain) => (&**text, 0),
        NodeKind::Scalar(text, Style::Quoted) => (&**text, 1),
        _ => ("", 0),
    };
    let same = written.get(quote..written.len().saturating_sub(quote)) == Some(text);
    let offset = |at: usize| u32::try_from(quote + before + at).ok().map(|at| node.span.start + at);
    let span = match (same, offset(problem.range.start), offset(problem.range.end)) {
        (true, Some(start), Some(end)) if end <= node.span.end => Span::new(start, end),
        _ => node.span,
    };
    let mut located = Problem::new(span, problem.message);
    located.help = problem.help;
    located
}

fn examples(node: &Node<'_>, problems: &mut Vec<Problem>) -> Vec<Example> {
    let outcomes = Outcome::ALL.map(|outcome| (outcome.name(), outcome));
    let mut examples = Vec::new();
    for node in shape::list(node, problems) {
        let Some(mut fields) = Shape::of(node, problems) else { continue };
        let span = fields.place();
        let title = fields.require("title", problems).and_then(|node| shape::text(node, problems)).map(str::to_owned);
        let outcome = fields.require("outcome", problems).and_then(|node| shape::word(node, &outcomes, problems));
        let plan = fields.require("plan", problems).and_then(|node| shape::text(node, problems)).map(str::to_owned);
        fields.finish(problems);
        if let (Some(title), Some(outcome), Some(plan)) = (title, outcome, plan) {
            examples.push(Example { title, outcome, plan, span });
        }
    }
    examples
}
