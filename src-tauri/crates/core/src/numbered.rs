//! Numbers that a workspace gives once: `E-12` for a piece of evidence, `S-3` for an AI system.

use rusqlite::Connection;

use crate::record::RecordKind;
use crate::workspace::StoreError;

/// Declares the number of a kind of record: letters that say what it is, a hyphen, and a number from 1.
macro_rules! numbered {
    ($(#[$doc:meta])* $name:ident, $error:ident: $prefix:literal, $what:literal) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS,
        )]
        #[serde(try_from = "String", into = "String")]
        #[ts(as = "String")]
        pub struct $name(u32);

        #[doc = concat!("A text that can't be the number of ", $what, ".")]
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        #[error(
            "“{}” can't be the number of {what}: expected one such as {prefix}12",
            crate::text::shown(.0),
            what = $what,
            prefix = $prefix
        )]
        pub struct $error(String);

        impl $name {
            /// The first.
            pub const FIRST: Self = Self(1);

            /// Returns the id of a number; nothing for 0.
            #[must_use]
            pub fn new(number: u32) -> Option<Self> {
                (number > 0).then_some(Self(number))
            }

            /// Returns the number.
            #[must_use]
            pub fn number(self) -> u32 {
                self.0
            }

            /// Returns the one after it.
            #[must_use]
            pub fn following(self) -> Self {
                Self(self.0.saturating_add(1))
            }

            /// Returns the number that the next one gets: one that this workspace never gave.
            pub(crate) fn next(
                tx: &crate::workspace::Tx<'_>,
                kind: crate::record::RecordKind,
            ) -> Result<Self, crate::workspace::StoreError> {
                Ok(Self(tx.given(kind)?.saturating_add(1)))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, $error> {
                let prefixed = text.get(..$prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case($prefix));
                let figures = if prefixed { text.get($prefix.len()..).unwrap_or_default() } else { text };
                let plain = figures.bytes().all(|byte| byte.is_ascii_digit()) && !figures.starts_with('0');
                let number = if plain { figures.parse().ok() } else { None };
                number.and_then(Self::new).ok_or_else(|| $error(text.into()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, $error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.0.into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let number = u32::column_result(value)?;
                Self::new(number).ok_or(rusqlite::types::FromSqlError::OutOfRange(0))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }
    };
}
pub(crate) use numbered;

/// Returns the highest number that the ledger ever gave to a kind of record; 0 where it gave none.
pub(crate) fn given(conn: &Connection, kind: RecordKind) -> Result<u32, StoreError> {
    let highest: Option<u32> = conn
        .prepare_cached(
            "SELECT max(CAST(substr(id, instr(id, '-') + 1) AS INTEGER)) FROM ledger_subject WHERE record = ?1",
        )?
        .query_row([kind.name()], |row| row.get(0))?;
    Ok(highest.unwrap_or(0))
}

/// Returns the number in the key of a record: 12 of `E-12`.
pub(crate) fn number(key: &str) -> Option<u32> {
    key.rsplit_once('-').and_then(|(_, number)| number.parse().ok())
}
