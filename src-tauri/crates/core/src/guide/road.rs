//! Where each step of the road stands, from what the workspace shows and what was said by hand.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::content::{Content, DoneContent, StepContent, ThemeContent};
use super::ids::{StepId, TickId};
use super::record::{GuideStep, OwnStep};
use super::theme::GuideTheme;
use super::work::{Known, Place, Work};
use crate::Day;
use crate::workspace::StoreError;

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// Nothing of it is done.
    NotStarted,
    /// Something of it is done.
    InProgress,
    /// All that counts is done.
    Done,
    /// It serves controls alone, and each of them is excluded with its reason.
    NotNeeded,
}

impl StepState {
    /// Returns whether nothing is left to do.
    #[must_use]
    pub fn is_over(self) -> bool {
        match self {
            Self::NotStarted | Self::InProgress => false,
            Self::Done | Self::NotNeeded => true,
        }
    }
}

/// Who says that something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "DoneBy")]
pub enum By {
    /// A person ticks it.
    Hand,
    /// The work shows it; nobody can tick it.
    Work,
}

/// Something that counts towards a step being done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DoneEntry {
    /// Its name within the step.
    pub id: TickId,
    /// What it is.
    pub text: String,
    /// Who says that it is done.
    pub by: By,
    /// Whether it is.
    pub met: bool,
    /// How much of it is done, where it is more than one thing.
    pub have: Option<u32>,
    /// Out of how much.
    pub need: Option<u32>,
    /// What shows it, where it is met; else where it can be done.
    pub places: Vec<Place>,
}

/// What a step is: one that the program brings, or the company's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Nature {
    Guide(&'static StepContent),
    Own(OwnStep),
}

/// A step as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stand {
    pub(super) id: StepId,
    pub(super) theme: GuideTheme,
    pub(super) nature: Nature,
    pub(super) said: GuideStep,
    pub(super) done: Vec<DoneEntry>,
    pub(super) state: StepState,
    pub(super) minutes: u32,
    pub(super) parts: Vec<Stand>,
    /// The steps before it that are not over.
    pub(super) waits_for: Vec<StepId>,
}

impl Stand {
    pub(super) fn title(&self) -> &str {
        match &self.nature {
            Nature::Guide(step) => &step.title,
            Nature::Own(step) => step.title.as_str(),
        }
    }

    /// Returns the step that the program brings.
    pub(super) fn content(&self) -> Option<&'static StepContent> {
        match &self.nature {
            Nature::Guide(step) => Some(step),
            Nature::Own(_) => None,
        }
    }

    pub(super) fn met(&self) -> usize {
        self.done.iter().filter(|entry| entry.met).count()
    }
}

/// The road as it stands on a day.
pub(super) struct Road {
    pub(super) work: Work,
    /// The steps in their order, without the parts.
    pub(super) steps: Vec<Stand>,
}

impl Road {
    /// Reads where every step stands.
    pub(super) fn read(conn: &Connection, today: Day) -> Result<Self, StoreError> {
        Self::knowing(conn, today, Known::read(conn)?)
    }

    /// Reads where every step stands, where what much follows from was read already.
    pub(super) fn knowing(conn: &Connection, today: Day, known: Known) -> Result<Self, StoreError> {
        let work = Work::knowing(conn, today, known)?;
        let mut steps: Vec<Stand> = Vec::new();
        for theme in &Content::english().themes {
            steps.extend(theme.steps.iter().map(|step| work.stand(theme, step)));
            let beside = work.own.iter().filter(|own| own.under.is_none() && own.theme == theme.theme);
            steps.extend(beside.map(|own| work.own_stand(own)));
        }
        // What a step waits for stands before it, so that one walk settles all.
        for at in 0..steps.len() {
            let (before, rest) = steps.split_at_mut(at);
            let Some(step) = rest.first_mut() else { continue };
            let Nature::Guide(content) = &step.nature else { continue };
            step.waits_for = content
                .after
                .iter()
                .filter(|id| before.iter().any(|step| step.id == **id && !step.state.is_over()))
                .cloned()
                .collect();
        }
        Ok(Self { work, steps })
    }

    /// Returns a step or a part of one.
    pub(super) fn find(&self, id: &StepId) -> Option<&Stand> {
        self.steps
            .iter()
            .flat_map(|step| std::iter::once(step).chain(&step.parts))
            .find(|step| step.id == *id)
    }

