//! One entry of the ledger as it is sealed.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::record::RecordKind;

/// What one operation changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The form of the entry; this program writes 1.
    pub version: u32,
    /// Its place in the ledger, from 1.
    pub seq: i64,
    /// When it happened, in UTC (RFC 3339).
    pub at: String,
    /// Who did it, as the system names them.
    pub actor: String,
    /// The operation by its name, such as `control.decide`.
    pub operation: String,
    /// The records it changed.
    pub changes: Vec<Change>,
    /// The hash of the entry before; for the first, sixty-four zeros.
    pub previous: String,
    /// The entry that this one takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<i64>,
    /// The entry that this one does again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redoes: Option<i64>,
    /// Why undo never takes it back, where it never does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lasting: Option<Lasting>,
}

/// Why undo never takes an entry back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lasting {
    /// It notes what left the workspace, such as an export; undo goes past it.
    Noted,
    /// What it did can't be taken back, nor can anything before it.
    Final,
}

/// A record before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// What kind of record.
    pub record: RecordKind,
    /// Which one.
    pub id: String,
    /// The whole record before; nothing where there was none.
    pub before: Option<Value>,
    /// The whole record after; nothing where it is gone.
    pub after: Option<Value>,
}

impl Change {
    /// Returns the change that takes this one back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone(), ..self.clone() }
    }
}
