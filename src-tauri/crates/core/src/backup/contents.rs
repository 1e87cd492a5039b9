//! What goes into a backup.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use annexe_bag::{Contents, Entry, ReadSeek, Source};
use annexe_vault::{Digest, Vault};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::error::BackupError;
use super::form;
use crate::ledger::Head;

/// What a backup tells of itself.
pub(super) struct About {
    pub(super) organisation: String,
    pub(super) workspace: String,
    pub(super) at: Timestamp,
    pub(super) head: Option<Head>,
}

impl About {
    fn head(&self) -> String {
        match &self.head {
            Some(head) => format!("entry {}, SHA-256 {}", head.seq, head.hash.as_str()),
            None => "none".into(),
        }
    }
}

/// Puts together what goes into a backup.
pub(super) fn contents<'a>(
    about: &About,
    database: &Path,
    vault: Option<&'a Vault>,
    files: &BTreeSet<Digest>,
    left_out: &BTreeSet<Digest>,
) -> Result<Contents<'a>, BackupError> {
    let made = format!("{:.0}", about.at);
    let head = about.head();
    let mut info = vec![
        (form::LABEL_ORGANISATION.into(), about.organisation.clone()),
        (form::LABEL_WORKSPACE.into(), about.workspace.clone()),
        (form::LABEL_PROGRAM.into(), concat!("Annexe ", env!("CARGO_PKG_VERSION")).into()),
        (form::LABEL_FORM.into(), form::FORM.to_string()),
        (form::LABEL_MADE.into(), made.clone()),
        (form::LABEL_HEAD.into(), head.clone()),
    ];
    info.extend(left_out.iter().map(|digest| (form::LABEL_LEFT_OUT.into(), digest.to_string())));
    let mut payload = vec![
        Entry { name: form::DATABASE.into(), source: Source::file(database), expected: None },
        Entry {
            name: form::HEAD.into(),
            source: Source::bytes(format!("{head}\n").into_bytes()),
            expected: None,
        },
    ];
    for digest in files.difference(left_out) {
        let Some(vault) = vault else { continue };
        let (size, digest) = (vault.size(digest)?, *digest);
        let open = move || -> io::Result<Box<dyn ReadSeek>> {
            let file = vault.open_for_reading(&digest).map_err(io::Error::other)?;
            Ok(Box::new(file))
        };
        payload.push(Entry {
            name: form::file_name(&digest),
            source: Source::opened(size, open),
            expected: Some((*digest.as_bytes()).into()),
        });
    }
    Ok(Contents {
        folder: form::FOLDER.into(),
        made: about.at.to_zoned_datetime(TimeZone::UTC).into(),
        info,
        readme: form::readme(&about.organisation, &made, &head),
        payload,
    })
}
