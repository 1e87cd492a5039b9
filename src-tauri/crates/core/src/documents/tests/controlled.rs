//! Controlled documents: their states, their approval, and what that leaves in the evidence.

use std::ops::ControlFlow;

use serde_json::json;

use crate::documents::{
    self, AddDocument, ApproveDocument, DecideDocument, Document, DocumentError, DocumentId, DocumentState,
    DraftKey, NewVersion, ReviewDue, SetDocument, WithdrawDocument, queries,
};
use crate::evidence::{self, By, Evidence};
use crate::record::Record as _;
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;
use crate::{Day, Explain as _, Line, Prose};

struct Desk {
    bench: Bench,
    workspace: Workspace,
}

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        Self { bench, workspace }
    }

    fn today() -> Day {
        "2026-10-12".parse().unwrap()
    }

    fn own(&self) -> Document {
        self.add(&json!({ "title": "Card of the fraud hint", "owner": "Head of claims", "approver": "Managing director", "links": ["8.1", "A.8.2"] }))
    }

    fn add(&self, json: &serde_json::Value) -> Document {
        let add: AddDocument = serde_json::from_value(json.clone()).unwrap();
        self.workspace.write(&self.bench.stamp, "document.add", |tx| documents::add(tx, add)).unwrap()
    }

    fn set(&self, json: &serde_json::Value) -> Result<Document, DocumentError> {
        let set: SetDocument = serde_json::from_value(json.clone()).unwrap();
        self.workspace.write(&self.bench.stamp, "document.set", |tx| documents::set(tx, set))
    }

    fn submit(&self, id: DocumentId) {
        self.workspace.write(&self.bench.stamp, "document.submit", |tx| documents::submit(tx, id)).unwrap();
    }

    fn approve(&self, json: &serde_json::Value) -> Result<Document, DocumentError> {
        let approve: ApproveDocument = serde_json::from_value(json.clone()).unwrap();
        let by = By { stamp: &self.bench.stamp, today: Self::today() };
        documents::approve(&self.workspace, by, &approve, &mut |_| ControlFlow::Continue(()))
    }

    fn new_version(&self, id: DocumentId) -> Document {
        let new = NewVersion { id, version: None, changes: Some("Greek letters".parse().unwrap()) };
        self.workspace
            .write(&self.bench.stamp, "document.new-version", |tx| documents::new_version(tx, new))
            .unwrap()
    }

    fn file(&self, name: &str, text: &str) -> String {
        let file = self.bench.path().with_file_name(name);
        std::fs::write(&file, text).unwrap();
        file.display().to_string()
    }

    fn piece(&self, document: &Document) -> Option<Evidence> {
        let key = document.evidence.unwrap().to_string();
        self.workspace.read(|conn| Evidence::load(conn, &key)).unwrap()
    }

    fn document(&self, id: DocumentId) -> Document {
        documents::show(&self.workspace, id, Self::today()).unwrap().document
    }
}

fn said(error: &DocumentError) -> String {
    format!("{}: {error}. {}", error.code(), error.hint().unwrap_or_default())
}

#[test]
fn what_is_approved_is_evidence_of_what_the_document_serves() {
    let desk = Desk::new();
    let document = desk.own();
    desk.submit(document.id);
    let file = desk.file("card.docx", "what it is for");
    let approved =
        desk.approve(&json!({ "id": document.id, "what": { "as": "file", "file": file } })).unwrap();
    assert_eq!(approved.state, DocumentState::Approved);
    assert_eq!(approved.next_review, Some("2027-10-12".parse().unwrap()), "a year later is usual");
    let piece = desk.piece(&approved).unwrap();
    assert_eq!(piece.title, approved.title);
    assert_eq!((piece.effective, piece.expires), (Some(Desk::today()), approved.next_review));
    let links: Vec<String> = piece.links.iter().map(ToString::to_string).collect();
    assert_eq!(links, ["clause 8.1", "A.8.2"]);
    assert_eq!(piece.versions[0].comment.as_str(), "1.0");
    assert!(Bench::verify(&desk.workspace).ok, "the file stands in the vault");
}

#[test]
fn approving_is_one_step_that_undo_takes_back_and_redo_does_again() {
    let desk = Desk::new();
    let document = desk.own();
    desk.submit(document.id);
    let before = desk.workspace.history(None, 100).unwrap().len();
    let file = desk.file("card.docx", "what it is for");
    let approved =
        desk.approve(&json!({ "id": document.id, "what": { "as": "file", "file": file } })).unwrap();
    assert_eq!(desk.workspace.history(None, 100).unwrap().len(), before + 1);
    desk.workspace.undo(&desk.bench.stamp).unwrap().unwrap();
    assert_eq!(desk.document(document.id).state, DocumentState::InReview);
    assert_eq!(desk.piece(&approved), None);
    desk.workspace.redo(&desk.bench.stamp).unwrap().unwrap();
    assert_eq!(desk.document(document.id), approved);
    assert!(desk.piece(&approved).is_some() && Bench::verify(&desk.workspace).ok);
}

