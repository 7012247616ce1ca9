//! Messages on standard input and output: a header that tells the length, and JSON.
//!
//! What an editor sends is not trusted to be a message: what is none is answered. What is too much is not read; as what comes after it
//! may be about a text that is not known then, that is told, and is the end.

use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use lsp_server::{ErrorCode, Message};
use paktlint::source::LARGEST_FILE;
use paktlint::text::Sentence;
use serde_json::{Value, json};

use super::sentences as say;

/// The longest message that is read, in bytes: the largest plan, every character of it escaped, and what stands around it.
pub(super) const LONGEST: u64 = 6 * LARGEST_FILE as u64 + 1024 * 1024;

/// The longest line of a header.
const LONGEST_HEADER: u64 = 4 * 1024;

/// So many messages wait to be answered before no more are read.
const QUEUE: usize = 256;

/// So much memory is taken by messages that wait or are being answered, in bytes. A message that alone would take more is not taken
/// apart; this is enough to change a text in tens of thousands of places at once.
const MEMORY: usize = 256 * 1024 * 1024;

/// What a value may take beside its text: that much is an object with one entry.
const VALUE: usize = 768;

/// What was read.
#[derive(Debug)]
pub(super) enum Received {
    /// A message.
    Message(Message),
    /// Something that is none, and what is wrong with it.
    Wrong(ErrorCode, String),
    /// Something after which nothing more is read, and why.
    End(&'static Sentence),
}

/// Messages that were read and wait.
pub(super) struct Waiting {
    received: Receiver<(usize, Received)>,
    room: Arc<Room>,
    /// What the messages take that were given out last.
    given: usize,
}

/// What messages take that wait or are being answered, in bytes.
#[derive(Default)]
struct Room {
    taken: Mutex<usize>,
    changed: Condvar,
}

/// Reads messages in a thread of its own, until there are no more.
pub(super) fn receive() -> Waiting {
    let (to, received) = mpsc::sync_channel(QUEUE);
    let room = Arc::new(Room::default());
    let waiting = Waiting { received, room: Arc::clone(&room), given: 0 };
    // The thread ends with the input, or with the program.
    thread::spawn(move || {
        let mut from = io::stdin().lock();
        while let Ok(Some(body)) = body(&mut from) {
            let weight = body.as_ref().map_or(0, |body| weight(body));
            room.take(weight);
            if to.send((weight, message(body, weight))).is_err() {
                break;
            }
        }
    });
    waiting
}

impl Waiting {
    /// The messages that wait, as many as that at most; the ones before are done with. Waits for one; none where no more will come.
    pub(super) fn next(&mut self, most: usize) -> Option<Vec<Received>> {
        self.room.give_back(std::mem::take(&mut self.given));
        let first = self.received.recv().ok()?;
        let all = std::iter::once(first).chain(self.received.try_iter()).take(most);
        Some(
            all.map(|(weight, received)| {
                self.given += weight;
                received
            })
            .collect(),
        )
    }
}

impl Room {
    /// Waits until there is room for so much more. Where nothing else waits, there is room for anything.
    fn take(&self, weight: usize) {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |taken: &mut usize| *taken > 0 && taken.saturating_add(weight) > MEMORY;
        *self.changed.wait_while(taken, is_full).unwrap_or_else(PoisonError::into_inner) += weight;
    }

    fn give_back(&self, weight: usize) {
        *self.taken.lock().unwrap_or_else(PoisonError::into_inner) -= weight;
        self.changed.notify_one();
    }
}

/// Reads one message; none at the end of the input.
///
/// # Errors
/// Where the input cannot be read.
#[cfg(any(test, fuzzing))]
pub(super) fn read(from: &mut impl BufRead) -> io::Result<Option<Received>> {
    let Some(body) = body(from)? else { return Ok(None) };
    let weight = body.as_ref().map_or(0, |body| weight(body));
    Ok(Some(message(body, weight)))
}

/// The text of a message, or why there is none; nothing at the end of the input.
fn body(from: &mut impl BufRead) -> io::Result<Option<Result<Vec<u8>, &'static Sentence>>> {
    let length = match header(from) {
        Ok(Some(length)) if length > LONGEST => return Ok(Some(Err(&say::TOO_MUCH))),
        Ok(Some(length)) => length,
        Ok(None) => return Ok(None),
        // Nothing tells where the next message begins.
        Err(error) if error.kind() == io::ErrorKind::InvalidData => return Ok(Some(Err(&say::NO_HEADER))),
        Err(error) => return Err(error),
    };
    let mut body = Vec::new();
    if from.take(length).read_to_end(&mut body)? as u64 != length {
        return Ok(None);
    }
    Ok(Some(Ok(body)))
}

