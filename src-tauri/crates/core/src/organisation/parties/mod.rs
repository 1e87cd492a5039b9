//! Who has a stake in the organisation's AI, and what they need (clause 4.2).

mod operations;
mod store;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use operations::{
    AddInterestedParty, InterestedPartyReference, SetInterestedParty, add, list, remove, set,
};
pub(crate) use store::{TABLES, all};

use crate::Line;
use crate::choice::choice;
use crate::numbered::numbered;

numbered!(
    /// The number of an interested party, written `IP-3`.
    InterestedPartyId, InterestedPartyIdError: "IP-", "an interested party"
);

choice!(
    /// What an interested party is to the organisation.
    #[derive(Default)]
    pub enum PartyKind {
        /// Those who buy from it.
        Customer = "customer",
        /// Those about whom its AI says something, or on whom it has an effect.
        Affected = "affected",
        /// Those who work there.
        Staff = "staff",
        /// Those from whom it buys, AI above all.
        Supplier = "supplier",
        /// Those who make rules and watch over them.
        Authority = "authority",
        /// Those who own it or lend to it.
        Owner = "owner",
        /// Those with whom it works together.
        Partner = "partner",
        /// Everybody else whom its AI may touch.
        Public = "public",
        /// Anybody else.
        #[default]
        Other = "other",
    }
);

choice!(
    /// Why somebody may ask for something.
    #[derive(Default)]
    pub enum NeedSource {
        /// A law or a regulation says so.
        Law = "law",
        /// A contract says so.
        Contract = "contract",
        /// The organisation has promised it.
        Promise = "promise",
        /// They expect it.
        #[default]
        Expectation = "expectation",
    }
);

/// Something that an interested party needs or expects.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// What they need.
    pub need: Line,
    /// Why they may ask for it.
    #[serde(default)]
    pub source: NeedSource,
    /// Whether the AI management system takes it on as a requirement.
    #[serde(default)]
    pub requirement: bool,
    /// Where it is met: a control, a clause, a document.
    #[serde(default)]
    pub met_by: Line,
}

/// Somebody with a stake in the organisation's AI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InterestedParty {
    /// Its number.
    pub id: InterestedPartyId,
    /// Who they are.
    pub name: Line,
    /// What they are to the organisation.
    pub kind: PartyKind,
    /// What they need, in the order in which it was written.
    pub needs: Vec<Need>,
}
