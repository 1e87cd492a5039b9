//! The road and its steps as people see them.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::content::{Content, StepContent};
use super::error::GuideError;
use super::ids::{StepId, TickId};
use super::road::{DoneEntry, Nature, Road, Stand, StepState};
use super::theme::GuideTheme;
use crate::assessment::ControlId;
use crate::catalogue::{Catalogue, ClauseId, ControlNumber};
use crate::documents::DraftKey;
use crate::findings::FindingId;
use crate::organisation::Role;
use crate::workspace::{StoreError, Workspace};
use crate::{Day, Line, Prose};

/// The whole road.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuideRoad {
    /// Its themes, in order.
    pub themes: Vec<GuideThemeRoad>,
    /// How many steps are done.
    #[ts(type = "number")]
    pub done: usize,
    /// How many there are, without those that are not needed.
    #[ts(type = "number")]
    pub of: usize,
    /// How many minutes the steps take that are not over.
    pub minutes_left: u32,
    /// Whether any step that is not over has a day.
    pub planned: bool,
}

/// A theme of the road.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuideThemeRoad {
    /// Which.
    pub theme: GuideTheme,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// How many of its steps are done.
    #[ts(type = "number")]
    pub done: usize,
    /// How many it has, without those that are not needed.
    #[ts(type = "number")]
    pub of: usize,
    /// Its steps, in order.
    pub steps: Vec<StepSummary>,
}

/// A step as the road shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "GuideStepSummary")]
pub struct StepSummary {
    /// Its name.
    pub id: StepId,
    /// Its title.
    pub title: String,
    /// Where on the road it stands.
    pub theme: GuideTheme,
    /// How far it is.
    pub state: StepState,
    /// Who does it.
    pub owner: Line,
    /// The day by which it is to be done.
    pub due: Option<Day>,
    /// Whether a plan set that day.
    pub planned: bool,
    /// Whether that day has passed and the step is not over.
    pub late: bool,
    /// How long it takes a company in its roles, in minutes.
    pub minutes: u32,
    /// How much of what counts is done.
    #[ts(type = "number")]
    pub met: usize,
    /// How much counts.
    #[ts(type = "number")]
    pub entries: usize,
    /// Whether the company added it.
    pub own: bool,
    /// The nonconformities against what it serves that are open, the oldest first.
    pub nonconformities: Vec<FindingId>,
    /// To which roles it matters most.
    pub roles: Vec<Role>,
    /// The steps before it that are not over.
    pub waits_for: Vec<StepName>,
    /// The parts into which it was split.
    pub parts: Vec<StepSummary>,
}

/// A step by its name and its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "GuideStepName")]
pub struct StepName {
    /// Its name.
    pub id: StepId,
    /// Its title.
    pub title: String,
}

/// A step with everything about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "GuideStepDetails")]
pub struct StepDetails {
    /// What the road shows of it.
    #[serde(flatten)]
    pub summary: StepSummary,
    /// The title of its theme.
    pub theme_title: String,
    /// Which step of its theme it is, from 1.
    #[ts(type = "number")]
    pub number: usize,
    /// How many steps its theme has.
    #[ts(type = "number")]
    pub of: usize,
    /// The step of which it is a part.
    pub under: Option<StepName>,
    /// Why it matters; nothing for a step of the company's own.
    pub why: String,
    /// What to do in a step of the company's own.
    pub what: Prose,
    /// What to do.
    pub tasks: Vec<Task>,
    /// What counts as done: all of it.
    pub done: Vec<DoneEntry>,
    /// Questions to ask oneself.
    pub ask: Vec<String>,
    /// What to keep as evidence.
    pub evidence: Vec<String>,
    /// What an auditor will ask, by what the step serves.
    pub questions: Vec<AuditorQuestion>,
    /// The clauses that it serves.
    pub clauses: Vec<ServedClause>,
    /// The controls that it serves.
    pub controls: Vec<ServedControl>,
    /// The drafts that it starts from.
    pub drafts: Vec<DraftKey>,
    /// Notes.
    pub note: Prose,
    /// The step before it on the road.
    pub previous: Option<StepName>,
    /// The step after it.
    pub next: Option<StepName>,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "GuideTask")]
pub struct Task {
    /// Its name within the step.
    pub id: TickId,
    /// What to do.
    pub text: String,
    /// A hint.
    pub hint: Option<String>,
    /// Whether it is ticked.
    pub ticked: bool,
}

/// What an auditor will ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditorQuestion {
    /// About which clause or control, by its number.
    pub about: String,
    /// The question.
    pub question: String,
}

/// A clause that a step serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServedClause {
    /// Its number.
    pub id: ClauseId,
    /// Its title.
    pub title: String,
}

/// A control that a step serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ServedControl {
    /// Its number.
    pub id: ControlNumber,
    /// Its title.
    pub title: String,
    /// Whether it is excluded, with its reason.
    pub excluded: bool,
}

/// Returns the whole road.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn show(workspace: &Workspace, today: Day) -> Result<GuideRoad, StoreError> {
    workspace.read(|conn| Ok(Road::read(conn, today)?.view()))
}

/// Returns one step, or one part of a step.
///
/// # Errors
/// [`GuideError::UnknownStep`] where there is none of that name.
pub fn step(workspace: &Workspace, id: &StepId, today: Day) -> Result<StepDetails, GuideError> {
    workspace.read(|conn| details(conn, id, today))
}

pub(super) fn details(conn: &Connection, id: &StepId, today: Day) -> Result<StepDetails, GuideError> {
    Road::read(conn, today)?.details(id).ok_or_else(|| GuideError::UnknownStep(id.clone()))
}

