//! Tables: a head that every page repeats, rows that stay whole where they fit a page.

use crate::error::PdfError;
use crate::layout::Flow;
use crate::layout::band::{Band, Head, Strip};
use crate::layout::text::Laid;
use crate::model::{Cell, Paragraph, Row, Table};
use crate::page::Owner;
use crate::style::{
    BLOCK_GAP, CAPTION, CELL, CELL_PADDING, COLUMN_HEAD, GUTTER, HAIRLINE, LINE, LINE_STRONG, MUTED, RULE,
    TextStyle,
};
use crate::tags::{Detail, NodeId, Tag};

/// Under this width a column is no longer legible.
const NARROWEST: f32 = 24.0;
/// Between a table's columns and the edge of a tint.
const EDGE: f32 = 4.0;

/// A column's place: its distance from the frame's left edge, and its width.
type Place = (f32, f32);

impl Flow<'_> {
    pub(crate) fn table(&mut self, table: &Table) -> Result<(), PdfError> {
        if table.columns.is_empty() {
            return Ok(());
        }
        let places = places(table, self.format.frame_width());
        let node = self.tree.add(self.section, Tag::Table);
        if let Some(summary) = &table.summary {
            self.tree.describe(node, Detail::Summary(summary.clone()));
        }
        let mut gap = BLOCK_GAP;
        if let Some(caption) = &table.caption {
            let mut laid = self.set_text(caption, &CAPTION, self.measure());
            laid.node = Some(self.tree.add(node, Tag::Caption));
            let strips = vec![Strip::new(0.0, vec![laid])];
            self.put(Band { strips, gap, padding: 2.0, ..Band::default() }, None)?;
            gap = 0.0;
        }
        let mut head = self.head(table, &places);
        let body = self.first_head(table, &places, node, gap)?;
        for row in &table.rows {
            self.row(table, row, &places, body, &mut head)?;
        }
        self.place.row.clear();
        self.y += BLOCK_GAP / 2.0;
        Ok(())
    }

    /// Puts the tagged head, and returns the node that takes the rows.
    fn first_head(
        &mut self,
        table: &Table,
        places: &[Place],
        node: NodeId,
        gap: f32,
    ) -> Result<NodeId, PdfError> {
        let mut strips = self.head_strips(table, places);
        // Head and body come together or not at all.
        let part = if table.rows.is_empty() { node } else { self.tree.add(node, Tag::TableHead) };
        let row = self.tree.add(part, Tag::TableRow);
        for strip in &mut strips {
            let cell = self.tree.add(row, Tag::ColumnHeader);
            self.tag_paragraphs(&mut strip.paragraphs, cell);
        }
        let rule = Some((RULE, LINE_STRONG));
        self.put(Band { strips, gap, padding: CELL_PADDING, rule, ..Band::default() }, None)?;
        Ok(if table.rows.is_empty() { node } else { self.tree.add(node, Tag::TableBody) })
    }

    fn head_strips(&mut self, table: &Table, places: &[Place]) -> Vec<Strip> {
        let mut strips = Vec::with_capacity(places.len());
        for (column, &(x, width)) in table.columns.iter().zip(places) {
            let laid = self.set_text(&column.head, &COLUMN_HEAD, width);
            strips.push(Strip::new(x, vec![laid]));
        }
        // Heads of one line and of two stand on the same last line.
        let most = strips.iter().map(Strip::height).fold(0.0, f32::max);
        for strip in &mut strips {
            strip.lower(most);
        }
        strips
    }

    /// Returns the head as later pages repeat it; none where it would leave no room for rows.
    fn head(&mut self, table: &Table, places: &[Place]) -> Option<Head> {
        let strips = self.head_strips(table, places);
        let height = strips.iter().map(Strip::height).fold(0.0, f32::max) + 2.0 * CELL_PADDING;
        (height <= self.format.frame_height() / 3.0).then_some(Head { strips, height })
    }

    /// Draws the repeated head at the top of a page: for the eye alone, it was read before.
    pub(crate) fn draw_head(&mut self, head: &mut Head) {
        let (left, width, y) = (self.format.left, self.format.frame_width(), self.y);
        for strip in &mut head.strips {
            self.redraw(strip, y + CELL_PADDING);
        }
        self.y += head.height;
        let y = self.y;
        let page = self.page();
        page.mark(Owner::Decoration);
        page.rule(left, y, width, RULE, LINE_STRONG);
        page.close();
    }

    fn row(
        &mut self,
        table: &Table,
        row: &Row,
        places: &[Place],
        body: NodeId,
        head: &mut Option<Head>,
    ) -> Result<(), PdfError> {
        self.place.row =
            table.row_header.and_then(|index| row.cells.get(index)).map_or_else(String::new, name);
        let mut strips = self.row_strips(row, places);
        let node = self.tree.add(body, Tag::TableRow);
        for (index, strip) in strips.iter_mut().enumerate() {
            let tag = if table.row_header == Some(index) { Tag::RowHeader } else { Tag::TableCell };
            let cell = self.tree.add(node, tag);
            self.tag_paragraphs(&mut strip.paragraphs, cell);
        }
        let band = Band {
            strips,
            gap: 0.0,
            padding: CELL_PADDING,
            tinted: row.tinted,
            rule: Some((HAIRLINE, LINE)),
            whole: true,
            again: self.row_again(table, row, places),
        };
        let before = self.spot();
        let height = band.height();
        self.put(band, head.as_mut())?;
        if let Some(anchor) = &row.anchor {
            // The row went to a new page where it does not end below its beginning.
            let after = self.spot();
            let moved = after.page != before.page;
            let top = after.y - height;
            let y = if moved { top.max(self.format.top) } else { before.y };
            let page = if moved { after.page } else { before.page };
            self.anchors.insert(anchor.clone(), crate::layout::Spot { page, y });
        }
        Ok(())
    }

    /// Returns the row's name as it stands on the pages where a torn row goes on.
    fn row_again(&mut self, table: &Table, row: &Row, places: &[Place]) -> Option<Strip> {
        let column = table.row_header?;
        let cell = row.cells.get(column)?;
        let &(x, width) = places.get(column)?;
        let style = TextStyle { colour: MUTED, ..CELL };
        let mut laid = self.set_text(&name(cell), &style, width);
        laid.lines.truncate(3);
        Some(Strip::new(x, vec![laid]))
    }

    fn row_strips(&mut self, row: &Row, places: &[Place]) -> Vec<Strip> {
        let empty = Cell::default();
        let mut strips = Vec::with_capacity(places.len());
        for (index, &(x, width)) in places.iter().enumerate() {
            let cell = row.cells.get(index).unwrap_or(&empty);
            strips.push(Strip::new(x, self.cell(cell, width)));
        }
        strips
    }

    fn cell(&mut self, cell: &Cell, width: f32) -> Vec<Laid> {
        let mut laid = Vec::with_capacity(cell.paragraphs.len());
        for (index, paragraph) in cell.paragraphs.iter().enumerate() {
            let mut lines = self.set(paragraph, &CELL, width);
            let after_title = index == 1 && cell.paragraphs.first().is_some_and(is_title);
            lines.gap = if after_title { 0.0 } else { CELL.leading / 2.0 };
            laid.push(lines);
        }
        laid
    }

    /// Returns the height of a table up to its first row.
    pub(crate) fn table_start(&mut self, table: &Table) -> f32 {
        if table.columns.is_empty() {
            return 0.0;
        }
        let places = places(table, self.format.frame_width());
        let first = table.rows.first().map_or(0.0, |row| {
            let strips = self.row_strips(row, &places);
            let band = Band { strips, padding: CELL_PADDING, whole: true, ..Band::default() };
            band.least(self.format.frame_height())
        });
        self.table_top(table, &places) + first
    }

    /// Returns the height of a whole table, or more than a page.
    pub(crate) fn table_height(&mut self, table: &Table) -> f32 {
        if table.columns.is_empty() {
            return 0.0;
        }
        let places = places(table, self.format.frame_width());
        let mut height = self.table_top(table, &places) + BLOCK_GAP / 2.0;
        for row in &table.rows {
            let strips = self.row_strips(row, &places);
            height += Band { strips, padding: CELL_PADDING, ..Band::default() }.height();
            if height > self.format.frame_height() {
                break;
            }
        }
        height
    }

    fn table_top(&mut self, table: &Table, places: &[Place]) -> f32 {
        let strips = self.head_strips(table, places);
        let head = Band { strips, padding: CELL_PADDING, ..Band::default() }.height();
        let caption = table
            .caption
            .as_ref()
            .map_or(0.0, |caption| self.set_text(caption, &CAPTION, self.measure()).height() + 4.0);
        BLOCK_GAP + caption + head
    }
}

