//! A form that can be filled in: a page that stands alone, sends nothing, and saves its answers as a file.
//!
//! Without its script it can still be read, printed and filled in by hand. Nothing that is entered is refused or corrected here: whoever
//! takes the answers into a plan asks back.

use maud::{Markup, html};

use super::sentences as say;
use super::table::COLUMNS;
use super::{Asked, Input, asked, file_name, input, place, plan_name, whom};
use crate::plan::{Addressee, Choice};
use crate::render::html::page;
use crate::render::letter::{self, Recipient};
use crate::report::{PlanReport, Question};
use crate::text::{Lang, Message, Sentence, safe};

const STYLE: &str = include_str!("form.css");
const SCRIPT: &str = include_str!("form.js");

/// The questions to a recipient as a form.
///
/// ```
/// use paktlint::{render::{letter, questions}, report, rules::RuleSet, source::Source, text::Lang};
///
/// let plan = Source::new("plan.yaml", "gemeinde: A\nstand: 2019-10\nstellen: [{arbeitgeber: Caritas}]\n");
/// let report = report::lint(&RuleSet::bundled(), &plan);
/// let recipients = letter::recipients(&report);
/// assert!(questions::form(&report, &recipients[0], Lang::De).contains("data-path=\"entscheidet_ueber_mittel\""));
/// ```
#[must_use]
pub fn form(plan: &PlanReport, recipient: &Recipient<'_>, lang: Lang) -> String {
    let form = Form { plan, recipient, lang };
    let title = Message::new(&say::FORM_TITLE).with("subject", &*letter::subject(plan, lang)).text(lang);
    page(lang, &title, STYLE, &form.body(&title), Some(SCRIPT))
}

struct Form<'r> {
    plan: &'r PlanReport,
    recipient: &'r Recipient<'r>,
    lang: Lang,
}

