//! The minutes of the sample company's reviews, and of one that holds next to nothing.

use std::ops::ControlFlow;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use serde_json::json;

use super::*;
use crate::reviews;
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
    fn empty() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        let add = serde_json::from_value(json!({ "title": "{braces}", "planned_on": "2026-11-20" })).unwrap();
        workspace.write(&bench.stamp, "review.add", |tx| reviews::add(tx, today(), add)).unwrap();
        Self { bench, workspace, files: tempfile::tempdir().unwrap() }
    }

    fn sample() -> Self {
        let bench = Bench::new();
        let files = tempfile::tempdir().unwrap();
        let workspace = crate::sample::create(&files.path().join("sample"), &bench.stamp, today()).unwrap();
        Self { bench, workspace, files }
    }

    fn export(
        &self,
        id: &str,
        today: Day,
        go_on: ControlFlow<()>,
    ) -> Result<(WrittenMinutes, Vec<u8>), MinutesError> {
        let file = self.files.path().join("minutes.pdf");
        let to = ExportMinutes { id: id.parse().unwrap(), file: file.clone(), replace: None };
        let minutes = export(&self.workspace, &to, self.bench.stamp.at, today, &mut |_| go_on)?;
        Ok((minutes, std::fs::read(file).unwrap()))
    }
}

#[test]
fn the_minutes_are_accessible_archival_and_the_same_again() {
    let all =
        [(Desk::empty(), "MR-1", true), (Desk::sample(), "MR-1", false), (Desk::sample(), "MR-2", true)];
    for (desk, id, draft) in all {
        let (minutes, bytes) = desk.export(id, today(), ControlFlow::Continue(())).unwrap();
        assert_eq!((minutes.draft, minutes.warnings), (draft, vec![]));
        for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA3a] {
            let report = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile)).unwrap();
            assert!(report.is_compliant, "{report}");
        }
        assert_eq!(desk.export(id, today(), ControlFlow::Continue(())).unwrap().1, bytes);
    }
}

#[test]
fn approved_minutes_are_the_same_whatever_comes_after() {
    let desk = Desk::sample();
    let (_, bytes) = desk.export("MR-1", today(), ControlFlow::Continue(())).unwrap();
    let set = serde_json::from_value(json!({ "name": "Another name" })).unwrap();
    desk.workspace
        .write(&desk.bench.stamp, "organisation.set", |tx| crate::organisation::set(tx, set))
        .unwrap();
    let later = today().months_later(9);
    assert_eq!(desk.export("MR-1", later, ControlFlow::Continue(())).unwrap().1, bytes);
}

#[test]
fn minutes_that_are_stopped_or_of_no_review_leave_no_file() {
    let desk = Desk::empty();
    assert_eq!(desk.export("MR-1", today(), ControlFlow::Break(())).unwrap_err().code(), "stopped");
    let error = desk.export("MR-9", today(), ControlFlow::Continue(())).unwrap_err();
    assert_eq!((error.code(), error.field()), ("unknown-review", Some("id")));
    assert!(!desk.files.path().join("minutes.pdf").exists());
}
