//! As what `lint diff` and `lint advise` write a document, and where to.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::ValueEnum;
use paktlint::text::Message;

use crate::failure::Failure;
use crate::sentences as say;

/// A document for people, or the same for programs.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Written {
    /// As what it is written; without it, as the ending of --out says, else human
    #[arg(long = "format", id = "document_format", value_name = "FORMAT")]
    format: Option<DocumentFormat>,

    /// Where to write it; without it, standard output
    ///
    /// The ending says as what: .html, .md, .json or .txt. A file that is there is overwritten.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// Forms of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DocumentFormat {
    /// Text for people
    Human,
    /// For mails and wikis
    Markdown,
    /// A page that stands alone
    Html,
    /// A JSON object, for programs
    Json,
}

impl Written {
    /// The format that is asked for; else the one that the ending of the file tells.
    pub(crate) fn format(&self) -> Result<DocumentFormat, Failure> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let Some(file) = &self.out else { return Ok(DocumentFormat::Human) };
        let ending = file.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
        Ok(match ending.as_str() {
            "html" | "htm" => DocumentFormat::Html,
            "md" | "markdown" => DocumentFormat::Markdown,
            "json" => DocumentFormat::Json,
            "txt" => DocumentFormat::Human,
            _ => {
                let message = Message::new(&say::UNKNOWN_ENDING).with("file", &*file.to_string_lossy());
                return Err(Failure::Misuse(vec![message]));
            }
        })
    }
}
