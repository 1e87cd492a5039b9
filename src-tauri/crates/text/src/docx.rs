//! Word documents: the text of the body, of tables, heads, feet, notes and comments.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::error::TextError;
use crate::limits::Limits;
use crate::package::Package;
use crate::tidy::Collector;
use crate::words::Source;

/// Reads words; returns whether all of the document was read.
pub(crate) fn read(
    file: &mut dyn Source,
    limits: &Limits,
    stop: &dyn Fn() -> bool,
    words: &mut Collector,
) -> Result<bool, TextError> {
    let mut package = Package::open(file, limits)?;
    let mut parts = package.names();
    parts.retain(|name| order(name).is_some());
    parts.sort_by_key(|name| (order(name), name.clone()));
    if parts.first().and_then(|name| order(name)) != Some(0) {
        return Err(TextError::Damaged);
    }
    let mut whole = true;
    for name in parts {
        let Some((xml, all)) = package.read(&name)? else { continue };
        whole &= text(&xml, stop, words)? && all;
        words.line();
        if words.is_full() {
            break;
        }
    }
    Ok(whole)
}

/// Returns the place of a part that holds text, or nothing.
fn order(name: &str) -> Option<u8> {
    let part = name.strip_prefix("word/")?.strip_suffix(".xml")?;
    let kind = part.trim_end_matches(|character: char| character.is_ascii_digit());
    ["document", "footnotes", "endnotes", "comments", "header", "footer"]
        .iter()
        .position(|one| *one == kind)
        .and_then(|at| u8::try_from(at).ok())
}

/// Reads the text of a part; returns whether it could be read to its end.
fn text(xml: &[u8], stop: &dyn Fn() -> bool, words: &mut Collector) -> Result<bool, TextError> {
    let mut reader = Reader::from_reader(xml);
    let mut in_text = false;
    let mut fallbacks = 0_i64;
    let mut buffer = Vec::new();
    let mut events = 0_u32;
    loop {
        events = events.wrapping_add(1);
        if events.is_multiple_of(4_096) && stop() {
            return Err(TextError::Stopped);
        }
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            // Older programs find a drawing's words there once more.
            Ok(Event::Start(tag)) if tag.local_name().as_ref() == "Fallback" => fallbacks += 1,
            Ok(Event::End(tag)) if tag.local_name().as_ref() == "Fallback" => fallbacks -= 1,
            Ok(event) if fallbacks > 0 && !matches!(event, Event::Eof) => {}
            Ok(Event::Start(tag)) => in_text |= tag.local_name().as_ref() == "t",
            Ok(Event::Empty(tag)) => match tag.local_name().as_ref() {
                "br" | "cr" | "p" => words.line(),
                "tab" | "tc" => words.space(),
                "noBreakHyphen" => words.push("-"),
                _ => {}
            },
            Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "p" => words.line(),
                "tc" => words.space(),
                _ => {}
            },
            Ok(Event::Text(text)) if in_text => {
                words.push(&text);
            }
            Ok(Event::GeneralRef(reference)) if in_text => words.push(&character(&reference)),
            Ok(Event::CData(text)) if in_text => {
                words.push(&text);
            }
            Ok(Event::Eof) => return Ok(true),
            Ok(_) => {}
            // What came before the fault is still worth finding.
            Err(_) => return Ok(false),
        }
        if words.is_full() {
            return Ok(true);
        }
    }
}

/// Returns the character that a reference stands for: one of XML's five or one by its number. A document can
/// define no others here, so nothing multiplies.
pub(crate) fn character(reference: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.into();
    }
    quick_xml::escape::resolve_xml_entity(reference).unwrap_or_default().into()
}
