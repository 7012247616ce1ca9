//! What `lint questions` says.

use paktlint::text::{Bilingual, Sentence};

crate::sentences::sentences! {
    NO_QUESTIONS = "no-questions",
        "{file}: Hier bleibt nichts zu fragen.",
        "{file}: nothing is left to be asked here.";
    NO_QUESTIONS_TO = "no-questions-to",
        "{file}: Hier bleibt nichts zu fragen, was die Genannten beantworten könnten. Ohne „--to“ stehen alle Fragen da.",
        "{file}: nothing is left to be asked here that those named could answer. Without “--to” every question is there.";
    QUESTIONS_WRITTEN = "questions-written",
        "Geschrieben: {file}",
        "Written: {file}";
    SEVERAL_DOCUMENTS = "questions-several-documents",
        "Das werden mehrere Dateien, eine für jeden, der gefragt wird ({count}). Bitte nennen Sie mit „--out“ einen Ordner, oder mit „--to“ nur einen Teil.",
        "These are several files, one for each who is asked ({count}). Please name a folder with “--out”, or only some with “--to”.";
    QUESTIONS_THERE = "questions-there",
        "Diese Datei gibt es schon, und sie sieht anders aus: {file}. Vielleicht hat jemand etwas darin eingetragen. Nichts wurde geschrieben; mit „--force“ wird sie überschrieben.",
        "This file is there already, and differs: {file}. Perhaps somebody has entered something in it. Nothing was written; with “--force” it is overwritten.";
    QUESTIONS_OVER_PLAN = "questions-over-plan",
        "In dieser Datei steht der Plan selbst: {file}. Bitte nennen Sie mit „--out“ eine andere.",
        "This file is the plan itself: {file}. Please name another one with “--out”.";
}
