//! Words of which one is chosen.

use clap::ValueEnum;

macro_rules! values {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
        pub(crate) enum $name {
            $($variant,)*
        }

        impl $name {
            /// Returns the value as the operations write it.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }
    };
}

values!(
    /// A role towards AI.
    Role { Provider = "provider", Producer = "producer", User = "user", Customer = "customer", Partner = "partner" }
);
values!(
    /// How far a control is done.
    Status { NotStarted = "not-started", Planned = "planned", InProgress = "in-progress", Implemented = "implemented" }
);
values!(
    /// What a piece of evidence is.
    Kind {
        Policy = "policy",
        Procedure = "procedure",
        Record = "record",
        Minutes = "minutes",
        Report = "report",
        Contract = "contract",
        Training = "training",
        TestResult = "test-result",
        Log = "log",
        Screenshot = "screenshot",
        Other = "other",
    }
);
values!(
    /// Why a control applies.
    Reason {
        RiskAssessment = "risk-assessment",
        ImpactAssessment = "impact-assessment",
        Law = "law",
        Contract = "contract",
        GoodPractice = "good-practice",
        Clause = "clause",
    }
);
values!(
    /// The form of an export.
    Format { Pdf = "pdf" }
);
values!(
    /// A part of the road to the audit.
    Theme {
        BeforeYouStart = "before-you-start",
        Leadership = "leadership",
        Planning = "planning",
        Support = "support",
        Operation = "operation",
        PerformanceEvaluation = "performance-evaluation",
        ContinualImprovement = "continual-improvement",
    }
);
values!(
    /// The form of a draft's file.
    DraftFormat { Docx = "docx", Pdf = "pdf" }
);
values!(
    /// A role under the EU AI Act.
    ActRole { Provider = "provider", Deployer = "deployer", Importer = "importer", Distributor = "distributor" }
);
values!(
    /// Where an AI system stands in its life.
    Stage { Idea = "idea", Building = "building", InUse = "in-use", Retired = "retired" }
);
values!(
    /// An answer of which nobody may know the one or the other.
    Answer { Yes = "yes", No = "no", Unknown = "unknown" }
);
values!(
    /// A class of the EU AI Act.
    LegalClass {
        Unknown = "unknown",
        Minimal = "minimal",
        Transparency = "transparency",
        High = "high",
        Prohibited = "prohibited",
    }
);
values!(
    /// How grave a finding is.
    Grade { Major = "major", Minor = "minor", Ofi = "ofi" }
);
values!(
    /// Where a finding comes from.
    FindingSource {
        InternalAudit = "internal-audit",
        ExternalAudit = "external-audit",
        ManagementReview = "management-review",
        Incident = "incident",
        Complaint = "complaint",
        Concern = "concern",
        Monitoring = "monitoring",
        Supplier = "supplier",
        SelfAssessment = "self-assessment",
    }
);
values!(
    /// How a check of the effect ended.
    CheckResult { Effective = "effective", Partly = "partly", Not = "not" }
);
