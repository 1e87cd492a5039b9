//! The sample company: a claims office on the way to its audit, with which people try Annexe out.
//!
//! It goes in through the same operations as a real company, so that its ledger is a real one.

mod audits;
mod cases;
mod document;
mod documents;
mod findings;
mod objectives;
mod organisation;
mod reviews;
mod story;

use std::ops::ControlFlow;
use std::path::Path;

use annexe_vault::Source as FileSource;
use uuid::Uuid;

use crate::assessment::{self, AddControl, AssessmentError, DecideControls, SetControls};
use crate::audits::AuditError;
use crate::cases::CaseError;
use crate::documents::DocumentError;
use crate::evidence::{self, AddedEvidence, By, EvidenceError, FileProgress, Incoming, Particulars};
use crate::findings::FindingError;
use crate::objectives::ObjectiveError;
use crate::organisation::scope::ScopeError;
use crate::organisation::{Organisation, OrganisationError, RegisterError};
use crate::reviews::ReviewError;
use crate::soa::{self, SetSoa};
use crate::systems::SystemError;
use crate::workspace::{Foundation, OpenError, Stamp, StoreError, Workspace, WriteError};

/// Every sample has the same id, so that the same moment makes the same sample.
const ID: Uuid = Uuid::from_u128(0x5a17_3a25_c1a1_4d5a_9e00_4200_1202_3001);

