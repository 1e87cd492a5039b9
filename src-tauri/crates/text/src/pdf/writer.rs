//! Puts glyphs together to words and lines by where they stand.

use hayro_font::kurbo::{Affine, Point, Vec2};

/// Text in the making, from glyphs as they come.
pub(super) struct Writer<'t> {
    text: &'t mut String,
    room: usize,
    /// Where the glyph before ended.
    end: Option<Point>,
}

impl<'t> Writer<'t> {
    /// Writes up to so many characters.
    pub(super) fn new(text: &'t mut String, room: usize) -> Self {
        Self { text, room, end: None }
    }

    pub(super) fn is_full(&self) -> bool {
        self.room == 0
    }

    /// Writes a glyph that stands at `place`, whose units are the size of its font, and that is `advance` wide in them.
    ///
    /// What stands on another line follows on a new line; what stands apart follows after a space.
    pub(super) fn glyph(&mut self, glyph: &str, place: Affine, advance: f64, is_vertical: bool) {
        let at = place * Point::ZERO;
        let along = place * Point::new(1.0, 0.0) - at;
        let upwards = place * Point::new(0.0, 1.0) - at;
        let (along, across) = if is_vertical { (-upwards, along) } else { (along, upwards) };
        if let Some(end) = self.end {
            match gap(at - end, along, across) {
                Gap::None => {}
                Gap::Space => self.push(' '),
                Gap::Line => self.push('\n'),
            }
        }
        for character in glyph.chars() {
            self.push(character);
        }
        self.end = Some(at + along * advance);
    }

    fn push(&mut self, character: char) {
        if self.room > 0 {
            self.room -= 1;
            self.text.push(character);
        }
    }
}

enum Gap {
    None,
    Space,
    Line,
}

/// Judges a step from the end of a glyph to the next, given the size of the next along its line and across it.
fn gap(step: Vec2, along: Vec2, across: Vec2) -> Gap {
    let size = across.hypot().max(1e-6);
    let (unit, normal) = (along / along.hypot().max(1e-6), across / size);
    if step.dot(normal).abs() > size * 0.6 {
        return Gap::Line;
    }
    let ahead = step.dot(unit);
    if ahead > size * 0.15 || ahead < -size * 0.5 { Gap::Space } else { Gap::None }
}
