//! What the system itself must have: found, and installed or asked for.

mod distribution;
mod needs;

use std::process::Command;

use anyhow::{Result, bail};

use crate::command::{answer, is_installed, run};
use distribution::Distribution;
use needs::Need;

pub(crate) use needs::Purpose;

/// Makes sure that the system has what this purpose needs.
///
/// Installs what is missing where apt-get may do so without a question.
///
/// # Errors
/// Where something is missing and can't be installed from here; the message is the command to run.
pub(crate) fn prepare(purpose: Purpose) -> Result<()> {
    let missing: Vec<&Need> = needs::of(purpose).into_iter().filter(|need| !(need.is_there)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let distribution = Distribution::here();
    let mut packages: Vec<&str> =
        missing.iter().flat_map(|need| need.packages(distribution)).copied().collect();
    packages.sort_unstable();
    packages.dedup();
    if distribution == Distribution::Debian
        && let Some(root) = as_root()
    {
        return install(root, &packages);
    }
    let names: Vec<&str> = missing.iter().map(|need| need.name).collect();
    bail!(
        "Annexe can't be built or tested here yet. Missing: {}.\n\n{}\n\nThen run this again.",
        names.join(", "),
        distribution.instruction(&packages)
    )
}

/// Returns what stands before a command to run it as root without a question; nothing where that can't be.
fn as_root() -> Option<&'static [&'static str]> {
    if !is_installed("apt-get") {
        None
    } else if answer("id", &["-u"]).as_deref() == Some("0") {
        Some(&["env"])
    } else if answer("sudo", &["-n", "true"]).is_some() {
        Some(&["sudo", "-n", "env"])
    } else {
        None
    }
}

fn install(root: &[&str], packages: &[&str]) -> Result<()> {
    let apt = |arguments: &[&str]| {
        let mut words = root.iter().copied().chain(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        let mut command = Command::new(words.next().unwrap_or("env"));
        run(command.args(words).args(arguments))
    };
    apt(&["update"])?;
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    apt(&arguments)
}
