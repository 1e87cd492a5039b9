//! The faces, and text turned into their glyphs.

mod characters;
mod subset;

use std::collections::HashMap;
use std::rc::Rc;

use harfrust::{
    Buffer, BufferFlags, ClusterLevel, Direction, Feature, Font, GlyphId, Script, ShapeOptions, ShapePlan,
    ShaperFont, Tag, shape,
};

pub(crate) use characters::{Cleaned, Piece, clean};
use subset::Subset;
pub(crate) use subset::{Encoded, Part};

use crate::error::PdfError;

/// A face of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Regular,
    Bold,
    Italic,
    /// Arrows and the signs of mathematics, for text in any of the three.
    Mathematics,
    /// Ticks, boxes and other signs, for text in any of the three.
    Symbols,
}

impl Face {
    const ALL: [Face; 5] = [Face::Regular, Face::Bold, Face::Italic, Face::Mathematics, Face::Symbols];
    /// The faces in which text is set.
    const TEXT: [Face; 3] = [Face::Regular, Face::Bold, Face::Italic];
    /// The faces that help out where those lack a character.
    const SIGNS: [Face; 2] = [Face::Mathematics, Face::Symbols];

    /// The name under which pages refer to it.
    pub(crate) fn resource(self) -> &'static str {
        match self {
            Face::Regular => "R",
            Face::Bold => "B",
            Face::Italic => "I",
            Face::Mathematics => "M",
            Face::Symbols => "S",
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Face::Regular => "NotoSans",
            Face::Bold => "NotoSans-Bold",
            Face::Italic => "NotoSans-Italic",
            Face::Mathematics => "NotoSansMath",
            Face::Symbols => "NotoSansSymbols2",
        }
    }

    fn data(self) -> &'static [u8] {
        match self {
            Face::Regular => include_bytes!("../../fonts/NotoSans-Regular.ttf"),
            Face::Bold => include_bytes!("../../fonts/NotoSans-Bold.ttf"),
            Face::Italic => include_bytes!("../../fonts/NotoSans-Italic.ttf"),
            Face::Mathematics => include_bytes!("../../fonts/NotoSansMath-Regular.ttf"),
            Face::Symbols => include_bytes!("../../fonts/NotoSansSymbols2-Regular.ttf"),
        }
    }
}

/// A glyph of a shaped word. Distances are thousandths of the font's size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// How far the pen moves, kerning included.
    pub(crate) advance: i32,
    /// How far the pen would move without kerning.
    pub(crate) nominal: i32,
    /// Where the glyph stands relative to the pen.
    pub(crate) offset: (i32, i32),
    /// The bytes of the word's text that it shows.
    pub(crate) text: (u32, u32),
}

/// A shaped piece of text.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) text: Box<str>,
    pub(crate) glyphs: Vec<Glyph>,
    /// The width in thousandths of the font's size, trailing spaces included.
    pub(crate) width: i32,
    /// The width of the trailing spaces.
    pub(crate) spaces: i32,
}

/// Words beyond this many are forgotten, so that memory does not grow with the text.
const CACHED_WORDS: usize = 20_000;

struct Shaper {
    font: Font,
    plans: Vec<ShapePlan>,
    words: HashMap<Box<str>, Rc<Word>>,
    subset: Subset,
}

impl Shaper {
    fn load(face: Face) -> Result<Self, PdfError> {
        let font = Font::new(face.data(), 0)
            .ok_or_else(|| PdfError::Font { face: face.name(), reason: "not a font".to_owned() })?;
        Ok(Self { font, plans: Vec::new(), words: HashMap::new(), subset: Subset::default() })
    }
}

/// The faces in use by one document.
pub(crate) struct Fonts {
    faces: [Shaper; 5],
    features: [Feature; 2],
    buffer: Option<Buffer>,
}

impl Fonts {
    pub(crate) fn load() -> Result<Self, PdfError> {
        let off = |tag: &[u8; 4]| Feature::new(Tag::new(tag), 0, ..);
        let [regular, bold, italic, mathematics, symbols] = Face::ALL;
        Ok(Self {
            faces: [
                Shaper::load(regular)?,
                Shaper::load(bold)?,
                Shaper::load(italic)?,
                Shaper::load(mathematics)?,
                Shaper::load(symbols)?,
            ],
            features: [off(b"liga"), off(b"clig")],
            buffer: None,
        })
    }

    fn shaper(&self, face: Face) -> &Shaper {
        &self.faces[face as usize]
    }

