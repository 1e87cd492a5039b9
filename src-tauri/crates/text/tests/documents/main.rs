//! Documents as people have them, and as nobody should: their words, or an error, and never more than the limits.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on has failed")]

mod hostile;
mod made;
mod pages;

use annexe_text::{Kind, Limits, TextError, Words, kind_of, words};
use made::{docx, excel, page, pdf, plain, word, xlsx};
use std::io::Cursor;

fn read(kind: Kind, bytes: &[u8]) -> Result<Words, TextError> {
    words(&mut Cursor::new(bytes), &kind, &Limits::default(), &|| false)
}

#[test]
fn a_word_document_gives_its_text_in_order() {
    let body = "<w:p><w:r><w:t>AI pol</w:t></w:r><w:r><w:t>icy</w:t></w:r></w:p>\
        <w:p><w:r><w:t xml:space=\"preserve\">Risk </w:t></w:r><w:r><w:t>&amp; review&#xE9;</w:t><w:tab/><w:t>2027</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Owner</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>IT lead</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>";
    let bytes =
        docx(&[("word/document.xml", body), ("word/header1.xml", "<w:p><w:r><w:t>Head</w:t></w:r></w:p>")]);
    let found = read(word(), &bytes).unwrap();
    assert_eq!(found.text, "AI policy\nRisk & reviewé 2027\nOwner\nIT lead\nHead");
    assert!(found.complete);
}

#[test]
fn a_workbook_gives_its_sheets_texts_and_numbers() {
    let bytes = xlsx(&[
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"Risks &amp; more\" sheetId=\"1\"/></sheets></workbook>",
        ),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>Bias</t></si><si><r><t>Two </t></r><r><t>runs</t></r></si></sst>",
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c><v>42.5</v></c><c t=\"inlineStr\"><is><t>inline</t></is></c></row></sheetData></worksheet>",
        ),
        ("xl/comments1.xml", "<comments><comment><text><t>Ask Ada</t></text></comment></comments>"),
        ("xl/drawings/drawing1.xml", "<xdr:wsDr><a:p><a:r><a:t>A box</a:t></a:r></a:p></xdr:wsDr>"),
    ]);
    let found = read(excel(), &bytes).unwrap();
    assert!(found.complete);
    assert_eq!(found.text, "Risks & more\nBias\nTwo runs\n42.5 inline\nAsk Ada\nA box");
}

#[test]
fn a_pdf_gives_the_words_that_its_pages_show() {
    let bytes = pdf(&[
        "Who answers for the model in service?",
        "Größe, coût, Απόφαση, Решение: naïve efficient office.",
    ]);
    let found = read(page(), &bytes).unwrap();
    for words in
        ["Who answers for the model in service?", "Größe, coût, Απόφαση, Решение: naïve efficient office."]
    {
        assert!(found.text.contains(words), "{}", found.text);
    }
    assert!(found.complete);
}

#[test]
fn text_is_read_in_any_encoding() {
    assert_eq!(read(plain("csv"), b"name;value\r\nGr\xf6\xdfe;1\r\n").unwrap().text, "name;value\nGröße;1");
    assert_eq!(read(plain("md"), "# Politique\n\n* coût".as_bytes()).unwrap().text, "# Politique\n* coût");
}

#[test]
fn what_a_password_protects_says_so() {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let old = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 512]].concat();
    for extension in ["docx", "xlsx"] {
        let sealed = [old.as_slice(), &name].concat();
        let kind = kind_of(&format!("a.{extension}"), &sealed);
        assert_eq!(read(kind, &sealed), Err(TextError::Sealed));
        assert_eq!(read(kind, &old), Err(TextError::Damaged));
    }
}

#[test]
fn what_holds_no_words_says_so() {
    for name in ["a.txt", "a.md", "a.csv", "a.json"] {
        assert_eq!(read(kind_of(name, b""), b"").unwrap().text, "", "{name}");
    }
    for kind in [word(), excel(), page()] {
        assert!(kind.has_words());
        assert_eq!(read(kind, b""), Err(TextError::Damaged));
    }
    for (name, head) in [
        ("a.png", b"\x89PNG\r\n\x1a\n".as_slice()),
        ("a.exe", b"MZ"),
        ("a.pdf", b"MZ\0"),
        ("a.zip", b"PK\x03\x04"),
    ] {
        let kind = kind_of(name, head);
        assert!(!kind.has_words(), "{name}");
        assert_eq!(read(kind, head), Err(TextError::NoWords), "{name}");
    }
}

#[test]
fn a_drawing_that_stands_twice_for_older_programs_is_read_once() {
    let body = "<mc:AlternateContent><mc:Choice><w:t>once</w:t></mc:Choice>\
        <mc:Fallback><w:pict><w:t>once</w:t></w:pict></mc:Fallback></mc:AlternateContent><w:t> more</w:t>";
    let found = read(word(), &docx(&[("word/document.xml", body)])).unwrap();
    assert_eq!(found.text, "once more");
}

#[test]
fn a_letter_and_its_accent_are_one_where_they_stand_apart() {
    let body = "<w:r><w:t>cafe</w:t></w:r><w:r><w:t>\u{301}</w:t></w:r>";
    assert_eq!(read(word(), &docx(&[("word/document.xml", body)])).unwrap().text, "café");
}
