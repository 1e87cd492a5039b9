//! The words of the calendar file.

use serde::Deserialize;

use super::DateSubject;
use crate::wording::{english, fill};

/// The words of one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// The product's name, as RFC 5545 wants it.
    pub(super) product: String,
    name: String,
    done: String,
    owner: String,
    target: Subject,
    context: Subject,
    clause: Subject,
    control: Subject,
    step: Subject,
    document: Subject,
    case: Subject,
    audit: Subject,
    review: Subject,
    objective: Subject,
    measure: Subject,
    finding: Subject,
    effect_check: Subject,
    action: Subject,
    evidence: Subject,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    category: String,
    summary: String,
}

impl Words {
    /// Returns the words in British English.
    pub(super) fn english() -> &'static Self {
        english!(Words)
    }

    /// Returns the name of an organisation's calendar.
    pub(super) fn name(&self, organisation: &str) -> String {
        fill(&self.name, &[("organisation", organisation)])
    }

    /// Returns what is done.
    pub(super) fn done(&self, what: &str) -> String {
        fill(&self.done, &[("what", what)])
    }

    /// Returns who answers for something.
    pub(super) fn owner(&self, owner: &str) -> String {
        fill(&self.owner, &[("owner", owner)])
    }

    /// Returns the sort of dates that one belongs to.
    pub(super) fn category(&self, subject: &DateSubject) -> &str {
        &self.subject(subject).category
    }

    /// Returns what happens on a day.
    pub(super) fn summary(&self, subject: &DateSubject, title: &str) -> String {
        let id = match subject {
            DateSubject::Target | DateSubject::Context => String::new(),
            DateSubject::Clause { id } => id.to_string(),
            DateSubject::Control { id } => id.to_string(),
            DateSubject::Step { id } => id.to_string(),
            DateSubject::Document { id } => id.to_string(),
            DateSubject::Case { id } => id.to_string(),
            DateSubject::Audit { id } => id.to_string(),
            DateSubject::Review { id } => id.to_string(),
            DateSubject::Objective { id } => id.to_string(),
            DateSubject::Measure { id } => id.to_string(),
            DateSubject::Finding { id } | DateSubject::EffectCheck { id } => id.to_string(),
            DateSubject::Action { id } => id.to_string(),
            DateSubject::Evidence { id } => id.to_string(),
        };
        fill(&self.subject(subject).summary, &[("id", &id), ("title", title)])
    }

    fn subject(&self, subject: &DateSubject) -> &Subject {
        match subject {
            DateSubject::Target => &self.target,
            DateSubject::Context => &self.context,
            DateSubject::Clause { .. } => &self.clause,
            DateSubject::Control { .. } => &self.control,
            DateSubject::Step { .. } => &self.step,
            DateSubject::Document { .. } => &self.document,
            DateSubject::Case { .. } => &self.case,
            DateSubject::Audit { .. } => &self.audit,
            DateSubject::Review { .. } => &self.review,
            DateSubject::Objective { .. } => &self.objective,
            DateSubject::Measure { .. } => &self.measure,
            DateSubject::Finding { .. } => &self.finding,
            DateSubject::EffectCheck { .. } => &self.effect_check,
            DateSubject::Action { .. } => &self.action,
            DateSubject::Evidence { .. } => &self.evidence,
        }
    }
}
