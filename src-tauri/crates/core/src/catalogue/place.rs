//! The places of other frameworks: articles, subcategories, clauses and controls to which the standard is related.

use serde::Serialize;
use ts_rs::TS;

use super::crosswalk::{Framework, Related, SourceKey};
use super::number::{ClauseId, ControlNumber};
use super::{CatalogueControl, Clause};

/// A place of another framework. Only those are listed that a row of the crosswalk names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FrameworkPlace {
    /// The framework.
    pub framework: Framework,
    /// The place, such as `Art. 9`, `GOVERN 1.1` or `A.5.1`.
    pub reference: String,
    /// What it is called; for the NIST AI RMF a label in our own words.
    pub title: String,
    /// The clauses that answer most of it, in order; none where no source says.
    pub main_clauses: Vec<ClauseId>,
    /// The controls that answer most of it, in order; none where no source says.
    pub main_controls: Vec<ControlNumber>,
    /// The sources that say so.
    pub sources: Vec<SourceKey>,
    /// What ISO/IEC 42001 leaves open of it, in our own words; nothing where no source says.
    pub leaves_open: Option<String>,
}

impl FrameworkPlace {
    /// Returns the row by which a clause is related to this place.
    #[must_use]
    pub fn row_of_clause<'a>(&self, clause: &'a Clause) -> Option<&'a Related> {
        self.row(clause.crosswalk.rows(self.framework))
    }

    /// Returns the row by which a control is related to this place.
    #[must_use]
    pub fn row_of_control<'a>(&self, control: &'a CatalogueControl) -> Option<&'a Related> {
        self.row(control.crosswalk.rows(self.framework))
    }

    fn row<'a>(&self, rows: &'a [Related]) -> Option<&'a Related> {
        rows.iter().find(|row| row.reference == self.reference)
    }
}
