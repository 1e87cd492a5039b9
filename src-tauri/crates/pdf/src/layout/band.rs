//! A band: columns of paragraphs side by side, the stuff of which all blocks are made.
//!
//! A paragraph is a band of one column, a list's item and a fact one of two, a table's row one of
//! as many as the table has. A band that fits no page is cut between lines, each column by itself.

use crate::error::PdfError;
use crate::layout::Flow;
use crate::layout::text::Laid;
use crate::style::{Colour, HAIRLINE, LINE, TINT};

/// A column of a band.
#[derive(Debug, Default)]
pub(crate) struct Strip {
    /// The distance from the frame's left edge.
    pub(crate) x: f32,
    pub(crate) paragraphs: Vec<Laid>,
    /// The space above the first line.
    lead: f32,
    /// The next line: its paragraph, and its number in it.
    next: (usize, usize),
}

impl Strip {
    pub(crate) fn new(x: f32, paragraphs: Vec<Laid>) -> Self {
        Self { x, paragraphs, lead: 0.0, next: (0, 0) }
    }

    /// Moves it down, so that it ends where a strip of this height does.
    pub(crate) fn lower(&mut self, height: f32) {
        self.lead = (height - self.height()).max(0.0);
    }

    fn done(&self) -> bool {
        self.next.0 >= self.paragraphs.len()
    }

    fn lead(&self) -> f32 {
        if self.next == (0, 0) { self.lead } else { 0.0 }
    }

    /// Returns the height of what is still to come.
    pub(crate) fn height(&self) -> f32 {
        self.fitting(f32::INFINITY).1
    }

    /// Returns the end of what fits in a height, and the height it takes.
    fn fitting(&self, room: f32) -> ((usize, usize), f32) {
        let (mut paragraph, mut line) = self.next;
        let mut height = self.lead();
        while let Some(laid) = self.paragraphs.get(paragraph) {
            let gap = if line == 0 && (paragraph, line) != self.next { laid.gap } else { 0.0 };
            let left = laid.lines.len() - line.min(laid.lines.len());
            let fit = (((room - height - gap) / laid.leading + 0.001).floor().max(0.0) as usize).min(left);
            if fit < left {
                // Neither the first nor the last line of a paragraph stands alone.
                let fit = if left - fit == 1 && fit > 1 { fit - 1 } else { fit };
                let fit =
                    if fit == 1 && line == 0 && left > 1 && (paragraph, line) != self.next { 0 } else { fit };
                if fit > 0 {
                    height += gap + fit as f32 * laid.leading;
                } else if (paragraph, line) == self.next {
                    height = 0.0;
                }
                return ((paragraph, line + fit), height);
            }
            height += gap + left as f32 * laid.leading;
            paragraph += 1;
            line = 0;
        }
        ((paragraph, 0), height)
    }

    /// Returns the end of the next line alone.
    fn one_line(&self) -> ((usize, usize), f32) {
        let (paragraph, line) = self.next;
        match self.paragraphs.get(paragraph) {
            Some(laid) if line + 1 < laid.lines.len() => ((paragraph, line + 1), laid.leading),
            Some(laid) => ((paragraph + 1, 0), laid.leading),
            None => (self.next, 0.0),
        }
    }
}

/// A band and how it is set off from its neighbours.
#[derive(Debug, Default)]
pub(crate) struct Band {
    pub(crate) strips: Vec<Strip>,
    /// The space above, which a page's top swallows.
    pub(crate) gap: f32,
    /// Inside, above and below the text.
    pub(crate) padding: f32,
    pub(crate) tinted: bool,
    /// A rule below, with its weight.
    pub(crate) rule: Option<(f32, Colour)>,
    /// Whether it moves to the next page rather than be cut.
    pub(crate) whole: bool,
    /// What names it again on the pages where it goes on, for the eye alone.
    pub(crate) again: Option<Strip>,
}

impl Band {
    pub(crate) fn height(&self) -> f32 {
        self.strips.iter().map(Strip::height).fold(0.0, f32::max) + 2.0 * self.padding
    }

    /// Returns the height of the least that may stand at the foot of a page.
    pub(crate) fn least(&self, frame: f32) -> f32 {
        let height = self.height();
        if self.whole && height <= frame {
            return height;
        }
        let lines = self
            .strips
            .iter()
            .filter_map(|strip| strip.paragraphs.first())
            .map(|laid| laid.leading * laid.lines.len().min(if self.whole { 4 } else { 2 }) as f32);
        (lines.fold(0.0, f32::max) + 2.0 * self.padding).min(height)
    }

