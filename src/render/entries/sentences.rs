//! What every format that lists results calls them.

crate::text::sentences! {
    UNREADABLE = "entry-unreadable", "Der Plan lässt sich nicht lesen", "The plan cannot be read";
    EXCEPTION = "entry-exception", "Mit einer Ausnahme stimmt etwas nicht", "Something is wrong with an exception";
}
