//! What a requirement lacks, one by one.

use super::content::Content;
use crate::evidence::Evidence;
use crate::findings::FindingId;
use crate::readiness::{Item, Worth};

/// Something that a requirement lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lack<'a> {
    /// Nobody has decided whether the control applies.
    Decision,
    /// The reason for excluding the control says too little.
    Reason,
    /// Nothing is begun or planned.
    Plan,
    /// It is planned, and not begun.
    Begin,
    /// It is begun, and not finished.
    Finish,
    /// No evidence is linked to it.
    Evidence,
    /// Evidence is linked to it, and none of it holds; this piece ended.
    Ended(&'a Evidence),
    /// Evidence is linked to it, and none of it holds; this piece is not in force yet.
    NotYet(&'a Evidence),
    /// A nonconformity against it is open.
    Finding(FindingId),
}

impl<'a> Lack<'a> {
    /// Returns what a requirement lacks that is not met; what comes first keeps it back most.
    pub(super) fn of(item: &Item, content: &'a Content) -> Vec<Self> {
        let open = match item.worth {
            Worth::LeftOut | Worth::Proven | Worth::Verified => return Vec::new(),
            Worth::ExcludedThinly => return vec![Self::Reason],
            Worth::Undecided => return vec![Self::Decision],
            Worth::NotStarted => Some(Self::Plan),
            Worth::Planned => Some(Self::Begin),
            Worth::InProgress => Some(Self::Finish),
            Worth::Unproven | Worth::Nonconforming => None,
        };
        let mut lacks: Vec<Self> = item.nonconformities.iter().map(|id| Self::Finding(*id)).collect();
        lacks.extend(open);
        if item.evidence == 0 {
            lacks.push(Self::Evidence);
        } else {
            lacks.extend(content.lapsed(item).iter().map(|piece| Self::piece(piece, content)));
        }
        lacks
    }

    fn piece(piece: &'a Evidence, content: &Content) -> Self {
        if piece.effective.is_some_and(|from| from > content.today) {
            Self::NotYet(piece)
        } else {
            Self::Ended(piece)
        }
    }
}
