//! What the workspace knows: what goes into the places of a draft, and which of its passages hold.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::data::Words;
use super::queries;
use super::text::AnsweredAt;
use crate::assessment::{self, Control, ControlId, Decision};
use crate::objectives::{self, Goal, Measure};
use crate::organisation::{self, Organisation, Role, context, parties, people};
use crate::systems;
use crate::wording::fill;
use crate::workspace::StoreError;

/// A place in running text that the workspace fills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// The organisation's name.
    Organisation,
    /// Its roles towards AI.
    Roles,
    /// What the management system covers.
    Scope,
    /// Who is in charge of the management system.
    InCharge,
    /// Who runs the company.
    TopManagement,
    /// Who answers for a control.
    Owner(ControlId),
}

impl Place {
    /// Reads a place as a draft names it: `scope`, `owner:A.8.4`.
    pub(super) fn parse(name: &str) -> Result<Self, String> {
        Ok(match name.split_once(':') {
            Some(("owner", control)) => {
                Self::Owner(control.parse().map_err(|error| format!("{{{name}}}: {error}"))?)
            }
            _ => match name {
                "organisation" => Self::Organisation,
                "roles" => Self::Roles,
                "scope" => Self::Scope,
                "in-charge" => Self::InCharge,
                "top-management" => Self::TopManagement,
                _ => return Err(format!("there is no place {{{name}}}")),
            },
        })
    }

    /// Returns the name under which the words ask for it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Roles => "roles",
            Self::Scope => "scope",
            Self::InCharge => "in-charge",
            Self::TopManagement => "top-management",
            Self::Owner(_) => "owner",
        }
    }

    /// Returns where it is answered.
    pub(super) fn answered_at(&self) -> AnsweredAt {
        match self {
            Self::Organisation | Self::InCharge | Self::TopManagement => AnsweredAt::Organisation,
            Self::Roles => AnsweredAt::Roles,
            Self::Scope => AnsweredAt::Scope,
            Self::Owner(control) => AnsweredAt::Control { id: control.clone() },
        }
    }
}

/// A table that the workspace fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Insert {
    /// The AI systems in scope.
    Systems,
    /// The people with a part in the management system.
    People,
    /// The interested parties with their needs.
    Parties,
    /// Issues outside and inside.
    Issues,
    /// The controls that apply, with who answers for each.
    Controls,
    /// The controlled documents.
    Documents,
    /// The objectives that somebody pursues, with their measures.
    Objectives,
}

impl Insert {
    pub(super) const ALL: [Self; 7] = [
        Self::Systems,
        Self::People,
        Self::Parties,
        Self::Issues,
        Self::Controls,
        Self::Documents,
        Self::Objectives,
    ];

    /// Returns the name by which a draft asks for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Systems => "systems",
            Self::People => "people",
            Self::Parties => "parties",
            Self::Issues => "issues",
            Self::Controls => "controls",
            Self::Documents => "documents",
            Self::Objectives => "objectives",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Returns where it is filled.
    pub(super) fn answered_at(self) -> AnsweredAt {
        match self {
            Self::Systems => AnsweredAt::Systems,
            Self::People => AnsweredAt::People,
            Self::Parties => AnsweredAt::Parties,
            Self::Issues => AnsweredAt::Context,
            Self::Controls => AnsweredAt::Controls,
            Self::Documents => AnsweredAt::Document,
            Self::Objectives => AnsweredAt::Objectives,
        }
    }
}

/// For whom a passage is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Condition {
    any: Vec<Holder>,
    negated: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Holder {
    Role(Role),
    Control(ControlId),
    /// Whoever has objectives in the register.
    Objectives,
}

impl Condition {
    /// Reads a condition as a draft writes it: `provider producer`, `not producer`, `A.7.6`, `objectives`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (negated, names) = match text.strip_prefix("not ") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let holder = |name: &str| {
            if name == Insert::Objectives.name() {
                return Ok(Holder::Objectives);
            }
            if let Ok(role) = name.parse::<Role>() {
                return Ok(Holder::Role(role));
            }
            let control = name.parse::<ControlId>().ok().filter(ControlId::is_annex_a);
            control
                .map(Holder::Control)
                .ok_or_else(|| format!("“{name}” is neither a role nor a control nor a register"))
        };
        let any = names.split(' ').map(holder).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { any, negated })
    }
}

/// What one state of the workspace knows.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) organisation: Organisation,
    pub(super) sample: bool,
    controls: BTreeMap<ControlId, Control>,
    tables: BTreeMap<Insert, Vec<Vec<String>>>,
}

