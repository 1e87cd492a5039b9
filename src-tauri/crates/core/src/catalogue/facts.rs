//! The form of the files in `data/facts/`: what depends on no language.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::clause::DocumentedInformation;
use super::crosswalk::{Agreement, SourceKey};
use super::level::Level;
use super::number::{AnnexCId, ClauseId, ControlNumber, GroupId};
use super::theme::Theme;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct GeneralFacts {
    pub(super) standard: String,
    pub(super) sources: Vec<SourceKey>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClauseFile {
    pub(super) theme: Theme,
    pub(super) clause: BTreeMap<ClauseId, ClauseFacts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ClauseFacts {
    pub(super) assessable: bool,
    pub(super) documented_information: Option<DocumentedInformation>,
    #[serde(default)]
    pub(super) controls: Vec<ControlNumber>,
    #[serde(default)]
    pub(super) crosswalk: CrosswalkFacts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnnexAFile {
    pub(super) theme: Theme,
    pub(super) group: BTreeMap<GroupId, GroupFacts>,
    pub(super) control: BTreeMap<ControlNumber, ControlFacts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct GroupFacts {
    pub(super) objective_statement: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ControlFacts {
    pub(super) clauses: Vec<ClauseId>,
    pub(super) objectives: Vec<AnnexCId>,
    pub(super) risk_sources: Vec<AnnexCId>,
    pub(super) levels: ByRole<LevelFacts>,
    pub(super) crosswalk: CrosswalkFacts,
}

/// Something for each role.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ByRole<T> {
    pub(super) provider: T,
    pub(super) producer: T,
    pub(super) user: T,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelFacts {
    pub(super) level: Level,
    pub(super) sources: Vec<SourceKey>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CrosswalkFacts {
    pub(super) eu_ai_act: Vec<RelatedFacts>,
    pub(super) nist_ai_rmf: Vec<RelatedFacts>,
    #[serde(rename = "iso-27001")]
    pub(super) iso_27001: Vec<RelatedFacts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RelatedFacts {
    pub(super) reference: String,
    pub(super) agreement: Agreement,
    pub(super) sources: Vec<SourceKey>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AnnexCFacts {
    pub(super) objectives: Vec<AnnexCId>,
    pub(super) risk_sources: Vec<AnnexCId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnnexDFacts {
    pub(super) standards: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FrameworkFile {
    pub(super) eu_ai_act: Vec<PlaceFacts>,
    pub(super) nist_ai_rmf: Vec<String>,
    #[serde(rename = "iso-27001")]
    pub(super) iso_27001: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceFacts {
    pub(super) reference: String,
    #[serde(default)]
    pub(super) clauses: Vec<ClauseId>,
    #[serde(default)]
    pub(super) controls: Vec<ControlNumber>,
    #[serde(default)]
    pub(super) sources: Vec<SourceKey>,
}
