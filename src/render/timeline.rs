//! What holds when: the versions of rules along the time, for people.

use jiff::civil::Date;

use super::sentences as say;
use super::{lines, page};
use crate::number::Days;
use crate::rules::{InForce, Pack, Rule, RuleSource, Version};
use crate::text::{Arg, Lang, Message, Sentence, safe};

/// A rule with what it says in each stretch of time.
///
/// ```
/// use paktlint::{render::timeline, rules::RuleSet, text::Lang};
///
/// let rules = RuleSet::bundled();
/// let (pack, rule) = rules.rule("approval-length").unwrap();
/// assert!(timeline::rule(pack, rule, Lang::En).contains("2019-08-28 to 2019-12-31: An approval lasts 36 months at most."));
/// ```
#[must_use]
pub fn rule(pack: &Pack, rule: &Rule, lang: Lang) -> String {
    let mut out = String::new();
    line(&mut out, &format!("{} ({})", rule.title.get(lang), rule.id));
    for version in &rule.versions {
        entry(&mut out, pack, version.in_force, holds(rule, version, lang), &version.source, lang);
    }
    out
}

/// All rules of a pack, what holds beside them, and the days on which something changes.
#[must_use]
pub fn pack(pack: &Pack, lang: Lang) -> String {
    let mut out = String::new();
    line(&mut out, &format!("{} {}: {}", pack.id, pack.version, pack.title.get(lang)));
    for rule in &pack.rules {
        line(&mut out, "");
        out.push_str(&self::rule(pack, rule, lang));
    }
    if !pack.provisions.is_empty() {
        line(&mut out, "");
        line(&mut out, &lines::plain(&say::NOT_JUDGED, lang));
        for provision in &pack.provisions {
            entry(&mut out, pack, provision.in_force, provision.holds.get(lang), &provision.source, lang);
        }
    }
    changes(&mut out, pack, lang);
    out
}

/// Whether anything in a pack begins or ends.
#[must_use]
pub fn is_dated(pack: &Pack) -> bool {
    let rules = pack.rules.iter().flat_map(|rule| rule.versions.iter().map(|version| version.in_force));
    rules.chain(pack.provisions.iter().map(|provision| provision.in_force)).any(|time| time != InForce::default())
}

/// What holds in a sentence, or at least what the rule is about.
fn holds<'r>(rule: &'r Rule, version: &'r Version, lang: Lang) -> &'r str {
    version.holds.as_deref().unwrap_or(&rule.title).get(lang)
}

fn entry(out: &mut String, pack: &Pack, time: InForce, holds: &str, source: &RuleSource, lang: Lang) {
    line(out, &format!("  {}: {holds}", page::in_force(time, lang)));
    line(out, &format!("    {}", page::source(pack, source, lang)));
}

/// The days on which something changes, in order, with what begins, changes and ends on each.
fn changes(out: &mut String, pack: &Pack, lang: Lang) {
    let mut changes: Vec<(Date, &'static Sentence, &str)> = Vec::new();
    for rule in &pack.rules {
        for version in &rule.versions {
            let text = holds(rule, version, lang);
            let meets = |day: Date, end: fn(InForce) -> Option<Date>| rule.versions.iter().any(|other| end(other.in_force) == Some(day));
            let begins = version.in_force.from.map(|from| (from, meets(from, |time| time.until)));
            changes.extend(begins.map(|(from, follows)| (from, if follows { &say::CHANGES } else { &say::BEGINS }, text)));
            let ends = version.in_force.until.filter(|until| !meets(*until, |time| time.from));
            changes.extend(ends.map(|until| (until, &say::ENDS, text)));
        }
    }
    for provision in &pack.provisions {
        let text = provision.holds.get(lang);
        changes.extend(provision.in_force.from.map(|from| (from, &say::BEGINS, text)));
        changes.extend(provision.in_force.until.map(|until| (until, &say::ENDS, text)));
    }
    changes.sort_by_key(|(day, ..)| *day);
    if !changes.is_empty() {
        line(out, "");
        line(out, &lines::plain(&say::CHANGES_TITLE, lang));
    }
    let mut before = None;
    for (day, sentence, holds) in changes {
        if before.replace(day) != Some(day) {
            line(out, &format!("  {}", Message::new(&say::ON_DAY).with("day", Arg::Days(Days::day(day))).text(lang)));
        }
        line(out, &format!("    {}", Message::new(sentence).with("holds", holds).text(lang)));
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(&safe(text));
    out.push('\n');
}
