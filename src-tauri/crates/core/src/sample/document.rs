//! The files of the sample's evidence.

use std::ops::ControlFlow;

use annexe_pdf::{About, Block, Document, Furniture, Heading, Running, Section};
use jiff::Timestamp;

use crate::evidence::FileName;

/// Returns the bytes of a file: a text as it stands, or, where its name says PDF, a document that is set of it.
pub(super) fn bytes(name: &FileName, text: &str, at: Timestamp) -> Vec<u8> {
    let text = text.trim_start();
    if !name.as_str().ends_with(".pdf") {
        return text.as_bytes().to_vec();
    }
    let rendered = annexe_pdf::render(&document(text, at), &mut |_| ControlFlow::Continue(()));
    // A text that can't be set is kept as it stands: it is evidence all the same.
    rendered.map_or_else(|_| text.as_bytes().to_vec(), |rendered| rendered.bytes)
}

/// Sets a document: the first line as its title, every other as a paragraph.
fn document(text: &str, at: Timestamp) -> Document {
    let (title, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut blocks = vec![Block::Heading(Heading { text: title.into(), level: 1, ..Heading::default() })];
    blocks.extend(rest.lines().map(|line| Block::Paragraph(line.into())));
    Document {
        about: About {
            title: title.into(),
            subject: String::new(),
            author: "Saltmarsh Claims Ltd".into(),
            language: "en-GB".into(),
            keywords: Vec::new(),
            created: at,
            creator: "Annexe".into(),
            producer: "Annexe".into(),
        },
        furniture: Furniture {
            head: Running::default(),
            foot: Running { left: "Saltmarsh Claims Ltd".into(), right: "{page} / {pages}".into() },
        },
        sections: vec![Section { blocks, ..Section::default() }],
        attachments: Vec::new(),
    }
}
