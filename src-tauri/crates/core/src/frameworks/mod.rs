//! What other frameworks ask for, and what of it the AI management system answers: the EU AI Act, the NIST AI RMF and
//! ISO/IEC 27001:2022 (clauses 4.1 and 4.2 ask which law and which expectations there are).
//!
//! Which clauses and controls relate to which place is the catalogue's crosswalk, read the other way round. How they
//! stand follows from the workspace and the day, so nothing is kept here. Related is not the same: that all of it is in
//! place says that there is something to build on, and never that a law is met.

mod coverage;
mod law;
mod operations;
mod requirement;
#[cfg(test)]
mod tests;

pub use coverage::{Coverage, Covered};
pub use law::{Backing, LawFact, LawKind, LawSubject, LawToday, Timing};
pub use operations::{
    FrameworkError, FrameworkOverview, FrameworkView, PlaceReference, PlaceRow, law, list, place,
};
pub use requirement::RelatedRequirement;
