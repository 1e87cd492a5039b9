//! Narrowing the list of evidence by everything but words.

use std::collections::HashSet;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::error::EvidenceError;
use super::id::EvidenceId;
use super::link;
use super::queries::{ListEvidence, SOON, State};
use super::store;
use crate::Day;
use crate::workspace::StoreError;

/// What pieces of evidence must be, as conditions of SQL with their values.
#[derive(Debug, Default)]
pub(super) struct Filter {
    conditions: Vec<&'static str>,
    values: Vec<Value>,
}

/// Which of many are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    pub(super) offset: u32,
    pub(super) limit: u32,
}

impl Range {
    /// Returns those of a list that are wanted.
    pub(super) fn of<T>(self, list: Vec<T>) -> Vec<T> {
        let [offset, limit] =
            [self.offset, self.limit].map(|number| usize::try_from(number).unwrap_or(usize::MAX));
        list.into_iter().skip(offset).take(limit).collect()
    }
}

impl Filter {
    /// Returns what a list asks for but for its words.
    pub(super) fn of(conn: &Connection, list: &ListEvidence, today: Day) -> Result<Self, EvidenceError> {
        let mut filter = Self::default();
        if let Some(kind) = list.kind {
            filter.require("kind = ?", [kind.name()]);
        }
        if let Some(target) = &list.link {
            let link = link::resolve(conn, target)??;
            let (kind, id) = link.parts();
            let linked = "number IN (SELECT evidence FROM evidence_link WHERE kind = ? AND id = ?)";
            filter.require(linked, [kind, &*id]);
        }
        if list.unlinked == Some(true) {
            filter.require("number NOT IN (SELECT evidence FROM evidence_link)", []);
        }
        if let Some(tag) = &list.tag {
            filter.require("number IN (SELECT evidence FROM evidence_tag WHERE tag = ?)", [tag.as_str()]);
        }
        if let Some(state) = list.state {
            filter.require_state(state, today);
        }
        Ok(filter)
    }

    fn require_state(&mut self, state: State, today: Day) {
        let (day, soon) = (&*today.to_string(), &*today.weeks_later(SOON).to_string());
        match state {
            State::Expired => self.require("expires < ?", [day]),
            State::NotYet => self.require("effective > ? AND (expires IS NULL OR expires >= ?)", [day, day]),
            State::ExpiresSoon => {
                let soon_only = "expires >= ? AND expires <= ? AND (effective IS NULL OR effective <= ?)";
                self.require(soon_only, [day, soon, day]);
            }
            State::Current => {
                let current = "(expires IS NULL OR expires > ?) AND (effective IS NULL OR effective <= ?)";
                self.require(current, [soon, day]);
            }
        }
    }

    fn require<const N: usize>(&mut self, condition: &'static str, values: [&str; N]) {
        self.conditions.push(condition);
        self.values.extend(values.map(|value| Value::Text(value.into())));
    }

    fn sql(&self) -> String {
        if self.conditions.is_empty() {
            "FROM evidence".into()
        } else {
            format!("FROM evidence WHERE {}", self.conditions.join(" AND "))
        }
    }

    /// Returns how many pieces there are.
    pub(super) fn count(&self, conn: &Connection) -> Result<usize, StoreError> {
        let mut statement = conn.prepare_cached(&format!("SELECT count(*) {}", self.sql()))?;
        let count: u32 = statement.query_row(params_from_iter(&self.values), |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// Returns the numbers of those that are wanted, the newest first.
    pub(super) fn page(&self, conn: &Connection, range: Range) -> Result<Vec<EvidenceId>, StoreError> {
        let sql = format!("SELECT number {} ORDER BY number DESC LIMIT ? OFFSET ?", self.sql());
        let range = [range.limit, range.offset].map(|number| Value::Integer(number.into()));
        store::numbers(conn, &sql, params_from_iter(self.values.iter().chain(&range)))
    }

    /// Returns those of some numbers that are so, in their order.
    pub(super) fn narrow(
        &self,
        conn: &Connection,
        found: Vec<EvidenceId>,
    ) -> Result<Vec<EvidenceId>, StoreError> {
        if self.conditions.is_empty() {
            return Ok(found);
        }
        let sql = format!("SELECT number {}", self.sql());
        let allowed: HashSet<EvidenceId> =
            store::numbers(conn, &sql, params_from_iter(&self.values))?.into_iter().collect();
        Ok(found.into_iter().filter(|id| allowed.contains(id)).collect())
    }
}
