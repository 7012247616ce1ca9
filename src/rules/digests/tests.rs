//! That the digests are those of the rules, and how they are made.

use super::*;
use crate::facts::Vocabulary;
use crate::rules::RuleSet;

/// Made anew, the digests are those that are kept. `DIGESTS=overwrite` keeps the new ones.
#[test]
fn digests_are_those_of_the_rules() {
    let mut made: Vec<u8> = Vec::new();
    for file in bundled::files() {
        let source = Source::new(file.name, file.text);
        let (root, problems) = yaml::parse(&source);
        assert!(problems.is_empty(), "{}", file.name);
        let digest = digest::write::write(&source, &root.unwrap(), LEFT_OUT).unwrap();
        made.extend(file.mark.to_le_bytes());
        made.extend(u32::try_from(digest.len()).unwrap().to_le_bytes());
        made.extend(digest);
    }
    if made != DIGESTS && std::env::var("DIGESTS").is_ok_and(|wish| wish == "overwrite") {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/bundled.digests"), &made).unwrap();
        return;
    }
    assert!(made == DIGESTS, "rules were changed: run `DIGESTS=overwrite cargo test --lib digests`, which makes their digests anew");
}

#[test]
fn rules_are_the_same_with_and_without_digests() {
    assert_eq!(Digests::bundled().0.len(), bundled::files().count(), "run `DIGESTS=overwrite cargo test --lib digests`");
    let load = |digests| RuleSet::empty(Vocabulary::bundled().unwrap()).with(&bundled::packs(), &digests).unwrap();
    let (by_digests, by_yaml) = (load(Digests::bundled()), load(Digests::NONE));
    for ((_, one), (_, other)) in by_digests.rules().zip(by_yaml.rules()) {
        assert_eq!(format!("{:?}", one.examples()), format!("{:?}", other.examples()), "{}", one.id);
    }
    for (one, other) in by_digests.packs().iter().zip(by_yaml.packs()) {
        assert_eq!(format!("{one:?}"), format!("{other:?}"));
    }
}
