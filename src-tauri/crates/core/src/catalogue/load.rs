//! Joins the facts with the words of a language, and refuses what does not fit together.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::de::DeserializeOwned;

use super::annex::{AnnexC, AnnexD, Companion};
use super::clause::Clause;
use super::control::{CatalogueControl, Group, Hint};
use super::crosswalk::{Crosswalk, Framework, Frameworks, Related, SourceKey};
use super::facts::{
    self, ByRole, ClauseFacts, ControlFacts, CrosswalkFacts, LevelFacts, PlaceFacts, RelatedFacts,
};
use super::files::{self, FACTS, File};
use super::language::Language;
use super::level::Level;
use super::number::{AnnexCId, ControlNumber};
use super::place::FrameworkPlace;
use super::theme::Theme;
use super::words::{self, ClauseWords, ControlWords, FrameworkFile, FrameworkWords, TitleAndMeaning, Words};
use super::{Agreement, Catalogue};
use crate::organisation::Role;

/// What is wrong with the catalogue's data.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {problem}")]
pub(super) struct DataError {
    file: &'static str,
    problem: String,
}

impl DataError {
    fn new(file: File, problem: impl Into<String>) -> Self {
        Self { file: file.path, problem: problem.into() }
    }
}

/// Returns the catalogue in a language.
///
/// # Errors
/// Where a file has not its form, a fact has no words, or words have no fact.
pub(super) fn load(language: Language) -> Result<Catalogue, DataError> {
    let files = files::words(language);
    let facts: facts::GeneralFacts = read(FACTS.general)?;
    let general: words::GeneralWords = read(files.general)?;
    let sources: words::SourceWords = read(files.sources)?;
    let titles: FrameworkFile = read(files.frameworks)?;
    let mut clauses = Vec::new();
    for (facts, words) in FACTS.clauses.into_iter().zip(files.clauses) {
        clauses.extend(clauses_of(facts, words, &titles)?);
    }
    let mut groups = Vec::new();
    let mut controls = Vec::new();
    for (facts, words) in FACTS.annex_a.into_iter().zip(files.annex_a) {
        let (more_groups, more_controls) = annex_a(facts, words, &titles)?;
        groups.extend(more_groups);
        controls.extend(more_controls);
    }
    let (objectives, risk_sources) = annex_c(files.annex_c)?;
    Ok(Catalogue {
        standard: facts.standard,
        edition: general.edition.into(),
        amendments: general.amendments.into(),
        compiled: general.compiled.into(),
        language,
        notice: general.notice.into(),
        title_rule: general.title_rule.into(),
        applicability_warning: general.applicability_warning.into(),
        crosswalk_warning: general.crosswalk_warning.into(),
        levels: whole(files.general, Level::ALL, general.levels)?,
        agreements: whole(files.general, Agreement::ALL, general.agreements)?,
        frameworks: Frameworks {
            eu_ai_act: titles.eu_ai_act.name.as_str().into(),
            nist_ai_rmf: titles.nist_ai_rmf.name.as_str().into(),
            iso_27001: titles.iso_27001.name.as_str().into(),
        },
        places: places(files.frameworks, titles)?,
        sources: whole::<SourceKey>(files.sources, facts.sources, sources.sources)?,
        clauses,
        groups,
        controls,
        objectives,
        risk_sources,
        annex_d: annex_d(files.annex_d)?,
    })
}

fn read<T: DeserializeOwned>(file: File) -> Result<T, DataError> {
    toml::from_str(file.text).map_err(|error| DataError::new(file, error.to_string()))
}

/// Takes the words of one thing out of those of a file.
fn take<K: Ord + Display, W>(file: File, words: &mut BTreeMap<K, W>, key: &K) -> Result<W, DataError> {
    words.remove(key).ok_or_else(|| DataError::new(file, format!("{key} has no words")))
}

/// Checks that nothing is left of a file's words.
fn all_taken<K: Display, W>(file: File, words: &BTreeMap<K, W>) -> Result<(), DataError> {
    match words.keys().next() {
        Some(key) => Err(DataError::new(file, format!("{key} has words and nothing that they belong to"))),
        None => Ok(()),
    }
}

