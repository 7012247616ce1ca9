//! From the bytes of a file to its text.
//!
//! Only UTF-8 is read, with or without a byte order mark. Every other file is told what it seems to be and how to save it
//! again, at a place that can be shown: its text, as well as it can be made out, comes with the problem.

use std::sync::Arc;

use super::{Source, Span};
use crate::problem::Problem;
use crate::text::{Message, Sentence};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;

/// A file that is not UTF-8 text.
#[derive(Clone, Debug)]
pub struct Undecoded {
    /// The text as well as it can be made out, only to show places in. Up to the place of the problem it is the file byte
    /// for byte, so that offsets count for both, except where the whole file is UTF-16: there the place is its beginning.
    pub source: Source,
    /// What is wrong with the file.
    pub problem: Problem,
}

/// The text of a file, under the name by which messages shall call it.
///
/// A byte order mark stays in the text and counts in offsets.
///
/// # Errors
/// Where the file is too large, is no text, is not UTF-8 or has NUL bytes in it.
///
/// ```
/// use paktlint::source::decode;
///
/// assert_eq!(decode("plan.yaml", "kreis: Lörrach".as_bytes())?.text(), "kreis: Lörrach");
///
/// let windows = decode("plan.yaml", b"kreis: L\xf6rrach").unwrap_err();
/// assert_eq!(windows.source.text(), "kreis: Lörrach");
/// assert_eq!(windows.problem.span.start, 8);
/// # Ok::<(), Box<paktlint::source::Undecoded>>(())
/// ```
pub fn decode(name: impl Into<Arc<str>>, bytes: &[u8]) -> Result<Source, Box<Undecoded>> {
    let name = name.into();
    if bytes.len() > LARGEST_FILE {
        return Err(too_large(name, bytes));
    }
    if let Some(program) = OFFICE_FILES.iter().find(|(start, _)| bytes.starts_with(start)) {
        let message = Message::new(&sentences::NO_TEXT).with("program", program.1);
        return Err(undecoded(name, lossy(bytes), 0, message));
    }
    if let Some(order) = utf16_order(bytes) {
        let message = Message::new(&sentences::UTF_16);
        return Err(undecoded(name, utf16(bytes, order), 0, message));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => match text.find('\0') {
            None => Ok(Source::new(name, text)),
            Some(at) => Err(undecoded(name, text.to_owned(), at, Message::new(&sentences::NUL))),
        },
        Err(error) => Err(not_utf8(name, bytes, error)),
    }
}

/// How files begin that are documents of a program, not text.
const OFFICE_FILES: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "Excel, Word, LibreOffice, ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel, Word"),
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
];

#[derive(Clone, Copy)]
enum ByteOrder {
    Little,
    Big,
}

fn undecoded(name: Arc<str>, text: String, at: usize, message: Message) -> Box<Undecoded> {
    let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
    let span = Span::new(offset(at), offset(end));
    let help = match message.key() {
        Some(key) if key == sentences::NUL.key || key == sentences::NO_TEXT.key => &sentences::HELP_TEXT,
        Some(key) if key == sentences::TOO_LARGE.key => &sentences::HELP_SMALLER,
        _ => &sentences::HELP_SAVE,
    };
    Box::new(Undecoded { source: Source::new(name, text), problem: Problem::new(span, message).help(Message::new(help)) })
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn too_large(name: Arc<str>, bytes: &[u8]) -> Box<Undecoded> {
    let start = bytes.get(..LARGEST_FILE).unwrap_or(bytes);
    let text = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) => start.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok()).unwrap_or(""),
    };
    let message = Message::new(&sentences::TOO_LARGE).with("limit", LARGEST_FILE / (1024 * 1024));
    undecoded(name, text.to_owned(), text.len(), message)
}

fn not_utf8(name: Arc<str>, bytes: &[u8], error: std::str::Utf8Error) -> Box<Undecoded> {
    let at = error.valid_up_to();
    let text = lossy(bytes);
    let character = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('\u{fffd}');
    let sentence: &'static Sentence = guess(bytes);
    let message = Message::new(sentence).with("character", character.encode_utf8(&mut [0; 4]) as &str);
    undecoded(name, text, at, message)
}

