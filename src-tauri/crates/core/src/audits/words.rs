//! The words of audits and of their reports: a file for each language, and nothing of them in code.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::answer::Verdict;
use super::audit::AuditStage;
use crate::findings::{Grade, Stage};
use crate::wording::{english, named, texts};

/// Every word, but for what the records say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// What the auditor asks about a control of the company's own.
    pub(super) own_question: String,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) subject: String,
    pub(super) keywords: Vec<String>,
    pub(super) clause: String,
    pub(super) cover: Cover,
    pub(super) running: Running,
    pub(super) contents: Contents,
    pub(super) summary: Summary,
    pub(super) basis: Basis,
    pub(super) finding: Finding,
    pub(super) checklist: Checklist,
    pub(super) passed_over: PassedOver,
    pub(super) conclusion: Conclusion,
    pub(super) reading: Reading,
    verdicts: BTreeMap<String, String>,
    stages: BTreeMap<String, String>,
    grades: BTreeMap<String, String>,
    progress: BTreeMap<String, String>,
}

texts! {
    Cover {
        organisation, audit, auditors, dates, dates_value, planned, begun, state, requirements, requirements_value,
        ledger, ledger_entry, sample, unfinished,
    }
    Running { document, date, page }
    Contents { title }
    Summary { title, chart, chart_label, open, numbers, verdict, count, table }
    Basis {
        title, scope, criteria, criteria_value, systems, methods, auditors, auditor_value, added, added_value, none,
    }
    Finding { title, none, number, name, grade, requirements, owner, due, stage, summary }
    Checklist {
        title, own, requirement, answer, seen, evidence, auditor, by_on, unanswered, piece, removed, caption, summary,
        finding,
    }
    PassedOver { title, none, requirement, reason, summary }
    Conclusion { title, by_on, none }
    Reading { title, purpose, grades, sample, impartial, numbering, missing }
}

impl Words {
    /// Returns the words in British English.
    pub(super) fn english() -> &'static Self {
        english!(Words)
    }

    pub(super) fn verdict(&self, verdict: Verdict) -> &str {
        named(&self.verdicts, verdict.name())
    }

    pub(super) fn stage(&self, stage: AuditStage) -> &str {
        named(&self.stages, stage.name())
    }

    pub(super) fn grade(&self, grade: Grade) -> &str {
        named(&self.grades, grade.name())
    }

    /// Returns how far a finding has come.
    pub(super) fn progress(&self, stage: Stage) -> &str {
        named(&self.progress, stage.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_has_its_words() {
        let words = Words::english();
        let terms = Verdict::ALL
            .iter()
            .map(|verdict| words.verdict(*verdict))
            .chain(AuditStage::ALL.iter().map(|stage| words.stage(*stage)))
            .chain(Grade::ALL.iter().map(|grade| words.grade(*grade)))
            .chain(Stage::ALL.iter().map(|stage| words.progress(*stage)));
        assert!(terms.into_iter().all(|word| !word.is_empty()));
    }
}
