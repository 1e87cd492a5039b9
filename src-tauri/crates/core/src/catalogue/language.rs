//! The languages of the catalogue.

use serde::Serialize;
use ts_rs::TS;

/// A language in which the catalogue is written, named by its BCP 47 tag.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
pub enum Language {
    /// British English, from which others are translated.
    #[default]
    #[serde(rename = "en-GB")]
    EnGb,
}

impl Language {
    /// Every language, the first of which is complete by definition.
    pub const ALL: [Self; 1] = [Self::EnGb];

    /// Returns the language's BCP 47 tag, which is also the name of its folder.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::EnGb => "en-GB",
        }
    }
}
