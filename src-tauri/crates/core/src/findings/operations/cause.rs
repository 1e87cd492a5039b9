//! What was done at once, where else it may be so, and why it came about.

use serde::Deserialize;
use ts_rs::TS;

use super::{going_on, past, save};
use crate::findings::error::FindingError;
use crate::findings::finding::{Branch, BranchKind, Cause, CauseMethod, Containment};
use crate::findings::id::FindingId;
use crate::findings::queries::{FindingDetails, needed};
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

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
