//! What can go wrong, and what is worth saying though it went right.

/// Why a document could not be rendered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PdfError {
    /// The caller asked to stop.
    #[error("the document was stopped before it was complete")]
    Stopped,
    /// There is nothing to put on a page.
    #[error("the document has no sections")]
    Empty,
    /// A row holds more cells than its table has columns.
    #[error("row {row} of a table has more cells ({cells}) than the table has columns ({columns})")]
    TooManyCells {
        /// The row, counted from 1.
        row: usize,
        /// Its cells.
        cells: usize,
        /// The table's columns.
        columns: usize,
    },
    /// A link leads to an anchor that no heading and no row has.
    #[error("a link leads to “{anchor}”, which is nowhere in the document")]
    DeadLink {
        /// The missing anchor.
        anchor: String,
    },
    /// Two places have the same anchor.
    #[error("two places have the anchor “{anchor}”")]
    DoubleAnchor {
        /// The anchor.
        anchor: String,
    },
    /// A language is no BCP 47 tag.
    #[error("“{tag}” is not a language tag such as en-GB")]
    Language {
        /// The tag.
        tag: String,
    },
    /// One of the built-in fonts could not be used.
    #[error("the font {face} could not be read: {reason}")]
    Font {
        /// The face's name.
        face: &'static str,
        /// What its reader said.
        reason: String,
    },
    /// The file could not be put together.
    #[error("the file could not be written")]
    Write(#[from] std::io::Error),
}

/// Something the reader of the document should know.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// Characters that no built-in font has; each is shown as its code in brackets.
    MissingCharacters {
        /// The characters, in order and once each.
        characters: Vec<char>,
        /// Where they stand: the heading, and the table's row.
        place: String,
    },
}
