//! The names that entries may have: few characters, so that every system takes them and none takes two for one.

use std::collections::hash_map::{Entry, HashMap};

/// The longest name of an entry within the bag, in bytes.
pub(crate) const LONGEST: usize = 255;

/// Why a name is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// It is empty, or one of its parts is.
    #[error("it has an empty part")]
    Empty,
    /// It is too long.
    #[error("it is longer than 255 characters")]
    TooLong,
    /// It begins at the root of a disk.
    #[error("it begins at the root of a disk")]
    Absolute,
    /// It leads upwards.
    #[error("it leads out of its folder")]
    Upwards,
    /// It holds another character than letters A to Z, digits, `.`, `-`, `_` and `/`.
    #[error("it holds a character other than letters, digits, '.', '-' and '_'")]
    Character,
    /// A part begins or ends with a dot.
    #[error("a part of it begins or ends with a dot")]
    Dot,
    /// A part is the name of a device on Windows.
    #[error("a part of it names a device on Windows")]
    Device,
}

/// Checks a name of parts divided by `/`.
pub(crate) fn check(name: &[u8]) -> Result<(), NameError> {
    if name.len() > LONGEST {
        return Err(NameError::TooLong);
    }
    if matches!(name, [b'/' | b'\\', ..] | [b'A'..=b'Z' | b'a'..=b'z', b':', ..]) {
        return Err(NameError::Absolute);
    }
    name.split(|&byte| byte == b'/').try_for_each(check_part)
}

/// Checks one part of a name.
pub(crate) fn check_part(part: &[u8]) -> Result<(), NameError> {
    match part {
        [] => return Err(NameError::Empty),
        b".." => return Err(NameError::Upwards),
        [b'.', ..] | [.., b'.'] => return Err(NameError::Dot),
        _ => {}
    }
    if part.iter().any(|byte| !byte.is_ascii_alphanumeric() && !b".-_".contains(byte)) {
        return Err(NameError::Character);
    }
    let stem = part.split(|&byte| byte == b'.').next().unwrap_or_default();
    let is = |name: &[u8]| stem.eq_ignore_ascii_case(name);
    let numbered = |name: &[u8]| matches!(stem.split_last(), Some((b'0'..=b'9', rest)) if rest.eq_ignore_ascii_case(name));
    if is(b"con") || is(b"prn") || is(b"aux") || is(b"nul") || numbered(b"com") || numbered(b"lpt") {
        return Err(NameError::Device);
    }
    Ok(())
}

/// The names given so far, by which two that any system takes for one are found.
#[derive(Default)]
pub(crate) struct Given(HashMap<String, Kind>);

enum Kind {
    File,
    Folder(String),
}

impl Given {
    /// Adds a checked name of a file; `false` where it, or a folder of it, would meet another.
    #[must_use]
    pub(crate) fn add(&mut self, name: &str) -> bool {
        let folders = name.match_indices('/').map(|(at, _)| &name[..at]);
        for folder in folders {
            match self.0.entry(folder.to_ascii_lowercase()) {
                Entry::Vacant(place) => {
                    place.insert(Kind::Folder(folder.to_owned()));
                }
                Entry::Occupied(place) => match place.get() {
                    Kind::Folder(same) if same == folder => {}
                    Kind::Folder(_) | Kind::File => return false,
                },
            }
        }
        self.0.insert(name.to_ascii_lowercase(), Kind::File).is_none()
    }
}

/// Returns a name as it is shown, whatever bytes it holds.
pub(crate) fn shown(name: &[u8]) -> String {
    const MOST: usize = 120;
    let shown = name[..name.len().min(MOST)].escape_ascii().to_string();
    if name.len() > MOST { format!("{shown}...") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_every_system_takes_are_taken() {
        for good in ["a", "annexe.db", "vault/ab/abcdef", "a-b_c.d", "COMMON", "com", "console.txt", "lpt10"]
        {
            assert_eq!(check(good.as_bytes()), Ok(()), "{good}");
        }
        for (bad, why) in [
            ("", NameError::Empty),
            ("a//b", NameError::Empty),
            ("a/", NameError::Empty),
            ("/a", NameError::Absolute),
            ("\\a", NameError::Absolute),
            ("C:/a", NameError::Absolute),
            ("c:a", NameError::Absolute),
            ("../a", NameError::Upwards),
            ("a/../b", NameError::Upwards),
            ("a/..", NameError::Upwards),
            (".", NameError::Dot),
            ("a/./b", NameError::Dot),
            (".git", NameError::Dot),
            ("a.", NameError::Dot),
            ("a\\b", NameError::Character),
            ("a\nb", NameError::Character),
            ("a\0", NameError::Character),
            ("a b", NameError::Character),
            ("ab:c/d", NameError::Character),
            ("caf\u{e9}", NameError::Character),
            ("\u{202e}gpj", NameError::Character),
            ("CON", NameError::Device),
            ("a/nul.txt", NameError::Device),
            ("com1", NameError::Device),
            ("LPT9.log", NameError::Device),
        ] {
            assert_eq!(check(bad.as_bytes()), Err(why), "{bad:?}");
        }
        assert_eq!(check(&[b'a'; 256]), Err(NameError::TooLong));
        assert_eq!(check(b"\xff"), Err(NameError::Character));
    }

    #[test]
    fn two_names_that_a_system_takes_for_one_are_found() {
        let clash = |names: &[&str]| {
            let mut given = Given::default();
            !names.iter().all(|name| given.add(name))
        };
        assert!(!clash(&["a", "b/a", "b/c", "ab"]));
        assert!(clash(&["a", "a"]));
        assert!(clash(&["a", "A"]));
        assert!(clash(&["a", "a/b"]));
        assert!(clash(&["a/b", "A"]));
        assert!(clash(&["a/b", "A/c"]));
    }

    #[test]
    fn a_hostile_name_is_shown_plainly() {
        assert_eq!(shown("a\n\u{202e}b".as_bytes()), r"a\n\xe2\x80\xaeb");
        assert_eq!(shown(&[b'a'; 300]).len(), 123);
    }
}
