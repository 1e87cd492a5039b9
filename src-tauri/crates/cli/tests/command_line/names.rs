//! Names that break programs go in and come out unchanged, and never become a path.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::Bench;

/// Names that a file may have on this system.
fn names() -> Vec<String> {
    let mut names: Vec<String> =
        ["CON", "NUL.txt", "aux", "trailing.", " spaces ", "-rf", "two\nlines.txt", "\u{1b}[31mred"]
            .into_iter()
            .chain([
                "caf\u{e9}.txt",
                "cafe\u{301}.txt",
                "pay\u{202e}fdp.exe",
                "\u{1f4c4}\u{1f469}\u{200d}\u{1f4bb}.md",
            ])
            .map(Into::into)
            .collect();
    names.push(format!("{}.txt", "x".repeat(251)));
    // 255 bytes of characters of four bytes each, but for the last.
    names.push(format!("{}abc", "\u{1f4c4}".repeat(63)));
    names
}

/// Names that only what is pasted can have.
const PASTED: [&str; 7] = [
    "../../etc/passwd",
    "..",
    "/etc/passwd",
    "C:\\Windows\\evil.dll",
    "..\\..\\evil",
    "a/b/../../../c",
    "vault/ab/../../annexe.db",
];

/// Asserts that nothing but what Annexe named itself stands below a folder.
fn holds_names_of_ours_alone(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let ours = name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-'));
        assert!(ours && name.len() <= 64, "{name:?}");
        if entry.file_type().unwrap().is_dir() {
            holds_names_of_ours_alone(&entry.path());
        }
    }
}

/// Asserts that what is printed for people moves no cursor and turns no direction of writing.
#[track_caller]
fn is_plain(said: &str) {
    let strange =
        |c: char| c.is_control() && !matches!(c, '\n' | '\t') || ('\u{202a}'..='\u{202e}').contains(&c);
    assert!(!said.contains(strange), "{said:?}");
}

fn base64(text: &str) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits =
            chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for at in 0..4 {
            let digit = usize::try_from(bits >> (18 - 6 * at) & 63).unwrap();
            out.push(if at <= chunk.len() { char::from(DIGITS[digit]) } else { '=' });
        }
    }
    out
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "other systems take no such names")]
fn names_that_break_programs_go_in_and_come_out_unchanged() {
    let bench = Bench::new();
    bench.init();
    fs::create_dir(bench.path("files")).unwrap();
    let mut all = Vec::new();
    for (number, name) in names().into_iter().enumerate() {
        let text = format!("Held under name {number}");
        fs::write(bench.path("files").join(&name), &text).unwrap();
        let file = format!("files/{name}");
        let added = bench.on(&["evidence", "add", &file]).done().out;
        assert_eq!(added, format!("Added E-{}\n", number + 1));
        is_plain(&bench.on(&["evidence", "add", &file]).done().out);
        all.push((name, text));
    }
    let missing = bench.on(&["evidence", "add", "files/CON", "no\nsuch\u{1b}[31m\u{202e}file"]);
    assert_eq!(missing.code, 1);
    is_plain(&missing.out);
    is_plain(&missing.err);
    for (number, name) in PASTED.into_iter().enumerate() {
        let text = format!("Pasted under name {number}");
        let paste = json!({ "name": name, "bytes": base64(&text) });
        bench.on(&["call", "evidence.paste", &paste.to_string()]).done();
        all.push((name.into(), text));
    }

    // By the list, by the piece, out of the vault, and after a way through a backup.
    bench.on(&["backup", "b.zip"]).done();
    bench.run(&["restore", "b.zip", "restored"]).done();
    for workspace in ["w", "restored"] {
        let on = |words: &[&str]| bench.run(&[&["-w", workspace], words].concat()).done();
        let list = on(&["evidence", "list", "--json"]).json();
        let mut listed: Vec<Value> = list["rows"].as_array().unwrap().clone();
        listed.reverse();
        assert_eq!(listed.len(), all.len());
        for (number, (name, text)) in all.iter().enumerate() {
            let id = format!("E-{}", number + 1);
            assert_eq!((&listed[number]["id"], &listed[number]["file"]["name"]), (&json!(id), &json!(name)));
            let shown = on(&["evidence", "show", &id, "--json"]).json();
            assert_eq!(shown["versions"][0]["name"], json!(name));
            is_plain(&on(&["evidence", "show", &id]).out);
            on(&["evidence", "export", &id, "--out", "out"]);
            assert_eq!(fs::read_to_string(bench.path("out")).unwrap(), *text, "{name:?}");
            fs::remove_file(bench.path("out")).unwrap();
        }
        is_plain(&on(&["evidence", "list"]).out);
        is_plain(&on(&["log"]).out);
        on(&["verify"]);
        holds_names_of_ours_alone(&bench.path(workspace));
    }
    let mut beside: Vec<_> = fs::read_dir(bench.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    beside.sort();
    assert_eq!(beside, ["b.zip", "files", "home", "restored", "tmp", "w"]);
}
