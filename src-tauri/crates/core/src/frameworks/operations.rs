//! Looking at the management system from the side of another framework.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::coverage::Covered;
use super::law::{Law, LawToday};
use super::requirement::{RelatedRequirement, Standings};
use crate::Day;
use crate::catalogue::{Catalogue, Framework, FrameworkPlace, Language, SourceKey};
use crate::explain::Explain;
use crate::organisation::{self, Organisation};
use crate::workspace::{StoreError, Workspace};

/// Why a place could not be shown.
#[derive(Debug, thiserror::Error)]
pub enum FrameworkError {
    /// There is no such place.
    #[error("There is no article, subcategory, clause or control “{}” among the places that relate to ISO/IEC 42001", crate::text::shown(.0))]
    UnknownPlace(String),
    /// The database can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Explain for FrameworkError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownPlace(_) => "unknown-place",
            Self::Store(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::UnknownPlace(_) => Some(
                "Expected one such as “Art. 9”, “GOVERN 1.1” or “A.5.1”; `annexe framework list` has them all. What \
                 it does not list has no counterpart that a source names."
                    .into(),
            ),
            Self::Store(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnknownPlace(_) => Some("reference"),
            Self::Store(_) => None,
        }
    }
}

/// Names a place of a framework.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "FrameworkPlaceReference")]
pub struct PlaceReference {
    /// The place, such as `Art. 9`, `GOVERN 1.1` or `A.5.1`, however it is spaced and capitalised.
    pub reference: String,
}

/// A framework with its places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FrameworkOverview {
    /// The framework.
    pub framework: Framework,
    /// Its name.
    pub name: String,
    /// Whether the organisation already runs it, so that work can be shared (Annex D).
    pub held: bool,
    /// Its places, in their order.
    pub places: Vec<PlaceRow>,
}

/// A place as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "FrameworkPlaceRow")]
pub struct PlaceRow {
    /// The place.
    pub reference: String,
    /// What it is called.
    pub title: String,
    /// How many requirements relate to it, and how they stand.
    pub covered: Covered,
    /// Whether the sources say what ISO/IEC 42001 leaves open of it.
    pub leaves_open: bool,
}

/// A place with everything that relates to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FrameworkView {
    /// The framework.
    pub framework: Framework,
    /// Its name.
    pub name: String,
    /// Whether the organisation already runs it, so that work can be shared (Annex D).
    pub held: bool,
    /// The place.
    pub reference: String,
    /// What it is called.
    pub title: String,
    /// How many requirements relate to it, and how they stand.
    pub covered: Covered,
    /// What relates to it: first what answers most of it, then by how strongly the sources agree.
    pub related: Vec<RelatedRequirement>,
    /// What ISO/IEC 42001 leaves open of it; nothing where no source says.
    pub leaves_open: Option<String>,
    /// The sources that say what answers most of it and what stays open.
    pub sources: Vec<SourceKey>,
}

/// Returns every framework with its places, how many requirements relate to each and how they stand on a day.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace, today: Day) -> Result<Vec<FrameworkOverview>, StoreError> {
    let catalogue = Catalogue::english();
    let (standings, organisation) = workspace
        .read(|conn| Ok::<_, StoreError>((Standings::load(conn, today)?, organisation::load(conn)?)))?;
    let row = |place: &FrameworkPlace| PlaceRow {
        reference: place.reference.clone(),
        title: place.title.clone(),
        covered: covered(&standings.related(place)),
        leaves_open: place.leaves_open.is_some(),
    };
    let overview = |framework| FrameworkOverview {
        framework,
        name: catalogue.frameworks.name(framework).into(),
        held: holds(&organisation, framework),
        places: catalogue.places.iter().filter(|place| place.framework == framework).map(row).collect(),
    };
    Ok(Framework::ALL.map(overview).into())
}

/// Returns a place of a framework: what relates to it, how that stands on a day, and what stays open.
///
/// # Errors
/// [`FrameworkError::UnknownPlace`] where there is none of that name.
pub fn place(
    workspace: &Workspace,
    place: &PlaceReference,
    today: Day,
) -> Result<FrameworkView, FrameworkError> {
    let catalogue = Catalogue::english();
    let found = catalogue.place(&place.reference);
    let place = found.ok_or_else(|| FrameworkError::UnknownPlace(place.reference.clone()))?;
    let related = workspace.read(|conn| Standings::load(conn, today)?.counted(conn, place, today))?;
    let organisation = workspace.read(organisation::load)?;
    Ok(FrameworkView {
        framework: place.framework,
        name: catalogue.frameworks.name(place.framework).into(),
        held: holds(&organisation, place.framework),
        reference: place.reference.clone(),
        title: place.title.clone(),
        covered: covered(&related),
        related,
        leaves_open: place.leaves_open.clone(),
        sources: place.sources.clone(),
    })
}

/// Returns the law's dates and the state of the standards, as they are on a day, with what concerns the organisation.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn law(workspace: &Workspace, today: Day) -> Result<LawToday, StoreError> {
    let organisation = workspace.read(organisation::load)?;
    Ok(Law::get(Language::default()).on(today, &organisation.act_roles))
}

/// Returns whether an organisation already runs a framework (Annex D); only of a standard can it say so.
fn holds(organisation: &Organisation, framework: Framework) -> bool {
    match framework {
        Framework::Iso27001 => {
            organisation.standards.iter().any(|standard| standard.reference.as_str().contains("27001"))
        }
        Framework::EuAiAct | Framework::NistAiRmf => false,
    }
}

fn covered(related: &[RelatedRequirement]) -> Covered {
    related.iter().map(|one| one.coverage).collect()
}
