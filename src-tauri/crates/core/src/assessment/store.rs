//! The tables `own_control`, `assessment` and `assessment_reason`.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::control::Assessment;
use super::control_id::ControlId;
use super::decision::{Decision, Reason};
use super::own::OwnControl;
use super::status::Status;
use crate::record::{Record, RecordKind};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE own_control (
    id     TEXT PRIMARY KEY COLLATE NOCASE,
    title  TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A control of which nobody has said anything has no row.
CREATE TABLE assessment (
    control       TEXT PRIMARY KEY,
    decision      TEXT NOT NULL CHECK (decision IN ('undecided', 'applicable', 'excluded')),
    ground        TEXT CHECK ((ground IS NOT NULL) = (decision = 'excluded')),
    justification TEXT NOT NULL CHECK ((justification <> '') = (decision <> 'undecided')),
    status        TEXT NOT NULL CHECK (status IN ('not-started', 'planned', 'in-progress', 'implemented')),
    target        TEXT,
    how           TEXT NOT NULL,
    owner         TEXT NOT NULL,
    notes         TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment_reason (
    control TEXT NOT NULL REFERENCES assessment (control) ON DELETE CASCADE,
    reason  TEXT NOT NULL,
    PRIMARY KEY (control, reason)
) STRICT, WITHOUT ROWID;
";

struct Row {
    decision: String,
    ground: Option<String>,
    justification: String,
    status: String,
    target: Option<String>,
    how: String,
    owner: String,
    notes: String,
}

impl Row {
    fn of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            decision: row.get("decision")?,
            ground: row.get("ground")?,
            justification: row.get("justification")?,
            status: row.get("status")?,
            target: row.get("target")?,
            how: row.get("how")?,
            owner: row.get("owner")?,
            notes: row.get("notes")?,
        })
    }

    /// Returns what the row says, or in words what in it can't be read.
    fn assessment(self, control: ControlId, mut reasons: Vec<Reason>) -> Result<Assessment, String> {
        fn read<T: std::str::FromStr<Err: std::fmt::Display>>(column: &str, text: &str) -> Result<T, String> {
            text.parse().map_err(|error| format!("{column}: {error}"))
        }
        let justification = read("justification", &self.justification)?;
        if self.decision != "applicable" && !reasons.is_empty() {
            return Err("reasons: only a control that applies has any".into());
        }
        reasons.sort_unstable();
        let decision = match (self.decision.as_str(), self.ground) {
            ("applicable", None) => Decision::Applicable { reasons, justification },
            ("excluded", Some(ground)) => {
                Decision::Excluded { ground: read("ground", &ground)?, justification }
            }
            ("undecided", None) => Decision::Undecided,
            (other, _) => return Err(format!("decision: “{}” is none", crate::text::shown(other))),
        };
        let status = Status::ALL.into_iter().find(|status| status.name() == self.status);
        Ok(Assessment {
            control,
            decision,
            status: status
                .ok_or_else(|| format!("status: “{}” is none", crate::text::shown(&self.status)))?,
            target: self.target.map(|target| read("target", &target)).transpose()?,
            how: read("how", &self.how)?,
            owner: read("owner", &self.owner)?,
            notes: read("notes", &self.notes)?,
        })
    }
}

/// Returns every assessment that there is, by control.
pub(super) fn assessments(conn: &Connection) -> Result<Vec<Assessment>, StoreError> {
    let mut reasons: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut statement = conn.prepare_cached("SELECT control, reason FROM assessment_reason")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        reasons.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let mut statement = conn.prepare_cached(
        "SELECT control, decision, ground, justification, status, target, how, owner, notes FROM assessment",
    )?;
    let mut rows = statement.query([])?;
    let mut assessments = Vec::new();
    while let Some(row) = rows.next()? {
        let key: String = row.get("control")?;
        let reasons = reasons.remove(&key).unwrap_or_default();
        assessments.push(assessment(&key, Row::of(row)?, reasons)?);
    }
    Ok(assessments)
}

/// Returns the company's own controls, in their order.
pub(super) fn own_controls(conn: &Connection) -> Result<Vec<OwnControl>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT id, title, source FROM own_control")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut controls: Vec<OwnControl> = rows.map(|row| own_control(row?)).collect::<Result<_, _>>()?;
    controls.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(controls)
}