/// Returns where each column stands.
fn places(table: &Table, frame: f32) -> Vec<Place> {
    let weight = |width: f32| if width.is_finite() { width.clamp(0.0, 1e6) } else { 0.0 };
    let total: f32 = table.columns.iter().map(|column| weight(column.width)).sum();
    let count = table.columns.len() as f32;
    let room = frame - 2.0 * EDGE - GUTTER * (count - 1.0);
    let narrowest = NARROWEST.min(room / count).max(1.0);
    let shared = (room - narrowest * count).max(0.0);
    let mut x = EDGE;
    let mut places = Vec::with_capacity(table.columns.len());
    for column in &table.columns {
        let share = if total > 0.0 { weight(column.width) / total } else { 1.0 / count };
        // A column has its share of the whole, and never less than the narrowest.
        let width = (room * share).max(narrowest).min(narrowest + shared);
        places.push((x, width));
        x += width + GUTTER;
    }
    // What the narrow ones took too much, all give back.
    let used: f32 = places.iter().map(|place| place.1).sum();
    if used > room {
        let factor = room.max(count) / used;
        let mut x = EDGE;
        for place in &mut places {
            place.0 = x;
            place.1 *= factor;
            x += place.1 + GUTTER.min(frame / count / 4.0);
        }
    }
    places
}

fn is_title(paragraph: &Paragraph) -> bool {
    paragraph.spans.iter().all(|span| span.bold || span.text.trim().is_empty())
}

/// Returns a cell's first words, by which warnings name its row.
fn name(cell: &Cell) -> String {
    let text: String = cell
        .paragraphs
        .first()
        .map(|paragraph| paragraph.spans.iter().map(|span| span.text.as_str()).collect())
        .unwrap_or_default();
    text.trim().chars().take(60).collect()
}
