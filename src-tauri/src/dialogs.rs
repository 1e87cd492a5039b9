//! The native dialogs.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use annexe_api::Failure;
use serde::Deserialize;
use tauri::{AppHandle, Manager, Window};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, MessageDialogKind};

use crate::desktop::Desktop;

/// What is to be chosen.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// A folder that exists or is made in the dialog.
    Folder,
    /// The name of a file to write.
    Save,
    /// A file that exists.
    File,
    /// Files that exist.
    Files,
}

/// A path to be chosen.
#[derive(Deserialize)]
pub(crate) struct Request {
    kind: Kind,
    title: String,
    /// A folder to begin in, or the name of a file, with its folder or without.
    suggestion: Option<String>,
    /// What the file's name ends with, without the dot.
    extension: Option<String>,
}

/// Returns the paths that the person chooses; none where they turn the dialog down.
///
/// # Errors
/// Where the path holds a name that is no text.
pub(crate) fn pick(app: &AppHandle, window: &Window, request: Request) -> Result<Vec<String>, Failure> {
    if let Some(script) = stand_in() {
        return Ok(next_line(app, &script));
    }
    let dialog =
        app.dialog().file().set_parent(window).set_title(request.title).set_can_create_directories(true);
    let chosen = match request.kind {
        Kind::Folder => {
            begin_in(dialog, request.suggestion.as_deref()).blocking_pick_folder().into_iter().collect()
        }
        Kind::File => {
            begin_in(dialog, request.suggestion.as_deref()).blocking_pick_file().into_iter().collect()
        }
        Kind::Files => {
            begin_in(dialog, request.suggestion.as_deref()).blocking_pick_files().unwrap_or_default()
        }
        Kind::Save => {
            let dialog = suggest(dialog, request.suggestion.as_deref());
            let dialog = match &request.extension {
                Some(extension) => dialog.add_filter(extension.to_uppercase(), &[extension]),
                None => dialog,
            };
            dialog.blocking_save_file().into_iter().collect::<Vec<_>>()
        }
    };
    chosen.into_iter().filter_map(|chosen| chosen.into_path().ok()).map(as_text).collect()
}

fn as_text(path: PathBuf) -> Result<String, Failure> {
    path.into_os_string().into_string().map_err(|odd| Failure {
        code: "path-not-text".into(),
        message: format!("The name “{}” holds characters that are no text", odd.to_string_lossy()),
        hint: Some("Choose another place, or give the file or folder another name first.".into()),
        field: None,
    })
}

/// Shows why what the command line asked for could not be done.
pub(crate) fn tell(app: &AppHandle, failure: &Failure) {
    let text = match &failure.hint {
        Some(hint) => format!("{}.\n\n{hint}", failure.message),
        None => format!("{}.", failure.message),
    };
    eprintln!("{text}");
    app.dialog().message(text).title("Annexe").kind(MessageDialogKind::Warning).show(|_| ());
}

fn begin_in<R: tauri::Runtime>(dialog: FileDialogBuilder<R>, folder: Option<&str>) -> FileDialogBuilder<R> {
    match folder {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}

fn suggest<R: tauri::Runtime>(dialog: FileDialogBuilder<R>, file: Option<&str>) -> FileDialogBuilder<R> {
    let Some(file) = file.map(Path::new) else { return dialog };
    let folder = file.parent().and_then(Path::to_str).filter(|folder| !folder.is_empty());
    let dialog = begin_in(dialog, folder);
    match file.file_name() {
        Some(name) => dialog.set_file_name(name.to_string_lossy()),
        None => dialog,
    }
}

/// Returns the file that stands in for the dialogs, which no test can click: one path a line, in the
/// order of the dialogs, with tabs between several, an empty line for one that is turned down.
fn stand_in() -> Option<PathBuf> {
    of_a_test("ANNEXE_PICK")
}

/// Returns a path that a test set. Only an automated window has one.
pub(crate) fn of_a_test(variable: &str) -> Option<PathBuf> {
    let automated = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|set| set == "true");
    std::env::var_os(variable).filter(|_| automated).map(Into::into)
}

fn next_line(app: &AppHandle, script: &Path) -> Vec<String> {
    let turn = app.state::<Arc<Desktop>>().picked.fetch_add(1, Ordering::Relaxed);
    let lines = std::fs::read_to_string(script).unwrap_or_default();
    let line = lines.lines().nth(turn).unwrap_or_default();
    line.split('\t').filter(|path| !path.is_empty()).map(str::to_owned).collect()
}
