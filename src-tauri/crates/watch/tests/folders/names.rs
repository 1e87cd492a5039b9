use std::ffi::OsString;
use std::fs;

use annexe_watch::RelativePath;

use crate::place::{Place, counts};

#[test]
fn every_name_is_found_once_and_its_text_leads_back_to_it() {
    let mut place = Place::new();
    let names = names();
    for (nth, name) in names.iter().enumerate() {
        place.write(name, nth.to_string());
        place.write(std::path::Path::new("sub").join(name).join("file"), nth.to_string());
    }
    let files = place.scan().files;
    assert_eq!(files.len(), 2 * names.len());
    let mut found: Vec<usize> = files
        .iter()
        .map(|file| {
            let text = file.path.to_string();
            assert!(!text.contains('\0'), "a database's text ends at a NUL");
            let again: RelativePath = text.parse().unwrap();
            assert_eq!(again, file.path);
            let path = again.within(&place.root()).unwrap();
            fs::read_to_string(path).unwrap().parse().unwrap()
        })
        .collect();
    found.sort_unstable();
    let expected: Vec<usize> = (0..names.len()).flat_map(|nth| [nth, nth]).collect();
    assert_eq!(found, expected);
    place.know();
    assert_eq!(counts(&place.difference()), [0, 0, 0, 0, 2 * names.len(), 0]);
}

/// Names that every system takes, and those that this one does.
fn names() -> Vec<OsString> {
    let mut names: Vec<OsString> = [
        "100%",
        "100%25",
        "%FF",
        "%u0041",
        "政策 v2.docx",
        "👩\u{200d}💼.txt",
        "-rf",
        " a",
        "\u{202e}fdp.exe",
        "a'b;c&d",
    ]
    .map(OsString::from)
    .into();
    names.push("é".repeat(127).into());
    #[cfg(not(target_os = "macos"))]
    names.extend(["Caf\u{e9}", "Cafe\u{301}"].map(OsString::from));
    #[cfg(unix)]
    names.extend(
        ["line\nbreak", "back\\slash", "tab\t", "bell\u{7}", "a ", "a.", "C:", "CON"].map(OsString::from),
    );
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::ffi::OsStringExt;
        let bytes: [&[u8]; 6] = [b"\xff", b"Caf\xe9", b"a\xc3", b"\xed\xa0\x80", b"\xff%FF", &[b'n'; 255]];
        names.extend(bytes.map(|bytes| OsString::from_vec(bytes.to_vec())));
    }
    names
}
