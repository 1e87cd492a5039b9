use std::collections::BTreeSet;

use crate::catalogue::{Agreement, Catalogue, Framework, FrameworkPlace, Related};

/// Returns the numbers of the clauses and controls that a row relates to a place, with the row.
fn related(place: &FrameworkPlace) -> Vec<(&'static str, &'static Related)> {
    let catalogue = Catalogue::english();
    let clauses = catalogue
        .clauses
        .iter()
        .filter_map(|clause| Some((clause.id.as_str(), place.row_of_clause(clause)?)));
    let controls = catalogue
        .controls
        .iter()
        .filter_map(|control| Some((control.id.as_str(), place.row_of_control(control)?)));
    clauses.chain(controls).collect()
}

#[test]
fn every_place_is_named_by_a_row_and_stands_once() {
    let catalogue = Catalogue::english();
    let references: BTreeSet<_> = catalogue.places.iter().map(|place| &place.reference).collect();
    assert_eq!(references.len(), catalogue.places.len());
    let count = |framework| catalogue.places.iter().filter(|place| place.framework == framework).count();
    assert_eq!(Framework::ALL.map(count), [28, 47, 62]);
    for place in &catalogue.places {
        assert!(!related(place).is_empty(), "{}", place.reference);
    }
}

#[test]
fn every_row_leads_to_a_place() {
    let catalogue = Catalogue::english();
    let crosswalks = catalogue.clauses.iter().map(|clause| &clause.crosswalk);
    let crosswalks = crosswalks.chain(catalogue.controls.iter().map(|control| &control.crosswalk));
    for (crosswalk, framework) in
        crosswalks.flat_map(|crosswalk| Framework::ALL.map(|framework| (crosswalk, framework)))
    {
        for row in crosswalk.rows(framework) {
            let place = catalogue.place(&row.reference).unwrap();
            assert_eq!((place.framework, &place.title), (framework, &row.title));
        }
    }
}

#[test]
fn what_answers_most_of_an_article_is_related_to_it() {
    for place in &Catalogue::english().places {
        let related: BTreeSet<&str> = related(place).into_iter().map(|(id, _)| id).collect();
        let clauses = place.main_clauses.iter().map(|id| id.as_str());
        for id in clauses.chain(place.main_controls.iter().map(|id| id.as_str())) {
            assert!(related.contains(id), "{} to {id}", place.reference);
        }
        assert!(place.main_clauses.is_sorted_by(|a, b| a < b), "{}", place.reference);
        assert!(place.main_controls.is_sorted_by(|a, b| a < b), "{}", place.reference);
    }
}

#[test]
fn what_stays_open_of_an_article_has_its_sources() {
    let catalogue = Catalogue::english();
    for place in &catalogue.places {
        assert_eq!(place.leaves_open.is_some(), !place.sources.is_empty(), "{}", place.reference);
        assert!(place.leaves_open.is_none() || place.framework == Framework::EuAiAct, "{}", place.reference);
        assert!(place.sources.iter().all(|key| catalogue.sources.contains_key(key)), "{}", place.reference);
    }
    let open = catalogue.places.iter().filter(|place| place.leaves_open.is_some()).count();
    assert_eq!(open, 21);
}

#[test]
fn a_place_is_found_however_it_is_written() {
    let catalogue = Catalogue::english();
    let found = |text: &str| catalogue.place(text).map(|place| place.reference.as_str());
    for text in ["Art. 9", "art 9", "Article 9", "ART.9", " article  9 "] {
        assert_eq!(found(text), Some("Art. 9"), "{text}");
    }
    assert_eq!(found("annex iv"), Some("Annex IV"));
    assert_eq!(found("govern 1.1"), Some("GOVERN 1.1"));
    assert_eq!((found("a.5.1"), found("9.2.1")), (Some("A.5.1"), Some("9.2.1")));
    for text in ["", "Art", "Art. 999", "govern", "A.2.2", "9"] {
        assert_eq!(found(text), None, "{text}");
    }
}

#[test]
fn the_structure_alone_relates_clauses_to_those_of_the_sister_standard() {
    for place in &Catalogue::english().places {
        for (id, row) in related(place) {
            if row.agreement == Agreement::Structural {
                assert_eq!((place.framework, id), (Framework::Iso27001, place.reference.as_str()));
            }
        }
    }
}
