//! What can be audited against: each assessable clause, and each control, with the auditor's question.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::words::Words;
use crate::Line;
use crate::assessment::{self, Control, Decision};
use crate::catalogue::Catalogue;
use crate::clauses::{self, AssessedClause};
use crate::evidence::Link;
use crate::readiness;
use crate::wording::fill;
use crate::workspace::StoreError;

/// A requirement as an auditor needs it.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) title: String,
    /// What the auditor asks.
    pub(super) question: String,
    /// What an auditor expects to see.
    pub(super) expected: Vec<String>,
    /// The heading that it stands under: `4` to `10`, `A.2` to `A.10`; none for a control of the company's own.
    pub(super) heading: Option<String>,
    /// Who answers for it.
    pub(super) owner: Line,
    /// Whether it is asked of this company: a clause always is, a control where it was decided to apply.
    pub(super) applies: bool,
    /// Whether every audit turns on it.
    pub(super) important: bool,
}

/// Every requirement, in the order of the standard.
#[derive(Debug)]
pub(super) struct Requirements(BTreeMap<Link, Asked>);

impl Requirements {
    pub(super) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let clauses = clauses::clauses(conn)?.into_iter().map(of_clause);
        let controls = assessment::controls(conn)?.into_iter().map(of_control);
        Ok(Self(clauses.chain(controls).collect()))
    }

    pub(super) fn get(&self, requirement: &Link) -> Option<&Asked> {
        self.0.get(requirement)
    }

    /// Returns those that are asked of this company.
    pub(super) fn applicable(&self) -> impl Iterator<Item = (&Link, &Asked)> {
        self.0.iter().filter(|(_, asked)| asked.applies)
    }
}

fn of_clause(clause: AssessedClause) -> (Link, Asked) {
    let known = Catalogue::english().clause(&clause.id);
    let asked = Asked {
        title: clause.title,
        question: known.map(|known| known.auditor_question.clone()).unwrap_or_default(),
        expected: known.map(|known| known.evidence.clone()).unwrap_or_default(),
        heading: clause.id.as_str().split('.').next().map(String::from),
        owner: clause.owner,
        applies: true,
        important: readiness::weighs_double(&clause.id),
    };
    (Link::Clause(clause.id), asked)
}

fn of_control(control: Control) -> (Link, Asked) {
    let known = Catalogue::english().control(control.id.as_str());
    let asked = Asked {
        question: known.map_or_else(
            || fill(&Words::english().own_question, &[("title", &control.title)]),
            |known| known.auditor_question.clone(),
        ),
        expected: known.map(|known| known.evidence.clone()).unwrap_or_default(),
        heading: known.map(|known| known.group.top_level().to_string()),
        title: control.title,
        owner: control.owner,
        applies: match control.decision {
            Decision::Applicable { .. } => true,
            Decision::Excluded { .. } | Decision::Undecided => false,
        },
        important: false,
    };
    (Link::Control(control.id), asked)
}
