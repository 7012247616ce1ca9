//! `lint config [PATH]`: what applies to a plan or folder, and where each value comes from.

use std::path::Path;
use std::sync::Arc;

use clap::ValueEnum;
use paktlint::render;
use paktlint::rules::{Rule, RuleSet};
use paktlint::source::Span;
use paktlint::text::{Arg, Bilingual, Message};

use super::apply::{Because, Decision, Loader, decide};
use super::{Config, Configs, Key, Placed, find, sentences as say};
use crate::args::{Answer, Common};
use crate::failure::Failure;
use crate::language;
use crate::output::Output;
use crate::packs;
use crate::status::Status;

/// Prints what applies to a path; without one, to the current folder.
pub(crate) fn show(common: &Common, answer: &Answer, configs: &Configs, path: Option<&Path>, out: &mut Output) -> Result<Status, Failure> {
    let config = configs.of_path(path.unwrap_or(Path::new(".")));
    let mut loader = Loader::new(common)?;
    let rules = loader.rules(&config);
    loader.finish()?;
    let rules = rules.unwrap_or_else(RuleSet::bundled);
    packs::names(common, &[&rules])?;
    let mut head = vec![head(common, &config, path)];
    if let Some(path) = path
        && let Some((config, span)) = configs.excluded(path)
    {
        head.push(Message::new(&say::SHOW_EXCLUDED).with("origin", place(&config, span)));
    }
    let mut values = Key::ALL.into_iter().flat_map(|key| {
        let values = values(key, common, answer, &config);
        values.into_iter().map(move |(value, origin)| {
            Message::new(&say::SHOW_VALUE)
                .with("label", Arg::Term(label(key)))
                .with("key", key.name())
                .with("value", value)
                .with("origin", origin)
        })
    });
    let differing = rules_that_differ(common, &config, &rules);
    let about_rules = Message::new(if differing.is_empty() { &say::SHOW_ALL_AS_PACKS } else { &say::SHOW_DIFFERING });
    let lang = common.lang();
    let mut page = String::new();
    let mut lines = |indent: &str, messages: &mut dyn Iterator<Item = Message>| {
        for message in messages {
            page.push_str(indent);
            page.push_str(&render::safe(&message.text(lang)));
            page.push('\n');
        }
    };
    lines("", &mut head.into_iter());
    lines("  ", &mut values);
    lines("", &mut std::iter::once(about_rules));
    lines("  ", &mut differing.into_iter());
    out.prose(&page)?;
    Ok(Status::Fine)
}

/// For what, and by which file.
fn head(common: &Common, config: &Config, path: Option<&Path>) -> Message {
    let path = path.map_or_else(|| ".".into(), Path::to_string_lossy);
    match &config.file {
        Some(file) => Message::new(&say::SHOW_FILE).with("path", &*path).with("file", file.name()),
        None if common.no_config => Message::new(&say::SHOW_NO_CONFIG).with("path", &*path),
        None => Message::new(&say::SHOW_NO_FILE).with("path", &*path),
    }
}

/// What a setting is, for people.
const fn label(key: Key) -> Bilingual {
    match key {
        Key::Packs => Bilingual { de: "Weitere Regelpakete", en: "Further rule packs" },
        Key::Only => Bilingual { de: "Nur diese Regeln", en: "These rules alone" },
        Key::Skip => Bilingual { de: "Ohne diese Regeln", en: "Without these rules" },
        Key::Levels => Bilingual { de: "Eigene Stufen", en: "Levels of one's own" },
        Key::FailOn => Bilingual { de: "Rückgabewert 1 ab", en: "Exit status 1 from" },
        Key::Language => Bilingual { de: "Sprache", en: "Language" },
        Key::Format => Bilingual { de: "Form des Berichts", en: "Form of the report" },
        Key::Exclude => Bilingual { de: "In Ordnern ausgelassen", en: "Left out in folders" },
        Key::Baseline => Bilingual { de: "Bekannte Befunde", en: "Known findings" },
    }
}

