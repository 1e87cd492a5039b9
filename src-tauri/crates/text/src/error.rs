//! Why a file gives no words.

use std::io;

/// Why a file gives no words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// It can't be opened without a password.
    #[error("The file is protected with a password")]
    Sealed,
    /// It is not what it seems to be, or it is broken.
    #[error("The file is damaged, or it is not what its name says")]
    Damaged,
    /// It is larger than what is read, in bytes.
    #[error("The file is larger than {0} bytes")]
    TooLarge(u64),
    /// Its form is one that holds no words, or none that can be read here.
    #[error("No words can be read from such a file")]
    NoWords,
    /// Whoever asked no longer wants to know.
    #[error("Reading was stopped")]
    Stopped,
    /// The system could not read it.
    #[error("The file could not be read ({0})")]
    Unreadable(String),
}

impl From<io::Error> for TextError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => {
                Self::Damaged
            }
            _ => Self::Unreadable(error.to_string()),
        }
    }
}
