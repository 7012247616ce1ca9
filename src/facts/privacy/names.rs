//! Names of persons, known by the words around them and by first names.
//!
//! German writes every noun with a capital, so a capital tells nothing by itself. A name is one where a form of address, a
//! title, a first name or a word such as "Ansprechpartnerin:" says so, and where nothing says that it is the name of a house,
//! a street or a foundation.

use std::collections::HashSet;
use std::ops::Range;

use crate::text::fold;

/// The words by which names are known, as [`key`] spells them.
#[derive(Debug)]
pub(super) struct NameWords {
    /// "Frau", "Herr".
    pub(super) honorifics: HashSet<String>,
    /// What may stand between one of those and the name.
    pub(super) titles: HashSet<String>,
    /// What makes a name without one of those: "Dr.".
    pub(super) naming_titles: HashSet<String>,
    /// What a colon and a name of two words may follow.
    pub(super) cues: HashSet<String>,
    /// What a colon and a name of one word may follow.
    pub(super) labels: HashSet<String>,
    /// "von", "al".
    pub(super) particles: HashSet<String>,
    /// First names.
    pub(super) first_names: HashSet<String>,
    /// Words behind a name that make it the name of a thing.
    pub(super) named_after: HashSet<String>,
    /// Their endings.
    pub(super) named_after_endings: Vec<String>,
    /// Words before a name that make it the name of a thing.
    pub(super) before: HashSet<String>,
    /// Whole names that are no person's here.
    pub(super) namesakes: HashSet<String>,
    /// Words that are no surname.
    pub(super) never: HashSet<String>,
    /// Their endings.
    pub(super) never_endings: Vec<String>,
}

/// Words of which every text with a name has one, with a capital: the form of address, the title, the word before a colon, or
/// the first name by which it is known.
#[derive(Debug)]
pub(super) struct Tells(HashSet<String>);

impl Tells {
    pub(super) fn of(words: &NameWords) -> Self {
        let lists = [&words.honorifics, &words.naming_titles, &words.cues, &words.labels, &words.first_names];
        Self(lists.into_iter().flatten().cloned().collect())
    }

    /// Whether a text can have a name in it. Most have none, and this says so sooner than looking for one.
    pub(super) fn may_be_in(&self, text: &str) -> bool {
        spots(text).filter_map(|spot| text.get(spot)).any(|word| {
            let key = if word.starts_with(char::is_uppercase) { key(word) } else { return false };
            self.0.contains(&key) || key.split_once('-').is_some_and(|(first, _)| self.0.contains(first))
        })
    }
}

/// The spelling by which words of names are compared: [`fold`], without accents.
pub(super) fn key(word: &str) -> String {
    let plain = |c: char| match c {
        'à'..='å' | 'ă' | 'ą' | 'ā' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ę' | 'ě' | 'ė' | 'ē' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ı' | 'ī' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='õ' | 'ø' | 'ő' | 'ō' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ț' | 'ţ' => 't',
        'ù'..='û' | 'ů' | 'ű' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ď' | 'đ' => 'd',
        '’' => '\'',
        _ => c,
    };
    fold(word).chars().filter(|&c| !is_mark(c)).map(plain).collect()
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// What stands between a word and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// Blanks alone.
    Space,
    /// A full stop, as after an abbreviation.
    Dot,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// The mark before an ending for another gender: "Partner*in", "Partner/-in", "Partner(in)".
    Gender,
    /// Anything else, or the end.
    Other,
}

#[derive(Debug)]
struct Word<'t> {
    place: Range<usize>,
    text: &'t str,
    key: String,
    next: Joint,
}

impl Word<'_> {
    /// Also "d’Angelo": what the apostrophe shortens is a particle.
    fn is_capitalised(&self) -> bool {
        let is_capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
        is_capital(self.text) || self.text.split_once(['\'', '’']).is_some_and(|(particle, name)| particle.len() < 5 && is_capital(name))
    }

    fn is_shouted(&self) -> bool {
        !self.text.chars().any(char::is_lowercase)
    }

    /// One letter with a dot, as in "M. Eisele".
    fn is_initial(&self) -> bool {
        self.next == Joint::Dot && self.is_capitalised() && self.text.chars().count() == 1
    }

    /// The part after the last hyphen.
    fn last_part(&self) -> &str {
        self.key.rsplit('-').next().unwrap_or(&self.key)
    }
}

/// Small words and titles in one name: past this number nobody means a name.
const MOST_BETWEEN: usize = 6;
/// Words after a name that are looked at for what is named after a person.
const LOOK_AHEAD: usize = 2;

