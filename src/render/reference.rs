//! The reference of rules, fields and expressions as Markdown, made from the data that the tool itself uses.

use std::fmt::Write as _;

use super::sentences as say;
use super::{lines, page};
use crate::plan::fields::TABLES;
use crate::plan::{Choice, Field, Kind, Table};
use crate::rules::expr::reference::{ENTRIES, EXAMPLE_PLAN, Group};
use crate::rules::{Pack, Rule, RuleSet, Version};
use crate::text::{Lang, Sentence, safe};

/// Every rule of every pack: what it asks, when, why, what to do, and where it comes from.
#[must_use]
pub fn rules(rules: &RuleSet, lang: Lang) -> String {
    let mut page = Page::new(lang, &say::REFERENCE_RULES, &say::REFERENCE_RULES_ABOUT);
    for pack in rules.packs() {
        self::pack(&mut page, pack);
    }
    page.out
}

/// Every field of a plan, and every fact that is computed from them.
#[must_use]
pub fn fields(lang: Lang) -> String {
    let mut page = Page::new(lang, &say::REFERENCE_FIELDS, &say::REFERENCE_FIELDS_ABOUT);
    for table in TABLES {
        self::table(&mut page, table);
    }
    page.out
}

/// The expression language: everything that can be written in it, with an example that is true to the letter.
#[must_use]
pub fn expressions(lang: Lang) -> String {
    let mut page = Page::new(lang, &say::REFERENCE_EXPRESSIONS, &say::REFERENCE_EXPRESSIONS_ABOUT);
    page.fenced("yaml", EXAMPLE_PLAN);
    for group in Group::ALL {
        page.heading(2, group.title().get(lang));
        for entry in ENTRIES.iter().filter(|entry| entry.group == group) {
            page.heading(3, &code(entry.form));
            let types = entry.types.get(lang);
            let types = if types.is_empty() { String::new() } else { format!(" ({})", text(types)) };
            page.paragraph(&format!("{}{types}", text(entry.meaning.get(lang))));
            page.paragraph(&format!("{}: {}", page.plain(&say::REFERENCE_UNKNOWN), text(entry.unknown.get(lang))));
            page.paragraph(&format!("{}: {} → {}", page.plain(&say::REFERENCE_EXAMPLE), code(entry.example), code(entry.value)));
        }
    }
    page.out
}

fn pack(page: &mut Page, pack: &Pack) {
    let lang = page.lang;
    page.heading(2, &text(pack.title.get(lang)));
    page.paragraph(&format!("{} {}, {}", code(&pack.id), text(&pack.version), text(pack.publisher.get(lang))));
    for rule in &pack.rules {
        self::rule(page, pack, rule);
    }
    if !pack.provisions.is_empty() {
        page.heading(3, &page.plain(&say::NOT_JUDGED));
        for provision in &pack.provisions {
            let time = page::in_force(provision.in_force, lang);
            let source = page::source(pack, &provision.source, lang);
            page.item(&format!("{}: {} *{}*", text(&time), text(provision.holds.get(lang)), text(&source)));
        }
        page.out.push('\n');
    }
}

fn rule(page: &mut Page, pack: &Pack, rule: &Rule) {
    let lang = page.lang;
    page.heading(3, &code(&rule.id));
    page.paragraph(&format!("**{}** ({})", text(rule.title.get(lang)), text(rule.level.label().get(lang))));
    for version in &rule.versions {
        self::version(page, pack, version);
    }
}

fn version(page: &mut Page, pack: &Pack, version: &Version) {
    let lang = page.lang;
    let time = text(&page::in_force(version.in_force, lang)).into_owned();
    let holds = version.holds.as_deref().map_or(String::new(), |holds| format!(": {}", text(holds.get(lang))));
    page.paragraph(&format!("*{time}*{holds}"));
    for (label, written) in page::checked(version) {
        page.item(&format!("{} {}", page.plain(label), code(written)));
    }
    page.item(&format!("{}: {}", page.plain(&say::PAGE_WHY), text(version.why.get(lang))));
    page.item(&format!("{}: {}", page.plain(&say::PAGE_REMEDY), text(version.remedy.get(lang))));
    page.item(&format!("{}: {}", page.plain(&say::PAGE_SOURCE), text(&page::source(pack, &version.source, lang))));
    page.out.push('\n');
}

fn table(page: &mut Page, table: &Table) {
    let lang = page.lang;
    page.heading(2, &format!("{} / {}", text(table.name.de), text(table.name.en)));
    let stated: Vec<&Field> = table.fields.iter().filter(|field| !field.derived).collect();
    let derived: Vec<&Field> = table.fields.iter().filter(|field| field.derived).collect();
    for (title, fields) in [(&say::REFERENCE_STATED, stated), (&say::REFERENCE_DERIVED, derived)] {
        if fields.is_empty() {
            continue;
        }
        page.paragraph(&format!("{}:", page.plain(title)));
        let heads = [&say::REFERENCE_GERMAN, &say::REFERENCE_ENGLISH, &say::REFERENCE_KIND, &say::REFERENCE_MEANING];
        let heads: Vec<String> = heads.into_iter().map(|head| page.plain(head)).collect();
        page.row(&heads);
        page.row(&["---", "---", "---", "---"].map(str::to_owned));
        for field in fields {
            let names = |own: &'static str, other: Option<&'static str>| match other {
                Some(other) => format!("{}, {}", code(own), code(other)),
                None => code(own),
            };
            page.row(&[
                names(field.name.de, field.other_name.map(|name| name.de)),
                names(field.name.en, field.other_name.map(|name| name.en)),
                kind(&field.kind, lang),
                text(field.meaning.get(lang)).into_owned(),
            ]);
        }
        page.out.push('\n');
    }
}

