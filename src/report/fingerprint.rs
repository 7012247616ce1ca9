//! Recognising a finding in another run: a hash of what it is about, not of where it stands.

/// A hash that grows part by part (FNV-1a, 64 bits); the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Fingerprint(u64);

impl Fingerprint {
    /// Of nothing yet.
    pub(super) const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// With one more part.
    pub(super) fn with(self, part: &str) -> Self {
        // No text holds the last byte, so that parts never run into each other.
        let bytes = part.bytes().chain([0xff]);
        Self(bytes.fold(self.0, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
    }

    /// Sixteen hexadecimal digits.
    pub(super) fn text(self) -> String {
        format!("{:016x}", self.0)
    }
}

/// The text for all of the parts.
pub(crate) fn of(parts: &[&str]) -> String {
    parts.iter().fold(Fingerprint::new(), |hash, part| hash.with(part)).text()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn parts_are_kept_apart() {
        assert_ne!(of(&["a", "bc"]), of(&["ab", "c"]));
        assert_eq!(of(&["carrier-independence", "Lörrach"]), of(&["carrier-independence", "Lörrach"]));
        assert_eq!(of(&[]), "cbf29ce484222325");
    }
}
