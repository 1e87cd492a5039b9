//! What can be typed about concerns, complaints and incidents.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum CaseCommand {
    /// Record a case.
    Add {
        /// What kind it is: concern, complaint or incident.
        #[arg(long)]
        kind: String,
        /// What it is, in a line.
        #[arg(long, value_name = "TEXT")]
        title: String,
        #[command(flatten)]
        about: About,
    },
    /// List the cases, the newest first.
    List,
    /// Show a case, who was told, and the duties whose time runs.
    Show {
        /// Its number, such as C-1.
        id: String,
        /// Name who reported it, also where they asked that it be kept confidential.
        #[arg(long)]
        reveal: bool,
    },
    /// Change what is said of a case; what is left out stays.
    Set {
        /// Its number.
        id: String,
        /// What kind it is: concern, complaint or incident.
        #[arg(long)]
        kind: Option<String>,
        /// What it is, in a line.
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        #[command(flatten)]
        about: About,
    },
    /// Record that somebody was told of it.
    Tell {
        /// Its number.
        id: String,
        /// Who was told.
        #[arg(long, value_name = "NAME")]
        whom: String,
        /// When; today where it is left out.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// What they were told.
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
        /// The duty that this fulfils, such as act-serious.
        #[arg(long)]
        duty: Option<String>,
    },
    /// Record whether a duty to tell applies.
    Duty {
        /// The number of the case.
        id: String,
        /// The duty, such as act-serious.
        duty: String,
        /// It applies.
        #[arg(long, conflicts_with = "not", required_unless_present = "not")]
        applies: bool,
        /// It does not apply.
        #[arg(long, requires = "why")]
        not: bool,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        why: Option<String>,
    },
    /// Close a case with what came of it.
    Close {
        /// Its number.
        id: String,
        /// What came of it.
        #[arg(long, value_name = "TEXT")]
        outcome: String,
        /// Who closes it.
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
    },
    /// Open a closed case again.
    Reopen {
        /// Its number.
        id: String,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Print what the ledger says of a case.
    History {
        /// Its number.
        id: String,
    },
}

/// What is said of a case.
#[derive(Debug, Args)]
pub(crate) struct About {
    /// What was reported, or what happened.
    #[arg(long, value_name = "TEXT")]
    pub(crate) what: Option<String>,
    /// When it happened.
    #[arg(long, value_name = "DATE")]
    pub(crate) occurred: Option<String>,
    /// Since when the company knows of it; today for a new one.
    #[arg(long, value_name = "DATE")]
    pub(crate) known: Option<String>,
    /// Who reported it.
    #[arg(long, value_name = "NAME")]
    pub(crate) reported_by: Option<String>,
    /// Whether they asked that it be kept confidential.
    #[arg(long, value_name = "true|false")]
    pub(crate) confidential: Option<bool>,
    /// An AI system that it is about; may be given several times.
    #[arg(long = "system", value_name = "ID")]
    pub(crate) systems: Vec<String>,
    /// What it did or may have done: death, health, rights, property, infrastructure, widespread or personal-data; may
    /// be given several times.
    #[arg(long = "harm", value_name = "HARM")]
    pub(crate) harms: Vec<String>,
    /// What shows it; may be given several times.
    #[arg(long = "evidence", value_name = "ID")]
    pub(crate) evidence: Vec<String>,
    /// Who sees to it.
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
}
