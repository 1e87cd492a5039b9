//! What the sample company says, as `en-GB.toml` tells it, and what proves it, as `evidence.en-GB.toml` does.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::assessment::{ControlId, DecisionKind, Ground, Reason, Status};
use crate::evidence::{Confidentiality, FileName, Kind, Target};
use crate::organisation::Role;
use crate::{Line, Prose};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    pub(super) company: Company,
    pub(super) own: Vec<Own>,
    pub(super) control: Vec<Control>,
    #[serde(skip)]
    pub(super) evidence: Vec<Evidence>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Proof {
    evidence: Vec<Evidence>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Evidence {
    pub(super) file: FileName,
    pub(super) title: Line,
    pub(super) kind: Kind,
    pub(super) links: Vec<Target>,
    /// From when it holds, in weeks from today; below zero it has begun.
    pub(super) from: Option<i32>,
    /// Until when it holds, in weeks from today; below zero it has expired.
    pub(super) until: Option<i32>,
    pub(super) proves: Option<Prose>,
    pub(super) confidentiality: Option<Confidentiality>,
    pub(super) source: Option<Line>,
    pub(super) notes: Option<Prose>,
    #[serde(default)]
    pub(super) tags: Vec<Line>,
    /// What its first version held, where it has two.
    pub(super) earlier: Option<String>,
    /// What is new in the second.
    pub(super) comment: Option<Line>,
    pub(super) text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Company {
    pub(super) name: Line,
    pub(super) roles: Vec<Role>,
    pub(super) scope: Prose,
    pub(super) document_number: Line,
    pub(super) document_version: Line,
    pub(super) document_owner: Line,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Own {
    pub(super) id: ControlId,
    pub(super) title: Line,
    pub(super) source: Line,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Control {
    pub(super) id: ControlId,
    pub(super) decision: DecisionKind,
    pub(super) reasons: Option<Vec<Reason>>,
    pub(super) ground: Option<Ground>,
    pub(super) justification: Prose,
    pub(super) status: Option<Status>,
    /// The target date in weeks from today; below zero it has passed.
    pub(super) weeks: Option<i32>,
    pub(super) how: Option<Prose>,
    pub(super) owner: Option<Line>,
    pub(super) notes: Option<Prose>,
}

static ENGLISH: LazyLock<Story> = LazyLock::new(|| {
    let story = toml::from_str(include_str!("en-GB.toml")).and_then(|story: Story| {
        let Proof { evidence } = toml::from_str(include_str!("evidence.en-GB.toml"))?;
        Ok(Story { evidence, ..story })
    });
    #[expect(
        clippy::expect_used,
        reason = "the files are part of the program, and a test makes the sample of them"
    )]
    story.expect("the files of the sample have the shape of Story")
});

impl Story {
    pub(super) fn english() -> &'static Self {
        &ENGLISH
    }
}
