//! What can be done with a measure and its readings (clause 9.1).

use serde::Deserialize;
use ts_rs::TS;

use super::error::ObjectiveError;
use super::figure::Figure;
use super::goal::{Goal, Rhythm};
use super::id::{MeasureId, ObjectiveId};
use super::measure::{Measure, Reading};
use super::operations::{come, going_on, links, remove_with_readings};
use super::queries::{self, MeasureDetails};
use super::store;
use crate::evidence::{Evidence, EvidenceId, Target};
use crate::given::{given, renew};
use crate::record::{Record as _, RecordKind};
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// Names a measure.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeasureReference {
    /// Its number.
    pub id: MeasureId,
}

/// A measure to add.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddMeasure {
    /// The objective that it measures; left out where it stands alone.
    pub objective: Option<ObjectiveId>,
    /// The clauses, controls and AI systems that it watches, by their numbers.
    pub about: Option<Vec<Target>>,
    /// What is measured.
    pub what: Line,
    /// In what it is counted.
    pub unit: Option<Line>,
    /// How it is measured.
    pub method: Option<Prose>,
    /// Who measures it.
    pub by: Option<Line>,
    /// How often; once a month where nothing is said.
    pub rhythm: Option<Rhythm>,
    /// What is wanted.
    pub goal: Goal,
    /// What the figure is before anything is done.
    pub start: Option<Figure>,
    /// From when it is measured; from today where nothing is said.
    pub since: Option<Day>,
}

/// What to change about a measure; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetMeasure {
    /// Its number.
    pub id: MeasureId,
    /// The clauses, controls and AI systems that it watches, in place of those it has.
    pub about: Option<Vec<Target>>,
    /// What is measured.
    pub what: Option<Line>,
    /// In what it is counted.
    pub unit: Option<Line>,
    /// How it is measured.
    pub method: Option<Prose>,
    /// Who measures it.
    pub by: Option<Line>,
    /// How often.
    pub rhythm: Option<Rhythm>,
    /// What is wanted.
    pub goal: Option<Goal>,
    /// What the figure was before anything was done; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[ts(as = "Option<Figure>", optional = nullable)]
    pub start: Option<Option<Figure>>,
    /// From when it is measured.
    pub since: Option<Day>,
    /// Since when it is measured no more; null lets it go on.
    #[serde(default, deserialize_with = "given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub ended: Option<Option<Day>>,
}

/// What was measured.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ReadMeasure {
    /// The measure.
    pub id: MeasureId,
    /// The figure.
    pub value: Figure,
    /// The day; today where it is left out.
    pub day: Option<Day>,
    /// What is to be said of it.
    pub note: Option<Prose>,
    /// Who measured it; whoever is named with the measure where it is left out, else whoever records it.
    pub by: Option<Line>,
    /// What shows it.
    pub evidence: Option<Vec<EvidenceId>>,
    /// Whether it takes the place of the reading that the day has; without it such a day is refused.
    pub replace: Option<bool>,
}

/// Names a reading.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadingReference {
    /// The measure.
    pub id: MeasureId,
    /// The day.
    pub day: Day,
}

/// Adds a measure (clause 9.1) and returns it.
///
/// # Errors
/// [`ObjectiveError`]; nothing was changed then.
pub fn add_measure(tx: &mut Tx<'_>, today: Day, add: AddMeasure) -> Result<MeasureDetails, ObjectiveError> {
    let objective = add.objective.map(|id| going_on(tx, id)).transpose()?;
    let measure = Measure {
        id: MeasureId::next(tx, RecordKind::Measure)?,
        objective: objective.map(|objective| objective.id),
        about: links(tx, &add.about.unwrap_or_default())?,
        what: add.what,
        unit: add.unit.unwrap_or_default(),
        method: add.method.unwrap_or_default(),
        by: add.by.unwrap_or_default(),
        rhythm: add.rhythm.unwrap_or_default(),
        goal: add.goal,
        start: add.start,
        since: add.since.unwrap_or(today),
        ended: None,
    };
    save(tx, today, measure)
}

