//! Facts as a file of format 1.

use std::fmt::Write as _;

use super::Form;
use super::dice::Dice;
use super::facts::{Decides, Facts, Organisation, Person, Post};

/// Writes a plan. Where people write, the dice decide how.
pub(super) fn text(facts: &Facts, form: Form) -> String {
    let mut page = Page { text: String::with_capacity(4096), form, dice: Dice::new(facts.style) };
    page.head(facts);
    page.organisations(facts);
    page.line("stellen:");
    for (at, post) in facts.posts.iter().enumerate() {
        page.post(facts, at + 1, post);
    }
    page.tail(facts);
    page.text
}

struct Page {
    text: String,
    form: Form,
    dice: Dice,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn is_written(&self) -> bool {
        self.form == Form::Written
    }

    /// Where people write, and not always.
    fn sometimes(&mut self, percent: usize) -> bool {
        self.dice.percent(percent) && self.is_written()
    }

    fn head(&mut self, facts: &Facts) {
        let (key, kreis, _) = facts.kreis;
        self.line(&format!("# Stellenplan für das Integrationsmanagement in {} (erfunden)", facts.town));
        if self.dice.percent(50) {
            self.line("format: 1");
        }
        match &facts.neighbour {
            Some(neighbour) => self.line(&format!("gemeinden: [{}, {}]", facts.town, neighbour)),
            None => self.line(&format!("gemeinde: {}", facts.town)),
        }
        if facts.neighbour.is_none() && self.dice.percent(50) {
            self.line(&format!("ags: \"{key}{:03}\"", 1 + facts.number % 150));
        }
        self.line(&format!("kreis: {kreis}"));
        let (from, to) = facts.years;
        if self.sometimes(30) {
            self.line(&format!("zeitraum: {{von: 01.01.{from}, bis: 31.12.{to}}}"));
        } else {
            self.line(&format!("zeitraum:\n  von: {from}-01-01\n  bis: {to}-12-31"));
        }
        if self.dice.percent(60) {
            self.line("status: laufend");
        }
        if self.sometimes(30) {
            self.line("\n# Wer entscheidet, wie das Geld verwendet wird?");
        }
        match facts.decides {
            Decides::Municipality => self.line("entscheidet_ueber_mittel: gemeinde"),
            Decides::Jointly => self.line("entscheidet_ueber_mittel: gemeinsam"),
            Decides::County => self.line("entscheidet_ueber_mittel: landkreis   # laut Vertrag"),
            Decides::TaskOf(holder) => self.line(&format!("aufgabe_liegt_bei: {holder}")),
            Decides::Unknown if self.sometimes(50) => self.line("entscheidet_ueber_mittel: unbekannt   # nachfragen"),
            Decides::Unknown => {}
        }
        if self.sometimes(60) {
            self.line("foerderung: {antragsteller: gemeinde, betrag_je_vzae: 64.000 €, kosten: [personal, fortbildung]}");
        }
    }

    fn organisations(&mut self, facts: &Facts) {
        if self.sometimes(50) {
            self.line("\n# Wer stellt an, und wem gehört, wer anstellt?");
        }
        self.line("organisationen:");
        for organisation in &facts.organisations {
            if !(self.is_written() && organisation.is_in_place && !facts.owns(&organisation.id)) {
                self.organisation(organisation);
            }
        }
    }

    fn organisation(&mut self, organisation: &Organisation) {
        self.line(&format!("  {}:", organisation.id));
        let name = self.quoted(&organisation.name);
        self.line(&format!("    name: {name}"));
        if !self.is_written() {
            self.line(&format!("    x-id: {}", organisation.id));
        }
        if !(self.is_written() && organisation.kind_is_told) {
            self.line(&format!("    art: {}", organisation.kind));
        }
        if !organisation.owners.is_empty() {
            self.line("    eigentuemer:");
            for stake in &organisation.owners {
                let percent = stake.percent.map(|percent| match (self.form, self.dice.roll(3)) {
                    (Form::Explicit, _) => format!("{}.{:02}", percent / 100, percent % 100),
                    (Form::Written, 0) => format!("\"{percent} %\""),
                    (Form::Written, 1) => format!("{percent}%"),
                    (Form::Written, _) => format!("\"{},{:02}\"", percent / 100, percent % 100),
                });
                let share = percent.map(|percent| format!(", anteil: {percent}")).unwrap_or_default();
                self.line(&format!("      - {{wer: {}{share}}}", stake.owner));
            }
        }
        if organisation.has_no_other_roles {
            self.line("    weitere_rollen: []");
        }
    }

