//! A case as it is kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CaseId;
use super::duty::DutyKey;
use crate::choice::choice;
use crate::evidence::EvidenceId;
use crate::systems::SystemId;
use crate::{Day, Line, Prose};

choice!(
    /// What kind of case it is.
    #[ts(rename = "CaseKind")]
    pub enum CaseKind {
        /// Somebody who works here, or with us, is worried (A.3.3).
        Concern = "concern",
        /// Somebody from outside reports an effect on them (A.8.3).
        Complaint = "complaint",
        /// Something went wrong (A.8.4).
        Incident = "incident",
    }
);

choice!(
    /// What a case did, or may have done.
    #[ts(rename = "CaseHarm")]
    pub enum Harm {
        /// Somebody died.
        Death = "death",
        /// Somebody's health was seriously harmed.
        Health = "health",
        /// Fundamental rights were infringed, as by discrimination.
        Rights = "rights",
        /// Property or the environment was seriously harmed.
        Property = "property",
        /// Critical infrastructure was seriously disrupted.
        Infrastructure = "infrastructure",
        /// Many people in several countries are affected in breach of the law.
        Widespread = "widespread",
        /// Personal data was lost, changed or seen by others.
        PersonalData = "personal-data",
    }
);

/// A concern, a complaint or an incident (A.3.3, A.8.3, A.8.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Case {
    /// Its number.
    pub id: CaseId,
    /// What kind it is.
    pub kind: CaseKind,
    /// What it is, in a line.
    pub title: Line,
    /// What was reported, or what happened.
    pub what: Prose,
    /// When it happened, where that is known.
    pub occurred_on: Option<Day>,
    /// Since when the company knows of it; the time of duties runs from here.
    pub known_since: Day,
    /// Who reported it; empty where they gave no name.
    pub reported_by: Line,
    /// Whether they asked that it be kept confidential.
    pub confidential: bool,
    /// The AI systems that it is about, each once.
    pub systems: Vec<SystemId>,
    /// What it did, or may have done, each once.
    pub harms: Vec<Harm>,
    /// What shows it.
    pub evidence: Vec<EvidenceId>,
    /// Who sees to it.
    pub owner: Line,
    /// What was said of duties, one at most of each.
    pub rulings: Vec<Ruling>,
    /// Who was told, the first comes first.
    pub told: Vec<Told>,
    /// How it was closed, where it is.
    pub closing: Option<Closing>,
    /// How often and why it was opened again; the first comes first.
    pub reopened: Vec<Reopening>,
    /// Notes, which no document shows.
    pub notes: Prose,
}

/// Whether a duty applies to a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "CaseRuling")]
pub struct Ruling {
    /// The duty.
    pub duty: DutyKey,
    /// Whether it applies.
    pub applies: bool,
    /// Why; always given where it does not.
    pub why: Prose,
    /// Who said so.
    pub by: Line,
    /// When.
    pub on: Day,
}

/// That somebody was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "CaseTold")]
pub struct Told {
    /// Who: an authority, a customer, the provider, the people affected.
    pub whom: Line,
    /// When.
    pub on: Day,
    /// What they were told, or by what letter.
    pub what: Prose,
    /// Which duty that fulfilled, where it did.
    pub duty: Option<DutyKey>,
    /// Who told them.
    pub by: Line,
}

/// How a case was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "CaseClosing")]
pub struct Closing {
    /// What came of it.
    pub outcome: Prose,
    /// By whom.
    pub by: Line,
    /// When.
    pub on: Day,
}

/// That a case was opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "CaseReopening")]
pub struct Reopening {
    /// Why.
    pub why: Prose,
    /// Who did.
    pub by: Line,
    /// When.
    pub on: Day,
    /// How it had been closed.
    pub closing: Closing,
}
