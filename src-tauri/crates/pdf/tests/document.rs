//! Documents rendered and read back: what they conform to, what is where, what is refused.

#![allow(clippy::expect_used, clippy::panic)]

mod layout;
mod reader;
mod specimen;
mod text;

use std::ops::ControlFlow;

use annexe_pdf::{
    Attachment, Block, Cell, Chart, Column, Contents, Cover, Document, Heading, Link, List, Numbering,
    PdfError, Relationship, Rendered, Row, Section, Span, Table, render,
};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use reader::Reader;
use specimen::{document, page, paragraph, prose, register, table};

/// Renders a document that must render.
fn rendered(document: &Document) -> Rendered {
    render(document, &mut |_| ControlFlow::Continue(())).expect("a document")
}

fn read(document: &Document) -> Reader {
    Reader::new(&rendered(document).bytes)
}

/// Asserts that a document conforms to PDF/UA-1 and PDF/A-3a.
fn assert_conforms(document: &Document) {
    let bytes = rendered(document).bytes;
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA3a] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(&bytes, &options).expect("a file that can be judged");
        assert!(report.is_compliant, "{report}");
    }
}

#[test]
fn a_whole_register_conforms() {
    assert_conforms(&register(38, 160));
}

#[test]
fn every_block_left_empty_conforms() {
    assert_conforms(&page(vec![
        Heading::new(1, "").into(),
        paragraph(""),
        Block::List(List { numbering: Numbering::Numbers, items: vec![vec![], vec!["".into()]] }),
        Block::Facts(vec![]),
        Block::Table(Table::default()),
        Block::Table(Table { columns: vec![Column::new("", 0.0)], ..Table::default() }),
        Block::Table(Table {
            columns: vec![Column::new("A", 1.0)],
            rows: vec![Row::default()],
            ..Table::default()
        }),
        Block::Chart(Chart::default()),
        Block::Contents(Contents::default()),
        Block::Together(vec![]),
        Block::Space(f32::NAN),
        Block::PageBreak,
    ]));
    assert_conforms(&document(vec![Section::default()]));
    assert_conforms(&document(vec![Section::portrait([Block::Cover(Cover::default())])]));
}

#[test]
fn odd_characters_conform() {
    let odd = "a\0b\u{202e}c\u{feff}d😀e\u{e000}f\u{fffd}g\u{ad}h\u{a0}i\u{2011}j\u{301}k q\u{30a}\u{323} 漢字 ﬁ שלום → ✓ ≥ ☐";
    let mut document = page(vec![
        Heading::new(1, odd).into(),
        paragraph(odd),
        Block::Paragraph(
            Span::plain(odd).bold().link(Link::Uri(format!("https://example.org/{odd}"))).into(),
        ),
        Block::Paragraph(Span::plain(odd).italic().language("ja").into()),
    ]);
    document.about.title = odd.into();
    document.about.subject = "<&\">".into();
    document.about.keywords = vec![odd.into()];
    document.furniture.head.left = odd.into();
    assert_conforms(&document);
}

#[test]
fn headings_that_skip_levels_conform() {
    let headings =
        [3, 1, 4, 2, 6, 9, 0].map(|level| Block::from(Heading::new(level, format!("Level {level}"))));
    let document = page(headings.to_vec());
    assert_conforms(&document);
    let outline = read(&document).outline();
    let tags: Vec<&str> = outline.lines().map(str::trim).filter(|line| line.starts_with('H')).collect();
    assert_eq!(tags, ["H1", "H1", "H2", "H2", "H3", "H4", "H1"]);
}

#[test]
fn attachments_conform_and_keep_their_bytes() {
    let mut document = page(vec![paragraph("See the attached data.")]);
    let bytes = br#"{"measures":[]}"#.to_vec();
    for name in ["register.json", "Überblick – λόγος.json"] {
        document.attachments.push(Attachment {
            name: name.into(),
            media_type: "application/json".into(),
            relationship: Relationship::Data,
            description: "The same, for machines".into(),
            bytes: bytes.clone(),
        });
    }
    assert_conforms(&document);
    let reader = read(&document);
    let files = reader.catalog().get(b"AF").and_then(lopdf::Object::as_array).expect("associated files");
    assert_eq!(files.len(), 2);
    let file = reader.dictionary(&files[1]);
    assert_eq!(reader::decode(file.get(b"UF").expect("a name")), "Überblick – λόγος.json");
    let embedded = reader.dictionary(file.get(b"EF").expect("a file")).get(b"F").expect("a stream");
    let stream = reader.resolve(embedded).as_stream().expect("a stream");
    let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    assert_eq!(content, bytes);
}

#[test]
fn the_structure_is_what_a_reader_hears() {
    let mut small = table(2, 40);
    small.caption = Some("Two measures".into());
    let mut register = register(1, 30);
    register.sections[1].blocks.push(Block::Table(small));
    for block in &mut register.sections[1].blocks {
        if let Block::Table(table) = block {
            for row in &mut table.rows {
                row.anchor = None;
            }
        }
    }
    // The first of the two tables keeps the anchor that the summary leads to.
    if let Some(Block::Table(table)) =
        register.sections[1].blocks.iter_mut().find(|block| matches!(block, Block::Table(_)))
    {
        table.rows[0].anchor = Some("m3".into());
    }
    insta::assert_snapshot!(read(&register).outline());
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(rendered(&register(20, 200)).bytes, rendered(&register(20, 200)).bytes);
}

