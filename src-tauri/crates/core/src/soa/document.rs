//! What a Statement of Applicability is made of: one state of the workspace, read at once.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::details::{self, SoaDetails};
use crate::assessment::{self, Control, ControlId, Decision, Origin, Status};
use crate::catalogue::{Catalogue, Group};
use crate::evidence::{self, Evidence, Link};
use crate::ledger::{Head, store};
use crate::organisation::{self, Organisation};
use crate::workspace::{StoreError, Workspace};

/// One state of a workspace, as its statement needs it.
#[derive(Debug, Clone)]
pub struct Content {
    pub(super) organisation: Organisation,
    pub(super) details: SoaDetails,
    pub(super) controls: Vec<Control>,
    pub(super) head: Option<Head>,
    pub(super) sample: bool,
    /// The evidence that is linked to controls, in the order of the numbers.
    pub(super) evidence: Vec<Evidence>,
    /// Where in it the evidence of each control stands.
    by_control: BTreeMap<ControlId, Vec<usize>>,
}

/// How many controls there are of each sort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) applicable: usize,
    pub(super) excluded: usize,
    pub(super) undecided: usize,
    pub(super) own: usize,
    /// Of those that apply, by status from not started to implemented.
    pub(super) by_status: [usize; 4],
}

impl Content {
    /// Reads the state of a workspace.
    ///
    /// # Errors
    /// [`StoreError`] where the database can't be read.
    pub fn of(workspace: &Workspace) -> Result<Self, StoreError> {
        workspace.read(Self::load)
    }

    pub(super) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let evidence = evidence::of_controls(conn)?;
        let mut by_control: BTreeMap<ControlId, Vec<usize>> = BTreeMap::new();
        for (at, piece) in evidence.iter().enumerate() {
            for link in &piece.links {
                if let Link::Control(id) = link {
                    by_control.entry(id.clone()).or_default().push(at);
                }
            }
        }
        Ok(Self {
            organisation: organisation::load(conn)?,
            details: details::load(conn)?,
            controls: assessment::controls(conn)?,
            head: store::head_of_changes(conn)?,
            sample: crate::workspace::is_sample(conn)?,
            evidence,
            by_control,
        })
    }

    pub(super) fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for control in &self.controls {
            counts.own += usize::from(control.is_own());
            match &control.decision {
                Decision::Undecided => counts.undecided += 1,
                Decision::Excluded { .. } => counts.excluded += 1,
                Decision::Applicable { .. } => {
                    counts.applicable += 1;
                    counts.by_status[match control.status {
                        Status::NotStarted => 0,
                        Status::Planned => 1,
                        Status::InProgress => 2,
                        Status::Implemented => 3,
                    }] += 1;
                }
            }
        }
        counts
    }

    /// Returns the controls of a group of Annex A that are decided.
    pub(super) fn decided_in<'a>(&'a self, group: &'a Group) -> impl Iterator<Item = &'a Control> {
        self.decided().filter(move |control| match &control.origin {
            Origin::AnnexA { group: of } => of == group.id.as_str(),
            Origin::Own { .. } => false,
        })
    }

    /// Returns the company's own controls that are decided.
    pub(super) fn decided_own(&self) -> impl Iterator<Item = &Control> {
        self.decided().filter(|control| control.is_own())
    }

    /// Returns the controls that are excluded.
    pub(super) fn excluded(&self) -> impl Iterator<Item = &Control> {
        self.controls.iter().filter(|control| matches!(control.decision, Decision::Excluded { .. }))
    }

    /// Returns the controls about which nobody has decided.
    pub(super) fn undecided(&self) -> impl Iterator<Item = &Control> {
        self.controls.iter().filter(|control| control.decision == Decision::Undecided)
    }

    fn decided(&self) -> impl Iterator<Item = &Control> {
        self.controls.iter().filter(|control| control.decision != Decision::Undecided)
    }

    /// Returns the evidence that is linked to a control.
    pub(super) fn evidence_of(&self, control: &Control) -> impl Iterator<Item = &Evidence> {
        self.by_control.get(&control.id).into_iter().flatten().filter_map(|at| self.evidence.get(*at))
    }

    /// Returns the evidence that the statement rests on: what is linked to a control that is decided.
    pub(super) fn issued(&self) -> impl Iterator<Item = &Evidence> {
        let places: BTreeSet<usize> = self
            .decided()
            .filter_map(|control| self.by_control.get(&control.id))
            .flatten()
            .copied()
            .collect();
        places.into_iter().filter_map(|at| self.evidence.get(at))
    }

    /// Returns Annex A's groups, without their sub-groups.
    pub(super) fn groups() -> impl Iterator<Item = &'static Group> {
        Catalogue::english().groups.iter().filter(|group| group.parent.is_none())
    }

    /// Returns the sub-groups of a group of Annex A.
    pub(super) fn sub_groups(of: &Group) -> impl Iterator<Item = &'static Group> {
        Catalogue::english().groups.iter().filter(move |group| group.parent.as_ref() == Some(&of.id))
    }
}
