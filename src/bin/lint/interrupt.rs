//! Ctrl+C while files are written.
//!
//! A file is replaced by another one that was written beside it. Whoever stops the program in between must not find that other
//! file: so while files are being replaced the program finishes those, begins no further one, and then ends as it was asked to.
//! Nothing else holds it up.

/// As long as this is there, the program finishes what it does before it ends.
#[must_use]
pub(crate) struct Held(());

#[cfg(unix)]
mod unix {
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
    use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
    use std::thread;

    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::{flag, low_level};

    use super::Held;

    /// From the first file that is written on.
    static STATE: LazyLock<State> = LazyLock::new(State::new);

    struct State {
        /// How many files are being written.
        writing: Mutex<usize>,
        /// Whether to end at once.
        at_once: Arc<AtomicBool>,
        /// The signal that has asked to end; 0 before.
        asked: Arc<AtomicUsize>,
    }

    impl State {
        fn new() -> Self {
            let state = Self { writing: Mutex::new(0), at_once: Arc::new(AtomicBool::new(true)), asked: Arc::default() };
            for signal in [SIGINT, SIGTERM] {
                // Where nothing can be registered, the program ends at once, as it would without.
                let _ = flag::register_conditional_default(signal, Arc::clone(&state.at_once))
                    .and_then(|_| flag::register_usize(signal, Arc::clone(&state.asked), usize::try_from(signal).unwrap_or_default()));
            }
            state
        }

        /// A panic elsewhere leaves a number as it is.
        fn writing(&self) -> MutexGuard<'_, usize> {
            self.writing.lock().unwrap_or_else(PoisonError::into_inner)
        }

        fn end_if_asked(&self) {
            if let Ok(signal @ 1..) = i32::try_from(self.asked.load(Ordering::SeqCst)) {
                let _ = low_level::emulate_default_handler(signal);
            }
        }
    }

    pub(super) fn hold() {
        let mut writing = STATE.writing();
        if *writing == 0 {
            STATE.end_if_asked();
            STATE.at_once.store(false, Ordering::SeqCst);
        } else if STATE.asked.load(Ordering::SeqCst) > 0 {
            drop(writing);
            // The last of those that still write ends the program.
            loop {
                thread::park();
            }
        }
        *writing += 1;
    }

    impl Drop for Held {
        fn drop(&mut self) {
            let mut writing = STATE.writing();
            *writing = writing.saturating_sub(1);
            if *writing == 0 {
                STATE.at_once.store(true, Ordering::SeqCst);
                STATE.end_if_asked();
            }
        }
    }
}

/// Begins to write a file; where the program was asked to end, it ends instead.
pub(crate) fn hold() -> Held {
    #[cfg(unix)]
    unix::hold();
    Held(())
}
