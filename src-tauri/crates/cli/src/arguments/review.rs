//! What can be typed about management reviews.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum ReviewCommand {
    /// Plan a management review, with the inputs of clause 9.3.2 on its agenda.
    Add {
        /// What it is called.
        #[arg(long, value_name = "TEXT")]
        title: String,
        /// The day for which it is planned.
        #[arg(long, value_name = "DATE")]
        planned: String,
        #[command(flatten)]
        meeting: Meeting,
    },
    /// List the management reviews, the newest first.
    List,
    /// Show a management review: its inputs, what was said and decided, and what it still needs.
    Show {
        /// Its number, such as MR-1.
        id: String,
    },
    /// Change what is said of a management review; what is left out stays.
    Set {
        /// Its number.
        id: String,
        /// What it is called.
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// The day for which it is planned.
        #[arg(long, value_name = "DATE")]
        planned: Option<String>,
        #[command(flatten)]
        meeting: Meeting,
        /// Why nothing has to be decided.
        #[arg(long, value_name = "TEXT")]
        no_decision: Option<String>,
        /// Notes, which no document shows.
        #[arg(long, value_name = "TEXT")]
        notes: Option<String>,
    },
    /// Call off a management review that was planned.
    Cancel {
        /// Its number.
        id: String,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Record that it was held.
    Hold {
        /// Its number.
        id: String,
        /// When; today where it is left out.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// Who chaired it.
        #[arg(long, value_name = "NAME")]
        chair: Option<String>,
        /// Who was there, as “name” or “name: what for”; may be given several times.
        #[arg(long = "present", value_name = "NAME")]
        present: Vec<String>,
    },
    /// Write down what was said about a point, or that there was nothing to say.
    Remark {
        /// The number of the review.
        id: String,
        /// The number of the point.
        point: u32,
        /// What was said.
        #[arg(long, value_name = "TEXT", required_unless_present = "noted")]
        text: Option<String>,
        /// It was looked at, and there was nothing to say.
        #[arg(long)]
        noted: bool,
    },
    /// Put a point of your own on the agenda.
    Point {
        /// The number of the review.
        id: String,
        /// What it is called.
        #[arg(long, value_name = "TEXT")]
        title: String,
    },
    /// Move a point to another place of the agenda.
    Move {
        /// The number of the review.
        id: String,
        /// The number of the point.
        point: u32,
        /// The place, from 1.
        to: u32,
    },
    /// Take a point of your own off the agenda.
    Drop {
        /// The number of the review.
        id: String,
        /// The number of the point.
        point: u32,
    },
    /// Record what was decided.
    Decide {
        /// The number of the review.
        id: String,
        /// What it is about: improvement, change or resources.
        #[arg(long)]
        about: String,
        /// What was decided.
        #[arg(long, value_name = "TEXT")]
        text: String,
    },
    /// Take a decision away that became no action.
    Undecide {
        /// The number of the review.
        id: String,
        /// The number of the decision.
        decision: u32,
    },
    /// Make a decision an action.
    Act {
        /// The number of the review.
        id: String,
        /// The number of the decision.
        decision: u32,
        /// Who does it.
        #[arg(long, value_name = "NAME")]
        owner: String,
        /// By when.
        #[arg(long, value_name = "DATE")]
        due: String,
        /// What is to be done; what was decided where it is left out.
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
    },
    /// Approve it: its inputs are kept as they stand, and nothing of it changes any more.
    Approve {
        /// Its number.
        id: String,
        /// By whom.
        #[arg(long, value_name = "NAME")]
        by: String,
        /// When; today where it is left out.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// Print what the ledger says of a management review and its actions.
    History {
        /// Its number.
        id: String,
    },
}

/// What is said of the meeting.
#[derive(Debug, Args)]
pub(crate) struct Meeting {
    /// The first day that it looks back on; left out, it is that of the review before.
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    /// Who chairs it.
    #[arg(long, value_name = "NAME")]
    pub(crate) chair: Option<String>,
    /// Who is there, as “name” or “name: what for”; may be given several times.
    #[arg(long = "present", value_name = "NAME")]
    pub(crate) present: Vec<String>,
}
