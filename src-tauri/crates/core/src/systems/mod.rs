//! The inventory of AI systems, on which most of Annex A rests (A.4, A.6, A.9): what each is for, what we are towards it,
//! who answers for it, and whether it may affect people so much that its impact has to be assessed in full.

mod error;
mod operations;
mod screening;
mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use error::SystemError;
pub(crate) use operations::all as list;
pub use operations::{
    AddSystem, AiSystemDetails, SetSystem, SystemReference, add, history, remove, set, show, systems,
};
pub use screening::{Answer, HighImpact, Judgement, LegalClass, Outcome, Question};
pub(crate) use store::TABLES;

use crate::choice::choice;
use crate::numbered::numbered;
use crate::organisation::{ActRole, Role};
use crate::{Line, Prose};

numbered!(
    /// The number of an AI system, written `S-3`. A workspace gives each number once.
    SystemId, SystemIdError: "S-", "an AI system"
);

choice!(
    /// Where an AI system stands in its life.
    #[derive(Default)]
    pub enum Stage {
        /// Somebody has proposed it.
        Idea = "idea",
        /// It is being built or bought.
        Building = "building",
        /// It is in use.
        #[default]
        InUse = "in-use",
        /// It is in use no more.
        Retired = "retired",
    }
);

/// An AI system of the inventory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AiSystem {
    /// Its number.
    pub id: SystemId,
    /// Its name.
    pub name: Line,
    /// What it is for.
    pub purpose: Prose,
    /// Our roles towards it (ISO/IEC 22989), in their order and each once.
    pub roles: Vec<Role>,
    /// Our roles towards it under the EU AI Act, in their order and each once.
    pub act_roles: Vec<ActRole>,
    /// Who answers for it.
    pub owner: Line,
    /// Who built it or sells it.
    pub supplier: Line,
    /// Where it stands in its life.
    pub stage: Stage,
    /// Whether the AI management system covers it (clause 4.3).
    pub in_scope: bool,
    /// The answers to the screening questions; a question that is open has none.
    pub screening: BTreeMap<Question, Answer>,
    /// In which class of the EU AI Act we put it.
    pub legal: LegalClass,
    /// What somebody decided about its impact against the screening.
    pub judgement: Option<Judgement>,
    /// Whether it works with personal data.
    pub personal_data: Answer,
    /// Whom it affects.
    pub affected: Prose,
    /// Notes, which no document shows.
    pub notes: Prose,
}

impl AiSystem {
    /// Returns whether the scope of the management system counts it (clause 4.3).
    #[must_use]
    pub fn counts(&self) -> bool {
        match self.stage {
            Stage::Idea | Stage::Building | Stage::InUse => self.in_scope,
            Stage::Retired => false,
        }
    }

    /// Returns whether its impact is high, and what says so.
    #[must_use]
    pub fn high_impact(&self) -> HighImpact {
        screening::high_impact(&self.screening, self.legal, self.judgement.as_ref())
    }
}
