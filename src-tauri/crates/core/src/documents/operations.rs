//! What can be done with controlled documents inside one transaction, short of approving them.

use serde::Deserialize;
use ts_rs::TS;

use super::data::{self, Template};
use super::error::DocumentError;
use super::key::{DraftKey, UsualApprover};
use super::queries;
use super::record::{Document, DocumentId, DocumentState, Withdrawal};
use super::store;
use crate::evidence::{self, Evidence, Kind, Link, Target};
use crate::given::{given, renew};
use crate::organisation::{self, Organisation};
use crate::record::RecordKind;
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// Names a document.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DocumentReference {
    /// Its number.
    pub id: DocumentId,
}

/// A document to control from now on: one that begins with a draft, or one that the company has already.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddDocument {
    /// The draft that it begins with.
    pub draft: Option<DraftKey>,
    /// The title; that of the draft where nothing is said.
    pub title: Option<Line>,
    /// What it is; as the draft says where nothing is said.
    pub kind: Option<Kind>,
    /// The number under which the company keeps it.
    pub number: Option<Line>,
    /// The version; 1.0 where nothing is said.
    pub version: Option<Line>,
    /// Who answers for it.
    pub owner: Option<Line>,
    /// Who approves it.
    pub approver: Option<Line>,
    /// Where the file is that people work on.
    pub working_file: Option<Line>,
    /// The clauses and controls that it serves, by their numbers; those of the draft where nothing is said.
    pub links: Option<Vec<Target>>,
}

/// What to change about a document; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetDocument {
    /// The document.
    #[ts(optional = false)]
    pub id: DocumentId,
    /// The title; not where it is approved.
    pub title: Option<Line>,
    /// The version; not where it is approved.
    pub version: Option<Line>,
    /// What is new in this version; not where it is approved.
    pub changes: Option<Prose>,
    /// What it is.
    pub kind: Option<Kind>,
    /// The number under which the company keeps it.
    pub number: Option<Line>,
    /// Who answers for it.
    pub owner: Option<Line>,
    /// Who approves it.
    pub approver: Option<Line>,
    /// When it is looked at again; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub next_review: Option<Option<Day>>,
    /// Where the file is that people work on.
    pub working_file: Option<Line>,
    /// The clauses and controls that it serves, by their numbers, in place of those it has.
    pub links: Option<Vec<Target>>,
}

impl SetDocument {
    /// Returns a change of a document that changes nothing yet.
    #[must_use]
    pub fn of(id: DocumentId) -> Self {
        Self {
            id,
            title: None,
            version: None,
            changes: None,
            kind: None,
            number: None,
            owner: None,
            approver: None,
            next_review: None,
            working_file: None,
            links: None,
        }
    }
}

/// An answer to a decision that a draft leaves open.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DecideDocument {
    /// The document.
    pub id: DocumentId,
    /// The decision by its name.
    pub decision: String,
    /// What was decided, as it is to stand in the document; null or nothing opens the decision again.
    pub answer: Option<Prose>,
}

/// The next version of a document.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct NewVersion {
    /// The document.
    #[ts(optional = false)]
    pub id: DocumentId,
    /// The version; the next whole number where nothing is said.
    pub version: Option<Line>,
    /// What is to be new in it.
    pub changes: Option<Prose>,
}

/// A document that is no longer used, and why.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WithdrawDocument {
    /// The document.
    pub id: DocumentId,
    /// Why.
    pub why: Prose,
}

