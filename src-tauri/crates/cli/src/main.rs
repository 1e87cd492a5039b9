//! The command line of Annexe. It parses words, calls the operation of that name, and prints what comes back.

mod arguments;
mod batch;
mod commands;
mod host;
mod output;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::Arguments;
use output::Output;

fn main() -> ExitCode {
    let words = match host::words() {
        Ok(words) => words,
        Err(message) => return Output::usage(&message),
    };
    let arguments = match Arguments::try_parse_from(words) {
        Ok(arguments) => arguments,
        Err(error) => {
            // clap prints help to the one and mistakes to the other, and knows the code of each.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let output = Output::new(arguments.json);
    match commands::run(arguments, &output) {
        Ok(code) => code,
        Err(failure) => output.failure(&failure),
    }
}
