//! A bag as it is read: opened, then verified.

use std::io::{Read, Seek};
use std::path::Path;

use crate::bagit::{self, BEFORE, DECLARATION, DECLARED, INFO, LONGEST_TAG, MANIFEST, TAG_MANIFEST};
use crate::contents::ReadSeek;
use crate::digest::{Digest, Passed};
use crate::directory::{Directory, Slot};
use crate::error::{BagError, Damage, Refusal};
use crate::input::{Input, open_file};
use crate::seal::{self, Passphrase};

/// A bag. Nothing can be taken out of it before it is verified.
pub struct Bag<State> {
    pub(crate) input: Input,
    pub(crate) directory: Directory,
    pub(crate) info: Vec<(String, String)>,
    pub(crate) state: State,
}

/// What is known of a bag that was opened: the files that describe it fit each other.
pub struct Unverified {
    /// The digest of the manifest.
    pub(crate) manifest: Digest,
    /// How many bytes and files the payload is said to have.
    pub(crate) oxum: String,
}

impl Bag<Unverified> {
    /// Opens a file and reads what it tells of itself. The payload is not looked at.
    ///
    /// # Errors
    /// `PassphraseNeeded` and `WrongPassphrase` where it is sealed; what is refused or damaged.
    pub fn open(path: &Path, passphrase: Option<&Passphrase>) -> Result<Self, BagError> {
        Self::read(path, open_file(path)?, passphrase)
    }

    /// Opens what can be read and sought in; the path is for messages alone.
    ///
    /// # Errors
    /// As [`Bag::open`].
    pub fn read(
        path: &Path,
        reader: impl Read + Seek + Send + 'static,
        passphrase: Option<&Passphrase>,
    ) -> Result<Self, BagError> {
        let reader: Box<dyn ReadSeek + Send> = Box::new(reader);
        let mut input = seal::open(path, reader, passphrase)?;
        let directory = Directory::read(&mut input)?;

        let mut texts: Vec<(&'static str, Vec<u8>, Digest)> = Vec::new();
        for (file, slot) in
            directory.before().chain(directory.after().filter(|(file, _)| *file == TAG_MANIFEST))
        {
            let (text, passed) = text(&mut input, &directory, file, slot, LONGEST_TAG)?;
            texts.push((file, text, passed.digest));
        }
        let text_of = |file| {
            let found = texts.iter().find(|(name, _, _)| *name == file);
            found.map(|(_, text, _)| text.as_slice()).ok_or(Refusal::Missing(file))
        };
        let told = tag_digests(text_of(TAG_MANIFEST)?)?;
        for ((file, _, digest), (_, told)) in texts.iter().zip(&told).take(BEFORE.len()) {
            if digest != told {
                return Err(Damage::Bytes((*file).to_owned()).into());
            }
        }
        let Some(&(_, manifest)) = told.last() else { return Err(Refusal::Missing(MANIFEST).into()) };
        if text_of(DECLARATION)? != DECLARED.as_bytes() {
            return Err(Refusal::Version.into());
        }
        let (info, oxum) = bagit::read_info(text_of(INFO)?)?;
        Ok(Self { input, directory, info, state: Unverified { manifest, oxum } })
    }
}

impl<State> Bag<State> {
    /// Returns the pairs of `bag-info.txt`, in their order.
    pub fn info(&self) -> &[(String, String)] {
        &self.info
    }

    /// Returns what `bag-info.txt` first tells under a label.
    pub fn told(&self, label: &str) -> Option<&str> {
        self.info.iter().find(|(told, _)| told == label).map(|(_, value)| value.as_str())
    }

    /// Returns the name of the one folder that all of it stands in.
    pub fn folder(&self) -> &str {
        &self.directory.folder
    }

    /// Returns how many bytes the payload has; before the bag is verified, as it tells.
    pub fn payload_size(&self) -> u64 {
        self.directory.payload_size()
    }

    /// Returns how many files the payload has.
    pub fn payload_files(&self) -> usize {
        self.directory.payload().len()
    }

    /// Returns whether it was sealed with a passphrase.
    pub fn is_sealed(&self) -> bool {
        self.input.is_sealed()
    }
}

/// Reads a file that describes the bag.
pub(crate) fn text(
    input: &mut Input,
    directory: &Directory,
    file: &'static str,
    slot: &Slot,
    longest: u64,
) -> Result<(Vec<u8>, Passed), BagError> {
    if slot.size > longest {
        return Err(Refusal::TooLong(file).into());
    }
    let mut text = Vec::new();
    let passed = input.from(slot.offset)?.entry(&directory.record(slot), &mut |bytes| {
        text.extend_from_slice(bytes);
        Ok(())
    })?;
    Ok((text, passed))
}

/// Returns the digests of the files that describe the bag: those before the payload, and the manifest.
fn tag_digests(text: &[u8]) -> Result<Vec<(&str, Digest)>, Refusal> {
    let refused = |line| Refusal::Line { file: TAG_MANIFEST, line };
    let mut told = Vec::new();
    let mut lines = bagit::lines(TAG_MANIFEST, text);
    for (index, file) in BEFORE.into_iter().chain([MANIFEST]).enumerate() {
        match lines.next().transpose()? {
            Some((digest, name)) if name == file => told.push((name, digest)),
            Some(_) | None => return Err(refused(index + 1)),
        }
    }
    if lines.next().is_some() { Err(refused(told.len() + 1)) } else { Ok(told) }
}
