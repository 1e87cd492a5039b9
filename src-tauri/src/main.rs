//! The desktop shell: the window, the native dialogs and the one way from the window to the operations.
//!
//! There is no logic here. What Annexe does stands below, in `annexe-api` and `annexe-core`.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod calls;
mod clipboard;
mod commands;
mod desktop;
mod dialogs;
mod fault_log;
mod host;
mod notices;
mod notification;
mod open;
mod window;

use std::process::ExitCode;
use std::sync::Arc;

use tauri::{Manager, RunEvent, generate_context, generate_handler};

use crate::desktop::Desktop;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("Annexe could not start: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_notification::init())
        .invoke_handler(generate_handler![
            commands::call,
            commands::cancel,
            commands::pick,
            commands::open_copy,
            commands::listen,
            commands::answer_closing,
            commands::clipboard_picture,
            commands::notify
        ])
        .on_window_event(window::event)
        .setup(|app| {
            let handle = app.handle();
            let folders = handle.path();
            let desktop = Arc::new(Desktop::new(folders.app_data_dir().ok(), folders.document_dir().ok()));
            if let Ok(folder) = handle.path().app_log_dir() {
                fault_log::keep_in(folder);
            }
            app.manage(Arc::clone(&desktop));
            let problem = window::folder_to_open().and_then(|folder| desktop.open(&folder).err());
            window::open(handle)?;
            if let Some(failure) = problem {
                dialogs::tell(handle, &failure);
            }
            Ok(())
        })
        .build(generate_context!())?;

    app.run(|app, event| {
        if matches!(event, RunEvent::Exit) {
            app.state::<Arc<Desktop>>().close();
        }
    });
    Ok(())
}
