//! Writing the dates to a file for a calendar program.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::dates::{ListDates, dates};
use super::ics::{Head, written};
use super::words::Words;
use crate::Day;
use crate::explain::Explain;
use crate::organisation;
use crate::whole_file::{self, FileError};
use crate::workspace::{Founding, StoreError, Workspace};

/// The most pieces of evidence whose end is written.
const MOST: usize = 1_000;

/// Where the calendar goes.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExportCalendar {
    /// The file, best named `….ics`.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// Whether a file of that name is replaced; it is where nothing is said.
    pub replace: Option<bool>,
}

/// A calendar that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WrittenCalendar {
    /// Where it is.
    pub file: String,
    /// How many dates it holds.
    #[ts(type = "number")]
    pub dates: usize,
}

/// Why no calendar was written.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// The file can't be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The database can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Explain for CalendarError {
    fn code(&self) -> &'static str {
        match self {
            Self::File(error) => error.code(),
            Self::Store(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::File(error) => error.hint(),
            Self::Store(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::File(error) => error.field(),
            Self::Store(_) => None,
        }
    }
}

/// Writes every date to a file that calendar programs read (RFC 5545); of the evidence, the next 1,000 ends.
///
/// Imported again, the file changes what was imported before and doubles nothing.
///
/// # Errors
/// [`CalendarError`]; what stood under the file's name still does then.
pub fn export(
    workspace: &Workspace,
    to: &ExportCalendar,
    at: jiff::Timestamp,
    today: Day,
) -> Result<WrittenCalendar, CalendarError> {
    let (head, dates) = workspace.read(|conn| {
        let organisation = organisation::load(conn)?.name.to_string();
        let head = Head { workspace: Founding::id_of(conn)?, organisation, at };
        Ok::<_, StoreError>((head, dates(conn, &ListDates::default(), today, MOST)?))
    })?;
    let text = written(&head, &dates, Words::english());
    let file = whole_file::write(&to.file, text.as_bytes(), to.replace.unwrap_or(true))?;
    Ok(WrittenCalendar { file: file.display().to_string(), dates: dates.len() })
}
