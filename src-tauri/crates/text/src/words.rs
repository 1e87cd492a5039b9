//! The words inside a file, whatever it is.

use std::io::{Read, Seek, SeekFrom};

use crate::error::TextError;
use crate::kind::{Category, Kind};
use crate::limits::Limits;
use crate::tidy::Collector;
use crate::{docx, pdf, plain, xlsx};

/// The words of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// The words, composed (NFC), with single spaces and line breaks between them.
    pub text: String,
    /// Whether that is all of them.
    pub complete: bool,
}

/// What a file is read from.
pub(crate) trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

/// Returns the words inside a file of a kind: PDF, DOCX, XLSX, Markdown, CSV and plain text.
///
/// What is beyond the limits is cut off, which [`Words::complete`] says. `stop` is asked now and then whether to stop.
/// Whatever the bytes are, it neither panics nor takes more memory than the file and a few times `limits.part`.
///
/// # Errors
/// [`TextError::Sealed`] where a password is needed, also where a PDF only limits what may be done with it;
/// [`TextError::Damaged`], [`TextError::TooLarge`] beyond `limits.file` (not for plain text, which is cut),
/// [`TextError::NoWords`] for kinds without [`Kind::has_words`], [`TextError::Stopped`], [`TextError::Unreadable`].
pub fn words(
    file: &mut (impl Read + Seek),
    kind: &Kind,
    limits: &Limits,
    stop: &dyn Fn() -> bool,
) -> Result<Words, TextError> {
    let size = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(0))?;
    let mut words = Collector::new(limits.characters);
    let whole = match kind.category() {
        Category::Text | Category::Markdown | Category::Csv => plain::read(file, limits, stop, &mut words)?,
        _ if size > limits.file => return Err(TextError::TooLarge(limits.file)),
        Category::Pdf => pdf::read(file, limits, stop, &mut words)?,
        Category::Docx => docx::read(file, limits, stop, &mut words)?,
        Category::Xlsx => xlsx::read(file, limits, stop, &mut words)?,
        _ => return Err(TextError::NoWords),
    };
    let (text, complete) = words.finish();
    Ok(Words { text, complete: complete && whole })
}
