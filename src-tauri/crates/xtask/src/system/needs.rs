//! What is needed, how it is found, and what each system calls it.

use std::path::Path;

use super::distribution::Distribution;
use crate::command::{answer, is_installed, place_of};

/// What the system is to be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Building and opening the window.
    Build,
    /// Running every check as well.
    Test,
}

/// One thing that the system must have.
pub(super) struct Need {
    pub(super) name: &'static str,
    pub(super) is_there: fn() -> bool,
    debian: &'static [&'static str],
    fedora: &'static [&'static str],
    arch: &'static [&'static str],
    macos: &'static [&'static str],
    windows: &'static [&'static str],
}

impl Need {
    /// Returns the packages that bring it.
    pub(super) fn packages(&self, system: Distribution) -> &'static [&'static str] {
        match system {
            Distribution::Debian | Distribution::OtherLinux => self.debian,
            Distribution::Fedora => self.fedora,
            Distribution::Arch => self.arch,
            Distribution::MacOs => self.macos,
            Distribution::Windows => self.windows,
        }
    }
}

/// Returns what a purpose needs on this system.
pub(super) fn of(purpose: Purpose) -> Vec<&'static Need> {
    let linux = cfg!(target_os = "linux");
    let mut needs: Vec<&Need> = Vec::new();
    if linux {
        needs.extend(WINDOW);
    }
    if purpose == Purpose::Test {
        needs.extend(READERS);
        if linux {
            needs.extend(OFFICE);
            needs.extend(BACKUPS);
            needs.extend(AUTOMATION);
        }
        if linux && std::env::var_os("VERAPDF").is_some() {
            needs.extend(VALIDATOR);
        }
    }
    needs
}

/// To build and open the window. macOS and Windows have their web view and linker already.
const WINDOW: &[Need] = &[
    Need {
        name: "a C compiler",
        is_there: || is_installed("cc"),
        debian: &["build-essential"],
        fedora: &["gcc"],
        arch: &["base-devel"],
        macos: &[],
        windows: &[],
    },
    Need {
        name: "pkg-config",
        is_there: || is_installed("pkg-config"),
        debian: &["pkg-config"],
        fedora: &["pkgconf-pkg-config"],
        arch: &["pkgconf"],
        macos: &[],
        windows: &[],
    },
    Need {
        name: "WebKitGTK's development files",
        is_there: || {
            answer("pkg-config", &["--exists", "webkit2gtk-4.1", "gtk+-3.0", "libsoup-3.0"]).is_some()
        },
        debian: &["libwebkit2gtk-4.1-dev"],
        fedora: &["webkit2gtk4.1-devel"],
        arch: &["webkit2gtk-4.1"],
        macos: &[],
        windows: &[],
    },
    Need {
        name: "D-Bus's development files",
        is_there: || answer("pkg-config", &["--exists", "dbus-1"]).is_some(),
        debian: &["libdbus-1-dev"],
        fedora: &["dbus-devel"],
        arch: &["dbus"],
        macos: &[],
        windows: &[],
    },
    Need {
        name: "a font",
        is_there: || Path::new("/usr/share/fonts").read_dir().is_ok_and(|mut fonts| fonts.next().is_some()),
        debian: &["fonts-dejavu-core"],
        fedora: &["dejavu-sans-fonts"],
        arch: &["ttf-dejavu"],
        macos: &[],
        windows: &[],
    },
];

/// To read and check the PDF files that the tests make.
const READERS: &[Need] = &[
    Need {
        name: "qpdf",
        is_there: || is_installed("qpdf"),
        debian: &["qpdf"],
        fedora: &["qpdf"],
        arch: &["qpdf"],
        macos: &["qpdf"],
        windows: &["qpdf.qpdf"],
    },
    Need {
        name: "pdftotext",
        is_there: || is_installed("pdftotext") && is_installed("pdfinfo"),
        debian: &["poppler-utils"],
        fedora: &["poppler-utils"],
        arch: &["poppler"],
        macos: &["poppler"],
        windows: &["oschwartz10612.Poppler"],
    },
];

