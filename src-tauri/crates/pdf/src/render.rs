//! From a document to the bytes of a file.

use std::ops::ControlFlow;

use printpdf::{FontId, PdfDocument, PdfPage, PdfSaveOptions, Pt};

use crate::archive;
use crate::check::check;
use crate::error::{PdfError, Warning};
use crate::furniture;
use crate::layout::Flow;
use crate::model::Document;
use crate::outline;
use crate::structure;

/// A document as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What its readers should know.
    pub warnings: Vec<Warning>,
}

/// Sets a document on pages and returns it as a PDF (PDF/UA-1 and PDF/A-3a).
///
/// `progress` hears how many pages are done each time another begins, and may stop the work.
///
/// # Errors
/// `Stopped` where `progress` breaks off; `Empty`, `TooManyCells`, `DeadLink`, `DoubleAnchor` and
/// `Language` where the document contradicts itself.
pub fn render(
    document: &Document,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<Rendered, PdfError> {
    check(document)?;
    let mut flow = Flow::run(document, &mut *progress)?;
    furniture::write(&mut flow, &document.furniture);
    let warnings = std::mem::take(&mut flow.warnings);
    let pages = flow.pages.len();
    let mut file = pages_of(&mut flow)?;
    let page_ids: Vec<_> = file.get_pages().into_values().collect();
    archive::settle(&mut file, &page_ids);
    structure::write(&mut file, &page_ids, &flow)?;
    outline::write(&mut file, &page_ids, &flow);
    drop(flow);
    archive::describe(&mut file, document)?;
    if progress(pages).is_break() {
        return Err(PdfError::Stopped);
    }
    Ok(Rendered { bytes: archive::save(file)?, pages, warnings })
}

/// Hands the pages and their fonts to printpdf, and takes them back as objects of the file.
fn pages_of(flow: &mut Flow<'_>) -> Result<lopdf::Document, PdfError> {
    let mut pdf = PdfDocument::new("");
    for (face, font) in flow.fonts.subsets()? {
        pdf.resources.fonts.map.insert(FontId(face.resource().to_owned()), font);
    }
    for page in &mut flow.pages {
        let (width, height) = (Pt(page.format.width), Pt(page.format.height));
        let ops = std::mem::take(&mut page.ops);
        pdf.pages.push(PdfPage::new(width.into(), height.into(), ops));
    }
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    Ok(pdf.to_lopdf_document(&options, &mut Vec::new()))
}
