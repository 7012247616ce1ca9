//! A file of answers: as the fillable form saves it (JSON), or as a table (CSV).
//!
//! All problems of a file are found at once, each with its place. What the answers mean for a plan is left to [`super`].

#[cfg(feature = "csv")]
mod table;

use super::sentences as say;
use crate::problem::Problem;
use crate::source::{Source, Span};
use crate::text::{Arg, Message, fold};
use crate::yaml::{self, Entry, Node, NodeKind, Style};

/// The most answers of a file, and the longest text of one in bytes.
const MOST: usize = 5_000;
const LONGEST: usize = 20_000;

/// What the other side answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// The name of the plan that was asked about, where the file tells it.
    pub plan: Option<String>,
    /// Who answers: `administration`, `carrier`, or a text.
    pub by: Option<String>,
    /// When, as plans write dates.
    pub date: Option<String>,
    /// Where the answers come from: a letter, a mail, a conversation.
    pub source: Option<String>,
    /// The answers, in the order of the file.
    pub answers: Vec<Answer>,
}

/// One answer, or a reply to a question without one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The line of the file in which it stands, from 1; 0 where there is no file.
    pub line: u32,
    /// The id of the question.
    pub question: Option<String>,
    /// The path of the fact.
    pub path: Option<String>,
    /// The answer; none where it was left open.
    pub answer: Option<Told>,
    /// Where it comes from, if elsewhere than the other answers.
    pub source: Option<String>,
    /// When it was given, if at another time.
    pub date: Option<String>,
    /// What the other side says to the question in its own words.
    pub reply: Option<String>,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// A text as people write it.
    Text(String),
    /// Several values.
    List(Vec<Told>),
    /// Values by the names of fields.
    Record(Vec<(String, Told)>),
}

impl From<&str> for Told {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Why a file of answers cannot be read: every problem that was found, in the order of the file.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}: {} problem(s)", file.name(), problems.len())]
pub struct UnreadableAnswers {
    /// The file.
    pub file: Source,
    /// The problems.
    pub problems: Vec<Problem>,
}

impl Answers {
    /// Reads a file of answers: JSON where it begins with a brace, else a table.
    ///
    /// ```
    /// use paktlint::answer::Answers;
    /// use paktlint::source::Source;
    ///
    /// let file = r#"{"version": 1, "by": "carrier", "answers": [{"path": "kreis", "answer": "Lörrach", "date": "2026-11-20"}]}"#;
    /// let answers = Answers::read(&Source::new("answers.json", file)).unwrap();
    /// assert_eq!(answers.answers[0].path.as_deref(), Some("kreis"));
    /// ```
    ///
    /// # Errors
    /// All problems of the file, each with its place.
    pub fn read(file: &Source) -> Result<Self, UnreadableAnswers> {
        let begins = file.text().trim_start_matches('\u{feff}').trim_start();
        let (answers, problems) = if begins.starts_with(['{', '[']) { of_json(file) } else { of_table(file) };
        if problems.is_empty() { Ok(answers) } else { Err(UnreadableAnswers { file: file.clone(), problems }) }
    }
}

#[cfg(feature = "csv")]
fn of_table(file: &Source) -> (Answers, Vec<Problem>) {
    table::read(file)
}

#[cfg(not(feature = "csv"))]
fn of_table(file: &Source) -> (Answers, Vec<Problem>) {
    let end = u32::try_from(file.text().find('\n').unwrap_or(file.text().len())).unwrap_or(0);
    (Answers::default(), vec![Problem::new(Span::new(0, end), Message::new(&say::NO_ANSWERS)).help(Message::new(&say::NO_ANSWERS_HELP))])
}

/// JSON is read as plans are: the places of all that is wrong come with it, and every limit holds.
fn of_json(file: &Source) -> (Answers, Vec<Problem>) {
    let (root, problems) = yaml::parse(file);
    let Some(root) = root.filter(|_| problems.is_empty()) else { return (Answers::default(), problems) };
    let mut reader = Reader { file, problems: Vec::new() };
    let answers = reader.whole(&root);
    (answers, reader.problems)
}

