//! `cargo xtask run`: builds Annexe, writes the sample, and opens the window on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{cargo, run as run_command};
use crate::place::Place;
use crate::setup::set_up;
use crate::system::Purpose;
use crate::ui;

/// The sample company's workspace and its Statement of Applicability.
pub(crate) struct Sample {
    pub(crate) workspace: PathBuf,
    pub(crate) document: PathBuf,
}

/// Sets up, builds, writes the sample and opens the window on it, where there is a display.
pub(crate) fn run(place: &Place) -> Result<()> {
    set_up(place, Purpose::Build)?;
    build(place)?;
    let sample = write_sample(place)?;
    println!("\nThe sample company's workspace: {}", sample.workspace.display());
    println!("Its Statement of Applicability: {}", sample.document.display());
    if !has_display() {
        println!("\nThere is no display here, so the window stays closed.");
        return Ok(());
    }
    println!("\nOpening the window. This command ends when it is closed.");
    run_command(Command::new(place.program("annexe-desktop")).arg(&sample.workspace))
}

/// Builds the UI and every program, with the same features and profile as the tests.
pub(crate) fn build(place: &Place) -> Result<()> {
    ui::build(place)?;
    run_command(cargo(&place.root).args(["build", "--workspace"]))
}

/// Writes the sample to `target/sample`, over the one of an earlier run.
fn write_sample(place: &Place) -> Result<Sample> {
    let folder = place.target("sample");
    let sample = Sample { workspace: folder.join("workspace"), document: folder.join("soa.pdf") };
    clear(&sample.workspace)?;
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let annexe = || Command::new(place.program("annexe"));
    run_command(annexe().arg("sample").arg(&sample.workspace))?;
    let mut export = annexe();
    export.arg("-w").arg(&sample.workspace).args(["soa", "export", "--format", "pdf", "--out"]);
    run_command(export.arg(&sample.document))?;
    Ok(sample)
}

fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} can't be replaced", folder.display()))?;
    }
    Ok(())
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
