//! Opening a file of the evidence outside Annexe.

use std::path::PathBuf;
use std::sync::Arc;

use annexe_api::Failure;
use serde_json::json;

use crate::desktop::Desktop;
use crate::dialogs::of_a_test;

/// Opens a read-only copy of a version of a piece of evidence in the program that the system has for it.
///
/// # Errors
/// Where the operation refuses, as it does for what could run; where the system has no program for it.
pub(crate) fn copy(desktop: &Arc<Desktop>, id: &str, version: Option<u32>) -> Result<(), Failure> {
    let call = desktop.calls.begin(0);
    let arguments = match version {
        Some(version) => json!({ "id": id, "version": version }),
        None => json!({ "id": id }),
    };
    let copy = desktop.run(&call, "evidence.copy", arguments, |_| ())?;
    let file = PathBuf::from(copy["file"].as_str().unwrap_or_default());
    let opened = match of_a_test("ANNEXE_OPENED") {
        // No test has a program to open it with.
        Some(note) => std::fs::write(note, file.display().to_string()),
        None => open::that_detached(&file),
    };
    opened.map_err(|error| Failure {
        code: "not-opened".into(),
        message: format!("The system has no program that opens it ({error})"),
        hint: Some("Save a copy of the file, and open that with a program of your choice.".into()),
        field: None,
    })
}
