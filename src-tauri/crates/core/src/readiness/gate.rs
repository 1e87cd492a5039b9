//! What must be there before anybody can speak of being ready, whatever the figures say.

use serde::Serialize;
use ts_rs::TS;

use super::facts::Facts;
use crate::catalogue::ClauseId;
use crate::soa::CheckName;

/// What must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
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
    /// The statement was never exported.
    NotExported,
    /// What the exported statement says has changed since.
    Outdated,
    /// Something stands in the way of approving the statement.
    Obstacles {
        /// What.
        checks: Vec<CheckName>,
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
    pub const ALL: [Self; 7] = [
        Self::Scope,
        Self::Policy,
        Self::Risks,
        Self::Statement,
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
            Self::InternalAudit => of_clauses(&["9.2.2"]),
            Self::ManagementReview => of_clauses(&["9.3.3"]),
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
            Self::NotExported => "export the statement (Statement of Applicability)".into(),
            Self::Outdated => {
                "what the statement says has changed since it was exported; export it again".into()
            }
            Self::Obstacles { checks } => {
                let said: Vec<&str> = checks.iter().map(|check| check.finding()).collect();
                format!("in the way of approval: {}", said.join("; "))
            }
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

    /// Returns what stands in the way of approving the statement.
    fn obstacles(&self) -> Vec<CheckName> {
        let check = self.soa.check(self.today);
        check.findings.into_iter().filter(|finding| finding.obstacle).map(|finding| finding.check).collect()
    }
}