impl NameWords {
    /// Where names stand, in order and without overlaps.
    pub(super) fn find(&self, text: &str) -> Vec<Range<usize>> {
        let words = words(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let name = self.name_at(&words, at);
            if let Some((first, last)) = name.and_then(|(first, last)| Some((words.get(first)?, words.get(last)?))) {
                found.push(first.place.start..last.place.end);
            }
            at = name.map_or(at, |(_, last)| last) + 1;
        }
        found
    }

    /// The first and last word of a name that begins here, or of which the sign stands here.
    fn name_at(&self, words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
        let word = words.get(at)?;
        if !word.is_capitalised() {
            return None;
        }
        self.after_honorific(words, at)
            .or_else(|| self.after_title(words, at))
            .or_else(|| self.after_cue(words, at))
            .or_else(|| self.full_name(words, at))
            .or_else(|| self.surname_first(words, at))
    }

    /// "Frau Dr. von Beispiel".
    fn after_honorific(&self, words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
        let word = words.get(at)?;
        // "MS Office" and "HR" are no forms of address.
        let is_acronym = word.is_shouted() && word.text.len() <= 3;
        if is_acronym || !self.honorifics.contains(&word.key) {
            return None;
        }
        let last = self.titled(words, at)?;
        let first_name = words.get(last)?;
        let last = if self.is_first_name(first_name) { self.rest_of_name(words, last).unwrap_or(last) } else { last };
        Some((at, last))
    }

    /// "Dr. Beispiel".
    fn after_title(&self, words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
        let word = words.get(at)?;
        if word.next != Joint::Dot || !self.naming_titles.contains(&word.key) || self.is_part_of_thing(words, at) {
            return None;
        }
        let last = self.titled(words, at)?;
        let last = self.rest_of_name(words, last).unwrap_or(last);
        (!self.names_a_thing(words, last)).then_some((at, last))
    }

