//! Documents that word processors open (ISO/IEC 29500), reproducible to the byte.
//!
//! A [`Document`] says what is to be read; [`write()`] returns the file. Headings, lists and tables are real ones, with
//! styles that a company can change in one place. The same document gives the same bytes. The crate knows nothing
//! of what its documents are about.

mod body;
mod model;
mod package;
mod parts;
mod styles;
#[cfg(test)]
mod tests;
mod xml;

pub use model::*;
pub use package::{DocxError, write};
