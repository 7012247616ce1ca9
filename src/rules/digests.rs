//! The digests of the bundled packs: their trees without the examples, so that no YAML is read when a process starts.
//!
//! `bundled.digests` is made of the files under `rules/` by a test of this module. A file that was changed since is read as it is: a
//! digest saves time, and never decides what a rule says.

use super::bundled;
use crate::problem::Problem;
use crate::source::Source;
use crate::yaml::{self, Node, digest};

/// For each of [`bundled::files`] its mark, how long its digest is, and the digest.
static DIGESTS: &[u8] = include_bytes!("bundled.digests");

/// The key of a rule file whose value an ordinary run never needs.
pub(super) const LEFT_OUT: &str = "examples";

/// Digests of files, by their names.
pub(super) struct Digests(Vec<(&'static str, &'static [u8])>);

/// A file as it was read.
pub(super) struct Read<'s> {
    pub(super) root: Option<Node<'s>>,
    pub(super) problems: Vec<Problem>,
    /// Whether what is [left out](LEFT_OUT) is to be read when it is asked for: it was there and right when the digest was made.
    pub(super) is_abridged: bool,
}

impl Digests {
    /// None: every file is read as it is.
    pub(super) const NONE: Self = Self(Vec::new());

    /// Those of the bundled files that were not changed since.
    pub(super) fn bundled() -> Self {
        let mut rest = DIGESTS;
        let mut known = Vec::new();
        for file in bundled::files() {
            let Some((mark, digest)) = next(&mut rest) else { break };
            if mark == file.mark {
                known.push((file.name, digest));
            }
        }
        Self(known)
    }

    /// Reads a file, by its digest if it has one.
    pub(super) fn read<'s>(&self, source: &'s Source) -> Read<'s> {
        let known = self.0.iter().find(|(name, _)| *name == source.name());
        if let Some(root) = known.and_then(|(_, digest)| digest::read(source, digest)) {
            return Read { root: Some(root), problems: Vec::new(), is_abridged: true };
        }
        let (root, problems) = yaml::parse(source);
        Read { root, problems, is_abridged: false }
    }
}

fn next(rest: &mut &'static [u8]) -> Option<(u64, &'static [u8])> {
    let (mark, after) = rest.split_first_chunk()?;
    let (length, after) = after.split_first_chunk()?;
    let (digest, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *rest = after;
    Some((u64::from_le_bytes(*mark), digest))
}

#[cfg(test)]
mod tests;
