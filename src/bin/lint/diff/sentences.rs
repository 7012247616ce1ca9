//! What is said of comparing files.

use paktlint::text::{Bilingual, Sentence};

crate::sentences::sentences! {
    STDIN_TWICE = "diff-stdin-twice",
        "Von der Standardeingabe lässt sich nur ein Plan lesen. Geben Sie für einen der beiden eine Datei an.",
        "Only one plan can be read from standard input. Please name a file for one of the two.";
    MIXED = "diff-mixed",
        "„{folder}“ ist ein Ordner, „{file}“ nicht. Vergleichen lassen sich zwei Pläne oder zwei Ordner mit Plänen.",
        "“{folder}” is a folder, “{file}” is not. Two plans can be compared, or two folders of plans.";
}
