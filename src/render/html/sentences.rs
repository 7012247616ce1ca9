//! What every page says.

use crate::text::sentences;

sentences! {
    MADE_BY = "page-made-by", "Erstellt mit {tool} {version}.", "Made with {tool} {version}.";
}
