//! What is said when evidence is added, and what comes back.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::file_name::FileName;
use super::id::EvidenceId;
use super::kind::{Confidentiality, Kind};
use super::link::Target;
use crate::{Day, Line, Prose};

/// What is said of files that are added; what is left out is as usual.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Particulars {
    /// The title; with one file. Without one, each gets a title from its name.
    pub title: Option<Line>,
    /// What they are; `other` where nothing is said.
    pub kind: Option<Kind>,
    /// What they prove.
    pub proves: Option<Prose>,
    /// From when they hold.
    pub effective: Option<Day>,
    /// When they were collected; today where nothing is said.
    pub collected: Option<Day>,
    /// Until when they hold, or by when they are looked at again.
    pub expires: Option<Day>,
    /// Who may see them; `internal` where nothing is said.
    pub confidentiality: Option<Confidentiality>,
    /// Where they come from.
    pub source: Option<Line>,
    /// Notes, which no document shows.
    pub notes: Option<Prose>,
    /// Words to find them by.
    pub tags: Option<Vec<Line>>,
    /// Clauses and controls that they prove something about, by their numbers.
    pub links: Option<Vec<Target>>,
}

/// Files and folders to add.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddEvidence {
    /// The files. Of a folder, every file in it and below is added, but for what systems and editors leave
    /// there; links in it are not followed.
    #[ts(as = "Vec<String>")]
    pub files: Vec<PathBuf>,
    /// What is said of them.
    #[serde(default)]
    #[ts(as = "Option<Particulars>")]
    pub about: Particulars,
}

/// A file that is given as its bytes, such as a picture that was pasted.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PasteEvidence {
    /// The name it gets.
    pub name: FileName,
    /// Its bytes in Base64.
    pub bytes: String,
    /// What is said of it.
    #[serde(default)]
    #[ts(as = "Option<Particulars>")]
    pub about: Particulars,
}

/// A new version of a piece of evidence.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddVersion {
    /// The piece by its number.
    pub id: EvidenceId,
    /// The file.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// What is new in it.
    pub comment: Option<Line>,
}

/// What became of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct AddedEvidence {
    /// The pieces that were added, in the order of the files.
    pub added: Vec<EvidenceId>,
    /// Files that are the newest version of a piece already, under the same name; links and tags that were given
    /// went to that piece.
    pub known: Vec<KnownFile>,
    /// Files that were not taken in.
    pub refused: Vec<RefusedFile>,
    /// Whether it was stopped before the end; the files that are named in no list were not taken in.
    pub stopped: bool,
}

/// A file that is there already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KnownFile {
    /// The file as it was given.
    pub file: String,
    /// The piece.
    pub id: EvidenceId,
}

/// A file that was not taken in, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RefusedFile {
    /// The file as it was given.
    pub file: String,
    /// The name by which a program recognises why.
    pub code: String,
    /// Why.
    pub message: String,
    /// What to do next.
    pub hint: Option<String>,
}
