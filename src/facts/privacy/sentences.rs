//! What is said about a vocabulary file that cannot be used.

crate::text::sentences! {
    WORD_EXPECTED = "privacy-word-expected",
        "Hier wird ein Wort aus Buchstaben erwartet.",
        "A word made of letters is expected here.";
    COUNT_EXPECTED = "privacy-count-expected",
        "Hier wird eine Anzahl von Ziffern erwartet, etwa „8“.",
        "A number of digits is expected here, such as “8”.";
    EMPTY_PATTERN = "privacy-empty-pattern",
        "Dieses Muster passt auch auf einen leeren Text und damit überall.",
        "This pattern matches an empty text too, and so everywhere.";
}
