//! What texts told before, so that a text that comes again costs next to nothing.
//!
//! Plans of one folder share many names, qualifications and remarks. What is kept follows from the text alone, so remembering
//! it changes no result. It is bounded in number and size: long texts are not kept, and a new one takes the place of an older.

use std::sync::{Mutex, OnceLock, PoisonError};

/// Texts are spread over so many drawers. Each has its own lock, so that threads hardly ever wait for each other.
const DRAWERS: usize = 1_024;
/// So many texts lie in one drawer.
const MOST_IN_A_DRAWER: usize = 8;
/// Longer texts are not kept: they seldom come again. In bytes.
const LONGEST: usize = 200;

/// The answers to texts, as far as they are remembered.
#[derive(Debug)]
pub(super) struct Memory<T> {
    drawers: OnceLock<Box<[Mutex<Drawer<T>>]>>,
}

#[derive(Debug)]
struct Drawer<T> {
    known: Vec<(Box<str>, T)>,
    /// The place that the next text takes when all are taken.
    oldest: usize,
}

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self { drawers: OnceLock::new() }
    }
}

impl<T: Clone> Memory<T> {
    /// What `text` tells: as remembered, else as `answer` says. That is a function of the text alone.
    pub(super) fn told(&self, text: &str, answer: impl FnOnce() -> T) -> T {
        let Some(drawer) = self.drawer(text) else { return answer() };
        if let Some(told) = drawer.lock().unwrap_or_else(PoisonError::into_inner).find(text) {
            return told;
        }
        // Others go on using the drawer meanwhile; that two threads tell the same text does no harm.
        let told = answer();
        drawer.lock().unwrap_or_else(PoisonError::into_inner).put(text, told.clone());
        told
    }

    fn drawer(&self, text: &str) -> Option<&Mutex<Drawer<T>>> {
        if text.len() > LONGEST {
            return None;
        }
        let drawers = self.drawers.get_or_init(|| (0..DRAWERS).map(|_| Mutex::default()).collect());
        drawers.get(mixed(text) % DRAWERS)
    }
}

impl<T> Default for Drawer<T> {
    fn default() -> Self {
        Self { known: Vec::new(), oldest: 0 }
    }
}

impl<T: Clone> Drawer<T> {
    fn find(&self, text: &str) -> Option<T> {
        self.known.iter().find(|(known, _)| **known == *text).map(|(_, told)| told.clone())
    }

    fn put(&mut self, text: &str, told: T) {
        if self.known.len() < MOST_IN_A_DRAWER {
            self.known.push((text.into(), told));
        } else if let Some(place) = self.known.get_mut(self.oldest) {
            *place = (text.into(), told);
            self.oldest = (self.oldest + 1) % MOST_IN_A_DRAWER;
        }
    }
}

/// A number that differs between most texts. Whoever writes texts that share one gains nothing: a drawer is short.
fn mixed(text: &str) -> usize {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    let mixed =
        words.chain(rest.iter().map(|&byte| u64::from(byte))).fold(0, |mixed: u64, word| (mixed.rotate_left(5) ^ word).wrapping_mul(ODD));
    // A multiplication carries upwards alone: the last letters of a text have reached only the uppermost bits, so those are folded in.
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(ODD);
    usize::try_from(mixed >> 40).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_known_is_not_told_again() {
        let memory = Memory::default();
        let told = Cell::new(0);
        for text in ["Stadt Ulm", "Stadt Ulm", "Caritas", "Stadt Ulm", "", ""] {
            let length = memory.told(text, || {
                told.set(told.get() + 1);
                text.len()
            });
            assert_eq!(length, text.len());
        }
        assert_eq!(told.get(), 3);
    }

    #[test]
    fn texts_that_differ_in_one_letter_are_kept_beside_each_other() {
        let shapes: [fn(usize) -> String; 6] = [
            |number| format!("stelle-{number}"),
            |number| format!("{number}. Stelle"),
            |number| format!("Stelle {number} von 100"),
            |number| format!("Stelle des Integrationsmanagements, laufende Nummer {number}"),
            |number| char::from_u32(u32::try_from(number).unwrap() + 0x100).unwrap().to_string(),
            |number| "x".repeat(number),
        ];
        for shape in shapes {
            let memory = Memory::default();
            let told = Cell::new(0);
            for _ in 0..2 {
                for number in 0..100 {
                    memory.told(&shape(number), || told.set(told.get() + 1));
                }
            }
            assert_eq!(told.get(), 100, "{} and others are forgotten", shape(1));
        }
    }

    #[test]
    fn it_is_bounded() {
        let memory = Memory::default();
        for number in 0..4 * DRAWERS * MOST_IN_A_DRAWER {
            memory.told(&format!("Gemeinde {number}"), || number);
        }
        let long = "a".repeat(LONGEST + 1);
        memory.told(&long, || 0);
        let mut kept = 0;
        for drawer in memory.drawers.get().unwrap() {
            let drawer = drawer.lock().unwrap();
            assert!(drawer.known.len() <= MOST_IN_A_DRAWER && drawer.known.iter().all(|(text, _)| text.len() <= LONGEST));
            kept += drawer.known.len();
        }
        assert!(kept > DRAWERS * MOST_IN_A_DRAWER / 2, "texts spread badly: {kept}");
        assert_eq!(memory.told("Gemeinde 32767", || 0), 32_767, "the newest is there");
    }

    #[test]
    fn threads_share_it() {
        let memory = Memory::default();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for number in 0..5_000_usize {
                        let text = (number % 700).to_string();
                        assert_eq!(memory.told(&text, || text.len()), text.len());
                    }
                });
            }
        });
    }

    proptest! {
        #[test]
        fn remembering_changes_nothing(texts in prop::collection::vec("[ab]{0,20}|.{0,60}", 0..200)) {
            let memory = Memory::default();
            for text in texts.iter().chain(&texts) {
                prop_assert_eq!(memory.told(text, || text.to_uppercase()), text.to_uppercase());
            }
        }
    }
}
