//! Takes out of a file, before it is read, every stream that unpacks to more than it may.
//!
//! A library that reads PDF unpacks a stream whole, and a kilobyte may unpack to a megabyte. So each stream is unpacked
//! here once, into nothing. Where it is too large, damaged, or packed in a way that can't be measured, the word
//! `stream` is blanked, and what was a stream is none any more. Whatever reads the file must find that word to find
//! the stream, so this holds however the file refers to it.

use std::io::Read as _;

use flate2::read::DeflateDecoder;
use memchr::memmem;

use super::ascii85;
use super::budget::Budget;

/// Bytes before the word `stream` within which its dictionary must stand.
const REACH: usize = 64 << 10;

/// Returns whether a file says that it is encrypted, in whatever spelling.
pub(super) fn names_encryption(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'/', bytes).any(|at| {
        let rest = bytes.get(at + 1..).unwrap_or_default();
        let mut letters = spelt(rest);
        b"Encrypt".iter().all(|letter| letters.next() == Some(*letter)) && letters.next().is_none()
    })
}

/// The letters of the name at the start of `bytes`, up to its end.
fn spelt(bytes: &[u8]) -> impl Iterator<Item = u8> + '_ {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (first, after) = rest.split_first()?;
        if !is_regular(*first) {
            return None;
        }
        let escaped = match after {
            [high, low, ..] if *first == b'#' => {
                digit(*high).zip(digit(*low)).map(|(high, low)| high * 16 + low)
            }
            _ => None,
        };
        rest = if escaped.is_some() { after.get(2..)? } else { after };
        Some(escaped.unwrap_or(*first))
    })
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn is_regular(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && byte != 0 && !b"()<>[]{}/%".contains(&byte)
}

/// Blanks every stream that may not be unpacked; returns whether none of them could have held words.
pub(super) fn bound(bytes: &mut [u8], budget: &mut Budget) -> bool {
    let places: Vec<usize> = memmem::find_iter(bytes, b"stream").collect();
    let (mut kept_all, mut floor) = (true, 0);
    // Work that is in vain is bounded too.
    let mut work = budget.kept.saturating_mul(4);
    for at in places {
        let after = at + b"stream".len();
        let starts = bytes.get(after).is_some_and(|next| matches!(next, b'\n' | b'\r'));
        let ends = at.checked_sub(3).and_then(|before| bytes.get(before..at)) == Some(b"end");
        if !starts || ends {
            continue;
        }
        let from = floor.max(at.saturating_sub(REACH));
        let described = bytes.get(from..at).and_then(|before| describe(before, from == 0));
        floor = after;
        let data_at = match bytes.get(after..) {
            Some([b'\r', b'\n', ..]) => after + 2,
            _ => after + 1,
        };
        let verdict = match described {
            None => Verdict::Refused,
            Some(Packing::Needless) => Verdict::Needless,
            Some(Packing::Plain) => Verdict::Kept,
            Some(Packing::DeflatedAscii) if !ascii85::undo(bytes, from..at, data_at) => Verdict::Refused,
            Some(Packing::Deflated | Packing::DeflatedAscii) => {
                weigh(bytes.get(data_at..).unwrap_or_default(), budget, &mut work)
            }
        };
        if verdict != Verdict::Kept
            && let Some(word) = bytes.get_mut(at..after)
        {
            word.fill(b' ');
            kept_all &= verdict == Verdict::Needless;
        }
        if budget.is_spent() {
            work = 0;
        }
    }
    kept_all
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Kept,
    /// It holds no words.
    Needless,
    Refused,
}

/// How a stream is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packing {
    /// Not at all, or in a way that only ever shrinks when it is unpacked.
    Plain,
    Deflated,
    /// Deflated, then written in 85 letters.
    DeflatedAscii,
    /// In any way; it is a picture or an attachment.
    Needless,
}

/// Unpacks a stream into nothing to see how large it gets.
fn weigh(data: &[u8], budget: &mut Budget, work: &mut u64) -> Verdict {
    // A header of two bytes stands before the data; where it is not one, readers take it for data.
    let body = match data {
        [first, second, body @ ..]
            if first & 0x0f == 8
                && second & 0x20 == 0
                && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31) =>
        {
            body
        }
        _ => data,
    };
    let most = budget.part.min(budget.kept).min(*work);
    let unpacked = std::io::copy(&mut DeflateDecoder::new(body).take(most + 1), &mut std::io::sink());
    match unpacked {
        Ok(size) if size <= most => {
            budget.kept -= size;
            *work -= size;
            Verdict::Kept
        }
        _ => {
            *work = work.saturating_sub(most);
            Verdict::Refused
        }
    }
}

