//! What the first bytes say a file is.

use super::Category;

/// What the head of a file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) form: Form,
    /// It reads as text: in UTF-8, in UTF-16 with a mark, or in an old eight-bit encoding.
    pub(super) is_text: bool,
    pub(super) is_empty: bool,
}

/// What the signature says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A program, a script with its interpreter named, a shortcut or a disk image.
    Program,
    /// A web page or a drawing that can hold scripts.
    Page,
    /// One of the formats whose first bytes are their own.
    Known(Category),
    /// A ZIP file: an archive, or a document of an office.
    Zip,
    /// A compound file: an old document of an office, or a stored message.
    Compound,
    /// Nothing that is known.
    Other,
}

impl Content {
    pub(super) fn of(head: &[u8]) -> Self {
        let is_text = is_text(head);
        Self { form: form(head, is_text), is_text, is_empty: head.is_empty() }
    }
}

fn form(head: &[u8], is_text: bool) -> Form {
    let starts = |signature: &[u8]| head.starts_with(signature);
    let at =
        |offset: usize, signature: &[u8]| head.get(offset..).is_some_and(|rest| rest.starts_with(signature));

    if !is_text && PROGRAMS.iter().any(|signature| starts(signature)) || is_script(head) {
        return Form::Program;
    }
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        let first_entry = head.get(30..).unwrap_or_default();
        let runs = PROGRAM_ENTRIES.iter().any(|entry| first_entry.starts_with(entry));
        return if runs { Form::Program } else { Form::Zip };
    }
    for (offset, signature, category) in SIGNATURES {
        let is_written_as_text = matches!(category, Category::Pdf | Category::RichText);
        if at(*offset, signature) && (!is_text || is_written_as_text) {
            return Form::Known(*category);
        }
    }
    if starts(b"RIFF") {
        return match head.get(8..12) {
            Some(b"WEBP") => Form::Known(Category::Webp),
            Some(b"WAVE") => Form::Known(Category::Audio),
            Some(b"AVI ") => Form::Known(Category::Video),
            _ => Form::Other,
        };
    }
    if starts(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Form::Compound;
    }
    if is_page(head) {
        return Form::Page;
    }
    // Readers accept a PDF document that starts within the first kilobyte.
    if head.get(..1024).unwrap_or(head).windows(5).any(|window| window == b"%PDF-") && !is_text {
        return Form::Known(Category::Pdf);
    }
    Form::Other
}

/// First bytes of what systems run, mount or follow.
const PROGRAMS: &[&[u8]] = &[
    b"MZ",
    b"\x7fELF",
    &[0xfe, 0xed, 0xfa, 0xce],
    &[0xfe, 0xed, 0xfa, 0xcf],
    &[0xce, 0xfa, 0xed, 0xfe],
    &[0xcf, 0xfa, 0xed, 0xfe],
    // Mach-O for several processors, and Java classes
    &[0xca, 0xfe, 0xba, 0xbe],
    &[0xbe, 0xba, 0xfe, 0xca],
    b"\0asm",
    // Shortcuts of Windows and compiled help
    b"L\0\0\0\x01\x14\x02\0",
    b"ITSF",
    b"dex\n",
    b"!<arch>\n",
    &[0xed, 0xab, 0xee, 0xdb],
    b"FWS",
    b"CWS",
    b"ZWS",
    // Disk images
    b"conectix",
    b"vhdxfile",
    b"KDMV",
    b"QFI\xfb",
    b"MSWIM\0\0\0",
];

/// First entries of ZIP files that are programs of Java and Android.
const PROGRAM_ENTRIES: &[&[u8]] = &[b"META-INF/MANIFEST.MF", b"AndroidManifest.xml", b"classes.dex"];

const SIGNATURES: &[(usize, &[u8], Category)] = &[
    (0, b"\x89PNG\r\n\x1a\n", Category::Png),
    (0, &[0xff, 0xd8, 0xff], Category::Jpeg),
    (0, b"GIF87a", Category::Gif),
    (0, b"GIF89a", Category::Gif),
    (0, b"BM", Category::Bmp),
    (0, b"%PDF-", Category::Pdf),
    (0, b"{\\rtf", Category::RichText),
    (0, b"7z\xbc\xaf\x27\x1c", Category::Archive),
    (0, b"Rar!\x1a\x07", Category::Archive),
    (0, &[0x1f, 0x8b], Category::Archive),
    (0, b"BZh", Category::Archive),
    (0, b"\xfd7zXZ\0", Category::Archive),
    (0, &[0x28, 0xb5, 0x2f, 0xfd], Category::Archive),
    (0, b"MSCF", Category::Archive),
    (257, b"ustar", Category::Archive),
    (0, b"ID3", Category::Audio),
    (0, b"fLaC", Category::Audio),
    (0, b"OggS", Category::Audio),
    (4, b"ftyp", Category::Video),
    (0, &[0x1a, 0x45, 0xdf, 0xa3], Category::Video),
];

/// The start of a text in lower case, without its mark and the white space before it.
///
/// UTF-16 becomes readable by leaving out the zero bytes between its letters.
fn folded(head: &[u8]) -> Vec<u8> {
    const MARKS: [&[u8]; 3] = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];
    let body = MARKS.iter().find_map(|mark| head.strip_prefix(*mark)).unwrap_or(head);
    let letters = body.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase);
    letters.skip_while(u8::is_ascii_whitespace).collect()
}

/// A script that names its interpreter, a shortcut or a file for the registry, written as text.
fn is_script(head: &[u8]) -> bool {
    const STARTS: [&[u8]; 5] =
        [b"#!", b"[desktop entry]", b"[internetshortcut]", b"regedit4", b"windows registry editor"];
    let body = folded(head);
    STARTS.iter().any(|start| body.starts_with(start))
}

/// A page that a browser would take for one, in whatever way it starts.
fn is_page(head: &[u8]) -> bool {
    const TAGS: [&[u8]; 10] = [
        b"<!doctype html",
        b"<html",
        b"<head",
        b"<body",
        b"<script",
        b"<svg",
        b"<iframe",
        b"<?xml-stylesheet",
        b"http://www.w3.org/1999/xhtml",
        b"http://www.w3.org/2000/svg",
    ];
    let body = folded(head);
    body.starts_with(b"<") && TAGS.iter().any(|tag| body.windows(tag.len()).any(|window| window == *tag))
}

/// Whether bytes read as text: no zero bytes and no control characters but those of layout.
///
/// A character that the end of the head cuts in two does no harm.
fn is_text(head: &[u8]) -> bool {
    let utf16 = match head {
        [0xff, 0xfe, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0xfe, 0xff, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        _ => None,
    };
    match utf16 {
        Some((rest, read)) => {
            let units = rest.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(read);
            units
                .into_iter()
                .all(|unit| u8::try_from(unit).map_or(unit != 0xfffe && unit != 0xffff, is_layout_or_print))
        }
        None => head.iter().all(|byte| is_layout_or_print(*byte)),
    }
}

fn is_layout_or_print(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b) || (byte >= 0x20 && byte != 0x7f)
}
