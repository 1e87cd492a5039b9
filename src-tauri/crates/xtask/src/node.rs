//! Node, which builds the UI.

use anyhow::{Result, bail};

use crate::command;

/// The oldest Node that the UI's tools run on.
const OLDEST: (u32, u32) = (20, 19);

/// Makes sure that Node is there and new enough.
///
/// # Errors
/// Where it is not; the message says how to come by it.
pub(crate) fn check() -> Result<()> {
    let (major, minor) = OLDEST;
    let wanted = format!("Annexe's pages are built with Node {major}.{minor} or newer (https://nodejs.org)");
    match command::answer("node", &["--version"]) {
        None => bail!("{wanted}, and there is no `node` here. Install it and run this again."),
        Some(version) if !is_enough(&version) => {
            bail!("{wanted}, and this is {version}. Install a newer one and run this again.")
        }
        Some(_) if cfg!(unix) && !command::is_installed("npm") => {
            bail!(
                "Node is here but `npm` is not. Install it (Debian/Ubuntu: apt-get install npm) and run this again."
            )
        }
        Some(_) => Ok(()),
    }
}

fn is_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map_while(|number| number.parse().ok());
    let (Some(major), Some(minor)) = (numbers.next(), numbers.next()) else { return false };
    (major, minor) >= OLDEST
}

#[cfg(test)]
mod tests {
    use super::is_enough;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(is_enough("v20.19.0"));
        assert!(is_enough("v22.2.1"));
        assert!(is_enough("v100.0.0"));
        assert!(!is_enough("v20.9.0"));
        assert!(!is_enough("v18.20.4"));
        assert!(!is_enough("unknown"));
    }
}
