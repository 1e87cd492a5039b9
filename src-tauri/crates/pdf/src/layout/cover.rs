//! The title page.

use crate::error::PdfError;
use crate::layout::Flow;
use crate::layout::band::{Band, Strip};
use crate::model::{Cover, Paragraph};
use crate::page::Owner;
use crate::style::{
    self, COVER_OWNER, COVER_SUBTITLE, COVER_TITLE, HAIRLINE, LINE, LINE_STRONG, RULE, TextStyle,
};
use crate::tags::Tag;

/// How far down the title stands, as a part of the page.
const TITLE_AT: f32 = 0.30;
/// More lines of title than this are set smaller.
const LARGE_LINES: usize = 5;

impl Flow<'_> {
    pub(crate) fn cover(&mut self, cover: &Cover) -> Result<(), PdfError> {
        self.furniture = false;
        self.new_page()?;
        self.furniture = true;
        cover.title.clone_into(&mut self.place.heading);
        self.place.row.clear();
        if !cover.owner.is_empty() {
            self.cover_text(&cover.owner.as_str().into(), &COVER_OWNER, Tag::Paragraph, 0.0)?;
            let (left, width, y) = (self.format.left, self.format.frame_width(), self.y + 6.0);
            let page = self.page();
            page.mark(Owner::Decoration);
            page.rule(left, y, width, RULE, LINE_STRONG);
            page.close();
            self.y = y;
        }
        self.y = self.y.max(self.format.height * TITLE_AT);
        if !cover.title.is_empty() {
            let title = self.set_text(&cover.title, &COVER_TITLE, self.format.frame_width());
            let style = if title.lines.len() > LARGE_LINES { style::heading(1).0 } else { COVER_TITLE };
            self.level = 1;
            self.shift = 1;
            self.cover_text(&cover.title.as_str().into(), &style, Tag::Heading(1), 0.0)?;
        }
        if !cover.subtitle.is_empty() {
            self.cover_text(&cover.subtitle.as_str().into(), &COVER_SUBTITLE, Tag::Paragraph, 8.0)?;
        }
        for (index, paragraph) in cover.lead.iter().enumerate() {
            let gap = if index == 0 { 20.0 } else { style::PARAGRAPH_GAP };
            self.cover_text(paragraph, &style::BODY, Tag::Paragraph, gap)?;
        }
        self.cover_facts(cover)
    }

    fn cover_text(
        &mut self,
        paragraph: &Paragraph,
        style: &TextStyle,
        tag: Tag,
        gap: f32,
    ) -> Result<(), PdfError> {
        let width = if style.size > style::BODY.size { self.format.frame_width() } else { self.measure() };
        let mut laid = self.set(paragraph, style, width);
        laid.node = Some(self.tree.add(self.section, tag));
        self.put(Band { strips: vec![Strip::new(0.0, vec![laid])], gap, ..Band::default() }, None)
    }

    /// Puts the particulars at the foot of the page, or below the text where that goes further.
    fn cover_facts(&mut self, cover: &Cover) -> Result<(), PdfError> {
        if cover.facts.is_empty() {
            return Ok(());
        }
        let mut height = 0.0;
        for fact in &cover.facts {
            height += self.fact_band(fact).height();
        }
        self.y = (self.y + 24.0).max(self.format.bottom - height);
        let list = self.tree.add(self.section, Tag::List);
        for fact in &cover.facts {
            let mut band = self.fact_band(fact);
            let item = self.tree.add(list, Tag::ListItem);
            for (strip, tag) in band.strips.iter_mut().zip([Tag::Label, Tag::ListBody]) {
                let node = self.tree.add(item, tag);
                self.tag_paragraphs(&mut strip.paragraphs, node);
            }
            band.rule = Some((HAIRLINE, LINE));
            self.put(band, None)?;
        }
        Ok(())
    }
}
