//! That nothing is lost by trying only what is worth it.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::string::string_regex;
use proptest::test_runner::TestRunner;

use super::*;

/// So many texts are made of each pattern.
const OF_EACH: usize = 12;

/// That no pattern of a vocabulary loses a match: in the texts, in their words in other orders, and in texts that are made of
/// the patterns themselves.
pub(in crate::facts) fn nothing_is_lost(patterns: &[&Pattern], texts: &[String]) {
    let mut runner = TestRunner::deterministic();
    let words: Vec<String> = texts.iter().flat_map(|text| text.split(' ')).map(str::to_owned).collect();
    let sentences = prop::collection::vec(prop::sample::select(words), 1..8).prop_map(|words| words.join(" "));
    let mut matches = 0;
    let mut check = |pattern: &Pattern, text: &str| {
        let [quick, is_match] = [false, true].map(|for_long| pattern.engine(for_long).is_some_and(|regex| regex.is_match(text)));
        matches += usize::from(is_match);
        assert_eq!(quick, is_match, "{} in {text:?}", pattern.text());
        assert_eq!(pattern.is_in(View::new(text, &Grams::of(text))), is_match, "{} in {text:?}", pattern.text());
    };
    for pattern in patterns {
        for text in texts.iter().step_by(5) {
            check(pattern, text);
        }
        let without_edges = [r"\b", "^", "$"].iter().fold(pattern.text().to_owned(), |text, edge| text.replace(edge, ""));
        let own = string_regex(&without_edges.replace("[]", "[^]"));
        for _ in 0..OF_EACH {
            let sentence = sentences.new_tree(&mut runner).unwrap().current();
            check(pattern, &sentence);
            if let Ok(own) = &own {
                let own = own.new_tree(&mut runner).unwrap().current();
                check(pattern, &own);
                check(pattern, &format!("{sentence} {} {sentence}", own.to_ascii_uppercase()));
                check(pattern, &format!("({own}), {sentence}"));
            }
        }
    }
    assert!(matches > patterns.len() * OF_EACH / 2, "{matches} matches are few");
}

/// All patterns here know ASCII only, unless they begin with `(?i)`.
fn pattern(text: &str) -> Pattern {
    if text.starts_with("(?i)") { Pattern::of_any_text(text.to_owned()) } else { Pattern::new(text.to_owned()) }
}

fn may_be_in(pattern: &Pattern, text: &str) -> bool {
    pattern.may_be_in(View::new(text, &Grams::of(text)))
}

#[test]
fn a_text_without_what_a_pattern_needs_is_not_tried() {
    for (text, with, without) in [
        (r"\bcaritas\b", "die caritas ulm", "carita, s"),
        (r"[\w-]*caritas[\w-]*", "caritasverband", "diakonie"),
        (r"(?:^|[^\w-])sk[fm](?:[^\w-]|$)", "skf", "sk kreis"),
        (r"arbeiter-?wohlfahrt|\bawo\b", "awo", "arbeit"),
        (r"\?|\b(?:vermutlich|wohl)\b", "caritas?", "caritas"),
        (r"(?:ab){2,3}c", "abababc", "acb"),
        (r"^(?:der |die |das )?ib(?:,|$)", "die ib", "das werk"),
        (r"[0-9]{4}", "im jahr 2024", "im jahr"),
        (r"(?i)\be-?mail\b", "E-MAIL", "Postfach"),
        (r"(?i)straße", "STRAßE", "Strasse"),
        (r"(?i)skt", "ſKT", "sankt"),
    ] {
        let pattern = pattern(text);
        assert!(may_be_in(&pattern, with), "{text} in {with}");
        assert!(!may_be_in(&pattern, without), "{text} in {without}");
    }
    for anything in ["a|", r"\w*", "(?:stadt)?", r"\W", "."] {
        assert!(may_be_in(&pattern(anything), ""), "{anything}");
    }
}

