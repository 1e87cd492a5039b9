//! The road from “what is ISO/IEC 42001?” to the audit: what to do, why, what counts as done, and by when.
//!
//! It serves all clauses, 4 to 10. The steps stand in `data/`: `facts/` holds what depends on no language (order,
//! effort by role, what a step serves, what proves that it is done), and a folder for each language holds the
//! words. How far a step is follows from what the workspace shows on a day; only what nothing can show is ticked
//! by hand.

mod approved;
mod content;
mod days;
mod error;
mod files;
mod ids;
mod load;
mod next;
mod open;
mod operations;
mod plan;
mod proof;
mod record;
mod registers;
mod road;
mod store;
#[cfg(test)]
mod tests;
mod theme;
mod views;
mod work;

pub use error::GuideError;
pub use ids::{NameError, StepId, TickId};
pub use next::{NextGuideStep, NextSteps, WhyNow, next};
pub use operations::{
    AddGuideStep, GuidePart, SetGuideStep, SplitGuideStep, StepReference, add, remove, set, split,
};
pub use plan::{GuidePlan, PlanGuide, PlannedStep, plan, plan_preview};
pub use record::{GuideStep, OwnStep};
pub use road::{By, DoneEntry, StepState};
pub use theme::{GuideTheme, ThemeError};
pub use views::{
    AuditorQuestion, GuideRoad, GuideThemeRoad, ServedClause, ServedControl, StepDetails, StepName,
    StepSummary, Task, show, step,
};
pub use work::Place;

pub(crate) use days::days;
pub(crate) use next::next_knowing;
pub(crate) use open::{OpenStep, OpenSteps, open_steps};
pub(crate) use store::TABLES;
pub(crate) use work::Known;
