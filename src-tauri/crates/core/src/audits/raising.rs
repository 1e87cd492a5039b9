//! A finding straight from an answer: what was seen, against which requirement, how grave, and what shows it.

use serde::Deserialize;
use ts_rs::TS;

use super::AuditId;
use super::answer::{AuditAnswer, Verdict};
use super::error::AuditError;
use super::queries::{self, AuditDetails};
use super::{criteria, operations, store};
use crate::evidence::{Evidence, EvidenceId, Target};
use crate::findings::{self, AddFinding, FindingOrigin, Source};
use crate::record::Record as _;
use crate::workspace::Tx;
use crate::{Day, Line};

/// The longest title that is made of what was seen, in characters.
const LONGEST: usize = 100;

/// A finding to raise from an answer.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
#[ts(rename = "RaiseAuditFinding")]
pub struct RaiseFinding {
    /// The audit.
    pub id: AuditId,
    /// The requirement, by its number.
    pub requirement: Target,
    /// What it is, in a line; the first sentence of what was seen where it is left out.
    pub title: Option<Line>,
    /// Who sees to it; whoever answers for the requirement where it is left out.
    pub owner: Option<Line>,
}

/// Records a finding from an answer, and returns the audit.
///
/// # Errors
/// [`AuditError`]; nothing was changed then.
pub fn raise(tx: &mut Tx<'_>, today: Day, raise: RaiseFinding) -> Result<AuditDetails, AuditError> {
    let audit = operations::under_way(tx, raise.id)?;
    let requirement = criteria::named(tx.reading(), &raise.requirement)?;
    if audit.line(&requirement).is_none() {
        return Err(AuditError::NotListed(audit.id, requirement));
    }
    let answer = AuditAnswer::load(tx.reading(), &store::key(audit.id, &requirement))?;
    let found = answer.and_then(|answer| Some((answer.verdict.and_then(Verdict::grade)?, answer)));
    let Some((grade, answer)) = found else { return Err(AuditError::NothingFound(requirement)) };
    if answer.seen.is_empty() {
        let hint = "Say what was seen, where, and when.";
        return Err(AuditError::Missing("What was seen", hint, "seen"));
    }
    let raised = queries::findings_of(tx.reading(), audit.id, today)?;
    if let Some(row) = raised.iter().find(|row| row.requirements.contains(&requirement)) {
        return Err(AuditError::Raised(requirement, row.id));
    }
    let asked = super::asked::Requirements::load(tx.reading())?;
    let asked = asked.get(&requirement);
    let title = raise.title.filter(|title| !title.is_empty()).unwrap_or_else(|| title(answer.seen.as_str()));
    let (kind, number) = requirement.parts();
    let add = AddFinding {
        title,
        requirements: vec![Target(format!("{kind}:{number}"))],
        grade,
        source: Some(Source::InternalAudit),
        origin: Some(FindingOrigin::Audit { id: audit.id }),
        found: Some(answer.seen.clone()),
        found_on: Some(answer.on),
        found_by: Some(answer.by.clone()),
        evidence: Some(there(tx, &answer)?),
        effect: None,
        owner: raise.owner.or_else(|| asked.map(|asked| asked.owner.clone())),
    };
    findings::add(tx, today, add)?;
    queries::details(tx.reading(), audit.id, today)
}

/// Returns the pieces of evidence of an answer that were not removed since.
fn there(tx: &Tx<'_>, answer: &AuditAnswer) -> Result<Vec<EvidenceId>, AuditError> {
    let mut there = Vec::new();
    for seen in &answer.evidence {
        if Evidence::load(tx.reading(), &seen.id.to_string())?.is_some() {
            there.push(seen.id);
        }
    }
    Ok(there)
}

/// Returns the first sentence of a text as a title.
fn title(seen: &str) -> Line {
    let line = seen.lines().next().unwrap_or_default().trim();
    let sentence = line.split_once(". ").map_or(line, |(sentence, _)| sentence).trim_end_matches('.');
    let cut: String = sentence.chars().take(LONGEST).collect();
    let whole = cut.len() == sentence.len();
    let shown = if whole { cut } else { format!("{}…", cut.trim_end()) };
    shown.parse().unwrap_or_default()
}
