//! Blocks of text, one after the other.

use crate::error::PdfError;
use crate::layout::band::{Band, Strip};
use crate::layout::text::Laid;
use crate::layout::{Flow, Listed};
use crate::model::{Block, Fact, Heading, List, Numbering, Paragraph};
use crate::style::{self, BODY, FACT_LABEL, MEASURE, PARAGRAPH_GAP, TextStyle};
use crate::tags::{Detail, NodeId, Tag};

/// The width of the column that holds bullets and numbers.
const LABEL_WIDTH: f32 = 16.0;
/// The width of the column that holds the labels of facts.
const FACT_WIDTH: f32 = 118.0;

impl Flow<'_> {
    /// Lays blocks out one after the other.
    pub(crate) fn blocks(&mut self, blocks: &[Block]) -> Result<(), PdfError> {
        for (index, block) in blocks.iter().enumerate() {
            // What is measured ahead is reported where it comes to stand.
            let reported = std::mem::take(&mut self.warnings);
            self.measuring = true;
            let needed = self.needed(blocks.get(index..).unwrap_or_default());
            self.measuring = false;
            self.warnings = reported;
            if needed > self.room() && needed <= self.format.frame_height() && !self.at_top() {
                self.new_page()?;
            }
            self.block(block)?;
            self.after_heading = matches!(block, Block::Heading(_));
            if matches!(block, Block::Cover(_)) && index + 1 < blocks.len() {
                self.new_page()?;
            }
        }
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), PdfError> {
        match block {
            Block::Cover(cover) => self.cover(cover),
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::List(list) => self.list(list),
            Block::Facts(facts) => self.facts(facts, self.section),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Contents(contents) => self.contents(contents),
            Block::Together(blocks) => self.blocks(blocks),
            Block::Space(points) => self.space(*points),
            Block::PageBreak => self.page_break(),
        }
    }

    /// Returns the height that must be free for the first of the blocks to begin on this page.
    fn needed(&mut self, blocks: &[Block]) -> f32 {
        match blocks.first() {
            Some(Block::Heading(heading)) => {
                let (style, above, below) = style::heading(heading.level);
                let lines = self.set_text(&heading.text, &style, self.format.frame_width());
                above + lines.height() + below + self.needed(blocks.get(1..).unwrap_or_default())
            }
            Some(Block::Together(inner)) => {
                let whole = inner.iter().map(|block| self.block_height(block)).sum();
                if whole <= self.format.frame_height() { whole } else { self.needed(inner) }
            }
            Some(Block::Space(points)) => points.max(0.0) + self.needed(blocks.get(1..).unwrap_or_default()),
            Some(Block::Chart(chart)) => self.chart_height(chart),
            Some(Block::Table(table)) => self.table_start(table),
            Some(Block::Paragraph(paragraph)) => {
                let laid = self.set(paragraph, &BODY, self.measure());
                PARAGRAPH_GAP + laid.leading * laid.lines.len().min(2) as f32
            }
            Some(Block::List(_) | Block::Facts(_)) => PARAGRAPH_GAP + 2.0 * BODY.leading,
            Some(Block::Contents(_)) => 5.0 * BODY.leading,
            Some(Block::Cover(_) | Block::PageBreak) | None => 0.0,
        }
    }

    /// Returns the height of a block laid out in full.
    fn block_height(&mut self, block: &Block) -> f32 {
        match block {
            Block::Heading(_) | Block::Space(_) => self.needed(std::slice::from_ref(block)),
            Block::Paragraph(paragraph) => {
                PARAGRAPH_GAP + self.set(paragraph, &BODY, self.measure()).height()
            }
            Block::List(list) => {
                let width = self.measure() - LABEL_WIDTH;
                let item = |flow: &mut Self, item: &Vec<Paragraph>| {
                    let laid = flow.paragraphs(item, &BODY, width);
                    PARAGRAPH_GAP + Strip::new(0.0, laid).height()
                };
                list.items.iter().map(|paragraphs| item(self, paragraphs)).sum()
            }
            Block::Facts(facts) => facts.iter().map(|fact| self.fact_band(fact).height()).sum(),
            Block::Table(table) => self.table_height(table),
            Block::Chart(chart) => self.chart_height(chart),
            Block::Contents(_) => self.needed(std::slice::from_ref(block)),
            Block::Together(blocks) => blocks.iter().map(|block| self.block_height(block)).sum(),
            Block::Cover(_) | Block::PageBreak => self.format.frame_height(),
        }
    }

    /// The width of running text.
    pub(crate) fn measure(&self) -> f32 {
        self.format.frame_width().min(MEASURE)
    }

    /// Sets paragraphs one below the other.
    pub(crate) fn paragraphs(
        &mut self,
        paragraphs: &[Paragraph],
        style: &TextStyle,
        width: f32,
    ) -> Vec<Laid> {
        let mut all = Vec::with_capacity(paragraphs.len());
        for paragraph in paragraphs {
            let mut laid = self.set(paragraph, style, width);
            laid.gap = style.leading / 2.0;
            all.push(laid);
        }
        all
    }

    fn heading(&mut self, heading: &Heading) -> Result<(), PdfError> {
        heading.text.clone_into(&mut self.place.heading);
        self.place.row.clear();
        let (style, above, below) = style::heading(heading.level);
        let mut laid = self.set_text(&heading.text, &style, self.format.frame_width().min(MEASURE * 1.4));
        let level = (heading.level.max(1) + self.shift).min(self.level + 1).min(6);
        self.level = level;
        laid.node = Some(self.tree.add(self.section, Tag::Heading(level)));
        // The space above is left before the anchor is taken, so that a link shows the heading.
        let gap = match (self.at_top(), self.after_heading) {
            (true, _) => 0.0,
            // A heading and the one below it belong together.
            (false, true) => above / 2.0,
            (false, false) => above,
        };
        let height = laid.height();
        if self.room() < gap + height && !self.at_top() {
            self.new_page()?;
        } else {
            self.y += gap;
        }
        if let Some(name) = &heading.anchor {
            self.anchor(name);
        }
        if heading.is_listed() {
            let spot = self.spot();
            self.listed.push(Listed { level: heading.level.max(1), text: heading.text.clone(), spot });
        }
        self.put(Band { strips: vec![Strip::new(0.0, vec![laid])], ..Band::default() }, None)?;
        self.y += below - PARAGRAPH_GAP.min(below);
        Ok(())
    }

    fn paragraph(&mut self, paragraph: &Paragraph) -> Result<(), PdfError> {
        let mut laid = self.set(paragraph, &BODY, self.measure());
        laid.node = Some(self.tree.add(self.section, Tag::Paragraph));
        let strips = vec![Strip::new(0.0, vec![laid])];
        self.put(Band { strips, gap: PARAGRAPH_GAP, ..Band::default() }, None)
    }

    /// Gives each paragraph a node below the parent; a single one uses the parent itself.
    pub(crate) fn tag_paragraphs(&mut self, paragraphs: &mut [Laid], parent: NodeId) {
        if let [only] = paragraphs {
            only.node = Some(parent);
            return;
        }
        for laid in paragraphs {
            laid.node = Some(self.tree.add(parent, Tag::Paragraph));
        }
    }

    fn list(&mut self, list: &List) -> Result<(), PdfError> {
        if list.items.is_empty() {
            return Ok(());
        }
        let node = self.tree.add(self.section, Tag::List);
        self.tree.describe(node, Detail::Numbered(list.numbering == Numbering::Numbers));
        for (index, item) in list.items.iter().enumerate() {
            let label = match list.numbering {
                Numbering::Bullets => "•".to_owned(),
                Numbering::Numbers => format!("{}.", index + 1),
            };
            let width = self.measure() - LABEL_WIDTH;
            let label = self.set_text(&label, &BODY, LABEL_WIDTH);
            let body = self.paragraphs(item, &BODY, width);
            let gap = if index == 0 { PARAGRAPH_GAP } else { 3.0 };
            self.item(node, (label, 0.0), (body, LABEL_WIDTH), gap)?;
        }
        Ok(())
    }

    /// Puts an item of a list: its label and its body, each with its distance from the left.
    fn item(
        &mut self,
        list: NodeId,
        label: (Laid, f32),
        body: (Vec<Laid>, f32),
        gap: f32,
    ) -> Result<(), PdfError> {
        let item = self.tree.add(list, Tag::ListItem);
        let (mut label, label_x) = label;
        let (mut body, body_x) = body;
        label.node = Some(self.tree.add(item, Tag::Label));
        let node = self.tree.add(item, Tag::ListBody);
        self.tag_paragraphs(&mut body, node);
        let strips = vec![Strip::new(label_x, vec![label]), Strip::new(body_x, body)];
        self.put(Band { strips, gap, ..Band::default() }, None)
    }

    /// Puts labels with their values, tagged as a list.
    pub(crate) fn facts(&mut self, facts: &[Fact], parent: NodeId) -> Result<(), PdfError> {
        if facts.is_empty() {
            return Ok(());
        }
        let list = self.tree.add(parent, Tag::List);
        for (index, fact) in facts.iter().enumerate() {
            let width = (self.measure() - FACT_WIDTH).max(60.0);
            let label = self.set_text(&fact.label, &FACT_LABEL, FACT_WIDTH - 12.0);
            let body = self.paragraphs(&fact.value, &BODY, width);
            let gap = if index == 0 { PARAGRAPH_GAP } else { 4.0 };
            self.item(list, (label, 0.0), (body, FACT_WIDTH), gap)?;
        }
        Ok(())
    }

    /// Returns a fact's lines without their tags, for their height.
    pub(crate) fn fact_band(&mut self, fact: &Fact) -> Band {
        let width = (self.measure() - FACT_WIDTH).max(60.0);
        let label = self.set_text(&fact.label, &FACT_LABEL, FACT_WIDTH - 12.0);
        let body = self.paragraphs(&fact.value, &BODY, width);
        let strips = vec![Strip::new(0.0, vec![label]), Strip::new(FACT_WIDTH, body)];
        Band { strips, padding: 3.5, ..Band::default() }
    }

    fn space(&mut self, points: f32) -> Result<(), PdfError> {
        if !self.at_top() && points.is_finite() {
            self.y = (self.y + points.max(0.0)).min(self.format.bottom);
        }
        Ok(())
    }

    fn page_break(&mut self) -> Result<(), PdfError> {
        if self.at_top() { Ok(()) } else { self.new_page() }
    }
}
