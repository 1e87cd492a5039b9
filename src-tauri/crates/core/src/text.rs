//! Text that people type: whole, visible, and of a length that a document can carry.
//!
//! Refused are characters that cannot be seen and change what is seen: control characters, and those that
//! turn the direction of writing. An auditor must be able to trust that a page says what the database says.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use ts_rs::TS;

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// More characters than fit.
    #[error("This text has {} characters; at most {} fit", thousands(*.has), thousands(*.limit))]
    TooLong {
        /// Its length in characters.
        has: usize,
        /// The most that fits, in characters.
        limit: usize,
    },
    /// A character that cannot be seen.
    #[error("This text holds a character that cannot be seen ({}, {kind}) at position {position}", code_point(*.character))]
    Invisible {
        /// The character.
        character: char,
        /// What it is, in words.
        kind: &'static str,
        /// Where it stands, in characters from 1.
        position: usize,
    },
    /// A line break where one line is asked for.
    #[error("This text goes over more than one line")]
    NotOneLine,
}

impl crate::Explain for TextError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "text-too-long",
            Self::Invisible { .. } => "text-has-invisible-characters",
            Self::NotOneLine => "text-not-one-line",
        }
    }

    fn hint(&self) -> Option<String> {
        Some(match self {
            Self::TooLong { .. } => "Shorten it, and put the long form into a document that it names.".into(),
            Self::Invisible { .. } => {
                "Type the text again, or paste it as plain text: letters, figures and signs are expected."
                    .into()
            }
            Self::NotOneLine => "Write it on one line.".into(),
        })
    }
}

/// One line of text: a title, a name, a source. At most 4,000 characters.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, TS)]
#[serde(try_from = "String")]
#[ts(as = "String")]
pub struct Line(String);

/// Running text of several lines: a justification, a scope. At most 20,000 characters.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, TS)]
#[serde(try_from = "String")]
#[ts(as = "String")]
pub struct Prose(String);

impl Line {
    /// The most characters that fit.
    pub const LIMIT: usize = 4_000;
}

impl Prose {
    /// The most characters that fit.
    pub const LIMIT: usize = 20_000;
}

macro_rules! text {
    ($name:ident, $read:expr) => {
        impl $name {
            /// Returns the text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Returns whether there is no text.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl std::str::FromStr for $name {
            type Err = TextError;

            fn from_str(text: &str) -> Result<Self, TextError> {
                $read(text).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextError;

            fn try_from(text: String) -> Result<Self, TextError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        // Lists of thousands of texts are written without a copy of each.
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                value.as_str()?.parse().map_err(|error| rusqlite::types::FromSqlError::Other(Box::new(error)))
            }
        }
    };
}

text!(Line, one_line);
text!(Prose, prose);

fn one_line(text: &str) -> Result<String, TextError> {
    let text = text.trim();
    within(text, Line::LIMIT)?;
    if text.contains(['\n', '\r', '\t', '\u{2028}', '\u{2029}']) {
        return Err(TextError::NotOneLine);
    }
    visible(text)?;
    Ok(text.into())
}

fn prose(text: &str) -> Result<String, TextError> {
    within(text, Prose::LIMIT)?;
    let mut text = Cow::Borrowed(text);
    if text.contains(['\r', '\u{2028}', '\u{2029}']) {
        text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").into();
    }
    visible(&text)?;
    Ok(text.trim().into())
}

fn within(text: &str, limit: usize) -> Result<(), TextError> {
    // A character takes a byte or more: what has no more bytes fits anyway.
    if text.len() <= limit {
        return Ok(());
    }
    let has = text.chars().count();
    if has > limit { Err(TextError::TooLong { has, limit }) } else { Ok(()) }
}