impl Form<'_> {
    fn say(&self, sentence: &'static Sentence) -> &'static str {
        sentence.text.get(self.lang)
    }

    fn body(&self, title: &str) -> Markup {
        let to = letter::addressed(self.recipient, self.lang);
        html! {
            main {
                h1 { (safe(title)) }
                p { strong { (safe(&to)) } }
                p { (self.say(&say::FORM_WHY)) }
                p { (self.say(&say::FORM_REPLIES)) }
                p { (self.say(&say::FORM_NO_NAMES)) }
                noscript { p.notice { (self.say(&say::FORM_NO_SCRIPT)) } }
                p.with-script hidden { (self.say(&say::FORM_HOW)) }
                (self.loading())
                (self.form())
            }
        }
    }

    fn loading(&self) -> Markup {
        html! {
            div.loading.with-script hidden {
                label for="load" { (self.say(&say::FORM_LOAD)) }
                input id="load" type="file" accept=".json,application/json";
            }
        }
    }

    /// What the script says and writes is given with the form: it has no words of its own.
    fn form(&self) -> Markup {
        let columns: Vec<&str> = COLUMNS.iter().map(|heading| self.say(heading)).collect();
        let file = format!("{}-{}", self.say(&say::FORM_ANSWERS_FILE), file_name(self.plan, self.recipient, self.lang));
        let (to, separator) = match (self.recipient.to, self.lang) {
            (Addressee::Carrier, Lang::De) => ("carrier", ";"),
            (Addressee::Carrier, Lang::En) => ("carrier", ","),
            (_, Lang::De) => ("administration", ";"),
            (_, Lang::En) => ("administration", ","),
        };
        html! {
            form id="answers" novalidate autocomplete="off"
                data-plan=(safe(plan_name(self.plan))) data-to=(to) data-whom=(whom(self.recipient.to, self.lang))
                data-unknown=(self.say(&say::UNKNOWN)) data-none=(self.say(&say::NONE_OF_THEM))
                data-separator=(separator) data-columns=(columns.join(" ")) data-file=(file)
                data-saved=(self.say(&say::FORM_SAVED)) data-loaded=(self.say(&say::FORM_LOADED))
                data-left=(self.say(&say::FORM_LEFT)) data-not-read=(self.say(&say::FORM_NOT_READ))
            {
                h2 { (self.say(&say::FORM_QUESTIONS)) }
                @for (at, question) in self.recipient.questions.iter().enumerate() { (self.question(at + 1, question)) }
                (self.who())
                div.actions.with-script hidden {
                    button.first type="button" id="save" { (self.say(&say::FORM_SAVE)) }
                    button type="button" id="save-table" { (self.say(&say::FORM_SAVE_TABLE)) }
                    button type="button" id="print" { (self.say(&say::FORM_PRINT)) }
                }
                p.said id="said" role="status" {}
            }
        }
    }

    fn who(&self) -> Markup {
        let field = |name: &str, label, hint: Option<&'static Sentence>| {
            html! {
                div.fact {
                    label for=(name) { (self.say(label)) }
                    input type="text" id=(name) name=(name) aria-describedby=[hint.map(|_| format!("{name}-hint"))];
                    @if let Some(hint) = hint { p.hint id=(format!("{name}-hint")) { (self.say(hint)) } }
                }
            }
        };
        html! {
            fieldset.who {
                legend { (self.say(&say::FORM_WHO)) }
                (field("by", &say::FORM_ROLE, Some(&say::FORM_ROLE_HINT)))
                (field("date", &say::FORM_DATE, Some(&say::HINT_DATE)))
                (field("source", &say::FORM_SOURCE, Some(&say::FORM_SOURCE_HINT)))
            }
        }
    }

    fn question(&self, number: usize, question: &Question) -> Markup {
        let id = format!("q{number}");
        let facts = asked(question, self.lang);
        let reply = if facts.is_empty() { &say::FORM_ANSWER_HERE } else { &say::FORM_REPLY };
        html! {
            fieldset data-question=(question.id) {
                legend { (number) ". " span.asked { (safe(&question.text.text(self.lang))) } }
                @if let Some(about) = letter::what_about(self.plan, question, self.lang) { p.about { (safe(&about)) } }
                @for (at, asked) in facts.iter().enumerate() { (self.asked(&format!("{id}-{}", at + 1), asked)) }
                div.fact {
                    label.reply-label for=(format!("{id}-reply")) { (self.say(reply)) }
                    textarea.reply id=(format!("{id}-reply")) rows="2" {}
                }
            }
        }
    }

    /// The facts of a field: one place by itself, or several that may have the same answer.
    fn asked(&self, id: &str, asked: &Asked) -> Markup {
        let fact = |at: usize, label: &str| {
            let path = asked.places.get(at).map_or("", |(path, _)| path.as_str());
            let place = asked.places.get(at).and_then(|(_, place)| place.as_deref());
            let meaning = input::meaning(&asked.label(place, self.lang), asked.field, asked.input, self.lang);
            let fact = Fact {
                id: format!("{id}-{}", at + 1),
                path,
                label,
                meaning,
                hint: input::hint(asked.field),
                optional: asked.kind_of.is_some(),
            };
            self.fact(&fact, asked.input)
        };
        let label = |at: usize| {
            let place = asked.places.get(at).and_then(|(_, place)| place.as_deref());
            place.map_or_else(|| asked.label(None, self.lang), str::to_owned)
        };
        match asked.places.len() {
            0 => Markup::default(),
            1 => fact(0, &asked.label(asked.places.first().and_then(|(_, place)| place.as_deref()), self.lang)),
            several => html! {
                fieldset.fact.same {
                    legend { (safe(&asked.label(None, self.lang))) }
                    label.tickable.with-script hidden { input.same-for-all type="checkbox"; (self.say(&say::FORM_SAME)) }
                    (fact(0, &label(0)))
                    div.others { @for at in 1..several { (fact(at, &label(at))) } }
                }
            },
        }
    }

    fn fact(&self, fact: &Fact<'_>, input: Input) -> Markup {
        match input {
            Input::Text | Input::Organisation => {
                labelled(fact, input, &html! { (self.written(fact)) (self.not_known("checkbox", &fact.id)) })
            }
            Input::Lines => labelled(
                fact,
                input,
                &html! {
                    textarea.written id=(fact.id) rows="2" aria-describedby=[fact.described()] {}
                    (self.hint(fact))
                    (self.not_known("checkbox", &fact.id))
                },
            ),
            Input::One { choice, open } => labelled(
                fact,
                input,
                &html! {
                    select.choice id=(fact.id) { (self.options(choice, fact.optional)) }
                    (self.on_paper(choice, fact.optional))
                    @if open { (self.other(fact)) }
                },
            ),
            Input::YesNo => grouped(
                fact,
                input,
                &html! {
                    div.ticks {
                        @for word in [&say::FORM_YES, &say::FORM_NO] {
                            label.tickable { input.tick type="radio" name=(fact.id) value=(self.say(word)); (place::begins(self.say(word))) }
                        }
                        (self.not_known("radio", &fact.id))
                    }
                },
            ),
            Input::Several { choice, open } => grouped(
                fact,
                input,
                &html! {
                    (self.hint(fact))
                    div.ticks {
                        @for word in choice.words {
                            label.tickable {
                                input.tick type="checkbox" value=(word.name.get(self.lang));
                                (place::begins(word.label.get(self.lang)))
                            }
                        }
                        label.tickable { input.none type="checkbox"; (place::begins(self.say(&say::FORM_NONE))) }
                        (self.not_known("checkbox", &fact.id))
                    }
                    @if open { (self.other(fact)) }
                },
            ),
        }
    }

    fn written(&self, fact: &Fact<'_>) -> Markup {
        html! {
            input.written type="text" id=(fact.id) aria-describedby=[fact.described()];
            (self.hint(fact))
        }
    }

    fn other(&self, fact: &Fact<'_>) -> Markup {
        let id = format!("{}-other", fact.id);
        html! {
            label for=(id) { (self.say(&say::FORM_OTHER)) }
            input.written type="text" id=(id);
        }
    }

    fn hint(&self, fact: &Fact<'_>) -> Markup {
        html! { @if let (Some(hint), Some(id)) = (fact.hint, fact.described()) { p.hint id=(id) { (self.say(hint)) } } }
    }

    fn not_known(&self, kind: &str, name: &str) -> Markup {
        html! {
            label.tickable {
                input.not-known type=(kind) name=[(kind == "radio").then_some(name)];
                (place::begins(self.say(&say::FORM_NOT_KNOWN)))
            }
        }
    }

    fn options(&self, choice: &Choice, optional: bool) -> Markup {
        html! {
            option value="" { (self.say(&say::FORM_NOT_ANSWERED)) }
            @for word in choice.words { option value=(word.name.get(self.lang)) { (word.label.get(self.lang)) } }
            @if !optional { option value=(self.say(&say::UNKNOWN)) { (self.say(&say::FORM_NOT_KNOWN)) } }
        }
    }

    /// What a list to choose from offers, to be ticked with a pen.
    fn on_paper(&self, choice: &Choice, optional: bool) -> Markup {
        let words = choice.words.iter().map(|word| word.label.get(self.lang)).chain((!optional).then(|| self.say(&say::FORM_NOT_KNOWN)));
        html! { p.on-paper aria-hidden="true" { @for word in words { span.box { "☐ " (word) } " " } } }
    }
}

/// A fact with one field, which its label is for.
fn labelled(fact: &Fact<'_>, input: Input, fields: &Markup) -> Markup {
    html! {
        div.fact data-path=(fact.path) data-meaning=(safe(&fact.meaning)) data-list[input.is_list()] {
            label for=(fact.id) { (safe(fact.label)) }
            (fields)
        }
    }
}

/// A fact with something to tick, which its label stands above.
fn grouped(fact: &Fact<'_>, input: Input, fields: &Markup) -> Markup {
    html! {
        fieldset.fact data-path=(fact.path) data-meaning=(safe(&fact.meaning)) data-list[input.is_list()] {
            legend { (safe(fact.label)) }
            (fields)
        }
    }
}

/// A fact to be entered.
struct Fact<'f> {
    id: String,
    path: &'f str,
    label: &'f str,
    meaning: String,
    hint: Option<&'static Sentence>,
    /// Whether it adds to another, so that nobody has to say that it is not known.
    optional: bool,
}

impl Fact<'_> {
    fn described(&self) -> Option<String> {
        self.hint.map(|_| format!("{}-hint", self.id))
    }
}
