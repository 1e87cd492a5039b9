//! Bags as their users meet them: written, read, damaged, forged.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on has failed")]

mod changed;
mod forge;
mod hostile;
mod many;
mod round_trip;
mod samples;
mod tools;
mod writing;
