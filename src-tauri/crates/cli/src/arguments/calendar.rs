//! What can be typed about dates.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum CalendarCommand {
    /// List the dates, the earliest first.
    List {
        /// The first day, such as 2027-01-31; without it, what was missed is listed too.
        #[arg(long, value_name = "DATE")]
        from: Option<String>,
        /// The last day.
        #[arg(long, value_name = "DATE")]
        to: Option<String>,
        /// Only what this person answers for.
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
        /// How many at most, up to 1,000.
        #[arg(long, value_name = "N")]
        limit: Option<u32>,
    },
    /// Write every date to a file that calendar programs read (iCalendar).
    Export {
        /// The file, such as dates.ics; one of that name is replaced.
        file: PathBuf,
    },
}
