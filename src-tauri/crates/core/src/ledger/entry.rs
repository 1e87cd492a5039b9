//! An entry of the ledger as people read it: field by field.

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::chain::Hash;
use super::event::{Change, Event};
use crate::record::{self, RecordKind};

/// One entry, with what it changed field by field.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(rename = "LedgerEntry")]
pub struct Entry {
    /// Its place in the ledger, from 1.
    #[ts(type = "number")]
    pub seq: i64,
    /// When it happened, in UTC (RFC 3339).
    pub at: String,
    /// Who did it.
    pub actor: String,
    /// The operation by its name.
    pub operation: String,
    /// What changed.
    pub changes: Vec<FieldChange>,
    /// The entry that this one takes back.
    #[ts(type = "number | null")]
    pub undoes: Option<i64>,
    /// The entry that this one does again.
    #[ts(type = "number | null")]
    pub redoes: Option<i64>,
    /// Its SHA-256.
    #[ts(as = "String")]
    pub hash: Hash,
}

/// One field of one record, before and after.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FieldChange {
    /// What kind of record.
    pub record: RecordKind,
    /// Which one.
    pub id: String,
    /// Which field.
    pub field: String,
    /// Its value before; null where there was none.
    #[ts(type = "unknown")]
    pub before: Value,
    /// Its value after; null where there is none.
    #[ts(type = "unknown")]
    pub after: Value,
}

impl Entry {
    pub(super) fn new(event: Event, hash: Hash) -> Self {
        let changes = event.changes.iter().flat_map(fields).collect();
        let Event { seq, at, actor, operation, undoes, redoes, .. } = event;
        Self { seq, at, actor, operation, changes, undoes, redoes, hash }
    }
}

fn fields(change: &Change) -> Vec<FieldChange> {
    let empty = serde_json::Map::new();
    let unwritten = record::unwritten(change.record, &change.id);
    let fields_of = |image: &Option<Value>| {
        image.as_ref().or(unwritten.as_ref()).and_then(Value::as_object).unwrap_or(&empty).clone()
    };
    let (before, after) = (fields_of(&change.before), fields_of(&change.after));
    let names = after.keys().chain(before.keys().filter(|name| !after.contains_key(*name)));
    names
        .filter_map(|name| {
            let before = before.get(name).cloned().unwrap_or_default();
            let after = after.get(name).cloned().unwrap_or_default();
            let (record, id, field) = (change.record, change.id.clone(), name.clone());
            (!same(&before, &after) && !is_key(&change.id, &before, &after)).then_some(FieldChange {
                record,
                id,
                field,
                before,
                after,
            })
        })
        .collect()
}

/// Returns whether a field only names the record that came or went.
fn is_key(id: &str, before: &Value, after: &Value) -> bool {
    let of = |value: &Value| value.is_null() || value.as_str() == Some(id);
    of(before) && of(after)
}

/// Nothing, no text and no list are the same to a reader.
fn same(before: &Value, after: &Value) -> bool {
    let blank = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    };
    before == after || (blank(before) && blank(after))
}
