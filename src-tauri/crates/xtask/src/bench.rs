//! `cargo xtask bench`: how long things take.

use anyhow::Result;

use crate::command::{cargo, run};
use crate::place::Place;

/// Runs the benchmarks, all or those that `arguments` name.
pub(crate) fn bench(place: &Place, arguments: &[String]) -> Result<()> {
    // The shell has no benchmarks, and without it no system package is needed.
    let mut benches = cargo(&place.root);
    benches.args(["bench", "--workspace", "--exclude", "annexe-desktop", "--bench", "*", "--"]);
    run(benches.args(arguments))
}
