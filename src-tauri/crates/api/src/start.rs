//! Operations on a start: what somebody has answered so far, and what would come of it.
//!
//! Answers belong to nobody's workspace yet, so they stand in the application's folder until one is made of them.

use annexe_core::Line;
use annexe_core::organisation::{ActRole, Role};
use annexe_core::start::{self, Beginning, Outlook, StartError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::application::{Nothing, change_kept, kept};
use crate::failure::Failure;
use crate::host::{Host, stamp, today};
use crate::session::Session;

/// The answers so far of somebody who starts a workspace: as they were typed, whether they will do or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct StartAnswers {
    /// The page that was reached, by its name.
    pub furthest: String,
    /// The organisation's name.
    pub name: String,
    /// What it does.
    pub activity: String,
    /// How many people work there.
    pub headcount: String,
    /// In which countries and places it works.
    pub places: String,
    /// Its roles towards AI (ISO/IEC 22989).
    pub roles: Vec<Role>,
    /// Its roles under the EU AI Act.
    pub act_roles: Vec<ActRole>,
    /// Its AI systems.
    pub systems: Vec<StartSystem>,
    /// Whether they are to be named later.
    pub systems_later: bool,
    /// Whether the whole organisation is in scope.
    pub part: Option<StartPart>,
    /// Which parts of it are, one a line.
    pub units: String,
    /// What they do with AI, one a line.
    pub activities: String,
    /// Who leads the AI management system.
    pub in_charge: String,
    /// Who answers for it at the top.
    pub top_management: String,
    /// By when it is to be ready.
    pub target: String,
    /// Whether to remind of dates on this computer.
    pub remind: bool,
    /// Where the workspace goes.
    pub folder: String,
    /// Whether that was chosen, and is not proposed.
    pub folder_chosen: bool,
}

/// An AI system, as somebody describes it who starts a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct StartSystem {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// The organisation's roles towards it.
    pub roles: Vec<Role>,
    /// Who answers for it.
    pub owner: String,
}

/// How much of an organisation is in scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum StartPart {
    /// All of it.
    Whole,
    /// Some parts of it.
    Part,
}

/// A start that may have begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Start {
    /// The answers so far, where there are any.
    pub answers: Option<StartAnswers>,
    /// The folder in which the person keeps documents, where the system names one.
    pub documents: Option<String>,
}

const FILE: &str = "start.json";

pub(crate) fn answers(_: &Session, host: &dyn Host, Nothing {}: Nothing) -> Result<Start, Failure> {
    let documents = host.documents_folder().map(|folder| folder.display().to_string());
    Ok(Start { answers: kept(host, FILE), documents })
}

pub(crate) fn keep(_: &Session, host: &dyn Host, answers: StartAnswers) -> Result<(), Failure> {
    change_kept(host, FILE, |kept: &mut Option<StartAnswers>| *kept = Some(answers));
    Ok(())
}

pub(crate) fn outlook(_: &Session, host: &dyn Host, beginning: Beginning) -> Result<Outlook, StartError> {
    start::outlook(beginning, &stamp(host), today(host))
}

/// Forgets the answers, where they are about an organisation of which a workspace was made; those about another stay.
pub(crate) fn forget(host: &dyn Host, organisation: &Line) {
    let answers: Option<StartAnswers> = kept(host, FILE);
    if answers.is_some_and(|answers| answers.name.trim() == organisation.as_str()) {
        change_kept(host, FILE, |kept: &mut Option<StartAnswers>| *kept = None);
    }
}
