//! Finding things in the catalogue by their numbers.

use super::annex::AnnexC;
use super::clause::Clause;
use super::control::{CatalogueControl, Group};
use super::place::FrameworkPlace;
use super::{Catalogue, ClauseId};

impl Catalogue {
    /// Returns the clause, or the heading over clauses, of a number.
    #[must_use]
    pub fn clause(&self, number: impl AsRef<str>) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id.as_str() == number.as_ref())
    }

    /// Returns the group of a number.
    #[must_use]
    pub fn group(&self, number: impl AsRef<str>) -> Option<&Group> {
        self.groups.iter().find(|group| group.id.as_str() == number.as_ref())
    }

    /// Returns the control of a number.
    #[must_use]
    pub fn control(&self, number: impl AsRef<str>) -> Option<&CatalogueControl> {
        self.controls.iter().find(|control| control.id.as_str() == number.as_ref())
    }

    /// Returns the objective of Annex C of a number.
    #[must_use]
    pub fn objective(&self, number: impl AsRef<str>) -> Option<&AnnexC> {
        self.objectives.iter().find(|objective| objective.id.as_str() == number.as_ref())
    }

    /// Returns the risk source of Annex C of a number.
    #[must_use]
    pub fn risk_source(&self, number: impl AsRef<str>) -> Option<&AnnexC> {
        self.risk_sources.iter().find(|source| source.id.as_str() == number.as_ref())
    }

    /// Returns the place of another framework that a text names, however it is spaced and capitalised: `Art. 9`,
    /// `article 9`, `govern 1.1`, `A.5.1`.
    #[must_use]
    pub fn place(&self, reference: &str) -> Option<&FrameworkPlace> {
        let named = compared(reference);
        self.places.iter().find(|place| compared(&place.reference) == named)
    }

    /// Returns the group in which a control stands: A.6.2 for A.6.2.4.
    #[must_use]
    pub fn group_of(&self, control: &CatalogueControl) -> Option<&Group> {
        self.group(&control.group)
    }

    /// Returns the heading of Annex A under which a control stands: A.6 for A.6.2.4.
    #[must_use]
    pub fn top_level_group_of(&self, control: &CatalogueControl) -> Option<&Group> {
        self.group(control.group.top_level())
    }

    /// Returns the nine headings of Annex A, in order.
    pub fn top_level_groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| group.parent.is_none())
    }

    /// Returns the controls under a group or under its parts, in order.
    pub fn controls_under<'a>(&'a self, group: &'a Group) -> impl Iterator<Item = &'a CatalogueControl> {
        self.controls
            .iter()
            .filter(|control| control.group == group.id || control.group.parent().as_ref() == Some(&group.id))
    }

    /// Returns every control that serves a clause, in order: more than those that carry most of it.
    pub fn controls_of_clause<'a>(
        &'a self,
        clause: &'a ClauseId,
    ) -> impl Iterator<Item = &'a CatalogueControl> {
        self.controls.iter().filter(|control| control.clauses.contains(clause))
    }
}

/// Returns what of a reference counts where two are compared.
fn compared(reference: &str) -> String {
    let bare: String =
        reference.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let number = ["article", "art.", "art"].iter().find_map(|word| bare.strip_prefix(word));
    number.map_or(bare.clone(), |number| format!("art{number}"))
}
