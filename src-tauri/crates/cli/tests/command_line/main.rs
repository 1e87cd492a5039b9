//! The command line as people and programs use it: the built program, a folder of its own, no environment.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on has failed")]

mod audits;
mod backups;
mod bad_input;
mod calendar;
mod cases;
mod clauses;
mod documents;
mod drafts;
mod evidence;
mod faults;
mod findings;
mod frameworks;
mod guide;
mod kill;
mod names;
mod numbers;
mod objectives;
mod reviews;
mod road;
mod start;
mod status;
mod support;
mod systems;
