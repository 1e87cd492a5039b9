//! Short ways to write the model down.

use crate::model::{Block, Cell, Column, Fact, Heading, Link, Paragraph, Row, Section, Span};

impl Span {
    /// Returns plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Sets it in the bold face.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// Sets it in the italic face.
    #[must_use]
    pub fn italic(mut self) -> Self {
        self.italic = true;
        self
    }

    /// Gives it the quieter colour.
    #[must_use]
    pub fn muted(mut self) -> Self {
        self.muted = true;
        self
    }

    /// Makes it a size smaller.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Says in which language it is, as a BCP 47 tag.
    #[must_use]
    pub fn language(mut self, tag: impl Into<String>) -> Self {
        self.language = Some(tag.into());
        self
    }

    /// Makes it lead somewhere.
    #[must_use]
    pub fn link(mut self, link: Link) -> Self {
        self.link = Some(link);
        self
    }
}

impl Paragraph {
    /// Returns a paragraph of these pieces.
    pub fn new(spans: impl IntoIterator<Item = Span>) -> Self {
        Self { spans: spans.into_iter().collect() }
    }
}

impl Heading {
    /// Returns a heading that the contents list, without an anchor of its own.
    pub fn new(level: u8, text: impl Into<String>) -> Self {
        Self { level, text: text.into(), anchor: None, in_contents: true }
    }

    /// Names it, so that links reach it.
    #[must_use]
    pub fn anchor(mut self, name: impl Into<String>) -> Self {
        self.anchor = Some(name.into());
        self
    }

    /// Keeps it out of the contents and the bookmarks.
    #[must_use]
    pub fn unlisted(mut self) -> Self {
        self.in_contents = false;
        self
    }
}

impl Fact {
    /// Returns a label with one paragraph as its value.
    pub fn new(label: impl Into<String>, value: impl Into<Paragraph>) -> Self {
        Self { label: label.into(), value: vec![value.into()] }
    }
}

impl Column {
    /// Returns a column; the width is in proportion to the others'.
    pub fn new(head: impl Into<String>, width: f32) -> Self {
        Self { head: head.into(), width }
    }
}

impl Row {
    /// Returns a row of these cells.
    pub fn new(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { cells: cells.into_iter().collect(), ..Self::default() }
    }

    /// Puts it on a tinted ground.
    #[must_use]
    pub fn tinted(mut self, tinted: bool) -> Self {
        self.tinted = tinted;
        self
    }

    /// Names it, so that links reach it.
    #[must_use]
    pub fn anchor(mut self, name: impl Into<String>) -> Self {
        self.anchor = Some(name.into());
        self
    }
}

impl Cell {
    /// Returns a cell of these paragraphs.
    pub fn new(paragraphs: impl IntoIterator<Item = Paragraph>) -> Self {
        Self { paragraphs: paragraphs.into_iter().collect() }
    }
}

impl Section {
    /// Returns a section of upright pages.
    pub fn portrait(blocks: impl IntoIterator<Item = Block>) -> Self {
        Self { orientation: crate::Orientation::Portrait, blocks: blocks.into_iter().collect() }
    }

    /// Returns a section of pages that lie across.
    pub fn landscape(blocks: impl IntoIterator<Item = Block>) -> Self {
        Self { orientation: crate::Orientation::Landscape, blocks: blocks.into_iter().collect() }
    }
}

macro_rules! from_text {
    ($($text:ty),*) => {$(
        impl From<$text> for Span {
            fn from(text: $text) -> Self {
                Self::plain(text)
            }
        }

        impl From<$text> for Paragraph {
            fn from(text: $text) -> Self {
                Self::new([Span::plain(text)])
            }
        }

        impl From<$text> for Cell {
            fn from(text: $text) -> Self {
                Self::new([Paragraph::from(text)])
            }
        }
    )*};
}

from_text!(&str, String);

impl From<Span> for Paragraph {
    fn from(span: Span) -> Self {
        Self::new([span])
    }
}

impl From<Vec<Span>> for Paragraph {
    fn from(spans: Vec<Span>) -> Self {
        Self { spans }
    }
}

impl From<Span> for Cell {
    fn from(span: Span) -> Self {
        Self::new([Paragraph::from(span)])
    }
}

impl From<Paragraph> for Cell {
    fn from(paragraph: Paragraph) -> Self {
        Self::new([paragraph])
    }
}

impl From<Vec<Paragraph>> for Cell {
    fn from(paragraphs: Vec<Paragraph>) -> Self {
        Self { paragraphs }
    }
}

macro_rules! block_from {
    ($($kind:ident),*) => {$(
        impl From<crate::model::$kind> for Block {
            fn from(block: crate::model::$kind) -> Self {
                Self::$kind(block)
            }
        }
    )*};
}

block_from!(Cover, Heading, Paragraph, List, Table, Chart, Contents);
