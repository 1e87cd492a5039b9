//! Maturity: how well the work of a theme is done, as it is and as it is meant to be. Optional, a judgement of the
//! company's own, and no part of any figure of readiness.

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalogue::Theme;
use crate::given::renew;
use crate::record::{Record, RecordKind};
use crate::workspace::{StoreError, Tx, Workspace, WriteError};

pub(crate) const TABLES: &str = "
-- A theme of which nobody has said anything has no row.
CREATE TABLE maturity (
    theme TEXT PRIMARY KEY,
    now   INTEGER CHECK (now BETWEEN 0 AND 5),
    goal  INTEGER CHECK (goal BETWEEN 0 AND 5),
    CHECK (now IS NOT NULL OR goal IS NOT NULL)
) STRICT, WITHOUT ROWID;
";

/// How well something is done, from 0 to 5.
///
/// 0 nothing; 1 done by individuals; 2 done for each system; 3 one standard way, documented and trained; 4 measured,
/// with limits; 5 improved from what is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "u8", into = "u8")]
#[ts(type = "0 | 1 | 2 | 3 | 4 | 5")]
pub struct MaturityLevel(u8);

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

/// How mature the work of a theme is, and is meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Maturity {
    /// The theme.
    pub theme: Theme,
    /// As it is; nothing where nobody has said so.
    pub now: Option<MaturityLevel>,
    /// As it is meant to be; nothing where nobody has said so.
    pub goal: Option<MaturityLevel>,
}

impl Maturity {
    fn unsaid(theme: Theme) -> Self {
        Self { theme, now: None, goal: None }
    }
}

/// What to change about the maturity of a theme; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetMaturity {
    /// The theme.
    pub theme: Theme,
    /// As it is; null takes it away.
    #[serde(default, deserialize_with = "crate::given::given")]
    #[ts(as = "Option<MaturityLevel>", optional = nullable)]
    pub now: Option<Option<MaturityLevel>>,
    /// As it is meant to be; null takes it away.
    #[serde(default, deserialize_with = "crate::given::given")]
    #[ts(as = "Option<MaturityLevel>", optional = nullable)]
    pub goal: Option<Option<MaturityLevel>>,
}

/// Returns the maturity of each theme, in the order of the standard.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn maturity(workspace: &Workspace) -> Result<Vec<Maturity>, StoreError> {
    workspace.read(all)
}

/// Changes the maturity of a theme and returns that of each.
///
/// # Errors
/// [`WriteError`] where the workspace can't be written; nothing was changed then.
pub fn set_maturity(tx: &mut Tx<'_>, set: SetMaturity) -> Result<Vec<Maturity>, WriteError> {
    let mut after = of(tx.reading(), set.theme)?;
    renew(&mut after.now, set.now);
    renew(&mut after.goal, set.goal);
    if after == Maturity::unsaid(set.theme) {
        tx.remove::<Maturity>(set.theme.name())?;
    } else {
        tx.put(&after)?;
    }
    Ok(all(tx.reading())?)
}

fn all(conn: &Connection) -> Result<Vec<Maturity>, StoreError> {
    Theme::ALL.into_iter().map(|theme| of(conn, theme)).collect()
}

fn of(conn: &Connection, theme: Theme) -> Result<Maturity, StoreError> {
    Ok(Maturity::load(conn, theme.name())?.unwrap_or_else(|| Maturity::unsaid(theme)))
}

fn named(key: &str) -> Option<Theme> {
    Theme::ALL.into_iter().find(|theme| theme.name() == key)
}

impl Record for Maturity {
    const KIND: RecordKind = RecordKind::Maturity;

    fn key(&self) -> String {
        self.theme.name().into()
    }

    fn unwritten(key: &str) -> Option<Self> {
        named(key).map(Self::unsaid)
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let Some(theme) = named(key) else { return Ok(None) };
        let levels = |row: &Row<'_>| Ok((row.get::<_, Option<u8>>(0)?, row.get::<_, Option<u8>>(1)?));
        let row = conn
            .prepare_cached("SELECT now, goal FROM maturity WHERE theme = ?1")?
            .query_row([key], levels)
            .optional()?;
        let Some((now, goal)) = row else { return Ok(None) };
        let level = |column: &str, number: Option<u8>| {
            number.map(MaturityLevel::try_from).transpose().map_err(|error| {
                StoreError::Unreadable(format!("table maturity, row {key}: {column}: {error}"))
            })
        };
        Ok(Some(Self { theme, now: level("now", now)?, goal: level("goal", goal)? }))
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        let number = |level: Option<MaturityLevel>| level.map(u8::from);
        conn.prepare_cached(
            "INSERT INTO maturity (theme, now, goal) VALUES (?1, ?2, ?3)
             ON CONFLICT (theme) DO UPDATE SET now = ?2, goal = ?3",
        )?
        .execute(params![self.theme.name(), number(self.now), number(self.goal)])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM maturity WHERE theme = ?1")?.execute([key])?;
        Ok(())
    }
}
