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
    /// Write what an internal audit looked at, saw and found, as a PDF.
    Audit {
        /// Its number, such as AU-1.
        id: String,
        /// The file; one of that name is replaced.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Write every finding with its actions, and what came of them: as PDF, XLSX or CSV, by the end of the name.
    Findings {
        /// The file; one of that name is replaced.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Write the minutes of a management review as a PDF.
    Review {
        /// Its number, such as MR-1.
        id: String,
        /// The file; one of that name is replaced.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}
