//! The documents that the window writes, as a validator judges them.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Checks a document against both profiles, where there is a validator.
pub(crate) fn is_valid(document: &Path) {
    assert!(fs::read(document).unwrap().starts_with(b"%PDF"));
    let Some(verapdf) = std::env::var_os("VERAPDF") else {
        eprintln!("VERAPDF names no validator; {} was not judged by veraPDF", document.display());
        return;
    };
    for profile in ["ua1", "3a"] {
        let output = Command::new(&verapdf).arg(profile).arg(document).output().expect("veraPDF runs");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && said.contains("PASS"),
            "{profile}: {said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
