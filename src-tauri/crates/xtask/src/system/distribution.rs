//! Which system this is, and how its packages are installed.

use std::fs;

/// A system whose packages we know by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Distribution {
    /// Debian, Ubuntu and their children.
    Debian,
    /// Fedora and its children.
    Fedora,
    /// Arch Linux and its children.
    Arch,
    /// A Linux with other packages.
    OtherLinux,
    /// Apple's.
    MacOs,
    /// Microsoft's.
    Windows,
}

impl Distribution {
    /// Returns the system that we run on.
    pub(super) fn here() -> Self {
        if cfg!(target_os = "macos") {
            Self::MacOs
        } else if cfg!(windows) {
            Self::Windows
        } else {
            Self::of_release(&fs::read_to_string("/etc/os-release").unwrap_or_default())
        }
    }

    /// Reads the names in `/etc/os-release`.
    fn of_release(release: &str) -> Self {
        let value = |key: &str| {
            let lines = release.lines().filter_map(|line| line.split_once('='));
            lines
                .filter(|(name, _)| *name == key)
                .map(|(_, value)| value.trim_matches('"'))
                .next()
                .unwrap_or("")
        };
        let names = format!("{} {}", value("ID"), value("ID_LIKE"));
        names
            .split_whitespace()
            .find_map(|name| match name {
                "debian" | "ubuntu" => Some(Self::Debian),
                "fedora" | "rhel" => Some(Self::Fedora),
                "arch" => Some(Self::Arch),
                _ => None,
            })
            .unwrap_or(Self::OtherLinux)
    }

    /// Returns what a person does to install these packages.
    pub(super) fn instruction(self, packages: &[&str]) -> String {
        let packages = packages.join(" ");
        match self {
            Self::Debian => format!(
                "Run:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends {packages}"
            ),
            Self::Fedora => format!("Run:\n  sudo dnf install -y {packages}"),
            Self::Arch => format!("Run:\n  sudo pacman -S --needed {packages}"),
            Self::OtherLinux => {
                format!("Install what your system calls these Debian packages:\n  {packages}")
            }
            Self::MacOs => format!("Run:\n  brew install {packages}"),
            Self::Windows => format!("Run:\n  winget install --exact {packages}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Distribution;

    #[test]
    fn a_system_is_known_by_its_own_name_or_its_parents() {
        let known = |release| Distribution::of_release(release);
        assert_eq!(known("NAME=\"Debian GNU/Linux\"\nID=debian\n"), Distribution::Debian);
        assert_eq!(known("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), Distribution::Debian);
        assert_eq!(known("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n"), Distribution::Fedora);
        assert_eq!(known("ID=manjaro\nID_LIKE=arch\n"), Distribution::Arch);
        assert_eq!(known("ID=nixos\n"), Distribution::OtherLinux);
        assert_eq!(known(""), Distribution::OtherLinux);
    }

    #[test]
    fn every_system_is_told_the_packages() {
        use Distribution::{Arch, Debian, Fedora, MacOs, OtherLinux, Windows};
        for system in [Debian, Fedora, Arch, OtherLinux, MacOs, Windows] {
            assert!(system.instruction(&["one", "two"]).contains("one two"));
        }
    }
}
