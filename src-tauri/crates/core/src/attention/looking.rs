//! How the first page follows from what the areas say.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::Connection;

use super::{
    Attention, ControlStanding, Countdown, ExpiringPiece, LateAction, LateAudit, LateCase, LateControl,
    LateFinding, LateMeasure, LateObjective, LateReview, Overview, Standing,
};
use crate::Day;
use crate::assessment::{Control, ControlId, Decision, Status};
use crate::audits;
use crate::cases;
use crate::evidence::{self, Ending, EndingPiece, Link};
use crate::findings::{self, Action, NamedFinding, OpenNonconformities};
use crate::guide::{self, Known};
use crate::ledger::store;
use crate::objectives;
use crate::reviews::{self, ReviewRow, ReviewStage};
use crate::soa::{self, CheckName, SoaCheck};
use crate::watched::{self, InboxCounts, WatchError};
use crate::workspace::{StoreError, Workspace};

/// How many pieces of evidence are named.
const NAMED: usize = 3;

/// After how many days a backup is old, unless the schedule allows for more.
const OLD: u32 = 7;

/// What is known of a workspace's backups, which belong to this computer and so come in from outside.
#[derive(Debug, Clone, Default)]
pub struct Backups {
    /// After how many days one is made by itself, where one is.
    pub every: Option<u32>,
    /// The last good one.
    pub last: Option<GoodBackup>,
    /// Why the last try failed, where it came after that.
    pub failed: Option<BackupFailure>,
}

/// A good backup.
#[derive(Debug, Clone)]
pub struct GoodBackup {
    /// When it was made, in UTC (RFC 3339).
    pub at: String,
    /// Where it is.
    pub file: String,
}

/// A backup that failed.
#[derive(Debug, Clone)]
pub struct BackupFailure {
    /// When it was tried, in UTC (RFC 3339).
    pub at: String,
    /// What happened.
    pub message: String,
    /// What to do next.
    pub hint: Option<String>,
}

/// What of the page follows from the database, and what else it takes to finish it.
struct Read {
    page: Overview,
    /// Whether anybody has worked in the workspace.
    begun: bool,
    sample: bool,
}

/// Looks at the workspace as it is now.
///
/// # Errors
/// [`WatchError`] where the database can't be read.
pub fn look(
    workspace: &Workspace,
    today: Day,
    now: Timestamp,
    backups: &Backups,
) -> Result<Overview, WatchError> {
    let Read { mut page, begun, sample } = workspace.read(|conn| read(conn, today))?;
    let inbox = watched::inbox(workspace)?;
    let counts = InboxCounts::of(&inbox.items);
    for folder in inbox.folders {
        if let Some(message) = folder.problem {
            page.attention.push(Attention::FolderAway { folder: folder.folder, message, hint: folder.hint });
        } else if !folder.unreadable.is_empty() {
            let places = folder.unreadable.len();
            page.attention.push(Attention::FolderUnreadable { folder: folder.folder, places });
        }
    }
    let files = counts.new + counts.changed;
    if files > 0 {
        page.attention.push(Attention::Inbox { files });
    }
    // Nobody needs a backup of the sample, or of what is still empty.
    page.attention.extend(about_backups(backups, begun && !sample, now));
    page.attention.sort_by_key(urgency);
    Ok(page)
}

/// Reads at once what the database says. Many parts of the page follow from the controls, which are read once.
fn read(conn: &Connection, today: Day) -> Result<Read, StoreError> {
    let soa = soa::Facts::load(conn, today)?;
    let check = soa.check(today);
    let statement = soa::newest_issue(conn)?;
    let decided = soa.controls.iter().any(|control| control.decision != Decision::Undecided);
    let begun = decided || evidence::has_any(conn)?;
    let target = soa.organisation.target;
    let mut attention = about_controls(&soa.controls, &check);
    attention.extend(about_findings(conn, today)?);
    attention.extend(about_cases(conn, today)?);
    attention.extend(about_audits(conn, today)?);
    attention.extend(about_objectives(conn, today)?);
    attention.extend(about_reviews(conn, today)?);
    attention.extend(about_evidence(conn, today)?);
    if let Some(statement) = statement.as_ref().filter(|statement| statement.outdated) {
        let (version, at) = (statement.version.clone(), statement.at.clone());
        attention.push(Attention::StatementOutdated { version, at });
    }
    let controls = standings(&soa.controls, &soa.nonconformities, &check);
    let known = Known { organisation: soa.organisation, controls: soa.controls, statement };
    let page = Overview {
        countdown: target.map(|target| Countdown { target, days: days_until(target, today) }),
        next: guide::next_knowing(conn, today, known)?,
        attention,
        controls,
    };
    Ok(Read { page, begun, sample: crate::workspace::is_sample(conn)? })
}

fn days_until(day: Day, today: Day) -> i32 {
    (day.date() - today.date()).get_days()
}

