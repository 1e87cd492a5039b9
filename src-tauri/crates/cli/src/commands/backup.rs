//! Backups: written, checked, restored.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::workspace::given;
use super::{Caller, text};

pub(super) fn write(
    caller: &Caller<'_>,
    file: &Path,
    passphrase_file: Option<&Path>,
    replace: bool,
) -> Result<ExitCode, Failure> {
    let passphrase = passphrase(passphrase_file)?;
    let write =
        given([("file", json!(file)), ("passphrase", passphrase.into()), ("replace", replace.into())]);
    caller.show("backup.write", write, |written| {
        let mut out = format!(
            "Wrote {} ({} bytes, {} files of evidence) and read it back whole\n",
            text::of(written, "file"),
            written["bytes"],
            written["files"]
        );
        out += &left_out(written);
        out
    })
}

pub(super) fn check(
    caller: &Caller<'_>,
    file: &Path,
    passphrase_file: Option<&Path>,
) -> Result<ExitCode, Failure> {
    let passphrase = passphrase(passphrase_file)?;
    let open = given([("file", json!(file)), ("passphrase", passphrase.into())]);
    caller.show("backup.check", open, |report| {
        let files = report["files"].to_string();
        let mut out = text::facts(&[
            ("Backup of", text::of(report, "organisation")),
            ("Made", text::of(report, "made")),
            ("By", text::of(report, "program")),
            ("Ledger", text::of(report, "head")),
            ("Files", &files),
            ("Sealed", if report["sealed"] == true { "with a passphrase" } else { "no" }),
        ]);
        out += &left_out(report);
        out += "Every byte is as it was written\n";
        out
    })
}

pub(super) fn restore(
    caller: &Caller<'_>,
    file: &Path,
    dir: &Path,
    passphrase_file: Option<&Path>,
) -> Result<ExitCode, Failure> {
    let passphrase = passphrase(passphrase_file)?;
    let restore = given([("file", json!(file)), ("folder", json!(dir)), ("passphrase", passphrase.into())]);
    caller.show("backup.restore", restore, |workspace| {
        format!("Restored and verified the workspace {}\n", text::of(workspace, "folder"))
    })
}

fn left_out(backup: &Value) -> String {
    let one = |digest: &Value| {
        format!(
            "warning: not in it, because it was damaged or missing: {}\n",
            digest.as_str().unwrap_or_default()
        )
    };
    text::list(backup, "left_out").map(one).collect()
}

/// Reads a passphrase: the first line of a file.
pub(super) fn passphrase(file: Option<&Path>) -> Result<Option<String>, Failure> {
    let Some(file) = file else { return Ok(None) };
    let text = fs::read_to_string(file).map_err(|error| Failure {
        code: "no-passphrase".into(),
        message: format!("The passphrase could not be read from {} ({error})", file.display()),
        hint: Some("Expected a file with the passphrase on its first line.".into()),
        field: Some("passphrase".into()),
    })?;
    Ok(Some(text.lines().next().unwrap_or_default().to_owned()))
}