impl Known {
    pub(super) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let organisation = organisation::load(conn)?;
        let all = assessment::controls(conn)?;
        let applies = |control: &&Control| matches!(control.decision, Decision::Applicable { .. });
        let rows = all
            .iter()
            .filter(applies)
            .map(|control| vec![control.id.to_string(), control.title.clone(), control.owner.to_string()]);
        let tables = BTreeMap::from([
            (Insert::Systems, systems(conn)?),
            (Insert::People, people(conn)?),
            (Insert::Parties, parties(conn)?),
            (Insert::Issues, issues(conn)?),
            (Insert::Controls, rows.collect()),
            (Insert::Documents, queries::register(conn, Words::english())?),
            (Insert::Objectives, objectives(conn)?),
        ]);
        Ok(Self {
            organisation,
            sample: crate::workspace::is_sample(conn)?,
            controls: all.into_iter().map(|control| (control.id.clone(), control)).collect(),
            tables,
        })
    }

    /// Returns what goes into a place, where the workspace knows it.
    pub(super) fn answer(&self, place: &Place) -> Option<String> {
        let words = Words::english();
        let said = match place {
            Place::Organisation => self.organisation.name.to_string(),
            Place::Roles => {
                let roles = self.organisation.roles.iter();
                let named = roles.filter_map(|role| words.roles.get(role.name()).cloned());
                words.joined(&named.collect::<Vec<_>>())
            }
            Place::Scope => self.organisation.scope.to_string(),
            Place::InCharge => self.organisation.in_charge.to_string(),
            Place::TopManagement => self.organisation.top_management.to_string(),
            Place::Owner(control) => {
                self.controls.get(control).map(|control| control.owner.to_string()).unwrap_or_default()
            }
        };
        Some(said).filter(|said| !said.is_empty())
    }

    /// Returns the rows of a table, where there are any.
    pub(super) fn rows(&self, insert: Insert) -> Option<&[Vec<String>]> {
        self.tables.get(&insert).map(Vec::as_slice).filter(|rows| !rows.is_empty())
    }

    /// Returns whether a passage is for this company. Where no role is known yet, it is for every role.
    pub(super) fn holds(&self, condition: Option<&Condition>) -> bool {
        let Some(condition) = condition else { return true };
        let roles = &self.organisation.roles;
        let any = condition.any.iter().any(|holder| match holder {
            Holder::Role(role) => roles.contains(role) || (roles.is_empty() && !condition.negated),
            Holder::Objectives => self.rows(Insert::Objectives).is_some(),
            Holder::Control(id) => !self
                .controls
                .get(id)
                .is_some_and(|control| matches!(control.decision, Decision::Excluded { .. })),
        });
        any != condition.negated
    }
}

/// Returns the AI systems in scope, with what each is for and who owns it.
fn systems(conn: &Connection) -> Result<Vec<Vec<String>>, StoreError> {
    let counted = systems::list(conn)?.into_iter().filter(systems::AiSystem::counts);
    let row = |system: systems::AiSystem| {
        let texts = [system.id.to_string(), system.name.to_string(), system.purpose.to_string()];
        texts.into_iter().chain([system.owner.to_string()]).collect()
    };
    Ok(counted.map(row).collect())
}

/// Returns the people with what each does for the management system, and who stands in.
fn people(conn: &Connection) -> Result<Vec<Vec<String>>, StoreError> {
    let words = Words::english();
    let row = |person: people::Person| {
        let roles = person.roles.iter().filter_map(|role| words.aims_roles.get(role.name()).cloned());
        let roles = words.joined(&roles.collect::<Vec<_>>());
        vec![person.name.to_string(), roles, person.deputy.to_string()]
    };
    Ok(people::all(conn)?.into_iter().map(row).collect())
}

/// Returns the interested parties, a row for each need.
fn parties(conn: &Connection) -> Result<Vec<Vec<String>>, StoreError> {
    let words = Words::english();
    let rows = parties::all(conn)?.into_iter().flat_map(|party| {
        let row = move |need: parties::Need| {
            let taken = match (need.requirement, need.met_by.is_empty()) {
                (true, true) => words.yes.clone(),
                (true, false) => format!("{}, {}", words.yes, need.met_by),
                (false, _) => words.no.clone(),
            };
            vec![party.name.to_string(), need.need.to_string(), taken]
        };
        party.needs.clone().into_iter().map(row).collect::<Vec<_>>()
    });
    Ok(rows.collect())
}

/// Returns the issues outside and inside, with what each means.
fn issues(conn: &Connection) -> Result<Vec<Vec<String>>, StoreError> {
    let words = Words::english();
    let row = |issue: context::ContextIssue| {
        let side = words.sides.get(issue.side.name()).cloned().unwrap_or_default();
        vec![issue.topic.to_string(), side, issue.meaning.to_string()]
    };
    Ok(context::all(conn)?.into_iter().map(row).collect())
}

/// Returns the objectives that somebody pursues, a row for each measure, with what is to be reached by when.
fn objectives(conn: &Connection) -> Result<Vec<Vec<String>>, StoreError> {
    let words = Words::english();
    let rows = objectives::pursued(conn)?.into_iter().flat_map(|(objective, measures)| {
        let row = |measure: Option<&Measure>| {
            let what = measure.map(|measure| measure.what.to_string()).unwrap_or_default();
            let goal = measure.map(|measure| wanted(words, measure)).unwrap_or_default();
            let by = objective.target.map(|day| words.day(day)).unwrap_or_default();
            vec![objective.title.to_string(), what, goal, objective.owner.to_string(), by]
        };
        if measures.is_empty() {
            vec![row(None)]
        } else {
            measures.iter().map(|one| row(Some(one))).collect()
        }
    });
    Ok(rows.collect())
}

/// Returns the figure that is wanted of a measure, in words.
fn wanted(words: &Words, measure: &Measure) -> String {
    let unit = measure.unit.as_str();
    let (form, value, high) = match measure.goal {
        Goal::AtLeast { value } => (&words.goals.at_least, value, value),
        Goal::AtMost { value } => (&words.goals.at_most, value, value),
        Goal::Between { low, high } => (&words.goals.between, low, high),
    };
    let said = fill(form, &[("value", &value.to_string()), ("high", &high.to_string()), ("unit", unit)]);
    said.trim_end().to_owned()
}