/// Returns the words of every key, of those keys alone.
fn whole<K: Ord>(
    file: File,
    keys: impl IntoIterator<Item = K>,
    mut words: BTreeMap<K, Words>,
) -> Result<BTreeMap<K, String>, DataError> {
    let mut out = BTreeMap::new();
    for key in keys {
        let said = words.remove(&key).ok_or_else(|| DataError::new(file, "a key has no words"))?;
        out.insert(key, said.into());
    }
    if words.is_empty() { Ok(out) } else { Err(DataError::new(file, "words have a key that is not known")) }
}

fn clauses_of(facts: File, file: File, titles: &FrameworkFile) -> Result<Vec<Clause>, DataError> {
    let clauses: facts::ClauseFile = read(facts)?;
    let mut words: words::ClauseFile = read(file)?;
    let mut out = Vec::new();
    for (id, facts) in clauses.clause {
        let ClauseFacts { assessable, documented_information, controls, crosswalk } = facts;
        let said: ClauseWords = take(file, &mut words.clause, &id)?;
        out.push(Clause {
            title: said.title.into(),
            parent: id.parent(),
            theme: clauses.theme,
            assessable,
            requirement: said.requirement.into(),
            documented_information: texts(said.documented_information),
            documented_information_status: documented_information,
            evidence: texts(said.evidence),
            steps: texts(said.steps),
            auditor_question: said.auditor_question.into(),
            common_gap: said.common_gap.into(),
            controls,
            crosswalk: crosswalk_of(crosswalk, said.crosswalk_note, file, titles)?,
            id,
        });
    }
    all_taken(file, &words.clause)?;
    Ok(out)
}

fn annex_a(
    facts: File,
    file: File,
    titles: &FrameworkFile,
) -> Result<(Vec<Group>, Vec<CatalogueControl>), DataError> {
    let annex: facts::AnnexAFile = read(facts)?;
    let mut words: words::AnnexAFile = read(file)?;
    let mut groups = Vec::new();
    for (id, facts) in annex.group {
        let said = take(file, &mut words.group, &id)?;
        groups.push(Group {
            title: said.title.into(),
            parent: id.parent(),
            theme: annex.theme,
            has_objective: facts.objective_statement,
            meaning: said.meaning.into(),
            controls: annex.control.keys().filter(|control| control.group() == id).cloned().collect(),
            id,
        });
    }
    all_taken(file, &words.group)?;
    let mut controls = Vec::new();
    for (id, facts) in annex.control {
        let said = take(file, &mut words.control, &id)?;
        controls.push(control_of((id, annex.theme), facts, said, file, titles)?);
    }
    all_taken(file, &words.control)?;
    Ok((groups, controls))
}

fn control_of(
    (id, theme): (ControlNumber, Theme),
    facts: ControlFacts,
    words: ControlWords,
    file: File,
    titles: &FrameworkFile,
) -> Result<CatalogueControl, DataError> {
    Ok(CatalogueControl {
        title: words.title.into(),
        group: id.group(),
        theme,
        meaning: words.meaning.into(),
        steps: texts(words.steps),
        evidence: texts(words.evidence),
        auditor_question: words.auditor_question.into(),
        common_gap: words.common_gap.into(),
        owner_hint: words.owner_hint.into(),
        effort_hint: words.effort_hint.into(),
        review_cadence: words.review_cadence.into(),
        hints: hints_of(facts.levels, words.hints),
        clauses: facts.clauses,
        objectives: facts.objectives,
        risk_sources: facts.risk_sources,
        crosswalk: crosswalk_of(facts.crosswalk, words.crosswalk_note, file, titles)?,
        id,
    })
}

fn hints_of(levels: ByRole<LevelFacts>, reasons: ByRole<Words>) -> Vec<Hint> {
    let ByRole { provider, producer, user } = levels;
    [
        (Role::Provider, provider, reasons.provider),
        (Role::Producer, producer, reasons.producer),
        (Role::User, user, reasons.user),
    ]
    .map(|(role, facts, reason)| Hint {
        role,
        serves: Role::ALL.into_iter().filter(|served| served.hinted() == Some(role)).collect(),
        level: facts.level,
        reason: reason.into(),
        sources: facts.sources,
    })
    .into()
}