/// Changes what is said of a measure and returns it.
///
/// # Errors
/// [`ObjectiveError`]; nothing was changed then.
pub fn set_measure(tx: &mut Tx<'_>, today: Day, set: SetMeasure) -> Result<MeasureDetails, ObjectiveError> {
    let mut measure = measured(tx, set.id)?;
    if let Some(about) = &set.about {
        measure.about = links(tx, about)?;
    }
    renew(&mut measure.what, set.what);
    renew(&mut measure.unit, set.unit);
    renew(&mut measure.method, set.method);
    renew(&mut measure.by, set.by);
    renew(&mut measure.rhythm, set.rhythm);
    renew(&mut measure.goal, set.goal);
    renew(&mut measure.start, set.start);
    renew(&mut measure.since, set.since);
    renew(&mut measure.ended, set.ended);
    if let Some(ended) = measure.ended {
        come(ended, today, "ended")?;
    }
    save(tx, today, measure)
}

/// Removes a measure with its readings, as one entry of the ledger.
///
/// # Errors
/// [`ObjectiveError`]; nothing was changed then.
pub fn remove_measure(tx: &mut Tx<'_>, id: MeasureId) -> Result<(), ObjectiveError> {
    let measure = measured(tx, id)?;
    remove_with_readings(tx, &measure)
}

/// Records what was measured on a day, and returns the measure.
///
/// # Errors
/// [`ObjectiveError`]; nothing was changed then.
pub fn read(tx: &mut Tx<'_>, today: Day, read: ReadMeasure) -> Result<MeasureDetails, ObjectiveError> {
    let measure = measured(tx, read.id)?;
    let day = come(read.day.unwrap_or(today), today, "day")?;
    let here = store::reading(tx.reading(), measure.id, day)?;
    if let Some(here) = here.as_ref().filter(|_| !read.replace.unwrap_or(false)) {
        return Err(ObjectiveError::ReadingTaken(measure.id, day, here.value));
    }
    let mut evidence = read.evidence.unwrap_or_default();
    evidence.sort_unstable();
    evidence.dedup();
    for id in &evidence {
        if Evidence::load(tx.reading(), &id.to_string())?.is_none() {
            return Err(ObjectiveError::UnknownEvidence(*id));
        }
    }
    put(
        tx,
        &measure,
        day,
        Read { value: read.value, note: read.note.unwrap_or_default(), by: read.by, evidence },
    )?;
    queries::measure_details(tx.reading(), measure.id, today)
}

/// Takes a reading away, and returns the measure; what it was stays in the ledger.
///
/// # Errors
/// [`ObjectiveError`]; nothing was changed then.
pub fn remove_reading(
    tx: &mut Tx<'_>,
    today: Day,
    reference: &ReadingReference,
) -> Result<MeasureDetails, ObjectiveError> {
    let ReadingReference { id, day } = *reference;
    let measure = measured(tx, id)?;
    let reading = store::reading(tx.reading(), measure.id, day)?;
    let reading = reading.ok_or(ObjectiveError::UnknownReading(id, day))?;
    tx.remove::<Reading>(&reading.key())?;
    queries::measure_details(tx.reading(), id, today)
}

/// What was read on a day.
pub(super) struct Read {
    pub(super) value: Figure,
    pub(super) note: Prose,
    pub(super) by: Option<Line>,
    pub(super) evidence: Vec<EvidenceId>,
}

/// Writes a reading in place of what that day has.
pub(super) fn put(tx: &mut Tx<'_>, measure: &Measure, day: Day, read: Read) -> Result<(), ObjectiveError> {
    if let Some(ended) = measure.ended.filter(|ended| day >= *ended) {
        return Err(ObjectiveError::Ended(measure.id, ended));
    }
    let Read { value, note, by, evidence } = read;
    let by = by.or_else(|| Some(measure.by.clone())).filter(|by| !by.is_empty());
    let by = by.unwrap_or_else(|| tx.stamp.actor.parse().unwrap_or_default());
    Ok(tx.put(&Reading { measure: measure.id, day, value, note, by, evidence })?)
}

/// Returns a measure that may change: its objective is not judged.
pub(super) fn measured(tx: &Tx<'_>, id: MeasureId) -> Result<Measure, ObjectiveError> {
    let measure: Measure = tx.get(&id.to_string())?.ok_or(ObjectiveError::UnknownMeasure(id))?;
    if let Some(objective) = measure.objective {
        going_on(tx, objective)?;
    }
    Ok(measure)
}

fn save(tx: &mut Tx<'_>, today: Day, measure: Measure) -> Result<MeasureDetails, ObjectiveError> {
    if measure.what.is_empty() {
        let hint = "Say what is counted or timed, such as “Letters checked by a second person”.";
        return Err(ObjectiveError::Missing("What is measured", hint, "what"));
    }
    measure.goal.check()?;
    measure.rhythm.check()?;
    tx.put(&measure)?;
    queries::measure_details(tx.reading(), measure.id, today)
}
