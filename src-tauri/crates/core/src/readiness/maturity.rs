//! Maturity: how well something is done, as it is and as it is meant to be. Optional, and a figure of its own.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, Serializer};
use ts_rs::TS;

use crate::catalogue::Catalogue;
use crate::explain::Explain;
use crate::workspace::{StoreError, WriteError};

/// How well something is done, from 0 to 5.
///
/// 0 nothing; 1 done by individuals; 2 done for each system; 3 one standard way, documented and trained; 4 measured,
/// with limits; 5 improved from what is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "u8", into = "u8")]
#[ts(type = "number")]
pub struct MaturityLevel(u8);

impl MaturityLevel {
    /// Every level, from nothing to improved.
    pub const ALL: [Self; 6] = [Self(0), Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// Returns the level as a number.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

/// A number that is no level.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no level of maturity; expected 0 to 5")]
pub struct LevelError(u8);

impl TryFrom<u8> for MaturityLevel {
    type Error = LevelError;

    fn try_from(number: u8) -> Result<Self, LevelError> {
        if number <= 5 { Ok(Self(number)) } else { Err(LevelError(number)) }
    }
}

impl From<MaturityLevel> for u8 {
    fn from(level: MaturityLevel) -> Self {
        level.0
    }
}

/// What has a maturity: the clauses under a heading, `4` to `10`, or a group of Annex A, `A.2` to `A.10`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct MaturitySubject(String);

/// A text that names nothing that has a maturity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{}” has no maturity; expected a heading of the standard, 4 to 10, or a group of Annex A, A.2 to A.10", crate::text::shown(.0))]
pub struct SubjectError(String);

impl MaturitySubject {
    /// Returns all that has a maturity, in the order of the standard.
    pub fn all() -> impl Iterator<Item = Self> {
        let catalogue = Catalogue::english();
        let headings = catalogue.clauses.iter().filter(|clause| clause.parent.is_none());
        let headings = headings.map(|clause| clause.id.to_string());
        headings.chain(catalogue.top_level_groups().map(|group| group.id.to_string())).map(Self)
    }

    /// Returns its number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MaturitySubject {
    type Err = SubjectError;

    fn from_str(text: &str) -> Result<Self, SubjectError> {
        Self::all().find(|subject| subject.0 == text).ok_or_else(|| SubjectError(text.into()))
    }
}

impl TryFrom<String> for MaturitySubject {
    type Error = SubjectError;

    fn try_from(text: String) -> Result<Self, SubjectError> {
        text.parse()
    }
}

impl From<MaturitySubject> for String {
    fn from(subject: MaturitySubject) -> Self {
        subject.0
    }
}

impl fmt::Display for MaturitySubject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How mature something is, and is meant to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Maturity {
    /// What.
    pub subject: MaturitySubject,
    /// As it is.
    pub now: Option<MaturityLevel>,
    /// As it is meant to be.
    pub goal: Option<MaturityLevel>,
}

/// The mean of levels, with one decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, TS)]
#[ts(type = "number")]
pub struct MaturityMean(u32);

impl MaturityMean {
    fn of(levels: impl Iterator<Item = MaturityLevel> + Clone) -> Option<Self> {
        let (count, sum) =
            levels.fold((0_u32, 0_u32), |(count, sum), level| (count + 1, sum + u32::from(level.0)));
        (count > 0).then(|| Self((20 * sum + count) / (2 * count)))
    }
}

impl fmt::Display for MaturityMean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

impl Serialize for MaturityMean {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 10.0)
    }
}

/// Maturity as it was said, with the mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MaturityView {
    /// All that has a maturity, said or not.
    pub rows: Vec<Maturity>,
    /// The mean of what was said as it is.
    pub now: Option<MaturityMean>,
    /// The mean of what was said as it is meant to be.
    pub goal: Option<MaturityMean>,
    /// How many rows say something; none where maturity is not used.
    #[ts(type = "number")]
    pub said: usize,
}

impl MaturityView {
    pub(super) fn of(said: Vec<Maturity>) -> Self {
        let now = MaturityMean::of(said.iter().filter_map(|row| row.now));
        let goal = MaturityMean::of(said.iter().filter_map(|row| row.goal));
        let count = said.len();
        let rows = MaturitySubject::all().map(|subject| {
            let row = said.iter().find(|row| row.subject == subject).cloned();
            row.unwrap_or(Maturity { subject, now: None, goal: None })
        });
        Self { rows: rows.collect(), now, goal, said: count }
    }
}

/// What to change about maturity; what is left out stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetMaturity {
    /// Of what.
    pub subjects: Vec<MaturitySubject>,
    /// As it is; null takes it away.
    #[serde(default, deserialize_with = "crate::given::given")]
    #[ts(as = "Option<MaturityLevel>", optional = nullable)]
    pub now: Option<Option<MaturityLevel>>,
    /// As it is meant to be; null takes it away.
    #[serde(default, deserialize_with = "crate::given::given")]
    #[ts(as = "Option<MaturityLevel>", optional = nullable)]
    pub goal: Option<Option<MaturityLevel>>,
}

/// Why a change to maturity was not made.
#[derive(Debug, thiserror::Error)]
pub enum MaturityError {
    /// Nothing was named.
    #[error("Nothing is named whose maturity to set")]
    NoSubject,
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for MaturityError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for MaturityError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSubject => "maturity-needs-subject",
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::NoSubject => {
                Some("Name a heading of the standard, 4 to 10, or a group of Annex A, A.2 to A.10.".into())
            }
            Self::Write(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoSubject => Some("subjects"),
            Self::Write(_) => None,
        }
    }
}
