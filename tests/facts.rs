//! What follows from the facts of a plan, and what expressions and rules come to: values, places, what is missing, and on what it rests.
//!
//! The files of `tests/facts` are tables. A case begins with a line `--- what it shows`; below stand a plan, a line `?`, and what is
//! asked of it: a fact by its path (`stellen[0].personenzahl`, computed ones too), a rule (`rule smallest-post`), or an expression over
//! `plan` and its first `post` (`expr size(plan.posts)`; `steps 9 plan.posts` with so many steps; `parts a || b` of which it consists;
//! `mutants a < b` how it could be mistaken; `wrong a <` what is wrong with it),
//! or `time` and `private`: the time of the plan, and what no output may repeat. Behind each question stands the answer; lines that begin with a space belong to it. After a change, `SNAPSHOTS=overwrite cargo test --test facts`
//! writes the answers anew, and the difference is to be read; so are the files of `tests/told`, what each phrase and name is told to be. Beside the rules that the library brings there are [`OWN`] ones here.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use std::fmt::Write as _;
use std::sync::LazyLock;

use paktlint::facts::Facts;
use paktlint::number::{Days, Range};
use paktlint::plan::fields::{self, organisation, plan};
use paktlint::plan::{CellId, FieldNo, Parent, Plan, RecordId, State, Store, Value};
use paktlint::rules::expr::{self, Budget, Condition, Env, Expr, Fact, MAX_DEPTH, MAX_MACROS, MAX_TEXT, Member, Trace, Type};
use paktlint::rules::{PackFiles, RuleSet};
use paktlint::source::Source;
use paktlint::text::{Bilingual, Lang, Message, Sentence};
use paktlint::verdict::{self, Shares};

/// Rules for what no rule of the library does: to judge posts by several laws, or what is neither a post nor a person.
const OWN: &[(&str, &str)] = &[
    (
        "post-size",
        "each: post in plan.posts\nwhen: post.role != \"coordination\"\nversions:\n  - {<2018>, require: post.fte <= 0.25}\n  \
         - {<2020>, require: post.fte <= 1.0}\n  - {<2021>, require: post.fte <= 0.5}\n",
    ),
    ("post-size-once", "each: post in plan.posts\n<2020>\nrequire: post.fte <= 1.0\n"),
    (
        "post-weighed",
        "each: post in plan.posts\nweigh: post.counselling_fte\nversions:\n  - {<2020>, require: post.fte <= 1.0}\n  - {<2021>, require: post.fte <= 0.5}\n",
    ),
    (
        "person-class",
        "each: person in plan.persons\nversions:\n  - {<2020>, require: person.social_work}\n  - {<2021>, require: '!person.social_work'}\n",
    ),
    (
        "organisation-kind",
        "each: organisation in plan.all_organisations\nversions:\n  - {<2020>, require: organisation.independent}\n  \
         - {<2021>, require: '!organisation.independent'}\n",
    ),
    ("ended", "<2020>\nrequire: plan.counselling_months <= 36\n"),
    ("ended-elsewhere", "<2020>\nwhen: plan.contract.signed\nrequire: plan.counselling_months <= 36\n"),
    ("weighed-by-heads", "each: post in plan.posts\n<2020>\nweigh: post.headcount\nrequire: post.fte <= 1.0\n"),
    ("of-long-condition", "each: post in plan.posts\n<2020>\nwhen: ×66 post.headcount > 0 && post.fte > 0.5\nrequire: post.fte <= 1.0\n"),
    (
        "of-too-many",
        "each: post in plan.posts.filter(p, plan.posts.all(q, plan.posts.all(r, r.fte > 0.1)))\n<2020>\nrequire: post.fte <= 1.0\n",
    ),
    (
        "weighed-by-too-many",
        "each: post in plan.posts\n<2020>\nweigh: sum(plan.posts.filter(p, plan.posts.all(q, plan.posts.all(r, r.fte > 0.1))).map(p, p.fte))\n\
         require: post.fte <= 1.0\n",
    ),
    ("of-some", "each: post in plan.posts.filter(p, p.fte > 0.5)\n<2020>\nrequire: post.headcount == 1\n"),
];

