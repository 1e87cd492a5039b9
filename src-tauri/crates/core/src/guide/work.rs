//! What the workspace shows on a day, read at once, and what of the road it proves.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::approved::Approved;
use super::content::Content;
use super::proof::Proof;
use super::record::{GuideStep, OwnStep};
use super::registers::Registers;
use super::{StepId, store};
use crate::Day;
use crate::Line;
use crate::assessment::{self, Control, ControlId, Decision, Status};
use crate::audits::AuditId;
use crate::catalogue::ClauseId;
use crate::documents::{DocumentId, DraftKey};
use crate::evidence::{self, EvidenceId, Link};
use crate::findings::FindingId;
use crate::organisation::scope::ScopeStanding;
use crate::organisation::{self, Climate, Organisation};
use crate::reviews::ReviewId;
use crate::soa;
use crate::systems::{AiSystem, Answer};
use crate::workspace::StoreError;

/// Where something is done, or what shows that it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "at", rename_all = "kebab-case")]
#[ts(rename = "GuidePlace")]
pub enum Place {
    /// The roles of the organisation.
    Roles,
    /// The profile of the organisation.
    Profile,
    /// The issues outside and inside.
    Context,
    /// The interested parties.
    Parties,
    /// Who does what.
    People,
    /// The inventory of AI systems.
    Systems,
    /// The scope.
    Scope,
    /// The controls together.
    Controls,
    /// A control.
    Control {
        /// Its number.
        control: ControlId,
        /// Whether it is excluded, with its reason.
        excluded: bool,
    },
    /// The evidence of a clause.
    Clause {
        /// Its number.
        clause: ClauseId,
    },
    /// A piece of evidence.
    Evidence {
        /// Its number.
        evidence: EvidenceId,
        /// Its title.
        title: String,
    },
    /// A controlled document.
    Document {
        /// Its number.
        document: DocumentId,
        /// Its title.
        title: String,
    },
    /// A draft that no document began with yet.
    Draft {
        /// Its name.
        draft: DraftKey,
        /// Its title.
        title: String,
    },
    /// A finding.
    Finding {
        /// Its number.
        finding: FindingId,
        /// Its title.
        title: Line,
    },
    /// The findings together.
    Findings,
    /// An internal audit.
    Audit {
        /// Its number.
        audit: AuditId,
        /// Its title.
        title: Line,
    },
    /// The internal audits together.
    Audits,
    /// A management review.
    Review {
        /// Its number.
        review: ReviewId,
        /// Its title.
        title: Line,
    },
    /// The management reviews together.
    Reviews,
    /// The evidence as a whole.
    EvidenceRoom,
    /// The Statement of Applicability.
    Statement,
    /// The objectives and their measures.
    Objectives,
    /// The plan of the road.
    Plan,
}

/// What the workspace says of a proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) met: bool,
    /// How much of it there is, out of how much, where it is more than one thing.
    pub(super) count: Option<(usize, usize)>,
    /// What shows it, or where it is done.
    pub(super) place: Place,
}

/// What other pages follow from as well, so that it is read once.
pub(crate) struct Known {
    /// The organisation.
    pub(crate) organisation: Organisation,
    /// Every control.
    pub(crate) controls: Vec<Control>,
    /// The newest statement that was exported.
    pub(crate) statement: Option<soa::NewestIssue>,
}

impl Known {
    pub(super) fn read(conn: &Connection) -> Result<Self, StoreError> {
        Ok(Self {
            organisation: organisation::load(conn)?,
            controls: assessment::controls(conn)?,
            statement: soa::newest_issue(conn)?,
        })
    }
}

/// What the workspace shows.
pub(super) struct Work {
    pub(super) today: Day,
    pub(super) organisation: Organisation,
    pub(super) said: BTreeMap<StepId, GuideStep>,
    pub(super) own: Vec<OwnStep>,
    controls: Vec<Control>,
    registers: Registers,
    approved: Approved,
    evidence: bool,
    /// The first piece that holds, by what it is linked to.
    holding: BTreeMap<Link, (EvidenceId, String)>,
    statement: Option<soa::NewestIssue>,
}

