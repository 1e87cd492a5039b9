//! What makes the file archival: its metadata, colours, attachments and identity.

mod attachments;
mod colours;
mod compact;
mod metadata;

use lopdf::{Document as File, Object, ObjectId, SaveOptions, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::error::PdfError;
use crate::model::Document;

/// Objects in one compressed stream; more compress better and take longer to open.
const OBJECTS_IN_STREAM: usize = 200;

/// How often a file is written anew until it is clear where each of its streams ends.
const TRIES: usize = 5;

/// Takes out what printpdf writes and archives refuse or do not need.
pub(crate) fn settle(file: &mut File, pages: &[ObjectId]) {
    let tree = file.catalog().ok().and_then(|catalog| catalog.get(b"Pages").ok().cloned());
    let catalog = dictionary! { "Type" => "Catalog", "Pages" => tree.unwrap_or(Object::Null) };
    let catalog = file.add_object(catalog);
    file.trailer = dictionary! { "Root" => Object::Reference(catalog) };
    // Every page has the same fonts and nothing else.
    let fonts = pages
        .first()
        .and_then(|page| file.get_dictionary(*page).ok())
        .and_then(|page| page.get(b"Resources").ok()?.as_reference().ok())
        .and_then(|resources| file.get_dictionary(resources).ok()?.get(b"Font").ok().cloned());
    let mut resources = dictionary! {};
    if let Some(fonts) = fonts {
        resources.set("Font", fonts);
    }
    let resources = file.add_object(resources);
    for page in pages {
        let contents = file.get_page_contents(*page);
        for id in contents {
            if let Ok(Object::Stream(stream)) = file.get_object_mut(id) {
                stream.set_content(compact::bytes_for_hex(&stream.content));
            }
        }
        if let Ok(page) = file.get_dictionary_mut(*page) {
            page.set("Resources", Object::Reference(resources));
            page.remove(b"TrimBox");
            page.remove(b"CropBox");
        }
    }
}

/// Says in the file what it is.
pub(crate) fn describe(file: &mut File, document: &Document) -> Result<(), PdfError> {
    let information = metadata::information(&document.about);
    let information = file.add_object(information);
    file.trailer.set("Info", Object::Reference(information));
    let packet = file.add_object(metadata::packet(&document.about));
    let intent = colours::output_intent(file);
    let attached = attachments::attach(file, document);
    let catalog = file.catalog_mut().map_err(std::io::Error::other)?;
    catalog.set("Metadata", Object::Reference(packet));
    catalog.set("OutputIntents", Object::Array(vec![Object::Reference(intent)]));
    catalog.set("Lang", Object::string_literal(document.about.language.as_str()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some((names, associated)) = attached {
        catalog.set("Names", names);
        catalog.set("AF", associated);
    }
    Ok(())
}

/// Compresses the file, gives it its identity and returns its bytes.
pub(crate) fn save(mut file: File) -> Result<Vec<u8>, PdfError> {
    compact::renumber(&mut file);
    let mut identity = Sha256::new();
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object {
            identity.update(&stream.content);
            let readable =
                stream.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"Metadata");
            // Metadata stays readable for tools that know nothing of PDF.
            if !readable {
                compact::compress(stream)?;
            }
        }
    }
    let identity =
        Object::String(identity.finalize().iter().take(16).copied().collect(), StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![identity.clone(), identity]));
    file.version = "1.7".to_owned();
    // The streams of objects are made while the file is written: others are tried until none ends that way.
    let mut bytes = saved(&mut file.clone(), OBJECTS_IN_STREAM)?;
    for fewer in 1..=TRIES {
        if !compact::ends_unclearly(&bytes) {
            break;
        }
        bytes = saved(&mut file.clone(), OBJECTS_IN_STREAM - fewer)?;
    }
    Ok(bytes)
}

fn saved(file: &mut File, objects: usize) -> Result<Vec<u8>, PdfError> {
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(objects)
        .compression_level(9)
        .build();
    let mut bytes = Vec::new();
    file.save_with_options(&mut bytes, options)?;
    compact::compress_references(file, &mut bytes)?;
    Ok(bytes)
}

/// Returns text as the file's dictionaries hold it: ASCII as it is, all else as UTF-16.
pub(crate) fn text_string(text: &str) -> Object {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Object::string_literal(text);
    }
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}
