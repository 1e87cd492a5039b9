//! PDF documents put together by hand, those of people and those of attackers.

use std::io::{Cursor, Write as _};
use std::time::Duration;

use annexe_text::{Limits, TextError, Words, words};
use lopdf::{Document, Object, SaveOptions, Stream, dictionary};
use proptest::prelude::*;

use crate::made::{page, pdf};

const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R >>";
const PAGES: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /F 6 0 R >> \
    /Font << /T 5 0 R >> >> >>";
const HELVETICA: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

fn read(bytes: &[u8]) -> Result<Words, TextError> {
    read_within(bytes, &Limits { time: Duration::from_secs(600), ..Limits::default() })
}

fn read_within(bytes: &[u8], limits: &Limits) -> Result<Words, TextError> {
    words(&mut Cursor::new(bytes), &page(), limits, &|| false)
}

fn stream(entries: &str, content: &str) -> String {
    format!("<< {entries} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// Returns a file of these objects, numbered from one, and what else its trailer says.
fn file(objects: &[impl AsRef<[u8]>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (at, body) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", file.len());
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        file.extend(body.as_ref());
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    table += &format!(
        "trailer << /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF",
        objects.len() + 1
    );
    file.extend(table.bytes());
    file
}

/// Returns a file of one page with these instructions.
fn shown(content: &str) -> Vec<u8> {
    file(&[CATALOG, PAGES, PAGE, &stream("", content), HELVETICA], "")
}

/// Returns bytes deflated, as a stream holds them.
fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

/// Returns a page whose instructions are packed as `filter` says.
fn packed(filter: &str, content: &[u8]) -> Vec<u8> {
    let mut body = format!("<< /Filter {filter} /Length {} >>\nstream\n", content.len()).into_bytes();
    body.extend(content);
    body.extend(b"\nendstream");
    let objects: [&[u8]; 5] =
        [CATALOG.as_bytes(), PAGES.as_bytes(), PAGE.as_bytes(), &body, HELVETICA.as_bytes()];
    file(&objects, "")
}

#[test]
fn words_and_lines_are_told_by_where_glyphs_stand() {
    let cases = [
        ("BT /T 12 Tf 72 700 Td (One) Tj ( two) Tj 0 -14 Td (three) Tj ET", "One two\nthree"),
        ("BT /T 12 Tf [(kern) -30 (ed w) 20 (ord) -300 (apart)] TJ ET", "kerned word apart"),
        ("BT /T 12 Tf 14 TL (a) Tj T* (b) Tj (c) ' 1 1 (d) \" ET", "a\nb\nc\nd"),
        ("BT /T 12 Tf 6 Tc (spaced) Tj ET", "spaced"),
        ("BT /T 12 Tf (left) Tj 1 0 0 1 300 0 Tm (right) Tj ET", "left right"),
        ("BT /T 1 Tf 12 0 0 12 72 700 Tm <4f6e65> Tj ( \\(2\\) r\\351sum\\351) Tj ET", "One (2) résumé"),
        ("q 0 1 -1 0 90 90 cm BT /T 12 Tf (turned) Tj ( text) Tj ET Q", "turned text"),
        ("BI /W 1 /H 1 ID \u{1}\u{2} EI BT /T 12 Tf (after a picture) Tj ET", "after a picture"),
    ];
    for (content, expected) in cases {
        let found = read(&shown(content)).unwrap();
        assert_eq!((found.text.as_str(), found.complete), (expected, true), "{content}");
    }
}

#[test]
fn objects_in_streams_and_maps_to_unicode_are_read() {
    let map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange \
        2 beginbfchar <01> <041F> <02> <00660069> endbfchar 1 beginbfrange <10> <12> <0061> endbfrange endcmap end";
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let map = document.add_object(Stream::new(dictionary! {}, map.into()));
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "ToUnicode" => map,
    });
    let content = Stream::new(dictionary! {}, b"BT /T 12 Tf <0110111202> Tj ET".to_vec());
    let content = document.add_object(content);
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "Resources" => dictionary! { "Font" => dictionary! { "T" => font } },
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(tree));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    document.compress();
    let mut bytes = Vec::new();
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    document.save_with_options(&mut bytes, options).unwrap();
    assert!(bytes.windows(6).any(|window| window == b"ObjStm"));
    let found = read(&bytes).unwrap();
    assert_eq!((found.text.as_str(), found.complete), ("Пabcfi", true));
}

