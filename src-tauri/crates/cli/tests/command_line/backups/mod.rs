//! Backups by the command line: what stock tools make of them, and what becomes of those that were made to deceive.

mod fixtures;
#[path = "../../../../bag/tests/bag/forge.rs"]
#[allow(dead_code, reason = "the tests of bags use the rest")]
mod forge;
mod hostile;
mod tools;
