//! The place of a file below a watched folder, kept exactly.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Component, Path, PathBuf};
use std::str::FromStr;

use crate::shown::shown_text;

/// The place of a file below a watched folder, whatever its name.
///
/// It has one text, which keeps every name exactly and can be stored: names joined by `/`, in which `%` stands as
/// `%25`, a byte that is not UTF-8 as `%FF` (Unix), and a lone surrogate as `%uD800` (Windows). Everything else
/// stands for itself, newlines and composed or decomposed letters too. Two places are the same where their texts
/// are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelativePath(String);

/// Why a text or a path is no place below a watched folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RelativePathError {
    /// There is nothing in it.
    #[error("The path is empty; expected the names of folders and a file, joined by /")]
    Empty,
    /// It begins at the root of a file system.
    #[error("The path begins at the top of a disk; expected one below the watched folder")]
    Absolute,
    /// A name in it is empty, `.` or `..`, or holds a NUL.
    #[error("The path holds a part that is not a name (empty, `.`, `..`, or with a NUL)")]
    NotAName,
    /// A `%` is not followed by what it must be.
    #[error("The path holds a % that does not escape anything (a % itself is written %25)")]
    Escape,
}

impl RelativePath {
    /// Returns the place that a path names, which must consist of names alone.
    ///
    /// # Errors
    /// `Empty`, `Absolute`, or `NotAName` where a part is `.` or `..`.
    pub fn from_path(path: &Path) -> Result<Self, RelativePathError> {
        let mut text = String::new();
        for part in path.components() {
            match part {
                Component::Normal(name) => {
                    if !text.is_empty() {
                        text.push('/');
                    }
                    escape(name, &mut text);
                }
                Component::RootDir | Component::Prefix(_) => return Err(RelativePathError::Absolute),
                Component::CurDir | Component::ParentDir => return Err(RelativePathError::NotAName),
            }
        }
        if text.is_empty() {
            return Err(RelativePathError::Empty);
        }
        Ok(Self(text))
    }

    /// Returns the path, or `None` where this system can have no such name.
    ///
    /// That is so for a text that was made on another system. What is returned never leads out of the folder it
    /// is joined to.
    pub fn to_path(&self) -> Option<PathBuf> {
        let mut path = PathBuf::new();
        for text in self.0.split('/') {
            let name = unescape(text)?;
            let mut parts = Path::new(&name).components();
            match (parts.next(), parts.next()) {
                (Some(Component::Normal(part)), None) if part == name => path.push(part),
                _ => return None,
            }
        }
        Some(path)
    }

    /// Returns the path below a folder, or `None` where this system can have no such name.
    pub fn within(&self, root: &Path) -> Option<PathBuf> {
        self.to_path().map(|path| root.join(path))
    }

    /// Returns the text that is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the last name, in the form of the text.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// Returns the place for a message: what cannot be seen, or turns writing, stands as `\u{202e}`.
    pub fn shown(&self) -> String {
        shown_text(&self.0.replace("%25", "%"))
    }

    /// Returns the texts of the folders it is in, from the top, and its own.
    pub(crate) fn line(&self) -> impl Iterator<Item = &str> {
        self.0.match_indices('/').map(|(end, _)| &self.0[..end]).chain([self.0.as_str()])
    }
}

impl fmt::Display for RelativePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for RelativePath {
    type Err = RelativePathError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.is_empty() {
            return Err(RelativePathError::Empty);
        }
        if text.starts_with('/') {
            return Err(RelativePathError::Absolute);
        }
        for name in text.split('/') {
            if matches!(name, "" | "." | "..") || name.contains('\0') {
                return Err(RelativePathError::NotAName);
            }
            if !is_canonical(name) {
                return Err(RelativePathError::Escape);
            }
        }
        Ok(Self(text.to_owned()))
    }
}

/// Returns whether a name is written in the one way in which it is escaped.
fn is_canonical(name: &str) -> bool {
    let mut again = String::with_capacity(name.len());
    let known = if name.contains("%u") {
        units(name).map(|units| escape_units(units.into_iter(), &mut again))
    } else {
        bytes(name).map(|bytes| escape_bytes(&bytes, &mut again))
    };
    known.is_some() && again == name
}

fn escape_text(text: &str, out: &mut String) {
    for (nth, plain) in text.split('%').enumerate() {
        if nth > 0 {
            out.push_str("%25");
        }
        out.push_str(plain);
    }
}

