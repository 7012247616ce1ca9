//! What letters say around their questions.

use crate::text::sentences;

sentences! {
    SUBJECT = "letter-subject", "Fragen zum Integrationsmanagement in {who}", "Questions on the Integrationsmanagement in {who}";
    SALUTATION = "letter-salutation", "Guten Tag,", "Dear Sir or Madam,";
    WHY = "letter-why",
        "wir möchten die Regelung des Integrationsmanagements bei Ihnen richtig wiedergeben. Dafür fehlen uns noch Angaben, und wir bitten Sie um eine kurze Auskunft:",
        "we would like to describe how the Integrationsmanagement is arranged with you correctly. Some facts are still missing, and we ask you for a short reply:";
    UNKNOWN_TOO = "letter-unknown-too",
        "Auch „das wissen wir nicht“ hilft uns weiter. Ihre Antwort geben wir unverändert neben dem Ergebnis wieder.",
        "“We do not know” helps as well. Your reply is shown unchanged beside the result.";
    CLOSING = "letter-closing", "Vielen Dank und freundliche Grüße", "Thank you and kind regards";
}
