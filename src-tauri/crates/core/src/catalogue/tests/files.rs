use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::catalogue::Language;
use crate::catalogue::files::{self, FACTS, File};

fn data() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/catalogue/data"))
}

fn names(folder: PathBuf) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn embedded(files: Vec<File>, folder: &str) -> BTreeSet<String> {
    files
        .into_iter()
        .map(|file| file.path.strip_prefix(folder).unwrap().strip_prefix('/').unwrap().to_owned())
        .collect()
}

/// Returns the path of every text of a file, such as `control.A.2.2.steps.3`.
fn shape(text: &str) -> BTreeSet<String> {
    fn walk(at: &str, value: &toml::Value, out: &mut BTreeSet<String>) {
        match value {
            toml::Value::Table(table) => {
                table.iter().for_each(|(key, value)| walk(&format!("{at}.{key}"), value, out));
            }
            toml::Value::Array(array) => {
                array.iter().enumerate().for_each(|(n, value)| walk(&format!("{at}.{n}"), value, out));
            }
            _ => {
                out.insert(at.trim_start_matches('.').into());
            }
        }
    }
    let mut out = BTreeSet::new();
    walk("", &toml::Value::Table(text.parse().unwrap()), &mut out);
    out
}

#[test]
fn every_folder_is_a_language_and_every_language_has_one() {
    let mut expected: BTreeSet<_> = Language::ALL.map(|language| language.tag().to_owned()).into();
    expected.insert("facts".into());
    assert_eq!(names(data()), expected);
}

#[test]
fn every_file_is_embedded() {
    assert_eq!(names(data().join("facts")), embedded(FACTS.all(), "facts"));
    for language in Language::ALL {
        let tag = language.tag();
        assert_eq!(names(data().join(tag)), embedded(files::words(language).all(), tag));
    }
}

#[test]
fn every_translation_says_all_that_the_british_one_says_and_no_more() {
    let british = files::words(Language::EnGb).all();
    for language in Language::ALL {
        for (ours, theirs) in british.iter().zip(files::words(language).all()) {
            assert_eq!(shape(ours.text), shape(theirs.text), "{}", theirs.path);
        }
    }
}

#[test]
fn a_step_that_a_translation_lacks_is_noticed() {
    let whole = "[control.\"A.2.2\"]\nsteps = [\"Write\", \"Approve\"]";
    assert_eq!(
        shape(whole).into_iter().collect::<Vec<_>>(),
        ["control.A.2.2.steps.0", "control.A.2.2.steps.1"]
    );
    assert_ne!(shape(whole), shape("[control.\"A.2.2\"]\nsteps = [\"Write\"]"));
}

#[test]
fn every_file_says_at_its_top_what_it_is_and_is_short_enough_to_review() {
    for file in FACTS.all().into_iter().chain(files::words(Language::EnGb).all()) {
        assert!(file.text.starts_with("# "), "{}", file.path);
        assert!(file.text.lines().count() <= 400, "{}", file.path);
        assert!(
            file.text.lines().all(|line| line.chars().count() <= 120 && line == line.trim_end()),
            "{}",
            file.path
        );
    }
}