#[test]
fn packed_instructions_are_read() {
    let content = b"BT /T 12 Tf (packed) Tj ET";
    assert_eq!(read(&packed("/FlateDecode", &deflated(content))).unwrap().text, "packed");
    assert_eq!(read(&packed("[/FlateDecode]", &deflated(content))).unwrap().text, "packed");
    let letters = b"6<\\%_0gSqh;aN`h+@8B;EckcD+sG#[D/NK/Ecu6~>";
    let found = read(&packed("[/ASCII85Decode /FlateDecode]", letters)).unwrap();
    assert!(!found.complete, "these letters do not stand for a packed stream");
    let letters = ascii85(&deflated(content));
    let found = read(&packed("[ /ASCII85Decode /FlateDecode ]", letters.as_bytes())).unwrap();
    assert_eq!((found.text.as_str(), found.complete), ("packed", true));
}

fn ascii85(bytes: &[u8]) -> String {
    let mut letters = String::new();
    for group in bytes.chunks(4) {
        let mut word = [0; 4];
        word[..group.len()].copy_from_slice(group);
        let value = u32::from_be_bytes(word);
        for place in (0..5).rev().take(group.len() + 1) {
            let digit = value / 85_u32.pow(place) % 85;
            letters.push(char::from(u8::try_from(digit).unwrap() + b'!'));
        }
    }
    letters + "~>"
}

#[test]
fn forms_and_notes_are_read() {
    let form = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Matrix [1 0 0 1 0 50]",
        "BT /T 12 Tf (form) Tj ET",
    );
    let page = PAGE.replace(">> >> >>", ">> >> /Annots [<< /Subtype /Widget /AP << /N 7 0 R >> >>] >>");
    let note =
        stream("/Subtype /Form /Resources << /Font << /T 5 0 R >> >>", "BT /T 12 Tf 0 -90 Td (signed) Tj ET");
    let content = stream("", "BT /T 12 Tf (page) Tj ET /F Do");
    let bytes = file(&[CATALOG, PAGES, &page, &content, HELVETICA, &form, &note], "");
    assert_eq!(read(&bytes).unwrap().text, "page\nform\nsigned");
}

#[test]
fn a_pdf_that_is_encrypted_says_so() {
    for name in ["/Encrypt", "/#45ncrypt", "/Encr#79pt"] {
        let bytes = file(&[CATALOG, PAGES, PAGE, &stream("", ""), HELVETICA], &format!("{name} 9 0 R"));
        assert_eq!(read(&bytes), Err(TextError::Sealed), "{name}");
    }
}

#[test]
fn a_pdf_that_draws_without_end_is_ended() {
    // Each form shows the next one twenty times: 20 to the power of 12 pieces of text.
    let mut objects =
        vec![CATALOG.into(), PAGES.into(), PAGE.into(), stream("", "/F Do"), HELVETICA.to_string()];
    for form in 6..18 {
        let next = if form == 17 { 5 } else { form + 1 };
        let entries =
            format!("/Subtype /Form /Resources << /XObject << /F {next} 0 R >> /Font << /T 5 0 R >> >>");
        objects.push(stream(&entries, &format!("{} BT /T 9 Tf (ha) Tj ET", "/F Do ".repeat(20))));
    }
    let limits =
        Limits { parts: 1 << 20, characters: 1_000, time: Duration::from_secs(600), ..Limits::default() };
    let found = read_within(&file(&objects, ""), &limits).unwrap();
    assert!(found.text.contains("ha"));
    assert!(!found.complete);
    // The same without a word.
    let silent: Vec<String> = objects.iter().map(|object| object.replace("(ha)", "(  )")).collect();
    assert!(!read_within(&file(&silent, ""), &limits).unwrap().complete);
}

#[test]
fn a_form_that_shows_itself_is_ended() {
    let form = stream("/Subtype /Form", "BT /T 9 Tf (again) Tj ET /F Do");
    let bytes = file(&[CATALOG, PAGES, PAGE, &stream("", "/F Do"), HELVETICA, &form], "");
    assert!(!read(&bytes).unwrap().complete);
}

#[test]
fn a_stream_that_unpacks_to_too_much_is_left_out() {
    let limits = Limits { part: 1 << 20, time: Duration::from_secs(600), ..Limits::default() };
    let bomb = [b"BT /T 12 Tf (boom) Tj ET ".to_vec(), vec![b' '; 2 << 20]].concat();
    let once = deflated(&bomb);
    let twice = deflated(&once);
    let cases: [(&str, &[u8]); 7] = [
        ("/FlateDecode", &once),
        ("/Fl#61teDecode", &once),
        ("[/FlateDecode /FlateDecode]", &twice),
        ("/LZWDecode", &once),
        ("9 0 R", &once),
        ("/FlateDecode /X (\\) endobj 9 0 obj << >> stream) /Y (", &once),
        ("/LZWDecode % endobj 9 0 obj << /Filter /FlateDecode\n", &deflated(b"BT (boom) Tj ET")),
    ];
    for (filter, content) in cases {
        let read = read_within(&packed(filter, content), &limits);
        assert!(
            read.as_ref().is_ok_and(|found| found.text.is_empty() && !found.complete),
            "{filter} {read:?}"
        );
    }
}

