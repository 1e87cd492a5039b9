//! What must be there before anybody can speak of being ready, whatever the figures say.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::facts::Facts;
use crate::catalogue::ClauseId;
use crate::soa::CheckName;
use crate::systems::{AiSystem, Answer, SystemId};
use crate::text::shown;

/// The clause to which the impact assessment of an AI system is linked, as what came of it.
pub(super) const IMPACT: &str = "8.4";

/// The clause to which the results of internal audits are linked.
const AUDIT: &str = "9.2.2";

/// What must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum GateName {
    /// What the management system covers, written and approved (clause 4.3).
    Scope,
    /// The AI policy (clause 5.2).
    Policy,
    /// The method by which risks are assessed, and its results (clauses 6.1.2, 8.2).
    Risks,
    /// The Statement of Applicability, approved (clause 6.1.3).
    Statement,
    /// The impact assessment of each AI system whose impact is high (clauses 6.1.4, 8.4).
    ImpactAssessments,
    /// An internal audit (clause 9.2.2).
    InternalAudit,
    /// A management review (clause 9.3.3).
    ManagementReview,
    /// The log of nonconformities and corrective actions (clause 10.2).
    CorrectiveActions,
}

/// What a gate lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "lacks", rename_all = "kebab-case")]
#[ts(rename = "GateLack")]
pub enum Missing {
    /// The scope is not written.
    ScopeText,
    /// No evidence that holds is linked to a clause.
    Evidence {
        /// The clause.
        clause: ClauseId,
    },
    /// No policy that holds is linked to a clause.
    Policy {
        /// The clause.
        clause: ClauseId,
    },
    /// No internal audit was reported within a year, and no evidence that holds of one is linked to a clause.
    Audit {
        /// The clause.
        clause: ClauseId,
    },
    /// The statement was never exported.
    NotExported,
    /// What the exported statement says has changed since.
    Outdated,
    /// Something stands in the way of approving the statement.
    Obstacles {
        /// What.
        checks: Vec<CheckName>,
    },
    /// The inventory holds no AI system that the scope counts.
    NoSystems,
    /// It is not known of an AI system whether its impact is high.
    Screening {
        /// The system.
        system: SystemId,
        /// Its name.
        name: String,
    },
    /// No management review that was held within a year is approved, and no evidence that holds is linked to clause 9.3.3.
    ManagementReview,
    /// The impact of an AI system is high, and no evidence that holds is linked to it and to a clause.
    ImpactAssessment {
        /// The system.
        system: SystemId,
        /// Its name.
        name: String,
        /// The clause.
        clause: ClauseId,
    },
}

/// A gate, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ReadinessGate")]
pub struct Gate {
    /// Which one.
    pub gate: GateName,
    /// What it lacks; nothing where it is met.
    pub missing: Vec<Missing>,
}

impl Gate {
    /// Returns whether nothing is missing.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.missing.is_empty()
    }

    /// Returns what is missing, as the command line says it.
    #[must_use]
    pub fn said(&self) -> String {
        let missing: Vec<String> = self.missing.iter().map(Missing::said).collect();
        format!("{}: {}", self.gate.title(), missing.join("; "))
    }
}

impl GateName {
    /// Every gate, in the order of the standard.
    pub const ALL: [Self; 8] = [
        Self::Scope,
        Self::Policy,
        Self::Risks,
        Self::Statement,
        Self::ImpactAssessments,
        Self::InternalAudit,
        Self::ManagementReview,
        Self::CorrectiveActions,
    ];

