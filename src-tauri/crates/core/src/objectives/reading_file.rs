//! Readings in a file of comma-separated values, which is taken for hostile until every line of it is understood.
//!
//! Spreadsheets write such files with commas, with semicolons where the comma stands before decimals, and with tabs.
//! A line holds a day, a value and perhaps a note; a first line may name the columns and so put them in any order.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use csv_core::ReadRecordResult;
use serde::Serialize;
use ts_rs::TS;

use super::error::ObjectiveError;
use super::figure::{EXPECTED, Figure};
use crate::text::shown;
use crate::{Day, Prose};

/// The largest file.
const BYTES: u64 = 1024 * 1024;

/// The most lines.
const LINES: usize = 10_000;

/// What a day looks like, for those who wrote another.
const DAY: &str = "a day such as 2026-09-30";

/// What is wrong with a line of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ReadingProblem")]
pub struct LineProblem {
    /// Which line, from 1.
    #[ts(type = "number")]
    pub line: u64,
    /// What stands there.
    pub found: String,
    /// What was expected in its place.
    pub expected: String,
}

/// A line that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileReading {
    pub(super) line: u64,
    pub(super) day: Day,
    pub(super) value: Figure,
    pub(super) note: Prose,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct FileReadings {
    pub(super) readings: Vec<FileReading>,
    pub(super) problems: Vec<LineProblem>,
}

/// Reads the bytes of a file, where they are no more than readings take.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, ObjectiveError> {
    let unreadable = |error: std::io::Error| ObjectiveError::File(error.to_string());
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(ObjectiveError::File("it is no file".into()));
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(unreadable)?;
    file.take(BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > BYTES { Err(ObjectiveError::FileTooLarge("1 MB")) } else { Ok(bytes) }
}

/// Where each column stands in a line.
#[derive(Debug, Clone, Copy)]
struct Columns {
    day: usize,
    value: usize,
    note: Option<usize>,
    /// How many there are.
    all: usize,
}

impl Columns {
    /// The columns of a file that does not name them.
    const UNNAMED: Self = Self { day: 0, value: 1, note: Some(2), all: 3 };

    /// Reads the columns that a line names; nothing where it is none that names them.
    fn named(record: &[String]) -> Option<Self> {
        let at =
            |names: &[&str]| record.iter().position(|cell| names.contains(&cell.to_lowercase().as_str()));
        Some(Self {
            day: at(&["day", "date"])?,
            value: at(&["value"])?,
            note: at(&["note"]),
            all: record.len(),
        })
    }
}

/// Reads the text of a file, on `today`.
pub(super) fn parse(bytes: &[u8], today: Day) -> Result<FileReadings, ObjectiveError> {
    let text = std::str::from_utf8(bytes).map_err(|_| ObjectiveError::FileNotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\0') {
        return Err(ObjectiveError::FileNotText);
    }
    let delimiter = delimiter(text);
    let mut columns = None;
    let mut found = FileReadings::default();
    let mut days: BTreeMap<Day, u64> = BTreeMap::new();
    for (count, record) in records(text, delimiter).into_iter().enumerate() {
        if count > LINES {
            return Err(ObjectiveError::FileTooLarge("10,000 lines"));
        }
        let Record { line, cells: record } = record;
        if record.iter().all(String::is_empty) {
            continue;
        }
        let columns = match columns {
            Some(columns) => columns,
            None => {
                let named = Columns::named(&record);
                columns = Some(named.unwrap_or(Columns::UNNAMED));
                if named.is_some() {
                    continue;
                }
                Columns::UNNAMED
            }
        };
        match reading(&record, columns, delimiter == b';', today) {
            Err((found_text, expected)) => {
                found.problems.push(LineProblem { line, found: found_text, expected });
            }
            Ok((day, value, note)) => match days.insert(day, line) {
                Some(first) => {
                    let expected = format!("another day: {day} stands on line {first} already");
                    found.problems.push(LineProblem { line, found: quoted(&day.to_string()), expected });
                }
                None => found.readings.push(FileReading { line, day, value, note }),
            },
        }
    }
    if found.readings.is_empty() && found.problems.is_empty() {
        return Err(ObjectiveError::FileEmpty);
    }
    Ok(found)
}

