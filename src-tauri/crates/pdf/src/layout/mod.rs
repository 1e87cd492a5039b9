//! The document flowing over its pages.

mod band;
mod blocks;
mod chart;
mod contents;
mod cover;
mod table;
mod text;

use std::collections::HashMap;
use std::fmt;
use std::ops::ControlFlow;

use crate::error::{PdfError, Warning};
use crate::fonts::Fonts;
use crate::model::{Block, Document};
use crate::page::Page;
use crate::style::Format;
use crate::tags::{Kid, NodeId, Tag, Tree};

pub(crate) use contents::Deferred;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// An anchor's name.
    Anchor(String),
    /// A listed heading, by its number in the document.
    Heading(usize),
    /// A place outside.
    Uri(String),
}

/// A place on a page: its number from 0, and the distance from its top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spot {
    pub(crate) page: usize,
    pub(crate) y: f32,
}

/// The active area of a link.
#[derive(Debug)]
pub(crate) struct Area {
    pub(crate) page: usize,
    /// Left, top, right, bottom from the page's top left corner.
    pub(crate) bounds: [f32; 4],
    pub(crate) target: Target,
    pub(crate) text: String,
    pub(crate) node: NodeId,
}

/// A heading that contents and bookmarks list.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) level: u8,
    pub(crate) text: String,
    pub(crate) spot: Spot,
}

/// Where the text being set stands, for warnings.
#[derive(Debug, Default)]
pub(crate) struct Place {
    pub(crate) heading: String,
    pub(crate) row: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.heading.as_str(), self.row.as_str()) {
            (heading, "") => f.write_str(heading),
            ("", row) => f.write_str(row),
            (heading, row) => write!(f, "{heading}, {row}"),
        }
    }
}

/// A document on its way to its pages.
pub(crate) struct Flow<'a> {
    pub(crate) fonts: Fonts,
    pub(crate) pages: Vec<Page>,
    pub(crate) tree: Tree,
    pub(crate) areas: Vec<Area>,
    pub(crate) anchors: HashMap<String, Spot>,
    pub(crate) listed: Vec<Listed>,
    pub(crate) deferred: Vec<Deferred>,
    pub(crate) warnings: Vec<Warning>,
    pub(crate) place: Place,
    document: &'a Document,
    progress: &'a mut dyn FnMut(usize) -> ControlFlow<()>,
    /// The page that is being drawn.
    current: usize,
    format: Format,
    /// How far the current page is filled.
    y: f32,
    /// The node that takes the blocks.
    section: NodeId,
    /// How far headings go down because the title page has the highest.
    shift: u8,
    /// The level of the heading before.
    level: u8,
    /// Whether the current page carries the running head and foot.
    furniture: bool,
    /// Whether text is set only for its height, and will be set again.
    measuring: bool,
    /// Whether the block before was a heading.
    after_heading: bool,
}

impl<'a> Flow<'a> {
    /// Lays the document out on pages.
    pub(crate) fn run(
        document: &'a Document,
        progress: &'a mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<Self, PdfError> {
        let format = Format::of(document.sections.first().ok_or(PdfError::Empty)?.orientation);
        let mut flow = Self {
            fonts: Fonts::load()?,
            pages: Vec::new(),
            tree: Tree::new(),
            areas: Vec::new(),
            anchors: HashMap::new(),
            listed: Vec::new(),
            deferred: Vec::new(),
            warnings: Vec::new(),
            place: Place::default(),
            document,
            progress,
            current: 0,
            format,
            y: 0.0,
            section: Tree::ROOT,
            shift: 0,
            level: 0,
            furniture: true,
            measuring: false,
            after_heading: false,
        };
        for section in &document.sections {
            flow.format = Format::of(section.orientation);
            flow.section = flow.tree.add(Tree::ROOT, Tag::Section);
            if !matches!(section.blocks.first(), Some(Block::Cover(_))) {
                flow.new_page()?;
            }
            flow.blocks(&section.blocks)?;
        }
        flow.finish_contents()?;
        Ok(flow)
    }

    /// Returns the page that is being drawn.
    pub(crate) fn page(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.pages.push(Page::new(self.format, self.furniture));
        }
        // There is one now, and the current one is never beyond the last.
        let current = self.current.min(self.pages.len() - 1);
        &mut self.pages[current]
    }

    /// Goes back to a page, to add to it.
    pub(crate) fn turn_to(&mut self, page: usize) {
        self.current = page.min(self.pages.len().saturating_sub(1));
    }

    fn new_page(&mut self) -> Result<(), PdfError> {
        if (self.progress)(self.pages.len()).is_break() {
            return Err(PdfError::Stopped);
        }
        self.pages.push(Page::new(self.format, self.furniture));
        self.current = self.pages.len() - 1;
        self.y = self.format.top;
        Ok(())
    }

    fn at_top(&self) -> bool {
        self.y <= self.format.top + 0.01
    }

    fn room(&self) -> f32 {
        self.format.bottom - self.y
    }

    fn spot(&self) -> Spot {
        Spot { page: self.current, y: self.y }
    }

    fn anchor(&mut self, name: &str) {
        self.anchors.insert(name.to_owned(), self.spot());
    }

    /// Makes an area of the current page a link that belongs to a node.
    pub(crate) fn area(&mut self, node: NodeId, target: Target, text: &str, bounds: [f32; 4]) {
        let number = self.areas.len();
        let page = self.current;
        self.page().areas.push(number);
        self.tree.attach(node, Kid::Area(number));
        self.areas.push(Area { page, bounds, target, text: text.to_owned(), node });
    }
}