/// Words of its own beside those of the library.
const OWN_WORDS: &str = "employers: [{kind: free_carrier, names: [Brückenhaus am Fluß, Stadt-Treff / Brückenhaus]}]\nwords:\n  programme: [{name: {de: uebergang, en: transition}, label: {de: Übergang, en: Transition}}]\n  \
                         duty: [{name: {de: wohnungssuche, en: housing_search}, label: {de: Wohnungssuche, en: Search for housing}}]\n";

/// What another pack says of employers: in part the same, in part something else.
const MORE_EMPLOYERS: &str = "employers:\n  - {kind: association, match: ['^brueckenhaus']}\n  - {kind: municipal_company, match: ['^dienste nord']}\n  \
                              - {kind: free_carrier, match: ['^haus am']}\n  - {kind: association, match: ['^haus am see']}\n  \
                              - {kind: municipal_company, match: ['^haus am see nord', '^stadt-?treff']}\n";

/// The rules of the library, and the [`OWN`] ones. A year in angle brackets is the time in which a rule holds; `×66` repeats a condition.
static RULES: LazyLock<RuleSet> = LazyLock::new(|| {
    let saying = "source: {document: d, sure: confirmed}, holds: {de: H, en: H}, message: {de: M, en: M}";
    let rules = OWN.iter().map(|(id, text)| {
        let text = text.replace("×66 post.headcount > 0", &vec!["post.headcount > 0"; 66].join(" && "));
        let mut text = (2000..2030).fold(text, |text, year| {
            let time = format!("in-force: {{from: {year}-01-01, until: {}-01-01}}", year + 1);
            let in_braces = text.replace(&format!("{{<{year}>"), &format!("{{{time}, {saying}"));
            in_braces.replace(&format!("<{year}>"), &format!("{time}\n{}", saying.replace("}, ", "}\n")))
        });
        text.push_str("level: advice\ntitle: {de: T, en: T}\nwhy: {de: W, en: W}\nremedy: {de: R, en: R}\nexamples:\n");
        for outcome in ["fulfilled", "violated"] {
            let _ = writeln!(text, "  - {{title: t, outcome: {outcome}, plan: 'gemeinde: A'}}");
        }
        Source::new(format!("{id}.yaml"), format!("id: {id}\n{text}"))
    });
    let ids: Vec<&str> = OWN.iter().map(|(id, _)| *id).collect();
    let pack = format!(
        "id: own\nversion: 1.0.0\ntitle: {{de: P, en: P}}\npublisher: {{de: P, en: P}}\ndocuments: {{d: {{title: {{de: D, en: D}}}}}}\nrules: [{}]\n",
        ids.join(", ")
    );
    let files = PackFiles {
        pack: Some(Source::new("pack.yaml", pack)),
        rules: rules.collect(),
        vocabulary: Some(Source::new("vocabulary.yaml", OWN_WORDS)),
        name: "own".to_owned(),
    };
    let more = PackFiles {
        pack: Some(Source::new(
            "pack.yaml",
            "id: more\nversion: 1.0.0\ntitle: {de: P, en: P}\npublisher: {de: P, en: P}\ndocuments: {}\nrules: []\n",
        )),
        vocabulary: Some(Source::new("vocabulary.yaml", MORE_EMPLOYERS)),
        name: "more".to_owned(),
        ..PackFiles::default()
    };
    RuleSet::bundled().and(&[files, more]).unwrap_or_else(|error| {
        let problems = error.files.iter().flat_map(|(file, problems)| problems.iter().map(move |problem| (file, problem)));
        let told: Vec<String> = problems.map(|(file, problem)| format!("{}: {}", file.name(), problem.message.text(Lang::En))).collect();
        panic!("{told:?}");
    })
});

