//! The documents against the validators that an auditor's archive uses.
//!
//! `VERAPDF` names a validator that takes `ua1|3a FILE...`; where it is not set, and where qpdf is not on this
//! computer, the tests say that these were not asked. The tests of `annexe-pdf` check both profiles on any computer.

use std::path::Path;

use serde_json::{Value, json};

use crate::support::{Bench, tool};

/// Exports the statement of the workspace `w` and has it checked; returns its size and pages.
fn checked(bench: &Bench) -> (u64, u64) {
    written(bench, &["soa", "export", "--format", "pdf", "--out"], "soa.pdf")
}

/// Writes a document of the workspace `w` twice, and has it checked; returns its size and pages.
fn written(bench: &Bench, words: &[&str], name: &str) -> (u64, u64) {
    let write = |name: &str| bench.on(&[words, &[name, "--json"]].concat()).done().json();
    let (exported, again) = (write(name), write("again.pdf"));
    assert_eq!(exported["sha256"], again["sha256"], "two exports of the same state differ");
    let file = bench.path(name);
    if let Some(answer) = tool("qpdf", &["--check".as_ref(), &file]) {
        answer.done();
    }
    match std::env::var_os("VERAPDF") {
        None => eprintln!("VERAPDF is not set; veraPDF was not asked"),
        Some(validator) => {
            for profile in ["ua1", "3a"] {
                let output = std::process::Command::new(&validator).arg(profile).arg(&file).output().unwrap();
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                assert!(
                    output.status.success() && said.contains("PASS"),
                    "{said}{}",
                    String::from_utf8_lossy(&output.stderr)
                );
            }
        }
    }
    (exported["bytes"].as_u64().unwrap(), exported["pages"].as_u64().unwrap())
}

