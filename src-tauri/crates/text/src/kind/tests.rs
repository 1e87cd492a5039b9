use super::{Category, HEAD, Preview, kind_of};
use proptest::prelude::*;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
const PDF: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
const ZIP: &[u8] =
    b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0";
const ELF: &[u8] = b"\x7fELF\x02\x01\x01\0";

fn told(name: &str, head: &[u8]) -> (&'static str, Preview) {
    let kind = kind_of(name, head);
    (kind.name(), kind.preview())
}

#[test]
fn name_and_bytes_that_agree_are_believed() {
    let cases: [(&str, &[u8], (&str, Preview)); 19] = [
        ("a.png", PNG, ("png", Preview::Picture)),
        ("A.JPG", b"\xff\xd8\xff\xe0\0\x10JFIF", ("jpeg", Preview::Picture)),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", ("webp", Preview::Picture)),
        ("a.bmp", b"BM\x36\0\0\0\0\0\0\0", ("bmp", Preview::Picture)),
        ("a.gif", b"GIF89a\x01\0\x01\0\0\0", ("gif", Preview::Picture)),
        ("a.pdf", PDF, ("pdf", Preview::Pdf)),
        ("a.txt", b"Minutes of May", ("text", Preview::Text)),
        ("a.txt", b"", ("text", Preview::Text)),
        ("a.json", b"\xff\xfe{\0}\0", ("text", Preview::Text)),
        ("a.md", b"# Policy", ("markdown", Preview::Text)),
        ("a.csv", b"a;b\r\n1;2", ("csv", Preview::Text)),
        ("a.docx", ZIP, ("docx", Preview::None)),
        ("a.xlsx", ZIP, ("xlsx", Preview::None)),
        ("a.doc", COMPOUND, ("old-office", Preview::None)),
        ("sealed.docx", COMPOUND, ("docx", Preview::None)),
        ("a.msg", COMPOUND, ("email", Preview::None)),
        ("a.eml", b"From: a@example.org\n", ("email", Preview::Text)),
        ("a.zip", ZIP, ("archive", Preview::None)),
        ("a.mp4", b"\0\0\0\x20ftypisom", ("video", Preview::None)),
    ];
    for (name, head, expected) in cases {
        assert_eq!(told(name, head), expected, "{name}");
        assert!(!kind_of(name, head).is_runnable(), "{name}");
    }
}

#[test]
fn a_picture_in_the_wrong_coat_is_the_picture_that_it_is() {
    assert_eq!(told("a.jpg", PNG), ("png", Preview::Picture));
}

#[test]
fn a_name_that_says_nothing_shows_only_text() {
    assert_eq!(told("scan", PNG), ("png", Preview::None));
    assert_eq!(told("scan", PDF), ("pdf", Preview::None));
    assert_eq!(told("LICENSE", b"Permission is"), ("text", Preview::Text));
    assert_eq!(told("data.xyz", b"\0\x01\x02"), ("unknown", Preview::None));
}

#[test]
fn what_contradicts_itself_is_unknown() {
    for (name, head) in [
        ("a.pdf", PNG),
        ("a.png", PDF),
        ("a.docx", PDF),
        ("a.txt", ZIP),
        ("a.pdf", b"hello"),
        ("a.xlsx", b""),
    ] {
        assert_eq!(told(name, head), ("unknown", Preview::None), "{name}");
    }
}

#[test]
fn what_a_system_may_run_is_told_by_its_name() {
    let names = "setup.exe lib.dll x.com x.bat x.cmd x.ps1 x.msi x.vbs x.js x.jar x.sh x.py X.app x.desktop x.lnk x.url \
                 x.scr x.AppImage x.html x.htm x.svg x.xhtml x.hta x.docm x.xlsm x.pptm x.xlam x.dotm x.iso x.dmg x.vhdx \
                 x.reg x.chm x.wsf x.EXE x.exe. report.pdf.exe C:\\temp\\x.exe dir/x.exe x.exe:note.txt note.txt:x.exe \
                 gnp\u{202e}fdp.exe x.vbſ x.ｅｘｅ";
    for name in names.split_whitespace().chain(["x.exe ", "x.exe . .", "x.exe\u{a0}", "x\ny.exe"]) {
        for head in [b"".as_slice(), b"text", PNG, PDF, ZIP, ELF] {
            assert!(kind_of(name, head).is_runnable(), "{name:?}");
        }
    }
}