/// Reads the dictionary that ends at the end of `before`, or nothing where it is not as plain as a dictionary of a
/// stream is.
///
/// It is strict, so that no other reading of the same bytes gives another dictionary: no comments, nothing unbalanced,
/// no escapes outside of strings.
fn describe(before: &[u8], is_start: bool) -> Option<Packing> {
    let object = memmem::rfind(before, b"obj")?;
    if !starts_line(before.get(..object)?, is_start) {
        return None;
    }
    let tokens = tokens(before.get(object + 3..)?)?;
    let mut filters: Option<Vec<&[u8]>> = None;
    let (mut needless, mut parameters) = (false, false);
    let mut depth = 0_usize;
    let names: Vec<Vec<u8>> = tokens.iter().map(|token| token.name().unwrap_or_default()).collect();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Open => depth += 1,
            Token::Close => depth = depth.checked_sub(1)?,
            Token::Name(_) if depth == 1 => {
                let name = names.get(at)?.as_slice();
                match name {
                    b"DecodeParms" | b"DP" => parameters = true,
                    b"Image" | b"EmbeddedFile" | b"Metadata" => needless = true,
                    // The short form, or the name of a file outside.
                    b"F" => return None,
                    b"Filter" if filters.is_some() => return None,
                    b"Filter" => filters = Some(filter_names(&tokens, &names, at + 1)?),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    if depth != 0 {
        return None;
    }
    if needless {
        return Some(Packing::Needless);
    }
    match filters.unwrap_or_default().as_slice() {
        [] | [b"ASCIIHexDecode" | b"AHx" | b"ASCII85Decode" | b"A85"] => Some(Packing::Plain),
        [b"FlateDecode" | b"Fl"] => Some(Packing::Deflated),
        [b"ASCII85Decode", b"FlateDecode" | b"Fl"] if !parameters => Some(Packing::DeflatedAscii),
        _ => None,
    }
}

/// Returns whether `before` ends with the two numbers of an object at the start of a line, where no comment reaches.
fn starts_line(before: &[u8], is_start: bool) -> bool {
    let mut rest = before;
    for _ in 0..2 {
        let spaces = rest.iter().rev().take_while(|byte| **byte == b' ').count();
        rest = rest.get(..rest.len() - spaces).unwrap_or_default();
        let digits = rest.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return false;
        }
        rest = rest.get(..rest.len() - digits).unwrap_or_default();
    }
    rest.last().map_or(is_start, |last| matches!(last, b'\n' | b'\r'))
}

fn filter_names<'n>(tokens: &[Token<'_>], names: &'n [Vec<u8>], at: usize) -> Option<Vec<&'n [u8]>> {
    match tokens.get(at)? {
        Token::Name(_) => Some(vec![names.get(at)?.as_slice()]),
        Token::ListOpen => {
            let mut found = Vec::new();
            for (token, name) in tokens.iter().zip(names).skip(at + 1) {
                match token {
                    Token::Name(_) => found.push(name.as_slice()),
                    Token::ListClose => return Some(found),
                    _ => return None,
                }
            }
            None
        }
        _ => None,
    }
}

enum Token<'a> {
    Open,
    Close,
    ListOpen,
    ListClose,
    Name(&'a [u8]),
    Other,
}

impl Token<'_> {
    fn name(&self) -> Option<Vec<u8>> {
        match self {
            Self::Name(letters) => Some(spelt(letters).collect()),
            Self::Open | Self::Close | Self::ListOpen | Self::ListClose | Self::Other => None,
        }
    }
}

fn tokens(bytes: &[u8]) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = match first {
            b'<' if after.first() == Some(&b'<') => {
                tokens.push(Token::Open);
                after.get(1..)?
            }
            b'>' if after.first() == Some(&b'>') => {
                tokens.push(Token::Close);
                after.get(1..)?
            }
            b'<' => {
                let end = memchr::memchr(b'>', after)?;
                if !after
                    .get(..end)?
                    .iter()
                    .all(|byte| byte.is_ascii_hexdigit() || byte.is_ascii_whitespace())
                {
                    return None;
                }
                tokens.push(Token::Other);
                after.get(end + 1..)?
            }
            b'(' => {
                tokens.push(Token::Other);
                after.get(string_end(after)?..)?
            }
            b'[' => {
                tokens.push(Token::ListOpen);
                after
            }
            b']' => {
                tokens.push(Token::ListClose);
                after
            }
            b'/' => {
                let end = after.iter().position(|byte| !is_regular(*byte)).unwrap_or(after.len());
                let name = after.get(..end)?;
                if name.contains(&b'\\') {
                    return None;
                }
                tokens.push(Token::Name(name));
                after.get(end..)?
            }
            b'>' | b')' | b'{' | b'}' | b'%' | b'\\' => return None,
            byte if is_regular(*byte) => {
                let end = after.iter().position(|byte| !is_regular(*byte)).unwrap_or(after.len());
                if after.get(..end)?.contains(&b'\\') {
                    return None;
                }
                tokens.push(Token::Other);
                after.get(end..)?
            }
            _ => after,
        };
    }
    matches!((tokens.first(), tokens.last()), (Some(Token::Open), Some(Token::Close))).then_some(tokens)
}

