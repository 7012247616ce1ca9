//! How sure something follows from a text.

/// How sure something follows from a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Sure {
    /// Not at all.
    Unsure,
    /// The text speaks for it, but leaves room for another reading or has words that the vocabulary does not know.
    Likely,
    /// The text says so, and can hardly mean anything else.
    Certain,
}

impl Sure {
    /// How vocabularies write it.
    pub(super) const WORDS: [(&'static str, Self); 2] = [("likely", Self::Likely), ("certain", Self::Certain)];
}
