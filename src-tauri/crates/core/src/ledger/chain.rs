//! Sealing: SHA-256 over the canonical JSON (RFC 8785) of an entry, which names the hash before it.

use std::fmt;
use std::str::FromStr;

use rusqlite::Connection;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::event::Event;
use super::store;
use crate::workspace::StoreError;

/// A SHA-256 in sixty-four lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hash(String);

impl Hash {
    /// Returns what stands before the first entry.
    #[must_use]
    pub fn origin() -> Self {
        Self("0".repeat(64))
    }

    /// Returns the hash of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        use fmt::Write as _;
        let mut out = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            // Writing to a string cannot fail.
            let _ = write!(out, "{byte:02x}");
        }
        Self(out)
    }

    /// Returns the digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Hash {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if digits { Ok(Self(text.into())) } else { Err(()) }
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The last entry of the ledger: whoever holds it can tell whether anything before it was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its place in the ledger, from 1.
    pub seq: i64,
    /// Its hash.
    pub hash: Hash,
}

/// An entry of the ledger that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A number is missing or stands twice.
    #[error("table ledger, row {found}: entry {expected} should stand here")]
    Order {
        /// The number that should follow.
        expected: i64,
        /// The number that does.
        found: i64,
    },
    /// The text can't be read as an entry.
    #[error("table ledger, row {seq}: this is no entry of a ledger: {why}")]
    Unreadable {
        /// The entry.
        seq: i64,
        /// What the reader says.
        why: String,
    },
    /// The hash does not fit the text.
    #[error(
        "table ledger, row {seq}: its text was changed after it was written (its hash is {actual}, {stored} is noted)"
    )]
    Changed {
        /// The entry.
        seq: i64,
        /// The hash of what stands there.
        actual: Hash,
        /// The hash noted beside it.
        stored: String,
    },
    /// The entry does not follow from the one before.
    #[error("table ledger, row {seq}: it does not follow from entry {}", .seq - 1)]
    Broken {
        /// The entry.
        seq: i64,
    },
}

/// Returns an entry in the form that is sealed, and its seal.
pub(super) fn seal(event: &Event) -> Result<(String, Hash), StoreError> {
    let text = serde_json_canonicalizer::to_string(event)
        .map_err(|error| StoreError::Unreadable(error.to_string()))?;
    let hash = Hash::of(text.as_bytes());
    Ok((text, hash))
}

/// Walks the whole ledger, hands every readable entry on in order, and returns what is wrong with it.
pub(crate) fn check(conn: &Connection, mut each: impl FnMut(Event)) -> Result<Vec<Fault>, StoreError> {
    let mut faults = Vec::new();
    let mut previous = Hash::origin();
    let mut expected = 1;
    store::walk(conn, |seq, text, stored| {
        if seq != expected {
            faults.push(Fault::Order { expected, found: seq });
        }
        expected = seq + 1;
        let actual = Hash::of(text.as_bytes());
        if actual.as_str() != stored {
            faults.push(Fault::Changed { seq, actual: actual.clone(), stored: crate::text::shown(stored) });
        }
        match serde_json::from_str::<Event>(text) {
            Ok(event) => {
                if event.previous != previous.as_str() || event.seq != seq {
                    faults.push(Fault::Broken { seq });
                }
                each(event);
            }
            Err(error) => faults.push(Fault::Unreadable { seq, why: error.to_string() }),
        }
        previous = actual;
    })?;
    Ok(faults)
}
