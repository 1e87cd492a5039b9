//! The terminal as the host of operations.

use std::io::IsTerminal as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::OnceLock;

use annexe_api::{Host, Progress};
use indicatif::ProgressBar;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

/// The terminal.
pub(crate) struct Terminal {
    /// The moment that `SOURCE_DATE_EPOCH` fixes.
    fixed: Option<Timestamp>,
    bar: OnceLock<ProgressBar>,
}

impl Terminal {
    /// Returns the terminal, or a message where `SOURCE_DATE_EPOCH` is set to what is no moment.
    pub(crate) fn new() -> Result<Self, String> {
        let fixed =
            match std::env::var("SOURCE_DATE_EPOCH") {
                Err(_) => None,
                Ok(text) => {
                    let moment = text.parse().ok().and_then(|second| Timestamp::from_second(second).ok());
                    Some(moment.ok_or(
                        "SOURCE_DATE_EPOCH is no moment; expected seconds since 1970 as a whole number",
                    )?)
                }
            };
        Ok(Self { fixed, bar: OnceLock::new() })
    }

    /// Takes the progress off the screen.
    pub(crate) fn clear(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

impl Host for Terminal {
    fn now(&self) -> Timestamp {
        self.fixed.unwrap_or_else(Timestamp::now)
    }

    fn time_zone(&self) -> TimeZone {
        if self.fixed.is_some() { TimeZone::UTC } else { TimeZone::system() }
    }

    fn actor(&self) -> String {
        annexe_api::system_user()
    }

    fn new_id(&self) -> Uuid {
        Uuid::new_v4()
    }

    fn progress(&self, progress: Progress) -> ControlFlow<()> {
        if std::io::stderr().is_terminal() {
            let bar = self.bar.get_or_init(|| match progress.total {
                Some(total) => ProgressBar::new(total),
                None => ProgressBar::new_spinner(),
            });
            bar.set_message(format!("{} {}", progress.done, progress.what));
            bar.set_position(progress.done);
        }
        ControlFlow::Continue(())
    }

    fn application_folder(&self) -> Option<&Path> {
        None
    }
}

/// Returns the words that were typed, or a message where one is no text.
pub(crate) fn words() -> Result<Vec<String>, String> {
    std::env::args_os()
        .enumerate()
        .map(|(at, word)| {
            word.into_string().map_err(|word| {
                format!(
                    "argument {at} (“{}”) is not valid UTF-8; expected text in UTF-8",
                    word.to_string_lossy()
                )
            })
        })
        .collect()
}
