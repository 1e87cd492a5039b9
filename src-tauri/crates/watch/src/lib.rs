//! What stands in a folder, and hints that it changed.
//!
//! **The watcher is a hint, the scan is the truth.** [`Watch`] says when to look; it may say so too often, and a
//! network share may never say so. [`scan`] says what is there. What a caller knew before and what a scan saw go
//! into [`compare`], and its [`Difference`] through [`Settling`], which holds back whatever still moves:
//!
//! ```no_run
//! use std::ops::ControlFlow;
//! use std::time::{Duration, Instant};
//! use annexe_watch::{Rules, Settling, compare, scan};
//!
//! # fn main() -> Result<(), annexe_watch::ScanError> {
//! let (root, rules) = (std::path::Path::new("/srv/quality"), Rules::new().leaving_out("/srv/quality/annexe"));
//! let (known, remembered) = (Vec::new(), None);
//! let (mut settling, clock) = (Settling::new(), Instant::now());
//! let began = clock.elapsed();
//! let scan = scan(root, &rules, remembered, &mut |_| ControlFlow::Continue(()))?;
//! let settled = settling.settle(compare(&known, &scan), began, clock.elapsed());
//! // Act on settled.difference; scan again after settled.look_again_in.
//! # let _: (annexe_watch::Difference, Option<Duration>) = (settled.difference, settled.look_again_in);
//! # Ok(())
//! # }
//! ```
//!
//! A root that cannot be looked through is a [`ScanError`]: then nothing is known, and nothing has vanished. A place
//! below it that cannot be read is a [`Problem`] in [`Scan::unreadable`], with its path; what was known there is
//! [`Difference::out_of_sight`].
//!
//! Nothing here changes a file, opens one, or remembers anything between runs: the caller keeps what is known.
//!
//! A scan looks into file systems that are mounted below the root, as companies' shares often are. Such a mount
//! that is away while the root is there reads as an empty folder; its files come back as they were known when it
//! does. The root itself is guarded against that by its [`RootIdentity`].

mod compare;
mod error;
mod path;
mod root;
mod scan;
mod seen;
mod settle;
mod shown;
mod skip;
#[cfg(target_os = "linux")]
mod volume;
mod watch;

pub use compare::{Difference, Moved, compare};
pub use error::ScanError;
pub use path::{RelativePath, RelativePathError};
pub use root::{RootIdentity, RootIdentityError};
pub use scan::{Leftover, LeftoverKind, Problem, Progress, Scan, Why, scan};
pub use seen::{FileIdentity, FileIdentityError, Seen, Stamp};
pub use settle::{STILL, Settled, Settling};
pub use skip::Rules;
pub use watch::{Hint, Mode, POLL_EVERY, Trouble, Watch, Watching};
