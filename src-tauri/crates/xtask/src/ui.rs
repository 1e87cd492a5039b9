//! The UI's packages and its build, each done again only where something changed.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result};

use crate::command::{npm, run};
use crate::place::Place;

/// Installs the UI's packages, where the lock file is not the one that they were installed from.
pub(crate) fn install(place: &Place) -> Result<()> {
    let ui = place.ui();
    let lock = fs::read(ui.join("package-lock.json")).context("ui/package-lock.json")?;
    // Beside the packages, so that whoever deletes them deletes this too.
    let stamp = ui.join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(npm(&ui).args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, lock).with_context(|| stamp.display().to_string())
}

/// Builds the UI to `ui/dist`, where a source is not the one it was built from.
pub(crate) fn build(place: &Place) -> Result<()> {
    let ui = place.ui();
    let sources = fingerprint(&ui)?;
    let stamp = place.target("xtask/ui-built-from");
    let built = ui.join("dist/index.html").is_file();
    if built && fs::read_to_string(&stamp).is_ok_and(|before| before == sources) {
        return Ok(());
    }
    run(npm(&ui).args(["run", "build"]))?;
    fs::create_dir_all(place.target("xtask"))?;
    fs::write(&stamp, sources).with_context(|| stamp.display().to_string())
}

/// Returns one line for each source: its path, length and time of change.
fn fingerprint(ui: &Path) -> Result<String> {
    let mut files = Vec::new();
    collect(ui, &mut files)?;
    files.sort();
    let mut lines = String::new();
    for file in files {
        let about = file.metadata()?;
        let changed = about.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        writeln!(lines, "{} {} {changed}", file.strip_prefix(ui)?.display(), about.len())?;
    }
    Ok(lines)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_file() {
            files.push(entry.path());
        } else if name != "node_modules" && name != "dist" {
            collect(&entry.path(), files)?;
        }
    }
    Ok(())
}