    /// Returns what it is, as the command line says it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Scope => "Scope of the AI management system",
            Self::Policy => "AI policy",
            Self::Risks => "Risk method and results",
            Self::Statement => "Statement of Applicability",
            Self::ImpactAssessments => "Impact assessments",
            Self::InternalAudit => "Internal audit",
            Self::ManagementReview => "Management review",
            Self::CorrectiveActions => "Corrective-action log",
        }
    }

    fn missing(self, facts: &Facts) -> Vec<Missing> {
        let of_clauses = |clauses: &[&str]| clauses.iter().filter_map(|clause| facts.lacks(clause)).collect();
        match self {
            Self::Scope => {
                let text = facts.soa.organisation.scope.is_empty().then_some(Missing::ScopeText);
                text.into_iter().chain(facts.lacks("4.3")).collect()
            }
            Self::Policy if facts.policy => Vec::new(),
            Self::Policy => "5.2".parse().map(|clause| Missing::Policy { clause }).into_iter().collect(),
            Self::Risks => of_clauses(&["6.1.2", "8.2"]),
            Self::Statement => {
                let checks = facts.obstacles();
                let exported = match facts.statement {
                    None => Some(Missing::NotExported),
                    Some(outdated) => outdated.then_some(Missing::Outdated),
                };
                let obstacles = (!checks.is_empty()).then_some(Missing::Obstacles { checks });
                obstacles.into_iter().chain(exported).chain(facts.lacks("6.1.3")).collect()
            }
            Self::ImpactAssessments => facts.unassessed(),
            Self::InternalAudit => facts.unaudited().into_iter().collect(),
            Self::ManagementReview if facts.reviewed || facts.proven.contains("9.3.3") => Vec::new(),
            Self::ManagementReview => vec![Missing::ManagementReview],
            Self::CorrectiveActions => of_clauses(&["10.2"]),
        }
    }
}

impl Missing {
    /// Returns what is missing and where to go, as the command line says it.
    #[must_use]
    pub fn said(&self) -> String {
        match self {
            Self::ScopeText => "the scope is not written (Organisation)".into(),
            Self::Evidence { clause } => format!("link evidence that holds today to clause {clause}"),
            Self::Policy { clause } => {
                format!("link a piece of evidence of the kind policy that holds today to clause {clause}")
            }
            Self::Audit { clause } => format!(
                "report an internal audit (Audits), or link evidence of one that holds today to clause {clause}"
            ),
            Self::NotExported => "export the statement (Statement of Applicability)".into(),
            Self::Outdated => {
                "what the statement says has changed since it was exported; export it again".into()
            }
            Self::Obstacles { checks } => {
                let said: Vec<&str> = checks.iter().map(|check| check.finding()).collect();
                format!("in the way of approval: {}", said.join("; "))
            }
            Self::ManagementReview => {
                "hold a management review and approve it (Management reviews), or link the minutes of one to clause 9.3.3"
                    .into()
            }
            Self::NoSystems => "name the AI systems in scope (AI systems)".into(),
            Self::Screening { system, name } => {
                format!("answer the screening of {system} “{}” (AI systems)", shown(name))
            }
            Self::ImpactAssessment { system, name, clause } => format!(
                "link the impact assessment of {system} “{}” to it and to clause {clause}, as evidence that holds today",
                shown(name)
            ),
        }
    }
}

/// Returns every gate.
pub(super) fn all(facts: &Facts) -> Vec<Gate> {
    GateName::ALL.into_iter().map(|gate| Gate { gate, missing: gate.missing(facts) }).collect()
}

impl Facts {
    /// Returns what a gate lacks where no evidence that holds is linked to a clause.
    fn lacks(&self, clause: &str) -> Option<Missing> {
        if self.proven.contains(clause) {
            return None;
        }
        clause.parse().ok().map(|clause| Missing::Evidence { clause })
    }

    /// Returns what is missing where no internal audit was held within a year: neither one that was reported here, nor
    /// evidence of one (clause 9.2.2).
    fn unaudited(&self) -> Option<Missing> {
        if self.audited.within_a_year(self.today).is_some() || self.proven.contains(AUDIT) {
            return None;
        }
        AUDIT.parse().ok().map(|clause| Missing::Audit { clause })
    }

    /// Returns which AI systems are not screened, or are to be assessed in full and are not (clauses 6.1.4, 8.4).
    fn unassessed(&self) -> Vec<Missing> {
        if self.systems.is_empty() {
            return vec![Missing::NoSystems];
        }
        let lack = |system: &AiSystem| {
            let (id, name) = (system.id, system.name.as_str().to_owned());
            match system.high_impact().high {
                Answer::No => None,
                Answer::Unknown => Some(Missing::Screening { system: id, name }),
                Answer::Yes if self.impacts_proven.contains(&id.to_string()) => None,
                Answer::Yes => {
                    let clause = IMPACT.parse().ok()?;
                    Some(Missing::ImpactAssessment { system: id, name, clause })
                }
            }
        };
        self.systems.iter().filter_map(lack).collect()
    }

    /// Returns what stands in the way of approving the statement.
    fn obstacles(&self) -> Vec<CheckName> {
        let check = self.soa.check(self.today);
        check.findings.into_iter().filter(|finding| finding.obstacle).map(|finding| finding.check).collect()
    }
}
