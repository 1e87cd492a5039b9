//! Whether an AI system may affect people so much that its impact has to be assessed in full (clause 6.1.4, A.5).
//!
//! Two questions answered with yes are enough; so is one of those about safety and vulnerable people, and so is a class of
//! the EU AI Act that is high or prohibited. Somebody may decide otherwise, and has to say why.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Prose;
use crate::choice::choice;

choice!(
    /// A question of the screening.
    #[ts(rename = "ScreeningQuestion")]
    pub enum Question {
        /// Does it decide about people, or prepare such decisions?
        Decisions = "decisions",
        /// Does it touch children, patients, people in need, or others who can hardly defend themselves?
        Vulnerable = "vulnerable",
        /// Does it work with special categories of personal data, or with confidential data?
        SensitiveData = "sensitive-data",
        /// Do people outside the company meet it or its results?
        PublicFacing = "public-facing",
        /// Does it act with nobody looking at each result?
        Automatic = "automatic",
        /// Is what it does hard to undo?
        Irreversible = "irreversible",
        /// Can it hurt somebody bodily?
        Safety = "safety",
        /// Does it touch many people?
        ManyPeople = "many-people",
        /// Can it easily be used against its purpose?
        Misuse = "misuse",
    }
);

choice!(
    /// An answer of which nobody may know the one or the other.
    #[derive(Default)]
    pub enum Answer {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Nobody has said.
        #[default]
        Unknown = "unknown",
    }
);

choice!(
    /// A class of the EU AI Act.
    #[derive(Default)]
    pub enum LegalClass {
        /// Nobody has said.
        #[default]
        Unknown = "unknown",
        /// No duties of its own.
        Minimal = "minimal",
        /// People have to be told.
        Transparency = "transparency",
        /// High risk.
        High = "high",
        /// Prohibited.
        Prohibited = "prohibited",
    }
);

/// What somebody decided about the impact of an AI system against the screening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// Whether it is high.
    pub high: bool,
    /// Why.
    pub reason: Prose,
}

/// What says whether the impact is high.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "by", rename_all = "kebab-case")]
#[ts(rename = "ScreeningOutcome")]
pub enum Outcome {
    /// The screening leaves it open.
    Open {
        /// The questions without an answer on which it hangs.
        missing: Vec<Question>,
        /// Whether it hangs on the class of the EU AI Act.
        legal: bool,
    },
    /// The screening.
    Screening {
        /// The questions answered with yes.
        because: Vec<Question>,
        /// Whether the class of the EU AI Act alone is enough.
        legal: bool,
    },
    /// Somebody decided it.
    Judgement {
        /// Why.
        reason: Prose,
    },
}

/// Whether the impact of an AI system is high, and what says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HighImpact {
    /// Whether it is.
    pub high: Answer,
    /// What says so.
    pub outcome: Outcome,
}

impl Question {
    /// Returns whether a yes to it alone is enough.
    #[must_use]
    pub fn decides_alone(self) -> bool {
        match self {
            Self::Vulnerable | Self::Safety => true,
            Self::Decisions
            | Self::SensitiveData
            | Self::PublicFacing
            | Self::Automatic
            | Self::Irreversible
            | Self::ManyPeople
            | Self::Misuse => false,
        }
    }
}

/// How many questions answered with yes are enough.
const ENOUGH: usize = 2;

pub(super) fn high_impact(
    answers: &BTreeMap<Question, Answer>,
    legal: LegalClass,
    judgement: Option<&Judgement>,
) -> HighImpact {
    if let Some(Judgement { high, reason }) = judgement {
        let high = if *high { Answer::Yes } else { Answer::No };
        return HighImpact { high, outcome: Outcome::Judgement { reason: reason.clone() } };
    }
    let answered = |wanted: Answer| -> Vec<Question> {
        let answer = |question: &Question| answers.get(question).copied().unwrap_or_default();
        Question::ALL.iter().copied().filter(|question| answer(question) == wanted).collect()
    };
    let (because, missing) = (answered(Answer::Yes), answered(Answer::Unknown));
    let (by_law, law_open) = match legal {
        LegalClass::High | LegalClass::Prohibited => (true, false),
        LegalClass::Minimal | LegalClass::Transparency => (false, false),
        LegalClass::Unknown => (false, true),
    };
    let decided = by_law || because.len() >= ENOUGH || because.iter().any(|one| one.decides_alone());
    if decided {
        return HighImpact { high: Answer::Yes, outcome: Outcome::Screening { because, legal: by_law } };
    }
    let may_tip = because.len() + missing.len() >= ENOUGH || missing.iter().any(|one| one.decides_alone());
    if may_tip || law_open {
        return HighImpact { high: Answer::Unknown, outcome: Outcome::Open { missing, legal: law_open } };
    }
    HighImpact { high: Answer::No, outcome: Outcome::Screening { because, legal: false } }
}
