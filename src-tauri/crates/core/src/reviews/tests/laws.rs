//! Whatever is tried in whatever order: nothing is approved that lacks something, and what is approved stays as it is.

use proptest::prelude::*;

use super::*;

/// What somebody tries, with numbers that may or may not fit.
fn tried() -> impl Strategy<Value = (&'static str, Value)> {
    let point = 0..14u32;
    prop_oneof![
        Just(("review.set", json!({ "title": "Another title", "since": "2026-01-01" }))),
        Just(("review.set", json!({ "chair": "" }))),
        Just(("review.set", json!({ "chair": "Director", "present": [{ "name": "Director" }] }))),
        Just(("review.set", json!({ "no_decision": "All is well." }))),
        Just(("review.set", json!({ "notes": "A note" }))),
        Just(("review.cancel", json!({ "why": "It is held with the next." }))),
        (0..4i32).prop_map(|ago| ("review.hold", json!({ "on": today().days_later(-ago) }))),
        (point.clone(), any::<bool>())
            .prop_map(|(point, noted)| ("review.remark", json!({ "point": point, "noted": noted }))),
        point
            .clone()
            .prop_map(|point| ("review.remark", json!({ "point": point, "said": "It was discussed." }))),
        Just(("review.add-point", json!({ "title": "The new office" }))),
        (point.clone(), 0..14u32)
            .prop_map(|(point, to)| ("review.move-point", json!({ "point": point, "to": to }))),
        point.prop_map(|point| ("review.remove-point", json!({ "point": point }))),
        Just(("review.decide", json!({ "about": "improvement", "text": "Do it." }))),
        (0..3u32).prop_map(|one| ("review.set-decision", json!({ "decision": one, "text": "Do more." }))),
        (0..3u32).prop_map(|one| ("review.remove-decision", json!({ "decision": one }))),
        (0..3u32)
            .prop_map(|one| ("review.act", json!({ "decision": one, "owner": "Lead", "due": "2026-12-01" }))),
        (0..4i32).prop_map(|ago| {
            ("review.approve", json!({ "by": "Director", "on": today().days_later(-ago) }))
        }),
        Just(("note-all", json!({}))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_is_approved_that_lacks_something_and_what_is_approved_stays(
        all in proptest::collection::vec(tried(), 1..30)
    ) {
        let desk = Desk::new();
        desk.on("review.add", json!({ "title": "Review", "planned_on": "2026-10-10" }));
        for (operation, mut arguments) in all {
            arguments["id"] = json!("MR-1");
            let before = desk.review("MR-1");
            if operation == "note-all" {
                for point in &before.review.agenda {
                    let noted = json!({ "id": "MR-1", "point": point.number, "noted": true });
                    drop(desk.try_on("review.remark", noted));
                }
                continue;
            }
            let done = desk.try_on(operation, arguments);
            let after = desk.review("MR-1");
            prop_assert_eq!(done.is_ok(), done.as_ref().ok() == Some(&after));
            match before.stage {
                ReviewStage::Approved | ReviewStage::Cancelled => {
                    prop_assert!(done.is_err(), "{} went through", operation);
                    prop_assert_eq!(&after, &before);
                }
                ReviewStage::Planned | ReviewStage::Held => {
                    prop_assert_eq!(done.is_ok() || after == before, true);
                }
            }
            // Each input stands on the agenda once, and no two points share a number.
            let mut inputs: Vec<InputKind> = after.review.agenda.iter().filter_map(|one| one.input).collect();
            inputs.sort_unstable();
            prop_assert_eq!(inputs, InputKind::ALL);
            let numbers: std::collections::BTreeSet<u32> =
                after.review.agenda.iter().map(|one| one.number).collect();
            prop_assert_eq!(numbers.len(), after.review.agenda.len());
            if let Some(approval) = &after.review.approval {
                let held = after.review.held_on;
                prop_assert!(held.is_some_and(|held| held <= approval.on) && approval.on <= today());
                prop_assert!(!after.review.chair.is_empty() && !after.review.present.is_empty());
                prop_assert!(after.review.agenda.iter().all(|one| one.noted || !one.said.is_empty()));
                prop_assert!(!after.review.decisions.is_empty() || !after.review.no_decision.is_empty());
                prop_assert_eq!(&approval.frozen.inputs, &after.inputs);
            }
        }
        prop_assert!(Bench::verify(&desk.workspace).ok, "the ledger does not replay to it");
    }
}