#[test]
fn facts_are_told_with_what_they_rest_on() {
    for path in given::files_below("tests/facts") {
        let text = given::text(&path);
        let answered = text.split_inclusive('\n').fold(Cases::default(), Cases::line).out;
        snapbox::assert_data_eq!(answered, snapbox::Data::read_from(&given::repository(&path), None).raw());
    }
}

#[test]
fn expressions_end_at_their_limits() {
    let compiles = |text: &str| expr::compile(text, &env()).is_ok();
    let long = |length: usize| format!("{:length$}", "plan.is_dated");
    assert!(compiles(&long(MAX_TEXT)) && !compiles(&long(MAX_TEXT + 1)));
    let deepest = (1..2 * MAX_DEPTH).take_while(|&depth| compiles(&format!("{}plan.is_dated", "!".repeat(depth)))).count();
    assert_eq!(deepest, MAX_DEPTH - 2);
    let several = |macros: usize| vec!["plan.posts.exists(p, true)"; macros].join(" && ");
    assert!(compiles(&several(MAX_MACROS)) && !compiles(&several(MAX_MACROS + 1)));
    assert_eq!(Budget::new(7).left(), 7);
}

/// What the lists of phrases and names of `tests/data` are told to be, each by itself: those tables say what should be told, and allow for
/// some that are not; here stands what is.
#[test]
fn phrases_and_names_are_told_as_they_were() {
    told("tests/told/qualifications.txt", 50, |phrase| {
        let post = |more: &str| format!("- {{{more}: {{text: {phrase}}}}}\n");
        format!("{}{}", post("qualifikation"), post("besetzt: nein, anforderung"))
    });
    told("tests/told/employers.txt", 1, |name| {
        // Only what a name says for sure contradicts what is stated.
        let stating = |kind: &str| format!("{{name: {name}, art: {kind}}}");
        format!("- {{arbeitgeber: {{name: {name}}}, dienstaufsicht: {}, fachaufsicht: {}}}\n", stating("stadt"), stating("verein"))
    });
    told("tests/told/individuals.txt", 50, |text| format!("- {{quelle: {text}}}\n"));
}

/// Answers the lines of a file, so many in one plan. Each is a phrase, given in quotes to what writes posts of it.
fn told(path: &str, together: usize, posts: impl Fn(&str) -> String) {
    let text = given::text(path);
    let phrases: Vec<&str> = text.lines().map(|line| line.split_once(" => ").map_or(line, |(phrase, _)| phrase)).collect();
    let mut answered = String::new();
    for phrases in phrases.chunks(together) {
        let posts: String = phrases.iter().map(|phrase| posts(&format!("'{}'", phrase.replace('\'', "''")))).collect();
        let plan = Asked::of(&format!("stellen:\n{posts}"));
        let store = plan.facts.store();
        let employers = store.items_of(plan.facts.root(), plan::POSTS).iter().map(|&item| plan.employer(store.record_in(item).unwrap()));
        let persons = store.items_of(plan.facts.root(), plan::PERSONS).iter().map(|&item| plan.person(store.record_in(item).unwrap()));
        let individuals =
            store.items_of(plan.facts.root(), plan::POSTS).iter().map(|&item| plan.individual(store.record_in(item).unwrap()));
        let told: Vec<String> = match path {
            _ if path.contains("employers") => employers.collect(),
            _ if path.contains("individuals") => individuals.collect(),
            _ => persons.collect(),
        };
        for (phrase, told) in phrases.iter().zip(told.chunks(told.len() / phrases.len())) {
            let _ = writeln!(answered, "{phrase} => {}", told.join("; asked for: "));
        }
    }
    snapbox::assert_data_eq!(answered, snapbox::Data::read_from(&given::repository(path), None).raw());
}

/// The cases of a file as far as they are read, with the answers.
#[derive(Default)]
struct Cases {
    plan: String,
    is_question: bool,
    out: String,
}

