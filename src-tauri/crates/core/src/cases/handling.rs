//! Handling a case: telling those who have to know, deciding on duties, closing it and opening it again.

use serde::Deserialize;
use ts_rs::TS;

use super::CaseId;
use super::case::{Closing, Reopening, Ruling, Told};
use super::duty::DutyKey;
use super::error::CaseError;
use super::operations::{come, going_on, one, save, whoever};
use super::queries::{self, CaseDetails};
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// That somebody was told.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct TellOfCase {
    /// The case.
    pub id: CaseId,
    /// Who was told.
    pub whom: Line,
    /// When; today where it is left out.
    pub on: Option<Day>,
    /// What they were told, or by what letter.
    pub what: Option<Prose>,
    /// Which duty that fulfils, where it does; it applies then.
    pub duty: Option<DutyKey>,
    /// Who told them; whoever records it where it is left out.
    pub by: Option<Line>,
}

/// Whether a duty applies.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RuleOnDuty {
    /// The case.
    pub id: CaseId,
    /// The duty.
    pub duty: DutyKey,
    /// Whether it applies.
    pub applies: bool,
    /// Why; needed where it does not.
    pub why: Option<Prose>,
    /// Who says so; whoever records it where it is left out.
    pub by: Option<Line>,
}

/// What came of a case.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CloseCase {
    /// The case.
    pub id: CaseId,
    /// What came of it.
    pub outcome: Prose,
    /// Who closes it; whoever records it where it is left out.
    pub by: Option<Line>,
    /// When; today where it is left out.
    pub on: Option<Day>,
}

/// Why a case is opened again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReopenCase {
    /// The case.
    pub id: CaseId,
    /// Why.
    pub why: Prose,
}

/// Records that somebody was told of a case (A.8.4), and returns it. What fulfils a duty says that it applies.
///
/// # Errors
/// [`CaseError`]; nothing was changed then.
pub fn tell(tx: &mut Tx<'_>, today: Day, tell: TellOfCase) -> Result<CaseDetails, CaseError> {
    let mut case = going_on(tx, tell.id)?;
    if tell.whom.is_empty() {
        let hint = "Write who was told: an authority, the provider, a customer, the people affected.";
        return Err(CaseError::Missing("Who was told", hint, "whom"));
    }
    let by = whoever(tx, tell.by);
    if let Some(duty) = &tell.duty {
        case.rulings.retain(|ruling| ruling.duty != *duty || ruling.applies);
    }
    let on = come(tell.on.unwrap_or(today), today, "on")?;
    let what = tell.what.unwrap_or_default();
    case.told.push(Told { whom: tell.whom, on, what, duty: tell.duty, by });
    case.told.sort_by_key(|told| told.on);
    save(tx, today, case)
}

/// Records whether a duty applies to a case, and returns it.
///
/// # Errors
/// [`CaseError`]; nothing was changed then.
pub fn rule(tx: &mut Tx<'_>, today: Day, rule: RuleOnDuty) -> Result<CaseDetails, CaseError> {
    let mut case = going_on(tx, rule.id)?;
    let RuleOnDuty { duty, applies, why, by, id: _ } = rule;
    let why = why.unwrap_or_default();
    if !applies && why.is_empty() {
        let hint = "Say why it does not, so that somebody who asks in a year understands it.";
        return Err(CaseError::Missing("The reason why the duty does not apply", hint, "why"));
    }
    let ruling = Ruling { duty, applies, why, by: whoever(tx, by), on: today };
    case.rulings.retain(|other| other.duty != ruling.duty);
    case.rulings.push(ruling);
    save(tx, today, case)
}

/// Closes a case and returns it. Each duty that may apply has to be fulfilled or ruled out before.
///
/// # Errors
/// [`CaseError`]; nothing was changed then.
pub fn close(tx: &mut Tx<'_>, today: Day, close: CloseCase) -> Result<CaseDetails, CaseError> {
    let mut case = going_on(tx, close.id)?;
    if close.outcome.is_empty() {
        let hint = "Say what was found and done, and what the person who reported it was told.";
        return Err(CaseError::Missing("What came of it", hint, "outcome"));
    }
    let open = queries::open_duties(tx.reading(), &case, today)?;
    if !open.is_empty() {
        return Err(CaseError::DutiesOpen(case.id, open));
    }
    let on = come(close.on.unwrap_or(today), today, "on")?;
    case.closing = Some(Closing { outcome: close.outcome, by: whoever(tx, close.by), on });
    save(tx, today, case)
}

/// Opens a closed case again and returns it.
///
/// # Errors
/// [`CaseError`]; nothing was changed then.
pub fn reopen(tx: &mut Tx<'_>, today: Day, reopen: ReopenCase) -> Result<CaseDetails, CaseError> {
    let mut case = one(tx, reopen.id)?;
    let Some(closing) = case.closing.take() else { return Err(CaseError::Open(case.id)) };
    if reopen.why.is_empty() {
        let hint = "Say what came to light.";
        return Err(CaseError::Missing("The reason", hint, "why"));
    }
    case.reopened.push(Reopening { why: reopen.why, by: whoever(tx, None), on: today, closing });
    save(tx, today, case)
}