#[test]
fn what_is_no_pattern_is_tried_and_matches_nothing() {
    let broken = Pattern::new("(".to_owned());
    assert!(may_be_in(&broken, "("));
    assert!(!broken.is_in(View::new("(", &Grams::of("("))));
    assert_eq!(broken.groups(), 0);
}

#[test]
fn groups_and_places_are_those_of_the_pattern() {
    let found = Pattern::new("(a+)(b)?".to_owned());
    assert_eq!(found.groups(), 2);
    let text = Scanned::new("xaab a".to_owned());
    assert_eq!(found.all_in(text.view()).collect::<Vec<_>>(), [1..4, 5..6]);
    let part = text.view().part(2..).unwrap();
    assert_eq!((part.text(), found.all_in(part).collect::<Vec<_>>()), ("ab a", vec![0..2, 3..4]));
    assert!(text.view().part(9..).is_none());
    let excepting = Excepting::new("a".to_owned(), "aa");
    assert_eq!(excepting.first_in(text.view()), Some(5));
    assert_eq!(excepting.first_in(Scanned::new("b".to_owned()).view()), None);
}

#[test]
fn after_many_short_texts_a_pattern_is_searched_by_the_other_engine() {
    let pattern = Pattern::new("stadt ulm".to_owned());
    let [with, without] = ["x stadt ulm", "x stadt aalen, bei ulm"].map(|text| Scanned::new(text.to_owned()));
    assert!(pattern.is_in(with.view()) && !pattern.is_in(without.view()));
    assert!(pattern.for_long.get().is_none(), "one text is not many");
    let times = MANY / with.text().len() + 2;
    assert!((0..times).all(|_| pattern.is_in(with.view()) && !pattern.is_in(without.view())));
    assert!(pattern.for_long.get().is_some());
}

/// Pieces of patterns of all kinds, and what stands between them.
fn any_pattern() -> impl Strategy<Value = String> {
    let atom = prop::sample::select(vec![
        "a", "b", "ab", "stadt", "[ab]", "[a-z]", "[^a]", r"\w", r"\b", "^", "$", r"\.", ".", "ä", "(?i)S", "(?i)kt", "[0-9]", "",
        "(?:x|)", "é",
    ]);
    let leaf = atom.prop_map(str::to_owned);
    leaf.prop_recursive(4, 24, 4, |inner| {
        let many = prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            many.clone().prop_map(|parts| format!("(?:{})", parts.join(")(?:"))),
            many.prop_map(|parts| format!("(?:{})", parts.join("|"))),
            inner.clone().prop_map(|part| format!("(?:{part})?")),
            inner.clone().prop_map(|part| format!("(?:{part})*")),
            inner.clone().prop_map(|part| format!("({part})+")),
            inner.prop_map(|part| format!("(?:{part}){{2,3}}")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_match_is_lost(text in any_pattern(), unicode in any::<bool>(), seen in prop::collection::vec("[abAB]{0,3}|stadt|STADT|[sSkKtTäÄéſ0-9 .xy]{0,4}", 0..6)) {
        let pattern = if unicode { Pattern::of_any_text(text.clone()) } else { Pattern::new(text.clone()) };
        let seen = seen.concat();
        if let (Some(quick), Some(thorough)) = (pattern.engine(false), pattern.engine(true)) {
            prop_assert!(!thorough.is_match(&seen) || may_be_in(&pattern, &seen), "{text} in {seen}");
            let groups = |regex: &Regex| regex.captures_iter(&seen).map(|found| found.iter().collect::<Vec<_>>()).collect::<Vec<_>>();
            prop_assert_eq!(groups(quick), groups(thorough), "{} in {}", text, seen);
        }
    }

    #[test]
    fn a_part_has_nothing_that_the_text_lacks(text in ".{0,40}", from in 0..40_usize, length in 1..4_usize) {
        if let Some(part) = text.get(from..from + length) {
            let needle = Pattern::of_any_text(regex::escape(part));
            prop_assert!(may_be_in(&needle, &text));
        }
    }
}
