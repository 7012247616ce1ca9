//! Messages on standard input and output: a header that tells the length, and JSON.
//!
//! What an editor sends is not trusted to be a message: what is none is answered, and what is too long is not read.

use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{self, Receiver};
use std::thread;

use lsp_server::{ErrorCode, Message};
use serde_json::{Value, json};

/// The longest message that is read, in bytes: a text of the largest size, every character of it escaped.
const LONGEST: u64 = 64 * 1024 * 1024;

/// The longest line of a header.
const LONGEST_HEADER: u64 = 4 * 1024;

/// So many messages wait to be answered before no more are read.
const QUEUE: usize = 256;

/// What was read.
#[derive(Debug)]
pub(super) enum Received {
    /// A message.
    Message(Message),
    /// Something that is none, and what is wrong with it.
    Wrong(ErrorCode, String),
}

/// Reads messages in a thread of its own, until there are no more.
pub(super) fn receive() -> Receiver<Received> {
    let (to, received) = mpsc::sync_channel(QUEUE);
    // The thread ends with the input, or with the program.
    thread::spawn(move || {
        let mut from = io::stdin().lock();
        while let Ok(Some(received)) = read(&mut from) {
            if to.send(received).is_err() {
                break;
            }
        }
    });
    received
}

/// Reads one message; none at the end of the input.
///
/// # Errors
/// Where the input cannot be read, or a header makes no sense: then nothing tells where the next message begins.
pub(super) fn read(from: &mut impl BufRead) -> io::Result<Option<Received>> {
    let Some(length) = header(from)? else { return Ok(None) };
    let mut body = Vec::new();
    if (&mut *from).take(length).read_to_end(&mut body)? as u64 != length {
        return Ok(None);
    }
    let value: Value = match serde_json::from_slice(&body) {
        Ok(value) => value,
        Err(error) => return Ok(Some(Received::Wrong(ErrorCode::ParseError, error.to_string()))),
    };
    // A request with an id that cannot be one would pass for a notification, and wait for its answer in vain.
    let has_id = value.get("id").is_some();
    Ok(Some(match serde_json::from_value(value) {
        Ok(Message::Notification(_)) if has_id => Received::Wrong(ErrorCode::InvalidRequest, "the id is none".to_owned()),
        Ok(message) => Received::Message(message),
        Err(error) => Received::Wrong(ErrorCode::InvalidRequest, error.to_string()),
    }))
}

/// The length that a header tells; none at the end of the input.
fn header(from: &mut impl BufRead) -> io::Result<Option<u64>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if (&mut *from).take(LONGEST_HEADER).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        if !line.ends_with('\n') {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let line = line.trim();
        match (line.split_once(':'), length) {
            (None, Some(length)) if line.is_empty() => return Ok(Some(length)),
            (Some((name, value)), _) if name.trim().eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().ok().filter(|length| *length <= LONGEST);
                if length.is_none() {
                    return Err(io::ErrorKind::InvalidData.into());
                }
            }
            (Some(_), _) => {}
            (None, _) => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

/// Sends a message.
pub(super) fn send(to: &mut impl Write, message: impl Into<Message>) -> io::Result<()> {
    message.into().write(to)
}

/// Answers what was no message: whose it was is not known.
pub(super) fn send_wrong(to: &mut impl Write, code: ErrorCode, text: &str) -> io::Result<()> {
    let answer = json!({ "jsonrpc": "2.0", "id": null, "error": { "code": code as i32, "message": text } }).to_string();
    write!(to, "Content-Length: {}\r\n\r\n{answer}", answer.len())?;
    to.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_and_what_is_none() {
        let message = |body: &str| format!("Content-Length: {}\r\n\r\n{body}", body.len());
        let exit = message(r#"{"jsonrpc":"2.0","method":"exit"}"#);
        let table = [
            (exit.clone(), "message"),
            (format!("content-type: x\r\n{exit}"), "message"),
            (exit.replace("\r\n", "\n"), "message"),
            (message("{"), "wrong"),
            (message("[]"), "wrong"),
            (message(r#"{"id":1.5,"method":"x"}"#), "wrong"),
            (message(&"[".repeat(100_000)), "wrong"),
            (message("\u{1f600}"), "wrong"),
            (String::new(), "end"),
            ("Content-Length: 10\r\n\r\n{}".to_owned(), "end"),
            ("Content-Length: 99999999999999999999\r\n\r\n{}".to_owned(), "error"),
            (format!("Content-Length: {}\r\n\r\n{{}}", u64::MAX), "error"),
            ("Content-Length: -1\r\n\r\n{}".to_owned(), "error"),
            ("nothing\r\n\r\n".to_owned(), "error"),
            ("\r\n".to_owned(), "error"),
            ("x".repeat(10_000), "error"),
        ];
        for (input, expected) in table {
            let found = match read(&mut input.as_bytes()) {
                Ok(Some(Received::Message(_))) => "message",
                Ok(Some(Received::Wrong(..))) => "wrong",
                Ok(None) => "end",
                Err(_) => "error",
            };
            assert_eq!(found, expected, "{input:.60}");
        }
    }
}
