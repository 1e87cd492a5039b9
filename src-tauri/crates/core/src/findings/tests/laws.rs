//! Whatever is done in whatever order: nothing is closed without cause, proof and a check by somebody else.

use proptest::prelude::*;

use super::*;
use crate::evidence::Evidence;
use crate::record::Record as _;

const PEOPLE: [&str; 3] = ["Claims lead", "IT lead", "Quality manager"];

/// Something that somebody tries; most of it is refused most of the time.
#[derive(Debug, Clone)]
enum Try {
    Contain,
    Similar,
    Cause,
    Add(usize),
    Own(u32, usize),
    Move(u32),
    Finish(u32),
    OpenAgain(u32),
    Remove(u32),
    Criterion,
    Check(usize, &'static str),
    Close(usize),
    Refuse,
    Reopen,
    Grade(&'static str),
    Undo,
    Redo,
}

/// What leads to the closing, in order: a part of it comes first, so that much of what is tried is near the end.
fn road() -> Vec<Try> {
    vec![
        Try::Contain,
        Try::Similar,
        Try::Cause,
        Try::Add(0),
        Try::Criterion,
        Try::Finish(1),
        Try::Check(2, "effective"),
        Try::Close(2),
    ]
}

fn tries() -> impl Strategy<Value = Try> {
    let who = 0..PEOPLE.len();
    prop_oneof![
        1 => Just(Try::Contain),
        1 => Just(Try::Similar),
        1 => Just(Try::Cause),
        3 => who.clone().prop_map(Try::Add),
        1 => (1..5u32, who.clone()).prop_map(|(action, who)| Try::Own(action, who)),
        1 => (1..5u32).prop_map(Try::Move),
        4 => (1..5u32).prop_map(Try::Finish),
        1 => (1..5u32).prop_map(Try::OpenAgain),
        1 => (1..5u32).prop_map(Try::Remove),
        2 => Just(Try::Criterion),
        4 => (who.clone(), prop_oneof![3 => Just("effective"), 1 => Just("partly"), 1 => Just("not")])
            .prop_map(|(who, result)| Try::Check(who, result)),
        4 => who.prop_map(Try::Close),
        1 => Just(Try::Refuse),
        2 => Just(Try::Reopen),
        1 => prop_oneof![Just("major"), Just("minor")].prop_map(Try::Grade),
        1 => Just(Try::Undo),
        1 => Just(Try::Redo),
    ]
}

impl Desk {
    fn tries(&self, what: &Try, proof: EvidenceId) {
        let action = |number: &u32| format!("A-{number}");
        let (operation, arguments) = match what {
            Try::Contain => ("finding.contain", json!({ "id": "F-1", "text": "Stopped it." })),
            Try::Similar => ("finding.similar", json!({ "id": "F-1", "text": "None." })),
            Try::Cause => ("finding.cause", json!({ "id": "F-1", "text": "No rule." })),
            Try::Add(who) => (
                "action.add",
                json!({ "finding": "F-1", "text": "Write it.", "owner": PEOPLE[*who], "due": "2026-11-01" }),
            ),
            Try::Own(id, who) => ("action.set", json!({ "ids": [action(id)], "owner": PEOPLE[*who] })),
            Try::Move(id) => {
                ("action.move", json!({ "ids": [action(id)], "due": "2026-12-01", "why": "Ill." }))
            }
            Try::Finish(id) => ("action.finish", json!({ "id": action(id), "proof": [proof] })),
            Try::OpenAgain(id) => ("action.reopen", json!({ "id": action(id) })),
            Try::Remove(id) => ("action.remove", json!({ "id": action(id) })),
            Try::Criterion => {
                ("finding.criterion", json!({ "id": "F-1", "text": "All seen.", "check_on": "2026-12-01" }))
            }
            Try::Check(who, result) => {
                ("finding.check", json!({ "id": "F-1", "by": PEOPLE[*who], "result": result }))
            }
            Try::Close(who) => ("finding.close", json!({ "id": "F-1", "by": PEOPLE[*who] })),
            Try::Refuse => ("finding.refuse", json!({ "id": "F-1", "why": "It was none." })),
            Try::Reopen => ("finding.reopen", json!({ "id": "F-1", "why": "Again." })),
            Try::Grade(grade) => ("finding.set", json!({ "id": "F-1", "grade": grade })),
            // What reported the finding is never taken back here.
            Try::Undo => {
                if self.seq() > self.reported {
                    let next = self.workspace.undo_state().unwrap().undo;
                    if next.is_some_and(|step| step.seq > self.reported) {
                        self.workspace.undo(&self.bench.stamp).unwrap();
                    }
                }
                return;
            }
            Try::Redo => {
                self.workspace.redo(&self.bench.stamp).unwrap();
                return;
            }
        };
        let _ = self.try_on(today(), operation, arguments);
    }

    /// Asserts what an auditor relies on, from the records alone and by other means than the stage.
    fn is_honest(&self) {
        let (finding, actions) = self
            .workspace
            .read(|conn| {
                let id: FindingId = "F-1".parse().unwrap();
                let finding = Finding::load(conn, "F-1")?.unwrap();
                Ok::<_, crate::workspace::StoreError>((finding, action_store::of_finding(conn, id)?))
            })
            .unwrap();
        if finding.closing.is_none() {
            return;
        }
        assert!(finding.containment.is_some() && !finding.similar.is_empty() && finding.cause.is_some());
        assert!(!actions.is_empty() && actions.iter().all(|action| action.done.is_some()), "{actions:?}");
        let round: Vec<&Action> =
            actions.iter().filter(|action| action.origin.round() == Some(finding.round)).collect();
        assert!(!round.is_empty(), "an action of this round");
        for action in &actions {
            for proof in &action.done.as_ref().unwrap().proof {
                let there = self.workspace.read(|conn| Evidence::load(conn, &proof.to_string())).unwrap();
                assert!(there.is_some());
            }
        }
        let check = finding.checks.last().unwrap();
        assert_eq!((check.round, check.result), (finding.round, CheckResult::Effective));
        assert!(round.iter().all(|action| action.owner != check.by), "{check:?} {round:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_closed_without_cause_proof_and_a_check_by_somebody_else(
        along in 0..=road().len(),
        tries in prop::collection::vec(tries(), 1..50),
    ) {
        let mut desk = Desk::new();
        let proof = desk.proof();
        desk.report("minor");
        desk.reported = desk.seq();
        let (mut reopened, mut checks) = (0, 0);
        let road = road();
        for one in road.iter().take(along).chain(&tries) {
            desk.tries(one, proof);
            desk.is_honest();
            let details = show(&desk.workspace, "F-1".parse().unwrap(), today()).unwrap();
            if !matches!(one, Try::Undo) {
                prop_assert!(details.finding.reopened.len() >= reopened, "reopening keeps what was before");
                prop_assert!(details.finding.checks.len() >= checks, "no check is forgotten");
            }
            (reopened, checks) = (details.finding.reopened.len(), details.finding.checks.len());
            let row = list(&desk.workspace, &ListFindings::default(), today()).unwrap().remove(0);
            prop_assert_eq!(row.stage, details.stage, "the list says what the page says");
        }
        prop_assert!(Bench::verify(&desk.workspace).ok, "the ledger replays to the same state");
    }
}
