//! A new plan from what somebody knows of it: the text of a plan file, with comments for whoever goes on with it.
//!
//! What nobody has told stands in it as unknown, so that the questions of a report ask for it. Asking, and writing the file, is left to
//! the binary.

mod sentences;

use self::sentences as say;
use crate::plan::fields::{PLAN, POST, plan as at, post};
use crate::plan::{self, FieldNo, Plan, Table};
use crate::problem::Problem;
use crate::source::Source;
use crate::text::{Lang, Message, Sentence};
use crate::yaml;

/// What is known of a plan that is to be written. What is absent, empty, or said to be unknown is unknown.
///
/// ```
/// use paktlint::draft::{Draft, Employment};
/// use paktlint::text::Lang;
///
/// let caritas = Employment { employer: Some("Caritas".into()), posts: Some("1,25".into()), qualification: None };
/// let draft = Draft { municipality: Some("Lörrach".into()), employments: vec![caritas], ..Draft::default() };
/// let text = draft.text(Lang::De);
/// assert!(text.contains("gemeinde: Lörrach\n") && text.contains("kreis: unbekannt\n") && text.contains("vzae: \"1,25\"\n"));
/// assert!(draft.problems(Lang::De).is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The municipality.
    pub municipality: Option<String>,
    /// The Landkreis or Stadtkreis.
    pub county: Option<String>,
    /// When the facts held.
    pub date: Option<String>,
    /// Who employs whom; nobody knows where there is none.
    pub employments: Vec<Employment>,
}

/// The posts of one employer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Employment {
    /// The employer.
    pub employer: Option<String>,
    /// How many full posts they are.
    pub posts: Option<String>,
    /// Which qualification the people there have, as they call it.
    pub qualification: Option<String>,
}

impl Draft {
    /// The plan file, with the names of fields and the comments in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let mut writer = Writer { out: String::new(), lang };
        writer.comment("", &Message::new(&say::WHAT_THIS_IS));
        writer.comment("", &Message::new(&say::WHAT_IS_UNKNOWN).with("unknown", plan::UNKNOWN_WORDS[0].get(lang)));
        writer.field("", &PLAN, at::MUNICIPALITY, self.municipality.as_deref(), None);
        writer.field("", &PLAN, at::COUNTY, self.county.as_deref(), None);
        writer.field("", &PLAN, at::AS_OF, self.date.as_deref(), Some(&say::DATE_FORMS));
        writer.field("", &PLAN, at::DECIDES_ON_FUNDS, None, None);
        if self.employments.is_empty() {
            writer.field("", &PLAN, at::POSTS, None, None);
        } else {
            writer.heading("", &PLAN, at::POSTS, Some(&say::POST_FORMS));
            writer.out.push('\n');
        }
        for (number, employment) in self.employments.iter().enumerate() {
            writer.post(employment, number == 0);
        }
        writer.out
    }

    /// What is wrong with it, if it were read as a plan: an answer that its field does not take.
    #[must_use]
    pub fn problems(&self, lang: Lang) -> Vec<Problem> {
        Plan::read(&Source::new("", self.text(lang))).err().map_or_else(Vec::new, |unreadable| unreadable.problems)
    }
}

/// Whether an answer says that nobody knows: nothing, a word for it, or only question marks.
///
/// ```
/// assert!(paktlint::draft::is_unknown("weiß ich nicht") && !paktlint::draft::is_unknown("Caritas"));
/// ```
#[must_use]
pub fn is_unknown(answer: &str) -> bool {
    let answer = answer.trim();
    let says = |lang| say::DO_NOT_KNOW.text.get(lang).eq_ignore_ascii_case(answer);
    answer.is_empty() || plan::says_unknown(answer, true) || says(Lang::De) || says(Lang::En)
}

/// What somebody answers who does not know.
#[must_use]
pub fn unknown(lang: Lang) -> &'static str {
    say::DO_NOT_KNOW.text.get(lang)
}

struct Writer {
    out: String,
    lang: Lang,
}