/// To open the documents that people are to edit, and tables. On macOS and Windows the tests say that they were not opened.
const OFFICE: &[Need] = &[Need {
    name: "LibreOffice Writer and Calc",
    is_there: opens_texts_and_tables,
    debian: &["libreoffice-writer-nogui", "libreoffice-calc-nogui"],
    fedora: &["libreoffice-writer", "libreoffice-calc"],
    arch: &["libreoffice-fresh"],
    macos: &[],
    windows: &[],
}];

/// Returns whether the office is there with its parts for texts and for tables, which come by themselves.
fn opens_texts_and_tables() -> bool {
    let program = place_of("soffice").and_then(|file| file.canonicalize().ok());
    let beside = program.as_deref().and_then(Path::parent);
    beside.is_some_and(|folder| ["libswlo.so", "libsclo.so"].iter().all(|part| folder.join(part).is_file()))
}

/// To open and check backups without Annexe, and to make the system fail while they are written.
const BACKUPS: &[Need] = &[
    Need {
        name: "unzip",
        is_there: || is_installed("unzip"),
        debian: &["unzip"],
        fedora: &["unzip"],
        arch: &["unzip"],
        macos: &[],
        windows: &[],
    },
    Need {
        name: "age",
        is_there: || is_installed("age"),
        debian: &["age"],
        fedora: &["age"],
        arch: &["age"],
        macos: &[],
        windows: &[],
    },
    // It gives `age` the terminal that it asks for a passphrase.
    Need {
        name: "script",
        is_there: || is_installed("script"),
        debian: &["bsdutils"],
        fedora: &["/usr/bin/script"],
        arch: &["util-linux"],
        macos: &[],
        windows: &[],
    },
    Need {
        name: "strace",
        is_there: || is_installed("strace"),
        debian: &["strace"],
        fedora: &["strace"],
        arch: &["strace"],
        macos: &[],
        windows: &[],
    },
];

/// To drive the real window, on a display of its own.
const AUTOMATION: &[Need] = &[
    Need {
        name: "Xvfb",
        is_there: || is_installed("Xvfb"),
        debian: &["xvfb"],
        fedora: &["/usr/bin/Xvfb"],
        arch: &["xorg-server-xvfb"],
        macos: &[],
        windows: &[],
    },
    Need {
        name: "WebKitWebDriver",
        is_there: || is_installed("WebKitWebDriver"),
        debian: &["webkit2gtk-driver"],
        fedora: &["/usr/bin/WebKitWebDriver"],
        arch: &["webkit2gtk-4.1"],
        macos: &[],
        windows: &[],
    },
];

/// To run the PDF validator that `VERAPDF` names.
const VALIDATOR: &[Need] = &[
    Need {
        name: "a Java compiler",
        is_there: || is_installed("javac"),
        debian: &["default-jdk-headless"],
        fedora: &["java-latest-openjdk-devel"],
        arch: &["jdk-openjdk"],
        macos: &[],
        windows: &[],
    },
    Need {
        name: "Java's XML binding",
        is_there: || Path::new("/usr/share/java/jaxb-runtime.jar").is_file(),
        debian: &["libjaxb-java"],
        fedora: &["jaxb-api"],
        arch: &["java-jaxb"],
        macos: &[],
        windows: &[],
    },
    Need {
        name: "Python's pip",
        is_there: || answer("python3", &["-m", "pip", "--version"]).is_some(),
        debian: &["python3-pip"],
        fedora: &["python3-pip"],
        arch: &["python-pip"],
        macos: &[],
        windows: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_has_a_package_on_every_linux() {
        for need in
            WINDOW.iter().chain(READERS).chain(OFFICE).chain(BACKUPS).chain(AUTOMATION).chain(VALIDATOR)
        {
            for system in [Distribution::Debian, Distribution::Fedora, Distribution::Arch] {
                assert!(!need.packages(system).is_empty(), "{} on {system:?}", need.name);
            }
        }
    }

    #[test]
    fn the_tests_need_all_that_the_build_needs() {
        let tested: Vec<&str> = of(Purpose::Test).iter().map(|need| need.name).collect();
        assert!(of(Purpose::Build).iter().all(|need| tested.contains(&need.name)));
    }
}
