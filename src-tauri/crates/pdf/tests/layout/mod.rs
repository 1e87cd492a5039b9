//! Where things stand: pages, tables, contents, links.

use annexe_pdf::{Block, Cell, Column, Contents, Heading, Link, Paragraph, Row, Section, Span, Table};
use lopdf::Object;

use crate::specimen::{document, page, paragraph, prose, register, table};
use crate::{read, rendered};

fn landscape(blocks: Vec<Block>) -> annexe_pdf::Document {
    document(vec![Section::landscape(blocks)])
}

/// The pages on which each row of the tables stands.
fn row_pages(outline: &str) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut in_body = false;
    for line in outline.lines().map(str::trim) {
        match line {
            "TBody" => in_body = true,
            "THead" => in_body = false,
            "TR" if in_body => rows.push(Vec::new()),
            line => {
                if let (Some(page), Some(row), true) = (page_of(line), rows.last_mut(), in_body)
                    && !row.contains(&page)
                {
                    row.push(page);
                }
            }
        }
    }
    rows
}

/// The page of an outline's line of text.
fn page_of(line: &str) -> Option<usize> {
    line.trim().strip_prefix('p')?.split(' ').next()?.parse().ok()
}

/// The page of the first line of the outline that holds a text.
fn page_with(outline: &str, text: &str) -> usize {
    let line =
        outline.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("no {text} in {outline}"));
    page_of(line).expect("a page")
}

#[test]
fn no_row_is_torn_that_fits_a_page() {
    let reader = read(&landscape(vec![Block::Table(table(60, 600))]));
    let rows = row_pages(&reader.outline());
    assert_eq!(rows.len(), 60);
    assert!(rows.iter().all(|pages| pages.len() == 1), "{rows:?}");
    assert!(reader.pages() > 10);
}

#[test]
fn a_row_taller_than_a_page_goes_on_over_pages_and_stays_one_row() {
    let reader = read(&landscape(vec![Block::Table(table(2, 20_000))]));
    let rows = row_pages(&reader.outline());
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|pages| pages.len() > 4), "{rows:?}");
    for pages in &rows {
        assert!(pages.windows(2).all(|pair| pair[1] == pair[0] + 1), "{pages:?}");
    }
    for page in &rows[1][1..] {
        assert!(reader.artifacts(*page).contains("M.2.2"), "page {page} does not say which row goes on");
    }
    let text = reader.texts_of("TD");
    assert!(text.iter().any(|cell| squeeze(cell) == squeeze(&prose(1000, 20_000))));
}

#[test]
fn heads_are_repeated_on_every_page_and_read_once() {
    let reader = read(&landscape(vec![Block::Table(table(60, 600))]));
    for page in 2..=reader.pages() {
        assert!(reader.artifacts(page).contains("Justification"), "page {page}");
    }
    assert!(!reader.artifacts(1).contains("Justification"));
    assert_eq!(reader.text().matches("Justification").count(), 1);
}

#[test]
fn a_heading_stands_with_what_follows() {
    for lines in 24..40 {
        let mut blocks: Vec<Block> = (0..lines).map(|_| paragraph("A line.")).collect();
        blocks.push(Heading::new(2, "The heading").into());
        blocks.push(Block::Table(table(3, 300)));
        let outline = read(&page(blocks)).outline();
        let (heading, row) = (page_with(&outline, "The heading"), page_with(&outline, "\"M.2.1\""));
        assert_eq!(heading, row, "after {lines} lines");
    }
}

#[test]
fn what_belongs_together_stays_together() {
    for lines in 24..36 {
        let mut blocks: Vec<Block> = (0..lines).map(|_| paragraph("A line.")).collect();
        blocks.push(Block::Together(vec![
            paragraph("First."),
            Block::Table(table(2, 100)),
            paragraph("Last."),
        ]));
        let outline = read(&page(blocks)).outline();
        let (first, last) = (page_with(&outline, "\"First."), page_with(&outline, "\"Last."));
        assert_eq!(first, last, "after {lines} lines");
    }
}

#[test]
fn the_contents_name_the_pages_on_which_the_headings_stand() {
    let reader = read(&register(60, 300));
    let outline: Vec<String> = reader.outline().lines().map(|line| line.trim().to_owned()).collect();
    let headings: Vec<(usize, String)> = outline
        .windows(2)
        .filter(|pair| matches!(pair[0].as_str(), "H2" | "H3"))
        .map(|pair| (page_of(&pair[1]).expect("a page"), pair[1].clone()))
        .filter(|(_, text)| !text.contains("\"Contents\""))
        .collect();
    let entries = reader.texts_of("TOCI");
    assert_eq!(entries.len(), 11);
    assert_eq!(headings.len(), entries.len());
    for ((page, heading), entry) in headings.iter().zip(entries) {
        let title =
            entry.strip_suffix(&page.to_string()).unwrap_or_else(|| panic!("{entry:?} is on page {page}"));
        assert!(heading.contains(title.trim()), "{title:?} against {heading:?}");
    }
}

