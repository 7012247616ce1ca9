//! Reading one rule file: its versions, its expressions, its examples.

use std::sync::{Arc, OnceLock};

use super::keys::{self, REQUIRED, SHOWN};
use super::{argued, id};
use crate::facts::{FurtherWords, ask};
use crate::plan::fields::{PLAN, RUN};
use crate::problem::Problem;
use crate::rules::digests::{LEFT_OUT, Read};
use crate::rules::exceptions;
use crate::rules::expr::{self, Env, Expr, ExprProblem, Type};
use crate::rules::pack::{Document, Sureness, day};
use crate::rules::passage::Passage;
use crate::rules::rule::{Each, Example, InForce, Level, Outcome, Passages, Rule, RuleSource, Scope, Version, Written};
use crate::rules::sentences as say;
use crate::rules::template::{Template, check_question};
use crate::source::{Source, Span};
use crate::text::{Message, Wording, nearest};
use crate::yaml::{self, Node, NodeKind, shape, shape::Shape};

/// Reads a rule file; also where its id stands.
pub(super) fn rule(
    source: &Source,
    read: Read<'_>,
    documents: &[Document],
    words: &Arc<FurtherWords>,
    problems: &mut Vec<Problem>,
) -> Option<(Rule, Span)> {
    problems.extend(read.problems);
    let root = read.root?;
    let mut top = Shape::of(&root, problems)?;
    let id_node = top.require("id", problems);
    let id = id_node.and_then(|node| id(node, problems));
    let levels = Level::ALL.map(|level| (level.name(), level));
    let level_node = top.require("level", problems);
    let level = level_node.and_then(|node| shape::word(node, &levels, problems));
    let title = top.require("title", problems).and_then(|node| shape::wording(node, problems));
    let scope = scope(&mut top);
    let plan = match scope {
        Scope::Plan => Env::new().with("plan", &PLAN),
        Scope::Run => Env::new().with("run", &RUN),
    }
    .with_words(words);
    let each_node = top.get("each");
    let each = each_node.and_then(|node| each(source, node, &plan, problems));
    let env = each.as_ref().map_or(plan.clone(), |each| plan.with(each.name.clone(), each.table));
    // With a wrong `each`, everything that names its variable would look wrong too: its own problem says enough.
    let known = each_node.is_some() == each.is_some();
    let reader = Reader { source, documents, env, known, each: each_node.and_then(plain) };
    let versions = versions(&reader, &mut top, problems);
    if scope == Scope::Run {
        for node in ["in-force", "versions"].into_iter().filter_map(|key| top.get(key)) {
            problems.push(Problem::new(node.span, Message::new(&say::NO_TIME_OF_RUN)));
        }
    }
    let ask = top.get("ask").and_then(|node| {
        let ask = ask(node, problems)?;
        check_question(source, node, &ask.1, problems);
        Some(ask)
    });
    let examples = OnceLock::new();
    if !read.is_abridged {
        examples.get_or_init(|| shown(source, &mut top, scope, problems).into());
    }
    let argued = top.get("argued").map(|node| argued::argued(node, problems)).unwrap_or_default();
    let forbids_exceptions = top.get("exceptions").is_some_and(|node| exceptions::of_rule(node, problems));
    top.finish_by(&keys::RULE, problems);
    let versions = versions?;
    if let (Some(node), Some(level)) = (level_node, level)
        && versions.iter().any(|version| level > version.source.sure.gravest())
    {
        problems.push(Problem::new(node.span, Message::new(&say::NOT_SURE_ENOUGH)));
    }
    let rule = Rule {
        id: id?,
        level: level?,
        adjusted: None,
        title: title?,
        scope,
        each,
        ask,
        examples,
        versions,
        argued,
        forbids_exceptions,
        file: source.clone(),
        needs: OnceLock::new(),
    };
    problems.is_empty().then_some((rule, id_node?.span))
}

/// The examples, with one of each outcome that has to be shown.
fn shown(source: &Source, top: &mut Shape<'_, '_>, scope: Scope, problems: &mut Vec<Problem>) -> Vec<Example> {
    let Some(node) = top.require(LEFT_OUT, problems) else { return Vec::new() };
    let examples = examples(node, scope, problems);
    for outcome in SHOWN {
        if examples.iter().all(|example| example.outcome != outcome) {
            let message = Message::new(&say::EXAMPLE_NEEDED).with("outcome", outcome.name());
            problems.push(Problem::new(first_line(source, node.span), message));
        }
    }
    examples
}

