//! A letter as a draft of an e-mail, which a mail program opens for its sender to complete and send.

use std::io;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date as Sent;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;
use paktlint::render::document::{self, Document};
use paktlint::render::letter::Letter;
use paktlint::render::{self, questions};
use paktlint::text::Lang;

/// A draft with the form attached. It names no sender, no recipient and no computer, and is the same for the same questions and day.
pub(super) fn draft(letter: &Letter, attached: &str, form: &str, day: Date, lang: Lang) -> io::Result<String> {
    let body = body(letter, lang);
    let id = questions::fingerprint(&[&body, form, &day.to_string()]);
    let noon = day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).map_or(0, |noon| noon.timestamp().as_second());
    let parts = vec![
        MimePart::new("text/plain", body),
        MimePart::new(ContentType::new("text/html").attribute("charset", "utf-8"), form).attachment(attached),
    ];
    let mixed = ContentType::new("multipart/mixed").attribute("boundary", format!("paktlint-{id}"));
    MessageBuilder::new()
        .subject(render::safe(&letter.subject).into_owned())
        .date(Sent::new(noon))
        .message_id(format!("{id}@paktlint.invalid"))
        .header("X-Unsent", Text::new("1"))
        .header("Content-Language", Text::new(if lang == Lang::De { "de" } else { "en" }))
        .body(MimePart::new(mixed, parts))
        .write_to_string()
}

/// The letter as text. The mail has a subject of its own.
fn body(letter: &Letter, lang: Lang) -> String {
    let blocks = letter.blocks.iter().skip(1).cloned().collect();
    let text = document::text(&Document::new(lang, letter.subject.clone(), blocks));
    text.split_once("\n\n").map_or_else(|| text.clone(), |(_, body)| body.to_owned())
}