struct Reader<'s> {
    file: &'s Source,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn whole(&mut self, root: &Node<'_>) -> Answers {
        let mut answers = Answers::default();
        let NodeKind::Map(entries) = &root.kind else {
            self.wrong(root.span, Message::new(&say::NO_ANSWERS), &say::NO_ANSWERS_HELP);
            return answers;
        };
        let mut found = false;
        for entry in entries {
            match &*entry.key {
                "version" if !matches!(&entry.value.kind, NodeKind::Scalar(text, _) if text == "1") => {
                    self.wrong(entry.value.span, Message::new(&say::OTHER_VERSION), &say::OTHER_VERSION_HELP);
                }
                "plan" => answers.plan = self.text(entry),
                "by" => answers.by = self.text(entry),
                "date" => answers.date = self.text(entry),
                "source" => answers.source = self.text(entry),
                "answers" => {
                    found = true;
                    answers.answers = self.answers(&entry.value);
                }
                _ => {}
            }
        }
        if !found {
            self.wrong(root.span, Message::new(&say::NO_ANSWERS), &say::NO_ANSWERS_HELP);
        }
        answers
    }

    fn answers(&mut self, node: &Node<'_>) -> Vec<Answer> {
        let NodeKind::List(items) = &node.kind else {
            self.wrong(node.span, Message::new(&say::NO_ANSWERS), &say::NO_ANSWERS_HELP);
            return Vec::new();
        };
        if items.len() > MOST {
            self.wrong(node.span, Message::new(&say::TOO_MANY_ANSWERS).with("limit", MOST), &say::TOO_MANY_ANSWERS_HELP);
            return Vec::new();
        }
        items.iter().filter_map(|item| self.answer(item)).collect()
    }

    fn answer(&mut self, node: &Node<'_>) -> Option<Answer> {
        let NodeKind::Map(entries) = &node.kind else {
            self.wrong(node.span, Message::new(&say::NOT_AN_ANSWER), &say::NOT_AN_ANSWER_HELP);
            return None;
        };
        let mut answer = Answer { line: self.file.position(node.span.start).line, ..Answer::default() };
        for entry in entries {
            match &*entry.key {
                "question" => answer.question = self.text(entry),
                "path" => answer.path = self.text(entry),
                "source" => answer.source = self.text(entry),
                "date" => answer.date = self.text(entry),
                "reply" => answer.reply = self.text(entry),
                "answer" => answer.answer = self.told(&entry.value),
                _ => {}
            }
        }
        let says = answer.answer.is_some() || answer.reply.is_some();
        if says && answer.question.is_none() && answer.path.is_none() {
            self.wrong(node.span, Message::new(&say::NO_QUESTION), &say::NO_QUESTION_HELP);
            return None;
        }
        Some(answer)
    }

    /// A text; none where it is empty.
    fn text(&mut self, entry: &Entry<'_>) -> Option<String> {
        match &entry.value.kind {
            NodeKind::Scalar(text, style) => {
                let is_null = *style == Style::Plain && matches!(&**text, "" | "null" | "~");
                (self.fits(text, entry.value.span) && !is_null).then(|| text.trim().to_owned()).filter(|text| !text.is_empty())
            }
            NodeKind::List(_) | NodeKind::Map(_) => {
                self.wrong(entry.value.span, Message::new(&say::NOT_A_TEXT).with("name", &*entry.key), &say::NOT_A_TEXT_HELP);
                None
            }
        }
    }

    fn told(&mut self, node: &Node<'_>) -> Option<Told> {
        match &node.kind {
            NodeKind::Scalar(text, style) => {
                let is_null = *style == Style::Plain && matches!(&**text, "" | "null" | "~");
                (self.fits(text, node.span) && !is_null && !text.trim().is_empty()).then(|| Told::Text(text.trim().to_owned()))
            }
            NodeKind::List(items) => Some(Told::List(items.iter().filter_map(|item| self.told(item)).collect())),
            NodeKind::Map(entries) => {
                let told: Vec<_> =
                    entries.iter().filter_map(|entry| Some((entry.key.clone().into_owned(), self.told(&entry.value)?))).collect();
                (!told.is_empty()).then_some(Told::Record(told))
            }
        }
    }

    fn fits(&mut self, text: &str, span: Span) -> bool {
        let fits = text.len() <= LONGEST;
        if !fits {
            self.wrong(span, Message::new(&say::TOO_LONG).with("limit", LONGEST), &say::TOO_LONG_HELP);
        }
        fits
    }

    fn wrong(&mut self, span: Span, message: Message, help: &'static crate::text::Sentence) {
        self.problems.push(Problem::new(span, message).help(Message::new(help)));
    }
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "without tables there are no columns")]
enum Column {
    Question,
    Path,
    Answer,
    Source,
    Date,
    Reply,
}

#[allow(dead_code, reason = "without tables there are no columns")]
impl Column {
    /// The names in the head of a table, folded.
    const NAMES: [(Self, &'static str, &'static str); 6] = [
        (Self::Question, "frage", "question"),
        (Self::Path, "feld", "path"),
        (Self::Answer, "antwort", "answer"),
        (Self::Source, "quelle", "source"),
        (Self::Date, "datum", "date"),
        (Self::Reply, "stellungnahme", "reply"),
    ];

    fn named(name: &str) -> Option<Self> {
        let folded = fold(name);
        Self::NAMES.iter().find(|(_, de, en)| *de == folded || *en == folded).map(|(column, ..)| *column)
    }

    fn names() -> Arg {
        Arg::List(Self::NAMES.iter().map(|(_, de, en)| Arg::Term(crate::text::Bilingual { de, en })).collect())
    }
}
