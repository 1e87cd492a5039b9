//! One file that holds many and can be checked without Annexe: BagIt in ZIP64, or inside age.
//!
//! The file is a ZIP of stored entries under one folder, which is a bag as RFC 8493 has it: `bagit.txt`,
//! `bag-info.txt`, `README.txt`, the payload in `data/`, `manifest-sha256.txt` and `tagmanifest-sha256.txt`, in this
//! order. Whoever has `unzip` and `sha256sum -c manifest-sha256.txt` can check it. With a passphrase that ZIP is the
//! inside of an age file, which `age -d` opens; its plain bytes are never written anywhere.
//!
//! # Writing
//!
//! [`write`] puts the file beside its place under another name, syncs it, reads it back and verifies it whole, gives
//! it its name and syncs the folder. Whatever fails before leaves what stood there and nothing else; what a crash
//! leaves goes with the next that is written there, or by [`remove_unfinished`]. The same contents at the same
//! moment give the same bytes, unless they are sealed.
//!
//! # Reading
//!
//! A file is taken for hostile. Of each of its bytes there is one way to be: every header is compared with the one
//! that [`write`] would have written, every entry begins where the one before it ends, and what the headers do not
//! settle, the manifests do. Memory grows with the directory and the manifest as they stand in the file, and with
//! nothing that the file merely tells of.
//!
//! Whether it asks for a passphrase is told first ([`is_sealed`]). It is opened ([`Bag::open`]), its `bag-info.txt`
//! can be looked at, it is verified ([`Bag::verify`]), and only then can anything be taken out of it: all
//! ([`Bag::unpack`]) or one file ([`Bag::copy`]).

mod bag;
mod bagit;
mod contents;
mod digest;
mod directory;
mod error;
mod input;
mod name;
mod place;
mod progress;
mod seal;
mod unpack;
mod verify;
mod write;
mod zip;

pub use bag::{Bag, Unverified};
pub use contents::{Contents, Entry, ReadSeek, Source};
pub use digest::Digest;
pub use error::{BagError, ContentsError, Damage, FileError, Refusal, SealError, SourceError};
pub use name::NameError;
pub use place::{TEMPORARY, remove_unfinished};
pub use progress::Progress;
pub use seal::{Passphrase, Sealing, is_sealed};
pub use verify::{Held, Verified};
pub use write::{Written, write};
