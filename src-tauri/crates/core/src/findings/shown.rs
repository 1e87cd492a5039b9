//! What a piece of evidence shows about findings and actions.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::id::{ActionId, FindingId};
use super::store::{column, unreadable};
use crate::audits::AuditId;
use crate::evidence::{EvidenceId, Link};
use crate::workspace::StoreError;
use crate::{Line, Prose};

/// Something that a piece of evidence shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "what", rename_all = "kebab-case")]
#[ts(rename = "EvidenceShows")]
pub enum Shown {
    /// What was found.
    Finding {
        /// The finding.
        id: FindingId,
        /// What it is.
        title: Line,
    },
    /// That an action is done.
    Action {
        /// The action.
        id: ActionId,
        /// What was to be done.
        text: Prose,
        /// The finding that it answers.
        finding: Option<FindingId>,
    },
    /// What an auditor saw of a requirement.
    Audit {
        /// The audit.
        id: AuditId,
        /// What it is.
        title: Line,
        /// The requirement.
        requirement: Link,
    },
}

/// Returns the findings, actions and answers of audits that a piece is the evidence of.
pub(crate) fn shown_by(conn: &Connection, evidence: EvidenceId) -> Result<Vec<Shown>, StoreError> {
    let mut shown = Vec::new();
    let mut statement = conn.prepare_cached(
        "SELECT finding.number, finding.title FROM finding_evidence
         JOIN finding ON finding.number = finding_evidence.finding
         WHERE finding_evidence.evidence = ?1 ORDER BY finding.number",
    )?;
    let mut rows = statement.query([evidence.number()])?;
    while let Some(row) = rows.next()? {
        let number: u32 = row.get(0)?;
        let id = FindingId::new(number).ok_or_else(|| unreadable("finding", number, "number", &"it is 0"))?;
        shown.push(Shown::Finding { id, title: column(("finding", number), row, "title")? });
    }
    let mut statement = conn.prepare_cached(
        "SELECT action.number, action.text,
             CASE action.origin WHEN 'finding' THEN action.origin_number END
         FROM action, json_each(action.proof) AS proof
         WHERE proof.value = ?1 AND action.done_on IS NOT NULL ORDER BY action.number",
    )?;
    let mut rows = statement.query([evidence.to_string()])?;
    while let Some(row) = rows.next()? {
        let number: u32 = row.get(0)?;
        let id = ActionId::new(number).ok_or_else(|| unreadable("action", number, "number", &"it is 0"))?;
        let finding: Option<u32> = row.get(2)?;
        let text = column(("action", number), row, "text")?;
        shown.push(Shown::Action { id, text, finding: finding.and_then(FindingId::new) });
    }
    let mut statement = conn.prepare_cached(
        "SELECT audit.number, audit.title, audit_answer.kind, audit_answer.id
         FROM audit_answer JOIN audit ON audit.number = audit_answer.audit,
             json_each(audit_answer.evidence) AS seen
         WHERE json_extract(seen.value, '$.id') = ?1 ORDER BY audit.number, audit_answer.kind, audit_answer.id",
    )?;
    let mut rows = statement.query([evidence.to_string()])?;
    while let Some(row) = rows.next()? {
        let number: u32 = row.get(0)?;
        let id = AuditId::new(number).ok_or_else(|| unreadable("audit", number, "number", &"it is 0"))?;
        let requirement = Link::of_parts(&row.get::<_, String>(2)?, row.get(3)?)
            .map_err(|why| unreadable("audit_answer", number, "id", &why))?;
        shown.push(Shown::Audit { id, title: column(("audit", number), row, "title")?, requirement });
    }
    Ok(shown)
}
