//! A plan: each step of the road gets a day between today and the day by which the company wants to be ready.

use jiff::civil::Weekday;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::GuideError;
use super::ids::StepId;
use super::operations::put;
use super::record::GuideStep;
use super::road::{Road, Stand};
use super::theme::GuideTheme;
use crate::Day;
use crate::workspace::{Tx, Workspace};

/// How much work a week a plan may ask without being tight: a working day, in minutes.
const CALM: u64 = 480;

/// What to plan.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlanGuide {
    /// The day by which the company wants to be ready.
    pub target: Option<Day>,
    /// Whether days that were set by hand are planned again; they stay otherwise.
    pub again: Option<bool>,
}

/// A plan of the road.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuidePlan {
    /// The day on which it begins.
    pub today: Day,
    /// The day on which it ends.
    pub target: Day,
    /// How many weeks that is, begun ones counted.
    pub weeks: u32,
    /// How many minutes the steps take that are not over.
    pub minutes: u32,
    /// How many minutes that is in each week.
    pub minutes_a_week: u32,
    /// The first day that would ask no more than a working day in each week, where the plan asks for more.
    pub calm_target: Option<Day>,
    /// How many steps keep the day that was set by hand.
    #[ts(type = "number")]
    pub kept: usize,
    /// The steps that are not over, in the order of the road.
    pub steps: Vec<PlannedStep>,
}

/// A step of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlannedStep {
    /// Its name.
    pub id: StepId,
    /// Its title.
    pub title: String,
    /// Its theme.
    pub theme: GuideTheme,
    /// The day by which it is to be done.
    pub due: Day,
    /// The day that it had before.
    pub before: Option<Day>,
    /// Whether it keeps the day that was set by hand.
    pub kept: bool,
}

/// Returns the plan that [`plan`] would write, and writes nothing.
///
/// # Errors
/// [`GuideError`] where there is no day to lead to, or it is not after today.
pub fn plan_preview(workspace: &Workspace, today: Day, plan: &PlanGuide) -> Result<GuidePlan, GuideError> {
    workspace.read(|conn| of(conn, today, plan).map(|(plan, _)| plan))
}

/// Gives every step that is not over a day, spread over the weeks there are in the order of the road, heavier
/// for what the roles make heavier, and returns the plan.
///
/// # Errors
/// [`GuideError`] where there is no day to lead to, or it is not after today; nothing was changed then.
pub fn plan(tx: &mut Tx<'_>, today: Day, plan: &PlanGuide) -> Result<GuidePlan, GuideError> {
    let (plan, said) = of(tx.reading(), today, plan)?;
    for said in said {
        put(tx, &said)?;
    }
    Ok(plan)
}

/// Something that gets a day: a step, or a part of one.
struct Load<'a> {
    step: &'a Stand,
    minutes: u64,
    kept: bool,
}

fn of(conn: &Connection, today: Day, plan: &PlanGuide) -> Result<(GuidePlan, Vec<GuideStep>), GuideError> {
    let target = plan.target.ok_or(GuideError::NeedsTarget)?;
    let days = u64::try_from((target.date() - today.date()).get_days()).unwrap_or(0);
    if days == 0 {
        return Err(GuideError::TargetPassed(target));
    }
    let road = Road::read(conn, today)?;
    let loads = loads(&road, plan.again.unwrap_or(false));
    let total: u64 = loads.iter().filter(|load| !load.kept).map(|load| load.minutes).sum();
    let (mut steps, mut said, mut before) = (Vec::new(), Vec::new(), 0_u64);
    for Load { step, minutes, kept } in &loads {
        let due = match step.said.due.filter(|_| *kept) {
            Some(due) => due,
            None => {
                before += minutes;
                let day = (days * before).div_ceil(total.max(1)).min(days);
                let due = working_day(today.days_later(i32::try_from(day).unwrap_or(i32::MAX))).max(today);
                said.push(GuideStep { due: Some(due), planned: true, ..step.said.clone() });
                due
            }
        };
        steps.push(PlannedStep {
            id: step.id.clone(),
            title: step.title().into(),
            theme: step.theme,
            due,
            before: step.said.due,
            kept: *kept,
        });
    }
    let minutes: u64 = loads.iter().map(|load| load.minutes).sum();
    let a_week = (minutes * 7).div_ceil(days);
    let calm = i32::try_from((minutes * 7).div_ceil(CALM)).unwrap_or(i32::MAX);
    let plan = GuidePlan {
        today,
        target,
        weeks: whole(days.div_ceil(7)),
        minutes: whole(minutes),
        minutes_a_week: whole(a_week.min(minutes)),
        calm_target: (a_week > CALM).then(|| today.days_later(calm)),
        kept: loads.iter().filter(|load| load.kept).count(),
        steps,
    };
    Ok((plan, said))
}

/// Returns what gets a day, in the order of the road; the parts of a step share its time and come before it.
fn loads(road: &Road, again: bool) -> Vec<Load<'_>> {
    let by_hand = |step: &Stand| !again && step.said.due.is_some() && !step.said.planned;
    let mut loads = Vec::new();
    for step in road.steps.iter().filter(|step| !step.state.is_over()) {
        let open: Vec<&Stand> = step.parts.iter().filter(|part| !part.state.is_over()).collect();
        let shares = u64::try_from(open.len()).unwrap_or(1).max(1);
        let share = u64::from(step.minutes).div_ceil(shares);
        let rest = if open.is_empty() { share } else { 0 };
        loads.extend(open.into_iter().map(|part| Load { step: part, minutes: share, kept: by_hand(part) }));
        loads.push(Load { step, minutes: rest, kept: by_hand(step) });
    }
    loads
}

/// Returns the day itself, or the Friday before a weekend.
fn working_day(day: Day) -> Day {
    match day.date().weekday() {
        Weekday::Saturday => day.days_later(-1),
        Weekday::Sunday => day.days_later(-2),
        Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => day,
    }
}

fn whole(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