#[test]
fn a_later_version_is_a_further_file_of_the_same_piece_and_the_earlier_one_is_superseded() {
    let desk = Desk::new();
    let document = desk.own();
    desk.submit(document.id);
    let first = desk.file("card.docx", "one");
    let approve =
        |file: &str| desk.approve(&json!({ "id": document.id, "what": { "as": "file", "file": file } }));
    approve(&first).unwrap();
    let next = desk.new_version(document.id);
    assert_eq!((next.version.as_str(), next.state), ("2.0", DocumentState::Draft));
    assert_eq!(next.in_force().unwrap().version.as_str(), "1.0", "what is approved holds meanwhile");
    desk.submit(document.id);
    let second = approve(&desk.file("card.docx", "two")).unwrap();
    let piece = desk.piece(&second).unwrap();
    assert_eq!(piece.versions.len(), 2);
    let kept: Vec<(&str, u32)> =
        second.approvals.iter().map(|one| (one.version.as_str(), one.file)).collect();
    assert_eq!(kept, [("1.0", 1), ("2.0", 2)]);
    assert_eq!(second.approvals[1].changes.as_str(), "Greek letters");
    let again = desk.set(&json!({ "id": document.id, "version": "3.0" })).unwrap_err();
    assert_eq!(again.code(), "document-state", "a version that is approved is not changed");
}

#[test]
fn a_generated_text_is_approved_once_nothing_is_left_to_decide() {
    let desk = Desk::new();
    let roles = json!({ "roles": ["user"], "scope": "All of it." });
    let change = serde_json::from_value(roles).unwrap();
    desk.workspace
        .write(&desk.bench.stamp, "organisation.set", |tx| crate::organisation::set(tx, change))
        .unwrap();
    let document =
        desk.add(&json!({ "draft": "acceptable-use", "owner": "IT lead", "approver": "Managing director" }));
    desk.submit(document.id);
    let generated = json!({ "id": document.id, "what": { "as": "generated" } });
    let error = desk.approve(&generated).unwrap_err();
    assert_eq!(error.code(), "decisions-open");
    assert!(error.to_string().contains("1 Which AI systems"), "{error}");
    assert_eq!(desk.document(document.id).state, DocumentState::InReview);
}

#[test]
fn an_answer_stands_in_the_text_in_place_of_the_decision() {
    let desk = Desk::new();
    let document = desk.add(&json!({ "draft": "ai-policy", "owner": "Quality manager" }));
    let open = |document: &Document| {
        let details = documents::show(&desk.workspace, document.id, Desk::today()).unwrap();
        details.decisions.into_iter().map(|decision| decision.key).collect::<Vec<_>>()
    };
    assert!(open(&document).contains(&"never".to_owned()));
    let decide = |decision: &str, answer: Option<Prose>| {
        let decide = DecideDocument { id: document.id, decision: decision.into(), answer };
        desk.workspace.write(&desk.bench.stamp, "document.decide", |tx| documents::decide(tx, decide))
    };
    decide("never", Some("No faces.".parse().unwrap())).unwrap();
    assert!(!open(&document).contains(&"never".to_owned()));
    let text = desk.workspace.read(|conn| documents::drafts::filled(conn, DraftKey::AiPolicy, None)).unwrap();
    assert!(format!("{:?}", text.blocks).contains("No faces."));
    decide("never", None).unwrap();
    assert!(open(&document).contains(&"never".to_owned()));
    assert_eq!(decide("colour", None).unwrap_err().code(), "unknown-decision");
}

