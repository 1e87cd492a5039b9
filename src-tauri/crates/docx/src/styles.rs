//! The parts `word/styles.xml` and `word/numbering.xml`: how it looks, in one place.

use crate::parts::WORD;
use crate::xml::Xml;

/// The list with bullets.
pub(crate) const BULLETS: usize = 1;

/// Returns the number of the nth numbered list, from 1.
pub(crate) fn first_numbered(nth: usize) -> usize {
    BULLETS + nth
}

/// The colour of headings.
const INK: &str = "1F2A44";

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    based_on: Option<&'static str>,
    next: Option<&'static str>,
    /// In twentieths of a point, before and after.
    space: (u16, u16),
    /// In half points, where it is not the usual one.
    size: Option<u16>,
    bold: bool,
    colour: Option<&'static str>,
    keep_next: bool,
    outline: Option<u8>,
    ground: Option<&'static str>,
}

const PLAIN: Style = Style {
    id: "",
    name: "",
    based_on: Some("Normal"),
    next: None,
    space: (0, 0),
    size: None,
    bold: false,
    colour: None,
    keep_next: false,
    outline: None,
    ground: None,
};

const STYLES: &[Style] = &[
    Style { id: "Normal", name: "Normal", based_on: None, ..PLAIN },
    Style { id: "BodyText", name: "Body Text", space: (0, 120), ..PLAIN },
    Style {
        id: "Title",
        name: "Title",
        next: Some("BodyText"),
        space: (0, 240),
        size: Some(44),
        bold: true,
        colour: Some(INK),
        keep_next: true,
        ..PLAIN
    },
    Style {
        id: "Heading1",
        name: "heading 1",
        next: Some("BodyText"),
        space: (360, 120),
        size: Some(28),
        bold: true,
        colour: Some(INK),
        keep_next: true,
        outline: Some(0),
        ..PLAIN
    },
    Style {
        id: "Heading2",
        name: "heading 2",
        next: Some("BodyText"),
        space: (240, 80),
        size: Some(24),
        bold: true,
        colour: Some(INK),
        keep_next: true,
        outline: Some(1),
        ..PLAIN
    },
    Style {
        id: "Heading3",
        name: "heading 3",
        next: Some("BodyText"),
        space: (200, 60),
        size: Some(22),
        bold: true,
        colour: Some(INK),
        keep_next: true,
        outline: Some(2),
        ..PLAIN
    },
    Style { id: "ListBullet", name: "List Bullet", space: (0, 60), ..PLAIN },
    Style { id: "ListNumber", name: "List Number", space: (0, 60), ..PLAIN },
    Style { id: "TableText", name: "Table Text", space: (40, 40), size: Some(19), ..PLAIN },
    Style {
        id: "TableHead",
        name: "Table Head",
        space: (40, 40),
        size: Some(19),
        bold: true,
        keep_next: true,
        ..PLAIN
    },
    Style { id: "TableEnd", name: "Table End", space: (0, 60), size: Some(12), ..PLAIN },
    Style {
        id: "ToDecide",
        name: "To Decide",
        space: (60, 60),
        keep_next: true,
        ground: Some("FFF4CC"),
        ..PLAIN
    },
    Style { id: "ToDecideEnd", name: "To Decide End", space: (60, 200), ground: Some("FFF4CC"), ..PLAIN },
    Style { id: "Header", name: "header", size: Some(17), colour: Some("5A6272"), ..PLAIN },
    Style { id: "Footer", name: "footer", size: Some(17), colour: Some("5A6272"), ..PLAIN },
];

pub(crate) fn styles(language: &str) -> String {
    let mut xml = Xml::new();
    xml.element("w:styles", &[("xmlns:w", WORD)], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    let face = "Calibri";
                    xml.empty(
                        "w:rFonts",
                        &[("w:ascii", face), ("w:hAnsi", face), ("w:cs", face), ("w:eastAsia", face)],
                    );
                    xml.empty("w:sz", &[("w:val", "21")]);
                    xml.empty("w:szCs", &[("w:val", "21")]);
                    xml.empty("w:lang", &[("w:val", language), ("w:eastAsia", language)]);
                });
            });
            xml.element("w:pPrDefault", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    xml.empty("w:spacing", &[("w:line", "269"), ("w:lineRule", "auto")]);
                });
            });
        });
        for one in STYLES {
            style(xml, one);
        }
        table_styles(xml);
    });
    xml.done()
}

