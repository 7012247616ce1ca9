//! Ctrl+C while files are written.
//!
//! A file is replaced by another one that was written beside it. Whoever stops the program in between must not find that other
//! file. So while files are being replaced the program finishes those, begins no further one, and then ends as it was asked to;
//! and what stands beside a file for longer, because it grows as long as the run lasts, is removed first. Nothing else holds it up.

use std::path::{Path, PathBuf};

/// As long as this is there, the program finishes what it does before it ends.
#[must_use]
pub(crate) struct Held(());

/// As long as this is there, a file is removed where the program is asked to end.
#[must_use]
pub(crate) struct Beside(#[cfg_attr(not(unix), allow(dead_code, reason = "nothing is asked to end there"))] PathBuf);

#[cfg(unix)]
mod unix {
    use std::io::{self, PipeReader, Read as _};
    use std::path::{Path, PathBuf};
    use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
    use std::{fs, thread};

    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::low_level;

    use super::{Beside, Held};

    /// From the first file that is written on.
    static STATE: LazyLock<Mutex<State>> = LazyLock::new(|| {
        for signal in [SIGINT, SIGTERM] {
            // Where there can be no thread, the program ends at once, as it would without.
            let _ = listen(signal);
        }
        Mutex::default()
    });

    #[derive(Default)]
    struct State {
        /// How many files are being replaced.
        writing: usize,
        /// What is removed before the end.
        beside: Vec<PathBuf>,
        /// The signal that has asked to end.
        asked: Option<i32>,
    }

    impl State {
        fn end_if_asked(&mut self) {
            if let (0, Some(signal)) = (self.writing, self.asked) {
                for file in self.beside.drain(..) {
                    let _ = fs::remove_file(file);
                }
                let _ = low_level::emulate_default_handler(signal);
            }
        }
    }

    /// A panic elsewhere leaves things as they are.
    fn state() -> MutexGuard<'static, State> {
        STATE.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a signal, in a thread of its own: what is to be done then is more than may be done in the midst of anything.
    fn listen(signal: i32) -> io::Result<()> {
        let (from, to) = io::pipe()?;
        thread::Builder::new().spawn(move || wait(signal, from))?;
        low_level::pipe::register(signal, to)?;
        Ok(())
    }

    fn wait(signal: i32, mut from: PipeReader) {
        while from.read_exact(&mut [0]).is_ok() {
            let mut state = state();
            state.asked = Some(signal);
            state.end_if_asked();
        }
    }

    pub(super) fn hold() {
        let mut state = state();
        state.end_if_asked();
        if state.asked.is_some() {
            drop(state);
            // The last of those that still write ends the program.
            loop {
                thread::park();
            }
        }
        state.writing += 1;
    }

    impl Drop for Held {
        fn drop(&mut self) {
            let mut state = state();
            state.writing = state.writing.saturating_sub(1);
            state.end_if_asked();
        }
    }

    pub(super) fn remove(file: &Path) {
        state().beside.push(file.to_owned());
    }

    impl Drop for Beside {
        fn drop(&mut self) {
            state().beside.retain(|file| *file != self.0);
        }
    }
}

/// Begins to write a file; where the program was asked to end, it ends instead.
pub(crate) fn hold() -> Held {
    #[cfg(unix)]
    unix::hold();
    Held(())
}

/// Has a file removed where the program is asked to end.
pub(crate) fn remove(file: &Path) -> Beside {
    #[cfg(unix)]
    unix::remove(file);
    Beside(file.to_owned())
}
