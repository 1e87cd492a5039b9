//! The inputs of a review equal what the registers hold: they are worked out apart, from what was written into them.
//!
//! The records go in whole, as the ledger would bring them back, each on a day of its own. What is expected is counted
//! by going through them one by one, with none of the functions that gather.

use proptest::prelude::*;
use serde::de::DeserializeOwned;

use super::*;
use crate::audits::Audit;
use crate::cases::Case;
use crate::findings::{Action, Finding};
use crate::objectives::{Measure, Objective, Reading};
use crate::organisation::context::ContextIssue;
use crate::organisation::parties::InterestedParty;
use crate::workspace::{Tx, WriteError};

/// How many days ago something was.
type Ago = i32;

#[derive(Debug, Clone)]
struct Found {
    grade: usize,
    found: Ago,
    due: Ago,
    about: usize,
    /// Whether it comes from the first audit.
    audited: bool,
    closed: Option<Ago>,
    refused: Option<Ago>,
}

#[derive(Debug, Clone)]
struct Acted {
    /// Of the first finding, of a review, of this review, of nothing.
    of: usize,
    planned: Ago,
    due: Ago,
    done: Option<Ago>,
}

#[derive(Debug, Clone)]
struct Reported {
    kind: usize,
    known: Ago,
    closed: Option<Ago>,
}

#[derive(Debug, Clone)]
struct Measured {
    readings: Vec<(Ago, u32)>,
    ended: bool,
}

#[derive(Debug, Clone)]
struct Pursued {
    target: Ago,
    judged: Option<(Ago, bool)>,
}

/// A change to one of three records: on a day it says something, or is gone.
#[derive(Debug, Clone)]
struct Kept {
    which: u32,
    on: Ago,
    says: Option<u32>,
}

#[derive(Debug, Clone)]
struct Company {
    since: Option<Ago>,
    findings: Vec<Found>,
    actions: Vec<Acted>,
    cases: Vec<Reported>,
    measures: Vec<Measured>,
    /// When each audit was reported, where it was.
    audits: Vec<Option<Ago>>,
    objectives: Vec<Pursued>,
    issues: Vec<Kept>,
    parties: Vec<Kept>,
}

fn company() -> impl Strategy<Value = Company> {
    let ago = || 0..500i32;
    let ended = || proptest::option::of(0..500i32);
    let found = (0..3usize, ago(), -200..200i32, 0..3usize, any::<bool>(), ended(), ended()).prop_map(
        |(grade, found, due, about, audited, closed, refused)| {
            let refused = if closed.is_some() { None } else { refused };
            Found { grade, found, due, about, audited, closed, refused }
        },
    );
    let acted = (0..4usize, ago(), -200..200i32, ended()).prop_map(|(of, planned, due, done)| Acted {
        of,
        planned,
        due,
        done,
    });
    let reported =
        (0..3usize, ago(), ended()).prop_map(|(kind, known, closed)| Reported { kind, known, closed });
    let measured = (proptest::collection::vec((ago(), 0..100u32), 0..4), any::<bool>())
        .prop_map(|(readings, ended)| Measured { readings, ended });
    let pursued = (-200..200i32, proptest::option::of((ago(), any::<bool>())))
        .prop_map(|(target, judged)| Pursued { target, judged });
    let kept = || {
        let one = (1..4u32, ago(), proptest::option::weighted(0.7, 0..2u32));
        proptest::collection::vec(one.prop_map(|(which, on, says)| Kept { which, on, says }), 0..8)
    };
    (
        proptest::option::of(0..450i32),
        proptest::collection::vec(found, 0..7),
        proptest::collection::vec(acted, 0..7),
        proptest::collection::vec(reported, 0..5),
        proptest::collection::vec(measured, 0..4),
        proptest::collection::vec(ended(), 0..4),
        proptest::collection::vec(pursued, 0..4),
        kept(),
        kept(),
    )
        .prop_map(|(since, findings, actions, cases, measures, audits, objectives, issues, parties)| {
            Company { since, findings, actions, cases, measures, audits, objectives, issues, parties }
        })
}

fn day(ago: Ago) -> Day {
    today().days_later(-ago)
}

fn image<T: DeserializeOwned>(image: Value) -> T {
    serde_json::from_value(image).unwrap()
}

