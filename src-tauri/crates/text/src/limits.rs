//! How much is read of a file at most.

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
    /// Steps of drawing that the pages of a PDF may take.
    pub steps: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: 200 << 20, part: 64 << 20, parts: 256 << 20, characters: 1_000_000, steps: 20_000_000 }
    }
}
