//! Excel workbooks: the names of the sheets, the texts, what stands in the cells, in notes and in drawings.
//!
//! The parts are read as they come and no grid is ever made: a sheet may claim to have billions of cells.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::docx::character;
use crate::error::TextError;
use crate::limits::Limits;
use crate::package::Package;
use crate::tidy::Collector;
use crate::words::Source;

/// Reads words; returns whether all of the workbook was read.
pub(crate) fn read(
    file: &mut dyn Source,
    limits: &Limits,
    stop: &dyn Fn() -> bool,
    words: &mut Collector,
) -> Result<bool, TextError> {
    let mut package = Package::open(file, limits)?;
    let mut parts = package.names();
    parts.retain(|name| part(name).is_some());
    parts.sort_by_key(|name| (part(name), name.len(), name.clone()));
    if parts.first().and_then(|name| part(name)) != Some(Part::Workbook) {
        return Err(TextError::Damaged);
    }
    let mut whole = true;
    for name in parts {
        let (Some(kind), Some((xml, all))) = (part(&name), package.read(&name)?) else { continue };
        whole &= text(kind, &xml, stop, words)? && all;
        words.line();
        if words.is_full() {
            break;
        }
    }
    Ok(whole)
}

/// A part that holds words, in the order in which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// The names of the sheets.
    Workbook,
    /// The texts of the cells, each once.
    Strings,
    /// Numbers, results, and texts that stand in their cells.
    Sheet,
    /// What people noted beside cells, and what stands in drawings.
    Notes,
}

fn part(name: &str) -> Option<Part> {
    let name = name.strip_prefix("xl/")?.strip_suffix(".xml")?;
    match name {
        "workbook" => Some(Part::Workbook),
        "sharedStrings" => Some(Part::Strings),
        _ if name.starts_with("worksheets/") => Some(Part::Sheet),
        _ if ["comments", "threadedComments/", "drawings/drawing"]
            .iter()
            .any(|part| name.starts_with(part)) =>
        {
            Some(Part::Notes)
        }
        _ => None,
    }
}

/// Reads the text of a part; returns whether it could be read to its end.
fn text(kind: Part, xml: &[u8], stop: &dyn Fn() -> bool, words: &mut Collector) -> Result<bool, TextError> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    // Whether what comes is text, and whether the cell only names one of the shared texts.
    let (mut in_text, mut shared) = (false, false);
    let mut events = 0_u32;
    loop {
        events = events.wrapping_add(1);
        if events.is_multiple_of(4_096) && stop() {
            return Err(TextError::Stopped);
        }
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) if tag.local_name().as_ref() == "sheet" => {
                let name = tag
                    .attributes()
                    .flatten()
                    .find(|attribute| attribute.key.local_name().as_ref() == "name");
                if let Some(name) = name {
                    words
                        .push(&name.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap_or_default());
                    words.line();
                }
            }
            Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                "c" => {
                    shared = tag
                        .attributes()
                        .flatten()
                        .any(|attribute| attribute.key.as_ref() == "t" && &*attribute.value == "s");
                }
                "t" | "text" => in_text = true,
                "v" => in_text = kind == Part::Sheet && !shared,
                _ => {}
            },
            Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                "t" | "v" | "text" => in_text = false,
                "c" => words.space(),
                "si" | "row" | "comment" => words.line(),
                _ => {}
            },
            Ok(Event::Text(text)) if in_text => {
                words.push(&text);
            }
            Ok(Event::GeneralRef(reference)) if in_text => words.push(&character(&reference)),
            Ok(Event::CData(text)) if in_text => words.push(&text),
            Ok(Event::Eof) => return Ok(true),
            Ok(_) => {}
            Err(_) => return Ok(false),
        }
        if words.is_full() {
            return Ok(true);
        }
    }
}
