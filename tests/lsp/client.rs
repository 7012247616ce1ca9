//! A client of the Language Server Protocol that is as small as can be, and keeps what was said.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// So long a test waits for the server.
const PATIENCE: Duration = Duration::from_secs(120);

/// A message as it goes over the wire.
pub(crate) fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

fn server(flags: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lint"));
    command.args(["--today", "2026-01-15", "lsp", "--stdio"]).args(flags);
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] {
        command.env_remove(variable);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap()
}

/// Every message of the server, until it says no more.
fn received(from: impl Read + Send + 'static) -> Receiver<Value> {
    let (to, received) = mpsc::channel();
    thread::spawn(move || {
        let mut from = BufReader::new(from);
        loop {
            let mut length = None;
            loop {
                let mut line = String::new();
                if from.read_line(&mut line).unwrap() == 0 {
                    return;
                }
                if line == "\r\n" {
                    break;
                }
                let (name, value) = line.trim_end().split_once(": ").expect("a header");
                assert_eq!(name, "Content-Length");
                length = Some(value.parse().unwrap());
            }
            let mut body = vec![0; length.unwrap()];
            from.read_exact(&mut body).unwrap();
            let message: Value = serde_json::from_slice(&body).unwrap();
            assert_eq!(message["jsonrpc"], "2.0");
            let _ = to.send(message);
        }
    });
    received
}

/// What the server answers to these bytes, after which the input ends, and its status.
pub(crate) fn serve_raw(flags: &[&str], bytes: &[u8]) -> (Vec<Value>, Option<i32>) {
    let mut server = server(flags);
    let answers = received(server.stdout.take().unwrap());
    let mut input = server.stdin.take().unwrap();
    // It may end before it has read all.
    let _ = input.write_all(bytes);
    drop(input);
    let answers: Vec<Value> = std::iter::from_fn(|| answers.recv_timeout(PATIENCE).ok()).collect();
    (answers, server.wait().unwrap().code())
}

/// The text with the edits of an action.
pub(crate) fn apply(text: &str, edits: &Value) -> String {
    let mut text = text.to_owned();
    for edit in edits.as_array().unwrap() {
        let offset = |place: &Value| {
            let number = |name: &str| usize::try_from(place[name].as_u64().unwrap()).unwrap();
            let start: usize = text.split_inclusive('\n').take(number("line")).map(str::len).sum();
            let units = text[start..].char_indices().scan(0, |units, (at, c)| {
                let here = (*units, at);
                *units += c.len_utf16();
                Some(here)
            });
            let (_, at) = units.into_iter().find(|(units, _)| *units == number("character")).unwrap();
            start + at
        };
        let range = offset(&edit["range"]["start"])..offset(&edit["range"]["end"]);
        text.replace_range(range, edit["newText"].as_str().unwrap());
    }
    text
}

/// Writes places as `line:character`, and ranges as two of them: else a transcript is mostly braces.
fn places_in_short(value: &mut Value) {
    match value {
        Value::Object(map) => map.values_mut().for_each(places_in_short),
        Value::Array(list) => list.iter_mut().for_each(places_in_short),
        _ => {}
    }
    let short = match (value.get("line"), value.get("character"), value.get("start"), value.get("end")) {
        (Some(line), Some(character), None, None) => Some(format!("{line}:{character}")),
        (None, None, Some(Value::String(start)), Some(Value::String(end))) => Some(format!("{start} – {end}")),
        _ => None,
    };
    if let Some(short) = short {
        *value = Value::String(short);
    }
}

pub(crate) struct Client {
    server: Child,
    to: Option<ChildStdin>,
    from: Receiver<Value>,
    asked: i32,
    transcript: String,
}

impl Client {
    pub(crate) fn start(flags: &[&str]) -> Self {
        let mut server = server(flags);
        let from = received(server.stdout.take().unwrap());
        let to = server.stdin.take();
        Self { server, to, from, asked: 0, transcript: String::new() }
    }

    /// Writes bytes that need be no message.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        let to = self.to.as_mut().unwrap();
        to.write_all(bytes).unwrap();
        to.flush().unwrap();
    }

    fn send(&mut self, message: &Value) {
        self.keep("editor", message);
        self.raw(&framed(message));
    }

    pub(crate) fn tell(&mut self, method: &str, params: impl Into<Value>) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params.into() }));
    }

    /// Asks, and gives the answer. What else comes before it must be looked at first.
    pub(crate) fn ask(&mut self, method: &str, params: impl Into<Value>) -> Value {
        self.asked += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.asked, "method": method, "params": params.into() }));
        let answer = self.next();
        assert_eq!(answer["id"], self.asked, "{answer}");
        answer
    }

    pub(crate) fn next(&mut self) -> Value {
        let message = self.from.recv_timeout(PATIENCE).expect("an answer of the server");
        self.keep("lint", &message);
        message
    }

    /// What is published next.
    pub(crate) fn published(&mut self) -> Value {
        let message = self.next();
        assert_eq!(message["method"], "textDocument/publishDiagnostics", "{message}");
        message["params"].clone()
    }

    pub(crate) fn change(&mut self, uri: &str, version: i32, changes: &[(Value, &str)]) {
        let changes: Vec<Value> = changes.iter().map(|(range, text)| json!({ "range": range, "text": text })).collect();
        self.tell("textDocument/didChange", json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": changes }));
    }

    pub(crate) fn replace(&mut self, uri: &str, version: i32, text: &str) {
        let changes = json!([{ "text": text }]);
        self.tell("textDocument/didChange", json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": changes }));
    }

    /// A line of the transcript for its readers.
    pub(crate) fn note(&mut self, text: &str) {
        let _ = writeln!(self.transcript, "\n# {text}");
    }

    fn keep(&mut self, who: &str, message: &Value) {
        let mut message = message.clone();
        message.as_object_mut().unwrap().remove("jsonrpc");
        if let Some(version) = message.pointer_mut("/result/serverInfo/version") {
            *version = json!("…");
        }
        // Of a long list the first two items show what they are like, and the others what there is.
        if let Some(items) = message
            .get_mut("result")
            .and_then(Value::as_array_mut)
            .filter(|items| items.first().is_some_and(|item| item.get("textEdit").is_some()))
        {
            let others: Vec<Value> = items.drain(items.len().min(2)..).map(|item| item["label"].clone()).collect();
            items.push(json!({ "and": others }));
        }
        places_in_short(&mut message);
        let _ = writeln!(self.transcript, "\n{who}: {}", serde_json::to_string_pretty(&message).unwrap());
    }

    /// Waits for the server to end; gives all that was said, and its status.
    pub(crate) fn end(mut self) -> (String, Option<i32>) {
        drop(self.to.take());
        let status = self.server.wait().unwrap().code();
        (std::mem::take(&mut self.transcript), status)
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
