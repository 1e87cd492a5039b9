//! The steps of the road, as the program brings them.

use std::sync::LazyLock;

use super::ids::{StepId, TickId};
use super::load;
use super::proof::Proof;
use super::theme::GuideTheme;
use crate::catalogue::{ClauseId, ControlNumber, Language};
use crate::documents::DraftKey;
use crate::organisation::Role;

/// The whole road in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Content {
    /// Its themes, in order.
    pub(crate) themes: Vec<ThemeContent>,
    /// The words for the one thing that counts as done of a step of the company's own.
    pub(super) own_done: String,
    /// The words for what a step that was split waits for.
    pub(super) parts_done: String,
}

/// A theme and its steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ThemeContent {
    pub(super) theme: GuideTheme,
    pub(super) title: String,
    pub(super) about: String,
    /// In the order of the road.
    pub(super) steps: Vec<StepContent>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StepContent {
    pub(super) id: StepId,
    pub(super) title: String,
    /// Why it matters, in two sentences.
    pub(super) why: String,
    /// How long it takes in each role.
    pub(super) minutes: Minutes,
    /// To which roles it matters most.
    pub(super) roles: Vec<Role>,
    pub(super) clauses: Vec<ClauseId>,
    pub(super) controls: Vec<ControlNumber>,
    /// The steps that come before it.
    pub(super) after: Vec<StepId>,
    pub(super) drafts: Vec<DraftKey>,
    pub(super) tasks: Vec<TaskContent>,
    /// What counts as done: all of it.
    pub(super) done: Vec<DoneContent>,
    /// Questions to ask oneself.
    pub(super) ask: Vec<String>,
    /// What to keep as evidence.
    pub(super) evidence: Vec<String>,
}

/// How long a step takes, in minutes, in each role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Minutes {
    provider: u32,
    producer: u32,
    user: u32,
}

impl Minutes {
    /// Returns how long it takes a company in its roles: what asks most counts; where no role is chosen yet, the
    /// most of all.
    pub(super) fn in_roles(self, roles: &[Role]) -> u32 {
        let held = if roles.is_empty() { Role::ALL.as_slice() } else { roles };
        let of = |role: &Role| match role {
            Role::Provider => self.provider,
            Role::Producer | Role::Partner => self.producer,
            Role::User | Role::Customer => self.user,
        };
        held.iter().map(of).max().unwrap_or_default()
    }
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TaskContent {
    pub(super) id: TickId,
    pub(super) text: String,
    pub(super) hint: Option<String>,
}

/// Something that counts towards being done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DoneContent {
    pub(super) id: TickId,
    pub(super) text: String,
    /// What shows it; any one will do. Where there is none, a person ticks it.
    pub(super) shown_by: Vec<Proof>,
}

impl Content {
    /// Returns the road in a language.
    pub(crate) fn get(language: Language) -> &'static Self {
        static EN_GB: LazyLock<Content> = LazyLock::new(|| embedded(Language::EnGb));
        match language {
            Language::EnGb => &EN_GB,
        }
    }

    /// Returns the road in British English.
    pub(crate) fn english() -> &'static Self {
        Self::get(Language::EnGb)
    }

    /// Returns every step, in the order of the road.
    pub(crate) fn steps(&self) -> impl Iterator<Item = &StepContent> {
        self.themes.iter().flat_map(|theme| &theme.steps)
    }

    /// Returns the theme in which a step stands.
    pub(super) fn theme_of(&self, id: &StepId) -> Option<GuideTheme> {
        let holds = |theme: &&ThemeContent| theme.steps.iter().any(|step| step.id == *id);
        self.themes.iter().find(holds).map(|theme| theme.theme)
    }

    /// Returns the step of a name.
    pub(crate) fn step(&self, id: &StepId) -> Option<&StepContent> {
        self.steps().find(|step| step.id == *id)
    }
}

/// Returns the road that is part of the program.
#[expect(
    clippy::expect_used,
    reason = "the data is embedded in the program, so a test can read all that a user's machine will ever read: \
              `every_language_loads` does"
)]
fn embedded(language: Language) -> Content {
    load::load(language).expect("the embedded road is whole")
}
