//! What the window is told unasked: what happens outside its page.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use tauri::ipc::Channel;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum Notice {
    /// Files are held over the page; how many, when they come in.
    FilesOver { files: Option<usize>, x: f64, y: f64 },
    /// Files are no longer held over the page.
    FilesLeft,
    /// Files were dropped on the page.
    FilesDropped {
        paths: Vec<String>,
        /// Those whose paths are no text, as they may be shown.
        odd: Vec<String>,
        x: f64,
        y: f64,
    },
    /// Something may have changed in a watched folder.
    FoldersChanged,
    /// The person wants to close the window: the page says whether it may be.
    Closing,
}

impl Notice {
    /// Returns the notice of files that were dropped.
    pub(crate) fn dropped(paths: &[PathBuf], x: f64, y: f64) -> Self {
        let text = |path: &Path| path.to_str().map(str::to_owned);
        Self::FilesDropped {
            paths: paths.iter().filter_map(|path| text(path)).collect(),
            odd: paths
                .iter()
                .filter(|path| text(path).is_none())
                .map(|path| path.display().to_string())
                .collect(),
            x,
            y,
        }
    }
}

/// The way to the page, while there is one.
#[derive(Default)]
pub(crate) struct Notices(Mutex<Option<Channel<Notice>>>);

impl Notices {
    /// Tells everything that happens from now on by this way.
    pub(crate) fn send_to(&self, page: Channel<Notice>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(page);
    }

    /// Tells what happened, and returns whether a page is there to hear it; the next one asks anew.
    pub(crate) fn tell(&self, notice: Notice) -> bool {
        let page = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        page.as_ref().is_some_and(|page| page.send(notice).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_name_that_is_no_text_is_told_apart() {
        use std::os::unix::ffi::OsStringExt as _;
        let odd = PathBuf::from(std::ffi::OsString::from_vec(b"/tmp/\xff.pdf".to_vec()));
        let notice = Notice::dropped(&["/tmp/policy.pdf".into(), odd], 1.0, 2.0);
        let (paths, odd) = (vec!["/tmp/policy.pdf".to_owned()], vec!["/tmp/\u{fffd}.pdf".to_owned()]);
        assert_eq!(notice, Notice::FilesDropped { paths, odd, x: 1.0, y: 2.0 });
    }
}
