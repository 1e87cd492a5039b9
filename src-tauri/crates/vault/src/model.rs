//! Whatever is done in whatever order, the vault is what a plain table would be.

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;

use proptest::prelude::*;

use crate::testing::{Bench, TINY, quiet, sample};
use crate::vault::{INCOMING, Limits};
use crate::{AddError, Digest, Removed, Source};

/// How many different files there are.
const FILES: usize = 12;

#[derive(Debug, Clone)]
enum Step {
    /// Add these.
    Add(Vec<usize>),
    /// Add these, and say stop when progress is told for the n-th time.
    AddAndStop(Vec<usize>, usize),
    /// Remove all but these.
    Remove([bool; FILES]),
    /// Flip a bit, or cut the file short.
    Damage(usize, bool),
    /// Leave a temporary file, as a crash would.
    Crash(u16),
    Recover,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let files = || prop::collection::vec(0..FILES, 0..25);
    let step = prop_oneof![
        4 => files().prop_map(Step::Add),
        2 => (files(), 1..40_usize).prop_map(|(files, moment)| Step::AddAndStop(files, moment)),
        2 => any::<[bool; FILES]>().prop_map(Step::Remove),
        2 => (0..FILES, any::<bool>()).prop_map(|(file, cut)| Step::Damage(file, cut)),
        1 => any::<u16>().prop_map(Step::Crash),
        1 => Just(Step::Recover),
    ];
    prop::collection::vec(step, 1..14)
}

/// Returns the bytes of a file: some small, some large by the tiny limits.
fn bytes(file: usize) -> Vec<u8> {
    sample(file, if file % 4 == 3 { 60 + file * 8 } else { file })
}

/// What the vault should be.
#[derive(Default)]
struct Table {
    /// The bytes that stand under each digest.
    files: BTreeMap<Digest, Vec<u8>>,
    crashed: usize,
}

impl Table {
    fn add(&mut self, bench: &Bench, files: &[usize], moment: usize) -> Result<(), TestCaseError> {
        let sources: Vec<_> = files.iter().map(|file| Source::Bytes(bytes(*file))).collect();
        let mut heard = 0;
        let results = bench.vault.add_many(&sources, &mut |_| {
            heard += 1;
            if heard == moment { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        prop_assert_eq!(results.len(), files.len());
        for (result, file) in results.into_iter().zip(files) {
            match result {
                Ok(added) => {
                    let bytes = bytes(*file);
                    prop_assert_eq!(added.digest, Digest::of(&bytes));
                    prop_assert_eq!(added.size, bytes.len() as u64);
                    // Of the same bytes within one batch only the first is fresh or healed.
                    prop_assert!(!added.fresh || !self.files.contains_key(&added.digest));
                    let damaged = self.files.get(&added.digest).is_some_and(|there| *there != bytes);
                    prop_assert!(!added.healed || damaged);
                    prop_assert!(added.fresh || added.healed || !damaged);
                    self.files.insert(added.digest, bytes);
                }
                Err(error) => {
                    prop_assert_eq!(error, AddError::Stopped);
                    prop_assert!(heard >= moment);
                }
            }
        }
        Ok(())
    }

    fn remove(&mut self, bench: &Bench, keep: [bool; FILES]) -> Result<(), TestCaseError> {
        let kept: Vec<_> =
            (0..FILES).filter(|file| keep[*file]).map(|file| Digest::of(&bytes(file))).collect();
        let removed = bench.vault.remove_unreferenced(&|digest| kept.contains(digest), &mut quiet);
        let mut expected = Removed::default();
        self.files.retain(|digest, bytes| {
            if !kept.contains(digest) {
                expected.files += 1;
                expected.bytes += bytes.len() as u64;
            }
            kept.contains(digest)
        });
        prop_assert_eq!(removed, Ok(expected));
        Ok(())
    }

    fn damage(&mut self, bench: &Bench, file: usize, cut: bool) {
        let digest = Digest::of(&bytes(file));
        if let Some(there) = self.files.get_mut(&digest) {
            if cut {
                there.pop();
            } else if let Some(first) = there.first_mut() {
                *first ^= 4;
            }
            bench.damage(&digest, there);
        }
    }

    fn check(&self, bench: &Bench) -> Result<(), TestCaseError> {
        let names: Vec<_> = self.files.keys().copied().collect();
        prop_assert_eq!(&bench.vault.list().unwrap(), &names);
        for (digest, bytes) in &self.files {
            prop_assert_eq!(bench.vault.size(digest), Ok(bytes.len() as u64));
            prop_assert_eq!(&fs::read(bench.vault.path_of(digest)).unwrap(), bytes);
        }
        let report = bench.vault.verify_all(&mut quiet).unwrap();
        let damaged: Vec<_> = self
            .files
            .iter()
            .filter(|(digest, bytes)| Digest::of(bytes) != **digest)
            .map(|(d, _)| *d)
            .collect();
        let found: Vec<_> = report.faults.iter().map(|fault| fault.digest).collect();
        prop_assert_eq!(found, damaged);
        prop_assert_eq!(report.there, names);
        prop_assert_eq!(report.strays, []);
        prop_assert_eq!(bench.incoming().len(), self.crashed);
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_vault_is_a_table_of_files_by_their_digest(steps in steps()) {
        let bench = Bench::limited(Limits { batch_files: 9, ..TINY });
        let mut table = Table::default();
        for step in steps {
            match step {
                Step::Add(files) => table.add(&bench, &files, usize::MAX)?,
                Step::AddAndStop(files, moment) => table.add(&bench, &files, moment)?,
                Step::Remove(keep) => table.remove(&bench, keep)?,
                Step::Damage(file, cut) => table.damage(&bench, file, cut),
                Step::Crash(number) => {
                    let name = format!("{number:x}-{:x}.part", table.crashed);
                    fs::write(bench.vault.folder().join(INCOMING).join(name), "half").unwrap();
                    table.crashed += 1;
                }
                Step::Recover => {
                    prop_assert_eq!(bench.vault.recover(), Ok(table.crashed));
                    table.crashed = 0;
                }
            }
            table.check(&bench)?;
        }
    }
}
