//! The drafts: that each is whole, and reads as the workspace knows.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

use crate::catalogue::Catalogue;
use crate::documents::data::{self, Words};
use crate::documents::drafts::{filled, render};
use crate::documents::known::Insert;
use crate::documents::markup::Content;
use crate::documents::text::{AnsweredAt, Block, Text};
use crate::documents::{self, DraftFormat, DraftKey, WriteDraft};
use crate::sample;
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;

fn go_on(_: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn texts(workspace: &Workspace) -> Vec<(DraftKey, Text)> {
    let text = |key: &DraftKey| (*key, workspace.read(|conn| filled(conn, *key, None)).unwrap());
    DraftKey::ALL.iter().map(text).collect()
}

fn sample_of(bench: &Bench) -> Workspace {
    sample::create(&bench.path(), &bench.stamp, "2026-10-12".parse().unwrap()).unwrap()
}

/// Returns everything that a text says.
fn said(text: &Text) -> String {
    format!("{:?}{:?}{:?}", text.front, text.blocks, text.decisions)
}

#[test]
fn every_draft_can_be_read_and_names_what_there_is() {
    let catalogue = Catalogue::english();
    for key in DraftKey::ALL {
        let template = data::read(*key).unwrap();
        assert!(!template.clauses.is_empty(), "{key:?} serves nothing");
        for clause in &template.clauses {
            let known = catalogue.clause(clause.as_str());
            assert!(known.is_some_and(|clause| clause.assessable), "{key:?}: {clause}");
        }
        for control in &template.controls {
            assert!(catalogue.control(control.as_str()).is_some(), "{key:?}: {control}");
        }
        let mut keys = BTreeSet::new();
        for passage in &template.passages {
            if let Content::Decide { key: name, question, proposal } = &passage.content {
                assert!(keys.insert(name.clone()), "{key:?}: {name} is asked twice");
                assert!(question.ends_with('?'), "{key:?}: {question}");
                assert!(!proposal.is_empty(), "{key:?}: {name}");
            }
        }
        assert!(!keys.is_empty() && (1..=36).contains(&template.review_months), "{key:?}");
    }
}

#[test]
fn every_word_around_the_drafts_is_there() {
    let words = Words::english();
    for insert in Insert::ALL {
        let table = &words.tables[insert.name()];
        assert_eq!(table.head.len(), table.widths.len(), "{insert:?}");
    }
    for state in documents::DocumentState::ALL {
        assert!(words.states.contains_key(state.name()), "{state:?}");
    }
    for role in crate::organisation::people::AimsRole::ALL {
        assert!(words.aims_roles.contains_key(role.name()), "{role:?}");
    }
    for side in crate::organisation::context::Side::ALL {
        assert!(words.sides.contains_key(side.name()), "{side:?}");
    }
    for role in crate::organisation::Role::ALL {
        assert!(words.roles.contains_key(role.name()), "{role:?}");
    }
}

#[test]
fn nothing_of_the_markup_is_left_in_a_text() {
    let (empty, full) = (Bench::new(), Bench::new());
    for workspace in [empty.create(), sample_of(&full)] {
        for (key, text) in texts(&workspace) {
            let said = said(&text);
            for mark in
                ["{owner", "{scope", "{in-", "{top", "{org", "{roles", "**", "[provider", "[not ", "[A.", "@"]
            {
                assert!(!said.contains(mark), "{key:?} holds {mark}");
            }
        }
    }
}

#[test]
fn what_the_workspace_knows_stands_in_the_text_and_the_rest_is_a_numbered_decision() {
    let bench = Bench::new();
    let workspace = sample_of(&bench);
    let mut asked = BTreeSet::new();
    for (key, text) in texts(&workspace) {
        let written = said(&text);
        assert!(written.contains("Saltmarsh Claims Ltd"), "{key:?}");
        let numbers: Vec<usize> = text.decisions.iter().map(|decision| decision.number).collect();
        assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>(), "{key:?}");
        let told = text.blocks.iter().filter(|block| matches!(block, Block::ToDecide(_))).count();
        assert_eq!(told, text.decisions.len(), "{key:?}: each decision stands in the text once");
        let elsewhere = text.decisions.iter().filter(|decision| decision.at != AnsweredAt::Document);
        asked.extend(elsewhere.map(|decision| decision.key.clone()));
    }
    // The sample leaves the owners of these controls open, as its Statement of Applicability says.
    assert_eq!(asked.into_iter().collect::<Vec<_>>(), UNKNOWN_IN_THE_SAMPLE);
}

