//! A folder by its handle, so that nothing put in the place of a part of its path leads elsewhere.
//!
//! What is opened in it is what stands in it: a link in the place of a file or of a folder is an error.

#[cfg(any(test, not(unix)))]
mod portable;
#[cfg(test)]
mod tests;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub(crate) use portable::{Folder, begin_writing, is_link, is_special, open_file};
#[cfg(unix)]
pub(crate) use unix::{Folder, begin_writing, is_link, is_special, open_file};

/// What stands under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A link, a device, a pipe, a socket.
    Other,
}
