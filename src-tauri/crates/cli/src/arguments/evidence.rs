//! What can be typed of evidence and of watched folders.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Kind;

#[derive(Debug, Subcommand)]
pub(crate) enum EvidenceCommand {
    /// Add files, or all files of folders, each as a piece of evidence.
    Add(AddEvidence),
    /// List evidence: the newest first, or what holds words, the best first.
    List {
        /// Words, or beginnings of words, that it must hold.
        words: Vec<String>,
        /// Only what is linked to this clause, control or AI system.
        #[arg(long, value_name = "ID")]
        link: Option<String>,
        /// Only what is of this kind.
        #[arg(long, value_name = "KIND")]
        kind: Option<Kind>,
        /// Only what has expired.
        #[arg(long)]
        expired: bool,
        /// How many at most.
        #[arg(long, value_name = "N")]
        limit: Option<u32>,
    },
    /// Show a piece of evidence, its versions, and the statements that rest on it.
    Show {
        /// Its number, such as E-12.
        id: String,
    },
    /// Change what is said of evidence; what is left out stays.
    Set {
        /// Their numbers.
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
        /// The title; with one piece.
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// What it is.
        #[arg(long, value_name = "KIND")]
        kind: Option<Kind>,
        /// What it proves.
        #[arg(long, value_name = "TEXT")]
        proves: Option<String>,
        /// From when it holds; empty takes it away.
        #[arg(long, value_name = "DATE")]
        effective: Option<String>,
        /// Until when it holds, or by when it is looked at again; empty takes it away.
        #[arg(long, value_name = "DATE")]
        expires: Option<String>,
        /// Where it comes from.
        #[arg(long, value_name = "TEXT")]
        source: Option<String>,
        /// Notes, which no document shows.
        #[arg(long, value_name = "TEXT")]
        notes: Option<String>,
        /// A word to find it by, in place of those it has; may be given several times.
        #[arg(long = "tag", value_name = "WORD")]
        tags: Vec<String>,
    },
    /// Add a file as the newest version of a piece; the older ones stay.
    Version {
        /// Its number.
        id: String,
        /// The file.
        file: PathBuf,
        /// What is new in it.
        #[arg(long, value_name = "TEXT")]
        comment: Option<String>,
    },
    /// Link a piece to clauses, controls and AI systems.
    Link {
        /// Its number.
        id: String,
        /// Their numbers, such as 6.1.2, A.6.2.4 or S-1.
        #[arg(required = true, value_name = "TARGET")]
        targets: Vec<String>,
    },
    /// Take links of a piece away.
    Unlink {
        /// Its number.
        id: String,
        /// Their numbers.
        #[arg(required = true, value_name = "TARGET")]
        targets: Vec<String>,
    },
    /// Write a file of a piece to a place, as it was added.
    Export {
        /// Its number.
        id: String,
        /// Which version; the newest without it.
        #[arg(long, value_name = "N")]
        version: Option<u32>,
        /// The file; none of that name may be there.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Remove evidence; its files stay in the vault until they are cleared out.
    Remove {
        /// Their numbers.
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
        /// Why it is no longer needed.
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Bring damaged or missing files back, from a backup or from the original.
    Heal {
        /// The backup, or the file that was added once.
        file: PathBuf,
        /// The file with the passphrase that the backup was sealed with, on its first line.
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
    },
    /// Delete the files that nothing refers to; what was done before can't be undone after that.
    Sweep,
}

#[derive(Debug, Args)]
pub(crate) struct AddEvidence {
    /// The files or folders.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The title; with one file. Without one, each gets a title from its name.
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// What they are.
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Option<Kind>,
    /// What they prove.
    #[arg(long, value_name = "TEXT")]
    pub(crate) proves: Option<String>,
    /// A clause, control or AI system that they prove something about; may be given several times.
    #[arg(long = "link", value_name = "ID")]
    pub(crate) links: Vec<String>,
    /// From when they hold.
    #[arg(long, value_name = "DATE")]
    pub(crate) effective: Option<String>,
    /// Until when they hold, or by when they are looked at again.
    #[arg(long, value_name = "DATE")]
    pub(crate) expires: Option<String>,
    /// Where they come from.
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: Option<String>,
    /// A word to find them by; may be given several times.
    #[arg(long = "tag", value_name = "WORD")]
    pub(crate) tags: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum WatchCommand {
    /// Watch a folder.
    Add {
        /// The folder.
        dir: PathBuf,
    },
    /// List the watched folders.
    List,
    /// Look through the watched folders, and list what is new, changed or gone.
    Scan {
        /// Take in what is new, and what changed as new versions.
        #[arg(long)]
        take: bool,
        /// Pass over what is new.
        #[arg(long, conflicts_with = "take")]
        pass: bool,
    },
    /// Watch a folder no longer.
    Remove {
        /// The folder.
        dir: PathBuf,
    },
}
