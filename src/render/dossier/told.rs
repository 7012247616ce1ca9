//! Words of a plan as a dossier may repeat them: never about an individual, and never without end.

use std::collections::HashMap;

use super::super::document::{Line, Piece};
use super::super::lines;
use super::super::private::Private;
use super::super::sentences as shared;
use super::sentences as say;
use super::{Dossier, MOST_SHOWN};
use crate::plan::Addressee;
use crate::report::{Account, FactAccount, Missing, Origin, PlanReport, Reply};
use crate::text::{Arg, Lang, Message};

/// So many characters of one text are shown.
const LONGEST: usize = 700;
/// So many municipalities are named.
const MOST_NAMES: usize = 12;

/// A dossier while it is told in one language.
pub(super) struct Told<'a> {
    pub(super) dossier: &'a Dossier<'a>,
    pub(super) lang: Lang,
    private: Private<'a>,
    /// The number of each question in the letter to whom it is asked.
    numbers: HashMap<(Addressee, String), usize>,
}

impl<'a> Told<'a> {
    pub(super) fn of(dossier: &'a Dossier<'a>, lang: Lang) -> Self {
        let mut numbers = HashMap::new();
        let mut last = HashMap::new();
        for asked in lines::asked(dossier.report) {
            for question in asked.questions {
                let number: &mut usize = last.entry(question.to).or_default();
                *number += 1;
                numbers.insert((question.to, question.text.text(Lang::De)), *number);
            }
        }
        Self { dossier, lang, private: Private::of(dossier.report, lang), numbers }
    }

    pub(super) fn report(&self) -> &'a PlanReport {
        self.dossier.report
    }

    pub(super) fn account(&self) -> &'a Account {
        self.dossier.account
    }

    /// A sentence with words of the plan in it.
    pub(super) fn say(&self, message: &Message) -> String {
        self.own(&message.text(self.lang))
    }

    /// Words of the plan.
    pub(super) fn own(&self, text: &str) -> String {
        let text = self.private.shown(text);
        match text.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or("")),
            None => text.to_owned(),
        }
    }

    /// A value as the language writes it.
    pub(super) fn plain(&self, arg: Arg) -> String {
        Message::new(&say::BARE).with("value", arg).text(self.lang)
    }

    /// The name of the file, without where it lies: that is nobody's business but of those who wrote the plan.
    pub(super) fn file(&self) -> String {
        let name = self.report().file.name();
        self.own(name.rsplit(['/', '\\']).next().unwrap_or(name))
    }

    pub(super) fn municipalities(&self) -> Arg {
        let names = &self.report().municipalities;
        if names.is_empty() {
            return Arg::Term(shared::NO_NAME.text);
        }
        let mut shown: Vec<Arg> = names.iter().take(MOST_NAMES).map(|name| Arg::from(&*self.own(name))).collect();
        if let Some(more) = self.more(names.len().saturating_sub(MOST_NAMES)) {
            shown.push(Arg::from(&*more));
            return Arg::List(shown);
        }
        Arg::AllOf(shown)
    }

    /// How many more there are, where there are any.
    pub(super) fn more(&self, count: usize) -> Option<String> {
        (count > 0).then(|| Message::new(&say::MORE).with("count", count).text(self.lang))
    }

    /// Facts one after the other, each with its place and source, unless the next has the same.
    pub(super) fn facts(&self, facts: &[&FactAccount], more: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (at, fact) in facts.iter().enumerate() {
            let message = Message::new(&say::BARE).with("value", fact.message.clone());
            let message = match &fact.words {
                Some(words) => Message::new(&say::WORDS).with("words", &*self.own(words)).with("fact", message),
                None => message,
            };
            let comma = if at > 0 { ", " } else { "" };
            pieces.push(Piece::Text(format!("{comma}{}", self.say(&message))));
            let next = facts.get(at + 1);
            if next.is_none_or(|next| (next.line, &next.origin) != (fact.line, &fact.origin)) {
                pieces.push(Piece::Small(format!(" ({})", self.place(fact))));
            }
        }
        if let Some(more) = self.more(more) {
            pieces.push(Piece::Text(format!(" {more}")));
        }
        pieces
    }

    fn place(&self, fact: &FactAccount) -> String {
        let line = usize::try_from(fact.line).unwrap_or(0);
        match &fact.origin {
            Some(origin) => {
                let origin = self.origin(origin, false);
                Message::new(&say::LINE_AND_ORIGIN).with("line", line).with("origin", &*origin).text(self.lang)
            }
            None => Message::new(&say::LINE).with("line", line).text(self.lang),
        }
    }

    /// A source with its date; in full, with its address.
    pub(super) fn origin(&self, origin: &Origin, in_full: bool) -> String {
        let title = origin.title.as_deref().or(origin.url.as_deref()).unwrap_or("");
        let title = Arg::from(&*self.own(title));
        let named = match origin.date {
            Some(days) => Message::new(&say::ORIGIN_DATED).with("title", title).with("date", Arg::Days(days)),
            None => Message::new(&say::ORIGIN_UNDATED).with("title", title),
        };
        let named = named.text(self.lang);
        match &origin.url {
            Some(url) if in_full && origin.title.is_some() => format!("{named}, {}", self.own(url)),
            _ => named,
        }
    }

    /// Where the questions stand that would settle something.
    pub(super) fn questions(&self, missing: &[Missing]) -> Option<String> {
        let mut asked: Vec<(Addressee, usize)> = Vec::new();
        for missing in missing {
            let number = self.numbers.get(&(missing.to, missing.text.text(Lang::De))).copied();
            asked.extend(number.map(|number| (missing.to, number)).filter(|known| !asked.contains(known)));
        }
        let named = asked.into_iter().map(|(to, number)| {
            let sentence = if to == Addressee::Carrier { &say::QUESTION_TO_CARRIER } else { &say::QUESTION_TO_ADMINISTRATION };
            Message::new(sentence).with("number", number).into()
        });
        let named: Vec<Arg> = named.collect();
        (!named.is_empty()).then(|| self.plain(Arg::AllOf(named)))
    }

    /// What the other side answered; where it does not stand beside the rule, with that.
    pub(super) fn replies(&self, replies: &[&Reply], names_rule: bool) -> Vec<Line> {
        let mut all: Vec<Line> = replies.iter().take(MOST_SHOWN).map(|reply| self.reply(reply, names_rule)).collect();
        all.extend(self.more(replies.len().saturating_sub(MOST_SHOWN)).map(Line::from));
        all
    }

    fn reply(&self, reply: &Reply, names_rule: bool) -> Line {
        let by = reply.by.as_deref().map(|by| self.own(by));
        let date = reply.date.map(|days| self.plain(Arg::Days(days)));
        let post = reply.post.as_deref().map(|post| self.say(&Message::new(&say::REPLY_POST).with("post", post)));
        let rule = reply.rule.as_deref().filter(|_| names_rule).map(|id| {
            let told = self.report().outcome(id).map_or(id, |told| told.rule.title.get(self.lang));
            self.say(&Message::new(&say::REPLY_RULE).with("rule", told))
        });
        let who: Vec<String> = [by, date, rule, post].into_iter().flatten().collect();
        let intro = if who.is_empty() {
            lines::plain(&say::REPLY, self.lang)
        } else {
            Message::new(&say::REPLY_OF).with("who", &*who.join(", ")).text(self.lang)
        };
        let words = Message::new(&say::QUOTED).with("title", &*self.own(&reply.text));
        Line::from(Piece::Strong(intro)).and(Piece::Text(format!(" {}", words.text(self.lang))))
    }
}
