//! A small reader of the files under test: their structure, and the text in it.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// A file that was rendered.
pub(crate) struct Reader {
    pub(crate) file: Document,
    pages: Vec<ObjectId>,
    /// The text of each marked content, by its page and id.
    texts: HashMap<(ObjectId, i64), String>,
    /// The text that belongs to no node, by its page.
    artifacts: HashMap<ObjectId, String>,
}

type Codes = HashMap<u16, String>;

impl Reader {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let file = Document::load_mem(bytes).expect("a file that lopdf can read");
        let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
        let mut reader = Self { file, pages, texts: HashMap::new(), artifacts: HashMap::new() };
        let mut fonts = HashMap::new();
        for page in reader.pages.clone() {
            reader.read_page(page, &mut fonts);
        }
        reader
    }

    pub(crate) fn pages(&self) -> usize {
        self.pages.len()
    }

    pub(crate) fn catalog(&self) -> &Dictionary {
        self.file.catalog().expect("a catalogue")
    }

    pub(crate) fn dictionary<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        match object {
            Object::Reference(id) => self.file.get_dictionary(*id).expect("a dictionary"),
            object => object.as_dict().expect("a dictionary"),
        }
    }

    pub(crate) fn resolve<'a>(&'a self, object: &'a Object) -> &'a Object {
        match object {
            Object::Reference(id) => self.file.get_object(*id).expect("an object"),
            object => object,
        }
    }

    /// The number of a page, from 1.
    pub(crate) fn page_number(&self, object: &Object) -> usize {
        let id = object.as_reference().expect("a page");
        1 + self.pages.iter().position(|page| *page == id).expect("a page of the file")
    }

    /// The links of a page.
    pub(crate) fn links(&self, page: usize) -> Vec<&Dictionary> {
        let page = self.file.get_dictionary(self.pages[page - 1]).expect("a page");
        let Ok(annotations) = page.get(b"Annots") else { return Vec::new() };
        let annotations = self.resolve(annotations).as_array().expect("an array");
        annotations.iter().map(|link| self.dictionary(link)).collect()
    }

    /// What a page shows that is not part of the structure.
    pub(crate) fn artifacts(&self, page: usize) -> &str {
        self.artifacts.get(&self.pages[page - 1]).map_or("", String::as_str)
    }

    /// All the text in the order of the structure.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.walk(&mut |_, _, content, _| {
            text.push_str(content);
        });
        text
    }

    /// The text of every node of a type, in order.
    pub(crate) fn texts_of(&self, tag: &str) -> Vec<String> {
        fn whole(reader: &Reader, node: &Dictionary) -> String {
            let mut text = String::new();
            reader.walk_node(node, 0, &mut |_, _, content, _| text.push_str(content));
            text
        }
        fn search(reader: &Reader, node: &Dictionary, tag: &str, into: &mut Vec<String>) {
            if node.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == tag.as_bytes()) {
                into.push(whole(reader, node).trim().to_owned());
            }
            for kid in reader.kids(node) {
                if let Object::Reference(id) = kid
                    && let Ok(node) = reader.file.get_dictionary(id)
                {
                    search(reader, node, tag, into);
                }
            }
        }
        let mut found = Vec::new();
        search(self, self.root(), tag, &mut found);
        found
    }

    /// The structure as an indented outline, with the text of each node and the pages it stands on.
    pub(crate) fn outline(&self) -> String {
        let mut outline = String::new();
        self.dump(self.root(), 0, &mut outline);
        outline
    }

    fn dump(&self, node: &Dictionary, depth: usize, into: &mut String) {
        let name =
            String::from_utf8_lossy(node.get(b"S").and_then(Object::as_name).expect("a type")).into_owned();
        into.push_str(&format!("{:width$}{name}", "", width = depth * 2));
        if let Ok(attributes) = node.get(b"A") {
            let attributes = self.dictionary(attributes);
            for (key, value) in attributes {
                let key = String::from_utf8_lossy(key);
                if key != "O" && key != "BBox" {
                    into.push_str(&format!(" {key}={}", show(value)));
                }
            }
        }
        if let Ok(alternative) = node.get(b"Alt") {
            into.push_str(&format!(" Alt={}", show(alternative)));
        }
        into.push('\n');
        for kid in self.kids(node) {
            match &kid {
                Object::Reference(id) => {
                    self.dump(self.file.get_dictionary(*id).expect("a node"), depth + 1, into);
                }
                other => {
                    let (page, text, link) = self.leaf(node, other);
                    let what = if link { "(link)".to_owned() } else { format!("{text:?}") };
                    into.push_str(&format!("{:width$}p{page} {what}\n", "", width = depth * 2 + 2));
                }
            }
        }
    }

    fn root(&self) -> &Dictionary {
        let tree = self.dictionary(self.catalog().get(b"StructTreeRoot").expect("a structure tree"));
        self.dictionary(tree.get(b"K").expect("a document"))
    }

    fn kids(&self, node: &Dictionary) -> Vec<Object> {
        match node.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => Vec::new(),
        }
    }

    fn leaf(&self, node: &Dictionary, kid: &Object) -> (usize, String, bool) {
        let own =
            |dictionary: &Dictionary| dictionary.get(b"Pg").and_then(Object::as_reference).expect("a page");
        let number = |id: ObjectId| self.page_number(&Object::Reference(id));
        match kid {
            Object::Integer(mcid) => {
                let page = own(node);
                (number(page), self.texts.get(&(page, *mcid)).cloned().unwrap_or_default(), false)
            }
            Object::Dictionary(dictionary) => {
                let page = own(dictionary);
                match dictionary.get(b"MCID").and_then(Object::as_i64) {
                    Ok(mcid) => {
                        (number(page), self.texts.get(&(page, mcid)).cloned().unwrap_or_default(), false)
                    }
                    Err(_) => (number(page), String::new(), true),
                }
            }
            other => panic!("{other:?} is no child of a node"),
        }
    }

    /// Visits every piece of text with its page, in the order of the structure.
    fn walk(&self, visit: &mut dyn FnMut(&str, usize, &str, usize)) {
        self.walk_node(self.root(), 0, visit);
    }

    fn walk_node(&self, node: &Dictionary, depth: usize, visit: &mut dyn FnMut(&str, usize, &str, usize)) {
        let name =
            String::from_utf8_lossy(node.get(b"S").and_then(Object::as_name).expect("a type")).into_owned();
        for kid in self.kids(node) {
            if let Object::Reference(id) = kid {
                self.walk_node(self.file.get_dictionary(id).expect("a node"), depth + 1, visit);
            } else {
                let (page, text, _) = self.leaf(node, &kid);
                visit(&name, page, &text, depth);
            }
        }
    }

    fn read_page(&mut self, page: ObjectId, known: &mut HashMap<Vec<u8>, Codes>) {
        let resources = self.file.get_dictionary(page).expect("a page").get(b"Resources").expect("resources");
        if let Ok(fonts) = self.dictionary(resources).get(b"Font") {
            for (name, font) in self.dictionary(fonts) {
                if !known.contains_key(name) {
                    let codes = self.codes(self.dictionary(font));
                    known.insert(name.clone(), codes);
                }
            }
        }
        let content = self.file.get_and_decode_page_content(page).expect("operators");
        let mut font: Option<&Codes> = None;
        let mut open: Vec<(Option<i64>, Option<String>)> = Vec::new();
        for operation in &content.operations {
            match operation.operator.as_str() {
                "Tf" => font = known.get(operation.operands[0].as_name().expect("a font")),
                "BMC" => open.push((None, None)),
                "BDC" => {
                    let properties = operation.operands[1].as_dict().expect("properties");
                    let mcid = properties.get(b"MCID").and_then(Object::as_i64).ok();
                    let actual = properties.get(b"ActualText").ok().map(decode);
                    if let Some(actual) = &actual {
                        self.put(page, &open, actual);
                    }
                    open.push((mcid, actual));
                }
                "EMC" => {
                    open.pop().expect("marked content that is open");
                }
                "Tj" | "TJ" => {
                    assert!(!open.is_empty(), "text outside marked content");
                    if open.iter().any(|(_, actual)| actual.is_some()) {
                        continue;
                    }
                    let codes = font.expect("a font");
                    let items = match &operation.operands[0] {
                        Object::Array(items) => items.clone(),
                        single => vec![single.clone()],
                    };
                    for item in items {
                        if let Object::String(bytes, _) = item {
                            for code in bytes.chunks(2) {
                                let code = u16::from_be_bytes([code[0], code[1]]);
                                assert_ne!(code, 0, "a reference to .notdef");
                                let text = codes.get(&code).expect("a code with its text").clone();
                                self.put(page, &open, &text);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        assert!(open.is_empty(), "marked content that is not closed");
    }

    fn put(&mut self, page: ObjectId, open: &[(Option<i64>, Option<String>)], text: &str) {
        let text_of = match open.iter().rev().find_map(|(mcid, _)| *mcid) {
            Some(mcid) => self.texts.entry((page, mcid)).or_default(),
            None => self.artifacts.entry(page).or_default(),
        };
        text_of.push_str(text);
    }

    /// Reads a font's `ToUnicode`.
    fn codes(&self, font: &Dictionary) -> Codes {
        let stream = self.resolve(font.get(b"ToUnicode").expect("ToUnicode")).as_stream().expect("a stream");
        let text =
            String::from_utf8(stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()))
                .expect("a character map");
        let mut codes = HashMap::new();
        let (mut in_characters, mut in_ranges) = (false, false);
        for line in text.lines() {
            match line.trim() {
                line if line.ends_with("beginbfchar") => in_characters = true,
                line if line.ends_with("beginbfrange") => in_ranges = true,
                "endbfchar" => in_characters = false,
                "endbfrange" => in_ranges = false,
                line => {
                    let hex: Vec<Vec<u16>> = line.split(['<', '>']).filter_map(units).collect();
                    match hex.as_slice() {
                        [code, text] if in_characters => {
                            codes.insert(code[0], String::from_utf16(text).expect("Unicode"));
                        }
                        [first, last, text] if in_ranges => {
                            for code in first[0]..=last[0] {
                                let mut text = text.clone();
                                *text.last_mut().expect("a character") += code - first[0];
                                codes.insert(code, String::from_utf16(&text).expect("Unicode"));
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
        codes
    }
}

fn units(hex: &str) -> Option<Vec<u16>> {
    let hex = hex.trim();
    if hex.is_empty() || !hex.len().is_multiple_of(4) || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    (0..hex.len()).step_by(4).map(|at| u16::from_str_radix(&hex[at..at + 4], 16).ok()).collect()
}

/// Returns a dictionary's text.
pub(crate) fn decode(object: &Object) -> String {
    lopdf::decode_text_string(object).expect("text")
}

fn show(object: &Object) -> String {
    match object {
        Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
        Object::String(..) => format!("{:?}", decode(object)),
        other => format!("{other:?}"),
    }
}
