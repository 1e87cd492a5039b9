//! A finding as it is kept: what was found, and everything that was done about it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::grade::{CheckResult, Grade, Source, WordError, words};
use super::id::FindingId;
use super::origin::FindingOrigin;
use crate::evidence::{EvidenceId, Link};
use crate::{Day, Line, Prose};

/// A finding (clauses 10.1 and 10.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// Its number.
    pub id: FindingId,
    /// What it is, in a line.
    pub title: Line,
    /// How grave it is.
    pub grade: Grade,
    /// What kind of thing it comes from.
    pub source: Source,
    /// Which record it comes from, where it comes from one.
    #[serde(default)]
    pub origin: Option<FindingOrigin>,
    /// When it was found.
    pub found_on: Day,
    /// Who found it.
    pub found_by: Line,
    /// Which requirements it is about, each once.
    pub requirements: Vec<Link>,
    /// What was found.
    pub found: Prose,
    /// What shows it.
    pub evidence: Vec<EvidenceId>,
    /// What it does to people, society and the business.
    pub effect: Prose,
    /// Who sees to it.
    pub owner: Line,
    /// By when it is to be closed.
    pub due: Day,
    /// How that was moved, and why; the first comes first.
    pub due_changes: Vec<super::DueChange>,
    /// What was done at once.
    pub containment: Option<Containment>,
    /// What a look for similar cases showed; empty before.
    pub similar: Prose,
    /// Why it came about.
    pub cause: Option<Cause>,
    /// Who approved the planned actions; an auditor asks for it where the finding is major.
    pub plan_approval: Option<PlanApproval>,
    /// By what it will be seen that the actions work.
    pub criterion: Option<Criterion>,
    /// Which round it is in, from 1: another begins where a check fails and where it is reopened.
    pub round: u32,
    /// The checks of the effect, the first comes first.
    pub checks: Vec<Check>,
    /// When it was closed, where it is.
    pub closing: Option<Closing>,
    /// Why it is none, where it was refused.
    pub refusal: Option<Refusal>,
    /// How often and why it was reopened; the first comes first.
    pub reopened: Vec<Reopening>,
    /// What else is to be brought up to date.
    pub follow_ups: Vec<FollowUp>,
    /// Notes, which no document shows.
    pub notes: Prose,
}

/// What was done at once, so that no more harm comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Containment {
    /// What stopped the harm.
    pub text: Prose,
    /// How the case itself was put right.
    pub correction: Prose,
    /// Who did it.
    pub by: Line,
    /// When.
    pub on: Day,
}

words! {
    /// How a cause was looked for.
    CauseMethod as "CauseMethod" ("method of finding a cause") {
        /// Asking why until the answer is something that can be changed.
        FiveWhys = "five-whys",
        /// Sorting what may have led to it by kind.
        Fishbone = "fishbone",
        /// In words of one's own.
        Text = "text",
    }
}

words! {
    /// A bone of the fish: a kind of cause.
    BranchKind as "CauseKind" ("kind of cause") {
        /// Who did it, with what knowledge.
        People = "people",
        /// How it is done.
        Method = "method",
        /// The model or the machine.
        Model = "model",
        /// What goes in.
        Data = "data",
        /// How it is measured.
        Measurement = "measurement",
        /// What is around it.
        Environment = "environment",
    }
}

/// Why it came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FindingCause")]
pub struct Cause {
    /// How it was looked for.
    pub method: CauseMethod,
    /// The cause that was found.
    pub text: Prose,
    /// Which kind it is of.
    pub kind: Option<BranchKind>,
    /// The answers to “why?”, in order.
    pub whys: Vec<Line>,
    /// What may have led to it, by kind, each kind once.
    pub branches: Vec<Branch>,
}

/// What of one kind may have led to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "CauseBranch")]
pub struct Branch {
    /// The kind.
    pub kind: BranchKind,
    /// What may have led to it.
    pub causes: Vec<Line>,
}

/// Who approved the planned actions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanApproval {
    /// Who.
    pub by: Line,
    /// When.
    pub on: Day,
}

/// By what it will be seen that the actions work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FindingCriterion")]
pub struct Criterion {
    /// What must be so.
    pub text: Prose,
    /// When to look.
    pub check_on: Day,
}

/// A check of the effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FindingCheck")]
pub struct Check {
    /// In which round.
    pub round: u32,
    /// What had to be so.
    pub criterion: Prose,
    /// Who looked: nobody who carried out an action of the round.
    pub by: Line,
    /// When.
    pub on: Day,
    /// How it ended.
    pub result: CheckResult,
    /// What was seen.
    pub note: Prose,
}

/// How it was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FindingClosing")]
pub struct Closing {
    /// By whom.
    pub by: Line,
    /// When.
    pub on: Day,
}

/// Why it is no finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FindingRefusal")]
pub struct Refusal {
    /// Why.
    pub why: Prose,
    /// Who said so.
    pub by: Line,
    /// When.
    pub on: Day,
}

/// That it was opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FindingReopening")]
pub struct Reopening {
    /// Why.
    pub why: Prose,
    /// Who did.
    pub by: Line,
    /// When.
    pub on: Day,
    /// How it had been closed, where it had.
    pub closing: Option<Closing>,
    /// Why it had been refused, where it had.
    pub refusal: Option<Refusal>,
}

words! {
    /// What may have to be brought up to date after a finding (clause 10.2).
    Updated as "FollowUpKind" ("thing to bring up to date") {
        /// The Statement of Applicability.
        Statement = "statement",
        /// A risk or its treatment.
        Risk = "risk",
        /// A document.
        Document = "document",
        /// The management system itself.
        System = "system",
    }
}

/// Something else that is to be brought up to date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// What.
    pub what: Updated,
    /// In words.
    pub note: Line,
    /// When it was done, where it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub done_on: Option<Day>,
}
