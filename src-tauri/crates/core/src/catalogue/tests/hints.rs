use crate::catalogue::{Catalogue, Level};
use crate::organisation::Role;

fn level(control: &str, roles: &[Role]) -> Option<Level> {
    Catalogue::english().control(control).unwrap().suggestion(roles).map(|hint| hint.level)
}

#[test]
fn the_role_that_asks_most_is_suggested() {
    assert_eq!(level("A.6.1.2", &[Role::User]), Some(Level::OftenExcluded));
    assert_eq!(level("A.6.1.2", &[Role::User, Role::Provider]), Some(Level::Usual));
    assert_eq!(level("A.6.1.2", &[Role::User, Role::Producer, Role::Provider]), Some(Level::Expected));
    assert_eq!(level("A.8.3", &[Role::Producer, Role::User]), Some(Level::Usual));
}

#[test]
fn without_a_role_nothing_is_suggested() {
    assert_eq!(level("A.6.1.2", &[]), None);
}

#[test]
fn only_the_roles_that_the_company_holds_have_a_say() {
    let control = Catalogue::english().control("A.8.3").unwrap();
    let roles: Vec<_> =
        control.hints_for(&[Role::User, Role::Provider]).iter().map(|hint| hint.role).collect();
    assert_eq!(roles, [Role::Provider, Role::User]);
}

#[test]
fn every_hint_says_who_says_so() {
    for control in &Catalogue::english().controls {
        assert!(control.hints.iter().all(|hint| !hint.sources.is_empty()), "{}", control.id);
    }
}

#[test]
fn a_customer_is_served_by_the_hints_of_a_user_and_a_partner_by_none() {
    for control in &Catalogue::english().controls {
        assert_eq!(
            control.suggestion(&[Role::Customer]),
            control.suggestion(&[Role::User]),
            "{}",
            control.id
        );
        assert_eq!(control.suggestion(&[Role::Partner]), None, "{}", control.id);
        let both = [Role::Partner, Role::Producer];
        assert_eq!(control.suggestion(&both), control.suggestion(&[Role::Producer]), "{}", control.id);
        assert_eq!(control.hints_for(&[Role::Customer, Role::User]).len(), 1, "{}", control.id);
    }
}