impl Cases {
    fn line(mut self, line: &str) -> Self {
        if line.starts_with("---") || line.starts_with('#') || line.trim().is_empty() {
            self.is_question = false;
            self.plan.clear();
            self.out.push_str(line);
        } else if line.trim_end() == "?" {
            self.is_question = true;
            self.out.push_str(line);
        } else if !self.is_question {
            self.plan.push_str(line);
            self.out.push_str(line);
        } else if !line.starts_with(' ') {
            let question = line.split_once(" =>").map_or(line, |(question, _)| question).trim_end();
            self.out.push_str(&Asked::of(&self.plan).answer(question));
        }
        self
    }
}

/// A plan that is asked.
struct Asked {
    file: Source,
    facts: Facts,
}

impl Asked {
    /// A plan that names no municipality is for A.
    fn of(plan: &str) -> Self {
        let names_one = ["gemeinde:", "gemeinden:"].iter().any(|key| plan.contains(key));
        let file = Source::new("plan.yaml", if names_one { plan.to_owned() } else { format!("{plan}gemeinde: A\n") });
        let read = Plan::read(&file).unwrap_or_else(|unreadable| {
            let told: Vec<String> = unreadable.problems.iter().map(|problem| problem.message.text(Lang::En)).collect();
            panic!("{told:?} in {plan}");
        });
        Self { facts: Facts::derive(&read, RULES.vocabulary()), file }
    }

    fn answer(&self, question: &str) -> String {
        let (what, of) = question.split_once(' ').unwrap_or((question, ""));
        let answer = match what {
            "rule" => self.verdict(of),
            "expr" => self.expression(of, &mut verdict::budget(&self.facts)),
            "steps" => {
                let (steps, expr) = of.split_once(' ').unwrap();
                self.expression(expr, &mut Budget::new(steps.parse().unwrap()))
            }
            "parts" => parts(of),
            "mutants" => mutants(of),
            "time" => self.time(),
            "private" => format!("{:?}\n", self.facts.private().iter().map(|&span| self.file.slice(span)).collect::<Vec<_>>()),
            "wrong" => wrong(of),
            _ => self.fact(question),
        };
        format!("{question} =>{}{answer}", if answer.starts_with('\n') { "" } else { " " })
    }

    fn time(&self) -> String {
        let time = self.facts.time();
        let certain = time.certain.map_or_else(|| "no day".to_owned(), span);
        let inexact: Vec<String> = time.inexact.iter().map(|&cell| self.place(cell)).collect();
        format!("{}, for certain {certain}, asks {inexact:?}\n", span(time.possible))
    }

    fn individual(&self, post: RecordId) -> String {
        self.value(self.facts.store().get(post, fields::post::PERSONAL_DATA))
    }

    fn person(&self, person: RecordId) -> String {
        self.value(self.facts.store().get(person, fields::person::CLASS))
    }

    /// What the name of an employer tells: its kind, what it does, and the public body that it belongs to.
    fn employer(&self, post: RecordId) -> String {
        let store = self.facts.store();
        let employer = store.record_in(store.field(post, fields::post::EMPLOYER)).unwrap();
        let mut told = self.value(store.get(employer, organisation::KIND_FROM_NAME));
        let contradicts = |field| {
            let stated = store.record_in(store.field(post, field)).unwrap();
            store.get(stated, organisation::NAME_CONTRADICTS_KIND) == State::Known(Value::Bool(true))
        };
        if contradicts(fields::post::LINE_MANAGEMENT) || contradicts(fields::post::PROFESSIONAL_SUPERVISION) {
            told.push_str(" for sure");
        }
        let mut roles: Vec<String> =
            store.items_of(employer, organisation::ROLES).iter().map(|&role| self.value(store.state(role))).collect();
        roles.dedup();
        for role in roles {
            let _ = write!(told, ", {role}");
        }
        if let Some(body) = store.text_of(employer, organisation::BODY) {
            let _ = write!(told, " of {body}");
        }
        told
    }

