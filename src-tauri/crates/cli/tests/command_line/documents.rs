//! The documents against the validators that an auditor's archive uses.
//!
//! `VERAPDF` names a validator that takes `ua1|3a FILE...`; where it is not set, and where qpdf is not on this
//! computer, the tests say that these were not asked. The tests of `annexe-pdf` check both profiles on any computer.

use std::path::Path;

use serde_json::{Value, json};

use crate::support::{Bench, tool};

/// Exports the statement of the workspace `w` and has it checked; returns its size and pages.
fn checked(bench: &Bench) -> (u64, u64) {
    let exported =
        bench.on(&["soa", "export", "--format", "pdf", "--out", "soa.pdf", "--json"]).done().json();
    let again = bench.on(&["soa", "export", "--format", "pdf", "--out", "again.pdf", "--json"]).done().json();
    assert_eq!(exported["sha256"], again["sha256"], "two exports of the same state differ");
    let file = bench.path("soa.pdf");
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
