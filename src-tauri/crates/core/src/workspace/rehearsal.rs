//! Trying out what a new workspace would begin with.

use super::error::{StoreError, WriteError};
use super::founding::Foundation;
use super::{Stamp, Tx, Workspace, schema};

impl Workspace {
    /// Returns what a function says while it fills a new workspace that stands nowhere; nothing of it is kept.
    ///
    /// # Errors
    /// What the function says, or a [`WriteError`].
    pub fn rehearse<T, E: From<WriteError>>(
        foundation: &Foundation,
        stamp: &Stamp,
        fill: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = schema::expected().map_err(WriteError::from)?;
        let transaction = conn.transaction().map_err(StoreError::from).map_err(WriteError::from)?;
        let mut tx = Tx::begin(transaction, stamp);
        foundation.write(&mut tx, stamp).map_err(WriteError::from)?;
        fill(&mut tx)
    }
}
