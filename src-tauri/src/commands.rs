//! The commands: all that the window can ask of the shell.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use annexe_api::{Failure, Progress};
use serde_json::Value;
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::Channel;
use tauri::{AppHandle, State, Window};

use crate::desktop::Desktop;
use crate::dialogs::{self, Request};
use crate::notices::Notice;
use crate::{clipboard, notification, open, window};

/// Runs the operation of this name and returns its result.
///
/// `id` is the window's number for the call, by which it may stop it. Progress comes through `progress`.
#[tauri::command]
pub(crate) async fn call(
    desktop: State<'_, Arc<Desktop>>,
    operation: String,
    arguments: Value,
    progress: Channel<Progress>,
    id: u32,
) -> Result<Value, Failure> {
    let desktop = Arc::clone(&desktop);
    let call = desktop.calls.begin(id);
    let name = operation.clone();
    let work = spawn_blocking(move || {
        // A window that has gone needs no report; the call itself runs to its end.
        desktop.run(&call, &operation, arguments, |step| drop(progress.send(step)))
    });
    work.await.unwrap_or_else(|_| Err(broke_down(&name)))
}

/// Stops the window's call of this number.
#[tauri::command]
pub(crate) fn cancel(desktop: State<'_, Arc<Desktop>>, id: u32) {
    desktop.calls.stop(id);
}

/// Lets the person choose paths in a native dialog; none are returned where they turn it down.
#[tauri::command]
pub(crate) async fn pick(app: AppHandle, window: Window, request: Request) -> Result<Vec<String>, Failure> {
    spawn_blocking(move || dialogs::pick(&app, &window, request))
        .await
        .unwrap_or_else(|_| Err(broke_down("pick")))
}

/// Opens a read-only copy of a file of the evidence in the program that the system has for it.
#[tauri::command]
pub(crate) async fn open_copy(
    desktop: State<'_, Arc<Desktop>>,
    id: String,
    version: Option<u32>,
) -> Result<(), Failure> {
    let desktop = Arc::clone(&desktop);
    spawn_blocking(move || open::copy(&desktop, &id, version))
        .await
        .unwrap_or_else(|_| Err(broke_down("open_copy")))
}

/// Tells the window from now on what happens outside it: files dropped on it, watched folders that changed.
#[tauri::command]
pub(crate) fn listen(desktop: State<'_, Arc<Desktop>>, notices: Channel<Notice>) {
    desktop.notices.send_to(notices);
}

/// Answers whether the window may be closed, once the page was told that the person wants to.
#[tauri::command]
pub(crate) fn answer_closing(desktop: State<'_, Arc<Desktop>>, window: Window, leave: bool) {
    desktop.asked_to_close.store(false, Ordering::Relaxed);
    if leave {
        window::close(&window);
    }
}

/// Returns the picture that the system's clipboard holds, as PNG in Base64; nothing where it holds none.
#[tauri::command]
pub(crate) async fn clipboard_picture(app: AppHandle) -> Result<Option<String>, Failure> {
    spawn_blocking(move || clipboard::picture(&app))
        .await
        .unwrap_or_else(|_| Err(broke_down("clipboard_picture")))
}

/// Shows a notification of the desktop, where it shows any.
#[tauri::command]
pub(crate) async fn notify(app: AppHandle, title: String, body: String) -> Result<(), Failure> {
    spawn_blocking(move || notification::show(&app, &title, &body)).await.map_err(|_| broke_down("notify"))
}

/// Returns what the window is told of a call that panicked; the fault log has the rest.
fn broke_down(operation: &str) -> Failure {
    Failure {
        code: "internal".into(),
        message: format!("Annexe made a mistake in “{operation}” and stopped it"),
        hint: Some("What was saved before is safe. The mistake is noted in the file annexe.log.".into()),
        field: None,
    }
}
