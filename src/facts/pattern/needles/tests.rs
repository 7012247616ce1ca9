//! That what is known of the bundled patterns is what is read off them.

use super::*;
use crate::facts::pattern::Pattern;
use crate::facts::{employers, privacy, qualification};

/// What is kept.
fn written(patterns: &[&Pattern]) -> Vec<u8> {
    let mut entries: Vec<(u64, Vec<u8>)> = Vec::new();
    for pattern in patterns {
        let stretches = read_off(pattern.text(), pattern.unicode).unwrap_or_default();
        let mut bytes = u16::try_from(stretches.len()).unwrap().to_le_bytes().to_vec();
        for stretch in &stretches {
            bytes.push(u8::try_from(stretch.len()).unwrap());
            bytes.extend(stretch);
        }
        entries.push((key(pattern.text(), pattern.unicode), bytes));
    }
    entries.sort();
    entries.dedup();
    assert!(entries.windows(2).all(|pair| pair[0].0 != pair[1].0), "two patterns have one key");
    entries.into_iter().flat_map(|(key, bytes)| [&key.to_le_bytes()[..], &bytes].concat()).collect()
}

/// Read off anew, they are those that are kept. `DIGESTS=overwrite` keeps the new ones.
#[test]
fn digests_of_patterns_are_those_of_the_vocabularies() {
    let patterns = [employers::tests::patterns(), qualification::tests::patterns(), privacy::tests::patterns()].concat();
    let made = written(&patterns);
    if made != BUNDLED && std::env::var("DIGESTS").is_ok_and(|wish| wish == "overwrite") {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/facts/pattern/bundled.needles"), &made).unwrap();
        return;
    }
    assert!(made == BUNDLED, "vocabularies were changed: run `DIGESTS=overwrite cargo test --lib digests`");
    for pattern in patterns {
        let known = bundled(key(pattern.text(), pattern.unicode)).unwrap();
        assert_eq!(
            Stretched(known).collect::<Vec<_>>(),
            read_off(pattern.text(), pattern.unicode).unwrap_or_default(),
            "{}",
            pattern.text()
        );
    }
}

#[test]
fn what_is_cut_off_is_passed_over() {
    for (bytes, entries) in
        [(&b"12345678\x01\0\x02ab12345679\0\0"[..], 2), (b"12345678\x01\0\x02ab1234", 1), (b"12345678\x02\0\x02ab", 0), (b"", 0)]
    {
        let mut rest = bytes;
        assert_eq!(std::iter::from_fn(|| next(&mut rest)).count(), entries, "{bytes:?}");
    }
}
