//! The system fails while evidence is added, linked, removed and backed up: nothing that was acknowledged is lost,
//! nothing that is listed is missing, and what was half done is gone after the next start.

#[cfg(target_os = "linux")]
mod boundaries;
mod desk;
#[cfg(target_os = "linux")]
mod errors;
#[cfg(target_os = "linux")]
mod full_disk;
#[cfg(target_os = "linux")]
mod jobs;
mod kills;
#[cfg(target_os = "linux")]
mod traced;
