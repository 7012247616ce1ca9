//! What a SARIF log says before its results: the tool, and each rule with its reason, its remedy and its source.

use std::fmt::Write as _;

use super::escape;
use super::sentences as say;
use super::shape::{
    Base, Bases, Configuration, Descriptor, DescriptorProperties, Driver, Id, Invocation, Log, Run as SarifRun, Text, Tool,
};
use crate::render::form::Run;
use crate::render::{entries, lines, page, sentences};
use crate::report::EXCEPTION_KINDS;
use crate::rules::{Level, Pack, Rule, Version};
use crate::text::{Lang, Sentence, safe};

/// The address by which the schema of the standard is named; a name, nobody needs to fetch it.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Everything but the results.
pub(super) fn log(run: &Run) -> Log {
    let lang = run.lang;
    let repository = Some(env!("CARGO_PKG_REPOSITORY")).filter(|address| !address.is_empty());
    let driver = Driver {
        name: env!("CARGO_PKG_NAME"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        information_uri: repository,
        rules: descriptors(run),
    };
    let run = SarifRun {
        tool: Tool { driver },
        language: match lang {
            Lang::De => "de",
            Lang::En => "en",
        },
        automation_details: Id { id: "paktlint/" },
        invocations: [Invocation { execution_successful: true }],
        original_uri_base_ids: Bases { root: Base { description: escape::text(&lines::plain(&say::ROOT_FOLDER, lang)) } },
        column_kind: "unicodeCodePoints",
        // A carriage return alone ends a line too, as YAML has it.
        newline_sequences: ["\r\n", "\n", "\r"],
    };
    Log { schema: SCHEMA, version: "2.1.0", runs: [run] }
}

/// The ids of all that can be found, in the order of their descriptors.
pub(super) fn ids(run: &Run) -> Vec<(Option<&Pack>, &str)> {
    let rules = entries::rules(run).into_iter().map(|(pack, rule)| (Some(pack), rule.id.as_str()));
    let others = std::iter::once(super::UNREADABLE).chain(EXCEPTION_KINDS.iter().map(|(kind, _)| *kind));
    rules.chain(others.map(|id| (None, id))).collect()
}

fn descriptors(run: &Run) -> Vec<Descriptor> {
    let lang = run.lang;
    let mut all: Vec<Descriptor> = entries::rules(run).into_iter().map(|(pack, rule)| of_rule(pack, rule, lang)).collect();
    let unreadable = lines::plain(&entries::UNREADABLE, lang);
    all.push(of_kind(super::UNREADABLE, Level::Error, &unreadable, &say::UNREADABLE_FULL, lang));
    for (kind, level) in EXCEPTION_KINDS {
        let title = exception(kind).map_or_else(|| kind.to_owned(), |title| lines::plain(title, lang));
        all.push(of_kind(kind, level, &title, &say::EXCEPTION_FULL, lang));
    }
    all
}

fn exception(kind: &str) -> Option<&'static Sentence> {
    let table = [
        ("exception-expired", &say::EXPIRED),
        ("exception-unused", &say::UNUSED),
        ("exception-forbidden", &say::FORBIDDEN),
        ("exception-too-long", &say::TOO_LONG),
        ("exception-unknown-rule", &say::UNKNOWN_RULE),
        ("exception-incomplete", &say::INCOMPLETE),
    ];
    table.into_iter().find(|(known, _)| *known == kind).map(|(_, title)| title)
}

/// The level of the standard.
pub(super) const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "note",
    }
}

fn of_kind(id: &str, level: Level, title: &str, full: &'static Sentence, lang: Lang) -> Descriptor {
    let full = lines::plain(full, lang);
    Descriptor {
        id: id.to_owned(),
        name: name(id),
        short_description: escape::text(title),
        full_description: escape::text(&full),
        default_configuration: Configuration { level: self::level(level) },
        help_uri: None,
        help: Text { text: escape::message(&full), markdown: Some(escape::markdown(&full)) },
        properties: DescriptorProperties { tags: vec!["plan".to_owned()], pack: None, pack_version: None },
    }
}

fn of_rule(pack: &Pack, rule: &Rule, lang: Lang) -> Descriptor {
    // What holds now stands last.
    let last = rule.versions.last();
    let full = last.map(|version| version.holds.as_deref().unwrap_or(&version.why).get(lang)).unwrap_or_default();
    let url = last.and_then(|version| pack.document(&version.source.document)?.url.as_deref());
    let mut tags = vec![safe(&pack.id).into_owned()];
    tags.extend(pack.demands.contains(&rule.id).then(|| "demand".to_owned()));
    Descriptor {
        id: rule.id.clone(),
        name: name(&rule.id),
        short_description: escape::text(rule.title.get(lang)),
        full_description: escape::text(full),
        default_configuration: Configuration { level: level(rule.level) },
        help_uri: url.and_then(escape::web),
        help: help(pack, rule, lang),
        properties: DescriptorProperties {
            tags,
            pack: Some(safe(&pack.id).into_owned()),
            pack_version: Some(safe(&pack.version).into_owned()),
        },
    }
}

/// The id as one word, as names of rules are written elsewhere.
fn name(id: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    id.split('-').map(word).collect()
}

/// Why the rule is there, what to do about a finding, and where it comes from: for each stretch of time in which it says another.
fn help(pack: &Pack, rule: &Rule, lang: Lang) -> Text {
    let mut text = String::new();
    let mut markdown = String::new();
    for version in &rule.versions {
        if rule.versions.len() > 1 {
            let days = page::in_force(version.in_force, lang);
            writeln!(text, "{}\n", escape::message(&days)).unwrap_or_default();
            writeln!(markdown, "### {}\n", escape::markdown(&days)).unwrap_or_default();
        }
        let source = page::source(pack, &version.source, lang);
        for (title, says) in [(&sentences::PAGE_WHY, version.why.get(lang)), (&sentences::PAGE_REMEDY, version.remedy.get(lang))] {
            let title = lines::plain(title, lang);
            writeln!(text, "{title}: {}\n", escape::message(says)).unwrap_or_default();
            writeln!(markdown, "**{}**\n\n{}\n", escape::markdown(&title), escape::markdown(says)).unwrap_or_default();
        }
        let title = lines::plain(&sentences::PAGE_SOURCE, lang);
        writeln!(text, "{title}: {}\n", escape::message(&source)).unwrap_or_default();
        writeln!(markdown, "**{}**\n\n{}\n", escape::markdown(&title), linked(pack, version, &source)).unwrap_or_default();
    }
    Text { text: text.trim_end().to_owned(), markdown: Some(markdown.trim_end().to_owned()) }
}

/// The source, as a link where it has an address.
fn linked(pack: &Pack, version: &Version, source: &str) -> String {
    let written = pack.document(&version.source.document).and_then(|document| document.url.as_deref());
    match written.and_then(|written| Some((source.strip_suffix(written)?.trim_end(), escape::web(written)?))) {
        Some((says, url)) => format!("[{}](<{url}>)", escape::markdown(says)),
        None => escape::markdown(source),
    }
}
