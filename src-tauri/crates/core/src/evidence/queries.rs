//! Reading evidence: pages of the list, one piece, and where it is used.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::EvidenceError;
use super::filter::{Filter, Range};
use super::id::EvidenceId;
use super::kind::{Confidentiality, Kind};
use super::link::{Link, Target};
use super::record::{Evidence, RemovedEvidence, Version};
use super::store;
use crate::findings::{self, Shown};
use crate::ledger::{Entry, RecordKind};
use crate::record::Record as _;
use crate::soa::{self, SoaIssue};
use crate::workspace::{StoreError, Workspace};
use crate::{Day, Line};

/// The most pieces of one page of the list.
const LONGEST_PAGE: u32 = 1_000;

/// How many weeks before it expires evidence is said to expire soon.
pub(super) const SOON: i32 = 4;

/// Whether a piece of evidence still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "EvidenceState")]
pub enum State {
    /// It holds.
    Current,
    /// It holds, and expires within four weeks.
    ExpiresSoon,
    /// Its day has passed.
    Expired,
    /// The day from which it holds is still to come.
    NotYet,
}

impl State {
    /// Returns the state of a piece with these dates on a day.
    #[must_use]
    pub fn on(today: Day, effective: Option<Day>, expires: Option<Day>) -> Self {
        match (effective, expires) {
            (_, Some(until)) if until < today => Self::Expired,
            (Some(from), _) if from > today => Self::NotYet,
            (_, Some(until)) if until <= today.weeks_later(SOON) => Self::ExpiresSoon,
            _ => Self::Current,
        }
    }
}

/// Which evidence to list; what is left out does not matter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ListEvidence {
    /// Words, or beginnings of words, that it must hold: in its title, its texts, its tags, the names of its
    /// files, or inside the newest file. The best come first; without words, the newest.
    pub words: Option<String>,
    /// Of which kind.
    pub kind: Option<Kind>,
    /// Linked to this clause, control or AI system.
    pub link: Option<Target>,
    /// Linked to nothing.
    pub unlinked: Option<bool>,
    /// In which state.
    pub state: Option<State>,
    /// With this tag.
    pub tag: Option<Line>,
    /// How many to pass over.
    pub offset: Option<u32>,
    /// How many at most, up to 1,000; 200 where nothing is said.
    pub limit: Option<u32>,
}

/// A piece of evidence as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvidenceRow {
    /// Its number.
    pub id: EvidenceId,
    /// Its title.
    pub title: Line,
    /// What it is.
    pub kind: Kind,
    /// Whether it still holds.
    pub state: State,
    /// From when it holds.
    pub effective: Option<Day>,
    /// When it was collected.
    pub collected: Option<Day>,
    /// Until when it holds.
    pub expires: Option<Day>,
    /// Who may see it.
    pub confidentiality: Confidentiality,
    /// Words to find it by.
    pub tags: Vec<Line>,
    /// What it proves something about.
    pub links: Vec<Link>,
    /// How many versions it has.
    #[ts(type = "number")]
    pub versions: usize,
    /// Its newest file.
    pub file: Option<Version>,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvidencePage {
    /// How many pieces there are on all pages.
    #[ts(type = "number")]
    pub total: usize,
    /// How many pieces the workspace has.
    #[ts(type = "number")]
    pub all: usize,
    /// How many newest files have not been read for their words yet; they are found by everything else.
    #[ts(type = "number")]
    pub unread: usize,
    /// The pieces.
    pub rows: Vec<EvidenceRow>,
}

/// A piece of evidence with everything about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvidenceDetails {
    /// The piece.
    #[serde(flatten)]
    pub evidence: Evidence,
    /// Whether it still holds.
    pub state: State,
    /// The statements that rest on it, the newest first, each with the version that it used.
    pub used: Vec<EvidenceUse>,
    /// The findings, actions and answers of audits that it is the evidence of, in order.
    pub shows: Vec<Shown>,
}

/// A Statement of Applicability that rests on a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvidenceUse {
    /// The statement.
    pub soa: SoaIssue,
    /// The version of the piece that it used.
    pub version: u32,
}

/// Returns a page of the evidence.
///
/// # Errors
/// [`EvidenceError`] where the link names nothing, or the database can't be read.
pub fn list(workspace: &Workspace, list: &ListEvidence, today: Day) -> Result<EvidencePage, EvidenceError> {
    let found = match list.words.as_deref().map(str::trim).filter(|words| !words.is_empty()) {
        Some(words) => Some(workspace.search(words)?),
        None => None,
    };
    let unread = workspace.unread()?;
    workspace.read(|conn| {
        let filter = Filter::of(conn, list, today)?;
        let page =
            Range { offset: list.offset.unwrap_or(0), limit: list.limit.unwrap_or(200).min(LONGEST_PAGE) };
        let (total, ids) = match found {
            None => (filter.count(conn)?, filter.page(conn, page)?),
            Some(found) => {
                let found = filter.narrow(conn, found)?;
                (found.len(), page.of(found))
            }
        };
        let rows = store::pieces(conn, &ids)?.into_iter().map(|piece| row(piece, today)).collect();
        Ok(EvidencePage { total, all: count(conn)?, unread, rows })
    })
}

