//! How the first page follows from what the areas say.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Attention, ControlStanding, ExpiringPiece, LateControl, NextStep, Overview, Standing};
use crate::Day;
use crate::assessment::{self, Control, ControlId, Decision, Status};
use crate::evidence::{self, Ending, EndingPiece};
use crate::soa::{self, CheckName, SoaCheck};
use crate::watched::{self, InboxCounts, WatchError};
use crate::workspace::{StoreError, Workspace};

/// How many steps are offered at once.
const STEPS: usize = 3;

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

/// What the database says, read at once.
struct Facts {
    controls: Vec<Control>,
    /// Whether there is any evidence.
    evidence: bool,
    expired: Ending,
    expiring: Ending,
    statement: Option<soa::NewestIssue>,
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
    let check = soa::check(workspace, today)?;
    let inbox = watched::inbox(workspace)?;
    let facts = workspace.read(|conn| {
        Ok::<_, StoreError>(Facts {
            controls: assessment::controls(conn)?,
            evidence: evidence::has_any(conn)?,
            expired: evidence::expired(conn, today, NAMED)?,
            expiring: evidence::expiring(conn, today, NAMED)?,
            statement: soa::newest_issue(conn)?,
            sample: crate::workspace::is_sample(conn)?,
        })
    })?;
    let counts = InboxCounts::of(&inbox.items);
    let open = counts.new + counts.changed;
    let mut attention = facts.attention(&check, today);
    for folder in inbox.folders {
        if let Some(message) = folder.problem {
            attention.push(Attention::FolderAway { folder: folder.folder, message, hint: folder.hint });
        } else if !folder.unreadable.is_empty() {
            let places = folder.unreadable.len();
            attention.push(Attention::FolderUnreadable { folder: folder.folder, places });
        }
    }
    let steps = facts.steps(&check, open, backups);
    // What is a step already need not be said twice.
    if open > 0 && !steps.contains(&NextStep::EmptyInbox { files: open }) {
        attention.push(Attention::Inbox { files: open });
    }
    attention.extend(facts.about_backups(backups, now));
    attention.sort_by_key(urgency);
    Ok(Overview { steps, attention, controls: facts.standings(&check) })
}

/// Returns how urgent something is; the smallest comes first.
fn urgency(attention: &Attention) -> u8 {
    match attention {
        Attention::Overdue { .. } | Attention::Expired { .. } | Attention::BackupFailed { .. } => 0,
        Attention::Unproven { .. } | Attention::Expiring { .. } => 1,
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

fn fails(check: &SoaCheck, name: CheckName) -> bool {
    check.findings.iter().any(|finding| finding.check == name)
}

impl Facts {
    /// Returns whether anybody has worked in the workspace.
    fn begun(&self) -> bool {
        self.evidence || self.controls.iter().any(|control| control.decision != Decision::Undecided)
    }

    fn steps(&self, check: &SoaCheck, open: usize, backups: &Backups) -> Vec<NextStep> {
        let undecided = found(check, CheckName::Undecided);
        let controls = |name| found(check, name).to_vec();
        let begun = undecided.len() < self.controls.len();
        let mut steps = Vec::new();
        if fails(check, CheckName::RoleMissing) {
            steps.push(NextStep::ChooseRoles);
        }
        if let Some(next) = undecided.first().cloned() {
            steps.push(if begun {
                NextStep::DecideControls { left: undecided.len(), next }
            } else {
                NextStep::BeginControls { control: next }
            });
        }
        if fails(check, CheckName::ScopeMissing) {
            steps.push(NextStep::WriteScope);
        }
        if !self.evidence {
            steps.push(NextStep::AddEvidence);
        }
        if open > 0 {
            steps.push(NextStep::EmptyInbox { files: open });
        }
        if fails(check, CheckName::OwnerMissing) {
            steps.push(NextStep::NameOwners { controls: controls(CheckName::OwnerMissing) });
        }
        if self.evidence && fails(check, CheckName::EvidenceMissing) {
            steps.push(NextStep::Prove { controls: controls(CheckName::EvidenceMissing) });
        }
        if begun && backups.every.is_none() && !self.sample {
            steps.push(NextStep::ScheduleBackups);
        }
        if begun && self.statement.as_ref().is_none_or(|statement| statement.outdated) {
            steps.push(NextStep::ExportStatement);
        }
        steps.truncate(STEPS);
        steps
    }

    fn attention(&self, check: &SoaCheck, today: Day) -> Vec<Attention> {
        let mut attention = Vec::new();
        let late: BTreeSet<&ControlId> = found(check, CheckName::TargetPassed).iter().collect();
        let mut overdue: Vec<LateControl> = self
            .controls
            .iter()
            .filter(|control| late.contains(&control.id))
            .filter_map(|control| Some(LateControl { id: control.id.clone(), target: control.target? }))
            .collect();
        overdue.sort_by_key(|control| control.target);
        if !overdue.is_empty() {
            attention.push(Attention::Overdue { controls: overdue });
        }
        let named = |ending: &Ending| {
            let piece = |piece: &EndingPiece| ExpiringPiece {
                id: piece.id,
                title: piece.title.clone(),
                expires: piece.expires,
                days: (piece.expires.date() - today.date()).get_days(),
            };
            ending.first.iter().map(piece).collect()
        };
        if self.expired.total > 0 {
            attention.push(Attention::Expired { total: self.expired.total, pieces: named(&self.expired) });
        }
        let unproven = found(check, CheckName::EvidenceMissing);
        if !unproven.is_empty() {
            attention.push(Attention::Unproven { controls: unproven.to_vec() });
        }
        if self.expiring.total > 0 {
            attention.push(Attention::Expiring { total: self.expiring.total, pieces: named(&self.expiring) });
        }
        if let Some(statement) = self.statement.as_ref().filter(|statement| statement.outdated) {
            let (version, at) = (statement.version.clone(), statement.at.clone());
            attention.push(Attention::StatementOutdated { version, at });
        }
        attention
    }

    /// Returns what is to be said of backups. Nobody needs one of the sample, or of what is still empty.
    fn about_backups(&self, backups: &Backups, now: Timestamp) -> Option<Attention> {
        if let Some(BackupFailure { at, message, hint }) = backups.failed.clone() {
            return Some(Attention::BackupFailed { at, message, hint });
        }
        if self.sample || !self.begun() {
            return None;
        }
        let Some(GoodBackup { at, file }) = backups.last.clone() else { return Some(Attention::BackupNever) };
        let days = i64::from(OLD.max(backups.every.unwrap_or(0)));
        let made: Option<Timestamp> = at.parse().ok();
        // One that is yet to come was made while the clock was wrong.
        let old = made.is_none_or(|made| made > now || now.as_second() - made.as_second() > days * 86_400);
        old.then_some(Attention::BackupOld { at, file })
    }

    fn standings(&self, check: &SoaCheck) -> Vec<ControlStanding> {
        let late: BTreeSet<&ControlId> = found(check, CheckName::TargetPassed).iter().collect();
        let unproven: BTreeSet<&ControlId> = found(check, CheckName::EvidenceMissing).iter().collect();
        let standing = |control: &Control| match &control.decision {
            Decision::Undecided => Standing::Undecided,
            Decision::Excluded { .. } => Standing::Excluded,
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
        self.controls.iter().map(one).collect()
    }
}
