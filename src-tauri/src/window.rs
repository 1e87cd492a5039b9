//! The one window.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, CloseRequestApi, DragDropEvent, Manager, PhysicalPosition, Url, WebviewWindowBuilder, Window,
    WindowEvent,
};

use crate::desktop::Desktop;
use crate::notices::Notice;

/// Returns the folder that the command line names, as an absolute path.
pub(crate) fn folder_to_open() -> Option<PathBuf> {
    let named = std::env::args_os().nth(1).filter(|first| !first.to_string_lossy().starts_with('-'))?;
    Some(std::path::absolute(&named).unwrap_or_else(|_| named.into()))
}

/// Opens the window as tauri.conf.json describes it.
///
/// # Errors
/// Where the system can't make a window.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let development = if tauri::is_dev() { app.config().build.dev_url.clone() } else { None };
    for window in &app.config().app.windows {
        let development = development.clone();
        WebviewWindowBuilder::from_config(app, window)?
            .on_navigation(move |to| is_own_page(to, development.as_ref()))
            .on_new_window(|_, _| NewWindowResponse::Deny)
            .build()?;
    }
    Ok(())
}

/// Says whether a page is one of Annexe's own: the window shows no other.
fn is_own_page(page: &Url, development: Option<&Url>) -> bool {
    match page.scheme() {
        "tauri" => page.host_str() == Some("localhost"),
        // Windows serves the embedded pages under this name.
        "http" | "https" if page.host_str() == Some("tauri.localhost") => page.port().is_none(),
        _ => development.is_some_and(|server| server.origin() == page.origin()),
    }
}

/// Answers what happens to the window.
pub(crate) fn event(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } => asked_to_close(window, api),
        WindowEvent::DragDrop(event) => dragged(window, event),
        _ => {}
    }
}

/// Tells the page of files that are held over it or dropped on it: from the page itself their paths are hidden.
fn dragged(window: &Window, event: &DragDropEvent) {
    // In the page's own measure, from its upper left corner.
    let place = |at: &PhysicalPosition<f64>| {
        let at = at.to_logical::<f64>(window.scale_factor().unwrap_or(1.0));
        (at.x, at.y)
    };
    let notice = match event {
        DragDropEvent::Enter { paths, position } => {
            let (x, y) = place(position);
            Notice::FilesOver { files: Some(paths.len()), x, y }
        }
        DragDropEvent::Over { position } => {
            let (x, y) = place(position);
            Notice::FilesOver { files: None, x, y }
        }
        DragDropEvent::Drop { paths, position } => {
            let (x, y) = place(position);
            Notice::dropped(paths, x, y)
        }
        _ => Notice::FilesLeft,
    };
    window.state::<Arc<Desktop>>().notices.tell(notice);
}

/// Asks the page whether the window may be closed: something may be written there that is not saved yet. Asked a
/// second time, closes it whatever the page says.
fn asked_to_close(window: &Window, api: &CloseRequestApi) {
    let desktop = window.state::<Arc<Desktop>>();
    let is_first = !desktop.asked_to_close.swap(true, Ordering::Relaxed);
    if is_first && desktop.notices.tell(Notice::Closing) {
        api.prevent_close();
    } else if !desktop.calls.is_idle() {
        api.prevent_close();
        close(window);
    }
}

/// Closes the window once the running calls have ended; asked a second time, asks them to stop.
pub(crate) fn close(window: &Window) {
    let desktop = Arc::clone(&window.state::<Arc<Desktop>>());
    if desktop.closing.swap(true, Ordering::Relaxed) {
        desktop.calls.stop_all();
        return;
    }
    let window = window.clone();
    tauri::async_runtime::spawn_blocking(move || {
        desktop.calls.wait_until_idle();
        if let Err(problem) = window.destroy() {
            eprintln!("The window did not close: {problem}");
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(page: &str, development: Option<&str>) -> bool {
        let development = development.map(|server| server.parse().unwrap());
        is_own_page(&page.parse().unwrap(), development.as_ref())
    }

    #[test]
    fn the_window_shows_the_embedded_pages() {
        assert!(own("tauri://localhost/index.html#/controls", None));
        assert!(own("http://tauri.localhost/", None));
    }

    #[test]
    fn the_window_shows_no_page_from_outside() {
        for page in [
            "https://example.org/",
            "http://tauri.localhost.example.org/",
            "http://tauri.localhost:8080/",
            "http://127.0.0.1:1420/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "about:blank",
            "javascript:alert(1)",
        ] {
            assert!(!own(page, None), "{page}");
        }
    }

    #[test]
    fn in_development_it_shows_the_development_server_too() {
        assert!(own("http://127.0.0.1:1420/src/main.ts", Some("http://127.0.0.1:1420")));
        assert!(!own("http://127.0.0.1:1421/", Some("http://127.0.0.1:1420")));
    }
}
