//! How far long work has come.

use std::ops::ControlFlow;

/// How far long work has come. What it counts has been read; it is safe only when the work returns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files dealt with.
    pub files: u64,
    /// Files in all.
    pub files_total: u64,
    /// Bytes read.
    pub bytes: u64,
    /// Bytes in all, as far as the sizes of the files tell beforehand.
    pub bytes_total: u64,
}

/// The progress of one piece of work, and whether it was asked to stop.
pub(crate) struct Watch<'a> {
    ear: &'a mut dyn FnMut(Progress) -> ControlFlow<()>,
    so_far: Progress,
    stopped: bool,
}

impl<'a> Watch<'a> {
    pub(crate) fn new(
        ear: &'a mut dyn FnMut(Progress) -> ControlFlow<()>,
        files_total: u64,
        bytes_total: u64,
    ) -> Self {
        Self { ear, so_far: Progress { files_total, bytes_total, ..Progress::default() }, stopped: false }
    }

    /// Tells that more was done, and returns whether to go on.
    pub(crate) fn more(&mut self, files: u64, bytes: u64) -> ControlFlow<()> {
        if self.stopped {
            return ControlFlow::Break(());
        }
        self.so_far.files += files;
        self.so_far.bytes = self.so_far.bytes.saturating_add(bytes);
        self.stopped = (self.ear)(self.so_far).is_break();
        if self.stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped
    }
}
