//! `cargo xtask package` and `cargo xtask audit`: what goes out, and what it is made of.

use anyhow::Result;

use crate::command::{answer, cargo, npm, run};
use crate::place::Place;
use crate::setup::set_up;
use crate::system::Purpose;
use crate::ui;

/// What makes installers of the built programs. It is fetched when it is needed: nothing else needs it.
const BUNDLER: &str = "@tauri-apps/cli@2.12.5";

/// Builds the installers of this platform, each with the command line in it.
pub(crate) fn package(place: &Place) -> Result<()> {
    set_up(place, Purpose::Build)?;
    ui::build(place)?;
    run(cargo(&place.root).args(["build", "--release", "--package", "annexe-cli"]))?;
    let mut tauri = npm(&place.root);
    tauri.args(["exec", "--yes", "--package", BUNDLER, "--", "tauri", "build", "--bundles", bundles()]);
    run(tauri.args(["--config", &with_command_line(place)]))?;
    let folder = place.released_program("bundle");
    println!("\nThe installers: {}", folder.display());
    Ok(())
}

/// Checks licences, advisories and sources of every dependency by `deny.toml`.
pub(crate) fn audit(place: &Place) -> Result<()> {
    if answer("cargo-deny", &["--version"]).is_none() {
        run(cargo(&place.root).args(["install", "--locked", "cargo-deny"]))?;
    }
    run(cargo(&place.root).args(["deny", "--workspace", "check"]))
}

fn bundles() -> &'static str {
    if cfg!(target_os = "macos") {
        "app,dmg"
    } else if cfg!(windows) {
        "nsis"
    } else {
        "deb,rpm"
    }
}

/// Returns the configuration that puts the command line beside the window's program.
fn with_command_line(place: &Place) -> String {
    let program = place.released_program("annexe").display().to_string().replace('\\', "/");
    if cfg!(target_os = "macos") {
        format!(r#"{{"bundle":{{"macOS":{{"files":{{"MacOS/annexe":"{program}"}}}}}}}}"#)
    } else if cfg!(windows) {
        format!(r#"{{"bundle":{{"resources":{{"{program}":"annexe.exe"}}}}}}"#)
    } else {
        let files = format!(r#"{{"files":{{"/usr/bin/annexe":"{program}"}}}}"#);
        format!(r#"{{"bundle":{{"linux":{{"deb":{files},"rpm":{files}}}}}}}"#)
    }
}
