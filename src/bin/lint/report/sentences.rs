//! What `lint report` says of its pages.

use paktlint::text::{Bilingual, Sentence};

use crate::sentences::sentences;

sentences! {
    PAGE_WRITTEN = "page-written", "Geschrieben: {file}", "Written: {file}";
    OUT_MISSING = "report-out-missing",
        "Für mehrere Pläne gibt es mehrere Seiten. Bitte nennen Sie mit --out einen Ordner für sie.",
        "Several plans have several pages. Please name a folder for them with --out.";
    OUT_ONE_FILE = "report-out-one-file",
        "{file}: In eine Datei passt nur die Seite eines Plans. Bitte nennen Sie mit --out einen Ordner, ohne .html oder .md am Ende.",
        "{file}: a file holds the page of one plan. Please name a folder with --out, without .html or .md at its end.";
    OUT_NO_FOLDER = "report-out-no-folder",
        "{file}: Das ist eine Datei und kein Ordner. Bitte nennen Sie mit --out einen Ordner, oder eine Datei, die auf .html oder .md endet.",
        "{file}: this is a file and no folder. Please name a folder with --out, or a file that ends in .html or .md.";
    OUT_IS_PLAN = "report-out-is-plan",
        "{file}: Das ist der Plan selbst. Bitte wählen Sie einen anderen Namen für die Seite.",
        "{file}: this is the plan itself. Please choose another name for the page.";
}
