use crate::catalogue::{Catalogue, Language, Theme, load};
use crate::organisation::Role;

#[test]
fn every_language_loads() {
    for language in Language::ALL {
        let loaded = load::load(language).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(&loaded, Catalogue::get(language));
    }
}

#[test]
fn the_whole_standard_is_there() {
    for language in Language::ALL {
        let catalogue = Catalogue::get(language);
        let assessable = catalogue.clauses.iter().filter(|clause| clause.assessable).count();
        assert_eq!((catalogue.clauses.len(), assessable), (43, 32));
        assert_eq!((catalogue.groups.len(), catalogue.top_level_groups().count()), (11, 9));
        assert_eq!(catalogue.groups.iter().filter(|group| group.has_objective).count(), 10);
        assert_eq!(catalogue.controls.len(), 38);
        assert_eq!((catalogue.objectives.len(), catalogue.risk_sources.len()), (11, 7));
        assert_eq!(catalogue.annex_d.standards.len(), 3);
    }
}

#[test]
fn each_group_has_its_controls() {
    let catalogue = Catalogue::english();
    let counts: Vec<_> = catalogue
        .groups
        .iter()
        .map(|group| (group.id.as_str(), group.controls.len(), catalogue.controls_under(group).count()))
        .collect();
    assert_eq!(
        counts,
        [
            ("A.2", 3, 3),
            ("A.3", 2, 2),
            ("A.4", 5, 5),
            ("A.5", 4, 4),
            ("A.6", 0, 9),
            ("A.6.1", 2, 2),
            ("A.6.2", 7, 7),
            ("A.7", 5, 5),
            ("A.8", 4, 4),
            ("A.9", 3, 3),
            ("A.10", 3, 3),
        ]
    );
}

#[test]
fn numbers_are_in_order_and_without_gaps() {
    let catalogue = Catalogue::english();
    assert!(catalogue.clauses.is_sorted_by(|a, b| a.id < b.id));
    assert!(catalogue.groups.is_sorted_by(|a, b| a.id < b.id));
    assert!(catalogue.controls.is_sorted_by(|a, b| a.id < b.id));
    // A group's first number belongs to its objective, so that controls count from 2.
    for group in &catalogue.groups {
        let expected = (2..).map(|n| format!("{}.{n}", group.id));
        assert!(group.controls.iter().map(|c| c.as_str().to_owned()).eq(expected.take(group.controls.len())));
    }
    let numbers = |prefix: &str, last: usize| (1..=last).map(|n| format!("{prefix}.{n}")).collect::<Vec<_>>();
    let objectives: Vec<_> = catalogue.objectives.iter().map(|objective| objective.id.to_string()).collect();
    let risk_sources: Vec<_> = catalogue.risk_sources.iter().map(|source| source.id.to_string()).collect();
    assert_eq!((objectives, risk_sources), (numbers("C.2", 11), numbers("C.3", 7)));
}

#[test]
fn a_clause_can_be_assessed_where_no_other_stands_under_it() {
    let catalogue = Catalogue::english();
    for clause in &catalogue.clauses {
        let heading = catalogue.clauses.iter().any(|other| other.parent.as_ref() == Some(&clause.id));
        assert_eq!(clause.assessable, !heading, "{}", clause.id);
        assert_eq!(clause.documented_information_status.is_some(), clause.assessable, "{}", clause.id);
    }
}

#[test]
fn every_control_has_a_hint_for_each_role_in_order() {
    for control in &Catalogue::english().controls {
        assert!(control.hints.iter().map(|hint| hint.role).eq(Role::HINTED), "{}", control.id);
    }
}

#[test]
fn the_json_has_the_fields_that_the_command_line_promises() {
    let json = serde_json::to_value(Catalogue::english()).unwrap();
    let clause = &json["clauses"][1];
    assert_eq!((&clause["id"], &clause["assessable"]), (&"4.1".into(), &true.into()));
    assert_eq!(clause["title"], "Understanding the organization and its context");
    let control =
        json["controls"].as_array().unwrap().iter().find(|control| control["id"] == "A.6.2.4").unwrap();
    assert_eq!(
        (&control["title"], &control["group"]),
        (&"AI system verification and validation".into(), &"A.6.2".into())
    );
    assert_eq!(control["hints"][2]["level"], "partial");
    assert_eq!(control["crosswalk"]["eu_ai_act"][0]["agreement"], "agreed");
    assert_eq!(json["language"], "en-GB");
    assert_eq!(json["levels"]["often-excluded"], "Often excluded with a specific justification");
}

#[test]
fn every_requirement_has_a_theme_and_every_theme_a_requirement() {
    let catalogue = Catalogue::english();
    let themes = Theme::ALL.map(|theme| {
        let clauses =
            catalogue.clauses.iter().filter(|clause| clause.assessable && clause.theme == theme).count();
        let controls = catalogue.controls.iter().filter(|control| control.theme == theme).count();
        (theme.name(), clauses, controls)
    });
    assert_eq!(
        themes,
        [
            ("leadership", 7, 5),
            ("planning", 6, 4),
            ("support", 7, 5),
            ("operation", 4, 24),
            ("performance-evaluation", 6, 0),
            ("continual-improvement", 2, 0),
        ]
    );
}
