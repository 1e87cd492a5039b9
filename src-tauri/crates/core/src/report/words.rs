//! The words of the gap report: a file for each language, and nothing of them in code.

use serde::Deserialize;

use crate::catalogue::Theme;
use crate::readiness::{Band, GateName};
use crate::soa::CheckName;
use crate::wording::{english, fill, texts};

/// Every word of the report, but for what the records and the catalogue say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) subject: String,
    pub(super) keywords: Vec<String>,
    pub(super) none: String,
    pub(super) list: String,
    percent: String,
    share: String,
    pub(super) cover: Cover,
    pub(super) running: Running,
    pub(super) contents: Contents,
    pub(super) standing: Standing,
    pub(super) gates: Gates,
    checks: Checks,
    pub(super) figures: Figures,
    pub(super) gaps: Gaps,
    pub(super) lacks: Lacks,
    pub(super) work: Work,
    pub(super) reading: Reading,
    bands: Bands,
    themes: Themes,
}

texts! {
    Cover {
        organisation, scope, scope_missing, date, ready, ready_value, met, kept_back, kept_back_none, steps, ledger,
        ledger_entry, sample,
    }
    Running { document, date, page }
    Contents { title }
    Standing {
        title, sentence, counts, left_out, parts, uncapped, chart, clauses, controls, met, under_way, not_begun,
    }
    Gates {
        title, intro, none, in_place, gate, missing, summary, scope, policy, risks, statement, internal_audit,
        impact_assessments, management_review, corrective_actions, scope_text, evidence, audit, review,
        policy_evidence, not_exported, outdated, obstacle, no_systems, screening, impact_assessment, major,
    }
    Checks {
        scope_missing, role_missing, document_owner_missing, undecided, exclusion_reason_thin, met_by_excluded,
        owner_missing, how_missing, target_missing, target_passed, evidence_missing, nonconformity_open,
    }
    Figures {
        themes, themes_chart, theme, clauses, clauses_summary, groups, groups_summary, number, title, ready, met,
        under_way, not_begun, own, nothing_counts,
    }
    Gaps {
        clauses, clauses_intro, controls, controls_intro, own, nothing, met, left_out, number, asks, status,
        undecided, excluded, missing, owner, owner_missing, target, target_missing, target_passed, summary,
    }
    Lacks { decision, reason, plan, begin, finish, evidence, ended, not_yet, finding }
    Work {
        title, counts, nothing, people, people_summary, person, nobody, person_steps, person_late,
        person_requirements, person_next, steps, steps_summary, by, no_day, late, step, part, theme, owner, state,
        begun, not_begun,
    }
    Bands { starting, building, nearly_ready, ready }
    Themes { leadership, planning, support, operation, performance_evaluation, continual_improvement }
    Term { name, meaning }
}

/// How the report is to be read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reading {
    pub(super) title: String,
    pub(super) purpose: String,
    pub(super) met: String,
    pub(super) worth_title: String,
    pub(super) worth: Vec<Term>,
    pub(super) weights: String,
    pub(super) numbering: String,
    pub(super) missing: String,
}

impl Words {
    /// Returns the words in British English.
    pub(super) fn english() -> &'static Self {
        english!(Words)
    }

    pub(super) fn percent(&self, percent: impl ToString) -> String {
        fill(&self.percent, &[("percent", &percent.to_string())])
    }

    pub(super) fn share(&self, part: usize, whole: usize) -> String {
        fill(&self.share, &[("part", &part.to_string()), ("whole", &whole.to_string())])
    }

    pub(super) fn band(&self, band: Band) -> &str {
        match band {
            Band::Starting => &self.bands.starting,
            Band::Building => &self.bands.building,
            Band::NearlyReady => &self.bands.nearly_ready,
            Band::Ready => &self.bands.ready,
        }
    }

    pub(super) fn theme(&self, theme: Theme) -> &str {
        let words = &self.themes;
        match theme {
            Theme::Leadership => &words.leadership,
            Theme::Planning => &words.planning,
            Theme::Support => &words.support,
            Theme::Operation => &words.operation,
            Theme::PerformanceEvaluation => &words.performance_evaluation,
            Theme::ContinualImprovement => &words.continual_improvement,
        }
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

    /// Returns what a look at the statement found, in a clause of a sentence.
    pub(super) fn check(&self, check: CheckName) -> &str {
        let words = &self.checks;
        match check {
            CheckName::ScopeMissing => &words.scope_missing,
            CheckName::RoleMissing => &words.role_missing,
            CheckName::DocumentOwnerMissing => &words.document_owner_missing,
            CheckName::Undecided => &words.undecided,
            CheckName::ExclusionReasonThin => &words.exclusion_reason_thin,
            CheckName::MetByExcluded => &words.met_by_excluded,
            CheckName::OwnerMissing => &words.owner_missing,
            CheckName::HowMissing => &words.how_missing,
            CheckName::TargetMissing => &words.target_missing,
            CheckName::TargetPassed => &words.target_passed,
            CheckName::EvidenceMissing => &words.evidence_missing,
            CheckName::NonconformityOpen => &words.nonconformity_open,
        }
    }
}
