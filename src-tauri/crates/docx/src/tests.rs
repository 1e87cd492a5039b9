//! The file as a program that knows nothing of us would read it: a ZIP of well-formed XML.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on has failed")]

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::*;

fn specimen() -> Document {
    let marked = Span { text: "To decide 1".into(), bold: true, marked: true };
    Document {
        about: About {
            title: "AI <policy> & more".into(),
            subject: "What we do".into(),
            author: "Quality manager".into(),
            language: "en-GB".into(),
            keywords: vec!["AI".into(), "policy".into()],
            created: "2026-10-12T09:41:00Z".parse().unwrap(),
            producer: "Specimen".into(),
        },
        head: "Penmarrow “Instruments” & Söhne".into(),
        foot: "Page {page} of {pages}".into(),
        blocks: vec![
            Block::Title("AI policy".into()),
            Block::Heading { level: 1, text: "Why".into() },
            Block::Paragraph("One line\nand < another, Απόφαση".into()),
            Block::List { numbered: true, items: vec!["First".into(), "Second".into()] },
            Block::Heading { level: 3, text: "How".into() },
            Block::List { numbered: true, items: vec!["First again".into()] },
            Block::List { numbered: false, items: vec!["A bullet\u{1}".into()] },
            Block::Marked(vec![Paragraph { spans: vec![marked] }, "A proposal".into()]),
            Block::Table(Table {
                columns: vec![
                    Column { head: "System".into(), width: 1.0 },
                    Column { head: "Owner".into(), width: 2.0 },
                ],
                rows: vec![vec!["Letter sorting".into(), "Head of post room".into()], vec!["Lonely".into()]],
                summary: "Systems & owners".into(),
            }),
        ],
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn every_part_is_well_formed_and_named_in_the_content_types() {
    let bytes = write(&specimen()).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names.first().map(String::as_str), Some("[Content_Types].xml"), "readers look there first");
    let types = part(&bytes, "[Content_Types].xml");
    for name in &names {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        let mut reader = Reader::from_str(&text);
        reader.config_mut().check_end_names = true;
        let mut depth = 0_i32;
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0, "{name}");
        let named = types.contains(&format!("/{name}")) || name.ends_with(".rels") || name.starts_with('[');
        assert!(named, "{name}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(write(&specimen()).unwrap(), write(&specimen()).unwrap());
}

#[test]
fn headings_lists_and_tables_are_real_ones() {
    let bytes = write(&specimen()).unwrap();
    let body = part(&bytes, "word/document.xml");
    for style in
        ["Title", "Heading1", "Heading3", "ListNumber", "ListBullet", "ToDecide", "ToDecideEnd", "TableHead"]
    {
        assert!(body.contains(&format!("<w:pStyle w:val=\"{style}\"/>")), "{style}");
        let styles = part(&bytes, "word/styles.xml");
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style} is defined");
    }
    assert_eq!(body.matches("<w:tblHeader/>").count(), 1, "the head of the table is repeated");
    assert_eq!(body.matches("<w:tc>").count(), 6, "a missing cell is an empty one");
    assert!(body.contains("Systems &amp; owners") && body.contains("&lt; another"));
    assert!(body.contains("A bullet\u{fffd}"), "what XML can't carry is seen to be missing");
}

#[test]
fn each_numbered_list_begins_at_one() {
    let numbering = part(&write(&specimen()).unwrap(), "word/numbering.xml");
    assert_eq!(numbering.matches("<w:startOverride w:val=\"1\"/>").count(), 2);
}

#[test]
fn the_language_the_title_and_the_page_numbers_are_there() {
    let bytes = write(&specimen()).unwrap();
    assert!(part(&bytes, "word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
    assert!(part(&bytes, "docProps/core.xml").contains("<dc:title>AI &lt;policy&gt; &amp; more</dc:title>"));
    assert!(part(&bytes, "docProps/core.xml").contains(">2026-10-12T09:41:00Z<"));
    let foot = part(&bytes, "word/footer1.xml");
    assert!(foot.contains("w:instr=\"PAGE\"") && foot.contains("w:instr=\"NUMPAGES\""), "{foot}");
}
