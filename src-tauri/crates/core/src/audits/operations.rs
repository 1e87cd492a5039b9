//! Planning, beginning, concluding and cancelling an audit (clause 9.2).

use serde::Deserialize;
use ts_rs::TS;

use super::AuditId;
use super::asked::Requirements;
use super::audit::{Addition, Audit, AuditStage, Cancelling, CheckLine, Conclusion};
use super::criteria::{self, Criteria};
use super::error::AuditError;
use super::queries::{self, AuditDetails};
use crate::evidence::{Link, Target};
use crate::given::{given, renew};
use crate::record::{Record as _, RecordKind};
use crate::systems::{AiSystem, SystemId};
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// Names an audit.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AuditReference {
    /// Its number.
    pub id: AuditId,
}

/// An audit to plan.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddAudit {
    /// What it is, in a line.
    pub title: Line,
    /// When it is to begin.
    pub planned_for: Day,
    /// The last day, where it takes more than one.
    pub until: Option<Day>,
    /// What of the company it looks at.
    pub scope: Option<Prose>,
    /// Who audits; to be said before it begins.
    pub auditor: Option<Line>,
    /// What it is held against; every clause and every control that applies where it is left out.
    pub criteria: Option<Vec<Criteria>>,
    /// The AI systems whose practice it looks at.
    pub systems: Option<Vec<SystemId>>,
    /// How it is done.
    pub methods: Option<Prose>,
}

/// What to change about an audit; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetAudit {
    /// Its number.
    pub id: AuditId,
    /// What it is, in a line.
    pub title: Option<Line>,
    /// When it is to begin; while it has not.
    pub planned_for: Option<Day>,
    /// The last day; null where it takes one.
    #[serde(default, deserialize_with = "given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub until: Option<Option<Day>>,
    /// What of the company it looks at.
    pub scope: Option<Prose>,
    /// Who audits.
    pub auditor: Option<Line>,
    /// What it is held against, in place of what it was; while it has not begun.
    pub criteria: Option<Vec<Criteria>>,
    /// The AI systems whose practice it looks at, in place of those it has.
    pub systems: Option<Vec<SystemId>>,
    /// How it is done.
    pub methods: Option<Prose>,
    /// Notes, which no document shows.
    pub notes: Option<Prose>,
}

/// Who audits some requirements in place of the audit's auditor.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AssignAuditor {
    /// The audit.
    pub id: AuditId,
    /// The requirements, by their numbers.
    pub requirements: Vec<Target>,
    /// Who audits them; nobody where it is empty, and so the audit's auditor.
    pub auditor: Line,
}

/// That an audit begins.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct StartAudit {
    /// The audit.
    pub id: AuditId,
    /// When; today where it is left out.
    pub on: Option<Day>,
}

/// Requirements to look at besides, once an audit has begun.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExtendAudit {
    /// The audit.
    pub id: AuditId,
    /// The requirements, by their numbers.
    pub requirements: Vec<Target>,
    /// Why.
    pub why: Prose,
}

/// How an audit ends.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ConcludeAudit {
    /// The audit.
    pub id: AuditId,
    /// What the auditor says of the whole.
    pub text: Prose,
    /// Who concludes it; its auditor where it is left out.
    pub by: Option<Line>,
    /// When; today where it is left out.
    pub on: Option<Day>,
}

/// Why an audit is not held.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelAudit {
    /// The audit.
    pub id: AuditId,
    /// Why.
    pub why: Prose,
}

/// Plans an audit and returns it.
///
/// # Errors
/// [`AuditError`]; nothing was changed then.
pub fn add(tx: &mut Tx<'_>, today: Day, add: AddAudit) -> Result<AuditDetails, AuditError> {
    let everything = vec![Criteria::Clauses, Criteria::Controls];
    let criteria = add.criteria.unwrap_or(everything);
    let audit = Audit {
        id: AuditId::next(tx, RecordKind::Audit)?,
        title: add.title,
        scope: add.scope.unwrap_or_default(),
        auditor: add.auditor.unwrap_or_default(),
        systems: systems(tx, add.systems.unwrap_or_default())?,
        planned_for: add.planned_for,
        until: add.until,
        methods: add.methods.unwrap_or_default(),
        checklist: lines(&[], criteria::chosen(tx.reading(), &criteria, today)?),
        begun: None,
        conclusion: None,
        cancelled: None,
        notes: Prose::default(),
    };
    save(tx, today, audit)
}

