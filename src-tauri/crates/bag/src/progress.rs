//! How far long work has come.

use std::ops::ControlFlow;

use crate::error::BagError;

/// How far long work has come, in bytes of work: a byte that is read twice counts twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes dealt with.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
}

/// Who is told of progress, and may ask to stop.
pub(crate) type Ear<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// The progress of one piece of work.
pub(crate) struct Meter<'a> {
    ear: Ear<'a>,
    so_far: Progress,
}

impl<'a> Meter<'a> {
    pub(crate) fn new(ear: Ear<'a>, total: u64) -> Self {
        Self { ear, so_far: Progress { done: 0, total } }
    }

    /// Tells that more bytes are dealt with.
    ///
    /// # Errors
    /// `Stopped` where the ear asks for it.
    pub(crate) fn more(&mut self, bytes: u64) -> Result<(), BagError> {
        self.so_far.done = self.so_far.done.saturating_add(bytes).min(self.so_far.total);
        if (self.ear)(self.so_far).is_break() { Err(BagError::Stopped) } else { Ok(()) }
    }
}
