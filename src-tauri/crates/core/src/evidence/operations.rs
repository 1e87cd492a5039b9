//! What can be done with evidence inside one transaction: changing, linking, removing.

use serde::Deserialize;
use ts_rs::TS;

use super::error::EvidenceError;
use super::id::EvidenceId;
use super::kind::{Confidentiality, Kind};
use super::link::{self, Link, Target};
use super::record::{Evidence, RemovedEvidence};
use super::store;
use crate::workspace::{StoreError, Tx};
use crate::{Day, Line, Prose};

/// The most tags of a piece of evidence.
const MOST_TAGS: usize = 50;

/// Names a piece of evidence.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EvidenceReference {
    /// Its number.
    pub id: EvidenceId,
}

/// What to change about one or many pieces of evidence; what is left out stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetEvidence {
    /// The pieces by their numbers.
    pub ids: Vec<EvidenceId>,
    /// The title; with one piece.
    pub title: Option<Line>,
    /// What it is.
    pub kind: Option<Kind>,
    /// What it proves.
    pub proves: Option<Prose>,
    /// From when it holds; null takes it away.
    #[serde(default, deserialize_with = "crate::given::given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub effective: Option<Option<Day>>,
    /// When it was collected; null takes it away.
    #[serde(default, deserialize_with = "crate::given::given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub collected: Option<Option<Day>>,
    /// Until when it holds, or by when it is looked at again; null takes it away.
    #[serde(default, deserialize_with = "crate::given::given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub expires: Option<Option<Day>>,
    /// Who may see it.
    pub confidentiality: Option<Confidentiality>,
    /// Where it comes from.
    pub source: Option<Line>,
    /// Notes, which no document shows.
    pub notes: Option<Prose>,
    /// Words to find it by, in place of those it has.
    pub tags: Option<Vec<Line>>,
}

/// Which pieces of evidence to link to what, or to unlink from it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LinkEvidence {
    /// The pieces by their numbers.
    pub ids: Vec<EvidenceId>,
    /// Clauses, controls and AI systems by their numbers.
    pub targets: Vec<Target>,
}

/// Which pieces of evidence to remove, and why.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveEvidence {
    /// The pieces by their numbers.
    pub ids: Vec<EvidenceId>,
    /// Why they are no longer needed.
    pub why: Prose,
}

/// Changes what is said of evidence (clause 7.5.2) and returns it.
///
/// # Errors
/// [`EvidenceError`]; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, set: SetEvidence) -> Result<Vec<Evidence>, EvidenceError> {
    if set.title.is_some() && set.ids.len() > 1 {
        return Err(EvidenceError::OneTitle(set.ids.len()));
    }
    change(tx, &set.ids, |piece| {
        renew(&mut piece.title, set.title.as_ref());
        renew(&mut piece.kind, set.kind.as_ref());
        renew(&mut piece.proves, set.proves.as_ref());
        renew(&mut piece.effective, set.effective.as_ref());
        renew(&mut piece.collected, set.collected.as_ref());
        renew(&mut piece.expires, set.expires.as_ref());
        renew(&mut piece.confidentiality, set.confidentiality.as_ref());
        renew(&mut piece.source, set.source.as_ref());
        renew(&mut piece.notes, set.notes.as_ref());
        renew(&mut piece.tags, set.tags.as_ref());
    })
}

/// Links evidence to what it proves something about, and returns it.
///
/// # Errors
/// [`EvidenceError`]; nothing was changed then.
pub fn link(tx: &mut Tx<'_>, link: &LinkEvidence) -> Result<Vec<Evidence>, EvidenceError> {
    let links = resolved(tx, &link.targets)?;
    change(tx, &link.ids, |piece| piece.links.extend(links.iter().cloned()))
}

/// Takes links of evidence away, and returns it. A link that is not there is no error.
///
/// # Errors
/// [`EvidenceError`]; nothing was changed then.
pub fn unlink(tx: &mut Tx<'_>, link: &LinkEvidence) -> Result<Vec<Evidence>, EvidenceError> {
    let links = resolved(tx, &link.targets)?;
    change(tx, &link.ids, |piece| piece.links.retain(|link| !links.contains(link)))
}

/// Takes the links of all evidence to something away, because that is removed.
pub(crate) fn unlink_all(tx: &mut Tx<'_>, target: &Link) -> Result<(), StoreError> {
    let (kind, id) = target.parts();
    let ids = store::numbers(
        tx.reading(),
        "SELECT evidence FROM evidence_link WHERE kind = ?1 AND id = ?2",
        [kind, &*id],
    )?;
    for id in ids {
        if let Some(mut piece) = tx.get::<Evidence>(&id.to_string())? {
            piece.links.retain(|link| link != target);
            tx.put(&piece)?;
        }
    }
    Ok(())
}

/// Removes evidence from the list. What it was and why it went stays in the ledger; its bytes stay in the vault
/// until [`super::sweep()`].
///
/// # Errors
/// [`EvidenceError`]; nothing was changed then.
pub fn remove(tx: &mut Tx<'_>, remove: &RemoveEvidence) -> Result<Vec<RemovedEvidence>, EvidenceError> {
    if remove.why.is_empty() {
        return Err(EvidenceError::NeedsReason);
    }
    let mut removed = Vec::new();
    for piece in load(tx, &remove.ids)? {
        let tombstone = RemovedEvidence {
            id: piece.id,
            title: piece.title,
            why: remove.why.clone(),
            at: format!("{:.3}", tx.stamp.at),
            by: tx.stamp.actor.clone(),
        };
        tx.remove::<Evidence>(&piece.id.to_string())?;
        tx.put(&tombstone)?;
        removed.push(tombstone);
    }
    Ok(removed)
}

/// Returns what targets name.
pub(crate) fn resolved(tx: &Tx<'_>, targets: &[Target]) -> Result<Vec<Link>, EvidenceError> {
    targets.iter().map(|target| Ok(link::resolve(tx.reading(), target)??)).collect()
}

/// Checks what holds of every piece of evidence.
pub(super) fn check(piece: &Evidence) -> Result<(), EvidenceError> {
    if piece.title.is_empty() {
        return Err(EvidenceError::NeedsTitle);
    }
    if let (Some(from), Some(until)) = (piece.effective, piece.expires)
        && until < from
    {
        return Err(EvidenceError::EndsBeforeItBegins);
    }
    if piece.tags.len() > MOST_TAGS {
        return Err(EvidenceError::TooManyTags(piece.tags.len()));
    }
    Ok(())
}

/// Returns the pieces of some numbers, each once.
fn load(tx: &Tx<'_>, ids: &[EvidenceId]) -> Result<Vec<Evidence>, EvidenceError> {
    if ids.is_empty() {
        return Err(EvidenceError::NoEvidence);
    }
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(|id| one(tx, id)).collect()
}

/// Returns the piece of a number.
pub(super) fn one(tx: &Tx<'_>, id: EvidenceId) -> Result<Evidence, EvidenceError> {
    super::queries::piece(tx.reading(), id)
}

fn change(
    tx: &mut Tx<'_>,
    ids: &[EvidenceId],
    change: impl Fn(&mut Evidence),
) -> Result<Vec<Evidence>, EvidenceError> {
    let mut changed = load(tx, ids)?;
    for piece in &mut changed {
        change(piece);
        piece.tidy();
        check(piece)?;
        tx.put(piece)?;
    }
    Ok(changed)
}

/// Puts a value, where one is given, in place of another.
fn renew<T: Clone>(place: &mut T, given: Option<&T>) {
    if let Some(value) = given {
        place.clone_from(value);
    }
}
