//! What can be typed about reports.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum ReportCommand {
    /// Write where the company stands, what is missing, and who does what by when, as a PDF.
    Gap {
        /// The file; one of that name is replaced.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}
