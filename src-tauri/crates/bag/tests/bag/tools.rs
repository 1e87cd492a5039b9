//! What was written is checked by tools that know nothing of Annexe.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use annexe_bag::{Sealing, write};

use crate::samples::{contents, on, passphrase, sealing};

/// Returns whether a tool is missing here, and says so. Where `CI` is set none may be.
pub(crate) fn missing(tools: &[&str]) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let there = |tool: &str| std::env::split_paths(&path).any(|folder| folder.join(tool).is_file());
    let gone: Vec<_> = tools.iter().filter(|tool| !there(tool)).collect();
    if !gone.is_empty() {
        eprintln!("not checked, for these are not installed: {gone:?}");
        assert!(!cfg!(target_os = "linux") || std::env::var_os("CI").is_none(), "{gone:?} must be installed");
    }
    !gone.is_empty()
}

/// Unpacks a ZIP and checks it by its manifests, as its README says; returns how many files were good.
pub(crate) fn unzip_and_check(zip: &Path, folder: &Path) -> usize {
    let unzip = Command::new("unzip").arg("-q").arg(zip).arg("-d").arg(folder).output().unwrap();
    assert!(unzip.status.success(), "{}", String::from_utf8_lossy(&unzip.stderr));
    let check = |manifest: &str| {
        let check = Command::new("sha256sum")
            .args(["-c", "--strict", manifest])
            .current_dir(folder.join("annexe-backup"))
            .output()
            .unwrap();
        assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
        String::from_utf8(check.stdout).unwrap().lines().filter(|line| line.ends_with(": OK")).count()
    };
    assert_eq!(check("tagmanifest-sha256.txt"), 4);
    check("manifest-sha256.txt")
}

/// Opens a sealed file with the age tool, which asks a terminal for the passphrase.
pub(crate) fn age_decrypt(sealed: &Path, plain: &Path) {
    let command = format!("age -d -o '{}' '{}'", plain.display(), sealed.display());
    let mut script = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    script.stdin.take().unwrap().write_all(b"correct horse battery staple\n").unwrap();
    let told = script.wait_with_output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stdout));
}

#[test]
fn unzip_and_sha256sum_check_a_bag() {
    if missing(&["unzip", "sha256sum"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup.zip");
    let files = [("annexe.db", "the database"), ("vault/ab/abcd", "evidence"), ("vault/cd/cdef", "")];
    write(&file, &contents(&files), None, false, &mut on).unwrap();
    assert_eq!(unzip_and_check(&file, folder.path()), 3);
    let tested = Command::new("unzip").arg("-t").arg(&file).output().unwrap();
    assert!(String::from_utf8(tested.stdout).unwrap().contains("No errors detected"));
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "takes the `script` of util-linux")]
fn age_opens_a_sealed_bag() {
    if missing(&["unzip", "sha256sum", "age", "script"]) {
        return;
    }
    for sealing in [sealing(), Sealing::with(passphrase())] {
        let folder = tempfile::tempdir().unwrap();
        let (sealed, plain) = (folder.path().join("backup.zip.age"), folder.path().join("backup.zip"));
        let files = [("annexe.db", "the database".repeat(20_000)), ("vault/ab/abcd", "evidence".into())];
        write(&sealed, &contents(&files), Some(&sealing), false, &mut on).unwrap();
        age_decrypt(&sealed, &plain);
        assert_eq!(unzip_and_check(&plain, folder.path()), 2);
    }
}