/// The examples of a rule that was read without them. That they are right was found when its digest was made.
pub(crate) fn examples_of(file: &Source, scope: Scope) -> Vec<Example> {
    let (root, mut problems) = yaml::parse(file);
    let top = root.as_ref().and_then(|root| Shape::of(root, &mut problems));
    top.map(|mut top| shown(file, &mut top, scope, &mut problems)).unwrap_or_default()
}

/// A rule that names `run` and not `plan` is about several plans.
fn scope(top: &mut Shape<'_, '_>) -> Scope {
    let texts: Vec<String> = ["each", "when", "require"].into_iter().filter_map(|key| plain(top.get(key)?)).collect();
    let names = |variable| texts.iter().any(|text| expr::names(text, variable));
    if names("run") && !names("plan") { Scope::Run } else { Scope::Plan }
}

/// What the parts of a rule file are read with.
struct Reader<'r> {
    source: &'r Source,
    documents: &'r [Document],
    env: Env,
    /// Whether the variables are.
    known: bool,
    /// The text of `each`.
    each: Option<String>,
}

/// The keys of a rule that may differ from one version to the next.
#[derive(Clone, Default)]
struct Provision {
    source: Option<RuleSource>,
    holds: Option<Arc<Wording>>,
    when: Option<Expr>,
    require: Option<Expr>,
    weigh: Option<Expr>,
    at: Option<Expr>,
    message: Option<Template>,
    why: Option<Arc<Wording>>,
    remedy: Option<Arc<Wording>>,
    written: Written,
    /// The required keys that are there, whatever they hold.
    stated: Vec<&'static str>,
}

/// A rule without `versions` is the same at all times, or has one time in which it holds.
fn versions(reader: &Reader<'_>, top: &mut Shape<'_, '_>, problems: &mut Vec<Problem>) -> Option<Vec<Version>> {
    let common = reader.provision(top, problems);
    let in_force_node = top.get("in-force");
    let Some(node) = top.get("versions") else {
        let in_force = in_force_node.map(|node| in_force(node, problems)).unwrap_or_default();
        return Some(vec![common.version(in_force, top, problems)?]);
    };
    if let Some(node) = in_force_node {
        problems.push(Problem::new(node.span, Message::new(&say::IN_FORCE_TWICE)));
    }
    let mut versions: Vec<Version> = Vec::new();
    let mut complete = true;
    for node in shape::filled_list(node, problems) {
        let Some(mut fields) = Shape::of(node, problems) else {
            complete = false;
            continue;
        };
        let own = reader.provision(&mut fields, problems);
        let time = fields.require("in-force", problems).map(|node| (node, in_force(node, problems)));
        let version = time.and_then(|(node, time)| {
            let before = versions.last().map(|version| version.in_force);
            if before.is_some_and(|before| before.until.or(time.from).is_none_or(|until| time.from.is_none_or(|from| from < until))) {
                problems.push(Problem::new(node.span, Message::new(&say::VERSIONS_OVERLAP)));
            }
            own.over(&common).version(time, &fields, problems)
        });
        fields.finish_by(&keys::VERSION, problems);
        complete &= version.is_some();
        versions.extend(version);
    }
    // A version without an end ends where the next begins.
    for at in 1..versions.len() {
        let next = versions[at].in_force.from;
        let before = &mut versions[at - 1].in_force;
        before.until = before.until.or(next);
    }
    (complete && !versions.is_empty()).then_some(versions)
}

