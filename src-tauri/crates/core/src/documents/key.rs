//! The drafts by name, and who usually approves one.

use crate::choice::choice;

choice! {
    /// A draft of a document that an AI management system needs.
    pub enum DraftKey {
        /// What may be done with AI here, and what never (clause 5.2).
        AiPolicy = "ai-policy",
        /// What the management system covers (clause 4.3).
        AimsScope = "aims-scope",
        /// Who answers for what (clause 5.3).
        RolesAndResponsibilities = "roles-and-responsibilities",
        /// How risks are found, rated and treated (clauses 6.1.2, 6.1.3).
        AiRiskMethod = "ai-risk-method",
        /// How impacts on people and society are assessed (clauses 6.1.4, 8.4).
        ImpactAssessmentProcedure = "impact-assessment-procedure",
        /// What people here may and may not do with AI (A.9).
        AcceptableUse = "acceptable-use",
        /// How somebody says that something is wrong (A.3.3).
        ReportingOfConcerns = "reporting-of-concerns",
        /// What a supplier is asked before anything is bought (A.10.3).
        SupplierQuestionnaire = "supplier-questionnaire",
        /// Where data comes from, how good it is, who may use it (A.7).
        DataGovernance = "data-governance",
        /// Who is told what when something goes wrong (A.8.4).
        IncidentCommunication = "incident-communication",
        /// What is to be reached, and how that is seen (clause 6.2).
        ObjectivesPlan = "objectives-plan",
        /// Who learns what (clauses 7.2, 7.3).
        TrainingPlan = "training-plan",
        /// How documents are made, approved and kept (clause 7.5).
        DocumentControl = "document-control",
        /// What is audited when, and by whom (clause 9.2).
        AuditProgramme = "audit-programme",
        /// What top management looks at (clause 9.3).
        ManagementReviewAgenda = "management-review-agenda",
        /// What is done when something is not as it should be (clause 10.2).
        CorrectiveActionProcedure = "corrective-action-procedure",
    }
}

choice! {
    /// Who usually approves a document.
    pub enum UsualApprover {
        /// Whoever runs the company.
        TopManagement = "top-management",
        /// Whoever is in charge of the AI management system.
        InCharge = "in-charge",
    }
}
