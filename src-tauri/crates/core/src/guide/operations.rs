//! What can be said of steps, and steps of the company's own.

use serde::Deserialize;
use ts_rs::TS;

use super::content::{Content, StepContent};
use super::error::GuideError;
use super::ids::{StepId, TickId};
use super::record::{GuideStep, OwnStep};
use super::store;
use super::theme::GuideTheme;
use super::views::{self, StepDetails};
use crate::given::renew;
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// Names a step.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "GuideStepReference")]
pub struct StepReference {
    /// Its name.
    pub step: StepId,
}

/// What to change about a step; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetGuideStep {
    /// The step.
    pub step: StepId,
    /// Who does it.
    pub owner: Option<Line>,
    /// The day by which it is to be done; null takes it away.
    #[serde(default, deserialize_with = "crate::given::given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub due: Option<Option<Day>>,
    /// Tasks, and what counts as done by hand, to tick.
    pub tick: Option<Vec<TickId>>,
    /// The same to take back.
    pub untick: Option<Vec<TickId>>,
    /// Notes.
    pub note: Option<Prose>,
    /// The title of a step of the company's own.
    pub title: Option<Line>,
    /// What to do in a step of the company's own.
    pub what: Option<Prose>,
    /// How long a step of the company's own takes, in minutes.
    pub minutes: Option<u32>,
}

/// A step to add.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddGuideStep {
    /// Its title.
    pub title: Line,
    /// Where on the road it stands; it comes last there.
    pub theme: GuideTheme,
    /// What to do.
    pub what: Option<Prose>,
    /// Who does it.
    pub owner: Option<Line>,
    /// The day by which it is to be done.
    pub due: Option<Day>,
    /// How long it takes, in minutes; an hour where nothing is said.
    pub minutes: Option<u32>,
}

/// A step to split, or to split further.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SplitGuideStep {
    /// The step.
    pub step: StepId,
    /// Its new parts, beside those that it has.
    pub parts: Vec<GuidePart>,
}

/// A part of a step.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct GuidePart {
    /// Its title.
    pub title: Line,
    /// Who does it.
    pub owner: Option<Line>,
    /// The day by which it is to be done.
    pub due: Option<Day>,
}

/// Changes owner, day, ticks and note of a step, and returns it.
///
/// # Errors
/// [`GuideError`] where there is no such step, or something of it can't be ticked; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, today: Day, set: SetGuideStep) -> Result<StepDetails, GuideError> {
    let SetGuideStep { step, owner, due, tick, untick, note, title, what, minutes } = set;
    let known = Known::of(tx, &step)?;
    let mut said = tx.get::<GuideStep>(step.as_str())?.unwrap_or_else(|| GuideStep::untouched(step.clone()));
    renew(&mut said.owner, owner);
    renew(&mut said.note, note);
    if let Some(due) = due {
        said.due = due;
        said.planned = false;
    }
    for id in tick.into_iter().flatten() {
        known.ticks(&id, &mut said)?.insert(id);
    }
    for id in untick.into_iter().flatten() {
        known.ticks(&id, &mut said)?.remove(&id);
    }
    match known {
        Known::Guide(_) if title.is_some() || what.is_some() || minutes.is_some() => {
            return Err(GuideError::NotOwn(step));
        }
        Known::Guide(_) => {}
        Known::Own(mut own) => {
            renew(&mut own.title, title);
            renew(&mut own.what, what);
            renew(&mut own.minutes, minutes);
            put_own(tx, &own)?;
        }
    }
    put(tx, &said)?;
    views::details(tx.reading(), &step, today)
}

/// Adds a step of the company's own at the end of a theme, and returns it.
///
/// # Errors
/// [`GuideError`] where it has no title, or takes no time or too long.
pub fn add(tx: &mut Tx<'_>, today: Day, add: AddGuideStep) -> Result<StepDetails, GuideError> {
    let AddGuideStep { title, theme, what, owner, due, minutes } = add;
    let id = StepId::own(store::next(tx.reading())?);
    put_own(
        tx,
        &OwnStep {
            id: id.clone(),
            title,
            theme,
            under: None,
            what: what.unwrap_or_default(),
            minutes: minutes.unwrap_or(OwnStep::USUAL),
        },
    )?;
    let owner = owner.unwrap_or_default();
    put(tx, &GuideStep { owner, due, ..GuideStep::untouched(id.clone()) })?;
    views::details(tx.reading(), &id, today)
}

