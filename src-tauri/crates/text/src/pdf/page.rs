//! The text that a page shows: its instructions, carried out as far as text needs.

use std::collections::HashMap;

use hayro_font::Font;
use hayro_font::hayro_cmap::BfString;
use hayro_font::kurbo::Affine;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::Page;

use super::budget::Budget;
use super::fonts::{Fonts, glyph};
use super::lexer::{self, Lexer, Token};
use super::writer::Writer;

/// How deep forms may stand within forms.
const DEEPEST: u32 = 24;

/// States that may be saved at a time.
const MOST_STATES: usize = 512;

/// Operands that an instruction may have.
const MOST_OPERANDS: usize = 64;

/// Writes down what a page shows; returns whether that is all of it.
pub(super) fn read<'a>(page: &Page<'a>, fonts: &Fonts<'a>, budget: &mut Budget, text: &mut String) -> bool {
    let room = budget.characters;
    let writer = Writer::new(text, room);
    let mut hand = Hand { fonts, budget, writer, whole: true };
    let content = hand.content(page.raw());
    let resources = page.resources();
    let scope = Scope { fonts: resources.fonts.clone(), forms: resources.x_objects.clone() };
    hand.run(&content, &scope, Affine::IDENTITY, 0);
    for note in page.raw().get::<Array<'_>>(b"Annots").into_iter().flat_map(|notes| notes.iter::<Dict<'_>>())
    {
        if let Some(shown) = appearance(&note) {
            hand.form(&shown, &scope, Affine::IDENTITY, 0);
        }
    }
    hand.whole && !hand.writer.is_full()
}

/// Returns what a note, a field or a stamp shows.
fn appearance<'a>(note: &Dict<'a>) -> Option<Stream<'a>> {
    match note.get::<Dict<'_>>(b"AP")?.get::<Object<'_>>(b"N")? {
        Object::Stream(shown) => Some(shown),
        Object::Dict(states) => states.get::<Stream<'_>>(note.get::<Name<'_>>(b"AS")?),
        _ => None,
    }
}

/// Where names are looked up.
#[derive(Clone)]
struct Scope<'a> {
    fonts: Dict<'a>,
    forms: Dict<'a>,
}

/// Carries out instructions.
struct Hand<'h, 'a> {
    fonts: &'h Fonts<'a>,
    budget: &'h mut Budget,
    writer: Writer<'h>,
    whole: bool,
}

/// What text looks like.
#[derive(Clone)]
struct State<'a> {
    place: Affine,
    font: Option<Font<'a>>,
    size: f64,
    between_characters: f64,
    between_words: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl<'a> Hand<'_, 'a> {
    /// Returns the instructions of a page, as far as they fit.
    fn content(&mut self, page: &Dict<'a>) -> Vec<u8> {
        let single = page.get::<Stream<'_>>(b"Contents");
        let many = page.get::<Array<'_>>(b"Contents");
        let many = many.into_iter().flat_map(|parts| parts.iter::<Stream<'_>>());
        let mut content = Vec::new();
        for part in single.into_iter().chain(many) {
            let Ok(bytes) = part.decoded_data() else {
                self.whole = false;
                continue;
            };
            if content.len() as u64 + bytes.len() as u64 > self.budget.part || !self.budget.draw(bytes.len())
            {
                self.whole = false;
                break;
            }
            content.extend_from_slice(&bytes);
            content.push(b'\n');
        }
        content
    }

    /// Carries out what a form shows.
    fn form(&mut self, form: &Stream<'a>, around: &Scope<'a>, place: Affine, depth: u32) {
        let dict = form.dict();
        if dict.get::<Name<'_>>(b"Subtype").is_some_and(|kind| kind.as_ref() != b"Form") {
            return;
        }
        let Ok(content) = form.decoded_data() else {
            self.whole = false;
            return;
        };
        if depth >= DEEPEST || !self.budget.draw(content.len()) {
            self.whole = false;
            return;
        }
        let matrix = dict.get::<[f64; 6]>(b"Matrix").map_or(Affine::IDENTITY, Affine::new);
        let own = dict.get::<Dict<'_>>(b"Resources");
        let part = |key: &[u8]| own.as_ref().and_then(|own| own.get::<Dict<'_>>(key)).unwrap_or_default();
        let scope = match own {
            Some(_) => Scope { fonts: part(b"Font"), forms: part(b"XObject") },
            None => around.clone(),
        };
        self.run(&content, &scope, place * matrix, depth + 1);
    }

    fn run(&mut self, content: &[u8], scope: &Scope<'a>, place: Affine, depth: u32) {
        let mut run = Run::new(place);
        let mut lexer = Lexer::new(content);
        let mut operands: Vec<Token<'_>> = Vec::new();
        let mut fonts: HashMap<Vec<u8>, Option<Font<'a>>> = HashMap::new();
        let mut steps = 0_u32;
        while let Some(token) = lexer.next() {
            let Token::Operator(operator) = token else {
                if operands.len() < MOST_OPERANDS {
                    operands.push(token);
                }
                continue;
            };
            steps = steps.wrapping_add(1);
            if self.writer.is_full() || (steps.is_multiple_of(256) && self.budget.is_spent()) {
                self.whole = false;
                return;
            }
            match (operator, operands.as_slice()) {
                (b"BI", _) => lexer.skip_picture(),
                (b"Do", [.., Token::Name(name)]) => {
                    if let Some(form) = scope.forms.get::<Stream<'_>>(lexer::name(name)) {
                        self.form(&form, scope, run.state.place, depth);
                    }
                }
                (b"Tf", [.., Token::Name(name), Token::Number(size)]) => {
                    let name = lexer::name(name);
                    let font = fonts.entry(name).or_insert_with_key(|name| {
                        scope.fonts.get::<Dict<'_>>(name).and_then(|font| self.fonts.load(&font, self.budget))
                    });
                    // Text in a font that can't be read says nothing.
                    self.whole &= font.is_some();
                    run.state.font = font.clone();
                    run.state.size = *size;
                }
                (b"Tj", [.., text]) => self.show(&mut run, *text),
                (b"'", [.., text]) => {
                    run.next_line();
                    self.show(&mut run, *text);
                }
                (b"\"", [Token::Number(words), Token::Number(characters), text]) => {
                    run.state.between_words = *words;
                    run.state.between_characters = *characters;
                    run.next_line();
                    self.show(&mut run, *text);
                }
                (b"TJ", [.., Token::List(items)]) => {
                    for item in Lexer::new(items) {
                        match item {
                            Token::Number(back) => run.move_back(back),
                            text => self.show(&mut run, text),
                        }
                    }
                }
                (operator, operands) => run.set(operator, operands),
            }
            operands.clear();
        }
    }

    /// Writes a string in the font that is set.
    fn show(&mut self, run: &mut Run<'a>, text: Token<'_>) {
        let bytes = match text {
            Token::Literal(written) => lexer::literal(written),
            Token::Hexadecimal(written) => lexer::hexadecimal(written),
            Token::Number(_) | Token::Name(_) | Token::List(_) | Token::Dictionary | Token::Operator(_) => {
                return;
            }
        };
        let Some(font) = run.state.font.clone() else { return };
        let mut at = 0;
        while at < bytes.len() && !self.writer.is_full() {
            let (code, length) = font.read_code(&bytes, at);
            at += length.max(1);
            let glyph = glyph(&font, code);
            let said = match &glyph.text {
                Some(BfString::Char(character)) => character.to_string(),
                Some(BfString::String(text)) => text.clone(),
                None => String::new(),
            };
            let state = &run.state;
            let wide = glyph.advance / 1_000.0;
            let spaced =
                state.between_characters + if (code, length) == (32, 1) { state.between_words } else { 0.0 };
            let reach = if glyph.is_vertical { -wide } else { wide };
            // Spacing is a part of the glyph before, or letters that stand apart would be words.
            let size = if state.size == 0.0 { 1.0 } else { state.size };
            self.writer.glyph(&said, run.glyph_place(), reach + spaced / size, glyph.is_vertical);
            run.advance(wide, spaced, glyph.is_vertical);
        }
    }
}

