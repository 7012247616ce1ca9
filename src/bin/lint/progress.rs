//! How far a long run is: on a terminal alone, and only where no report is being written to it.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use paktlint::text::{Lang, Message};

use crate::args::Target;
use crate::output::Output;
use crate::sentences as say;

/// After which time a run is long.
const LONG: Duration = Duration::from_secs(1);

/// A bar on standard error, once the run is long.
pub(crate) struct Progress {
    bar: ProgressBar,
    started: Instant,
    wanted: bool,
}

impl Progress {
    pub(crate) fn new(plans: usize, targets: &[Target], out: &Output, lang: Lang) -> Self {
        let bar = ProgressBar::with_draw_target(Some(plans as u64), ProgressDrawTarget::hidden());
        let words = Message::new(&say::JUDGING).text(lang);
        if let Ok(style) = ProgressStyle::with_template(&format!("{words} {{pos}}/{{len}} {{bar:30}} {{eta}}")) {
            bar.set_style(style);
        }
        let on_terminal = out.is_terminal() && targets.iter().any(|target| target.file.is_none());
        Self { bar, started: Instant::now(), wanted: !on_terminal }
    }

    pub(crate) fn advance(&mut self, plans: usize) {
        if self.wanted && self.started.elapsed() > LONG {
            // Where standard error is no terminal, nothing is drawn.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.wanted = false;
        }
        self.bar.inc(plans as u64);
    }

    pub(crate) fn finish(self) {
        self.bar.finish_and_clear();
    }
}
