//! How much is read of a file at most.

use std::time::Duration;

/// How much is read of a file at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file; a larger one is not read.
    pub file: u64,
    /// Bytes that a part of a document may unpack to; what is beyond is cut off.
    pub part: u64,
    /// Bytes that all parts of a document may unpack to.
    pub parts: u64,
    /// Characters that are returned; what is beyond is cut off.
    pub characters: usize,
    /// The time that reading a PDF may take; what was read until then is returned.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 200 << 20,
            part: 64 << 20,
            parts: 256 << 20,
            characters: 1_000_000,
            time: Duration::from_secs(30),
        }
    }
}
