//! What the sample company wants to reach, and what it measured so far.

use std::sync::LazyLock;

use serde::Deserialize;

use super::SampleError;
use crate::evidence::Target;
use crate::findings::{self, AddAction};
use crate::objectives::{
    self, AddMeasure, AddObjective, Figure, Goal, ObjectiveId, ReadMeasure, Rhythm, RhythmUnit,
};
use crate::workspace::{Stamp, Workspace};
use crate::{Day, Line, Prose};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pursued {
    objective: Vec<Told>,
    measure: Vec<Measured>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    title: Line,
    purpose: Prose,
    about: Vec<Target>,
    owner: Line,
    plan: Option<Prose>,
    resources: Option<Prose>,
    target: i32,
    judged_by: Option<Prose>,
    #[serde(default)]
    measure: Vec<Measured>,
    #[serde(default)]
    action: Vec<Act>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Measured {
    what: Line,
    #[serde(default)]
    about: Vec<Target>,
    unit: Line,
    method: Prose,
    by: Line,
    every: u32,
    r#in: RhythmUnit,
    goal: Goal,
    start: Option<Figure>,
    since: i32,
    reading: Vec<ReadOn>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadOn {
    day: i32,
    value: Figure,
    note: Option<Prose>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Act {
    text: Prose,
    owner: Line,
    due: i32,
}

static ENGLISH: LazyLock<Pursued> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the file is part of the program, and a test makes the sample of it"
    )]
    toml::from_str(include_str!("objectives.en-GB.toml"))
        .expect("the objectives of the sample have their shape")
});

/// Sets the objectives, and reads the measures as far as they were read.
pub(super) fn tell(workspace: &Workspace, stamp: &Stamp, today: Day) -> Result<(), SampleError> {
    for told in &ENGLISH.objective {
        let added = workspace.write(stamp, "objective.add", |tx| {
            objectives::add(
                tx,
                today,
                AddObjective {
                    title: told.title.clone(),
                    purpose: Some(told.purpose.clone()),
                    about: Some(told.about.clone()),
                    owner: Some(told.owner.clone()),
                    plan: told.plan.clone(),
                    resources: told.resources.clone(),
                    target: Some(today.days_later(told.target)),
                    judged_by: told.judged_by.clone(),
                    measure: None,
                },
            )
        })?;
        for measured in &told.measure {
            measure(workspace, stamp, today, (Some(added.objective.id), measured))?;
        }
        for Act { text, owner, due } in &told.action {
            workspace.write(stamp, "action.add", |tx| {
                let (text, owner, due) = (text.clone(), owner.clone(), today.days_later(*due));
                let objective = Some(added.objective.id);
                findings::add_action(tx, AddAction { finding: None, objective, text, owner, due })
            })?;
        }
    }
    ENGLISH.measure.iter().try_for_each(|measured| measure(workspace, stamp, today, (None, measured)))
}

fn measure(
    workspace: &Workspace,
    stamp: &Stamp,
    today: Day,
    (objective, told): (Option<ObjectiveId>, &Measured),
) -> Result<(), SampleError> {
    let added = workspace.write(stamp, "measure.add", |tx| {
        objectives::add_measure(
            tx,
            today,
            AddMeasure {
                objective,
                about: Some(told.about.clone()),
                what: told.what.clone(),
                unit: Some(told.unit.clone()),
                method: Some(told.method.clone()),
                by: Some(told.by.clone()),
                rhythm: Some(Rhythm { every: told.every, unit: told.r#in }),
                goal: told.goal,
                start: told.start,
                since: Some(today.days_later(told.since)),
            },
        )
    })?;
    for ReadOn { day, value, note } in &told.reading {
        workspace.write(stamp, "measure.read", |tx| {
            objectives::read(
                tx,
                today,
                ReadMeasure {
                    id: added.row.measure.id,
                    value: *value,
                    day: Some(today.days_later(*day)),
                    note: note.clone(),
                    by: None,
                    evidence: None,
                    replace: None,
                },
            )
        })?;
    }
    Ok(())
}