    fn post(&mut self, facts: &Facts, number: usize, post: &Post) {
        let employer = match post.employer.map(|at| &facts.organisations[at]) {
            None if self.is_written() => Some("unbekannt".to_owned()),
            None => None,
            Some(organisation) if self.is_written() && organisation.is_in_place && !facts.owns(&organisation.id) => {
                Some(self.quoted(&organisation.name))
            }
            Some(organisation) => Some(organisation.id.clone()),
        };
        let fte = match (self.form, self.dice.roll(4)) {
            (Form::Explicit, _) | (Form::Written, 0) => format!("{}.{:02}", post.fte / 100, post.fte % 100),
            (Form::Written, 1) => format!("\"{} %\"", post.fte),
            (Form::Written, _) => format!("\"{},{:02}\"", post.fte / 100, post.fte % 100),
        };
        let mut fields = vec![("id", format!("stelle-{number}"))];
        fields.extend(employer.map(|employer| ("arbeitgeber", employer)));
        fields.push(("vzae", fte));
        if post.is_coordination || !self.is_written() {
            fields.push(("aufgabe", if post.is_coordination { "koordination" } else { "beratung" }.to_owned()));
        }
        if post.persons.len() > 1 {
            fields.push(("koepfe", post.persons.len().to_string()));
        }
        fields.extend(post.begin.as_ref().map(|begin| ("beginn", begin.clone())));
        fields.extend(post.seconded_from.map(|from| ("gestellt_von", facts.organisations[from].id.clone())));
        if !post.is_coordination && self.dice.percent(15) {
            fields.push(("weitere_aufgaben", "[]".to_owned()));
        }
        let qualification = self.qualification(&post.persons);
        if self.sometimes(20) && post.persons.len() < 2 {
            fields.extend(qualification);
            let fields: Vec<String> = fields.iter().map(|(key, value)| format!("{key}: {}", in_braces(value))).collect();
            self.line(&format!("  - {{{}}}", fields.join(", ")));
            return;
        }
        let comment = if self.sometimes(8) { "   # Stand der letzten Mitteilung" } else { "" };
        for (at, (key, value)) in fields.iter().enumerate() {
            let (bullet, comment) = if at == 0 { ("- ", comment) } else { ("  ", "") };
            self.line(&format!("  {bullet}{key}: {value}{comment}"));
        }
        if let Some((key, value)) = qualification {
            let space = if value.starts_with('\n') { "" } else { " " };
            self.line(&format!("    {key}:{space}{value}"));
        }
    }

    fn qualification(&mut self, persons: &[Person]) -> Option<(&'static str, String)> {
        let explicit = self.form == Form::Explicit;
        let mut said = |person: &Person| {
            let text = person.text.as_deref().map(|text| self.quoted(text))?;
            let class = person.class.filter(|_| explicit);
            Some(class.map_or(text, |class| format!("{{klasse: {class}}}")))
        };
        match persons {
            [] if explicit => Some(("qualifikation", "null".to_owned())),
            [] => self.sometimes(30).then(|| ("qualifikation", "unbekannt".to_owned())),
            [one] if explicit => Some(("qualifikation", format!("[{}]", said(one)?))),
            [one] => Some(("qualifikation", said(one)?)),
            several => {
                let mut list = String::new();
                for person in several {
                    let _ = write!(list, "\n      - {}", said(person)?);
                }
                Some(("qualifikation", list))
            }
        }
    }

    fn tail(&mut self, facts: &Facts) {
        let hundredths: usize = facts.posts.iter().map(|post| post.fte).sum();
        match self.form {
            Form::Written if self.dice.percent(60) => self.line(&format!("gesamt_vzae: \"{},{:02}\"", hundredths / 100, hundredths % 100)),
            Form::Written => {}
            Form::Explicit => self.line(&format!("gesamt_vzae: {}.{:02}", hundredths / 100, hundredths % 100)),
        }
        self.line("quellen:");
        for at in 1..=self.dice.between(1, 3) {
            let title = self.dice.pick(&[
                "Bericht an den Gemeinderat",
                "Niederschrift der Sitzung",
                "Mitteilung des Trägers",
                "Zeitungsbericht",
                "Kooperationsvertrag",
            ]);
            let (year, month) = (facts.years.0, self.dice.between(1, 12));
            self.line(&format!("  - {{id: quelle-{at}, titel: {title}, datum: {year}-{month:02}}}"));
            if self.dice.percent(40) {
                let at = self.dice.roll(90_000);
                self.line(&format!(
                    "  - {{titel: Ratsinformation, url: \"https://www.example.org/ratsinformation/{year}/vorlage-{at:05}\"}}"
                ));
            }
        }
        if self.sometimes(20) {
            self.line("notiz: Wird jedes Jahr im März ergänzt.");
        }
    }

    /// A text as a value of a block: in quotes where it must be, and sometimes where it need not.
    fn quoted(&mut self, text: &str) -> String {
        if is_plain(text) && !self.dice.percent(20) { text.to_owned() } else { in_quotes(text) }
    }
}

impl Facts {
    /// Whether others belong to it: then it has to be declared.
    fn owns(&self, id: &str) -> bool {
        self.organisations.iter().any(|organisation| organisation.owners.iter().any(|stake| stake.owner == id))
    }
}

fn is_plain(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric) && !text.contains(": ") && !text.contains(" #") && !text.ends_with(':')
}

fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A value as it has to be written between braces, where a comma ends it.
fn in_braces(value: &str) -> String {
    if value.starts_with('"') || value == "[]" || !value.contains([',', '[', ']', '{', '}']) { value.to_owned() } else { in_quotes(value) }
}