/// Returns how many pieces there are.
fn count(conn: &Connection) -> Result<usize, StoreError> {
    let all: u32 = conn.prepare_cached("SELECT count(*) FROM evidence")?.query_row([], |row| row.get(0))?;
    Ok(usize::try_from(all).unwrap_or(usize::MAX))
}

/// Returns whether there is any piece.
pub(crate) fn has_any(conn: &Connection) -> Result<bool, StoreError> {
    let mut statement = conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM evidence WHERE number > 0)")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

fn row(piece: Evidence, today: Day) -> EvidenceRow {
    EvidenceRow {
        id: piece.id,
        state: State::on(today, piece.effective, piece.expires),
        file: piece.latest().cloned(),
        versions: piece.versions.len(),
        title: piece.title,
        kind: piece.kind,
        effective: piece.effective,
        collected: piece.collected,
        expires: piece.expires,
        confidentiality: piece.confidentiality,
        tags: piece.tags,
        links: piece.links,
    }
}

/// Returns a piece of evidence and where it is used.
///
/// # Errors
/// [`EvidenceError::Unknown`] and [`EvidenceError::Removed`] where there is none of that number.
pub fn show(workspace: &Workspace, id: EvidenceId, today: Day) -> Result<EvidenceDetails, EvidenceError> {
    workspace.read(|conn| {
        let evidence = piece(conn, id)?;
        let state = State::on(today, evidence.effective, evidence.expires);
        let used = soa::issues_with(conn, id)?
            .into_iter()
            .map(|(soa, version)| EvidenceUse { soa, version })
            .collect();
        let shows = findings::shown_by(conn, id)?;
        Ok(EvidenceDetails { evidence, state, used, shows })
    })
}

/// Returns what the ledger says of a piece of evidence, the newest first.
///
/// # Errors
/// [`EvidenceError::Unknown`] where there never was one of that number.
pub fn history(workspace: &Workspace, id: EvidenceId) -> Result<Vec<Entry>, EvidenceError> {
    let kinds = [RecordKind::Evidence, RecordKind::RemovedEvidence];
    let entries = workspace.history_of(&kinds, &id.to_string())?;
    if entries.is_empty() { Err(EvidenceError::Unknown(id)) } else { Ok(entries) }
}

/// Returns the evidence that was removed, the latest number first.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn removed(workspace: &Workspace) -> Result<Vec<RemovedEvidence>, StoreError> {
    workspace.read(|conn| {
        store::numbers(conn, "SELECT number FROM removed_evidence ORDER BY number DESC", [])?
            .into_iter()
            .filter_map(|id| RemovedEvidence::load(conn, &id.to_string()).transpose())
            .collect()
    })
}

/// Returns the tags in use, each with how often, by the alphabet.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn tags(workspace: &Workspace) -> Result<BTreeMap<String, u32>, StoreError> {
    workspace.read(|conn| {
        let mut statement = conn.prepare_cached("SELECT tag, count(*) FROM evidence_tag GROUP BY tag")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.map(|row| Ok(row?)).collect()
    })
}

/// Returns the piece of a number.
pub(super) fn piece(conn: &Connection, id: EvidenceId) -> Result<Evidence, EvidenceError> {
    if let Some(piece) = Evidence::load(conn, &id.to_string())? {
        return Ok(piece);
    }
    match RemovedEvidence::load(conn, &id.to_string())? {
        Some(removed) => Err(EvidenceError::Removed(id, crate::text::shown(removed.why.as_str()))),
        None => Err(EvidenceError::Unknown(id)),
    }
}

/// Returns all evidence, in the order of the numbers.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Evidence>, StoreError> {
    store::pieces(conn, &store::numbers(conn, "SELECT number FROM evidence ORDER BY number", [])?)
}

/// Returns the evidence that is linked to controls, in the order of the numbers.
pub(crate) fn of_controls(conn: &Connection) -> Result<Vec<Evidence>, StoreError> {
    let linked = "SELECT DISTINCT evidence FROM evidence_link WHERE kind = 'control' ORDER BY evidence";
    store::pieces(conn, &store::numbers(conn, linked, [])?)
}
