//! Plain text: Markdown, CSV and the like, in the encodings that companies have.

use std::io::{Read, Seek, SeekFrom};

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::error::TextError;
use crate::limits::Limits;
use crate::tidy::Collector;
use crate::words::{Source, Words};

/// Bytes read at a time.
const CHUNK: usize = 64 << 10;

/// Characters of a text that are shown.
const SHOWN: usize = 200_000;

/// Reads words; returns whether all of the file was read.
pub(crate) fn read(
    file: &mut dyn Source,
    limits: &Limits,
    stop: &dyn Fn() -> bool,
    words: &mut Collector,
) -> Result<bool, TextError> {
    decode(file, limits.part, &mut |text| {
        words.push(text);
        if stop() { Err(TextError::Stopped) } else { Ok(!words.is_full()) }
    })
}

/// Returns a text as it is shown: as it was typed, but for a sign in the place of what cannot be seen, and no more
/// than 200,000 characters.
///
/// # Errors
/// [`TextError::Unreadable`] where it can't be read.
pub fn text_preview(file: &mut (impl Read + Seek), limits: &Limits) -> Result<Words, TextError> {
    file.seek(SeekFrom::Start(0))?;
    let (mut shown, mut count) = (String::new(), 0);
    let mut cut = false;
    let whole = decode(file, limits.part, &mut |text| {
        for character in text.chars() {
            if count == SHOWN {
                cut = true;
                return Ok(false);
            }
            count += 1;
            shown.push(visible(character));
        }
        Ok(true)
    })?;
    Ok(Words { text: shown.replace("\r\n", "\n").replace('\r', "\n"), complete: whole && !cut })
}

/// Returns a sign in the place of a character that cannot be seen, or that turns the direction of writing.
fn visible(character: char) -> char {
    match character {
        '\n' | '\r' | '\t' => character,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => '\u{fffd}',
        other if other.is_control() => '\u{fffd}',
        other => other,
    }
}

/// Hands on what a file says, piece by piece, until its end, a limit in bytes, or a no; returns whether that was
/// the end.
fn decode(
    file: &mut dyn Source,
    limit: u64,
    take: &mut dyn FnMut(&str) -> Result<bool, TextError>,
) -> Result<bool, TextError> {
    let mut buffer = vec![0; CHUNK];
    let mut decoder = None;
    let mut read = 0;
    let mut text = String::new();
    loop {
        let filled = fill(file, &mut buffer)?;
        let last = filled < buffer.len();
        let mut rest = buffer.get(..filled).unwrap_or_default();
        if decoder.is_none() && (read == 0 && Encoding::for_bom(rest).is_some() || !rest.is_ascii()) {
            decoder = Some(encoding(rest, read == 0, last).new_decoder());
        }
        read += filled as u64;
        match &mut decoder {
            // All encodings agree on these.
            None => {
                text.push_str(std::str::from_utf8(rest).unwrap_or_default());
                if !take(&text)? {
                    return Ok(false);
                }
            }
            Some(decoder) => loop {
                text.reserve(rest.len().max(16));
                let (result, used, _) = decoder.decode_to_string(rest, &mut text, last);
                rest = rest.get(used..).unwrap_or_default();
                if !take(&text)? {
                    return Ok(false);
                }
                text.clear();
                if result == encoding_rs::CoderResult::InputEmpty {
                    break;
                }
            },
        }
        text.clear();
        if last {
            return Ok(true);
        }
        if read >= limit {
            return Ok(false);
        }
    }
}

/// Returns the encoding that the first bytes beyond the plainest speak of: a mark at the start says it, else UTF-8 where
/// it can be that, else the one that Windows wrote.
fn encoding(bytes: &[u8], is_start: bool, is_end: bool) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes).filter(|_| is_start) {
        return encoding;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        // A character may be cut in two by the end of the piece.
        Err(error) if error.error_len().is_none() && !is_end => UTF_8,
        Err(_) => WINDOWS_1252,
    }
}

fn fill(file: &mut dyn Source, buffer: &mut [u8]) -> Result<usize, TextError> {
    let mut filled = 0;
    while let Some(room) = buffer.get_mut(filled..).filter(|room| !room.is_empty()) {
        match file.read(room) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Cursor;

    fn preview(bytes: &[u8]) -> Words {
        text_preview(&mut Cursor::new(bytes), &Limits::default()).unwrap()
    }

    #[test]
    fn the_encodings_of_companies_are_read() {
        assert_eq!(preview("Größe".as_bytes()).text, "Größe");
        assert_eq!(preview(b"\xef\xbb\xbfname;value").text, "name;value");
        assert_eq!(preview(b"Gr\xf6\xdfe \x80").text, "Größe €");
        assert_eq!(preview(b"caf\xe9").text, "café");
        let late = [vec![b'a'; 3 * CHUNK], b"caf\xe9 ".to_vec()].concat();
        assert!(preview(&late[1..]).text.ends_with("café "));
        assert_eq!(preview(b"\xff\xfeG\0r\0\xf6\0").text, "Grö");
        assert_eq!(preview(b"\xfe\xff\0G\0r\0\xf6").text, "Grö");
    }

    #[test]
    fn what_cannot_be_seen_is_shown_as_a_sign() {
        assert_eq!(preview("a\u{202e}b\u{1b}[31mc\r\nd\te".as_bytes()).text, "a\u{fffd}b\u{fffd}[31mc\nd\te");
    }

    #[test]
    fn a_long_text_is_cut_and_says_so() {
        let long = "ä".repeat(SHOWN + 1);
        let words = preview(long.as_bytes());
        assert_eq!((words.text.chars().count(), words.complete), (SHOWN, false));
        assert!(preview("ä".repeat(SHOWN).as_bytes()).complete);
    }

    proptest! {
        #[test]
        fn a_text_reads_as_it_was_written(text in "[a-zäß\u{4e00}\u{1f600} \n]{0,200}") {
            prop_assert_eq!(preview(text.as_bytes()).text, text);
        }

        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..500)) {
            let words = preview(&bytes);
            prop_assert!(words.complete);
        }
    }
}
