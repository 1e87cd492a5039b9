//! Text that goes in comes out.

use annexe_pdf::{Block, Cell, Column, Heading, Row, Span, Table, Warning};
use proptest::prelude::*;

use crate::reader::Reader;
use crate::specimen::{page, paragraph};
use crate::{read, rendered};

fn warnings(blocks: Vec<Block>) -> Vec<Warning> {
    rendered(&page(blocks)).warnings
}

#[test]
fn latin_greek_and_cyrillic_come_out_as_they_went_in() {
    let text = "Ünïcödé – “quotes” ½ €; Ελληνικά ἀρχή; Български, Україна ґ; Łódź, Đặng, ŉ, ß, ﬁ, Ω, µ";
    let reader = read(&page(vec![paragraph(text)]));
    assert_eq!(reader.text().trim(), text.replace('\u{2126}', "Ω"));
    assert_eq!(warnings(vec![paragraph(text)]), []);
}

#[test]
fn characters_that_share_a_glyph_keep_their_own_text() {
    let text = "a-b\u{2010}c\u{2011}d A\u{391}\u{410} o\u{3bf}\u{43e}";
    assert_eq!(read(&page(vec![paragraph(text)])).text().trim(), text);
}

#[test]
fn marks_that_do_not_compose_come_out() {
    let text = "q\u{30a} x\u{323}\u{301} Ж\u{301}";
    assert_eq!(read(&page(vec![paragraph(text)])).text().trim(), text);
}

#[test]
fn a_missing_character_is_shown_reported_and_copied_as_itself() {
    let table = Table {
        columns: vec![Column::new("Ref", 1.0), Column::new("Text", 3.0)],
        rows: vec![
            Row::new([Cell::from("A.1"), Cell::from("ok")]),
            Row::new([Cell::from("A.2"), Cell::from("\u{202e}x")]),
        ],
        row_header: Some(0),
        ..Table::default()
    };
    let blocks =
        vec![Heading::new(1, "People").into(), paragraph("Smile 😀, 漢字 and 😀"), Block::Table(table)];
    let reader = read(&page(blocks.clone()));
    assert!(reader.text().contains("Smile 😀, 漢字 and 😀"), "{}", reader.text());
    assert_eq!(
        warnings(blocks),
        [
            Warning::MissingCharacters { characters: vec!['😀', '漢', '字'], place: "People".into() },
            Warning::MissingCharacters { characters: vec!['\u{202e}'], place: "People, A.2".into() },
        ]
    );
}

#[test]
fn a_warning_names_its_place_once() {
    let table = Table {
        columns: vec![Column::new("Ref", 1.0), Column::new("Text", 3.0)],
        rows: vec![Row::new([Cell::from("A.1"), Cell::from("漢")])],
        row_header: Some(0),
        ..Table::default()
    };
    let heading = |text: &str| Block::from(Heading::new(1, text));
    let blocks = vec![
        heading("First"),
        paragraph("x"),
        heading("字 second"),
        Block::Table(table.clone()),
        heading("Third"),
        Block::Together(vec![Block::Table(table)]),
    ];
    let places: Vec<String> = warnings(blocks)
        .into_iter()
        .map(|warning| match warning {
            Warning::MissingCharacters { place, .. } => place,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(places, ["字 second", "字 second, A.1", "Third, A.1"]);
}

#[test]
fn signs_and_spaces_come_out() {
    let text = "≥ 95 % → ok ✓, ☐ open; 1 − 1 = 0";
    let mut document = page(vec![paragraph(text), paragraph("a\u{a0}b c\u{202f}d")]);
    document.furniture.foot.left = "→ ✓ 漢".into();
    let reader = read(&document);
    assert_eq!(reader.texts_of("P"), [text, "a b c d"]);
    assert!(reader.artifacts(1).contains("→ ✓ 漢"), "{}", reader.artifacts(1));
    assert_eq!(rendered(&page(vec![paragraph(text)])).warnings, []);
}

#[test]
fn line_feeds_begin_lines_and_keep_words_apart() {
    let reader = read(&page(vec![paragraph("one\ntwo\r\n\nthree\n")]));
    assert_eq!(reader.text().split_whitespace().collect::<Vec<_>>(), ["one", "two", "three"]);
}

#[test]
fn languages_are_said() {
    let bytes = rendered(&page(vec![Block::Paragraph(Span::plain("λόγος").language("el").into())])).bytes;
    let file = lopdf::Document::load_mem(&bytes).expect("a file");
    let content = file.get_and_decode_page_content(file.get_pages()[&1]).expect("operators");
    let said = content.operations.iter().any(|operation| {
        operation.operator == "BDC"
            && operation.operands[1].as_dict().is_ok_and(|properties| properties.has(b"Lang"))
    });
    assert!(said);
}

/// Text of the scripts that the fonts have, with all that may stand between words.
fn known_text() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9 .,;:/?&=_()\\\\<>\"'%#@+*~^|{}\\[\\]À-ÿĀ-žΑ-ΡΣ-Ωα-ωА-я€–—“”…\n-]{0,400}"
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn known_text_makes_the_round_trip(text in known_text(), bold in any::<bool>()) {
        let span = if bold { Span::plain(text.as_str()).bold() } else { Span::plain(text.as_str()) };
        let bytes = rendered(&page(vec![Block::Paragraph(span.into())])).bytes;
        prop_assert_eq!(squeeze(&Reader::new(&bytes).text()), squeeze(&text));
    }

    #[test]
    fn known_text_makes_the_round_trip_in_narrow_cells(text in known_text(), width in 0.0_f32..1.0) {
        let table = Table {
            columns: vec![Column::new("A", width), Column::new("B", 1.0), Column::new("C", 5.0)],
            rows: vec![Row::new([Cell::from(text.as_str())])],
            ..Table::default()
        };
        let reader = read(&page(vec![Block::Table(table)]));
        // Narrow columns break words anywhere: only the spaces may differ.
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(letters(&reader.texts_of("TD").concat()), letters(&text));
    }

    #[test]
    fn any_text_at_all_renders_everywhere(
        text in "(\\PC|[\0-\u{20}\u{200b}-\u{206f}\u{300}-\u{36f}\u{e000}\u{fff0}-\u{ffff}]){0,120}",
        repeat in 1_usize..40,
        width in prop_oneof![Just(0.0_f32), Just(-1.0), Just(f32::NAN), Just(f32::INFINITY), 0.0_f32..100.0],
        columns in 1_usize..30,
    ) {
        let long = text.repeat(repeat);
        let table = Table {
            columns: (0..columns).map(|_| Column::new(text.as_str(), width)).collect(),
            rows: vec![
                Row::new((0..columns).map(|_| Cell::from(text.as_str()))),
                Row::new([Cell::from(long.as_str())]),
            ],
            row_header: Some(columns / 2),
            caption: Some(text.clone()),
            summary: Some(text.clone()),
        };
        let mut document =
            page(vec![Heading::new(2, text.as_str()).into(), paragraph(&long), Block::Table(table)]);
        document.about.title.clone_from(&text);
        document.furniture.foot.right.clone_from(&long);
        prop_assert!(Reader::new(&rendered(&document).bytes).pages() >= 1);
    }
}

#[test]
fn a_word_of_a_hundred_thousand_letters_renders() {
    for word in ["x", "Ж", "😀", "e\u{301}\u{302}\u{303}", "a/"] {
        let text = word.repeat(100_000 / word.len());
        assert!(rendered(&page(vec![paragraph(&text)])).pages > 3);
    }
}
