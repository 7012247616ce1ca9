//! Whether two plans mean the same employer.

use crate::text::fold;

/// An employer as one plan names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Employer {
    pub(super) name: String,
    /// The name in one spelling: only letters and digits.
    pub(super) folded: String,
    pub(super) public: Option<bool>,
    /// The public body that it belongs to.
    pub(super) body: Option<String>,
}

/// A word as long as this, or shorter, may be an abbreviation.
const LONGEST_ABBREVIATION: usize = 5;
/// Shorter words tell nothing.
const SHORTEST_WORD: usize = 3;

impl Employer {
    pub(super) fn new(name: String, public: Option<bool>, body: Option<String>) -> Self {
        let folded = words(&name).concat();
        Self { name, folded, public, body }
    }

    /// Whether both are the same; none where two names may mean the same: `Caritas` and `Caritasverband Konstanz e.V.`, `DRK` and
    /// `Deutsches Rotes Kreuz`.
    pub(super) fn is_same(&self, other: &Self) -> Option<bool> {
        if self.folded == other.folded {
            return Some(true);
        }
        if let (Some(body), Some(other)) = (&self.body, &other.body) {
            return Some(body == other);
        }
        if let (Some(public), Some(other)) = (self.public, other.public)
            && public != other
        {
            return Some(false);
        }
        if self.may_be(other) || other.may_be(self) { None } else { Some(false) }
    }

    /// Whether a word of this name stands in the other, begins a word there, or may abbreviate the other.
    fn may_be(&self, other: &Self) -> bool {
        let others = words(&other.name);
        words(&self.name).iter().any(|word| {
            let begins = word.chars().count() >= SHORTEST_WORD && others.iter().any(|other| other.starts_with(word.as_str()));
            begins || (word.chars().count() <= LONGEST_ABBREVIATION && abbreviates(word, &other.folded))
        })
    }
}

fn words(name: &str) -> Vec<String> {
    fold(name).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether the letters of a word stand in a name in their order, and the first of them first.
fn abbreviates(word: &str, name: &str) -> bool {
    let mut letters = name.chars();
    let mut first = true;
    word.chars().count() > 1
        && word.chars().all(|wanted| {
            let found = if first { letters.next() == Some(wanted) } else { letters.any(|letter| letter == wanted) };
            first = false;
            found
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, expected: Option<bool>) {
        let employer = |name: &str| {
            let (name, public) = name.strip_prefix('!').map_or((name, None), |name| (name, Some(true)));
            let (name, body) = name.split_once('=').map_or((name, None), |(name, body)| (name, Some(body.to_owned())));
            Employer::new(name.to_owned(), public, body)
        };
        assert_eq!(employer(one).is_same(&employer(other)), expected, "{one} / {other}");
        assert_eq!(employer(other).is_same(&employer(one)), expected, "{other} / {one}");
    }

    #[test]
    fn names() {
        check("Caritas", "CARITAS", Some(true));
        check("Caritas", "Caritasverband Konstanz e.V.", None);
        check("Caritas", "Diakonie", Some(false));
        check("DRK", "Deutsches Rotes Kreuz", None);
        check("AWO", "Arbeiterwohlfahrt Ortenau", None);
        check("eva", "Evangelische Gesellschaft", None);
        check("Stadt Singen=town:singen", "Stadtverwaltung Singen=town:singen", Some(true));
        check("Stadt Konstanz=town:konstanz", "Landkreis Konstanz=county:konstanz", Some(false));
        check("!Stadt Konstanz", "!Landkreis Konstanz", None);
        check("", "Caritas", Some(false));
    }
}
