//! The structure tree, the parent tree and the links as objects of the file.

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

use crate::archive::text_string;
use crate::error::PdfError;
use crate::layout::{Area, Flow, Spot, Target};
use crate::tags::{Detail, Kid, Node, Tag, Tree};

/// Writes the structure tree and the links it holds.
pub(crate) fn write(file: &mut Document, pages: &[ObjectId], flow: &Flow<'_>) -> Result<(), PdfError> {
    let root = file.new_object_id();
    let nodes: Vec<ObjectId> = flow.tree.nodes().iter().map(|_| file.new_object_id()).collect();
    let areas: Vec<ObjectId> = flow.areas.iter().map(|_| file.new_object_id()).collect();
    let writer = Writer { pages, nodes: &nodes, areas: &areas, root, flow };
    for (node, id) in flow.tree.nodes().iter().zip(&nodes) {
        let dictionary = writer.node(node);
        file.set_object(*id, dictionary);
    }
    for (index, (area, id)) in flow.areas.iter().zip(&areas).enumerate() {
        let dictionary = writer.area(area, index)?;
        file.set_object(*id, dictionary);
    }
    writer.on_pages(file);
    let parents = writer.parents(file);
    let next = pages.len() + flow.areas.len();
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => writer.reference_to(Tree::ROOT),
        "ParentTree" => Object::Reference(parents),
        "ParentTreeNextKey" => integer(next),
    };
    file.set_object(root, tree);
    if let Ok(catalog) = file.catalog_mut() {
        catalog.set("StructTreeRoot", Object::Reference(root));
    }
    Ok(())
}

struct Writer<'a, 'b> {
    pages: &'a [ObjectId],
    nodes: &'a [ObjectId],
    areas: &'a [ObjectId],
    root: ObjectId,
    flow: &'a Flow<'b>,
}

