//! A page being drawn: operators in the order of reading, each inside marked content.
//!
//! Distances come in from the page's top left corner and go out from its bottom left one.

use std::collections::BTreeMap;

use printpdf::{
    Color, DictItem, FontId, Line, LinePoint, Op, PaintMode, PdfFontHandle, Point, Pt, Rect, Rgb,
};

use crate::fonts::{Encoded, Face, Part};
use crate::style::{Colour, Format, TextStyle};
use crate::tags::NodeId;

/// What marked content is: part of the structure, or only there for the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Belongs to a node whose structure type has this name.
    Node(NodeId, &'static str),
    /// Rules, tints, leaders.
    Decoration,
    RunningHead,
    RunningFoot,
}

/// A page and what has been drawn on it.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) format: Format,
    pub(crate) ops: Vec<Op>,
    /// The node to which each marked content belongs, by its id on this page.
    pub(crate) owners: Vec<NodeId>,
    /// The links on this page, by their number in the document.
    pub(crate) areas: Vec<usize>,
    /// Whether it carries the running head and foot.
    pub(crate) furniture: bool,
    open: Option<Owner>,
    /// Where the current line of text begins, while a text object is open.
    line: Option<(f32, f32)>,
    font: Option<(Face, f32)>,
    fill: Option<Colour>,
    stroke: Option<(Colour, f32)>,
}

fn hundredths(value: f32) -> f32 {
    // Text in absurd places would otherwise become numbers that no reader accepts.
    (value.clamp(-30_000.0, 30_000.0) * 100.0).round() / 100.0
}

fn pt(value: f32) -> Pt {
    Pt(hundredths(value))
}

fn color(colour: Colour) -> Color {
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb::new(part(colour.0), part(colour.1), part(colour.2), None))
}

impl Page {
    pub(crate) fn new(format: Format, furniture: bool) -> Self {
        Self {
            format,
            ops: Vec::new(),
            owners: Vec::new(),
            areas: Vec::new(),
            furniture,
            open: None,
            line: None,
            font: None,
            fill: None,
            stroke: None,
        }
    }

    /// Turns a distance from the top into one from the bottom.
    pub(crate) fn flip(&self, y: f32) -> f32 {
        self.format.height - y
    }

    /// Begins marked content, unless what is open belongs to the same owner.
    ///
    /// Returns its id on the page where it is new and belongs to a node.
    pub(crate) fn mark(&mut self, owner: Owner) -> Option<usize> {
        if self.open == Some(owner) {
            return None;
        }
        self.close();
        self.open = Some(owner);
        match owner {
            Owner::Node(node, tag) => {
                let mcid = self.owners.len();
                self.owners.push(node);
                let id = i64::try_from(mcid).unwrap_or(i64::MAX);
                self.begin(tag, [("MCID", DictItem::Int(id))]);
                Some(mcid)
            }
            Owner::Decoration => {
                self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
                None
            }
            Owner::RunningHead => {
                self.begin("Artifact", [("Type", name("Pagination")), ("Subtype", name("Header"))]);
                None
            }
            Owner::RunningFoot => {
                self.begin("Artifact", [("Type", name("Pagination")), ("Subtype", name("Footer"))]);
                None
            }
        }
    }

    /// Returns whether what is open belongs to this owner.
    pub(crate) fn is_open(&self, owner: Owner) -> bool {
        self.open == Some(owner)
    }

    fn begin<const N: usize>(&mut self, tag: &str, properties: [(&str, DictItem); N]) {
        let map: BTreeMap<String, DictItem> =
            properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    /// Ends the marked content that is open.
    pub(crate) fn close(&mut self) {
        if self.line.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Moves to the beginning of a line of text.
    pub(crate) fn move_to(&mut self, x: f32, baseline: f32) {
        let (x, y) = (hundredths(x), hundredths(self.flip(baseline)));
        let (from_x, from_y) = self.line.unwrap_or_else(|| {
            self.ops.push(Op::StartTextSection);
            (0.0, 0.0)
        });
        self.ops.push(Op::SetTextCursor { pos: Point { x: pt(x - from_x), y: pt(y - from_y) } });
        self.line = Some((x, y));
    }

    /// Shows glyphs at the pen; `language` and a part's actual text become spans.
    pub(crate) fn show(
        &mut self,
        style: &TextStyle,
        encoded: Encoded,
        language: Option<&str>,
        actual: Option<&str>,
    ) {
        self.set_fill(style.colour);
        if self.font != Some((style.face, style.size)) {
            self.font = Some((style.face, style.size));
            let font = PdfFontHandle::External(FontId(style.face.resource().to_owned()));
            self.ops.push(Op::SetFont { font, size: pt(style.size) });
        }
        let span = match (language, actual) {
            (None, None) => false,
            (Some(tag), None) => {
                self.begin("Span", [("Lang", ascii(tag))]);
                true
            }
            (None, Some(text)) => {
                self.begin("Span", [("ActualText", unicode(text))]);
                true
            }
            (Some(tag), Some(text)) => {
                self.begin("Span", [("Lang", ascii(tag)), ("ActualText", unicode(text))]);
                true
            }
        };
        for part in encoded.parts {
            self.show_part(style, part, actual.is_some());
        }
        if span {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn show_part(&mut self, style: &TextStyle, part: Part, inside_actual: bool) {
        let span = part.actual.filter(|_| !inside_actual);
        if let Some(text) = &span {
            self.begin("Span", [("ActualText", unicode(text))]);
        }
        for run in part.runs {
            if run.raise != 0 {
                let rise = hundredths(run.raise as f32 * style.size / 1000.0);
                self.ops.push(Op::SetLineOffset { multiplier: rise });
            }
            self.ops.push(Op::ShowText { items: run.items });
            if run.raise != 0 {
                self.ops.push(Op::SetLineOffset { multiplier: 0.0 });
            }
        }
        if span.is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn set_fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.fill = Some(colour);
            self.ops.push(Op::SetFillColor { col: color(colour) });
        }
    }

    /// Fills a rectangle.
    pub(crate) fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        self.set_fill(colour);
        let bottom = self.flip(y + height);
        let mut rectangle = Rect::from_xywh(pt(x), pt(bottom), pt(width), pt(height));
        rectangle.mode = Some(PaintMode::Fill);
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    /// Draws a horizontal rule.
    pub(crate) fn rule(&mut self, x: f32, y: f32, width: f32, weight: f32, colour: Colour) {
        if self.stroke != Some((colour, weight)) {
            self.stroke = Some((colour, weight));
            self.ops.push(Op::SetOutlineColor { col: color(colour) });
            self.ops.push(Op::SetOutlineThickness { pt: Pt(weight) });
        }
        let y = self.flip(y);
        let point = |x| LinePoint { p: Point { x: pt(x), y: pt(y) }, bezier: false };
        let line = Line { points: vec![point(x), point(x + width)], is_closed: false };
        self.ops.push(Op::DrawLine { line });
    }
}

fn name(value: &str) -> DictItem {
    DictItem::Name(value.as_bytes().to_vec())
}

fn ascii(value: &str) -> DictItem {
    DictItem::String { data: value.as_bytes().to_vec(), literal: true }
}

/// Returns text as UTF-16 with its byte order mark.
fn unicode(text: &str) -> DictItem {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    DictItem::String { data: units.flat_map(u16::to_be_bytes).collect(), literal: false }
}
