//! The set-up that every task shares.

use anyhow::Result;

use crate::place::Place;
use crate::system::{self, Purpose};
use crate::{node, ui};

/// Makes sure that everything is there to build the programs and the UI.
pub(crate) fn set_up(place: &Place, purpose: Purpose) -> Result<()> {
    node::check()?;
    system::prepare(purpose)?;
    ui::install(place)
}
