//! Finding evidence by its words.

use super::*;

#[test]
fn words_are_found_wherever_they_stand() {
    let desk = Desk::new();
    desk.add("policy.txt", "nothing of note");
    desk.add("b.md", "# Über die Prüfung\n\nbias in recruitment");
    desk.add("c.txt", "bias");
    desk.set(&json!({ "ids": ["E-1"], "title": "Bias policy", "notes": "ask the works council" })).unwrap();
    desk.link(&json!({ "ids": ["E-3"], "targets": ["A.6.2.4"] })).unwrap();
    assert_eq!(desk.list(&json!({ "words": "bias" })), [1], "files are not read yet");
    let read = read_files(&desk.workspace, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!((read.read, read.left), (3, 0));
    for (words, found) in [
        ("bias", vec![1, 3, 2]),
        ("BIA", vec![1, 3, 2]),
        ("bias recruit", vec![2]),
        ("uber prufung", vec![2]),
        ("works council bias", vec![1]),
        ("policy.txt", vec![1]),
        ("A.6.2.4", vec![3]),
        ("E-3", vec![3]),
        ("nothing of the kind", vec![]),
        ("\" OR 1 NEAR( {title} : *", vec![]),
        ("*", vec![]),
    ] {
        assert_eq!(desk.list(&json!({ "words": words })), found, "{words}");
    }
    assert_eq!(desk.list(&json!({ "words": "bias", "link": "A.6.2.4" })), [3]);
}

#[test]
fn the_index_follows_whatever_happens() {
    let desk = Desk::new();
    desk.add("a.txt", "alpha");
    assert_eq!(desk.list(&json!({ "words": "a" })), [1]);
    desk.set(&json!({ "ids": ["E-1"], "title": "Renamed" })).unwrap();
    assert_eq!(desk.list(&json!({ "words": "renamed" })), [1]);
    desk.workspace.undo(desk.stamp()).unwrap();
    assert_eq!(desk.list(&json!({ "words": "renamed" })), [] as [u32; 0]);
    desk.remove(&json!({ "ids": ["E-1"], "why": "Wrong file." })).unwrap();
    assert_eq!(desk.list(&json!({ "words": "a" })), [] as [u32; 0]);
    desk.workspace.undo(desk.stamp()).unwrap();
    assert_eq!(desk.list(&json!({ "words": "a" })), [1]);
}

#[test]
fn an_index_that_is_broken_foreign_or_gone_is_made_anew() {
    let desk = Desk::new();
    desk.add("a.txt", "alpha");
    read_files(&desk.workspace, &mut |_, _| ControlFlow::Continue(())).unwrap();
    let Desk { bench, workspace, files } = desk;
    let index = workspace.folder().join("search.db");
    drop(workspace);
    for harm in [&b""[..], b"rubbish", b"SQLite format 3\0 rubbish"] {
        for left in ["search.db-wal", "search.db-shm"] {
            let _ = fs::remove_file(index.with_file_name(left));
        }
        fs::write(&index, harm).unwrap();
        let workspace = bench.open(Access::Write).unwrap();
        let page =
            list(&workspace, &serde_json::from_value(json!({ "words": "a" })).unwrap(), today()).unwrap();
        assert_eq!((page.total, page.unread), (1, 1));
    }
    // Who may only read searches too, and writes nothing.
    fs::remove_file(&index).unwrap();
    let workspace = bench.open(Access::Read).unwrap();
    let page = list(&workspace, &serde_json::from_value(json!({ "words": "a" })).unwrap(), today()).unwrap();
    assert_eq!(page.total, 1);
    assert!(!index.exists());
    drop(files);
}

#[test]
fn who_may_only_read_finds_what_the_writer_has_read_and_writes_nothing() {
    let desk = Desk::new();
    desk.add("a.txt", "the works council agreed");
    read_files(&desk.workspace, &mut |_, _| ControlFlow::Continue(())).unwrap();
    let Desk { bench, workspace, files } = desk;
    let reader = bench.open(Access::Read).unwrap();
    let found = |words: &str| {
        let page = list(&reader, &serde_json::from_value(json!({ "words": words })).unwrap(), today());
        page.map(|page| (page.total, page.unread)).unwrap()
    };
    assert_eq!(found("council"), (1, 0));
    // What the writer did since, and has not searched for, is found too.
    let desk = Desk { bench, workspace, files };
    desk.set(&json!({ "ids": ["E-1"], "title": "Agreement" })).unwrap();
    assert_eq!(found("agreement council"), (1, 0));
    desk.add("b.txt", "a second council");
    assert_eq!(found("council"), (1, 1));
    let read = read_files(&reader, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!((read.read, read.left), (1, 0));
    assert_eq!(found("council"), (2, 0));
    assert_eq!(desk.list(&json!({ "words": "council" })), [1], "the writer has not read it");
}

#[test]
fn words_are_found_however_their_accents_are_written() {
    let desk = Desk::new();
    let (apart, together) =
        ("Re\u{301}sume\u{301} \u{422}\u{440}\u{43e}\u{438}\u{306}\u{43a}\u{430}", "Résumé Тройка");
    desk.add("a.txt", apart);
    desk.add("b.txt", together);
    read_files(&desk.workspace, &mut |_, _| ControlFlow::Continue(())).unwrap();
    for words in [apart, together, "resume", "тройка"] {
        assert_eq!(desk.list(&json!({ "words": words })), [2, 1], "{words}");
    }
}

#[test]
fn the_words_of_files_that_are_cleared_out_are_forgotten() {
    let desk = Desk::new();
    desk.add("a.txt", "a secret word");
    desk.add("b.txt", "another word");
    read_files(&desk.workspace, &mut |_, _| ControlFlow::Continue(())).unwrap();
    desk.remove(&json!({ "ids": ["E-1"], "why": "Added by mistake." })).unwrap();
    let swept = sweep(&desk.workspace, desk.stamp(), &mut go_on).unwrap();
    assert_eq!(swept.files, 1);
    let kept = desk.workspace.with_index(|index| index.words_kept()).unwrap();
    assert_eq!(kept, 1, "only those of the other file are kept");
    assert_eq!(desk.list(&json!({ "words": "word" })), [2]);
}

#[test]
fn what_ends_and_what_is_proven_is_what_the_pieces_say_of_themselves() {
    let desk = Desk::new();
    let days =
        ["2026-10-11", "2026-10-12", "2026-10-13", "2026-11-08", "2026-11-09", "2026-11-10", "2099-12-31"];
    let dates: Vec<Option<&str>> = std::iter::once(None).chain(days.map(Some)).collect();
    let controls = crate::assessment::list(&desk.workspace).unwrap();
    for (at, (effective, expires)) in
        dates.iter().flat_map(|from| dates.iter().map(move |until| (*from, *until))).enumerate()
    {
        if effective.zip(expires).is_some_and(|(from, until)| from > until) {
            continue;
        }
        let control = controls.get(at % controls.len()).map(|control| &control.id);
        let mut about = json!({ "links": [control, "5.2"] });
        for (name, day) in [("effective", effective), ("expires", expires)] {
            if let Some(day) = day {
                about[name] = json!(day);
            }
        }
        desk.try_add(&[desk.file(&format!("{at}.txt"), at.to_string().as_bytes())], &about).unwrap();
    }
    let pieces = desk.workspace.read(all).unwrap();
    for today in
        days.iter().chain(&["2026-10-01", "2027-01-01"]).map(|day| day.parse::<crate::Day>().unwrap())
    {
        let in_state = |state: State| {
            let ends = |piece: &&Evidence| State::on(today, piece.effective, piece.expires) == state;
            let mut ends: Vec<(crate::Day, EvidenceId)> =
                pieces.iter().filter(ends).map(|piece| (piece.expires.unwrap(), piece.id)).collect();
            ends.sort_unstable();
            (ends.len(), ends.into_iter().take(3).map(|(_, id)| id).collect::<Vec<_>>())
        };
        let told = |ending: Ending| (ending.total, ending.first.iter().map(|one| one.id).collect::<Vec<_>>());
        let asked = desk.workspace.read(|conn| {
            Ok::<_, crate::workspace::StoreError>((
                expired(conn, today, 3)?,
                expiring(conn, today, 3)?,
                proven_on(conn, today)?,
            ))
        });
        let (expired, expiring, proven) = asked.unwrap();
        assert_eq!(told(expired), in_state(State::Expired), "{today}");
        assert_eq!(told(expiring), in_state(State::ExpiresSoon), "{today}");
        let holds = pieces.iter().filter(|piece| piece.holds_on(today));
        let controls = holds.flat_map(|piece| &piece.links).filter_map(|link| match link {
            Link::Control(id) => Some(id.to_string()),
            Link::Clause(_) | Link::System(_) => None,
        });
        assert_eq!(proven, controls.collect(), "{today}");
    }
}
