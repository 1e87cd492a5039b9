//! Bags that were made to deceive are refused, each for its reason.

use std::fs;

use annexe_bag::{Bag, BagError, Passphrase};

use crate::forge::{Forge, Raw};
use crate::samples::{all, error, on, open, passphrase, sealing, small, verify};

fn honest() -> Forge {
    Forge::honest(&[("annexe.db", b"the database"), ("vault/ab/abcd", b"evidence"), ("vault/cd/cdef", b"")])
}

/// Returns what is told of a bag that somebody changed.
fn refused(change: impl FnOnce(&mut Forge)) -> String {
    let mut forge = honest();
    change(&mut forge);
    error(verify(&forge.bytes(), None)).to_string()
}

/// Returns what is told of a bag with one more file of a hostile name.
fn named(whole: &[u8]) -> String {
    refused(|forge| {
        let mut raw = Raw::new("data/x", b"x");
        raw.rename(whole);
        forge.entries.insert(6, raw);
        forge.list();
    })
}

#[test]
fn an_honest_forgery_is_what_annexe_writes() {
    assert_eq!(honest().bytes(), small(None));
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    insta::assert_snapshot!(named(b"annexe-backup/data/../../evil"), @"The name annexe-backup/data/../../evil is refused: it leads out of its folder");
    insta::assert_snapshot!(named(b"../evil"), @"The name ../evil is refused: it leads out of its folder");
    insta::assert_snapshot!(named(b"/etc/passwd"), @"The name /etc/passwd is refused: it begins at the root of a disk");
    insta::assert_snapshot!(named(b"C:/Windows/evil.dll"), @"The name C:/Windows/evil.dll is refused: it begins at the root of a disk");
    insta::assert_snapshot!(named(b"annexe-backup/data/..\\evil"), @r"The name annexe-backup/data/..\\evil is refused: a part of it begins or ends with a dot");
    insta::assert_snapshot!(named(b"\\\\server\\share"), @r"The name \\\\server\\share is refused: it begins at the root of a disk");
    insta::assert_snapshot!(named(b"annexe-backup/data//evil"), @"The name annexe-backup/data//evil is refused: it has an empty part");
    insta::assert_snapshot!(named(b"annexe-backup/data/./evil"), @"The name annexe-backup/data/./evil is refused: a part of it begins or ends with a dot");
    insta::assert_snapshot!(named(b"other/data/evil"), @"other/data/evil stands outside the folder of the backup");
    insta::assert_snapshot!(named(b"evil"), @"evil stands outside the folder of the backup");
}

#[test]
fn names_that_break_programs_are_refused() {
    insta::assert_snapshot!(named(b"annexe-backup/data/a\nb"), @r"The name annexe-backup/data/a\nb is refused: it holds a character other than letters, digits, '.', '-' and '_'");
    insta::assert_snapshot!(named(b"annexe-backup/data/a\0b"), @r"The name annexe-backup/data/a\x00b is refused: it holds a character other than letters, digits, '.', '-' and '_'");
    insta::assert_snapshot!(named("annexe-backup/data/\u{202e}gpj.exe".as_bytes()), @r"The name annexe-backup/data/\xe2\x80\xaegpj.exe is refused: it holds a character other than letters, digits, '.', '-' and '_'");
    insta::assert_snapshot!(named(b"annexe-backup/data/\xff\xfe"), @r"The name annexe-backup/data/\xff\xfe is refused: it holds a character other than letters, digits, '.', '-' and '_'");
    for name in
        ["annexe-backup/data/caf\u{e9}", "annexe-backup/data/cafe\u{301}", "annexe-backup/data/\u{1f600}"]
    {
        assert!(named(name.as_bytes()).ends_with("other than letters, digits, '.', '-' and '_'"), "{name}");
    }
    insta::assert_snapshot!(named(b"annexe-backup/data/NUL.txt"), @"The name annexe-backup/data/NUL.txt is refused: a part of it names a device on Windows");
    insta::assert_snapshot!(named(b"annexe-backup/data/evil."), @"The name annexe-backup/data/evil. is refused: a part of it begins or ends with a dot");
    insta::assert_snapshot!(named(b"annexe-backup/data/evil "), @"The name annexe-backup/data/evil  is refused: it holds a character other than letters, digits, '.', '-' and '_'");
    insta::assert_snapshot!(named(b"annexe-backup/data/file:stream"), @"The name annexe-backup/data/file:stream is refused: it holds a character other than letters, digits, '.', '-' and '_'");
    insta::assert_snapshot!(named(&[b"annexe-backup/data/".as_slice(), &[b'a'; 250]].concat()), @"The name annexe-backup/data/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa... is refused: it is longer than 255 characters");
}