/// Returns where a string ends whose opening bracket stands before `bytes`.
fn string_end(bytes: &[u8]) -> Option<usize> {
    let mut depth = 1_usize;
    let mut escaped = false;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use std::io::Write as _;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    const ROOM: usize = 1_000;

    fn deflated(size: usize) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(&vec![b' '; size]).unwrap();
        encoder.finish().unwrap()
    }

    /// Returns whether a stream was left, and whether none that may hold words was taken out.
    fn bounded(before: &str, data: &[u8]) -> (bool, bool) {
        let mut bytes = [before.as_bytes(), b"stream\r\n", data, b"\r\nendstream endobj"].concat();
        let limits = Limits { part: ROOM as u64, parts: 2 * ROOM as u64, ..Limits::default() };
        let mut budget = Budget::new(&limits, Arc::new(AtomicBool::new(false)));
        let all = bound(&mut bytes, &mut budget);
        (memmem::find(&bytes, b"stream\r\n").is_some(), all)
    }

    #[test]
    fn a_stream_is_kept_where_it_fits() {
        let whole = (true, true);
        assert_eq!(bounded("1 0 obj << /Filter /FlateDecode /Length 9 >>\n", &deflated(ROOM)), whole);
        assert_eq!(
            bounded("1 0 obj\n<</Filter[/Fl]/Length 2 0 R/A(x\\(>>)/B<4a>/C<</D 1>>>>", &deflated(9)),
            whole
        );
        assert_eq!(bounded("1 0 obj << /Length 9 >> ", b"plain"), whole);
        assert_eq!(bounded("1 0 obj << /Filter /FlateDecode >>", deflated(9).get(2..).unwrap()), whole);
    }

    #[test]
    fn a_stream_that_does_not_fit_is_none_any_more() {
        let large = deflated(ROOM + 1);
        for before in [
            "1 0 obj << /Filter /FlateDecode >>",
            "1 0 obj << /Filter [ /F#6CateDecode ] >>",
            "1 0 obj << /#46ilter /FlateDecode >>",
        ] {
            assert_eq!(bounded(before, &large), (false, false), "{before}");
        }
        let raw = large.get(2..).unwrap();
        assert_eq!(bounded("1 0 obj << /Filter /FlateDecode >>", raw), (false, false));
    }

    #[test]
    fn a_stream_that_cannot_be_measured_is_none_any_more() {
        let small = deflated(9);
        for before in [
            "1 0 obj << /Filter /LZWDecode >>",
            "1 0 obj << /Filter /RunLengthDecode >>",
            "1 0 obj << /Filter [/FlateDecode /FlateDecode] >>",
            "1 0 obj << /Filter 2 0 R >>",
            "1 0 obj << /Filter [2 0 R] >>",
            "1 0 obj << /F /FlateDecode >>",
            "1 0 obj << /Filter /FlateDecode /Filter /LZWDecode >>",
            "<< /Filter /FlateDecode >>",
            "1 0 obj << /Filter /FlateDecode >> >>",
            "1 0 obj << /Filter /LZWDecode /A (endobj\n2 0 obj << ) >>",
            "1 0 obj << /Filter /LZWDecode /A (endobj\n2 0 obj << /B \\(x) >>",
            "1 0 obj << /Filter /LZWDecode % endobj 2 0 obj <<\n >>",
            "1 0 obj << /Filter /LZWDecode\n%2 0 obj <<\n >>",
            "1 0 obj << /Filter /LZWDecode /A (\n2 0 obj << % )\n >>",
            "1 0 obj << /Filter /LZWDecode /A (endobj\n2 0 obj << % )\n >>",
            "1 0 obj << /Filter /LZWDecode /A (\nstream\nendobj\n2 0 obj << ) >>",
            "1 0 obj << /Filter /LZWDecode /A <endobj\n2 0 obj << >> >>",
        ] {
            assert_eq!(bounded(before, &small), (false, false), "{before}");
        }
        assert_eq!(bounded("1 0 obj << /Filter /FlateDecode >>", b"x\x9cnot deflated"), (false, false));
    }

    #[test]
    fn pictures_and_attachments_are_taken_out_unseen() {
        for kind in [
            "/Subtype /Image /Filter /DCTDecode",
            "/Type /EmbeddedFile /Filter /FlateDecode",
            "/Type /Metadata",
        ] {
            assert_eq!(bounded(&format!("1 0 obj << {kind} >>"), b"anything"), (false, true), "{kind}");
        }
    }

    #[test]
    fn all_streams_together_fit() {
        let data = deflated(ROOM);
        let one = [b"1 0 obj << /Filter /FlateDecode >>stream\n".as_slice(), &data, b"\nendstream endobj\n"]
            .concat();
        let mut bytes = one.repeat(5);
        let limits = Limits { part: ROOM as u64, parts: 2 * ROOM as u64, ..Limits::default() };
        let mut budget = Budget::new(&limits, Arc::new(AtomicBool::new(false)));
        assert!(!bound(&mut bytes, &mut budget));
        assert_eq!(memmem::find_iter(&bytes, b">>stream").count(), 2);
    }
}
