//! Gathering the inputs of a review from the areas that keep them (clause 9.3.2).

use rusqlite::Connection;

use super::ReviewId;
use super::changes::{self, Before};
use super::inputs::{
    ChangeKind, ChangedIssue, ChangedParty, FeedbackFigures, ImprovementFigures, IssueFigures,
    MeasureFigures, MeasuredFigure, NonconformityFigures, ObjectiveFigure, ObjectiveFigures, PartyFigures,
    ReviewActions, ReviewInputs, ReviewedAction, StandingFigures, StatementFigures,
};
use crate::Day;
use crate::audits;
use crate::cases;
use crate::findings::{self, ActionOrigin, ActionRow, ActionState, Grade, InPeriod};
use crate::objectives::{self, MeasureState, ObjectiveState};
use crate::organisation::context::{self, ContextIssue};
use crate::organisation::parties::{self, InterestedParty};
use crate::readiness::{Facts, Readiness};
use crate::soa;
use crate::workspace::StoreError;

/// How many records of a sort are named; the figures tell of all.
const NAMED: usize = 50;

/// What is gathered for whom.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// The review, whose own actions are no earlier ones.
    pub(super) review: ReviewId,
    /// The first day that is looked back on; nothing where that is the beginning.
    pub(super) since: Option<Day>,
    pub(super) today: Day,
}

impl Asked {
    fn within(self, day: Day) -> bool {
        self.since.is_none_or(|since| day >= since)
    }

    fn period(self) -> InPeriod {
        InPeriod { since: self.since, today: self.today }
    }
}

