//! The dates of real workspaces, and their file read by another's parser.

use calcard::icalendar::{
    ICalendar, ICalendarComponentType, ICalendarEntry, ICalendarProperty, ICalendarValue,
};
use calcard::{Entry, Parser};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::ics::{Head, written};
use super::words::Words;
use super::*;
use crate::clauses;
use crate::documents;
use crate::evidence::{self, AddEvidence, By};
use crate::findings;
use crate::guide;
use crate::organisation;
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;

fn today() -> Day {
    "2026-10-12".parse().unwrap()
}

struct Desk {
    bench: Bench,
    workspace: Workspace,
    files: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        Self { bench, workspace, files: tempfile::tempdir().unwrap() }
    }

    fn set(&self, set: &Value) {
        self.bench.set(&self.workspace, set);
    }

    fn evidence(&self, title: &str, expires: &str) {
        let file = self.files.path().join(format!("{expires}.txt"));
        std::fs::write(&file, expires).unwrap();
        let arguments: AddEvidence =
            serde_json::from_value(json!({ "files": [file], "about": { "expires": expires } })).unwrap();
        let by = By { stamp: &self.bench.stamp, today: today() };
        let mut on = |_| std::ops::ControlFlow::Continue(());
        let id = evidence::add(&self.workspace, by, &arguments, &mut on).unwrap().added[0];
        let set = serde_json::from_value(json!({ "ids": [id], "title": title })).unwrap();
        self.workspace.write(&self.bench.stamp, "evidence.set", |tx| evidence::set(tx, set)).unwrap();
    }

    fn step(&self, set: Value) {
        let set = serde_json::from_value(set).unwrap();
        self.workspace.write(&self.bench.stamp, "guide.set", |tx| guide::set(tx, today(), set)).unwrap();
    }

    fn page(&self, asked: &Value) -> CalendarPage {
        list(&self.workspace, &serde_json::from_value(asked.clone()).unwrap(), today()).unwrap()
    }

    fn days(&self, asked: &Value) -> Vec<String> {
        self.page(asked).dates.iter().map(|date| date.day.to_string()).collect()
    }

    fn export(&self) -> String {
        let file = self.files.path().join("dates.ics");
        let to = ExportCalendar { file: file.clone(), replace: None };
        export(&self.workspace, &to, self.bench.stamp.at, today()).unwrap();
        std::fs::read_to_string(file).unwrap()
    }
}

/// Reads a calendar with a parser that knows nothing of the writer, and holds it to what RFC 5545 asks of one.
fn read(text: &str) -> ICalendar {
    let mut parser = Parser::new(text);
    let Entry::ICalendar(calendar) = parser.entry() else { panic!("no calendar: {text}") };
    assert!(matches!(parser.entry(), Entry::Eof), "more than a calendar: {text}");
    let kinds = calendar.components.iter().map(|component| &component.component_type);
    let expected = std::iter::once(&ICalendarComponentType::VCalendar)
        .chain(std::iter::repeat(&ICalendarComponentType::VEvent));
    assert!(kinds.zip(expected).all(|(kind, expected)| kind == expected), "{text}");
    for event in events(&calendar) {
        for needed in [ICalendarProperty::Uid, ICalendarProperty::Dtstamp, ICalendarProperty::Dtstart] {
            assert_eq!(event.iter().filter(|entry| entry.name == needed).count(), 1, "{needed:?} in {text}");
        }
        let strange = |entry: &&ICalendarEntry| matches!(entry.name, ICalendarProperty::Other(_));
        assert_eq!(event.iter().find(strange), None, "{text}");
    }
    calendar
}

fn events(calendar: &ICalendar) -> Vec<&[ICalendarEntry]> {
    let is_event = |kind: &ICalendarComponentType| *kind == ICalendarComponentType::VEvent;
    let events = calendar.components.iter().filter(|one| is_event(&one.component_type));
    events.map(|event| event.entries.as_slice()).collect()
}

fn text(event: &[ICalendarEntry], name: &ICalendarProperty) -> String {
    let entry = event.iter().find(|entry| entry.name == *name).unwrap();
    match entry.values.as_slice() {
        [ICalendarValue::Text(text)] => text.clone(),
        other => panic!("{name:?} is {other:?}"),
    }
}

fn control(title: &str) -> CalendarDate {
    CalendarDate {
        day: "2027-01-31".parse().unwrap(),
        subject: DateSubject::Control { id: "A.2.2".parse().unwrap() },
        title: title.into(),
        owner: "".parse().unwrap(),
        state: DateState::Due,
    }
}