    fn fact(&self, path: &str) -> String {
        let (store, cell) = (self.facts.store(), self.cell(path));
        let mut told = format!("{} at {:?}\n", self.value(store.state(cell)), self.facts.path(&self.file, cell));
        // That a known fact could be stated otherwise goes without saying.
        let is_known = matches!(store.state(cell), State::Known(_));
        for gap in self.facts.gaps(cell).iter().filter(|gap| !is_known || gap.cell != self.facts.origin(cell)) {
            let ask = gap.ask.as_ref().map(|(to, wording)| format!(" ({to:?}: {})", wording.en)).unwrap_or_default();
            let _ = writeln!(told, "    asks {}{ask}", self.place(gap.cell));
        }
        for ground in &*self.facts.grounds(cell) {
            let _ = writeln!(told, "    because {} at {}", ground.message.text(Lang::En), self.place(ground.cell));
        }
        told
    }

    /// Which field a fact is, and its path; one that is absent has the path of its record.
    fn place(&self, cell: CellId) -> String {
        let store = self.facts.store();
        let field = match store.cell(cell).parent {
            Parent::Field(record, field) => store.record(record).table.field(field).name.en,
            _ => "one",
        };
        format!("{field} at {:?}", self.facts.path(&self.file, cell))
    }

    fn cell(&self, path: &str) -> CellId {
        let store = self.facts.store();
        let (mut record, mut cell) = (self.facts.root(), None);
        for step in path.split('.') {
            let (name, number) = match step.split_once('[') {
                Some((name, number)) => (name, Some(number.trim_end_matches(']').parse::<usize>().unwrap())),
                None => (step, None),
            };
            record = cell.map_or(record, |cell| store.record_in(cell).unwrap_or_else(|| panic!("{step} of no record in {path}")));
            let field = field(store, record, name).unwrap_or_else(|| panic!("no {name} in {path}"));
            let items = store.items_of(record, field);
            cell = Some(number.map_or_else(|| store.field(record, field), |number| items[number]));
        }
        cell.unwrap()
    }

    fn value(&self, state: State) -> String {
        let store = self.facts.store();
        match state {
            State::Absent => "nothing".to_owned(),
            State::Unknown => "unknown".to_owned(),
            State::Known(Value::Bool(bool)) => if bool { "yes" } else { "no" }.to_owned(),
            State::Known(Value::Number(range)) => number(range),
            State::Known(Value::Days(days)) => span(days),
            State::Known(Value::Text(text)) => format!("{:?}", store.text(text)),
            State::Known(Value::Word(choice, word)) => choice.word(word).unwrap().name.en.to_owned(),
            State::Known(Value::Record(record)) => self.record(record),
            State::Known(Value::List(list)) => {
                let items = store.items(list).iter().map(|&item| self.value(store.state(item))).collect::<Vec<_>>().join(", ");
                format!("[{items}]{}", if list.open { " and perhaps more" } else { "" })
            }
        }
    }

    /// What a record is called: the first text that it has.
    fn record(&self, record: RecordId) -> String {
        let store = self.facts.store();
        let fields = 0..store.record(record).table.fields.len();
        let text = fields.into_iter().find_map(|at| store.text_of(record, FieldNo(at.try_into().unwrap())));
        format!("{} {:?}", store.record(record).table.name.en, text.unwrap_or_default())
    }

