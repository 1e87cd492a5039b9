//! Adopting the scope, which needs the day.

use annexe_core::Workspace;
use annexe_core::organisation::scope::{self, AdoptScope, Scope, ScopeError};

use crate::host::{Host, stamp, today};

pub(crate) fn adopt(workspace: &Workspace, host: &dyn Host, adopt: AdoptScope) -> Result<Scope, ScopeError> {
    workspace.write(&stamp(host), "scope.adopt", |tx| scope::adopt(tx, adopt, today(host)))
}
