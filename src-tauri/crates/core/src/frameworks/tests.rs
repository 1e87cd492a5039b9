//! The other way round, against real workspaces.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use serde_json::json;

use super::law::Law;
use super::*;
use crate::catalogue::{Agreement, Catalogue, Framework, Language};
use crate::evidence::{AddEvidence, By, Link, add};
use crate::organisation::{self, ActRole};
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;
use crate::{Day, Explain as _, clauses};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn today() -> Day {
    day("2026-10-12")
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

    fn applies(&self, control: &str, status: &str) {
        self.bench.decide(
            &self.workspace,
            &json!({ "controls": [control], "decision": "applicable", "reasons": ["law"], "justification": "The law asks for it." }),
        );
        self.bench.set(&self.workspace, &json!({ "controls": [control], "status": status }));
    }

    fn clause(&self, clause: &str, status: &str) {
        let set = serde_json::from_value(json!({ "clauses": [clause], "status": status })).unwrap();
        self.workspace.write(&self.bench.stamp, "clause.set", |tx| clauses::set(tx, set)).unwrap();
    }

    /// Adds a piece of evidence for something, that holds until a day.
    fn prove(&self, target: &str, expires: &str) {
        let file = self.files.path().join(format!("{target} until {expires}.txt"));
        std::fs::write(&file, format!("{target} {expires}")).unwrap();
        let arguments = json!({ "files": [file], "about": { "links": [target], "expires": expires } });
        let asked: AddEvidence = serde_json::from_value(arguments).unwrap();
        let by = By { stamp: &self.bench.stamp, today: today() };
        let added = add(&self.workspace, by, &asked, &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!(added.added.len(), 1);
    }

    fn place(&self, reference: &str) -> FrameworkView {
        place(&self.workspace, &PlaceReference { reference: reference.into() }, today()).unwrap()
    }

    fn covered(&self, reference: &str) -> [usize; 6] {
        let Covered { related, in_place, unproven, under_way, open, excluded } =
            self.place(reference).covered;
        [related, in_place, unproven, under_way, open, excluded]
    }
}

#[test]
fn of_a_fresh_workspace_nothing_is_in_place() {
    let desk = Desk::new();
    for framework in list(&desk.workspace, today()).unwrap() {
        assert!(!framework.held && !framework.places.is_empty());
        for place in framework.places {
            assert!(place.covered.related > 0, "{}", place.reference);
            assert_eq!(place.covered.open, place.covered.related, "{}", place.reference);
        }
    }
}

#[test]
fn a_requirement_is_in_place_where_it_is_done_and_evidence_that_holds_shows_it() {
    let desk = Desk::new();
    // Art. 20 relates to clause 10.2 and A.8.4.
    assert_eq!(desk.covered("Art. 20"), [2, 0, 0, 0, 2, 0]);
    desk.clause("10.2", "in-progress");
    desk.applies("A.8.4", "implemented");
    assert_eq!(desk.covered("Art. 20"), [2, 0, 1, 1, 0, 0]);
    desk.prove("A.8.4", "2026-10-11");
    assert_eq!(desk.covered("Art. 20"), [2, 0, 1, 1, 0, 0], "what has expired shows nothing");
    desk.prove("A.8.4", "2026-10-12");
    desk.prove("10.2", "2027-10-12");
    assert_eq!(desk.covered("Art. 20"), [2, 1, 0, 1, 0, 0], "evidence alone does nothing");
    desk.clause("10.2", "implemented");
    assert_eq!(desk.covered("Art. 20"), [2, 2, 0, 0, 0, 0]);
    let view = desk.place("Art. 20");
    assert_eq!(view.related.iter().map(|one| one.evidence).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn what_is_excluded_is_counted_apart_and_what_is_undecided_is_open() {
    let desk = Desk::new();
    desk.bench.set(&desk.workspace, &json!({ "controls": ["A.8.3"], "status": "implemented" }));
    assert_eq!(desk.covered("Art. 71"), [1, 0, 0, 0, 1, 0], "nobody decided that it applies");
    desk.bench.decide(
        &desk.workspace,
        &json!({ "controls": ["A.8.3"], "decision": "excluded", "ground": "activity-not-performed", "justification": "Nobody outside uses what we make." }),
    );
    assert_eq!(desk.covered("Art. 71"), [1, 0, 0, 0, 0, 1]);
}

#[test]
fn what_answers_most_of_a_place_comes_first_and_then_what_more_sources_say() {
    let view = Desk::new().place("art 9");
    let rows: Vec<_> =
        view.related.iter().map(|one| (one.requirement.to_string(), one.main, one.agreement)).collect();
    assert_eq!(view.reference, "Art. 9");
    assert!(rows.iter().take(7).all(|(_, main, _)| *main) && rows.iter().skip(7).all(|(_, main, _)| !main));
    assert!(rows[..7].is_sorted_by_key(|(_, _, agreement)| *agreement));
    assert!(rows[7..].is_sorted_by_key(|(_, _, agreement)| *agreement));
    assert_eq!((rows[0].0.as_str(), rows[0].2), ("clause 6.1.2", Agreement::Agreed));
    assert!(view.related.iter().all(|one| !one.sources.is_empty()));
    assert!(view.leaves_open.is_some() && !view.sources.is_empty());
}

#[test]
fn a_list_and_a_place_say_the_same() {
    let desk = Desk::new();
    desk.applies("A.5.2", "planned");
    for framework in list(&desk.workspace, today()).unwrap() {
        for row in framework.places {
            let view = desk.place(&row.reference);
            assert_eq!((view.framework, view.covered), (framework.framework, row.covered));
            assert_eq!((view.title, view.leaves_open.is_some()), (row.title, row.leaves_open));
        }
    }
}

#[test]
fn every_row_of_the_crosswalk_is_met_from_the_other_side() {
    let desk = Desk::new();
    let mut met = 0;
    for framework in list(&desk.workspace, today()).unwrap() {
        met += framework.places.iter().map(|place| place.covered.related).sum::<usize>();
    }
    assert_eq!(met, 132 + 159 + 80);
}

#[test]
fn a_place_that_nothing_relates_to_is_refused_with_what_was_expected() {
    let desk = Desk::new();
    let asked = PlaceReference { reference: "Art. 101".into() };
    let error = place(&desk.workspace, &asked, today()).unwrap_err();
    insta::assert_snapshot!(
        format!("{} ({}): {error}. {}", error.code(), error.field().unwrap(), error.hint().unwrap()),
        @"unknown-place (reference): There is no article, subcategory, clause or control “Art. 101” among the places that relate to ISO/IEC 42001. Expected one such as “Art. 9”, “GOVERN 1.1” or “A.5.1”; `annexe framework list` has them all. What it does not list has no counterpart that a source names."
    );
}

#[test]
fn every_fact_has_its_words() {
    for language in Language::ALL {
        let law = Law::get(language).on(today(), &[]);
        let keys: BTreeSet<_> = law.facts.iter().map(|fact| &fact.key).collect();
        assert_eq!(keys.len(), law.facts.len());
        assert_eq!(law.backings.len(), 2);
        for fact in &law.facts {
            assert!(!fact.title.is_empty() && !fact.title.ends_with('.'), "{}", fact.key);
            assert!(fact.meaning.ends_with('.'), "{}", fact.key);
            let said = format!("{} {}", fact.title, fact.meaning).to_lowercase();
            assert!(!said.contains("compliant") && !said.contains(['\'', '"']), "{}", fact.key);
        }
    }
}

#[test]
fn facts_stand_by_their_days_and_those_without_one_at_the_end() {
    let law = Law::get(Language::default()).on(today(), &[]);
    for subject in [LawSubject::Law, LawSubject::Standards] {
        let days: Vec<_> =
            law.facts.iter().filter(|fact| fact.subject == subject).map(|fact| fact.day).collect();
        assert!(days.is_sorted_by_key(|day| (day.is_none(), *day)), "{days:?}");
    }
}

#[test]
fn the_day_tells_which_dates_have_come_and_which_are_next() {
    let next = |today| {
        let law = Law::get(Language::default()).on(day(today), &[]);
        let of = |timing| {
            law.facts.iter().filter(move |fact| fact.timing == timing).map(|fact| fact.key.clone()).collect()
        };
        (of(Timing::Past), of(Timing::Next)) as (Vec<_>, Vec<_>)
    };
    let (past, first) = next("2026-10-12");
    assert!(past.contains(&"transparency".into()));
    assert_eq!(first, ["marking-of-older-systems", "new-prohibitions"], "both fall on one day");
    let (past, second) = next("2026-12-02");
    assert!(past.contains(&"new-prohibitions".into()), "a day has come on itself");
    assert_eq!(second, ["sandboxes"]);
    assert_eq!(next("2028-08-02").1, [] as [&str; 0]);
    let law = Law::get(Language::default()).on(day("2026-12-01"), &[]);
    let fact = law.facts.iter().find(|fact| fact.key == "new-prohibitions").unwrap();
    assert_eq!(fact.days, Some(1));
}

#[test]
fn what_was_checked_long_ago_should_be_checked_again() {
    let stale = |today| Law::get(Language::default()).on(day(today), &[]).stale;
    assert!(!stale("2026-10-12") && !stale("2027-04-01") && stale("2027-04-02"));
}

#[test]
fn it_is_said_plainly_what_the_standard_is_not() {
    let law = Law::get(Language::default()).on(today(), &[]);
    assert!(law.not_harmonised.contains("not a harmonised standard"));
    assert!(law.not_harmonised.contains("no presumption of conformity"));
    assert!(law.no_advice.contains("no legal advice"));
}

#[test]
fn an_article_that_a_fact_names_is_a_place() {
    let law = Law::get(Language::default()).on(today(), &[]);
    for place in law.facts.iter().flat_map(|fact| &fact.places) {
        assert_eq!(Catalogue::english().place(place).map(|found| &found.reference), Some(place));
    }
}

#[test]
fn facts_and_words_that_do_not_fit_are_refused() {
    let facts = "checked-on = \"2026-10-01\"\n[[fact]]\nkey = \"a\"\nsubject = \"law\"\nkind = \"KIND\"\nroles = []\nplaces = [PLACE]\nbacking = \"one\"";
    let words =
        "not-harmonised = \"\"\nno-advice = \"\"\nbacking = {}\n[fact.KEY]\ntitle = \"\"\nmeaning = \"\"";
    let load = |kind: &str, place: &str, key: &str| {
        Law::load(&facts.replace("KIND", kind).replace("PLACE", place), &words.replace("KEY", key))
            .map(|_| ())
    };
    assert_eq!(load("stands", "", "a"), Ok(()));
    assert_eq!(load("stands", "", "b").unwrap_err(), "a has no words");
    assert_eq!(load("applies", "", "a").unwrap_err(), "a: what stands has no day, all else has one");
    assert_eq!(load("stands", "\"Art. 999\"", "a").unwrap_err(), "Art. 999 is no place of the crosswalk");
    assert!(load("stands", "", "b\"]\n[x").is_err());
}

#[test]
fn a_requirement_is_named_as_evidence_is_linked() {
    let view = serde_json::to_value(Desk::new().place("Art. 20")).unwrap();
    let named: Vec<Link> = view["related"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| serde_json::from_value(one["requirement"].clone()).unwrap())
        .collect();
    assert_eq!(named.len(), 2);
}

#[test]
fn the_organisation_says_which_standard_it_runs_and_what_of_the_law_concerns_it() {
    let desk = Desk::new();
    assert!(law(&desk.workspace, today()).unwrap().facts.iter().all(|fact| !fact.concerns_us));
    let set = json!({ "act_roles": ["deployer"], "standards": [{ "reference": "ISO/IEC 27001:2022" }] });
    desk.workspace
        .write(&desk.bench.stamp, "organisation.set", |tx| {
            organisation::set(tx, serde_json::from_value(set).unwrap())
        })
        .unwrap();
    let held: Vec<Framework> = list(&desk.workspace, today())
        .unwrap()
        .into_iter()
        .filter(|framework| framework.held)
        .map(|framework| framework.framework)
        .collect();
    assert_eq!(held, [Framework::Iso27001]);
    assert!(desk.place("A.5.1").held && !desk.place("Art. 9").held);
    for fact in law(&desk.workspace, today()).unwrap().facts {
        assert_eq!(fact.concerns_us, fact.roles.contains(&ActRole::Deployer), "{}", fact.key);
    }
}
