//! Joins the facts of the road with the words of a language, and refuses what does not fit together.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::content::{Content, DoneContent, StepContent, TaskContent, ThemeContent};
use super::files::{self, FactFile, GeneralWords, StepFacts, StepWords, ThemeFiles, WordFile};
use super::theme::GuideTheme;
use crate::catalogue::{Language, Words};

/// What is wrong with the data of the road.
#[derive(Debug, thiserror::Error)]
#[error("{theme}: {problem}")]
pub(super) struct DataError {
    theme: &'static str,
    problem: String,
}

/// Returns the road in a language.
///
/// # Errors
/// Where a file has not its form, a fact has no words, or words have no fact.
pub(super) fn load(language: Language) -> Result<Content, DataError> {
    let general: GeneralWords = read("general", files::general(language))?;
    let themes = files::themes(language).iter().map(theme).collect::<Result<_, _>>()?;
    Ok(Content { themes, own_done: general.own_done.into(), parts_done: general.parts_done.into() })
}

fn read<T: DeserializeOwned>(theme: &'static str, text: &str) -> Result<T, DataError> {
    toml::from_str(text).map_err(|error| DataError { theme, problem: error.to_string() })
}

fn theme(files: &ThemeFiles) -> Result<ThemeContent, DataError> {
    let facts: FactFile = read(files.theme.name(), files.facts)?;
    let mut words: WordFile = read(files.theme.name(), files.words)?;
    let mut steps = Vec::new();
    for facts in facts.step {
        let said = take(files.theme, &mut words.step, &facts.id)?;
        steps.push(step(files.theme, facts, said)?);
    }
    all_taken(files.theme, &words.step)?;
    Ok(ThemeContent { theme: files.theme, title: words.title.into(), about: words.about.into(), steps })
}

fn step(theme: GuideTheme, facts: StepFacts, mut words: StepWords) -> Result<StepContent, DataError> {
    let mut tasks = Vec::new();
    for id in facts.tasks {
        let said = take(theme, &mut words.tasks, &id)?;
        tasks.push(TaskContent { id, text: said.text.into(), hint: said.hint.map(Into::into) });
    }
    all_taken(theme, &words.tasks)?;
    let mut done = Vec::new();
    for entry in facts.done {
        let text = take(theme, &mut words.done, &entry.id)?.into();
        done.push(DoneContent { id: entry.id, text, shown_by: entry.shown_by });
    }
    all_taken(theme, &words.done)?;
    Ok(StepContent {
        id: facts.id,
        title: words.title.into(),
        why: words.why.into(),
        minutes: facts.minutes,
        roles: facts.roles,
        clauses: facts.clauses,
        controls: facts.controls,
        after: facts.after,
        drafts: facts.drafts,
        tasks,
        done,
        ask: texts(words.ask),
        evidence: texts(words.evidence),
    })
}

/// Takes the words of one thing out of those of a file.
fn take<K: Ord + std::fmt::Display, W>(
    theme: GuideTheme,
    words: &mut BTreeMap<K, W>,
    key: &K,
) -> Result<W, DataError> {
    let none = || DataError { theme: theme.name(), problem: format!("{key} has no words") };
    words.remove(key).ok_or_else(none)
}

/// Checks that nothing is left of a file's words.
fn all_taken<K: std::fmt::Display, W>(theme: GuideTheme, words: &BTreeMap<K, W>) -> Result<(), DataError> {
    match words.keys().next() {
        Some(key) => {
            let problem = format!("{key} has words and nothing that they belong to");
            Err(DataError { theme: theme.name(), problem })
        }
        None => Ok(()),
    }
}

fn texts(words: Vec<Words>) -> Vec<String> {
    words.into_iter().map(Into::into).collect()
}
