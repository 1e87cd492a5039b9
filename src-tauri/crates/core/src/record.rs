//! What the ledger speaks of: the records that an area keeps, read and written one whole record at a time.

use std::str::FromStr;

use rusqlite::Connection;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::assessment::{Assessment, OwnControl};
use crate::audits::{Audit, AuditAnswer};
use crate::cases::Case;
use crate::clauses::ClauseAssessment;
use crate::documents::Document;
use crate::evidence::{Evidence, RemovedEvidence, VaultSweep};
use crate::findings::{Action, Finding};
use crate::guide::{GuideStep, OwnStep};
use crate::objectives::{Measure, Objective, Reading};
use crate::organisation::Organisation;
use crate::organisation::context::ContextIssue;
use crate::organisation::parties::InterestedParty;
use crate::organisation::people::Person;
use crate::organisation::scope::{ScopeParts, ScopeVersion};
use crate::readiness::Maturity;
use crate::reviews::Review;
use crate::soa::{SoaDetails, SoaIssue};
use crate::systems::AiSystem;
use crate::watched::{PassedOver, WatchedFolder};
use crate::workspace::{Founding, StoreError};

/// Each kind of record that a workspace keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    /// What the workspace is: table `workspace`.
    Workspace,
    /// The company and its roles (clause 4): table `organisation`.
    Organisation,
    /// A control of the company's own: table `own_control`.
    OwnControl,
    /// What was decided about a control (clause 6.1.3): tables `assessment` and `assessment_reason`.
    Control,
    /// Number, version and owner of the Statement of Applicability: table `soa`.
    Soa,
    /// A statement that was exported: tables `soa_issue` and `soa_issue_evidence`.
    SoaIssue,
    /// A piece of evidence (clause 7.5): tables `evidence`, `evidence_tag`, `evidence_link`, `evidence_version`.
    Evidence,
    /// What stays of evidence that was removed: table `removed_evidence`.
    RemovedEvidence,
    /// When files that nothing refers to were last cleared out of the vault: table `vault_sweep`.
    VaultSweep,
    /// A folder that is watched: table `watched_folder`.
    WatchedFolder,
    /// A file of a watched folder that is not to be evidence: table `passed_over`.
    PassedOver,
    /// What was said of a step of the guide: table `guide_step`.
    GuideStep,
    /// A step of the company's own in the guide: table `own_step`.
    OwnStep,
    /// A controlled document (clause 7.5): table `document`.
    Document,
    /// What was said of a clause: table `clause_assessment`.
    Clause,
    /// How mature the work of a theme is: table `maturity`.
    Maturity,
    /// An issue outside or inside (clause 4.1): table `context_issue`.
    ContextIssue,
    /// Somebody with a stake in the AI (clause 4.2): table `interested_party`.
    InterestedParty,
    /// Somebody who does something for the management system (clause 5.3): table `person`.
    Person,
    /// What the scope is made of (clause 4.3): table `scope_parts`.
    ScopeParts,
    /// A scope that was adopted (clause 4.3): table `scope_version`.
    ScopeVersion,
    /// An AI system: table `ai_system`.
    System,
    /// A finding (clauses 10.1 and 10.2): tables `finding`, `finding_requirement`, `finding_evidence`.
    Finding,
    /// What somebody does by a day: table `action`.
    Action,
    /// What is to be reached (clause 6.2): table `objective`.
    Objective,
    /// What is measured (clause 9.1): table `measure`.
    Measure,
    /// What was measured on a day: table `reading`.
    Reading,
    /// A concern, a complaint or an incident (A.3.3, A.8.3, A.8.4): table `incident_case`.
    Case,
    /// An internal audit (clause 9.2): table `audit`.
    Audit,
    /// What an auditor answered for a requirement: table `audit_answer`.
    AuditAnswer,
    /// A management review (clause 9.3): table `management_review`.
    Review,
}

impl RecordKind {
    /// Returns the kind's name as the ledger writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Workspace => "workspace",
            Self::Organisation => "organisation",
            Self::OwnControl => "own-control",
            Self::Control => "control",
            Self::Soa => "soa",
            Self::SoaIssue => "soa-issue",
            Self::Evidence => "evidence",
            Self::RemovedEvidence => "removed-evidence",
            Self::VaultSweep => "vault-sweep",
            Self::WatchedFolder => "watched-folder",
            Self::PassedOver => "passed-over",
            Self::GuideStep => "guide-step",
            Self::OwnStep => "own-step",
            Self::Document => "document",
            Self::Clause => "clause",
            Self::Maturity => "maturity",
            Self::ContextIssue => "context-issue",
            Self::InterestedParty => "interested-party",
            Self::Person => "person",
            Self::ScopeParts => "scope-parts",
            Self::ScopeVersion => "scope-version",
            Self::System => "system",
            Self::Finding => "finding",
            Self::Action => "action",
            Self::Objective => "objective",
            Self::Measure => "measure",
            Self::Reading => "reading",
            Self::Case => "case",
            Self::Audit => "audit",
            Self::AuditAnswer => "audit-answer",
            Self::Review => "review",
        }
    }
}

