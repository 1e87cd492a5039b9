//! The sample's controlled documents, as `documents.en-GB.toml` tells them.

use std::ops::ControlFlow;

use serde::Deserialize;

use super::SampleError;
use crate::documents::{
    self, AddDocument, ApproveDocument, Approved, DecideDocument, DocumentError, DocumentState, DraftKey,
    SetDocument,
};
use crate::evidence::{self, By, EvidenceId, Kind, Target};
use crate::workspace::{StoreError, Workspace};
use crate::{Line, Prose};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    document: Vec<Document>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    draft: Option<DraftKey>,
    title: Option<Line>,
    kind: Option<Kind>,
    links: Option<Vec<Target>>,
    number: Line,
    version: Line,
    owner: Line,
    approver: Line,
    state: DocumentState,
    /// The piece of evidence that holds it, by its title, where it is approved.
    evidence: Option<Line>,
    /// When it was approved, in weeks from today.
    #[serde(default)]
    on: i32,
    /// When it is looked at again, in weeks from today.
    review: Option<i32>,
    /// What was decided in it already.
    #[serde(default)]
    answers: Vec<Answer>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    decision: String,
    text: Prose,
}

/// Adds the sample's controlled documents.
pub(super) fn add(workspace: &Workspace, by: By<'_>) -> Result<(), SampleError> {
    let told: Told = toml::from_str(include_str!("documents.en-GB.toml"))
        .map_err(|error| DocumentError::from(StoreError::Unreadable(error.to_string())))?;
    for document in &told.document {
        one(workspace, by, document)?;
    }
    Ok(())
}

fn one(workspace: &Workspace, by: By<'_>, told: &Document) -> Result<(), SampleError> {
    let stamp = by.stamp;
    let add = AddDocument {
        draft: told.draft,
        title: told.title.clone(),
        kind: told.kind,
        number: Some(told.number.clone()),
        version: Some(told.version.clone()),
        owner: Some(told.owner.clone()),
        approver: Some(told.approver.clone()),
        working_file: None,
        links: told.links.clone(),
    };
    let id = workspace.write(stamp, "document.add", |tx| documents::add(tx, add))?.id;
    for Answer { decision, text } in &told.answers {
        let decide = DecideDocument { id, decision: decision.clone(), answer: Some(text.clone()) };
        workspace.write(stamp, "document.decide", |tx| documents::decide(tx, decide))?;
    }
    if told.state == DocumentState::Draft {
        return Ok(());
    }
    workspace.write(stamp, "document.submit", |tx| documents::submit(tx, id))?;
    let review = told.review.map(|weeks| by.today.weeks_later(weeks));
    match (told.state, &told.evidence) {
        (DocumentState::Approved, Some(title)) => {
            let on = Some(by.today.weeks_later(told.on));
            let what = Approved::Evidence { id: piece(workspace, title)? };
            let approve = ApproveDocument { id, what, by: None, on, next_review: review, alone: None };
            documents::approve(workspace, by, &approve, &mut |_| ControlFlow::Continue(()))?;
        }
        _ => {
            let set = SetDocument { next_review: Some(review), ..SetDocument::of(id) };
            workspace.write(stamp, "document.set", |tx| documents::set(tx, set))?;
        }
    }
    Ok(())
}

/// Returns the piece of evidence that has a title.
fn piece(workspace: &Workspace, title: &Line) -> Result<EvidenceId, SampleError> {
    let all = workspace.read(evidence::all).map_err(DocumentError::from)?;
    let found = all.into_iter().find(|piece| piece.title == *title).map(|piece| piece.id);
    Ok(found.ok_or(evidence::EvidenceError::NoEvidence)?)
}
