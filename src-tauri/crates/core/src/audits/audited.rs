//! When each requirement was audited, as the audits that were reported say.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::answer::Verdict;
use super::{AuditId, store};
use crate::evidence::Link;
use crate::workspace::StoreError;
use crate::{Day, Line};

/// That a requirement was looked at in an audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct LastAudited {
    /// The audit.
    pub audit: AuditId,
    /// When it was looked at.
    pub on: Day,
    /// How it was found.
    pub verdict: Verdict,
}

/// The audits that were reported, with what each looked at. What nobody looked at does not count.
#[derive(Debug, Default)]
pub(crate) struct Audited {
    /// For each requirement when it was looked at, the last time last.
    looked: BTreeMap<Link, Vec<LastAudited>>,
    /// The audit that was reported last.
    newest: Option<(AuditId, Line, Day)>,
}

impl Audited {
    pub(crate) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let reported: BTreeMap<AuditId, (Line, Day)> = store::all(conn)?
            .into_iter()
            .filter_map(|audit| Some((audit.id, (audit.title, audit.conclusion?.on))))
            .collect();
        let newest = reported.iter().max_by_key(|(id, (_, on))| (*on, **id));
        let mut audited =
            Self { newest: newest.map(|(id, (title, on))| (*id, title.clone(), *on)), ..Self::default() };
        if reported.is_empty() {
            return Ok(audited);
        }
        for answer in store::all_answers(conn)? {
            let Some(verdict) = answer.verdict.filter(|verdict| verdict.looked()) else { continue };
            if reported.contains_key(&answer.audit) {
                let looked = LastAudited { audit: answer.audit, on: answer.on, verdict };
                audited.looked.entry(answer.requirement).or_default().push(looked);
            }
        }
        for looked in audited.looked.values_mut() {
            looked.sort_by_key(|one| (one.on, one.audit));
        }
        Ok(audited)
    }

    /// Returns when a requirement was last looked at.
    pub(crate) fn last(&self, requirement: &Link) -> Option<LastAudited> {
        self.looked.get(requirement).and_then(|looked| looked.last()).copied()
    }

    /// Returns when a requirement was last looked at in another audit.
    pub(super) fn before(&self, requirement: &Link, audit: AuditId) -> Option<LastAudited> {
        let looked = self.looked.get(requirement)?;
        looked.iter().rev().find(|one| one.audit != audit).copied()
    }

    /// Returns whether a requirement was looked at in a year.
    pub(super) fn in_year(&self, requirement: &Link, year: i16) -> bool {
        let looked = self.looked.get(requirement).map_or(&[][..], Vec::as_slice);
        looked.iter().any(|one| one.on.date().year() == year)
    }

    /// Returns the audit that was reported last, where that was within a year: internal audits come round every year.
    pub(crate) fn within_a_year(&self, today: Day) -> Option<(AuditId, &Line)> {
        let year_before = today.months_later(-12);
        self.newest.as_ref().filter(|(_, _, on)| *on >= year_before).map(|(id, title, _)| (*id, title))
    }

    /// Returns whether the last audit that looked at a requirement found it to be met, within a round of three years.
    pub(crate) fn verified(&self, requirement: &Link, today: Day) -> bool {
        let round = today.months_later(-36);
        self.last(requirement).is_some_and(|last| last.verdict.is_met() && last.on >= round)
    }
}
