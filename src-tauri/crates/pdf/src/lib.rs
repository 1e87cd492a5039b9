//! Accessible, archival, reproducible documents.
//!
//! A [`Document`] says what is to be read; [`render`] sets it on A4 pages and returns a PDF that
//! conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3). The same document gives the
//! same bytes. The crate knows nothing of what its documents are about.

mod archive;
mod build;
mod check;
mod error;
mod fonts;
mod furniture;
mod layout;
mod lines;
mod model;
mod outline;
mod page;
mod render;
mod structure;
mod style;
mod tags;

pub use error::{PdfError, Warning};
pub use model::*;
pub use render::{Rendered, render};