/// What a message takes at most once it is taken apart, in bytes.
fn weight(body: &[u8]) -> usize {
    let (mut values, mut in_text, mut is_escaped) = (1_usize, false, false);
    for byte in body {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_text,
            b'"' => in_text = !in_text,
            b'[' | b'{' | b',' if !in_text => values += 1,
            _ => {}
        }
    }
    body.len().saturating_add(values.saturating_mul(VALUE))
}

fn message(body: Result<Vec<u8>, &'static Sentence>, weight: usize) -> Received {
    let body = match body {
        Ok(body) if weight <= MEMORY => body,
        Ok(_) => return Received::End(&say::TOO_MUCH),
        Err(why) => return Received::End(why),
    };
    let value: Value = match serde_json::from_slice(&body) {
        Ok(value) => value,
        Err(error) => return Received::Wrong(ErrorCode::ParseError, error.to_string()),
    };
    // A request with an id that cannot be one would pass for a notification, and wait for its answer in vain.
    let has_id = value.get("id").is_some();
    match serde_json::from_value(value) {
        Ok(Message::Notification(_)) if has_id => Received::Wrong(ErrorCode::InvalidRequest, "the id is none".to_owned()),
        Ok(message) => Received::Message(message),
        Err(error) => Received::Wrong(ErrorCode::InvalidRequest, error.to_string()),
    }
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
                let value = value.trim();
                // A number that is too large to be one is a length all the same.
                let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
                length = value.parse().ok().or(is_number.then_some(u64::MAX));
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
            ("Content-Length: 99999999999999999999\r\n\r\n{}".to_owned(), "too much"),
            (format!("Content-Length: {}\r\n\r\n{{}}", u64::MAX), "too much"),
            (format!("Content-Length: {}\r\n\r\n{{}}", LONGEST + 1), "too much"),
            (format!("Content-Length: {LONGEST}\r\n\r\n{{}}"), "end"),
            (message(&format!("[{}0]", "[],".repeat(MEMORY / VALUE))), "too much"),
            // In a text, such characters are no values.
            (message(&format!(r#"{{"method":"x","params":"\"{}"}}"#, "[],".repeat(MEMORY / VALUE))), "message"),
            ("Content-Length: -1\r\n\r\n{}".to_owned(), "no header"),
            ("Content-Length: \r\n\r\n{}".to_owned(), "no header"),
            ("nothing\r\n\r\n".to_owned(), "no header"),
            ("\r\n".to_owned(), "no header"),
            ("x".repeat(10_000), "no header"),
        ];
        for (input, expected) in table {
            let found = match read(&mut input.as_bytes()) {
                Ok(Some(Received::Message(_))) => "message",
                Ok(Some(Received::Wrong(..))) => "wrong",
                Ok(Some(Received::End(why))) if why.key == say::TOO_MUCH.key => "too much",
                Ok(Some(Received::End(_))) => "no header",
                Ok(None) => "end",
                Err(_) => "error",
            };
            assert_eq!(found, expected, "{input:.60}");
        }
    }

    #[test]
    fn messages_wait_until_there_is_room() {
        let room = Arc::new(Room::default());
        // Where there is nothing else, there is room for anything.
        room.take(MEMORY + 1);
        let (told, done) = mpsc::channel();
        let reader = Arc::clone(&room);
        thread::spawn(move || {
            for weight in [MEMORY, 1] {
                reader.take(weight);
                told.send(weight).unwrap();
            }
        });
        let soon = std::time::Duration::from_millis(50);
        let at_last = std::time::Duration::from_secs(60);
        assert!(done.recv_timeout(soon).is_err(), "there is no room yet");
        room.give_back(MEMORY + 1);
        assert_eq!(done.recv_timeout(at_last), Ok(MEMORY));
        assert!(done.recv_timeout(soon).is_err(), "there is no room again");
        room.give_back(MEMORY);
        assert_eq!(done.recv_timeout(at_last), Ok(1));
    }

    #[test]
    fn no_value_takes_more_than_is_counted() {
        // An object with one entry is what takes the most for its text: a node of a tree that has room for eleven of them.
        assert!(11 * (size_of::<String>() + size_of::<Value>()) + 64 <= VALUE);
    }
}
