//! The look: ink on paper. Sizes are points, colours sRGB.

use crate::fonts::Face;
use crate::model::{Orientation, Tone};

/// An sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

pub(crate) const PAPER: Colour = Colour(0xff, 0xff, 0xff);
pub(crate) const TEXT: Colour = Colour(0x1d, 0x1b, 0x18);
pub(crate) const MUTED: Colour = Colour(0x5c, 0x58, 0x52);
pub(crate) const ACCENT: Colour = Colour(0x24, 0x49, 0x90);
pub(crate) const LINE: Colour = Colour(0xcf, 0xcc, 0xc5);
pub(crate) const LINE_STRONG: Colour = Colour(0x52, 0x4e, 0x48);
pub(crate) const TINT: Colour = Colour(0xf4, 0xf2, 0xee);

pub(crate) const HAIRLINE: f32 = 0.5;
pub(crate) const RULE: f32 = 0.75;

impl Tone {
    /// Returns the colour of text that stands on it.
    pub(crate) fn on(self) -> Colour {
        match self {
            Tone::Ink | Tone::Blue | Tone::Green | Tone::Teal | Tone::Slate | Tone::Red => PAPER,
            Tone::Grey | Tone::Pale | Tone::Amber => TEXT,
        }
    }

    pub(crate) fn colour(self) -> Colour {
        match self {
            Tone::Ink => LINE_STRONG,
            Tone::Blue => ACCENT,
            Tone::Green => Colour(0x2b, 0x77, 0x40),
            Tone::Teal => Colour(0x19, 0x75, 0x87),
            Tone::Slate => Colour(0x5f, 0x69, 0x7e),
            Tone::Grey => Colour(0xa9, 0xa4, 0x9b),
            Tone::Pale => Colour(0xdd, 0xd9, 0xd1),
            Tone::Amber => Colour(0xc0, 0x7f, 0x2b),
            Tone::Red => Colour(0xb3, 0x38, 0x32),
        }
    }
}

/// How a run of text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TextStyle {
    pub(crate) face: Face,
    pub(crate) size: f32,
    /// The distance from one baseline to the next.
    pub(crate) leading: f32,
    pub(crate) colour: Colour,
}

const fn style(face: Face, size: f32, leading: f32, colour: Colour) -> TextStyle {
    TextStyle { face, size, leading, colour }
}

pub(crate) const BODY: TextStyle = style(Face::Regular, 9.5, 14.0, TEXT);
pub(crate) const CELL: TextStyle = style(Face::Regular, 8.0, 11.0, TEXT);
pub(crate) const COLUMN_HEAD: TextStyle = style(Face::Regular, 7.0, 9.5, MUTED);
pub(crate) const CAPTION: TextStyle = style(Face::Regular, 8.5, 12.0, MUTED);
pub(crate) const FACT_LABEL: TextStyle = style(Face::Regular, 9.5, 14.0, MUTED);
pub(crate) const FURNITURE: TextStyle = style(Face::Regular, 7.0, 10.0, MUTED);
pub(crate) const LEGEND: TextStyle = style(Face::Regular, 8.5, 13.0, TEXT);
/// A number inside a bar.
pub(crate) const NUMBER: TextStyle = style(Face::Bold, 7.5, 10.0, TEXT);
pub(crate) const COVER_OWNER: TextStyle = style(Face::Bold, 11.0, 15.0, TEXT);
pub(crate) const COVER_TITLE: TextStyle = style(Face::Bold, 31.0, 37.0, TEXT);
pub(crate) const COVER_SUBTITLE: TextStyle = style(Face::Regular, 13.0, 19.0, MUTED);

const HEADINGS: [TextStyle; 4] = [
    style(Face::Bold, 18.0, 23.0, TEXT),
    style(Face::Bold, 12.5, 17.0, TEXT),
    style(Face::Bold, 10.0, 14.0, TEXT),
    style(Face::Bold, 9.5, 14.0, MUTED),
];

/// Returns how a heading is set, and the space above and below it.
pub(crate) fn heading(level: u8) -> (TextStyle, f32, f32) {
    let [first, second, third, rest] = HEADINGS;
    match level {
        0 | 1 => (first, 30.0, 8.0),
        2 => (second, 22.0, 6.0),
        3 => (third, 16.0, 4.0),
        _ => (rest, 12.0, 3.0),
    }
}

/// The widest comfortable line of running text.
pub(crate) const MEASURE: f32 = 430.0;
/// Between paragraphs.
pub(crate) const PARAGRAPH_GAP: f32 = 7.0;
/// Above and below tables and charts.
pub(crate) const BLOCK_GAP: f32 = 12.0;
/// Between the columns of a table, half on each side.
pub(crate) const GUTTER: f32 = 10.0;
/// Above and below the text of a table's cell.
pub(crate) const CELL_PADDING: f32 = 4.5;

/// The page's size and the frame that text fills, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Format {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

const LONG: f32 = 841.89;
const SHORT: f32 = 595.28;

impl Format {
    pub(crate) fn of(orientation: Orientation) -> Self {
        match orientation {
            Orientation::Portrait => {
                Self { width: SHORT, height: LONG, left: 62.0, right: 533.28, top: 84.0, bottom: 770.0 }
            }
            Orientation::Landscape => {
                Self { width: LONG, height: SHORT, left: 46.0, right: 795.89, top: 70.0, bottom: 540.0 }
            }
        }
    }

    pub(crate) fn frame_width(&self) -> f32 {
        self.right - self.left
    }

    pub(crate) fn frame_height(&self) -> f32 {
        self.bottom - self.top
    }
}
