//! Names of files as messages show them: nothing in them can hide or turn what is read.

use std::path::Path;

/// Returns the name of a file without its folders, for a message.
///
/// Characters that cannot be seen, or that turn the direction of writing, stand as `\u{202e}`.
pub fn shown_name(path: &Path) -> String {
    shown(&path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy()))
}

/// Returns a whole path for a message, made visible as by [`shown_name`].
pub fn shown_path(path: &Path) -> String {
    shown(&path.to_string_lossy())
}

fn shown(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            visible.extend(character.escape_unicode());
        } else {
            visible.push(character);
        }
    }
    visible
}

/// Returns whether a character is a control, a separator of lines, or one that turns or hides writing.
///
/// The joiners U+200C and U+200D stay: names in many scripts, and emoji, need them.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_shows_what_hides_in_it() {
        assert_eq!(shown_name(Path::new("/home/x/pay\u{202e}fdp.exe")), "pay\\u{202e}fdp.exe");
        assert_eq!(shown_name(Path::new("a\nb\u{7f}")), "a\\u{a}b\\u{7f}");
        assert_eq!(shown_name(Path::new("/")), "/");
        assert_eq!(shown_path(Path::new("in\u{2066}/b")), "in\\u{2066}/b");
    }

    #[test]
    fn ordinary_names_stay_as_they_are() {
        for name in ["Richtlinie für KI.pdf", "政策.docx", "👩\u{200d}🔬.png", "e\u{301}", "CON", "a'b\"c"]
        {
            assert_eq!(shown_name(&Path::new("folder").join(name)), name);
        }
    }
}
