//! What can be done with controls.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::control::{Assessment, Control};
use super::control_id::ControlId;
use super::decision::{Decision, Ground, Reason};
use super::error::AssessmentError;
use super::own::OwnControl;
use super::status::Status;
use super::store;
use crate::catalogue::{Catalogue, CatalogueControl};
use crate::evidence::{self, Link};
use crate::ledger::{Entry, RecordKind};
use crate::record::Record as _;
use crate::workspace::{StoreError, Tx, Workspace};
use crate::{Day, Line, Prose};

/// Names a control.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ControlReference {
    /// Its number.
    pub id: ControlId,
}

/// Which decision is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionKind {
    /// It is open again.
    Undecided,
    /// It is needed.
    Applicable,
    /// It is not needed.
    Excluded,
}

/// One decision for one or many controls.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DecideControls {
    /// The controls by their numbers.
    pub controls: Vec<ControlId>,
    /// The decision.
    pub decision: DecisionKind,
    /// Why they apply; with `applicable`.
    pub reasons: Option<Vec<Reason>>,
    /// Why they do not; with `excluded`.
    pub ground: Option<Ground>,
    /// The reason or ground in the company's own words.
    pub justification: Option<Prose>,
}

impl DecideControls {
    fn decision(self) -> Result<Decision, AssessmentError> {
        let out_of_place = |given, goes_with| Err(AssessmentError::OutOfPlace { given, goes_with });
        let justification = self.justification.unwrap_or_default();
        match (self.decision, self.reasons, self.ground) {
            (DecisionKind::Undecided, None, None) if justification.is_empty() => Ok(Decision::Undecided),
            (DecisionKind::Undecided, None, None) => {
                out_of_place("A justification", "applies or is excluded")
            }
            (DecisionKind::Applicable, reasons, None) => {
                Decision::applicable(reasons.unwrap_or_default(), justification)
            }
            (DecisionKind::Excluded, None, Some(ground)) => Decision::excluded(ground, justification),
            (DecisionKind::Excluded, None, None) => Err(AssessmentError::ExclusionNeedsGround),
            (DecisionKind::Excluded | DecisionKind::Undecided, Some(_), _) => {
                out_of_place("A reason", "applies")
            }
            (DecisionKind::Applicable | DecisionKind::Undecided, _, Some(_)) => {
                out_of_place("A ground", "is excluded")
            }
        }
    }
}

/// What to change about one or many controls; what is left out stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetControls {
    /// The controls by their numbers.
    pub controls: Vec<ControlId>,
    /// How far they are done.
    pub status: Option<Status>,
    /// The day by which they are to be done; null takes it away.
    #[serde(default, deserialize_with = "crate::given::given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub target: Option<Option<Day>>,
    /// How they are done here.
    pub how: Option<Prose>,
    /// Who answers for them.
    pub owner: Option<Line>,
    /// Notes, which no document shows.
    pub notes: Option<Prose>,
}

/// A control to add beside Annex A's.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddControl {
    /// Its number.
    pub id: ControlId,
    /// Its title.
    pub title: Line,
    /// Where it comes from: a standard, a contract, a decision.
    pub source: Line,
}

/// What to change about a control of the company's own; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct EditControl {
    /// Its number.
    pub id: ControlId,
    /// Its title.
    pub title: Option<Line>,
    /// Where it comes from.
    pub source: Option<Line>,
}

/// Returns every control: Annex A's in their order, then the company's own in theirs.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace) -> Result<Vec<Control>, StoreError> {
    workspace.read(controls)
}

/// Returns one control.
///
/// # Errors
/// [`AssessmentError::UnknownControl`] where there is none of that number.
pub fn show(workspace: &Workspace, id: &ControlId) -> Result<Control, AssessmentError> {
    workspace.read(|conn| control(conn, id))
}

/// Returns what the ledger says of a control, the newest first.
///
/// # Errors
/// [`AssessmentError::UnknownControl`] where there never was one of that number.
pub fn history(workspace: &Workspace, id: &ControlId) -> Result<Vec<Entry>, AssessmentError> {
    let entries = workspace.history_of(&[RecordKind::Control, RecordKind::OwnControl], id.as_str())?;
    if entries.is_empty() {
        show(workspace, id)?;
    }
    Ok(entries)
}

/// Records the decision whether controls apply, and why (clause 6.1.3), and returns them.
///
/// # Errors
/// [`AssessmentError`] where the decision lacks what the standard asks beside it, or a control is not known;
/// nothing was changed then.
pub fn decide(tx: &mut Tx<'_>, mut decide: DecideControls) -> Result<Vec<Control>, AssessmentError> {
    let ids = std::mem::take(&mut decide.controls);
    let mut decision = decide.decision()?;
    if let Decision::Excluded { ground: Ground::MetBy(by), .. } = &mut decision {
        *by = known(tx, by)?.id;
        if ids.contains(by) {
            return Err(AssessmentError::MetByItself(by.clone()));
        }
    }
    change(tx, &ids, |assessment| assessment.decision = decision.clone())
}

/// Changes how far controls are done, by when, how and by whom, and returns them.
///
/// # Errors
/// [`AssessmentError::UnknownControl`] where one is not known; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, set: SetControls) -> Result<Vec<Control>, AssessmentError> {
    let SetControls { controls, status, target, how, owner, notes } = set;
    change(tx, &controls, |assessment| {
        assessment.status = status.unwrap_or(assessment.status);
        assessment.target = target.unwrap_or(assessment.target);
        renew(&mut assessment.how, how.as_ref());
        renew(&mut assessment.owner, owner.as_ref());
        renew(&mut assessment.notes, notes.as_ref());
    })
}

