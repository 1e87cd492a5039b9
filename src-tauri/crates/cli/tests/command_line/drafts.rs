//! The drafts: written by the command line, opened by the program that people edit them with.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::support::{Bench, tool};

/// Writes every draft of the workspace `w` in a form; returns their names and files.
fn written(bench: &Bench, form: &str) -> Vec<(String, PathBuf)> {
    let drafts = bench.on(&["draft", "list", "--json"]).done().json();
    let one = |draft: &Value| {
        let key = draft["key"].as_str().unwrap();
        let file = format!("{key}.{form}");
        bench.on(&["draft", "write", key, "--out", &file]).done();
        (draft["title"].as_str().unwrap().to_owned(), bench.path(&file))
    };
    drafts.as_array().unwrap().iter().map(one).collect()
}

/// Has `soffice` make PDF files of documents in a folder; says so where it is not on this computer.
fn converted(bench: &Bench, files: &[(String, PathBuf)], to: &Path) -> bool {
    let profile = format!("-env:UserInstallation=file://{}", bench.path("profile").display());
    let mut office = Command::new("soffice");
    office.env("HOME", bench.path("tmp")).arg(profile).args([
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
    ]);
    office.arg(to).args(files.iter().map(|(_, file)| file));
    match office.output() {
        Err(_) => {
            eprintln!("soffice is not on this computer; the documents were not opened by LibreOffice");
            false
        }
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{said}");
            true
        }
    }
}

fn text(file: &Path) -> Option<String> {
    let text = tool("pdftotext", &[file, "-".as_ref()])?.done().out;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn libreoffice_opens_all_sixteen_drafts_and_their_text_is_there() {
    let bench = Bench::new();
    bench.run(&["sample", "w"]).done();
    let files = written(&bench, "docx");
    assert_eq!(files.len(), 16);
    let out = bench.path("opened");
    std::fs::create_dir(&out).unwrap();
    if !converted(&bench, &files, &out) {
        return;
    }
    for (title, file) in &files {
        let pdf = out.join(file.file_stem().unwrap()).with_extension("pdf");
        assert!(pdf.is_file(), "{title}: nothing was made of it");
        let Some(text) = text(&pdf) else { return };
        for said in [title.as_str(), "Saltmarsh Claims Ltd", "Serves (ISO/IEC 42001:2023)"] {
            assert!(text.contains(said), "{title} lacks {said}");
        }
        for hole in ["{{", "{owner", "{scope", "**", "[provider"] {
            assert!(!text.contains(hole), "{title} holds {hole}");
        }
    }
}

#[test]
fn every_draft_is_written_as_pdf_and_a_file_that_is_there_stays() {
    let bench = Bench::new();
    bench.init();
    for (title, file) in written(&bench, "pdf") {
        let Some(text) = text(&file) else { return };
        assert!(text.contains(&title) && text.contains("To decide 1"), "{title}");
    }
    let refused = bench.on(&["draft", "write", "ai-policy", "--out", "ai-policy.pdf"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("There is a file"), "{}", refused.err);
    bench.on(&["draft", "write", "ai-policy", "--out", "ai-policy.pdf", "--replace"]).done();
    let unknown = bench.on(&["draft", "write", "poem", "--out", "poem.pdf"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.err.contains("poem") && unknown.err.contains("ai-policy"), "{}", unknown.err);
}

#[test]
fn a_document_goes_from_draft_to_evidence_on_the_command_line() {
    let bench = Bench::new();
    bench.init();
    bench
        .on(&[
            "document",
            "add",
            "--draft",
            "ai-policy",
            "--owner",
            "Quality manager",
            "--approver",
            "Director",
        ])
        .done();
    let shown = bench.on(&["document", "show", "D-1"]).done().out;
    assert!(shown.contains("never") && shown.contains("Which uses of AI are ruled out"), "{shown}");
    bench.on(&["document", "decide", "D-1", "never", "--answer", "No faces."]).done();
    bench.on(&["document", "submit", "D-1"]).done();
    let open = bench.on(&["document", "approve", "D-1"]);
    assert_eq!(open.code, 1);
    assert!(open.err.contains("decisions are open"), "{}", open.err);
    std::fs::write(bench.path("policy.txt"), "ours").unwrap();
    let approved = bench.on(&["document", "approve", "D-1", "--file", "policy.txt", "--json"]).done().json();
    assert_eq!((approved["state"].as_str(), approved["evidence"].as_str()), (Some("approved"), Some("E-1")));
    let proof = bench.on(&["evidence", "list", "--link", "A.2.2"]).done().out;
    assert!(proof.contains("AI policy"), "{proof}");
    bench.on(&["undo"]).done();
    let back = bench.on(&["document", "list"]).done().out;
    assert!(back.contains("in-review"), "{back}");
    bench.on(&["verify"]).done();
}
