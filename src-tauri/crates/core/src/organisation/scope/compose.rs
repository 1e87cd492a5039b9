//! Making a readable text out of the parts of a scope.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::ScopeParts;
use crate::organisation::{Organisation, Role};
use crate::systems::AiSystem;
use crate::text::TextError;
use crate::wording::{english, fill};
use crate::{Line, Prose};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    list: String,
    last: String,
    begins: String,
    systems: String,
    doing: String,
    activities: String,
    units: String,
    places: String,
    ends: String,
    one_system: String,
    many_systems: String,
    interfaces: String,
    outside: String,
    because: String,
    between_outside: String,
    roles: BTreeMap<String, String>,
}

impl Words {
    fn english() -> &'static Self {
        english!(Words)
    }

    /// Returns items as a list in a sentence.
    fn listed<'a>(&self, items: impl IntoIterator<Item = &'a str>) -> String {
        let items: Vec<&str> = items.into_iter().collect();
        match items.split_last() {
            None => String::new(),
            Some((only, [])) => (*only).into(),
            Some((last, others)) => format!("{}{}{last}", others.join(&self.list), self.last),
        }
    }

    fn role(&self, role: Role) -> &str {
        self.roles.get(role.name()).map_or(role.name(), String::as_str)
    }
}

/// Returns the text that the parts of a scope make, with the AI systems that are in it.
///
/// # Errors
/// [`TextError`] where it is longer than a text may be.
pub(super) fn composed(
    organisation: &Organisation,
    systems: &[AiSystem],
    parts: &ScopeParts,
) -> Result<Prose, TextError> {
    let words = Words::english();
    let mut paragraphs = vec![first(words, organisation, parts)];
    let names: Vec<&str> = systems.iter().filter(|one| one.counts()).map(|one| one.name.as_str()).collect();
    if !names.is_empty() {
        let pattern = if names.len() == 1 { &words.one_system } else { &words.many_systems };
        let count = names.len().to_string();
        paragraphs.push(fill(pattern, &[("count", &count), ("systems", &words.listed(names))]));
    }
    if !parts.interfaces.is_empty() {
        let interfaces = words.listed(parts.interfaces.iter().map(Line::as_str));
        paragraphs.push(fill(&words.interfaces, &[("interfaces", &interfaces)]));
    }
    if !parts.outside.is_empty() {
        let each: Vec<String> = parts.outside.iter().map(|one| outside(words, one)).collect();
        paragraphs.push(fill(&words.outside, &[("outside", &each.join(&words.between_outside))]));
    }
    paragraphs.join("\n\n").parse()
}

fn first(words: &Words, organisation: &Organisation, parts: &ScopeParts) -> String {
    let doing = words.listed(organisation.roles.iter().map(|role| words.role(*role)));
    let what =
        if doing.is_empty() { words.systems.clone() } else { fill(&words.doing, &[("doing", &doing)]) };
    let mut sentence = fill(&words.begins, &[("name", organisation.name.as_str()), ("what", &what)]);
    for (pattern, name, items) in [
        (&words.activities, "activities", &parts.activities),
        (&words.units, "units", &parts.units),
        (&words.places, "places", &parts.places),
    ] {
        if !items.is_empty() {
            sentence += &fill(pattern, &[(name, &words.listed(items.iter().map(Line::as_str)))]);
        }
    }
    sentence + &words.ends
}

fn outside(words: &Words, one: &super::Outside) -> String {
    if one.why.is_empty() {
        return one.what.to_string();
    }
    fill(&words.because, &[("what", one.what.as_str()), ("why", one.why.as_str())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_its_words() {
        for role in Role::ALL {
            assert_ne!(Words::english().role(role), role.name());
        }
    }

    #[test]
    fn a_brace_in_what_was_typed_is_no_name() {
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "2")]), "{b} and 2");
    }
}
