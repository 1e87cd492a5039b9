//! The SHA-256 of bytes, as the manifests write it.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// The SHA-256 of some bytes; 64 lowercase hexadecimal digits where it is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Returns the digest of bytes in memory.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Returns the 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Returns the digest that 64 lowercase hexadecimal digits write, and nothing for any other text.
    pub(crate) fn from_hex(text: &[u8]) -> Option<Self> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let mut bytes = [0; 32];
        if text.len() != 64 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Self(bytes))
    }
}

impl From<[u8; 32]> for Digest {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What is learnt of bytes that pass by: how many, their SHA-256, and the CRC-32 that ZIP asks for.
pub(crate) struct Passing {
    sha256: Sha256,
    crc32: crc32fast::Hasher,
    size: u64,
}

/// What was learnt of bytes that passed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Passed {
    pub(crate) digest: Digest,
    pub(crate) crc: u32,
    pub(crate) size: u64,
}

impl Passing {
    pub(crate) fn new() -> Self {
        Self { sha256: Sha256::new(), crc32: crc32fast::Hasher::new(), size: 0 }
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        self.crc32.update(bytes);
        self.size += bytes.len() as u64;
    }

    pub(crate) fn finish(self) -> Passed {
        Passed { digest: Digest(self.sha256.finalize().into()), crc: self.crc32.finalize(), size: self.size }
    }

    pub(crate) fn of(bytes: &[u8]) -> Passed {
        let mut passing = Self::new();
        passing.update(bytes);
        passing.finish()
    }
}
