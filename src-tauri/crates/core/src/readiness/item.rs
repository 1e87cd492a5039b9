//! One requirement: what it weighs, what it is worth now and why, and what to do next.

use serde::Serialize;
use ts_rs::TS;

use super::facts::Facts;
use crate::assessment::{Control, ControlId, Decision, Origin, Status};
use crate::catalogue::{Catalogue, ClauseId, GroupId, Theme};
use crate::clauses::AssessedClause;
use crate::evidence::Link;
use crate::findings::FindingId;
use crate::{Day, Line, soa};

/// The clauses that weigh double: what every audit turns on.
const HEAVY: [&str; 14] = [
    "4.3", "5.2", "6.1.2", "6.1.3", "6.1.4", "8.2", "8.3", "8.4", "9.2.1", "9.2.2", "9.3.1", "9.3.2",
    "9.3.3", "10.2",
];

/// Returns whether a clause weighs double.
pub(crate) fn weighs_double(clause: &ClauseId) -> bool {
    HEAVY.contains(&clause.as_str())
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
pub enum Requirement {
    /// A clause.
    Clause(ClauseId),
    /// A control.
    Control(ControlId),
}

/// What a requirement is worth now, and why.
///
/// The last tenth comes with the internal audit that found it to be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Worth {
    /// The control is excluded with a sound reason: it counts neither way.
    LeftOut,
    /// The control is excluded with a reason that says nothing: 0.
    ExcludedThinly,
    /// Nobody has decided whether the control applies: 0.
    Undecided,
    /// Nothing is done: 0.
    NotStarted,
    /// It is known what will be done: 0.1.
    Planned,
    /// Some of it is done: 0.5.
    InProgress,
    /// It is said to be done, and no evidence that holds shows it: 0.7.
    Unproven,
    /// It is said to be done, and a major nonconformity against it is open: 0.5.
    Nonconforming,
    /// It is done, and evidence that holds shows it: 0.9.
    Proven,
    /// It is done, evidence that holds shows it, no nonconformity against it is open, and the last internal audit that
    /// looked at it, within three years, found it to be met: 1.
    Verified,
}

impl Worth {
    /// Returns what it counts, in tenths of the whole; nothing where it does not count.
    #[must_use]
    pub fn tenths(self) -> Option<u8> {
        match self {
            Self::LeftOut => None,
            Self::ExcludedThinly | Self::Undecided | Self::NotStarted => Some(0),
            Self::Planned => Some(1),
            Self::InProgress | Self::Nonconforming => Some(5),
            Self::Unproven => Some(7),
            Self::Proven => Some(9),
            Self::Verified => Some(10),
        }
    }

    fn of(status: Status, proven: bool, unmade: bool) -> Self {
        match (status, unmade, proven) {
            (Status::NotStarted, _, _) => Self::NotStarted,
            (Status::Planned, _, _) => Self::Planned,
            (Status::InProgress, _, _) => Self::InProgress,
            (Status::Implemented, true, _) => Self::Nonconforming,
            (Status::Implemented, false, false) => Self::Unproven,
            (Status::Implemented, false, true) => Self::Proven,
        }
    }

    /// Returns what it is worth once it is known what the internal audits say.
    fn audited(self, requirement: &Link, facts: &Facts) -> Self {
        let clean = facts.soa.nonconformities.about(requirement).is_empty();
        let verified = self == Self::Proven && clean && facts.audited.verified(requirement, facts.today);
        if verified { Self::Verified } else { self }
    }

    /// Returns whether the requirement is met: done, shown by evidence that holds, and no major nonconformity open.
    #[must_use]
    pub fn is_met(self) -> bool {
        match self {
            Self::Proven | Self::Verified => true,
            Self::LeftOut
            | Self::ExcludedThinly
            | Self::Undecided
            | Self::NotStarted
            | Self::Planned
            | Self::InProgress
            | Self::Unproven
            | Self::Nonconforming => false,
        }
    }

    /// Returns whether it is not met, and something is done or known to be done for it.
    #[must_use]
    pub fn is_under_way(self) -> bool {
        match self {
            Self::Planned | Self::InProgress | Self::Unproven | Self::Nonconforming => true,
            Self::LeftOut
            | Self::ExcludedThinly
            | Self::Undecided
            | Self::NotStarted
            | Self::Proven
            | Self::Verified => false,
        }
    }
}

/// What to do next about a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum NextThing {
    /// Decide whether the control applies.
    Decide,
    /// Give the exclusion a reason that an auditor can check.
    GiveReason,
    /// Say who answers for it.
    NameOwner,
    /// Plan what will be done, and by when.
    Plan,
    /// Begin with what is planned.
    Begin,
    /// Finish what is under way.
    Finish,
    /// Link evidence that shows it.
    AddEvidence,
    /// Bring the evidence up to date: what is linked holds no more, or not yet.
    RenewEvidence,
    /// See to the major nonconformity against it, until it is closed.
    CloseFinding,
}