fn file_of(dates: &[CalendarDate]) -> String {
    let at = "2026-10-12T09:41:00Z".parse().unwrap();
    let head = Head { workspace: uuid::Uuid::nil(), organisation: "Penmarrow; Instruments".into(), at };
    written(&head, dates, Words::english())
}

#[test]
fn the_words_have_their_shape() {
    assert!(Words::english().product.starts_with("-//"));
}

#[test]
fn dates_come_in_their_order_and_say_what_they_are_about_and_how_they_stand() {
    let desk = Desk::new();
    desk.set(
        &json!({ "controls": ["A.6.2.6"], "status": "planned", "target": "2026-12-01", "owner": "IT lead" }),
    );
    desk.set(&json!({ "controls": ["A.2.2"], "target": "2026-10-01" }));
    desk.set(&json!({ "controls": ["A.2.3"], "status": "implemented", "how": "So", "target": "2026-09-01" }));
    desk.evidence("Report", "2026-10-12");
    assert_eq!(
        serde_json::to_value(desk.page(&json!({}))).unwrap(),
        json!({ "more": false, "dates": [
            { "day": "2026-09-01", "about": "control", "id": "A.2.3", "owner": "", "state": "done",
              "title": "Alignment with other organizational policies" },
            { "day": "2026-10-01", "about": "control", "id": "A.2.2", "owner": "", "state": "overdue",
              "title": "AI policy" },
            { "day": "2026-10-12", "about": "evidence", "id": "E-1", "owner": "", "state": "due",
              "title": "Report" },
            { "day": "2026-12-01", "about": "control", "id": "A.6.2.6", "owner": "IT lead", "state": "due",
              "title": "AI system operation and monitoring" },
        ] })
    );
}

#[test]
fn a_list_keeps_to_its_days_its_owner_and_its_length() {
    let desk = Desk::new();
    desk.set(&json!({ "controls": ["A.2.2"], "target": "2026-10-20", "owner": "IT lead" }));
    desk.set(&json!({ "controls": ["A.2.3"], "target": "2026-10-22" }));
    desk.evidence("Report", "2026-10-21");
    desk.evidence("Older", "2026-08-01");
    assert_eq!(desk.days(&json!({})), ["2026-10-20", "2026-10-21", "2026-10-22"], "not what ended long ago");
    assert_eq!(desk.days(&json!({ "from": "2026-08-01", "to": "2026-10-20" })), ["2026-08-01", "2026-10-20"]);
    assert_eq!(desk.days(&json!({ "owner": " it LEAD" })), ["2026-10-20"]);
    let first = desk.page(&json!({ "limit": 2 }));
    assert_eq!((first.dates.len(), first.more), (2, true));
    assert!(!desk.page(&json!({ "limit": 3 })).more);
}

#[test]
fn a_step_of_the_guide_that_has_a_day_is_among_the_dates() {
    let desk = Desk::new();
    desk.step(json!({ "step": "get-a-copy", "due": "2026-10-19", "owner": "Quality manager" }));
    let page = serde_json::to_value(desk.page(&json!({}))).unwrap();
    assert_eq!(page["dates"][0]["about"], "step");
    assert_eq!(page["dates"][0]["id"], "get-a-copy");
    assert_eq!(page["dates"][0]["owner"], "Quality manager");
    desk.step(json!({ "step": "get-a-copy", "tick": ["copy-at-hand"] }));
    assert_eq!(desk.page(&json!({})).dates[0].state, DateState::Done);
    read(&desk.export());
}

#[test]
fn an_approved_document_is_one_date_though_its_evidence_ends_that_day_too() {
    let desk = Desk::new();
    let stamp = &desk.bench.stamp;
    let add = serde_json::from_value(json!({ "title": "AI policy", "kind": "policy", "owner": "IT lead" }))
        .unwrap();
    let document = desk.workspace.write(stamp, "document.add", |tx| documents::add(tx, add)).unwrap();
    desk.workspace.write(stamp, "document.submit", |tx| documents::submit(tx, document.id)).unwrap();
    let file = desk.files.path().join("policy.txt");
    std::fs::write(&file, "policy").unwrap();
    let approve = json!({ "id": document.id, "by": "Managing director", "next_review": "2027-10-12",
                          "what": { "as": "file", "file": file } });
    let by = By { stamp, today: today() };
    let mut on = |_| std::ops::ControlFlow::Continue(());
    documents::approve(&desk.workspace, by, &serde_json::from_value(approve).unwrap(), &mut on).unwrap();
    assert_eq!(
        serde_json::to_value(desk.page(&json!({})).dates).unwrap(),
        json!([{ "day": "2027-10-12", "about": "document", "id": document.id, "title": "AI policy",
                 "owner": "IT lead", "state": "due" }])
    );
}

