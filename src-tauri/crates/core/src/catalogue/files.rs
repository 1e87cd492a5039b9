//! The catalogue's files, embedded in the program.

use super::language::Language;

/// An embedded file.
#[derive(Debug, Clone, Copy)]
pub(super) struct File {
    /// Its path in `data/`.
    pub(super) path: &'static str,
    /// Its text.
    pub(super) text: &'static str,
}

/// What depends on no language.
pub(super) struct FactFiles {
    pub(super) clauses: [File; 7],
    pub(super) annex_a: [File; 9],
    pub(super) annex_c: File,
    pub(super) annex_d: File,
    pub(super) frameworks: File,
    pub(super) general: File,
}

/// The words of one language.
pub(super) struct WordFiles {
    pub(super) clauses: [File; 7],
    pub(super) annex_a: [File; 9],
    pub(super) annex_c: File,
    pub(super) annex_d: File,
    pub(super) frameworks: File,
    pub(super) general: File,
    pub(super) sources: File,
}

macro_rules! file {
    ($folder:literal, $name:literal) => {
        File {
            path: concat!($folder, "/", $name, ".toml"),
            text: include_str!(concat!("data/", $folder, "/", $name, ".toml")),
        }
    };
}

macro_rules! clauses {
    ($folder:literal) => {
        [
            file!($folder, "clause-4"),
            file!($folder, "clause-5"),
            file!($folder, "clause-6"),
            file!($folder, "clause-7"),
            file!($folder, "clause-8"),
            file!($folder, "clause-9"),
            file!($folder, "clause-10"),
        ]
    };
}

macro_rules! annex_a {
    ($folder:literal) => {
        [
            file!($folder, "annex-a-02"),
            file!($folder, "annex-a-03"),
            file!($folder, "annex-a-04"),
            file!($folder, "annex-a-05"),
            file!($folder, "annex-a-06"),
            file!($folder, "annex-a-07"),
            file!($folder, "annex-a-08"),
            file!($folder, "annex-a-09"),
            file!($folder, "annex-a-10"),
        ]
    };
}

macro_rules! words {
    ($folder:literal) => {
        WordFiles {
            clauses: clauses!($folder),
            annex_a: annex_a!($folder),
            annex_c: file!($folder, "annex-c"),
            annex_d: file!($folder, "annex-d"),
            frameworks: file!($folder, "frameworks"),
            general: file!($folder, "general"),
            sources: file!($folder, "sources"),
        }
    };
}

/// The files of `data/facts/`.
pub(super) const FACTS: FactFiles = FactFiles {
    clauses: clauses!("facts"),
    annex_a: annex_a!("facts"),
    annex_c: file!("facts", "annex-c"),
    annex_d: file!("facts", "annex-d"),
    frameworks: file!("facts", "frameworks"),
    general: file!("facts", "general"),
};

/// Returns the files of a language's folder.
pub(super) const fn words(language: Language) -> WordFiles {
    match language {
        Language::EnGb => words!("en-GB"),
    }
}

#[cfg(test)]
impl FactFiles {
    /// Returns every file.
    pub(super) fn all(&self) -> Vec<File> {
        let Self { clauses, annex_a, annex_c, annex_d, frameworks, general } = self;
        [&clauses[..], annex_a, &[*annex_c, *annex_d, *frameworks, *general]].concat()
    }
}

#[cfg(test)]
impl WordFiles {
    /// Returns every file.
    pub(super) fn all(&self) -> Vec<File> {
        let Self { clauses, annex_a, annex_c, annex_d, frameworks, general, sources } = self;
        [&clauses[..], annex_a, &[*annex_c, *annex_d, *frameworks, *general, *sources]].concat()
    }
}
