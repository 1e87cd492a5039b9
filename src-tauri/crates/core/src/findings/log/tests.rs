//! The log of the sample company, of an empty one, and of one whose titles would be formulas.

use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use serde_json::json;

use super::*;
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;
use crate::{Day, Explain as _, findings};

fn today() -> Day {
    "2026-10-12".parse().unwrap()
}

struct Desk {
    bench: Bench,
    workspace: Workspace,
    files: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        Self { bench, workspace, files: tempfile::tempdir().unwrap() }
    }

    fn sample() -> Self {
        let bench = Bench::new();
        let files = tempfile::tempdir().unwrap();
        let workspace = crate::sample::create(&files.path().join("sample"), &bench.stamp, today()).unwrap();
        Self { bench, workspace, files }
    }

    fn export(&self, name: &str) -> Result<(FindingsLog, Vec<u8>), LogError> {
        self.stopped(name, ControlFlow::Continue(()))
    }

    fn stopped(&self, name: &str, go_on: ControlFlow<()>) -> Result<(FindingsLog, Vec<u8>), LogError> {
        let file: PathBuf = self.files.path().join(name);
        let to = ExportFindings { file: file.clone(), replace: None };
        let log = export(&self.workspace, &to, self.bench.stamp.at, today(), &mut |_| go_on)?;
        Ok((log, fs::read(file).unwrap()))
    }

    fn find(&self, title: &str) {
        let add = json!({ "title": title, "requirements": ["A.2.2"], "grade": "minor" });
        let add = serde_json::from_value(add).unwrap();
        self.workspace.write(&self.bench.stamp, "finding.add", |tx| findings::add(tx, today(), add)).unwrap();
    }
}

#[test]
fn the_log_is_accessible_archival_and_the_same_again() {
    for desk in [Desk::sample(), Desk::new()] {
        let (log, bytes) = desk.export("log.pdf").unwrap();
        assert!(log.pages.is_some() && log.warnings.is_empty());
        for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA3a] {
            let report = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile)).unwrap();
            assert!(report.is_compliant, "{report}");
        }
        assert_eq!(desk.export("again.pdf").unwrap().1, bytes);
    }
}

#[test]
fn the_tables_tell_of_every_finding_and_every_action() {
    let desk = Desk::sample();
    let (log, bytes) = desk.export("log.csv").unwrap();
    assert_eq!((log.findings, log.pages), (3, None));
    insta::assert_snapshot!(String::from_utf8(bytes).unwrap().replace("\r\n", "\n"));
    assert!(desk.export("LOG.XLSX").unwrap().1.starts_with(b"PK"));
}

#[test]
fn a_title_that_would_be_a_formula_is_text() {
    let desk = Desk::new();
    desk.find("=HYPERLINK(\"http://x\")");
    let (_, bytes) = desk.export("log.csv").unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("F-1,\"'=HYPERLINK(\"\"http://x\"\")\","), "{text}");
}

#[test]
fn a_file_that_says_not_what_it_is_to_be_is_refused() {
    let desk = Desk::new();
    let error = desk.export("log.docx").unwrap_err();
    assert_eq!((error.code(), error.field()), ("unknown-ending", Some("file")));
    let said = error.to_string().replace(&desk.files.path().display().to_string(), "…");
    insta::assert_snapshot!(said, @"“…/log.docx” does not say what it is to be: expected .pdf, .xlsx or .csv at its end");
}

#[test]
fn a_log_that_is_stopped_leaves_no_file() {
    let desk = Desk::sample();
    let error = desk.stopped("log.pdf", ControlFlow::Break(())).unwrap_err();
    assert_eq!(error.code(), "stopped");
    assert!(!desk.files.path().join("log.pdf").exists());
}
