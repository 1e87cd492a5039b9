//! The management reviews of the sample company: the first, of last year, and the next.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::SampleError;
use crate::evidence::EvidenceId;
use crate::findings::{self, FinishAction};
use crate::reviews::{
    self, ActOnDecision, AddPoint, AddReview, ApproveReview, Attendee, DecideInReview, DecisionAbout,
    HoldReview, InputKind, RemarkOnPoint, ReviewError,
};
use crate::workspace::{Stamp, Workspace};
use crate::{Day, Line, Prose};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    first: First,
    next: Next,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct First {
    title: Line,
    on: i32,
    chair: Line,
    present: Vec<Attendee>,
    by: Line,
    approved: i32,
    said: BTreeMap<InputKind, Prose>,
    decision: Vec<Decided>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Decided {
    about: DecisionAbout,
    text: Prose,
    action: Option<Act>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Act {
    owner: Line,
    due: i32,
    done: Option<i32>,
    #[serde(default)]
    proof: Vec<EvidenceId>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    title: Line,
    on: i32,
    chair: Line,
    present: Vec<Attendee>,
    point: Line,
}

static ENGLISH: LazyLock<Told> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the file is part of the program, and a test makes the sample of it"
    )]
    toml::from_str(include_str!("reviews.en-GB.toml")).expect("the reviews of the sample have their shape")
});

/// Holds the first review as it was then, before anything was recorded that came later.
pub(super) fn hold_first(workspace: &Workspace, stamp: &Stamp, today: Day) -> Result<(), SampleError> {
    let told = &ENGLISH.first;
    let (held, approved) = (today.days_later(told.on), today.days_later(told.approved));
    let mut acted = Vec::new();
    workspace.write::<_, ReviewError>(stamp, "review.add", |tx| {
        let add = AddReview {
            title: told.title.clone(),
            planned_on: held,
            since: None,
            chair: Some(told.chair.clone()),
            present: Some(told.present.clone()),
        };
        let added = reviews::add(tx, held, add)?;
        let id = added.review.id;
        reviews::hold(tx, held, HoldReview { id, on: Some(held), chair: None, present: None })?;
        for point in added.review.agenda {
            let said = point.input.and_then(|input| told.said.get(&input)).cloned();
            let noted = Some(said.is_none());
            reviews::remark(tx, held, RemarkOnPoint { id, point: point.number, said, noted, title: None })?;
        }
        for (decision, Decided { about, text, action }) in (1..).zip(&told.decision) {
            reviews::decide(tx, held, DecideInReview { id, about: *about, text: text.clone() })?;
            if let Some(act) = action {
                let (owner, due) = (act.owner.clone(), today.days_later(act.due));
                let shown = reviews::act(tx, held, ActOnDecision { id, decision, text: None, owner, due })?;
                acted.extend(shown.actions.last().map(|row| (row.action.id, act)));
            }
        }
        reviews::approve(tx, approved, ApproveReview { id, by: told.by.clone(), on: None })
    })?;
    for (id, act) in acted {
        let Some(days) = act.done else { continue };
        let finish =
            FinishAction { id, proof: act.proof.clone(), on: Some(today.days_later(days)), note: None };
        workspace.write(stamp, "action.finish", |tx| findings::finish_action(tx, today, finish))?;
    }
    Ok(())
}

/// Plans the next review.
pub(super) fn plan_next(workspace: &Workspace, stamp: &Stamp, today: Day) -> Result<(), SampleError> {
    let told = &ENGLISH.next;
    workspace.write::<_, ReviewError>(stamp, "review.add", |tx| {
        let add = AddReview {
            title: told.title.clone(),
            planned_on: today.days_later(told.on),
            since: None,
            chair: Some(told.chair.clone()),
            present: Some(told.present.clone()),
        };
        let id = reviews::add(tx, today, add)?.review.id;
        reviews::add_point(tx, today, AddPoint { id, title: told.point.clone() })
    })?;
    Ok(())
}