impl Writer {
    fn comment(&mut self, indent: &str, message: &Message) {
        for line in message.text(self.lang).lines() {
            self.out.push_str(indent);
            self.out.push_str("# ");
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    /// What a field means, and its key.
    fn heading(&mut self, indent: &str, table: &'static Table, field: FieldNo, forms: Option<&'static Sentence>) {
        let field = table.field(field);
        let meaning = Message::new(&say::MEANING).with("meaning", field.meaning.get(self.lang));
        let meaning = match forms {
            Some(forms) => Message::new(&say::WITH_FORMS).with("meaning", meaning).with("forms", Message::new(forms)),
            None => meaning,
        };
        self.out.push('\n');
        self.comment(indent, &meaning);
        self.key(indent, field.name.get(self.lang));
    }

    fn key(&mut self, indent: &str, key: &str) {
        self.out.push_str(indent);
        self.out.push_str(key);
        self.out.push(':');
    }

    fn field(&mut self, indent: &str, table: &'static Table, field: FieldNo, value: Option<&str>, forms: Option<&'static Sentence>) {
        self.heading(indent, table, field, forms);
        self.value(value);
    }

    fn value(&mut self, value: Option<&str>) {
        self.out.push(' ');
        match value.map(str::trim).filter(|value| !is_unknown(value)) {
            Some(value) => self.out.push_str(&yaml::scalar(value)),
            None => self.out.push_str(plan::UNKNOWN_WORDS[0].get(self.lang)),
        }
        self.out.push('\n');
    }

    fn post(&mut self, employment: &Employment, is_first: bool) {
        let Employment { employer, posts, qualification } = employment;
        if !is_first {
            self.out.push('\n');
        }
        let mut indent = "  - ";
        for (field, value) in [(post::EMPLOYER, employer), (post::FTE, posts), (post::QUALIFICATION, qualification)] {
            self.key(indent, POST.field(field).name.get(self.lang));
            self.value(value.as_deref());
            indent = "    ";
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::{State, Value};

    fn draft(answer: &str) -> Draft {
        let answer = || Some(answer.to_owned());
        let employment = Employment { employer: answer(), posts: None, qualification: answer() };
        Draft { municipality: answer(), county: None, date: None, employments: vec![employment.clone(), employment] }
    }

    #[test]
    fn nobody_knows_anything() {
        for draft in [Draft::default(), draft("?"), draft("weiß ich nicht"), draft("I do not know"), draft("k. A."), draft(" ")] {
            for lang in [Lang::De, Lang::En] {
                let plan = Plan::read(&Source::new("a.yaml", draft.text(lang))).unwrap();
                let stated = plan.store().cell_ids().map(|cell| plan.store().cell(cell)).filter(|cell| cell.key.is_some());
                let known =
                    stated.filter_map(|cell| cell.state.known()).filter(|value| !matches!(value, Value::Record(_) | Value::List(_)));
                assert_eq!(known.count(), 0, "{}", draft.text(lang));
            }
        }
    }

    #[test]
    fn a_wrong_answer_is_a_problem() {
        let wrong = Draft { date: Some("Herbst 2017".into()), ..Draft::default() };
        assert_eq!(wrong.problems(Lang::De).len(), 1);
        let posts = Employment { posts: Some("viele".into()), ..Employment::default() };
        assert_eq!(Draft { employments: vec![posts], ..Draft::default() }.problems(Lang::En).len(), 1);
    }

    proptest! {
        #[test]
        fn an_answer_is_read_as_it_was_given(answer in "\\PC{1,40}|[a-z:#\\-\\[\\]{}\n\t'\"?&*!|>%@` ]{1,30}") {
            let answer = answer.trim().to_owned();
            prop_assume!(!is_unknown(&answer));
            for lang in [Lang::De, Lang::En] {
                let text = draft(&answer).text(lang);
                let plan = Plan::read(&Source::new("a.yaml", text.as_str()));
                let Ok(plan) = plan else {
                    // A reader may refuse an answer, but only as the value of its field.
                    let keys = text.lines().filter(|line| line.trim_start_matches([' ', '-']).starts_with(|c: char| c.is_ascii_lowercase()));
                    prop_assert_eq!(keys.count(), 11);
                    continue;
                };
                prop_assert_eq!(plan.municipalities().collect::<Vec<_>>(), [answer.as_str()]);
                let posts = plan.store().items_of(plan.root(), at::POSTS);
                prop_assert_eq!(posts.len(), 2);
                for &item in posts {
                    let record = plan.store().record_in(item).unwrap();
                    prop_assert_eq!(plan.store().get(record, post::FTE), State::Unknown);
                }
            }
        }
    }
}
