//! What can be typed about findings and actions.

use clap::Subcommand;

use super::values::{CheckResult, FindingSource, Grade};

#[derive(Debug, Subcommand)]
pub(crate) enum FindingCommand {
    /// Record a nonconformity or an opportunity for improvement.
    Add {
        /// What it is, in a line.
        #[arg(long, value_name = "TEXT")]
        title: String,
        /// A clause or control that it is about; may be given several times.
        #[arg(long = "requirement", required = true, value_name = "ID")]
        requirements: Vec<String>,
        /// How grave it is.
        #[arg(long, value_name = "GRADE")]
        grade: Grade,
        /// What was found.
        #[arg(long, value_name = "TEXT")]
        found: Option<String>,
        /// Where it comes from.
        #[arg(long, value_name = "SOURCE")]
        source: Option<FindingSource>,
        /// The measure that it comes from, such as M-1.
        #[arg(long, value_name = "ID")]
        measure: Option<String>,
        /// Who sees to it.
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
        /// A piece of evidence that shows it; may be given several times.
        #[arg(long = "evidence", value_name = "ID")]
        evidence: Vec<String>,
    },
    /// List the findings, the newest first.
    List {
        /// Only those that are neither closed nor refused.
        #[arg(long)]
        open: bool,
    },
    /// Show a finding: what was done, and what it needs next.
    Show {
        /// Its number, such as F-1.
        id: String,
    },
    /// Record what was done at once, and how the case was put right.
    Contain {
        /// Its number.
        id: String,
        /// What stopped the harm.
        #[arg(long, value_name = "TEXT")]
        text: String,
        /// How the case itself was put right.
        #[arg(long, value_name = "TEXT")]
        correction: Option<String>,
    },
    /// Record what a look for similar cases showed.
    Similar {
        /// Its number.
        id: String,
        /// Where somebody looked, and what was there.
        #[arg(long, value_name = "TEXT")]
        text: String,
    },
    /// Record why it came about.
    Cause {
        /// Its number.
        id: String,
        /// The cause; where it is left out, the last answer to “why?”.
        #[arg(long, value_name = "TEXT", required_unless_present = "whys")]
        text: Option<String>,
        /// An answer to “why?”; may be given several times, in order.
        #[arg(long = "why", value_name = "TEXT")]
        whys: Vec<String>,
    },
    /// Record by what it will be seen that the actions work.
    Criterion {
        /// Its number.
        id: String,
        /// What must be so.
        #[arg(long, value_name = "TEXT")]
        text: String,
        /// When to look.
        #[arg(long, value_name = "DATE")]
        check: String,
    },
    /// Record who approved the planned actions.
    ApprovePlan {
        /// Its number.
        id: String,
        /// Who approves.
        #[arg(long, value_name = "NAME")]
        by: String,
    },
    /// Record a check of the effect, by somebody who owns none of the actions.
    Check {
        /// Its number.
        id: String,
        /// Who looked.
        #[arg(long, value_name = "NAME")]
        by: String,
        /// How it ended.
        #[arg(long, value_name = "RESULT")]
        result: CheckResult,
        /// What was seen.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Close a finding for which everything is there.
    Close {
        /// Its number.
        id: String,
        /// Who closes it.
        #[arg(long, value_name = "NAME")]
        by: String,
    },
    /// Refuse a finding: it is none, or will not be followed.
    Refuse {
        /// Its number.
        id: String,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Open a finding again that was closed or refused.
    Reopen {
        /// Its number.
        id: String,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Print what the ledger says of a finding and its actions.
    History {
        /// Its number.
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ActionCommand {
    /// Plan an action, for a finding or by itself.
    Add {
        /// The finding's number, such as F-1; left out where it answers none.
        finding: Option<String>,
        /// The objective in whose plan it stands, such as O-1.
        #[arg(long, value_name = "ID", conflicts_with = "finding")]
        objective: Option<String>,
        /// What will be done.
        #[arg(long, value_name = "TEXT")]
        text: String,
        /// Who does it.
        #[arg(long, value_name = "NAME")]
        owner: String,
        /// By when.
        #[arg(long, value_name = "DATE")]
        due: String,
    },
    /// List the actions, those that are due first.
    List {
        /// Only those of an owner.
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
        /// Only those that are not done.
        #[arg(long)]
        open: bool,
        /// Only those whose date has passed.
        #[arg(long)]
        overdue: bool,
    },
    /// Give an action another date.
    Due {
        /// Its number, such as A-1.
        id: String,
        /// The new date.
        date: String,
        /// Why it moves.
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Record that an action is done, with the evidence that shows it.
    Done {
        /// Its number.
        id: String,
        /// A piece of evidence; may be given several times.
        #[arg(long = "proof", required = true, value_name = "EVIDENCE")]
        proof: Vec<String>,
        /// What was done, where it differs from what was planned.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Open an action again that was said to be done.
    Reopen {
        /// Its number.
        id: String,
    },
    /// Remove an action that is not done.
    Remove {
        /// Its number.
        id: String,
    },
}
