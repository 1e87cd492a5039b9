//! Reading documents: the list, one document, what is due, and what others ask.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::data::{self, Template, Words};
use super::error::DocumentError;
use super::fill;
use super::known::Known;
use super::markup::Content;
use super::record::{Document, DocumentId, DocumentState};
use super::store;
use super::text::Decision;
use crate::Day;
use crate::choice::choice;
use crate::evidence::Link;
use crate::ledger::{self, Entry, RecordKind};
use crate::record::Record as _;
use crate::workspace::{StoreError, Workspace};

/// How many weeks before a review it is said to be due soon.
const SOON: i32 = 4;

choice! {
    /// Whether a document is to be looked at again.
    pub enum ReviewDue {
        /// No day is set.
        Unset = "unset",
        /// The day lies more than four weeks ahead.
        Later = "later",
        /// The day comes within four weeks.
        Soon = "soon",
        /// The day has passed.
        Overdue = "overdue",
    }
}

impl ReviewDue {
    /// Returns how it stands with a review on a day.
    fn on(today: Day, review: Option<Day>) -> Self {
        match review {
            None => Self::Unset,
            Some(day) if day < today => Self::Overdue,
            Some(day) if day <= today.weeks_later(SOON) => Self::Soon,
            Some(_) => Self::Later,
        }
    }
}

/// A document as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentRow {
    /// The document.
    pub document: Document,
    /// Whether it is to be looked at again.
    pub review: ReviewDue,
    /// How many decisions its draft leaves open with what the workspace knows today.
    #[ts(type = "number")]
    pub open: usize,
}

/// A document with what is left to decide in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentDetails {
    /// The document.
    pub document: Document,
    /// Whether it is to be looked at again.
    pub review: ReviewDue,
    /// What its draft leaves open with what the workspace knows today.
    pub decisions: Vec<Decision>,
    /// How many months usually pass before its next review.
    pub review_months: i32,
}

/// How many months usually pass before the next review of a document that the company brought.
pub(super) const USUAL_MONTHS: i32 = 12;

/// Returns every document, in the order of the numbers.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace, today: Day) -> Result<Vec<DocumentRow>, StoreError> {
    workspace.read(|conn| {
        let known = Known::load(conn)?;
        let row = |document: Document| DocumentRow {
            review: review(&document, today),
            open: decisions(&known, &document).len(),
            document,
        };
        Ok(store::all(conn)?.into_iter().map(row).collect())
    })
}

/// Returns a document.
///
/// # Errors
/// [`DocumentError::Unknown`] where there is none of that number.
pub fn show(workspace: &Workspace, id: DocumentId, today: Day) -> Result<DocumentDetails, DocumentError> {
    workspace.read(|conn| {
        let document = Document::load(conn, &id.to_string())?.ok_or(DocumentError::Unknown(id))?;
        let known = Known::load(conn)?;
        Ok(DocumentDetails {
            review: review(&document, today),
            decisions: decisions(&known, &document),
            review_months: document.draft.map_or(USUAL_MONTHS, |key| data::template(key).review_months),
            document,
        })
    })
}

/// Returns what the ledger says of a document, the newest first.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn history(workspace: &Workspace, id: DocumentId) -> Result<Vec<Entry>, StoreError> {
    let key = id.to_string();
    workspace.read(|conn| ledger::store::entries_of(conn, &[RecordKind::Document], &key))
}

fn review(document: &Document, today: Day) -> ReviewDue {
    ReviewDue::on(today, document.next_review)
}

/// Returns what the draft of a document leaves open. What is approved or withdrawn leaves nothing open.
fn decisions(known: &Known, document: &Document) -> Vec<Decision> {
    let Some(key) = document.draft else { return Vec::new() };
    match document.state {
        DocumentState::Draft | DocumentState::InReview => {
            fill::fill(data::template(key), known, Some(document)).decisions
        }
        DocumentState::Approved | DocumentState::Withdrawn => Vec::new(),
    }
}

/// Returns the clauses and controls that a draft serves.
pub(super) fn links(template: &Template) -> Vec<Link> {
    let clauses = template.clauses.iter().cloned().map(Link::Clause);
    clauses.chain(template.controls.iter().cloned().map(Link::Control)).collect()
}

/// Returns whether a draft leaves a decision of this name to its reader.
pub(super) fn asks(template: &Template, decision: &str) -> bool {
    template
        .passages
        .iter()
        .any(|passage| matches!(&passage.content, Content::Decide { key, .. } if key == decision))
}

/// Returns the rows of the register of documents (clause 7.5.3).
pub(super) fn register(conn: &Connection, words: &Words) -> Result<Vec<Vec<String>>, StoreError> {
    let used = store::all(conn)?.into_iter().filter(|document| document.state != DocumentState::Withdrawn);
    let row = |document: Document| {
        let state = match (document.state, document.approvals.last()) {
            (DocumentState::Approved, Some(approval)) => words.day(approval.on),
            (state, _) => words.states.get(state.name()).cloned().unwrap_or_default(),
        };
        vec![
            if document.number.is_empty() { document.id.to_string() } else { document.number.to_string() },
            document.title.to_string(),
            document.version.to_string(),
            document.owner.to_string(),
            state,
            document.next_review.map(|day| words.day(day)).unwrap_or_default(),
        ]
    };
    Ok(used.map(row).collect())
}

/// Returns the documents that are to be looked at again, with the day.
pub(crate) fn reviews(conn: &Connection) -> Result<Vec<(Document, Day)>, StoreError> {
    let used = store::all(conn)?.into_iter().filter(|document| document.state != DocumentState::Withdrawn);
    Ok(used.filter_map(|document| document.next_review.map(|day| (document, day))).collect())
}