    /// Returns the step of which a step is a part.
    pub(super) fn whole(&self, id: &StepId) -> Option<&Stand> {
        self.steps.iter().find(|step| step.parts.iter().any(|part| part.id == *id))
    }
}

impl Work {
    fn stand(&self, theme: &ThemeContent, step: &'static StepContent) -> Stand {
        let said = self.said_of(&step.id);
        let needless = step.clauses.is_empty()
            && !step.controls.is_empty()
            && step.controls.iter().all(|control| self.excluded(control.as_str()));
        let stand = self.settled(Stand {
            id: step.id.clone(),
            theme: theme.theme,
            nature: Nature::Guide(step),
            done: step.done.iter().map(|entry| self.entry(entry, &said)).collect(),
            said,
            state: StepState::NotStarted,
            minutes: step.minutes.in_roles(&self.organisation.roles),
            parts: Vec::new(),
            waits_for: Vec::new(),
        });
        if needless { Stand { state: StepState::NotNeeded, ..stand } } else { stand }
    }

    fn own_stand(&self, own: &OwnStep) -> Stand {
        let said = self.said_of(&own.id);
        let split = self.own.iter().any(|part| part.under.as_ref() == Some(&own.id));
        let text = Content::english().own_done.clone();
        let done = if split { Vec::new() } else { vec![by_hand(TickId::done(), text, &said)] };
        self.settled(Stand {
            id: own.id.clone(),
            theme: own.theme,
            nature: Nature::Own(own.clone()),
            said,
            done,
            state: StepState::NotStarted,
            minutes: own.minutes,
            parts: Vec::new(),
            waits_for: Vec::new(),
        })
    }

    /// Adds the parts of a step, and says from all of it how far the step is.
    fn settled(&self, mut stand: Stand) -> Stand {
        let parts = self.own.iter().filter(|part| part.under.as_ref() == Some(&stand.id));
        stand.parts = parts.map(|part| self.own_stand(part)).collect();
        if !stand.parts.is_empty() {
            let over = stand.parts.iter().filter(|part| part.state.is_over()).count();
            stand.done.push(DoneEntry {
                id: TickId::parts(),
                text: Content::english().parts_done.clone(),
                by: By::Work,
                met: over == stand.parts.len(),
                have: u32::try_from(over).ok(),
                need: u32::try_from(stand.parts.len()).ok(),
                places: Vec::new(),
            });
        }
        let begun = !stand.said.tasks.is_empty()
            || stand.done.iter().any(|entry| entry.met)
            || stand.parts.iter().any(|part| part.state != StepState::NotStarted);
        stand.state = match (stand.done.iter().all(|entry| entry.met), begun) {
            (true, _) => StepState::Done,
            (false, true) => StepState::InProgress,
            (false, false) => StepState::NotStarted,
        };
        stand
    }

    fn said_of(&self, id: &StepId) -> GuideStep {
        self.said.get(id).cloned().unwrap_or_else(|| GuideStep::untouched(id.clone()))
    }

    fn entry(&self, entry: &DoneContent, said: &GuideStep) -> DoneEntry {
        let (id, text) = (entry.id.clone(), entry.text.clone());
        if entry.shown_by.is_empty() {
            return by_hand(id, text, said);
        }
        let mut verdicts: Vec<_> = entry.shown_by.iter().map(|proof| self.verdict(proof)).collect();
        let met = verdicts.iter().any(|verdict| verdict.met);
        if met {
            verdicts.retain(|verdict| verdict.met);
        }
        let count = verdicts.iter().find_map(|verdict| verdict.count);
        let number = |number: usize| u32::try_from(number).ok();
        let have = count.and_then(|(have, _)| number(have));
        let need = count.and_then(|(_, need)| number(need));
        // A document that was approved is the evidence of its clause, too: it is named once.
        let mut places: Vec<Place> = Vec::new();
        for verdict in verdicts {
            if !places.contains(&verdict.place) {
                places.push(verdict.place);
            }
        }
        DoneEntry { id, text, by: By::Work, met, have, need, places }
    }
}

/// Returns what a person ticks.
fn by_hand(id: TickId, text: String, said: &GuideStep) -> DoneEntry {
    let met = said.done.contains(&id);
    DoneEntry { id, text, by: By::Hand, met, have: None, need: None, places: Vec::new() }
}
