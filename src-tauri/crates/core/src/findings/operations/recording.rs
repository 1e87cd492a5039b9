//! Recording a finding, and changing what is said of it.

use serde::Deserialize;
use ts_rs::TS;

use super::{evidence, going_on, moved, save};
use crate::audits::Audit;
use crate::cases::Case;
use crate::evidence::{EvidenceId, Link, Target, resolve_target};
use crate::findings::error::FindingError;
use crate::findings::finding::Finding;
use crate::findings::grade::{Grade, Source};
use crate::findings::id::FindingId;
use crate::findings::origin::FindingOrigin;
use crate::findings::queries::FindingDetails;
use crate::objectives::Measure;
use crate::record::{Record as _, RecordKind};
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// A finding to record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddFinding {
    /// What it is, in a line.
    pub title: Line,
    /// The clauses and controls that it is about, by their numbers; at least one.
    pub requirements: Vec<Target>,
    /// How grave it is.
    pub grade: Grade,
    /// Where it comes from; a look of one's own where it is left out.
    pub source: Option<Source>,
    /// Which record it comes from, where it comes from one.
    pub origin: Option<FindingOrigin>,
    /// What was found.
    pub found: Option<Prose>,
    /// When; today where it is left out.
    pub found_on: Option<Day>,
    /// By whom; whoever records it where it is left out.
    pub found_by: Option<Line>,
    /// What shows it.
    pub evidence: Option<Vec<EvidenceId>>,
    /// What it does to people, society and the business.
    pub effect: Option<Prose>,
    /// Who sees to it.
    pub owner: Option<Line>,
}

/// What to change about a finding; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetFinding {
    /// Its number.
    pub id: FindingId,
    /// What it is, in a line.
    pub title: Option<Line>,
    /// The clauses and controls that it is about, in place of those it has.
    pub requirements: Option<Vec<Target>>,
    /// How grave it is.
    pub grade: Option<Grade>,
    /// Where it comes from.
    pub source: Option<Source>,
    /// What was found.
    pub found: Option<Prose>,
    /// When.
    pub found_on: Option<Day>,
    /// By whom.
    pub found_by: Option<Line>,
    /// What shows it, in place of what did.
    pub evidence: Option<Vec<EvidenceId>>,
    /// What it does to people, society and the business.
    pub effect: Option<Prose>,
    /// Who sees to it.
    pub owner: Option<Line>,
    /// By when it is to be closed; with `why`.
    pub due: Option<Day>,
    /// Why that day is another.
    pub why: Option<Prose>,
    /// Notes, which no document shows.
    pub notes: Option<Prose>,
}

/// Records a finding (clause 10.2) and returns it.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn add(tx: &mut Tx<'_>, today: Day, add: AddFinding) -> Result<FindingDetails, FindingError> {
    let id = FindingId::next(tx, RecordKind::Finding)?;
    let found_on = add.found_on.unwrap_or(today);
    let actor = || tx.stamp.actor.parse().unwrap_or_default();
    let finding = Finding {
        id,
        title: add.title,
        grade: add.grade,
        source: add.source.unwrap_or(Source::SelfAssessment),
        origin: known_origin(tx, add.origin)?,
        found_on,
        found_by: add.found_by.filter(|by| !by.is_empty()).unwrap_or_else(actor),
        requirements: requirements(tx, &add.requirements)?,
        found: add.found.unwrap_or_default(),
        evidence: evidence(tx, add.evidence.unwrap_or_default(), "evidence")?,
        effect: add.effect.unwrap_or_default(),
        owner: add.owner.unwrap_or_default(),
        due: found_on.days_later(add.grade.days()),
        due_changes: Vec::new(),
        containment: None,
        similar: Prose::default(),
        cause: None,
        plan_approval: None,
        criterion: None,
        round: 1,
        checks: Vec::new(),
        closing: None,
        refusal: None,
        reopened: Vec::new(),
        follow_ups: Vec::new(),
        notes: Prose::default(),
    };
    save(tx, today, finding)
}

/// Changes what is said of a finding and returns it.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, today: Day, set: SetFinding) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, set.id)?;
    if let Some(targets) = &set.requirements {
        finding.requirements = requirements(tx, targets)?;
    }
    if let Some(ids) = set.evidence {
        finding.evidence = evidence(tx, ids, "evidence")?;
    }
    if let Some(due) = set.due.filter(|due| *due != finding.due) {
        finding.due_changes.push(moved(tx, finding.due, due, set.why.unwrap_or_default())?);
        finding.due = due;
    }
    finding.title = set.title.unwrap_or(finding.title);
    finding.grade = set.grade.unwrap_or(finding.grade);
    finding.source = set.source.unwrap_or(finding.source);
    finding.found = set.found.unwrap_or(finding.found);
    finding.found_on = set.found_on.unwrap_or(finding.found_on);
    finding.found_by = set.found_by.unwrap_or(finding.found_by);
    finding.effect = set.effect.unwrap_or(finding.effect);
    finding.owner = set.owner.unwrap_or(finding.owner);
    finding.notes = set.notes.unwrap_or(finding.notes);
    save(tx, today, finding)
}

/// Returns an origin of which the record is there.
fn known_origin(tx: &Tx<'_>, origin: Option<FindingOrigin>) -> Result<Option<FindingOrigin>, FindingError> {
    match origin {
        Some(FindingOrigin::Measure { id }) if Measure::load(tx.reading(), &id.to_string())?.is_none() => {
            Err(FindingError::UnknownMeasure(id))
        }
        Some(FindingOrigin::Case { id }) if Case::load(tx.reading(), &id.to_string())?.is_none() => {
            Err(FindingError::UnknownCase(id))
        }
        Some(FindingOrigin::Audit { id }) if Audit::load(tx.reading(), &id.to_string())?.is_none() => {
            Err(FindingError::UnknownAudit(id))
        }
        Some(FindingOrigin::Measure { .. } | FindingOrigin::Case { .. } | FindingOrigin::Audit { .. })
        | None => Ok(origin),
    }
}

fn requirements(tx: &Tx<'_>, targets: &[Target]) -> Result<Vec<Link>, FindingError> {
    let mut links = Vec::new();
    for target in targets {
        links.push(resolve_target(tx.reading(), target)??);
    }
    links.sort_unstable();
    links.dedup();
    Ok(links)
}