#[test]
fn the_organisation_s_target_and_the_next_look_at_its_issues_are_among_the_dates() {
    let desk = Desk::new();
    let stamp = &desk.bench.stamp;
    let set = json!({ "target": "2027-03-01", "in_charge": "Quality manager" });
    let set = serde_json::from_value(set).unwrap();
    desk.workspace.write(stamp, "organisation.set", |tx| organisation::set(tx, set)).unwrap();
    assert_eq!(desk.days(&json!({})), ["2027-03-01"]);
    for (side, reviewed) in
        [("outside", Some("2026-05-04")), ("inside", Some("2025-10-05")), ("inside", None)]
    {
        let issue = json!({ "side": side, "topic": "Skills", "reviewed": reviewed });
        let issue = serde_json::from_value(issue).unwrap();
        desk.workspace.write(stamp, "context.add", |tx| organisation::context::add(tx, issue)).unwrap();
    }
    assert_eq!(
        serde_json::to_value(desk.page(&json!({ "owner": "quality manager" })).dates).unwrap(),
        json!([
            { "day": "2026-10-05", "about": "context", "title": "", "owner": "Quality manager", "state": "overdue" },
            { "day": "2027-03-01", "about": "target", "title": "", "owner": "Quality manager", "state": "due" },
        ])
    );
    let file = desk.export();
    let calendar = read(&file);
    let said: Vec<String> =
        events(&calendar).iter().map(|event| text(event, &ICalendarProperty::Summary)).collect();
    assert_eq!(
        said,
        ["Issues outside and inside: to be looked at again", "Ready for the first stage of the audit"]
    );
}

#[test]
fn a_clause_has_a_date_until_it_is_met() {
    let desk = Desk::new();
    let set = |change: Value| {
        let change = serde_json::from_value(change).unwrap();
        desk.workspace.write(&desk.bench.stamp, "clause.set", |tx| clauses::set(tx, change)).unwrap();
    };
    set(json!({ "clauses": ["6.2"], "target": "2026-11-30", "owner": "Director" }));
    assert_eq!(
        serde_json::to_value(desk.page(&json!({})).dates).unwrap(),
        json!([{ "day": "2026-11-30", "about": "clause", "id": "6.2", "owner": "Director", "state": "due",
                 "title": "AI objectives and planning to achieve them" }])
    );
    set(json!({ "clauses": ["6.2"], "status": "implemented", "how": "In the plan." }));
    assert_eq!(desk.page(&json!({})).dates[0].state, DateState::Done);
}

#[test]
fn a_finding_and_its_actions_have_dates_until_they_are_over() {
    let desk = Desk::new();
    let on = |tx: &mut crate::workspace::Tx<'_>, name: &str, said: Value| match name {
        "add" => drop(findings::add(tx, today(), serde_json::from_value(said).unwrap()).unwrap()),
        "act" => drop(findings::add_action(tx, serde_json::from_value(said).unwrap()).unwrap()),
        "criterion" => drop(findings::criterion(tx, today(), serde_json::from_value(said).unwrap()).unwrap()),
        "refuse" => drop(findings::refuse(tx, today(), serde_json::from_value(said).unwrap()).unwrap()),
        other => panic!("{other}"),
    };
    let say = |name: &str, said: Value| {
        let run = |tx: &mut crate::workspace::Tx<'_>| {
            on(tx, name, said);
            Ok::<_, crate::workspace::WriteError>(())
        };
        desk.workspace.write(&desk.bench.stamp, "test.say", run).unwrap();
    };
    say("add", json!({ "title": "No log", "requirements": ["10.2"], "grade": "minor", "owner": "Director" }));
    say("act", json!({ "finding": "F-1", "text": "Keep one.", "owner": "IT lead", "due": "2026-10-01" }));
    say("act", json!({ "text": "Tidy up.", "owner": "IT lead", "due": "2026-10-20" }));
    say("criterion", json!({ "id": "F-1", "text": "It is kept.", "check_on": "2026-12-20" }));
    assert_eq!(
        serde_json::to_value(desk.page(&json!({})).dates).unwrap(),
        json!([
            { "day": "2026-10-01", "about": "action", "id": "A-1", "owner": "IT lead", "state": "overdue",
              "title": "Keep one." },
            { "day": "2026-10-20", "about": "action", "id": "A-2", "owner": "IT lead", "state": "due",
              "title": "Tidy up." },
            { "day": "2026-12-20", "about": "effect-check", "id": "F-1", "owner": "Director", "state": "due",
              "title": "No log" },
            { "day": "2027-01-10", "about": "finding", "id": "F-1", "owner": "Director", "state": "due",
              "title": "No log" },
        ])
    );
    let file = desk.export();
    assert_eq!(events(&read(&file)).len(), 4, "each has a name of its own");
    say("refuse", json!({ "id": "F-1", "why": "It is kept elsewhere." }));
    assert_eq!(desk.days(&json!({})), ["2026-10-20"]);
}

