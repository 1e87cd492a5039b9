//! What a file is, and the words inside it.
//!
//! Both the name and the bytes come from outside and may lie. [`kind_of`] distrusts both; [`words()`] and
//! [`text_preview`] bound what they read, what they unpack and what they return, whatever a file claims.

mod docx;
mod error;
mod kind;
mod limits;
mod package;
mod pdf;
mod plain;
mod tidy;
mod words;
mod xlsx;

pub use error::TextError;
pub use kind::{Category, HEAD, Kind, Preview, kind_of};
pub use limits::Limits;
pub use plain::text_preview;
pub use words::{Words, words};
