//! Paragraphs broken into lines (UAX #14).

use std::rc::Rc;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::{Cleaned, Face, Fonts, Piece, Word};
use crate::style::TextStyle;

/// A piece of a line in one style.
#[derive(Debug, Clone)]
pub(crate) struct Atom {
    pub(crate) word: Rc<Word>,
    /// The run it belongs to.
    pub(crate) run: usize,
    pub(crate) face: Face,
    /// The character for which it stands in.
    pub(crate) instead_of: Option<char>,
}

/// A line of a paragraph.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub(crate) atoms: Vec<Atom>,
    /// Its width in points without trailing spaces.
    pub(crate) width: f32,
}

/// Text in one style, made fit to be set.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) text: Cleaned,
    pub(crate) style: TextStyle,
}

/// Where a word that is too long for a line may be broken, before it is broken anywhere.
const SEAMS: [char; 14] = ['/', '.', '-', '?', '&', '=', '_', ',', ';', ':', '#', '@', '+', '%'];

static SEGMENTER: LineSegmenterBorrowed<'static> =
    LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());

/// Returns the runs as lines at most `width` points wide.
///
/// A line is wider only where a single character is. There is always at least one line.
pub(crate) fn lines(fonts: &mut Fonts, runs: &[Run], width: f32) -> Vec<Line> {
    let text: String = runs.iter().map(|run| run.text.text.as_str()).collect();
    let mut breaker =
        Breaker { fonts, runs, text: &text, width, lines: Vec::new(), line: Pending::default() };
    let mut start = 0;
    for end in SEGMENTER.segment_str(&text) {
        if inside_a_word(&text, end) {
            continue;
        }
        let segment = text.get(start..end).unwrap_or_default();
        let words = segment.trim_end_matches('\n');
        breaker.segment(start, start + words.len());
        // A line feed that ends the text begins no line.
        if words.len() < segment.len() && end < text.len() {
            breaker.end_line_with_space();
        }
        start = end;
    }
    breaker.finish()
}

/// Returns whether a line could end here only inside what was typed as one word, such as after a hyphen.
///
/// Such a word is broken only where it does not fit on a line of its own: whoever copies text from the page,
/// or searches it, finds what was typed.
fn inside_a_word(text: &str, at: usize) -> bool {
    const ZERO_WIDTH_SPACE: char = '\u{200b}';
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    at < text.len() && before.is_some_and(|before| !before.is_whitespace() && before != ZERO_WIDTH_SPACE)
}

/// A line that is being filled.
#[derive(Default)]
struct Pending {
    atoms: Vec<Atom>,
    /// With trailing spaces.
    pen: f32,
    width: f32,
}

struct Breaker<'a> {
    fonts: &'a mut Fonts,
    runs: &'a [Run],
    text: &'a str,
    width: f32,
    lines: Vec<Line>,
    line: Pending,
}

impl Breaker<'_> {
    /// Puts what stands between two places to break onto the line, or onto the next.
    fn segment(&mut self, start: usize, end: usize) {
        if start == end {
            return;
        }
        let atoms = self.atoms(start, end);
        let (pen, width) = self.measure(&atoms);
        if self.line.pen + width <= self.width {
            self.push(atoms, pen, width);
        } else if width <= self.width {
            self.end_line();
            self.push(atoms, pen, width);
        } else {
            self.long_segment(start, end);
        }
    }

    /// Breaks a segment that no line can hold.
    fn long_segment(&mut self, start: usize, end: usize) {
        // What is left of the line is used where it is worth it.
        if self.width - self.line.pen < self.width * 0.4 && !self.line.atoms.is_empty() {
            self.end_line();
        }
        let mut from = start;
        let mut at = start;
        let mut seam = start;
        let mut used = 0.0;
        let text = self.text;
        for (offset, grapheme) in text.get(start..end).unwrap_or_default().grapheme_indices(true) {
            let next = start + offset + grapheme.len();
            let (pen, width) = self.measure_range(at, next);
            if used + width > self.width - self.line.pen && at > from {
                let cut = if seam > from { seam } else { at };
                self.put(from, cut);
                self.end_line();
                from = cut;
                used = self.measure_range(cut, at).0;
            }
            used += pen;
            at = next;
            if grapheme.ends_with(SEAMS) && used > self.width * 0.4 {
                seam = next;
            }
        }
        self.put(from, end);
    }

    fn put(&mut self, start: usize, end: usize) {
        let atoms = self.atoms(start, end);
        let (pen, width) = self.measure(&atoms);
        self.push(atoms, pen, width);
    }

    fn push(&mut self, atoms: Vec<Atom>, pen: f32, width: f32) {
        self.line.width = self.line.pen + width;
        self.line.pen += pen;
        self.line.atoms.extend(atoms);
    }

    /// Ends a line where the text says so; a space keeps its last word from the next line's first.
    fn end_line_with_space(&mut self) {
        if let Some(last) = self.line.atoms.last() {
            let run = last.run;
            if let Some(style) = self.runs.get(run).map(|run| run.style) {
                let (word, face) = (self.fonts.word(style.face, " "), style.face);
                self.line.atoms.push(Atom { word, run, face, instead_of: None });
            }
        }
        self.end_line();
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.lines.push(Line { atoms: line.atoms, width: line.width });
    }

    fn finish(mut self) -> Vec<Line> {
        if !self.line.atoms.is_empty() || self.lines.is_empty() {
            self.end_line();
        }
        self.lines
    }

    /// Returns a range of the text as words, cut where the style or the stand-in changes.
    fn atoms(&mut self, start: usize, end: usize) -> Vec<Atom> {
        let mut atoms = Vec::with_capacity(1);
        let mut run_start = 0;
        for (index, run) in self.runs.iter().enumerate() {
            let run_end = run_start + run.text.text.len();
            if run_start >= end {
                break;
            }
            if run_end > start {
                let mut piece_start = run_start;
                for piece in pieces_from(run, start.saturating_sub(run_start)) {
                    let piece_end = run_start + piece.end;
                    let (from, to) = (piece_start.max(start), piece_end.min(end));
                    if let Some(text) = self.text.get(from..to).filter(|text| !text.is_empty()) {
                        let face = piece.face.unwrap_or(run.style.face);
                        let word = self.fonts.word(face, text);
                        atoms.push(Atom { word, run: index, face, instead_of: piece.instead_of });
                    }
                    piece_start = piece_end;
                    if piece_start >= end {
                        break;
                    }
                }
            }
            run_start = run_end;
        }
        atoms
    }

    fn measure_range(&mut self, start: usize, end: usize) -> (f32, f32) {
        let atoms = self.atoms(start, end);
        self.measure(&atoms)
    }

    /// Returns the width in points with and without trailing spaces.
    fn measure(&self, atoms: &[Atom]) -> (f32, f32) {
        let mut pen = 0.0;
        let mut width = 0.0;
        for atom in atoms {
            let size = self.runs.get(atom.run).map_or(0.0, |run| run.style.size) / 1000.0;
            let inked = (atom.word.width - atom.word.spaces) as f32 * size;
            if inked > 0.0 {
                width = pen + inked;
            }
            pen += atom.word.width as f32 * size;
        }
        (pen, width)
    }
}

/// Returns the run's pieces that end after `start`.
fn pieces_from(run: &Run, start: usize) -> &[Piece] {
    let pieces = &run.text.pieces;
    let first = pieces.partition_point(|piece| piece.end <= start);
    pieces.get(first..).unwrap_or_default()
}