    /// The value with its reasons, and how it came about.
    fn expression(&self, text: &str, budget: &mut Budget) -> String {
        let expr = expr::compile(text, &env()).unwrap_or_else(|problems| panic!("{text}: {}", problems[0].message.text(Lang::En)));
        let store = self.facts.store();
        let post = store.items_of(self.facts.root(), plan::POSTS).first().and_then(|&item| store.record_in(item));
        let vars = [Some(self.facts.root()), post];
        let answer = expr.value(store, &vars, &mut budget.clone());
        let place = |cell: Option<CellId>| cell.map(|cell| format!(", {}", self.place(cell))).unwrap_or_default();
        let mut told = format!("{}{}\n", self.told(answer.fact.as_ref()), place(answer.cell));
        let shown = answer.arg(store);
        let _ = writeln!(told, "    shown as {}", Message::new(&SHOWN).with("value", shown).text(Lang::En));
        if *expr.ty() == Type::Bool {
            self.reasons(text, &expr, &vars, budget, &mut told);
        }
        self.trace(text, &expr.trace(store, &vars, &mut verdict::budget(&self.facts)), 1, &mut told);
        told
    }

    fn reasons(&self, text: &str, expr: &Expr, vars: &[Option<RecordId>], budget: &mut Budget, told: &mut String) {
        let store = self.facts.store();
        let truth = expr.truth(store, vars, budget);
        let _ = writeln!(told, "    truth {truth:?}{}", if budget.exhausted() { ", cut short" } else { "" });
        let reasons = expr.reasons(store, vars, &mut verdict::budget(&self.facts));
        for (what, cells) in [("by", &reasons.cells), ("by way of", &reasons.way)] {
            if !cells.is_empty() {
                let cells: Vec<String> = cells.iter().map(|&cell| self.place(cell)).collect();
                let _ = writeln!(told, "    {what} {}", cells.join("; "));
            }
        }
        for wanted in &reasons.wanted {
            let _ = writeln!(told, "    wanted {} of {}", wanted.table.field(wanted.field).name.en, self.place(wanted.cell));
        }
        for error in &reasons.errors {
            let _ = writeln!(told, "    {:?} in {:?}", error.kind, &text[error.range.clone()]);
        }
    }

    fn trace(&self, text: &str, trace: &Trace<'_>, depth: usize, told: &mut String) {
        let member = trace.member.as_ref().map(|member| {
            let place = member.cell.map(|cell| format!(" at {:?}", self.facts.path(&self.file, cell))).unwrap_or_default();
            format!(" for {}{place}", self.member(member))
        });
        let truth = trace.truth.map(|truth| format!(" {truth:?}")).unwrap_or_default();
        let place = trace.answer.cell.map(|cell| format!(", {}", self.place(cell))).unwrap_or_default();
        let _ = writeln!(
            told,
            "{:width$}{}`{}`{}:{truth} {}{place}",
            "",
            if trace.needed { "" } else { "not needed " },
            &text[trace.range.clone()],
            member.unwrap_or_default(),
            self.told(trace.answer.fact.as_ref()),
            width = 4 * depth + 4
        );
        for part in &trace.parts {
            self.trace(text, part, depth + 1, told);
        }
        if trace.more > 0 {
            let _ = writeln!(told, "{:width$}and {} more", "", trace.more, width = 4 * depth + 8);
        }
    }

    fn told(&self, fact: Option<&Fact<'_>>) -> String {
        match fact {
            None => "unknown".to_owned(),
            Some(Fact::Bool(bool)) => if *bool { "yes" } else { "no" }.to_owned(),
            Some(Fact::Int(least, most)) if least == most => least.to_string(),
            Some(Fact::Int(least, most)) => format!("{least} to {most}"),
            Some(Fact::Number(range)) => number(*range),
            Some(Fact::Days(days)) => span(*days),
            Some(Fact::Text(text)) => format!("{text:?}"),
            Some(Fact::Word(choice, word)) => choice.word(*word).unwrap().name.en.to_owned(),
            Some(Fact::Record(record)) => self.record(*record),
            Some(Fact::List { members, open }) => {
                let members: Vec<String> = members.iter().map(|member| self.member(member)).collect();
                format!("[{}]{}", members.join(", "), if *open { " and perhaps more" } else { "" })
            }
        }
    }

    fn member(&self, member: &Member<'_>) -> String {
        format!("{}{}", if member.sure { "" } else { "perhaps " }, self.told(member.fact.as_ref()))
    }

