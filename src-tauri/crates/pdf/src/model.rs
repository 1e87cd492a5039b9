//! What a document says, as data: no page, no font and no PDF in sight.

use jiff::Timestamp;

/// A whole document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What the document is: title, author, language, date.
    pub about: About,
    /// What runs along the head and foot of every page but the cover.
    pub furniture: Furniture,
    /// The parts, in reading order. Each begins on a new page.
    pub sections: Vec<Section>,
    /// Files that travel inside the document.
    pub attachments: Vec<Attachment>,
}

/// What is known about the document as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// The title, shown by readers in their title bar. "Untitled" stands in where it is empty.
    pub title: String,
    /// What it is about, in a sentence.
    pub subject: String,
    /// Who answers for it: a person, a role or an organisation.
    pub author: String,
    /// The language of its text as a BCP 47 tag, such as `en-GB`.
    pub language: String,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// When it was made. Comes in from outside, so that the same input gives the same bytes.
    pub created: Timestamp,
    /// The program for which it was made.
    pub creator: String,
    /// The program that wrote the file.
    pub producer: String,
}

/// The running head and foot.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Furniture {
    /// Above the text.
    pub head: Running,
    /// Below the text.
    pub foot: Running,
}

/// One line of the furniture; `{page}` and `{pages}` are replaced by numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Running {
    /// At the left margin.
    pub left: String,
    /// At the right margin.
    pub right: String,
}

/// A part of the document that shares one page format.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Section {
    /// How its A4 pages lie.
    pub orientation: Orientation,
    /// Its contents in reading order.
    pub blocks: Vec<Block>,
}

/// How a page lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Orientation {
    /// 210 by 297 mm.
    #[default]
    Portrait,
    /// 297 by 210 mm.
    Landscape,
}

/// A block of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A title page; takes a page of its own, without head and foot.
    Cover(Cover),
    /// A heading; never stands alone at the foot of a page.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list with bullets or numbers.
    List(List),
    /// Labels with their values.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A small chart of bars.
    Chart(Chart),
    /// The table of contents, made from the headings.
    Contents(Contents),
    /// Blocks that stay on one page where they fit on one.
    Together(Vec<Block>),
    /// Empty space, in points.
    Space(f32),
    /// The rest stands on a new page.
    PageBreak,
}

/// A title page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cover {
    /// Stands at the top: whose document it is.
    pub owner: String,
    /// The title.
    pub title: String,
    /// One line below the title.
    pub subtitle: String,
    /// Further lines below that.
    pub lead: Vec<Paragraph>,
    /// The document's particulars, at the foot.
    pub facts: Vec<Fact>,
}

/// A heading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Heading {
    /// From 1, the highest. A level that skips one is tagged as the next below its parent.
    pub level: u8,
    /// The words.
    pub text: String,
    /// The name by which links reach it.
    pub anchor: Option<String>,
    /// Whether the contents and the bookmarks list it.
    pub in_contents: bool,
}

/// Text that runs on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paragraph {
    /// The pieces, each with its own look.
    pub spans: Vec<Span>,
}

/// A piece of text with one look. Line feeds in the text begin a new line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Set in the bold face.
    pub bold: bool,
    /// Set in the italic face; bold wins where both are asked for.
    pub italic: bool,
    /// In the quieter colour.
    pub muted: bool,
    /// A size smaller.
    pub small: bool,
    /// The language as a BCP 47 tag, where it is not the document's.
    pub language: Option<String>,
    /// Where it leads.
    pub link: Option<Link>,
}

/// The target of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// A heading's or table row's anchor in this document.
    Anchor(String),
    /// A place outside.
    Uri(String),
}

/// A list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct List {
    /// What stands before each item.
    pub numbering: Numbering,
    /// The items; each holds one or more paragraphs.
    pub items: Vec<Vec<Paragraph>>,
}

/// What stands before the items of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Numbering {
    /// A bullet.
    #[default]
    Bullets,
    /// 1. 2. 3.
    Numbers,
}

/// A label with its value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What holds.
    pub value: Vec<Paragraph>,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The columns from the left. Their heads are repeated on every page.
    pub columns: Vec<Column>,
    /// The rows from the top.
    pub rows: Vec<Row>,
    /// The column whose cells name their rows.
    pub row_header: Option<usize>,
    /// A line above the table, read out before it.
    pub caption: Option<String>,
    /// What the table shows, for those who hear it; not printed.
    pub summary: Option<String>,
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its width in proportion to the other columns'.
    pub width: f32,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// The cells from the left; missing ones are empty.
    pub cells: Vec<Cell>,
    /// On a tinted ground.
    pub tinted: bool,
    /// The name by which links reach it.
    pub anchor: Option<String>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// Horizontal bars made of parts, with their numbers written out beside them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chart {
    /// What the picture shows, in words: read out in its place.
    pub alternative: String,
    /// The bars from the top.
    pub bars: Vec<Bar>,
}

/// A bar of a chart. Every bar is as long as the measure; its parts share it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bar {
    /// What the bar stands for.
    pub label: String,
    /// Its parts from the left.
    pub parts: Vec<Part>,
}

/// A part of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What the part stands for.
    pub label: String,
    /// How much of it there is.
    pub value: u64,
    /// Its colour.
    pub tone: Tone,
}

/// The colours of a chart; cool ones say how things stand, warm ones that somebody must act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The colour of the text.
    Ink,
    /// The accent.
    Blue,
    /// Done.
    Green,
    /// Under way.
    Teal,
    /// Planned.
    Slate,
    /// Not begun.
    Grey,
    /// Left out.
    Pale,
    /// Needs somebody.
    Amber,
    /// Overdue or wrong.
    Red,
}

/// The table of contents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Contents {
    /// Its own heading, which it does not list.
    pub title: String,
    /// The lowest level of heading that it lists.
    pub depth: u8,
}

/// A file inside the document (an associated file of PDF/A-3).
#[derive(Debug, Clone, PartialEq)]
pub struct Attachment {
    /// The file's name, with its extension.
    pub name: String,
    /// Its media type, such as `application/json`.
    pub media_type: String,
    /// What it is to the document.
    pub relationship: Relationship,
    /// What is in it.
    pub description: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What an attached file is to the document (ISO 19005-3, annex E).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relationship {
    /// The document was made from it.
    Source,
    /// The data that the document shows.
    Data,
    /// The same content in another form.
    Alternative,
    /// Something in addition.
    Supplement,
    /// Something else.
    Unspecified,
}
