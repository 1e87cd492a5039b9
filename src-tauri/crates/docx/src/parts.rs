//! The small parts: what the package holds, what is known of it, its settings, head and foot.

use crate::model::About;
use crate::xml::Xml;

pub(crate) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(crate) const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "application/vnd.openxmlformats-officedocument";

pub(crate) fn content_types() -> String {
    let mut xml = Xml::new();
    xml.element("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let rels = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", rels)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        part("/docProps/app.xml", &format!("{OFFICE}.extended-properties+xml"));
        part("/word/document.xml", &format!("{OFFICE}.wordprocessingml.document.main+xml"));
        for (name, kind) in [
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("header1", "header"),
            ("footer1", "footer"),
        ] {
            part(&format!("/word/{name}.xml"), &format!("{OFFICE}.wordprocessingml.{kind}+xml"));
        }
    });
    xml.done()
}

pub(crate) fn relationships() -> String {
    relations(&[
        (&format!("{RELATIONSHIPS}/officeDocument"), "word/document.xml"),
        (&format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        (&format!("{RELATIONSHIPS}/extended-properties"), "docProps/app.xml"),
    ])
}

pub(crate) fn document_relationships() -> String {
    let kinds =
        ["styles", "numbering", "settings", "header", "footer"].map(|kind| format!("{RELATIONSHIPS}/{kind}"));
    let files = ["styles.xml", "numbering.xml", "settings.xml", "header1.xml", "footer1.xml"];
    let list: Vec<(&str, &str)> = kinds.iter().map(String::as_str).zip(files).collect();
    relations(&list)
}

fn relations(list: &[(&str, &str)]) -> String {
    let mut xml = Xml::new();
    xml.element("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        for (at, (kind, target)) in list.iter().enumerate() {
            let id = format!("rId{}", at + 1);
            xml.empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.done()
}

pub(crate) fn core(about: &About) -> String {
    let mut xml = Xml::new();
    let created = format!("{:.0}", about.created);
    xml.element(
        "cp:coreProperties",
        &[
            ("xmlns:cp", &format!("{PACKAGE}/metadata/core-properties")),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
        |xml| {
            xml.words("dc:title", &[], &about.title);
            xml.words("dc:subject", &[], &about.subject);
            xml.words("dc:creator", &[], &about.author);
            xml.words("cp:keywords", &[], &about.keywords.join(", "));
            xml.words("dc:language", &[], &about.language);
            for moment in ["dcterms:created", "dcterms:modified"] {
                xml.words(moment, &[("xsi:type", "dcterms:W3CDTF")], &created);
            }
        },
    );
    xml.done()
}

pub(crate) fn app(about: &About) -> String {
    let mut xml = Xml::new();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", space)], |xml| {
        xml.words("Application", &[], &about.producer);
    });
    xml.done()
}

pub(crate) fn settings(language: &str) -> String {
    let mut xml = Xml::new();
    xml.element("w:settings", &[("xmlns:w", WORD)], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.empty("w:defaultTabStop", &[("w:val", "709")]);
        xml.element("w:compat", &[], |xml| {
            // As Word has laid pages out since 2013, without its notice that the document is an old one.
            xml.empty(
                "w:compatSetting",
                &[
                    ("w:name", "compatibilityMode"),
                    ("w:uri", "http://schemas.microsoft.com/office/word"),
                    ("w:val", "15"),
                ],
            );
        });
        xml.empty("w:themeFontLang", &[("w:val", language)]);
    });
    xml.done()
}

pub(crate) fn header(text: &str) -> String {
    let mut xml = Xml::new();
    xml.element("w:hdr", &[("xmlns:w", WORD)], |xml| running(xml, "Header", text));
    xml.done()
}

pub(crate) fn footer(text: &str) -> String {
    let mut xml = Xml::new();
    xml.element("w:ftr", &[("xmlns:w", WORD)], |xml| running(xml, "Footer", text));
    xml.done()
}

fn running(xml: &mut Xml, style: &str, text: &str) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)]);
        });
        let mut rest = text;
        while let Some((at, place, field)) = [("{page}", "PAGE"), ("{pages}", "NUMPAGES")]
            .into_iter()
            .filter_map(|(place, field)| rest.find(place).map(|at| (at, place, field)))
            .min()
        {
            said(xml, rest.get(..at).unwrap_or_default());
            xml.element("w:fldSimple", &[("w:instr", field)], |xml| said(xml, "1"));
            rest = rest.get(at + place.len()..).unwrap_or_default();
        }
        said(xml, rest);
    });
}

fn said(xml: &mut Xml, text: &str) {
    if !text.is_empty() {
        xml.element("w:r", &[], |xml| {
            xml.words("w:t", &[("xml:space", "preserve")], text);
        });
    }
}
