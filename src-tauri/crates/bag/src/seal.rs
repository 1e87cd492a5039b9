//! The seal around a bag: an age file for one passphrase (scrypt, <https://c2sp.org/age>).

use std::io::{BufReader, Read, Seek as _, Write};
use std::path::Path;

use age::secrecy::{ExposeSecret as _, SecretString};
use age::stream::StreamWriter;
use age::{DecryptError, Decryptor, EncryptError, Encryptor, scrypt};

use crate::contents::ReadSeek;
use crate::error::{BagError, Damage, FileError, SealError};
use crate::input::{AT_ONCE, Input, fault, open_file};

/// The first line of an age file.
const FIRST: &str = "age-encryption.org/v1";
/// The header of an age file for one passphrase is shorter than this, in bytes.
const HEADER: u64 = 256;

/// The power of two that a passphrase is stretched by, as the `age` tool does: about a second and 256 MiB.
const USUAL: u8 = 18;
/// The highest that is accepted: about four seconds and 1 GiB.
const LIMIT: u8 = 20;

/// What opens a sealed file. It is wiped from memory after use and never shown.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// Takes a passphrase as it was typed.
    ///
    /// # Errors
    /// `Empty` where there is none.
    pub fn new(typed: impl Into<String>) -> Result<Self, SealError> {
        let secret = SecretString::from(typed.into());
        if secret.expose_secret().is_empty() { Err(SealError::Empty) } else { Ok(Self(secret)) }
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase")
    }
}

/// How a file is to be sealed.
#[derive(Clone, Debug)]
pub struct Sealing {
    passphrase: Passphrase,
    work: u8,
}

impl Sealing {
    /// Seals with a passphrase, at the usual work to try one.
    pub fn with(passphrase: Passphrase) -> Self {
        Self { passphrase, work: USUAL }
    }

    /// Sets the work to try a passphrase, as a power of two from 1 to 20; less than 18 is for tests.
    #[must_use]
    pub fn work(self, work: u8) -> Self {
        Self { work: work.clamp(1, LIMIT), ..self }
    }

    pub(crate) fn passphrase(&self) -> &Passphrase {
        &self.passphrase
    }

    /// Returns a writer that seals what it is given; it is to be finished.
    pub(crate) fn around<W: Write>(&self, path: &Path, out: W) -> Result<StreamWriter<W>, BagError> {
        let mut recipient = scrypt::Recipient::new(self.passphrase.0.clone());
        recipient.set_work_factor(self.work);
        let recipients = std::iter::once(&recipient as &dyn age::Recipient);
        let encryptor = Encryptor::with_recipients(recipients).map_err(|error| match error {
            EncryptError::Io(error) => FileError::writing(path, &error).into(),
            error => BagError::from(SealError::Failed(error.to_string())),
        })?;
        encryptor.wrap_output(out).map_err(|error| FileError::writing(path, &error).into())
    }
}

/// Says whether a file is sealed, so that a passphrase is asked for only where one is needed.
///
/// # Errors
/// What can't be read.
pub fn is_sealed(path: &Path) -> Result<bool, BagError> {
    let mut file = open_file(path)?;
    let first = beginning(&mut file).map_err(|error| fault(path, false, &error))?;
    Ok(header(&first).is_some())
}

/// Takes the seal away, where there is one.
///
/// # Errors
/// What the passphrase lacks; damage where the seal is not as it was made.
pub(crate) fn open(
    path: &Path,
    mut file: Box<dyn ReadSeek + Send>,
    passphrase: Option<&Passphrase>,
) -> Result<Input, BagError> {
    let first =
        file.rewind().and_then(|()| beginning(&mut file)).and_then(|first| file.rewind().map(|()| first));
    let first = first.map_err(|error| fault(path, false, &error))?;
    let Some(header) = header(&first) else {
        return Input::new(path, file, false);
    };
    check_header(header)?;
    let passphrase = passphrase.ok_or(SealError::PassphraseNeeded)?;
    let mut identity = scrypt::Identity::new(passphrase.0.clone());
    identity.set_max_work_factor(LIMIT);
    let unsealed = Decryptor::new(BufReader::with_capacity(AT_ONCE, file))
        .and_then(|decryptor| decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)))
        .map_err(|error| match error {
            DecryptError::Io(error) => fault(path, true, &error),
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
                SealError::WrongPassphrase.into()
            }
            _ => Damage::Sealed.into(),
        })?;
    Input::new(path, Box::new(unsealed), true)
}

fn beginning(file: &mut impl Read) -> std::io::Result<Vec<u8>> {
    let mut first = Vec::new();
    file.take(HEADER).read_to_end(&mut first)?;
    Ok(first)
}

/// Returns what follows the first line of an age file, and nothing where this is none.
fn header(first: &[u8]) -> Option<&[u8]> {
    first.strip_prefix(FIRST.as_bytes())?.strip_prefix(b"\n")
}

/// Checks the rest of a header before anything is computed or kept for it.
fn check_header(header: &[u8]) -> Result<(), BagError> {
    let mut lines = header.split(|&byte| byte == b'\n');
    let Some(stanza) = lines.next().and_then(|line| line.strip_prefix(b"-> ")) else {
        return Err(Damage::Sealed.into());
    };
    let Some(arguments) = stanza.strip_prefix(b"scrypt ") else {
        return Err(SealError::NotAPassphrase.into());
    };
    // A salt of 16 bytes and the work; a key of 32 bytes; the seal of the header, of 32 bytes: all in base64.
    let work = match arguments.split_at_checked(22) {
        Some((_, [b' ', work @ ..])) => {
            std::str::from_utf8(work).ok().and_then(|work| work.parse::<u8>().ok())
        }
        Some(_) | None => None,
    };
    let key = lines.next().is_some_and(|line| line.len() == 43);
    let seal = lines.next().and_then(|line| line.strip_prefix(b"--- ")).is_some_and(|line| line.len() == 43);
    match work {
        Some(asked) if asked > LIMIT => Err(SealError::TooMuchWork { asked, limit: LIMIT }.into()),
        Some(1..) if key && seal && lines.next().is_some() => Ok(()),
        Some(_) | None => Err(Damage::Sealed.into()),
    }
}