#[test]
fn a_name_that_does_not_belong_is_refused() {
    insta::assert_snapshot!(named(b"annexe-backup/evil.sh"), @"evil.sh does not belong in a backup");
    let allowed = |name: &str| name == "annexe.db" || name.starts_with("vault/ab/");
    let verified = open(&honest().bytes(), None).unwrap().verify(&allowed, &mut on);
    insta::assert_snapshot!(error(verified), @"data/vault/cd/cdef does not belong in a backup");
}

#[test]
fn two_of_one_name_are_refused() {
    insta::assert_snapshot!(named(b"annexe-backup/data/vault/cd/cdef"), @"data/vault/cd/cdef is there twice");
    insta::assert_snapshot!(named(b"annexe-backup/data/vault/cd/CDEF"), @"data/vault/cd/CDEF is there twice");
    insta::assert_snapshot!(named(b"annexe-backup/data/Vault/x"), @"data/Vault/x is there twice");
    insta::assert_snapshot!(named(b"annexe-backup/data/vault/cd"), @"data/vault/cd is there twice");
    insta::assert_snapshot!(named(b"annexe-backup/data/vault/cd/cdef/x"), @"data/vault/cd/cdef/x is there twice");
    insta::assert_snapshot!(named(b"annexe-backup/README.txt"), @"README.txt is there twice");
    insta::assert_snapshot!(named(b"annexe-backup/data/aaa"), @"data/aaa is not in its place in the order of entries");
}

#[test]
fn what_is_no_ordinary_file_is_refused() {
    let mode = |mode: u32| refused(|forge| forge.entry("data/annexe.db").mode = mode);
    insta::assert_snapshot!(mode(0o120_777), @"annexe-backup/data/annexe.db is not an ordinary file");
    insta::assert_snapshot!(mode(0o020_666), @"annexe-backup/data/annexe.db is not an ordinary file");
    insta::assert_snapshot!(mode(0), @"annexe-backup/data/annexe.db is not an ordinary file");
    insta::assert_snapshot!(mode(0o104_755), @"The record of annexe-backup/data/annexe.db is not one that this program writes");
    insta::assert_snapshot!(mode(0o100_755), @"The record of annexe-backup/data/annexe.db is not one that this program writes");
    insta::assert_snapshot!(named(b"annexe-backup/data/folder/"), @"annexe-backup/data/folder/ is not an ordinary file");
}

#[test]
fn a_bomb_is_refused() {
    // Compressed; overlapping itself; telling of more than is there.
    insta::assert_snapshot!(refused(|forge| forge.entry("data/annexe.db").method = 8), @"annexe-backup/data/annexe.db is compressed (method 8); a backup holds its files as they are");
    insta::assert_snapshot!(refused(|forge| forge.entry("data/annexe.db").method = 99), @"annexe-backup/data/annexe.db is compressed (method 99); a backup holds its files as they are");
    insta::assert_snapshot!(refused(|forge| {
        let first = forge.entry("data/annexe.db").clone();
        forge.entry("data/vault/ab/abcd").offset = Some(first.offset.unwrap_or(300));
    }), @"annexe-backup/data/vault/ab/abcd does not begin where the entry before it ends");
    insta::assert_snapshot!(refused(|forge| forge.entry("data/annexe.db").size = 4_000_000_000), @"annexe-backup/data/annexe.db does not begin where the entry before it ends");
    insta::assert_snapshot!(refused(|forge| forge.entry("data/annexe.db").size = 4), @"annexe-backup/data/vault/ab/abcd does not begin where the entry before it ends");
    insta::assert_snapshot!(refused(|forge| forge.entry("data/annexe.db").size = u32::MAX), @"The record of annexe-backup/data/annexe.db is not one that this program writes");
}

