use crate::catalogue::Language;
use crate::catalogue::files;
use crate::catalogue::{Catalogue, load};

/// Every text of the British words with its place, such as `annex-a-02.toml: control.A.2.2.steps.3`.
fn texts() -> Vec<(String, String)> {
    fn walk(at: &str, value: &toml::Value, out: &mut Vec<(String, String)>) {
        match value {
            toml::Value::Table(table) => {
                table.iter().for_each(|(key, value)| walk(&format!("{at}.{key}"), value, out));
            }
            toml::Value::Array(array) => {
                array.iter().enumerate().for_each(|(n, value)| walk(&format!("{at}.{n}"), value, out));
            }
            toml::Value::String(text) => {
                out.push((at.into(), text.split_whitespace().collect::<Vec<_>>().join(" ")));
            }
            other => panic!("{at} is no text: {other}"),
        }
    }
    let mut out = Vec::new();
    for file in files::words(Language::EnGb).all() {
        walk(file.path, &toml::Value::Table(file.text.parse().unwrap()), &mut out);
    }
    out
}

/// Returns whether a text is an official title or a source's name, which keep their own spelling.
fn is_quoted(place: &str) -> bool {
    place.ends_with(".title") || place.contains(".titles.") || place.contains("sources.toml")
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase)
}

#[test]
fn no_text_is_empty_or_breaks_off() {
    for (place, text) in texts() {
        assert!(text.chars().count() >= 4, "{place}: {text:?}");
        assert!(!text.ends_with([',', ';', ':', '-', ' ']), "{place}: {text:?}");
        assert!(text.chars().all(|c| !c.is_control()), "{place}: {text:?}");
        let opened = text.matches('(').count();
        assert_eq!(opened, text.matches(')').count(), "{place}: {text:?}");
    }
}

#[test]
fn running_text_ends_its_sentence() {
    let sentences =
        ["meaning", "requirement", "common-gap", "provider", "producer", "user", "notice", "crosswalk-note"];
    for (place, text) in texts() {
        let key = place.rsplit('.').next().unwrap();
        if sentences.contains(&key) || place.contains(".steps.") || place.contains(".leaves-open.") {
            assert!(text.ends_with('.') || text.ends_with(['?', '’']), "{place}: {text:?}");
        }
        if key == "auditor-question" {
            assert!(text.ends_with(['?', '.']), "{place}: {text:?}");
        }
    }
}

#[test]
fn nothing_points_into_notes_that_the_user_has_not() {
    for (place, text) in texts() {
        assert!(
            !text.contains("domain.md") && !text.contains("JSON") && !text.contains("TODO"),
            "{place}: {text}"
        );
    }
}

#[test]
fn nobody_is_promised_a_certificate() {
    const PROMISES: [&str; 6] =
        ["certified", "compliant", "guarantee", "guarantees", "guaranteed", "ensures"];
    for (place, text) in texts() {
        for word in words(&text) {
            assert!(!PROMISES.contains(&word.as_str()), "{place}: {text}");
        }
    }
}

#[test]
fn our_own_words_are_spelt_in_british_english() {
    const AMERICAN: [&str; 26] = [
        "organization",
        "organizations",
        "organizational",
        "organize",
        "recognize",
        "minimize",
        "minimized",
        "analyze",
        "behavior",
        "color",
        "favor",
        "center",
        "labeled",
        "labeling",
        "modeling",
        "canceled",
        "fulfill",
        "judgment",
        "artifact",
        "artifacts",
        "defense",
        "catalog",
        "program",
        "programs",
        "prioritize",
        "summarize",
    ];
    for (place, text) in texts() {
        if !is_quoted(&place) {
            for word in words(&text) {
                assert!(!AMERICAN.contains(&word.as_str()), "{place}: {word}");
            }
        }
    }
}

#[test]
fn quotation_marks_and_apostrophes_are_typographic() {
    for (place, text) in texts() {
        assert!(!text.contains(['\'', '"', '`']), "{place}: {text}");
        assert!(!text.contains("  ") && !text.contains("->") && !text.contains(" - "), "{place}: {text}");
    }
}

#[test]
fn everything_that_can_be_assessed_is_explained() {
    for language in Language::ALL {
        let catalogue = load::load(language).unwrap();
        for clause in catalogue.clauses.iter().filter(|clause| clause.assessable) {
            let said = [&clause.requirement, &clause.auditor_question, &clause.common_gap];
            assert!(said.iter().all(|text| !text.is_empty()), "{}", clause.id);
            let lists = [&clause.documented_information, &clause.evidence, &clause.steps];
            assert!(lists.iter().all(|list| !list.is_empty()), "{}", clause.id);
        }
        for clause in catalogue.clauses.iter().filter(|clause| !clause.assessable) {
            assert!(clause.requirement.is_empty() && clause.steps.is_empty(), "{} is a heading", clause.id);
        }
        for control in &catalogue.controls {
            assert!(control.steps.len() >= 3 && control.evidence.len() >= 3, "{}", control.id);
        }
    }
}

#[test]
fn the_reader_is_told_to_have_a_copy_of_the_standard() {
    assert!(Catalogue::english().notice.contains("you need your own copy of it"));
}
