//! What can be wrong with what somebody does with evidence.

use std::path::PathBuf;

use annexe_vault::{AddError, VaultError};

use super::file_name::FileNameError;
use super::id::EvidenceId;
use super::link::LinkError;
use crate::explain::Explain;
use crate::text::shown;
use crate::whole_file::FileError;
use crate::workspace::{StoreError, WriteError};

/// Why something was not done with evidence. Nothing was changed, unless the error says otherwise.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// No file was named.
    #[error("No file is named")]
    NoFile,
    /// No piece of evidence was named.
    #[error("No piece of evidence is named")]
    NoEvidence,
    /// There is no such piece.
    #[error("There is no piece of evidence {0}")]
    Unknown(EvidenceId),
    /// It is the workspace, or in it.
    #[error("{} belongs to the workspace itself", shown(&.0.display().to_string()))]
    OfTheWorkspace(PathBuf),
    /// It was removed.
    #[error("{0} was removed, because: “{1}”")]
    Removed(EvidenceId, String),
    /// It has no such version.
    #[error("{0} has no version {1}")]
    NoVersion(EvidenceId, u32),
    /// One title for several files.
    #[error("A title goes with one file; {0} are given")]
    OneTitle(usize),
    /// The title is empty.
    #[error("A piece of evidence needs a title")]
    NeedsTitle,
    /// It is removed without a reason.
    #[error("Removing evidence needs a reason")]
    NeedsReason,
    /// It ends before it begins.
    #[error("It expires before the day from which it holds")]
    EndsBeforeItBegins,
    /// More tags than fit.
    #[error("{0} tags are given; at most 50 fit")]
    TooManyTags(usize),
    /// What it is to be linked to is not there.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// The file's name can't be kept.
    #[error(transparent)]
    Name(#[from] FileNameError),
    /// The bytes that were pasted can't be read.
    #[error("What was pasted can't be read ({0})")]
    Pasted(String),
    /// The file is the newest version already.
    #[error("The file has not changed: it is version {1} of {0}")]
    SameFile(EvidenceId, u32),
    /// The bytes in the vault are others than those that were added.
    #[error("The file of {0} in the vault is damaged")]
    Damaged(EvidenceId),
    /// It could be run by the system.
    #[error("“{}” could run as a program, so Annexe does not open it", shown(.0))]
    Runnable(String),
    /// A folder could not be looked through.
    #[error("{why}")]
    Folder {
        /// What is the matter with it.
        why: String,
        /// What to do next.
        hint: Option<&'static str>,
    },
    /// The file was not taken in.
    #[error(transparent)]
    Add(#[from] AddError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The file could not be written where it was asked for.
    #[error(transparent)]
    File(#[from] FileError),
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for EvidenceError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for EvidenceError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoFile => "no-file",
            Self::NoEvidence | Self::Unknown(_) | Self::NoVersion(..) => "unknown-evidence",
            Self::OfTheWorkspace(_) => "of-the-workspace",
            Self::Removed(..) => "evidence-removed",
            Self::OneTitle(_) | Self::NeedsTitle => "evidence-needs-title",
            Self::NeedsReason => "removal-needs-reason",
            Self::EndsBeforeItBegins => "evidence-ends-before-it-begins",
            Self::TooManyTags(_) => "too-many-tags",
            Self::Link(_) => "unknown-target",
            Self::Name(_) => "not-a-file-name",
            Self::Pasted(_) => "not-pasted",
            Self::SameFile(..) => "same-file",
            Self::Damaged(_) => "evidence-damaged",
            Self::Runnable(_) => "evidence-runnable",
            Self::Folder { .. } => "folder-not-readable",
            Self::Add(error) => add_code(error),
            Self::Vault(error) => vault_code(error),
            Self::File(error) => error.code(),
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NoFile => "Choose at least one file or folder.",
            Self::NoEvidence | Self::Unknown(_) => {
                "Expected a number such as E-12; the list of evidence has them."
            }
            Self::OfTheWorkspace(_) => "Add the documents themselves, from where they are kept.",
            Self::Removed(..) => "Undo the removal, or add the file again.",
            Self::NoVersion(..) => {
                "Its versions are numbered from 1; the newest is taken where none is named."
            }
            Self::OneTitle(_) => "Leave the title out: each file then gets one from its name.",
            Self::NeedsTitle => "Write what it is, such as AI policy.",
            Self::NeedsReason => "Say why it is no longer needed: an auditor may ask.",
            Self::EndsBeforeItBegins => "Check both dates.",
            Self::TooManyTags(_) => "Keep the words that people will look for.",
            Self::Link(_) => {
                "Expected the number of a clause such as 6.1.2, of a control such as A.6.2.4 or one of your own, or of an AI system such as S-1."
            }
            Self::Name(_) => "Give the file another name and add it again.",
            Self::Pasted(_) => "Save it as a file and add that.",
            Self::SameFile(..) => "There is nothing to add.",
            Self::Damaged(_) => {
                "Run the check of the workspace; restore the file from a backup or the original."
            }
            Self::Runnable(_) => "Save a copy where you can look at it with care.",
            Self::Folder { hint, .. } => return hint.map(Into::into),
            Self::Add(error) => return add_hint(error),
            Self::Vault(error) => return vault_hint(error),
            Self::File(error) => return error.hint(),
            Self::Write(error) => return error.hint(),
        };
        Some(hint.into())
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoFile | Self::Folder { .. } | Self::OfTheWorkspace(_) | Self::Add(_) | Self::Name(_) => {
                Some("files")
            }
            Self::NoEvidence | Self::Unknown(_) | Self::Removed(..) => Some("id"),
            Self::NoVersion(..) => Some("version"),
            Self::OneTitle(_) | Self::NeedsTitle => Some("title"),
            Self::NeedsReason => Some("why"),
            Self::EndsBeforeItBegins => Some("expires"),
            Self::TooManyTags(_) => Some("tags"),
            Self::Link(_) => Some("links"),
            Self::File(error) => error.field(),
            Self::Pasted(_)
            | Self::SameFile(..)
            | Self::Damaged(_)
            | Self::Runnable(_)
            | Self::Vault(_)
            | Self::Write(_) => None,
        }
    }
}

