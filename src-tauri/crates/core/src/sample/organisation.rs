//! The sample company's organisation and AI systems, as `organisation.en-GB.toml` tells them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::SampleError;
use crate::evidence::{self, EvidenceId, LinkEvidence, Target};
use crate::organisation::context::{self, AddContextIssue, Side};
use crate::organisation::parties::{self, AddInterestedParty, Need, PartyKind};
use crate::organisation::people::{self, AddPerson, AimsRole, Competence, Held};
use crate::organisation::scope::{self, AdoptScope, Outside, SetScopeParts};
use crate::organisation::{self, ActRole, Climate, HeldStandard, Role, Sector, SetOrganisation};
use crate::systems::{self, AddSystem, Answer, LegalClass, Question, SetSystem, SystemId};
use crate::workspace::{Stamp, Workspace};
use crate::{Day, Line, Prose};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    profile: Profile,
    issue: Vec<Issue>,
    party: Vec<Party>,
    person: Vec<Person>,
    system: Vec<System>,
    scope: Scope,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Profile {
    act_roles: Vec<ActRole>,
    headcount: u32,
    places: Line,
    activity: Prose,
    in_charge: Line,
    top_management: Line,
    target_weeks: i32,
    sectors: Vec<Sector>,
    standards: Vec<HeldStandard>,
    climate: Climate,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Issue {
    side: Side,
    topic: Line,
    meaning: Prose,
    response: Prose,
    weeks: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Party {
    name: Line,
    kind: PartyKind,
    needs: Vec<Need>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    name: Line,
    roles: Vec<AimsRole>,
    authority: Prose,
    deputy: Line,
    competences: Vec<Skill>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Skill {
    needed: Line,
    held: Held,
    action: Line,
    /// The title of the evidence.
    proof: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct System {
    name: Line,
    purpose: Prose,
    roles: Vec<Role>,
    act_roles: Vec<ActRole>,
    owner: Line,
    supplier: Line,
    affected: Prose,
    legal: LegalClass,
    personal_data: Answer,
    screening: BTreeMap<Question, Answer>,
    /// The evidence by its titles.
    evidence: Vec<String>,
    notes: Option<Prose>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Scope {
    parts: Parts,
    version: Vec<Version>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    activities: Vec<Line>,
    units: Vec<Line>,
    places: Vec<Line>,
    interfaces: Vec<Line>,
    outside: Vec<Outside>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Version {
    /// The text; without one, the scope as it stands.
    text: Option<Prose>,
    approved_by: Line,
    change: Line,
    weeks: i32,
}

static ENGLISH: LazyLock<Told> = LazyLock::new(|| {
    let told = toml::from_str(include_str!("organisation.en-GB.toml"));
    #[expect(
        clippy::expect_used,
        reason = "the file is part of the program, and a test makes the sample of it"
    )]
    told.expect("the file of the organisation has the shape of Told")
});

/// Fills in the organisation and the inventory. The evidence must be there: competences and AI systems rest on it.
pub(super) fn fill(workspace: &Workspace, stamp: &Stamp, today: Day) -> Result<(), SampleError> {
    let told = &*ENGLISH;
    let proofs: BTreeMap<String, EvidenceId> = workspace.read(|conn| {
        let titles = evidence::all(conn)?.into_iter().map(|piece| (piece.title.to_string(), piece.id));
        Ok::<_, SampleError>(titles.collect())
    })?;
    adopt_scopes(workspace, stamp, today)?;
    profile(workspace, stamp, today)?;
    for issue in &told.issue {
        let Issue { side, topic, meaning, response, weeks } = issue;
        let add = AddContextIssue {
            side: *side,
            topic: topic.clone(),
            meaning: Some(meaning.clone()),
            response: Some(response.clone()),
            reviewed: Some(today.weeks_later(*weeks)),
        };
        workspace.write(stamp, "context.add", |tx| context::add(tx, add))?;
    }
    for party in &told.party {
        let Party { name, kind, needs } = party;
        let add = AddInterestedParty { name: name.clone(), kind: Some(*kind), needs: Some(needs.clone()) };
        workspace.write(stamp, "party.add", |tx| parties::add(tx, add))?;
    }
    for person in &told.person {
        let Person { name, roles, authority, deputy, competences } = person;
        let competence = |skill: &Skill| Competence {
            needed: skill.needed.clone(),
            held: skill.held,
            action: skill.action.clone(),
            proof: skill.proof.as_ref().and_then(|title| proofs.get(title)).copied(),
        };
        let add = AddPerson {
            name: name.clone(),
            roles: Some(roles.clone()),
            authority: Some(authority.clone()),
            deputy: Some(deputy.clone()),
            competences: Some(competences.iter().map(competence).collect()),
        };
        workspace.write(stamp, "person.add", |tx| people::add(tx, add))?;
    }
    for one in &told.system {
        let id = system(workspace, stamp, one)?;
        let ids: Vec<EvidenceId> =
            one.evidence.iter().filter_map(|title| proofs.get(title)).copied().collect();
        if !ids.is_empty() {
            let link = LinkEvidence { ids, targets: vec![Target(format!("system:{id}"))] };
            workspace.write(stamp, "evidence.link", |tx| evidence::link(tx, &link))?;
        }
    }
    Ok(())
}

fn profile(workspace: &Workspace, stamp: &Stamp, today: Day) -> Result<(), SampleError> {
    let profile = &ENGLISH.profile;
    let set = SetOrganisation {
        act_roles: Some(profile.act_roles.clone()),
        headcount: Some(Some(profile.headcount)),
        places: Some(profile.places.clone()),
        activity: Some(profile.activity.clone()),
        sectors: Some(profile.sectors.clone()),
        standards: Some(profile.standards.clone()),
        climate: Some(profile.climate.clone()),
        in_charge: Some(profile.in_charge.clone()),
        top_management: Some(profile.top_management.clone()),
        target: Some(Some(today.weeks_later(profile.target_weeks))),
        ..SetOrganisation::default()
    };
    workspace.write(stamp, "organisation.set", |tx| organisation::set(tx, set))?;
    Ok(())
}

fn adopt_scopes(workspace: &Workspace, stamp: &Stamp, today: Day) -> Result<(), SampleError> {
    let Scope { parts, version } = &ENGLISH.scope;
    let set = SetScopeParts {
        activities: Some(parts.activities.clone()),
        units: Some(parts.units.clone()),
        places: Some(parts.places.clone()),
        outside: Some(parts.outside.clone()),
        interfaces: Some(parts.interfaces.clone()),
    };
    workspace.write(stamp, "scope.set", |tx| scope::set_parts(tx, set))?;
    let now = organisation::show(workspace)?.scope;
    for one in version {
        let text = one.text.clone().unwrap_or_else(|| now.clone());
        let set = SetOrganisation { scope: Some(text), ..SetOrganisation::default() };
        workspace.write(stamp, "organisation.set", |tx| organisation::set(tx, set))?;
        let day = Some(today.weeks_later(one.weeks));
        let adopt =
            AdoptScope { approved_by: one.approved_by.clone(), change: Some(one.change.clone()), day };
        workspace.write(stamp, "scope.adopt", |tx| scope::adopt(tx, adopt, today))?;
    }
    Ok(())
}

fn system(workspace: &Workspace, stamp: &Stamp, one: &System) -> Result<SystemId, SampleError> {
    let add = AddSystem {
        name: one.name.clone(),
        purpose: Some(one.purpose.clone()),
        roles: Some(one.roles.clone()),
        act_roles: Some(one.act_roles.clone()),
        owner: Some(one.owner.clone()),
        supplier: Some(one.supplier.clone()),
        stage: None,
        in_scope: None,
    };
    let id = workspace.write(stamp, "system.add", |tx| systems::add(tx, add))?.id;
    let set = SetSystem {
        id,
        name: None,
        purpose: None,
        roles: None,
        act_roles: None,
        owner: None,
        supplier: None,
        stage: None,
        in_scope: None,
        screening: Some(one.screening.clone()),
        legal: Some(one.legal),
        judgement: None,
        personal_data: Some(one.personal_data),
        affected: Some(one.affected.clone()),
        notes: one.notes.clone(),
    };
    workspace.write(stamp, "system.set", |tx| systems::set(tx, set))?;
    Ok(id)
}
