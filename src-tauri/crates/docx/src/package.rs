//! The file: its parts in a ZIP, always in the same order and with the same times.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use crate::model::Document;
use crate::{body, parts, styles};

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct DocxError(String);

/// Returns a document as a file of the type
/// `application/vnd.openxmlformats-officedocument.wordprocessingml.document`.
///
/// # Errors
/// [`DocxError`] where it is larger than a file of this kind can be.
pub fn write(document: &Document) -> Result<Vec<u8>, DocxError> {
    let (body, lists) = body::body(document);
    let parts = [
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::relationships()),
        ("docProps/core.xml", parts::core(&document.about)),
        ("docProps/app.xml", parts::app(&document.about)),
        ("word/document.xml", body),
        ("word/_rels/document.xml.rels", parts::document_relationships()),
        ("word/styles.xml", styles::styles(&document.about.language)),
        ("word/numbering.xml", styles::numbering(lists)),
        ("word/settings.xml", parts::settings(&document.about.language)),
        ("word/header1.xml", parts::header(&document.head)),
        ("word/footer1.xml", parts::footer(&document.foot)),
    ];
    let options =
        SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
    let failed = |error: &dyn std::fmt::Display| DocxError(error.to_string());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        zip.start_file(name, options).map_err(|error| failed(&error))?;
        zip.write_all(xml.as_bytes()).map_err(|error| failed(&error))?;
    }
    Ok(zip.finish().map_err(|error| failed(&error))?.into_inner())
}
