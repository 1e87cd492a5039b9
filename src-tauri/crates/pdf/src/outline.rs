//! The bookmarks, from the headings that the contents list.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::archive::text_string;
use crate::layout::Flow;
use crate::structure::destination;

/// A bookmark and those below it.
struct Mark {
    heading: usize,
    level: u8,
    below: Vec<Mark>,
}

/// Writes the bookmarks, and has readers open with them.
pub(crate) fn write(file: &mut Document, pages: &[ObjectId], flow: &Flow<'_>) {
    let mut marks =
        flow.listed.iter().enumerate().map(|(heading, listed)| (heading, listed.level)).peekable();
    let mut top = Vec::new();
    while marks.peek().is_some() {
        top.extend(gather(&mut marks, 0));
    }
    if top.is_empty() {
        return;
    }
    let root = file.new_object_id();
    let mut outlines = dictionary! { "Type" => "Outlines", "Count" => count(&top) };
    place(file, pages, flow, &top, root, &mut outlines, 0);
    file.set_object(root, outlines);
    if let Ok(catalog) = file.catalog_mut() {
        catalog.set("Outlines", Object::Reference(root));
        catalog.set("PageMode", "UseOutlines");
    }
}

/// Takes the marks that stand below a level, each with its own.
fn gather(marks: &mut std::iter::Peekable<impl Iterator<Item = (usize, u8)>>, above: u8) -> Vec<Mark> {
    let mut gathered: Vec<Mark> = Vec::new();
    while let Some((heading, level)) = marks.next_if(|(_, level)| *level > above) {
        match gathered.last_mut() {
            Some(last) if level > last.level => add_below(last, Mark { heading, level, below: Vec::new() }),
            _ => gathered.push(Mark { heading, level, below: Vec::new() }),
        }
    }
    gathered
}

/// Adds a mark at the depth that its level asks for.
fn add_below(mark: &mut Mark, new: Mark) {
    match mark.below.last_mut() {
        Some(last) if new.level > last.level => add_below(last, new),
        _ => mark.below.push(new),
    }
}

fn count(marks: &[Mark]) -> Object {
    Object::Integer(i64::try_from(marks.len()).unwrap_or(i64::MAX))
}

/// Writes marks as the children of a bookmark, or of the root; closed below the first level.
fn place(
    file: &mut Document,
    pages: &[ObjectId],
    flow: &Flow<'_>,
    marks: &[Mark],
    parent: ObjectId,
    parent_dictionary: &mut Dictionary,
    depth: usize,
) {
    let ids: Vec<ObjectId> = marks.iter().map(|_| file.new_object_id()).collect();
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        parent_dictionary.set("First", Object::Reference(*first));
        parent_dictionary.set("Last", Object::Reference(*last));
    }
    for (index, (mark, id)) in marks.iter().zip(&ids).enumerate() {
        let Some(listed) = flow.listed.get(mark.heading) else { continue };
        let mut bookmark = dictionary! {
            "Title" => text_string(&listed.text),
            "Parent" => Object::Reference(parent),
            "Dest" => destination(pages, flow, listed.spot),
        };
        if let Some(before) = index.checked_sub(1).and_then(|index| ids.get(index)) {
            bookmark.set("Prev", Object::Reference(*before));
        }
        if let Some(after) = ids.get(index + 1) {
            bookmark.set("Next", Object::Reference(*after));
        }
        if !mark.below.is_empty() && depth < usize::from(u8::MAX) {
            let closed = i64::try_from(mark.below.len()).unwrap_or(i64::MAX);
            bookmark.set("Count", Object::Integer(-closed));
            place(file, pages, flow, &mark.below, *id, &mut bookmark, depth + 1);
        }
        file.set_object(*id, bookmark);
    }
}
