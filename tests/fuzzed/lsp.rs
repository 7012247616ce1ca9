//! Any session with an editor: every request has one answer, every place lies in the text that it is about, and a text that was changed bit
//! by bit is judged as one that was opened as it is.
//!
//! A line of the input is a message: JSON as it is, or in short what an editor tells of the one text that it has open: `o` opens it, `c` with two
//! places changes it, `w` replaces all of it, `h` asks what is at a place, `p` what may be written there, `a` with two places what may be done,
//! `s` for its parts, `r` tells that it was saved, `x` closes it. A backslash and `n` or `r` is the end of a line. A first line `!` leaves the
//! greeting out.

use std::collections::BTreeMap;

use paktlint::text::safe;
use serde_json::{Value, json};

const URI: &str = "untitled:plan.yaml";

/// So many messages are told at most.
const MOST: usize = 60;

/// Checks a session; `serve` says what is answered to the bytes that an editor sends.
pub(crate) fn check(input: &[u8], serve: impl FnOnce(&[u8]) -> Vec<u8>) {
    let input = String::from_utf8_lossy(input);
    let mut session = Session::default();
    let mut lines = input.lines().take(MOST).peekable();
    session.is_raw = lines.next_if_eq(&"!").is_some();
    if !session.is_raw {
        session.ask("initialize", &json!({ "capabilities": {}, "initializationOptions": { "lang": "en" } }));
    }
    for line in lines {
        session.line(line);
    }
    session.judged_as_a_whole();
    let answers = framed(&serve(&session.bytes));
    if session.is_raw {
        return;
    }
    let responses: Vec<&Value> = answers.iter().filter(|answer| answer.get("method").is_none()).collect();
    assert_eq!(responses.len(), session.asked.len(), "each request has one answer");
    for (response, (id, text)) in responses.into_iter().zip(&session.asked) {
        assert_eq!(response["id"], *id);
        places(&response["result"], text.as_deref().unwrap_or(""));
    }
    let mut last = BTreeMap::new();
    for told in answers.iter().filter(|answer| answer["method"] == "textDocument/publishDiagnostics") {
        let params = &told["params"];
        if let Some(text) = params["version"].as_i64().and_then(|version| session.versions.get(&version)) {
            places(params, text);
        }
        for message in params["diagnostics"].as_array().into_iter().flatten().filter_map(|one| one["message"].as_str()) {
            assert!(message.lines().all(|line| safe(line) == line), "{message:?} steers");
        }
        last.insert(params["version"].as_i64(), params["diagnostics"].clone());
    }
    if let Some((changed, opened)) = session.same {
        let (changed, opened) = (last.get(&Some(changed)), last.get(&Some(opened)));
        assert!(changed.is_some() && changed == opened, "changed bit by bit: {changed:#?}\nopened as it is: {opened:#?}");
    }
}

#[derive(Default)]
struct Session {
    bytes: Vec<u8>,
    /// Whether there was a message of which nothing is known here.
    is_raw: bool,
    text: Option<String>,
    version: i64,
    /// The id of each request, and the text when it was asked.
    asked: Vec<(i64, Option<String>)>,
    versions: BTreeMap<i64, String>,
    /// Two versions in which the text is the same.
    same: Option<(i64, i64)>,
}

impl Session {
    fn line(&mut self, line: &str) {
        let Some(rest) = line.get(1..).map(str::trim_start) else { return };
        match line.as_bytes()[0] {
            b'o' => self.open(written(rest)),
            b'c' => {
                let ([a, b, c, d], new) = numbers(rest);
                let (start, end) = (json!({ "line": a, "character": b }), json!({ "line": c, "character": d }));
                let new = written(new);
                self.change(&json!({ "range": { "start": start, "end": end }, "text": new }));
                if let Some(text) = &mut self.text {
                    let (one, other) = (offset(text, a, b), offset(text, c, d));
                    text.replace_range(one.min(other)..one.max(other), &new);
                    self.versions.insert(self.version, text.clone());
                }
            }
            b'w' => {
                let new = written(rest);
                self.change(&json!({ "text": new }));
                if self.text.is_some() {
                    self.versions.insert(self.version, new.clone());
                    self.text = Some(new);
                }
            }
            b'h' => self.ask("textDocument/hover", &position(rest)),
            b'p' => self.ask("textDocument/completion", &position(rest)),
            b'a' => {
                let ([a, b, c, d], _) = numbers(rest);
                let range = json!({ "start": { "line": a, "character": b }, "end": { "line": c, "character": d } });
                let params = json!({ "textDocument": { "uri": URI }, "range": range, "context": { "diagnostics": [] } });
                self.ask("textDocument/codeAction", &params);
            }
            b's' => self.ask("textDocument/documentSymbol", &json!({ "textDocument": { "uri": URI } })),
            b'r' => self.tell("textDocument/didSave", &json!({ "textDocument": { "uri": URI } })),
            b'x' => {
                self.tell("textDocument/didClose", &json!({ "textDocument": { "uri": URI } }));
                self.text = None;
            }
            b'{' => {
                self.is_raw = true;
                self.send(line);
            }
            _ => {}
        }
    }