const GRADES: [&str; 3] = ["major", "minor", "ofi"];
const KINDS: [&str; 3] = ["concern", "complaint", "incident"];
const ABOUT: [&str; 3] = ["A.2.2", "A.3.2", "A.4.2"];

/// Writes on a day, as somebody would have then.
fn then(desk: &Desk, ago: Ago, write: impl FnOnce(&mut Tx<'_>) -> Result<(), WriteError>) {
    let at = format!("{}T12:00:00Z", day(ago)).parse().unwrap();
    let stamp = Stamp { at, actor: "Quality manager".into() };
    desk.workspace.write(&stamp, "told", write).unwrap();
}

impl Company {
    fn told(&self) -> Desk {
        let desk = Desk::new();
        for (number, one) in (1..).zip(&self.findings) {
            let ending =
                |ago: Option<Ago>| ago.map(|ago| json!({ "why": "So.", "by": "Lead", "on": day(ago) }));
            let finding: Finding = image(json!({
                "id": format!("F-{number}"), "title": "Found", "grade": GRADES[one.grade],
                "source": "self-assessment",
                "origin": one.audited.then(|| json!({ "from": "audit", "id": "AU-1" })), "found_on": day(one.found), "found_by": "Lead",
                "requirements": [{ "to": "control", "id": ABOUT[one.about] }], "found": "", "evidence": [],
                "effect": "", "owner": "Lead", "due": day(one.due), "due_changes": [], "containment": null,
                "similar": "", "cause": null, "plan_approval": null, "criterion": null, "round": 1, "checks": [],
                "closing": ending(one.closed), "refusal": ending(one.refused), "reopened": [], "follow_ups": [],
                "notes": ""
            }));
            then(&desk, one.found, |tx| {
                tx.put(&finding)?;
                Ok(())
            });
        }
        desk.on("review.add", json!({ "title": "Earlier", "planned_on": "2024-01-08" }));
        desk.on(
            "review.add",
            json!({ "title": "This", "planned_on": "2026-10-12",
            "since": self.since.map(day) }),
        );
        for (number, one) in (1..).zip(&self.actions) {
            let done = one.done.map(|ago| json!({ "on": day(ago), "proof": ["E-1"], "note": "" }));
            let origin = match one.of {
                0 => json!({ "from": "finding", "id": "F-1", "round": 1 }),
                1 => json!({ "from": "review", "id": "MR-1", "decision": 1 }),
                2 => json!({ "from": "review", "id": "MR-2", "decision": 1 }),
                _ => json!({ "from": "own" }),
            };
            let action: Action =
                image(json!({ "id": format!("A-{number}"), "origin": origin, "text": "Do it",
                "owner": "Lead", "due": day(one.due), "due_changes": [], "done": done }));
            then(&desk, one.planned, |tx| {
                tx.put(&action)?;
                Ok(())
            });
        }
        for (number, one) in (1..).zip(&self.cases) {
            let closing = one.closed.map(|ago| json!({ "outcome": "Done", "by": "Lead", "on": day(ago) }));
            let case: Case = image(json!({ "id": format!("C-{number}"), "kind": KINDS[one.kind],
                "title": "A secret", "what": "", "occurred_on": null, "known_since": day(one.known),
                "reported_by": "", "confidential": true, "systems": [], "harms": [], "evidence": [],
                "owner": "", "rulings": [], "told": [], "closing": closing, "reopened": [], "notes": "" }));
            then(&desk, one.known, |tx| {
                tx.put(&case)?;
                Ok(())
            });
        }
        for (number, one) in (1..).zip(&self.measures) {
            let measure: Measure = image(
                json!({ "id": format!("M-{number}"), "objective": null, "about": [],
                "what": "Letters", "unit": "%", "method": "", "by": "", "rhythm": { "every": 1, "unit": "months" },
                "goal": { "direction": "at-least", "value": "50" }, "start": null, "since": "2024-01-01",
                "ended": one.ended.then_some("2024-01-02") }),
            );
            then(&desk, 500, |tx| {
                tx.put(&measure)?;
                Ok(())
            });
            for (ago, value) in &one.readings {
                let reading: Reading = image(json!({ "measure": format!("M-{number}"), "day": day(*ago),
                    "value": value.to_string(), "note": "", "by": "", "evidence": [] }));
                then(&desk, *ago, |tx| {
                    tx.put(&reading)?;
                    Ok(())
                });
            }
        }
        for (number, reported) in (1..).zip(&self.audits) {
            let conclusion = reported.map(|ago| json!({ "text": "So.", "by": "Auditor", "on": day(ago) }));
            let audit: Audit = image(json!({ "id": format!("AU-{number}"), "title": "Audit", "scope": "",
                "auditor": "Auditor", "systems": [], "planned_for": "2024-01-08", "until": null, "methods": "",
                "checklist": [], "begun": "2024-01-08", "conclusion": conclusion, "cancelled": null, "notes": "" }));
            then(&desk, 500, |tx| {
                tx.put(&audit)?;
                Ok(())
            });
        }
        for (number, one) in (1..).zip(&self.objectives) {
            let judged = one.judged.map(
                |(ago, reached)| json!({ "reached": reached, "text": "So.", "by": "Lead", "on": day(ago) }),
            );
            let objective: Objective = image(json!({ "id": format!("O-{number}"), "title": "Reach it",
                "purpose": "", "about": [], "owner": "", "plan": "", "resources": "", "target": day(one.target),
                "judged_by": "", "evaluation": judged, "notes": "" }));
            then(&desk, 500, |tx| {
                tx.put(&objective)?;
                Ok(())
            });
        }
        for one in in_order(&self.issues) {
            then(&desk, one.on, |tx| match one.says {
                Some(says) => {
                    let issue: ContextIssue = image(
                        json!({ "id": format!("CI-{}", one.which), "side": "outside",
                        "topic": format!("Topic {says}"), "meaning": "", "response": "", "reviewed": day(one.on) }),
                    );
                    {
                        tx.put(&issue)?;
                        Ok(())
                    }
                }
                None => {
                    tx.remove::<ContextIssue>(&format!("CI-{}", one.which))?;
                    Ok(())
                }
            });
        }
        for one in in_order(&self.parties) {
            then(&desk, one.on, |tx| match one.says {
                Some(says) => {
                    let party: InterestedParty = image(json!({ "id": format!("IP-{}", one.which),
                        "name": "Customers", "kind": "customer", "needs": [{ "need": format!("Need {says}") }] }));
                    {
                        tx.put(&party)?;
                        Ok(())
                    }
                }
                None => {
                    tx.remove::<InterestedParty>(&format!("IP-{}", one.which))?;
                    Ok(())
                }
            });
        }
        desk
    }

    fn within(&self, ago: Ago) -> bool {
        self.since.is_none_or(|since| ago <= since)
    }

    fn of_grade(&self, grade: usize) -> Value {
        let all = || self.findings.iter().filter(|one| one.grade == grade);
        let open = || all().filter(|one| one.closed.is_none() && one.refused.is_none());
        json!({
            "grade": GRADES[grade],
            "found": all().filter(|one| self.within(one.found)).count(),
            "closed": all().filter(|one| one.closed.is_some_and(|ago| self.within(ago))).count(),
            "refused": all().filter(|one| one.refused.is_some_and(|ago| self.within(ago))).count(),
            "open": open().count(),
            "overdue": open().filter(|one| one.due > 0).count(),
        })
    }

    /// Returns how many nonconformities of the period repeat one of the year before.
    fn repeats(&self) -> usize {
        let repeats = |(at, one): &(usize, &Found)| {
            self.findings.iter().take(*at).any(|other| {
                let year = day(one.found).months_later(-12)..=day(one.found);
                other.grade < 2
                    && other.refused.is_none()
                    && other.about == one.about
                    && year.contains(&day(other.found))
            })
        };
        let of_period =
            self.findings.iter().enumerate().filter(|(_, one)| one.grade < 2 && self.within(one.found));
        of_period.filter(repeats).count()
    }

    /// Returns when an action ended: it was done, or what it answers is over.
    fn ended(&self, action: &Acted) -> Option<Ago> {
        let over =
            self.findings.first().filter(|_| action.of == 0).and_then(|one| one.closed.or(one.refused));
        action.done.or(over)
    }

    fn trend(&self) -> Value {
        // Something may be told after it was done.
        let planned = |one: &Acted| self.ended(one).map_or(one.planned, |ended| one.planned.max(ended));
        let count = |of: &dyn Fn(&&Acted) -> bool| self.actions.iter().filter(of).count();
        json!({
            "before": count(&|one| !self.within(planned(one)) && self.ended(one).is_none_or(|ago| self.within(ago))),
            "planned": count(&|one| self.within(planned(one))),
            "done": count(&|one| self.ended(one).is_some_and(|ago| self.within(ago))),
            "open": count(&|one| self.ended(one).is_none()),
            "overdue": count(&|one| self.ended(one).is_none() && one.due > 0),
        })
    }
}

/// Returns the changes as they came: the longest ago first.
fn in_order(all: &[Kept]) -> Vec<Kept> {
    let mut all = all.to_vec();
    all.sort_by_key(|one| std::cmp::Reverse(one.on));
    all
}

/// Returns how many records there are, and which differ from what they were before the period.
fn compared(all: &[Kept], since: Option<Ago>) -> (usize, Vec<(u32, &'static str)>) {
    let all = in_order(all);
    let (mut total, mut changes) = (0, Vec::new());
    for which in 1..4 {
        let of = || all.iter().filter(|one| one.which == which);
        let now = of().next_back().and_then(|one| one.says);
        let before = of().rfind(|one| since.is_some_and(|since| one.on > since));
        total += usize::from(now.is_some());
        match (before.and_then(|one| one.says), now) {
            (None, Some(_)) => changes.push((which, "added")),
            (Some(_), None) => changes.push((which, "removed")),
            (Some(was), Some(is)) if was != is => changes.push((which, "changed")),
            _ => {}
        }
    }
    (total, changes)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_inputs_equal_what_the_registers_hold(company in company()) {
        let desk = company.told();
        let shown = serde_json::to_value(desk.review("MR-2").inputs).unwrap();

        let others = || company.actions.iter().filter(|one| one.of == 1);
        let open = others().filter(|one| one.done.is_none()).count();
        let late = others().filter(|one| one.done.is_none() && one.due > 0).count();
        let done = others().filter(|one| one.done.is_some_and(|ago| company.within(ago))).count();
        let actions = &shown["actions"];
        prop_assert_eq!([&actions["open"], &actions["overdue"], &actions["done"]], [open, late, done]);
        prop_assert_eq!(actions["actions"].as_array().unwrap().len(), open + done);

        let (total, changes) = compared(&company.issues, company.since);
        prop_assert_eq!(&shown["issues"]["total"], total);
        let told: Vec<(String, String)> = shown["issues"]["changes"].as_array().unwrap().iter()
            .map(|one| (one["id"].as_str().unwrap().into(), one["how"].as_str().unwrap().into())).collect();
        let wanted: Vec<(String, String)> =
            changes.iter().map(|(which, how)| (format!("CI-{which}"), (*how).into())).collect();
        prop_assert_eq!(told, wanted);
        let kept = |which| in_order(&company.issues).into_iter().rfind(|one| one.which == which);
        let looked_at =
            (1..4).filter_map(kept).filter(|one| one.says.is_some() && company.within(one.on)).count();
        prop_assert_eq!(&shown["issues"]["looked_at"], looked_at);
        let (total, changes) = compared(&company.parties, company.since);
        prop_assert_eq!(&shown["parties"]["total"], total);
        prop_assert_eq!(&shown["parties"]["changed"], changes.len());

        let found = &shown["nonconformities"];
        prop_assert_eq!(&found["grades"], &json!([company.of_grade(0), company.of_grade(1)]));
        prop_assert_eq!(&found["repeats"], company.repeats());
        prop_assert_eq!(&found["actions"], &company.trend());
        prop_assert_eq!(&shown["improvements"]["figures"], &company.of_grade(2));

        let measured = &shown["measurements"];
        let lasting: Vec<&Measured> = company.measures.iter().filter(|one| !one.ended).collect();
        // Of a day that was read twice, the later word counts.
        let last = |one: &Measured| one.readings.iter().rev().min_by_key(|(ago, _)| *ago).copied();
        let off = lasting.iter().filter(|one| last(one).is_some_and(|(_, value)| value < 50)).count();
        prop_assert_eq!(&measured["off_target"], off);
        let all = ["on_target", "off_target", "reading_overdue", "no_reading"];
        let sum: u64 = all.iter().map(|name| measured[*name].as_u64().unwrap()).sum();
        prop_assert_eq!(sum, u64::try_from(lasting.len()).unwrap());
        let days = |one: &Measured| one.readings.iter().map(|(ago, _)| *ago).collect::<std::collections::BTreeSet<_>>();
        let readings: usize = company.measures.iter()
            .map(|one| days(one).into_iter().filter(|ago| company.within(*ago)).count()).sum();
        prop_assert_eq!(&measured["readings"], readings);

        let of_first = |grade: usize| {
            let first = |one: &&Found| one.audited && one.grade == grade && one.refused.is_none();
            company.findings.iter().filter(first).count()
        };
        let mut wanted: Vec<(Ago, usize)> = (0..).zip(&company.audits)
            .filter_map(|(at, reported): (usize, _)| reported.map(|ago| (ago, at)))
            .filter(|(ago, _)| company.within(*ago)).collect();
        wanted.sort_by_key(|(ago, at)| (std::cmp::Reverse(*ago), *at));
        let told: Vec<Value> = wanted.into_iter().map(|(ago, at)| json!({
            "id": format!("AU-{}", at + 1), "title": "Audit", "on": day(ago), "looked_at": 0, "not_looked_at": 0,
            "major": if at == 0 { of_first(0) } else { 0 }, "minor": if at == 0 { of_first(1) } else { 0 },
            "ofi": if at == 0 { of_first(2) } else { 0 },
        })).collect();
        prop_assert_eq!(&shown["audits"], &Value::from(told));

        let pursued = &shown["objectives"];
        let open = || company.objectives.iter().filter(|one| one.judged.is_none());
        let judged = |wanted: bool| {
            let of = |one: &&Pursued| {
                one.judged.is_some_and(|(ago, reached)| reached == wanted && company.within(ago))
            };
            company.objectives.iter().filter(of).count()
        };
        prop_assert_eq!(
            [&pursued["open"], &pursued["overdue"], &pursued["reached"], &pursued["missed"]],
            [open().count(), open().filter(|one| one.target > 0).count(), judged(true), judged(false)]
        );

        for (kind, name) in KINDS.iter().enumerate() {
            let of = || company.cases.iter().filter(|one| one.kind == kind);
            let wanted = json!({
                "kind": name,
                "reported": of().filter(|one| company.within(one.known)).count(),
                "closed": of().filter(|one| one.closed.is_some_and(|ago| company.within(ago))).count(),
                "open": of().filter(|one| one.closed.is_none()).count(),
            });
            prop_assert_eq!(&shown["feedback"]["kinds"][kind], &wanted);
        }
        prop_assert!(!shown.to_string().contains("A secret"), "a confidential case is named");

        // What was gathered is kept as it was when it is approved, and the ledger brings it back.
        let said = company.findings.len();
        prop_assert_eq!(Bench::verify(&desk.workspace).ok, true, "{} findings", said);
    }
}

#[test]
fn the_standing_is_that_of_readiness_and_of_the_statement_exported_last() {
    let desk = Desk::with_review();
    let ready = crate::readiness::show(&desk.workspace, today()).unwrap();
    let standing = desk.review("MR-1").inputs.standing;
    assert_eq!(standing.percent, ready.overall.figure.percent.floor());
    assert_eq!(usize::try_from(standing.met).unwrap(), ready.overall.figure.met);
    let open: Vec<_> = ready.gates.iter().filter(|gate| !gate.is_met()).map(|gate| gate.gate).collect();
    assert_eq!((standing.gates, standing.statement), (open, None));
}

#[test]
fn an_approved_review_opens_the_gate_of_readiness() {
    use crate::readiness::GateName;
    let shut = |desk: &Desk| {
        let ready = crate::readiness::show(&desk.workspace, today()).unwrap();
        ready.gates.iter().any(|gate| gate.gate == GateName::ManagementReview && !gate.is_met())
    };
    let desk = Desk::with_review();
    assert!(shut(&desk), "held is not enough");
    desk.on("review.approve", json!({ "id": "MR-1", "by": "Director" }));
    assert!(!shut(&desk));
}
