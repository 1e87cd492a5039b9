//! How much may still be done for a document.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;

use crate::limits::Limits;

/// How much may still be done for a document, counted in bytes that are gone through.
pub(super) struct Budget {
    halt: Arc<AtomicBool>,
    /// Bytes that one stream may unpack to.
    pub(super) part: u64,
    /// Bytes that all streams that are kept may unpack to.
    pub(super) kept: u64,
    /// Bytes of drawing instructions that may be gone through, the same ones as often as they are used.
    drawn: u64,
    /// Bytes that fonts may take.
    fonts: u64,
    /// Characters of one page.
    pub(super) characters: usize,
}

impl Budget {
    pub(super) fn new(limits: &Limits, halt: Arc<AtomicBool>) -> Self {
        Self {
            halt,
            part: limits.part,
            kept: limits.parts,
            drawn: limits.parts,
            fonts: limits.parts / 4,
            characters: limits.characters,
        }
    }

    /// Returns whether reading shall end, because of the budget or because nobody waits any more.
    pub(super) fn is_spent(&self) -> bool {
        self.drawn == 0 || self.halt.load(Relaxed)
    }

    /// Takes what going through so many bytes of instructions costs; returns whether that was left.
    pub(super) fn draw(&mut self, bytes: usize) -> bool {
        // Looking up what is drawn costs something, even where it holds nothing.
        let (left, room) = taken(self.drawn, bytes as u64 + 256);
        self.drawn = left;
        room && !self.halt.load(Relaxed)
    }

    /// Takes what a font costs; returns whether that was left.
    pub(super) fn font(&mut self, bytes: u64) -> bool {
        let (left, room) = taken(self.fonts, bytes.saturating_add(1_024));
        self.fonts = left;
        room
    }
}

fn taken(left: u64, cost: u64) -> (u64, bool) {
    match left.checked_sub(cost) {
        Some(rest) => (rest, true),
        None => (0, false),
    }
}
