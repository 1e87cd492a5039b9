//! The duties to tell somebody of a case: what may bring each into question, and the time there is.
//!
//! `data/duties.toml` holds the facts, a folder for each language the words; `checked-on` says when both were last
//! held against the law.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::case::Harm;
use crate::Day;
use crate::catalogue::Language;
use crate::organisation::ActRole;

/// The name of a duty, such as `act-death`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct DutyKey(String);

/// A text that names no duty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{}” is no duty; expected one of {}", crate::text::shown(.0), known())]
pub struct DutyKeyError(String);

fn known() -> String {
    Duties::get(Language::EnGb).all().map(|duty| duty.key.as_str()).collect::<Vec<_>>().join(", ")
}

impl DutyKey {
    /// Returns the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for DutyKey {
    type Err = DutyKeyError;

    fn from_str(text: &str) -> Result<Self, DutyKeyError> {
        let known = Duties::get(Language::EnGb).all().any(|duty| duty.key == text);
        if known { Ok(Self(text.into())) } else { Err(DutyKeyError(text.into())) }
    }
}

impl TryFrom<String> for DutyKey {
    type Error = DutyKeyError;

    fn try_from(text: String) -> Result<Self, DutyKeyError> {
        text.parse()
    }
}

impl From<DutyKey> for String {
    fn from(key: DutyKey) -> Self {
        key.0
    }
}

impl fmt::Display for DutyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Facts {
    checked_on: Day,
    duty: Vec<Duty>,
}

/// A duty as the law has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Duty {
    pub(super) key: String,
    /// Where it stands.
    pub(super) law: String,
    /// How many days there are from the day on which the company knows.
    pub(super) days: i32,
    /// What brings it into question.
    harms: Vec<Harm>,
    /// Whom it binds; everybody where it names nobody.
    roles: Vec<ActRole>,
}

impl Duty {
    /// Returns whether a case with these harms may fall under it.
    pub(super) fn may_apply(&self, harms: &[Harm], roles: &[ActRole]) -> bool {
        let bound = self.roles.is_empty() || self.roles.iter().any(|role| roles.contains(role));
        bound && self.harms.iter().any(|harm| harms.contains(harm))
    }
}

/// A duty in words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) title: String,
    /// Who is to be told.
    pub(super) whom: String,
    pub(super) meaning: String,
}

/// The duties that the program knows, in one language.
#[derive(Debug)]
pub(super) struct Duties {
    facts: Facts,
    words: BTreeMap<String, Words>,
}

impl Duties {
    /// Returns what is known, in a language.
    pub(super) fn get(language: Language) -> &'static Self {
        static EN_GB: LazyLock<Duties> = LazyLock::new(|| embedded(include_str!("data/en-GB/duties.toml")));
        match language {
            Language::EnGb => &EN_GB,
        }
    }

    /// Joins the facts with the words of a language.
    pub(super) fn load(facts: &str, words: &str) -> Result<Self, String> {
        let facts: Facts = toml::from_str(facts).map_err(|error| format!("facts: {error}"))?;
        let words: BTreeMap<String, Words> =
            toml::from_str(words).map_err(|error| format!("words: {error}"))?;
        if let Some(duty) = facts.duty.iter().find(|duty| !words.contains_key(&duty.key)) {
            return Err(format!("{} has no words", duty.key));
        }
        if let Some(key) = words.keys().find(|key| !facts.duty.iter().any(|duty| duty.key == **key)) {
            return Err(format!("{key} has words and no fact"));
        }
        if let Some(duty) = facts.duty.iter().find(|duty| duty.harms.is_empty() || duty.days < 0) {
            return Err(format!("{}: expected a harm, and 0 days or more", duty.key));
        }
        Ok(Self { facts, words })
    }

    /// Returns each duty, in its order.
    pub(super) fn all(&self) -> impl Iterator<Item = &Duty> {
        self.facts.duty.iter()
    }

    /// Returns a duty in words.
    pub(super) fn words(&self, key: &str) -> Option<&Words> {
        self.words.get(key)
    }

    /// Returns when all of it was last held against the law.
    pub(super) fn checked_on(&self) -> Day {
        self.facts.checked_on
    }
}

/// Returns what is part of the program.
#[expect(
    clippy::expect_used,
    reason = "the data is embedded in the program, so a test can read all that a user's machine will ever read: \
              `every_duty_has_its_words` does"
)]
fn embedded(words: &str) -> Duties {
    Duties::load(include_str!("data/duties.toml"), words).expect("the embedded duties are whole")
}
