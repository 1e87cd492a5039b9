//! The part `word/document.xml`: what is to be read.

use crate::model::{Block, Document, Paragraph, Span, Table};
use crate::parts::{RELATIONSHIPS, WORD};
use crate::styles::{BULLETS, first_numbered};
use crate::xml::Xml;

/// The width of the text in twentieths of a point: A4 without its margins.
const WIDTH: f32 = 9_356.0;

/// Returns the part, and how many numbered lists it holds.
pub(crate) fn body(document: &Document) -> (String, usize) {
    let mut writer = Writer { lists: 0 };
    let mut xml = Xml::new();
    xml.element("w:document", &[("xmlns:w", WORD), ("xmlns:r", RELATIONSHIPS)], |xml| {
        xml.element("w:body", &[], |xml| {
            for block in &document.blocks {
                writer.block(xml, block);
            }
            section(xml);
        });
    });
    (xml.done(), writer.lists)
}

struct Writer {
    /// The numbered lists so far; each begins at 1.
    lists: usize,
}

impl Writer {
    fn block(&mut self, xml: &mut Xml, block: &Block) {
        match block {
            Block::Title(text) => paragraph(xml, "Title", None, &text.as_str().into()),
            Block::Heading { level, text } => {
                let style = match level {
                    0 | 1 => "Heading1",
                    2 => "Heading2",
                    _ => "Heading3",
                };
                paragraph(xml, style, None, &text.as_str().into());
            }
            Block::Paragraph(text) => paragraph(xml, "BodyText", None, text),
            Block::Marked(paragraphs) => {
                // All but the last keep with the next: what belongs together is not torn apart.
                let last = paragraphs.len().saturating_sub(1);
                for (at, text) in paragraphs.iter().enumerate() {
                    paragraph(xml, if at < last { "ToDecide" } else { "ToDecideEnd" }, None, text);
                }
            }
            Block::List { numbered, items } => {
                let (style, list) = if *numbered {
                    self.lists += 1;
                    ("ListNumber", first_numbered(self.lists))
                } else {
                    ("ListBullet", BULLETS)
                };
                for item in items {
                    paragraph(xml, style, Some(list), item);
                }
            }
            Block::Table(table) => {
                self::table(xml, table);
                // Without it, two tables that follow each other would become one.
                paragraph(xml, "TableEnd", None, &Paragraph::default());
            }
        }
    }
}

fn paragraph(xml: &mut Xml, style: &str, list: Option<usize>, paragraph: &Paragraph) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)]);
            if let Some(list) = list {
                xml.element("w:numPr", &[], |xml| {
                    xml.empty("w:ilvl", &[("w:val", "0")]);
                    xml.empty("w:numId", &[("w:val", &list.to_string())]);
                });
            }
        });
        for span in &paragraph.spans {
            run(xml, span);
        }
    });
}

fn run(xml: &mut Xml, span: &Span) {
    xml.element("w:r", &[], |xml| {
        if span.bold || span.marked {
            xml.element("w:rPr", &[], |xml| {
                if span.bold {
                    xml.empty("w:b", &[]);
                }
                if span.marked {
                    xml.empty("w:highlight", &[("w:val", "yellow")]);
                }
            });
        }
        for (at, line) in span.text.split('\n').enumerate() {
            if at > 0 {
                xml.empty("w:br", &[]);
            }
            if !line.is_empty() {
                xml.words("w:t", &[("xml:space", "preserve")], line);
            }
        }
    });
}

fn table(xml: &mut Xml, table: &Table) {
    let whole: f32 = table.columns.iter().map(|column| column.width.max(0.0)).sum();
    #[expect(clippy::cast_possible_truncation, reason = "a width is a few thousand")]
    let widths: Vec<String> = table
        .columns
        .iter()
        .map(|column| ((column.width.max(0.0) / whole.max(1.0) * WIDTH).round() as i32).to_string())
        .collect();
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblStyle", &[("w:val", "Ruled")]);
            xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            xml.empty("w:tblLook", &[("w:val", "0420"), ("w:firstRow", "1"), ("w:noVBand", "1")]);
            if !table.summary.is_empty() {
                xml.empty("w:tblDescription", &[("w:val", &table.summary)]);
            }
        });
        xml.element("w:tblGrid", &[], |xml| {
            for width in &widths {
                xml.empty("w:gridCol", &[("w:w", width)]);
            }
        });
        let heads: Vec<Paragraph> = table.columns.iter().map(|column| column.head.as_str().into()).collect();
        row(xml, &widths, &heads, true);
        for cells in &table.rows {
            row(xml, &widths, cells, false);
        }
    });
}

fn row(xml: &mut Xml, widths: &[String], cells: &[Paragraph], head: bool) {
    let nothing = Paragraph::default();
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if head {
                xml.empty("w:tblHeader", &[]);
            }
        });
        for (at, width) in widths.iter().enumerate() {
            xml.element("w:tc", &[], |xml| {
                xml.element("w:tcPr", &[], |xml| {
                    xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
                });
                let style = if head { "TableHead" } else { "TableText" };
                paragraph(xml, style, None, cells.get(at).unwrap_or(&nothing));
            });
        }
    });
}

/// Writes what the pages are: A4 upright, with a head and a foot.
fn section(xml: &mut Xml) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId4")]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId5")]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", "1418"),
                ("w:right", "1275"),
                ("w:bottom", "1418"),
                ("w:left", "1275"),
                ("w:header", "709"),
                ("w:footer", "709"),
                ("w:gutter", "0"),
            ],
        );
    });
}