    fn verdict(&self, rule: &str) -> String {
        let (_, rule) = RULES.rule(rule).unwrap_or_else(|| panic!("no rule {rule}"));
        let verdict = verdict::judge(rule, &self.facts);
        let mut told = format!("{}{}", verdict.outcome.name(), shares(verdict.shares));
        if verdict.cut_short {
            told.push_str(", cut short");
        }
        if verdict.needs_date {
            told.push_str(", by its date");
        }
        told.push('\n');
        for part in &verdict.parts {
            let counts = verdict.counting().iter().any(|counting| counting.version == part.version);
            let flags = [(part.is_certain, " certain"), (part.is_partial, " partial"), (counts, " counts")];
            let flags: String = flags.into_iter().filter_map(|(holds, flag)| holds.then_some(flag)).collect();
            let _ = writeln!(told, "    {}:{flags} {}{}", span(part.days), part.outcome.name(), shares(part.shares));
            if let Some(list) = part.open_list {
                let _ = writeln!(told, "        open {:?}", self.facts.path(&self.file, list));
            }
            for one in &part.judged {
                let record = one.record.map_or_else(|| "plan".to_owned(), |record| self.record(record));
                let weight = one.weight.map(|weight| format!(", weighs {}", number(weight))).unwrap_or_default();
                let _ = writeln!(told, "        {record}: applies {:?}, holds {:?}{weight}", one.applies, one.holds);
            }
        }
        told
    }
}

/// A value as messages show it.
static SHOWN: Sentence = Sentence { key: "shown", text: Bilingual { de: "{value}", en: "{value}" } };

fn env() -> Env {
    Env::default().with("plan", &fields::PLAN).with("post", &fields::POST).with_words(RULES.vocabulary().words())
}

/// The conditions that an expression is made of; those in brackets are never unknown.
fn parts(text: &str) -> String {
    let conditions = expr::compile(text, &env()).unwrap().conditions(None);
    let told = |condition: &Condition| {
        if condition.is_decided { format!("({})", &text[condition.range.clone()]) } else { text[condition.range.clone()].to_owned() }
    };
    format!("{}\n", conditions.iter().map(told).collect::<Vec<_>>().join("; "))
}

fn mutants(text: &str) -> String {
    let mut told = String::from("\n");
    for mutant in expr::mutants(text, &env()) {
        let _ = writeln!(told, "    {}, because {}: {}", mutant.text, mutant.what.text(Lang::En), mutant.part);
    }
    told
}

fn wrong(text: &str) -> String {
    let mut told = String::from("\n");
    for problem in expr::compile(text, &env()).err().unwrap_or_default() {
        let help = problem.help.map(|help| format!(" {}", help.text(Lang::En))).unwrap_or_default();
        let _ = writeln!(told, "    at {:?}: {}{help}", &text[problem.range.clone()], problem.message.text(Lang::En));
    }
    told
}

fn field(store: &Store, record: RecordId, name: &str) -> Option<FieldNo> {
    let table = store.record(record).table;
    let at = table.fields.iter().position(|field| field.name.de == name || field.name.en == name)?;
    Some(FieldNo(at.try_into().unwrap()))
}

fn number(range: Range) -> String {
    let about = if range.approximate { "about " } else { "" };
    if range.min == range.max { format!("{about}{}", range.min) } else { format!("{about}{} to {}", range.min, range.max) }
}

fn span(days: Days) -> String {
    if days.from == days.to { days.from.to_string() } else { format!("{} to {}", days.from, days.to) }
}

fn shares(shares: Option<Shares>) -> String {
    shares.map_or_else(String::new, |shares| {
        let [fulfilled, violated, open] = [shares.fulfilled, shares.violated, shares.undetermined].map(number);
        format!(" ({:?}: fulfilled {fulfilled}, violated {violated}, open {open})", shares.unit)
    })
}
