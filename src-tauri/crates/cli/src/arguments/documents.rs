//! What can be typed of drafts and documents.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::values::DraftFormat;

#[derive(Debug, Subcommand)]
pub(crate) enum DraftCommand {
    /// List the drafts, with what each is for and how much of it is left to decide.
    List,
    /// Write a draft to a file, filled with what the workspace knows.
    Write {
        /// Its name, such as ai-policy.
        id: String,
        /// The file; its ending says the form: .docx to edit, .pdf to read.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// The form, where the ending does not say it.
        #[arg(long, value_name = "FORMAT")]
        format: Option<DraftFormat>,
        /// Replace a file of that name.
        #[arg(long)]
        replace: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum DocumentCommand {
    /// List the controlled documents.
    List,
    /// Show a document, what is left to decide in it, and what was approved of it.
    Show {
        /// Its number, such as D-3.
        id: String,
    },
    /// Control a document from now on: one that begins with a draft, or one that you have already.
    Add(AddDocument),
    /// Answer a decision that a draft leaves open; without an answer it is open again.
    Decide {
        /// Its number.
        id: String,
        /// The decision by its name, as `show` lists it.
        decision: String,
        /// What was decided, as it is to stand in the document.
        #[arg(long, value_name = "TEXT")]
        answer: Option<String>,
    },
    /// Give a draft to somebody to read.
    Submit {
        /// Its number.
        id: String,
    },
    /// Approve the version that is in review; what is approved becomes evidence.
    Approve(ApproveDocument),
    /// Begin the next version; what is approved stays in force until that is.
    NewVersion {
        /// Its number.
        id: String,
        /// The version; the next whole number where nothing is said.
        #[arg(long, value_name = "TEXT")]
        version: Option<String>,
        /// What is to be new in it.
        #[arg(long, value_name = "TEXT")]
        changes: Option<String>,
    },
    /// Withdraw a document; what was approved is kept and holds no longer.
    Withdraw {
        /// Its number.
        id: String,
        /// Why it is no longer used.
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct AddDocument {
    /// The draft that it begins with.
    #[arg(long, value_name = "ID")]
    pub(crate) draft: Option<String>,
    /// Its title; that of the draft where nothing is said.
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// The number under which you keep it.
    #[arg(long, value_name = "TEXT")]
    pub(crate) number: Option<String>,
    /// Its version; 1.0 where nothing is said.
    #[arg(long, value_name = "TEXT")]
    pub(crate) version: Option<String>,
    /// Who answers for it.
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    /// Who approves it.
    #[arg(long, value_name = "NAME")]
    pub(crate) approver: Option<String>,
    /// A clause or control that it serves, in place of those of the draft; may be given several times.
    #[arg(long = "link", value_name = "ID")]
    pub(crate) links: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ApproveDocument {
    /// Its number.
    pub(crate) id: String,
    /// The file that is approved; without it, the text as Annexe writes it now.
    #[arg(long, value_name = "FILE", conflicts_with = "evidence")]
    pub(crate) file: Option<PathBuf>,
    /// The piece of evidence that holds the document already.
    #[arg(long, value_name = "ID")]
    pub(crate) evidence: Option<String>,
    /// Who approves it; whoever the document names where nothing is said.
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
    /// When it was approved; today where nothing is said.
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    /// When it is looked at again.
    #[arg(long, value_name = "DATE")]
    pub(crate) next_review: Option<String>,
    /// Why the owner approves it alone, where that is so.
    #[arg(long, value_name = "TEXT")]
    pub(crate) alone: Option<String>,
}
