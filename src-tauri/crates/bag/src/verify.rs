//! Reading a bag whole, and comparing every byte with what the manifest tells.

use crate::bag::{Bag, Unverified, text};
use crate::bagit::{self, MANIFEST, PAYLOAD};
use crate::digest::Digest;
use crate::directory::Directory;
use crate::error::{BagError, Damage, Refusal};
use crate::name::LONGEST;
use crate::progress::{Ear, Meter, Progress};

/// The longest line of a manifest, in bytes.
const LINE: u64 = 64 + 2 + LONGEST as u64 + 1;

/// What is known of a bag that was verified.
pub struct Verified {
    /// The digests of the payload, in the order of the directory.
    pub(crate) digests: Vec<Digest>,
}

/// A file that a verified bag holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held<'a> {
    /// Its name within `data/`.
    pub name: &'a str,
    /// Its size in bytes.
    pub size: u64,
    /// The SHA-256 of its bytes.
    pub digest: Digest,
}

impl Bag<Unverified> {
    /// Reads every byte and compares it with what the manifest tells.
    ///
    /// A payload whose names (within `data/`) are not all allowed is refused before it is read.
    ///
    /// # Errors
    /// What is refused or damaged, by name; `Stopped`.
    pub fn verify(
        mut self,
        allowed: &dyn Fn(&str) -> bool,
        progress: &mut dyn FnMut(Progress) -> std::ops::ControlFlow<()>,
    ) -> Result<Bag<Verified>, BagError> {
        let directory = &self.directory;
        if let Some(slot) = directory.payload().iter().find(|slot| !allowed(slot.payload_name())) {
            return Err(Refusal::Unexpected(slot.name().to_owned()).into());
        }
        let found = bagit::oxum(directory.payload_size(), directory.payload().len());
        if found != self.state.oxum {
            return Err(Damage::Oxum { told: self.state.oxum.clone(), found }.into());
        }
        let digests = self.manifest()?;
        self.compare(&digests, progress)?;
        let Self { input, directory, info, .. } = self;
        Ok(Bag { input, directory, info, state: Verified { digests } })
    }

    /// Returns the digests that the manifest tells of, one for each file of the payload in its order.
    fn manifest(&mut self) -> Result<Vec<Digest>, BagError> {
        let Self { input, directory, state, .. } = self;
        let Some((_, slot)) = directory.after().find(|(file, _)| *file == MANIFEST) else {
            return Err(Refusal::Missing(MANIFEST).into());
        };
        // A manifest may tell of files that are gone, which is to be said by name.
        let longest = (directory.payload().len() as u64 + 1_000) * LINE;
        let (manifest, passed) = text(input, directory, MANIFEST, slot, longest)?;
        if passed.digest != state.manifest {
            return Err(Damage::Bytes(MANIFEST.to_owned()).into());
        }
        compare_names(directory, &manifest)
    }

    fn compare(&mut self, digests: &[Digest], progress: Ear<'_>) -> Result<(), BagError> {
        let Self { input, directory, .. } = self;
        let mut meter = Meter::new(progress, directory.payload_size());
        meter.more(0)?;
        let Some(first) = directory.payload().first() else { return Ok(()) };
        let mut stream = input.from(first.offset)?;
        for (slot, digest) in directory.payload().iter().zip(digests) {
            let passed =
                stream.entry(&directory.record(slot), &mut |bytes| meter.more(bytes.len() as u64))?;
            if passed.digest != *digest {
                return Err(Damage::Bytes(slot.name().to_owned()).into());
            }
        }
        Ok(())
    }
}

/// Walks through the manifest and the payload, both in the order of names.
fn compare_names(directory: &Directory, manifest: &[u8]) -> Result<Vec<Digest>, BagError> {
    let mut digests = Vec::with_capacity(directory.payload().len());
    let mut slots = directory.payload().iter().peekable();
    let mut before = "";
    for (index, line) in bagit::lines(MANIFEST, manifest).enumerate() {
        let (digest, name) = line?;
        if name <= before || !name.starts_with(PAYLOAD) {
            return Err(Refusal::Line { file: MANIFEST, line: index + 1 }.into());
        }
        before = name;
        match slots.peek() {
            Some(slot) if slot.name() == name => digests.push(digest),
            Some(slot) if slot.name() < name => {
                return Err(Damage::NotListed(slot.name().to_owned()).into());
            }
            Some(_) | None => return Err(Damage::NotThere(crate::name::shown(name.as_bytes())).into()),
        }
        slots.next();
    }
    match slots.next() {
        Some(slot) => Err(Damage::NotListed(slot.name().to_owned()).into()),
        None => Ok(digests),
    }
}

impl Bag<Verified> {
    /// Returns the files of the payload, by name.
    pub fn held(&self) -> impl Iterator<Item = Held<'_>> {
        let slots = self.directory.payload().iter();
        slots.zip(&self.state.digests).map(|(slot, digest)| Held {
            name: slot.payload_name(),
            size: slot.size,
            digest: *digest,
        })
    }
}
