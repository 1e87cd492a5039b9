//! Fonts, as far as they say what their codes mean and how wide they are.

use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, GlyphId};
use hayro_syntax::object::{Array, Dict, Object, Stream};

use super::budget::Budget;

/// The codes that a font can have.
const CODES: f64 = 65_535.0;

/// The fonts of a document.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    substitutes: FontResolverFn,
    code_maps: CMapResolverFn,
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        Self {
            cache: FontCache::new(),
            substitutes: Arc::new(|query| {
                Some(match query {
                    FontQuery::Standard(font) => font.get_font_data(),
                    FontQuery::Fallback(like) => like.pick_standard_font().get_font_data(),
                })
            }),
            code_maps: Arc::new(hayro_cmap::load_embedded),
        }
    }

    /// Returns a font, or nothing where it can't be read or would take too much.
    pub(super) fn load(&self, font: &Dict<'a>, budget: &mut Budget) -> Option<Font<'a>> {
        let descendant =
            font.get::<Array<'_>>(b"DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let mut bytes = 0_u64;
        for dict in [Some(font), descendant.as_ref()].into_iter().flatten() {
            if budget.is_spent() {
                return None;
            }
            bytes = bytes.saturating_add(cost(dict, budget)?);
        }
        if !budget.font(bytes) {
            return None;
        }
        self.cache.font(font, &self.substitutes, &self.code_maps)
    }
}

/// Returns about how many bytes a font takes in memory, or nothing where it counts codes that no font has: those
/// who read it would make room for each.
fn cost(font: &Dict<'_>, budget: &mut Budget) -> Option<u64> {
    if font.get::<f64>(b"FirstChar").is_some_and(|first| !(0.0..=CODES).contains(&first)) {
        return None;
    }
    let mut bytes = 0_u64;
    for key in ["ToUnicode", "Encoding"] {
        if let Some(map) = font.get::<Stream<'_>>(key.as_bytes()) {
            let size = map.decoded_data().map_or(0, |data| data.len());
            // Unpacking it to see its size was work too.
            budget.draw(size);
            bytes = bytes.saturating_add((size as u64).saturating_mul(4));
        }
    }
    for key in ["W", "W2"] {
        if let Some(widths) = font.get::<Array<'_>>(key.as_bytes()) {
            bytes = bytes.saturating_add(widths_cost(&widths)?);
        }
    }
    Some(bytes.saturating_add(font.data().len() as u64))
}

/// Widths are told for single codes in lists, or for ranges by two codes in a row.
fn widths_cost(widths: &Array<'_>) -> Option<u64> {
    let mut cost = widths.data().len() as u64;
    let mut before = None;
    for item in widths.iter::<Object<'_>>() {
        let number = match &item {
            Object::Number(number) => Some(number.as_f64()),
            _ => None,
        };
        if let (Some(first), Some(last)) = (before, number) {
            if last > CODES {
                return None;
            }
            cost = cost.saturating_add((f64::max(last - first, 0.0) * 16.0) as u64);
        }
        before = number;
    }
    Some(cost)
}

/// What a code means, and how far it moves on, in thousandths of the font's size.
pub(super) struct Glyph {
    pub(super) text: Option<BfString>,
    pub(super) advance: f64,
    pub(super) is_vertical: bool,
}

pub(super) fn glyph(font: &Font<'_>, code: u32) -> Glyph {
    let text = match font.glyph(GlyphId::NOTDEF, code) {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    };
    let advance = font.code_advance(code);
    let is_vertical = !font.is_horizontal();
    Glyph { text, advance: if is_vertical { advance.y } else { advance.x }, is_vertical }
}
