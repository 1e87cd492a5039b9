//! Other frameworks.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum FrameworkCommand {
    /// List the frameworks with their places, and how much of what relates to each is in place.
    List,
    /// Show an article, a subcategory, a clause or a control: what relates to it, how that stands, what stays open.
    Show {
        /// The place, such as "Art. 9", "GOVERN 1.1" or A.5.1.
        reference: String,
    },
    /// Print the dates of the EU AI Act and the state of the standards for it.
    Law,
}
