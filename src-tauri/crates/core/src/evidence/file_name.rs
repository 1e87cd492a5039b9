//! The name that somebody gave a file: kept as it is, and never a path.

use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The name of a file as it was when it was added, from 1 to 1,024 bytes of UTF-8.
///
/// Any character may be in it: `NUL.txt`, line feeds, marks that turn the direction of writing. It is data; no
/// file is ever looked for or written under it. Where it is shown, [`FileName::shown`] makes it visible.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct FileName(String);

/// Why a name can't be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileNameError {
    /// There is none.
    #[error("The file has no name")]
    Empty,
    /// It is longer than any system allows.
    #[error("The name of the file has {0} bytes; at most 1,024 fit")]
    TooLong(usize),
    /// It is no text.
    #[error("The name of “{0}” is not written in UTF-8")]
    NotText(String),
}

impl FileName {
    const LONGEST: usize = 1_024;

    /// Returns the last part of a path.
    ///
    /// # Errors
    /// [`FileNameError`] where it has none, or one that is no text.
    pub fn of(path: &Path) -> Result<Self, FileNameError> {
        let name = path.file_name().ok_or(FileNameError::Empty)?;
        let text = name
            .to_str()
            .ok_or_else(|| FileNameError::NotText(crate::text::shown(&name.to_string_lossy())))?;
        Self::try_from(text.to_owned())
    }

    /// Returns the name as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the name as it may stand in a message or a list: short, and without what cannot be seen.
    #[must_use]
    pub fn shown(&self) -> String {
        crate::text::shown(&self.0)
    }

    /// Returns a title for what the file holds: its name without the ending, as people would write it.
    #[must_use]
    pub fn title(&self) -> crate::Line {
        let name = self.0.trim();
        let stem = match name.rsplit_once('.') {
            Some((stem, ending)) if !stem.trim().is_empty() && ending.len() <= 8 => stem,
            _ => name,
        };
        let spaced = if stem.contains(' ') { stem.to_owned() } else { stem.replace('_', " ") };
        let visible = crate::text::visible_line(&spaced);
        visible.parse().ok().filter(|line: &crate::Line| !line.is_empty()).unwrap_or_else(Self::untitled)
    }

    /// Returns the title of a file whose name holds nothing that can be seen.
    pub(super) fn untitled() -> crate::Line {
        "Untitled".parse().unwrap_or_default()
    }
}

impl TryFrom<String> for FileName {
    type Error = FileNameError;

    fn try_from(text: String) -> Result<Self, FileNameError> {
        match text.len() {
            0 => Err(FileNameError::Empty),
            long if long > Self::LONGEST => Err(FileNameError::TooLong(long)),
            _ => Ok(Self(text)),
        }
    }
}

impl From<FileName> for String {
    fn from(name: FileName) -> Self {
        name.0
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_title_is_the_name_as_people_would_write_it() {
        let title = |name: &str| FileName::try_from(name.to_owned()).unwrap().title().to_string();
        assert_eq!(title("AI_policy_2026.pdf"), "AI policy 2026");
        assert_eq!(title("AI policy v1_2.docx"), "AI policy v1_2");
        assert_eq!(title(".gitignore"), ".gitignore");
        assert_eq!(title("archive.tar.gz"), "archive.tar");
        assert_eq!(title("pay\u{202e}fdp.exe"), "pay fdp");
        assert_eq!(title("two\nlines.txt"), "two lines");
        assert_eq!(title("\u{1}"), "Untitled");
    }

    proptest! {
        #[test]
        fn a_name_comes_out_as_it_went_in(name in any::<String>()) {
            if let Ok(kept) = FileName::try_from(name.clone()) {
                prop_assert_eq!(kept.as_str(), name);
                prop_assert!(!kept.title().is_empty());
            }
        }
    }
}