/// Changes what is said of an audit and returns it.
///
/// # Errors
/// [`AuditError`]; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, today: Day, set: SetAudit) -> Result<AuditDetails, AuditError> {
    let mut audit = going_on(tx, set.id)?;
    if audit.begun.is_some() && (set.criteria.is_some() || set.planned_for.is_some()) {
        return Err(AuditError::Frozen(audit.id));
    }
    if let Some(criteria) = set.criteria {
        audit.checklist = lines(&audit.checklist, criteria::chosen(tx.reading(), &criteria, today)?);
    }
    if let Some(named) = set.systems {
        audit.systems = systems(tx, named)?;
    }
    renew(&mut audit.title, set.title);
    renew(&mut audit.planned_for, set.planned_for);
    renew(&mut audit.until, set.until);
    renew(&mut audit.scope, set.scope);
    renew(&mut audit.auditor, set.auditor);
    renew(&mut audit.methods, set.methods);
    renew(&mut audit.notes, set.notes);
    if audit.begun.is_some() {
        has_auditor(&audit)?;
    }
    save(tx, today, audit)
}

/// Says who audits some requirements, so that nobody audits their own work (clause 9.2.2), and returns the audit.
///
/// # Errors
/// [`AuditError`]; nothing was changed then.
pub fn assign(tx: &mut Tx<'_>, today: Day, assign: AssignAuditor) -> Result<AuditDetails, AuditError> {
    let mut audit = going_on(tx, assign.id)?;
    for target in &assign.requirements {
        let link = criteria::named(tx.reading(), target)?;
        let id = audit.id;
        let line = audit.checklist.iter_mut().find(|line| line.requirement == link);
        line.ok_or(AuditError::NotListed(id, link))?.auditor.clone_from(&assign.auditor);
    }
    save(tx, today, audit)
}

/// Begins an audit, which fixes its checklist, and returns it.
///
/// # Errors
/// [`AuditError`]; nothing was changed then.
pub fn start(tx: &mut Tx<'_>, today: Day, start: StartAudit) -> Result<AuditDetails, AuditError> {
    let mut audit = going_on(tx, start.id)?;
    if audit.begun.is_some() {
        return Err(AuditError::Begun(audit.id));
    }
    has_auditor(&audit)?;
    audit.begun = Some(come(start.on.unwrap_or(today), today, "on")?);
    save(tx, today, audit)
}

/// Adds requirements to the checklist of an audit that has begun, with the reason, and returns it.
///
/// # Errors
/// [`AuditError`]; nothing was changed then.
pub fn extend(tx: &mut Tx<'_>, today: Day, extend: ExtendAudit) -> Result<AuditDetails, AuditError> {
    let mut audit = under_way(tx, extend.id)?;
    if extend.why.is_empty() {
        let hint = "Say what the auditor came across that leads there.";
        return Err(AuditError::Missing("The reason", hint, "why"));
    }
    let asked = Requirements::load(tx.reading())?;
    for target in &extend.requirements {
        let requirement = criteria::requirement(tx.reading(), &asked, target)?;
        if audit.line(&requirement).is_some() {
            return Err(AuditError::Listed(audit.id, requirement));
        }
        let added = Some(Addition { why: extend.why.clone(), by: actor(tx), on: today });
        audit.checklist.push(CheckLine { requirement, auditor: Line::default(), added });
    }
    save(tx, today, audit)
}

/// Concludes an audit, whose report then stays as it is (clause 9.2.2), and returns it.
///
/// # Errors
/// [`AuditError`]; nothing was changed then.
pub fn conclude(tx: &mut Tx<'_>, today: Day, conclude: ConcludeAudit) -> Result<AuditDetails, AuditError> {
    let mut audit = under_way(tx, conclude.id)?;
    if conclude.text.is_empty() {
        let hint = "Say whether the management system does what it should, and what stands out.";
        return Err(AuditError::Missing("The conclusion", hint, "text"));
    }
    let lacks = queries::lacking(tx.reading(), &audit)?;
    if !lacks.is_empty() {
        return Err(AuditError::NotYet(audit.id, lacks));
    }
    let on = after_it_began(&audit, come(conclude.on.unwrap_or(today), today, "on")?)?;
    let by = conclude.by.filter(|by| !by.is_empty()).unwrap_or_else(|| audit.auditor.clone());
    audit.conclusion = Some(Conclusion { text: conclude.text, by, on });
    save(tx, today, audit)
}

