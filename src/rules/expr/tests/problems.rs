//! What is said about expressions that are wrong: where, what, and what to write instead.

use super::env;
use crate::rules::expr::{MAX_DEPTH, MAX_MACROS, MAX_TEXT, compile, sentences};
use crate::text::Lang;

/// Each case: the text, the part at fault, the key of what is said, and something that the help says.
const CASES: &[(&str, &str, &str, &str)] = &[
    ("", "", "expr-empty", ""),
    ("  ", "  ", "expr-empty", ""),
    ("post.fte >", "", "expr-unexpected-end", "A value is expected"),
    ("(true", "", "expr-unexpected-end", "“)”"),
    ("true)", ")", "expr-unexpected", ""),
    ("1 2", "2", "expr-unexpected", ""),
    ("true 0.5", "0.5", "expr-unexpected", ""),
    ("plan.county 'a'", "'a'", "expr-unexpected", ""),
    ("plan 'a'", "'a'", "expr-unexpected", ""),
    ("true and false", "and", "expr-unexpected", "“&&”"),
    ("true oder false", "oder", "expr-unexpected", "“||”"),
    ("not true", "not", "expr-unexpected", "“!”"),
    ("post.fte > 0,5", ",", "expr-unexpected", "decimal point"),
    ("post.fte = 0.5", "=", "expr-unexpected", "“==”"),
    ("true & false", "&", "expr-unexpected", "“&&”"),
    ("1 <> 2", "<>", "expr-unexpected", "“!=”"),
    ("1 === 2", "===", "expr-unexpected", "“==”"),
    ("1 ≤ 2", "≤", "expr-unexpected", "“<=”"),
    ("post.label == „a“", "„", "expr-bad-character", "straight quotes"),
    ("1 – 2 == 0", "–", "expr-bad-character", "“-”"),
    ("1 # 2", "#", "expr-bad-character", ""),
    ("{'a': 1}", "{", "expr-no-maps", ""),
    ("post.fte == null", "null", "expr-no-null", "has(a.b)"),
    ("post.label == 'a", "'a", "expr-open-text", "'"),
    ("post.label == '\\d'", "\\d", "expr-bad-escape", "r\"\\d\""),
    ("1 == 1u", "1u", "expr-bad-number", ""),
    ("99999999999999999999 == 1", "99999999999999999999", "expr-number-too-large", ""),
    ("9223372036854775808 == 1", "9223372036854775808", "expr-number-too-large", ""),
    ("1e30 == 1.0", "1e30", "expr-number-too-large", ""),
    ("0.0000001 == 1.0", "0.0000001", "expr-too-many-decimals", ""),
    ("true ? true ? true : false : false", "?", "expr-unexpected", "parentheses"),
    ("while == 1", "while", "expr-reserved", ""),
    ("post.in", "in", "expr-unexpected", "name of a field"),
    ("pots.fte > 0.5", "pots", "expr-unknown-name", "“post”"),
    ("post.filled == yes", "yes", "expr-unknown-name", "\"yes\""),
    ("quatsch == 1", "quatsch", "expr-unknown-name", "plan and post"),
    ("post.fet > 0.5", "fet", "expr-unknown-field", "“fte”"),
    ("post.employer.indipendent", "indipendent", "expr-unknown-field", "“independent”"),
    ("post.vzae > 0.5", "vzae", "expr-unknown-field", "“fte”"),
    ("plan.contract.xyzzy", "xyzzy", "expr-unknown-field", "form, signed and terminable_at_will"),
    ("plan.posts.fte > 0.5", "fte", "expr-list-has-no-fields", ".exists(x, x.fte"),
    ("post.fte.min > 0.5", "min", "expr-has-no-fields", ""),
    ("post.label.startWith('a')", "startWith", "expr-unknown-function", "“startsWith”"),
    ("lenght(post.label) > 1", "lenght", "expr-unknown-function", "all, exists"),
    ("exists(plan.posts, p, true)", "exists", "expr-is-method", "list.exists(x"),
    ("post.label.has(1)", "has", "expr-is-function", "has(a.b)"),
    ("plan.posts.all(p)", "plan.posts.all(p)", "expr-wrong-arguments", "list.all(x"),
    ("plan.posts.all(p.fte, true)", "p.fte", "expr-needs-name", ""),
    ("plan.posts.all(post, true)", "post", "expr-name-taken", "another name"),
    ("post.fte.all(p, true)", "post.fte", "expr-wrong-type", ""),
    ("has(post)", "post", "expr-needs-field", "has(a.b)"),
    ("post.label.matches(post.id)", "post.id", "expr-needs-literal", ""),
    ("post.label.matches('(')", "'('", "expr-bad-pattern", ""),
    ("post.label.matches('(a{1000}){1000}')", "'(a{1000}){1000}'", "expr-bad-pattern", ""),
    ("post.start < date('2025')", "'2025'", "expr-bad-date", "date(\"2025-01-31\")"),
    ("post.start < date('2025-02-30')", "'2025-02-30'", "expr-bad-date", ""),
    ("post.start < '2025-01-01'", "post.start < '2025-01-01'", "expr-cannot-order", "date(\"2025-01-31\")"),
    ("post.start == 2025", "post.start == 2025", "expr-cannot-compare", "date("),
    ("post.employer.independent == 'yes'", "post.employer.independent == 'yes'", "expr-cannot-compare", "stands alone"),
    ("post.employer == 'Caritas'", "post.employer == 'Caritas'", "expr-cannot-compare", "“.name”"),
    ("plan.posts == 2", "plan.posts == 2", "expr-cannot-compare", "“size”"),
    ("post.role < 'coordination'", "post.role < 'coordination'", "expr-cannot-order", ""),
    ("post.role == 'coordinaton'", "'coordinaton'", "expr-unknown-word", "“coordination”"),
    ("post.role == 'koordination'", "'koordination'", "expr-unknown-word", "“coordination”"),
    ("'quatsch' != post.role", "'quatsch'", "expr-unknown-word", "counselling and coordination"),
    ("post.role in ['counselling', 'koordinaton']", "'koordinaton'", "expr-unknown-word", ""),
    ("'returncounselling' in post.other_duties", "'returncounselling'", "expr-unknown-word", "“return_counselling”"),
    ("post.role == (true ? 'counselling' : 'x')", "'x'", "expr-unknown-word", ""),
    ("post.workplace == 'townhall'", "'townhall'", "expr-unknown-word", "“town_hall”"),
    ("post.role == post.workplace", "post.role == post.workplace", "expr-no-shared-word", ""),
    ("post.fte * 2 > 1.0", "post.fte * 2", "expr-mixed-numbers", "“2.0”"),
    ("post.headcount * 0.5 > 1.0", "post.headcount * 0.5", "expr-mixed-numbers", ""),
    ("post.fte % 2.0 > 1.0", "post.fte % 2.0", "expr-whole-only", ""),
    ("post.label + 'a' == 'b'", "post.label + 'a'", "expr-cannot-calculate", ""),
    ("-post.label == 'b'", "post.label", "expr-wrong-type", ""),
    ("!post.fte", "post.fte", "expr-wrong-type", ""),
    ("post.fte && true", "post.fte", "expr-wrong-type", ""),
    ("true ? 1 : 'a'", "'a'", "expr-branches-differ", ""),
    ("true ? 1 : post.fte", "post.fte", "expr-branches-differ", "“1.0”"),
    ("1 in [1, 2.0]", "2.0", "expr-members-differ", "“1.0”"),
    ("1 in []", "[]", "expr-empty-list", ""),
    ("[[1]].all(x, true)", "[1]", "expr-nested-list", ""),
    ("plan.posts.map(p, p.other_duties).size() > 1", "p.other_duties", "expr-nested-list", ""),
    ("1 in 2", "2", "expr-wrong-type", ""),
    ("plan.posts[0.5].fte > 1", "0.5", "expr-wrong-type", ""),
    ("sum(plan.posts) > 1", "plan.posts", "expr-wrong-type", ""),
    ("size(post.fte) > 1", "post.fte", "expr-wrong-type", ""),
];