/// A requirement with what it weighs, what it is worth, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ReadinessItem")]
pub struct Item {
    /// What is asked for.
    #[serde(flatten)]
    pub requirement: Requirement,
    /// Its title.
    pub title: String,
    /// The theme that it belongs to; none for a control of the company's own.
    pub theme: Option<Theme>,
    /// The heading that it stands under: `4` to `10`, or `A.2` to `A.10`; none for a control of the company's own.
    pub heading: Option<String>,
    /// How much it counts beside the others of its kind: 1, or 2.
    pub weight: u32,
    /// What it is worth now.
    pub worth: Worth,
    /// That in per cent of the whole; none where it does not count.
    pub percent: Option<u32>,
    /// Its status.
    pub status: Status,
    /// How many pieces of evidence are linked to it.
    pub evidence: u32,
    /// Whether one of them holds today.
    pub current: bool,
    /// The nonconformities against it that are open, the oldest first.
    pub nonconformities: Vec<FindingId>,
    /// Who answers for it.
    pub owner: Line,
    /// The day by which it is to be done.
    pub target: Option<Day>,
    /// What to do next; nothing where it is met or does not count.
    pub next: Option<NextThing>,
}

impl Item {
    pub(super) fn of_clause(clause: &AssessedClause, facts: &Facts) -> Self {
        let current = facts.proven.contains(clause.id.as_str());
        let link = Link::Clause(clause.id.clone());
        let heading = clause.id.as_str().split('.').next().map(String::from);
        Self {
            requirement: Requirement::Clause(clause.id.clone()),
            title: clause.title.clone(),
            theme: Some(clause.theme),
            heading,
            weight: if weighs_double(&clause.id) { 2 } else { 1 },
            worth: Worth::of(clause.status, current, facts.soa.nonconformities.unmakes(&link))
                .audited(&link, facts),
            percent: None,
            status: clause.status,
            evidence: clause.evidence,
            current,
            nonconformities: facts.soa.nonconformities.about(&link).to_vec(),
            owner: clause.owner.clone(),
            target: clause.target,
            next: None,
        }
        .explained()
    }

    pub(super) fn of_control(control: &Control, facts: &Facts) -> Self {
        let current = facts.soa.proven.contains(control.id.as_str());
        let link = Link::Control(control.id.clone());
        let unmade = facts.soa.nonconformities.unmakes(&link);
        let worth = match &control.decision {
            Decision::Undecided => Worth::Undecided,
            Decision::Excluded { justification, .. } if soa::is_thin(justification) => Worth::ExcludedThinly,
            Decision::Excluded { .. } => Worth::LeftOut,
            Decision::Applicable { .. } => Worth::of(control.status, current, unmade).audited(&link, facts),
        };
        let group = match &control.origin {
            Origin::AnnexA { group } => group.parse::<GroupId>().ok().map(|group| group.top_level()),
            Origin::Own { .. } => None,
        };
        let theme =
            group.as_ref().and_then(|group| Catalogue::english().group(group)).map(|group| group.theme);
        Self {
            requirement: Requirement::Control(control.id.clone()),
            title: control.title.clone(),
            theme,
            heading: group.map(String::from),
            weight: 1,
            worth,
            percent: None,
            status: control.status,
            evidence: control.evidence,
            current,
            nonconformities: facts.soa.nonconformities.about(&link).to_vec(),
            owner: control.owner.clone(),
            target: control.target,
            next: None,
        }
        .explained()
    }

    fn explained(self) -> Self {
        let percent = self.worth.tenths().map(|tenths| u32::from(tenths) * 10);
        let next = self.next();
        Self { percent, next, ..self }
    }

    fn next(&self) -> Option<NextThing> {
        let ownerless = self.owner.is_empty();
        Some(match self.worth {
            Worth::LeftOut | Worth::Proven | Worth::Verified => return None,
            Worth::ExcludedThinly => NextThing::GiveReason,
            Worth::Undecided => NextThing::Decide,
            Worth::NotStarted => NextThing::Plan,
            Worth::Planned | Worth::InProgress if ownerless => NextThing::NameOwner,
            Worth::Planned => NextThing::Begin,
            Worth::InProgress => NextThing::Finish,
            Worth::Unproven if self.evidence > 0 => NextThing::RenewEvidence,
            Worth::Unproven => NextThing::AddEvidence,
            Worth::Nonconforming => NextThing::CloseFinding,
        })
    }

    /// Returns whether it is a clause.
    #[must_use]
    pub fn is_clause(&self) -> bool {
        match self.requirement {
            Requirement::Clause(_) => true,
            Requirement::Control(_) => false,
        }
    }

    /// Returns whether it is a control of the company's own.
    #[must_use]
    pub fn is_own(&self) -> bool {
        !self.is_clause() && self.heading.is_none()
    }

    /// Returns its number.
    #[must_use]
    pub fn number(&self) -> &str {
        match &self.requirement {
            Requirement::Clause(id) => id.as_str(),
            Requirement::Control(id) => id.as_str(),
        }
    }
}
