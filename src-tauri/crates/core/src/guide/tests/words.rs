//! The words of the road: whole, British, plain, and promising nothing.

use super::super::files;
use crate::catalogue::Language;

/// Every text of the British words with its place.
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
    for theme in files::themes(Language::EnGb) {
        walk(theme.theme.name(), &toml::Value::Table(theme.words.parse().unwrap()), &mut out);
    }
    walk("general", &toml::Value::Table(files::general(Language::EnGb).parse().unwrap()), &mut out);
    out
}

#[test]
fn no_text_is_empty_or_breaks_off() {
    for (place, text) in texts() {
        assert!(text.chars().count() >= 4, "{place}: {text:?}");
        assert!(!text.ends_with([',', ';', ':', '-']), "{place}: {text:?}");
        assert_eq!(text.matches('(').count(), text.matches(')').count(), "{place}: {text:?}");
        assert_eq!(text.matches('“').count(), text.matches('”').count(), "{place}: {text:?}");
    }
}

#[test]
fn why_is_told_in_two_sentences() {
    for (place, text) in texts().into_iter().filter(|(place, _)| place.ends_with(".why")) {
        let ends = text.matches(". ").count() + text.matches("? ").count();
        assert_eq!(ends, 1, "{place}: {text:?}");
        assert!(text.ends_with('.') && text.chars().count() < 420, "{place}: {text:?}");
    }
}

#[test]
fn questions_ask_and_tasks_tell() {
    for (place, text) in texts() {
        if place.contains(".ask.") && !place.contains(".tasks.") {
            assert!(text.ends_with('?'), "{place}: {text:?}");
        }
        if place.contains(".tasks.") || place.ends_with(".about") {
            assert!(text.ends_with(['.', '”']), "{place}: {text:?}");
        }
        if place.contains(".done.") || place.ends_with(".title") {
            assert!(!text.ends_with('.'), "{place}: {text:?}");
        }
    }
}

#[test]
fn nobody_is_promised_a_certificate() {
    const PROMISES: [&str; 5] = ["certified", "compliant", "guarantee", "guaranteed", "ensures"];
    for (place, text) in texts() {
        for word in text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase) {
            assert!(!PROMISES.contains(&word.as_str()), "{place}: {text}");
        }
    }
}

#[test]
fn words_are_spelt_in_british_english_with_typographic_quotes() {
    for (place, text) in texts() {
        assert!(!text.contains(['\'', '"', '`']) && !text.contains(" - "), "{place}: {text}");
        for word in text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase) {
            let american =
                ["organization", "program", "programs", "recognize", "behavior", "labeled", "judgment"];
            assert!(!american.contains(&word.as_str()), "{place}: {word}");
        }
    }
}

#[test]
fn the_reader_is_told_what_the_standard_is_not() {
    let said = texts().into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n");
    for told in [
        "is voluntary",
        "gives no presumption of conformity",
        "no harmonised standard",
        "your own licensed copy",
        "ISO/IEC 42006",
        "two stages",
    ] {
        assert!(said.contains(told), "{told}");
    }
}
