//! Choosing what an audit is held against: all of it, a part of the standard, or what is due by risk.

use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use super::asked::Requirements;
use super::error::AuditError;
use super::programme;
use crate::Day;
use crate::evidence::{Link, Target, resolve_target};

/// Requirements to audit against, by what they have in common.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "choose", rename_all = "kebab-case", deny_unknown_fields)]
#[ts(rename = "AuditCriteria")]
pub enum Criteria {
    /// Every clause that a company is assessed against.
    Clauses,
    /// Every control that applies.
    Controls,
    /// What is due by risk, as the programme proposes it.
    Risk,
    /// What stands under a heading of the clauses, such as `6` or `6.1`, or under a group of Annex A, such as `A.6`.
    Under {
        /// The number of the heading or the group.
        id: String,
    },
    /// One clause or control.
    Requirement {
        /// Its number.
        id: Target,
    },
}

/// Returns the requirements that are chosen, in the order of the standard and each once.
pub(super) fn chosen(conn: &Connection, criteria: &[Criteria], today: Day) -> Result<Vec<Link>, AuditError> {
    let asked = Requirements::load(conn)?;
    let mut links = Vec::new();
    for one in criteria {
        let all = asked.applicable().map(|(link, _)| link);
        match one {
            Criteria::Clauses => links.extend(all.filter(|link| is_clause(link)).cloned()),
            Criteria::Controls => links.extend(all.filter(|link| !is_clause(link)).cloned()),
            Criteria::Risk => links.extend(programme::proposed(conn, today)?),
            Criteria::Under { id } => {
                let id = id.trim();
                let before = links.len();
                links.extend(all.filter(|link| stands_under(link, id)).cloned());
                if links.len() == before {
                    return Err(AuditError::NoSuchGroup(id.into()));
                }
            }
            Criteria::Requirement { id } => links.push(requirement(conn, &asked, id)?),
        }
    }
    links.sort_unstable();
    links.dedup();
    Ok(links)
}

/// Returns the requirement that is named, where it is asked of this company.
pub(super) fn requirement(conn: &Connection, asked: &Requirements, id: &Target) -> Result<Link, AuditError> {
    let link = named(conn, id)?;
    match asked.get(&link) {
        Some(asked) if asked.applies => Ok(link),
        Some(_) | None => Err(AuditError::NotApplicable(link)),
    }
}

/// Returns the clause or control that is named.
pub(super) fn named(conn: &Connection, id: &Target) -> Result<Link, AuditError> {
    let link = resolve_target(conn, id)??;
    match link {
        Link::Clause(_) | Link::Control(_) => Ok(link),
        Link::System(_) => Err(AuditError::NoRequirement(link)),
    }
}

pub(super) fn is_clause(link: &Link) -> bool {
    match link {
        Link::Clause(_) => true,
        Link::Control(_) | Link::System(_) => false,
    }
}

fn stands_under(link: &Link, heading: &str) -> bool {
    let (_, number) = link.parts();
    number == heading || number.strip_prefix(heading).is_some_and(|rest| rest.starts_with('.'))
}
