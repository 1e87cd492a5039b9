//! Filing for other areas: a file into the vault, and what is said of it in the transaction of whoever asks.

use std::ops::ControlFlow;

use annexe_vault::{Progress, Vault};

use super::add::{self, By, Incoming};
use super::adding::Particulars;
use super::error::EvidenceError;
use super::id::EvidenceId;
use super::link;
use super::operations::{check, one};
use super::record::{Evidence, Version};
use crate::Line;
use crate::record::RecordKind;
use crate::workspace::Tx;

/// A file that stands in the vault, and of which no record speaks yet.
pub(crate) struct Stored {
    version: Version,
}

/// Puts a file into the vault.
pub(crate) fn store_file(
    vault: &Vault,
    by: By<'_>,
    incoming: Incoming,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Stored, EvidenceError> {
    let added = vault.add(&incoming.source, progress)?;
    let format = add::format(vault, &added.digest, &incoming.name)?;
    Ok(Stored { version: add::version(by, &incoming, added, format) })
}

/// Records a file as the newest version of a piece, or as a piece of its own where there is none or it was removed.
pub(crate) fn file_piece(
    tx: &mut Tx<'_>,
    by: By<'_>,
    piece: Option<EvidenceId>,
    about: &Particulars,
    stored: Stored,
    comment: Line,
) -> Result<Evidence, EvidenceError> {
    let mut version = stored.version;
    version.comment = comment;
    let kept: Option<Evidence> = match piece {
        Some(id) => tx.get(&id.to_string())?,
        None => None,
    };
    let mut piece = match kept {
        Some(piece) => piece,
        None => {
            let mut piece = add::blank(about, by.today);
            piece.id = EvidenceId::next(tx, RecordKind::Evidence)?;
            piece
        }
    };
    let same = piece.latest().is_some_and(|last| last.sha256 == version.sha256 && last.name == version.name);
    if !same {
        version.version = piece.latest().map_or(1, |last| last.version.saturating_add(1));
        piece.versions.push(version);
    }
    say(tx, piece, about)
}

/// Says anew what a piece is, from when and until when it holds; its links are added to those it has.
pub(crate) fn renew_piece(
    tx: &mut Tx<'_>,
    id: EvidenceId,
    about: &Particulars,
) -> Result<Evidence, EvidenceError> {
    let piece = one(tx, id)?;
    say(tx, piece, about)
}

fn say(tx: &mut Tx<'_>, mut piece: Evidence, about: &Particulars) -> Result<Evidence, EvidenceError> {
    let about = about.clone();
    piece.kind = about.kind.unwrap_or(piece.kind);
    piece.effective = about.effective.or(piece.effective);
    piece.expires = about.expires.or(piece.expires);
    // A control of the company's own may have been removed since.
    for target in about.links.iter().flatten() {
        piece.links.extend(link::resolve(tx.reading(), target)?.ok());
    }
    piece.tidy();
    check(&piece)?;
    tx.put(&piece)?;
    Ok(piece)
}
