//! Answering the checklist of an audit, one requirement at a time (clause 9.2.1).

use serde::Deserialize;
use ts_rs::TS;

use super::AuditId;
use super::answer::{AuditAnswer, SeenEvidence, Verdict};
use super::audit::Audit;
use super::error::AuditError;
use super::queries::{self, AuditDetails};
use super::{criteria, impartial, operations, store};
use crate::evidence::{self, Evidence, EvidenceId, Link, LinkEvidence, Target};
use crate::given::{given, renew};
use crate::record::Record as _;
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// What to say of one requirement of an audit; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AnswerAudit {
    /// The audit.
    pub id: AuditId,
    /// The requirement, by its number.
    pub requirement: Target,
    /// How it was found; null takes that back.
    #[serde(default, deserialize_with = "given")]
    #[ts(as = "Option<Verdict>", optional = nullable)]
    pub verdict: Option<Option<Verdict>>,
    /// What was seen, or why nobody looked.
    pub seen: Option<Prose>,
    /// What shows it, in place of what did.
    pub evidence: Option<Vec<EvidenceId>>,
    /// When it was looked at; today where it is left out.
    pub on: Option<Day>,
}

/// Records what an auditor found of a requirement, and returns the audit.
///
/// What shows that a requirement is met is linked to the requirement; what shows a nonconformity proves nothing for it
/// and goes to the finding.
///
/// # Errors
/// [`AuditError`]; nothing was changed then.
pub fn answer(tx: &mut Tx<'_>, today: Day, answer: AnswerAudit) -> Result<AuditDetails, AuditError> {
    let audit = operations::under_way(tx, answer.id)?;
    let requirement = criteria::named(tx.reading(), &answer.requirement)?;
    let Some(line) = audit.line(&requirement) else {
        return Err(AuditError::NotListed(audit.id, requirement));
    };
    impartial::check(tx.reading(), &audit, line)?;
    let by = audit.auditor_of(line).clone();
    let on = operations::after_it_began(&audit, operations::come(answer.on.unwrap_or(today), today, "on")?)?;
    let mut said = before(tx, &audit, &requirement, by.clone(), on)?;
    renew(&mut said.verdict, answer.verdict);
    renew(&mut said.seen, answer.seen);
    if let Some(ids) = answer.evidence {
        said.evidence = seen(tx, &said.evidence, ids)?;
    }
    (said.by, said.on) = (by, on);
    link(tx, &said)?;
    tx.put(&said)?;
    queries::details(tx.reading(), audit.id, today)
}

/// Returns what was answered so far.
fn before(
    tx: &Tx<'_>,
    audit: &Audit,
    requirement: &Link,
    by: Line,
    on: Day,
) -> Result<AuditAnswer, AuditError> {
    let known = AuditAnswer::load(tx.reading(), &store::key(audit.id, requirement))?;
    Ok(known.unwrap_or_else(|| AuditAnswer {
        audit: audit.id,
        requirement: requirement.clone(),
        verdict: None,
        seen: Prose::default(),
        evidence: Vec::new(),
        by,
        on,
    }))
}

/// Returns pieces of evidence as they are seen now; those that were seen before stay as they were.
fn seen(
    tx: &Tx<'_>,
    before: &[SeenEvidence],
    mut ids: Vec<EvidenceId>,
) -> Result<Vec<SeenEvidence>, AuditError> {
    ids.sort_unstable();
    ids.dedup();
    let mut seen = Vec::new();
    for id in ids {
        if let Some(known) = before.iter().find(|known| known.id == id) {
            seen.push(*known);
            continue;
        }
        let piece = Evidence::load(tx.reading(), &id.to_string())?.ok_or(AuditError::UnknownEvidence(id))?;
        seen.push(SeenEvidence { id, version: piece.latest().map_or(1, |version| version.version) });
    }
    Ok(seen)
}

/// Links what shows that a requirement is met to that requirement.
fn link(tx: &mut Tx<'_>, answer: &AuditAnswer) -> Result<(), AuditError> {
    if !answer.verdict.is_some_and(Verdict::is_met) {
        return Ok(());
    }
    let mut ids = Vec::new();
    for SeenEvidence { id, .. } in &answer.evidence {
        let piece = Evidence::load(tx.reading(), &id.to_string())?;
        if piece.is_some_and(|piece| !piece.links.contains(&answer.requirement)) {
            ids.push(*id);
        }
    }
    if !ids.is_empty() {
        let (kind, number) = answer.requirement.parts();
        let targets = vec![Target(format!("{kind}:{number}"))];
        evidence::link(tx, &LinkEvidence { ids, targets })?;
    }
    Ok(())
}
