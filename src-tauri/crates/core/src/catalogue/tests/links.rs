use std::collections::BTreeSet;

use crate::catalogue::{Agreement, Catalogue, Crosswalk, Language, Related, files, load};

fn crosswalks() -> impl Iterator<Item = (&'static str, &'static Crosswalk)> {
    let catalogue = Catalogue::english();
    let clauses = catalogue.clauses.iter().map(|clause| (clause.id.as_str(), &clause.crosswalk));
    clauses.chain(catalogue.controls.iter().map(|control| (control.id.as_str(), &control.crosswalk)))
}

fn rows() -> impl Iterator<Item = (&'static str, &'static Related)> {
    crosswalks().flat_map(|(id, crosswalk)| {
        [&crosswalk.eu_ai_act, &crosswalk.nist_ai_rmf, &crosswalk.iso_27001]
            .into_iter()
            .flatten()
            .map(move |row| (id, row))
    })
}

#[test]
fn every_parent_is_there() {
    let catalogue = Catalogue::english();
    for clause in &catalogue.clauses {
        assert!(
            clause.parent.as_ref().is_none_or(|parent| catalogue.clause(parent).is_some()),
            "{}",
            clause.id
        );
    }
    for group in &catalogue.groups {
        assert!(group.parent.as_ref().is_none_or(|parent| catalogue.group(parent).is_some()), "{}", group.id);
    }
}

#[test]
fn a_control_stands_in_its_group_and_under_its_heading() {
    let catalogue = Catalogue::english();
    for control in &catalogue.controls {
        assert!(catalogue.group_of(control).unwrap().controls.contains(&control.id), "{}", control.id);
        assert!(catalogue.top_level_group_of(control).unwrap().parent.is_none(), "{}", control.id);
    }
    let control = catalogue.control("A.6.2.4").unwrap();
    assert_eq!(catalogue.top_level_group_of(control).unwrap().id.as_str(), "A.6");
}

#[test]
fn a_control_leads_to_clauses_that_can_be_assessed() {
    let catalogue = Catalogue::english();
    for control in &catalogue.controls {
        assert!(!control.clauses.is_empty(), "{}", control.id);
        assert!(control.clauses.is_sorted_by(|a, b| a < b), "{}", control.id);
        for clause in &control.clauses {
            assert!(
                catalogue.clause(clause).is_some_and(|clause| clause.assessable),
                "{} to {clause}",
                control.id
            );
        }
    }
}

#[test]
fn a_clause_leads_to_controls_that_lead_back() {
    let catalogue = Catalogue::english();
    for clause in &catalogue.clauses {
        assert!(clause.controls.is_sorted_by(|a, b| a < b), "{}", clause.id);
        let serving: Vec<_> = catalogue.controls_of_clause(&clause.id).map(|control| &control.id).collect();
        for control in &clause.controls {
            assert!(serving.contains(&control), "{} to {control}", clause.id);
        }
    }
}

#[test]
fn a_control_leads_to_annex_c_and_all_of_annex_c_is_led_to() {
    let catalogue = Catalogue::english();
    let mut reached = BTreeSet::new();
    for control in &catalogue.controls {
        assert!(!control.objectives.is_empty() && !control.risk_sources.is_empty(), "{}", control.id);
        assert!(control.objectives.is_sorted_by(|a, b| a < b), "{}", control.id);
        assert!(control.risk_sources.is_sorted_by(|a, b| a < b), "{}", control.id);
        for id in &control.objectives {
            assert!(catalogue.objective(id).is_some(), "{} to {id}", control.id);
        }
        for id in &control.risk_sources {
            assert!(catalogue.risk_source(id).is_some(), "{} to {id}", control.id);
        }
        reached.extend(control.objectives.iter().chain(&control.risk_sources));
    }
    let all = catalogue.objectives.iter().chain(&catalogue.risk_sources).map(|entry| &entry.id).collect();
    assert_eq!(reached, all);
}

#[test]
fn every_control_has_a_row_and_no_framework_twice_the_same() {
    for (id, crosswalk) in crosswalks() {
        for rows in [&crosswalk.eu_ai_act, &crosswalk.nist_ai_rmf, &crosswalk.iso_27001] {
            let references: BTreeSet<_> = rows.iter().map(|row| &row.reference).collect();
            assert_eq!(references.len(), rows.len(), "{id}");
        }
    }
    for control in &Catalogue::english().controls {
        assert!(
            !control.crosswalk.eu_ai_act.is_empty() && !control.crosswalk.nist_ai_rmf.is_empty(),
            "{}",
            control.id
        );
    }
    assert_eq!(rows().count(), 132 + 159 + 80);
}

#[test]
fn an_agreement_is_as_strong_as_its_sources() {
    for (id, row) in rows() {
        let distinct: BTreeSet<_> = row.sources.iter().collect();
        assert_eq!(distinct.len(), row.sources.len(), "{id} to {}", row.reference);
        let fits = match row.agreement {
            Agreement::Agreed | Agreement::AgreedWeak => row.sources.len() >= 2,
            Agreement::SingleSource => row.sources.len() == 1,
            Agreement::Structural => row.sources.is_empty() && row.reference == id,
        };
        assert!(fits, "{id} to {}", row.reference);
        assert!(
            row.agreement != Agreement::AgreedWeak || row.sources.iter().any(|key| key.as_str() == "C"),
            "{id} to {}: the coarse mapping is that of C",
            row.reference
        );
    }
}

#[test]
fn every_source_is_listed_and_used() {
    let catalogue = Catalogue::english();
    let hints = catalogue.controls.iter().flat_map(|control| &control.hints);
    let used: BTreeSet<_> =
        hints.flat_map(|hint| &hint.sources).chain(rows().flat_map(|(_, row)| &row.sources)).collect();
    assert_eq!(used, catalogue.sources.keys().collect());
}

#[test]
fn every_title_of_a_framework_is_used() {
    for language in Language::ALL {
        let file = files::words(language).frameworks;
        let table: toml::Table = file.text.parse().unwrap();
        let catalogue = load::load(language).unwrap();
        let mut clauses = catalogue.clauses.iter().map(|c| &c.crosswalk).collect::<Vec<_>>();
        clauses.extend(catalogue.controls.iter().map(|c| &c.crosswalk));
        let column = |rows: fn(&Crosswalk) -> &Vec<Related>| -> BTreeSet<String> {
            clauses.iter().flat_map(|c| rows(c)).map(|row| row.reference.clone()).collect()
        };
        for (framework, used) in [
            ("eu-ai-act", column(|c| &c.eu_ai_act)),
            ("nist-ai-rmf", column(|c| &c.nist_ai_rmf)),
            ("iso-27001", column(|c| &c.iso_27001)),
        ] {
            let titles = table[framework]["titles"].as_table().unwrap().keys().cloned().collect();
            assert_eq!(used, titles, "{framework}");
        }
    }
}