#[test]
fn a_table_of_objects_that_unpacks_to_too_much_is_left_out() {
    let bomb = deflated(&vec![b'1'; 3 << 20]);
    let mut bytes =
        b"%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 999999999 /W [1 1 1] /Root 1 0 R /Filter /FlateDecode "
            .to_vec();
    bytes.extend(format!("/Length {} >>\nstream\n", bomb.len()).bytes());
    bytes.extend(bomb);
    bytes.extend(b"\nendstream\nendobj\nstartxref\n9\n%%EOF");
    let limits = Limits { part: 1 << 20, ..Limits::default() };
    assert_eq!(read_within(&bytes, &limits), Err(TextError::Damaged));
}

#[test]
fn a_font_that_counts_codes_without_end_is_left_out() {
    let descendant = "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W";
    let type0 = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H";
    let many = "0 65535 1 ".repeat(300);
    let fonts = [
        format!("{type0} {descendant} [0 4294967295 500] >>] >>"),
        format!("{type0} {descendant} [{many}] >>] >>"),
        HELVETICA.replace(">>", "/FirstChar 99999999999999 /LastChar 99999999999999 /Widths [1] >>"),
        HELVETICA.replace(">>", "/FirstChar -1 /LastChar 255 /Widths [1] >>"),
    ];
    for font in fonts {
        let content = stream("", "BT /T 12 Tf (boom) Tj ET");
        let bytes = file(&[CATALOG, PAGES, PAGE, &content, &font], "");
        let limits = Limits { parts: 16 << 20, time: Duration::from_secs(600), ..Limits::default() };
        let found = read_within(&bytes, &limits).unwrap();
        assert_eq!((found.text.as_str(), found.complete), ("", false), "{font}");
    }
}

#[test]
fn instructions_that_nest_or_never_close_are_read() {
    for piece in [
        "[",
        "(",
        "<<",
        "<",
        "q ",
        "BI ID EI ",
        "EI ( ",
        "BT ",
        "/F Do ",
        "[[(",
        "<</A[",
        "% ",
        "\\",
        "BI ID EI EI ",
    ] {
        let content = format!("BT /T 12 Tf (kept) Tj ET {}", piece.repeat(200_000));
        let found = read(&shown(&content)).unwrap();
        assert!(found.text.starts_with("kept"), "{piece}");
    }
}

#[test]
fn pages_that_lead_in_circles_are_refused_or_read() {
    let pages = "<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Parent 2 0 R /Count 99999999 >>";
    let bytes = file(&[CATALOG, pages, PAGE, &stream("", "BT /T 12 Tf (kept) Tj ET"), HELVETICA], "/Prev 9");
    let _ = read(&bytes);
    let contents = PAGE.replace("4 0 R", &format!("[{}]", "4 0 R ".repeat(50_000)));
    let content = stream("", &"BT /T 12 Tf (kept) Tj ET ".repeat(1_000));
    let limits = Limits { part: 1 << 20, time: Duration::from_secs(600), ..Limits::default() };
    let found = read_within(&file(&[CATALOG, PAGES, &contents, &content, HELVETICA], ""), &limits).unwrap();
    assert!(!found.complete);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever a page's instructions are, they are read to an end.
    #[test]
    fn any_instructions_are_read(content in prop::collection::vec(prop::sample::select(vec![
        "BT", "ET", "/T 12 Tf", "(a\\", ")", "[", "]", "Tj", "TJ", "'", "\"", "<<", ">>", "<41", ">", "BI", "ID", "EI", "Do", "/F",
        "1e9", "-99999999999999999999", ".", "q", "Q", "cm", "1 0 0 1 0 0 Tm", "Td", "T*", "%", "\n", "#", "{", "0 0 0 0 0 0 cm",
    ]), 0..120)) {
        prop_assert!(read(&shown(&content.join(" "))).is_ok());
    }

    /// Several bytes changed at a time.
    #[test]
    fn a_spoiled_pdf_is_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = pdf(&["word"]);
        for (at, to) in changes {
            let at = at.index(bytes.len());
            bytes[at] = to;
        }
        let _ = read(&bytes);
    }
}
