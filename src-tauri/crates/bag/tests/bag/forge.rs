//! Bags put together by hand, byte by byte, in whatever way nobody should.

use annexe_bag::Digest;

/// One entry, each field as it is to stand there.
#[derive(Clone)]
pub(crate) struct Raw {
    /// The whole name in the directory.
    pub(crate) name: Vec<u8>,
    /// The whole name in the header before the bytes.
    pub(crate) local_name: Vec<u8>,
    pub(crate) bytes: Vec<u8>,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    pub(crate) mode: u32,
    pub(crate) time: u16,
    pub(crate) crc: u32,
    /// The size in the directory and in the header.
    pub(crate) size: u32,
    pub(crate) extra: Vec<u8>,
    pub(crate) comment: Vec<u8>,
    /// Where the directory says it begins; where it begins in truth if this is none.
    pub(crate) offset: Option<u32>,
    /// What stands before its header without belonging there.
    pub(crate) before: Vec<u8>,
}

impl Raw {
    pub(crate) fn new(name: &str, bytes: &[u8]) -> Self {
        let name = format!("annexe-backup/{name}").into_bytes();
        Self {
            local_name: name.clone(),
            name,
            bytes: bytes.to_vec(),
            method: 0,
            flags: 0,
            mode: 0o100_644,
            time: 7 << 11 | 31 << 5 | 29,
            crc: crc32fast::hash(bytes),
            size: u32::try_from(bytes.len()).unwrap(),
            extra: Vec::new(),
            comment: Vec::new(),
            offset: None,
            before: Vec::new(),
        }
    }

    pub(crate) fn rename(&mut self, whole: &[u8]) {
        self.name = whole.to_vec();
        self.local_name = whole.to_vec();
    }

    /// The fields that the header and the directory share.
    fn shared(&self, name: &[u8]) -> Vec<u8> {
        let mut fields = Vec::new();
        fields.extend(20_u16.to_le_bytes());
        fields.extend(self.flags.to_le_bytes());
        fields.extend(self.method.to_le_bytes());
        fields.extend(self.time.to_le_bytes());
        fields.extend((46_u16 << 9 | 11 << 5 | 24).to_le_bytes());
        fields.extend(self.crc.to_le_bytes());
        fields.extend(self.size.to_le_bytes());
        fields.extend(self.size.to_le_bytes());
        fields.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        fields.extend(u16::try_from(self.extra.len()).unwrap().to_le_bytes());
        fields
    }
}

/// A bag in the making.
#[derive(Clone)]
pub(crate) struct Forge {
    pub(crate) entries: Vec<Raw>,
    pub(crate) prefix: Vec<u8>,
    pub(crate) suffix: Vec<u8>,
    /// How many entries the end tells of, if not as many as there are.
    pub(crate) count: Option<u16>,
}

impl Forge {
    /// The bag that Annexe would have written.
    pub(crate) fn honest(files: &[(&str, &[u8])]) -> Self {
        let size: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
        let info = format!(
            "Bagging-Date: 2026-11-24\nPayload-Oxum: {size}.{}\nAnnexe-Backup-Format: 1\n",
            files.len()
        );
        let mut entries = vec![
            Raw::new("bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
            Raw::new("bag-info.txt", info.as_bytes()),
            Raw::new("README.txt", b"How to check this backup.\n"),
        ];
        entries.extend(files.iter().map(|(name, bytes)| Raw::new(&format!("data/{name}"), bytes)));
        entries.push(Raw::new("manifest-sha256.txt", b""));
        entries.push(Raw::new("tagmanifest-sha256.txt", b""));
        let mut forge = Self { entries, prefix: Vec::new(), suffix: Vec::new(), count: None };
        forge.list();
        forge
    }

    pub(crate) fn entry(&mut self, name: &str) -> &mut Raw {
        let whole = format!("annexe-backup/{name}").into_bytes();
        self.entries.iter_mut().find(|raw| raw.name == whole).unwrap()
    }

    /// Gives an entry other bytes, with everything else to fit.
    pub(crate) fn fill(&mut self, name: &str, bytes: &[u8]) {
        *self.entry(name) = Raw::new(name, bytes);
    }

    /// Makes the manifest anew from the entries, and the manifest of the tags from that.
    pub(crate) fn list(&mut self) {
        let mut manifest = Vec::new();
        for raw in &self.entries {
            if let Some(name) = raw.name.strip_prefix(b"annexe-backup/data/") {
                manifest.extend(format!("{}  data/", Digest::of(&raw.bytes)).into_bytes());
                manifest.extend(name);
                manifest.push(b'\n');
            }
        }
        self.fill("manifest-sha256.txt", &manifest);
        self.list_tags();
    }

    /// Makes the manifest of the tags anew.
    pub(crate) fn list_tags(&mut self) {
        let mut tags = String::new();
        for raw in &self.entries {
            let name = String::from_utf8_lossy(&raw.name).into_owned();
            let name = name.strip_prefix("annexe-backup/").unwrap_or(&name);
            if !name.starts_with("data/") && name != "tagmanifest-sha256.txt" {
                tags.push_str(&format!("{}  {name}\n", Digest::of(&raw.bytes)));
            }
        }
        self.fill("tagmanifest-sha256.txt", tags.as_bytes());
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut file = self.prefix.clone();
        let mut directory = Vec::new();
        for raw in &self.entries {
            file.extend(&raw.before);
            let offset = raw.offset.unwrap_or(u32::try_from(file.len()).unwrap());
            file.extend(0x0403_4b50_u32.to_le_bytes());
            file.extend(raw.shared(&raw.local_name));
            file.extend(&raw.local_name);
            file.extend(&raw.extra);
            file.extend(&raw.bytes);

            directory.extend(0x0201_4b50_u32.to_le_bytes());
            directory.extend((3_u16 << 8 | 45).to_le_bytes());
            directory.extend(raw.shared(&raw.name));
            directory.extend(u16::try_from(raw.comment.len()).unwrap().to_le_bytes());
            directory.extend([0; 4]);
            directory.extend((raw.mode << 16).to_le_bytes());
            directory.extend(offset.to_le_bytes());
            directory.extend(&raw.name);
            directory.extend(&raw.extra);
            directory.extend(&raw.comment);
        }
        let count = self.count.unwrap_or(u16::try_from(self.entries.len()).unwrap()).to_le_bytes();
        let at = u32::try_from(file.len()).unwrap();
        file.extend(&directory);
        file.extend(0x0605_4b50_u32.to_le_bytes());
        file.extend([0; 4]);
        file.extend(count);
        file.extend(count);
        file.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
        file.extend(at.to_le_bytes());
        file.extend([0; 2]);
        file.extend(&self.suffix);
        file
    }
}