impl Writer<'_, '_> {
    fn node(&self, node: &Node) -> Dictionary {
        let mut dictionary = Dictionary::new();
        dictionary.set("S", Object::from(node.tag.name()));
        dictionary.set("P", node.parent.map_or(Object::Reference(self.root), |id| self.reference_to(id)));
        let home = node.kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            Kid::Node(_) | Kid::Area(_) => None,
        });
        if let Some(page) = home.and_then(|page| self.pages.get(page)) {
            dictionary.set("Pg", Object::Reference(*page));
        }
        let mut kids: Vec<Object> = node.kids.iter().filter_map(|kid| self.kid(kid, home)).collect();
        match kids.len() {
            0 => {}
            1 => dictionary.set("K", kids.remove(0)),
            _ => dictionary.set("K", Object::Array(kids)),
        }
        self.detail(node, &mut dictionary);
        dictionary
    }

    fn kid(&self, kid: &Kid, home: Option<usize>) -> Option<Object> {
        match kid {
            Kid::Node(id) => Some(self.reference_to(*id)),
            Kid::Content { page, mcid } if Some(*page) == home => Some(integer(*mcid)),
            Kid::Content { page, mcid } => Some(Object::Dictionary(dictionary! {
                "Type" => "MCR",
                "Pg" => Object::Reference(*self.pages.get(*page)?),
                "MCID" => integer(*mcid),
            })),
            Kid::Area(index) => {
                let area = self.flow.areas.get(*index)?;
                Some(Object::Dictionary(dictionary! {
                    "Type" => "OBJR",
                    "Pg" => Object::Reference(*self.pages.get(area.page)?),
                    "Obj" => Object::Reference(*self.areas.get(*index)?),
                }))
            }
        }
    }

    fn detail(&self, node: &Node, dictionary: &mut Dictionary) {
        match &node.detail {
            Detail::None => {}
            Detail::Figure { alternative, bounds } => {
                dictionary.set("Alt", text_string(alternative));
                dictionary.set(
                    "A",
                    dictionary! {
                        "O" => "Layout",
                        "Placement" => "Block",
                        "BBox" => Object::Array(bounds.iter().map(|value| real(*value)).collect()),
                    },
                );
            }
            Detail::Summary(summary) => {
                dictionary.set("A", dictionary! { "O" => "Table", "Summary" => text_string(summary) });
            }
            Detail::Numbered(numbered) => {
                let numbering = if *numbered { "Decimal" } else { "Disc" };
                dictionary.set("A", dictionary! { "O" => "List", "ListNumbering" => numbering });
            }
        }
        let scope = match node.tag {
            Tag::ColumnHeader => "Column",
            Tag::RowHeader => "Row",
            _ => return,
        };
        dictionary.set("A", dictionary! { "O" => "Table", "Scope" => scope });
    }

    fn area(&self, area: &Area, index: usize) -> Result<Dictionary, PdfError> {
        let height = self.flow.pages.get(area.page).map_or(0.0, |page| page.format.height);
        let [left, top, right, bottom] = area.bounds;
        let rect = [left, height - bottom, right, height - top];
        let mut link = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => Object::Array(rect.iter().map(|value| real(*value)).collect()),
            "Border" => Object::Array(vec![Object::Integer(0); 3]),
            // Printed.
            "F" => 4,
            "Contents" => text_string(area.name()),
            "StructParent" => integer(self.pages.len() + index),
        };
        match &area.target {
            Target::Uri(uri) => {
                let uri = Object::String(escape(uri).into_bytes(), StringFormat::Literal);
                link.set("A", dictionary! { "S" => "URI", "URI" => uri });
            }
            Target::Anchor(name) => {
                let spot = self.flow.anchors.get(name);
                let spot = spot.ok_or_else(|| PdfError::DeadLink { anchor: name.clone() })?;
                link.set("Dest", destination(self.pages, self.flow, *spot));
            }
            Target::Heading(number) => {
                if let Some(heading) = self.flow.listed.get(*number) {
                    link.set("Dest", destination(self.pages, self.flow, heading.spot));
                }
            }
        }
        Ok(link)
    }

    fn on_pages(&self, file: &mut Document) {
        for (index, (page, id)) in self.flow.pages.iter().zip(self.pages).enumerate() {
            let Ok(dictionary) = file.get_dictionary_mut(*id) else { continue };
            dictionary.set("StructParents", integer(index));
            dictionary.set("Tabs", "S");
            if page.areas.is_empty() {
                dictionary.remove(b"Annots");
            } else {
                let links = page.areas.iter().filter_map(|area| self.areas.get(*area));
                dictionary.set("Annots", Object::Array(links.map(|id| Object::Reference(*id)).collect()));
            }
        }
    }

    /// Writes the parent tree: from marked content and links back to their nodes.
    fn parents(&self, file: &mut Document) -> ObjectId {
        let mut numbers = Vec::new();
        for (index, page) in self.flow.pages.iter().enumerate() {
            let owners = page.owners.iter().map(|node| self.reference_to(*node)).collect();
            let owners = file.add_object(Object::Array(owners));
            numbers.extend([integer(index), Object::Reference(owners)]);
        }
        for (index, area) in self.flow.areas.iter().enumerate() {
            numbers.extend([integer(self.pages.len() + index), self.reference_to(area.node)]);
        }
        file.add_object(dictionary! { "Nums" => Object::Array(numbers) })
    }

    fn reference_to(&self, node: usize) -> Object {
        self.nodes.get(node).map_or(Object::Null, |id| Object::Reference(*id))
    }
}

impl Area {
    /// What is read out for it: its text, or else its target.
    fn name(&self) -> &str {
        match (self.text.trim(), &self.target) {
            ("", Target::Anchor(name) | Target::Uri(name)) if !name.trim().is_empty() => name,
            ("", _) => "—",
            (text, _) => text,
        }
    }
}

/// Returns where a link or a bookmark leads.
pub(crate) fn destination(pages: &[ObjectId], flow: &Flow<'_>, spot: Spot) -> Object {
    let page = pages.get(spot.page).map_or(Object::Null, |id| Object::Reference(*id));
    let height = flow.pages.get(spot.page).map_or(0.0, |page| page.format.height);
    // A little above the line, so that it does not stick to the window's edge.
    let top = real((height - spot.y + 12.0).clamp(0.0, height));
    Object::Array(vec![page, Object::from("XYZ"), Object::Null, top, Object::Null])
}

/// Returns an address with everything but ASCII percent-encoded.
fn escape(uri: &str) -> String {
    let mut escaped = String::with_capacity(uri.len());
    for byte in uri.bytes() {
        if byte.is_ascii_graphic() {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

fn integer(value: usize) -> Object {
    Object::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}

fn real(value: f32) -> Object {
    Object::Real((value * 100.0).round() / 100.0)
}