#[test]
fn a_quoted_bomb_is_refused() {
    // One kernel that several entries of the directory share, each quoting the header of the next.
    let overlapping = refused(|forge| {
        let inner = honest().bytes();
        forge.fill("data/annexe.db", &inner);
        forge.entry("data/vault/ab/abcd").offset = Some(400);
        forge.list();
    });
    insta::assert_snapshot!(overlapping, @"annexe-backup/data/vault/ab/abcd does not begin where the entry before it ends");
}

#[test]
fn counts_that_are_not_true_are_refused() {
    insta::assert_snapshot!(refused(|forge| forge.count = Some(7)), @"The end of the file tells of a directory that is not where it should be");
    insta::assert_snapshot!(refused(|forge| forge.count = Some(9)), @"The directory of the file is not one that this program writes (entry 9)");
    insta::assert_snapshot!(refused(|forge| forge.count = Some(0)), @"The end of the file tells of a directory that is not where it should be");
    insta::assert_snapshot!(refused(|forge| forge.count = Some(u16::MAX)), @"The end of the file tells of a directory that is not where it should be");
    // A ZIP64 end that tells of 2^63 entries.
    let mut end = Vec::new();
    end.extend(0x0606_4b50_u32.to_le_bytes());
    end.extend(44_u64.to_le_bytes());
    end.extend([45, 3, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    end.extend((1_u64 << 63).to_le_bytes());
    end.extend((1_u64 << 63).to_le_bytes());
    end.extend(0_u64.to_le_bytes());
    end.extend(0_u64.to_le_bytes());
    end.extend(0x0706_4b50_u32.to_le_bytes());
    end.extend([0; 12]);
    end.extend(1_u32.to_le_bytes());
    end.extend(0x0605_4b50_u32.to_le_bytes());
    end.extend([0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    insta::assert_snapshot!(error(verify(&end, None)), @"The file tells of 9223372036854775808 entries; at most 1000000 are taken");
}

/// Returns the parts of the honest bag: what stands before its directory, the directory, its last 22 bytes.
fn parts() -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let mut bytes = honest().bytes();
    let end = bytes.split_off(bytes.len() - 22);
    let directory = bytes.split_off(u32::from_le_bytes(end[16..20].try_into().unwrap()) as usize);
    (bytes, directory, end)
}

/// Returns what is told of bytes.
fn told(bytes: &[&[u8]]) -> String {
    error(verify(&bytes.concat(), None)).to_string()
}

#[test]
fn zip64_where_nothing_asks_for_it_is_refused() {
    let (entries, directory, end) = parts();
    let number = |at: usize| u64::from(u32::from_le_bytes(end[at..at + 4].try_into().unwrap()));
    let wide = |count: u64, size: u64, offset: u64| {
        let mut wide = 0x0606_4b50_u32.to_le_bytes().to_vec();
        wide.extend(44_u64.to_le_bytes());
        wide.extend([45, 3, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        for value in [count, count, size, offset] {
            wide.extend(value.to_le_bytes());
        }
        wide.extend(0x0706_4b50_u32.to_le_bytes());
        wide.extend([0; 4]);
        wide.extend((number(12) + number(16)).to_le_bytes());
        wide.extend(1_u32.to_le_bytes());
        wide
    };
    let asking = [&end[..8], &[255; 12], &[0; 2]].concat();
    for (count, size, offset) in [
        (8, number(12), number(16)),
        (u64::MAX, number(12), number(16)),
        (8, u64::MAX, number(16)),
        (8, number(12), u64::MAX),
        (8, 1 << 63, 1 << 63),
        (8, 0, 0),
    ] {
        for end in [&end, &asking] {
            let told = told(&[&entries, &directory, &wide(count, size, offset), end]);
            assert_eq!(told, "The end of the file tells of a directory that is not where it should be");
        }
    }
    // In the record of one entry: a size, and an offset, that 32 bits hold; one that they don't; none at all.
    let extra = |values: &[u64]| {
        let length = u16::try_from(values.len() * 8).unwrap().to_le_bytes();
        let values = values.iter().flat_map(|value| value.to_le_bytes());
        [1, 0].into_iter().chain(length).chain(values).collect::<Vec<u8>>()
    };
    for (size, offset, values) in [
        (u32::MAX, None, &[12, 12][..]),
        (u32::MAX, None, &[u64::MAX, u64::MAX]),
        (u32::MAX, None, &[1 << 62, 1 << 61]),
        (u32::MAX, None, &[1 << 62]),
        (u32::MAX, Some(u32::MAX), &[1 << 62, 1 << 62, u64::MAX - 4]),
        (12, Some(u32::MAX), &[300]),
        (12, Some(u32::MAX), &[u64::MAX]),
        (12, Some(u32::MAX), &[]),
        (12, None, &[12, 12]),
        (12, None, &[]),
    ] {
        let told = refused(|forge| {
            let raw = forge.entry("data/annexe.db");
            (raw.size, raw.offset, raw.extra) = (size, offset, extra(values));
        });
        let expected = told
            == "The record of annexe-backup/data/annexe.db is not one that this program writes"
            || told == "annexe-backup/data/annexe.db does not begin where the entry before it ends";
        assert!(expected, "{size} {offset:?} {values:?}: {told}");
    }
}

#[test]
fn a_comment_at_the_end_is_refused() {
    let (entries, directory, end) = parts();
    let comment = |comment: &[u8]| {
        let length = u16::try_from(comment.len()).unwrap().to_le_bytes();
        told(&[&entries, &directory, &end[..20], &length, comment])
    };
    insta::assert_snapshot!(comment(b"hidden"), @"The file is no backup, or it is cut short: it does not end as a backup does");
    // One that is a whole end itself, and one with a directory of its own.
    insta::assert_snapshot!(comment(&end), @"The end of the file tells of a directory that is not where it should be");
    insta::assert_snapshot!(comment(&[&directory[..], &end].concat()), @"The end of the file tells of a directory that is not where it should be");
}

#[test]
fn sizes_that_follow_the_bytes_are_refused() {
    // A data descriptor, of which the header before the bytes knows nothing yet.
    let descriptor = |flags: u16| {
        refused(|forge| {
            let raw = forge.entry("data/annexe.db");
            let mut after = 0x0807_4b50_u32.to_le_bytes().to_vec();
            after.extend(raw.crc.to_le_bytes());
            after.extend(raw.size.to_le_bytes());
            after.extend(raw.size.to_le_bytes());
            raw.flags = flags;
            forge.entry("data/vault/ab/abcd").before = after;
        })
    };
    insta::assert_snapshot!(descriptor(8), @"The record of annexe-backup/data/annexe.db is not one that this program writes");
    insta::assert_snapshot!(descriptor(0), @"annexe-backup/data/vault/ab/abcd does not begin where the entry before it ends");
}

#[test]
fn a_header_that_differs_from_the_directory_in_any_field_is_refused() {
    let (mut entries, directory, end) = parts();
    let at = entries.windows(28).position(|name| name == b"annexe-backup/data/annexe.db").unwrap() - 30;
    for field in 0..30 {
        entries[at + field] ^= 0x80;
        insta::allow_duplicates! {
            insta::assert_snapshot!(told(&[&entries, &directory, &end]), @"The backup is damaged before annexe-backup/data/annexe.db");
        }
        entries[at + field] ^= 0x80;
    }
}

#[test]
fn what_stands_where_nothing_belongs_is_refused() {
    insta::assert_snapshot!(refused(|forge| forge.prefix = b"#!/bin/sh\n".to_vec()), @"annexe-backup/bagit.txt does not begin where the entry before it ends");
    insta::assert_snapshot!(refused(|forge| forge.suffix = b"more".to_vec()), @"The file is no backup, or it is cut short: it does not end as a backup does");
    insta::assert_snapshot!(refused(|forge| forge.entry("data/vault/ab/abcd").before = b"hidden".to_vec()), @"annexe-backup/data/vault/ab/abcd does not begin where the entry before it ends");
    insta::assert_snapshot!(refused(|forge| forge.entry("data/annexe.db").comment = b"hidden".to_vec()), @"The directory of the file is not one that this program writes (entry 4)");
    insta::assert_snapshot!(refused(|forge| forge.entry("data/annexe.db").extra = b"hidden".to_vec()), @"The record of annexe-backup/data/annexe.db is not one that this program writes");
    insta::assert_snapshot!(refused(|forge| forge.entry("data/annexe.db").extra = vec![0; 400]), @"The directory of the file is not one that this program writes (entry 4)");
}

#[test]
fn headers_that_say_two_things_are_refused() {
    insta::assert_snapshot!(refused(|forge| {
        forge.entry("data/annexe.db").local_name = b"annexe-backup/data/another!!".to_vec();
    }), @"The backup is damaged before annexe-backup/data/annexe.db");
    insta::assert_snapshot!(refused(|forge| {
        forge.entry("data/annexe.db").local_name = b"../../../../../../../../evil".to_vec();
    }), @"The backup is damaged before annexe-backup/data/annexe.db");
    insta::assert_snapshot!(refused(|forge| forge.entry("data/annexe.db").flags = 1), @"annexe-backup/data/annexe.db is encrypted within the ZIP; a backup is sealed as a whole or not at all");
    insta::assert_snapshot!(refused(|forge| forge.entry("data/annexe.db").flags = 8), @"The record of annexe-backup/data/annexe.db is not one that this program writes");
    insta::assert_snapshot!(refused(|forge| forge.entry("data/annexe.db").time += 1), @"The record of annexe-backup/data/annexe.db is not one that this program writes");
    insta::assert_snapshot!(refused(|forge| forge.entry("data/annexe.db").crc += 1), @"annexe-backup/data/annexe.db is damaged: its bytes are not those that were put in");
}

#[test]
fn manifests_that_are_not_true_are_refused() {
    let manifest = |change: &dyn Fn(String) -> String| {
        refused(|forge| {
            let text = String::from_utf8(forge.entry("manifest-sha256.txt").bytes.clone()).unwrap();
            forge.fill("manifest-sha256.txt", change(text).as_bytes());
            forge.list_tags();
        })
    };
    let without = |text: String, name: &str| {
        text.lines().filter(|line| !line.ends_with(name)).fold(String::new(), |text, line| text + line + "\n")
    };
    insta::assert_snapshot!(manifest(&|text| text.replace('\n', "\r\n")), @"data/annexe.db is in the backup and not in the manifest");
    insta::assert_snapshot!(manifest(&|text| text.replace("  ", " *")), @"Line 1 of manifest-sha256.txt is not one that this program writes");
    insta::assert_snapshot!(manifest(&|text| text.to_uppercase()), @"Line 1 of manifest-sha256.txt is not one that this program writes");
    insta::assert_snapshot!(manifest(&|text| text.trim_end().to_owned()), @"Line 3 of manifest-sha256.txt is not one that this program writes");
    insta::assert_snapshot!(manifest(&|text| format!("\u{feff}{text}")), @"Line 1 of manifest-sha256.txt is not one that this program writes");
    insta::assert_snapshot!(manifest(&|text| text.clone() + &text), @"Line 4 of manifest-sha256.txt is not one that this program writes");
    insta::assert_snapshot!(manifest(&|text| text.replace("cdef", "cdeg")), @"data/vault/cd/cdef is in the backup and not in the manifest");
    insta::assert_snapshot!(manifest(&|text| without(text, "abcd")), @"data/vault/ab/abcd is in the backup and not in the manifest");
    insta::assert_snapshot!(manifest(&|text| without(text, "cdef")), @"data/vault/cd/cdef is in the backup and not in the manifest");
    insta::assert_snapshot!(manifest(&|text| text.replace("data/annexe.db", "/etc/passwd")), @"Line 1 of manifest-sha256.txt is not one that this program writes");
    insta::assert_snapshot!(manifest(&|text| text.replacen(&text[..4], "0000", 1)), @"data/annexe.db is damaged: its bytes are not those that were put in");
    insta::assert_snapshot!(manifest(&|text| text + &"x".repeat(1_000_000)), @"manifest-sha256.txt is too long");
    insta::assert_snapshot!(manifest(&|_| String::new()), @"data/annexe.db is in the backup and not in the manifest");
}

#[test]
fn files_that_describe_the_bag_are_all_there_and_as_they_should_be() {
    let without = |name: &str| {
        refused(|forge| {
            let whole = format!("annexe-backup/{name}").into_bytes();
            forge.entries.retain(|raw| raw.name != whole);
        })
    };
    insta::assert_snapshot!(without("bagit.txt"), @"bagit.txt is missing");
    insta::assert_snapshot!(without("bag-info.txt"), @"bag-info.txt is missing");
    insta::assert_snapshot!(without("README.txt"), @"README.txt is missing");
    insta::assert_snapshot!(without("manifest-sha256.txt"), @"manifest-sha256.txt is missing");
    insta::assert_snapshot!(without("tagmanifest-sha256.txt"), @"tagmanifest-sha256.txt is missing");
    let filled = |name: &str, bytes: &[u8]| {
        refused(|forge| {
            forge.fill(name, bytes);
            forge.list_tags();
        })
    };
    let newer = b"BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n";
    insta::assert_snapshot!(filled("bagit.txt", newer), @"bagit.txt is not that of BagIt 1.0 in UTF-8");
    insta::assert_snapshot!(filled("bag-info.txt", b""), @"Line 1 of bag-info.txt is not one that this program writes");
    insta::assert_snapshot!(filled("bag-info.txt", b"Bagging-Date: 2026-11-24\nPayload-Oxum: 1.3\n"), @"bag-info.txt tells of 1.3 bytes and files (Payload-Oxum); found 20.3");
    insta::assert_snapshot!(filled("bag-info.txt", b"Bagging-Date: 2026-11-24\nOther: 1.3\n"), @"Line 2 of bag-info.txt is not one that this program writes");
    insta::assert_snapshot!(filled("bag-info.txt", b"Payload-Oxum: 20.3\n folded\n"), @"Line 2 of bag-info.txt is not one that this program writes");
    insta::assert_snapshot!(filled("README.txt", &vec![b'x'; 2_000_000]), @"README.txt is too long");
    insta::assert_snapshot!(refused(|forge| forge.fill("README.txt", b"Run this")), @"README.txt is damaged: its bytes are not those that were put in");
    insta::assert_snapshot!(refused(|forge| forge.fill("tagmanifest-sha256.txt", b"")), @"Line 1 of tagmanifest-sha256.txt is not one that this program writes");
    insta::assert_snapshot!(refused(|forge| forge.entries.clear()), @"bagit.txt is missing");
}

#[test]
fn what_a_newer_format_tells_is_known_before_its_files_are_looked_at() {
    let mut forge = honest();
    forge.fill(
        "bag-info.txt",
        b"Bagging-Date: 2026-11-24\nPayload-Oxum: 20.3\nAnnexe-Backup-Format: 2\nAnother: caf\xc3\xa9\n",
    );
    forge.list_tags();
    let bag = open(&forge.bytes(), None).unwrap();
    assert_eq!(bag.told("Annexe-Backup-Format"), Some("2"));
    assert_eq!(bag.info().last().unwrap().1, "caf\u{e9}");
    assert_eq!((bag.folder(), bag.payload_files(), bag.payload_size()), ("annexe-backup", 3, 20));
}

#[test]
fn seals_that_ask_too_much_or_are_none_of_ours_are_refused() {
    let sealed = small(Some(&sealing()));
    let text = String::from_utf8_lossy(&sealed[..120]).into_owned();
    let salt = text.lines().nth(1).unwrap().trim_end_matches(" 1").to_owned();
    let header = |stanza: &str, passphrase: Option<&Passphrase>| {
        let old = format!("{salt} 1\n");
        let at = sealed.windows(old.len()).position(|bytes| bytes == old.as_bytes()).unwrap();
        let bytes = [&sealed[..at], stanza.as_bytes(), b"\n", &sealed[at + old.len()..]].concat();
        error(verify(&bytes, passphrase)).to_string()
    };
    let passphrase = passphrase();
    insta::assert_snapshot!(header(&format!("{salt} 30"), None), @"The backup asks for 2^30 rounds of work to try a passphrase; at most 2^20 are done");
    insta::assert_snapshot!(header(&format!("{salt} 21"), Some(&passphrase)), @"The backup asks for 2^21 rounds of work to try a passphrase; at most 2^20 are done");
    insta::assert_snapshot!(header(&format!("{salt} 255"), Some(&passphrase)), @"The backup asks for 2^255 rounds of work to try a passphrase; at most 2^20 are done");
    insta::assert_snapshot!(header(&format!("{salt} 256"), Some(&passphrase)), @"The sealed backup is damaged or cut short");
    insta::assert_snapshot!(header(&format!("{salt} 0"), Some(&passphrase)), @"The sealed backup is damaged or cut short");
    insta::assert_snapshot!(header(&format!("{salt} 01"), Some(&passphrase)), @"The sealed backup is damaged or cut short");
    insta::assert_snapshot!(header(&format!("{salt} +1"), Some(&passphrase)), @"The sealed backup is damaged or cut short");
    insta::assert_snapshot!(header(&format!("{salt} 2"), Some(&passphrase)), @"This passphrase does not open the backup");
    insta::assert_snapshot!(header("-> X25519 abc", Some(&passphrase)), @"The file is sealed for the holder of a key, not with a passphrase");
    insta::assert_snapshot!(header("nothing", Some(&passphrase)), @"The sealed backup is damaged or cut short");
    let endless = [&b"age-encryption.org/v1\n"[..], &b"-> scrypt ".repeat(100_000)].concat();
    insta::assert_snapshot!(error(verify(&endless, Some(&passphrase))), @"The sealed backup is damaged or cut short");
}

#[test]
fn nothing_is_unpacked_over_anything() {
    let folder = tempfile::tempdir().unwrap();
    let mut bag = verify(&small(None), None).unwrap();
    fs::write(folder.path().join("there"), "already").unwrap();
    let shown = |unpacked: Result<(), BagError>| {
        unpacked.unwrap_err().to_string().replace(&*folder.path().to_string_lossy(), "FOLDER")
    };
    insta::assert_snapshot!(shown(bag.unpack(folder.path(), &mut on)), @"The folder FOLDER is not empty");
    insta::assert_snapshot!(shown(bag.unpack(&folder.path().join("none/into"), &mut on)), @"There is no folder FOLDER/none");
    insta::assert_snapshot!(shown(bag.unpack(&folder.path().join("there"), &mut on)), @"There is no folder FOLDER/there");
    assert_eq!(fs::read(folder.path().join("there")).unwrap(), b"already");
}

#[test]
fn what_is_no_file_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let shown = |name: &str| {
        let opened = Bag::open(&folder.path().join(name), None).and_then(|bag| bag.verify(&all, &mut on));
        error(opened).to_string().replace(&*folder.path().to_string_lossy(), "FOLDER")
    };
    insta::assert_snapshot!(shown("none"), @"There is no file FOLDER/none");
    insta::assert_snapshot!(shown(""), @"FOLDER/ is a folder; expected the name of a file");
    if cfg!(unix) {
        let device = error(Bag::open("/dev/null".as_ref(), None).and_then(|bag| bag.verify(&all, &mut on)));
        insta::assert_snapshot!(device, @"/dev/null is not an ordinary file");
    }
}
