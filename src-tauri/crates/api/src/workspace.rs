//! Operations on workspaces as a whole: making, opening, closing, and the list of those opened last.

use std::path::{Path, PathBuf};

use annexe_core::ledger::Entry;
use annexe_core::organisation::scope::SetScopeParts;
use annexe_core::organisation::{self, Organisation, SetOrganisation};
use annexe_core::start::Beginning;
use annexe_core::systems::AddSystem;
use annexe_core::workspace::{Access, Extent, OpenError, Verification};
use annexe_core::{Workspace, sample as core_sample, start as core_start};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::application::{Nothing, change_kept, kept};
use crate::failure::Failure;
use crate::host::{Host, stamp, today};
use crate::opened::same;
use crate::session::Session;
use crate::start;

/// An open workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Workspace")]
pub(crate) struct WorkspaceSummary {
    /// Its folder.
    pub folder: String,
    /// The organisation whose AI management system it holds.
    pub organisation: Organisation,
    /// Whether it can be changed.
    pub can_write: bool,
    /// Why it can't be changed, where it can't.
    pub read_only_because: Option<Failure>,
    /// Whether it is the sample.
    pub sample: bool,
}

/// A workspace opened before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub(crate) struct Recent {
    /// Its folder.
    pub folder: String,
    /// The organisation's name.
    pub name: String,
    /// When it was opened last, in UTC (RFC 3339).
    pub opened: String,
    /// Whether it is there now.
    #[serde(default)]
    pub found: bool,
}

/// Names a folder.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct FolderReference {
    /// Its path.
    #[ts(as = "String")]
    pub folder: PathBuf,
}

/// How a workspace is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum OpenFor {
    /// For reading and writing, or not at all.
    Writing,
    /// For reading.
    Reading,
}

/// Which workspace to open, and for what.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub(crate) struct OpenWorkspace {
    /// Its folder.
    #[ts(as = "String")]
    pub folder: PathBuf,
    /// For what; where nothing is said, for writing if that can be, else for reading.
    pub access: Option<OpenFor>,
}

/// A workspace to make.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub(crate) struct CreateWorkspace {
    /// A folder that is empty or does not exist.
    #[ts(as = "String")]
    pub folder: PathBuf,
    /// The organisation whose AI management system it will hold.
    pub organisation: SetOrganisation,
    /// The parts of its scope; they make the text of the scope where the organisation comes without one.
    pub scope: Option<SetScopeParts>,
    /// The first AI systems of the inventory.
    pub systems: Option<Vec<AddSystem>>,
    /// Whether the steps of the guide get days up to the organisation's target; they do not where nothing is said.
    pub plan: Option<bool>,
}

/// Where to make the sample company's workspace.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub(crate) struct MakeSample {
    /// A folder that is empty or does not exist; without one, the application's own.
    #[ts(as = "Option<String>")]
    pub folder: Option<PathBuf>,
}

/// Which workspace to check.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub(crate) struct VerifyWorkspace {
    /// Its folder; without one, the open workspace.
    #[ts(as = "Option<String>")]
    pub folder: Option<PathBuf>,
    /// How many files to read, by chance; without a number, all.
    pub sample: Option<u32>,
}

/// Which entries of the ledger to return.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub(crate) struct HistoryPage {
    /// How many at most; 100 where nothing is said.
    pub limit: Option<u32>,
    /// Only entries before this one.
    #[ts(as = "Option<f64>")]
    pub before: Option<i64>,
}

const RECENT: &str = "recent.json";
const MOST_RECENT: usize = 20;

pub(crate) fn create(
    session: &Session,
    host: &dyn Host,
    create: CreateWorkspace,
) -> Result<WorkspaceSummary, Failure> {
    let CreateWorkspace { folder, organisation, scope, systems, plan } = create;
    let name = organisation.name.clone().unwrap_or_default();
    let beginning = Beginning { organisation, scope, systems, plan };
    session.opening(|| {
        let workspace = core_start::create(&folder, host.new_id(), beginning, &stamp(host), today(host))?;
        start::forget(host, &name);
        enter(session, host, workspace, None)
    })
}

pub(crate) fn sample(
    session: &Session,
    host: &dyn Host,
    make: MakeSample,
) -> Result<WorkspaceSummary, Failure> {
    session.opening(|| make_sample(session, host, make))
}

fn make_sample(session: &Session, host: &dyn Host, make: MakeSample) -> Result<WorkspaceSummary, Failure> {
    let folder = match (make.folder, host.application_folder()) {
        (Some(folder), _) => folder,
        (None, Some(own)) => {
            let folder = own.join("sample");
            if Workspace::holding(&folder) == Some(&folder) {
                return take_up(session, host, OpenWorkspace { folder, access: None });
            }
            folder
        }
        (None, None) => return Err(Failure::needs_folder()),
    };
    let workspace = core_sample::create(&folder, &stamp(host), today(host))?;
    enter(session, host, workspace, None)
}

pub(crate) fn open(
    session: &Session,
    host: &dyn Host,
    open: OpenWorkspace,
) -> Result<WorkspaceSummary, Failure> {
    session.opening(|| take_up(session, host, open))
}

