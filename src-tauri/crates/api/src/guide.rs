//! Operations on the road that need the clock.

use annexe_core::Workspace;
use annexe_core::guide::{
    self, AddGuideStep, GuideError, GuidePlan, GuideRoad, NextGuideStep, NextSteps, PlanGuide, SetGuideStep,
    SplitGuideStep, StepDetails, StepReference,
};
use annexe_core::workspace::StoreError;

use crate::application::Nothing;
use crate::host::{Host, stamp, today};

pub(crate) fn show(
    workspace: &Workspace,
    host: &dyn Host,
    Nothing {}: Nothing,
) -> Result<GuideRoad, StoreError> {
    guide::show(workspace, today(host))
}

pub(crate) fn step(
    workspace: &Workspace,
    host: &dyn Host,
    asked: StepReference,
) -> Result<StepDetails, GuideError> {
    guide::step(workspace, &asked.step, today(host))
}

pub(crate) fn next(
    workspace: &Workspace,
    host: &dyn Host,
    asked: NextSteps,
) -> Result<Vec<NextGuideStep>, StoreError> {
    guide::next(workspace, today(host), &asked)
}

pub(crate) fn set(
    workspace: &Workspace,
    host: &dyn Host,
    change: SetGuideStep,
) -> Result<StepDetails, GuideError> {
    workspace.write(&stamp(host), "guide.set", |tx| guide::set(tx, today(host), change))
}

pub(crate) fn add(
    workspace: &Workspace,
    host: &dyn Host,
    step: AddGuideStep,
) -> Result<StepDetails, GuideError> {
    workspace.write(&stamp(host), "guide.add", |tx| guide::add(tx, today(host), step))
}

pub(crate) fn split(
    workspace: &Workspace,
    host: &dyn Host,
    split: SplitGuideStep,
) -> Result<StepDetails, GuideError> {
    workspace.write(&stamp(host), "guide.split", |tx| guide::split(tx, today(host), split))
}

pub(crate) fn plan(
    workspace: &Workspace,
    host: &dyn Host,
    asked: PlanGuide,
) -> Result<GuidePlan, GuideError> {
    workspace.write(&stamp(host), "guide.plan", |tx| guide::plan(tx, today(host), &asked))
}

pub(crate) fn preview(
    workspace: &Workspace,
    host: &dyn Host,
    asked: PlanGuide,
) -> Result<GuidePlan, GuideError> {
    guide::plan_preview(workspace, today(host), &asked)
}
