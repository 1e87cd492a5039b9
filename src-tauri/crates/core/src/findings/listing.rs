//! Every finding as a list shows it.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, Row};

use super::finding::{Check, Reopening};
use super::id::FindingId;
use super::queries::{FindingRow, folded};
use super::stage::Milestones;
use super::store::{nth, nth_json, unreadable};
use crate::Day;
use crate::evidence::Link;
use crate::workspace::StoreError;

/// A finding as its own table tells of it.
struct Read {
    row: FindingRow,
    milestones: Milestones,
    /// The check of the effect in its round.
    check: Option<Check>,
    round: u32,
    /// Whose the actions of its round are, where somebody checked the effect.
    owners: BTreeSet<String>,
}

/// Returns every finding as a list shows it, in the order of the numbers. No text that is long is read.
pub(crate) fn rows(conn: &Connection, today: Day) -> Result<Vec<FindingRow>, StoreError> {
    let mut list = Listing::of(findings(conn)?);
    list.add_requirements(conn)?;
    list.count_actions(conn, today)?;
    Ok(list.read.into_iter().map(|read| read.shown(today)).collect())
}

/// The findings, and at which place each stands.
struct Listing {
    read: Vec<Read>,
    places: HashMap<u32, usize>,
}

/// Returns what the table `finding` tells; the columns are read by their places.
fn findings(conn: &Connection) -> Result<Vec<Read>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT number, title, grade, source, found_on, owner, due, round, checks, reopened,
             containment IS NOT NULL, similar <> '', cause IS NOT NULL, criterion IS NOT NULL, closing IS NOT NULL,
             refusal IS NOT NULL
         FROM finding ORDER BY number",
    )?;
    let mut each = statement.query([])?;
    let mut read = Vec::new();
    while let Some(row) = each.next()? {
        let number: u32 = row.get(0)?;
        let id = FindingId::new(number).ok_or_else(|| unreadable("finding", 0, "number", &"it is 0"))?;
        read.push(finding(id, row)?);
    }
    Ok(read)
}

fn finding(id: FindingId, row: &Row<'_>) -> Result<Read, StoreError> {
    let at = ("finding", id.number());
    let round: u32 = row.get(7)?;
    let checks: Vec<Check> = nth_json(at, row, 8)?;
    let reopened: Vec<Reopening> = nth_json(at, row, 9)?;
    let milestones = Milestones {
        grade: nth(at, row, 2)?,
        refused: row.get(15)?,
        closed: row.get(14)?,
        contained: row.get(10)?,
        similar: row.get(11)?,
        cause: row.get(12)?,
        criterion: row.get(13)?,
        actions: 0,
        open_actions: 0,
        check: None,
    };
    Ok(Read {
        row: FindingRow {
            id,
            title: nth(at, row, 1)?,
            grade: milestones.grade,
            source: nth(at, row, 3)?,
            found_on: nth(at, row, 4)?,
            requirements: Vec::new(),
            owner: nth(at, row, 5)?,
            due: nth(at, row, 6)?,
            overdue: false,
            stage: milestones.stage(),
            actions: 0,
            open_actions: 0,
            overdue_actions: 0,
            reopened: reopened.len(),
        },
        milestones,
        check: checks.into_iter().rev().find(|check| check.round == round),
        round,
        owners: BTreeSet::new(),
    })
}

impl Listing {
    fn of(read: Vec<Read>) -> Self {
        let places = read.iter().enumerate().map(|(place, read)| (read.row.id.number(), place)).collect();
        Self { read, places }
    }

    fn at(&mut self, number: u32) -> Option<&mut Read> {
        self.places.get(&number).and_then(|place| self.read.get_mut(*place))
    }

    /// Adds the requirements that the findings are about.
    fn add_requirements(&mut self, conn: &Connection) -> Result<(), StoreError> {
        let mut statement = conn.prepare_cached("SELECT finding, kind, id FROM finding_requirement")?;
        let mut each = statement.query([])?;
        while let Some(row) = each.next()? {
            let number: u32 = row.get(0)?;
            let link = Link::of_parts(&row.get::<_, String>(1)?, row.get(2)?)
                .map_err(|why| unreadable("finding_requirement", number, "id", &why))?;
            if let Some(read) = self.at(number) {
                read.row.requirements.push(link);
            }
        }
        Ok(())
    }

    /// Counts their actions: those of the round that each is in, and those that are left open from before.
    fn count_actions(&mut self, conn: &Connection, today: Day) -> Result<(), StoreError> {
        let mut statement = conn.prepare_cached(
            "SELECT origin_number, round, done_on IS NULL, due < ?1, owner FROM action WHERE origin = 'finding'",
        )?;
        let mut each = statement.query([today.to_string()])?;
        while let Some(row) = each.next()? {
            let (round, open, late): (u32, bool, bool) = (row.get(1)?, row.get(2)?, row.get(3)?);
            let Some(read) = self.at(row.get(0)?).filter(|read| open || read.round == round) else {
                continue;
            };
            read.row.actions += 1;
            read.row.open_actions += u32::from(open);
            read.row.overdue_actions += u32::from(open && late);
            if read.check.is_some() {
                read.owners.insert(row.get::<_, String>(4)?.trim().to_lowercase());
            }
        }
        Ok(())
    }
}

impl Read {
    fn shown(self, today: Day) -> FindingRow {
        let Self { mut row, milestones, check, owners, .. } = self;
        let by_another = check.filter(|check| !owners.contains(&folded(&check.by)));
        let milestones = Milestones {
            actions: row.actions,
            open_actions: row.open_actions,
            check: by_another.map(|check| check.result),
            ..milestones
        };
        row.requirements.sort_unstable();
        row.stage = milestones.stage();
        row.overdue = !row.stage.is_over() && row.due < today;
        if row.stage.is_over() {
            row.overdue_actions = 0;
        }
        row
    }
}
