//! The form of the files in a language's folder: titles and running text.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::crosswalk::{Agreement, SourceKey};
use super::facts::ByRole;
use super::level::Level;
use super::number::{AnnexCId, ClauseId, ControlNumber, GroupId};

/// A text whose line breaks do not count, so that files can be wrapped.
#[derive(Default, Deserialize)]
#[serde(from = "String")]
pub(crate) struct Words(String);

impl Words {
    /// Returns the text, on one line.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

impl From<Words> for String {
    fn from(words: Words) -> Self {
        words.0
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct GeneralWords {
    pub(super) edition: Words,
    pub(super) amendments: Words,
    pub(super) compiled: Words,
    pub(super) notice: Words,
    pub(super) title_rule: Words,
    pub(super) applicability_warning: Words,
    pub(super) crosswalk_warning: Words,
    pub(super) levels: BTreeMap<Level, Words>,
    pub(super) agreements: BTreeMap<Agreement, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceWords {
    pub(super) sources: BTreeMap<SourceKey, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClauseFile {
    pub(super) clause: BTreeMap<ClauseId, ClauseWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ClauseWords {
    pub(super) title: Words,
    #[serde(default)]
    pub(super) requirement: Words,
    #[serde(default)]
    pub(super) documented_information: Vec<Words>,
    #[serde(default)]
    pub(super) evidence: Vec<Words>,
    #[serde(default)]
    pub(super) steps: Vec<Words>,
    #[serde(default)]
    pub(super) auditor_question: Words,
    #[serde(default)]
    pub(super) common_gap: Words,
    pub(super) crosswalk_note: Option<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnnexAFile {
    pub(super) group: BTreeMap<GroupId, TitleAndMeaning>,
    pub(super) control: BTreeMap<ControlNumber, ControlWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TitleAndMeaning {
    pub(super) title: Words,
    pub(super) meaning: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ControlWords {
    pub(super) title: Words,
    pub(super) meaning: Words,
    pub(super) steps: Vec<Words>,
    pub(super) evidence: Vec<Words>,
    pub(super) auditor_question: Words,
    pub(super) common_gap: Words,
    pub(super) owner_hint: Words,
    pub(super) effort_hint: Words,
    pub(super) review_cadence: Words,
    pub(super) crosswalk_note: Option<Words>,
    pub(super) hints: ByRole<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AnnexCWords {
    pub(super) objective: BTreeMap<AnnexCId, TitleAndMeaning>,
    pub(super) risk_source: BTreeMap<AnnexCId, TitleAndMeaning>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnnexDWords {
    pub(super) title: Words,
    pub(super) meaning: Words,
    pub(super) shared: Vec<Words>,
    pub(super) apart: Vec<Words>,
    pub(super) standards: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FrameworkFile {
    pub(super) eu_ai_act: FrameworkWords,
    pub(super) nist_ai_rmf: FrameworkWords,
    #[serde(rename = "iso-27001")]
    pub(super) iso_27001: FrameworkWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FrameworkWords {
    pub(super) name: Words,
    pub(super) titles: BTreeMap<String, Words>,
    #[serde(default)]
    pub(super) leaves_open: BTreeMap<String, Words>,
}
