//! Readings from files that mean well and from files that do not.

use std::path::PathBuf;

use super::*;

impl Desk {
    fn file(&self, bytes: impl AsRef<[u8]>) -> PathBuf {
        let file = self.files.path().join("readings.csv");
        std::fs::write(&file, bytes).unwrap();
        file
    }

    fn take(&self, file: PathBuf, more: Value) -> Result<Imported, ObjectiveError> {
        let mut arguments = json!({ "id": "M-1", "file": file });
        arguments.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let asked: ImportReadings = serde_json::from_value(arguments).unwrap();
        import(&self.workspace, &self.bench.stamp, &asked, today())
    }

    fn look(&self, bytes: impl AsRef<[u8]>) -> Result<ImportPreview, ObjectiveError> {
        preview(
            &self.workspace,
            &PreviewReadings { id: "M-1".parse().unwrap(), file: self.file(bytes), replace: None },
            today(),
        )
    }
}

#[test]
fn spreadsheets_of_every_country_are_read() {
    for text in [
        "day,value,note\n2026-09-01,92.5,first\n2026-10-01,96,\n",
        "\u{feff}Date;Value;Note\r\n2026-09-01;92,5;first\r\n2026-10-01;96;\r\n",
        "2026-09-01\t92.5\tfirst\n\n2026-10-01\t96\n",
        "note,value,day\nfirst,92.5,2026-09-01\n,96,2026-10-01\n",
        "  2026-09-01 , 92.5 , first \n2026-10-01,96,,,\n",
    ] {
        let desk = Desk::with_measure();
        assert_eq!(
            desk.take(desk.file(text), json!({})).unwrap(),
            Imported { added: 2, replaced: 0 },
            "{text}"
        );
        let readings: Vec<String> = desk
            .measure()
            .readings
            .iter()
            .map(|one| format!("{} {} {}", one.reading.day, one.reading.value, one.reading.note))
            .collect();
        assert_eq!(readings, ["2026-09-01 92.5 first", "2026-10-01 96 "], "{text}");
    }
}

#[test]
fn what_is_wrong_is_said_line_by_line_and_nothing_is_added() {
    let desk = Desk::with_measure();
    desk.on("measure.read", json!({ "id": "M-1", "day": "2026-08-01", "value": "90" }));
    let hostile = "day,value,note\n\
        2026-09-01,92.5,fine\n\
        01.09.2026,92.5,\n\
        2026-02-30,1,\n\
        2026-09-02,n/a,\n\
        2026-09-03,,\n\
        ,5,\n\
        2026-09-04,=1+1,\n\
        2026-09-05,\"1,000\",\n\
        2026-09-06,1e9,\n\
        2026-09-07,5,a,b\n\
        2026-09-08,5,\"in\u{202e}visible\"\n\
        2026-09-01,93,twice\n\
        2026-12-31,5,to come\n\
        2026-08-01,5,taken\n\
        2026-09-09,99999999999999999999999999,\n";
    let look = desk.look(hostile).unwrap();
    let problems: Vec<String> = look
        .problems
        .iter()
        .map(|problem| format!("{}: found {}; expected {}", problem.line, problem.found, problem.expected))
        .collect();
    insta::assert_snapshot!(problems.join("\n"));
    let head = desk.workspace.head().unwrap();
    let error = desk.take(desk.file(hostile), json!({})).unwrap_err();
    insta::assert_snapshot!(said(&error), @"[file] 14 lines of the file are wrong, and nothing was added. The first is line 3: found “01.09.2026”; expected a day such as 2026-09-30. Correct the lines in the file, and try it again.");
    assert_eq!(desk.workspace.head().unwrap(), head);
}

#[test]
fn days_that_have_a_reading_are_replaced_where_somebody_says_so() {
    let desk = Desk::with_measure();
    desk.on("measure.read", json!({ "id": "M-1", "day": "2026-09-01", "value": "90" }));
    let file = desk.file("2026-09-01,92\n2026-10-01,96\n");
    let look = PreviewReadings { id: "M-1".parse().unwrap(), file: file.clone(), replace: Some(true) };
    let look = preview(&desk.workspace, &look, today()).unwrap();
    assert_eq!((look.total, look.replaced, look.wrong), (2, 1, 0));
    assert_eq!(look.readings.first().unwrap().replaces.unwrap().to_string(), "90");
    let taken = desk.take(file, json!({ "replace": true, "digest": look.digest })).unwrap();
    assert_eq!(taken, Imported { added: 1, replaced: 1 });
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert_eq!(desk.measure().readings.len(), 1, "one entry of the ledger holds all of them");
}

#[test]
fn another_file_than_the_one_that_was_looked_at_is_refused() {
    let desk = Desk::with_measure();
    let look = desk.look("2026-09-01,92\n").unwrap();
    let error = desk.take(desk.file("2026-09-01,29\n"), json!({ "digest": look.digest })).unwrap_err();
    insta::assert_snapshot!(said(&error), @"[file] The file has changed since you looked at it. Look at what it holds now, and take it in then.");
}

#[test]
fn a_file_that_is_none_of_readings_is_refused_as_a_whole() {
    let desk = Desk::with_measure();
    let mut many = String::new();
    for _ in 0..10_002 {
        many += "2026-09-01,1\n";
    }
    let large = vec![b'1'; 1024 * 1024 + 1];
    let said: Vec<String> = [
        b"".to_vec(),
        b"\n\n \n".to_vec(),
        b"day,value\n".to_vec(),
        b"PK\x03\x04\x00\x00".to_vec(),
        b"2026-09-01,1\0\n".to_vec(),
        vec![0xff, 0xfe, 0x32, 0x00],
        many.into_bytes(),
        large,
    ]
    .into_iter()
    .map(|bytes| said(&desk.look(bytes).unwrap_err()))
    .collect();
    insta::assert_snapshot!(said.join("\n"));
    let asked =
        PreviewReadings { id: "M-1".parse().unwrap(), file: desk.files.path().to_path_buf(), replace: None };
    insta::assert_snapshot!(super::said(&preview(&desk.workspace, &asked, today()).unwrap_err()), @"[file] The file could not be read: it is no file. Check that the file is there and that you may read it.");
}

#[test]
fn no_bytes_panic() {
    use proptest::prelude::*;
    proptest!(|(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "[0-9,;\\-\"\\n\\t .]{0,120}")| {
        let _ = super::super::reading_file::parse(&bytes, today());
        let _ = super::super::reading_file::parse(text.as_bytes(), today());
    });
}
