//! The words of what Annexe writes: a file for each language beside the code that uses them, and nothing of them in it.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

/// Declares structs of which each field is a text, as tables of a file of words have them.
macro_rules! texts {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            $(pub(super) $field: String,)*
        }
    )*};
}

/// Reads the British words of a type once, out of the file `words/en-GB.toml` beside it.
macro_rules! english {
    ($words:ty) => {{
        static ENGLISH: std::sync::LazyLock<$words> =
            std::sync::LazyLock::new(|| crate::wording::read(include_str!("words/en-GB.toml")));
        &ENGLISH
    }};
}

pub(crate) use {english, texts};

/// Reads the words of a file that is part of the program.
pub(crate) fn read<W: DeserializeOwned>(file: &'static str) -> W {
    #[expect(clippy::expect_used, reason = "the file is part of the program, and a test reads it")]
    toml::from_str(file).expect("words/en-GB.toml has the shape of its words")
}

/// Returns the word for a name; nothing where there is none, which the tests of the words look for.
pub(crate) fn named<'a>(words: &'a BTreeMap<String, String>, name: &str) -> &'a str {
    words.get(name).map_or("", String::as_str)
}

/// Puts values into the places of a sentence; what is put in is never read as a place itself.
pub(crate) fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        let value = from.find('}').and_then(|end| {
            let (_, value) = values.iter().find(|(name, _)| *name == &from[1..end])?;
            Some((value, end))
        });
        match value {
            Some((value, end)) => {
                out.push_str(value);
                rest = &from[end + 1..];
            }
            None => {
                out.push('{');
                rest = &from[1..];
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_into_a_sentence_is_not_read_as_a_place() {
        assert_eq!(fill("{a} {b} {c} {", &[("a", "{b}"), ("b", "2")]), "{b} 2 {c} {");
    }
}
