//! Patterns for `matches`: regular expressions of bounded size.

/// The most memory that one compiled pattern may take, in bytes.
const SIZE_LIMIT: usize = 1 << 18;

pub(super) fn pattern(text: &str) -> Result<regex::Regex, regex::Error> {
    regex::RegexBuilder::new(text).size_limit(SIZE_LIMIT).dfa_size_limit(SIZE_LIMIT).nest_limit(32).build()
}
