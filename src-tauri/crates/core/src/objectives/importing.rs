//! Taking readings in from a file: first a look at what would be added, then all of them or none.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

use super::error::ObjectiveError;
use super::figure::Figure;
use super::id::MeasureId;
use super::measure::Measure;
use super::measuring::{self, Read};
use super::reading_file::{self, FileReading, FileReadings, LineProblem};
use super::store;
use crate::record::Record as _;
use crate::workspace::{Stamp, Workspace};
use crate::{Day, Prose};

/// How many readings and problems a look names.
const NAMED: usize = 200;

/// A file to look at before its readings are taken in.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PreviewReadings {
    /// The measure.
    pub id: MeasureId,
    /// The path of the file.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// Whether readings of the file take the place of those that their days have.
    pub replace: Option<bool>,
}

/// A file whose readings are to be taken in.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ImportReadings {
    /// The measure.
    pub id: MeasureId,
    /// The path of the file.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// Whether readings of the file take the place of those that their days have; without it such days are refused.
    pub replace: Option<bool>,
    /// The SHA-256 of the file as somebody looked at it; another file is refused.
    pub digest: Option<String>,
}

/// A reading that would be taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewedReading {
    /// Its line in the file, from 1.
    #[ts(type = "number")]
    pub line: u64,
    /// The day.
    pub day: Day,
    /// The figure.
    pub value: Figure,
    /// What is to be said of it.
    pub note: Prose,
    /// Whether it is as it is wanted.
    pub on_target: bool,
    /// The figure whose place it takes.
    pub replaces: Option<Figure>,
}

/// What taking a file in would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportPreview {
    /// The SHA-256 of the file.
    pub digest: String,
    /// How many readings there are.
    #[ts(type = "number")]
    pub total: usize,
    /// How many of them take the place of another.
    #[ts(type = "number")]
    pub replaced: usize,
    /// The first of them, in the order of the file.
    pub readings: Vec<PreviewedReading>,
    /// How many lines are wrong; where any is, nothing is taken in.
    #[ts(type = "number")]
    pub wrong: usize,
    /// The first of them.
    pub problems: Vec<LineProblem>,
}

/// What was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ImportedReadings")]
pub struct Imported {
    /// How many readings are new.
    #[ts(type = "number")]
    pub added: usize,
    /// How many took the place of another.
    #[ts(type = "number")]
    pub replaced: usize,
}

/// Looks at a file and says what taking it in would do. Nothing is changed.
///
/// # Errors
/// [`ObjectiveError`] where the measure is not known, or the file as a whole can't be read.
pub fn preview(
    workspace: &Workspace,
    asked: &PreviewReadings,
    today: Day,
) -> Result<ImportPreview, ObjectiveError> {
    let bytes = reading_file::bytes(&asked.file)?;
    let FileReadings { readings, mut problems } = reading_file::parse(&bytes, today)?;
    let (measure, here) = workspace.read(|conn| {
        let measure = Measure::load(conn, &asked.id.to_string())?;
        let measure = measure.ok_or(ObjectiveError::UnknownMeasure(asked.id))?;
        Ok::<_, ObjectiveError>((measure, store::readings(conn, asked.id)?))
    })?;
    let here: BTreeMap<Day, Figure> = here.into_iter().map(|reading| (reading.day, reading.value)).collect();
    let replace = asked.replace.unwrap_or(false);
    problems.extend(readings.iter().filter_map(|reading| refused(reading, &measure, &here, replace)));
    problems.sort_by_key(|problem| problem.line);
    let shown = |FileReading { line, day, value, note }: FileReading| PreviewedReading {
        line,
        day,
        value,
        note,
        on_target: measure.goal.is_met(value),
        replaces: here.get(&day).copied(),
    };
    let (total, wrong) = (readings.len(), problems.len());
    let replaced = readings.iter().filter(|reading| here.contains_key(&reading.day)).count();
    problems.truncate(NAMED);
    Ok(ImportPreview {
        digest: digest(&bytes),
        total,
        replaced,
        readings: readings.into_iter().take(NAMED).map(shown).collect(),
        wrong,
        problems,
    })
}

/// Takes the readings of a file in, all of them as one entry of the ledger, or none.
///
/// # Errors
/// [`ObjectiveError`]; nothing was changed then.
pub fn import(
    workspace: &Workspace,
    stamp: &Stamp,
    import: &ImportReadings,
    today: Day,
) -> Result<Imported, ObjectiveError> {
    let bytes = reading_file::bytes(&import.file)?;
    if import.digest.as_ref().is_some_and(|seen| *seen != digest(&bytes)) {
        return Err(ObjectiveError::FileChanged);
    }
    let FileReadings { readings, mut problems } = reading_file::parse(&bytes, today)?;
    workspace.write(stamp, "measure.import", |tx| {
        let measure = measuring::measured(tx, import.id)?;
        let here = store::readings(tx.reading(), measure.id)?;
        let here: BTreeMap<Day, Figure> =
            here.into_iter().map(|reading| (reading.day, reading.value)).collect();
        let replace = import.replace.unwrap_or(false);
        problems.extend(readings.iter().filter_map(|reading| refused(reading, &measure, &here, replace)));
        if let Some(first) = problems.iter().min_by_key(|problem| problem.line) {
            return Err(ObjectiveError::BadLines(problems.len(), first.clone()));
        }
        let mut imported = Imported { added: 0, replaced: 0 };
        for FileReading { day, value, note, .. } in readings {
            if here.contains_key(&day) {
                imported.replaced += 1;
            } else {
                imported.added += 1;
            }
            measuring::put(tx, &measure, day, Read { value, note, by: None, evidence: Vec::new() })?;
        }
        Ok(imported)
    })
}

/// Returns why a reading that was understood can't be taken in.
fn refused(
    reading: &FileReading,
    measure: &Measure,
    here: &BTreeMap<Day, Figure>,
    replace: bool,
) -> Option<LineProblem> {
    let problem = |expected: String| {
        Some(LineProblem { line: reading.line, found: format!("“{}”", reading.day), expected })
    };
    if let Some(ended) = measure.ended.filter(|ended| reading.day >= *ended) {
        return problem(format!("a day before {ended}, since when it is measured no more"));
    }
    let taken = here.get(&reading.day).filter(|_| !replace)?;
    problem(format!("a day without a reading, or that readings are replaced: it has {taken}"))
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
