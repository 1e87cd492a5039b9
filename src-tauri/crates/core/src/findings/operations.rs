//! What can be done with a finding, from its report to its closing (clause 10.2).

use serde::Deserialize;
use ts_rs::TS;

use super::action::DueChange;
use super::action_store;
use super::error::FindingError;
use super::finding::{
    Branch, BranchKind, Cause, CauseMethod, Check, Closing, Containment, Criterion, Finding, FollowUp,
    PlanApproval, Refusal, Reopening,
};
use super::grade::{CheckResult, Grade, Source};
use super::id::FindingId;
use super::origin::FindingOrigin;
use super::queries::{self, FindingDetails, counts, folded, milestones, needed, needed_line};
use super::stage::Need;
use crate::audits::Audit;
use crate::cases::Case;
use crate::evidence::{EvidenceId, Link, Target, resolve_target};
use crate::objectives::Measure;
use crate::record::{Record as _, RecordKind};
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// How to write what a finding lacks.
const NAME: &str = "Write the name or the role of the person.";
const WHY: &str = "Say why in a sentence that still makes sense in a year.";

/// Names a finding.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindingReference {
    /// Its number.
    pub id: FindingId,
}

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

/// What was done at once.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ContainFinding {
    /// The finding.
    pub id: FindingId,
    /// What stopped the harm.
    pub text: Prose,
    /// How the case itself was put right.
    pub correction: Option<Prose>,
    /// Who did it; whoever records it where it is left out.
    pub by: Option<Line>,
    /// When; today where it is left out.
    pub on: Option<Day>,
}

/// What a look for similar cases showed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SimilarCases {
    /// The finding.
    pub id: FindingId,
    /// Where somebody looked, and what was there.
    pub text: Prose,
}

/// Why it came about.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExplainFinding {
    /// The finding.
    pub id: FindingId,
    /// The cause; where it is left out, the last answer of `whys`.
    pub text: Option<Prose>,
    /// Which kind it is of.
    pub kind: Option<BranchKind>,
    /// The answers to “why?”, in order.
    pub whys: Option<Vec<Line>>,
    /// What may have led to it, by kind.
    pub branches: Option<Vec<Branch>>,
}

/// Who approves the planned actions.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ApprovePlan {
    /// The finding.
    pub id: FindingId,
    /// Who approves.
    pub by: Line,
    /// When; today where it is left out.
    pub on: Option<Day>,
}

/// By what it will be seen that the actions work.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetCriterion {
    /// The finding.
    pub id: FindingId,
    /// What must be so.
    pub text: Prose,
    /// When to look.
    pub check_on: Day,
}

/// A check of the effect.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CheckFinding {
    /// The finding.
    pub id: FindingId,
    /// Who looked.
    pub by: Line,
    /// How it ended.
    pub result: CheckResult,
    /// What was seen.
    pub note: Option<Prose>,
    /// When; today where it is left out.
    pub on: Option<Day>,
}

/// Who closes a finding.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseFinding {
    /// The finding.
    pub id: FindingId,
    /// Who closes it.
    pub by: Line,
}

/// Why a finding is refused or reopened.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GiveReason {
    /// The finding.
    pub id: FindingId,
    /// Why.
    pub why: Prose,
}

/// What else is to be brought up to date.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FollowUpFinding {
    /// The finding.
    pub id: FindingId,
    /// All of it, in place of what was there.
    pub follow_ups: Vec<FollowUp>,
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

/// Records what was done at once, and returns the finding.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn contain(tx: &mut Tx<'_>, today: Day, contain: ContainFinding) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, contain.id)?;
    needed(&contain.text, "What was done", "Say what stopped the harm, and how the case was put right.")?;
    let by = contain.by.filter(|by| !by.is_empty());
    finding.containment = Some(Containment {
        text: contain.text,
        correction: contain.correction.unwrap_or_default(),
        by: by.unwrap_or_else(|| tx.stamp.actor.parse().unwrap_or_default()),
        on: past(contain.on.unwrap_or(today), today, "on")?,
    });
    save(tx, today, finding)
}

/// Records what a look for similar cases showed, and returns the finding.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn similar(tx: &mut Tx<'_>, today: Day, similar: SimilarCases) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, similar.id)?;
    needed(
        &similar.text,
        "What was seen",
        "Say where somebody looked, and what was there; also where it was nothing.",
    )?;
    finding.similar = similar.text;
    save(tx, today, finding)
}

