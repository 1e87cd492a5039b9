//! Text made fit to be set: composed, without controls, with every character in the fonts.

use unicode_normalization::UnicodeNormalization;

use super::{Face, Fonts};

/// A stretch of cleaned text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Where it ends in the text.
    pub(crate) end: usize,
    /// The character for which it stands in.
    pub(crate) instead_of: Option<char>,
    /// The face that has it, where the text's own has not.
    pub(crate) face: Option<Face>,
}

/// Text whose every character the fonts have.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Cleaned {
    pub(crate) text: String,
    /// The stretches of the text in order, without a gap.
    pub(crate) pieces: Vec<Piece>,
    /// The characters that no font has.
    pub(crate) missing: Vec<char>,
    /// The face of the stretch that is being written.
    face: Option<Face>,
}

/// Composes the text (NFC) and writes what the fonts lack as its code in brackets.
pub(crate) fn clean(fonts: &Fonts, text: &str) -> Cleaned {
    let mut cleaned = Cleaned::default();
    // Plain ASCII, which is most text, needs neither composing nor looking up.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        cleaned.text.push_str(text);
        cleaned.close(None, None);
        return cleaned;
    }
    for character in text.replace("\r\n", "\n").nfc() {
        match kind(character) {
            Kind::Line => cleaned.push('\n', None),
            Kind::Space => cleaned.push(' ', None),
            Kind::Silent => {}
            Kind::Control => cleaned.replace(character),
            Kind::Shown => match fonts.face_with(character) {
                Some(face) => cleaned.push(character, face),
                None if matches!(character, '\u{2007}' | '\u{202f}') => cleaned.push('\u{a0}', None),
                None if character.is_whitespace() => cleaned.push(' ', None),
                None => cleaned.replace(character),
            },
        }
    }
    let face = cleaned.face;
    cleaned.close(None, face);
    cleaned
}

impl Cleaned {
    fn push(&mut self, character: char, face: Option<Face>) {
        if face != self.face {
            self.close(None, self.face);
            self.face = face;
        }
        self.text.push(character);
    }

    fn close(&mut self, instead_of: Option<char>, face: Option<Face>) {
        let start = self.pieces.last().map_or(0, |piece| piece.end);
        if self.text.len() > start {
            self.pieces.push(Piece { end: self.text.len(), instead_of, face });
        }
    }

    fn replace(&mut self, character: char) {
        self.close(None, self.face);
        self.face = None;
        self.text.push_str(&format!("[U+{:04X}]", u32::from(character)));
        self.close(Some(character), None);
        self.missing.push(character);
    }
}

enum Kind {
    Shown,
    Space,
    Line,
    /// Says how neighbours join or look, and has no shape: nothing is lost without it.
    Silent,
    /// Changes what a reader sees or is nothing at all: shown as its code.
    Control,
}

fn kind(character: char) -> Kind {
    match character {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::Line,
        '\t' => Kind::Space,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Kind::Control,
        // Bidirectional embeddings, overrides and isolates can make text read otherwise than it is.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => Kind::Control,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' => Kind::Silent,
        '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => Kind::Silent,
        '\u{e0100}'..='\u{e01ef}' => Kind::Silent,
        _ => Kind::Shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> Cleaned {
        clean(&Fonts::load().unwrap(), text)
    }

    #[test]
    fn latin_greek_and_cyrillic_pass() {
        let text = "Straße, Ελληνικά, Български, Łódź – “ok” € … ½";
        assert_eq!(cleaned(text).text, text);
        assert!(cleaned(text).missing.is_empty());
    }

    #[test]
    fn decomposed_text_is_composed() {
        assert_eq!(cleaned("Cafe\u{301}").text, "Café");
    }

    #[test]
    fn what_no_font_has_is_shown_by_its_code() {
        let cleaned = cleaned("a😀b");
        assert_eq!(cleaned.text, "a[U+1F600]b");
        assert_eq!(cleaned.missing, ['😀']);
        assert_eq!(cleaned.pieces.iter().map(|piece| piece.end).collect::<Vec<_>>(), [1, 10, 11]);
        assert_eq!(cleaned.pieces[1].instead_of, Some('😀'));
    }

    #[test]
    fn nul_and_overrides_are_shown_by_their_code() {
        assert_eq!(cleaned("a\0b\u{202e}c").text, "a[U+0000]b[U+202E]c");
    }

    #[test]
    fn joiners_and_selectors_are_dropped_in_silence() {
        assert_eq!(cleaned("a\u{200d}b\u{fe0f}c\u{ad}d").text, "abcd");
    }

    #[test]
    fn signs_come_from_the_faces_that_have_them() {
        let cleaned = cleaned("a → b ✓\u{fe0f}");
        assert_eq!(cleaned.text, "a → b ✓");
        let faces: Vec<_> = cleaned.pieces.iter().map(|piece| piece.face).collect();
        assert_eq!(faces, [None, Some(Face::Mathematics), None, Some(Face::Symbols)]);
        assert!(cleaned.missing.is_empty());
    }

    #[test]
    fn spaces_of_every_width_are_spaces() {
        assert_eq!(cleaned("a\u{3000}b\u{2003}c").text.split_whitespace().count(), 3);
        assert!(cleaned("1\u{202f}000\u{2007}€").missing.is_empty());
    }

    #[test]
    fn every_kind_of_line_end_is_one() {
        assert_eq!(cleaned("é\r\nb\rc\u{2028}d\te").text, "é\nb\nc\nd e");
    }
}
