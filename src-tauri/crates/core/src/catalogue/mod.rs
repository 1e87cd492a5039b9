//! What ISO/IEC 42001:2023 asks for, clause by clause and control by control, in Annexe's own words.
//!
//! The numbers and short titles are the standard's; everything else is written for a company of 10 to 50
//! people and replaces no copy of the standard. The data stands in `data/`: `facts/` holds what depends on no
//! language (numbers, links, levels, the crosswalk with its sources), and a folder for each language holds the
//! words. [`Catalogue::get`] joins the two, once for each language. A new language is a folder, a variant of
//! [`Language`] and its line in `files.rs`; the tests say what it lacks.

mod annex;
mod clause;
mod control;
mod crosswalk;
mod facts;
mod files;
mod language;
mod level;
mod load;
mod lookup;
mod number;
mod place;
mod theme;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;
use ts_rs::TS;

pub use annex::{AnnexC, AnnexD, Companion};
pub use clause::{Clause, DocumentedInformation};
pub use control::{CatalogueControl, Group, Hint};
pub use crosswalk::{Agreement, Crosswalk, Framework, Frameworks, Related, SourceKey};
pub use language::Language;
pub use level::Level;
pub use number::{AnnexCId, ClauseId, ControlNumber, GroupId, NumberError};
pub use place::FrameworkPlace;
pub use theme::Theme;

pub(crate) use words::Words;

/// The whole catalogue in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Catalogue {
    /// The standard, such as `ISO/IEC 42001:2023`.
    pub standard: String,
    /// Its edition.
    pub edition: String,
    /// Whether it has been amended.
    pub amendments: String,
    /// When the catalogue was compiled.
    pub compiled: String,
    /// The language of the words.
    pub language: Language,
    /// What the catalogue is not, for the people who read it.
    pub notice: String,
    /// Where the titles come from.
    pub title_rule: String,
    /// What the hints leave to be decided.
    pub applicability_warning: String,
    /// What a row of the crosswalk does not say.
    pub crosswalk_warning: String,
    /// What each level of a hint means.
    #[ts(type = "Record<Level, string>")]
    pub levels: BTreeMap<Level, String>,
    /// What each strength of agreement means.
    #[ts(type = "Record<Agreement, string>")]
    pub agreements: BTreeMap<Agreement, String>,
    /// The names of the frameworks of the crosswalk.
    pub frameworks: Frameworks,
    /// The places of those frameworks, in their order.
    pub places: Vec<FrameworkPlace>,
    /// The sources that the crosswalk and the hints rest on.
    #[ts(type = "Record<string, string>")]
    pub sources: BTreeMap<SourceKey, String>,
    /// Clauses 4 to 10 with their headings, in order.
    pub clauses: Vec<Clause>,
    /// The groups of Annex A, in order; A.6 comes before its two parts.
    pub groups: Vec<Group>,
    /// The controls of Annex A, in order.
    pub controls: Vec<CatalogueControl>,
    /// The objectives of Annex C (C.2), in order.
    pub objectives: Vec<AnnexC>,
    /// The risk sources of Annex C (C.3), in order.
    pub risk_sources: Vec<AnnexC>,
    /// What Annex D says.
    pub annex_d: AnnexD,
}

impl Catalogue {
    /// Returns the catalogue in a language.
    #[must_use]
    pub fn get(language: Language) -> &'static Self {
        static EN_GB: LazyLock<Catalogue> = LazyLock::new(|| embedded(Language::EnGb));
        match language {
            Language::EnGb => &EN_GB,
        }
    }

    /// Returns the catalogue in British English.
    #[must_use]
    pub fn english() -> &'static Self {
        Self::get(Language::EnGb)
    }
}

/// Returns the catalogue that is part of the program.
#[expect(
    clippy::expect_used,
    reason = "the data is embedded in the program, so a test can read all that a user's machine will ever read: \
              `every_language_loads` does"
)]
fn embedded(language: Language) -> Catalogue {
    load::load(language).expect("the embedded catalogue is whole")
}
