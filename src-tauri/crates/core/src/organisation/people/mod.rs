//! Who does what for the AI management system (clause 5.3), and what they have to know for it (clause 7.2).

mod operations;
mod store;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use operations::{AddPerson, PersonReference, SetPerson, add, list, remove, set};
pub(crate) use store::{TABLES, all};

use crate::choice::choice;
use crate::evidence::EvidenceId;
use crate::numbered::numbered;
use crate::{Line, Prose};

numbered!(
    /// The number of a person, written `PE-3`.
    PersonId, PersonIdError: "PE-", "a person"
);

choice!(
    /// What somebody does for the AI management system.
    pub enum AimsRole {
        /// Decides, provides the means, and answers for it (clause 5.1).
        TopManagement = "top-management",
        /// Leads it and reports on it (clause 5.3).
        AimsLead = "aims-lead",
        /// Stands in for whoever leads it.
        Deputy = "deputy",
        /// Answers for an AI system.
        SystemOwner = "system-owner",
        /// Answers for a risk and accepts what is left of it.
        RiskOwner = "risk-owner",
        /// Assesses the impacts of AI systems.
        ImpactAssessor = "impact-assessor",
        /// Watches over what an AI system does, and may stop it.
        HumanOverseer = "human-overseer",
        /// Answers for the data that AI systems work with.
        DataLead = "data-lead",
        /// Answers for privacy.
        Privacy = "privacy",
        /// Answers for information security.
        Security = "security",
        /// Answers for suppliers and what is bought.
        Purchasing = "purchasing",
        /// Takes up concerns and incidents.
        ConcernsContact = "concerns-contact",
        /// Audits the management system, and nothing of their own work (clause 9.2).
        InternalAuditor = "internal-auditor",
    }
);

choice!(
    /// How far somebody has what a task asks.
    #[derive(Default)]
    pub enum Held {
        /// They do not have it yet.
        #[default]
        No = "no",
        /// They have a part of it.
        Partly = "partly",
        /// They have it.
        Yes = "yes",
    }
);

/// Something that a person has to know or be able to do (clause 7.2).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Competence {
    /// What the task asks.
    pub needed: Line,
    /// How far they have it.
    #[serde(default)]
    pub held: Held,
    /// What is done about the gap, by when.
    #[serde(default)]
    pub action: Line,
    /// What shows that they have it.
    #[serde(default)]
    pub proof: Option<EvidenceId>,
}

/// Somebody who does something for the AI management system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    /// Their number.
    pub id: PersonId,
    /// Their name or job title.
    pub name: Line,
    /// What they do for it, in the order of the list and each once.
    pub roles: Vec<AimsRole>,
    /// What they may decide, and what they answer for.
    pub authority: Prose,
    /// Who stands in for them.
    pub deputy: Line,
    /// What they have to know or be able to do.
    pub competences: Vec<Competence>,
}
