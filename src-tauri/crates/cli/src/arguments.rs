//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

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
    /// Show or change the organisation: name, roles, scope.
    #[command(subcommand)]
    Organisation(OrganisationCommand),
    /// List, show, decide and change controls.
    #[command(subcommand)]
    Control(ControlCommand),
    /// Check, describe and export the Statement of Applicability.
    #[command(subcommand)]
    Soa(SoaCommand),
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
pub(crate) enum OrganisationCommand {
    /// Show the organisation.
    Show,
    /// Change the organisation; what is left out stays.
    Set {
        /// Its name.
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// Its roles towards AI, in place of those it has; may be given several times.
        #[arg(long = "role", value_name = "ROLE")]
        roles: Vec<Role>,
        /// What the AI management system covers.
        #[arg(long, value_name = "TEXT")]
        scope: Option<String>,
    },
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
pub(crate) enum EvidenceCommand {
    /// Add files, or all files of folders, each as a piece of evidence.
    Add(AddEvidence),
    /// List evidence: the newest first, or what holds words, the best first.
    List {
        /// Words, or beginnings of words, that it must hold.
        words: Vec<String>,
        /// Only what is linked to this clause or control.
        #[arg(long, value_name = "ID")]
        link: Option<String>,
        /// Only what is of this kind.
        #[arg(long, value_name = "KIND")]
        kind: Option<Kind>,
        /// Only what has expired.
        #[arg(long)]
        expired: bool,
        /// How many at most.
        #[arg(long, value_name = "N")]
        limit: Option<u32>,
    },
    /// Show a piece of evidence, its versions, and the statements that rest on it.
    Show {
        /// Its number, such as E-12.
        id: String,
    },
    /// Change what is said of evidence; what is left out stays.
    Set {
        /// Their numbers.
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
        /// The title; with one piece.
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// What it is.
        #[arg(long, value_name = "KIND")]
        kind: Option<Kind>,
        /// What it proves.
        #[arg(long, value_name = "TEXT")]
        proves: Option<String>,
        /// From when it holds; empty takes it away.
        #[arg(long, value_name = "DATE")]
        effective: Option<String>,
        /// Until when it holds, or by when it is looked at again; empty takes it away.
        #[arg(long, value_name = "DATE")]
        expires: Option<String>,
        /// Where it comes from.
        #[arg(long, value_name = "TEXT")]
        source: Option<String>,
        /// Notes, which no document shows.
        #[arg(long, value_name = "TEXT")]
        notes: Option<String>,
        /// A word to find it by, in place of those it has; may be given several times.
        #[arg(long = "tag", value_name = "WORD")]
        tags: Vec<String>,
    },
    /// Add a file as the newest version of a piece; the older ones stay.
    Version {
        /// Its number.
        id: String,
        /// The file.
        file: PathBuf,
        /// What is new in it.
        #[arg(long, value_name = "TEXT")]
        comment: Option<String>,
    },
    /// Link a piece to clauses and controls.
    Link {
        /// Its number.
        id: String,
        /// Their numbers, such as 6.1.2 or A.6.2.4.
        #[arg(required = true, value_name = "TARGET")]
        targets: Vec<String>,
    },
    /// Take links of a piece away.
    Unlink {
        /// Its number.
        id: String,
        /// Their numbers.
        #[arg(required = true, value_name = "TARGET")]
        targets: Vec<String>,
    },
    /// Write a file of a piece to a place, as it was added.
    Export {
        /// Its number.
        id: String,
        /// Which version; the newest without it.
        #[arg(long, value_name = "N")]
        version: Option<u32>,
        /// The file; none of that name may be there.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Remove evidence; its files stay in the vault until they are cleared out.
    Remove {
        /// Their numbers.
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
        /// Why it is no longer needed.
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Bring damaged or missing files back, from a backup or from the original.
    Heal {
        /// The backup, or the file that was added once.
        file: PathBuf,
        /// The file with the passphrase that the backup was sealed with, on its first line.
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
    },
    /// Delete the files that nothing refers to; what was done before can't be undone after that.
    Sweep,
}

#[derive(Debug, Args)]
pub(crate) struct AddEvidence {
    /// The files or folders.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The title; with one file. Without one, each gets a title from its name.
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// What they are.
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Option<Kind>,
    /// What they prove.
    #[arg(long, value_name = "TEXT")]
    pub(crate) proves: Option<String>,
    /// A clause or control that they prove something about; may be given several times.
    #[arg(long = "link", value_name = "ID")]
    pub(crate) links: Vec<String>,
    /// From when they hold.
    #[arg(long, value_name = "DATE")]
    pub(crate) effective: Option<String>,
    /// Until when they hold, or by when they are looked at again.
    #[arg(long, value_name = "DATE")]
    pub(crate) expires: Option<String>,
    /// Where they come from.
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: Option<String>,
    /// A word to find them by; may be given several times.
    #[arg(long = "tag", value_name = "WORD")]
    pub(crate) tags: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum WatchCommand {
    /// Watch a folder.
    Add {
        /// The folder.
        dir: PathBuf,
    },
    /// List the watched folders.
    List,
    /// Look through the watched folders, and list what is new, changed or gone.
    Scan {
        /// Take in what is new, and what changed as new versions.
        #[arg(long)]
        take: bool,
        /// Pass over what is new.
        #[arg(long, conflicts_with = "take")]
        pass: bool,
    },
    /// Watch a folder no longer.
    Remove {
        /// The folder.
        dir: PathBuf,
    },
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

macro_rules! values {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
        pub(crate) enum $name {
            $($variant,)*
        }

        impl $name {
            /// Returns the value as the operations write it.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }
    };
}

values!(
    /// A role towards AI.
    Role { Provider = "provider", Producer = "producer", User = "user" }
);
values!(
    /// How far a control is done.
    Status { NotStarted = "not-started", Planned = "planned", InProgress = "in-progress", Implemented = "implemented" }
);
values!(
    /// What a piece of evidence is.
    Kind {
        Policy = "policy",
        Procedure = "procedure",
        Record = "record",
        Minutes = "minutes",
        Report = "report",
        Contract = "contract",
        Training = "training",
        TestResult = "test-result",
        Log = "log",
        Screenshot = "screenshot",
        Other = "other",
    }
);
values!(
    /// Why a control applies.
    Reason {
        RiskAssessment = "risk-assessment",
        ImpactAssessment = "impact-assessment",
        Law = "law",
        Contract = "contract",
        GoodPractice = "good-practice",
        Clause = "clause",
    }
);
values!(
    /// The form of an export.
    Format { Pdf = "pdf" }
);

#[cfg(test)]
mod tests {
    use super::*;
    use annexe_core::assessment;
    use annexe_core::organisation;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_value_of_the_operations_can_be_typed() {
        let typed = |names: Vec<&'static str>| names;
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
        for value in Reason::value_variants() {
            assert_eq!(
                value.to_possible_value().map(|v| v.get_name().to_owned()).as_deref(),
                Some(value.name())
            );
        }
    }
}
