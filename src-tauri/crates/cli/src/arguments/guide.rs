//! What can be typed about the road to the audit.

use clap::Subcommand;

use super::values::Theme;

#[derive(Debug, Subcommand)]
pub(crate) enum GuideCommand {
    /// List the steps by theme, with state, day, owner and title.
    List,
    /// Show a step: why, what to do, what counts as done, what it serves.
    Show {
        /// Its name, such as set-the-scope.
        step: String,
    },
    /// Change owner, day, ticks and note of a step; what is left out stays.
    Set {
        /// Its name.
        step: String,
        /// Who does it.
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
        /// The day by which it is to be done, such as 2027-01-31; empty takes it away.
        #[arg(long, value_name = "DATE")]
        due: Option<String>,
        /// Tick a task, or what counts as done; may be given several times.
        #[arg(long, value_name = "NAME")]
        tick: Vec<String>,
        /// Take a tick back; may be given several times.
        #[arg(long, value_name = "NAME")]
        untick: Vec<String>,
        /// Notes.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
        /// The title of a step of your own.
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// What to do in a step of your own.
        #[arg(long, value_name = "TEXT")]
        what: Option<String>,
        /// How long a step of your own takes.
        #[arg(long, value_name = "MINUTES")]
        minutes: Option<u32>,
    },
    /// Add a step of your own.
    Add {
        /// Its title.
        title: String,
        /// Where on the road it stands; it comes last there.
        #[arg(long, value_name = "THEME")]
        theme: Theme,
        /// What to do.
        #[arg(long, value_name = "TEXT")]
        what: Option<String>,
        /// Who does it.
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
        /// The day by which it is to be done.
        #[arg(long, value_name = "DATE")]
        due: Option<String>,
        /// How long it takes.
        #[arg(long, value_name = "MINUTES")]
        minutes: Option<u32>,
    },
    /// Split a step into parts.
    Split {
        /// Its name.
        step: String,
        /// The title of a part; may be given several times.
        #[arg(long = "part", value_name = "TEXT", required = true)]
        parts: Vec<String>,
    },
    /// Remove a step of your own, with its parts.
    Remove {
        /// Its name, such as own-1.
        step: String,
    },
    /// Give every step that is not over a day between today and the target.
    Plan {
        /// The day by which you want to be ready.
        #[arg(long, value_name = "DATE")]
        target: Option<String>,
        /// Plan days that were set by hand again, too.
        #[arg(long)]
        again: bool,
        /// Only show the plan.
        #[arg(long)]
        preview: bool,
    },
}