/// Why the sample could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// The folder.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A control.
    #[error(transparent)]
    Assessment(#[from] AssessmentError),
    /// The organisation.
    #[error(transparent)]
    Organisation(#[from] OrganisationError),
    /// A register of the organisation.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// The scope.
    #[error(transparent)]
    Scope(#[from] ScopeError),
    /// An AI system.
    #[error(transparent)]
    System(#[from] SystemError),
    /// A piece of evidence.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
    /// A document.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A finding.
    #[error(transparent)]
    Finding(#[from] FindingError),
    /// A management review.
    #[error(transparent)]
    Review(#[from] ReviewError),
    /// A concern or an incident.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// An internal audit.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// An objective or a measure.
    #[error(transparent)]
    Objective(#[from] ObjectiveError),
    /// The database.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl crate::Explain for SampleError {
    fn code(&self) -> &'static str {
        match self {
            Self::Open(error) => error.code(),
            Self::Assessment(error) => error.code(),
            Self::Organisation(error) => error.code(),
            Self::Register(error) => error.code(),
            Self::Scope(error) => error.code(),
            Self::System(error) => error.code(),
            Self::Evidence(error) => error.code(),
            Self::Document(error) => error.code(),
            Self::Finding(error) => error.code(),
            Self::Case(error) => error.code(),
            Self::Audit(error) => error.code(),
            Self::Review(error) => error.code(),
            Self::Objective(error) => error.code(),
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Open(error) => error.hint(),
            Self::Assessment(error) => error.hint(),
            Self::Organisation(error) => error.hint(),
            Self::Register(error) => error.hint(),
            Self::Scope(error) => error.hint(),
            Self::System(error) => error.hint(),
            Self::Evidence(error) => error.hint(),
            Self::Document(error) => error.hint(),
            Self::Finding(error) => error.hint(),
            Self::Case(error) => error.hint(),
            Self::Audit(error) => error.hint(),
            Self::Review(error) => error.hint(),
            Self::Objective(error) => error.hint(),
            Self::Write(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Open(error) => error.field(),
            Self::Assessment(_)
            | Self::Organisation(_)
            | Self::Document(_)
            | Self::Finding(_)
            | Self::Case(_)
            | Self::Review(_)
            | Self::Objective(_)
            | Self::Audit(_)
            | Self::Register(_)
            | Self::Scope(_)
            | Self::System(_)
            | Self::Evidence(_)
            | Self::Write(_) => None,
        }
    }
}

impl From<StoreError> for SampleError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

/// Makes the sample company's workspace in a folder that is empty or does not exist.
///
/// Its dates lie before and after `today`, so that it looks alive whenever it is made.
///
/// # Errors
/// [`SampleError`]; nothing is left in the folder where it could not be made.
pub fn create(folder: &Path, stamp: &Stamp, today: crate::Day) -> Result<Workspace, SampleError> {
    let story = story::Story::english();
    let company = &story.company;
    let organisation = Organisation::new(company.name.clone(), company.roles.clone(), company.scope.clone())?;
    let workspace = Workspace::create(folder, &Foundation { id: ID, organisation, sample: true }, stamp)?;
    workspace.write(stamp, "soa.set", |tx| {
        let number = Some(company.document_number.clone());
        let version = Some(company.document_version.clone());
        soa::set(tx, SetSoa { number, version, owner: Some(company.document_owner.clone()) })
    })?;
    for own in &story.own {
        workspace.write(stamp, "control.add", |tx| {
            let (title, source) = (own.title.clone(), own.source.clone());
            assessment::add(tx, AddControl { id: own.id.clone(), title, source })
        })?;
    }
    for control in &story.control {
        workspace.write(stamp, "control.decide", |tx| {
            assessment::decide(
                tx,
                DecideControls {
                    controls: vec![control.id.clone()],
                    decision: control.decision,
                    reasons: control.reasons.clone(),
                    ground: control.ground.clone(),
                    justification: Some(control.justification.clone()),
                },
            )
        })?;
        workspace.write(stamp, "control.set", |tx| {
            assessment::set(
                tx,
                SetControls {
                    controls: vec![control.id.clone()],
                    status: control.status,
                    target: control.weeks.map(|weeks| Some(today.weeks_later(weeks))),
                    how: control.how.clone(),
                    owner: control.owner.clone(),
                    notes: control.notes.clone(),
                },
            )
        })?;
    }
    let by = By { stamp, today };
    for piece in &story.evidence {
        add(&workspace, by, piece)?;
    }
    organisation::fill(&workspace, stamp, today)?;
    documents::add(&workspace, by)?;
    evidence::read_files(&workspace, &mut |_, _| ControlFlow::Continue(()))?;
    audits::hold(&workspace, stamp, today)?;
    reviews::hold_first(&workspace, stamp, today)?;
    findings::tell(&workspace, stamp, today)?;
    audits::conclude(&workspace, stamp, today)?;
    objectives::tell(&workspace, stamp, today)?;
    cases::tell(&workspace, stamp, today)?;
    reviews::plan_next(&workspace, stamp, today)?;
    Ok(workspace)
}

/// Adds a piece of evidence, with its earlier version where it has one.
fn add(workspace: &Workspace, by: By<'_>, piece: &story::Evidence) -> Result<(), SampleError> {
    let incoming = |text: &str| Incoming {
        shown: piece.file.shown(),
        name: piece.file.clone(),
        source: FileSource::Bytes(document::bytes(&piece.file, text, by.stamp.at)),
        origin: None,
    };
    let day = |weeks: Option<i32>| weeks.map(|weeks| by.today.weeks_later(weeks));
    let about = Particulars {
        title: Some(piece.title.clone()),
        kind: Some(piece.kind),
        proves: piece.proves.clone(),
        effective: day(piece.from),
        collected: day(piece.from),
        expires: day(piece.until),
        confidentiality: piece.confidentiality,
        source: piece.source.clone(),
        notes: piece.notes.clone(),
        tags: Some(piece.tags.clone()),
        links: Some(piece.links.clone()),
    };
    let first = incoming(piece.earlier.as_ref().unwrap_or(&piece.text));
    let mut quiet = |_: FileProgress| ControlFlow::Continue(());
    let mut added = AddedEvidence::default();
    evidence::take_in(workspace, by, &about, vec![first], &mut quiet, &mut added)?;
    if let (Some(_), Some(id)) = (&piece.earlier, added.added.first()) {
        let comment = piece.comment.clone().unwrap_or_default();
        evidence::take_in_version(workspace, by, *id, incoming(&piece.text), comment, &mut quiet)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Decision, Status};
    use crate::evidence::{ListEvidence, State};
    use crate::workspace::Access;

    #[test]
    fn the_sample_decides_every_control_in_several_scripts_and_verifies() {
        let folder = tempfile::tempdir().unwrap();
        let at = "2026-10-12T09:41:00Z".parse().unwrap();
        let stamp = Stamp { at, actor: "Quality manager".into() };
        let today = "2026-10-12".parse().unwrap();
        drop(create(&folder.path().join("sample"), &stamp, today).unwrap());
        let workspace = Workspace::open(&folder.path().join("sample"), Access::Read, at).unwrap();
        let controls = assessment::list(&workspace).unwrap();
        assert!(controls.len() > 38);
        assert!(controls.iter().all(|control| control.decision != Decision::Undecided));
        let said = serde_json::to_string(&controls).unwrap();
        assert!(said.contains(|c| ('α'..='ω').contains(&c)) && said.contains(|c| ('а'..='я').contains(&c)));
        let verification = crate::workspace::tests::Bench::verify(&workspace);
        assert!(verification.ok, "{verification:?}");
        let implemented = |control: &&assessment::Control| {
            matches!(control.decision, Decision::Applicable { .. }) && control.status == Status::Implemented
        };
        let bare: Vec<String> = controls
            .iter()
            .filter(implemented)
            .filter(|control| control.evidence == 0)
            .map(|control| control.id.to_string())
            .collect();
        assert_eq!(bare, ["A.6.2.8", "A.9.4"], "the rest is proven");
        let found =
            crate::findings::list(&workspace, &crate::findings::ListFindings::default(), today).unwrap();
        let stages: Vec<&str> = found.iter().map(|row| row.stage.name()).collect();
        assert_eq!(stages, ["reported", "action-planned", "closed"], "each at another place of its road");
        assert_eq!(found.iter().map(|row| row.overdue_actions).sum::<u32>(), 1, "one action is overdue");
        let reported = crate::cases::list(&workspace, today).unwrap();
        assert!(
            reported.iter().any(|case| case.closed) && reported.iter().any(|case| case.next_due.is_some())
        );
        let audited = crate::audits::list(&workspace, today).unwrap();
        let stages: Vec<&str> = audited.iter().map(|row| row.stage.name()).collect();
        assert_eq!(stages, ["under-way", "reported", "reported"]);
        assert_eq!(audited.iter().map(|row| row.findings).collect::<Vec<_>>(), [0, 1, 0]);
        let reviews = crate::reviews::list(&workspace, today).unwrap();
        let stages: Vec<&str> = reviews.iter().map(|row| row.stage.name()).collect();
        assert_eq!(stages, ["planned", "approved"], "the next is planned, the last is approved");
        assert_eq!(reviews.last().map(|row| (row.actions, row.open_actions)), Some((2, 1)));
        let pursued = crate::objectives::list(&workspace, today).unwrap();
        let states: Vec<&str> = pursued.iter().map(|row| row.state.name()).collect();
        assert_eq!(states, ["off-target", "on-target", "no-measure"], "something is left to do");
        let measured = crate::objectives::measures(&workspace, today).unwrap();
        assert_eq!(measured.iter().filter(|row| row.overdue).count(), 1, "one measure waits for a reading");
        let states = [State::Expired, State::ExpiresSoon].map(|state| {
            let asked = ListEvidence { state: Some(state), ..ListEvidence::default() };
            evidence::list(&workspace, &asked, today).unwrap().total
        });
        assert_eq!(states, [1, 2], "one piece has expired, two are about to");
        let words = ListEvidence { words: Some("repair records".into()), ..ListEvidence::default() };
        assert_eq!(evidence::list(&workspace, &words, today).unwrap().total, 1, "found by words in a PDF");
        let systems = crate::systems::systems(&workspace, today).unwrap();
        let high: Vec<String> = systems
            .iter()
            .map(|one| format!("{}: {}", one.system.name, one.high_impact.high.name()))
            .collect();
        assert_eq!(
            high,
            [
                "Letter sorting: no",
                "Call transcription: unknown",
                "Damage estimation: yes",
                "Fraud hint: yes",
                "Drafting assistant: no"
            ]
        );
        let scope = crate::organisation::scope::show(&workspace).unwrap();
        assert_eq!(
            (scope.versions.len(), scope.standing),
            (2, crate::organisation::scope::ScopeStanding::Adopted)
        );
        let check = soa::check(&workspace, today).unwrap();
        assert!(!check.findings.is_empty(), "a sample with nothing to do shows nothing");
    }
}