fn escape_bytes(name: &[u8], out: &mut String) {
    for chunk in name.utf8_chunks() {
        escape_text(chunk.valid(), out);
        for byte in chunk.invalid() {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
}

fn escape_units(name: impl Iterator<Item = u16>, out: &mut String) {
    for unit in char::decode_utf16(name) {
        match unit {
            Ok('%') => out.push_str("%25"),
            Ok(character) => out.push(character),
            Err(lone) => out.push_str(&format!("%u{:04X}", lone.unpaired_surrogate())),
        }
    }
}

/// Returns the bytes of a name that is escaped byte by byte.
fn bytes(name: &str) -> Option<Vec<u8>> {
    let mut parts = name.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (digits, plain) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(plain.as_bytes());
    }
    Some(bytes)
}

/// Returns the UTF-16 units of a name with lone surrogates.
fn units(name: &str) -> Option<Vec<u16>> {
    let mut parts = name.split('%');
    let mut units: Vec<u16> = parts.next().unwrap_or_default().encode_utf16().collect();
    for part in parts {
        let plain = if let Some(part) = part.strip_prefix('u') {
            let (digits, plain) = part.split_at_checked(4)?;
            units.push(u16::from_str_radix(digits, 16).ok()?);
            plain
        } else {
            units.push(u16::from(b'%'));
            part.strip_prefix("25")?
        };
        units.extend(plain.encode_utf16());
    }
    Some(units)
}

#[cfg(unix)]
fn escape(name: &OsStr, out: &mut String) {
    use std::os::unix::ffi::OsStrExt;
    escape_bytes(name.as_bytes(), out);
}

#[cfg(unix)]
fn unescape(name: &str) -> Option<OsString> {
    use std::os::unix::ffi::OsStringExt;
    if name.contains("%u") { None } else { bytes(name).map(OsString::from_vec) }
}

#[cfg(windows)]
fn escape(name: &OsStr, out: &mut String) {
    use std::os::windows::ffi::OsStrExt;
    escape_units(name.encode_wide(), out);
}

#[cfg(windows)]
fn unescape(name: &str) -> Option<OsString> {
    use std::os::windows::ffi::OsStringExt;
    units(name).map(|units| OsString::from_wide(&units))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_place_below_a_folder_is_refused() {
        use RelativePathError as Error;
        for (text, why) in [
            ("", Error::Empty),
            ("/etc/passwd", Error::Absolute),
            ("..", Error::NotAName),
            ("a/../b", Error::NotAName),
            ("a/./b", Error::NotAName),
            ("a//b", Error::NotAName),
            ("a/", Error::NotAName),
            ("a\0b", Error::NotAName),
            ("100%", Error::Escape),
            ("%zz", Error::Escape),
            ("%2", Error::Escape),
            ("%é", Error::Escape),
            // Another way to write what stands for itself.
            ("%41", Error::Escape),
            ("%2E%2E", Error::Escape),
            ("a%2Fb", Error::Escape),
            ("%C3%A9", Error::Escape),
            ("%ff", Error::Escape),
            ("%+F", Error::Escape),
            ("%u0041", Error::Escape),
            ("%uD83D%uDE00", Error::Escape),
            ("%uD800%FF", Error::Escape),
            ("%ud800", Error::Escape),
        ] {
            assert_eq!(text.parse::<RelativePath>(), Err(why), "{text:?}");
        }
    }

    #[test]
    fn paths_that_lead_elsewhere_are_refused() {
        assert_eq!(RelativePath::from_path(Path::new("")), Err(RelativePathError::Empty));
        assert_eq!(RelativePath::from_path(Path::new("/a")), Err(RelativePathError::Absolute));
        assert_eq!(RelativePath::from_path(Path::new("a/../b")), Err(RelativePathError::NotAName));
    }

    #[test]
    fn a_lone_surrogate_is_kept_even_where_the_system_has_none() {
        let place: RelativePath = "a%25/b%uD800c".parse().unwrap();
        assert_eq!(place.to_string(), "a%25/b%uD800c");
        assert_eq!(place.to_path().is_some(), cfg!(windows));
    }

    #[test]
    fn a_message_shows_what_hides_in_a_name() {
        let place = RelativePath::from_path(Path::new("100%/pay\u{202e}fdp\n.exe")).unwrap();
        assert_eq!(place.shown(), "100%/pay\\u{202e}fdp\\u{a}.exe");
        assert_eq!(place.name(), "pay\u{202e}fdp\n.exe");
    }

    #[test]
    fn the_line_of_a_place_names_its_folders() {
        let place: RelativePath = "a/b/c".parse().unwrap();
        assert_eq!(place.line().collect::<Vec<_>>(), ["a", "a/b", "a/b/c"]);
    }

    proptest! {
        #[test]
        #[cfg(unix)]
        fn every_name_that_a_file_can_have_survives(
            names in prop::collection::vec(prop::collection::vec(1_u8.., 1..12), 1..4),
        ) {
            use std::os::unix::ffi::OsStringExt;
            let names: Vec<OsString> = names
                .into_iter()
                .map(|name| name.into_iter().filter(|byte| *byte != b'/').collect::<Vec<u8>>())
                .filter(|name| !matches!(name.as_slice(), b"" | b"." | b".."))
                .map(OsString::from_vec)
                .collect();
            prop_assume!(!names.is_empty());
            let path: PathBuf = names.iter().collect();
            let place = RelativePath::from_path(&path).unwrap();
            prop_assert_eq!(place.to_path(), Some(path));
            prop_assert_eq!(place.as_str().parse::<RelativePath>(), Ok(place.clone()));
        }

        #[test]
        fn any_text_is_either_refused_or_kept_and_stays_below_its_folder(text in "[a.%/u0-9A-F\\\\:é\\x00-]{0,12}") {
            if let Ok(place) = text.parse::<RelativePath>() {
                prop_assert_eq!(place.to_string(), text);
                if let Some(path) = place.to_path() {
                    prop_assert!(path.components().all(|part| matches!(part, Component::Normal(_))));
                    prop_assert_eq!(RelativePath::from_path(&path), Ok(place));
                }
            }
        }
    }
}
