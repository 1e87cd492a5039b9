//! End to end: the built application's real window, driven by the keyboard through `WebKitWebDriver`.
//!
//! Each test has a display, a driver and a home folder of its own, and ends them by their process ids.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by a panic")]

mod accessibility;
mod accessible_pages;
mod application;
mod audits;
mod clipboard;
mod display;
mod drag;
mod evidence;
mod findings;
mod keyboard;
mod page;
mod pdf;
mod reviews;
mod rooms;
mod screenshots;
mod shell;
mod spine;
mod walkthroughs;
mod webdriver;
