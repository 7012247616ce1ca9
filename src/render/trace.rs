//! The evaluation of a rule as an indented tree.

use super::page;
use crate::number::Days;
use crate::report::{Clause, RuleTrace, Step, TracedItem, TracedVersion};
use crate::rules::expr::Truth;
use crate::source::{Source, Span};
use crate::text::{Arg, Bilingual, Lang, Message, safe};

crate::text::sentences! {
    HEAD = "trace-head",
        "{title} ({rule}): {outcome}",
        "{title} ({rule}): {outcome}";
    VALUE = "trace-value",
        "{value}",
        "{value}";
    NO_VERSION = "trace-no-version",
        "In der Zeit, von der der Plan spricht, gilt keine Fassung der Regel.",
        "No version of the rule holds in the time that the plan speaks of.";
    VERSION = "trace-version",
        "Fassung ({when}){days}{announced}: {outcome}",
        "Version ({when}){days}{announced}: {outcome}";
    FOR_DAYS = "trace-days",
        ", hier für {days}",
        ", here for {days}";
    ANNOUNCED = "trace-announced",
        ", noch nicht in Kraft",
        ", not yet in force";
    THE_PLAN = "trace-the-plan",
        "Der Plan als Ganzes",
        "The plan as a whole";
    NOT_JUDGED = "trace-not-judged",
        "wird nicht beurteilt, denn davon bleibt nichts übrig oder es gehört in eine andere Zeit",
        "is not judged, because nothing of it is left or it belongs to another time";
    WHEN = "trace-when",
        "gilt, wenn",
        "applies when";
    REQUIRE = "trace-require",
        "verlangt",
        "requires";
    WEIGH = "trace-weigh",
        "wiegt",
        "weighs";
    FOR_MEMBER = "trace-for-member",
        "für {member}",
        "for {member}";
    NOT_NEEDED = "trace-not-needed",
        " (entscheidet hier nichts mehr)",
        " (decides nothing any more)";
    BY_DEFAULT = "trace-by-default",
        " (Vorgabe)",
        " (default)";
    MISSING_AT = "trace-missing-at",
        " – fehlt bei {place}",
        " – missing at {place}";
    MORE = "trace-more",
        "… und {count} weitere",
        "… and {count} more";
    OPEN_LIST = "trace-open-list",
        "Die Liste ist nicht vollständig bekannt: {place}",
        "The list is not known completely: {place}";
}

/// The evaluation of a rule for a plan: every thing that it is applied to, and every part of its conditions with its value and place.
///
/// ```
/// use paktlint::{render, report, report::Dates, rules::RuleSet, source::Source, text::Lang};
///
/// let plan = Source::new("plan.yaml", "gemeinde: A\nstand: 2019\nentscheidet_ueber_mittel: landkreis\n");
/// let trace = report::trace(&RuleSet::bundled(), "municipal-control", &plan, Dates::default()).unwrap().unwrap();
/// assert!(render::trace::rule(&trace, Lang::En).contains("plan.funds_decided_by: the Landkreis – plan.yaml:3:27"));
/// ```
#[must_use]
pub fn rule(trace: &RuleTrace, lang: Lang) -> String {
    let mut tree = Tree { out: String::new(), file: &trace.file, lang };
    let title = trace.rule.title.get(lang);
    let head = Message::new(&HEAD).with("title", title).with("rule", trace.rule.id.as_str());
    tree.line(0, &head.with("outcome", Arg::Term(trace.outcome.label())).text(lang));
    if trace.versions.is_empty() {
        tree.line(1, &Message::new(&NO_VERSION).text(lang));
    }
    for version in &trace.versions {
        tree.version(version);
    }
    tree.out
}

struct Tree<'t> {
    out: String,
    file: &'t Source,
    lang: Lang,
}