/// Splits a step into parts of the company's own, and returns the step.
///
/// It is then done when each part is, and all else that counts.
///
/// # Errors
/// [`GuideError`] where it is a part itself, or a part has no title; nothing was changed then.
pub fn split(tx: &mut Tx<'_>, today: Day, split: SplitGuideStep) -> Result<StepDetails, GuideError> {
    let SplitGuideStep { step, parts } = split;
    let theme = match Known::of(tx, &step)? {
        Known::Guide(_) => Content::english().theme_of(&step),
        Known::Own(own) if own.under.is_some() => return Err(GuideError::PartOfPart(step)),
        Known::Own(own) => Some(own.theme),
    };
    let theme = theme.ok_or_else(|| GuideError::UnknownStep(step.clone()))?;
    if parts.is_empty() {
        return Err(GuideError::NoPart);
    }
    let first = store::next(tx.reading())?;
    for (number, part) in (first..).zip(parts) {
        let id = StepId::own(number);
        put_own(
            tx,
            &OwnStep {
                id: id.clone(),
                title: part.title,
                theme,
                under: Some(step.clone()),
                what: Prose::default(),
                minutes: OwnStep::USUAL,
            },
        )?;
        let (owner, due) = (part.owner.unwrap_or_default(), part.due);
        put(tx, &GuideStep { owner, due, ..GuideStep::untouched(id) })?;
    }
    views::details(tx.reading(), &step, today)
}

/// Removes a step of the company's own, with its parts and what was said of them.
///
/// # Errors
/// [`GuideError`] where it is none of the company's own.
pub fn remove(tx: &mut Tx<'_>, id: &StepId) -> Result<(), GuideError> {
    match Known::of(tx, id)? {
        Known::Guide(_) => return Err(GuideError::NotOwn(id.clone())),
        Known::Own(_) => {}
    }
    for part in store::own(tx.reading())?.iter().filter(|part| part.under.as_ref() == Some(id)) {
        tx.remove::<GuideStep>(part.id.as_str())?;
        tx.remove::<OwnStep>(part.id.as_str())?;
    }
    tx.remove::<GuideStep>(id.as_str())?;
    tx.remove::<OwnStep>(id.as_str())?;
    Ok(())
}

/// A step that there is.
enum Known {
    Guide(&'static StepContent),
    Own(OwnStep),
}

impl Known {
    fn of(tx: &Tx<'_>, id: &StepId) -> Result<Self, GuideError> {
        if let Some(step) = Content::english().step(id) {
            return Ok(Self::Guide(step));
        }
        tx.get(id.as_str())?.map(Self::Own).ok_or_else(|| GuideError::UnknownStep(id.clone()))
    }

    /// Returns the ticks among which one stands.
    fn ticks<'a>(
        &self,
        id: &TickId,
        said: &'a mut GuideStep,
    ) -> Result<&'a mut std::collections::BTreeSet<TickId>, GuideError> {
        let unknown = || GuideError::UnknownTick(said.step.clone(), id.clone());
        let by_work = || GuideError::ShownByWork(said.step.clone(), id.clone());
        match self {
            Self::Guide(step) if step.tasks.iter().any(|task| task.id == *id) => Ok(&mut said.tasks),
            Self::Guide(step) => match step.done.iter().find(|entry| entry.id == *id) {
                Some(entry) if entry.shown_by.is_empty() => Ok(&mut said.done),
                Some(_) => Err(by_work()),
                None if *id == TickId::parts() => Err(by_work()),
                None => Err(unknown()),
            },
            Self::Own(_) if *id == TickId::done() => Ok(&mut said.done),
            Self::Own(_) if *id == TickId::parts() => Err(by_work()),
            Self::Own(_) => Err(unknown()),
        }
    }
}

/// Writes what was said of a step; where nothing is left of it, nothing is kept.
pub(super) fn put(tx: &mut Tx<'_>, said: &GuideStep) -> Result<(), GuideError> {
    if *said == GuideStep::untouched(said.step.clone()) {
        tx.remove::<GuideStep>(said.step.as_str())?;
    } else {
        tx.put(said)?;
    }
    Ok(())
}

fn put_own(tx: &mut Tx<'_>, own: &OwnStep) -> Result<(), GuideError> {
    if own.title.is_empty() {
        return Err(GuideError::NeedsTitle);
    }
    if own.minutes == 0 || own.minutes > OwnStep::LONGEST {
        return Err(GuideError::Minutes(own.minutes));
    }
    Ok(tx.put(own)?)
}
