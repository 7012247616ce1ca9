//! What can be wrong in a vocabulary of employers.

use crate::text::sentences;

sentences! {
    MATCHES_NOTHING = "employers-matches-nothing",
        "Dieses Muster passt auf einen leeren Text. Es soll wenigstens ein Zeichen verlangen.",
        "This pattern fits an empty text. It should ask for at least one character.";
    TOO_MANY_PATTERNS = "employers-too-many-patterns",
        "Alle Muster zusammen sind zu groß. Bitte weniger oder einfachere Muster verwenden.",
        "All patterns together are too large. Please use fewer or simpler patterns.";
    SURE_WITHOUT_KIND = "employers-sure-without-kind",
        "Zu „sure“ gehört ein „kind“: Ohne Art gibt es nichts, was sicher wäre.",
        "“sure” needs a “kind”: without a kind there is nothing to be sure of.";
    KIND_WITHOUT_SURE = "employers-kind-without-sure",
        "Bitte dazuschreiben, wie sicher die Art aus dem Namen folgt: „sure: certain“ oder „sure: likely“.",
        "Please add how surely the kind follows from the name: “sure: certain” or “sure: likely”.";
}
