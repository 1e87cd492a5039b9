//! The structure of the document: what each piece of text is, in reading order.

/// A node of the structure tree.
pub(crate) type NodeId = usize;

/// The kind of a node (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    Document,
    Section,
    /// A heading of a level from 1 to 6.
    Heading(u8),
    Paragraph,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    TableHead,
    TableBody,
    TableRow,
    ColumnHeader,
    RowHeader,
    TableCell,
    Caption,
    Figure,
    Contents,
    ContentsItem,
    Reference,
    Link,
}

impl Tag {
    /// The structure type's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Tag::Document => "Document",
            Tag::Section => "Sect",
            Tag::Heading(level) => match level {
                0 | 1 => "H1",
                2 => "H2",
                3 => "H3",
                4 => "H4",
                5 => "H5",
                _ => "H6",
            },
            Tag::Paragraph => "P",
            Tag::List => "L",
            Tag::ListItem => "LI",
            Tag::Label => "Lbl",
            Tag::ListBody => "LBody",
            Tag::Table => "Table",
            Tag::TableHead => "THead",
            Tag::TableBody => "TBody",
            Tag::TableRow => "TR",
            Tag::ColumnHeader | Tag::RowHeader => "TH",
            Tag::TableCell => "TD",
            Tag::Caption => "Caption",
            Tag::Figure => "Figure",
            Tag::Contents => "TOC",
            Tag::ContentsItem => "TOCI",
            Tag::Reference => "Reference",
            Tag::Link => "Link",
        }
    }
}

/// A child of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kid {
    Node(NodeId),
    /// Marked content on a page.
    Content {
        page: usize,
        mcid: usize,
    },
    /// A link's active area, by its number in the document.
    Area(usize),
}

/// What a node carries beside its children.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Detail {
    #[default]
    None,
    /// A figure's alternative and its place on the page.
    Figure { alternative: String, bounds: [f32; 4] },
    /// What a table shows.
    Summary(String),
    /// Whether a list has numbers.
    Numbered(bool),
}

#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) tag: Tag,
    pub(crate) parent: Option<NodeId>,
    pub(crate) kids: Vec<Kid>,
    pub(crate) detail: Detail,
}

/// The structure tree; its first node is the document.
#[derive(Debug)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    pub(crate) const ROOT: NodeId = 0;

    pub(crate) fn new() -> Self {
        let root = Node { tag: Tag::Document, parent: None, kids: Vec::new(), detail: Detail::None };
        Self { nodes: vec![root] }
    }

    /// Adds a node as the last child of another.
    pub(crate) fn add(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = self.nodes.len();
        self.nodes.push(Node { tag, parent: Some(parent), kids: Vec::new(), detail: Detail::None });
        self.attach(parent, Kid::Node(id));
        id
    }

    /// Adds what is no node as the last child of one.
    pub(crate) fn attach(&mut self, parent: NodeId, kid: Kid) {
        if let Some(node) = self.nodes.get_mut(parent) {
            node.kids.push(kid);
        }
    }

    pub(crate) fn describe(&mut self, id: NodeId, detail: Detail) {
        if let Some(node) = self.nodes.get_mut(id) {
            node.detail = detail;
        }
    }

    pub(crate) fn tag(&self, id: NodeId) -> Tag {
        self.nodes.get(id).map_or(Tag::Document, |node| node.tag)
    }

    pub(crate) fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}
