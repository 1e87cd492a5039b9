//! Where other frameworks ask for something related, and who says so.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A framework of the crosswalk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Framework {
    /// The EU AI Act: its articles.
    EuAiAct,
    /// The NIST AI RMF: its subcategories.
    NistAiRmf,
    /// ISO/IEC 27001:2022: its clauses and the controls of its Annex A.
    #[serde(rename = "iso-27001")]
    Iso27001,
}

impl Framework {
    /// Every framework, in the order in which a page shows them.
    pub const ALL: [Self; 3] = [Self::EuAiAct, Self::NistAiRmf, Self::Iso27001];
}

/// How strongly the sources agree on a row of the crosswalk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// Two or more independent sources map it explicitly.
    Agreed,
    /// One source maps it explicitly, and a coarse mapping joins in.
    AgreedWeak,
    /// One source alone maps it.
    SingleSource,
    /// The clause has the same number by ISO's harmonised structure.
    Structural,
}

impl Agreement {
    /// Every strength, in order.
    pub const ALL: [Self; 4] = [Self::Agreed, Self::AgreedWeak, Self::SingleSource, Self::Structural];
}

/// The short name of a source, such as `S2`, by which [`Catalogue::sources`](super::Catalogue::sources) lists it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(as = "String")]
pub struct SourceKey(String);

impl SourceKey {
    /// Returns the short name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A row of the crosswalk: a place in another framework that is related.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Related {
    /// The place, such as `Art. 9`, `GOVERN 1.1` or `A.5.1`.
    pub reference: String,
    /// What it is called; for the NIST AI RMF a label in our own words.
    pub title: String,
    /// How strongly the sources agree.
    pub agreement: Agreement,
    /// Those sources; none where the structure itself says it.
    pub sources: Vec<SourceKey>,
}

/// What other frameworks ask for that is related. Related is not the same: no row proves another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Crosswalk {
    /// The articles of the EU AI Act.
    pub eu_ai_act: Vec<Related>,
    /// The subcategories of the NIST AI RMF.
    pub nist_ai_rmf: Vec<Related>,
    /// The clauses of ISO/IEC 27001:2022 and the controls of its Annex A.
    pub iso_27001: Vec<Related>,
    /// What to know before leaning on a row.
    pub note: Option<String>,
}

impl Crosswalk {
    /// Returns the rows of a framework.
    #[must_use]
    pub fn rows(&self, framework: Framework) -> &[Related] {
        match framework {
            Framework::EuAiAct => &self.eu_ai_act,
            Framework::NistAiRmf => &self.nist_ai_rmf,
            Framework::Iso27001 => &self.iso_27001,
        }
    }
}

/// The names of the frameworks of the crosswalk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Frameworks {
    /// The EU AI Act.
    pub eu_ai_act: String,
    /// The NIST AI RMF.
    pub nist_ai_rmf: String,
    /// ISO/IEC 27001.
    pub iso_27001: String,
}

impl Frameworks {
    /// Returns the name of a framework.
    #[must_use]
    pub fn name(&self, framework: Framework) -> &str {
        match framework {
            Framework::EuAiAct => &self.eu_ai_act,
            Framework::NistAiRmf => &self.nist_ai_rmf,
            Framework::Iso27001 => &self.iso_27001,
        }
    }
}
