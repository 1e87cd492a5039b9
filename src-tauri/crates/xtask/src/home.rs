//! A home folder that the checks must leave empty.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::answer;
use crate::place::Place;

/// An empty home folder, and where the tools find what they keep in the real one.
pub(crate) struct Home {
    folder: PathBuf,
    variables: Vec<(&'static str, OsString)>,
}

/// What would lead a program past the home folder.
const LEADING_PAST: [&str; 4] = ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"];

impl Home {
    /// Makes the empty folder.
    pub(crate) fn empty(place: &Place) -> Result<Self> {
        let folder = place.target("xtask/home");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        let mut variables: Vec<(&'static str, OsString)> = vec![
            ("HOME", folder.clone().into()),
            ("USERPROFILE", folder.clone().into()),
            // Fonts and the PDF validator keep caches; nothing of Annexe does.
            ("XDG_CACHE_HOME", place.target("xtask/cache").into()),
        ];
        if let Some(real) = std::env::home_dir() {
            for (name, usual) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
                variables.push((name, std::env::var_os(name).unwrap_or_else(|| real.join(usual).into())));
            }
            let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
            if let Some(cache) = answer(npm, &["config", "get", "cache"]) {
                variables.push(("npm_config_cache", cache.into()));
            }
            let settings = real.join(".npmrc");
            if settings.is_file() {
                variables.push(("npm_config_userconfig", settings.into()));
            }
        }
        Ok(Self { folder, variables })
    }

    /// Makes a program take this folder for its home.
    pub(crate) fn given_to<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        for name in LEADING_PAST {
            command.env_remove(name);
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)))
    }

    /// Fails where something was written to the folder.
    pub(crate) fn is_still_empty(&self) -> Result<()> {
        let found = entries(&self.folder)?;
        if !found.is_empty() {
            bail!("The checks wrote to the home folder ({}): {}", self.folder.display(), found.join(", "));
        }
        Ok(())
    }
}

fn entries(folder: &Path) -> Result<Vec<String>> {
    let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    names.collect()
}
