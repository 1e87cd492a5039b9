//! What the controlled documents show: what became of a draft, and of what document a piece of evidence is.

use rusqlite::Connection;

use super::work::Place;
use crate::Day;
use crate::documents::{self, Document, DocumentState, DraftKey};
use crate::evidence::EvidenceId;
use crate::workspace::StoreError;

/// The documents that are not withdrawn.
pub(super) struct Approved(Vec<Document>);

impl Approved {
    pub(super) fn read(conn: &Connection) -> Result<Self, StoreError> {
        let mut documents = documents::all(conn)?;
        documents.retain(|document| document.state != DocumentState::Withdrawn);
        Ok(Self(documents))
    }

    /// Returns whether a document that began with a draft is approved on a day, and which; where there is none, the
    /// draft.
    ///
    /// While its next version is being written, the approved one counts. Once its review has passed it does not: its
    /// evidence holds no longer either.
    pub(super) fn of_draft(&self, draft: DraftKey, today: Day) -> (bool, Place) {
        let holds = |document: &Document| {
            document.in_force().is_some() && document.next_review.is_none_or(|review| review >= today)
        };
        let begun = || self.0.iter().filter(|document| document.draft == Some(draft));
        match (begun().find(|document| holds(document)), begun().next()) {
            (Some(document), _) => (true, place(document)),
            (None, Some(document)) => (false, place(document)),
            (None, None) => (false, Place::Draft { draft, title: documents::draft_title(draft).into() }),
        }
    }

    /// Returns the document whose approved versions a piece of evidence holds.
    pub(super) fn kept_as(&self, evidence: EvidenceId) -> Option<Place> {
        self.0.iter().find(|document| document.evidence == Some(evidence)).map(place)
    }
}

fn place(document: &Document) -> Place {
    Place::Document { document: document.id, title: document.title.to_string() }
}
