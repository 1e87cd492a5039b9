//! Notifications of the desktop.

use std::fs::OpenOptions;
use std::io::Write as _;

use tauri::AppHandle;
use tauri_plugin_notification::NotificationExt as _;

use crate::dialogs::of_a_test;

/// Shows a notification. Where the desktop shows none, nobody is disturbed: everything it says stands in the window.
pub(crate) fn show(app: &AppHandle, title: &str, body: &str) {
    if let Some(note) = of_a_test("ANNEXE_NOTIFIED") {
        // No test has a desktop to show it on.
        let file = OpenOptions::new().create(true).append(true).open(note);
        let written = file.and_then(|mut file| writeln!(file, "{title}\n{body}\n"));
        written.unwrap_or_else(|problem| eprintln!("The notification was not noted: {problem}"));
        return;
    }
    let shown = app.notification().builder().title(title).body(as_shown(body)).show();
    if let Err(problem) = shown {
        eprintln!("The desktop shows no notification: {problem}");
    }
}

/// Returns a text as the desktop must be given it: those of Linux take it for markup.
fn as_shown(body: &str) -> String {
    if cfg!(target_os = "linux") {
        body.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    } else {
        body.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn what_looks_like_markup_is_shown_as_it_was_typed() {
        assert_eq!(as_shown("<b>R&D</b>"), "&lt;b&gt;R&amp;D&lt;/b&gt;");
    }
}