/// Where a run of instructions stands.
struct Run<'a> {
    state: State<'a>,
    saved: Vec<State<'a>>,
    text: Affine,
    line: Affine,
}

impl Run<'_> {
    fn new(place: Affine) -> Self {
        let state = State {
            place,
            font: None,
            size: 1.0,
            between_characters: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        Self { state, saved: Vec::new(), text: Affine::IDENTITY, line: Affine::IDENTITY }
    }

    /// Carries out an instruction that only sets something; others leave everything as it is.
    fn set(&mut self, operator: &[u8], operands: &[Token<'_>]) {
        let numbers: Vec<f64> = operands
            .iter()
            .filter_map(|operand| if let Token::Number(number) = operand { Some(*number) } else { None })
            .collect();
        match (operator, numbers.as_slice()) {
            (b"q", _) if self.saved.len() < MOST_STATES => self.saved.push(self.state.clone()),
            (b"Q", _) => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            (b"cm", &[a, b, c, d, e, f]) => self.state.place *= Affine::new([a, b, c, d, e, f]),
            (b"BT", _) => (self.text, self.line) = (Affine::IDENTITY, Affine::IDENTITY),
            (b"Tm", &[a, b, c, d, e, f]) => {
                self.line = Affine::new([a, b, c, d, e, f]);
                self.text = self.line;
            }
            (b"Td", &[x, y]) => self.move_line(x, y),
            (b"TD", &[x, y]) => {
                self.state.leading = -y;
                self.move_line(x, y);
            }
            (b"T*", _) => self.next_line(),
            (b"Tc", &[space]) => self.state.between_characters = space,
            (b"Tw", &[space]) => self.state.between_words = space,
            (b"Tz", &[percent]) => self.state.stretch = percent / 100.0,
            (b"TL", &[leading]) => self.state.leading = leading,
            (b"Ts", &[rise]) => self.state.rise = rise,
            _ => {}
        }
    }

    fn move_line(&mut self, x: f64, y: f64) {
        self.line *= Affine::translate((x, y));
        self.text = self.line;
    }

    fn next_line(&mut self) {
        self.move_line(0.0, -self.state.leading);
    }

    /// Moves back by thousandths of the font's size.
    fn move_back(&mut self, thousandths: f64) {
        let by = -thousandths / 1_000.0 * self.state.size;
        let is_vertical = self.state.font.as_ref().is_some_and(|font| !font.is_horizontal());
        let step = if is_vertical { (0.0, by) } else { (by * self.state.stretch, 0.0) };
        self.text *= Affine::translate(step);
    }

    /// Moves past a glyph that is `wide` times the font's size.
    fn advance(&mut self, wide: f64, spaced: f64, is_vertical: bool) {
        let by = wide * self.state.size;
        let step = if is_vertical { (0.0, by - spaced) } else { ((by + spaced) * self.state.stretch, 0.0) };
        self.text *= Affine::translate(step);
    }

    /// Returns where the next glyph stands, in units of the font's size.
    fn glyph_place(&self) -> Affine {
        let State { place, size, stretch, rise, .. } = &self.state;
        *place * self.text * Affine::new([size * stretch, 0.0, 0.0, *size, 0.0, *rise])
    }
}
