//! What a scan passes over: the one list of names, and the folders that the caller leaves out.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What a scan passes over.
///
/// Always: hidden files and folders, and what editors, Office, browsers and systems keep beside documents for
/// themselves. Besides: the folders that the caller leaves out, such as one it writes into itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    left_out: Vec<PathBuf>,
}

impl Rules {
    /// Returns the rules that leave out no folder.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the rules that leave out this folder too, and all that is in it. It need not be there.
    #[must_use]
    pub fn leaving_out(mut self, folder: impl Into<PathBuf>) -> Self {
        self.left_out.push(folder.into());
        self
    }

    /// Returns the folders left out, as they were given and as the system knows them.
    pub(crate) fn left_out(&self) -> Vec<PathBuf> {
        let known = self.left_out.iter().filter_map(|folder| folder.canonicalize().ok());
        self.left_out.iter().cloned().chain(known).collect()
    }
}

/// Whole names, in lower case.
const NAMES: [&str; 12] = [
    "thumbs.db",                 // Windows: pictures of a folder's files
    "ehthumbs.db",               // Windows Media Center: the same
    "desktop.ini",               // Windows: how a folder looks
    "$recycle.bin",              // Windows: what was thrown away
    "system volume information", // Windows: restore points
    "lost+found",                // Linux: what a check of the disk found
    "__macosx",                  // macOS: what it adds to archives
    "icon\r",                    // macOS: the icon of a folder
    "@eadir",                    // Synology: pictures and indexes
    "#recycle",                  // Synology: what was thrown away
    "#snapshot",                 // Synology: earlier states
    "~snapshot",                 // NetApp: earlier states
];

/// Endings, in lower case: files that are being written.
const ENDINGS: [&str; 14] = [
    "~",           // Emacs, Vim, gedit, Kate: the text before the last save
    ".tmp",        // Office and many others: what becomes a document by a rename
    ".temp",       // the same
    ".swp",        // Vim: a text being edited
    ".swo",        // Vim: the same, second
    ".swx",        // Vim: the same, while it tries
    ".crdownload", // Chrome, Edge: a download under way
    ".crswap",     // Chrome, Edge: a file that a page is saving
    ".download",   // Safari: a download under way
    ".opdownload", // Opera: the same
    ".part",       // Firefox and others: the same
    ".partial",    // Internet Explorer, rsync: the same
    ".filepart",   // WinSCP: the same
    ".laccdb",     // Access: a database being edited
];

/// Beginnings.
const BEGINNINGS: [&str; 2] = [
    ".",  // hidden: .DS_Store, .git, .~lock.report.odt# (LibreOffice), ._report.docx (macOS), .#text (Emacs)
    "~$", // Word, Excel, PowerPoint: who has the document open
];

/// Returns whether a file or folder of this name is passed over.
pub(crate) fn is_passed_over(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let lower = name.to_lowercase();
    BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
        || NAMES.contains(&lower.as_str())
        || ENDINGS.iter().any(|ending| lower.ends_with(ending))
        || is_autosave(&name)
        || is_safe_save(&name)
}

/// Emacs: `#text#`, what was not saved yet.
fn is_autosave(name: &str) -> bool {
    name.len() > 2 && name.starts_with('#') && name.ends_with('#')
}

/// macOS: `report.pages.sb-1a2b3c4d-Xy12zQ`, a document being replaced.
fn is_safe_save(name: &str) -> bool {
    let Some((_, tail)) = name.rsplit_once(".sb-") else { return false };
    let Some((first, second)) = tail.split_once('-') else { return false };
    first.len() == 8
        && second.len() == 6
        && first.chars().all(|digit| digit.is_ascii_hexdigit())
        && second.chars().all(|letter| letter.is_ascii_alphanumeric())
}

/// Returns whether a change below one of these roots is of something that is not passed over.
///
/// `roots` are the names of one folder. A path that is below none of them counts.
pub(crate) fn counts(path: &Path, roots: &[PathBuf], left_out: &[PathBuf]) -> bool {
    if left_out.iter().any(|folder| path.starts_with(folder)) {
        return false;
    }
    let Some(below) = roots.iter().find_map(|root| path.strip_prefix(root).ok()) else { return true };
    !below.iter().any(is_passed_over)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_keep_for_themselves_is_passed_over() {
        for name in [
            "~$Policy.docx",
            ".~lock.Policy.odt#",
            "~WRL0003.tmp",
            "A.TMP",
            ".DS_Store",
            "Thumbs.db",
            "DESKTOP.INI",
            ".git",
            "._Policy.docx",
            ".Policy.txt.swp",
            "Policy.txt~",
            "#Policy.txt#",
            "Policy.pdf.crdownload",
            "Policy.pages.sb-1a2b3c4d-Xy12zQ",
            "$RECYCLE.BIN",
            "System Volume Information",
            "@eaDir",
            "Icon\r",
        ] {
            assert!(is_passed_over(OsStr::new(name)), "{name:?}");
        }
    }

    #[test]
    fn documents_are_not() {
        for name in [
            "Policy.docx",
            "Cargo.lock",
            "a.part.pdf",
            "template.dot",
            "~notes.txt",
            "#1 risk.xlsx",
            "tmp",
            "temp.txt",
            "backup.bak",
            "party",
            "Policy.sb-1.docx",
            "CON",
            "NUL.txt",
            "a.",
            "#",
            "##",
            "政策.docx",
            "\u{202e}x",
        ] {
            assert!(!is_passed_over(OsStr::new(name)), "{name:?}");
        }
    }

    #[test]
    fn a_change_counts_unless_every_name_on_its_way_is_passed_over() {
        let roots = [PathBuf::from("/srv/.docs"), PathBuf::from("/private/srv/.docs")];
        let left_out = [PathBuf::from("/srv/.docs/annexe")];
        for (path, expected) in [
            ("/srv/.docs", true),
            ("/srv/.docs/a.pdf", true),
            ("/private/srv/.docs/a.pdf", true),
            ("/srv/.docs/annexes/a.pdf", true),
            ("/elsewhere/.git/a", true),
            ("/srv/.docs/.git/index", false),
            ("/srv/.docs/~$a.docx", false),
            ("/srv/.docs/annexe/annexe.db-wal", false),
        ] {
            assert_eq!(counts(Path::new(path), &roots, &left_out), expected, "{path}");
        }
    }
}
