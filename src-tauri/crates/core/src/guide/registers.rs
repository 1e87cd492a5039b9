//! What the registers of the organisation, the inventory of AI systems and the findings show.

use rusqlite::Connection;

use crate::Day;
use crate::Line;
use crate::audits::{AuditId, Audited};
use crate::findings::{self, FindingId, OpenNonconformities};
use crate::objectives::{self, MeasureState};
use crate::organisation::context::{self, Side};
use crate::organisation::scope::{self, ScopeStanding};
use crate::organisation::{parties, people};
use crate::reviews::{self, ReviewId, ReviewStage};
use crate::systems::{self, AiSystem};
use crate::workspace::StoreError;

/// What the registers show of the road.
pub(super) struct Registers {
    /// There is an issue outside, and one inside.
    pub(super) issues_on_both_sides: bool,
    /// There is an interested party with a need.
    pub(super) parties_with_needs: bool,
    /// Somebody is there with something to do.
    pub(super) people: bool,
    /// How the scope stands to what was adopted.
    pub(super) scope: ScopeStanding,
    /// The inventory.
    pub(super) systems: Vec<AiSystem>,
    /// How many objectives have an owner, a day and a measure, of all there are.
    pub(super) objectives: (usize, usize),
    /// How many measures were read in time, of those that are read.
    pub(super) measures: (usize, usize),
    /// The first nonconformity that was closed.
    pub(super) closed: Option<(FindingId, Line)>,
    /// The first improvement that was made.
    pub(super) improved: Option<(FindingId, Line)>,
    /// The internal audit that was reported last, within a year.
    pub(super) audited: Option<(AuditId, Line)>,
    /// The newest management review that was held within a year.
    pub(super) held: Option<(ReviewId, Line)>,
    /// The newest that was approved.
    pub(super) reviewed: Option<(ReviewId, Line)>,
    /// The nonconformities that are open.
    pub(super) nonconformities: OpenNonconformities,
}

impl Registers {
    pub(super) fn read(conn: &Connection, today: Day) -> Result<Self, StoreError> {
        let issues = context::all(conn)?;
        let on = |side: Side| issues.iter().any(|issue| issue.side == side);
        let objectives = objectives::objective_rows(conn, today)?;
        let planned = objectives.iter().filter(|row| {
            let objective = &row.objective;
            !objective.owner.is_empty() && objective.target.is_some() && !row.measures.is_empty()
        });
        let measures = objectives::measure_rows(conn, today)?;
        let read = || measures.iter().filter(|row| row.state != MeasureState::Ended);
        let in_time = || read().filter(|row| row.last.is_some() && !row.overdue);
        let rows = reviews::rows(conn, today)?;
        let newest = |stages: &[ReviewStage]| {
            let within_a_year = |day: Day| day >= reviews::a_year_ago(today);
            let row = rows
                .iter()
                .find(|row| stages.contains(&row.stage) && row.held_on.is_some_and(within_a_year))?;
            Some((row.id, row.title.clone()))
        };
        Ok(Self {
            issues_on_both_sides: Side::ALL.iter().copied().all(on),
            parties_with_needs: parties::all(conn)?.iter().any(|party| !party.needs.is_empty()),
            people: people::all(conn)?.iter().any(|person| !person.roles.is_empty()),
            scope: scope::standing_now(conn)?,
            systems: systems::list(conn)?,
            objectives: (planned.count(), objectives.len()),
            measures: (in_time().count(), read().count()),
            closed: findings::first_closed(conn, false)?,
            improved: findings::first_closed(conn, true)?,
            audited: Audited::load(conn)?.within_a_year(today).map(|(id, title)| (id, title.clone())),
            held: newest(&[ReviewStage::Held, ReviewStage::Approved]),
            reviewed: newest(&[ReviewStage::Approved]),
            nonconformities: OpenNonconformities::load(conn)?,
        })
    }
}
