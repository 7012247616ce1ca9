//! What reports say beside the texts of rules.

crate::text::sentences! {
    FACT = "fact",
        "{field}: {value}",
        "{field}: {value}";
    NOT_REPEATED = "not-repeated",
        "(Angabe zu einer Person, hier nicht wiedergegeben)",
        "(about an individual, not repeated here)";
    FILL_IN = "fill-in",
        "Bitte ergänzen Sie „{field}“: {meaning}.",
        "Please fill in “{field}”: {meaning}.";
    THE_EMPLOYER = "the-employer", "dem Arbeitgeber", "the employer";
    THE_ORGANISATION = "the-organisation", "die Organisation", "the organisation";
    THE_MUNICIPALITY = "the-municipality", "die Gemeinde", "the municipality";
    THE_OWNER = "the-owner", "dieser Eigentümer", "this owner";
    THE_POST = "the-post", "ohne Nummer", "without a number";
    WHICH_DATE = "which-date",
        "Von welchem Tag an und bis wann gilt der Plan genau? In der Zeit, die er nennt, haben sich die Förderregeln geändert: am {days}.",
        "From which day and until when exactly does the plan hold? The rules of the grant changed in the time that it names: on {days}.";
    WHICH_TIME = "which-time",
        "Für welche Zeit gilt der Plan? Die Förderregeln haben sich geändert: am {days}.",
        "What time is the plan for? The rules of the grant changed on {days}.";
    IN_PART = "in-part",
        "Das betrifft die Zeit {days}: {message}",
        "This is about the time {days}: {message}";
    ONLY_DERIVED = "only-derived",
        "{message} (Diese Vorgabe steht so in keiner Quelle, die gelesen werden konnte; sie folgt aus bestätigten Zahlen.)",
        "{message} (No source that could be read says this in so many words; it follows from confirmed figures.)";
    ONLY_PRESS = "only-press",
        "{message} (Diese Vorgabe ist nur aus Presseberichten bekannt.)",
        "{message} (This provision is known from press reports alone.)";
}
