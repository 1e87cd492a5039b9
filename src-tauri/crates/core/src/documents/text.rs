//! A draft that is filled: what is to be read, without a page and without a file format in sight.

use serde::Serialize;
use ts_rs::TS;

use crate::assessment::ControlId;

/// A document as it is to be read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Text {
    pub(super) title: String,
    pub(super) subject: String,
    pub(super) author: String,
    pub(super) head: String,
    pub(super) foot: String,
    /// The document's particulars: what each is, and what stands there.
    pub(super) front: Vec<(String, String)>,
    /// A line under the title, where there is something to say about the whole.
    pub(super) notice: Option<String>,
    pub(super) blocks: Vec<Block>,
    pub(super) decisions: Vec<Decision>,
}

/// A block of a document.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    Heading { level: u8, text: String },
    Paragraph(Words),
    List { numbered: bool, items: Vec<Words> },
    Table { columns: Vec<(String, f32)>, rows: Vec<Vec<Words>>, summary: String },
    ToDecide(Decision),
}

/// Running text.
pub(super) type Words = Vec<Span>;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) bold: bool,
    /// It stands where a decision is open.
    pub(super) open: bool,
}

impl Span {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false, open: false }
    }
}

/// What is left to decide in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DraftDecision")]
pub struct Decision {
    /// Its number in the document, from 1.
    #[ts(type = "number")]
    pub number: usize,
    /// The name by which an answer names it.
    pub key: String,
    /// What is to be decided.
    pub question: String,
    /// What we propose, as it would stand in the document.
    pub proposal: String,
    /// Where it is answered.
    pub at: AnsweredAt,
}

/// Where a decision of a document is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "room", rename_all = "kebab-case")]
pub enum AnsweredAt {
    /// In the document itself.
    Document,
    /// In the profile of the organisation.
    Organisation,
    /// Among the roles of the organisation towards AI.
    Roles,
    /// Among the issues outside and inside.
    Context,
    /// In the scope.
    Scope,
    /// Among the people and their roles.
    People,
    /// Among the interested parties.
    Parties,
    /// In the inventory of AI systems.
    Systems,
    /// Among the objectives.
    Objectives,
    /// Among the controls.
    Controls,
    /// At a control.
    Control {
        /// Its number.
        id: ControlId,
    },
}

impl AnsweredAt {
    /// Returns the name under which the words of the documents keep the place.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Organisation => "organisation",
            Self::Roles => "roles",
            Self::Context => "context",
            Self::Scope => "scope",
            Self::People => "people",
            Self::Parties => "parties",
            Self::Systems => "systems",
            Self::Objectives => "objectives",
            Self::Controls => "controls",
            Self::Control { .. } => "control",
        }
    }
}
