//! Annexes C and D, which inform and ask for nothing.

use serde::Serialize;
use ts_rs::TS;

use super::number::AnnexCId;

/// An objective (C.2) or a risk source (C.3) of Annex C.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AnnexC {
    /// Its number.
    pub id: AnnexCId,
    /// Its title, as the standard prints it.
    pub title: String,
    /// What it means, in our own words.
    pub meaning: String,
}

/// What Annex D says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AnnexD {
    /// What it is about, in our own words.
    pub title: String,
    /// What it says, in our own words.
    pub meaning: String,
    /// What one company needs only once for all its management systems; advice of ours.
    pub shared: Vec<String>,
    /// What AI needs for itself beside them; advice of ours.
    pub apart: Vec<String>,
    /// The standards that it names as companions.
    pub standards: Vec<Companion>,
}

/// A standard whose management system can be joined with this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Companion {
    /// The standard, such as `ISO 9001`.
    pub reference: String,
    /// What it is about.
    pub subject: String,
}
