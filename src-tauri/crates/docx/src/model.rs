//! What a document says, as data: no style and no XML in sight.

use jiff::Timestamp;

/// A whole document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What the document is: title, author, language, date.
    pub about: About,
    /// What runs along the head of every page.
    pub head: String,
    /// What runs along the foot of every page; `{page}` and `{pages}` are replaced by numbers.
    pub foot: String,
    /// The contents in reading order.
    pub blocks: Vec<Block>,
}

/// What is known about the document as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// The title.
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
    /// The program that wrote the file.
    pub producer: String,
}

/// A block of the document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The title, once and first.
    Title(String),
    /// A heading.
    Heading {
        /// From 1, the highest, to 3.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph(Paragraph),
    /// Paragraphs on a coloured ground: something that somebody has to do.
    Marked(Vec<Paragraph>),
    /// A list.
    List {
        /// Whether numbers stand before the items, from 1; else bullets.
        numbered: bool,
        /// The items.
        items: Vec<Paragraph>,
    },
    /// A table.
    Table(Table),
}

/// A table. Its heads are repeated on every page, and no row is torn apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The columns from the left.
    pub columns: Vec<Column>,
    /// The rows from the top; of each, the cells from the left. Missing ones are empty.
    pub rows: Vec<Vec<Paragraph>>,
    /// What the table shows, for those who hear it; not printed.
    pub summary: String,
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its width in proportion to the other columns'.
    pub width: f32,
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
    /// On a coloured ground.
    pub marked: bool,
}

impl From<&str> for Paragraph {
    fn from(text: &str) -> Self {
        Self { spans: vec![Span { text: text.into(), ..Span::default() }] }
    }
}
