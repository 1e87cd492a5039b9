//! A content-addressed store of files by their SHA-256.
//!
//! A vault is a folder. A file in it stands under the SHA-256 of its bytes, read-only, as
//! `ab/abcdef...` with 64 lowercase hexadecimal digits; whoever has `sha256sum` can check it. Names that people
//! gave to files never become paths here. The same bytes are kept once.
//!
//! # What is promised when
//!
//! - When [`Vault::add`] or [`Vault::add_many`] says that a file is [`Added`], its bytes are on the disk, they
//!   stand under its name, and the name is on the disk. In this order: a temporary file in `incoming`, its bytes
//!   synced, the file renamed, the folder synced. So at no moment, not even in a power cut, does a file stand
//!   under a name that its bytes do not have.
//! - Many files are added in batches of at most 1,000 files, or of 64 MiB and whatever the last file brings. The
//!   batch is synced as a whole, twice: before the renames and after. On Linux from 5.8, where the vault lies on
//!   ext4, XFS, Btrfs, F2FS or tmpfs, that is one `syncfs` each, which tells of every failed write; it waits for
//!   what other programs wrote to that disk as well. Elsewhere, and for up to 8 files, each file is synced by
//!   itself, and then each folder. Windows has no syncing of folders: its file system keeps names in order.
//! - The progress that is told counts what was read. It is no promise; the results are.
//! - A stop, an error or a crash leaves what earlier batches added. Of the batch in hand, files that were not
//!   renamed are removed, by [`Vault::recover`] after a crash; files that were renamed may stay, are whole, and
//!   go with [`Vault::remove_unreferenced`].
//! - A file that is in the vault already is read whole before it is relied on. Where it is damaged, it is replaced.
//! - A source is opened once. It is refused where its size or time changed, or where it gave more or fewer bytes
//!   than its size, while it was read. What happens to its path meanwhile does not matter.
//! - Nothing put into the vault's folder leads out of it: on Unix, folders and files are opened from the handle of
//!   the one above and never through a link. Windows lacks that; each part is looked at before it is used.
//!
//! # Memory
//!
//! Adding takes a few buffers of 1 MiB, and one for each core; it does not grow with a file's size.

mod add;
mod crew;
mod digest;
mod error;
mod folder;
#[cfg(test)]
mod model;
mod progress;
mod remove;
mod shown;
mod source;
#[cfg(test)]
mod testing;
mod vault;
mod verify;

pub use add::Added;
pub use digest::{Digest, DigestError};
pub use error::{AddError, VaultError};
pub use progress::Progress;
pub use remove::Removed;
pub use shown::{shown_name, shown_path};
pub use source::{Links, Source};
pub use vault::Vault;
pub use verify::{Condition, Fault, Report, Stray};