fn take_up(session: &Session, host: &dyn Host, open: OpenWorkspace) -> Result<WorkspaceSummary, Failure> {
    let OpenWorkspace { folder, access } = open;
    // The session may hold this very workspace: let go of it first, or it would hold itself.
    if session.current().is_some_and(|current| same(current.folder(), &folder)) {
        session.replace(None);
    }
    let is_closed = access == Some(OpenFor::Reading) || session.wait_for_closed(&folder);
    let held = |error: OpenError| match error {
        OpenError::Held { .. } if !is_closed => Failure::still_at_work(),
        error => error.into(),
    };
    let open = |access| Workspace::open(&folder, access, host.now());
    let (workspace, because) = match (open(access.map_or(Access::Write, Access::from)), access) {
        (Ok(workspace), _) => (workspace, None),
        (Err(error @ (OpenError::Held { .. } | OpenError::ReadOnly(_))), None) => {
            (open(Access::Read)?, Some(held(error)))
        }
        (Err(error), _) => return Err(held(error)),
    };
    enter(session, host, workspace, because)
}

impl From<OpenFor> for Access {
    fn from(access: OpenFor) -> Self {
        match access {
            OpenFor::Writing => Self::Write,
            OpenFor::Reading => Self::Read,
        }
    }
}

pub(crate) fn close(session: &Session, _: &dyn Host, Nothing {}: Nothing) -> Result<(), Failure> {
    session.replace(None);
    Ok(())
}

pub(crate) fn current(
    session: &Session,
    _: &dyn Host,
    Nothing {}: Nothing,
) -> Result<Option<WorkspaceSummary>, Failure> {
    session.current().map(|workspace| summary(&workspace)).transpose()
}

/// Checks a workspace; one whose records can't be read, and which therefore can't be opened, by its folder.
pub(crate) fn verify(
    session: &Session,
    host: &dyn Host,
    verify: VerifyWorkspace,
) -> Result<Verification, Failure> {
    let extent = match verify.sample {
        Some(files) => Extent::Sample { files, seed: host.new_id().as_u128() },
        None => Extent::Everything,
    };
    let progress = &mut |progress| crate::evidence::files(host, progress);
    match verify.folder {
        Some(folder) => Ok(Workspace::open(&folder, Access::Read, host.now())?.verify(extent, progress)?),
        None => Ok(session.workspace()?.verify(extent, progress)?),
    }
}

pub(crate) fn undo(workspace: &Workspace, host: &dyn Host, Nothing {}: Nothing) -> Result<Entry, Failure> {
    workspace.undo(&stamp(host))?.ok_or_else(|| nothing_to("undo"))
}

pub(crate) fn redo(workspace: &Workspace, host: &dyn Host, Nothing {}: Nothing) -> Result<Entry, Failure> {
    workspace.redo(&stamp(host))?.ok_or_else(|| nothing_to("redo"))
}

fn nothing_to(what: &str) -> Failure {
    Failure {
        code: format!("nothing-to-{what}"),
        message: format!("There is nothing to {what}"),
        hint: None,
        field: None,
    }
}

pub(crate) fn recent(_: &Session, host: &dyn Host, Nothing {}: Nothing) -> Result<Vec<Recent>, Failure> {
    let mut recent: Vec<Recent> = kept(host, RECENT);
    for one in &mut recent {
        let folder = Path::new(&one.folder);
        one.found = Workspace::holding(folder) == Some(folder);
    }
    Ok(recent)
}

pub(crate) fn forget(
    session: &Session,
    host: &dyn Host,
    forget: FolderReference,
) -> Result<Vec<Recent>, Failure> {
    change_kept(host, RECENT, |recent: &mut Vec<Recent>| {
        recent.retain(|one| Path::new(&one.folder) != forget.folder);
    });
    self::recent(session, host, Nothing {})
}

/// Makes a workspace the open one, and notes that it was opened.
pub(crate) fn enter(
    session: &Session,
    host: &dyn Host,
    workspace: Workspace,
    because: Option<Failure>,
) -> Result<WorkspaceSummary, Failure> {
    let summary = WorkspaceSummary { read_only_because: because, ..self::summary(&workspace)? };
    crate::evidence::clear_copies(&workspace, host);
    session.replace(Some(workspace));
    let name = summary.organisation.name.to_string();
    let folder = summary.folder.clone();
    let entered = Recent { folder, name, opened: format!("{:.0}", host.now()), found: true };
    change_kept(host, RECENT, |recent: &mut Vec<Recent>| {
        recent.retain(|one| one.folder != entered.folder);
        recent.insert(0, entered);
        recent.truncate(MOST_RECENT);
    });
    Ok(summary)
}

/// Returns by what a workspace is known on this computer: its id and its folder.
pub(crate) fn known_as(workspace: &Workspace) -> Result<String, Failure> {
    let folder = workspace.folder().canonicalize().unwrap_or_else(|_| workspace.folder().into());
    Ok(format!("{} {}", workspace.id()?, folder.display()))
}

fn summary(workspace: &Workspace) -> Result<WorkspaceSummary, Failure> {
    Ok(WorkspaceSummary {
        folder: workspace.folder().display().to_string(),
        organisation: organisation::show(workspace)?,
        can_write: workspace.can_write(),
        read_only_because: None,
        sample: workspace.is_sample()?,
    })
}
