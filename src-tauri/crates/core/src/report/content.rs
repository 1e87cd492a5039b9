//! What a gap report is made of: one state of the workspace on a day, read at once.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::Day;
use crate::evidence::{self, Evidence, Link};
use crate::guide::{self, OpenSteps};
use crate::ledger::{Head, store};
use crate::organisation::{self, Organisation};
use crate::readiness::{Facts, Item, Readiness, Requirement, Worth};
use crate::workspace::StoreError;

/// How many pieces that hold no longer are named for one requirement.
const NAMED: usize = 3;

/// One state of a workspace, as its gap report needs it.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) today: Day,
    pub(super) organisation: Organisation,
    pub(super) readiness: Readiness,
    pub(super) work: OpenSteps,
    pub(super) head: Option<Head>,
    pub(super) sample: bool,
    /// The newest evidence that does not hold on the day, by the number of what it was to show.
    lapsed: BTreeMap<String, Vec<Evidence>>,
}

impl Content {
    pub(super) fn load(conn: &Connection, today: Day) -> Result<Self, StoreError> {
        let readiness = Readiness::of(&Facts::load(conn, today)?);
        let mut lapsed = BTreeMap::new();
        for item in readiness.items.iter().filter(|item| is_gap(item) && item.evidence > 0 && !item.current) {
            let link = match &item.requirement {
                Requirement::Clause(id) => Link::Clause(id.clone()),
                Requirement::Control(id) => Link::Control(id.clone()),
            };
            lapsed.insert(item.number().to_owned(), evidence::lapsed(conn, &link, today, NAMED)?);
        }
        Ok(Self {
            today,
            organisation: organisation::load(conn)?,
            readiness,
            work: guide::open_steps(conn, today)?,
            head: store::head_of_changes(conn)?,
            sample: crate::workspace::is_sample(conn)?,
            lapsed,
        })
    }

    /// Returns what is missing, in the order of the standard.
    pub(super) fn gaps(&self) -> impl Iterator<Item = &Item> {
        self.readiness.items.iter().filter(|item| is_gap(item))
    }

    /// Returns the evidence for something that does not hold on the day.
    pub(super) fn lapsed(&self, item: &Item) -> &[Evidence] {
        self.lapsed.get(item.number()).map_or(&[], Vec::as_slice)
    }
}

/// Returns whether something is missing about a requirement.
pub(super) fn is_gap(item: &Item) -> bool {
    item.worth != Worth::LeftOut && !item.worth.is_met()
}
