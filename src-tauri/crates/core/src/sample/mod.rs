//! The sample company: a claims office on the way to its audit, with which people try Annexe out.
//!
//! It goes in through the same operations as a real company, so that its ledger is a real one.

mod story;

use std::path::Path;

use uuid::Uuid;

use crate::assessment::{self, AddControl, AssessmentError, DecideControls, SetControls};
use crate::organisation::{Organisation, OrganisationError};
use crate::soa::{self, SetSoa};
use crate::workspace::{Foundation, OpenError, Stamp, Workspace, WriteError};

/// Every sample has the same id, so that the same moment makes the same sample.
const ID: Uuid = Uuid::from_u128(0x5a17_3a25_c1a1_4d5a_9e00_4200_1202_3001);

/// Why the sample could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// The folder.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A control.
    #[error(transparent)]
    Assessment(#[from] AssessmentError),
    /// The organisation.
    #[error(transparent)]
    Organisation(#[from] OrganisationError),
    /// The database.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl crate::Explain for SampleError {
    fn code(&self) -> &'static str {
        match self {
            Self::Open(error) => error.code(),
            Self::Assessment(error) => error.code(),
            Self::Organisation(error) => error.code(),
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Open(error) => error.hint(),
            Self::Assessment(error) => error.hint(),
            Self::Organisation(error) => error.hint(),
            Self::Write(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Open(error) => error.field(),
            Self::Assessment(_) | Self::Organisation(_) | Self::Write(_) => None,
        }
    }
}

/// Makes the sample company's workspace in a folder that is empty or does not exist.
///
/// Its dates lie before and after `today`, so that it looks alive whenever it is made.
///
/// # Errors
/// [`SampleError`]; nothing is left in the folder where it could not be made.
pub fn create(folder: &Path, stamp: &Stamp, today: crate::Day) -> Result<Workspace, SampleError> {
    let story = story::Story::english();
    let company = &story.company;
    let organisation = Organisation::new(company.name.clone(), company.roles.clone(), company.scope.clone())?;
    let workspace = Workspace::create(folder, &Foundation { id: ID, organisation, sample: true }, stamp)?;
    workspace.write(stamp, "soa.set", |tx| {
        let number = Some(company.document_number.clone());
        let version = Some(company.document_version.clone());
        soa::set(tx, SetSoa { number, version, owner: Some(company.document_owner.clone()) })
    })?;
    for own in &story.own {
        workspace.write(stamp, "control.add", |tx| {
            let (title, source) = (own.title.clone(), own.source.clone());
            assessment::add(tx, AddControl { id: own.id.clone(), title, source })
        })?;
    }
    for control in &story.control {
        workspace.write(stamp, "control.decide", |tx| {
            assessment::decide(
                tx,
                DecideControls {
                    controls: vec![control.id.clone()],
                    decision: control.decision,
                    reasons: control.reasons.clone(),
                    ground: control.ground.clone(),
                    justification: Some(control.justification.clone()),
                },
            )
        })?;
        workspace.write(stamp, "control.set", |tx| {
            assessment::set(
                tx,
                SetControls {
                    controls: vec![control.id.clone()],
                    status: control.status,
                    target: control.weeks.map(|weeks| Some(today.weeks_later(weeks))),
                    how: control.how.clone(),
                    owner: control.owner.clone(),
                    notes: control.notes.clone(),
                },
            )
        })?;
    }
    Ok(workspace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Decision;
    use crate::workspace::Access;

    #[test]
    fn the_sample_decides_every_control_in_several_scripts_and_verifies() {
        let folder = tempfile::tempdir().unwrap();
        let at = "2026-10-12T09:41:00Z".parse().unwrap();
        let stamp = Stamp { at, actor: "Quality manager".into() };
        let today = "2026-10-12".parse().unwrap();
        drop(create(&folder.path().join("sample"), &stamp, today).unwrap());
        let workspace = Workspace::open(&folder.path().join("sample"), Access::Read, at).unwrap();
        let controls = assessment::list(&workspace).unwrap();
        assert!(controls.len() > 38);
        assert!(controls.iter().all(|control| control.decision != Decision::Undecided));
        let said = serde_json::to_string(&controls).unwrap();
        assert!(said.contains(|c| ('α'..='ω').contains(&c)) && said.contains(|c| ('а'..='я').contains(&c)));
        let verification = crate::workspace::tests::Bench::verify(&workspace);
        assert!(verification.ok, "{verification:?}");
        let check = soa::check(&workspace, today).unwrap();
        assert!(!check.findings.is_empty(), "a sample with nothing to do shows nothing");
    }
}
