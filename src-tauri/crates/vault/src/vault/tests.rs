use std::fs;
use std::io::Read as _;

use super::*;
use crate::Source;
use crate::testing::{Bench, quiet};

fn read(vault: &Vault, digest: &Digest) -> Result<String, VaultError> {
    let mut text = String::new();
    vault.open_for_reading(digest)?.read_to_string(&mut text).unwrap();
    Ok(text)
}

#[test]
fn a_vault_that_is_there_is_opened_as_it_is() {
    let bench = Bench::new();
    let digest = bench.put(b"policy");
    for vault in [Vault::create(bench.vault.folder()).unwrap(), Vault::open(bench.vault.folder()).unwrap()] {
        assert_eq!(vault.list().unwrap(), [digest]);
        assert_eq!(read(&vault, &digest).unwrap(), "policy");
    }
}

#[test]
fn opening_writes_nothing() {
    let bench = Bench::new();
    let folder = bench.path("empty");
    fs::create_dir(&folder).unwrap();
    let vault = Vault::open(&folder).unwrap();
    assert_eq!(vault.list().unwrap(), []);
    assert_eq!(vault.recover().unwrap(), 0);
    assert!(vault.verify_all(&mut quiet).unwrap().is_whole());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
}

#[test]
fn where_no_vault_can_be_is_told() {
    let bench = Bench::new();
    let (none, file) = (bench.path("none"), bench.file("file", b""));
    let error = Vault::open(&none).unwrap_err();
    assert_eq!(error, VaultError::NoVault(none.clone()));
    assert_eq!(error.to_string(), format!("There is no vault at {}", none.display()));
    assert!(matches!(Vault::create(none.join("in")), Err(VaultError::Failed { .. })));
    for error in [Vault::open(&file).unwrap_err(), Vault::create(&file).unwrap_err()] {
        assert_eq!(error, VaultError::NotAFolder(file.clone()));
        assert_eq!(
            error.to_string(),
            format!("{} is not a folder of its own, so it is not used", file.display())
        );
    }
}

#[test]
fn a_file_is_found_by_its_digest() {
    let bench = Bench::new();
    let (digest, other) = (bench.put(b"policy"), Digest::of(b"other"));
    assert!(bench.vault.contains(&digest) && !bench.vault.contains(&other));
    assert_eq!(bench.vault.size(&digest), Ok(6));
    assert_eq!(bench.vault.size(&other), Err(VaultError::Missing(other)));
    assert_eq!(read(&bench.vault, &digest).unwrap(), "policy");
    let error = read(&bench.vault, &other).unwrap_err();
    assert_eq!(error.to_string(), format!("The vault has no file {other}"));
    assert_eq!(fs::read(bench.vault.path_of(&digest)).unwrap(), b"policy");
}

#[test]
fn a_folder_in_the_place_of_a_file_is_no_file() {
    let bench = Bench::new();
    let digest = Digest::of(b"policy");
    fs::create_dir_all(bench.vault.path_of(&digest)).unwrap();
    assert!(!bench.vault.contains(&digest));
    assert_eq!(bench.vault.size(&digest), Err(VaultError::NotAFile(digest)));
    let error = read(&bench.vault, &digest).unwrap_err();
    assert_eq!(error.to_string(), format!("What stands in the vault as {digest} is not an ordinary file"));
    assert_eq!(bench.vault.list().unwrap(), []);
}

