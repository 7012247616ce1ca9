//! What `lint new` asks and says.

use paktlint::text::{Bilingual, Sentence};

use crate::sentences::sentences;

sentences! {
    ABOUT = "new-about",
        "Sechs kurze Fragen, dann steht ein Plan. Wer eine Antwort nicht kennt, drückt einfach die Eingabetaste: „{unknown}“ ist immer eine Antwort.",
        "Six short questions make a plan. If you do not know an answer, just press Enter: “{unknown}” is always an answer.";
    MUNICIPALITY = "new-municipality", "1. Um welche Gemeinde oder Stadt geht es?", "1. Which municipality or town is it about?";
    COUNTY = "new-county", "2. In welchem Landkreis liegt sie?", "2. Which Landkreis does it belong to?";
    COUNTY_HINT = "new-county-hint", "Ein Stadtkreis heißt wie die Stadt.", "A Stadtkreis is called like the town.";
    DATE = "new-date", "3. Von wann sind die Angaben?", "3. When did the facts hold?";
    DATE_HINT = "new-date-hint",
        "Ein Jahr, ein Monat oder ein Tag, zum Beispiel 2019-10.",
        "A year, a month or a day, for instance 2019-10.";
    EMPLOYER = "new-employer", "4. Bei wem sind die Beraterinnen und Berater angestellt?", "4. Who employs the counsellors?";
    EMPLOYER_HINT = "new-employer-hint",
        "Bitte einen Arbeitgeber: Nach weiteren wird danach gefragt.",
        "One employer, please: further ones are asked for afterwards.";
    OTHER_EMPLOYER = "new-other-employer", "4. Bei wem noch?", "4. Who else employs some of them?";
    NOBODY_ELSE = "new-nobody-else", "bei niemandem", "nobody";
    POSTS = "new-posts", "5. Wie viele volle Stellen sind das dort?", "5. How many full posts are there?";
    POSTS_HINT = "new-posts-hint",
        "Bei {employer}. Zum Beispiel 1,5; „50 %“ ist eine halbe Stelle.",
        "With {employer}. For instance 1.5; “50 %” is half of a post.";
    QUALIFICATION = "new-qualification", "6. Welchen Abschluss haben die Menschen dort?", "6. Which degree do the people there have?";
    QUALIFICATION_HINT = "new-qualification-hint", "Am besten im Wortlaut, ohne ihre Namen.", "Best as printed, without their names.";
    WRITTEN = "new-written",
        "{file} ist geschrieben. Das ergibt die Prüfung:",
        "{file} is written. This is what the check comes to:";
    IS_THERE = "new-is-there",
        "{file} gibt es schon. Bitte geben Sie einen anderen Namen an: Überschrieben wird nichts.",
        "{file} exists already. Please give another name: nothing is overwritten.";
    NOBODY_TO_ASK = "new-nobody-to-ask",
        "Fragen lassen sich nur in einem Terminal stellen. Ohne eines geben Sie die Antworten bitte so an: --municipality NAME --county NAME --date DATUM --employer NAME --posts ZAHL --qualification TEXT. Was fehlt, gilt als unbekannt.",
        "Questions can only be asked in a terminal. Without one, please give the answers like this: --municipality NAME --county NAME --date DATE --employer NAME --posts NUMBER --qualification TEXT. What is missing is unknown.";
    NO_EMPLOYER = "new-no-employer",
        "Zu jedem --posts und jedem --qualification gehört ein --employer, in derselben Reihenfolge; hier sind es nur {count}. Wer nicht weiß, bei wem jemand angestellt ist, schreibt „--employer ?“.",
        "Each --posts and each --qualification needs an --employer, in the same order; there are only {count}. If you do not know who employs, write “--employer ?”.";
    WRONG_ANSWER = "new-wrong-answer",
        "{problem} {help}",
        "{problem} {help}";
}
