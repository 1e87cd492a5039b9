//! Whether a document makes sense, before any of it is set.

use std::collections::HashSet;

use crate::error::PdfError;
use crate::model::{Block, Document, Link, Paragraph, Table};

/// Checks that links lead somewhere, languages are languages and rows fit their tables.
pub(crate) fn check(document: &Document) -> Result<(), PdfError> {
    if document.sections.is_empty() {
        return Err(PdfError::Empty);
    }
    language(&document.about.language)?;
    let mut found = Found::default();
    for section in &document.sections {
        found.blocks(&section.blocks)?;
    }
    match found.links.iter().find(|name| !found.anchors.contains(*name)) {
        Some(name) => Err(PdfError::DeadLink { anchor: (*name).to_owned() }),
        None => Ok(()),
    }
}

/// Checks the shape of a BCP 47 tag: parts of one to eight letters and digits.
fn language(tag: &str) -> Result<(), PdfError> {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let fits = |part: &str, least: usize| {
        (least..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let well_formed = fits(primary, 2)
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| fits(part, 1));
    if well_formed { Ok(()) } else { Err(PdfError::Language { tag: tag.to_owned() }) }
}

#[derive(Default)]
struct Found<'a> {
    anchors: HashSet<&'a str>,
    links: Vec<&'a str>,
}

impl<'a> Found<'a> {
    fn blocks(&mut self, blocks: &'a [Block]) -> Result<(), PdfError> {
        for block in blocks {
            match block {
                Block::Cover(cover) => {
                    self.paragraphs(&cover.lead)?;
                    for fact in &cover.facts {
                        self.paragraphs(&fact.value)?;
                    }
                }
                Block::Heading(heading) => self.anchor(heading.anchor.as_deref())?,
                Block::Paragraph(paragraph) => self.paragraph(paragraph)?,
                Block::List(list) => {
                    for item in &list.items {
                        self.paragraphs(item)?;
                    }
                }
                Block::Facts(facts) => {
                    for fact in facts {
                        self.paragraphs(&fact.value)?;
                    }
                }
                Block::Table(table) => self.table(table)?,
                Block::Together(blocks) => self.blocks(blocks)?,
                Block::Chart(_) | Block::Contents(_) | Block::Space(_) | Block::PageBreak => {}
            }
        }
        Ok(())
    }

    fn table(&mut self, table: &'a Table) -> Result<(), PdfError> {
        for (index, row) in table.rows.iter().enumerate() {
            let (cells, columns) = (row.cells.len(), table.columns.len());
            if cells > columns {
                return Err(PdfError::TooManyCells { row: index + 1, cells, columns });
            }
            self.anchor(row.anchor.as_deref())?;
            for cell in &row.cells {
                self.paragraphs(&cell.paragraphs)?;
            }
        }
        Ok(())
    }

    fn paragraphs(&mut self, paragraphs: &'a [Paragraph]) -> Result<(), PdfError> {
        paragraphs.iter().try_for_each(|paragraph| self.paragraph(paragraph))
    }

    fn paragraph(&mut self, paragraph: &'a Paragraph) -> Result<(), PdfError> {
        for span in &paragraph.spans {
            if let Some(tag) = &span.language {
                language(tag)?;
            }
            if let Some(Link::Anchor(name)) = &span.link {
                self.links.push(name);
            }
        }
        Ok(())
    }

    fn anchor(&mut self, name: Option<&'a str>) -> Result<(), PdfError> {
        match name {
            Some(name) if !self.anchors.insert(name) => {
                Err(PdfError::DoubleAnchor { anchor: name.to_owned() })
            }
            _ => Ok(()),
        }
    }
}
