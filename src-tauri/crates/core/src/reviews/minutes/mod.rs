//! The minutes of a management review as an accessible PDF (clause 9.3.3): who was there, what was looked at and said,
//! what was decided. Before it is approved they say that they are a draft.

mod content;
mod export;
mod inputs;
mod pages;
#[cfg(test)]
mod tests;
mod words;

pub use export::{ExportMinutes, MinutesError, WrittenMinutes, export};
