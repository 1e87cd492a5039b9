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

/// Glyphs that stand for their own text, or together for another.
#[derive(Default)]
pub(crate) struct Part {
    /// The text that the glyphs stand for, where it is not their own.
    pub(crate) actual: Option<Box<str>>,
    pub(crate) runs: Vec<Run>,
}

/// What one operator shows.
#[derive(Default)]
pub(crate) struct Run {
    /// How far above the baseline, in thousandths of the size.
    pub(crate) raise: i32,
    pub(crate) items: Vec<TextItem>,
}

impl Encoded {
    /// Begins a part, unless the last may go on.
    fn part(&mut self, actual: Option<Box<str>>) {
        let goes_on = actual.is_none() && self.parts.last().is_some_and(|part| part.actual.is_none());
        if !goes_on {
            self.parts.push(Part { actual, runs: Vec::new() });
        }
    }

    /// Returns where the next glyph of the last part goes.
    fn items(&mut self, raise: i32) -> &mut Vec<TextItem> {
        if self.parts.is_empty() {
            self.part(None);
        }
        let last = self.parts.len() - 1;
        let runs = &mut self.parts[last].runs;
        if runs.last().is_none_or(|run| run.raise != raise) {
            runs.push(Run { raise, items: Vec::new() });
        }
        let last = runs.len() - 1;
        &mut runs[last].items
    }

    /// Moves the pen back by thousandths of the size.
    fn back(&mut self, distance: i32) {
        if distance == 0 {
            return;
        }
        let raise = self.parts.last().and_then(|part| part.runs.last()).map_or(0, |run| run.raise);
        match self.items(raise).last_mut() {
            Some(TextItem::Offset(offset)) => *offset += distance as f32,
            _ => self.items(raise).push(TextItem::Offset(distance as f32)),
        }
    }
}

impl Subset {
    pub(crate) fn encode(&mut self, word: &Word, into: &mut Encoded) {
        // Several glyphs show one stretch of text where the font takes a character apart.
        // All but the last of them have none of it.
        for glyphs in word.glyphs.chunk_by(|glyph, _| glyph.text.0 == glyph.text.1) {
            let (Some(first), Some(last)) = (glyphs.first(), glyphs.last()) else { continue };
            let text = word.text.get(first.text.0 as usize..last.text.1 as usize).unwrap_or_default();
            let own = glyphs.len() == 1 && self.is_own(first.id, text);
            into.part((!own).then(|| text.into()));
            for glyph in glyphs {
                into.back(-glyph.offset.0);
                self.show(glyph, text, into);
                into.back(glyph.offset.0 + glyph.nominal - glyph.advance);
            }
        }
    }

    /// Returns whether a glyph stands for a text wherever it is used.
    fn is_own(&mut self, glyph: u16, text: &str) -> bool {
        let id = self.glyphs.remap(glyph);
        let own =
            self.texts.entry(id).or_insert_with(|| if is_space(text) { " ".into() } else { text.into() });
        own.as_ref() == text || (is_space(own) && is_space(text))
    }

    fn show(&mut self, glyph: &Glyph, text: &str, into: &mut Encoded) {
        let id = self.glyphs.remap(glyph.id);
        self.widths.entry(id).or_insert_with(|| u16::try_from(glyph.nominal).unwrap_or(0));
        let own = self.texts.entry(id).or_insert_with(|| text.into());
        let single = own.chars().next().filter(|first| first.len_utf8() == own.len());
        let items = into.items(glyph.offset.1);
        match single {
            Some(character) if *self.characters.entry(u32::from(character)).or_insert(id) == id => {
                match items.last_mut() {
                    Some(TextItem::Text(shown)) => shown.push(character),
                    _ => items.push(TextItem::Text(character.into())),
                }
            }
            _ => items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(id, 0.0, own.to_string())])),
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
            Face::Regular | Face::Mathematics | Face::Symbols => (1000, 0, 400),
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

/// Spaces of every width read as a space.
fn is_space(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(id: u16, text: (u32, u32), raise: i32) -> Glyph {
        Glyph { id, advance: 500, nominal: 500, offset: (0, raise), text }
    }

    fn encoded(subset: &mut Subset, text: &str, glyphs: Vec<Glyph>) -> Encoded {
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        let mut encoded = Encoded::default();
        subset.encode(&Word { text: text.into(), glyphs, width, spaces: 0 }, &mut encoded);
        encoded
    }

    #[test]
    fn glyphs_that_share_a_character_stand_for_it_together() {
        let glyphs = vec![glyph(7, (0, 1), 0), glyph(8, (1, 1), 0), glyph(9, (1, 3), 200)];
        let encoded = encoded(&mut Subset::default(), "aé", glyphs);
        let actual: Vec<_> = encoded.parts.iter().map(|part| part.actual.as_deref()).collect();
        assert_eq!(actual, [None, Some("é")]);
        let raises: Vec<_> = encoded.parts[1].runs.iter().map(|run| run.raise).collect();
        assert_eq!(raises, [0, 200]);
    }

    #[test]
    fn a_glyph_with_two_texts_says_the_second() {
        let mut subset = Subset::default();
        encoded(&mut subset, "-", vec![glyph(7, (0, 1), 0)]);
        let second = encoded(&mut subset, "\u{2010}", vec![glyph(7, (0, 3), 0)]);
        assert_eq!(second.parts[0].actual.as_deref(), Some("\u{2010}"));
        let first = encoded(&mut subset, "-", vec![glyph(7, (0, 1), 0)]);
        assert!(first.parts[0].actual.is_none());
    }

    #[test]
    fn kerning_moves_the_pen_back() {
        let mut kerned = glyph(7, (0, 1), 0);
        kerned.advance = 430;
        let encoded = encoded(&mut Subset::default(), "A", vec![kerned]);
        assert!(matches!(
            encoded.parts[0].runs[0].items.as_slice(),
            [TextItem::Text(_), TextItem::Offset(70.0)]
        ));
    }
}