impl Tree<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        self.out.push_str(&"  ".repeat(depth));
        self.out.push_str(&safe(text));
        self.out.push('\n');
    }

    fn version(&mut self, version: &TracedVersion) {
        let nothing = || Arg::from("");
        let is_every_day = version.days == Days { from: jiff::civil::Date::MIN, to: jiff::civil::Date::MAX };
        let days = if is_every_day { nothing() } else { Message::new(&FOR_DAYS).with("days", Arg::Days(version.days)).into() };
        let announced = if version.is_announced { Message::new(&ANNOUNCED).into() } else { nothing() };
        let line = Message::new(&VERSION)
            .with("when", page::in_force(version.in_force, self.lang).as_str())
            .with("days", days)
            .with("announced", announced);
        self.line(1, &line.with("outcome", Arg::Term(version.outcome.label())).text(self.lang));
        for item in &version.items {
            self.item(item);
        }
        if version.more > 0 {
            self.line(2, &Message::new(&MORE).with("count", version.more).text(self.lang));
        }
        if let Some(span) = version.open_list {
            let place = self.place(span);
            self.line(2, &Message::new(&OPEN_LIST).with("place", &*place).text(self.lang));
        }
    }

    fn item(&mut self, item: &TracedItem) {
        let name = if item.path.is_empty() {
            Message::new(&THE_PLAN).text(self.lang)
        } else {
            format!("{} – {}", item.path, self.place(item.span))
        };
        let outcome = match item.outcome {
            Some(outcome) => outcome.label().get(self.lang).to_owned(),
            None => Message::new(&NOT_JUDGED).text(self.lang),
        };
        self.line(2, &format!("{name}: {outcome}"));
        for (clause, step) in &item.clauses {
            let label = match clause {
                Clause::When => &WHEN,
                Clause::Require => &REQUIRE,
                Clause::Weigh => &WEIGH,
            };
            self.line(3, &Message::new(label).text(self.lang));
            self.step(4, step, true);
        }
    }

    /// `needed` tells whether what it is a part of was: where it was not, that has been said already.
    fn step(&mut self, depth: usize, step: &Step, needed: bool) {
        let mut depth = depth;
        if let Some((path, span)) = &step.member {
            let place = span.map(|span| format!(" – {}", self.place(span))).unwrap_or_default();
            let line = Message::new(&FOR_MEMBER).with("member", &*format!("{path}{place}"));
            self.line(depth, &line.text(self.lang));
            depth += 1;
        }
        let value = match step.truth {
            Some(truth) => label(truth).get(self.lang).to_owned(),
            None => Message::new(&VALUE).with("value", step.value.clone()).text(self.lang),
        };
        let mut line = format!("{}: {value}", step.text);
        match step.place {
            _ if step.is_default => line.push_str(&Message::new(&BY_DEFAULT).text(self.lang)),
            Some(span) if step.truth == Some(Truth::Unknown) || step.value == Arg::Unknown => {
                let place = self.place(span);
                line.push_str(&Message::new(&MISSING_AT).with("place", &*place).text(self.lang));
            }
            Some(span) => {
                line.push_str(" – ");
                line.push_str(&self.place(span));
            }
            None => {}
        }
        if needed && !step.needed {
            line.push_str(&Message::new(&NOT_NEEDED).text(self.lang));
        }
        self.line(depth, &line);
        for part in &step.parts {
            self.step(depth + 1, part, step.needed);
        }
        if step.more > 0 {
            self.line(depth + 1, &Message::new(&MORE).with("count", step.more).text(self.lang));
        }
    }

    fn place(&self, span: Span) -> String {
        let place = self.file.position(span.start);
        format!("{}:{}:{}", self.file.name(), place.line, place.column)
    }
}

fn label(truth: Truth) -> Bilingual {
    match truth {
        Truth::True => Bilingual { de: "wahr", en: "true" },
        Truth::False => Bilingual { de: "falsch", en: "false" },
        Truth::Unknown => Bilingual { de: "unbekannt", en: "unknown" },
    }
}
