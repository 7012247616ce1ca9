//! What JUnit XML says around a report.

crate::text::sentences! {
    CASE = "junit-case", "{rule}: {title} ({file})", "{rule}: {title} ({file})";
    CASE_BETWEEN = "junit-case-between", "{rule}: {title}", "{rule}: {title}";
    READABLE = "junit-readable", "Der Plan ist lesbar ({file})", "The plan can be read ({file})";
    MORE_QUESTIONS = "junit-more-questions", "Weitere Fragen: {count}", "Further questions: {count}";
}
