//! Linting while building: the linter compiles this workspace's crates, and refuses what it warns of.
//!
//! By itself `cargo clippy` looks at every crate and its dependencies once more, which takes as long as half a build.

use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

const LINTER: &str = "clippy-driver";

/// Makes `cargo` lint the crates of the workspace as it builds them, and fail where the linter warns.
pub(crate) fn denying(cargo: &mut Command) -> &mut Command {
    cargo.env("RUSTC_WORKSPACE_WRAPPER", LINTER);
    refusing(cargo)
}

/// Hands the linter its arguments as `cargo clippy` does.
fn refusing(command: &mut Command) -> &mut Command {
    command.env("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__")
}

/// Fails unless the linter refuses something that it only warns of by itself, so that no other version of it ever lets
/// everything pass unseen.
pub(crate) fn is_refused() -> Result<()> {
    let mut linter = Command::new(LINTER);
    linter.args(["rustc", "--crate-type", "lib", "--emit", "metadata", "-o", "-", "-"]);
    let started =
        refusing(&mut linter).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let mut linter = started.with_context(|| format!("{LINTER} does not start; it comes with clippy"))?;
    if let Some(mut input) = linter.stdin.take() {
        input
            .write_all(b"pub fn length(of: &Vec<u8>) -> usize { of.len() }")
            .context("the linter's input")?;
    }
    if linter.wait().context("the linter")?.success() {
        bail!("the linter let something pass that it has to refuse");
    }
    Ok(())
}