impl Work {
    pub(super) fn knowing(conn: &Connection, today: Day, known: Known) -> Result<Self, StoreError> {
        let mut holding = BTreeMap::new();
        for step in Content::english().steps() {
            let proofs = step.done.iter().flat_map(|entry| &entry.shown_by);
            for link in proofs.filter_map(Proof::link) {
                if !holding.contains_key(&link)
                    && let Some(piece) = evidence::first_holding(conn, &link, today)?
                {
                    holding.insert(link, piece);
                }
            }
        }
        Ok(Self {
            today,
            organisation: known.organisation,
            said: store::said(conn)?,
            own: store::own(conn)?,
            controls: known.controls,
            registers: Registers::read(conn, today)?,
            approved: Approved::read(conn)?,
            evidence: evidence::has_any(conn)?,
            holding,
            statement: known.statement,
        })
    }

    /// Returns the nonconformities about clauses and controls that are open, each once and the oldest first.
    pub(super) fn nonconformities(&self, clauses: &[ClauseId], controls: &[ControlId]) -> Vec<FindingId> {
        let clauses = clauses.iter().map(|id| Link::Clause(id.clone()));
        let links = clauses.chain(controls.iter().map(|id| Link::Control(id.clone())));
        let open: BTreeSet<FindingId> =
            links.flat_map(|link| self.registers.nonconformities.about(&link).to_vec()).collect();
        open.into_iter().collect()
    }

    /// Returns whether a control is excluded, with its reason.
    pub(super) fn excluded(&self, control: &str) -> bool {
        self.control(control).is_some_and(|control| matches!(control.decision, Decision::Excluded { .. }))
    }

    fn control(&self, id: &str) -> Option<&Control> {
        self.controls.iter().find(|control| control.id.as_str() == id)
    }

    pub(super) fn verdict(&self, proof: &Proof) -> Verdict {
        let one = |met, place| Verdict { met, count: None, place };
        // What shows the scope as it was shows nothing of one that was rewritten since it was adopted.
        if self.registers.scope == ScopeStanding::Changed && proof.shows_the_scope() {
            return one(false, Place::Scope);
        }
        match proof {
            Proof::RolesChosen => one(!self.organisation.roles.is_empty(), Place::Roles),
            Proof::TargetSet => one(self.organisation.target.is_some(), Place::Profile),
            Proof::IssuesListed => {
                let climate = !matches!(self.organisation.climate, Climate::NotAnswered);
                one(climate && self.registers.issues_on_both_sides, Place::Context)
            }
            Proof::PartiesListed => one(self.registers.parties_with_needs, Place::Parties),
            Proof::PeopleNamed => {
                let named =
                    !self.organisation.in_charge.is_empty() && !self.organisation.top_management.is_empty();
                one(named && self.registers.people, Place::People)
            }
            Proof::SystemsListed => one(!self.registers.systems.is_empty(), Place::Systems),
            Proof::SystemsOwned => self.of_systems(|system| !system.owner.is_empty()),
            Proof::SystemsScreened => self.of_systems(|system| system.high_impact().high != Answer::Unknown),
            Proof::ObjectivesSet => {
                let (have, need) = self.registers.objectives;
                counted(have, need, Place::Objectives)
            }
            Proof::MeasuresRead => {
                let (have, need) = self.registers.measures;
                counted(have, need, Place::Objectives)
            }
            Proof::ScopeAdopted => one(self.registers.scope == ScopeStanding::Adopted, Place::Scope),
            Proof::ScopeWritten => one(!self.organisation.scope.is_empty(), Place::Scope),
            Proof::ControlsDecided => {
                let decided = |control: &&Control| control.decision != Decision::Undecided;
                counted(self.controls.iter().filter(decided).count(), self.controls.len(), Place::Controls)
            }
            Proof::ControlsOwned => {
                let applies = |control: &&Control| matches!(control.decision, Decision::Applicable { .. });
                let owned = self.controls.iter().filter(applies).filter(|control| !control.owner.is_empty());
                counted(owned.count(), self.controls.iter().filter(applies).count(), Place::Controls)
            }
            Proof::StatementExported => one(self.statement.is_some(), Place::Statement),
            Proof::StatementCurrent => {
                one(self.statement.as_ref().is_some_and(|statement| !statement.outdated), Place::Statement)
            }
            Proof::PlanMade => one(self.said.values().any(|said| said.planned), Place::Plan),
            Proof::EvidenceAdded => one(self.evidence, Place::EvidenceRoom),
            Proof::NonconformityClosed => of_finding(self.registers.closed.as_ref()),
            Proof::AuditReported => match &self.registers.audited {
                Some((audit, title)) => one(true, Place::Audit { audit: *audit, title: title.clone() }),
                None => one(false, Place::Audits),
            },
            Proof::ImprovementMade => of_finding(self.registers.improved.as_ref()),
            Proof::ReviewHeld => of_review(self.registers.held.as_ref()),
            Proof::ReviewApproved => of_review(self.registers.reviewed.as_ref()),
            Proof::EvidenceOfClause(clause) => self
                .shown(&Link::Clause(clause.clone()))
                .unwrap_or_else(|| one(false, Place::Clause { clause: clause.clone() })),
            Proof::EvidenceOfControl(control) => self
                .shown(&Link::Control(control.clone()))
                .unwrap_or_else(|| one(false, Place::Control { control: control.clone(), excluded: false })),
            Proof::DocumentApproved(draft) => {
                let (met, place) = self.approved.of_draft(*draft, self.today);
                one(met, place)
            }
            Proof::ControlMet(id) => {
                let implemented = self.control(id.as_str()).is_some_and(|control| match &control.decision {
                    Decision::Applicable { .. } => control.status == Status::Implemented,
                    Decision::Excluded { .. } | Decision::Undecided => false,
                });
                let proven = self.holding.contains_key(&Link::Control(id.clone()));
                let excluded = self.excluded(id.as_str());
                one(excluded || implemented && proven, Place::Control { control: id.clone(), excluded })
            }
        }
    }