fn crosswalk_of(
    facts: CrosswalkFacts,
    note: Option<Words>,
    file: File,
    titles: &FrameworkFile,
) -> Result<Crosswalk, DataError> {
    let rows = |rows: Vec<RelatedFacts>, titles: &FrameworkWords| {
        rows.into_iter().map(|row| related(row, titles, file)).collect::<Result<_, _>>()
    };
    Ok(Crosswalk {
        eu_ai_act: rows(facts.eu_ai_act, &titles.eu_ai_act)?,
        nist_ai_rmf: rows(facts.nist_ai_rmf, &titles.nist_ai_rmf)?,
        iso_27001: rows(facts.iso_27001, &titles.iso_27001)?,
        note: note.map(Into::into),
    })
}

fn related(row: RelatedFacts, framework: &FrameworkWords, file: File) -> Result<Related, DataError> {
    let RelatedFacts { reference, agreement, sources } = row;
    let title = framework
        .titles
        .get(&reference)
        .ok_or_else(|| DataError::new(file, format!("{reference} has no title in frameworks.toml")))?;
    Ok(Related { title: title.as_str().into(), reference, agreement, sources })
}

fn places(file: File, words: FrameworkFile) -> Result<Vec<FrameworkPlace>, DataError> {
    let facts: facts::FrameworkFile = read(FACTS.frameworks)?;
    let named = |references: Vec<String>| {
        let alone = |reference| PlaceFacts { reference, ..PlaceFacts::default() };
        references.into_iter().map(alone).collect::<Vec<_>>()
    };
    let mut out = Vec::new();
    for (framework, places, mut words) in [
        (Framework::EuAiAct, facts.eu_ai_act, words.eu_ai_act),
        (Framework::NistAiRmf, named(facts.nist_ai_rmf), words.nist_ai_rmf),
        (Framework::Iso27001, named(facts.iso_27001), words.iso_27001),
    ] {
        for PlaceFacts { reference, clauses, controls, sources } in places {
            out.push(FrameworkPlace {
                framework,
                title: take(file, &mut words.titles, &reference)?.into(),
                main_clauses: clauses,
                main_controls: controls,
                sources,
                leaves_open: words.leaves_open.remove(&reference).map(Into::into),
                reference,
            });
        }
        all_taken(file, &words.titles)?;
        all_taken(file, &words.leaves_open)?;
    }
    Ok(out)
}

fn annex_c(file: File) -> Result<(Vec<AnnexC>, Vec<AnnexC>), DataError> {
    let facts: facts::AnnexCFacts = read(FACTS.annex_c)?;
    let words: words::AnnexCWords = read(file)?;
    let join = |ids: Vec<AnnexCId>, mut words: BTreeMap<AnnexCId, TitleAndMeaning>| {
        let mut out = Vec::new();
        for id in ids {
            let said = take(file, &mut words, &id)?;
            out.push(AnnexC { id, title: said.title.into(), meaning: said.meaning.into() });
        }
        all_taken(file, &words)?;
        Ok::<_, DataError>(out)
    };
    Ok((join(facts.objectives, words.objective)?, join(facts.risk_sources, words.risk_source)?))
}

fn annex_d(file: File) -> Result<AnnexD, DataError> {
    let facts: facts::AnnexDFacts = read(FACTS.annex_d)?;
    let mut words: words::AnnexDWords = read(file)?;
    let mut standards = Vec::new();
    for reference in facts.standards {
        let subject = take(file, &mut words.standards, &reference)?.into();
        standards.push(Companion { reference, subject });
    }
    all_taken(file, &words.standards)?;
    Ok(AnnexD {
        title: words.title.into(),
        meaning: words.meaning.into(),
        shared: texts(words.shared),
        apart: texts(words.apart),
        standards,
    })
}

fn texts(words: Vec<Words>) -> Vec<String> {
    words.into_iter().map(Into::into).collect()
}