#[test]
fn problems() {
    for (text, part, key, help) in CASES {
        let problems = compile(text, &env()).expect_err(text);
        let [problem] = problems.as_slice() else { panic!("{text}: {problems:?}") };
        assert_eq!(problem.message.key(), Some(*key), "{text}: {problem:?}");
        assert_eq!(text.get(problem.range.clone()), Some(*part), "{text}");
        let said = problem.help.as_ref().map_or(String::new(), |help| help.text(Lang::En));
        assert!(said.contains(help), "{text}: {said}");
        assert!(
            !help.is_empty() || said.is_empty() || matches!(*key, "expr-unknown-word" | "expr-bad-date" | "expr-unexpected"),
            "{text}: {said}"
        );
        for lang in [Lang::De, Lang::En] {
            let all = format!("{} {}", problem.message.text(lang), problem.help.as_ref().map_or(String::new(), |help| help.text(lang)));
            assert!(!all.contains('{') || text.contains('{'), "{text}: {all}");
        }
    }
}

#[test]
fn all_names_and_types_at_once() {
    let text = "pots.fte > 0.5 && post.fet > 0.5 || post.role == 'x' ? post.vzae == 1.0 : plan.posts.all(p, p.nam == 'a')";
    let problems = compile(text, &env()).unwrap_err();
    let parts: Vec<&str> = problems.iter().map(|problem| &text[problem.range.clone()]).collect();
    assert_eq!(parts, ["pots", "fet", "'x'", "vzae", "nam"]);
}

