//! Plans, and what to do next.

use proptest::prelude::*;

use super::*;

const TARGET: &str = "2027-06-30";

fn dues(plan: &GuidePlan) -> Vec<Day> {
    plan.steps.iter().map(|step| step.due).collect()
}

#[test]
fn a_plan_gives_every_step_a_day_and_one_undo_takes_it_back() {
    let desk = Desk::new();
    desk.set(json!({ "step": "set-the-scope", "owner": "Quality manager" })).unwrap();
    let before = desk.road();
    let preview =
        plan_preview(&desk.workspace, today(), &PlanGuide { target: Some(day(TARGET)), again: None });
    assert_eq!(desk.road(), before, "a preview writes nothing");
    let plan = desk.plan(json!({ "target": TARGET })).unwrap();
    assert_eq!(plan, preview.unwrap());
    let steps = desk.steps();
    assert!(steps.iter().all(|step| step.planned && step.due.is_some()));
    assert_eq!(steps.last().unwrap().due, Some(day(TARGET)));
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert_eq!(desk.road(), before);
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn a_plan_says_how_much_it_asks_and_when_it_would_be_calm() {
    let desk = Desk::new();
    desk.set_organisation(json!({ "roles": ["user"] }));
    let long = desk.plan(json!({ "target": "2027-10-12" })).unwrap();
    assert_eq!((long.weeks, long.calm_target), (53, None));
    assert!((60..=480).contains(&long.minutes_a_week), "{}", long.minutes_a_week);
    let short = desk.plan(json!({ "target": "2026-11-09" })).unwrap();
    assert_eq!((short.weeks, short.minutes), (4, long.minutes));
    let calm = desk.plan(json!({ "target": short.calm_target.unwrap() })).unwrap();
    assert!(short.minutes_a_week > 480 && calm.minutes_a_week <= 480);
    desk.set_organisation(json!({ "roles": ["producer"] }));
    assert!(desk.plan(json!({ "target": "2027-10-12" })).unwrap().minutes_a_week > long.minutes_a_week);
}

#[test]
fn what_the_roles_make_heavier_gets_more_of_the_time() {
    let desk = Desk::new();
    let share = |roles: Value| {
        desk.set_organisation(json!({ "roles": roles }));
        let plan = desk.plan(json!({ "target": TARGET, "again": true })).unwrap();
        let at = plan.steps.iter().position(|step| step.id.as_str() == "test-and-release").unwrap();
        let [before, step] = [&plan.steps[at - 1], &plan.steps[at]];
        (step.due.date() - before.due.date()).get_days()
    };
    assert!(share(json!(["producer"])) > share(json!(["user"])));
}

#[test]
fn a_day_set_by_hand_stays_unless_it_is_asked_for() {
    let desk = Desk::new();
    desk.set(json!({ "step": "set-the-scope", "due": "2026-10-20" })).unwrap();
    let plan = desk.plan(json!({ "target": TARGET })).unwrap();
    assert_eq!(plan.kept, 1);
    assert_eq!(desk.step("set-the-scope").summary.due, Some(day("2026-10-20")));
    let plan = desk.plan(json!({ "target": TARGET, "again": true })).unwrap();
    assert_eq!(plan.kept, 0);
    assert_ne!(desk.step("set-the-scope").summary.due, Some(day("2026-10-20")));
}

#[test]
fn a_plan_moves_only_what_is_not_over() {
    let desk = Desk::new();
    desk.exclude(&["A.6.1.2", "A.6.1.3"]);
    desk.set(json!({ "step": "get-a-copy", "tick": ["copy-at-hand"] })).unwrap();
    let plan = desk.plan(json!({ "target": TARGET })).unwrap();
    let planned = |id: &str| plan.steps.iter().any(|step| step.id.as_str() == id);
    assert!(!planned("build-with-care") && !planned("get-a-copy") && planned("set-the-scope"));
    assert_eq!(desk.step("get-a-copy").summary.due, None);
}

#[test]
fn no_plan_leads_to_a_day_that_has_passed_or_to_none() {
    let desk = Desk::new();
    let errors =
        ["2026-10-11", "2026-10-12"].map(|target| desk.plan(json!({ "target": target })).unwrap_err());
    let none = desk.plan(json!({})).unwrap_err();
    insta::assert_snapshot!(errors.iter().chain([&none]).map(said).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_plan_that_was_made_counts_as_made() {
    let desk = Desk::new();
    desk.set(json!({ "step": "set-the-scope", "due": "2026-10-20" })).unwrap();
    assert!(!desk.entry("set-your-date", "plan-is-made").met, "one day by hand is no plan");
    desk.plan(json!({ "target": TARGET })).unwrap();
    assert!(desk.entry("set-your-date", "plan-is-made").met);
}

#[test]
fn what_is_next_is_not_over_and_waits_for_nothing_but_what_is_named_before_it() {
    let desk = Desk::new();
    let named = |steps: Vec<NextGuideStep>| -> Vec<String> {
        steps.into_iter().map(|next| next.step.id.to_string()).collect()
    };
    let first = desk.next(3);
    assert_eq!(first[0].now, WhyNow::Opens { steps: 3 });
    assert_eq!(first[1].now, WhyNow::After { titles: vec![first[0].step.title.clone()] });
    assert_eq!(named(first), ["what-the-standard-is", "what-it-brings-and-costs", "get-a-copy"]);
    desk.set(json!({ "step": "what-the-standard-is", "tick": ["explained"] })).unwrap();
    assert_eq!(
        named(desk.next(3)),
        ["what-it-brings-and-costs", "get-a-copy", "the-ai-act-is-another-matter"]
    );
    desk.set(json!({ "step": "get-a-copy", "due": "2026-10-15" })).unwrap();
    desk.set(json!({ "step": "the-ai-act-is-another-matter", "due": "2026-10-01" })).unwrap();
    let next = desk.next(3);
    assert_eq!(next[0].now, WhyNow::Late { days: 11 });
    assert_eq!(next[1].now, WhyNow::Due { days: 3 });
    assert!(matches!(next[2].now, WhyNow::Opens { steps: 1 }), "{:?}", next[2].now);
    assert_eq!(named(next), ["the-ai-act-is-another-matter", "get-a-copy", "what-it-brings-and-costs"]);
}

#[test]
fn within_a_theme_what_matters_most_to_the_roles_comes_first() {
    let next_of = |role: &str| {
        let desk = Desk::new();
        desk.set_organisation(json!({ "roles": [role] }));
        desk.set(json!({ "step": "what-the-standard-is", "tick": ["explained"] })).unwrap();
        desk.next(1).remove(0).step.id.to_string()
    };
    let firsts = ["provider", "producer", "user"].map(next_of);
    assert_eq!(
        firsts,
        ["the-ai-act-is-another-matter", "the-ai-act-is-another-matter", "what-it-brings-and-costs"]
    );
}

/// There is always something next until all is over, whatever is done first.
#[test]
fn the_road_never_comes_to_a_stop() {
    let mut over: std::collections::BTreeSet<StepId> = std::collections::BTreeSet::new();
    let steps: Vec<_> = super::super::content::Content::english().steps().collect();
    while over.len() < steps.len() {
        let last = steps
            .iter()
            .rev()
            .find(|step| !over.contains(&step.id) && step.after.iter().all(|id| over.contains(id)));
        over.insert(last.expect("something is next").id.clone());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_plan_lies_between_today_and_the_target_in_the_order_of_the_road(
        days in 1..700_i32,
        roles in prop::sample::subsequence(vec!["provider", "producer", "user"], 0..=3),
        ticked in prop::collection::vec(0..8_usize, 0..3),
        parts in 0..3_usize,
    ) {
        let desk = Desk::new();
        desk.set_organisation(json!({ "roles": roles }));
        let steps = desk.steps();
        for at in ticked {
            let step = &steps[at];
            let hand: Vec<String> = desk.step(step.id.as_str()).done.into_iter()
                .filter(|entry| entry.by == By::Hand).map(|entry| entry.id.to_string()).collect();
            desk.set(json!({ "step": step.id, "tick": hand })).unwrap();
        }
        if parts > 0 {
            let parts: Vec<Value> = (0..parts).map(|part| json!({ "title": format!("Part {part}") })).collect();
            desk.split(json!({ "step": "judge-the-effects", "parts": parts })).unwrap();
        }
        let before = desk.road();
        let target = today().days_later(days);
        let plan = desk.plan(json!({ "target": target })).unwrap();
        let dues = dues(&plan);
        prop_assert!(dues.iter().all(|due| *due >= today() && *due <= target));
        prop_assert!(dues.is_sorted());
        let order: Vec<StepId> = plan.steps.iter().map(|step| step.id.clone()).collect();
        let road: Vec<StepId> = desk.steps().into_iter()
            .flat_map(|step| step.parts.iter().map(|part| part.id.clone()).chain([step.id.clone()]).collect::<Vec<_>>())
            .filter(|id| order.contains(id)).collect();
        prop_assert_eq!(order, road);
        desk.workspace.undo(&desk.bench.stamp).unwrap();
        prop_assert_eq!(desk.road(), before);
    }
}