/// Returns how urgent something is; the smallest comes first.
fn urgency(attention: &Attention) -> u8 {
    match attention {
        Attention::Overdue { .. }
        | Attention::ActionsOverdue { .. }
        | Attention::FindingsOverdue { .. }
        | Attention::DutiesOverdue { .. }
        | Attention::AuditsPast { .. }
        | Attention::ReadingsOverdue { .. }
        | Attention::ObjectivesPast { .. }
        | Attention::ReviewsPast { .. }
        | Attention::Expired { .. }
        | Attention::BackupFailed { .. } => 0,
        Attention::Unproven { .. } | Attention::Expiring { .. } | Attention::ReviewMissing { .. } => 1,
        Attention::StatementOutdated { .. }
        | Attention::FolderAway { .. }
        | Attention::FolderUnreadable { .. }
        | Attention::BackupOld { .. }
        | Attention::BackupNever => 2,
        Attention::Inbox { .. } => 3,
    }
}

/// Returns the controls that a check found.
fn found(check: &SoaCheck, name: CheckName) -> &[ControlId] {
    check.findings.iter().find(|finding| finding.check == name).map_or(&[], |finding| &finding.controls)
}

fn about_controls(controls: &[Control], check: &SoaCheck) -> Vec<Attention> {
    let mut attention = Vec::new();
    let late: BTreeSet<&ControlId> = found(check, CheckName::TargetPassed).iter().collect();
    let mut overdue: Vec<LateControl> = controls
        .iter()
        .filter(|control| late.contains(&control.id))
        .filter_map(|control| Some(LateControl { id: control.id.clone(), target: control.target? }))
        .collect();
    overdue.sort_by_key(|control| control.target);
    if !overdue.is_empty() {
        attention.push(Attention::Overdue { controls: overdue });
    }
    let unproven = found(check, CheckName::EvidenceMissing);
    if !unproven.is_empty() {
        attention.push(Attention::Unproven { controls: unproven.to_vec() });
    }
    attention
}

fn about_evidence(conn: &Connection, today: Day) -> Result<Vec<Attention>, StoreError> {
    let mut attention = Vec::new();
    let named = |ending: Ending| {
        let piece = |piece: EndingPiece| ExpiringPiece {
            id: piece.id,
            title: piece.title,
            days: days_until(piece.expires, today),
            expires: piece.expires,
        };
        (ending.total, ending.first.into_iter().map(piece).collect())
    };
    let (total, pieces) = named(evidence::expired(conn, today, NAMED)?);
    if total > 0 {
        attention.push(Attention::Expired { total, pieces });
    }
    let (total, pieces) = named(evidence::expiring(conn, today, NAMED)?);
    if total > 0 {
        attention.push(Attention::Expiring { total, pieces });
    }
    Ok(attention)
}

/// Returns what is to be said of findings and of actions that are late (clause 10.2).
fn about_findings(conn: &Connection, today: Day) -> Result<Vec<Attention>, StoreError> {
    let mut attention = Vec::new();
    let (total, actions) = findings::late_actions(conn, today, NAMED)?;
    if total > 0 {
        let named = |Action { id, origin, text, due, .. }: Action| LateAction {
            id,
            text,
            due,
            finding: origin.finding(),
        };
        let actions = actions.into_iter().map(named).collect();
        attention.push(Attention::ActionsOverdue { total, actions });
    }
    let (total, findings) = findings::overdue(conn, today, NAMED)?;
    if total > 0 {
        let named = |NamedFinding { id, title, due, .. }| LateFinding { id, title, due };
        let findings = findings.into_iter().map(named).collect();
        attention.push(Attention::FindingsOverdue { total, findings });
    }
    Ok(attention)
}

/// Returns what is to be said of cases of which somebody should have been told by now (A.8.4).
fn about_cases(conn: &Connection, today: Day) -> Result<Option<Attention>, StoreError> {
    let late = cases::rows(conn, today)?.into_iter().filter(|row| row.overdue);
    let mut cases: Vec<LateCase> = late
        .filter_map(|row| {
            Some(LateCase { id: row.id, due: row.next_due?, title: (!row.confidential).then_some(row.title) })
        })
        .collect();
    cases.sort_by_key(|case| case.due);
    let total = cases.len();
    cases.truncate(NAMED);
    Ok((total > 0).then_some(Attention::DutiesOverdue { total, cases }))
}

/// Returns what is to be said of audits whose day has passed (clause 9.2).
fn about_audits(conn: &Connection, today: Day) -> Result<Option<Attention>, StoreError> {
    let late = audits::rows(conn, today)?.into_iter().filter(|row| row.overdue);
    let mut audits: Vec<LateAudit> =
        late.filter_map(|row| Some(LateAudit { id: row.id, due: row.due()?, title: row.title })).collect();
    audits.sort_by_key(|audit| audit.due);
    let total = audits.len();
    audits.truncate(NAMED);
    Ok((total > 0).then_some(Attention::AuditsPast { total, audits }))
}

