//! The drafts that a step starts from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A draft of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DraftKey {
    /// The AI policy (clause 5.2).
    AiPolicy,
    /// The scope of the AIMS (clause 4.3).
    AimsScope,
    /// Roles and responsibilities (clause 5.3).
    RolesAndResponsibilities,
    /// The AI risk method (clause 6.1.2).
    AiRiskMethod,
    /// The procedure for impact assessments (clause 6.1.4).
    ImpactAssessmentProcedure,
    /// Rules for acceptable use (A.9.2).
    AcceptableUse,
    /// How concerns are reported (A.3.3).
    ReportingOfConcerns,
    /// Questions to suppliers (A.10.3).
    SupplierQuestionnaire,
    /// Rules for data (A.7).
    DataGovernance,
    /// Who is told of an incident (A.8.4).
    IncidentCommunication,
    /// Objectives and how they are reached (clause 6.2).
    ObjectivesPlan,
    /// Training and awareness (clauses 7.2 and 7.3).
    TrainingPlan,
    /// How documents are controlled (clause 7.5).
    DocumentControl,
    /// The programme of internal audits (clause 9.2.2).
    AuditProgramme,
    /// The agenda of the management review (clause 9.3.2).
    ManagementReviewAgenda,
    /// How nonconformities are dealt with (clause 10.2).
    CorrectiveActionProcedure,
}
