//! Dice: choices taken from a list of numbers, so that proptest can make a failing plan smaller.

use proptest::collection::vec;
use proptest::prelude::*;

/// Rolls that are known beforehand. When they are used up every roll is 0, which is always the plainest choice.
pub(crate) struct Dice<'r> {
    rolls: &'r [u16],
    at: usize,
}

/// Enough rolls for a plan with some posts.
pub(crate) fn rolls() -> impl Strategy<Value = Vec<u16>> {
    vec(any::<u16>(), 0..600)
}

/// As many rolls, always the same for one seed.
pub(crate) fn from_seed(seed: u64) -> Vec<u16> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        u16::try_from(state >> 48).unwrap_or(0)
    };
    (0..600).map(|_| next()).collect()
}

impl<'r> Dice<'r> {
    pub(crate) fn new(rolls: &'r [u16]) -> Self {
        Self { rolls, at: 0 }
    }

    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        let roll = self.rolls.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(roll) % sides.max(1)
    }

    /// True once in `sides` times.
    pub(crate) fn once_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == sides - 1
    }

    pub(crate) fn pick<'t, T: ?Sized>(&mut self, from: &[&'t T]) -> &'t T {
        from[self.roll(from.len())]
    }

    pub(crate) fn pick_text(&mut self, from: &[String]) -> String {
        from[self.roll(from.len())].clone()
    }
}
