//! What follows for measures and objectives agrees with a second computation that knows only the readings.

use proptest::prelude::*;

use super::super::deriving::Derived;
use super::*;

/// What somebody can do, in days before today and figures of two decimals.
#[derive(Debug, Clone)]
struct Told {
    since: i32,
    weeks: u32,
    goal: (u8, i32, i32),
    readings: Vec<(i32, i32)>,
    over: bool,
}

fn told() -> impl Strategy<Value = Told> {
    let readings = proptest::collection::vec((0..120, -500..500), 0..6);
    (0..150, 1..9u32, (0..3u8, -300..300, 0..300), readings, any::<bool>())
        .prop_map(|(since, weeks, goal, readings, over)| Told { since, weeks, goal, readings, over })
}

fn figure(hundredths: i32) -> Figure {
    let sign = if hundredths < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100).parse().unwrap()
}

/// Returns the state as somebody would work it out on paper: in whole days and hundredths.
fn on_paper(told: &Told) -> (&'static str, Option<i32>) {
    if told.over {
        return ("ended", None);
    }
    // Of a day that was read twice, the later word counts.
    let last = told.readings.iter().rev().min_by_key(|(ago, _)| *ago);
    let days = i32::try_from(told.weeks).unwrap() * 7;
    let due = days - last.map_or(told.since, |(ago, _)| *ago);
    let (kind, low, width) = told.goal;
    let met = |value: i32| match kind {
        0 => value >= low,
        1 => value <= low,
        _ => value >= low && value <= low + width,
    };
    let state = match last {
        Some((_, value)) if !met(*value) => "off-target",
        _ if due < 0 => "reading-overdue",
        Some(_) => "on-target",
        None => "no-reading",
    };
    (state, Some(due))
}

fn measure(told: &Told) -> Measure {
    let (kind, low, width) = told.goal;
    Measure {
        id: MeasureId::FIRST,
        objective: None,
        about: vec![],
        what: "Letters".parse().unwrap(),
        unit: Default::default(),
        method: Default::default(),
        by: Default::default(),
        rhythm: Rhythm { every: told.weeks, unit: RhythmUnit::Weeks },
        goal: match kind {
            0 => Goal::AtLeast { value: figure(low) },
            1 => Goal::AtMost { value: figure(low) },
            _ => Goal::Between { low: figure(low), high: figure(low + width) },
        },
        start: None,
        since: today().days_later(-told.since),
        ended: None,
    }
}

proptest! {
    #[test]
    fn what_is_derived_is_what_somebody_works_out_on_paper(told in told()) {
        let measure = measure(&told);
        let mut readings: std::collections::BTreeMap<Day, Reading> = Default::default();
        for (ago, value) in &told.readings {
            let day = today().days_later(-ago);
            readings.insert(day, Reading {
                measure: measure.id, day, value: figure(*value), note: Default::default(),
                by: Default::default(), evidence: vec![],
            });
        }
        let last = readings.last_key_value().map(|(_, reading)| reading);
        let derived = Derived::of(&measure, last, told.over, today());
        let (state, due) = on_paper(&told);
        prop_assert_eq!(derived.state.name(), state);
        prop_assert_eq!(derived.due, due.map(|days| today().days_later(days)));
        prop_assert_eq!(derived.overdue, due.is_some_and(|days| days < 0));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_register_says_the_same_and_the_ledger_replays_to_it(all in proptest::collection::vec(told(), 1..4)) {
        let desk = Desk::new();
        desk.on("objective.add", json!({ "title": "Objective" }));
        let mut wanted = Vec::new();
        for told in &all {
            let measure = measure(told);
            let arguments = json!({ "objective": "O-1", "what": "Letters", "goal": measure.goal,
                "rhythm": measure.rhythm, "since": measure.since });
            let id = desk.on("measure.add", arguments)["id"].clone();
            for (ago, value) in &told.readings {
                let day = today().days_later(-ago);
                desk.on("measure.read", json!({ "id": id, "day": day, "value": figure(*value), "replace": true }));
            }
            wanted.push(on_paper(&Told { over: false, ..told.clone() }).0);
        }
        let shown = desk.objective();
        let states: Vec<&str> = shown.measures.iter().map(|one| one.row.state.name()).collect();
        prop_assert_eq!(&states, &wanted);
        let worst = ["off-target", "reading-overdue", "no-reading", "on-target"]
            .into_iter().find(|state| wanted.contains(state)).unwrap();
        prop_assert_eq!(shown.state.name(), worst);
        prop_assert!(Bench::verify(&desk.workspace).ok);
    }
}
