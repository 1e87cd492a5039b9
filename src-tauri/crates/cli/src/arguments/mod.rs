//! What can be typed.

mod audit;
mod calendar;
mod case;
mod clause;
mod documents;
mod evidence;
mod finding;
mod framework;
mod guide;
mod objective;
mod organisation;
mod report;
mod review;
mod values;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub(crate) use audit::{AuditCommand, AuditPlan};
pub(crate) use calendar::CalendarCommand;
pub(crate) use case::{About, CaseCommand};
pub(crate) use clause::ClauseCommand;
pub(crate) use documents::{AddDocument, ApproveDocument, DocumentCommand, DraftCommand};
pub(crate) use evidence::{AddEvidence, EvidenceCommand, WatchCommand};
pub(crate) use finding::{ActionCommand, FindingCommand};
pub(crate) use framework::FrameworkCommand;
pub(crate) use guide::GuideCommand;
pub(crate) use objective::{MeasureCommand, ObjectiveCommand, Plan, Rhythm, Wanted};
pub(crate) use organisation::{AboutSystem, OrganisationCommand, SetOrganisation, SetSystem, SystemCommand};
pub(crate) use report::ReportCommand;
pub(crate) use review::{Meeting, ReviewCommand};
pub(crate) use values::{ActRole, Format, Kind, Reason, Role, Status};

/// Takes a company from nothing to audit-ready against ISO/IEC 42001, on this computer alone.
#[derive(Debug, Parser)]
#[command(name = "annexe", version, max_term_width = 100)]
pub(crate) struct Arguments {
    /// The workspace; without it, the one that holds the current folder.
    #[arg(short, long, global = true, value_name = "DIR")]
    pub(crate) workspace: Option<PathBuf>,