/// What the sample's workspace does not say.
const UNKNOWN_IN_THE_SAMPLE: &[&str] = &["owner:A.7.2", "owner:A.8.5"];

#[test]
fn a_workspace_that_knows_nothing_is_asked_for_everything() {
    let bench = Bench::new();
    let workspace = bench.create();
    let text = workspace.read(|conn| filled(conn, DraftKey::AimsScope, None)).unwrap();
    let keys: Vec<&str> = text.decisions.iter().map(|decision| decision.key.as_str()).collect();
    assert_eq!(keys[..2], ["scope", "roles"]);
    assert!(keys.contains(&"systems") && keys.contains(&"exclusions"), "{keys:?}");
}

#[test]
fn a_passage_for_a_role_stands_where_the_role_is_held() {
    let bench = Bench::new();
    let workspace = sample_of(&bench);
    let text = said(&workspace.read(|conn| filled(conn, DraftKey::AiPolicy, None)).unwrap());
    assert!(
        text.contains("Honest with customers") && text.contains("Critical of suppliers"),
        "provider and user"
    );
    assert!(!text.contains("Sound by design"), "the sample is no producer");
}

#[test]
fn every_draft_is_an_accessible_and_archival_pdf_of_a_few_pages() {
    let (empty, full) = (Bench::new(), Bench::new());
    for (bench, workspace) in [(&empty, empty.create()), (&full, sample_of(&full))] {
        for (key, text) in texts(&workspace) {
            let (bytes, pages, warnings) = render(&text, bench.stamp.at, &mut go_on).unwrap();
            assert!((2..=6).contains(&pages), "{key:?} has {pages} pages");
            assert_eq!(warnings, [], "{key:?}");
            conforms(key, &bytes);
        }
    }
}

/// Checks a document against PDF/UA-1 and PDF/A-3a.
fn conforms(key: DraftKey, bytes: &[u8]) {
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA3a] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(bytes, &options).unwrap();
        assert!(report.is_compliant, "{key:?}: {report}");
    }
}

#[test]
fn the_same_state_and_moment_give_the_same_bytes_in_both_forms() {
    let bench = Bench::new();
    let workspace = sample_of(&bench);
    for name in ["policy.docx", "policy.pdf"] {
        let written = |again: &str| {
            let file = bench.path().with_file_name(format!("{again}{name}"));
            let to = WriteDraft { draft: DraftKey::AiPolicy, file, format: None, replace: false };
            documents::write(&workspace, &to, bench.stamp.at, &mut go_on).unwrap()
        };
        let (first, second) = (written("1-"), written("2-"));
        assert_eq!(first.sha256, second.sha256);
        assert_eq!(first.format, if name.ends_with("pdf") { DraftFormat::Pdf } else { DraftFormat::Docx });
    }
}

#[test]
fn a_file_that_is_there_stays_unless_it_may_be_replaced() {
    use crate::Explain as _;
    let bench = Bench::new();
    let workspace = bench.create();
    let file = bench.path().with_file_name("draft.docx");
    std::fs::write(&file, "mine").unwrap();
    let mut to = WriteDraft { draft: DraftKey::AiPolicy, file: file.clone(), format: None, replace: false };
    let error = documents::write(&workspace, &to, bench.stamp.at, &mut go_on).unwrap_err();
    assert_eq!(error.code(), "file-exists");
    assert_eq!(std::fs::read(&file).unwrap(), b"mine");
    to.replace = true;
    documents::write(&workspace, &to, bench.stamp.at, &mut go_on).unwrap();
    assert_eq!(std::fs::read(&file).unwrap()[..2], *b"PK");
    let unnamed = WriteDraft { file: file.with_extension("odt"), ..to };
    let error = documents::write(&workspace, &unnamed, bench.stamp.at, &mut go_on).unwrap_err();
    assert_eq!((error.code(), error.field()), ("no-format", Some("file")));
}