fn text(file: &Path) -> Option<String> {
    let text = tool("pdftotext", &[file, "-".as_ref()])?.done().out;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn the_sample_is_accessible_archival_and_small() {
    let bench = Bench::new();
    bench.run(&["sample", "w"]).done();
    let (bytes, _) = checked(&bench);
    assert!(bytes <= 150_000, "{bytes} bytes");
    let Some(text) = text(&bench.path("soa.pdf")) else { return };
    for said in [
        "Την εκτίμηση της ζημιάς ετοιμάζει",
        "решението се взема от човек",
        "« L’estimation est préparée",
        "Harbour Street",
    ] {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn a_workspace_in_which_nothing_is_decided_has_a_statement_that_says_so() {
    let bench = Bench::new();
    bench.init();
    checked(&bench);
    let Some(text) = text(&bench.path("soa.pdf")) else { return };
    assert!(text.contains("Of 38 controls, 0 apply, 0 are excluded and 38 are not decided yet."), "{text}");
}

#[test]
fn a_thousand_own_controls_with_long_texts_are_accessible_archival_and_small() {
    let bench = Bench::new();
    bench.init();
    let words = "Every estimate is released by a person, Απόφαση, решение, https://example.org/a/very/long/path?with=parts; ";
    let long: String = words.chars().cycle().take(4_000).collect();
    let mut lines: Vec<Value> = Vec::new();
    for number in 1..=1_000 {
        let id = format!("OWN.{number}");
        lines.push(json!({ "operation": "control.add", "arguments": { "id": id, "title": format!("Own control {number}"), "source": "Contract" } }));
    }
    let ids: Vec<String> = (1..=1_000).map(|number| format!("OWN.{number}")).collect();
    lines.push(json!({ "operation": "control.decide", "arguments": { "controls": ids, "decision": "applicable", "reasons": ["contract"], "justification": long } }));
    lines.push(json!({ "operation": "control.set", "arguments": { "controls": ids, "how": long, "owner": "IT lead" } }));
    bench.batch(&lines).done();
    let (bytes, pages) = checked(&bench);
    assert!(bytes <= 4_000 * pages, "{bytes} bytes on {pages} pages");
}

#[test]
fn the_report_of_an_audit_is_accessible_and_says_what_was_seen_and_by_whom() {
    let bench = Bench::new();
    bench.run(&["sample", "w"]).done();
    for (audit, file) in [("AU-1", "first.pdf"), ("AU-2", "second.pdf"), ("AU-3", "third.pdf")] {
        written(&bench, &["report", "audit", audit, "--out"], file);
    }
    let Some(text) = text(&bench.path("second.pdf")) else { return };
    for said in [
        "Competence and awareness in the claims teams",
        "Auditor from the partner office",
        "5, of which 5 were looked at and 0 were not",
        "Two of five handlers who began this year could not say where the AI policy is kept.",
        "Finding F-1",
        "E-6 Training of claims handlers",
        "Those who began this year were not told.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

/// Writes the gap report of the workspace `w` and has it checked; returns what can be read in it.
fn gap_report(bench: &Bench) -> Option<String> {
    written(bench, &["report", "gap", "--out"], "gap.pdf");
    let text = text(&bench.path("gap.pdf"))?;
    let lower = text.to_lowercase();
    assert!(!lower.contains("compliant") && !lower.contains("certified"), "it promises what it can't");
    Some(text)
}

#[test]
fn the_gap_report_of_an_empty_workspace_says_that_all_is_missing() {
    let bench = Bench::new();
    bench.init();
    let Some(text) = gap_report(&bench) else { return };
    for said in [
        "On 12 October 2026 the organisation is 0.0 % ready for the audit: starting.",
        "Requirements met: 0 of 70. Under way: 0. Not begun: 70.",
        "The scope is not written.",
        "No policy that holds today is linked to clause 5.2.",
        "Decide whether it applies, and why.",
        "Steps of the Guide done: 0 of 57.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn the_gap_report_of_the_sample_says_what_is_missing_and_who_does_it_by_when() {
    let bench = Bench::new();
    bench.run(&["sample", "w"]).done();
    bench.on(&["guide", "set", "get-a-copy", "--owner", "Quality manager", "--due", "2026-12-01"]).done();
    let Some(text) = gap_report(&bench) else { return };
    for said in
        ["This is the sample company.", "Quality manager", "1 December 2026", "No evidence is linked to it."]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn the_log_of_findings_is_accessible_archival_and_says_what_was_done() {
    let bench = Bench::new();
    bench.run(&["sample", "w"]).done();
    written(&bench, &["report", "findings", "--out"], "log.pdf");
    let Some(text) = text(&bench.path("log.pdf")) else { return };
    for said in ["Corrective action log", "Actions for F-1", "Effective when", "This is the sample company."]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn a_log_of_findings_with_long_texts_is_accessible_and_archival() {
    let bench = Bench::new();
    bench.init();
    let words =
        "Every estimate is released by a person, Απόφαση, решение, https://example.org/a/very/long/path; ";
    let long: String = words.chars().cycle().take(3_000).collect();
    let mut lines: Vec<Value> = Vec::new();
    for number in 1..=60 {
        let grade = ["major", "minor", "ofi"][number % 3];
        let (id, title) = (format!("F-{number}"), format!("Finding {number}"));
        let add = json!({ "title": title, "requirements": ["A.2.2", "10.2"], "grade": grade, "found": long });
        let act = json!({ "finding": id, "text": long, "owner": "IT lead", "due": "2026-12-01" });
        lines.push(json!({ "operation": "finding.add", "arguments": add }));
        lines.push(json!({ "operation": "action.add", "arguments": act }));
        lines.push(json!({ "operation": "finding.similar", "arguments": { "id": id, "text": long } }));
    }
    bench.batch(&lines).done();
    let (bytes, pages) = written(&bench, &["report", "findings", "--out"], "log.pdf");
    assert!(bytes <= 8_000 * pages, "{bytes} bytes on {pages} pages");
}
