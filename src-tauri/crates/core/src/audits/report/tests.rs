//! The reports of the sample company's audits, and of one that has just begun.

use std::fs;
use std::ops::ControlFlow;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use serde_json::json;

use super::*;
use crate::audits;
use crate::soa::Exported;
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;
use crate::{Day, Explain as _};

fn today() -> Day {
    "2026-10-12".parse().unwrap()
}

struct Desk {
    bench: Bench,
    workspace: Workspace,
    files: tempfile::TempDir,
}

impl Desk {
    fn sample() -> Self {
        let bench = Bench::new();
        let files = tempfile::tempdir().unwrap();
        let workspace = crate::sample::create(&files.path().join("sample"), &bench.stamp, today()).unwrap();
        Self { bench, workspace, files }
    }

    fn planned() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        let add = json!({ "title": "All {of} it", "planned_for": "2026-11-02" });
        let add = serde_json::from_value(add).unwrap();
        workspace.write(&bench.stamp, "audit.add", |tx| audits::add(tx, today(), add)).unwrap();
        Self { bench, workspace, files: tempfile::tempdir().unwrap() }
    }

    fn export(
        &self,
        id: &str,
        name: &str,
        go_on: ControlFlow<()>,
    ) -> Result<(Exported, Vec<u8>), AuditReportError> {
        let file = self.files.path().join(name);
        let to = ExportAudit { id: id.parse().unwrap(), file: file.clone(), replace: None };
        let report = export(&self.workspace, &to, self.bench.stamp.at, today(), &mut |_| go_on)?;
        Ok((report, fs::read(file).unwrap()))
    }
}

#[test]
fn the_report_is_accessible_archival_and_the_same_again() {
    let (sample, planned) = (Desk::sample(), Desk::planned());
    for (desk, id) in [(&sample, "AU-1"), (&sample, "AU-2"), (&sample, "AU-3"), (&planned, "AU-1")] {
        let (report, bytes) = desk.export(id, "report.pdf", ControlFlow::Continue(())).unwrap();
        assert!(report.pages > 4 && report.warnings.is_empty(), "{report:?}");
        for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA3a] {
            let report = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile)).unwrap();
            assert!(report.is_compliant, "{report}");
        }
        let again = desk.export(id, "again.pdf", ControlFlow::Continue(())).unwrap().1;
        assert_eq!(again, bytes);
    }
}

#[test]
fn a_report_that_is_stopped_or_of_no_audit_leaves_no_file() {
    let desk = Desk::sample();
    let error = desk.export("AU-1", "report.pdf", ControlFlow::Break(())).unwrap_err();
    assert_eq!(error.code(), "stopped");
    let error = desk.export("AU-9", "report.pdf", ControlFlow::Continue(())).unwrap_err();
    assert_eq!((error.code(), error.field()), ("unknown-audit", Some("id")));
    assert!(!desk.files.path().join("report.pdf").exists());
}
