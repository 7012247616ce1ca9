//! XML as a tree, and whether it is as a table of elements says.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element as it was read.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
    pub(crate) text: String,
}

/// What an element may be like: the sequence of its children with how many of each, its attributes, and whether it has text.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    pub(crate) required: &'static [&'static str],
    pub(crate) optional: &'static [&'static str],
    pub(crate) children: &'static [(&'static str, usize)],
    pub(crate) has_text: bool,
}

impl Element {
    pub(crate) fn get(&self, attribute: &str) -> &str {
        self.attributes.iter().find(|(name, _)| name == attribute).map_or("", |(_, value)| value)
    }

    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }
}

/// Reads a document, with everything that XML 1.0 asks of one and quick-xml leaves to its user.
pub(crate) fn read(xml: &str) -> Result<Element, String> {
    let forbidden = |c: &char| !matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if let Some(c) = xml.chars().find(forbidden) {
        return Err(format!("{c:?} cannot stand in XML"));
    }
    let rest = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").ok_or("no declaration")?;
    let mut reader = Reader::from_str(rest);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        let at = open.len() - 1;
        match event {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => open[at].children.push(element(&start)?),
            Event::End(_) => {
                let closed = open.pop().unwrap();
                open.last_mut().ok_or("closed too often")?.children.push(closed);
            }
            Event::Text(text) => {
                let text: &str = &text;
                if text.contains("]]>") {
                    return Err("]]> in a text".to_owned());
                }
                open[at].text.push_str(text);
            }
            Event::GeneralRef(reference) => {
                let reference = format!("&{};", &*reference);
                let text = quick_xml::escape::unescape(&reference).map_err(|error| error.to_string())?;
                open[at].text.push_str(&text);
            }
            Event::Eof => break,
            other => return Err(format!("{other:?}")),
        }
    }
    let mut document = open.pop().filter(|_| open.is_empty()).ok_or("not closed")?;
    if document.children.len() != 1 || !document.text.trim().is_empty() {
        return Err("more than one root".to_owned());
    }
    Ok(document.children.remove(0))
}

fn element(start: &BytesStart<'_>) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let name = attribute.key.as_ref().to_owned();
        let raw: &str = &attribute.value;
        if raw.contains('<') {
            return Err(format!("< in {name}"));
        }
        let value = quick_xml::escape::unescape(raw).map_err(|error| error.to_string())?.into_owned();
        attributes.push((name, value));
    }
    let name = start.name().as_ref().to_owned();
    Ok(Element { name, attributes, ..Element::default() })
}

/// What is wrong with an element by a table of them.
pub(crate) fn complaints(element: &Element, kinds: &[Kind]) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(kind) = kinds.iter().find(|kind| kind.name == element.name) else {
        return vec![format!("unknown element {}", element.name)];
    };
    for required in kind.required {
        if !element.attributes.iter().any(|(name, _)| name == required) {
            wrong.push(format!("{} without {required}", element.name));
        }
    }
    for (name, _) in &element.attributes {
        if !kind.required.contains(&&**name) && !kind.optional.contains(&&**name) {
            wrong.push(format!("{} with {name}", element.name));
        }
    }
    if !kind.has_text && !element.text.trim().is_empty() {
        wrong.push(format!("{} with text", element.name));
    }
    let mut children = element.children.iter().peekable();
    for (name, most) in kind.children {
        let mut count = 0;
        while children.next_if(|child| child.name == *name).is_some() {
            count += 1;
        }
        if count > *most {
            wrong.push(format!("{} with {count} {name}", element.name));
        }
    }
    if let Some(child) = children.next() {
        wrong.push(format!("{} with {} there", element.name, child.name));
    }
    wrong.extend(element.children.iter().flat_map(|child| complaints(child, kinds)));
    wrong
}