/// What values a field takes; the words of a list in the language of the page.
pub(crate) fn kind(kind: &Kind, lang: Lang) -> String {
    let words = |choice: &'static Choice| {
        let words: Vec<String> = choice.words.iter().map(|word| code(word.name.get(lang))).collect();
        words.join(", ")
    };
    let plain = |sentence: &'static Sentence| lines::plain(sentence, lang);
    match kind {
        Kind::Text => plain(&say::KIND_TEXT),
        Kind::Number => plain(&say::KIND_NUMBER),
        Kind::Count => plain(&say::KIND_COUNT),
        Kind::Fte => plain(&say::KIND_FTE),
        Kind::Share => plain(&say::KIND_SHARE),
        Kind::Money => plain(&say::KIND_MONEY),
        Kind::Date => plain(&say::KIND_DATE),
        Kind::YesNo => plain(&say::KIND_YES_NO),
        Kind::Ags => plain(&say::KIND_AGS),
        Kind::County => plain(&say::KIND_COUNTY),
        Kind::Choice(choice) => words(choice),
        Kind::OpenChoice(choice) => format!("{}, {}", words(choice), plain(&say::KIND_OR_TEXT)),
        Kind::Record(table) => table.name.get(lang).to_owned(),
        Kind::Organisation => plain(&say::KIND_ORGANISATION),
        Kind::List(inner) => format!("{}: {}", plain(&say::KIND_LIST), self::kind(inner, lang)),
        Kind::Map(table) => format!("{}: {}", plain(&say::KIND_MAP), table.name.get(lang)),
    }
}

struct Page {
    out: String,
    lang: Lang,
}

impl Page {
    fn new(lang: Lang, title: &'static Sentence, about: &'static Sentence) -> Self {
        let mut page = Self { out: String::new(), lang };
        page.heading(1, &lines::plain(title, lang));
        page.paragraph(&lines::plain(about, lang));
        page
    }

    fn plain(&self, sentence: &'static Sentence) -> String {
        lines::plain(sentence, self.lang)
    }

    fn heading(&mut self, level: usize, text: &str) {
        // Writing to a text does not fail.
        let _ = writeln!(self.out, "{} {text}\n", "#".repeat(level));
    }

    fn paragraph(&mut self, text: &str) {
        let _ = writeln!(self.out, "{text}\n");
    }

    fn item(&mut self, text: &str) {
        let _ = writeln!(self.out, "- {text}");
    }

    fn row(&mut self, cells: &[String]) {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        let _ = writeln!(self.out, "| {} |", cells.join(" | "));
    }

    fn fenced(&mut self, language: &str, text: &str) {
        let _ = writeln!(self.out, "```{language}\n{}\n```\n", text.trim_end());
    }
}

/// Running text: what Markdown would take for its own is escaped, but for code between backticks, which rules use.
pub(crate) fn text(text: &str) -> std::borrow::Cow<'_, str> {
    let one_line = safe(text);
    if !one_line.contains(['\\', '*', '[', ']', '<', '>', '_', '#', '|', '&', '\n']) {
        return one_line;
    }
    let balanced = one_line.matches('`').count().is_multiple_of(2);
    let mut out = String::with_capacity(one_line.len() + 8);
    let mut in_code = false;
    for c in one_line.chars() {
        match c {
            '`' if balanced => in_code = !in_code,
            '\n' => {
                out.push(' ');
                continue;
            }
            '\\' | '*' | '[' | ']' | '<' | '>' | '_' | '#' | '|' | '&' | '`' if !in_code => out.push('\\'),
            _ => {}
        }
        out.push(c);
    }
    out.into()
}

/// Code in a line, in as many backticks as it takes.
pub(crate) fn code(text: &str) -> String {
    let text = safe(text).replace('\n', " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    if longest > 0 { format!("{fence} {text} {fence}") } else { format!("{fence}{text}{fence}") }
}

#[cfg(test)]
mod tests {
    use super::{code, text};

    #[test]
    fn what_markdown_would_take_for_its_own_is_escaped() {
        assert_eq!(text("<script> | *a* [b](c) `a_b` a_b"), "\\<script\\> \\| \\*a\\* \\[b\\](c) `a_b` a\\_b");
        assert_eq!(text("a ` b < c"), "a \\` b \\< c");
        assert_eq!(code("a == \"`\""), "`` a == \"`\" ``");
        assert_eq!(code("x\ny"), "`x y`");
    }
}