fn style(xml: &mut Xml, style: &Style) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id)];
    if style.based_on.is_none() {
        attributes.push(("w:default", "1"));
    }
    xml.element("w:style", &attributes, |xml| {
        xml.empty("w:name", &[("w:val", style.name)]);
        if let Some(base) = style.based_on {
            xml.empty("w:basedOn", &[("w:val", base)]);
        }
        if let Some(next) = style.next {
            xml.empty("w:next", &[("w:val", next)]);
        }
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            if style.keep_next {
                xml.empty("w:keepNext", &[]);
            }
            if let Some(fill) = style.ground {
                xml.element("w:pBdr", &[], |xml| {
                    let edge = [("w:val", "single"), ("w:sz", "24"), ("w:space", "8"), ("w:color", "B98900")];
                    xml.empty("w:left", &edge);
                });
                xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]);
            }
            let (before, after) = (style.space.0.to_string(), style.space.1.to_string());
            xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after)]);
            if let Some(level) = style.outline {
                xml.empty("w:outlineLvl", &[("w:val", &level.to_string())]);
            }
        });
        xml.element("w:rPr", &[], |xml| {
            if style.bold {
                xml.empty("w:b", &[]);
            }
            if let Some(colour) = style.colour {
                xml.empty("w:color", &[("w:val", colour)]);
            }
            if let Some(size) = style.size {
                xml.empty("w:sz", &[("w:val", &size.to_string())]);
            }
        });
    });
}

fn table_styles(xml: &mut Xml) {
    xml.element("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")], |xml| {
        xml.empty("w:name", &[("w:val", "Normal Table")]);
    });
    xml.element("w:style", &[("w:type", "table"), ("w:styleId", "Ruled")], |xml| {
        xml.empty("w:name", &[("w:val", "Ruled")]);
        xml.empty("w:basedOn", &[("w:val", "TableNormal")]);
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                for edge in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "B8BFCC")];
                    xml.empty(edge, &line);
                }
            });
            xml.element("w:tblCellMar", &[], |xml| {
                xml.empty("w:left", &[("w:w", "100"), ("w:type", "dxa")]);
                xml.empty("w:right", &[("w:w", "100"), ("w:type", "dxa")]);
            });
        });
        xml.element("w:tblStylePr", &[("w:type", "firstRow")], |xml| {
            xml.element("w:rPr", &[], |xml| {
                xml.empty("w:b", &[]);
            });
            xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "E8ECF4")]);
            });
        });
    });
}

/// Returns the part of the lists: one with bullets, and as many with numbers, each of which begins at 1.
pub(crate) fn numbering(numbered: usize) -> String {
    let mut xml = Xml::new();
    xml.element("w:numbering", &[("xmlns:w", WORD)], |xml| {
        abstract_list(xml, "0", "bullet", "•");
        abstract_list(xml, "1", "decimal", "%1.");
        list(xml, BULLETS, "0", false);
        for nth in 1..=numbered {
            list(xml, first_numbered(nth), "1", true);
        }
    });
    xml.done()
}

fn abstract_list(xml: &mut Xml, id: &str, format: &str, text: &str) {
    xml.element("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
        xml.empty("w:multiLevelType", &[("w:val", "singleLevel")]);
        xml.element("w:lvl", &[("w:ilvl", "0")], |xml| {
            xml.empty("w:start", &[("w:val", "1")]);
            xml.empty("w:numFmt", &[("w:val", format)]);
            xml.empty("w:lvlText", &[("w:val", text)]);
            xml.empty("w:lvlJc", &[("w:val", "left")]);
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:ind", &[("w:left", "454"), ("w:hanging", "341")]);
            });
        });
    });
}

fn list(xml: &mut Xml, number: usize, of: &str, begins_anew: bool) {
    xml.element("w:num", &[("w:numId", &number.to_string())], |xml| {
        xml.empty("w:abstractNumId", &[("w:val", of)]);
        if begins_anew {
            xml.element("w:lvlOverride", &[("w:ilvl", "0")], |xml| {
                xml.empty("w:startOverride", &[("w:val", "1")]);
            });
        }
    });
}