/// Returns what a row and its reasons say.
fn assessment(key: &str, row: Row, reasons: Vec<String>) -> Result<Assessment, StoreError> {
    let unreadable = |why: String| {
        StoreError::Unreadable(format!("table assessment, row {}: {why}", crate::text::shown(key)))
    };
    let control = key.parse().map_err(|error| unreadable(format!("control: {error}")))?;
    let reasons = reasons.into_iter().map(|name| {
        let reason = Reason::ALL.into_iter().find(|reason| reason.name() == name);
        reason.ok_or_else(|| unreadable(format!("reasons: “{}” is none", crate::text::shown(&name))))
    });
    row.assessment(control, reasons.collect::<Result<_, _>>()?).map_err(unreadable)
}

/// Returns what a row says: its number, its title and its source.
fn own_control((id, title, source): (String, String, String)) -> Result<OwnControl, StoreError> {
    let unreadable = |column: &str, why: &dyn std::fmt::Display| {
        let row = crate::text::shown(&id);
        StoreError::Unreadable(format!("table own_control, row {row}: {column}: {why}"))
    };
    Ok(OwnControl {
        title: title.parse().map_err(|error| unreadable("title", &error))?,
        source: source.parse().map_err(|error| unreadable("source", &error))?,
        id: id.parse().map_err(|error| unreadable("id", &error))?,
    })
}

impl Record for Assessment {
    const KIND: RecordKind = RecordKind::Control;

    fn key(&self) -> String {
        self.control.to_string()
    }

    fn unwritten(key: &str) -> Option<Self> {
        key.parse().ok().map(Self::untouched)
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let row = conn
            .prepare_cached(
                "SELECT decision, ground, justification, status, target, how, owner, notes
                 FROM assessment WHERE control = ?1",
            )?
            .query_row([key], Row::of)
            .optional()?;
        let reasons = reasons(conn, key)?;
        row.map(|row| assessment(key, row, reasons)).transpose()
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        let (decision, ground, justification, reasons) = match &self.decision {
            Decision::Undecided => ("undecided", None, "", &[][..]),
            Decision::Applicable { reasons, justification } => {
                ("applicable", None, justification.as_str(), reasons.as_slice())
            }
            Decision::Excluded { ground, justification } => {
                ("excluded", Some(ground.to_string()), justification.as_str(), &[][..])
            }
        };
        let key = self.control.as_str();
        let target = self.target.map(|day| day.to_string());
        conn.prepare_cached(
            "INSERT INTO assessment (control, decision, ground, justification, status, target, how, owner, notes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (control) DO UPDATE SET decision = ?2, ground = ?3, justification = ?4, status = ?5,
                 target = ?6, how = ?7, owner = ?8, notes = ?9",
        )?
        .execute(params![
            key,
            decision,
            ground,
            justification,
            self.status.name(),
            target,
            self.how,
            self.owner,
            self.notes
        ])?;
        conn.prepare_cached("DELETE FROM assessment_reason WHERE control = ?1")?.execute([key])?;
        let mut insert =
            conn.prepare_cached("INSERT INTO assessment_reason (control, reason) VALUES (?1, ?2)")?;
        for reason in reasons {
            insert.execute([key, reason.name()])?;
        }
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM assessment WHERE control = ?1")?.execute([key])?;
        Ok(())
    }
}

fn reasons(conn: &Connection, key: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT reason FROM assessment_reason WHERE control = ?1")?;
    let rows = statement.query_map([key], |row| row.get(0))?;
    rows.map(|row| Ok(row?)).collect()
}

impl Record for OwnControl {
    const KIND: RecordKind = RecordKind::OwnControl;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let row: Option<(String, String, String)> = conn
            .prepare_cached("SELECT id, title, source FROM own_control WHERE id = ?1")?
            .query_row([key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        row.map(own_control).transpose()
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO own_control (id, title, source) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET title = ?2, source = ?3",
        )?
        .execute(params![self.id.as_str(), self.title, self.source])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM own_control WHERE id = ?1")?.execute([key])?;
        Ok(())
    }
}
