//! Prepares the desktop shell: its commands, its capability and, where it is embedded, the built UI.

use std::path::Path;
use std::process::exit;

/// The whole of what the window may ask of the shell.
const COMMANDS: &[&str] =
    &["call", "cancel", "pick", "open_copy", "listen", "answer_closing", "clipboard_picture", "notify"];

fn main() {
    println!("cargo:rerun-if-changed=tauri.conf.json");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/build.rs");
    println!("cargo:rerun-if-changed=ui/dist");

    let embedded = std::env::var_os("CARGO_FEATURE_CUSTOM_PROTOCOL").is_some();
    if embedded && !Path::new("ui/dist/index.html").is_file() {
        eprintln!(
            "The window's pages are not built yet: ui/dist/index.html is missing.\n\
             Run `cargo xtask run`, which builds everything, or `npm ci && npm run build` in ui/."
        );
        exit(1);
    }

    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS))
        .capabilities_path_pattern("./src-tauri/capabilities/**/*");
    if let Err(problem) = tauri_build::try_build(attributes) {
        eprintln!("{problem:#}");
        exit(1);
    }
}