/// Which sentence fits a file that is not UTF-8: Windows-1252 has no valid sequence of UTF-8 in it but by chance.
fn guess(bytes: &[u8]) -> &'static Sentence {
    let mut undefined = false;
    for chunk in bytes.utf8_chunks() {
        if !chunk.valid().is_ascii() {
            return &sentences::MIXED;
        }
        undefined |= chunk.invalid().iter().any(|&byte| windows_1252(byte) == '\u{fffd}');
    }
    if undefined { &sentences::UNKNOWN_ENCODING } else { &sentences::WINDOWS_1252 }
}

/// Valid UTF-8 as it is, and every other byte as the character that Windows-1252 has for it.
fn lossy(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|&byte| windows_1252(byte)));
    }
    text
}

fn windows_1252(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}', '\u{fffd}', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => UPPER.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    }
}

/// The byte order of a file that is UTF-16: told by its mark, or by every other byte of its beginning being zero.
fn utf16_order(bytes: &[u8]) -> Option<ByteOrder> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(ByteOrder::Little),
        [0xfe, 0xff, ..] => return Some(ByteOrder::Big),
        _ => {}
    }
    let (mut pairs, mut first_zero, mut second_zero) = (0_usize, 0_usize, 0_usize);
    for pair in bytes.chunks_exact(2).take(512) {
        pairs += 1;
        first_zero += usize::from(pair.first() == Some(&0));
        second_zero += usize::from(pair.get(1) == Some(&0));
    }
    if pairs < 2 {
        None
    } else if second_zero * 2 > pairs && first_zero * 10 <= second_zero {
        Some(ByteOrder::Little)
    } else if first_zero * 2 > pairs && second_zero * 10 <= first_zero {
        Some(ByteOrder::Big)
    } else {
        None
    }
}

fn utf16(bytes: &[u8], order: ByteOrder) -> String {
    let units = bytes.chunks_exact(2).map(|pair| {
        let pair = [pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)];
        match order {
            ByteOrder::Little => u16::from_le_bytes(pair),
            ByteOrder::Big => u16::from_be_bytes(pair),
        }
    });
    char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).filter(|&c| c != '\u{feff}').collect()
}