impl Reader<'_> {
    fn provision(&self, fields: &mut Shape<'_, '_>, problems: &mut Vec<Problem>) -> Provision {
        let mut found = Provision::default();
        let source = self.source;
        let number = |ty: &Type| matches!(ty, Type::Int | Type::Double);
        let condition = |ty: &Type| *ty == Type::Bool;
        found.source = fields.get("source").and_then(|node| rule_source(node, self.documents, problems));
        found.holds = fields.get("holds").and_then(|node| shape::wording(node, problems)).map(Arc::new);
        let when = fields.get("when");
        found.when = self.compiled(when, condition, &say::NOT_YES_OR_NO, problems);
        let require = fields.get("require");
        found.require = self.compiled(require, condition, &say::NOT_YES_OR_NO, problems);
        let weigh = fields.get("weigh");
        found.weigh = self.compiled(weigh, number, &say::NOT_A_NUMBER, problems);
        found.at = self.compiled(fields.get("at"), |_| true, &say::NOT_A_NUMBER, problems);
        let message = fields.get("message").filter(|_| self.known);
        found.message = message.and_then(|node| Template::load(source, node, &self.env, problems));
        found.why = fields.get("why").and_then(|node| shape::wording(node, problems)).map(Arc::new);
        found.remedy = fields.get("remedy").and_then(|node| shape::wording(node, problems)).map(Arc::new);
        found.written = Written {
            each: self.each.clone(),
            when: when.and_then(plain),
            require: require.and_then(plain).unwrap_or_default(),
            weigh: weigh.and_then(plain),
            passages: Passages { when: when.and_then(passage), require: require.and_then(passage), weigh: weigh.and_then(passage) },
        };
        found.stated = REQUIRED.into_iter().filter(|key| fields.get(key).is_some()).collect();
        found
    }

    fn compiled(
        &self,
        node: Option<&Node<'_>>,
        fits: impl Fn(&Type) -> bool,
        otherwise: &'static crate::text::Sentence,
        problems: &mut Vec<Problem>,
    ) -> Option<Expr> {
        let node = node.filter(|_| self.known)?;
        let text = shape::text(node, problems)?;
        let passage = Passage { text: text.to_owned(), span: node.span };
        match expr::compile(text, &self.env) {
            Ok(compiled) if fits(compiled.ty()) => return Some(compiled),
            Ok(_) => problems.push(Problem::new(node.span, Message::new(otherwise))),
            Err(wrong) => problems.extend(wrong.into_iter().map(|problem| located(self.source, &passage, problem))),
        }
        None
    }
}

impl Provision {
    /// What this version says, and for the rest what all of them have in common.
    fn over(self, common: &Self) -> Self {
        let common = common.clone();
        let require = if self.written.require.is_empty() { common.written.require } else { self.written.require };
        Self {
            source: self.source.or(common.source),
            holds: self.holds.or(common.holds),
            when: self.when.or(common.when),
            require: self.require.or(common.require),
            weigh: self.weigh.or(common.weigh),
            at: self.at.or(common.at),
            message: self.message.or(common.message),
            why: self.why.or(common.why),
            remedy: self.remedy.or(common.remedy),
            written: Written {
                each: self.written.each,
                when: self.written.when.or(common.written.when),
                require,
                weigh: self.written.weigh.or(common.written.weigh),
                passages: Passages {
                    when: self.written.passages.when.or(common.written.passages.when),
                    require: self.written.passages.require.or(common.written.passages.require),
                    weigh: self.written.passages.weigh.or(common.written.passages.weigh),
                },
            },
            stated: self.stated.into_iter().chain(common.stated).collect(),
        }
    }

    /// The version, where nothing is missing. What is there and wrong has been told already.
    fn version(self, in_force: InForce, fields: &Shape<'_, '_>, problems: &mut Vec<Problem>) -> Option<Version> {
        for key in REQUIRED.into_iter().filter(|key| !self.stated.contains(key)) {
            problems.push(Problem::new(fields.place(), Message::new(&shape::KEY_MISSING).with("key", key)));
        }
        Some(Version {
            in_force,
            source: self.source?,
            holds: self.holds,
            when: self.when,
            require: self.require?,
            weigh: self.weigh,
            at: self.at,
            message: self.message?,
            why: self.why?,
            remedy: self.remedy?,
            written: self.written,
        })
    }
}

fn plain(node: &Node<'_>) -> Option<String> {
    match &node.kind {
        NodeKind::Scalar(text, _) => Some(text.trim().to_owned()),
        _ => None,
    }
}

fn passage(node: &Node<'_>) -> Option<Passage> {
    match &node.kind {
        NodeKind::Scalar(text, _) => Some(Passage { text: text.clone().into_owned(), span: node.span }),
        _ => None,
    }
}

fn first_line(source: &Source, span: Span) -> Span {
    let line = source.slice(span).lines().next().unwrap_or("").len();
    Span::new(span.start, span.start + u32::try_from(line).unwrap_or(0))
}

