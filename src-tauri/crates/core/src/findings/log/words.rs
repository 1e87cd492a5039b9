//! The words of the log: a file for each language, and nothing of them in code.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::findings::{ActionState, CheckResult, Grade, Source, Stage};
use crate::wording::{english, named, texts};

/// Every word of the log, but for what the records say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) subject: String,
    pub(super) keywords: Vec<String>,
    pub(super) list: String,
    pub(super) cover: Cover,
    pub(super) running: Running,
    pub(super) contents: Contents,
    pub(super) overview: Overview,
    pub(super) finding: Finding,
    pub(super) action: Action,
    pub(super) reading: Reading,
    grades: BTreeMap<String, String>,
    stages: BTreeMap<String, String>,
    sources: BTreeMap<String, String>,
    results: BTreeMap<String, String>,
    states: BTreeMap<String, String>,
}

texts! {
    Cover { organisation, date, findings, findings_value, actions, actions_value, ledger, ledger_entry, sample }
    Running { document, date, page }
    Contents { title }
    Overview { title, none, chart, open, closed, refused, summary }
    Finding {
        title, number, name, grade, source, stage, requirements, found, found_on, found_by, effect, evidence, owner,
        due, moved, containment, correction, similar, cause, criterion, criterion_value, checks, check, check_note,
        closed, refused, reopened, reopened_value, follow_ups, follow_up_open, follow_up_done, none, by_on,
        clause,
    }
    Action { sheet, title, number, of, text, owner, due, state, done_on, proof, note, beside, summary, overdue }
    Reading { title, purpose, grades, closing, numbering, missing }
}

impl Words {
    /// Returns the words in British English.
    pub(super) fn english() -> &'static Self {
        english!(Words)
    }

    pub(super) fn grade(&self, grade: Grade) -> &str {
        named(&self.grades, grade.name())
    }

    pub(super) fn stage(&self, stage: Stage) -> &str {
        named(&self.stages, stage.name())
    }

    pub(super) fn source(&self, source: Source) -> &str {
        named(&self.sources, source.name())
    }

    pub(super) fn result(&self, result: CheckResult) -> &str {
        named(&self.results, result.name())
    }

    pub(super) fn state(&self, state: ActionState) -> &str {
        named(&self.states, state.name())
    }
}
