//! `lint new`: a plan from the answers to six questions.
//!
//! The questions are asked at a terminal, unless there are answers on the command line. Every answer is held against the reader of
//! plans at once, and “I do not know” is one.

use std::io::{self, ErrorKind, IsTerminal as _};
use std::path::{Path, PathBuf};

use dialoguer::Input;
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use paktlint::draft::{self, Draft, Employment};
use paktlint::render::human::{self, Look};
use paktlint::report;
use paktlint::text::{Lang, Message, Sentence, fold};

use crate::args::{Args, New};
use crate::config::{self, Configs};
use crate::documents::not_written;
use crate::failure::Failure;
use crate::files::Input as File;
use crate::output::{self, Output};
use crate::status::Status;
use crate::write;

pub(crate) mod sentences;

use sentences as say;

/// So many employers are asked for at most: nobody types more, and a key that is held down comes to an end.
const MOST: usize = 100;

/// Asks what is not told, writes the plan, and says what it comes to.
pub(crate) fn new(args: &Args, wish: &New, configs: &Configs, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    if let Some(file) = wish.file.as_deref().filter(|file| file.symlink_metadata().is_ok()) {
        return Err(misuse(Message::new(&say::IS_THERE).with("file", &*file.to_string_lossy())));
    }
    let told = told(wish)?;
    let is_asked = told.is_none();
    let draft = match told {
        Some(draft) => draft,
        None if io::stdin().is_terminal() && io::stderr().is_terminal() => ask(lang, output::look_of_errors(args.common.color))?,
        None => return Err(misuse(Message::new(&say::NOBODY_TO_ASK))),
    };
    let text = draft.text(lang);
    if let Some(problem) = draft.problems(lang).into_iter().next() {
        let help = problem.help.map(|help| help.text(lang)).unwrap_or_default();
        return Err(misuse(Message::new(&say::WRONG_ANSWER).with("problem", problem.message).with("help", &*help)));
    }
    let file = match &wish.file {
        Some(file) => Some(create(file, &text)?),
        None if is_asked => Some(create(&free_name(&draft), &text)?),
        None => None,
    };
    let Some(file) = file else {
        out.page(&text)?;
        return Ok(Status::Fine);
    };
    let input = File::File(file.clone());
    let settings = config::settings(&args.common, &args.check.answer, &[configs.of(&input)], &configs.read())?;
    let Some(settings) = settings.first() else { return Ok(Status::Fine) };
    let written = Message::new(&say::WRITTEN).with("file", &*file.to_string_lossy());
    out.page(&paktlint::render::safe(&written.text(lang)))?;
    let report = report::lint_bytes_on(&settings.rules, &input.name(), text.as_bytes(), wish.days.dates());
    out.text("\n")?;
    out.page(&human::plan(&report, lang, out.look()))?;
    Ok(Status::Fine)
}

fn misuse(message: Message) -> Failure {
    Failure::Misuse(vec![message])
}

/// What the answers on the command line make; none where there is no answer, and somebody is to be asked.
fn told(wish: &New) -> Result<Option<Draft>, Failure> {
    let New { municipality, county, date, employer, posts, qualification, .. } = wish;
    if posts.len().max(qualification.len()) > employer.len() {
        return Err(misuse(Message::new(&say::NO_EMPLOYER).with("count", employer.len())));
    }
    if municipality.is_none() && county.is_none() && date.is_none() && employer.is_empty() {
        return Ok(None);
    }
    let employment = |(at, employer): (usize, &String)| Employment {
        employer: Some(employer.clone()),
        posts: posts.get(at).cloned(),
        qualification: qualification.get(at).cloned(),
    };
    let employments = employer.iter().enumerate().map(employment).collect();
    Ok(Some(Draft { municipality: municipality.clone(), county: county.clone(), date: date.clone(), employments }))
}

