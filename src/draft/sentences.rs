//! What a new plan says of itself, in comments.

use crate::text::sentences;

sentences! {
    WHAT_THIS_IS = "draft-what-this-is",
        "Ein Plan des Integrationsmanagements. Was in einer Zeile nach „#“ steht, erklärt nur.",
        "A plan of the Integrationsmanagement. What stands after “#” in a line only explains.";
    WHAT_IS_UNKNOWN = "draft-what-is-unknown",
        "Was noch niemand weiß, heißt hier „{unknown}“ und kann später ersetzt werden.\nNamen von Menschen gehören nicht hinein.",
        "What nobody knows yet is called “{unknown}” here, and can be replaced later.\nNames of people do not belong here.";
    MEANING = "draft-meaning", "Hier steht: {meaning}", "Here stands: {meaning}";
    WITH_FORMS = "draft-with-forms", "{meaning}\n{forms}", "{meaning}\n{forms}";
    DATE_FORMS = "draft-date-forms", "Ein Jahr, ein Monat oder ein Tag: 2019, 2019-10, 2019-10-01", "A year, a month or a day: 2019, 2019-10, 2019-10-01";
    POST_FORMS = "draft-post-forms",
        "Zu jedem Arbeitgeber: wie viele volle Stellen es dort sind (0,5 ist eine halbe), und welche Qualifikation die Menschen haben",
        "For each employer: how many full posts there are (0.5 is half of one), and which qualification the people have";
    DO_NOT_KNOW = "draft-do-not-know", "weiß ich nicht", "I do not know";
}