/// Says that an audit is not held, or not ended, and why; returns it.
///
/// # Errors
/// [`AuditError`]; nothing was changed then.
pub fn cancel(tx: &mut Tx<'_>, today: Day, cancel: CancelAudit) -> Result<AuditDetails, AuditError> {
    let mut audit = going_on(tx, cancel.id)?;
    if cancel.why.is_empty() {
        let hint = "Say why, so that somebody who asks in a year understands it.";
        return Err(AuditError::Missing("The reason", hint, "why"));
    }
    audit.cancelled = Some(Cancelling { why: cancel.why, by: actor(tx), on: today });
    save(tx, today, audit)
}

/// Returns the lines of a checklist; what was said of a requirement that stays is kept.
fn lines(before: &[CheckLine], requirements: Vec<Link>) -> Vec<CheckLine> {
    let line = |requirement: Link| {
        let known = before.iter().find(|line| line.requirement == requirement).cloned();
        known.unwrap_or(CheckLine { requirement, auditor: Line::default(), added: None })
    };
    requirements.into_iter().map(line).collect()
}

fn has_auditor(audit: &Audit) -> Result<(), AuditError> {
    if audit.auditor.is_empty() {
        let hint = "Name somebody who answers for none of what is audited.";
        return Err(AuditError::Missing("The auditor", hint, "auditor"));
    }
    Ok(())
}

fn one(tx: &Tx<'_>, id: AuditId) -> Result<Audit, AuditError> {
    tx.get(&id.to_string())?.ok_or(AuditError::UnknownAudit(id))
}

/// Returns an audit that is neither reported nor cancelled.
fn going_on(tx: &Tx<'_>, id: AuditId) -> Result<Audit, AuditError> {
    let audit = one(tx, id)?;
    let stage = audit.stage();
    if stage.is_over() { Err(AuditError::Over(id, stage)) } else { Ok(audit) }
}

/// Returns an audit that has begun and is not over.
pub(super) fn under_way(tx: &Tx<'_>, id: AuditId) -> Result<Audit, AuditError> {
    let audit = going_on(tx, id)?;
    match audit.stage() {
        AuditStage::UnderWay => Ok(audit),
        AuditStage::Planned | AuditStage::Reported | AuditStage::Cancelled => Err(AuditError::NotBegun(id)),
    }
}

/// Returns a day that has come.
pub(super) fn come(day: Day, today: Day, field: &'static str) -> Result<Day, AuditError> {
    if day > today { Err(AuditError::Future(day, field)) } else { Ok(day) }
}

/// Returns a day on which the audit had begun.
pub(super) fn after_it_began(audit: &Audit, on: Day) -> Result<Day, AuditError> {
    match audit.begun {
        Some(begun) if on < begun => Err(AuditError::BeforeItBegan { id: audit.id, on, begun }),
        Some(_) | None => Ok(on),
    }
}

/// Returns who sits at the keyboard.
fn actor(tx: &Tx<'_>) -> Line {
    tx.stamp.actor.parse().unwrap_or_default()
}

fn systems(tx: &Tx<'_>, mut ids: Vec<SystemId>) -> Result<Vec<SystemId>, AuditError> {
    for id in &ids {
        if AiSystem::load(tx.reading(), &id.to_string())?.is_none() {
            return Err(AuditError::UnknownSystem(*id));
        }
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

fn save(tx: &mut Tx<'_>, today: Day, mut audit: Audit) -> Result<AuditDetails, AuditError> {
    if audit.title.is_empty() {
        let hint = "Say in a line what is audited, such as “Clauses 4 to 6”.";
        return Err(AuditError::Missing("The title", hint, "title"));
    }
    if let Some(until) = audit.until.filter(|until| *until < audit.planned_for) {
        return Err(AuditError::EndsBeforeItBegins { from: audit.planned_for, until });
    }
    if audit.checklist.is_empty() {
        return Err(AuditError::NoCriteria);
    }
    audit.tidy();
    tx.put(&audit)?;
    queries::details(tx.reading(), audit.id, today)
}
