//! The files that describe a bag (RFC 8493, section 2).

use jiff::civil::DateTime;

use crate::digest::Digest;
use crate::error::{ContentsError, Refusal};

pub(crate) const DECLARATION: &str = "bagit.txt";
pub(crate) const INFO: &str = "bag-info.txt";
pub(crate) const README: &str = "README.txt";
pub(crate) const MANIFEST: &str = "manifest-sha256.txt";
pub(crate) const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
pub(crate) const PAYLOAD: &str = "data/";

/// The files before the payload, in their order.
pub(crate) const BEFORE: [&str; 3] = [DECLARATION, INFO, README];
/// The files after the payload, in their order.
pub(crate) const AFTER: [&str; 2] = [MANIFEST, TAG_MANIFEST];

/// What `bagit.txt` holds.
pub(crate) const DECLARED: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// The largest file before the payload, in bytes.
pub(crate) const LONGEST_TAG: u64 = 1 << 20;

const DATE: &str = "Bagging-Date";
const OXUM: &str = "Payload-Oxum";

/// Returns a line of a manifest, as `sha256sum` writes it.
pub(crate) fn line(digest: &Digest, name: &str) -> String {
    format!("{digest}  {name}\n")
}

/// Returns what a manifest tells, line by line; other ways to write the same are refused.
pub(crate) fn lines<'a>(
    file: &'static str,
    manifest: &'a [u8],
) -> impl Iterator<Item = Result<(Digest, &'a str), Refusal>> {
    manifest.split_inclusive(|&byte| byte == b'\n').enumerate().map(move |(index, line)| {
        let told = || {
            let line = line.strip_suffix(b"\n")?;
            let (digest, rest) = line.split_at_checked(64)?;
            let name = std::str::from_utf8(rest.strip_prefix(b"  ")?).ok()?;
            Some((Digest::from_hex(digest)?, name))
        };
        told().ok_or(Refusal::Line { file, line: index + 1 })
    })
}

/// Returns bytes and files as `bag-info.txt` counts them.
pub(crate) fn oxum(bytes: u64, files: usize) -> String {
    format!("{bytes}.{files}")
}

/// Returns `bag-info.txt`.
pub(crate) fn info(
    made: DateTime,
    oxum: &str,
    further: &[(String, String)],
) -> Result<String, ContentsError> {
    let mut text = format!("{DATE}: {}\n{OXUM}: {oxum}\n", made.date());
    for (label, value) in further {
        if !is_label(label) || label == DATE || label == OXUM || !is_value(value) {
            return Err(ContentsError::Info(label.clone()));
        }
        text.push_str(&format!("{label}: {value}\n"));
    }
    Ok(text)
}

fn is_label(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn is_value(value: &str) -> bool {
    !value.is_empty() && value.trim() == value && !value.chars().any(char::is_control)
}

/// Returns the pairs of `bag-info.txt` in their order, and what it tells of the payload.
pub(crate) fn read_info(text: &[u8]) -> Result<(Vec<(String, String)>, String), Refusal> {
    let mut pairs = Vec::new();
    for (index, line) in text.split_inclusive(|&byte| byte == b'\n').enumerate() {
        let told = || {
            let line = std::str::from_utf8(line.strip_suffix(b"\n")?).ok()?;
            let (label, value) = line.split_once(": ")?;
            (is_label(label) && is_value(value)).then(|| (label.to_owned(), value.to_owned()))
        };
        pairs.push(told().ok_or(Refusal::Line { file: INFO, line: index + 1 })?);
    }
    match pairs.as_slice() {
        [(date, _), (oxum, told), further @ ..]
            if date == DATE
                && oxum == OXUM
                && further.iter().all(|(label, _)| label != DATE && label != OXUM) =>
        {
            let told = told.clone();
            Ok((pairs, told))
        }
        [(date, _), ..] if date == DATE => Err(Refusal::Line { file: INFO, line: 2 }),
        _ => Err(Refusal::Line { file: INFO, line: 1 }),
    }
}
