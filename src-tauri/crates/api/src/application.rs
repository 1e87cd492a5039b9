//! Operations that need no workspace: what this program is, and how one person likes it.

use std::path::Path;

use annexe_core::catalogue::Catalogue;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::failure::Failure;
use crate::host::Host;
use crate::session::Session;

/// The arguments of an operation that has none.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub(crate) struct Nothing {}

/// Which Annexe this is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct About {
    /// Its version.
    pub version: String,
    /// The standard that its catalogue covers.
    pub standard: String,
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How the person at this computer likes Annexe.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub(crate) struct Preferences {
    /// The colours of the window.
    pub theme: Theme,
}

/// Which preferences to change; what is left out stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub(crate) struct SetPreferences {
    /// The colours of the window.
    pub theme: Option<Theme>,
}

const PREFERENCES: &str = "preferences.json";

pub(crate) fn about(_: &Session, _: &dyn Host, Nothing {}: Nothing) -> Result<About, Failure> {
    Ok(About { version: env!("CARGO_PKG_VERSION").into(), standard: Catalogue::english().standard.clone() })
}

pub(crate) fn catalogue(
    _: &Session,
    _: &dyn Host,
    Nothing {}: Nothing,
) -> Result<&'static Catalogue, Failure> {
    Ok(Catalogue::english())
}

pub(crate) fn preferences(_: &Session, host: &dyn Host, Nothing {}: Nothing) -> Result<Preferences, Failure> {
    Ok(kept(host, PREFERENCES))
}

pub(crate) fn set_preferences(
    _: &Session,
    host: &dyn Host,
    set: SetPreferences,
) -> Result<Preferences, Failure> {
    let before: Preferences = kept(host, PREFERENCES);
    let after = Preferences { theme: set.theme.unwrap_or(before.theme) };
    keep(host, PREFERENCES, &after);
    Ok(after)
}

/// Reads a file of the application's folder; one that can't be read counts as none, for it holds habits alone.
pub(crate) fn kept<T: serde::de::DeserializeOwned + Default>(host: &dyn Host, name: &str) -> T {
    let text = host.application_folder().and_then(|folder| std::fs::read(folder.join(name)).ok());
    text.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
}

/// Writes a file of the application's folder, as far as that can be done: work goes on without it.
pub(crate) fn keep<T: Serialize>(host: &dyn Host, name: &str, value: &T) {
    let Some(folder) = host.application_folder() else { return };
    let _ = write(folder, name, value);
}

fn write<T: Serialize>(folder: &Path, name: &str, value: &T) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let begun = folder.join(format!("{name}.begun"));
    std::fs::write(&begun, serde_json::to_vec_pretty(value)?)?;
    std::fs::rename(begun, folder.join(name))
}
