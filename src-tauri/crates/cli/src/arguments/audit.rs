//! What can be typed about internal audits.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum AuditCommand {
    /// Plan an audit; of everything where nothing is chosen.
    Add {
        /// What it is, in a line.
        #[arg(long, value_name = "TEXT")]
        title: String,
        /// When it is to begin.
        #[arg(long, value_name = "DATE")]
        on: String,
        #[command(flatten)]
        plan: AuditPlan,
    },
    /// List the audits, the newest first.
    List,
    /// Show an audit with its checklist.
    Show {
        /// Its number, such as AU-1.
        id: String,
        /// Only what is still to be answered or done before it can be reported.
        #[arg(long)]
        open: bool,
        /// With the auditor's questions.
        #[arg(long)]
        questions: bool,
    },
    /// Change what is said of an audit; what is left out stays.
    Set {
        /// Its number.
        id: String,
        /// What it is, in a line.
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// When it is to begin.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        #[command(flatten)]
        plan: AuditPlan,
    },
    /// Say who audits some requirements in place of the audit's auditor.
    Assign {
        /// The number of the audit.
        id: String,
        /// The clauses and controls.
        #[arg(required = true, value_name = "REQUIREMENT")]
        requirements: Vec<String>,
        /// Who audits them.
        #[arg(long, value_name = "NAME")]
        auditor: String,
    },
    /// Begin an audit, which fixes its checklist.
    Start {
        /// Its number.
        id: String,
        /// When; today where it is left out.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// Add requirements to the checklist of an audit that has begun.
    Extend {
        /// The number of the audit.
        id: String,
        /// The clauses and controls.
        #[arg(required = true, value_name = "REQUIREMENT")]
        requirements: Vec<String>,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Record what was found of a requirement.
    Answer {
        /// The number of the audit.
        id: String,
        /// The clause or the control.
        requirement: String,
        /// How it was found: conforms, minor, major, ofi or not-looked-at.
        #[arg(long)]
        verdict: Option<String>,
        /// What was seen, or why nobody looked.
        #[arg(long, value_name = "TEXT")]
        seen: Option<String>,
        /// What shows it; may be given several times.
        #[arg(long = "evidence", value_name = "ID")]
        evidence: Vec<String>,
        /// When it was looked at; today where it is left out.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// Record a finding straight from an answer.
    Raise {
        /// The number of the audit.
        id: String,
        /// The clause or the control.
        requirement: String,
        /// What it is, in a line; the first sentence of what was seen where it is left out.
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// Who sees to it; whoever answers for the requirement where it is left out.
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
    },
    /// Conclude an audit whose checklist is answered.
    Conclude {
        /// Its number.
        id: String,
        /// What the auditor says of the whole.
        #[arg(long, value_name = "TEXT")]
        text: String,
        /// Who concludes it; its auditor where it is left out.
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
        /// When; today where it is left out.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// Say that an audit is not held, or not ended.
    Cancel {
        /// Its number.
        id: String,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Show the audits of a year, and what is due by risk.
    Programme {
        /// The year; this one where it is left out.
        #[arg(long, value_name = "YEAR")]
        year: Option<i16>,
        /// Every requirement, not only those that are proposed for the next audit.
        #[arg(long)]
        all: bool,
    },
    /// Show what was audited in this year and the two before.
    Coverage,
    /// Print what the ledger says of an audit and its answers.
    History {
        /// Its number.
        id: String,
    },
}

/// What an audit looks at, and how.
#[derive(Debug, Args)]
pub(crate) struct AuditPlan {
    /// The last day, where it takes more than one.
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<String>,
    /// Who audits.
    #[arg(long, value_name = "NAME")]
    pub(crate) auditor: Option<String>,
    /// What of the company it looks at.
    #[arg(long, value_name = "TEXT")]
    pub(crate) scope: Option<String>,
    /// How it is done.
    #[arg(long, value_name = "TEXT")]
    pub(crate) methods: Option<String>,
    /// An AI system whose practice it looks at; may be given several times.
    #[arg(long = "system", value_name = "ID")]
    pub(crate) systems: Vec<String>,
    /// Against every clause.
    #[arg(long)]
    pub(crate) clauses: bool,
    /// Against every control that applies.
    #[arg(long)]
    pub(crate) controls: bool,
    /// Against what is due by risk, as the programme proposes it.
    #[arg(long)]
    pub(crate) by_risk: bool,
    /// Against what stands under a heading such as 6, or a group such as A.6; may be given several times.
    #[arg(long = "under", value_name = "NUMBER")]
    pub(crate) under: Vec<String>,
    /// Against a clause or a control; may be given several times.
    #[arg(long = "requirement", value_name = "NUMBER")]
    pub(crate) requirements: Vec<String>,
}