fn add_code(error: &AddError) -> &'static str {
    match error {
        AddError::NotFound(_) => "no-such-file",
        AddError::IsAFolder(_) | AddError::NotAFile(_) => "not-a-file",
        AddError::IsALink(_) | AddError::LeadsOut(_) => "file-is-a-link",
        AddError::NotAllowed(_) | AddError::Unreadable { .. } => "file-not-readable",
        AddError::ChangedWhileRead(_) => "file-changed",
        AddError::DiskFull(_) => "disk-full",
        AddError::Vault(error) => vault_code(error),
        AddError::Stopped => "stopped",
    }
}

fn add_hint(error: &AddError) -> Option<String> {
    let hint = match error {
        AddError::NotFound(_) => "Check the name, and that the drive it is on is connected.",
        AddError::IsAFolder(_) | AddError::NotAFile(_) => "Choose a file.",
        AddError::IsALink(_) | AddError::LeadsOut(_) => "Choose the file that it leads to.",
        AddError::NotAllowed(_) => "Close it where it is open, or ask for the right to read it.",
        AddError::Unreadable { .. } => "Check that the drive is connected and try again.",
        AddError::ChangedWhileRead(_) => "Wait until nothing writes to it, and add it again.",
        AddError::DiskFull(_) => "Make room on the disk that holds the workspace and try again.",
        AddError::Vault(error) => return vault_hint(error),
        AddError::Stopped => return None,
    };
    Some(hint.into())
}

fn vault_code(error: &VaultError) -> &'static str {
    match error {
        VaultError::NoVault(_) | VaultError::Missing(_) | VaultError::NotAFile(_) => "evidence-missing",
        VaultError::NotAFolder(_) | VaultError::Failed { .. } => "vault-failed",
        VaultError::NotAllowed(_) => "workspace-read-only",
        VaultError::DiskFull(_) => "disk-full",
        VaultError::Stopped => "stopped",
    }
}

fn vault_hint(error: &VaultError) -> Option<String> {
    let hint = match error {
        VaultError::NoVault(_) | VaultError::Missing(_) | VaultError::NotAFile(_) => {
            "Run the check of the workspace; restore the file from a backup or the original."
        }
        VaultError::NotAFolder(_) => {
            "Move it out of the way: the folder of a workspace belongs to Annexe alone."
        }
        VaultError::NotAllowed(_) => {
            "Ask for the right to write there, or copy the workspace to a place of your own."
        }
        VaultError::DiskFull(_) => "Make room on the disk and try again.",
        VaultError::Failed { .. } => "Check that the drive is connected and try again.",
        VaultError::Stopped => return None,
    };
    Some(hint.into())
}
