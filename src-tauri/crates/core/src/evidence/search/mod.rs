//! Finding evidence by words, as they are typed.
//!
//! The index is made of the ledger and the vault and can be made anew at any time: it stands in a file of its
//! own, beside the database, and no backup holds it. What is said of a piece gets into the index before the next
//! search; the words inside files are read apart, because that takes time.

mod index;
mod reading;

pub use index::Index;
pub use reading::{Reading, read_files};

use super::id::EvidenceId;
use crate::workspace::{StoreError, Workspace};

impl Workspace {
    /// Returns the evidence that holds every one of some words, the best first.
    pub(super) fn search(&self, words: &str) -> Result<Vec<EvidenceId>, StoreError> {
        self.with_index(|index| index.search(words))
    }

    /// Returns how many newest files have not been read for their words.
    pub(super) fn unread(&self) -> Result<usize, StoreError> {
        self.with_index(|index| index.count_unread())
    }

    /// Runs something on the index, once it says what the ledger says. An index that can't be used is made anew.
    pub(in crate::evidence) fn with_index<T>(
        &self,
        run: impl Fn(&mut Index) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut place = self.index();
        for attempt in [true, false] {
            let mut index = match place.take() {
                Some(index) => index,
                None if self.can_write() && attempt => Index::open(self.folder())?,
                None if attempt => Index::borrow(self.folder()).or_else(|_| Index::in_memory())?,
                None => Index::in_memory()?,
            };
            let done = self.read(|conn| index.follow(conn)).and_then(|()| run(&mut index));
            match done {
                Ok(value) => {
                    *place = Some(index);
                    return Ok(value);
                }
                // Only an index that is broken is made anew, not one for which there is no room just now.
                Err(error) if attempt && index.is_broken() => {
                    drop(error);
                    index.discard();
                }
                Err(error) => {
                    *place = Some(index);
                    return Err(error);
                }
            }
        }
        Err(StoreError::Damaged("the index of the evidence".into()))
    }
}
