//! The glyphs that a document uses, and the fonts cut down to them.

use std::collections::{BTreeMap, HashMap};

use harfrust::Font;
use printpdf::{Codepoint, FontMetrics, ParsedFont, PdfFont, TextItem};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::{Face, Glyph, Word};
use crate::error::PdfError;

/// The glyphs of one face that are in use.
///
/// The file numbers them anew in the order of their first use. Each number stands for one text;
/// where a glyph shows two texts (a hyphen and a non-breaking hyphen), the first has it and
/// the other is written beside the glyph as its actual text.
#[derive(Default)]
pub(crate) struct Subset {
    glyphs: GlyphRemapper,
    widths: BTreeMap<u16, u16>,
    characters: BTreeMap<u32, u16>,
    texts: HashMap<u16, Box<str>>,
}

/// Glyphs as a page's operators show them, in the order of the text.
#[derive(Default)]
pub(crate) struct Encoded {
    pub(crate) parts: Vec<Part>,
}

/// What one operator shows.
#[derive(Default)]
pub(crate) struct Part {
    /// How far above the baseline, in thousandths of the size.
    pub(crate) raise: i32,
    /// The text that the glyphs stand for, where it is not their own.
    pub(crate) actual: Option<Box<str>>,
    pub(crate) items: Vec<TextItem>,
}

impl Encoded {
    /// Returns the items of a part of this kind at the end.
    fn items(&mut self, raise: i32, actual: Option<Box<str>>) -> &mut Vec<TextItem> {
        let goes_on = self
            .parts
            .last()
            .is_some_and(|part| actual.is_none() && part.actual.is_none() && part.raise == raise);
        if !goes_on {
            self.parts.push(Part { raise, actual, items: Vec::new() });
        }
        let last = self.parts.len() - 1;
        &mut self.parts[last].items
    }

    /// Moves the pen back by thousandths of the size.
    fn back(&mut self, distance: i32) {
        if distance == 0 {
            return;
        }
        let Some(part) = self.parts.last_mut() else {
            self.items(0, None).push(TextItem::Offset(distance as f32));
            return;
        };
        match part.items.last_mut() {
            Some(TextItem::Offset(offset)) => *offset += distance as f32,
            _ => part.items.push(TextItem::Offset(distance as f32)),
        }
    }
}

impl Subset {
    pub(crate) fn encode(&mut self, word: &Word, into: &mut Encoded) {
        for glyph in &word.glyphs {
            let text = word.text.get(glyph.text.0 as usize..glyph.text.1 as usize).unwrap_or_default();
            let id = self.glyphs.remap(glyph.id);
            self.widths.entry(id).or_insert_with(|| u16::try_from(glyph.nominal).unwrap_or(0));
            into.back(-glyph.offset.0);
            self.show(id, text, glyph, into);
            into.back(glyph.offset.0 + glyph.nominal - glyph.advance);
        }
    }

    fn show(&mut self, id: u16, text: &str, glyph: &Glyph, into: &mut Encoded) {
        let own = self.texts.entry(id).or_insert_with(|| text.into());
        let actual = (own.as_ref() != text && !same_space(own, text)).then(|| text.into());
        let single = own.chars().next().filter(|first| first.len_utf8() == own.len());
        let own = own.clone();
        let items = into.items(glyph.offset.1, actual);
        match single {
            Some(character) if *self.characters.entry(u32::from(character)).or_insert(id) == id => {
                match items.last_mut() {
                    Some(TextItem::Text(shown)) => shown.push(character),
                    _ => items.push(TextItem::Text(character.into())),
                }
            }
            _ => items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(id, 0.0, own.into_string())])),
        }
    }

    /// Returns the face with the used glyphs alone; nothing where none was used.
    pub(crate) fn font(&self, face: Face, data: &[u8], font: &Font) -> Result<Option<PdfFont>, PdfError> {
        if self.widths.is_empty() {
            return Ok(None);
        }
        let bytes = subsetter::subset(data, 0, &self.glyphs)
            .map_err(|error| PdfError::Font { face: face.name(), reason: error.to_string() })?;
        let metrics = font.metrics();
        let scaled = |value: f32| (value * 1000.0 / f32::from(font.units_per_em().max(1))).round() as i16;
        let (ascent, descent) = metrics.hhea_line.map_or((1069, -293), |line| {
            (scaled(line.ascender.to_f64() as f32), scaled(line.descender.to_f64() as f32))
        });
        let mut parsed = ParsedFont::with_glyph_data(
            bytes,
            0,
            Some(format!("{}+{}", self.tag(), face.name())),
            self.characters.clone(),
            self.widths.clone(),
            1000,
            FontMetrics { ascent, descent },
        );
        let bounds = metrics.bounds;
        parsed.pdf_font_metrics.x_min = scaled(bounds.x_min.to_f64() as f32);
        parsed.pdf_font_metrics.y_min = scaled(bounds.y_min.to_f64() as f32);
        parsed.pdf_font_metrics.x_max = scaled(bounds.x_max.to_f64() as f32);
        parsed.pdf_font_metrics.y_max = scaled(bounds.y_max.to_f64() as f32);
        let (rise, run, weight) = match face {
            Face::Regular => (1000, 0, 400),
            Face::Bold => (1000, 0, 700),
            // 12 degrees.
            Face::Italic => (1000, 213, 400),
        };
        parsed.pdf_font_metrics.caret_slope_rise = rise;
        parsed.pdf_font_metrics.caret_slope_run = run;
        parsed.pdf_font_metrics.us_weight_class = weight;
        Ok(Some(PdfFont::new(parsed)))
    }

    /// The six letters that tell one subset of a font from another (ISO 32000-1, 9.6.4).
    fn tag(&self) -> String {
        let mut hash = Sha256::new();
        for old in self.glyphs.remapped_gids() {
            hash.update(old.to_be_bytes());
        }
        hash.finalize().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
    }
}

/// Spaces of every width share a glyph and read as a space.
fn same_space(one: &str, other: &str) -> bool {
    one.trim().is_empty() && other.trim().is_empty()
}
