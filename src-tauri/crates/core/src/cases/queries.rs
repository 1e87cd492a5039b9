//! Reading cases: the list, one whole with its duties, its history.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::CaseId;
use super::case::{Case, CaseKind, Ruling, Told};
use super::duty::{Duties, Duty, DutyKey};
use super::error::CaseError;
use super::store;
use crate::catalogue::Language;
use crate::findings::{self, FindingOrigin, FindingRow};
use crate::ledger::{Entry, RecordKind};
use crate::organisation::{self, ActRole};
use crate::record::Record as _;
use crate::systems::SystemId;
use crate::workspace::{StoreError, Workspace};
use crate::{Day, Line};

/// How a duty stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum DutyState {
    /// The case may fall under it; nobody has said whether it does.
    Undecided,
    /// It applies, and nobody was told yet.
    Open,
    /// Those who had to know were told.
    Told {
        /// When.
        on: Day,
        /// Whether that was in time.
        in_time: bool,
    },
    /// It does not apply; the ruling says why.
    RuledOut,
}

impl DutyState {
    /// Returns whether something is still to be done about it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self {
            Self::Undecided | Self::Open => true,
            Self::Told { .. } | Self::RuledOut => false,
        }
    }
}

/// A duty that a case falls under, or may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CaseDuty")]
pub struct ShownDuty {
    /// Its name.
    pub key: DutyKey,
    /// What it asks for.
    pub title: String,
    /// Who is to be told.
    pub whom: String,
    /// What it says, in our words.
    pub meaning: String,
    /// Where it stands.
    pub law: String,
    /// The last day on which somebody can be told in time.
    pub due: Day,
    /// How many days there are until then; less than 0 where it has passed.
    pub days_left: i32,
    /// How it stands.
    pub standing: DutyState,
    /// Whether its day has passed and nobody was told.
    pub overdue: bool,
    /// What was said of it.
    pub ruling: Option<Ruling>,
}

/// A case as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaseRow {
    /// Its number.
    pub id: CaseId,
    /// What kind it is.
    pub kind: CaseKind,
    /// What it is.
    pub title: Line,
    /// Since when the company knows of it.
    pub known_since: Day,
    /// Whether it is to be kept confidential.
    pub confidential: bool,
    /// The AI systems that it is about.
    pub systems: Vec<SystemId>,
    /// Who sees to it.
    pub owner: Line,
    /// Whether it is closed.
    pub closed: bool,
    /// When the next duty is due, where one is open.
    pub next_due: Option<Day>,
    /// Whether that day has passed.
    pub overdue: bool,
    /// How many findings came from it.
    pub findings: u32,
}

/// A case with what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaseDetails {
    /// What is kept.
    #[serde(flatten)]
    pub case: Case,
    /// The duties that it falls under, or may, the one that is due first comes first.
    pub duties: Vec<ShownDuty>,
    /// When the duties were last held against the law.
    pub duties_checked_on: Day,
    /// The findings that came from it, the newest first.
    pub findings: Vec<FindingRow>,
}

/// Returns the cases, the newest first.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace, today: Day) -> Result<Vec<CaseRow>, StoreError> {
    workspace.read(|conn| rows(conn, today))
}

/// Returns a case with its duties.
///
/// # Errors
/// [`CaseError::UnknownCase`] where there is none of that number.
pub fn show(workspace: &Workspace, id: CaseId, today: Day) -> Result<CaseDetails, CaseError> {
    workspace.read(|conn| details(conn, id, today))
}

/// Returns what the ledger says of a case, the newest first.
///
/// # Errors
/// [`CaseError::UnknownCase`] where there never was one of that number.
pub fn history(workspace: &Workspace, id: CaseId) -> Result<Vec<Entry>, CaseError> {
    let entries = workspace.history_of(&[RecordKind::Case], &id.to_string())?;
    if entries.is_empty() { Err(CaseError::UnknownCase(id)) } else { Ok(entries) }
}

/// Returns every case as a list shows it, the newest first.
pub(crate) fn rows(conn: &Connection, today: Day) -> Result<Vec<CaseRow>, StoreError> {
    let roles = organisation::load(conn)?.act_roles;
    store::all(conn)?
        .into_iter()
        .rev()
        .map(|case| {
            let duties = duties(&case, &roles, today);
            let open = || duties.iter().filter(|duty| duty.standing.is_open() && case.closing.is_none());
            Ok(CaseRow {
                next_due: open().map(|duty| duty.due).min(),
                overdue: open().any(|duty| duty.overdue),
                findings: findings::count_from(conn, FindingOrigin::Case { id: case.id })?,
                id: case.id,
                kind: case.kind,
                title: case.title,
                known_since: case.known_since,
                confidential: case.confidential,
                systems: case.systems,
                owner: case.owner,
                closed: case.closing.is_some(),
            })
        })
        .collect()
}

pub(super) fn details(conn: &Connection, id: CaseId, today: Day) -> Result<CaseDetails, CaseError> {
    let case = Case::load(conn, &id.to_string())?.ok_or(CaseError::UnknownCase(id))?;
    let roles = organisation::load(conn)?.act_roles;
    Ok(CaseDetails {
        duties: duties(&case, &roles, today),
        duties_checked_on: Duties::get(Language::EnGb).checked_on(),
        findings: findings::that_came_from(conn, FindingOrigin::Case { id }, today)?,
        case,
    })
}

/// Returns the duties of a case about which something is still to be done.
pub(super) fn open_duties(conn: &Connection, case: &Case, today: Day) -> Result<Vec<DutyKey>, StoreError> {
    let roles = organisation::load(conn)?.act_roles;
    let open = duties(case, &roles, today).into_iter().filter(|duty| duty.standing.is_open());
    Ok(open.map(|duty| duty.key).collect())
}

/// Returns the duties that a case falls under, or may, the one that is due first comes first.
fn duties(case: &Case, roles: &[ActRole], today: Day) -> Vec<ShownDuty> {
    let known = Duties::get(Language::EnGb);
    let mut shown: Vec<ShownDuty> =
        known.all().filter_map(|duty| shown(known, duty, case, roles, today)).collect();
    shown.sort_by_key(|duty| duty.due);
    shown
}

fn shown(known: &Duties, duty: &Duty, case: &Case, roles: &[ActRole], today: Day) -> Option<ShownDuty> {
    let ruling = case.rulings.iter().find(|ruling| ruling.duty.as_str() == duty.key);
    let first = case.told.iter().find(|told| told.duty.as_ref().is_some_and(|of| of.as_str() == duty.key));
    if ruling.is_none() && first.is_none() && !duty.may_apply(&case.harms, roles) {
        return None;
    }
    let words = known.words(&duty.key)?;
    let due = case.known_since.days_later(duty.days);
    let standing = standing(ruling, first, due);
    Some(ShownDuty {
        key: duty.key.parse().ok()?,
        title: words.title.clone(),
        whom: words.whom.clone(),
        meaning: words.meaning.split_whitespace().collect::<Vec<_>>().join(" "),
        law: duty.law.clone(),
        days_left: (due.date() - today.date()).get_days(),
        overdue: standing.is_open() && due < today,
        due,
        standing,
        ruling: ruling.cloned(),
    })
}

fn standing(ruling: Option<&Ruling>, first: Option<&Told>, due: Day) -> DutyState {
    match (ruling, first) {
        (Some(Ruling { applies: false, .. }), _) => DutyState::RuledOut,
        (_, Some(told)) => DutyState::Told { on: told.on, in_time: told.on <= due },
        (Some(_), None) => DutyState::Open,
        (None, None) => DutyState::Undecided,
    }
}
