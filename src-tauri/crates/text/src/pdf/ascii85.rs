//! Undoes the writing in 85 letters that some programs wrap around packed streams.

use std::ops::Range;

use memchr::memmem;

const FILTER: &[u8] = b"/ASCII85Decode";

/// Puts what the letters from `at` on stand for in their place, and takes the filter out of the dictionary within
/// `dictionary`, so that only the packed stream is left; returns whether that was possible.
pub(super) fn undo(bytes: &mut [u8], dictionary: Range<usize>, at: usize) -> bool {
    let Some(data) = bytes.get(at..) else { return false };
    let Some(length) = memmem::find(data, b"~>") else { return false };
    let Some(decoded) = data.get(..length).and_then(decode).filter(|decoded| decoded.len() <= length) else {
        return false;
    };
    let Some(around) = bytes.get_mut(dictionary) else { return false };
    let Some(object) = memmem::rfind(around, b"obj") else { return false };
    let Some(about) = around.get_mut(object..) else { return false };
    // Where the name stands twice or might be spelt in another way, the wrong one could be taken out.
    let places: Vec<usize> = memmem::find_iter(about, FILTER).collect();
    let &[filter] = places.as_slice() else { return false };
    if about.contains(&b'#') {
        return false;
    }
    if let Some(filter) = about.get_mut(filter..filter + FILTER.len()) {
        filter.fill(b' ');
    }
    if let Some(place) = bytes.get_mut(at..at + length + 2) {
        place.fill(0);
        for (place, byte) in place.iter_mut().zip(decoded) {
            *place = byte;
        }
    }
    true
}

fn decode(letters: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(letters.len());
    let mut group = Vec::with_capacity(5);
    for letter in letters {
        match letter {
            b'!'..=b'u' => group.push(letter - b'!'),
            b'z' if group.is_empty() => bytes.extend([0; 4]),
            _ if letter.is_ascii_whitespace() || *letter == 0 => {}
            _ => return None,
        }
        if group.len() == 5 {
            bytes.extend(value(&group)?.to_be_bytes());
            group.clear();
        }
    }
    match group.len() {
        0 => Some(bytes),
        1 => None,
        count => {
            group.resize(5, 84);
            bytes.extend(value(&group)?.to_be_bytes().into_iter().take(count - 1));
            Some(bytes)
        }
    }
}

fn value(group: &[u8]) -> Option<u32> {
    group.iter().try_fold(0_u32, |value, digit| value.checked_mul(85)?.checked_add(u32::from(*digit)))
}