/// The values of a key that apply, each with where it comes from.
fn values(key: Key, common: &Common, answer: &Answer, config: &Config) -> Vec<(Arg, Arg)> {
    let listed = |list: &Option<Placed<Vec<Placed<String>>>>| -> Vec<(Arg, Arg)> {
        let values = list.iter().flat_map(|list| &list.value);
        values.map(|value| (Arg::from(value.value.as_str()), place(config, value.span))).collect()
    };
    let flagged = |option: &'static str, names: &[String]| -> Vec<(Arg, Arg)> {
        names.iter().map(|name| (Arg::from(name.as_str()), Arg::from(option))).collect()
    };
    let one = |value: Option<(Arg, Arg)>, otherwise: Arg| vec![value.unwrap_or((otherwise, Arg::Term(say::DEFAULT)))];
    let found = match key {
        Key::Packs => {
            let flags = common.rules.iter().map(|folder| (Arg::from(&*folder.to_string_lossy()), Arg::from("--rules")));
            listed(&config.packs).into_iter().chain(flags).collect()
        }
        Key::Only if !common.only.is_empty() => flagged("--only", &common.only),
        Key::Only => listed(&config.only),
        Key::Skip if !common.only.is_empty() => flagged("--skip", &common.skip),
        Key::Skip => listed(&config.skip).into_iter().chain(flagged("--skip", &common.skip)).collect(),
        // Each rule that they change is shown below.
        Key::Levels => return Vec::new(),
        Key::FailOn if !answer.fail_on.is_empty() => vec![(words(&answer.fail_on), Arg::from("--fail-on"))],
        Key::FailOn => one(config.fail_on.as_ref().map(|bars| (words(&bars.value), place(config, bars.span))), Arg::from("error")),
        Key::Language => return vec![language(common, config)],
        Key::Format if !answer.output.is_empty() => {
            answer.output.iter().map(|target| (Arg::from(&*target.to_string()), Arg::from("--output"))).collect()
        }
        Key::Format => {
            let flag = answer.format.map(|format| (words(&[format]), Arg::from("--format")));
            let settled = config.format.as_ref().map(|format| (words(&[format.value]), place(config, format.span)));
            one(flag.or(settled), Arg::from("human"))
        }
        Key::Exclude => listed(&config.exclude),
        Key::Baseline => config.baseline.iter().map(|path| (Arg::from(path.value.as_str()), place(config, path.span))).collect(),
    };
    if found.is_empty() {
        let nothing = if key == Key::Only { say::ALL_RULES } else { say::NOTHING };
        return one(None, Arg::Term(nothing));
    }
    found
}

/// The language of a run on this path.
fn language(common: &Common, config: &Config) -> (Arg, Arg) {
    let word = |lang| {
        Arg::from(match lang {
            paktlint::text::Lang::De => "de",
            paktlint::text::Lang::En => "en",
        })
    };
    if let Some(lang) = common.lang_flag() {
        return (word(lang), Arg::from("--lang"));
    }
    if let Some(language) = &config.language {
        return (word(language.value.lang()), place(config, language.span));
    }
    match language::told_by_environment(|name| std::env::var(name).ok()) {
        Some((lang, variable)) => (word(lang), Message::new(&say::ENVIRONMENT).with("variable", variable).into()),
        None => (word(paktlint::text::Lang::default()), Arg::Term(say::DEFAULT)),
    }
}

/// The words of a flag, as they are written.
fn words<T: ValueEnum>(values: &[T]) -> Arg {
    let values = values.iter().filter_map(ValueEnum::to_possible_value);
    Arg::List(values.map(|value| Arg::from(value.get_name())).collect())
}

/// A place of the configuration, as it is written in messages.
fn place(config: &Config, span: Span) -> Arg {
    let Some(file) = &config.file else { return Arg::Term(say::DEFAULT) };
    let at = file.position(span.start);
    Arg::from(&*format!("{}:{}:{}", file.name(), at.line, at.column))
}

/// Every rule that is left out, or has another level than its pack gives it. A pack of which no rule is left is named once.
fn rules_that_differ(common: &Common, config: &Config, rules: &RuleSet) -> Vec<Message> {
    let mut differing = Vec::new();
    for pack in rules.packs() {
        let decided: Vec<(&Arc<Rule>, Decision)> = pack.rules.iter().map(|rule| (rule, decide(common, config, pack, rule))).collect();
        if let Some((_, Decision { kept: false, because, .. })) = decided.first()
            && decided.iter().all(|(_, decision)| !decision.kept && decision.because == *because)
        {
            let message = Message::new(&say::SHOW_PACK_LEFT_OUT).with("pack", pack.id.as_str());
            differing.push(message.with("origin", origin(config, *because)));
            continue;
        }
        differing.extend(decided.iter().filter_map(|(rule, decision)| difference(config, rule, *decision)));
    }
    differing
}

/// How a rule differs from what its pack makes of it. Another pack may have adjusted its level, and the rule tells which.
fn difference(config: &Config, rule: &Rule, decision: Decision) -> Option<Message> {
    let (own, adjusted) = match &rule.adjusted {
        Some(adjusted) => (adjusted.from, Arg::from(adjusted.by.as_str())),
        None => (rule.level, Arg::Term(say::DEFAULT)),
    };
    let origin = if decision.because == Because::Pack { adjusted } else { origin(config, decision.because) };
    let level = decision.level.unwrap_or(rule.level);
    let message = if !decision.kept {
        Message::new(&say::SHOW_LEFT_OUT)
    } else if level != own {
        Message::new(&say::SHOW_LEVEL).with("level", Arg::Term(level.label())).with("own", Arg::Term(own.label()))
    } else {
        return None;
    };
    Some(message.with("rule", rule.id.as_str()).with("origin", origin))
}

fn origin(config: &Config, because: Because) -> Arg {
    match because {
        Because::Pack => Arg::Term(say::DEFAULT),
        Because::Flag(flag) => Arg::from(flag),
        Because::Config(span) => place(config, span),
    }
}

impl Configs {
    /// Where a path, or a folder above it, is left out when folders are looked through.
    fn excluded(&self, path: &Path) -> Option<(Arc<Config>, Span)> {
        let is_dir = path.is_dir();
        let whole = find::whole_path(path);
        for (depth, above) in whole.ancestors().enumerate() {
            if let Some(found) = self.exclusion(above, depth > 0 || is_dir) {
                return Some(found);
            }
        }
        None
    }
}
