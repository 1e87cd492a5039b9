//! The words of the minutes: a file for each language, and nothing of them in code.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::cases::CaseKind;
use crate::findings::{ActionState, Grade};
use crate::objectives::{MeasureState, ObjectiveState};
use crate::readiness::GateName;
use crate::reviews::{ChangeKind, DecisionAbout, InputKind, ReviewStage};
use crate::wording::{english, named, texts};

/// Every word of the minutes, but for what the records say.
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
    pub(super) meeting: Meeting,
    pub(super) decisions: Decisions,
    pub(super) agenda: Agenda,
    pub(super) figures: Figures,
    pub(super) heads: Heads,
    pub(super) reading: Reading,
    inputs: BTreeMap<String, String>,
    stages: BTreeMap<String, String>,
    about: BTreeMap<String, String>,
    changes: BTreeMap<String, String>,
    grades: BTreeMap<String, String>,
    states: BTreeMap<String, String>,
    measures: BTreeMap<String, String>,
    objectives: BTreeMap<String, String>,
    kinds: BTreeMap<String, String>,
    gates: Gates,
}

texts! {
    Cover { organisation, review, held, not_held, chair, state, draft, approved, ledger, ledger_entry, sample }
    Running { document, draft, approved, page }
    Contents { title }
    Meeting {
        title, planned, held, chair, period, since, from_start, present, nobody, name, role, present_summary, not_said,
        cancelled, cancelled_value,
    }
    Decisions { title, none, number, text, about, action, no_action, action_value, action_done, summary }
    Agenda { title, said, noted, open, as_on, frozen }
    Figures {
        actions, issues, issues_changed, parties, parties_changed, repeats, trend, trend_value, measures, readings,
        measures_none, objectives, objectives_judged, objectives_none, duties, readiness, readiness_value, gates,
        gates_none, audits_none, looked_at, statement, statement_value, statement_none, risks, first, at_least, at_most, between,
        never_read, read_on, overdue,
    }
    Heads {
        figure, number, name, action, owner, due, state, change, grade, found, closed, refused, open, overdue, measure,
        wanted, before, last, objective, by, kind, reported,
        audit, concluded, looked_at, major, minor, ofi, audits_summary,
        actions_summary, issues_summary, parties_summary, grades_summary, findings_summary, measures_summary,
        objectives_summary, kinds_summary, improvements_summary, open_summary,
    }
    Gates {
        scope, policy, risks, statement, impact_assessments, internal_audit, management_review, corrective_actions,
    }
    Reading { title, purpose, frozen, draft, confidential, missing }
}

impl Words {
    /// Returns the words in British English.
    pub(super) fn english() -> &'static Self {
        english!(Words)
    }

    pub(super) fn input(&self, input: InputKind) -> &str {
        named(&self.inputs, input.name())
    }

    pub(super) fn stage(&self, stage: ReviewStage) -> &str {
        named(&self.stages, stage.name())
    }

    pub(super) fn about(&self, about: DecisionAbout) -> &str {
        named(&self.about, about.name())
    }

    pub(super) fn change(&self, change: ChangeKind) -> &str {
        named(&self.changes, change.name())
    }

    pub(super) fn grade(&self, grade: Grade) -> &str {
        named(&self.grades, grade.name())
    }

    pub(super) fn state(&self, state: ActionState) -> &str {
        named(&self.states, state.name())
    }

    pub(super) fn measure(&self, state: MeasureState) -> &str {
        named(&self.measures, state.name())
    }

    pub(super) fn objective(&self, state: ObjectiveState) -> &str {
        named(&self.objectives, state.name())
    }

    pub(super) fn kind(&self, kind: CaseKind) -> &str {
        named(&self.kinds, kind.name())
    }

    pub(super) fn gate(&self, gate: GateName) -> &str {
        let words = &self.gates;
        match gate {
            GateName::Scope => &words.scope,
            GateName::Policy => &words.policy,
            GateName::Risks => &words.risks,
            GateName::Statement => &words.statement,
            GateName::ImpactAssessments => &words.impact_assessments,
            GateName::InternalAudit => &words.internal_audit,
            GateName::ManagementReview => &words.management_review,
            GateName::CorrectiveActions => &words.corrective_actions,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_its_words() {
        let words = Words::english();
        for input in InputKind::ALL {
            assert_ne!(words.input(*input), "", "{input:?}");
        }
        for state in MeasureState::ALL {
            assert_ne!(words.measure(*state), "", "{state:?}");
        }
        for state in ObjectiveState::ALL {
            assert_ne!(words.objective(*state), "", "{state:?}");
        }
        assert!(CaseKind::ALL.iter().all(|kind| !words.kind(*kind).is_empty()));
        assert!(Grade::ALL.iter().all(|grade| !words.grade(*grade).is_empty()));
        assert!(ReviewStage::ALL.iter().all(|stage| !words.stage(*stage).is_empty()));
        assert!(DecisionAbout::ALL.iter().all(|about| !words.about(*about).is_empty()));
        assert!(ChangeKind::ALL.iter().all(|change| !words.change(*change).is_empty()));
    }
}