/// Puts a value, where one is given, in place of another.
fn renew<T: Clone>(place: &mut T, given: Option<&T>) {
    if let Some(value) = given {
        place.clone_from(value);
    }
}

/// Adds a control beside Annex A's (clause 6.1.3) and returns it.
///
/// # Errors
/// [`AssessmentError`] where the number is taken, or the title or the source is empty.
pub fn add(tx: &mut Tx<'_>, add: AddControl) -> Result<Control, AssessmentError> {
    let AddControl { id, title, source } = add;
    if id.is_annex_a() {
        return Err(AssessmentError::ReservedNumber(id));
    }
    if let Some(there) = tx.get::<OwnControl>(id.as_str())? {
        return Err(AssessmentError::NumberTaken(there.id));
    }
    save_own(tx, OwnControl { id, title, source })
}

/// Changes the title or the source of a control of the company's own and returns it.
///
/// # Errors
/// [`AssessmentError`] where it is none of the company's own, or the title or the source is empty.
pub fn edit(tx: &mut Tx<'_>, edit: EditControl) -> Result<Control, AssessmentError> {
    let before = own(tx, &edit.id)?;
    save_own(
        tx,
        OwnControl {
            id: before.id,
            title: edit.title.unwrap_or(before.title),
            source: edit.source.unwrap_or(before.source),
        },
    )
}

/// Removes a control of the company's own, with what was decided about it and the links of evidence to it.
///
/// # Errors
/// [`AssessmentError`] where it is none of the company's own, or another is excluded as met by it.
pub fn remove(tx: &mut Tx<'_>, id: &ControlId) -> Result<(), AssessmentError> {
    let OwnControl { id, .. } = own(tx, id)?;
    for assessment in store::assessments(tx.reading())? {
        if let Decision::Excluded { ground: Ground::MetBy(by), .. } = &assessment.decision
            && *by == id
        {
            return Err(AssessmentError::StillNeeded(id, assessment.control));
        }
    }
    tx.remove::<Assessment>(id.as_str())?;
    evidence::unlink_all(tx, &Link::Control(id.clone()))?;
    tx.remove::<OwnControl>(id.as_str())?;
    Ok(())
}

fn save_own(tx: &mut Tx<'_>, control: OwnControl) -> Result<Control, AssessmentError> {
    if control.title.is_empty() {
        return Err(AssessmentError::NeedsTitle);
    }
    if control.source.is_empty() {
        return Err(AssessmentError::NeedsSource);
    }
    tx.put(&control)?;
    known(tx, &control.id)
}

fn own(tx: &Tx<'_>, id: &ControlId) -> Result<OwnControl, AssessmentError> {
    if annex_a(id).is_some() {
        return Err(AssessmentError::NotOwn(id.clone()));
    }
    tx.get(id.as_str())?.ok_or_else(|| AssessmentError::UnknownControl(id.clone()))
}

fn change(
    tx: &mut Tx<'_>,
    ids: &[ControlId],
    change: impl Fn(&mut Assessment),
) -> Result<Vec<Control>, AssessmentError> {
    if ids.is_empty() {
        return Err(AssessmentError::NoControl);
    }
    for id in ids {
        let id = known(tx, id)?.id;
        let mut assessment = tx.get(id.as_str())?.unwrap_or_else(|| Assessment::untouched(id.clone()));
        change(&mut assessment);
        if assessment != Assessment::untouched(id.clone()) {
            tx.put(&assessment)?;
        } else {
            tx.remove::<Assessment>(id.as_str())?;
        }
    }
    ids.iter().map(|id| known(tx, id)).collect()
}

fn known(tx: &Tx<'_>, id: &ControlId) -> Result<Control, AssessmentError> {
    control(tx.reading(), id)
}

fn control(conn: &Connection, id: &ControlId) -> Result<Control, AssessmentError> {
    if let Some(control) = annex_a(id) {
        return Ok(Control::of_annex_a(
            control,
            assessment(conn, id)?,
            evidence::count_of_control(conn, id)?,
        ));
    }
    match OwnControl::load(conn, id.as_str())? {
        Some(control) => {
            let assessment = assessment(conn, &control.id)?;
            let evidence = evidence::count_of_control(conn, &control.id)?;
            Ok(Control::own(control, assessment, evidence))
        }
        None => Err(AssessmentError::UnknownControl(id.clone())),
    }
}

fn assessment(conn: &Connection, id: &ControlId) -> Result<Assessment, StoreError> {
    Ok(Assessment::load(conn, id.as_str())?.unwrap_or_else(|| Assessment::untouched(id.clone())))
}

/// Returns every control: Annex A's in their order, then the company's own in theirs.
pub(crate) fn controls(conn: &Connection) -> Result<Vec<Control>, StoreError> {
    let mut assessments: BTreeMap<ControlId, Assessment> = store::assessments(conn)?
        .into_iter()
        .map(|assessment| (assessment.control.clone(), assessment))
        .collect();
    let mut said = |id: ControlId| assessments.remove(&id).unwrap_or_else(|| Assessment::untouched(id));
    let evidence = evidence::counts_by_control(conn)?;
    let evidence = |id: &ControlId| evidence.get(id.as_str()).copied().unwrap_or(0);
    let mut controls = Vec::new();
    for control in &Catalogue::english().controls {
        if let Ok(id) = control.id.as_str().parse() {
            let pieces = evidence(&id);
            controls.push(Control::of_annex_a(control, said(id), pieces));
        }
    }
    for control in store::own_controls(conn)? {
        let assessment = said(control.id.clone());
        let pieces = evidence(&control.id);
        controls.push(Control::own(control, assessment, pieces));
    }
    Ok(controls)
}

fn annex_a(id: &ControlId) -> Option<&'static CatalogueControl> {
    Catalogue::english().control(id.as_str())
}