/// Returns what is to be said of measures that nobody has read and of objectives that nobody has judged
/// (clauses 6.2, 9.1).
fn about_objectives(conn: &Connection, today: Day) -> Result<Vec<Attention>, StoreError> {
    let mut attention = Vec::new();
    let late = objectives::measure_rows(conn, today)?.into_iter().filter(|row| row.overdue);
    let mut measures: Vec<LateMeasure> = late
        .filter_map(|row| Some(LateMeasure { id: row.measure.id, what: row.measure.what, due: row.due? }))
        .collect();
    measures.sort_by_key(|measure| measure.due);
    let total = measures.len();
    measures.truncate(NAMED);
    if total > 0 {
        attention.push(Attention::ReadingsOverdue { total, measures });
    }
    let past = objectives::objective_rows(conn, today)?.into_iter().filter(|row| row.overdue);
    let mut objectives: Vec<LateObjective> = past
        .filter_map(|row| {
            let target = row.objective.target?;
            Some(LateObjective { id: row.objective.id, title: row.objective.title, target })
        })
        .collect();
    objectives.sort_by_key(|objective| objective.target);
    let total = objectives.len();
    objectives.truncate(NAMED);
    if total > 0 {
        attention.push(Attention::ObjectivesPast { total, objectives });
    }
    Ok(attention)
}

/// Returns what is to be said of management reviews that were not held, and of a year without one (clause 9.3).
fn about_reviews(conn: &Connection, today: Day) -> Result<Vec<Attention>, StoreError> {
    let rows = reviews::rows(conn, today)?;
    let mut attention = Vec::new();
    let mut past: Vec<LateReview> = rows
        .iter()
        .filter(|row| row.overdue)
        .map(|row| LateReview { id: row.id, title: row.title.clone(), planned_on: row.planned_on })
        .collect();
    past.sort_by_key(|review| review.planned_on);
    let total = past.len();
    past.truncate(NAMED);
    if total > 0 {
        attention.push(Attention::ReviewsPast { total, reviews: past });
    }
    let last = rows.iter().filter_map(|row| row.held_on).max();
    // A workspace that is new waits a year for its first one: until then the guide asks for it.
    let from = match last {
        Some(day) => Some(day),
        None => store::first_day(conn)?,
    };
    let planned = |row: &ReviewRow| row.stage == ReviewStage::Planned;
    let long_ago = from.is_some_and(|day| day < reviews::a_year_ago(today));
    if long_ago && !rows.iter().any(planned) {
        attention.push(Attention::ReviewMissing { last });
    }
    Ok(attention)
}

/// Returns what is to be said of backups, of which a workspace may have no need yet.
fn about_backups(backups: &Backups, needed: bool, now: Timestamp) -> Option<Attention> {
    if let Some(BackupFailure { at, message, hint }) = backups.failed.clone() {
        return Some(Attention::BackupFailed { at, message, hint });
    }
    if !needed {
        return None;
    }
    let Some(GoodBackup { at, file }) = backups.last.clone() else { return Some(Attention::BackupNever) };
    let days = i64::from(OLD.max(backups.every.unwrap_or(0)));
    let made: Option<Timestamp> = at.parse().ok();
    // One that is yet to come was made while the clock was wrong.
    let old = made.is_none_or(|made| made > now || now.as_second() - made.as_second() > days * 86_400);
    old.then_some(Attention::BackupOld { at, file })
}

fn standings(
    controls: &[Control],
    nonconformities: &OpenNonconformities,
    check: &SoaCheck,
) -> Vec<ControlStanding> {
    let late: BTreeSet<&ControlId> = found(check, CheckName::TargetPassed).iter().collect();
    let unproven: BTreeSet<&ControlId> = found(check, CheckName::EvidenceMissing).iter().collect();
    let unmade = |control: &Control| nonconformities.unmakes(&Link::Control(control.id.clone()));
    let standing = |control: &Control| match &control.decision {
        Decision::Undecided => Standing::Undecided,
        Decision::Excluded { .. } => Standing::Excluded,
        Decision::Applicable { .. } if unmade(control) => Standing::Nonconforming,
        Decision::Applicable { .. } if late.contains(&control.id) => Standing::Overdue,
        Decision::Applicable { .. } if unproven.contains(&control.id) => Standing::NoEvidence,
        Decision::Applicable { .. } => match control.status {
            Status::NotStarted => Standing::NotStarted,
            Status::Planned => Standing::Planned,
            Status::InProgress => Standing::InProgress,
            Status::Implemented => Standing::Implemented,
        },
    };
    let one = |control: &Control| ControlStanding { id: control.id.clone(), standing: standing(control) };
    controls.iter().map(one).collect()
}
