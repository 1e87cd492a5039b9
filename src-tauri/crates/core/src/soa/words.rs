//! The words of the document: a file for each language, and nothing of them in code.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Day;
use crate::assessment::{Ground, Reason, Status};
use crate::organisation::Role;
use crate::wording::{english, fill, texts};

/// Every word of the document, but for what the records say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) subject: String,
    pub(super) keywords: Vec<String>,
    pub(super) author_unknown: String,
    pub(super) none: String,
    pub(super) list: String,
    pub(super) cover: Cover,
    pub(super) running: Running,
    pub(super) contents: Contents,
    pub(super) summary: Summary,
    pub(super) table: Table,
    pub(super) own: Own,
    pub(super) evidence: Evidence,
    pub(super) open: Open,
    pub(super) reading: Reading,
    roles: BTreeMap<String, String>,
    reasons: BTreeMap<String, Term>,
    grounds: BTreeMap<String, Term>,
    statuses: BTreeMap<String, Term>,
    date: Date,
}

texts! {
    Cover {
        organisation,
        scope,
        scope_missing,
        roles,
        roles_missing,
        number,
        version,
        status,
        draft,
        date,
        owner,
        owner_missing,
        ledger,
        ledger_entry,
        sample,
    }
    Running { document, number, page }
    Contents { title }
    Summary {
        title,
        sentence_all,
        sentence_open,
        own,
        own_one,
        decisions,
        statuses,
        chart,
        applicable,
        excluded,
        undecided,
        exclusions,
        exclusions_none,
        exclusions_summary,
    }
    Table {
        control,
        title,
        applicable,
        reasons,
        ground,
        justification,
        status,
        how,
        owner,
        yes,
        no,
        source,
        summary,
        group_open,
        evidence,
    }
    Evidence { title, intro, number, name, version, expires, sha256, summary }
    Own { title, intro, none, open, summary }
    Open { title, intro, none, summary }
    Reading {
        title,
        purpose,
        numbering,
        reasons_title,
        grounds_title,
        statuses_title,
        another_control,
        undecided,
        draft,
        missing,
    }
    Term { name, meaning }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Date {
    form: String,
    months: [String; 12],
}

impl Words {
    /// Returns the words in British English.
    pub(crate) fn english() -> &'static Self {
        english!(Words)
    }

    pub(super) fn role(&self, role: Role) -> &str {
        self.roles.get(role.name()).map_or(role.name(), String::as_str)
    }

    pub(super) fn reason(&self, reason: Reason) -> &Term {
        term(&self.reasons, reason.name())
    }

    /// Returns the ground with the control that it names.
    pub(super) fn ground(&self, ground: &Ground) -> String {
        let name = &term(&self.grounds, ground.name()).name;
        match ground {
            Ground::MetBy(control) => fill(name, &[("control", control.as_str())]),
            Ground::NoRelevantRisk | Ground::ActivityNotPerformed | Ground::NotRequired => name.clone(),
        }
    }

    /// Returns every ground, as the legend explains it.
    pub(super) fn grounds(&self) -> impl Iterator<Item = &Term> {
        ["no-relevant-risk", "activity-not-performed", "not-required", "met-by"]
            .into_iter()
            .map(|name| term(&self.grounds, name))
    }

    /// Returns the name of a status.
    pub(crate) fn status_name(&self, status: Status) -> &str {
        &self.status(status).name
    }

    pub(super) fn status(&self, status: Status) -> &Term {
        term(&self.statuses, status.name())
    }

    pub(crate) fn day(&self, day: Day) -> String {
        let date = day.date();
        let month = usize::try_from(date.month() - 1).unwrap_or_default();
        fill(
            &self.date.form,
            &[
                ("day", &date.day().to_string()),
                ("month", self.date.months.get(month).map_or("", String::as_str)),
                ("year", &date.year().to_string()),
            ],
        )
    }
}

fn term<'a>(terms: &'a BTreeMap<String, Term>, name: &str) -> &'a Term {
    static UNKNOWN: Term = Term { name: String::new(), meaning: String::new() };
    terms.get(name).unwrap_or(&UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_has_its_words() {
        let words = Words::english();
        for role in Role::ALL {
            assert_ne!(words.role(role), role.name());
        }
        let terms = Reason::ALL.map(|reason| words.reason(reason));
        let statuses = Status::ALL.map(|status| words.status(status));
        for term in terms.into_iter().chain(statuses).chain(words.grounds()) {
            assert!(!term.name.is_empty() && !term.meaning.is_empty(), "{term:?}");
        }
        assert_eq!((words.reasons.len(), words.grounds.len(), words.statuses.len()), (6, 4, 4));
    }
}
