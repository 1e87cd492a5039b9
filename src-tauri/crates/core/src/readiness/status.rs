//! The figures in short, for scripts and for a terminal.

use serde::Serialize;
use serde_json::{Map, Value};
use ts_rs::TS;

use super::band::Band;
use super::figures::Readiness;
use super::percent::Percent;

/// How ready the company is, and what keeps it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ReadinessStatus")]
pub struct Status {
    /// The figures.
    pub readiness: StatusFigures,
    /// What each gate lacks that is not met, in words.
    pub gates: Vec<String>,
    /// The major nonconformities that are open, in words.
    pub nonconformities: Vec<String>,
}

/// The figures, in per cent with one decimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatusFigures {
    /// Over all, no higher than the gates allow.
    pub overall: Percent,
    /// Over all, as it would be if no gate kept it back.
    pub uncapped: Percent,
    /// What that means.
    pub band: Band,
    /// How many requirements are met.
    #[ts(type = "number")]
    pub met: usize,
    /// How many there are.
    #[ts(type = "number")]
    pub total: usize,
    /// By theme.
    #[ts(type = "Record<string, number>")]
    pub themes: Map<String, Value>,
    /// By clause, 4 to 10.
    #[ts(type = "Record<string, number>")]
    pub clauses: Map<String, Value>,
    /// By group of Annex A.
    #[ts(type = "Record<string, number>")]
    pub groups: Map<String, Value>,
}

impl Status {
    pub(super) fn of(readiness: &Readiness) -> Self {
        let Readiness { overall, themes, clauses, groups, gates, nonconformities, .. } = readiness;
        Self {
            readiness: StatusFigures {
                overall: overall.figure.percent,
                uncapped: overall.uncapped,
                band: overall.band,
                met: overall.figure.met,
                total: overall.figure.total,
                themes: figures(themes.iter().map(|of| (of.theme.name().into(), of.figure.percent))),
                clauses: figures(clauses.iter().map(|of| (of.clause.to_string(), of.figure.percent))),
                groups: figures(groups.iter().map(|of| (of.group.to_string(), of.figure.percent))),
            },
            gates: gates.iter().filter(|gate| !gate.is_met()).map(super::gate::Gate::said).collect(),
            nonconformities: nonconformities.iter().map(|one| format!("{} {}", one.id, one.title)).collect(),
        }
    }
}

/// Returns figures by their names, in the order in which they come.
fn figures(of: impl Iterator<Item = (String, Percent)>) -> Map<String, Value> {
    of.map(|(name, percent)| (name, Value::from(f64::from(percent.tenths()) / 10.0))).collect()
}