#[test]
fn recovering_removes_temporary_files_and_nothing_else() {
    let bench = Bench::new();
    let digest = bench.put(b"policy");
    let incoming = bench.vault.folder().join(INCOMING);
    for name in [incoming_name(0), incoming_name(u64::MAX), "1-2.part".into()] {
        fs::write(incoming.join(name), "half").unwrap();
    }
    let strange = ["1-2.part.txt", "-.part", "1-.part", "1.part", "g-1.part", "notes.txt"];
    for name in strange {
        fs::write(incoming.join(name), "mine").unwrap();
    }
    fs::create_dir(incoming.join("3-4.part")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(bench.file("outside", b"o"), incoming.join("5-6.part")).unwrap();

    assert_eq!(bench.vault.recover(), Ok(3));
    let mut left = strange.map(String::from).to_vec();
    left.push("3-4.part".into());
    if cfg!(unix) {
        left.push("5-6.part".into());
        assert!(bench.path("outside").exists());
    }
    left.sort();
    assert_eq!(bench.incoming(), left);
    assert_eq!(bench.vault.list().unwrap(), [digest]);
    assert_eq!(bench.vault.recover(), Ok(0));
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::symlink;

    use super::*;
    use crate::testing::make_pipe;
    use crate::{AddError, Condition};

    #[test]
    fn a_link_to_a_vault_is_no_vault() {
        let bench = Bench::new();
        let link = bench.path("link");
        symlink(bench.vault.folder(), &link).unwrap();
        assert_eq!(Vault::open(&link).unwrap_err(), VaultError::NotAFolder(link.clone()));
        assert_eq!(Vault::create(&link).unwrap_err(), VaultError::NotAFolder(link));
    }

    #[test]
    fn nothing_is_written_or_read_through_a_link_in_the_vault() {
        let bench = Bench::new();
        let outside = bench.path("outside");
        fs::create_dir(&outside).unwrap();
        let digest = Digest::of(b"policy");
        fs::write(outside.join(digest.to_string()), "policy").unwrap();
        let shelf = bench.vault.folder().join(digest.shelf());
        symlink(&outside, &shelf).unwrap();

        let refused = VaultError::NotAFolder(shelf.clone());
        assert_eq!(bench.vault.size(&digest), Err(refused.clone()));
        assert_eq!(read(&bench.vault, &digest), Err(refused.clone()));
        assert_eq!(bench.vault.list(), Err(refused.clone()));
        assert!(matches!(bench.vault.verify(&digest), Condition::Unreadable { .. }));
        let source = Source::Bytes(b"policy".to_vec());
        assert_eq!(bench.add(&source), Err(AddError::Vault(refused.clone())));
        assert_eq!(bench.vault.remove_unreferenced(&|_| false, &mut quiet), Err(refused));
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
        assert_eq!(bench.incoming(), [""; 0]);

        let incoming = bench.vault.folder().join(INCOMING);
        fs::remove_file(shelf).unwrap();
        fs::remove_dir(&incoming).unwrap();
        fs::write(outside.join("1-2.part"), "mine").unwrap();
        symlink(&outside, &incoming).unwrap();
        let refused = VaultError::NotAFolder(incoming);
        assert_eq!(bench.vault.recover(), Err(refused.clone()));
        assert_eq!(bench.add(&source), Err(AddError::Vault(refused)));
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 2);
    }

    #[test]
    fn a_pipe_in_the_place_of_a_file_is_not_waited_for() {
        let bench = Bench::new();
        let digest = bench.put(b"policy");
        let path = bench.vault.path_of(&digest);
        fs::remove_file(&path).unwrap();
        if make_pipe(&path) {
            assert_eq!(read(&bench.vault, &digest), Err(VaultError::NotAFile(digest)));
            assert!(matches!(bench.vault.verify(&digest), Condition::Unreadable { .. }));
            assert!(bench.add(&Source::Bytes(b"policy".to_vec())).unwrap().healed);
            bench.holds(&[b"policy"]);
        }
    }

    #[test]
    fn a_vault_that_was_moved_stays_the_one_that_was_opened() {
        let bench = Bench::new();
        let moved = bench.path("moved");
        fs::rename(bench.vault.folder(), &moved).unwrap();
        symlink(bench.path("."), bench.vault.folder()).unwrap();
        let digest = bench.put(b"policy");
        assert_eq!(read(&Vault::open(&moved).unwrap(), &digest).unwrap(), "policy");
    }
}
