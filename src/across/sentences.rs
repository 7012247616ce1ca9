//! What is said of the places of a finding across files.

crate::text::sentences! {
    SAYS = "across-says", "{field}: {value}", "{field}: {value}";
    SPEAKS_OF = "across-speaks-of", "Gemeinde: {municipality}", "municipality: {municipality}";
    EMPLOYS = "across-employs", "Arbeitgeber der Stelle {post}: {employer}", "employer of post {post}: {employer}";
    AT_TIME = "across-at-time", "Zeit: {days}", "time: {days}";
    COVERED = "across-covered", "(Angabe zu einer Person, hier nicht wiedergegeben)", "(about an individual, not repeated here)";
}
