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
}
