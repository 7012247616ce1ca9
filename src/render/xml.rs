//! XML: elements with attributes and texts, whatever stands in the texts.
//!
//! Which elements there are is left to each format.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

use crate::text::safe;

/// How every document begins.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// A stretch of a document, written to memory, which does not fail.
pub(super) struct Xml(Writer<Vec<u8>>);

/// The attributes of an element, in their order.
pub(super) type Attributes<'a> = [(&'a str, &'a str)];

impl Xml {
    pub(super) fn new() -> Self {
        Self(Writer::new_with_indent(Vec::new(), b' ', 2))
    }

    /// Opens an element that holds others.
    pub(super) fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.event(Event::Start(start(name, attributes)));
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element that holds nothing.
    pub(super) fn empty(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element that holds lines of text.
    pub(super) fn lines(&mut self, name: &str, attributes: &Attributes<'_>, lines: &[String]) {
        let text = lines.iter().map(|line| allowed(line)).collect::<Vec<_>>().join("\n");
        self.event(Event::Start(start(name, attributes)));
        self.event(Event::Text(BytesText::new(&text)));
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// The text, with a line break at its end.
    pub(super) fn text(self) -> String {
        let mut text = String::from_utf8(self.0.into_inner()).unwrap_or_default();
        text.push('\n');
        text
    }

    fn event(&mut self, event: Event<'_>) {
        self.0.write_event(event).unwrap_or_default();
    }
}

fn start<'n>(name: &'n str, attributes: &Attributes<'_>) -> BytesStart<'n> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, allowed(value).as_str()));
    }
    start
}

/// A text in one line, without the characters that XML 1.0 cannot hold, not even escaped.
fn allowed(text: &str) -> String {
    safe(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", "\"x\" & 'y' <z>\t\u{ffff}\u{0}")]);
        xml.lines("c", &[], &["]]><d/>".to_owned(), "\u{fffe}\r\n&amp;".to_owned()]);
        xml.empty("e", &[]);
        xml.close("a");
        let expected = "<a b=\"&quot;x&quot; &amp; &apos;y&apos; &lt;z&gt; \u{fffd}\u{fffd}\">\n  <c>]]&gt;&lt;d/&gt;\n\u{fffd}  &amp;amp;</c>\n  <e/>\n</a>\n";
        assert_eq!(xml.text(), expected);
    }
}