/// Records why it came about, and returns the finding. Nothing given takes the cause away.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn explain(tx: &mut Tx<'_>, today: Day, explain: ExplainFinding) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, explain.id)?;
    let whys: Vec<Line> =
        explain.whys.unwrap_or_default().into_iter().filter(|why| !why.is_empty()).collect();
    let mut branches: Vec<Branch> = Vec::new();
    for branch in explain.branches.unwrap_or_default() {
        let causes = branch.causes.into_iter().filter(|cause| !cause.is_empty());
        match branches.iter_mut().find(|there| there.kind == branch.kind) {
            Some(there) => there.causes.extend(causes),
            None => branches.push(Branch { kind: branch.kind, causes: causes.collect() }),
        }
    }
    branches.retain(|branch| !branch.causes.is_empty());
    branches.sort_by_key(|branch| branch.kind);
    let method = match (whys.is_empty(), branches.is_empty()) {
        (false, _) => CauseMethod::FiveWhys,
        (true, false) => CauseMethod::Fishbone,
        (true, true) => CauseMethod::Text,
    };
    let last = || whys.last().and_then(|why| why.as_str().parse::<Prose>().ok()).unwrap_or_default();
    let text = explain.text.filter(|text| !text.is_empty()).unwrap_or_else(last);
    needed(
        &text,
        "The cause",
        "Say why it could come about: something that can be changed, and nobody's fault.",
    )?;
    finding.cause = Some(Cause { method, text, kind: explain.kind, whys, branches });
    save(tx, today, finding)
}

/// Records who approved the planned actions, and returns the finding.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn approve_plan(
    tx: &mut Tx<'_>,
    today: Day,
    approve: ApprovePlan,
) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, approve.id)?;
    needed_line(&approve.by, "The name", NAME)?;
    let actions = action_store::of_finding(tx.reading(), finding.id)?;
    if !actions.iter().any(|action| counts(action, finding.round)) {
        return Err(FindingError::NotYet(finding.id, "approved", vec![Need::Action]));
    }
    finding.plan_approval =
        Some(PlanApproval { by: approve.by, on: past(approve.on.unwrap_or(today), today, "on")? });
    save(tx, today, finding)
}

/// Records by what it will be seen that the actions work, and returns the finding.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn criterion(
    tx: &mut Tx<'_>,
    today: Day,
    criterion: SetCriterion,
) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, criterion.id)?;
    needed(&criterion.text, "The criterion", "Say what must be so, and how somebody can see it.")?;
    finding.criterion = Some(Criterion { text: criterion.text, check_on: criterion.check_on });
    save(tx, today, finding)
}

/// Records a check of the effect by somebody who owns none of the actions, and returns the finding. Where it did
/// not pass, another round begins: new actions, another criterion, another check.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn check(tx: &mut Tx<'_>, today: Day, check: CheckFinding) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, check.id)?;
    needed_line(&check.by, "The name", NAME)?;
    let actions = action_store::of_finding(tx.reading(), finding.id)?;
    let needs: Vec<Need> = milestones(&finding, &actions)
        .needs()
        .into_iter()
        .filter(|need| !matches!(need, Need::EffectiveCheck | Need::Closing))
        .collect();
    if !needs.is_empty() {
        return Err(FindingError::NotYet(finding.id, "checked", needs));
    }
    let counted: Vec<_> = actions.iter().filter(|action| counts(action, finding.round)).collect();
    if counted.iter().any(|action| folded(&action.owner) == folded(&check.by)) {
        return Err(FindingError::ChecksOwnWork(finding.id, check.by));
    }
    let on = past(check.on.unwrap_or(today), today, "on")?;
    if let Some(done) = counted.iter().filter_map(|action| Some(action.done.as_ref()?.on)).max()
        && on < done
    {
        return Err(FindingError::ChecksTooEarly { check: on, done });
    }
    finding.checks.push(Check {
        round: finding.round,
        criterion: finding.criterion.as_ref().map(|criterion| criterion.text.clone()).unwrap_or_default(),
        by: check.by,
        on,
        result: check.result,
        note: check.note.unwrap_or_default(),
    });
    match check.result {
        CheckResult::Effective => {}
        CheckResult::Partly | CheckResult::Not => next_round(&mut finding),
    }
    save(tx, today, finding)
}

/// Closes a finding and returns it.
///
/// # Errors
/// [`FindingError::NotYet`] where anything is open; nothing was changed then.
pub fn close(tx: &mut Tx<'_>, today: Day, close: CloseFinding) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, close.id)?;
    needed_line(&close.by, "The name", NAME)?;
    let actions = action_store::of_finding(tx.reading(), finding.id)?;
    let mut needs = milestones(&finding, &actions).needs();
    needs.retain(|need| *need != Need::Closing);
    if !needs.is_empty() {
        return Err(FindingError::NotYet(finding.id, "closed", needs));
    }
    let counted = actions.iter().filter(|action| counts(action, finding.round));
    for action in counted {
        let proof = action.done.iter().flat_map(|done| &done.proof);
        if !any_is_there(tx, proof)? {
            return Err(FindingError::ProofRemoved(action.id));
        }
    }
    finding.closing = Some(Closing { by: close.by, on: today });
    save(tx, today, finding)
}

