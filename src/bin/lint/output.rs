//! Standard output and standard error.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Stdout, Write};

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use paktlint::render::human::{self, Look};
use paktlint::text::Lang;

use terminal_size::{Height, Width};

use crate::args::Color;
use crate::failure::Failure;
use crate::status::Status;
use crate::unified::For;

/// Columns where no terminal tells.
const WIDTH: u16 = 80;

/// How a file shows text.
pub(crate) const LOOK_OF_FILES: Look = Look { color: false, width: WIDTH as usize };

/// Where reports go: buffered, and without colours where none are wanted.
pub(crate) struct Output {
    to: BufWriter<AutoStream<Stdout>>,
    look: Look,
    terminal: bool,
    /// Nobody reads any more, as in `lint … | head`. The run goes on, for the sake of its exit status.
    closed: bool,
}

impl Output {
    pub(crate) fn new(color: Color) -> Self {
        let stdout = io::stdout();
        let choice = choice(color, &stdout);
        let terminal = stdout.is_terminal();
        let size = if terminal { terminal_size::terminal_size_of(&stdout) } else { None };
        let look = look(choice, size);
        Self { to: BufWriter::new(AutoStream::new(stdout, choice)), look, terminal, closed: false }
    }

    /// Whether a person sees the text at once.
    pub(crate) fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// How the terminal shows text.
    pub(crate) fn look(&self) -> Look {
        self.look
    }

    /// Prints a text as it is.
    pub(crate) fn text(&mut self, text: &str) -> io::Result<()> {
        self.attempt(|to| to.write_all(text.as_bytes()))
    }

    /// Prints a text, and ends its last line.
    pub(crate) fn page(&mut self, text: &str) -> io::Result<()> {
        self.text(text)?;
        if text.is_empty() || text.ends_with('\n') { Ok(()) } else { self.text("\n") }
    }

    /// Prints a page; the lines of running text are broken for a terminal alone: what goes to a file or a program is kept whole.
    pub(crate) fn prose(&mut self, text: &str) -> io::Result<()> {
        if self.terminal { self.page(&human::wrapped(text, self.look)) } else { self.page(text) }
    }

    /// Prints a text byte for byte: what a program goes on with.
    pub(crate) fn raw(&mut self, text: &str) -> io::Result<()> {
        self.raw_bytes(text.as_bytes())
    }

    /// Prints bytes as they are.
    pub(crate) fn raw_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        // What is held back goes first. Colours are left out of everything else that goes to a file; here they may be part of a text.
        self.attempt(|to| {
            to.flush()?;
            io::stdout().lock().write_all(bytes)
        })
    }

    /// What a diff is for that goes to standard output: whoever wants colours looks at it.
    pub(crate) fn diff_for(&self) -> For {
        if self.terminal || self.look.color { For::Terminal { color: self.look.color } } else { For::Program }
    }

    /// Prints what is still held back.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.attempt(BufWriter::flush)?;
        self.attempt(|_| io::stdout().lock().flush())
    }

    fn attempt(&mut self, write: impl FnOnce(&mut BufWriter<AutoStream<Stdout>>) -> io::Result<()>) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        match write(&mut self.to) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            done => done,
        }
    }
}

/// Prints the help or the version.
pub(crate) fn answer(answer: &clap::Error, lang: Lang) -> Status {
    match answer.print().and_then(|()| io::stdout().lock().flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            complain(&Failure::Output(error).text(lang, None));
            Status::Misuse
        }
        // Who reads no further has seen enough.
        _ => Status::Fine,
    }
}

fn choice(color: Color, stream: &impl RawStream) -> ColorChoice {
    match color {
        Color::Auto => AutoStream::choice(stream),
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
}

fn look(choice: ColorChoice, size: Option<(Width, Height)>) -> Look {
    let width = size.map_or(WIDTH, |(columns, _)| columns.0).clamp(40, 120);
    Look { color: choice != ColorChoice::Never, width: width.into() }
}

/// How standard error shows text.
pub(crate) fn look_of_errors(color: Color) -> Look {
    let stderr = io::stderr();
    let size = if stderr.is_terminal() { terminal_size::terminal_size_of(&stderr) } else { None };
    look(choice(color, &stderr), size)
}

/// Prints what is wrong with how the tool was called.
pub(crate) fn complain(text: &str) {
    let mut to = io::stderr().lock();
    for line in text.lines() {
        // There is no further place to say that nobody can be told.
        let _ = writeln!(to, "{line}");
    }
}
