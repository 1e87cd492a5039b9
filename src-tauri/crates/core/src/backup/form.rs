//! The form of a backup: what stands where, and what it tells of itself.

use annexe_vault::Digest;

/// The one folder that everything stands in.
pub(super) const FOLDER: &str = "annexe-backup";

/// The form that this program writes, and the latest that it reads.
pub(super) const FORM: u32 = 1;

/// The database.
pub(super) const DATABASE: &str = "annexe.db";

/// The head of the ledger, for people.
pub(super) const HEAD: &str = "ledger-head.txt";

/// What `bag-info.txt` calls the form.
pub(super) const LABEL_FORM: &str = "Annexe-Backup-Format";
/// What `bag-info.txt` calls the program.
pub(super) const LABEL_PROGRAM: &str = "Bag-Software-Agent";
/// What `bag-info.txt` calls the organisation.
pub(super) const LABEL_ORGANISATION: &str = "Source-Organization";
/// What `bag-info.txt` calls the workspace.
pub(super) const LABEL_WORKSPACE: &str = "External-Identifier";
/// What `bag-info.txt` calls the moment.
pub(super) const LABEL_MADE: &str = "Annexe-Made";
/// What `bag-info.txt` calls the last entry of the ledger.
pub(super) const LABEL_HEAD: &str = "Annexe-Ledger-Head";
/// What `bag-info.txt` calls a file that was damaged or missing already.
pub(super) const LABEL_LEFT_OUT: &str = "Annexe-Left-Out";

/// Returns the name of a file of the vault.
pub(super) fn file_name(digest: &Digest) -> String {
    let name = digest.to_string();
    format!("vault/{}/{name}", name.get(..2).unwrap_or_default())
}

/// Returns the file of the vault that a name stands for.
pub(super) fn digest_of(name: &str) -> Option<Digest> {
    let digest: Digest = name.rsplit('/').next()?.parse().ok()?;
    (file_name(&digest) == name).then_some(digest)
}

/// Returns whether a backup may hold a file of this name.
pub(super) fn is_allowed(name: &str) -> bool {
    name == DATABASE || name == HEAD || digest_of(name).is_some()
}

/// Returns what is read by whoever finds the file and has no Annexe.
pub(super) fn readme(organisation: &str, made: &str, head: &str) -> String {
    format!(
        "This is a backup of an Annexe workspace: the AI management system of\n\
         {organisation}\n\
         as it stood on {made} (UTC).\n\
         Last entry of its ledger: {head}\n\
         \n\
         WHAT IS IN IT\n\
         \n\
         data/annexe.db        the records and the ledger, an SQLite database\n\
         data/ledger-head.txt  the last entry of the ledger\n\
         data/vault/           the files of the evidence, each named by the SHA-256 of its bytes\n\
         \n\
         The folder is a bag as RFC 8493 (BagIt) describes it.\n\
         \n\
         HOW TO CHECK IT WITHOUT ANNEXE\n\
         \n\
         If the name of the file ends in .age, it is sealed with a passphrase. Open it first:\n\
         \n\
         \x20   age -d -o backup.zip NAME.age\n\
         \n\
         Then unpack it and compare every file with its SHA-256:\n\
         \n\
         \x20   unzip backup.zip\n\
         \x20   cd {FOLDER}\n\
         \x20   sha256sum -c manifest-sha256.txt\n\
         \x20   sha256sum -c tagmanifest-sha256.txt\n\
         \n\
         On macOS, shasum -a 256 -c does the same.\n\
         \n\
         HOW TO RESTORE IT\n\
         \n\
         In Annexe choose Restore a backup, or on the command line:\n\
         \n\
         \x20   annexe restore FILE FOLDER\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_backup_holds_is_allowed() {
        let digest = Digest::of(b"x");
        assert_eq!(digest_of(&file_name(&digest)), Some(digest));
        assert!(is_allowed(&file_name(&digest)) && is_allowed("annexe.db"));
        let name = digest.to_string();
        for wrong in [
            format!("vault/{name}"),
            format!("vault/00/{name}"),
            format!("vault/{}/{}", &name[..2], name.to_uppercase()),
            format!("vault/{}/{name}/x", &name[..2]),
            "annexe.db-wal".into(),
            "ANNEXE.DB".into(),
            "vault/incoming/x.part".into(),
            "../annexe.db".into(),
        ] {
            assert!(!is_allowed(&wrong), "{wrong}");
        }
    }
}