/// Refuses a finding: it is none, or an improvement that will not be made. The reason is kept.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn refuse(tx: &mut Tx<'_>, today: Day, refuse: GiveReason) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, refuse.id)?;
    needed(&refuse.why, "The reason", WHY)?;
    let by = tx.stamp.actor.parse().unwrap_or_default();
    finding.refusal = Some(Refusal { why: refuse.why, by, on: today });
    save(tx, today, finding)
}

/// Opens a finding again that was closed or refused; what was done before is kept, and another round begins.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn reopen(tx: &mut Tx<'_>, today: Day, reopen: GiveReason) -> Result<FindingDetails, FindingError> {
    let mut finding = queries::finding(tx.reading(), reopen.id)?;
    needed(&reopen.why, "The reason", WHY)?;
    let (closing, refusal) = (finding.closing.take(), finding.refusal.take());
    if closing.is_none() && refusal.is_none() {
        return Err(FindingError::NotOver(finding.id));
    }
    // What was refused had not run its round.
    if closing.is_some() {
        next_round(&mut finding);
    }
    let by = tx.stamp.actor.parse().unwrap_or_default();
    finding.reopened.push(Reopening { why: reopen.why, by, on: today, closing, refusal });
    save(tx, today, finding)
}

/// Records what else is to be brought up to date; also where the finding is closed.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn follow_up(
    tx: &mut Tx<'_>,
    today: Day,
    follow: FollowUpFinding,
) -> Result<FindingDetails, FindingError> {
    let mut finding = queries::finding(tx.reading(), follow.id)?;
    finding.follow_ups = follow.follow_ups;
    save(tx, today, finding)
}

fn next_round(finding: &mut Finding) {
    finding.round = finding.round.saturating_add(1);
    finding.criterion = None;
    finding.plan_approval = None;
}

/// Returns a finding that is neither closed nor refused.
pub(super) fn going_on(tx: &Tx<'_>, id: FindingId) -> Result<Finding, FindingError> {
    let finding = queries::finding(tx.reading(), id)?;
    if finding.closing.is_some() {
        return Err(FindingError::Over(id, "closed"));
    }
    if finding.refusal.is_some() {
        return Err(FindingError::Over(id, "refused"));
    }
    Ok(finding)
}

/// Returns how a date was moved.
pub(super) fn moved(tx: &Tx<'_>, from: Day, to: Day, why: Prose) -> Result<DueChange, FindingError> {
    needed(&why, "The reason", WHY)?;
    let by = tx.stamp.actor.parse().unwrap_or_default();
    Ok(DueChange { from, to, why, by, at: format!("{:.3}", tx.stamp.at) })
}

/// Returns a day that has come.
pub(super) fn past(day: Day, today: Day, field: &'static str) -> Result<Day, FindingError> {
    if day > today { Err(FindingError::Future(day, field)) } else { Ok(day) }
}

/// Returns pieces of evidence that are there, in order and each once.
pub(super) fn evidence(
    tx: &Tx<'_>,
    mut ids: Vec<EvidenceId>,
    field: &'static str,
) -> Result<Vec<EvidenceId>, FindingError> {
    ids.sort_unstable();
    ids.dedup();
    for id in &ids {
        if crate::evidence::Evidence::load(tx.reading(), &id.to_string())?.is_none() {
            return Err(FindingError::UnknownEvidence(*id, field));
        }
    }
    Ok(ids)
}

fn any_is_there<'a>(
    tx: &Tx<'_>,
    mut proof: impl Iterator<Item = &'a EvidenceId>,
) -> Result<bool, FindingError> {
    proof.try_fold(false, |there, id| {
        Ok(there || crate::evidence::Evidence::load(tx.reading(), &id.to_string())?.is_some())
    })
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

fn save(tx: &mut Tx<'_>, today: Day, finding: Finding) -> Result<FindingDetails, FindingError> {
    needed_line(&finding.title, "The title", "Say in a line what is not as it should be.")?;
    if finding.requirements.is_empty() {
        return Err(FindingError::NeedsRequirement);
    }
    past(finding.found_on, today, "found_on")?;
    tx.put(&finding)?;
    queries::details(tx.reading(), finding.id, today)
}
