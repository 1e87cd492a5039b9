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
use super::dictionary::{Packing, describe, spelt};

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
