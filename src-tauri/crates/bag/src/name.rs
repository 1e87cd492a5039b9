//! The names that entries may have: few characters, so that every system takes them and none takes two for one.

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

/// Returns where the first name stands that some system would take for another, or for a folder of another.
///
/// The names are checked ones of files. Beside them this keeps one number for each, however deep they are.
pub(crate) fn twin(names: &[&str]) -> Option<usize> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|&one, &other| folded(names[one]).cmp(folded(names[other])));
    // All that stand in one folder follow each other, and a file that is named as that folder comes just before.
    let clashes = |&(one, other): &(usize, usize)| clash(names[one], names[other]);
    let pairs = order.iter().copied().zip(order.iter().copied().skip(1));
    pairs.filter(clashes).map(|(one, other)| one.max(other)).min()
}

/// Returns a name as systems compare it that do not tell capital letters; a folder comes before all else.
fn folded(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().map(|byte| if byte == b'/' { 0 } else { byte.to_ascii_lowercase() })
}

/// Says whether two files can't stand beside each other everywhere.
fn clash(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.split('/').peekable(), other.split('/').peekable());
    while let (Some(part), Some(same)) = (one.next(), other.next()) {
        if !part.eq_ignore_ascii_case(same) {
            return false;
        }
        let (folder, also) = (one.peek().is_some(), other.peek().is_some());
        if part != same || !folder || !also {
            return true;
        }
    }
    false
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
        assert_eq!(twin(&[]), None);
        assert_eq!(twin(&["a", "b/a", "b/c", "ab", "a-b/c", "a.b", "a_b"]), None);
        assert_eq!(twin(&["b", "a", "a"]), Some(2));
        assert_eq!(twin(&["a", "A"]), Some(1));
        assert_eq!(twin(&["a", "a-b", "a/b"]), Some(2));
        assert_eq!(twin(&["a/b", "a.b", "A"]), Some(2));
        assert_eq!(twin(&["a/b", "A/c"]), Some(1));
        assert_eq!(twin(&["a/b/c", "a/B-/c", "a/b-/d", "a/B/e"]), Some(2));
        assert_eq!(twin(&["a/b/c/d", "a/b/x", "a/b/C/e", "A/z"]), Some(2));
    }

    #[test]
    fn names_are_compared_as_if_each_folder_were_kept() {
        // Every set of up to three names of up to three parts, beside the plain way to find it.
        let plainly = |names: &[&str]| {
            let mut kept: Vec<(String, &str, bool)> = Vec::new();
            names.iter().position(|name| {
                let ends = name.match_indices('/').map(|(at, _)| at).chain([name.len()]);
                ends.into_iter().any(|end| {
                    let (path, is_file) = (&name[..end], end == name.len());
                    let fits = |(_, same, file): &(String, &str, bool)| *same == path && !file && !is_file;
                    let low = path.to_ascii_lowercase();
                    let clashes = kept.iter().any(|known| known.0 == low && !fits(known));
                    kept.push((low, path, is_file));
                    clashes
                })
            })
        };
        let parts = ["a", "A", "a-"];
        let two: Vec<String> =
            parts.iter().flat_map(|one| parts.iter().map(move |other| format!("{one}/{other}"))).collect();
        let three: Vec<String> = two.iter().map(|two| format!("a/{two}")).collect();
        let names: Vec<&str> =
            parts.into_iter().chain(two.iter().chain(&three).map(String::as_str)).collect();
        for one in &names {
            for other in &names {
                for third in &names {
                    let names = [*one, *other, *third];
                    assert_eq!(twin(&names).is_some(), plainly(&names).is_some(), "{names:?}");
                }
            }
        }
    }

    #[test]
    fn a_hostile_name_is_shown_plainly() {
        assert_eq!(shown("a\n\u{202e}b".as_bytes()), r"a\n\xe2\x80\xaeb");
        assert_eq!(shown(&[b'a'; 300]).len(), 123);
    }
}
