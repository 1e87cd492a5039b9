//! How the figures follow from the items: by theme, by clause, by group, and over all.

use serde::Serialize;
use ts_rs::TS;

use super::band::Band;
use super::facts::Facts;
use super::gate::{self, Gate};
use super::item::Item;
use super::percent::Percent;
use crate::catalogue::{Catalogue, ClauseId, GroupId, Theme};
use crate::findings::OpenNonconformity;

/// What clauses and controls weigh where both are there, in tenths.
const CLAUSES: u64 = 6;
const CONTROLS: u64 = 4;

/// A figure, and what it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ReadinessFigure")]
pub struct Figure {
    /// How ready, in per cent.
    pub percent: Percent,
    /// How many requirements are met.
    #[ts(type = "number")]
    pub met: usize,
    /// How many are not met, and under way.
    #[ts(type = "number")]
    pub under_way: usize,
    /// How many there are; those that are left out are not among them.
    #[ts(type = "number")]
    pub total: usize,
}

/// The figure of a theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ThemeFigure {
    /// The theme.
    pub theme: Theme,
    /// Its figure.
    #[serde(flatten)]
    pub figure: Figure,
}

/// The figure of the clauses under a heading of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClauseFigure {
    /// The heading's number, `4` to `10`.
    pub clause: ClauseId,
    /// Its title.
    pub title: String,
    /// Its figure.
    #[serde(flatten)]
    pub figure: Figure,
}

/// The figure of a group of Annex A.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GroupFigure {
    /// The group's number, `A.2` to `A.10`.
    pub group: GroupId,
    /// Its title.
    pub title: String,
    /// Its figure.
    #[serde(flatten)]
    pub figure: Figure,
}

/// What keeps the overall figure back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Cap {
    /// A gate is not met.
    GateMissing,
    /// A major nonconformity is open (clause 10.2).
    MajorOpen,
}

impl Cap {
    /// Returns the most that the figure reaches.
    #[must_use]
    pub fn most(self) -> Percent {
        match self {
            Self::GateMissing => Percent::whole(79),
            Self::MajorOpen => Percent::whole(89),
        }
    }
}

/// The figure over all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "OverallReadiness")]
pub struct Overall {
    /// The figure, no higher than what keeps it back allows.
    #[serde(flatten)]
    pub figure: Figure,
    /// The figure as it would be if nothing kept it back.
    pub uncapped: Percent,
    /// The clauses alone, in per cent; they make 60 % of it.
    pub clauses: Percent,
    /// The controls alone, in per cent; they make 40 % of it. None where each is left out.
    pub controls: Option<Percent>,
    /// What keeps it back, whether or not it is high enough to be kept.
    pub cap: Option<Cap>,
    /// The most that it reaches while that is so, in per cent.
    pub most: Option<Percent>,
    /// What it means.
    pub band: Band,
}

/// How ready the company is, and what each figure is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Readiness {
    /// Over all.
    pub overall: Overall,
    /// By theme, in the order of the standard.
    pub themes: Vec<ThemeFigure>,
    /// By clause, 4 to 10.
    pub clauses: Vec<ClauseFigure>,
    /// By group of Annex A.
    pub groups: Vec<GroupFigure>,
    /// The controls of the company's own; none where it has none.
    pub own: Option<Figure>,
    /// What must be there before the whole goes above 79 %.
    pub gates: Vec<Gate>,
    /// The major nonconformities that are open, the oldest first: the whole stays at 89 % or below meanwhile.
    pub nonconformities: Vec<OpenNonconformity>,
    /// Every requirement, clauses first.
    pub items: Vec<Item>,
}

/// A sum of items.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    weight: u64,
    tenths: u64,
    met: usize,
    under_way: usize,
    total: usize,
}

impl Sum {
    fn of<'a>(items: impl Iterator<Item = &'a Item>) -> Self {
        let mut sum = Self::default();
        for item in items {
            let Some(tenths) = item.worth.tenths() else { continue };
            sum.weight += u64::from(item.weight);
            sum.tenths += u64::from(item.weight) * u64::from(tenths);
            sum.met += usize::from(item.worth.is_met());
            sum.under_way += usize::from(item.worth.is_under_way());
            sum.total += 1;
        }
        sum
    }

    fn percent(self) -> Percent {
        Percent::of(self.tenths, self.weight * 10)
    }
}

/// Returns what clauses and controls make together: 60 and 40 %, or the one kind alone where the other is missing.
fn together(clauses: Sum, controls: Sum) -> Percent {
    match (clauses.weight, controls.weight) {
        (_, 0) => clauses.percent(),
        (0, _) => controls.percent(),
        (of_clauses, of_controls) => {
            let part = CLAUSES * clauses.tenths * of_controls + CONTROLS * controls.tenths * of_clauses;
            Percent::of(part, (CLAUSES + CONTROLS) * 10 * of_clauses * of_controls)
        }
    }
}

fn figure<'a>(items: impl Iterator<Item = &'a Item> + Clone) -> Figure {
    let clauses = Sum::of(items.clone().filter(|item| item.is_clause()));
    let controls = Sum::of(items.filter(|item| !item.is_clause()));
    Figure {
        percent: together(clauses, controls),
        met: clauses.met + controls.met,
        under_way: clauses.under_way + controls.under_way,
        total: clauses.total + controls.total,
    }
}

impl Overall {
    pub(super) fn of(items: &[Item], gates: &[Gate], major: bool) -> Self {
        let figure = figure(items.iter());
        let shut = gates.iter().any(|gate| !gate.is_met());
        let cap = shut.then_some(Cap::GateMissing).or_else(|| major.then_some(Cap::MajorOpen));
        let most = cap.map(Cap::most);
        let percent = most.map_or(figure.percent, |most| figure.percent.min(most));
        let controls = Sum::of(items.iter().filter(|item| !item.is_clause()));
        Self {
            figure: Figure { percent, ..figure },
            uncapped: figure.percent,
            clauses: Sum::of(items.iter().filter(|item| item.is_clause())).percent(),
            controls: (controls.total > 0).then(|| controls.percent()),
            cap,
            most,
            band: Band::of(percent),
        }
    }
}

impl Readiness {
    /// Returns what follows from the facts.
    pub(crate) fn of(facts: &Facts) -> Self {
        let items = facts.items();
        let gates = gate::all(facts);
        let nonconformities = facts.soa.nonconformities.major();
        let under =
            |heading: &str| figure(items.iter().filter(|item| item.heading.as_deref() == Some(heading)));
        let catalogue = Catalogue::english();
        Self {
            overall: Overall::of(&items, &gates, !nonconformities.is_empty()),
            themes: Theme::ALL
                .into_iter()
                .map(|theme| {
                    let figure = figure(items.iter().filter(|item| item.theme == Some(theme)));
                    ThemeFigure { theme, figure }
                })
                .collect(),
            clauses: catalogue
                .clauses
                .iter()
                .filter(|clause| clause.parent.is_none())
                .map(|heading| ClauseFigure {
                    clause: heading.id.clone(),
                    title: heading.title.clone(),
                    figure: under(heading.id.as_str()),
                })
                .collect(),
            groups: catalogue
                .top_level_groups()
                .map(|group| GroupFigure {
                    group: group.id.clone(),
                    title: group.title.clone(),
                    figure: under(group.id.as_str()),
                })
                .collect(),
            own: items.iter().any(Item::is_own).then(|| figure(items.iter().filter(|item| item.is_own()))),
            gates,
            nonconformities,
            items,
        }
    }
}