/// Returns how many of some steps are done, and how many there are without those that are not needed.
pub(super) fn counts<'a>(steps: impl Iterator<Item = &'a Stand> + Clone) -> (usize, usize) {
    let done = steps.clone().filter(|step| step.state == StepState::Done).count();
    (done, steps.filter(|step| step.state != StepState::NotNeeded).count())
}

impl Road {
    fn view(&self) -> GuideRoad {
        let (done, of) = counts(self.steps.iter());
        let left = self.steps.iter().filter(|step| !step.state.is_over());
        GuideRoad {
            themes: Content::english()
                .themes
                .iter()
                .map(|content| {
                    let steps = self.steps.iter().filter(|step| step.theme == content.theme);
                    let (done, of) = counts(steps.clone());
                    GuideThemeRoad {
                        theme: content.theme,
                        title: content.title.clone(),
                        about: content.about.clone(),
                        done,
                        of,
                        steps: steps.map(|step| self.summary(step)).collect(),
                    }
                })
                .collect(),
            done,
            of,
            minutes_left: left.clone().map(|step| step.minutes).sum(),
            planned: left.clone().any(|step| step.said.due.is_some()),
        }
    }

    pub(super) fn summary(&self, step: &Stand) -> StepSummary {
        StepSummary {
            id: step.id.clone(),
            title: step.title().into(),
            theme: step.theme,
            state: step.state,
            owner: step.said.owner.clone(),
            due: step.said.due,
            planned: step.said.planned,
            late: !step.state.is_over() && step.said.due.is_some_and(|due| due < self.work.today),
            minutes: step.minutes,
            met: step.met(),
            entries: step.done.len(),
            own: step.content().is_none(),
            nonconformities: self.nonconformities(step),
            roles: step.content().map(|content| content.roles.clone()).unwrap_or_default(),
            waits_for: step.waits_for.iter().filter_map(|id| self.find(id)).map(name).collect(),
            parts: step.parts.iter().map(|part| self.summary(part)).collect(),
        }
    }

    fn details(&self, id: &StepId) -> Option<StepDetails> {
        let step = self.find(id)?;
        let whole = self.whole(id);
        let at = self.steps.iter().position(|other| other.id == whole.unwrap_or(step).id)?;
        let in_theme: Vec<&Stand> = self.steps.iter().filter(|other| other.theme == step.theme).collect();
        let theme = Content::english().themes.iter().find(|theme| theme.theme == step.theme);
        let content = step.content();
        let neighbour = |at: Option<usize>| at.and_then(|at| self.steps.get(at)).map(name);
        Some(StepDetails {
            summary: self.summary(step),
            theme_title: theme.map(|theme| theme.title.clone()).unwrap_or_default(),
            number: in_theme
                .iter()
                .position(|other| other.id == whole.unwrap_or(step).id)
                .map_or(0, |at| at + 1),
            of: in_theme.len(),
            under: whole.map(name),
            why: content.map(|content| content.why.clone()).unwrap_or_default(),
            what: match &step.nature {
                Nature::Guide(_) => Prose::default(),
                Nature::Own(own) => own.what.clone(),
            },
            tasks: content.map(|content| tasks(content, step)).unwrap_or_default(),
            done: step.done.clone(),
            ask: content.map(|content| content.ask.clone()).unwrap_or_default(),
            evidence: content.map(|content| content.evidence.clone()).unwrap_or_default(),
            questions: content.map(questions).unwrap_or_default(),
            clauses: content.map(clauses).unwrap_or_default(),
            controls: content.map(|content| self.controls(content)).unwrap_or_default(),
            drafts: content.map(|content| content.drafts.clone()).unwrap_or_default(),
            note: step.said.note.clone(),
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(at.checked_add(1)),
        })
    }

    fn nonconformities(&self, step: &Stand) -> Vec<FindingId> {
        let Some(content) = step.content() else { return Vec::new() };
        let controls: Vec<ControlId> =
            content.controls.iter().filter_map(|id| id.as_str().parse().ok()).collect();
        self.work.nonconformities(&content.clauses, &controls)
    }

    fn controls(&self, content: &StepContent) -> Vec<ServedControl> {
        let served = content.controls.iter().filter_map(|id| Catalogue::english().control(id));
        served
            .map(|control| ServedControl {
                id: control.id.clone(),
                title: control.title.clone(),
                excluded: self.work.excluded(control.id.as_str()),
            })
            .collect()
    }
}

pub(super) fn name(step: &Stand) -> StepName {
    StepName { id: step.id.clone(), title: step.title().into() }
}

fn tasks(content: &StepContent, step: &Stand) -> Vec<Task> {
    let task = |task: &super::content::TaskContent| Task {
        id: task.id.clone(),
        text: task.text.clone(),
        hint: task.hint.clone(),
        ticked: step.said.tasks.contains(&task.id),
    };
    content.tasks.iter().map(task).collect()
}

fn clauses(content: &StepContent) -> Vec<ServedClause> {
    let served = content.clauses.iter().filter_map(|id| Catalogue::english().clause(id));
    served.map(|clause| ServedClause { id: clause.id.clone(), title: clause.title.clone() }).collect()
}

fn questions(content: &StepContent) -> Vec<AuditorQuestion> {
    let catalogue = Catalogue::english();
    let of_clauses = content.clauses.iter().filter_map(|id| catalogue.clause(id)).map(|clause| {
        AuditorQuestion { about: clause.id.to_string(), question: clause.auditor_question.clone() }
    });
    let of_controls = content.controls.iter().filter_map(|id| catalogue.control(id)).map(|control| {
        AuditorQuestion { about: control.id.to_string(), question: control.auditor_question.clone() }
    });
    of_clauses.chain(of_controls).collect()
}
