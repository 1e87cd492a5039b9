//! The table of contents, whose page numbers are known only at the end.

use crate::error::PdfError;
use crate::fonts::Encoded;
use crate::layout::band::{Band, Strip};
use crate::layout::{Flow, Target};
use crate::model::{Block, Contents, Heading};
use crate::page::Owner;
use crate::style::{BODY, MUTED, TextStyle};
use crate::tags::{Kid, NodeId, Tag};

/// How far a level stands in from the one above it.
const INDENT: f32 = 16.0;
/// The room for the page number and the space before it.
const NUMBER: f32 = 34.0;

/// A page number to be written once it is known.
#[derive(Debug)]
pub(crate) struct Deferred {
    page: usize,
    /// The listed heading, by its number.
    heading: usize,
    /// Where the entry's text ends, and where the number ends.
    span: (f32, f32),
    baseline: f32,
    link: NodeId,
}

impl Heading {
    /// Returns whether contents and bookmarks list it: one without words has nothing to list.
    pub(crate) fn is_listed(&self) -> bool {
        self.in_contents && !self.text.trim().is_empty()
    }
}

impl Flow<'_> {
    pub(crate) fn contents(&mut self, contents: &Contents) -> Result<(), PdfError> {
        if !contents.title.is_empty() {
            self.contents_title(&contents.title)?;
        }
        let document = self.document;
        let mut listed = Vec::new();
        for section in &document.sections {
            gather(&section.blocks, &mut listed);
        }
        let depth = contents.depth.max(1);
        if !listed.iter().any(|heading| heading.level.max(1) <= depth) {
            return Ok(());
        }
        let node = self.tree.add(self.section, Tag::Contents);
        for (number, heading) in listed.iter().enumerate() {
            if heading.level.max(1) <= depth {
                self.entry(node, number, heading)?;
            }
        }
        Ok(())
    }

    fn contents_title(&mut self, title: &str) -> Result<(), PdfError> {
        let heading = Heading::new(1, title).unlisted();
        self.blocks(&[Block::Heading(heading)])
    }

    fn entry(&mut self, contents: NodeId, number: usize, heading: &Heading) -> Result<(), PdfError> {
        let level = heading.level.clamp(1, 6);
        let indent = f32::from(level - 1) * INDENT;
        let width = self.measure();
        let mut laid = self.set_text(&heading.text, &BODY, width - indent - NUMBER);
        let item = self.tree.add(contents, Tag::ContentsItem);
        let reference = self.tree.add(item, Tag::Reference);
        let link = self.tree.add(reference, Tag::Link);
        laid.node = Some(link);
        let (leading, ascent) = (laid.leading, laid.ascent());
        let end = laid.lines.last().map_or(0.0, |line| line.width);
        let gap = if level == 1 { 6.0 } else { 2.0 };
        self.put(Band { strips: vec![Strip::new(indent, vec![laid])], gap, ..Band::default() }, None)?;
        let left = self.format.left;
        let top = self.y - leading;
        let page = self.current;
        let span = (left + indent + end, left + width);
        self.deferred.push(Deferred { page, heading: number, span, baseline: top + ascent, link });
        self.area(link, Target::Heading(number), &heading.text, [left + indent, top, left + width, self.y]);
        Ok(())
    }

    /// Writes the page numbers into the contents.
    pub(crate) fn finish_contents(&mut self) -> Result<(), PdfError> {
        for entry in std::mem::take(&mut self.deferred) {
            let Some(heading) = self.listed.get(entry.heading) else { continue };
            // The space keeps it from the entry's last word.
            let number = format!(" {}", heading.spot.page + 1);
            let width = self.width(&BODY, &number);
            let (from, to) = entry.span;
            let leader = TextStyle { colour: MUTED, ..BODY };
            let step = self.width(&leader, " .");
            let room = to - NUMBER + 12.0 - from - 6.0;
            let dots = if step > 0.0 { (room / step).floor().max(0.0) as usize } else { 0 };
            if dots > 1 {
                let start = to - NUMBER + 12.0 - dots as f32 * step;
                self.write(entry.page, Owner::Decoration, &leader, &" .".repeat(dots), start, entry.baseline);
            }
            let owner = Owner::Node(entry.link, Tag::Link.name());
            self.write(entry.page, owner, &BODY, &number, to - width, entry.baseline);
        }
        Ok(())
    }

    fn width(&mut self, style: &TextStyle, text: &str) -> f32 {
        self.fonts.word(style.face, text).width as f32 * style.size / 1000.0
    }

    /// Writes a line of text on any page. All of its characters must be in the fonts.
    pub(crate) fn write(
        &mut self,
        page: usize,
        owner: Owner,
        style: &TextStyle,
        text: &str,
        x: f32,
        baseline: f32,
    ) {
        let word = self.fonts.word(style.face, text);
        let mut encoded = Encoded::default();
        self.fonts.encode(style.face, &word, &mut encoded);
        let Some(sheet) = self.pages.get_mut(page) else { return };
        if let (Some(mcid), Owner::Node(node, _)) = (sheet.mark(owner), owner) {
            self.tree.attach(node, Kid::Content { page, mcid });
        }
        sheet.move_to(x, baseline);
        sheet.show(style, encoded, None, None);
        sheet.close();
    }
}

/// Gathers the headings that contents list, in their order.
fn gather<'a>(blocks: &'a [Block], into: &mut Vec<&'a Heading>) {
    for block in blocks {
        match block {
            Block::Heading(heading) if heading.is_listed() => into.push(heading),
            Block::Together(blocks) => gather(blocks, into),
            Block::Cover(_)
            | Block::Heading(_)
            | Block::Paragraph(_)
            | Block::List(_)
            | Block::Facts(_)
            | Block::Table(_)
            | Block::Chart(_)
            | Block::Contents(_)
            | Block::Space(_)
            | Block::PageBreak => {}
        }
    }
}
