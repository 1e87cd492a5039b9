//! Documents made for the tests.

use std::io::{Cursor, Write as _};
use std::ops::ControlFlow;

use annexe_pdf::{About, Block, Document, Furniture, Paragraph, Running, Section, Span};
use annexe_text::{Kind, kind_of};
use zip::write::SimpleFileOptions;

/// Returns a ZIP of parts.
pub(crate) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Returns a Word document with these parts, each given by what stands inside its root.
pub(crate) fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let whole: Vec<(&str, String)> = parts
        .iter()
        .map(|(name, body)| {
            let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
            (*name, format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"{space}\"><w:body>{body}</w:body></w:document>"))
        })
        .collect();
    package(&whole.iter().map(|(name, body)| (*name, body.as_bytes())).collect::<Vec<_>>())
}

/// Returns a workbook with these parts.
pub(crate) fn xlsx(parts: &[(&str, &str)]) -> Vec<u8> {
    package(&parts.iter().map(|(name, body)| (*name, body.as_bytes())).collect::<Vec<_>>())
}

/// Returns a PDF with a paragraph for each text.
pub(crate) fn pdf(texts: &[&str]) -> Vec<u8> {
    let blocks: Vec<Block> = texts.iter().map(|text| Paragraph::from(Span::plain(*text)).into()).collect();
    let nothing = || Running { left: String::new(), right: String::new() };
    let document = Document {
        about: About {
            title: "Specimen".into(),
            subject: "Words".into(),
            author: "Annexe".into(),
            language: "en-GB".into(),
            keywords: vec![],
            created: "2026-10-12T09:41:00Z".parse().unwrap(),
            creator: "Annexe".into(),
            producer: "Annexe".into(),
        },
        furniture: Furniture { head: nothing(), foot: nothing() },
        sections: vec![Section::portrait(blocks)],
        attachments: vec![],
    };
    annexe_pdf::render(&document, &mut |_| ControlFlow::Continue(())).unwrap().bytes
}

/// Returns the kind of a Word document.
pub(crate) fn word() -> Kind {
    kind_of("a.docx", b"PK\x03\x04")
}

/// Returns the kind of an Excel workbook.
pub(crate) fn excel() -> Kind {
    kind_of("a.xlsx", b"PK\x03\x04")
}

/// Returns the kind of a PDF document.
pub(crate) fn page() -> Kind {
    kind_of("a.pdf", b"%PDF-1.7")
}

/// Returns the kind of a text file with this extension.
pub(crate) fn plain(extension: &str) -> Kind {
    kind_of(&format!("a.{extension}"), b"text")
}
