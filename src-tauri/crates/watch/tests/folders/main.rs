//! Folders as companies have them: saved in, renamed, linked, locked, taken away.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that can't go on has failed"
)]

mod burst;
#[cfg(unix)]
mod links;
mod moves;
mod names;
mod place;
mod root;
mod saves;
mod storm;
#[cfg(target_os = "linux")]
mod unreadable;
mod watching;