    /// The surname, or the first of several names, after a form of address or a title.
    fn titled(&self, words: &[Word<'_>], at: usize) -> Option<usize> {
        let mut at = at;
        for _ in 0..MOST_BETWEEN {
            if !matches!(words.get(at)?.next, Joint::Space | Joint::Dot) {
                return None;
            }
            at += 1;
            let word = words.get(at)?;
            let is_between = word.is_initial() || self.titles.contains(&word.key) || self.particles.contains(&word.key);
            if !is_between {
                return self.is_surname(word).then_some(at);
            }
        }
        None
    }

    /// "Ansprechpartner*in: Lena Beispiel", "Nachname: Beispiel".
    fn after_cue(&self, words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
        let word = words.get(at)?;
        let is_label = self.labels.contains(&word.key);
        if !is_label && !self.cues.contains(&word.key) {
            return None;
        }
        let with_ending =
            words.get(at + 1).is_some_and(|ending| ending.next == Joint::Colon && ending.text.chars().all(char::is_lowercase));
        let last_of_cue = if with_ending && matches!(word.next, Joint::Gender | Joint::Colon) { at + 1 } else { at };
        if words.get(last_of_cue)?.next != Joint::Colon {
            return None;
        }
        let first = last_of_cue + 1;
        let begin = words.get(first)?;
        let may_begin = begin.is_initial() || self.is_surname(begin);
        if !may_begin || self.honorifics.contains(&begin.key) || self.titles.contains(&begin.key) {
            return None;
        }
        let last = self.rest_of_name(words, first);
        let last = if is_label { last.unwrap_or(first) } else { last? };
        (!self.names_a_thing(words, last)).then_some((first, last))
    }

    /// "Martina Beispiel".
    fn full_name(&self, words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
        let word = words.get(at)?;
        if !self.is_first_name(word) || self.is_part_of_thing(words, at) {
            return None;
        }
        let last = self.rest_of_name(words, at)?;
        // All in capitals is a way to write names; one word of them is an abbreviation.
        if word.is_shouted() && !words.get(last)?.is_shouted() {
            return None;
        }
        (!self.names_a_thing(words, last) && !self.is_namesake(words, at, last)).then_some((at, last))
    }

    /// "Beispiel, Martina".
    fn surname_first(&self, words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
        let word = words.get(at)?;
        let first_name = words.get(at + 1)?;
        if word.next != Joint::Comma || !self.is_surname(word) || !self.is_first_name(first_name) || self.is_part_of_thing(words, at) {
            return None;
        }
        // "Bad Beispiel, Martina Beispiel" is a place and a name.
        if self.rest_of_name(words, at + 1).is_some_and(|last| !words.get(last).is_some_and(|last| self.is_first_name(last))) {
            return None;
        }
        let last = self.rest_of_name(words, at + 1).unwrap_or(at + 1);
        Some((at, last))
    }

    /// The last word of a name that goes on after its first word.
    fn rest_of_name(&self, words: &[Word<'_>], first: usize) -> Option<usize> {
        let mut last = None;
        let mut at = first;
        let mut has_surname = false;
        for _ in 0..MOST_BETWEEN {
            let word = words.get(at)?;
            if !(word.next == Joint::Space || word.is_initial()) {
                break;
            }
            at += 1;
            let Some(next) = words.get(at) else { break };
            if next.is_initial() || self.particles.contains(&next.key) {
                continue;
            }
            if has_surname || !self.is_surname(next) {
                break;
            }
            last = Some(at);
            has_surname = !self.is_first_name(next);
        }
        last
    }

    fn is_first_name(&self, word: &Word<'_>) -> bool {
        if !word.is_capitalised() || (word.is_shouted() && word.text.len() < 3) {
            return false;
        }
        let first_part = word.key.split('-').next().unwrap_or(&word.key);
        self.first_names.contains(&word.key)
            || (first_part.len() < word.key.len() && self.first_names.contains(first_part) && self.is_surname(word))
    }

    /// Whether a word can be a surname: a capital, at least two letters, and none of the words that are none.
    fn is_surname(&self, word: &Word<'_>) -> bool {
        let shortest = if word.is_shouted() { 4 } else { 2 };
        word.is_capitalised()
            && word.text.chars().count() >= shortest
            && ![&word.key, word.last_part()].into_iter().any(|part| self.never.contains(part) || self.named_after.contains(part))
            && !self.honorifics.contains(&word.key)
            && !ends_with_any(&word.key, &self.never_endings)
    }

    /// Whether what stands before makes it the name of a thing: "Haus", "St.".
    fn is_part_of_thing(&self, words: &[Word<'_>], at: usize) -> bool {
        at.checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|before| matches!(before.next, Joint::Space | Joint::Dot) && self.before.contains(&before.key))
    }

    /// Whether what stands behind makes it the name of a thing: "Stiftung", "Schule".
    fn names_a_thing(&self, words: &[Word<'_>], last: usize) -> bool {
        for at in last..last.saturating_add(LOOK_AHEAD) {
            if words.get(at).is_none_or(|word| word.next != Joint::Space) {
                return false;
            }
            let Some(next) = words.get(at + 1) else { return false };
            if self.named_after.contains(&next.key) || ends_with_any(&next.key, &self.named_after_endings) {
                return true;
            }
            if !self.is_surname(next) {
                return false;
            }
        }
        false
    }

    fn is_namesake(&self, words: &[Word<'_>], first: usize, last: usize) -> bool {
        let name: Vec<&str> = words.get(first..=last).unwrap_or_default().iter().map(|word| &*word.key).collect();
        self.namesakes.contains(&name.join(" "))
    }
}

fn ends_with_any(word: &str, endings: &[String]) -> bool {
    endings.iter().any(|ending| word.ends_with(&**ending))
}

/// The words of a text, with what stands between them.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    for spot in spots(text) {
        if let Some(before) = words.last_mut() {
            before.next = joint(text.get(before.place.end..spot.start).unwrap_or(""));
        }
        let word = text.get(spot.clone()).unwrap_or("");
        words.push(Word { place: spot, text: word, key: key(word), next: Joint::Other });
    }
    if let Some(last) = words.last_mut()
        && text.get(last.place.end..).is_some_and(|rest| rest.starts_with('.'))
    {
        last.next = Joint::Dot;
    }
    words
}

/// Where words stand: letters, with hyphens and apostrophes between them.
fn spots(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|(_, c)| c.is_alphabetic())?;
        let mut end = start + first.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            let joins = matches!(c, '-' | '\u{2010}' | '\'' | '’')
                && text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic);
            if !(c.is_alphabetic() || is_mark(c) || joins) {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        Some(start..end)
    })
}

fn joint(between: &str) -> Joint {
    let blank = |c: char| c.is_whitespace() && c != '\n';
    match between.trim_matches(blank) {
        "" => Joint::Space,
        "." => Joint::Dot,
        "," => Joint::Comma,
        ":" | "):" => Joint::Colon,
        "*" | "_" | "/" | "/-" | "(" | "(-" => Joint::Gender,
        _ => Joint::Other,
    }
}
