//! Drafts and controlled documents, against a real workspace.

mod controlled;
mod filling;
