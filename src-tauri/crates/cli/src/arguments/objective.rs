//! What can be typed about objectives and measures.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum ObjectiveCommand {
    /// Set an objective.
    Add {
        /// What is to be reached, in a line.
        #[arg(long, value_name = "TEXT")]
        title: String,
        #[command(flatten)]
        plan: Plan,
    },
    /// List the objectives with their measures.
    List,
    /// Show an objective: its plan, its measures, its actions.
    Show {
        /// Its number, such as O-1.
        id: String,
    },
    /// Change what is said of an objective; what is left out stays.
    Set {
        /// Its number.
        id: String,
        /// What is to be reached, in a line.
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        #[command(flatten)]
        plan: Plan,
    },
    /// Record whether an objective was reached, and what follows.
    Evaluate {
        /// Its number.
        id: String,
        /// It was reached.
        #[arg(long, conflicts_with = "missed", required_unless_present = "missed")]
        reached: bool,
        /// It was not reached.
        #[arg(long)]
        missed: bool,
        /// What came of it, and what follows.
        #[arg(long, value_name = "TEXT")]
        text: String,
        /// Who judges.
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
    },
    /// Take up an objective again that was judged.
    Resume {
        /// Its number.
        id: String,
    },
    /// Remove an objective with its measures and their readings.
    Remove {
        /// Its number.
        id: String,
    },
    /// Print what the ledger says of an objective and its measures.
    History {
        /// Its number.
        id: String,
    },
}

/// How an objective is planned to be reached.
#[derive(Debug, Args)]
pub(crate) struct Plan {
    /// What that is good for.
    #[arg(long, value_name = "TEXT")]
    pub(crate) purpose: Option<String>,
    /// A clause, control or AI system that it serves; may be given several times.
    #[arg(long = "about", value_name = "ID")]
    pub(crate) about: Vec<String>,
    /// Who answers for it.
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    /// What will be done.
    #[arg(long, value_name = "TEXT")]
    pub(crate) plan: Option<String>,
    /// What that takes.
    #[arg(long, value_name = "TEXT")]
    pub(crate) resources: Option<String>,
    /// By when it is to be reached.
    #[arg(long, value_name = "DATE")]
    pub(crate) target: Option<String>,
    /// How it will be judged whether it was reached.
    #[arg(long, value_name = "TEXT")]
    pub(crate) judged_by: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MeasureCommand {
    /// Add a measure, for an objective or by itself.
    Add {
        /// The objective's number, such as O-1; left out where the measure stands alone.
        objective: Option<String>,
        /// What is measured.
        #[arg(long, value_name = "TEXT")]
        what: String,
        /// In what it is counted.
        #[arg(long, value_name = "TEXT")]
        unit: Option<String>,
        /// How it is measured.
        #[arg(long, value_name = "TEXT")]
        method: Option<String>,
        /// Who measures it.
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
        /// A clause, control or AI system that it watches; may be given several times.
        #[arg(long = "about", value_name = "ID")]
        about: Vec<String>,
        #[command(flatten)]
        wanted: Wanted,
        #[command(flatten)]
        rhythm: Rhythm,
        /// What the figure is before anything is done.
        #[arg(long, value_name = "FIGURE", allow_hyphen_values = true)]
        start: Option<String>,
        /// From when it is measured.
        #[arg(long, value_name = "DATE")]
        since: Option<String>,
    },
    /// List every measure with its last reading.
    List,
    /// Show a measure with its readings.
    Show {
        /// Its number, such as M-1.
        id: String,
    },
    /// Record what was measured on a day.
    Read {
        /// The measure.
        id: String,
        /// The figure.
        #[arg(long, value_name = "FIGURE", allow_hyphen_values = true)]
        value: String,
        /// The day; today where it is left out.
        #[arg(long, value_name = "DATE")]
        day: Option<String>,
        /// What is to be said of it.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
        /// Who measured it.
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
        /// A piece of evidence that shows it; may be given several times.
        #[arg(long = "evidence", value_name = "ID")]
        evidence: Vec<String>,
        /// Let it take the place of the reading that the day has.
        #[arg(long)]
        replace: bool,
    },
    /// Take a reading away.
    Unread {
        /// The measure.
        id: String,
        /// The day.
        day: String,
    },
    /// Take readings in from a file of day,value[,note]: all of them or none.
    Import {
        /// The measure.
        id: String,
        /// The file.
        file: PathBuf,
        /// Let readings of the file take the place of those that their days have.
        #[arg(long)]
        replace: bool,
        /// Only say what would be done.
        #[arg(long)]
        preview: bool,
    },
    /// Say since when it is measured no more.
    End {
        /// Its number.
        id: String,
        /// The day.
        day: String,
    },
    /// Remove a measure with its readings.
    Remove {
        /// Its number.
        id: String,
    },
    /// Print what the ledger says of a measure and its readings.
    History {
        /// Its number.
        id: String,
    },
}

/// The figure that is wanted.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("wanted").required(true).multiple(false))]
pub(crate) struct Wanted {
    /// That or more is wanted.
    #[arg(long, value_name = "FIGURE", group = "wanted", allow_hyphen_values = true)]
    pub(crate) at_least: Option<String>,
    /// That or less is wanted.
    #[arg(long, value_name = "FIGURE", group = "wanted", allow_hyphen_values = true)]
    pub(crate) at_most: Option<String>,
    /// From the one to the other is wanted.
    #[arg(long, value_names = ["LOW", "HIGH"], num_args = 2, group = "wanted", allow_hyphen_values = true)]
    pub(crate) between: Option<Vec<String>>,
}

/// How often it is measured; once a month where nothing is said.
#[derive(Debug, Args)]
pub(crate) struct Rhythm {
    /// After how many weeks it is measured again.
    #[arg(long, value_name = "N", conflicts_with = "months")]
    pub(crate) weeks: Option<u32>,
    /// After how many months it is measured again.
    #[arg(long, value_name = "N")]
    pub(crate) months: Option<u32>,
}