#[test]
fn bounds() {
    let key = |text: &str| compile(text, &env()).err().and_then(|problems| problems.first().and_then(|p| p.message.key()));
    assert_eq!(key(&format!("true{}", " ".repeat(MAX_TEXT))), Some("expr-too-long"));
    for (open, close) in [("(", ")"), ("!", ""), ("true ? true : ", "")] {
        let nested = |depth: usize| format!("{}true{}", open.repeat(depth), close.repeat(depth));
        assert_eq!(key(&nested(MAX_DEPTH / 2)), None);
        assert_eq!(key(&nested(MAX_DEPTH + 1)), Some("expr-too-deep"), "{open}");
    }
    assert_eq!(key(&format!("1{} == 1", " + 1".repeat(1000))), Some("expr-too-deep"));
    assert_eq!(key(&format!("{}1{}", "-".repeat(4000), " == 1")), Some("expr-too-deep"));
    assert_eq!(key(&format!("plan{}", ".grant".repeat(1000))), Some("expr-too-deep"));
    // Long chains of one connective are flat.
    assert_eq!(key(&format!("true{}", " && true".repeat(900))), None);
    let loops = |count: usize| vec!["[1].all(x, x > 0)"; count].join(" && ");
    assert_eq!(key(&loops(MAX_MACROS)), None);
    assert_eq!(key(&loops(MAX_MACROS + 1)), Some("expr-too-many-macros"));
}

#[test]
fn every_sentence_has_both_languages() {
    let placeholders = |text: &str| {
        let mut names: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect();
        names.sort();
        names.dedup();
        names
    };
    for sentence in sentences::ALL {
        assert!(sentence.key.starts_with("expr-"));
        assert!(!sentence.text.de.is_empty() && !sentence.text.en.is_empty(), "{}", sentence.key);
        assert_eq!(placeholders(sentence.text.de), placeholders(sentence.text.en), "{}", sentence.key);
    }
}

/// A sentence that nothing can cause is none.
#[test]
fn every_sentence_is_said() {
    let mut said: Vec<&str> = vec!["expr-too-long", "expr-too-deep", "expr-split-it", "expr-too-many-macros"];
    for (text, ..) in CASES {
        for problem in compile(text, &env()).unwrap_err() {
            said.extend(problem.message.key());
            said.extend(problem.help.and_then(|help| help.key()));
        }
    }
    for text in ["true 'a'", "[1 2]"] {
        let problem = &compile(text, &env()).unwrap_err()[0];
        said.extend(problem.message.key());
    }
    let unsaid: Vec<&str> = sentences::ALL.iter().map(|sentence| sentence.key).filter(|key| !said.contains(key)).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}
