//! Rules as pages for people, the list of rules, and what is wrong with rule files.

use super::lines;
use super::sentences as say;
use crate::number::Days;
use crate::rules::{InForce, LoadError, Pack, Rule, RuleSet, RuleSource, Version};
use crate::text::{Arg, Lang, Message, Sentence, safe};

/// A rule as a page: what, why, remedy, source, dates, examples.
///
/// ```
/// use paktlint::{render::page, rules::RuleSet, text::Lang};
///
/// let rules = RuleSet::bundled();
/// let (pack, rule) = rules.rule("municipal-control").unwrap();
/// assert!(page::rule(pack, rule, Lang::De).contains("Warum"));
/// ```
#[must_use]
pub fn rule(pack: &Pack, rule: &Rule, lang: Lang) -> String {
    let mut page = Page { out: String::new(), lang };
    page.line("", &format!("{} ({})", rule.title.get(lang), rule.id));
    let head = Message::new(&say::PAGE_PACK)
        .with("level", Arg::Term(rule.level.label()))
        .with("pack", pack.id.as_str())
        .with("version", pack.version.as_str())
        .with("title", pack.title.get(lang));
    page.line("", &head.text(lang));
    if let Some(adjusted) = lines::adjusted(&say::PAGE_ADJUSTED, rule) {
        page.section(&say::PAGE_OTHER_LEVEL, adjusted.text(lang).trim_end());
    }
    for version in &rule.versions {
        self::version(&mut page, pack, rule, version);
    }
    if rule.forbids_exceptions || pack.exceptions.forbidden {
        page.section(&say::PAGE_EXCEPTIONS, &lines::plain(&say::PAGE_NO_EXCEPTIONS, lang));
    } else if let Some(days) = pack.exceptions.longest_days {
        let message = Message::new(&say::PAGE_LONGEST_EXCEPTION).with("days", usize::from(days));
        page.section(&say::PAGE_EXCEPTIONS, &message.text(lang));
    }
    page.title(&say::PAGE_EXAMPLES);
    for example in rule.examples() {
        let line =
            Message::new(&say::PAGE_EXAMPLE).with("outcome", Arg::Term(example.outcome.label())).with("title", example.title.as_str());
        page.line("  ", &line.text(lang));
        for (number, plan) in example.texts().enumerate() {
            if number > 0 {
                page.line("      ", "---");
            }
            for plan_line in plan.lines() {
                page.line("      ", plan_line);
            }
        }
        page.out.push('\n');
    }
    page.out
}

/// What holds during one stretch of time. Where there is only one, nothing needs a heading.
fn version(page: &mut Page, pack: &Pack, rule: &Rule, version: &Version) {
    let lang = page.lang;
    if rule.versions.len() > 1 {
        page.out.push('\n');
        page.line("", &format!("== {} ==", in_force(version.in_force, lang)));
    }
    if let Some(holds) = &version.holds {
        page.section(&say::PAGE_HOLDS, holds.get(lang));
    }
    page.section(&say::PAGE_WHY, version.why.get(lang));
    page.section(&say::PAGE_REMEDY, version.remedy.get(lang));
    page.section(&say::PAGE_MESSAGE, version.message.wording().get(lang));
    page.section(&say::PAGE_SOURCE, &source(pack, &version.source, lang));
    page.section(&say::PAGE_IN_FORCE, &in_force(version.in_force, lang));
    page.title(&say::PAGE_CHECKED);
    for (label, text) in checked(version) {
        page.line("  ", &format!("{}: {text}", lines::plain(label, lang)));
    }
}

/// The expressions of a version, each with what it is for.
pub(super) fn checked(version: &Version) -> impl Iterator<Item = (&'static Sentence, &str)> {
    let written = &version.written;
    let parts = [
        (&say::PAGE_EACH, written.each.as_deref()),
        (&say::PAGE_WHEN, written.when.as_deref()),
        (&say::PAGE_REQUIRE, Some(written.require.as_str())),
        (&say::PAGE_WEIGH, written.weigh.as_deref()),
    ];
    parts.into_iter().filter_map(|(label, text)| Some((label, text?)))
}

/// Every rule in a line, pack by pack.
#[must_use]
pub fn list(rules: &RuleSet, lang: Lang) -> String {
    let mut page = Page { out: String::new(), lang };
    for pack in rules.packs() {
        page.line("", &format!("{} {}: {}", pack.id, pack.version, pack.title.get(lang)));
        let width = pack.rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
        let labels = crate::rules::Level::ALL.map(|level| level.label().get(lang).chars().count());
        let level_width = labels.into_iter().max().unwrap_or(0);
        for rule in &pack.rules {
            let level = rule.level.label().get(lang);
            page.line("  ", &format!("{:<width$}  {level:<level_width$}  {}", rule.id, rule.title.get(lang)));
        }
        page.out.push('\n');
    }
    page.out
}

/// What is wrong with rule files: a line for each problem, `file:line:column: message`, and its help below.
#[must_use]
pub fn load_error(error: &LoadError, lang: Lang) -> String {
    let mut page = Page { out: String::new(), lang };
    for (file, problems) in &error.files {
        for problem in problems {
            let place = file.position(problem.span.start);
            page.line("", &format!("{}:{}:{}: {}", file.name(), place.line, place.column, problem.message.text(lang)));
            if let Some(help) = &problem.help {
                page.line("    ", &help.text(lang));
            }
        }
    }
    page.out
}

struct Page {
    out: String,
    lang: Lang,
}

impl Page {
    fn line(&mut self, indent: &str, text: &str) {
        self.out.push_str(indent);
        self.out.push_str(&safe(text));
        self.out.push('\n');
    }

    fn title(&mut self, title: &'static Sentence) {
        self.out.push('\n');
        self.line("", &lines::plain(title, self.lang));
    }

    fn section(&mut self, title: &'static Sentence, text: &str) {
        self.title(title);
        self.line("  ", text);
    }
}

pub(crate) fn source(pack: &Pack, source: &RuleSource, lang: Lang) -> String {
    let document = pack.document(&source.document);
    let title = document.map_or(source.document.as_str(), |document| document.title.get(lang));
    let with_comma = |text: Option<&str>| text.map(|text| format!(", {text}")).unwrap_or_default();
    let publisher = document.and_then(|document| document.publisher.as_ref()).map(|publisher| publisher.get(lang));
    let message = Message::new(&say::PAGE_SURE)
        .with("title", title)
        .with("publisher", with_comma(publisher).as_str())
        .with("date", with_comma(document.and_then(|document| document.date.as_deref())).as_str())
        .with("at", with_comma(source.at.as_deref()).as_str())
        .with("sure", Arg::Term(source.sure.label()));
    let url = document.and_then(|document| document.url.as_deref()).map(|url| format!(" {url}")).unwrap_or_default();
    message.text(lang) + &url
}

pub(crate) fn in_force(in_force: InForce, lang: Lang) -> String {
    let day = |day| Arg::Days(Days::day(day));
    // People say the last day on which something holds, not the first on which it does not.
    let last = in_force.until.map(|until| until.yesterday().unwrap_or(until));
    let message = match (in_force.from, last) {
        (None, None) => Message::new(&say::PAGE_ALWAYS),
        (Some(from), None) => Message::new(&say::PAGE_FROM).with("from", day(from)),
        (None, Some(until)) => Message::new(&say::PAGE_UNTIL).with("until", day(until)),
        (Some(from), Some(until)) => Message::new(&say::PAGE_FROM_UNTIL).with("from", day(from)).with("until", day(until)),
    };
    message.text(lang)
}