    fn done(&self) -> bool {
        self.strips.iter().all(Strip::done)
    }
}

/// What a table repeats at the top of every page: its columns' heads.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) strips: Vec<Strip>,
    pub(crate) height: f32,
}

impl Flow<'_> {
    /// Puts a band on the page, or on as many as it takes; each new one begins with the head.
    pub(crate) fn put(&mut self, mut band: Band, mut head: Option<&mut Head>) -> Result<(), PdfError> {
        let gap = if self.at_top() { 0.0 } else { band.gap };
        let repeated = head.as_ref().map_or(0.0, |head| head.height);
        let fresh = self.format.top + repeated + 0.01;
        let frame = self.format.frame_height() - repeated;
        if self.room() - gap + 0.01 < band.least(frame) && self.y > fresh {
            self.turn(head.as_deref_mut())?;
        } else {
            self.y += gap;
        }
        loop {
            let height = band.height();
            if height <= self.room() + 0.01 {
                self.put_part(&mut band, None, height);
                return Ok(());
            }
            let room = (self.room() - 2.0 * band.padding).max(0.0);
            let mut ends: Vec<_> = band.strips.iter().map(|strip| strip.fitting(room)).collect();
            let mut text = ends.iter().map(|end| end.1).fold(0.0, f32::max);
            if text <= 0.0 && self.y <= fresh {
                // Not even a line fits a fresh page: it is drawn all the same.
                ends = band.strips.iter().map(Strip::one_line).collect();
                text = room;
            }
            if text > 0.0 {
                let height = text + 2.0 * band.padding;
                self.put_part(&mut band, Some(&ends), height);
            }
            if band.done() {
                return Ok(());
            }
            self.turn(head.as_deref_mut())?;
            if let Some(again) = &mut band.again {
                let top = self.y + band.padding;
                self.redraw(again, top);
            }
        }
    }

    fn turn(&mut self, head: Option<&mut Head>) -> Result<(), PdfError> {
        self.new_page()?;
        if let Some(head) = head {
            self.draw_head(head);
        }
        Ok(())
    }

    /// Draws a band's next lines in a height, up to the given ends.
    fn put_part(&mut self, band: &mut Band, ends: Option<&[((usize, usize), f32)]>, height: f32) {
        let (left, width) = (self.format.left, self.format.frame_width());
        let y = self.y;
        if band.tinted {
            let page = self.page();
            page.mark(crate::page::Owner::Decoration);
            page.fill(left, y, width, height, TINT);
            page.close();
        }
        for (index, strip) in band.strips.iter_mut().enumerate() {
            let end = ends.and_then(|ends| ends.get(index)).map_or((strip.paragraphs.len(), 0), |end| end.0);
            self.draw_strip(strip, end, y + band.padding);
        }
        self.y += height;
        let last = band.done();
        if let Some((weight, colour)) = band.rule {
            let (weight, colour) = if last { (weight, colour) } else { (HAIRLINE, LINE) };
            let y = self.y;
            let page = self.page();
            page.mark(crate::page::Owner::Decoration);
            page.rule(left, y, width, weight, colour);
            page.close();
        }
    }

    fn draw_strip(&mut self, strip: &mut Strip, end: (usize, usize), top: f32) {
        let x = self.format.left + strip.x;
        let mut y = top + strip.lead();
        let start = strip.next;
        for (index, laid) in strip.paragraphs.iter_mut().enumerate().skip(start.0) {
            if index > end.0 {
                break;
            }
            let from = if index == start.0 { start.1 } else { 0 };
            let to = if index == end.0 { end.1 } else { laid.lines.len() };
            if from >= to {
                continue;
            }
            if from == 0 && (index, from) != start {
                y += laid.gap;
            }
            self.draw(laid, from..to, x, y);
            y += (to - from) as f32 * laid.leading;
        }
        strip.next = end;
    }

    /// Draws all of a strip once more, leaving it as it was.
    pub(crate) fn redraw(&mut self, strip: &mut Strip, top: f32) {
        strip.next = (0, 0);
        self.draw_strip(strip, (strip.paragraphs.len(), 0), top);
        strip.next = (0, 0);
    }
}