pub(super) fn rule_source(node: &Node<'_>, documents: &[Document], problems: &mut Vec<Problem>) -> Option<RuleSource> {
    let mut fields = Shape::of(node, problems)?;
    let document_node = fields.require("document", problems);
    let document = document_node.and_then(|node| shape::text(node, problems)).map(str::to_owned);
    if let (Some(node), Some(document)) = (document_node, &document)
        && documents.iter().all(|known| known.id != *document)
    {
        let mut problem = Problem::new(node.span, Message::new(&say::NO_SUCH_DOCUMENT).with("document", &**document));
        if let Some(near) = nearest(document, documents.iter().map(|known| known.id.as_str())) {
            problem = problem.help(Message::new(&shape::KEY_MEANT).with("key", near)).guess(node.span, near);
        }
        problems.push(problem);
    }
    let at = fields.get("at").and_then(|node| shape::text(node, problems)).map(str::to_owned);
    let words = Sureness::ALL.map(|sure| (sure.name(), sure));
    let sure = fields.require("sure", problems).and_then(|node| shape::word(node, &words, problems));
    fields.finish_by(&keys::SOURCE, problems);
    Some(RuleSource { document: document?, at, sure: sure? })
}

pub(super) fn in_force(node: &Node<'_>, problems: &mut Vec<Problem>) -> InForce {
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
    fields.finish_by(&keys::IN_FORCE, problems);
    found
}

fn each(source: &Source, node: &Node<'_>, plan: &Env, problems: &mut Vec<Problem>) -> Option<Each> {
    let text = shape::text(node, problems)?;
    let parts = text.split_once(" in ").map(|(name, list)| (name.trim(), list));
    let Some((name, list)) = parts.filter(|(name, _)| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
            && !["plan", "run"].contains(name)
    }) else {
        problems.push(Problem::new(node.span, Message::new(&say::NOT_EACH)));
        return None;
    };
    let passage = Passage { text: list.to_owned(), span: node.span };
    match expr::compile(list, plan) {
        Ok(compiled) => {
            if let Type::List(inner) = compiled.ty()
                && let Type::Record(table) = **inner
            {
                return Some(Each { name: name.to_owned(), table, list: compiled, passage });
            }
            problems.push(Problem::new(node.span, Message::new(&say::EACH_NOT_RECORDS).with("list", list.trim())));
        }
        Err(wrong) => problems.extend(wrong.into_iter().map(|problem| located(source, &passage, problem))),
    }
    None
}

/// The problem of an expression at its place in the file.
fn located(source: &Source, passage: &Passage, problem: ExprProblem) -> Problem {
    let mut located = Problem::new(passage.locate(source, &problem.range), problem.message);
    located.help = problem.help;
    located
}

fn examples(node: &Node<'_>, scope: Scope, problems: &mut Vec<Problem>) -> Vec<Example> {
    let outcomes = Outcome::ALL.map(|outcome| (outcome.name(), outcome));
    let mut examples = Vec::new();
    for node in shape::list(node, problems) {
        let Some(mut fields) = Shape::of(node, problems) else { continue };
        let span = fields.place();
        let title = fields.require("title", problems).and_then(|node| shape::text(node, problems)).map(str::to_owned);
        let outcome = fields.require("outcome", problems).and_then(|node| shape::word(node, &outcomes, problems));
        let (plan, plans) = match scope {
            Scope::Plan => {
                if let Some(node) = fields.get("plans") {
                    problems.push(Problem::new(node.span, Message::new(&say::PLANS_OF_RUN)));
                }
                let plan = fields.require("plan", problems).and_then(|node| shape::text(node, problems));
                (plan.map(str::to_owned), Vec::new())
            }
            Scope::Run => {
                let nodes = fields.require("plans", problems).map(|node| shape::filled_list(node, problems)).unwrap_or_default();
                let plans: Vec<String> = nodes.iter().filter_map(|node| shape::text(node, problems)).map(str::to_owned).collect();
                ((!plans.is_empty()).then(String::new), plans)
            }
        };
        fields.finish_by(&keys::EXAMPLE, problems);
        if let (Some(title), Some(outcome), Some(plan)) = (title, outcome, plan) {
            examples.push(Example { title, outcome, plan, plans, span });
        }
    }
    examples
}
