//! The dates of the EU AI Act and the state of the standards for it (clause 4.1 asks which law applies).
//!
//! `data/law.toml` holds the facts, a folder for each language the words; `checked-on` says when both were last held
//! against their sources.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Day;
use crate::catalogue::{Catalogue, Language};
use crate::organisation::ActRole;

/// After how many weeks what was checked should be checked again.
const STALE: i32 = 26;

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LawSubject {
    /// The Act itself.
    Law,
    /// The standards for it.
    Standards,
}

/// What the day of a fact means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LawKind {
    /// A law is in force from that day.
    InForce,
    /// A duty applies from that day.
    Applies,
    /// Something has to be there by that day.
    Due,
    /// Something was published on that day.
    Published,
    /// Something was announced on that day.
    Announced,
    /// It stands without a day of its own.
    Stands,
}

/// Who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "LawBacking")]
pub enum Backing {
    /// Several independent sources.
    Several,
    /// One source.
    One,
}

/// Where the day of a fact lies, seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "LawTiming")]
pub enum Timing {
    /// It has come.
    Past,
    /// It is the next to come.
    Next,
    /// It comes after the next.
    Later,
    /// It has no day.
    Undated,
}

/// A fact about the law or its standards, as it is today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LawFact {
    /// The name by which it is known.
    pub key: String,
    /// What it is about.
    pub subject: LawSubject,
    /// What its day means.
    pub kind: LawKind,
    /// Its day, where it has one.
    pub day: Option<Day>,
    /// Where that lies, seen from today.
    pub timing: Timing,
    /// How many days it is until then; below zero where it has come.
    pub days: Option<i32>,
    /// What it says, in a few words.
    pub title: String,
    /// What it means.
    pub meaning: String,
    /// The Act's roles whom it concerns; none where it asks nothing of a company.
    pub roles: Vec<ActRole>,
    /// Whether the organisation holds one of them.
    pub concerns_us: bool,
    /// The articles that it is about, as the crosswalk names them.
    pub places: Vec<String>,
    /// Who says so.
    pub backing: Backing,
}

/// The law's dates and the state of the standards on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LawToday {
    /// The day.
    pub today: Day,
    /// When all of this was last held against its sources.
    pub checked_on: Day,
    /// Whether that is more than half a year ago.
    pub stale: bool,
    /// That ISO/IEC 42001 is no harmonised standard, and what follows.
    pub not_harmonised: String,
    /// That this is no legal advice.
    pub no_advice: String,
    /// What each word for who says so means.
    #[ts(type = "Record<LawBacking, string>")]
    pub backings: BTreeMap<Backing, String>,
    /// The roles that the organisation holds under the Act.
    pub act_roles: Vec<ActRole>,
    /// The facts: those of a subject by their days, and those without one at the end.
    pub facts: Vec<LawFact>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Facts {
    checked_on: Day,
    fact: Vec<Fact>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    key: String,
    subject: LawSubject,
    kind: LawKind,
    day: Option<Day>,
    roles: Vec<ActRole>,
    places: Vec<String>,
    backing: Backing,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Words {
    not_harmonised: String,
    no_advice: String,
    backing: BTreeMap<Backing, String>,
    fact: BTreeMap<String, FactWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FactWords {
    title: String,
    meaning: String,
}

/// What the program knows of the law, in one language.
#[derive(Debug)]
pub(super) struct Law {
    facts: Facts,
    words: Words,
}

/// Returns a text on one line, so that files can be wrapped.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Law {
    /// Returns what is known, in a language.
    pub(super) fn get(language: Language) -> &'static Self {
        static EN_GB: LazyLock<Law> = LazyLock::new(|| embedded(include_str!("data/en-GB/law.toml")));
        match language {
            Language::EnGb => &EN_GB,
        }
    }

    /// Joins the facts with the words of a language.
    pub(super) fn load(facts: &str, words: &str) -> Result<Self, String> {
        let facts: Facts = toml::from_str(facts).map_err(|error| format!("facts: {error}"))?;
        let words: Words = toml::from_str(words).map_err(|error| format!("words: {error}"))?;
        if let Some(fact) = facts.fact.iter().find(|fact| !words.fact.contains_key(&fact.key)) {
            return Err(format!("{} has no words", fact.key));
        }
        if let Some(key) = words.fact.keys().find(|key| !facts.fact.iter().any(|fact| fact.key == **key)) {
            return Err(format!("{key} has words and no fact"));
        }
        if let Some(fact) =
            facts.fact.iter().find(|fact| (fact.kind == LawKind::Stands) != fact.day.is_none())
        {
            return Err(format!("{}: what stands has no day, all else has one", fact.key));
        }
        let unknown = |place: &&String| Catalogue::english().place(place).is_none();
        if let Some(place) = facts.fact.iter().flat_map(|fact| &fact.places).find(unknown) {
            return Err(format!("{place} is no place of the crosswalk"));
        }
        Ok(Self { facts, words })
    }

    /// Returns it as it is on a day, for an organisation with these roles.
    pub(super) fn on(&self, today: Day, act_roles: &[ActRole]) -> LawToday {
        let next = self.facts.fact.iter().filter_map(|fact| fact.day).filter(|day| *day > today).min();
        let timing = |day: Option<Day>| match day {
            None => Timing::Undated,
            Some(day) if day <= today => Timing::Past,
            day if day == next => Timing::Next,
            Some(_) => Timing::Later,
        };
        let fact = |fact: &Fact| {
            let words = self.words.fact.get(&fact.key);
            LawFact {
                key: fact.key.clone(),
                subject: fact.subject,
                kind: fact.kind,
                day: fact.day,
                timing: timing(fact.day),
                days: fact.day.map(|day| (day.date() - today.date()).get_days()),
                title: words.map(|words| line(&words.title)).unwrap_or_default(),
                meaning: words.map(|words| line(&words.meaning)).unwrap_or_default(),
                roles: fact.roles.clone(),
                concerns_us: fact.roles.iter().any(|role| act_roles.contains(role)),
                places: fact.places.clone(),
                backing: fact.backing,
            }
        };
        LawToday {
            today,
            checked_on: self.facts.checked_on,
            stale: self.facts.checked_on.weeks_later(STALE) < today,
            not_harmonised: line(&self.words.not_harmonised),
            no_advice: line(&self.words.no_advice),
            backings: self.words.backing.iter().map(|(key, said)| (*key, line(said))).collect(),
            act_roles: act_roles.to_vec(),
            facts: self.facts.fact.iter().map(fact).collect(),
        }
    }
}

/// Returns what is part of the program.
#[expect(
    clippy::expect_used,
    reason = "the data is embedded in the program, so a test can read all that a user's machine will ever read: \
              `every_fact_has_its_words` does"
)]
fn embedded(words: &str) -> Law {
    Law::load(include_str!("data/law.toml"), words).expect("the embedded law is whole")
}