#[test]
fn what_stands_in_the_way_of_an_approval_is_said() {
    let desk = Desk::new();
    let document = desk.own();
    let file = desk.file("card.docx", "what it is for");
    let approve = |more: serde_json::Value| {
        let mut arguments = json!({ "id": document.id, "what": { "as": "file", "file": file } });
        arguments.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        said(&desk.approve(&arguments).unwrap_err())
    };
    let mut told = vec![approve(json!({}))];
    desk.submit(document.id);
    desk.set(&json!({ "id": document.id, "approver": "" })).unwrap();
    told.push(approve(json!({})));
    told.push(approve(json!({ "by": "head of claims" })));
    let director: Line = "Managing director".parse().unwrap();
    told.push(approve(json!({ "by": director, "on": "2026-10-13" })));
    told.push(approve(json!({ "by": director, "next_review": "2026-10-12" })));
    told.push(approve(json!({ "by": director, "what": { "as": "generated" } })));
    told.push(approve(json!({ "by": director, "what": { "as": "evidence", "id": "E-9" } })));
    let draft = desk.add(&json!({ "draft": "ai-policy", "approver": director }));
    let again: AddDocument = serde_json::from_value(json!({ "draft": "ai-policy" })).unwrap();
    let begun = desk.workspace.write(&desk.bench.stamp, "document.add", |tx| documents::add(tx, again));
    told.push(said(&begun.unwrap_err()));
    desk.submit(draft.id);
    let generated = json!({ "id": draft.id, "what": { "as": "generated" } });
    told.push(said(&desk.approve(&generated).unwrap_err()).chars().take(120).collect());
    told.push(said(&documents::show(&desk.workspace, "D-9".parse().unwrap(), Desk::today()).unwrap_err()));
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn an_owner_may_approve_alone_where_a_reason_is_given() {
    let desk = Desk::new();
    let document = desk.own();
    desk.submit(document.id);
    let file = desk.file("card.docx", "what it is for");
    let approve = json!({ "id": document.id, "what": { "as": "file", "file": file }, "by": "Head of claims", "alone": "There are four of us." });
    let approved = desk.approve(&approve).unwrap();
    assert_eq!(approved.approvals[0].alone.as_str(), "There are four of us.");
}

#[test]
fn a_piece_that_holds_the_document_already_becomes_its_evidence() {
    let desk = Desk::new();
    let by = By { stamp: &desk.bench.stamp, today: Desk::today() };
    let name = "AI policy.pdf".to_owned().try_into().unwrap();
    let about = evidence::Particulars::default();
    let added = evidence::paste(&desk.workspace, by, name, b"%PDF-1.7".to_vec(), &about).unwrap();
    let document = desk.own();
    desk.submit(document.id);
    let what = json!({ "as": "evidence", "id": added.added[0] });
    let approve = json!({ "id": document.id, "what": what, "on": "2026-03-02", "next_review": "2027-03-02" });
    let approved = desk.approve(&approve).unwrap();
    let piece = desk.piece(&approved).unwrap();
    assert_eq!((piece.id, piece.versions.len(), piece.links.len()), (added.added[0], 1, 2));
    assert_eq!(piece.effective, Some("2026-03-02".parse().unwrap()));
}

#[test]
fn a_review_that_moves_takes_the_end_of_the_evidence_with_it() {
    let desk = Desk::new();
    let document = desk.own();
    desk.submit(document.id);
    let file = desk.file("card.docx", "what it is for");
    desk.approve(&json!({ "id": document.id, "what": { "as": "file", "file": file } })).unwrap();
    let moved = desk.set(&json!({ "id": document.id, "next_review": "2026-10-20" })).unwrap();
    assert_eq!(desk.piece(&moved).unwrap().expires, moved.next_review);
    let rows = documents::list(&desk.workspace, Desk::today()).unwrap();
    assert_eq!(rows[0].review, ReviewDue::Soon);
    let due = desk.workspace.read(queries::reviews).unwrap();
    assert_eq!(due.len(), 1);
    let early = desk.set(&json!({ "id": document.id, "next_review": "2026-10-12" })).unwrap_err();
    assert_eq!(early.code(), "review-not-later");
}

#[test]
fn a_withdrawn_document_keeps_everything_and_holds_no_longer() {
    let desk = Desk::new();
    let document = desk
        .add(&json!({ "draft": "ai-policy", "owner": "Quality manager", "approver": "Managing director" }));
    desk.submit(document.id);
    let file = desk.file("policy.docx", "our policy");
    let approved =
        desk.approve(&json!({ "id": document.id, "what": { "as": "file", "file": file } })).unwrap();
    assert_eq!(approved.in_force().map(|approval| approval.by.as_str()), Some("Managing director"));
    let withdraw = |why: &str| {
        let withdraw = WithdrawDocument { id: document.id, why: why.parse().unwrap() };
        desk.workspace.write(&desk.bench.stamp, "document.withdraw", |tx| {
            documents::withdraw(tx, withdraw, Desk::today())
        })
    };
    assert_eq!(withdraw("").unwrap_err().code(), "withdrawal-needs-reason");
    let withdrawn = withdraw("The group has one of its own.").unwrap();
    assert_eq!((withdrawn.approvals.len(), withdrawn.in_force()), (1, None));
    assert_eq!(desk.piece(&approved).unwrap().expires, Some(Desk::today()));
    assert_eq!(documents::history(&desk.workspace, document.id).unwrap().len(), 4);
    desk.add(&json!({ "draft": "ai-policy" }));
}
