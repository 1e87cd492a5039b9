//! The SHA-256 of a file's bytes, which is its name in the vault.

use std::fmt;
use std::io::{self, Read};
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The SHA-256 of some bytes; 64 lowercase hexadecimal digits where it is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Digest([u8; 32]);

/// Why a text is no digest.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DigestError {
    /// It is shorter or longer.
    #[error("A digest has 64 hexadecimal digits; this text has {0} characters")]
    Length(usize),
    /// It holds another character than the digits 0 to 9 and the lowercase letters a to f.
    #[error("A digest has the digits 0 to 9 and a to f alone; found {} at position {position}", .character.escape_debug())]
    NotADigit {
        /// The character.
        character: char,
        /// Where it stands, in characters from 1.
        position: usize,
    },
}

impl Digest {
    /// Returns the digest of bytes in memory.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads to the end and returns the digest of what was read, and how many bytes that was.
    ///
    /// # Errors
    /// What reading says.
    pub fn of_reader(mut reader: impl Read) -> io::Result<(Self, u64)> {
        let mut hasher = Hasher::new();
        let mut buffer = vec![0; 256 * 1024];
        loop {
            match reader.read(&mut buffer) {
                Ok(0) => return Ok(hasher.finish()),
                Ok(n) => hasher.update(&buffer[..n]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Returns the 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Returns the name of the folder it is kept in: its first two digits.
    pub(crate) fn shelf(&self) -> String {
        format!("{:02x}", self.0[0])
    }
}

/// A digest in the making, which counts the bytes.
pub(crate) struct Hasher {
    hash: Sha256,
    bytes: u64,
}

impl Hasher {
    pub(crate) fn new() -> Self {
        Self { hash: Sha256::new(), bytes: 0 }
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
        self.bytes += bytes.len() as u64;
    }

    pub(crate) fn finish(self) -> (Digest, u64) {
        (Digest(self.hash.finalize().into()), self.bytes)
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

impl FromStr for Digest {
    type Err = DigestError;

    fn from_str(text: &str) -> Result<Self, DigestError> {
        let mut bytes = [0; 32];
        for (index, character) in text.chars().enumerate() {
            let digit = match character {
                '0'..='9' => character as u8 - b'0',
                'a'..='f' => character as u8 - b'a' + 10,
                _ => return Err(DigestError::NotADigit { character, position: index + 1 }),
            };
            let Some(byte) = bytes.get_mut(index / 2) else { break };
            *byte = *byte << 4 | digit;
        }
        match text.chars().count() {
            64 => Ok(Self(bytes)),
            length => Err(DigestError::Length(length)),
        }
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = DigestError;

    fn try_from(text: String) -> Result<Self, DigestError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    // FIPS 180-4's own example.
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn it_is_the_published_function() {
        assert_eq!(Digest::of(b"abc").to_string(), ABC);
        assert_eq!(Digest::of_reader(&b"abc"[..]).unwrap(), (Digest::of(b"abc"), 3));
        assert_eq!(Digest::of(b"abc").shelf(), "ba");
    }

    #[test]
    fn what_is_no_digest_says_what_was_expected() {
        let why = |text: &str| text.parse::<Digest>().unwrap_err().to_string();
        assert_eq!(why(""), "A digest has 64 hexadecimal digits; this text has 0 characters");
        assert_eq!(why(&ABC[1..]), "A digest has 64 hexadecimal digits; this text has 63 characters");
        assert_eq!(
            why(&format!("{ABC}0")),
            "A digest has 64 hexadecimal digits; this text has 65 characters"
        );
        assert_eq!(
            why(&ABC.to_uppercase()),
            "A digest has the digits 0 to 9 and a to f alone; found B at position 1"
        );
        assert_eq!(why("ab/.."), "A digest has the digits 0 to 9 and a to f alone; found / at position 3");
    }

    proptest! {
        #[test]
        fn it_is_written_and_read_again(bytes: [u8; 32]) {
            let digest = Digest::from(bytes);
            prop_assert_eq!(digest.to_string().parse::<Digest>().unwrap(), digest);
            let json = serde_json::to_string(&digest).unwrap();
            prop_assert_eq!(&json, &format!("\"{digest}\""));
            prop_assert_eq!(serde_json::from_str::<Digest>(&json).unwrap(), digest);
            prop_assert_eq!(digest.as_bytes(), &bytes);
        }

        #[test]
        fn no_text_makes_it_panic(text: String) {
            let _ = text.parse::<Digest>();
        }
    }
}
