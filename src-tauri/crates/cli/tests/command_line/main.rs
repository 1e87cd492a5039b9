//! The command line as people and programs use it: the built program, a folder of its own, no environment.

mod bad_input;
mod documents;
mod kill;
mod road;
mod support;
