//! What can be wrong with what somebody says of an objective, a measure or a reading.

use super::figure::Figure;
use super::id::{MeasureId, ObjectiveId};
use super::reading_file::LineProblem;
use crate::Day;
use crate::evidence::{EvidenceId, LinkError};
use crate::explain::Explain;
use crate::workspace::{StoreError, WriteError};

/// Why a change to objectives and measures was not made. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ObjectiveError {
    /// There is no such objective.
    #[error("There is no objective {0}")]
    UnknownObjective(ObjectiveId),
    /// There is no such measure.
    #[error("There is no measure {0}")]
    UnknownMeasure(MeasureId),
    /// There is no such reading.
    #[error("{0} has no reading of {1}")]
    UnknownReading(MeasureId, Day),
    /// There is no such piece of evidence.
    #[error("There is no piece of evidence {0}")]
    UnknownEvidence(EvidenceId),
    /// What it serves is not known.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// A text that is needed is empty; the field in which it stands.
    #[error("{0} is missing")]
    Missing(&'static str, &'static str, &'static str),
    /// It was judged, and stays as it is.
    #[error("{0} was judged; what was said of it stays as it is")]
    Over(ObjectiveId),
    /// It was not judged.
    #[error("{0} was not judged yet")]
    NotOver(ObjectiveId),
    /// Actions of the plan would lose what they are for.
    #[error("{0} has actions in its plan")]
    HasActions(ObjectiveId),
    /// Findings would lose what they come from.
    #[error("{0} has findings that come from it")]
    HasFindings(MeasureId),
    /// No figure is as it is wanted.
    #[error("No figure lies between {0} and {1}")]
    GoalReversed(Figure, Figure),
    /// It is read too often, or too seldom.
    #[error("{0} can't be a rhythm; expected 1 to 60 weeks or months")]
    Rhythm(u32),
    /// It is measured no more.
    #[error("{0} is measured no more since {1}")]
    Ended(MeasureId, Day),
    /// A day that has not come, and the field in which it stands.
    #[error("{0} has not come yet")]
    Future(Day, &'static str),
    /// That day has a reading.
    #[error("{0} has a reading of {1} already: {2}")]
    ReadingTaken(MeasureId, Day, Figure),
    /// The file could not be read.
    #[error("The file could not be read: {0}")]
    File(String),
    /// The file is larger than readings are.
    #[error("The file has more than {0}")]
    FileTooLarge(&'static str),
    /// The file is no text.
    #[error("The file is no text in UTF-8")]
    FileNotText,
    /// There is nothing in the file.
    #[error("The file holds no readings")]
    FileEmpty,
    /// The file is another than somebody looked at.
    #[error("The file has changed since you looked at it")]
    FileChanged,
    /// Lines of the file are wrong.
    #[error("{}", bad_lines(*.0, .1))]
    BadLines(usize, LineProblem),
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

fn bad_lines(total: usize, first: &LineProblem) -> String {
    let LineProblem { line, found, expected } = first;
    let first = format!("line {line}: found {found}; expected {expected}");
    if total == 1 {
        format!("One line of the file is wrong, and nothing was added. {}", capital(&first))
    } else {
        format!("{total} lines of the file are wrong, and nothing was added. The first is {first}")
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl From<StoreError> for ObjectiveError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for ObjectiveError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownObjective(_) => "unknown-objective",
            Self::UnknownMeasure(_) => "unknown-measure",
            Self::UnknownReading(..) => "unknown-reading",
            Self::UnknownEvidence(_) => "unknown-evidence",
            Self::Link(_) => "unknown-requirement",
            Self::Missing(..) => "objective-incomplete",
            Self::Over(_) => "objective-over",
            Self::NotOver(_) => "objective-not-over",
            Self::HasActions(_) => "objective-has-actions",
            Self::HasFindings(_) => "measure-has-findings",
            Self::GoalReversed(..) => "goal-reversed",
            Self::Rhythm(_) => "rhythm-out-of-range",
            Self::Ended(..) => "measure-ended",
            Self::Future(..) => "day-in-future",
            Self::ReadingTaken(..) => "reading-taken",
            Self::File(_) => "file-unreadable",
            Self::FileTooLarge(_) => "readings-too-large",
            Self::FileNotText => "readings-not-text",
            Self::FileEmpty => "readings-empty",
            Self::FileChanged => "readings-changed",
            Self::BadLines(..) => "readings-wrong",
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        Some(
            match self {
                Self::UnknownObjective(_) | Self::UnknownMeasure(_) => {
                    "It may have been removed. Look at the list again."
                }
                Self::UnknownReading(..) => "Look at the readings of the measure again.",
                Self::UnknownEvidence(_) => "Choose a piece of the evidence, or add one first.",
                Self::Link(_) => {
                    "Choose a clause or control of the standard, or an AI system of the inventory."
                }
                Self::Missing(_, hint, _) => hint,
                Self::Over(_) => "Take it up again first, where it is to go on.",
                Self::NotOver(_) => "It can be changed as it is.",
                Self::HasActions(_) => "Remove those actions first, or judge the objective instead.",
                Self::HasFindings(_) => "Say since when it is measured no more instead.",
                Self::GoalReversed(..) => "Write the smaller figure first.",
                Self::Rhythm(_) => "Say after how many weeks or months it is measured again.",
                Self::Ended(..) => "Let it go on first, or take an earlier day.",
                Self::Future(..) => "Take today or a day before.",
                Self::ReadingTaken(..) => "Take another day, or say that the reading is to be replaced.",
                Self::File(_) => "Check that the file is there and that you may read it.",
                Self::FileTooLarge(_) => "Take in a part of the readings at a time.",
                Self::FileNotText => "Save it from your spreadsheet as “CSV UTF-8”.",
                Self::FileEmpty => "Write a day and a value on each line, such as 2026-09-30,92.5.",
                Self::FileChanged => "Look at what it holds now, and take it in then.",
                Self::BadLines(..) => "Correct the lines in the file, and try it again.",
                Self::Write(error) => return error.hint(),
            }
            .into(),
        )
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnknownObjective(_)
            | Self::UnknownMeasure(_)
            | Self::Over(_)
            | Self::NotOver(_)
            | Self::HasActions(_)
            | Self::HasFindings(_) => Some("id"),
            Self::UnknownReading(..) | Self::Ended(..) | Self::ReadingTaken(..) => Some("day"),
            Self::UnknownEvidence(_) => Some("evidence"),
            Self::Link(_) => Some("about"),
            Self::Missing(_, _, field) | Self::Future(_, field) => Some(field),
            Self::GoalReversed(..) => Some("goal"),
            Self::Rhythm(_) => Some("rhythm"),
            Self::File(_)
            | Self::FileTooLarge(_)
            | Self::FileNotText
            | Self::FileEmpty
            | Self::FileChanged
            | Self::BadLines(..) => Some("file"),
            Self::Write(_) => None,
        }
    }
}
