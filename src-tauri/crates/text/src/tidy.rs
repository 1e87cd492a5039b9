//! Words as an index wants them: composed, on lines, without what cannot be seen, and not too many.

use unicode_normalization::UnicodeNormalization as _;

/// Text in the making, up to a number of characters.
#[derive(Debug)]
pub(crate) struct Collector {
    text: String,
    most: usize,
    room: usize,
    full: bool,
    gap: Option<Gap>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Space,
    Line,
}

impl Collector {
    pub(crate) fn new(characters: usize) -> Self {
        Self { text: String::new(), most: characters, room: characters, full: false, gap: None }
    }

    /// Appends text; runs of white space become one space or one line break.
    pub(crate) fn push(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => self.gap(Gap::Line),
                other if other.is_whitespace() => self.gap(Gap::Space),
                other if other.is_control() || is_mark(other) => {}
                other => self.put(other),
            }
            if self.full {
                return;
            }
        }
    }

    /// Says that what follows stands apart from what came before.
    pub(crate) fn space(&mut self) {
        self.gap(Gap::Space);
    }

    /// Says that what follows stands on another line.
    pub(crate) fn line(&mut self) {
        self.gap(Gap::Line);
    }

    /// Returns whether nothing more fits.
    pub(crate) fn is_full(&self) -> bool {
        self.full
    }

    /// Returns the text, and whether all of it fitted.
    pub(crate) fn finish(self) -> (String, bool) {
        // Composed at the end, as pieces may part a letter from its accent; in safe streams, as a text of nothing but
        // accents would be one letter.
        let mut composed = self.text.chars().stream_safe().nfc();
        let text: String = composed.by_ref().take(self.most).collect();
        (text, !self.full && composed.next().is_none())
    }

    fn gap(&mut self, gap: Gap) {
        if !self.text.is_empty() {
            self.gap = self.gap.max(Some(gap));
        }
    }

    fn put(&mut self, character: char) {
        let gap = self.gap.take().map(|gap| if gap == Gap::Line { '\n' } else { ' ' });
        for one in gap.into_iter().chain([character]) {
            if self.room == 0 {
                self.full = true;
                return;
            }
            self.text.push(one);
            self.room -= 1;
        }
    }
}

/// Returns whether a character is a mark that programs put into text and no reader sees.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tidied(text: &str, room: usize) -> (String, bool) {
        let mut collector = Collector::new(room);
        collector.push(text);
        collector.finish()
    }

    #[test]
    fn white_space_is_one_space_or_one_line_break() {
        assert_eq!(tidied("  a \t b \r\n\r\n c  ", 99).0, "a b\nc");
        assert_eq!(tidied("Cafe\u{301} co\u{ad}operate", 99).0, "Café cooperate");
    }

    proptest! {
        #[test]
        fn no_more_than_fits_is_returned(text in any::<String>(), room in 0..20_usize) {
            let (tidy, complete) = tidied(&text, room);
            prop_assert!(tidy.chars().count() <= room);
            prop_assert!(!complete || tidied(&text, usize::MAX).0 == tidy);
        }
    }
}