/// Adds a document and returns it.
///
/// # Errors
/// [`DocumentError`]; nothing was changed then.
pub fn add(tx: &mut Tx<'_>, add: AddDocument) -> Result<Document, DocumentError> {
    let template = add.draft.map(data::template);
    if let Some(key) = add.draft
        && let Some(begun) = store::of_draft(tx.reading(), key)?
    {
        return Err(DocumentError::AlreadyBegun(begun.title, begun.id));
    }
    let links = match (&add.links, template) {
        (Some(targets), _) => evidence::resolve(tx, targets)?,
        (None, Some(template)) => queries::links(template),
        (None, None) => Vec::new(),
    };
    let (owner, approver) = usual(&organisation::load(tx.reading())?, template);
    let title = template.and_then(|template| template.title.parse().ok()).unwrap_or_default();
    let first = "1.0".parse().unwrap_or_default();
    let document = Document {
        id: DocumentId::next(tx, RecordKind::Document)?,
        title: add.title.unwrap_or(title),
        draft: add.draft,
        kind: add.kind.or(template.map(|template| template.kind)).unwrap_or(Kind::Procedure),
        number: add.number.unwrap_or_default(),
        version: add.version.unwrap_or(first),
        owner: add.owner.unwrap_or(owner),
        approver: add.approver.unwrap_or(approver),
        state: DocumentState::Draft,
        next_review: None,
        changes: Prose::default(),
        working_file: add.working_file.unwrap_or_default(),
        links,
        answers: Default::default(),
        approvals: Vec::new(),
        evidence: None,
        withdrawn: None,
    };
    put(tx, document)
}

/// Returns who usually owns and approves a document that begins with a draft, as the organisation names them.
fn usual(organisation: &Organisation, template: Option<&Template>) -> (Line, Line) {
    match template.map(|template| template.approver) {
        Some(UsualApprover::TopManagement) => {
            (organisation.in_charge.clone(), organisation.top_management.clone())
        }
        // Nobody approves alone what they own.
        Some(UsualApprover::InCharge) => (Line::default(), organisation.in_charge.clone()),
        None => (Line::default(), Line::default()),
    }
}

/// Changes what is said of a document and returns it.
///
/// Where the next review of an approved document moves, so does the day until which its evidence holds.
///
/// # Errors
/// [`DocumentError`]; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, set: SetDocument) -> Result<Document, DocumentError> {
    let written = set.title.is_some() || set.version.is_some() || set.changes.is_some();
    let mut document = if written {
        in_state(tx, set.id, &[DocumentState::Draft, DocumentState::InReview])?
    } else {
        in_state(tx, set.id, &[DocumentState::Draft, DocumentState::InReview, DocumentState::Approved])?
    };
    if let Some(version) = &set.version {
        not_approved_yet(&document, version)?;
    }
    if let Some(targets) = &set.links {
        document.links = evidence::resolve(tx, targets)?;
    }
    renew(&mut document.title, set.title);
    renew(&mut document.version, set.version);
    renew(&mut document.changes, set.changes);
    renew(&mut document.kind, set.kind);
    renew(&mut document.number, set.number);
    renew(&mut document.owner, set.owner);
    renew(&mut document.approver, set.approver);
    renew(&mut document.working_file, set.working_file);
    if let Some(day) = set.next_review {
        document.next_review = day;
        if let (Some(day), Some(approval)) = (day, document.approvals.last())
            && day <= approval.on
        {
            return Err(DocumentError::ReviewNotLater);
        }
        if document.state == DocumentState::Approved
            && let Some(mut piece) = piece(tx, &document)?
        {
            piece.expires = day;
            tx.put(&piece)?;
        }
    }
    put(tx, document)
}

/// Answers a decision that a draft leaves open, or opens it again, and returns the document.
///
/// # Errors
/// [`DocumentError`]; nothing was changed then.
pub fn decide(tx: &mut Tx<'_>, decide: DecideDocument) -> Result<Document, DocumentError> {
    let mut document = in_state(tx, decide.id, &[DocumentState::Draft])?;
    let Some(draft) = document.draft else { return Err(DocumentError::NoDraft(document.id)) };
    if !queries::asks(data::template(draft), &decide.decision) {
        return Err(DocumentError::UnknownDecision(decide.decision));
    }
    match decide.answer.filter(|answer| !answer.is_empty()) {
        Some(answer) => document.answers.insert(decide.decision, answer),
        None => document.answers.remove(&decide.decision),
    };
    put(tx, document)
}

/// Gives a draft to somebody to read, and returns the document.
///
/// # Errors
/// [`DocumentError`]; nothing was changed then.
pub fn submit(tx: &mut Tx<'_>, id: DocumentId) -> Result<Document, DocumentError> {
    let mut document = in_state(tx, id, &[DocumentState::Draft])?;
    document.state = DocumentState::InReview;
    put(tx, document)
}