#[test]
fn another_process_gives_the_same_bytes() {
    use std::process::Command;
    const CHILD: &str = "ANNEXE_PDF_SPECIMEN";
    let bytes = rendered(&register(12, 120)).bytes;
    if let Some(file) = std::env::var_os(CHILD) {
        std::fs::write(file, bytes).expect("a file that can be written");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("specimen.pdf");
    let status = Command::new(std::env::current_exe().expect("this test"))
        .args(["another_process_gives_the_same_bytes", "--exact", "--quiet"])
        .env(CHILD, &file)
        .stdout(std::process::Stdio::null())
        .status()
        .expect("a process");
    assert!(status.success());
    assert_eq!(std::fs::read(file).expect("the other's file"), bytes);
}

#[test]
fn another_text_has_another_identity() {
    let identity = |text: &str| {
        let reader = read(&page(vec![paragraph(text)]));
        format!("{:?}", reader.file.trailer.get(b"ID").expect("an identity"))
    };
    assert_ne!(identity("one"), identity("two"));
    assert_eq!(identity("one"), identity("one"));
}

#[test]
fn a_register_of_38_rows_is_small() {
    let bytes = rendered(&register(38, 400)).bytes.len();
    assert!(bytes <= 150_000, "{bytes} bytes");
}

#[test]
fn long_registers_take_at_most_4_kilobytes_a_page() {
    for characters in [160, 4000] {
        let rendered = rendered(&register(100, characters));
        // The fonts and the metadata come once.
        let bytes = rendered.bytes.len() - 40_000.min(rendered.bytes.len());
        assert!(bytes / rendered.pages <= 4096, "{} bytes a page", bytes / rendered.pages);
    }
}

#[test]
fn work_can_be_stopped() {
    let mut heard = Vec::new();
    let result = render(&register(100, 500), &mut |pages| {
        heard.push(pages);
        if pages == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(matches!(result, Err(PdfError::Stopped)));
    assert_eq!(heard, [0, 1, 2, 3]);
}

#[test]
fn what_contradicts_itself_is_refused() {
    let error = |document: &Document| {
        render(document, &mut |_| ControlFlow::Continue(())).expect_err("a refusal").to_string()
    };
    let mut empty = page(vec![]);
    empty.sections.clear();
    let link = Span::plain("there").link(Link::Anchor("nowhere".into()));
    let twice = [Heading::new(1, "A").anchor("a").into(), Heading::new(1, "B").anchor("a").into()];
    let wide = Table {
        columns: vec![Column::new("One", 1.0)],
        rows: vec![Row::new([Cell::from("1"), Cell::from("2")])],
        ..Table::default()
    };
    let mut foreign = page(vec![]);
    foreign.about.language = "in English".into();
    let refused = [
        error(&empty),
        error(&page(vec![Block::Paragraph(link.into())])),
        error(&page(twice.to_vec())),
        error(&page(vec![Block::Table(wide)])),
        error(&foreign),
        error(&page(vec![Block::Paragraph(Span::plain("ja").language("").into())])),
    ];
    insta::assert_snapshot!(refused.join("\n"));
}

#[test]
fn the_metadata_is_the_same_twice_and_escaped() {
    let mut document = page(vec![paragraph("x")]);
    document.about.title = "Q&A <draft> “ok” λ".into();
    document.about.author = "R & D".into();
    let reader = read(&document);
    let information = reader.dictionary(reader.file.trailer.get(b"Info").expect("information"));
    assert_eq!(reader::decode(information.get(b"Title").expect("a title")), document.about.title);
    let packet = reader.resolve(reader.catalog().get(b"Metadata").expect("metadata"));
    let packet = String::from_utf8(packet.as_stream().expect("a stream").content.clone()).expect("text");
    assert!(packet.contains("Q&amp;A &lt;draft&gt; “ok” λ"), "{packet}");
    assert!(packet.contains("<xmp:CreateDate>2026-07-14T09:30:00Z</xmp:CreateDate>"));
    let date = reader::decode(information.get(b"CreationDate").expect("a date"));
    assert_eq!(date, "D:20260714093000Z");
}

#[test]
fn bookmarks_follow_the_headings() {
    let reader = read(&register(20, 100));
    let outlines = reader.dictionary(reader.catalog().get(b"Outlines").expect("bookmarks"));
    let mut titles = Vec::new();
    let mut next = outlines.get(b"First").ok().cloned();
    while let Some(mark) = next {
        let mark = reader.dictionary(&mark);
        titles.push(reader::decode(mark.get(b"Title").expect("a title")));
        let mut below = mark.get(b"First").ok().cloned();
        while let Some(mark) = below {
            let mark = reader.dictionary(&mark);
            titles.push(format!("  {}", reader::decode(mark.get(b"Title").expect("a title"))));
            below = mark.get(b"Next").ok().cloned();
        }
        next = mark.get(b"Next").ok().cloned();
    }
    assert_eq!(
        titles,
        [
            "Summary",
            "  What is excluded",
            "  How to read this document",
            "The measures",
            "  M.2 Group of measures",
            "  M.3 Group of measures",
            "  M.4 Group of measures"
        ]
    );
}

#[test]
fn a_very_long_heading_conforms() {
    assert_conforms(&page(vec![
        Heading::new(1, prose(1, 6000)).into(),
        Heading::new(2, "x".repeat(3000)).into(),
        Block::Contents(Contents { title: prose(2, 300), depth: 6 }),
    ]));
}
