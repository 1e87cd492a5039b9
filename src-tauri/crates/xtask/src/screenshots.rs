//! `cargo xtask screenshots`: a picture of every page.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::command::{cargo, run};
use crate::place::Place;
use crate::setup::set_up;
use crate::system::Purpose;
use crate::ui;

/// Drives the built application through every page and writes `target/screenshots/*.png`.
pub(crate) fn screenshots(place: &Place) -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("The window can be photographed on Linux alone, where WebKitWebDriver drives it.");
    }
    set_up(place, Purpose::Test)?;
    ui::build(place)?;
    let folder = place.target("screenshots");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    }
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    // The end-to-end tests know how to drive the window; the pictures are taken by one of them.
    let mut tests = cargo(&place.root);
    tests.args(["test", "--workspace", "--test", "desktop", "--", "--ignored", "--nocapture", "screenshots"]);
    run(tests.env("ANNEXE_SCREENSHOTS", &folder))?;
    println!("\nThe pictures: {}", folder.display());
    Ok(())
}