/// A line of a file, cell by cell.
struct Record {
    /// Where it begins, from 1.
    line: u64,
    cells: Vec<String>,
}

/// Takes a text apart into lines of cells, those of quotes among them; lines with nothing on them are left out.
fn records(text: &str, delimiter: u8) -> Vec<Record> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let mut rest = text.as_bytes();
    let (mut out, mut ends) = (vec![0; text.len() + 1], vec![0; text.len() + 2]);
    let (mut filled, mut ended) = (0, 0);
    let mut line = 1;
    let mut records = Vec::new();
    loop {
        if filled == 0 && ended == 0 {
            let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let (skipped, after) = rest.split_at(blank);
            line += breaks(skipped);
            rest = after;
        }
        let space = (out.get_mut(filled..).unwrap_or_default(), ends.get_mut(ended..).unwrap_or_default());
        let (result, read, wrote, cells) = reader.read_record(rest, space.0, space.1);
        let (taken, after) = rest.split_at(read.min(rest.len()));
        rest = after;
        (filled, ended) = (filled + wrote, ended + cells);
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::Record => {
                let mut from = 0;
                let cell = |to: &usize| {
                    let bytes = out.get(from..*to).unwrap_or_default();
                    from = *to;
                    String::from_utf8_lossy(bytes).trim().to_owned()
                };
                let cells = ends.iter().take(ended).map(cell).collect();
                records.push(Record { line, cells });
                (filled, ended) = (0, 0);
            }
            // Either has room for the whole text.
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull | ReadRecordResult::End => {
                return records;
            }
        }
        line += breaks(taken);
    }
}

/// Counts the ends of lines.
fn breaks(bytes: &[u8]) -> u64 {
    let feeds = bytes.iter().filter(|byte| **byte == b'\n').count();
    let returns = bytes.windows(2).filter(|pair| matches!(pair, [b'\r', after] if *after != b'\n')).count();
    u64::try_from(feeds + returns).unwrap_or(u64::MAX)
}

/// Returns what stands between the values of a line: the one that its first line with anything on it holds.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    [(';', b';'), ('\t', b'\t')]
        .into_iter()
        .find(|(sign, _)| first.contains(*sign))
        .map_or(b',', |(_, byte)| byte)
}

/// Reads a line; where it is wrong, returns what was found and what was expected.
fn reading(
    record: &[String],
    columns: Columns,
    decimal_comma: bool,
    today: Day,
) -> Result<(Day, Figure, Prose), (String, String)> {
    let cell = |at: usize| record.get(at).map(String::as_str).unwrap_or_default();
    let filled = record.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    if filled > columns.all {
        let more = record
            .iter()
            .skip(columns.all)
            .find(|cell| !cell.is_empty())
            .map(String::as_str)
            .unwrap_or_default();
        let expected =
            format!("no more than {} values on a line; a note with a comma stands in quotes", columns.all);
        return Err((quoted(more), expected));
    }
    let day: Day = cell(columns.day).parse().map_err(|_| (quoted(cell(columns.day)), DAY.to_owned()))?;
    if day > today {
        return Err((quoted(&day.to_string()), format!("a day that has come, {today} at the latest")));
    }
    let typed = cell(columns.value);
    let value = if decimal_comma { with_point(typed)? } else { typed.to_owned() };
    let value: Figure = value.parse().map_err(|_| (quoted(typed), EXPECTED.to_owned()))?;
    let note = columns.note.map(cell).unwrap_or_default();
    let note = note
        .parse()
        .map_err(|error: crate::TextError| (quoted(note), format!("a note that fits: {error}")))?;
    Ok((day, value, note))
}

/// Returns a value as it is written with a point before the decimals.
fn with_point(typed: &str) -> Result<String, (String, String)> {
    match typed.split_once(',') {
        // A thousand in one country is one in the other.
        Some((_, after)) if after.len() == 3 && !typed.starts_with("0,") && !typed.starts_with("-0,") => Err((
            quoted(typed),
            "a figure that means the same everywhere: a comma before three figures may part thousands or decimals"
                .into(),
        )),
        Some((before, after)) if !typed.contains('.') => Ok(format!("{before}.{after}")),
        _ => Ok(typed.to_owned()),
    }
}

fn quoted(text: &str) -> String {
    if text.is_empty() { "nothing".into() } else { format!("“{}”", shown(text)) }
}
