//! The names of steps, and of what is ticked in them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text that has not the form of such a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{}” can't name {what}: expected small letters, figures and hyphens, such as {example}",
    crate::text::shown(text)
)]
pub struct NameError {
    text: String,
    what: &'static str,
    example: &'static str,
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident: $what:literal, $example:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(try_from = "String", into = "String")]
        #[ts(as = "String")]
        pub struct $name(String);

        impl $name {
            /// Returns the name.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NameError;

            fn from_str(text: &str) -> Result<Self, NameError> {
                if is_kebab(text) {
                    Ok(Self(text.into()))
                } else {
                    Err(NameError { text: text.into(), what: $what, example: $example })
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = NameError;

            fn try_from(text: String) -> Result<Self, NameError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name!(
    /// The name of a step: `set-the-scope`, or `own-3` for one that the company added.
    StepId: "a step", "set-the-scope"
);
name!(
    /// The name of a task of a step, or of an entry of what counts as done; unique within the step.
    TickId: "a task", "ask-every-team"
);

impl StepId {
    /// Returns the name of a step of the company's own, by its number.
    pub(super) fn own(number: u32) -> Self {
        Self(format!("own-{number}"))
    }
}

impl TickId {
    /// Returns the name of the one thing that counts as done of a step of the company's own.
    pub(super) fn done() -> Self {
        Self("done".into())
    }

    /// Returns the name of what a step that was split waits for.
    pub(super) fn parts() -> Self {
        Self("parts".into())
    }
}

fn is_kebab(text: &str) -> bool {
    const LONGEST: usize = 60;
    text.len() <= LONGEST
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_not_the_form_is_refused_with_what_was_expected() {
        for wrong in ["", "-", "a-", "A", "a b", "a--b", "ä", &"x".repeat(61)] {
            assert!(wrong.parse::<StepId>().is_err(), "{wrong:?}");
        }
        insta::assert_snapshot!("A step".parse::<StepId>().unwrap_err(), @"“A step” can't name a step: expected small letters, figures and hyphens, such as set-the-scope");
        insta::assert_snapshot!("".parse::<TickId>().unwrap_err(), @"“” can't name a task: expected small letters, figures and hyphens, such as ask-every-team");
    }
}
