//! Files inside the file, associated with the document (ISO 19005-3, 6.8).

use lopdf::{Document as File, Object, Stream, dictionary};

use crate::archive::text_string;
use crate::model::{Attachment, Document, Relationship};

/// Adds the attachments, and returns the catalogue's `Names` and `AF`; nothing where there are none.
pub(crate) fn attach(file: &mut File, document: &Document) -> Option<(Object, Object)> {
    if document.attachments.is_empty() {
        return None;
    }
    let date = document.about.created.strftime("D:%Y%m%d%H%M%SZ").to_string();
    let mut named: Vec<(String, Object)> = Vec::new();
    let mut associated = Vec::new();
    for (index, attachment) in document.attachments.iter().enumerate() {
        let specification = Object::Reference(file_specification(file, attachment, &date));
        associated.push(specification.clone());
        // Two files may have one name; their keys must differ, and stand in order.
        named.push((format!("{index:06}"), specification));
    }
    let names = named.into_iter().flat_map(|(key, file)| [Object::string_literal(key), file]).collect();
    let names = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => Object::Array(names) } };
    Some((Object::Dictionary(names), Object::Array(associated)))
}

fn file_specification(file: &mut File, attachment: &Attachment, date: &str) -> lopdf::ObjectId {
    let size = i64::try_from(attachment.bytes.len()).unwrap_or(i64::MAX);
    let stream = Stream::new(
        dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => Object::Name(attachment.media_type.as_bytes().to_vec()),
            "Params" => dictionary! { "Size" => size, "ModDate" => Object::string_literal(date) },
        },
        attachment.bytes.clone(),
    );
    let stream = Object::Reference(file.add_object(stream));
    let relationship = match attachment.relationship {
        Relationship::Source => "Source",
        Relationship::Data => "Data",
        Relationship::Alternative => "Alternative",
        Relationship::Supplement => "Supplement",
        Relationship::Unspecified => "Unspecified",
    };
    file.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => text_string(&attachment.name),
        "UF" => text_string(&attachment.name),
        "Desc" => text_string(&attachment.description),
        "AFRelationship" => relationship,
        "EF" => dictionary! { "F" => stream.clone(), "UF" => stream },
    })
}