mod sentences {
    crate::text::sentences! {
        TOO_LARGE = "file-too-large",
            "Die Datei ist größer als {limit} MiB; nur bis hierher könnte sie gelesen werden.",
            "The file is larger than {limit} MiB; it could be read only up to here.";
        NO_TEXT = "file-no-text",
            "Das ist keine Textdatei, sondern ein Dokument eines Programms ({program}).",
            "This is not a text file but a document of a program ({program}).";
        UTF_16 = "file-utf-16",
            "Die Datei ist in UTF-16 gespeichert (Excel nennt das „Unicode-Text“); gelesen wird nur UTF-8.",
            "The file is saved as UTF-16 (Excel calls it “Unicode Text”); only UTF-8 can be read.";
        WINDOWS_1252 = "file-windows-1252",
            "Die Datei ist nicht in UTF-8 gespeichert, sondern vermutlich in Windows-1252 („ANSI“); das erste betroffene Zeichen ist hier „{character}“.",
            "The file is not saved as UTF-8 but probably as Windows-1252 (“ANSI”); the first character affected is “{character}” here.";
        MIXED = "file-mixed-encoding",
            "Die Datei ist fast überall UTF-8, aber hier nicht: Vielleicht wurde Text aus einer anderen Datei eingefügt oder die Datei ist beschädigt.",
            "The file is mostly UTF-8, but not here: text from another file may have been inserted, or the file is damaged.";
        UNKNOWN_ENCODING = "file-unknown-encoding",
            "Die Datei ist nicht in UTF-8 gespeichert; in welcher Kodierung, ist nicht zu erkennen.",
            "The file is not saved as UTF-8; which encoding it has cannot be told.";
        NUL = "file-nul",
            "Hier steht ein Null-Byte; eine Textdatei enthält keines.",
            "There is a NUL byte here; a text file has none.";
        HELP_SAVE = "file-help-save",
            "Speichern Sie die Datei neu als UTF-8: im Windows-Editor mit „Datei“ → „Speichern unter“ → Codierung „UTF-8“; in Excel mit dem Dateityp „CSV UTF-8“.",
            "Save the file again as UTF-8: in Windows Notepad with “File” → “Save as” → encoding “UTF-8”; in Excel with the file type “CSV UTF-8”.";
        HELP_TEXT = "file-help-text",
            "Geben Sie die Textdatei (YAML oder JSON) an, die den Plan enthält; ein Dokument aus Word oder Excel müssen Sie erst als Text abschreiben oder speichern.",
            "Give the text file (YAML or JSON) that holds the plan; a document of Word or Excel must first be copied or saved as text.";
        HELP_SMALLER = "file-help-smaller",
            "Ein Plan hat gewöhnlich wenige Seiten. Prüfen Sie, ob es die richtige Datei ist, oder teilen Sie sie auf.",
            "A plan usually has a few pages. Check whether it is the right file, or split it.";
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn utf16_bytes(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn utf8_is_taken_as_it_is() {
        for text in ["", "kreis: Lörrach\r\n", "\u{feff}a: 1", "😀", "a"] {
            assert_eq!(decode("t", text.as_bytes()).map(|source| source.text().to_owned()).ok(), Some(text.to_owned()));
        }
    }

    #[test]
    fn other_files_are_told_what_they_are() {
        /// Bytes, key, place (line, column, offset), text of the line.
        type Case<'t> = (&'t [u8], &'t str, (u32, u32, u32), &'t str);
        let plan = "kreis: Lörrach\nstellen: []\n";
        let with_mark = format!("\u{feff}{plan}");
        let cases: &[Case<'_>] = &[
            (b"a: 1\nkreis: L\xf6rrach\n", "file-windows-1252", (2, 9, 13), "kreis: Lörrach"),
            (b"n: \x84Haus\x93 \x96 \x80", "file-windows-1252", (1, 4, 3), "n: „Haus“ – €"),
            (b"a: \xc3\xa4\nb: \xe4", "file-mixed-encoding", (2, 4, 9), "b: ä"),
            (b"a: \xe4\nb: \xc3\xa4", "file-mixed-encoding", (1, 4, 3), "a: ä"),
            (b"gr\x81n: 1", "file-unknown-encoding", (1, 3, 2), "gr\u{fffd}n: 1"),
            (b"a: 1\nb: \0", "file-nul", (2, 4, 8), "b: \0"),
            (b"PK\x03\x04\x14\0\x06\0", "file-no-text", (1, 1, 0), "PK\x03\x04\x14\0\x06\0"),
            (&utf16_bytes(plan, false), "file-utf-16", (1, 1, 0), "kreis: Lörrach"),
            (&utf16_bytes(plan, true), "file-utf-16", (1, 1, 0), "kreis: Lörrach"),
            (&utf16_bytes(&with_mark, false), "file-utf-16", (1, 1, 0), "kreis: Lörrach"),
            (&utf16_bytes(&with_mark, true), "file-utf-16", (1, 1, 0), "kreis: Lörrach"),
        ];
        for (bytes, key, (line, column, offset), shown) in cases {
            let Err(undecoded) = decode("t", bytes) else { panic!("{key} was read") };
            let at = undecoded.source.position(undecoded.problem.span.start);
            assert_eq!(undecoded.problem.message.key(), Some(*key));
            assert_eq!((at.line, at.column, at.offset), (*line, *column, *offset), "{key}");
            assert_eq!(undecoded.source.text().lines().nth(*line as usize - 1), Some(*shown), "{key}");
            assert!(undecoded.problem.help.is_some());
        }
    }

    #[test]
    fn sentences_say_the_same_in_both_languages() {
        for sentence in sentences::ALL {
            let arguments = |text: &str| ["{limit}", "{program}", "{character}"].map(|argument| text.contains(argument));
            assert_eq!(arguments(sentence.text.de), arguments(sentence.text.en), "{}", sentence.key);
        }
    }

    #[test]
    fn the_largest_file_is_read_and_no_larger_one() {
        let mut bytes = vec![b'#'; LARGEST_FILE];
        assert!(decode("t", &bytes).is_ok());
        bytes.push(b'#');
        let undecoded = decode("t", &bytes).expect_err("it is too large");
        assert_eq!(undecoded.problem.message.key(), Some("file-too-large"));
        assert_eq!(undecoded.problem.span.start as usize, LARGEST_FILE);
    }

    proptest! {
        #[test]
        fn any_bytes_give_a_text_and_a_place_in_it(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            match decode("t", &bytes) {
                Ok(source) => prop_assert_eq!(source.text().as_bytes(), &bytes[..]),
                Err(undecoded) => {
                    let span = undecoded.problem.span;
                    prop_assert!(undecoded.source.text().get(span.range()).is_some());
                    if undecoded.problem.message.key() != Some("file-utf-16") {
                        prop_assert_eq!(&undecoded.source.text().as_bytes()[..span.start as usize], &bytes[..span.start as usize]);
                    }
                }
            }
        }
    }
}
