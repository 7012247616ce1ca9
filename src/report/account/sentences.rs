//! What an account calls the things that were judged.

crate::text::sentences! {
    POST = "account-post", "Stelle {post} ({employer})", "Post {post} ({employer})";
    POST_OF_NOBODY = "account-post-of-nobody",
        "Stelle {post} (Arbeitgeber unbekannt)",
        "Post {post} (employer unknown)";
    VACANT = "account-vacant", "{post}, unbesetzter Teil", "{post}, vacant part";
    PLAIN_FACT = "account-fact", "{meaning}: {value}", "{meaning}: {value}";
    NUMBERED = "account-numbered", "{what} {number}", "{what} {number}";
}
