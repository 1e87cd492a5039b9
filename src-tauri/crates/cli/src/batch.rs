//! Many operations in one process, as programs and spreadsheets of consultants want them.

use std::io::{BufRead as _, Read as _, Write as _};
use std::process::ExitCode;

use annexe_api::{Failure, Session};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::Terminal;

/// The longest line that is read, in bytes.
const LONGEST: u64 = 64 * 1024 * 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    operation: String,
    #[serde(default)]
    arguments: Value,
}

/// Calls an operation for each line of the standard input, and answers each with a line.
pub(crate) fn run(session: &Session, host: &Terminal) -> Result<ExitCode, Failure> {
    let mut input = std::io::stdin().lock();
    let mut output = std::io::stdout().lock();
    let mut failed = false;
    let mut bytes = Vec::new();
    for number in 1_u64.. {
        bytes.clear();
        let read = input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes).map_err(unreadable)?;
        if read == 0 {
            break;
        }
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let answer = match answer(session, host, &bytes) {
            Ok(result) => json!({ "line": number, "result": result }),
            Err(failure) => {
                failed = true;
                json!({ "line": number, "failure": failure })
            }
        };
        if writeln!(output, "{answer}").and_then(|()| output.flush()).is_err() {
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn answer(session: &Session, host: &Terminal, line: &[u8]) -> Result<Value, Failure> {
    let line: Line = serde_json::from_slice(line).map_err(|error| Failure {
        code: "invalid-arguments".into(),
        message: format!("This line is no call ({error})"),
        hint: Some(r#"Expected {"operation": NAME, "arguments": {…}} on one line."#.into()),
        field: None,
    })?;
    session.call(host, &line.operation, line.arguments)
}

fn unreadable(error: std::io::Error) -> Failure {
    Failure {
        code: "input-unreadable".into(),
        message: format!("The standard input could not be read ({error})"),
        hint: None,
        field: None,
    }
}

/// Reads the whole standard input as JSON.
pub(crate) fn read_arguments() -> Result<Value, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(LONGEST).read_to_end(&mut bytes).map_err(unreadable)?;
    parse_arguments(&bytes)
}

/// Reads arguments as JSON.
pub(crate) fn parse_arguments(bytes: &[u8]) -> Result<Value, Failure> {
    serde_json::from_slice(bytes).map_err(|error| Failure {
        code: "invalid-arguments".into(),
        message: format!("The arguments are not JSON ({error})"),
        hint: Some(r#"Expected an object such as {"id": "A.2.2"}."#.into()),
        field: None,
    })
}