#[test]
fn what_does_not_apply_has_no_date() {
    let desk = Desk::new();
    desk.set(&json!({ "controls": ["A.2.2"], "target": "2026-10-20" }));
    desk.bench.decide(
        &desk.workspace,
        &json!({ "controls": ["A.2.2"], "decision": "excluded", "ground": "no-relevant-risk",
                 "justification": "No risk in the register would be treated by it." }),
    );
    assert_eq!(desk.days(&json!({})), [] as [&str; 0]);
}

#[test]
fn another_parser_reads_every_date_of_the_file() {
    let desk = Desk::new();
    desk.set(&json!({ "controls": ["A.2.2"], "target": "2026-10-20", "owner": "IT lead" }));
    desk.set(&json!({ "controls": ["A.2.3"], "status": "implemented", "how": "So", "target": "2026-10-22" }));
    desk.evidence("Report, final; 50 % \\ open", "2026-12-31");
    let file = desk.export();
    let calendar = read(&file);
    let events = events(&calendar);
    let said: Vec<String> = events.iter().map(|event| text(event, &ICalendarProperty::Summary)).collect();
    assert_eq!(
        said,
        [
            "A.2.2 AI policy: to be implemented",
            "Done: A.2.3 Alignment with other organizational policies: to be implemented",
            "E-1 Report, final; 50 % \\ open: holds until today",
        ]
    );
    assert_eq!(text(events[0], &ICalendarProperty::Categories), "Control");
    assert_eq!(text(events[0], &ICalendarProperty::Description), "Owner: IT lead");
    insta::assert_snapshot!(file.replace("\r\n", "\n"));
}

#[test]
fn a_date_is_a_whole_day_and_its_stamp_is_the_moment() {
    let file = file_of(&[control("AI policy")]);
    for line in ["DTSTART;VALUE=DATE:20270131", "DTEND;VALUE=DATE:20270201", "DTSTAMP:20261012T094100Z"] {
        assert!(file.contains(&format!("\r\n{line}\r\n")), "{line} in {file}");
    }
}

#[test]
fn imported_again_it_doubles_nothing() {
    let desk = Desk::new();
    desk.set(&json!({ "controls": ["A.2.2", "A.2.3"], "target": "2026-10-20" }));
    desk.evidence("Report", "2026-12-31");
    let names = || {
        let calendar = read(&desk.export());
        let mut names: Vec<String> =
            events(&calendar).iter().map(|event| text(event, &ICalendarProperty::Uid)).collect();
        names.sort();
        names
    };
    let before = names();
    desk.set(&json!({ "controls": ["A.2.2"], "target": "2026-11-20", "owner": "Somebody else" }));
    assert_eq!(names(), before);
    let mut once = before.clone();
    once.dedup();
    assert_eq!(once, before, "each has a name of its own");
}

#[test]
fn hostile_titles_come_through_unchanged() {
    let long = "x, ; \\ ".repeat(30);
    for title in [
        "One\nBEGIN:VEVENT\nSUMMARY:two",
        "a,b;c:d\\n \\, \"quoted\" 100%",
        "🧭 Prüfung – 日本語 👩‍👩‍👧‍👦",
        "{title} {id} {owner",
        &"é".repeat(200),
        &"👍".repeat(200),
        long.trim_end(),
        &" ".repeat(160),
    ] {
        comes_through(title);
    }
}

fn comes_through(title: &str) {
    let file = file_of(&[control(title)]);
    let calendar = read(&file);
    let [event] = events(&calendar)[..] else { panic!("one event in {file}") };
    let said = text(event, &ICalendarProperty::Summary);
    assert_eq!(said, format!("A.2.2 {title}: to be implemented"));
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_title_comes_through(title in "(\\PC|\n){0,200}") {
        comes_through(&title);
    }
}
