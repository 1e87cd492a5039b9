//! The files of the road, embedded in the program, and their form.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::content::Minutes;
use super::ids::{StepId, TickId};
use super::proof::Proof;
use super::theme::GuideTheme;
use crate::catalogue::{ClauseId, ControlNumber, Language, Words};
use crate::documents::DraftKey;
use crate::organisation::Role;

/// The two files of a theme: what depends on no language, and the words.
pub(super) struct ThemeFiles {
    pub(super) theme: GuideTheme,
    pub(super) facts: &'static str,
    pub(super) words: &'static str,
}

macro_rules! themes {
    ($language:literal, $($theme:ident = $name:literal),* $(,)?) => {
        [$(ThemeFiles {
            theme: GuideTheme::$theme,
            facts: include_str!(concat!("data/facts/", $name, ".toml")),
            words: include_str!(concat!("data/", $language, "/", $name, ".toml")),
        }),*]
    };
}

/// Returns the files of every theme in a language, in the order of the road.
pub(super) const fn themes(language: Language) -> [ThemeFiles; 7] {
    match language {
        Language::EnGb => themes![
            "en-GB",
            BeforeYouStart = "before-you-start",
            Leadership = "leadership",
            Planning = "planning",
            Support = "support",
            Operation = "operation",
            PerformanceEvaluation = "performance-evaluation",
            ContinualImprovement = "continual-improvement",
        ],
    }
}

/// Returns the words that belong to no theme.
pub(super) const fn general(language: Language) -> &'static str {
    match language {
        Language::EnGb => include_str!("data/en-GB/general.toml"),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FactFile {
    pub(super) step: Vec<StepFacts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct StepFacts {
    pub(super) id: StepId,
    pub(super) minutes: Minutes,
    #[serde(default)]
    pub(super) roles: Vec<Role>,
    #[serde(default)]
    pub(super) clauses: Vec<ClauseId>,
    #[serde(default)]
    pub(super) controls: Vec<ControlNumber>,
    #[serde(default)]
    pub(super) after: Vec<StepId>,
    #[serde(default)]
    pub(super) drafts: Vec<DraftKey>,
    pub(super) tasks: Vec<TickId>,
    pub(super) done: Vec<DoneFacts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DoneFacts {
    pub(super) id: TickId,
    #[serde(default)]
    pub(super) shown_by: Vec<Proof>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct GeneralWords {
    pub(super) own_done: Words,
    pub(super) parts_done: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordFile {
    pub(super) title: Words,
    pub(super) about: Words,
    pub(super) step: BTreeMap<StepId, StepWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StepWords {
    pub(super) title: Words,
    pub(super) why: Words,
    pub(super) ask: Vec<Words>,
    pub(super) evidence: Vec<Words>,
    pub(super) tasks: BTreeMap<TickId, TaskWords>,
    pub(super) done: BTreeMap<TickId, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TaskWords {
    pub(super) text: Words,
    pub(super) hint: Option<Words>,
}
