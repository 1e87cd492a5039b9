//! What is known about the document, twice: for old readers and as XMP (ISO 16684-1).

use jiff::Timestamp;
use lopdf::{Dictionary, Object, Stream, dictionary};

use crate::archive::text_string;
use crate::model::About;

/// Returns the information dictionary.
pub(crate) fn information(about: &About) -> Dictionary {
    let date = about.created.strftime("D:%Y%m%d%H%M%SZ").to_string();
    let mut information = dictionary! {
        "Title" => text_string(&title(about)),
        "CreationDate" => Object::string_literal(date.as_str()),
        "ModDate" => Object::string_literal(date.as_str()),
    };
    let mut set = |key: &str, value: &str| {
        if !value.is_empty() {
            information.set(key, text_string(&plain(value)));
        }
    };
    set("Author", &about.author);
    set("Subject", &about.subject);
    set("Keywords", &keywords(about));
    set("Creator", &about.creator);
    set("Producer", &about.producer);
    information
}

/// Returns the XMP packet: the same, with what the file claims to conform to.
pub(crate) fn packet(about: &About) -> Stream {
    let mut properties = String::new();
    let mut add = |line: String| {
        properties.push_str("   ");
        properties.push_str(&line);
        properties.push('\n');
    };
    let alternative = |name: &str, value: &str| {
        let value = escape(&plain(value));
        format!("<{name}><rdf:Alt><rdf:li xml:lang=\"x-default\">{value}</rdf:li></rdf:Alt></{name}>")
    };
    add("<pdfaid:part>3</pdfaid:part>".to_owned());
    add("<pdfaid:conformance>A</pdfaid:conformance>".to_owned());
    add("<pdfuaid:part>1</pdfuaid:part>".to_owned());
    add("<dc:format>application/pdf</dc:format>".to_owned());
    add(alternative("dc:title", &title(about)));
    if !about.author.is_empty() {
        let author = escape(&plain(&about.author));
        add(format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"));
    }
    if !about.subject.is_empty() {
        add(alternative("dc:description", &about.subject));
    }
    let language = escape(&about.language);
    add(format!("<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"));
    if !about.keywords.is_empty() {
        let items: String =
            about.keywords.iter().map(|word| format!("<rdf:li>{}</rdf:li>", escape(&plain(word)))).collect();
        add(format!("<dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>"));
        add(format!("<pdf:Keywords>{}</pdf:Keywords>", escape(&plain(&keywords(about)))));
    }
    if !about.producer.is_empty() {
        add(format!("<pdf:Producer>{}</pdf:Producer>", escape(&plain(&about.producer))));
    }
    if !about.creator.is_empty() {
        add(format!("<xmp:CreatorTool>{}</xmp:CreatorTool>", escape(&plain(&about.creator))));
    }
    let date = xmp_date(about.created);
    add(format!("<xmp:CreateDate>{date}</xmp:CreateDate>"));
    add(format!("<xmp:ModifyDate>{date}</xmp:ModifyDate>"));
    add(format!("<xmp:MetadataDate>{date}</xmp:MetadataDate>"));
    let packet = format!("{OPENING}{properties}{CLOSING}");
    let dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    Stream::new(dictionary, packet.into_bytes()).with_compression(false)
}

/// Returns a moment as XMP writes it, to the second.
fn xmp_date(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn title(about: &About) -> String {
    let title = plain(&about.title);
    if title.trim().is_empty() { "Untitled".to_owned() } else { title }
}

fn keywords(about: &About) -> String {
    about.keywords.join(", ")
}

/// Returns text without the characters that XML cannot hold, on one line.
fn plain(text: &str) -> String {
    let keep = |character: char| match character {
        '\n' | '\r' | '\t' => Some(' '),
        character if character.is_control() => None,
        '\u{fffe}' | '\u{ffff}' => None,
        character => Some(character),
    };
    text.chars().filter_map(keep).collect()
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            character => escaped.push(character),
        }
    }
    escaped
}

const OPENING: &str = "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">
 <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">
  <rdf:Description rdf:about=\"\"
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"
    xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"
    xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"
    xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"
    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">
";

/// PDF/A must be told what PDF/UA's property is (ISO 19005-3, 6.6.2.3).
const CLOSING: &str = "  </rdf:Description>
  <rdf:Description rdf:about=\"\"
    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"
    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"
    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end=\"r\"?>";
