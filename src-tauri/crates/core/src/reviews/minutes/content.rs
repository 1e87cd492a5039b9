//! What the minutes are made of, read at once.

use rusqlite::Connection;

use crate::ledger::{Head, store};
use crate::organisation;
use crate::reviews::error::ReviewError;
use crate::reviews::gathering::reviewed;
use crate::reviews::queries::{self, ReviewDetails};
use crate::reviews::{ReviewId, ReviewedAction};
use crate::{Day, Line};

/// One management review, as its minutes need it.
pub(super) struct Content {
    pub(super) review: ReviewDetails,
    /// The actions that its decisions became: as they stood when it was approved, or as they stand.
    pub(super) actions: Vec<ReviewedAction>,
    pub(super) organisation: Line,
    /// The entry of the ledger that last changed the review.
    pub(super) head: Option<Head>,
    pub(super) sample: bool,
}

impl Content {
    pub(super) fn load(conn: &Connection, id: ReviewId, today: Day) -> Result<Self, ReviewError> {
        let review = queries::details(conn, id, today)?;
        let (actions, organisation) = match &review.review.approval {
            Some(approval) => (approval.frozen.actions.clone(), approval.frozen.organisation.clone()),
            None => {
                let actions = review.actions.iter().cloned().filter_map(reviewed).collect();
                (actions, organisation::load(conn)?.name)
            }
        };
        Ok(Self {
            actions,
            organisation,
            head: store::last_of(conn, crate::record::RecordKind::Review, &id.to_string())?,
            sample: crate::workspace::is_sample(conn)?,
            review,
        })
    }
}
