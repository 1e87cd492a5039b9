//! Sets Annexe up, runs it, tests it and packages it: `cargo xtask`.

mod bench;
mod command;
mod dev;
mod home;
mod lint;
mod node;
mod package;
mod place;
mod run;
mod screenshots;
mod setup;
mod steps;
mod system;
mod test;
mod ui;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::place::Place;

/// Sets Annexe up, runs it, tests it and packages it.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing, build, and open the sample company in the window
    Run,
    /// Install what is missing, and run every check
    Test,
    /// Open the window on Vite's server, which shows an edit at once
    Dev {
        /// The workspace to open
        folder: Option<std::path::PathBuf>,
    },
    /// Measure how long things take
    Bench {
        /// What to hand to the benchmarks, such as the name of one
        arguments: Vec<String>,
    },
    /// Build the installers that this platform can build
    Package,
    /// Check the licences and known weaknesses of every dependency (uses the network)
    Audit,
    /// Photograph every page, in both themes and two sizes, to target/screenshots
    Screenshots,
}

fn main() -> ExitCode {
    let task = Arguments::parse().task;
    let done = Place::find().and_then(|place| match task {
        Task::Run => run::run(&place),
        Task::Test => test::test(&place),
        Task::Dev { folder } => dev::dev(&place, folder.as_deref()),
        Task::Bench { arguments } => bench::bench(&place, &arguments),
        Task::Package => package::package(&place),
        Task::Audit => package::audit(&place),
        Task::Screenshots => screenshots::screenshots(&place),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\n{problem:#}");
            ExitCode::FAILURE
        }
    }
}
