//! What documents say beside what is put into them.

use crate::text::sentences;

sentences! {
    SHARES_SHOWN = "document-shares", "Anteile: {shares}", "Shares: {shares}";
}
