//! What shows that a step is done, without anybody having to say so.

use std::str::FromStr;

use serde::Deserialize;

use crate::assessment::ControlId;
use crate::catalogue::{Catalogue, ClauseId};
use crate::documents::DraftKey;

/// Something that the workspace shows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum Proof {
    /// The organisation has a role towards AI (clause 4.1).
    RolesChosen,
    /// The organisation has named its target date.
    TargetSet,
    /// There is an issue outside and one inside, and the question of climate is answered (clause 4.1).
    IssuesListed,
    /// There is an interested party with a need (clause 4.2).
    PartiesListed,
    /// It is said who leads, who answers at the top, and who else does what (clause 5.3).
    PeopleNamed,
    /// There is an AI system in the inventory.
    SystemsListed,
    /// Every AI system in scope has an owner.
    SystemsOwned,
    /// The screening of every AI system in scope says whether its impact is high (clause 6.1.4).
    SystemsScreened,
    /// There is an objective, and each has an owner, a day and a measure (clause 6.2).
    ObjectivesSet,
    /// There is a measure, and each that is read has been read in time (clause 9.1).
    MeasuresRead,
    /// The scope is written (clause 4.3).
    ScopeWritten,
    /// The scope as it stands was adopted (clause 4.3).
    ScopeAdopted,
    /// Every control is decided (clause 6.1.3).
    ControlsDecided,
    /// Every control that applies has an owner.
    ControlsOwned,
    /// A Statement of Applicability was exported.
    StatementExported,
    /// A statement was exported, and nothing that it says has changed since.
    StatementCurrent,
    /// A plan has set dates.
    PlanMade,
    /// There is a piece of evidence.
    EvidenceAdded,
    /// Evidence that holds is linked to a clause.
    EvidenceOfClause(ClauseId),
    /// Evidence that holds is linked to a control of Annex A.
    EvidenceOfControl(ControlId),
    /// A document that began with this draft is approved, and its review has not passed (clause 7.5).
    DocumentApproved(DraftKey),
    /// A nonconformity went its way from report to a check that it works, and is closed (clause 10.2).
    NonconformityClosed,
    /// An internal audit was reported within a year (clause 9.2.1).
    AuditReported,
    /// An improvement was made, and is closed (clause 10.1).
    ImprovementMade,
    /// A management review was held within a year (clause 9.3.1).
    ReviewHeld,
    /// A management review of the last year is approved, with what it decided (clause 9.3.3).
    ReviewApproved,
    /// A control of Annex A is excluded with its reason, or implemented with evidence that holds.
    ControlMet(ControlId),
}

/// A text that names no proof.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{}” is no proof", crate::text::shown(.0))]
pub(crate) struct ProofError(String);

impl FromStr for Proof {
    type Err = ProofError;

    fn from_str(text: &str) -> Result<Self, ProofError> {
        let (kind, of) = text.split_once(':').map_or((text, None), |(kind, of)| (kind, Some(of)));
        let catalogue = Catalogue::english();
        let clause = of.and_then(|of| catalogue.clause(of)).filter(|clause| clause.assessable);
        let control =
            of.and_then(|of| catalogue.control(of)).and_then(|control| control.id.as_str().parse().ok());
        let proof = match (kind, of) {
            ("roles-chosen", None) => Some(Self::RolesChosen),
            ("target-set", None) => Some(Self::TargetSet),
            ("issues-listed", None) => Some(Self::IssuesListed),
            ("parties-listed", None) => Some(Self::PartiesListed),
            ("people-named", None) => Some(Self::PeopleNamed),
            ("systems-listed", None) => Some(Self::SystemsListed),
            ("systems-owned", None) => Some(Self::SystemsOwned),
            ("systems-screened", None) => Some(Self::SystemsScreened),
            ("objectives-set", None) => Some(Self::ObjectivesSet),
            ("measures-read", None) => Some(Self::MeasuresRead),
            ("scope-written", None) => Some(Self::ScopeWritten),
            ("scope-adopted", None) => Some(Self::ScopeAdopted),
            ("controls-decided", None) => Some(Self::ControlsDecided),
            ("controls-owned", None) => Some(Self::ControlsOwned),
            ("statement-exported", None) => Some(Self::StatementExported),
            ("statement-current", None) => Some(Self::StatementCurrent),
            ("plan-made", None) => Some(Self::PlanMade),
            ("evidence-added", None) => Some(Self::EvidenceAdded),
            ("nonconformity-closed", None) => Some(Self::NonconformityClosed),
            ("audit-reported", None) => Some(Self::AuditReported),
            ("improvement-made", None) => Some(Self::ImprovementMade),
            ("review-held", None) => Some(Self::ReviewHeld),
            ("review-approved", None) => Some(Self::ReviewApproved),
            ("evidence-of-clause", Some(_)) => clause.map(|clause| Self::EvidenceOfClause(clause.id.clone())),
            ("evidence-of-control", Some(_)) => control.map(Self::EvidenceOfControl),
            ("document-approved", Some(of)) => {
                let draft = DraftKey::ALL.iter().find(|draft| draft.name() == of);
                draft.copied().map(Self::DocumentApproved)
            }
            ("control-met", Some(_)) => control.map(Self::ControlMet),
            _ => None,
        };
        proof.ok_or_else(|| ProofError(text.into()))
    }
}

impl TryFrom<String> for Proof {
    type Error = ProofError;

    fn try_from(text: String) -> Result<Self, ProofError> {
        text.parse()
    }
}