fn visible(text: &str) -> Result<(), TextError> {
    if text.bytes().all(|byte| matches!(byte, b'\n' | b'\t' | b' '..=b'~')) {
        return Ok(());
    }
    for (at, character) in text.chars().enumerate() {
        if let Some(kind) = invisible(character) {
            return Err(TextError::Invisible { character, kind, position: at + 1 });
        }
    }
    Ok(())
}

/// Returns what a character is that cannot be seen; line feed and tab can.
fn invisible(character: char) -> Option<&'static str> {
    match character {
        '\n' | '\t' => None,
        '\0' => Some("NUL"),
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("turns the direction of writing")
        }
        '\u{feff}' => Some("byte order mark"),
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => Some("hidden mark"),
        other if other.is_control() => Some("control character"),
        other if u32::from(other) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&other) => {
            Some("no character")
        }
        _ => None,
    }
}

/// Returns a foreign text as one line that may be typed: a space stands for what cannot be seen or breaks lines.
pub(crate) fn visible_line(text: &str) -> String {
    let seen: String = text
        .chars()
        .map(|character| match character {
            '\u{2028}' | '\u{2029}' => ' ',
            other if other.is_whitespace() || invisible(other).is_some() => ' ',
            other => other,
        })
        .collect();
    seen.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Returns a foreign text as it may stand in a message: short, and without what cannot be seen.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut out = String::new();
    for (at, character) in text.chars().enumerate() {
        if at == LONGEST {
            out.push('…');
            break;
        }
        if character == '\n' || character == '\t' || invisible(character).is_some() {
            out.push('\u{fffd}');
        } else {
            out.push(character);
        }
    }
    out
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Explain as _;
    use proptest::prelude::*;

    fn said(error: &TextError) -> String {
        format!("{error}. {}", error.hint().unwrap_or_default())
    }

    #[test]
    fn what_is_wrong_with_a_text_is_said_as_the_user_sees_it() {
        insta::assert_snapshot!(said(&"x".repeat(10 * 1024 * 1024).parse::<Prose>().unwrap_err()), @"This text has 10,485,760 characters; at most 20,000 fit. Shorten it, and put the long form into a document that it names.");
        insta::assert_snapshot!(said(&"a\0b".parse::<Prose>().unwrap_err()), @"This text holds a character that cannot be seen (U+0000, NUL) at position 2. Type the text again, or paste it as plain text: letters, figures and signs are expected.");
        insta::assert_snapshot!(said(&"pay \u{202e}cod.exe".parse::<Line>().unwrap_err()), @"This text holds a character that cannot be seen (U+202E, turns the direction of writing) at position 5. Type the text again, or paste it as plain text: letters, figures and signs are expected.");
        insta::assert_snapshot!(said(&"one\ntwo".parse::<Line>().unwrap_err()), @"This text goes over more than one line. Write it on one line.");
    }

    #[test]
    fn a_limit_counts_characters_and_not_bytes() {
        assert!("я".repeat(Line::LIMIT).parse::<Line>().is_ok());
        assert!("я".repeat(Line::LIMIT + 1).parse::<Line>().is_err());
    }

    #[test]
    fn every_script_passes() {
        for text in ["Größe, coût", "Απόφαση", "Решение", "日本語", "עברית", "न\u{200d}म", "👩\u{200d}💻"]
        {
            assert_eq!(text.parse::<Line>().unwrap().as_str(), text);
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_reads_back_the_same(text in any::<String>()) {
            if let Ok(prose) = text.parse::<Prose>() {
                prop_assert_eq!(prose.as_str().parse::<Prose>().unwrap(), prose);
            }
            if let Ok(line) = text.parse::<Line>() {
                prop_assert_eq!(line.as_str().parse::<Line>().unwrap(), line);
            }
        }

        #[test]
        fn a_shown_text_is_short_and_visible(text in any::<String>()) {
            let shown = shown(&text);
            prop_assert!(shown.chars().count() <= 61);
            prop_assert!(shown.chars().all(|c| c != '\n' && invisible(c).is_none()));
        }
    }
}
