//! What the sample company says, as `en-GB.toml` tells it.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::assessment::{ControlId, DecisionKind, Ground, Reason, Status};
use crate::organisation::Role;
use crate::{Line, Prose};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    pub(super) company: Company,
    pub(super) own: Vec<Own>,
    pub(super) control: Vec<Control>,
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
    #[expect(
        clippy::expect_used,
        reason = "the file is part of the program, and a test makes the sample of it"
    )]
    toml::from_str(include_str!("en-GB.toml")).expect("sample/en-GB.toml has the shape of Story")
});

impl Story {
    pub(super) fn english() -> &'static Self {
        &ENGLISH
    }
}