/// Takes a document that is in review back to draft, and returns it.
///
/// # Errors
/// [`DocumentError`]; nothing was changed then.
pub fn recall(tx: &mut Tx<'_>, id: DocumentId) -> Result<Document, DocumentError> {
    let mut document = in_state(tx, id, &[DocumentState::InReview])?;
    document.state = DocumentState::Draft;
    put(tx, document)
}

/// Begins the next version of an approved document, and returns it. What is approved stays in force meanwhile.
///
/// # Errors
/// [`DocumentError`]; nothing was changed then.
pub fn new_version(tx: &mut Tx<'_>, new: NewVersion) -> Result<Document, DocumentError> {
    let mut document = in_state(tx, new.id, &[DocumentState::Approved])?;
    let version = new.version.unwrap_or_else(|| following(&document.version));
    not_approved_yet(&document, &version)?;
    document.state = DocumentState::Draft;
    document.version = version;
    document.changes = new.changes.unwrap_or_default();
    put(tx, document)
}

/// Withdraws a document, and returns it. What was approved is kept, and its evidence holds no longer than today.
///
/// # Errors
/// [`DocumentError`]; nothing was changed then.
pub fn withdraw(tx: &mut Tx<'_>, withdraw: WithdrawDocument, today: Day) -> Result<Document, DocumentError> {
    if withdraw.why.is_empty() {
        return Err(DocumentError::NeedsReason);
    }
    let usable = &[DocumentState::Draft, DocumentState::InReview, DocumentState::Approved];
    let mut document = in_state(tx, withdraw.id, usable)?;
    if let Some(mut piece) = piece(tx, &document)?
        && piece.expires.is_none_or(|day| day > today)
        && piece.effective.is_none_or(|day| day <= today)
    {
        piece.expires = Some(today);
        tx.put(&piece)?;
    }
    document.state = DocumentState::Withdrawn;
    document.next_review = None;
    document.withdrawn = Some(Withdrawal { on: today, why: withdraw.why });
    put(tx, document)
}

/// Returns the piece of evidence that holds what was approved of a document, where it is still there.
fn piece(tx: &Tx<'_>, document: &Document) -> Result<Option<Evidence>, DocumentError> {
    match document.evidence {
        Some(id) => Ok(tx.get(&id.to_string())?),
        None => Ok(None),
    }
}

/// Returns a document that is in one of these states.
pub(super) fn in_state(
    tx: &Tx<'_>,
    id: DocumentId,
    needed: &'static [DocumentState],
) -> Result<Document, DocumentError> {
    let document: Document = tx.get(&id.to_string())?.ok_or(DocumentError::Unknown(id))?;
    if needed.contains(&document.state) {
        Ok(document)
    } else {
        Err(DocumentError::WrongState { id, is: document.state, needed })
    }
}

/// Checks that a version is not one that was approved.
fn not_approved_yet(document: &Document, version: &Line) -> Result<(), DocumentError> {
    if document.approvals.iter().any(|approval| approval.version == *version) {
        return Err(DocumentError::VersionApproved(version.clone()));
    }
    Ok(())
}

/// Returns the version that usually follows one: `2.0` after `1.3`.
fn following(version: &Line) -> Line {
    let whole = version.as_str().split('.').next().and_then(|whole| whole.parse::<u32>().ok());
    let next = whole.map(|whole| format!("{}.0", whole.saturating_add(1)));
    next.and_then(|next| next.parse().ok()).unwrap_or_else(|| version.clone())
}

/// Checks what holds of every document, and writes it.
pub(super) fn put(tx: &mut Tx<'_>, mut document: Document) -> Result<Document, DocumentError> {
    if document.title.is_empty() {
        return Err(DocumentError::NeedsTitle);
    }
    if document.version.is_empty() {
        return Err(DocumentError::NeedsVersion);
    }
    document.links.sort_unstable();
    document.links.dedup();
    tx.put(&document)?;
    Ok(document)
}

/// Returns links as targets, so that those to what is no longer there can be told.
pub(super) fn targets(links: &[Link]) -> Vec<Target> {
    let target = |link: &Link| match link {
        Link::Clause(number) => Target(format!("clause:{number}")),
        Link::Control(id) => Target(format!("control:{id}")),
        Link::System(id) => Target(format!("system:{id}")),
    };
    links.iter().map(target).collect()
}
