//! The drafts and their words as files: one for each draft, read once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::key::{DraftKey, UsualApprover};
use super::markup::{self, Passage};
use crate::Day;
use crate::assessment::ControlId;
use crate::catalogue::ClauseId;
use crate::evidence::Kind;
use crate::wording::fill;

/// A draft as its file tells it.
#[derive(Debug)]
pub(super) struct Template {
    pub(super) title: String,
    /// What the document is for, in one sentence.
    pub(super) purpose: String,
    pub(super) kind: Kind,
    pub(super) clauses: Vec<ClauseId>,
    pub(super) controls: Vec<ControlId>,
    pub(super) approver: UsualApprover,
    pub(super) review_months: i32,
    pub(super) passages: Vec<Passage>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    purpose: String,
    kind: Kind,
    clauses: Vec<ClauseId>,
    controls: Vec<ControlId>,
    approver: UsualApprover,
    review_months: i32,
    text: String,
}

macro_rules! files {
    ($($variant:ident = $file:literal),* $(,)?) => {
        /// Returns the file of a draft.
        fn file(key: DraftKey) -> &'static str {
            match key {
                $(DraftKey::$variant => include_str!(concat!("data/en-GB/", $file, ".toml")),)*
            }
        }
    };
}

files! {
    AiPolicy = "ai-policy",
    AimsScope = "aims-scope",
    RolesAndResponsibilities = "roles-and-responsibilities",
    AiRiskMethod = "ai-risk-method",
    ImpactAssessmentProcedure = "impact-assessment-procedure",
    AcceptableUse = "acceptable-use",
    ReportingOfConcerns = "reporting-of-concerns",
    SupplierQuestionnaire = "supplier-questionnaire",
    DataGovernance = "data-governance",
    IncidentCommunication = "incident-communication",
    ObjectivesPlan = "objectives-plan",
    TrainingPlan = "training-plan",
    DocumentControl = "document-control",
    AuditProgramme = "audit-programme",
    ManagementReviewAgenda = "management-review-agenda",
    CorrectiveActionProcedure = "corrective-action-procedure",
}

static ENGLISH: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let read = DraftKey::ALL.iter().map(|key| read(*key));
    #[expect(clippy::expect_used, reason = "the files are part of the program, and a test reads them")]
    read.collect::<Result<_, _>>().expect("every draft has the shape of a template")
});

/// Reads the file of a draft.
pub(super) fn read(key: DraftKey) -> Result<Template, String> {
    let file: File = toml::from_str(file(key)).map_err(|error| format!("{}: {error}", key.name()))?;
    let passages = markup::parse(&file.text).map_err(|error| format!("{}: {error}", key.name()))?;
    Ok(Template {
        title: file.title,
        purpose: file.purpose,
        kind: file.kind,
        clauses: file.clauses,
        controls: file.controls,
        approver: file.approver,
        review_months: file.review_months,
        passages,
    })
}

/// Returns the draft of a key.
pub(super) fn template(key: DraftKey) -> &'static Template {
    let at = DraftKey::ALL.iter().position(|one| *one == key).unwrap_or_default();
    &ENGLISH[at]
}

/// The words around the drafts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) to_decide: String,
    pub(super) to_decide_inline: String,
    pub(super) proposal: String,
    pub(super) answer_here: String,
    pub(super) answer_at: BTreeMap<String, String>,
    pub(super) none: String,
    pub(super) and: String,
    pub(super) yes: String,
    pub(super) no: String,
    pub(super) head: String,
    pub(super) foot: String,
    pub(super) sample: String,
    pub(super) front: Front,
    pub(super) states: BTreeMap<String, String>,
    pub(super) versions: Versions,
    pub(super) roles: BTreeMap<String, String>,
    pub(super) aims_roles: BTreeMap<String, String>,
    pub(super) sides: BTreeMap<String, String>,
    pub(super) places: BTreeMap<String, Asked>,
    pub(super) tables: BTreeMap<String, AskedTable>,
    pub(super) goals: Goals,
    pub(super) date: Date,
}

macro_rules! words {
    ($name:ident { $($field:ident),* $(,)? }) => {
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            $(pub(super) $field: String,)*
        }
    };
}

words!(Front {
    particular,
    entry,
    summary,
    organisation,
    number,
    version,
    state,
    owner,
    approver,
    next_review,
    serves,
    clause,
    open,
});
words!(Versions { title, version, on, by, changes, first, summary });
words!(Asked { question, proposal });
words!(Goals { at_least, at_most, between });

/// A table that the workspace fills, and what is asked where it is empty.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AskedTable {
    pub(super) head: Vec<String>,
    pub(super) widths: Vec<f32>,
    pub(super) summary: String,
    pub(super) question: String,
    pub(super) proposal: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Date {
    form: String,
    months: [String; 12],
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the file is part of the program, and a test reads it")]
    toml::from_str(include_str!("data/en-GB/words.toml")).expect("words.toml has the shape of Words")
});

impl Words {
    /// Returns the words in British English.
    pub(super) fn english() -> &'static Self {
        &WORDS
    }

    pub(super) fn day(&self, day: Day) -> String {
        let date = day.date();
        let month = usize::try_from(date.month() - 1).unwrap_or_default();
        fill(
            &self.date.form,
            &[
                ("day", &date.day().to_string()),
                ("month", self.date.months.get(month).map_or("", String::as_str)),
                ("year", &date.year().to_string()),
            ],
        )
    }

    /// Returns texts as one: `a, b and c`.
    pub(super) fn joined(&self, texts: &[String]) -> String {
        match texts {
            [] => String::new(),
            [one] => one.clone(),
            [rest @ .., last] => format!("{}{}{last}", rest.join(", "), self.and),
        }
    }
}