    /// Returns the verdict of something that holds of every AI system in scope.
    fn of_systems(&self, holds: impl Fn(&&AiSystem) -> bool) -> Verdict {
        let counting = || self.registers.systems.iter().filter(|system| system.counts());
        counted(counting().filter(holds).count(), counting().count(), Place::Systems)
    }

    /// Returns the verdict of the evidence that holds for something, where there is any.
    fn shown(&self, link: &Link) -> Option<Verdict> {
        let (evidence, title) = self.holding.get(link)?.clone();
        let place = self.approved.kept_as(evidence).unwrap_or(Place::Evidence { evidence, title });
        Some(Verdict { met: true, count: None, place })
    }
}

/// Returns the verdict of a finding that shows something, where there is one.
fn of_finding(finding: Option<&(FindingId, Line)>) -> Verdict {
    let place = finding.map_or(Place::Findings, |(finding, title)| Place::Finding {
        finding: *finding,
        title: title.clone(),
    });
    Verdict { met: finding.is_some(), count: None, place }
}

/// Returns the verdict of a management review that shows something, where there is one.
fn of_review(review: Option<&(ReviewId, Line)>) -> Verdict {
    let place = review
        .map_or(Place::Reviews, |(review, title)| Place::Review { review: *review, title: title.clone() });
    Verdict { met: review.is_some(), count: None, place }
}

/// Returns the verdict of something that is there as often as it has to be, and at least once.
fn counted(have: usize, need: usize, place: Place) -> Verdict {
    Verdict { met: need > 0 && have == need, count: Some((have, need)), place }
}

impl Proof {
    /// Returns whether it is a document of the scope, or evidence of it (clause 4.3).
    fn shows_the_scope(&self) -> bool {
        *self == Self::DocumentApproved(DraftKey::AimsScope)
            || matches!(self, Self::EvidenceOfClause(clause) if clause.as_str() == "4.3")
    }

    /// Returns what evidence would have to be linked to.
    fn link(&self) -> Option<Link> {
        match self {
            Self::EvidenceOfClause(clause) => Some(Link::Clause(clause.clone())),
            Self::EvidenceOfControl(control) | Self::ControlMet(control) => {
                Some(Link::Control(control.clone()))
            }
            Self::RolesChosen
            | Self::TargetSet
            | Self::IssuesListed
            | Self::PartiesListed
            | Self::PeopleNamed
            | Self::SystemsListed
            | Self::SystemsOwned
            | Self::SystemsScreened
            | Self::ObjectivesSet
            | Self::MeasuresRead
            | Self::ScopeWritten
            | Self::ScopeAdopted
            | Self::DocumentApproved(_)
            | Self::NonconformityClosed
            | Self::ImprovementMade
            | Self::AuditReported
            | Self::ReviewHeld
            | Self::ReviewApproved
            | Self::ControlsDecided
            | Self::ControlsOwned
            | Self::StatementExported
            | Self::StatementCurrent
            | Self::PlanMade
            | Self::EvidenceAdded => None,
        }
    }
}