    fn open(&mut self, text: String) {
        self.version += 1;
        let document = json!({ "uri": URI, "languageId": "yaml", "version": self.version, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
        self.versions.insert(self.version, text.clone());
        self.text = Some(text);
    }

    fn change(&mut self, change: &Value) {
        self.version += 1;
        let document = json!({ "uri": URI, "version": self.version });
        self.tell("textDocument/didChange", &json!({ "textDocument": document, "contentChanges": [change] }));
    }

    /// Closes the text and opens it as it is by now.
    fn judged_as_a_whole(&mut self) {
        let Some(text) = self.text.clone() else { return };
        let version = self.version;
        // What waits together is judged together: the changed text is to have its turn.
        for _ in 0..8 {
            self.tell("$/nothing", &Value::Null);
        }
        self.line("x ");
        self.open(text);
        self.same = Some((version, self.version));
    }

    fn ask(&mut self, method: &str, params: &Value) {
        let id = i64::try_from(self.asked.len()).unwrap();
        self.asked.push((id, self.text.clone()));
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }).to_string());
    }

    fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }).to_string());
    }

    fn send(&mut self, body: &str) {
        self.bytes.extend(format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes());
    }
}

fn position(rest: &str) -> Value {
    let ([line, character], _) = numbers(rest);
    json!({ "textDocument": { "uri": URI }, "position": { "line": line, "character": character } })
}

/// A text with the ends of its lines.
fn written(text: &str) -> String {
    text.replace("\\n", "\n").replace("\\r", "\r")
}

/// Numbers at the beginning of a text, 0 where there are no more, and the rest of it.
fn numbers<const N: usize>(mut text: &str) -> ([u32; N], &str) {
    let mut numbers = [0; N];
    for number in &mut numbers {
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        *number = text[..end].parse().unwrap_or(if end > 0 { u32::MAX } else { 0 });
        text = text[end..].strip_prefix(' ').unwrap_or(&text[end..]);
    }
    (numbers, text)
}

/// The lines of a text, without their ends, and where they begin.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut lines = Vec::new();
    let mut start = 0;
    loop {
        let rest = &text[start..];
        let Some(at) = rest.find(['\n', '\r']) else {
            lines.push((start, rest));
            return lines;
        };
        lines.push((start, &rest[..at]));
        start += at + if rest[at..].starts_with("\r\n") { 2 } else { 1 };
    }
}

fn offset(text: &str, line: u32, character: u32) -> usize {
    let lines = lines(text);
    let Some((start, line)) = lines.get(line as usize) else { return text.len() };
    let mut units = 0;
    for (at, c) in line.char_indices() {
        units += c.len_utf16();
        if units > character as usize {
            return start + at;
        }
    }
    start + line.len()
}

/// Every place in an answer lies in the text, and no stretch ends before it begins.
fn places(value: &Value, text: &str) {
    match value {
        Value::Object(entries) => {
            if let (Some(start), Some(end)) = (entries.get("start"), entries.get("end")) {
                let [start, end] = [start, end].map(|place| (place["line"].as_u64().unwrap(), place["character"].as_u64().unwrap()));
                assert!(start <= end, "{value} in {text:?}");
                for (line, character) in [start, end] {
                    let lines = lines(text);
                    let found = lines.get(usize::try_from(line).unwrap());
                    let units = found.map(|(_, line)| line.encode_utf16().count());
                    // The end of a line that ends in two characters may be taken between them.
                    assert!(units.is_some_and(|units| character <= u64::try_from(units).unwrap() + 1), "{value} in {text:?}");
                }
            }
            entries.values().for_each(|value| places(value, text));
        }
        Value::Array(items) => items.iter().for_each(|item| places(item, text)),
        _ => {}
    }
}

/// The messages that were sent: nothing but headers and JSON.
fn framed(mut bytes: &[u8]) -> Vec<Value> {
    let mut messages = Vec::new();
    while !bytes.is_empty() {
        let rest = bytes.strip_prefix(b"Content-Length: ").expect("a header");
        let end = rest.windows(4).position(|four| four == b"\r\n\r\n").expect("the end of a header");
        let length: usize = std::str::from_utf8(&rest[..end]).unwrap().parse().unwrap();
        let (body, after) = rest[end + 4..].split_at(length);
        let message: Value = serde_json::from_slice(body).unwrap();
        assert_eq!(message["jsonrpc"], "2.0");
        messages.push(message);
        bytes = after;
    }
    messages
}
