//! Where things are.

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The checkout and its build folder.
pub(crate) struct Place {
    /// The root of the checkout.
    pub(crate) root: PathBuf,
    /// The folder that holds `xtask` itself, and so the other programs of the development profile.
    programs: PathBuf,
}

impl Place {
    /// Finds the checkout that this program was built from, wherever it is called.
    pub(crate) fn find() -> Result<Self> {
        let crate_folder =
            std::env::var_os("CARGO_MANIFEST_DIR").context("Start this with `cargo xtask`.")?;
        let root = Path::new(&crate_folder)
            .ancestors()
            .nth(3)
            .context("The checkout is not laid out as expected.")?;
        let itself = std::env::current_exe().context("The program does not know where it stands.")?;
        let programs = itself.parent().context("The program stands in no folder.")?;
        Ok(Self { root: root.to_owned(), programs: programs.to_owned() })
    }

    /// Returns the folder of the UI's sources.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// Returns a path below `target/`, which is never committed.
    pub(crate) fn target(&self, name: &str) -> PathBuf {
        self.root.join("target").join(name)
    }

    /// Returns the path of a program of the workspace, once it is built.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.programs.join(format!("{name}{EXE_SUFFIX}"))
    }

    /// Returns the path of a program of the workspace in the release profile, once it is built.
    pub(crate) fn released_program(&self, name: &str) -> PathBuf {
        let builds = self.programs.parent().unwrap_or(&self.programs);
        builds.join("release").join(format!("{name}{EXE_SUFFIX}"))
    }
}