/// Returns the inputs as they stand.
pub(super) fn gather(conn: &Connection, asked: Asked) -> Result<ReviewInputs, StoreError> {
    Ok(ReviewInputs {
        as_on: asked.today,
        since: asked.since,
        actions: actions(conn, asked)?,
        issues: issues(conn, asked)?,
        parties: parties(conn, asked)?,
        nonconformities: nonconformities(conn, asked)?,
        measurements: measurements(conn, asked)?,
        audits: audits::summaries(conn, asked.since, asked.today)?,
        objectives: objectives(conn, asked)?,
        feedback: feedback(conn, asked)?,
        standing: standing(conn, asked)?,
        improvements: improvements(conn, asked)?,
    })
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn count<T>(items: &[T], of: impl Fn(&&T) -> bool) -> u32 {
    number(items.iter().filter(of).count())
}

/// Returns an action as a review names it; nothing where it comes from something else.
pub(super) fn reviewed(row: ActionRow) -> Option<ReviewedAction> {
    let ActionOrigin::Review { id: review, decision } = row.action.origin else { return None };
    Some(ReviewedAction {
        id: row.action.id,
        review,
        decision,
        text: row.action.text,
        owner: row.action.owner,
        due: row.action.due,
        state: row.state,
        done_on: row.action.done.map(|done| done.on),
    })
}

fn actions(conn: &Connection, asked: Asked) -> Result<ReviewActions, StoreError> {
    let rows = findings::actions_of_reviews(conn, asked.today)?;
    let mut others: Vec<ReviewedAction> =
        rows.into_iter().filter_map(reviewed).filter(|action| action.review != asked.review).collect();
    others.retain(|action| action.done_on.is_none_or(|on| asked.within(on)));
    let figures = ReviewActions {
        open: count(&others, |action| action.state.is_open()),
        overdue: count(&others, |action| action.state == ActionState::Overdue),
        done: count(&others, |action| action.done_on.is_some()),
        actions: Vec::new(),
    };
    others.truncate(NAMED);
    Ok(ReviewActions { actions: others, ..figures })
}

/// Returns how a record differs from what it was, by a measure of sameness; nothing where it does not.
fn difference<R>(before: &Before<R>, same: impl Fn(&R, &R) -> bool) -> Option<ChangeKind> {
    match (&before.then, &before.now) {
        (None, None) => None,
        (None, Some(_)) => Some(ChangeKind::Added),
        (Some(_), None) => Some(ChangeKind::Removed),
        (Some(then), Some(now)) => (!same(then, now)).then_some(ChangeKind::Changed),
    }
}

fn issues(conn: &Connection, asked: Asked) -> Result<IssueFigures, StoreError> {
    let all = context::all(conn)?;
    // That somebody looked at it does not change an issue.
    let same = |then: &ContextIssue, now: &ContextIssue| {
        ContextIssue { reviewed: None, ..then.clone() } == ContextIssue { reviewed: None, ..now.clone() }
    };
    let mut changes: Vec<ChangedIssue> = changes::since::<ContextIssue>(conn, asked.since)?
        .into_values()
        .filter_map(|before| {
            let how = difference(&before, same)?;
            let ContextIssue { id, side, topic, .. } = before.now.or(before.then)?;
            Some(ChangedIssue { id, side, topic, how })
        })
        .collect();
    changes.sort_by_key(|change| change.id);
    let changed = number(changes.len());
    changes.truncate(NAMED);
    let looked_at = count(&all, |issue| issue.reviewed.is_some_and(|day| asked.within(day)));
    Ok(IssueFigures { total: number(all.len()), looked_at, changed, changes })
}

fn parties(conn: &Connection, asked: Asked) -> Result<PartyFigures, StoreError> {
    let mut changes: Vec<ChangedParty> = changes::since::<InterestedParty>(conn, asked.since)?
        .into_values()
        .filter_map(|before| {
            let how = difference(&before, |then, now| then == now)?;
            let InterestedParty { id, name, .. } = before.now.or(before.then)?;
            Some(ChangedParty { id, name, how })
        })
        .collect();
    changes.sort_by_key(|change| change.id);
    let changed = number(changes.len());
    changes.truncate(NAMED);
    Ok(PartyFigures { total: number(parties::all(conn)?.len()), changed, changes })
}

fn nonconformities(conn: &Connection, asked: Asked) -> Result<NonconformityFigures, StoreError> {
    let period = asked.period();
    let grades = findings::figures(conn, period)?;
    Ok(NonconformityFigures {
        grades: grades.into_iter().filter(|figures| figures.grade.is_nonconformity()).collect(),
        repeats: findings::repeats(conn, period)?,
        open: findings::first_open(conn, true, asked.today, NAMED)?,
        actions: findings::trend(conn, period)?,
    })
}

fn improvements(conn: &Connection, asked: Asked) -> Result<ImprovementFigures, StoreError> {
    Ok(ImprovementFigures {
        figures: findings::figures_of(conn, Grade::Ofi, asked.period())?,
        open: findings::first_open(conn, false, asked.today, NAMED)?,
    })
}

fn measurements(conn: &Connection, asked: Asked) -> Result<MeasureFigures, StoreError> {
    let mut rows = objectives::measure_rows(conn, asked.today)?;
    rows.retain(|row| row.state != MeasureState::Ended);
    rows.sort_by_key(|row| row.state);
    let of = |state: MeasureState| count(&rows, |row| row.state == state);
    let figures = MeasureFigures {
        on_target: of(MeasureState::OnTarget),
        off_target: of(MeasureState::OffTarget),
        reading_overdue: of(MeasureState::ReadingOverdue),
        no_reading: of(MeasureState::NoReading),
        readings: objectives::readings_since(conn, asked.since)?,
        measures: Vec::new(),
    };
    rows.truncate(NAMED);
    let mut measures = Vec::new();
    for row in rows {
        let before = match asked.since {
            None => None,
            Some(since) => objectives::figure_before(conn, row.measure.id, since)?,
        };
        measures.push(MeasuredFigure {
            id: row.measure.id,
            what: row.measure.what,
            unit: row.measure.unit,
            goal: row.measure.goal,
            value: row.last.as_ref().map(|reading| reading.value),
            read_on: row.last.as_ref().map(|reading| reading.day),
            before,
            state: row.state,
        });
    }
    Ok(MeasureFigures { measures, ..figures })
}

fn objectives(conn: &Connection, asked: Asked) -> Result<ObjectiveFigures, StoreError> {
    let mut rows = objectives::objective_rows(conn, asked.today)?;
    let judged_before = |on: Day| !asked.within(on);
    rows.retain(|row| !row.objective.evaluation.as_ref().is_some_and(|judged| judged_before(judged.on)));
    rows.sort_by_key(|row| row.state);
    let figures = ObjectiveFigures {
        open: count(&rows, |row| !row.state.is_over()),
        off_target: count(&rows, |row| row.state == ObjectiveState::OffTarget),
        overdue: count(&rows, |row| row.overdue),
        reached: count(&rows, |row| row.state == ObjectiveState::Reached),
        missed: count(&rows, |row| row.state == ObjectiveState::Missed),
        objectives: Vec::new(),
    };
    rows.truncate(NAMED);
    let named = rows.into_iter().map(|row| ObjectiveFigure {
        id: row.objective.id,
        title: row.objective.title,
        target: row.objective.target,
        state: row.state,
        overdue: row.overdue,
    });
    Ok(ObjectiveFigures { objectives: named.collect(), ..figures })
}

fn feedback(conn: &Connection, asked: Asked) -> Result<FeedbackFigures, StoreError> {
    let duties_overdue = count(&cases::rows(conn, asked.today)?, |row| row.overdue);
    Ok(FeedbackFigures { kinds: cases::figures(conn, asked.since)?, duties_overdue })
}

fn standing(conn: &Connection, asked: Asked) -> Result<StandingFigures, StoreError> {
    let ready = Readiness::of(&Facts::load(conn, asked.today)?);
    let statement = soa::newest_changed(conn)?;
    Ok(StandingFigures {
        percent: ready.overall.figure.percent.floor(),
        met: number(ready.overall.figure.met),
        total: number(ready.overall.figure.total),
        gates: ready.gates.into_iter().filter(|gate| !gate.is_met()).map(|gate| gate.gate).collect(),
        statement: statement.map(|(version, on, changes)| StatementFigures { version, on, changes }),
    })
}
