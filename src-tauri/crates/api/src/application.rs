//! Operations that need no workspace: what this program is, and how one person likes it.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use annexe_core::Line;
use annexe_core::catalogue::Catalogue;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::failure::Failure;
use crate::host::Host;
use crate::reminder::Reminders;
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
    /// How they are reminded of dates.
    pub reminders: Reminders,
    /// The names and roles that mean them, so that a list can show what is theirs; each once.
    pub me: Vec<Line>,
}

/// Which preferences to change; what is left out stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub(crate) struct SetPreferences {
    /// The colours of the window.
    pub theme: Option<Theme>,
    /// How they are reminded of dates.
    pub reminders: Option<Reminders>,
    /// The names and roles that mean them, in place of those before.
    pub me: Option<Vec<Line>>,
}

pub(crate) const PREFERENCES: &str = "preferences.json";

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
    let reminders = set.reminders.map(Reminders::checked).transpose()?;
    Ok(change_kept(host, PREFERENCES, |preferences: &mut Preferences| {
        preferences.theme = set.theme.unwrap_or(preferences.theme);
        if let Some(reminders) = reminders {
            preferences.reminders = reminders;
        }
        if let Some(mut me) = set.me {
            me.retain(|name| !name.as_str().is_empty());
            me.sort_unstable();
            me.dedup();
            preferences.me = me;
        }
    }))
}

/// Held by who reads or writes a file of the application's folder, so that no change is lost to another.
static KEPT: Mutex<()> = Mutex::new(());

/// Reads a file of the application's folder; one that can't be read counts as none, for it holds habits alone.
pub(crate) fn kept<T: DeserializeOwned + Default>(host: &dyn Host, name: &str) -> T {
    let _one = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    host.application_folder().and_then(|folder| read(folder, name).ok()).flatten().unwrap_or_default()
}

/// Changes what a file of the application's folder holds and returns it, as far as that can be done.
pub(crate) fn change_kept<T: DeserializeOwned + Default + Serialize>(
    host: &dyn Host,
    name: &str,
    change: impl FnOnce(&mut T),
) -> T {
    let _one = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let before = host.application_folder().map(|folder| (folder, read::<T>(folder, name)));
    // What could not even be read is not overwritten.
    let place = before.as_ref().and_then(|(folder, before)| before.is_ok().then_some(*folder));
    let mut value = before.and_then(|(_, before)| before.ok()).flatten().unwrap_or_default();
    change(&mut value);
    if let Some(folder) = place {
        let _ = write(folder, name, &value);
    }
    value
}

/// Reads a file where it is there. One that makes no sense is set aside under another name.
fn read<T: DeserializeOwned>(folder: &Path, name: &str) -> io::Result<Option<T>> {
    let path = folder.join(name);
    let text = match fs::read(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if let Ok(value) = serde_json::from_slice(&text) {
        return Ok(Some(value));
    }
    fs::rename(&path, folder.join(format!("{name}.damaged")))?;
    Ok(None)
}

fn write<T: Serialize>(folder: &Path, name: &str, value: &T) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let begun = folder.join(format!("{name}.begun"));
    let mut file = File::create(&begun)?;
    file.write_all(&serde_json::to_vec_pretty(value)?)?;
    file.sync_all()?;
    drop(file);
    fs::rename(begun, folder.join(name))
}