#[test]
fn what_a_system_may_run_is_told_by_its_bytes() {
    let heads: [&[u8]; 11] = [
        ELF,
        b"MZ\x90\0\x03\0\0\0",
        b"\xcf\xfa\xed\xfe\x07\0\0\x01",
        b"\xca\xfe\xba\xbe\0\0\0\x02",
        b"#!/bin/sh\nrm -rf ~\n",
        b"\xef\xbb\xbf#!/usr/bin/env python3\n",
        b"L\0\0\0\x01\x14\x02\0\0\0\0\0",
        b"ITSF\x03\0\0\0",
        b"[Desktop Entry]\nExec=sh\n",
        b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0META-INF/MANIFEST.MF",
        b"\xff\xfeW\0i\0n\0d\0o\0w\0s\0 \0R\0e\0g\0i\0s\0t\0r\0y\0 \0E\0d\0i\0t\0o\0r\0",
    ];
    for head in heads {
        for name in ["a.pdf", "a.png", "a.txt", "a.docx", "a.zip", "a", "a.mp4", "a.unheard"] {
            let kind = kind_of(name, head);
            assert!(kind.is_runnable(), "{name} {head:?}");
            assert!(!matches!(kind.preview(), Preview::Picture | Preview::Pdf), "{name} {head:?}");
        }
    }
}

#[test]
fn a_page_in_the_coat_of_text_is_runnable_and_shown_as_its_source() {
    let xhtml = b"<?xml version=\"1.0\"?><r xmlns:x=\"http://www.w3.org/1999/xhtml\"><x:script/></r>";
    assert_eq!(told("data.xml", xhtml), ("runnable", Preview::Text));
    assert_eq!(told("page", b"  <!DOCTYPE html><p>"), ("runnable", Preview::Text));
    assert_eq!(told("drawing.svg", b"<svg onload='x()'/>"), ("runnable", Preview::Text));
    assert_eq!(told("data.xml", b"<invoice>1</invoice>"), ("text", Preview::Text));
}

#[test]
fn words_that_start_like_a_program_are_words() {
    for text in ["MZ and his report", "FWS policy", "BM is bench marking", "ID3 tags"] {
        assert_eq!(told("a.txt", text.as_bytes()), ("text", Preview::Text));
        assert_eq!(told("notes", text.as_bytes()), ("text", Preview::Text));
    }
}

#[test]
fn a_colon_within_a_name_is_no_harm() {
    assert_eq!(told("Minutes 10:30.pdf", PDF), ("pdf", Preview::Pdf));
}

#[test]
fn names_are_stable_and_distinct() {
    let names: std::collections::BTreeSet<_> = Category::ALL.iter().map(|category| category.name()).collect();
    assert_eq!(names.len(), Category::ALL.len());
    assert!(names.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
}

proptest! {
    /// Any name and any bytes have a kind, and more than the head changes nothing.
    #[test]
    fn any_file_has_a_kind(name in "\\PC{0,40}(\\.[a-zA-Z0-9]{1,6})?", head in prop::collection::vec(any::<u8>(), 0..6000)) {
        let kind = kind_of(&name, &head);
        prop_assert_eq!(kind, kind_of(&name, head.get(..HEAD).unwrap_or(&head)));
        if matches!(kind.preview(), Preview::Picture | Preview::Pdf) {
            prop_assert!(!kind.is_runnable());
        }
    }

    /// A program stays one under any name.
    #[test]
    fn a_program_is_one_under_any_name(name in "\\PC{0,60}") {
        prop_assert!(kind_of(&name, ELF).is_runnable());
    }
}
