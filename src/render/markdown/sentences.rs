//! What a report in Markdown says around the plans.

crate::text::sentences! {
    TITLE = "markdown-title", "Geprüfte Stellenpläne", "Staffing plans checked";
    DEMAND = "markdown-demand", "Forderung", "Demand";
    OUTCOME = "markdown-outcome", "Ergebnis", "Outcome";
    FINDINGS = "markdown-findings", "Befunde: {count}", "Findings: {count}";
    ERRORS = "markdown-errors", "Was zu berichtigen ist: {count}", "What is to be put right: {count}";
    QUESTIONS = "markdown-questions", "Offene Fragen: {count}", "Open questions: {count}";
    ACCEPTED = "markdown-accepted", "Hingenommene Befunde (zählen nicht): {count}", "Accepted findings (not counted): {count}";
    ANNOUNCED = "markdown-announced", "Was künftig gilt: {count}", "What will hold: {count}";
    MORE = "markdown-more", "Weitere, die hier keinen Platz haben: {count}", "Further ones for which there is no room here: {count}";
    LEFT_OUT = "markdown-left-out",
        "Für {plans} weitere Pläne ist hier kein Platz: Eine Zusammenfassung darf auf GitHub höchstens 1 MiB groß sein. In der Zählung unten sind sie enthalten. Den ganzen Bericht schreibt lint in jedem anderen Format, zum Beispiel mit --output human=bericht.txt.",
        "There is no room here for {plans} further plans: on GitHub a summary may have 1 MiB at most. The counts below include them. The whole report is written in any other format, for example with --output human=report.txt.";
}