/// The six questions.
fn ask(lang: Lang, look: Look) -> Result<Draft, Failure> {
    let theme: Box<dyn Theme> = if look.color { Box::new(ColorfulTheme::default()) } else { Box::new(SimpleTheme) };
    let asking = Asking { theme: theme.as_ref(), lang, look };
    asking.say(&Message::new(&say::ABOUT).with("unknown", draft::unknown(lang)));
    let municipality = asking.one(&say::MUNICIPALITY, |municipality| Draft { municipality, ..Draft::default() })?;
    asking.say(&Message::new(&say::COUNTY_HINT));
    let county = asking.one(&say::COUNTY, |county| Draft { county, ..Draft::default() })?;
    asking.say(&Message::new(&say::DATE_HINT));
    let date = asking.one(&say::DATE, |date| Draft { date, ..Draft::default() })?;
    let of = |employment| Draft { employments: vec![employment], ..Draft::default() };
    let with_employer = |employer| of(Employment { employer, ..Employment::default() });
    asking.say(&Message::new(&say::EMPLOYER_HINT));
    let mut employer = asking.one(&say::EMPLOYER, with_employer)?;
    let mut employments = Vec::new();
    while let Some(name) = employer.take_if(|_| employments.len() < MOST) {
        asking.say(&Message::new(&say::POSTS_HINT).with("employer", &*name));
        let posts = asking.one(&say::POSTS, |posts| of(Employment { posts, ..Employment::default() }))?;
        asking.say(&Message::new(&say::QUALIFICATION_HINT));
        let qualification = asking.one(&say::QUALIFICATION, |qualification| of(Employment { qualification, ..Employment::default() }))?;
        employments.push(Employment { employer: Some(name), posts, qualification });
        let nobody = say::NOBODY_ELSE.text.get(lang);
        employer = asking.or(&say::OTHER_EMPLOYER, nobody, with_employer)?.filter(|other| other != nobody);
    }
    Ok(Draft { municipality, county, date, employments })
}

struct Asking<'a> {
    theme: &'a dyn Theme,
    lang: Lang,
    look: Look,
}

impl Asking<'_> {
    /// What is good to know before a question.
    fn say(&self, message: &Message) {
        output::complain(&human::wrapped(&paktlint::render::safe(&message.text(self.lang)), self.look));
    }

    /// The answer to a question; none where nobody knows.
    fn one(&self, question: &'static Sentence, draft: impl Fn(Option<String>) -> Draft) -> Result<Option<String>, Failure> {
        self.or(question, draft::unknown(self.lang), draft)
    }

    /// The answer to a question; `otherwise` is what it means to press Enter. `draft` makes a plan that says only this, to see
    /// whether it can be read.
    fn or(&self, question: &'static Sentence, otherwise: &str, draft: impl Fn(Option<String>) -> Draft) -> Result<Option<String>, Failure> {
        let wrong = |answer: &String| match draft(Some(answer.clone())).problems(self.lang).first() {
            Some(problem) => Err(paktlint::render::safe(&problem.message.text(self.lang)).into_owned()),
            None => Ok(()),
        };
        let prompt = question.text.get(self.lang);
        let asked = Input::<String>::with_theme(self.theme).with_prompt(prompt).default(otherwise.to_owned()).validate_with(wrong);
        let answer = asked.interact_text().map_err(|dialoguer::Error::IO(error)| Failure::Output(error))?;
        Ok(Some(answer).filter(|answer| !draft::is_unknown(answer)))
    }
}

/// Writes a file that is not there yet.
fn create(file: &Path, text: &str) -> Result<PathBuf, Failure> {
    match write::create(file, text.as_bytes()) {
        Ok(()) => Ok(file.to_owned()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(misuse(Message::new(&say::IS_THERE).with("file", &*file.to_string_lossy())))
        }
        Err(error) => Err(not_written(file, &error)),
    }
}

/// A file that is called after the municipality, with a number after it where there is one already.
fn free_name(draft: &Draft) -> PathBuf {
    let name = draft.municipality.as_deref().map(fold).unwrap_or_default();
    let parts = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let name: String = parts.collect::<Vec<_>>().join("-").chars().take(60).collect();
    let name = Some(name).filter(|name| !name.is_empty()).unwrap_or_else(|| "plan".to_owned());
    let numbered = (2..).map(|number| PathBuf::from(format!("{name}-{number}.yaml")));
    let mut names = std::iter::once(PathBuf::from(format!("{name}.yaml"))).chain(numbered);
    names.find(|file| file.symlink_metadata().is_err()).unwrap_or_default()
}
