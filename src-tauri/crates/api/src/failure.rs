//! What a caller is told where an operation failed.

use annexe_core::Explain;
use serde::Serialize;
use ts_rs::TS;

/// What happened, what to do next, and which argument was wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    /// The name by which a program recognises it, in kebab case.
    pub code: String,
    /// What happened, in the user's words, without a full stop.
    pub message: String,
    /// What to do next.
    pub hint: Option<String>,
    /// The argument that was wrong.
    pub field: Option<String>,
}

impl<E: Explain> From<E> for Failure {
    fn from(error: E) -> Self {
        Self {
            code: error.code().into(),
            message: error.to_string(),
            hint: error.hint(),
            field: error.field().map(Into::into),
        }
    }
}

impl Failure {
    pub(crate) fn no_workspace() -> Self {
        Self {
            code: "no-workspace".into(),
            message: "No workspace is open".into(),
            hint: Some("Open one, or start a new one.".into()),
            field: None,
        }
    }

    pub(crate) fn still_at_work() -> Self {
        Self {
            code: "workspace-held".into(),
            message: "Annexe is still at work in this workspace".into(),
            hint: Some("Stop what runs, or wait until it has ended, and open the workspace again.".into()),
            field: Some("folder".into()),
        }
    }

    pub(crate) fn unknown_operation(name: &str) -> Self {
        Self {
            code: "unknown-operation".into(),
            message: format!("There is no operation “{}”", name.escape_debug()),
            hint: Some("`annexe operations` lists them.".into()),
            field: None,
        }
    }

    pub(crate) fn arguments(operation: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        let path = error.path().to_string();
        // Of a list of values the list is named, of a list of things the thing and what was wrong about it.
        let named = if path.contains('.') { Some(path.as_str()) } else { path.split('[').next() };
        let field = named.filter(|field| !field.is_empty() && *field != "?" && *field != ".");
        let message = error.inner().to_string();
        let hint = match field {
            Some(_) => None,
            None => {
                Some(format!("Expected: {}", crate::typescript::signature(operation).unwrap_or_default()))
            }
        };
        Self { code: "invalid-arguments".into(), message, hint, field: field.map(Into::into) }
    }

    pub(crate) fn needs_folder() -> Self {
        Self {
            code: "no-such-folder".into(),
            message: "No folder is named".into(),
            hint: Some("Name a folder that is empty or does not exist yet.".into()),
            field: Some("folder".into()),
        }
    }

    pub(crate) fn internal(why: &str) -> Self {
        Self {
            code: "internal".into(),
            message: format!("Annexe made a mistake ({why})"),
            hint: Some("Nothing was changed. Try again, and report it where it stays.".into()),
            field: None,
        }
    }
}
