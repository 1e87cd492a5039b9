//! Files that were made to do harm, and files that were harmed.

use std::io::Cursor;
use std::time::Duration;

use annexe_text::{Kind, Limits, TextError, Words, kind_of, words};
use proptest::prelude::*;

use crate::made::{docx, excel, package, page, pdf, plain, word, xlsx};

/// Limits that a test reaches.
const SMALL: Limits = Limits {
    file: 1 << 20,
    part: 64 << 10,
    parts: 100 << 10,
    characters: 1_000,
    time: Duration::from_secs(60),
};

fn read(kind: Kind, bytes: &[u8]) -> Result<Words, TextError> {
    let read = words(&mut Cursor::new(bytes), &kind, &SMALL, &|| false);
    if let Ok(words) = &read {
        assert!(words.text.chars().count() <= SMALL.characters);
    }
    read
}

#[test]
fn a_zip_bomb_unpacks_no_further_than_it_may() {
    let bomb = vec![b' '; 32 << 20];
    let bytes =
        package(&[("word/document.xml", &bomb), ("word/header1.xml", &bomb), ("word/footer1.xml", &bomb)]);
    assert!(bytes.len() < 1 << 20);
    assert!(!read(word(), &bytes).unwrap().complete);
}

#[test]
fn entities_that_multiply_stay_as_they_are() {
    let body = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\
        <!ENTITY c SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"w\"><w:t>&b;&c;kept</w:t></w:document>";
    let bytes = package(&[("word/document.xml", body.as_bytes())]);
    assert_eq!(read(word(), &bytes).unwrap().text, "kept");
}

#[test]
fn what_nests_a_million_deep_is_read() {
    let deep = format!("{}<w:t>end</w:t>", "<w:p>".repeat(1_000_000));
    let limits = Limits { part: 64 << 20, parts: 64 << 20, ..SMALL };
    let bytes = docx(&[("word/document.xml", &deep)]);
    let read = words(&mut Cursor::new(bytes), &word(), &limits, &|| false).unwrap();
    assert_eq!(read.text, "end");
}

#[test]
fn a_sheet_that_claims_billions_of_cells_makes_none() {
    let bytes = xlsx(&[
        ("xl/workbook.xml", "<workbook/>"),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1048576\"><c r=\"XFD1048576\" t=\"s\"><v>99999999</v></c><c><v>7</v></c></row></sheetData></worksheet>",
        ),
    ]);
    assert_eq!(read(excel(), &bytes).unwrap().text, "7");
}

#[test]
fn a_pdf_that_draws_without_end_is_ended() {
    // Each form shows the next one twenty times: 20 to the power of 12 pieces of text.
    let mut bodies = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_string(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".into(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /F 6 0 R >> /Font << /T 5 0 R >> >> >>".into(),
        stream("", "/F Do"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".into(),
    ];
    for form in 6..18 {
        let content = format!("{} BT /T 9 Tf (ha) Tj ET", "/F Do ".repeat(20));
        let next = if form == 17 { 5 } else { form + 1 };
        let resources = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /F {next} 0 R >> /Font << /T 5 0 R >> >>"
        );
        bodies.push(stream(&resources, &content));
    }
    let mut file = "%PDF-1.7\n".to_string();
    let mut offsets = Vec::new();
    for (at, body) in bodies.iter().enumerate() {
        offsets.push(file.len());
        file.push_str(&format!("{} 0 obj\n{body}\nendobj\n", at + 1));
    }
    let start = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", bodies.len() + 1));
    for offset in offsets {
        file.push_str(&format!("{offset:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF",
        bodies.len() + 1
    ));
    let read = read(page(), file.as_bytes()).unwrap();
    assert!(read.text.contains("ha"), "{read:?}");
    assert!(!read.complete);
}

fn stream(entries: &str, content: &str) -> String {
    format!("<< {entries} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let bytes = vec![0; usize::try_from(SMALL.file).unwrap() + 1];
    assert_eq!(read(page(), &bytes), Err(TextError::TooLarge(SMALL.file)));
}

#[test]
fn reading_can_be_stopped() {
    let many = "<w:p><w:r><w:t>word</w:t></w:r></w:p>".repeat(5_000);
    for (kind, bytes) in [
        (plain("txt"), b"words".to_vec()),
        (word(), docx(&[("word/document.xml", &many)])),
        (page(), pdf(&["a"])),
    ] {
        let read = words(&mut Cursor::new(bytes), &kind, &Limits::default(), &|| true);
        assert_eq!(read, Err(TextError::Stopped), "{kind:?}");
    }
}

#[test]
fn every_truncation_is_read_or_refused() {
    let documents = [
        (word(), docx(&[("word/document.xml", "<w:p><w:r><w:t>word</w:t></w:r></w:p>")])),
        (
            excel(),
            xlsx(&[
                ("xl/workbook.xml", "<workbook/>"),
                ("xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>"),
            ]),
        ),
    ];
    for (kind, bytes) in documents {
        for end in 0..bytes.len() {
            let _ = read(kind, &bytes[..end]);
        }
    }
    let bytes = pdf(&["word"]);
    for end in (0..bytes.len()).step_by(bytes.len() / 40) {
        let _ = read(page(), &bytes[..end]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn flipped_bytes_do_no_harm(at in any::<prop::sample::Index>(), to in any::<u8>(), which in 0..3_usize) {
        let (kind, mut bytes) = match which {
            0 => (word(), docx(&[("word/document.xml", "<w:p><w:r><w:t>word &amp; more</w:t></w:r></w:p>")])),
            1 => (excel(), xlsx(&[("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>")])),
            _ => (page(), pdf(&["word"])),
        };
        let at = at.index(bytes.len());
        bytes[at] = to;
        let _ = read(kind, &bytes);
    }

    #[test]
    fn any_bytes_under_any_name_do_no_harm(
        bytes in prop::collection::vec(any::<u8>(), 0..2_000),
        magic in prop::sample::select(vec!["", "%PDF-1.7\n", "PK\x03\x04", "<?xml version=\"1.0\"?><w:t>"]),
        ending in prop::sample::select(vec!["pdf", "docx", "xlsx", "txt", "csv", "md", "bin"]),
    ) {
        let bytes = [magic.as_bytes(), &bytes].concat();
        let kind = kind_of(&format!("file.{ending}"), &bytes);
        let _ = read(kind, &bytes);
        for kind in [page(), word(), excel(), plain("txt")] {
            let _ = read(kind, &bytes);
        }
    }
}
