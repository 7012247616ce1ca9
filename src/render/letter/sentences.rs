//! What letters say around their questions.

use crate::text::sentences;

sentences! {
    SUBJECT = "letter-subject", "Fragen zum Integrationsmanagement in {who}", "Questions on the Integrationsmanagement in {who}";
    TO_ADMINISTRATION = "letter-to-administration",
        "An die Verwaltung",
        "To the administration";
    TO_CARRIERS = "letter-to-carriers",
        "An den Träger",
        "To the carrier";
    TO_CARRIER = "letter-to-carrier",
        "An den Träger: {name}",
        "To the carrier: {name}";
    SALUTATION = "letter-salutation", "Guten Tag,", "Dear Sir or Madam,";
    WHO_WE_ARE = "letter-who-we-are",
        "wir sind … (bitte eintragen: wer schreibt, zum Beispiel der Asylkreis am Ort) und beschäftigen uns mit der Beratung geflüchteter Menschen in {who}.",
        "we are … (please fill in: who writes, for instance the local volunteers' group) and take an interest in the counselling of refugees in {who}.";
    WHY_ADMINISTRATION = "letter-why-administration",
        "Wir möchten richtig wiedergeben, wie das Integrationsmanagement bei Ihnen geregelt ist. Aus dem, was uns vorliegt, geht einiges nicht hervor. Was wir nicht wissen, bewerten wir nicht: Es bleibt offen, und wer es liest, könnte einen falschen Eindruck bekommen. Deshalb bitten wir Sie um Auskunft.",
        "We would like to describe correctly how the Integrationsmanagement is arranged with you. What we have at hand leaves some of it unsaid. We do not judge what we do not know: it stays open, and whoever reads it might get a wrong impression. Therefore we ask you for information.";
    WHY_CARRIER = "letter-why-carrier",
        "Soweit wir wissen, sind Sie am Integrationsmanagement dort beteiligt. Wir möchten richtig wiedergeben, wie es geregelt ist. Aus dem, was uns vorliegt, geht einiges nicht hervor. Was wir nicht wissen, bewerten wir nicht: Es bleibt offen, und wer es liest, könnte einen falschen Eindruck bekommen. Deshalb bitten wir Sie um Auskunft.",
        "As far as we know, you take part in the Integrationsmanagement there. We would like to describe correctly how it is arranged. What we have at hand leaves some of it unsaid. We do not judge what we do not know: it stays open, and whoever reads it might get a wrong impression. Therefore we ask you for information.";
    DECIDES = "letter-decides",
        "Von Ihren Antworten hängt vor allem ab, was wir hierzu sagen können: {titles}.",
        "Your answers decide above all what we can say on this: {titles}.";
    TITLE = "letter-title", "„{title}“", "“{title}”";
    NO_NAMES = "letter-no-names",
        "Es geht um Stellen und Zuständigkeiten, nicht um einzelne Menschen. Bitte nennen Sie keine Namen.",
        "This is about posts and responsibilities, not about individuals. Please give no names.";
    ONE_QUESTION = "letter-one-question", "Unsere Frage:", "Our question:";
    QUESTIONS = "letter-questions",
        "Unsere Fragen, die wichtigsten zuerst:",
        "Our questions, the most important ones first:";
    ABOUT = "letter-about", "Dabei geht es um: {titles}.", "This is about: {titles}.";
    AND_MORE = "letter-and-more", "weitere Punkte ({count})", "further points ({count})";
    UNKNOWN_TOO = "letter-unknown-too",
        "Auch „Das wissen wir nicht“ oder „Das ist noch nicht entschieden“ ist eine Antwort, die uns weiterhilft.",
        "“We do not know” or “That has not been decided yet” is an answer, too, and helps.";
    UNTIL = "letter-until",
        "Über eine Antwort bis zum … (bitte eintragen: Datum) würden wir uns freuen.",
        "We would be glad to hear from you by … (please fill in: date).";
    HOW = "letter-how",
        "Antworten können Sie, wie es für Sie am einfachsten ist: formlos, mit den Nummern der Fragen, oder in dem Formular, das wir Ihnen gern dazu schicken. Sie können es ohne Internet ausfüllen, als Datei speichern und an uns zurückgeben.",
        "Please answer in whatever way is easiest for you: informally, with the numbers of the questions, or in the form that we are glad to send along. It can be filled in offline, saved as a file and returned to us.";
    HOW_ATTACHED = "letter-how-attached",
        "Antworten können Sie, wie es für Sie am einfachsten ist: formlos, mit den Nummern der Fragen, oder in dem Formular im Anhang. Sie öffnen es im Browser, können es ohne Internet ausfüllen, als Datei speichern und an uns zurückschicken.",
        "Please answer in whatever way is easiest for you: informally, with the numbers of the questions, or in the attached form. Open it in a browser, fill it in offline, save it as a file and send that back to us.";
    PRINTED = "letter-printed",
        "Ihre Antwort steht bei uns unverändert neben dem Ergebnis, mit Datum und Herkunft, auch dort, wo Sie anderer Ansicht sind als wir.",
        "We show your reply unchanged beside the result, with its date and where it comes from, also where you see things differently.";
    CLOSING = "letter-closing", "Vielen Dank für Ihre Mühe und freundliche Grüße", "Thank you for your trouble, and kind regards";
    SENDER = "letter-sender",
        "… (bitte eintragen: Absender und Adresse für die Antwort)",
        "… (please fill in: sender and address for the reply)";
}
