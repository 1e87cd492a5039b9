//! How ready the company is for the audit (clauses 9.1, 9.2), honestly and explained.
//!
//! Nothing of it is kept: it follows from [`Facts`], read at once from the tables or from the ledger as it was on a
//! day. Each clause and each control that is not excluded counts by its status and by evidence that holds; gates
//! keep the whole back while something is missing without which no audit can be passed.

mod band;
mod error;
mod facts;
mod figures;
mod gate;
mod item;
mod maturity;
mod operations;
mod percent;
mod status;
#[cfg(test)]
mod tests;
mod timeline;

pub use band::Band;
pub use error::PastError;
pub(crate) use facts::Facts;
pub use figures::{Cap, ClauseFigure, Figure, GroupFigure, Overall, Readiness, ThemeFigure};
pub use gate::{Gate, GateName, Missing};
pub(crate) use item::weighs_double;
pub use item::{Item, NextThing, Requirement, Worth};
pub(crate) use maturity::TABLES;
pub use maturity::{LevelError, Maturity, MaturityLevel, SetMaturity, maturity, set_maturity};
pub use operations::{history, show, status};
pub use percent::Percent;
pub use status::{Status, StatusFigures};
pub(crate) use timeline::Timeline;
pub use timeline::{FollowedEntries, Point};
