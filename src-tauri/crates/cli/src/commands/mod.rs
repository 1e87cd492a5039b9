//! Each command: which operation it calls, and how its result reads.

mod audit;
mod backup;
mod calendar;
mod case;
mod clause;
mod control;
mod documents;
mod evidence;
mod finding;
mod framework;
mod guide;
mod measure;
mod objective;
mod organisation;
mod report;
mod review;
mod soa;
mod status;
mod system;
mod text;
mod watch;
mod workspace;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use annexe_api::{Failure, Kind, OPERATIONS, Session, declarations, signature};
use serde_json::{Value, json};

use crate::arguments::{Arguments, Command};
use crate::batch;
use crate::host::Terminal;
use crate::output::{Output, pretty, print};

/// What a command needs to run.
pub(crate) struct Caller<'a> {
    session: Session,
    host: Terminal,
    workspace: Option<PathBuf>,
    output: &'a Output,
}

/// Runs what was typed.
pub(crate) fn run(arguments: Arguments, output: &Output) -> Result<ExitCode, Failure> {
    let host = match Terminal::new() {
        Ok(host) => host,
        Err(message) => return Ok(Output::usage(&message)),
    };
    let caller = Caller { session: Session::new(), host, workspace: arguments.workspace, output };
    match arguments.command {
        Command::Init { dir, organisation, roles, act_roles, target, scope } => {
            let organisation = json!({
                "name": organisation,
                "roles": roles.iter().map(|role| role.name()).collect::<Vec<_>>(),
                "act_roles": act_roles.iter().map(|role| role.name()).collect::<Vec<_>>(),
                "target": target,
                "scope": scope.unwrap_or_default(),
            });
            workspace::init(&caller, &dir, &organisation)
        }
        Command::Sample { dir } => workspace::sample(&caller, &dir),
        Command::Catalogue => workspace::catalogue(&caller),
        Command::Status => status::run(&caller),
        Command::Report(command) => report::run(&caller, &command),
        Command::Next { limit } => guide::next(&caller, limit),
        Command::Guide(command) => guide::run(&caller, command),
        Command::Clause(command) => clause::run(&caller, command),
        Command::Organisation(command) => organisation::run(&caller, command),
        Command::System(command) => system::run(&caller, command),
        Command::Control(command) => control::run(&caller, command),
        Command::Soa(command) => soa::run(&caller, command),
        Command::Draft(command) => documents::drafts(&caller, command),
        Command::Document(command) => documents::run(&caller, command),
        Command::Calendar(command) => calendar::run(&caller, command),
        Command::Framework(command) => framework::run(&caller, command),
        Command::Log { limit } => workspace::log(&caller, limit),
        Command::Undo => workspace::step(&caller, "history.undo"),
        Command::Redo => workspace::step(&caller, "history.redo"),
        Command::Evidence(command) => evidence::run(&caller, command),
        Command::Finding(command) => finding::run(&caller, command),
        Command::Action(command) => finding::act(&caller, command),
        Command::Case(command) => case::run(&caller, command),
        Command::Audit(command) => audit::run(&caller, command),
        Command::Review(command) => review::run(&caller, command),
        Command::Objective(command) => objective::run(&caller, command),
        Command::Measure(command) => measure::run(&caller, command),
        Command::Watch(command) => watch::run(&caller, command),
        Command::Verify { sample } => workspace::verify(&caller, sample),
        Command::Backup { file, passphrase_file, replace } => {
            backup::write(&caller, &file, passphrase_file.as_deref(), replace)
        }
        Command::CheckBackup { file, passphrase_file } => {
            backup::check(&caller, &file, passphrase_file.as_deref())
        }
        Command::Restore { file, dir, passphrase_file } => {
            backup::restore(&caller, &file, &dir, passphrase_file.as_deref())
        }
        Command::Call { operation, arguments } => {
            let arguments = match arguments.as_str() {
                "-" => batch::read_arguments()?,
                text => batch::parse_arguments(text.as_bytes())?,
            };
            Ok(print(&pretty(&caller.call(&operation, arguments)?)))
        }
        Command::Batch => {
            caller.open(Some("writing"))?;
            batch::run(&caller.session, &caller.host)
        }
        Command::Operations => Ok(operations(output)),
    }
}

impl Caller<'_> {
    /// Calls an operation, on the workspace that was named or that holds the current folder.
    fn call(&self, operation: &str, arguments: Value) -> Result<Value, Failure> {
        match OPERATIONS.iter().find(|one| one.name == operation).map(|one| one.kind) {
            Some(Kind::Read) => self.open(Some("reading"))?,
            Some(Kind::Write) => self.open(Some("writing"))?,
            Some(Kind::Note) => self.open(None)?,
            Some(Kind::Application) | None => {}
        }
        self.call_again(operation, arguments)
    }

    /// Calls an operation on the workspace that is open.
    fn call_again(&self, operation: &str, arguments: Value) -> Result<Value, Failure> {
        let result = self.session.call(&self.host, operation, arguments);
        self.host.clear();
        result
    }

    /// Opens the workspace for something; for writing if that can be, else for reading, where nothing is said.
    fn open(&self, access: Option<&str>) -> Result<(), Failure> {
        let open = workspace::given([("folder", json!(self.folder()?)), ("access", access.into())]);
        self.session.call(&self.host, "workspace.open", open)?;
        Ok(())
    }

    /// Returns the folder of the workspace that was named or that holds the current folder.
    fn folder(&self) -> Result<PathBuf, Failure> {
        match &self.workspace {
            Some(folder) => Ok(folder.clone()),
            None => holding(),
        }
    }

    /// Calls an operation and prints what comes back.
    fn show(
        &self,
        operation: &str,
        arguments: Value,
        text: impl FnOnce(&Value) -> String,
    ) -> Result<ExitCode, Failure> {
        Ok(self.output.result(&self.call(operation, arguments)?, text))
    }
}

fn holding() -> Result<PathBuf, Failure> {
    let here = std::env::current_dir().ok();
    here.as_deref().and_then(annexe_core::Workspace::holding).map(Path::to_path_buf).ok_or_else(|| Failure {
        code: "no-workspace".into(),
        message: "No workspace holds the current folder".into(),
        hint: Some("Go into one, name one with -w DIR, or make one with `annexe init`.".into()),
        field: None,
    })
}

fn operations(output: &Output) -> ExitCode {
    let list = OPERATIONS.iter().map(|operation| {
        json!({
            "name": operation.name,
            "about": operation.about.trim(),
            "signature": signature(operation.name),
            "types": declarations(operation.name),
        })
    });
    output.result(&Value::Array(list.collect()), |list| {
        let mut out = String::new();
        let mut types = BTreeSet::new();
        for operation in text::items(list) {
            out += &format!("{}\n    {}\n", text::of(operation, "signature"), text::of(operation, "about"));
            types.extend(text::list(operation, "types").filter_map(Value::as_str));
        }
        out += "\nTypes\n";
        for declaration in types {
            out += &format!("    {declaration}\n");
        }
        out
    })
}
