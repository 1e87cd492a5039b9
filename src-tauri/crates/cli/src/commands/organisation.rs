//! The organisation: showing and changing it.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::workspace::given;
use super::{Caller, text};
use crate::arguments::{OrganisationCommand, SetOrganisation};

pub(super) fn run(caller: &Caller<'_>, command: OrganisationCommand) -> Result<ExitCode, Failure> {
    match command {
        OrganisationCommand::Show => caller.show("organisation.show", json!({}), said),
        OrganisationCommand::Set(set) => {
            let SetOrganisation { name, roles, act_roles, headcount, places, .. } = *set;
            let mut change = given([
                ("name", name.into()),
                ("roles", listed(roles.iter().map(|role| role.name()))),
                ("act_roles", listed(act_roles.iter().map(|role| role.name()))),
                ("headcount", headcount.into()),
                ("places", places.into()),
                ("activity", set.activity.into()),
                ("in_charge", set.in_charge.into()),
                ("top_management", set.top_management.into()),
                ("target", set.target.clone().into()),
                ("scope", set.scope.into()),
            ]);
            if set.target.is_some_and(|target| target.is_empty()) {
                change["target"] = Value::Null;
            }
            caller.show("organisation.set", change, said)
        }
    }
}

/// Returns names as a list; nothing where there are none, which means that they stay.
pub(super) fn listed<'a>(names: impl Iterator<Item = &'a str>) -> Value {
    let names: Vec<&str> = names.collect();
    if names.is_empty() { Value::Null } else { names.into() }
}

fn said(organisation: &Value) -> String {
    let named = |list: &str, name: &str| {
        text::list(organisation, list).map(|one| text::of(one, name)).collect::<Vec<_>>().join(", ")
    };
    let climate = &organisation["climate"];
    let climate = [text::of(climate, "answer"), text::of(climate, "reason")];
    text::facts(&[
        ("Organisation", text::of(organisation, "name")),
        ("Roles", &text::joined(text::list(organisation, "roles"))),
        ("EU AI Act", &text::joined(text::list(organisation, "act_roles"))),
        ("People", &organisation["headcount"].as_u64().map(|count| count.to_string()).unwrap_or_default()),
        ("Places", text::of(organisation, "places")),
        ("Does", text::of(organisation, "activity")),
        ("Sectors", &named("sectors", "name")),
        ("Standards", &named("standards", "reference")),
        ("Climate", climate.map(str::trim).join("\n").trim_end()),
        ("In charge", text::of(organisation, "in_charge")),
        ("Top management", text::of(organisation, "top_management")),
        ("Ready by", text::of(organisation, "target")),
        ("Scope", text::of(organisation, "scope")),
    ])
}
