use proptest::prelude::*;

use super::*;
use crate::number::Decimal;

fn amount(number: i64) -> Range {
    Range::exact(Decimal::from_int(number))
}

/// A document in which every text is this one.
fn of(text: &str) -> Document {
    let line = || Line::from(text).and(Piece::Strong(text.into())).and(Piece::Small(text.into())).and(Piece::Code(text.into()));
    let table = Table { caption: text.into(), head: vec![text.into(), text.into()], rows: vec![vec![line(), line()], vec![line()]] };
    let bar = Bar { unit: Unit::Fte, fulfilled: amount(3), violated: amount(1), undetermined: amount(2) };
    let inner = vec![
        Block::Paragraph(line()),
        Block::List(vec![line(), line()]),
        Block::Numbered(vec![line()]),
        Block::Table(table),
        Block::Facts(vec![(line(), line())]),
        Block::Bar(bar),
        Block::Folded { title: text.into(), blocks: vec![Block::Paragraph(line().and(Piece::Outcome(Outcome::Partial)))] },
    ];
    let section = |kind| Block::Section(Section { kind, title: text.into(), blocks: inner.clone() });
    let blocks = vec![section(Kind::Summary), section(Kind::Card), section(Kind::Card), Block::Letter(inner.clone()), section(Kind::Notes)];
    Document::new(Lang::De, text, blocks)
}

#[test]
fn every_part_in_every_form() {
    let document = of("Lörrach");
    insta::assert_snapshot!("text", text(&document));
    insta::assert_snapshot!("markdown", markdown(&document));
    #[cfg(feature = "html")]
    insta::assert_snapshot!("html", html(&document).lines().filter(|line| line.contains("<main")).collect::<String>());
}

#[test]
fn shares_without_anything_are_not_drawn() {
    let bar = Bar { unit: Unit::Fte, fulfilled: amount(0), violated: amount(0), undetermined: amount(0) };
    assert_eq!((bar.words(Lang::De), bar.parts().len()), (None, 0));
}

/// The names of the elements of a page, and its texts, as a browser sees them: a `<` in a text would be one more.
#[cfg(feature = "html")]
fn elements(page: &str) -> Vec<&str> {
    page.split('<').skip(1).map(|rest| rest.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or("")).collect()
}

proptest! {
    #[test]
    fn no_text_becomes_markup(text in "\\PC{0,30}|[<>&\"'`*_#|\\[\\]() \n\t/:;=a-z-]{0,40}") {
        let quiet = of("Text");
        #[cfg(feature = "html")]
        {
            let (page, usual) = (html(&of(&text)), html(&quiet));
            prop_assert_eq!(elements(&page), elements(&usual));
        }
        // As many headings, rows and entries of lists as there were.
        let marks = |document: &str| {
            let begins = |line: &str| {
                let line = line.trim_start_matches(['>', ' ']);
                let entry = line.trim_start_matches(|c: char| c.is_ascii_digit());
                ["# ", "## ", "### ", "- ", "|"].into_iter().find(|mark| line.starts_with(mark)).or((entry.starts_with(". ") && entry != line).then_some("1."))
            };
            document.lines().filter_map(begins).collect::<String>()
        };
        if !text.trim().is_empty() {
            prop_assert_eq!(marks(&markdown(&of(&text))), marks(&markdown(&quiet)));
        }
        let shown = super::text(&of(&text));
        let steers = shown.contains(['\u{1b}', '\r']);
        prop_assert!(!steers);
    }
}
