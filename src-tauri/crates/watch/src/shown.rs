//! Paths as messages show them: nothing in them can hide or turn what is read.

use std::path::Path;

/// Returns a path for a message; characters that cannot be seen, or that turn writing, stand as `\u{202e}`.
pub(crate) fn shown(path: &Path) -> String {
    shown_text(&path.to_string_lossy())
}

pub(crate) fn shown_text(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut visible, character| {
        if is_hidden(character) {
            visible.extend(character.escape_unicode());
        } else {
            visible.push(character);
        }
        visible
    })
}

/// The joiners U+200C and U+200D are not hidden: names in many scripts, and emoji, need them.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
