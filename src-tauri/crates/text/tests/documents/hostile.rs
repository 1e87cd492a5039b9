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

#[test]
fn a_package_of_countless_parts_is_refused() {
    let parts: Vec<(String, &[u8])> =
        (0..20_001).map(|part| (format!("word/{part}"), b"".as_slice())).collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let limits = Limits { file: 200 << 20, ..SMALL };
    let read = words(&mut Cursor::new(package(&parts)), &word(), &limits, &|| false);
    assert_eq!(read, Err(TextError::Damaged));
}

#[test]
fn a_text_of_nothing_but_accents_is_read() {
    let accents = format!("a{}", "\u{301}\u{327}".repeat(10_000));
    let found = read(plain("txt"), accents.as_bytes()).unwrap();
    assert!(found.text.starts_with('\u{e1}'));
    assert!(!found.complete);
}