    fn shaper_mut(&mut self, face: Face) -> &mut Shaper {
        &mut self.faces[face as usize]
    }

    /// Returns the face that has a character: nothing within where every text's own face has it,
    /// nothing at all where no face has it.
    #[allow(clippy::option_option)]
    pub(crate) fn face_with(&self, character: char) -> Option<Option<Face>> {
        if Face::TEXT.iter().all(|face| self.has(*face, character)) {
            return Some(None);
        }
        Face::SIGNS.into_iter().find(|face| self.has(*face, character)).map(Some)
    }

    fn has(&self, face: Face, character: char) -> bool {
        let glyph = self.shaper(face).font.charmap().map_unicode(character);
        glyph.is_some_and(|glyph| glyph != GlyphId::NOTDEF)
    }

    /// Returns the text as glyphs of the face. All of it must be in the face.
    pub(crate) fn word(&mut self, face: Face, text: &str) -> Rc<Word> {
        if let Some(word) = self.shaper(face).words.get(text) {
            return Rc::clone(word);
        }
        let word = Rc::new(self.shape(face, text));
        let words = &mut self.shaper_mut(face).words;
        if words.len() >= CACHED_WORDS {
            words.clear();
        }
        words.insert(text.into(), Rc::clone(&word));
        word
    }

    fn shape(&mut self, face: Face, text: &str) -> Word {
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.reset();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_language(None);
        // Marks that do not compose keep their own text.
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        buffer.set_flags(BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE | BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        let features = self.features;
        let script = buffer.script();
        let shaper = self.shaper_mut(face);
        let known = shaper.plans.iter().position(|plan| plan.script() == script);
        let plan = known.unwrap_or_else(|| {
            shaper.plans.push(plan_for(&shaper.font, script, &features));
            shaper.plans.len() - 1
        });
        let font = ShaperFont::new(&shaper.font);
        let options = ShapeOptions::new().plan(shaper.plans.get(plan)).features(&features);
        // The buffer holds fresh text and the plan was made for its direction and script, so
        // shaping cannot be refused; were it, the word would come out empty and without width.
        let _ = shape(&font, &mut buffer, options);
        let word = collect(&font, &buffer, text);
        self.buffer = Some(buffer);
        word
    }

    /// Returns the word's glyphs as the file refers to them, and notes that the file needs them.
    pub(crate) fn encode(&mut self, face: Face, word: &Word, into: &mut Encoded) {
        self.shaper_mut(face).subset.encode(word, into);
    }

    /// Returns the faces that were used, each cut down to its used glyphs.
    pub(crate) fn subsets(&self) -> Result<Vec<(Face, printpdf::PdfFont)>, PdfError> {
        let mut fonts = Vec::new();
        for face in Face::ALL {
            let shaper = self.shaper(face);
            if let Some(font) = shaper.subset.font(face, face.data(), &shaper.font)? {
                fonts.push((face, font));
            }
        }
        Ok(fonts)
    }
}

fn plan_for(font: &Font, script: Option<Script>, features: &[Feature]) -> ShapePlan {
    ShapePlan::new(font, Direction::LeftToRight, script, None, features)
}

fn collect(font: &ShaperFont<'_, '_>, buffer: &Buffer, text: &str) -> Word {
    let infos = buffer.glyph_infos();
    let scale = |value: i32| value * 1000 / i32::from(font.units_per_em()).max(1);
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(infos.len());
    for (info, position) in infos.iter().zip(buffer.glyph_positions()) {
        let start = info.cluster;
        if let Some(last) = glyphs.last_mut() {
            last.text.1 = start.max(last.text.0);
        }
        glyphs.push(Glyph {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            advance: scale(position.x_advance),
            nominal: scale(font.default_glyph_h_advance(GlyphId::new(info.glyph_id))),
            offset: (scale(position.x_offset), scale(position.y_offset)),
            text: (start, u32::try_from(text.len()).unwrap_or(u32::MAX)),
        });
    }
    let width = |glyphs: &[Glyph]| glyphs.iter().map(|glyph| glyph.advance).fold(0, i32::saturating_add);
    let end = u32::try_from(text.trim_end().len()).unwrap_or(u32::MAX);
    let first_space = glyphs.iter().position(|glyph| glyph.text.0 >= end).unwrap_or(glyphs.len());
    Word {
        text: text.into(),
        width: width(&glyphs),
        spaces: width(glyphs.get(first_space..).unwrap_or_default()),
        glyphs,
    }
}