    /// Print JSON in place of text.
    #[arg(long, global = true)]
    pub(crate) json: bool,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a workspace for an organisation.
    Init {
        /// A folder that is empty or does not exist.
        dir: PathBuf,
        /// The organisation's name.
        #[arg(long, value_name = "NAME")]
        organisation: String,
        /// A role of the organisation towards AI; may be given several times.
        #[arg(long = "role", value_name = "ROLE")]
        roles: Vec<Role>,
        /// A role of the organisation under the EU AI Act; may be given several times.
        #[arg(long = "act-role", value_name = "ROLE")]
        act_roles: Vec<ActRole>,
        /// By when it is to be ready for the first stage of the audit, such as 2027-01-31; each step of the guide gets a
        /// day up to then.
        #[arg(long, value_name = "DATE")]
        target: Option<String>,
        /// What the AI management system covers.
        #[arg(long, value_name = "TEXT")]
        scope: Option<String>,
    },
    /// Make the sample company's workspace, in which every control is decided.
    Sample {
        /// A folder that is empty or does not exist.
        dir: PathBuf,
    },
    /// Print the catalogue: clauses, controls, and what other frameworks ask.
    Catalogue,
    /// Show or change the organisation: name, roles, people in charge, scope.
    #[command(subcommand)]
    Organisation(OrganisationCommand),
    /// Say how ready the company is: figures by theme, clause and group, and what keeps them back.
    Status,
    /// Write a report for people who do not have Annexe.
    #[command(subcommand)]
    Report(ReportCommand),
    /// Say what to do next on the road to the audit, and why now.
    Next {
        /// How many steps at most.
        #[arg(long, value_name = "N", default_value_t = 3)]
        limit: u32,
    },
    /// List, show, tick, add, split and plan the steps of the road to the audit.
    #[command(subcommand)]
    Guide(GuideCommand),
    /// List, show and assess the clauses of the standard.
    #[command(subcommand)]
    Clause(ClauseCommand),
    /// List, show, add and change the AI systems of the inventory.
    #[command(subcommand)]
    System(SystemCommand),
    /// List, show, decide and change controls.
    #[command(subcommand)]
    Control(ControlCommand),
    /// Check, describe and export the Statement of Applicability.
    #[command(subcommand)]
    Soa(SoaCommand),
    /// List the drafts of documents, and write one to a file.
    #[command(subcommand)]
    Draft(DraftCommand),
    /// List, show, add and approve controlled documents.
    #[command(subcommand)]
    Document(DocumentCommand),
    /// List the dates, or write them to a file for a calendar program.
    #[command(subcommand)]
    Calendar(CalendarCommand),
    /// Look at the system from the side of the EU AI Act, the NIST AI RMF or ISO/IEC 27001.
    #[command(subcommand)]
    Framework(FrameworkCommand),
    /// Print the ledger, the newest entry first.
    Log {
        /// How many entries at most.
        #[arg(long, value_name = "N", default_value_t = 20)]
        limit: u32,
    },
    /// Take back what was last done.
    Undo,
    /// Do again what was last taken back.
    Redo,
    /// Add, list, link, write out and remove evidence.
    #[command(subcommand)]
    Evidence(EvidenceCommand),
    /// Record findings, and follow them until they are closed.
    #[command(subcommand)]
    Finding(FindingCommand),
    /// Plan what is to be done, and show that it is.
    #[command(subcommand)]
    Action(ActionCommand),
    /// Record concerns, complaints and incidents, and who was told.
    #[command(subcommand)]
    Case(CaseCommand),
    /// Plan internal audits, answer their checklists, and see what is due and what was audited.
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Hold management reviews, and record what they decided.
    #[command(subcommand)]
    Review(ReviewCommand),
    /// Set objectives, and judge whether they were reached.
    #[command(subcommand)]
    Objective(ObjectiveCommand),
    /// Say what is measured, and record what was.
    #[command(subcommand)]
    Measure(MeasureCommand),
    /// Watch folders for documents that are new, changed or gone.
    #[command(subcommand)]
    Watch(WatchCommand),
    /// Check the database, the ledger, that the tables say what the ledger says, and every file of evidence.
    Verify {
        /// Read only so many files of evidence, by chance.
        #[arg(long, value_name = "N")]
        sample: Option<u32>,
    },
    /// Write a backup of the workspace to a file, and read it back whole.
    Backup {
        /// The file, such as backup.zip; best .zip.age where it is sealed.
        file: PathBuf,
        /// Seal it with the passphrase on the first line of this file.
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
        /// Replace a file of that name.
        #[arg(long)]
        replace: bool,
    },
    /// Check a backup whole; nothing is kept.
    CheckBackup {
        /// The backup.
        file: PathBuf,
        /// The file with the passphrase that it was sealed with, on its first line.
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
    },
    /// Make a workspace out of a backup; it is verified before it gets its name.
    Restore {
        /// The backup.
        file: PathBuf,
        /// A folder that is empty or does not exist.
        dir: PathBuf,
        /// The file with the passphrase that it was sealed with, on its first line.
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
    },
    /// Call any operation by name.
    Call {
        /// Its name, such as control.decide; `annexe operations` lists them.
        operation: String,
        /// Its arguments as a JSON object; `-` reads them from the standard input.
        #[arg(default_value = "{}")]
        arguments: String,
    },
    /// Call operations from the standard input, one a line, and print a line for each.
    ///
    /// A line is {"operation": NAME, "arguments": {…}}; the answer is {"result": …} or {"failure": …}, and is
    /// printed when the change is on the disk. A failure does not stop the next line.
    Batch,
    /// List every operation with its types.
    Operations,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ControlCommand {
    /// List every control with its decision and status.
    List,
    /// Show a control: what it asks, what was decided, what was changed.
    Show {
        /// Its number, such as A.2.2.
        id: String,
    },
    /// Decide whether controls apply, and why.
    Decide(Decide),
    /// Change status, target date, owner, and how controls are implemented; what is left out stays.
    Set {
        /// Their numbers.
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
        /// How far they are done.
        #[arg(long, value_name = "STATUS")]
        status: Option<Status>,
        /// The day by which they are to be done, such as 2027-01-31; empty takes it away.
        #[arg(long, value_name = "DATE")]
        target: Option<String>,
        /// Who answers for them.
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
        /// How they are done here.
        #[arg(long, value_name = "TEXT")]
        how: Option<String>,
        /// Notes, which no document shows.
        #[arg(long, value_name = "TEXT")]
        notes: Option<String>,
    },
    /// Add a control beside Annex A's.
    Add {
        /// Its number, such as ORG.1.
        id: String,
        /// Its title.
        #[arg(long, value_name = "TEXT")]
        title: String,
        /// Where it comes from: a standard, a contract, a decision.
        #[arg(long, value_name = "TEXT")]
        source: String,
    },
    /// Change the title or source of a control of your own.
    Edit {
        /// Its number.
        id: String,
        /// Its title.
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// Where it comes from.
        #[arg(long, value_name = "TEXT")]
        source: Option<String>,
    },
    /// Remove a control of your own.
    Remove {
        /// Its number.
        id: String,
    },
    /// Print what the ledger says of a control.
    History {
        /// Its number.
        id: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Decide {
    /// Their numbers.
    #[arg(required = true, value_name = "ID")]
    pub(crate) ids: Vec<String>,
    #[command(flatten)]
    pub(crate) which: Which,
    /// Why they apply; one or more.
    #[arg(long = "reason", value_name = "REASON", num_args = 1..)]
    pub(crate) reasons: Vec<Reason>,
    /// Why they do not: no-relevant-risk, activity-not-performed, not-required, or met-by:ID.
    #[arg(long, value_name = "GROUND")]
    pub(crate) ground: Option<String>,
    /// The reason or ground in your own words.
    #[arg(long, value_name = "TEXT")]
    pub(crate) justification: Option<String>,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Which {
    /// They apply.
    #[arg(long)]
    pub(crate) applicable: bool,
    /// They are excluded.
    #[arg(long)]
    pub(crate) exclude: bool,
    /// They are open again.
    #[arg(long)]
    pub(crate) undecided: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SoaCommand {
    /// Show document number, version and owner.
    Show,
    /// Change document number, version or owner; what is left out stays.
    Set {
        /// The number under which you keep it.
        #[arg(long, value_name = "TEXT")]
        number: Option<String>,
        /// The version of the draft.
        #[arg(long, value_name = "TEXT")]
        version: Option<String>,
        /// Who answers for it.
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
    },
    /// List what stands in the way of approval.
    Check,
    /// Write the statement to a file.
    Export {
        /// In which form.
        #[arg(long, value_name = "FORMAT")]
        format: Format,
        /// The file; one of that name is replaced.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

#[cfg(test)]
mod tests {
    use super::values::{Answer, LegalClass, Stage};
    use super::*;
    use annexe_core::assessment;
    use annexe_core::findings;
    use annexe_core::organisation;
    use annexe_core::systems;
    use clap::{CommandFactory as _, ValueEnum as _};

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|one| name(*one)).collect()
    }

    #[test]
    fn every_value_of_the_operations_can_be_typed() {
        let typed = |names: Vec<&'static str>| names;
        assert_eq!(
            typed(values::Grade::value_variants().iter().map(|v| v.name()).collect()),
            typed(findings::Grade::ALL.iter().map(|v| v.name()).collect())
        );
        assert_eq!(
            typed(values::FindingSource::value_variants().iter().map(|v| v.name()).collect()),
            typed(findings::Source::ALL.iter().map(|v| v.name()).collect())
        );
        assert_eq!(
            typed(values::CheckResult::value_variants().iter().map(|v| v.name()).collect()),
            typed(findings::CheckResult::ALL.iter().map(|v| v.name()).collect())
        );
        assert_eq!(
            typed(Role::value_variants().iter().map(|v| v.name()).collect()),
            organisation::Role::ALL.map(|v| v.name())
        );
        assert_eq!(
            typed(Status::value_variants().iter().map(|v| v.name()).collect()),
            assessment::Status::ALL.map(|v| v.name())
        );
        assert_eq!(
            typed(Reason::value_variants().iter().map(|v| v.name()).collect()),
            assessment::Reason::ALL.map(|v| v.name())
        );
        assert_eq!(
            typed(values::Theme::value_variants().iter().map(|v| v.name()).collect()),
            annexe_core::guide::GuideTheme::ALL.map(|v| v.name())
        );
        assert_eq!(
            typed(ActRole::value_variants().iter().map(|v| v.name()).collect()),
            names(organisation::ActRole::ALL, organisation::ActRole::name)
        );
        assert_eq!(
            typed(Stage::value_variants().iter().map(|v| v.name()).collect()),
            names(systems::Stage::ALL, systems::Stage::name)
        );
        assert_eq!(
            typed(Answer::value_variants().iter().map(|v| v.name()).collect()),
            names(systems::Answer::ALL, systems::Answer::name)
        );
        assert_eq!(
            typed(LegalClass::value_variants().iter().map(|v| v.name()).collect()),
            names(systems::LegalClass::ALL, systems::LegalClass::name)
        );
        for value in Reason::value_variants() {
            assert_eq!(
                value.to_possible_value().map(|v| v.get_name().to_owned()).as_deref(),
                Some(value.name())
            );
        }
    }
}
