//! What workflow commands say beside findings.

crate::text::sentences! {
    TITLE = "github-title", "{title} ({rule})", "{title} ({rule})";
    QUESTION = "github-question", "Frage ({rules})", "Question ({rules})";
    BETWEEN = "github-between", "Zwischen den Plänen", "Between the plans";
}
