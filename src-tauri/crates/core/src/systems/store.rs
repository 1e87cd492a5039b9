//! The table `ai_system`.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{AiSystem, Judgement, SystemId};
use crate::column::Json;
use crate::record::{Record, RecordKind, numbered_key};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE ai_system (
    number        INTEGER PRIMARY KEY CHECK (number > 0),
    name          TEXT NOT NULL CHECK (name <> ''),
    purpose       TEXT NOT NULL,
    roles         TEXT NOT NULL, -- a JSON array
    act_roles     TEXT NOT NULL, -- a JSON array
    owner         TEXT NOT NULL,
    supplier      TEXT NOT NULL,
    stage         TEXT NOT NULL CHECK (stage IN ('idea', 'building', 'in-use', 'retired')),
    in_scope      INTEGER NOT NULL CHECK (in_scope IN (0, 1)),
    screening     TEXT NOT NULL, -- a JSON object
    legal         TEXT NOT NULL,
    high          INTEGER CHECK (high IN (0, 1)), -- where somebody decided against the screening
    high_reason   TEXT CHECK ((high_reason IS NULL) = (high IS NULL)),
    personal_data TEXT NOT NULL CHECK (personal_data IN ('yes', 'no', 'unknown')),
    affected      TEXT NOT NULL,
    notes         TEXT NOT NULL
) STRICT;
";

fn read(row: &Row<'_>) -> rusqlite::Result<AiSystem> {
    let Json(roles) = row.get("roles")?;
    let Json(act_roles) = row.get("act_roles")?;
    let Json(screening) = row.get("screening")?;
    let judgement = match (row.get("high")?, row.get("high_reason")?) {
        (Some(high), Some(reason)) => Some(Judgement { high, reason }),
        _ => None,
    };
    Ok(AiSystem {
        id: row.get("number")?,
        name: row.get("name")?,
        purpose: row.get("purpose")?,
        roles,
        act_roles,
        owner: row.get("owner")?,
        supplier: row.get("supplier")?,
        stage: row.get("stage")?,
        in_scope: row.get("in_scope")?,
        screening,
        legal: row.get("legal")?,
        judgement,
        personal_data: row.get("personal_data")?,
        affected: row.get("affected")?,
        notes: row.get("notes")?,
    })
}

/// Returns every AI system, by their numbers.
pub(super) fn all(conn: &Connection) -> Result<Vec<AiSystem>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM ai_system ORDER BY number")?;
    let rows = statement.query_map([], read)?;
    rows.map(|row| Ok(row?)).collect()
}

impl Record for AiSystem {
    const KIND: RecordKind = RecordKind::System;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let id: SystemId = numbered_key(key)?;
        let mut statement = conn.prepare_cached("SELECT * FROM ai_system WHERE number = ?1")?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO ai_system (number, name, purpose, roles, act_roles, owner, supplier, stage, in_scope, screening,
                 legal, high, high_reason, personal_data, affected, notes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
             ON CONFLICT (number) DO UPDATE SET name = ?2, purpose = ?3, roles = ?4, act_roles = ?5, owner = ?6,
                 supplier = ?7, stage = ?8, in_scope = ?9, screening = ?10, legal = ?11, high = ?12, high_reason = ?13,
                 personal_data = ?14, affected = ?15, notes = ?16",
        )?
        .execute(params![
            self.id,
            self.name,
            self.purpose,
            Json(&self.roles),
            Json(&self.act_roles),
            self.owner,
            self.supplier,
            self.stage,
            self.in_scope,
            Json(&self.screening),
            self.legal,
            self.judgement.as_ref().map(|judgement| judgement.high),
            self.judgement.as_ref().map(|judgement| &judgement.reason),
            self.personal_data,
            self.affected,
            self.notes,
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        let id: SystemId = numbered_key(key)?;
        conn.prepare_cached("DELETE FROM ai_system WHERE number = ?1")?.execute([id])?;
        Ok(())
    }
}
