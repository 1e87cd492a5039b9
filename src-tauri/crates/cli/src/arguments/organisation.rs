//! What can be typed about the organisation and its AI systems.

use clap::{Args, Subcommand};

use super::values::{ActRole, Answer, LegalClass, Role, Stage};

#[derive(Debug, Subcommand)]
pub(crate) enum OrganisationCommand {
    /// Show the organisation.
    Show,
    /// Change the organisation; what is left out stays.
    Set(Box<SetOrganisation>),
}

#[derive(Debug, Args)]
pub(crate) struct SetOrganisation {
    /// Its name.
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// Its roles towards AI, in place of those it has; may be given several times.
    #[arg(long = "role", value_name = "ROLE")]
    pub(crate) roles: Vec<Role>,
    /// Its roles under the EU AI Act, in place of those it has; may be given several times.
    #[arg(long = "act-role", value_name = "ROLE")]
    pub(crate) act_roles: Vec<ActRole>,
    /// How many people work there.
    #[arg(long, value_name = "N")]
    pub(crate) headcount: Option<u32>,
    /// In which countries and places it works.
    #[arg(long, value_name = "TEXT")]
    pub(crate) places: Option<String>,
    /// What it does.
    #[arg(long, value_name = "TEXT")]
    pub(crate) activity: Option<String>,
    /// Who leads the AI management system.
    #[arg(long, value_name = "NAME")]
    pub(crate) in_charge: Option<String>,
    /// Who answers for it at the top.
    #[arg(long, value_name = "NAME")]
    pub(crate) top_management: Option<String>,
    /// By when it is to be ready for the first stage of the audit, such as 2027-01-31; empty takes it away.
    #[arg(long, value_name = "DATE")]
    pub(crate) target: Option<String>,
    /// What the AI management system covers.
    #[arg(long, value_name = "TEXT")]
    pub(crate) scope: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SystemCommand {
    /// List every AI system.
    List,
    /// Show an AI system.
    Show {
        /// Its number, such as S-1.
        id: String,
    },
    /// Add an AI system to the inventory.
    Add {
        /// Its name.
        name: String,
        #[command(flatten)]
        about: AboutSystem,
    },
    /// Change an AI system; what is left out stays.
    Set(Box<SetSystem>),
    /// Remove an AI system, with the links of evidence to it.
    Remove {
        /// Its number.
        id: String,
    },
    /// Print what the ledger says of an AI system.
    History {
        /// Its number.
        id: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct AboutSystem {
    /// What it is for.
    #[arg(long, value_name = "TEXT")]
    pub(crate) purpose: Option<String>,
    /// Our roles towards it, in place of those we have; may be given several times.
    #[arg(long = "role", value_name = "ROLE")]
    pub(crate) roles: Vec<Role>,
    /// Our roles towards it under the EU AI Act, in place of those we have; may be given several times.
    #[arg(long = "act-role", value_name = "ROLE")]
    pub(crate) act_roles: Vec<ActRole>,
    /// Who answers for it.
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    /// Who built it or sells it.
    #[arg(long, value_name = "NAME")]
    pub(crate) supplier: Option<String>,
    /// Where it stands in its life.
    #[arg(long, value_name = "STAGE")]
    pub(crate) stage: Option<Stage>,
    /// Whether the AI management system covers it.
    #[arg(long, value_name = "true|false")]
    pub(crate) in_scope: Option<bool>,
}

#[derive(Debug, Args)]
pub(crate) struct SetSystem {
    /// Its number.
    pub(crate) id: String,
    /// Its name.
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) about: AboutSystem,
    /// An answer to a screening question, such as safety=no; may be given several times.
    #[arg(long = "answer", value_name = "QUESTION=ANSWER", value_parser = question)]
    pub(crate) screening: Vec<(String, String)>,
    /// In which class of the EU AI Act we put it.
    #[arg(long, value_name = "CLASS")]
    pub(crate) legal: Option<LegalClass>,
    /// Whether it works with personal data.
    #[arg(long, value_name = "ANSWER")]
    pub(crate) personal_data: Option<Answer>,
    /// Whom it affects.
    #[arg(long, value_name = "TEXT")]
    pub(crate) affected: Option<String>,
    /// Notes, which no document shows.
    #[arg(long, value_name = "TEXT")]
    pub(crate) notes: Option<String>,
}

fn question(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((question, answer)) => Ok((question.into(), answer.into())),
        None => Err("expected a question and its answer, such as safety=no".into()),
    }
}
