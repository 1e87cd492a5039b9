//! The file made small: unused objects left out, glyph strings written as bytes, and the
//! cross-references compressed.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

use lopdf::{Document as File, Object, ObjectId, Stream, dictionary};

use crate::error::PdfError;

/// Drops the objects that nothing refers to, and numbers the others from 1 without a gap.
pub(crate) fn renumber(file: &mut File) {
    let mut used = BTreeSet::new();
    let mut found = Vec::new();
    file.trailer.iter().for_each(|(_, object)| references(object, &mut found));
    while let Some(id) = found.pop() {
        if used.insert(id)
            && let Some(object) = file.objects.get(&id)
        {
            references(object, &mut found);
        }
    }
    let numbers: HashMap<ObjectId, ObjectId> =
        used.into_iter().zip((1..).map(|number| (number, 0))).collect();
    for (id, mut object) in std::mem::take(&mut file.objects) {
        if let Some(number) = numbers.get(&id) {
            replace(&mut object, &numbers);
            file.objects.insert(*number, object);
        }
    }
    file.trailer.iter_mut().for_each(|(_, object)| replace(object, &numbers));
    file.max_id = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
}

fn references(object: &Object, into: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => into.push(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, into)),
        Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, item)| references(item, into)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, item)| references(item, into)),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::String(..) => {}
    }
}

fn replace(object: &mut Object, numbers: &HashMap<ObjectId, ObjectId>) {
    match object {
        Object::Reference(id) => {
            if let Some(number) = numbers.get(id) {
                *id = *number;
            }
        }
        Object::Array(items) => items.iter_mut().for_each(|item| replace(item, numbers)),
        Object::Dictionary(dictionary) => {
            dictionary.iter_mut().for_each(|(_, item)| replace(item, numbers));
        }
        Object::Stream(stream) => stream.dict.iter_mut().for_each(|(_, item)| replace(item, numbers)),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::String(..) => {}
    }
}

/// Writes the hexadecimal strings of a page's operators as bytes, which compress better.
///
/// The operators hold no literal strings but ASCII ones without `<`, so that a `<` which does not
/// begin a dictionary begins a hexadecimal string.
pub(crate) fn bytes_for_hex(operators: &[u8]) -> Vec<u8> {
    let mut written = Vec::with_capacity(operators.len());
    let mut rest = operators;
    while let Some(start) = rest.iter().position(|byte| *byte == b'<') {
        let (before, from) = rest.split_at(start);
        written.extend_from_slice(before);
        if from.get(1) == Some(&b'<') {
            written.extend_from_slice(b"<<");
            rest = from.get(2..).unwrap_or_default();
            continue;
        }
        let end = from.iter().position(|byte| *byte == b'>').unwrap_or(from.len());
        let digits = from.get(1..end).unwrap_or_default();
        written.push(b'(');
        for pair in digits.chunks(2) {
            match byte(pair) {
                b'\r' => written.extend_from_slice(b"\\r"),
                escaped @ (b'(' | b')' | b'\\') => written.extend([b'\\', escaped]),
                plain => written.push(plain),
            }
        }
        written.push(b')');
        rest = from.get(end + 1..).unwrap_or_default();
    }
    written.extend_from_slice(rest);
    written
}

fn byte(pair: &[u8]) -> u8 {
    let digit = |digit: &u8| char::from(*digit).to_digit(16).unwrap_or(0) as u8;
    pair.first().map_or(0, digit) << 4 | pair.get(1).map_or(0, digit)
}

/// Compresses a stream so that nobody can be in doubt where it ends: before `endstream` stands a line feed, and a
/// carriage return as the last byte would be taken for a part of it. Then the content gets one byte more that says
/// nothing: every reader passes over white space in operators, and over what lies behind the tables of a typeface.
pub(crate) fn compress(stream: &mut Stream) -> Result<(), PdfError> {
    if stream.dict.has(b"Filter") {
        return Ok(());
    }
    loop {
        let mut content = stream.content.clone();
        stream.compress().map_err(std::io::Error::other)?;
        if !stream.dict.has(b"Filter") || stream.content.last() != Some(&b'\r') {
            return Ok(());
        }
        // A zero would leave the sum at the end of the compressed bytes as it is, and with it the last of them.
        content.push(b' ');
        if stream.dict.has(b"Length1") {
            let length = i64::try_from(content.len()).unwrap_or(i64::MAX);
            stream.dict.set("Length1", length);
        }
        stream.dict.remove(b"Filter");
        stream.set_content(content);
    }
}

/// Returns whether a stream of a file ends with a carriage return.
pub(crate) fn ends_unclearly(bytes: &[u8]) -> bool {
    const END: &[u8] = b"\r\nendstream";
    bytes.windows(END.len()).any(|window| window == END)
}

