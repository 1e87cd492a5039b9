//! What can be typed about clauses.

use clap::Subcommand;

use super::Status;

#[derive(Debug, Subcommand)]
pub(crate) enum ClauseCommand {
    /// List every clause with its status.
    List,
    /// Show a clause: what it asks, where you stand, what shows it.
    Show {
        /// Its number, such as 6.1.2.
        id: String,
    },
    /// Change status, target date, owner, and how clauses are met; what is left out stays.
    Set {
        /// Their numbers.
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
        /// How far they are met.
        #[arg(long, value_name = "STATUS")]
        status: Option<Status>,
        /// The day by which they are to be met, such as 2027-01-31; empty takes it away.
        #[arg(long, value_name = "DATE")]
        target: Option<String>,
        /// Who answers for them.
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
        /// How they are met here.
        #[arg(long, value_name = "TEXT")]
        how: Option<String>,
        /// Notes, which no document shows.
        #[arg(long, value_name = "TEXT")]
        notes: Option<String>,
    },
    /// Print what the ledger says of a clause.
    History {
        /// Its number.
        id: String,
    },
}
