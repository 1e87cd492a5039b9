//! Bars, drawn for the eye, with their numbers in words below.

use crate::error::PdfError;
use crate::layout::Flow;
use crate::layout::band::{Band, Strip};
use crate::layout::text::Laid;
use crate::model::{Bar, Chart, Paragraph, Part, Span};
use crate::page::Owner;
use crate::style::{BLOCK_GAP, LEGEND, NUMBER, TINT, TextStyle};
use crate::tags::{Detail, NodeId, Tag};

const BAR: f32 = 13.0;
const ABOVE_BAR: f32 = 4.0;
const BELOW_BAR: f32 = 5.0;
const BETWEEN_BARS: f32 = 12.0;
/// The coloured square before a part's name, and the space after it.
const SWATCH: f32 = 7.0;
const SWATCH_GAP: f32 = 5.0;
const BETWEEN_PARTS: f32 = 18.0;

impl Flow<'_> {
    pub(crate) fn chart(&mut self, chart: &Chart) -> Result<(), PdfError> {
        for (index, bar) in chart.bars.iter().enumerate() {
            let alternative = match index {
                0 if !chart.alternative.is_empty() => format!("{} {}", chart.alternative, in_words(bar)),
                _ => in_words(bar),
            };
            let gap = if index == 0 { BLOCK_GAP } else { BETWEEN_BARS };
            self.bar(bar, alternative, gap)?;
        }
        if !chart.bars.is_empty() {
            self.y += BLOCK_GAP / 2.0;
        }
        Ok(())
    }

    fn bar(&mut self, bar: &Bar, alternative: String, gap: f32) -> Result<(), PdfError> {
        let mut label = self.set(&Span::plain(bar.label.clone()).bold().into(), &LEGEND, self.measure());
        let needed = gap + label.height() + ABOVE_BAR + BAR + BELOW_BAR + LEGEND.leading;
        if self.room() < needed && !self.at_top() {
            self.new_page()?;
        }
        if !bar.label.is_empty() {
            label.node = Some(self.tree.add(self.section, Tag::Paragraph));
            self.put(Band { strips: vec![Strip::new(0.0, vec![label])], gap, ..Band::default() }, None)?;
        }
        if self.room() < ABOVE_BAR + BAR && !self.at_top() {
            self.new_page()?;
        }
        self.y += ABOVE_BAR;
        self.draw_bar(bar, alternative);
        self.y += BAR + BELOW_BAR;
        self.legend(bar)
    }

    fn draw_bar(&mut self, bar: &Bar, alternative: String) {
        let (left, width, y) = (self.format.left, self.measure(), self.y);
        let figure = self.tree.add(self.section, Tag::Figure);
        let (bottom, top) = (self.page().flip(y + BAR), self.page().flip(y));
        let bounds = [left, bottom, left + width, top];
        self.tree.describe(figure, Detail::Figure { alternative, bounds });
        self.mark(figure);
        let total: u128 = bar.parts.iter().map(|part| u128::from(part.value)).sum();
        let page = self.page();
        if total == 0 {
            page.fill(left, y, width, BAR, TINT);
        }
        let share = |value: u128| (value as f64 / total.max(1) as f64) as f32 * width;
        let mut before: u128 = 0;
        for part in &bar.parts {
            let value = u128::from(part.value);
            let (from, to) = (share(before), share(before + value));
            before += value;
            if value > 0 {
                // A hair of paper between the parts.
                let hair = if before < total { 1.0 } else { 0.0 };
                page.fill(left + from, y, (to - from - hair).max(0.5), BAR, part.tone.colour());
            }
        }
        page.close();
        self.numbers(bar, total, y);
    }

    /// Writes the numbers into the parts that have room: they tell parts apart where colours do not.
    fn numbers(&mut self, bar: &Bar, total: u128, y: f32) {
        let (left, width) = (self.format.left, self.measure());
        let mut before: u128 = 0;
        for part in &bar.parts {
            let from = (before as f64 / total.max(1) as f64) as f32 * width;
            before += u128::from(part.value);
            let to = (before as f64 / total.max(1) as f64) as f32 * width;
            let style = TextStyle { colour: part.tone.on(), ..NUMBER };
            let mut laid = self.set_text(&part.value.to_string(), &style, f32::INFINITY);
            if part.value > 0 && to - from >= laid.width() + 8.0 {
                self.draw(&mut laid, 0..1, left + from + 4.0, y + (BAR - NUMBER.leading) / 2.0);
            }
        }
    }

    /// Writes the parts and their numbers, side by side while they fit.
    fn legend(&mut self, bar: &Bar) -> Result<(), PdfError> {
        if bar.parts.is_empty() {
            return Ok(());
        }
        let list = self.tree.add(self.section, Tag::List);
        let room = self.measure();
        let mut x = 0.0;
        for part in &bar.parts {
            let mut laid = self.part(part);
            let wide = SWATCH + SWATCH_GAP + laid.width();
            if x > 0.0 && x + wide > room {
                self.y += LEGEND.leading;
                x = 0.0;
            }
            let long = laid.lines.len() > 1;
            if x == 0.0 && self.room() < LEGEND.leading && !self.at_top() {
                self.new_page()?;
            }
            self.swatch(part, x);
            self.tag_part(&mut laid, list);
            if long {
                let strip = Strip::new(SWATCH + SWATCH_GAP, vec![laid]);
                self.put(Band { strips: vec![strip], ..Band::default() }, None)?;
                x = 0.0;
            } else {
                let (left, y) = (self.format.left + x + SWATCH + SWATCH_GAP, self.y);
                self.draw(&mut laid, 0..1, left, y);
                x += wide + BETWEEN_PARTS;
            }
        }
        if x > 0.0 {
            self.y += LEGEND.leading;
        }
        Ok(())
    }

    fn part(&mut self, part: &Part) -> Laid {
        let spans = [Span::plain(part.label.clone()), Span::plain(format!(" {}", part.value)).bold()];
        let width = self.measure() - SWATCH - SWATCH_GAP;
        self.set(&Paragraph::new(spans), &LEGEND, width)
    }

    fn swatch(&mut self, part: &Part, x: f32) {
        let (left, y) = (self.format.left + x, self.y + (LEGEND.leading - SWATCH) / 2.0);
        let page = self.page();
        page.mark(Owner::Decoration);
        page.fill(left, y, SWATCH, SWATCH, part.tone.colour());
        page.close();
    }

    fn tag_part(&mut self, laid: &mut Laid, list: NodeId) {
        let item = self.tree.add(list, Tag::ListItem);
        laid.node = Some(self.tree.add(item, Tag::ListBody));
    }

    pub(crate) fn chart_height(&mut self, chart: &Chart) -> f32 {
        let mut height = BLOCK_GAP * 1.5;
        for bar in &chart.bars {
            let room = self.measure();
            let label = self.set_text(&bar.label, &LEGEND, room).height();
            let mut rows = 1.0;
            let mut x = 0.0;
            for part in &bar.parts {
                let laid = self.part(part);
                let wide = SWATCH + SWATCH_GAP + laid.width();
                if x > 0.0 && x + wide > room {
                    rows += laid.lines.len() as f32;
                    x = 0.0;
                }
                x += wide + BETWEEN_PARTS;
            }
            height += label + ABOVE_BAR + BAR + BELOW_BAR + rows * LEGEND.leading + BETWEEN_BARS;
        }
        height
    }
}

/// Returns a bar's numbers as a sentence.
fn in_words(bar: &Bar) -> String {
    let parts: Vec<String> = bar.parts.iter().map(|part| format!("{} {}", part.label, part.value)).collect();
    match (bar.label.as_str(), parts.join(", ")) {
        ("", parts) => format!("{parts}."),
        (label, parts) => format!("{label}: {parts}."),
    }
}