/// Bytes of an entry of the cross-references, as lopdf writes them.
const ENTRY: usize = 7;

/// Compresses the cross-references at the end of a saved file.
pub(crate) fn compress_references(file: &File, bytes: &mut Vec<u8>) -> Result<(), PdfError> {
    let Some(start) = number_after(bytes, b"startxref") else { return Ok(()) };
    let tail = bytes.get(start..).unwrap_or_default();
    let length = file.trailer.get(b"Length").and_then(Object::as_i64).ok();
    let (Some(length), Some(data)) =
        (length.and_then(|length| usize::try_from(length).ok()), after(tail, b"stream\n"))
    else {
        return Ok(());
    };
    let entries = data.get(..length).unwrap_or_default();
    // Each entry is written as its difference from the one above it, which is mostly zeros.
    let mut differences = Vec::with_capacity(length + length / ENTRY + 1);
    let mut above = [0_u8; ENTRY];
    for entry in entries.chunks_exact(ENTRY) {
        differences.push(2);
        for (byte, previous) in entry.iter().zip(&mut above) {
            differences.push(byte.wrapping_sub(*previous));
            *previous = *byte;
        }
    }
    let mut stream = Stream::new(dictionary! {}, differences);
    stream.compress().map_err(std::io::Error::other)?;
    if !stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut dictionary = String::new();
    let trailer = |key: &[u8]| file.trailer.get(key).ok();
    for key in ["Root", "Info"] {
        if let Some((id, _)) = trailer(key.as_bytes()).and_then(|object| object.as_reference().ok()) {
            let _ = write!(dictionary, "/{key} {id} 0 R");
        }
    }
    if let Some([Object::String(identity, _), _]) =
        trailer(b"ID").and_then(|id| id.as_array().ok()).map(Vec::as_slice)
    {
        let hex: String = identity.iter().map(|byte| format!("{byte:02X}")).collect();
        let _ = write!(dictionary, "/ID[<{hex}><{hex}>]");
    }
    if let Some(index) = trailer(b"Index").and_then(|index| index.as_array().ok()) {
        let numbers: Vec<String> =
            index.iter().filter_map(|number| number.as_i64().ok()).map(|number| number.to_string()).collect();
        let _ = write!(dictionary, "/Index[{}]", numbers.join(" "));
    }
    let size = file.max_id + 1;
    let object = file.max_id;
    let length = stream.content.len();
    let _ = write!(
        dictionary,
        "/Type/XRef/Size {size}/W[1 4 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {ENTRY}>>/Length {length}"
    );
    bytes.truncate(start);
    bytes.extend_from_slice(format!("{object} 0 obj\n<<{dictionary}>>stream\n").as_bytes());
    bytes.extend_from_slice(&stream.content);
    bytes.extend_from_slice(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").as_bytes());
    Ok(())
}

/// Returns what follows the first of a keyword.
fn after<'a>(bytes: &'a [u8], keyword: &[u8]) -> Option<&'a [u8]> {
    let at = bytes.windows(keyword.len()).position(|window| window == keyword)?;
    bytes.get(at + keyword.len()..)
}

/// Returns the number after the last of a keyword.
fn number_after(bytes: &[u8], keyword: &[u8]) -> Option<usize> {
    let at = bytes.windows(keyword.len()).rposition(|window| window == keyword)?;
    std::str::from_utf8(bytes.get(at + keyword.len()..)?).ok()?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_compressed_stream_ends_with_a_carriage_return() {
        let mut met = 0;
        for seed in 0..2_000_u32 {
            let content = format!("{seed} {}", "0 0 1 0 0 cm ".repeat(40)).into_bytes();
            let mut plain = Stream::new(dictionary! {}, content.clone());
            assert!(plain.compress().is_ok());
            met += u32::from(plain.content.last() == Some(&b'\r'));
            let mut stream = Stream::new(dictionary! { "Length1" => 1 }, content.clone());
            assert!(compress(&mut stream).is_ok());
            assert_ne!(stream.content.last(), Some(&b'\r'));
            let read = stream.decompressed_content().unwrap_or_default();
            assert_eq!(read.get(..content.len()), Some(content.as_slice()));
        }
        assert!(met > 0, "the case was never met");
    }

    #[test]
    fn glyphs_become_bytes_and_dictionaries_stay() {
        let operators = b"/P <</MCID 3>> BDC\n[<00280D5C29> 20<41>] TJ";
        assert_eq!(bytes_for_hex(operators), b"/P <</MCID 3>> BDC\n[(\x00\\(\\r\\\\\\)) 20(A)] TJ");
    }
}
