//! `cargo xtask test`: every check there is.

use anyhow::Result;

use crate::command::{cargo, npm, run};
use crate::home::Home;
use crate::lint;
use crate::place::Place;
use crate::setup::set_up;
use crate::steps::Steps;
use crate::system::Purpose;
use crate::ui;

/// Sets up and runs every check; the first that fails ends it.
///
/// Every build is of the whole workspace in the development profile and lints as it goes, so that each crate is built
/// once.
pub(crate) fn test(place: &Place) -> Result<()> {
    let mut steps = Steps::begin();
    steps.step("Set-up", || set_up(place, Purpose::Test))?;
    let home = Home::empty(place)?;
    // A snapshot that differs fails, and leaves nothing in the checkout.
    let in_cargo = |arguments: &[&str]| {
        run(lint::denying(home.given_to(cargo(&place.root).args(arguments))).env("INSTA_UPDATE", "no"))
    };
    let in_ui = |script: &str| run(home.given_to(npm(&place.ui()).args(["run", script])));

    steps.step("Rust: what is linted is refused", lint::is_refused)?;
    steps.step("Rust: formatting", || in_cargo(&["fmt", "--all", "--check"]))?;
    // The desktop shell takes in what the UI builds.
    steps.step("UI: build", || ui::build(place))?;
    steps.step("UI: size", || in_ui("size"))?;
    // A linter works on one core; the compiler has the others.
    steps.beside(
        "UI: lint and types",
        || in_ui("lint").and_then(|()| in_ui("check")),
        |steps| {
            steps.step("Rust: lints and build", || {
                in_cargo(&["test", "--workspace", "--all-targets", "--no-run", "--quiet"])
            })
        },
    )?;
    steps.step("UI: tests", || in_ui("test"))?;
    steps.step("Rust: tests, with the command line and the window", || in_cargo(&["test", "--workspace"]))?;
    steps.step("Home: still empty", || home.is_still_empty())?;
    steps.summary();
    Ok(())
}
