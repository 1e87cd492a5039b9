//! The clauses and controls that relate to a place, as they stand on a day.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::coverage::Coverage;
use crate::Day;
use crate::assessment::{self, Control, ControlId, Decision, DecisionKind, Status};
use crate::catalogue::{Agreement, Catalogue, ClauseId, FrameworkPlace, Related, SourceKey};
use crate::clauses::{self, AssessedClause};
use crate::evidence::{self, Link};
use crate::workspace::StoreError;

/// A clause or a control that relates to a place of another framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RelatedRequirement {
    /// Which it is.
    pub requirement: Link,
    /// Its title.
    pub title: String,
    /// Whether it is one of those that answer most of the place.
    pub main: bool,
    /// How strongly the sources agree that it relates.
    pub agreement: Agreement,
    /// Those sources; none where the structure itself says it.
    pub sources: Vec<SourceKey>,
    /// What to know before leaning on it.
    pub note: Option<String>,
    /// Whether it applies; nothing for a clause, which always does.
    pub decision: Option<DecisionKind>,
    /// How far it is done.
    pub status: Status,
    /// How many pieces of evidence that hold today are linked to it.
    pub evidence: u32,
    /// How it counts.
    pub coverage: Coverage,
}

/// The clauses and controls as they stand on a day, read at once.
pub(super) struct Standings {
    clauses: BTreeMap<ClauseId, AssessedClause>,
    controls: BTreeMap<ControlId, Control>,
    /// The numbers of the clauses and of the controls for which evidence holds.
    proven_clauses: BTreeSet<String>,
    proven_controls: BTreeSet<String>,
}

impl Standings {
    /// Reads how clauses and controls stand on a day.
    pub(super) fn load(conn: &Connection, today: Day) -> Result<Self, StoreError> {
        let clauses = clauses::clauses(conn)?.into_iter().map(|clause| (clause.id.clone(), clause));
        let controls = assessment::controls(conn)?.into_iter().map(|control| (control.id.clone(), control));
        Ok(Self {
            clauses: clauses.collect(),
            controls: controls.collect(),
            proven_clauses: evidence::proven_clauses(conn, today)?,
            proven_controls: evidence::proven_on(conn, today)?,
        })
    }

    /// Returns what relates to a place, with how many pieces of evidence hold for each.
    pub(super) fn counted(
        &self,
        conn: &Connection,
        place: &FrameworkPlace,
        today: Day,
    ) -> Result<Vec<RelatedRequirement>, StoreError> {
        let mut related = self.related(place);
        for one in &mut related {
            one.evidence = evidence::count_holding(conn, &one.requirement, today)?;
        }
        Ok(related)
    }

    /// Returns what relates to a place, its evidence not counted: first what answers most of it, then by how strongly
    /// the sources agree, then in the order of the standard.
    pub(super) fn related(&self, place: &FrameworkPlace) -> Vec<RelatedRequirement> {
        let catalogue = Catalogue::english();
        let clauses = catalogue.clauses.iter().filter_map(|asked| {
            let row = place.row_of_clause(asked)?;
            let main = place.main_clauses.contains(&asked.id);
            Some(self.clause(self.clauses.get(&asked.id)?, row, main, asked.crosswalk.note.clone()))
        });
        let controls = catalogue.controls.iter().filter_map(|asked| {
            let row = place.row_of_control(asked)?;
            let main = place.main_controls.contains(&asked.id);
            let id = asked.id.as_str().parse::<ControlId>().ok()?;
            Some(self.control(self.controls.get(&id)?, row, main, asked.crosswalk.note.clone()))
        });
        let mut related: Vec<_> = clauses.chain(controls).collect();
        related.sort_by_key(|one| (!one.main, one.agreement));
        related
    }

    fn clause(
        &self,
        clause: &AssessedClause,
        row: &Related,
        main: bool,
        note: Option<String>,
    ) -> RelatedRequirement {
        let proven = self.proven_clauses.contains(clause.id.as_str());
        RelatedRequirement {
            requirement: Link::Clause(clause.id.clone()),
            title: clause.title.clone(),
            main,
            agreement: row.agreement,
            sources: row.sources.clone(),
            note,
            decision: None,
            status: clause.status,
            evidence: 0,
            coverage: Coverage::of_clause(clause.status, proven),
        }
    }

    fn control(
        &self,
        control: &Control,
        row: &Related,
        main: bool,
        note: Option<String>,
    ) -> RelatedRequirement {
        let proven = self.proven_controls.contains(control.id.as_str());
        let decision = match &control.decision {
            Decision::Undecided => DecisionKind::Undecided,
            Decision::Applicable { .. } => DecisionKind::Applicable,
            Decision::Excluded { .. } => DecisionKind::Excluded,
        };
        RelatedRequirement {
            requirement: Link::Control(control.id.clone()),
            title: control.title.clone(),
            main,
            agreement: row.agreement,
            sources: row.sources.clone(),
            note,
            decision: Some(decision),
            status: control.status,
            evidence: 0,
            coverage: Coverage::of_control(&control.decision, control.status, proven),
        }
    }
}