/// One record of an area, with the table that holds it.
pub(crate) trait Record: Serialize + DeserializeOwned + PartialEq + Sized {
    const KIND: RecordKind;

    /// Returns the key under which it is kept, as the ledger writes it.
    fn key(&self) -> String;

    /// Returns what people know of a record that nobody has written yet, where they know anything.
    fn unwritten(_key: &str) -> Option<Self> {
        None
    }

    /// Returns the record under a key.
    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError>;

    /// Writes the record in place of what stood under its key.
    fn save(&self, conn: &Connection) -> Result<(), StoreError>;

    /// Deletes the record under a key.
    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError>;
}

/// Reads the number that a key of the ledger names.
pub(crate) fn numbered_key<T: FromStr<Err: std::fmt::Display>>(key: &str) -> Result<T, StoreError> {
    key.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}

/// Runs a function for the type that belongs to a kind.
macro_rules! for_kind {
    ($kind:expr, $record:ident => $body:expr) => {
        match $kind {
            RecordKind::Workspace => {
                type $record = Founding;
                $body
            }
            RecordKind::Organisation => {
                type $record = Organisation;
                $body
            }
            RecordKind::OwnControl => {
                type $record = OwnControl;
                $body
            }
            RecordKind::Control => {
                type $record = Assessment;
                $body
            }
            RecordKind::Soa => {
                type $record = SoaDetails;
                $body
            }
            RecordKind::SoaIssue => {
                type $record = SoaIssue;
                $body
            }
            RecordKind::Evidence => {
                type $record = Evidence;
                $body
            }
            RecordKind::RemovedEvidence => {
                type $record = RemovedEvidence;
                $body
            }
            RecordKind::VaultSweep => {
                type $record = VaultSweep;
                $body
            }
            RecordKind::WatchedFolder => {
                type $record = WatchedFolder;
                $body
            }
            RecordKind::PassedOver => {
                type $record = PassedOver;
                $body
            }
            RecordKind::GuideStep => {
                type $record = GuideStep;
                $body
            }
            RecordKind::OwnStep => {
                type $record = OwnStep;
                $body
            }
            RecordKind::Document => {
                type $record = Document;
                $body
            }
            RecordKind::Clause => {
                type $record = ClauseAssessment;
                $body
            }
            RecordKind::Maturity => {
                type $record = Maturity;
                $body
            }
            RecordKind::ContextIssue => {
                type $record = ContextIssue;
                $body
            }
            RecordKind::InterestedParty => {
                type $record = InterestedParty;
                $body
            }
            RecordKind::Person => {
                type $record = Person;
                $body
            }
            RecordKind::ScopeParts => {
                type $record = ScopeParts;
                $body
            }
            RecordKind::ScopeVersion => {
                type $record = ScopeVersion;
                $body
            }
            RecordKind::System => {
                type $record = AiSystem;
                $body
            }
            RecordKind::Finding => {
                type $record = Finding;
                $body
            }
            RecordKind::Action => {
                type $record = Action;
                $body
            }
            RecordKind::Objective => {
                type $record = Objective;
                $body
            }
            RecordKind::Measure => {
                type $record = Measure;
                $body
            }
            RecordKind::Reading => {
                type $record = Reading;
                $body
            }
            RecordKind::Case => {
                type $record = Case;
                $body
            }
            RecordKind::Audit => {
                type $record = Audit;
                $body
            }
            RecordKind::AuditAnswer => {
                type $record = AuditAnswer;
                $body
            }
            RecordKind::Review => {
                type $record = Review;
                $body
            }
        }
    };
}

/// Returns a record as the ledger writes it.
pub(crate) fn image(conn: &Connection, kind: RecordKind, key: &str) -> Result<Option<Value>, StoreError> {
    for_kind!(kind, R => R::load(conn, key)?.as_ref().map(to_image).transpose())
}

/// Returns the image of a record that nobody has written yet, where people know anything of it.
pub(crate) fn unwritten(kind: RecordKind, key: &str) -> Option<Value> {
    for_kind!(kind, R => R::unwritten(key).and_then(|record| to_image(&record).ok()))
}

/// Returns an image as today's program writes it; older entries may lack fields that came later.
pub(crate) fn renewed(kind: RecordKind, image: &Value) -> Result<Value, StoreError> {
    for_kind!(kind, R => to_image(&from_image::<R>(image)?))
}

/// Brings the record under a key back to an image of it.
pub(crate) fn restore(
    conn: &Connection,
    kind: RecordKind,
    key: &str,
    image: Option<&Value>,
) -> Result<(), StoreError> {
    for_kind!(kind, R => match image {
        Some(image) => from_image::<R>(image)?.save(conn),
        None => R::delete(conn, key),
    })
}

/// Returns a record as the ledger writes it.
pub(crate) fn to_image<R: Record>(record: &R) -> Result<Value, StoreError> {
    serde_json::to_value(record).map_err(|error| StoreError::Unreadable(error.to_string()))
}

pub(crate) fn from_image<R: Record>(image: &Value) -> Result<R, StoreError> {
    serde_json::from_value(image.clone()).map_err(|error| StoreError::Unreadable(error.to_string()))
}