#[test]
fn every_link_leads_to_a_page_and_says_where() {
    let reader = read(&register(60, 300));
    let mut inside = 0;
    let mut outside = Vec::new();
    for page in 1..=reader.pages() {
        for link in reader.links(page) {
            assert!(link.has(b"StructParent") && link.has(b"Contents"));
            match link.get(b"Dest") {
                Ok(Object::Array(destination)) => {
                    assert!(reader.page_number(&destination[0]) <= reader.pages());
                    inside += 1;
                }
                _ => {
                    let action = reader.dictionary(link.get(b"A").expect("an action"));
                    let uri = action.get(b"URI").and_then(Object::as_str).expect("an address");
                    outside.push(String::from_utf8(uri.to_vec()).expect("ASCII"));
                }
            }
        }
    }
    // Eleven headings in the contents, and one row from the summary.
    assert_eq!(inside, 12);
    assert_eq!(outside, ["https://example.org/guides/registers?of=measures&language=en"]);
}

#[test]
fn a_link_to_a_row_leads_to_its_page() {
    let blocks = vec![
        Heading::new(1, "Rows").into(),
        Block::Paragraph(Span::plain("row").link(Link::Anchor("m30".into())).into()),
        Block::Table(table(40, 900)),
    ];
    let reader = read(&landscape(blocks));
    let rows = row_pages(&reader.outline());
    let link = reader.links(1)[0];
    let destination = link.get(b"Dest").and_then(Object::as_array).expect("a destination");
    assert_eq!(reader.page_number(&destination[0]), rows[30][0]);
}

#[test]
fn the_cover_has_neither_head_nor_foot_and_others_count_it() {
    let reader = read(&register(10, 100));
    assert_eq!(reader.artifacts(1).trim(), "");
    for page in 2..=reader.pages() {
        let furniture = reader.artifacts(page);
        assert!(furniture.contains(&format!("Page {page} of {}", reader.pages())), "{furniture}");
        assert!(furniture.contains("Saltmarsh Claims Ltd"));
    }
}

#[test]
fn long_words_and_addresses_break_and_keep_their_letters() {
    let address = format!("https://example.org/{}", "path.of/many?parts=and&more_".repeat(12));
    for text in [address.as_str(), &"x".repeat(500), &"Ж".repeat(300), &"é😀".repeat(40)] {
        let table = Table {
            columns: vec![Column::new("A", 1.0), Column::new("B", 9.0)],
            rows: vec![Row::new([Cell::from(text), Cell::from("b")])],
            ..Table::default()
        };
        let reader = read(&page(vec![Block::Table(table)]));
        assert_eq!(reader.texts_of("TD")[0], text);
    }
}

#[test]
fn nothing_stands_outside_its_page() {
    let table = Table {
        columns: (0..12).map(|n| Column::new("Überschriften", if n % 3 == 0 { 0.0 } else { 1.0 })).collect(),
        rows: vec![Row::new((0..12).map(|_| Cell::from("Donaudampfschifffahrtsgesellschaftskapitän")))],
        ..Table::default()
    };
    let bytes = rendered(&page(vec![Heading::new(1, "W".repeat(90)).into(), Block::Table(table)])).bytes;
    let file = lopdf::Document::load_mem(&bytes).expect("a file");
    for page in file.get_pages().into_values() {
        let content = file.get_and_decode_page_content(page).expect("operators");
        let mut at = (0.0, 0.0);
        for operation in content.operations {
            match operation.operator.as_str() {
                "BT" => at = (0.0, 0.0),
                "Td" => {
                    at.0 += operation.operands[0].as_float().expect("a number");
                    at.1 += operation.operands[1].as_float().expect("a number");
                    assert!(at.0 > 20.0 && at.0 < 575.0 && at.1 > 20.0 && at.1 < 822.0, "{at:?}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn contents_without_headings_are_nothing() {
    let outline = read(&page(vec![Block::Contents(Contents { title: String::new(), depth: 2 })])).outline();
    assert!(!outline.contains("TOC"), "{outline}");
}

#[test]
fn paragraphs_of_a_cell_are_told_apart() {
    let cell = Cell::new([Paragraph::from(Span::plain("Title").bold()), "One.".into(), "Two.".into()]);
    let table = Table {
        columns: vec![Column::new("A", 1.0)],
        rows: vec![Row::new([cell])],
        row_header: Some(0),
        ..Table::default()
    };
    let reader = read(&page(vec![Block::Table(table)]));
    assert!(reader.outline().contains("TH Scope=Row"));
    assert_eq!(reader.texts_of("P"), ["Title", "One.", "Two."]);
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
