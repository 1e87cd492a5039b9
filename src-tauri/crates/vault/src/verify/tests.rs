use std::fs;

use super::*;
use crate::Source;
use crate::testing::{Bench, TINY, quiet, sample};

/// Asserts that verifying tells of this damage, and of nothing else.
#[track_caller]
fn detects(bench: &Bench, digest: Digest, bytes: &[u8]) {
    bench.damage(&digest, bytes);
    let condition = Condition::Damaged { found: Digest::of(bytes) };
    let report = bench.vault.verify_all(&mut quiet).unwrap();
    assert_eq!(report.faults, [Fault { digest, condition: condition.clone() }]);
    assert!(!report.is_whole());
    assert_eq!(bench.vault.verify(&digest), condition);
}

#[test]
fn every_flipped_bit_is_detected() {
    let bench = Bench::new();
    let bytes = sample(1, 120);
    let digest = bench.put(&bytes);
    bench.put(b"another");
    for position in 0..bytes.len() {
        for bit in 0..8 {
            let mut damaged = bytes.clone();
            damaged[position] ^= 1 << bit;
            detects(&bench, digest, &damaged);
        }
    }
    bench.damage(&digest, &bytes);
    bench.holds(&[&bytes, b"another"]);
}

#[test]
fn every_value_of_a_byte_but_its_own_is_detected() {
    let bench = Bench::new();
    let bytes = sample(1, 20);
    let digest = bench.put(&bytes);
    for value in (0..=u8::MAX).filter(|value| *value != bytes[13]) {
        let mut damaged = bytes.clone();
        damaged[13] = value;
        detects(&bench, digest, &damaged);
    }
}

#[test]
fn every_shorter_or_longer_file_is_detected() {
    let bench = Bench::new();
    let bytes = sample(1, 120);
    let digest = bench.put(&bytes);
    for length in 0..bytes.len() {
        detects(&bench, digest, &bytes[..length]);
    }
    for more in [&b"\0"[..], b"\n", &bytes] {
        detects(&bench, digest, &[&bytes, more].concat());
    }
}

#[test]
fn damage_is_detected_wherever_a_buffer_ends() {
    let bench = Bench::new();
    let bytes = sample(1, 2 * BUFFER);
    let digest = bench.put(&bytes);
    for position in [0, BUFFER - 1, BUFFER, 2 * BUFFER - 1, 2 * BUFFER, bytes.len() - 1] {
        let mut damaged = bytes.clone();
        damaged[position] ^= 0x80;
        detects(&bench, digest, &damaged);
    }
    for length in [BUFFER - 1, BUFFER, BUFFER + 1, 2 * BUFFER] {
        detects(&bench, digest, &bytes[..length]);
    }
}

#[test]
fn a_file_under_the_name_of_another_is_damaged_and_the_other_missing() {
    let bench = Bench::new();
    let (one, other) = (bench.put(b"one"), Digest::of(b"other"));
    fs::create_dir_all(bench.vault.path_of(&other).parent().unwrap()).unwrap();
    fs::rename(bench.vault.path_of(&one), bench.vault.path_of(&other)).unwrap();
    let report = bench.vault.verify_these(&[one, other], &mut quiet).unwrap();
    let mut faults = vec![
        Fault { digest: one, condition: Condition::Missing },
        Fault { digest: other, condition: Condition::Damaged { found: one } },
    ];
    faults.sort_by_key(|fault| fault.digest);
    assert_eq!((report.there, report.faults), (vec![other], faults));
}

#[test]
fn what_the_vault_did_not_put_there_is_told_and_stays() {
    let bench = Bench::new();
    let digest = bench.put(b"policy");
    let vault = bench.vault.folder();
    let name = digest.to_string();
    let elsewhere = if name.starts_with("00") { "01" } else { "00" };
    fs::create_dir(vault.join(elsewhere)).unwrap();
    let mut strays: Vec<PathBuf> = [
        "notes.txt".into(),
        "0".into(),
        format!("{elsewhere}/{name}"),
        format!("{elsewhere}/{}.part", &name[2..]),
        format!("{elsewhere}/1-2.part"),
        "incoming/notes.txt".into(),
        format!("incoming/{name}"),
        format!("{}/{}", &name[..2], &name[..63]),
    ]
    .map(PathBuf::from)
    .to_vec();
    for stray in &strays {
        fs::write(vault.join(stray), "policy").unwrap();
    }
    fs::create_dir(vault.join("abc")).unwrap();
    fs::create_dir(vault.join("incoming/1-3.part")).unwrap();
    strays.extend(["abc".into(), "incoming/1-3.part".into()]);
    strays.sort();
    // A temporary file is none: somebody may be adding.
    fs::write(vault.join("incoming/1-2.part"), "half").unwrap();

    let report = bench.vault.verify_all(&mut quiet).unwrap();
    assert_eq!(
        report.strays,
        strays.iter().map(|path| Stray { path: path.clone(), why: None }).collect::<Vec<_>>()
    );
    assert_eq!((report.files, report.bytes, &report.there[..]), (1, 6, &[digest][..]));
    assert!(report.is_whole());
    assert!(strays.iter().all(|stray| vault.join(stray).exists()));
}

#[test]
fn a_folder_that_is_none_is_told_with_why() {
    let bench = Bench::new();
    bench.put(b"policy");
    let shelf = if Digest::of(b"policy").shelf() == "00" { "01" } else { "00" };
    fs::write(bench.vault.folder().join(shelf), "").unwrap();
    let report = bench.vault.verify_all(&mut quiet).unwrap();
    let why = Some("It is not a folder of its own, so it is not used".into());
    assert_eq!(report.strays, [Stray { path: shelf.into(), why }]);
    assert!(!report.is_whole(), "files may be missing there");
}

#[test]
#[cfg(unix)]
fn a_folder_that_may_not_be_read_is_told_with_why() {
    let bench = Bench::new();
    let digest = bench.put(b"policy");
    let (path, shelf) = (bench.vault.path_of(&digest), digest.shelf());
    let files_are_closed = crate::testing::make_unreadable(&path);
    if files_are_closed {
        assert!(matches!(bench.vault.verify(&digest), Condition::Unreadable { .. }));
        let folder = path.parent().unwrap();
        assert!(crate::testing::make_unreadable(folder));
        let report = bench.vault.verify_all(&mut quiet).unwrap();
        assert!(!report.is_whole());
        assert_eq!(report.strays[0].path, PathBuf::from(shelf));
        // So that the folder can be removed.
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
    }
}

#[test]
fn what_is_no_file_under_a_digest_cannot_be_read() {
    let bench = Bench::new();
    let (digest, folder) = (bench.put(b"policy"), Digest::of(b"folder"));
    fs::create_dir_all(bench.vault.path_of(&folder)).unwrap();
    let mut expected = vec![folder];
    #[cfg(unix)]
    {
        let link = Digest::of(b"link");
        fs::create_dir_all(bench.vault.path_of(&link).parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(bench.vault.path_of(&digest), bench.vault.path_of(&link)).unwrap();
        expected.push(link);
    }
    expected.sort_unstable();
    let report = bench.vault.verify_all(&mut quiet).unwrap();
    let found: Vec<_> = report.faults.iter().map(|fault| fault.digest).collect();
    assert_eq!(found, expected);
    for fault in &report.faults {
        let why = format!("What stands in the vault as {} is not an ordinary file", fault.digest);
        assert_eq!(fault.condition, Condition::Unreadable { why });
    }
    assert_eq!(report.there.len(), expected.len() + 1);
}

#[test]
fn all_files_are_read_once_and_told_in_order() {
    let bench = Bench::limited(TINY);
    let files: Vec<_> = (0..200).map(|number| sample(number, number * 5)).collect();
    let sources: Vec<_> = files.iter().cloned().map(Source::Bytes).collect();
    assert!(bench.vault.add_many(&sources, &mut quiet).iter().all(Result::is_ok));
    let digests = bench.vault.list().unwrap();
    let bytes = files.iter().map(|bytes| bytes.len() as u64).sum();
    let all = Progress { files: 200, files_total: 200, bytes, bytes_total: bytes };
    let twice: Vec<_> = digests.iter().rev().chain(&digests).copied().collect();
    for these in [None, Some(twice)] {
        let mut last = Progress::default();
        let mut ear = |progress| {
            last = progress;
            ControlFlow::Continue(())
        };
        let report = match &these {
            None => bench.vault.verify_all(&mut ear),
            Some(these) => bench.vault.verify_these(these, &mut ear),
        };
        let whole = Report { files: 200, bytes, there: digests.clone(), ..Report::default() };
        assert_eq!(report.unwrap(), whole);
        assert_eq!(last, all);
    }
}

#[test]
fn verifying_can_be_stopped() {
    let bench = Bench::new();
    bench.put(b"policy");
    let stop = &mut |_: Progress| ControlFlow::Break(());
    assert_eq!(bench.vault.verify_all(stop), Err(VaultError::Stopped));
    assert_eq!(bench.vault.verify_these(&[Digest::of(b"policy")], stop), Err(VaultError::Stopped));
    bench.holds(&[b"policy"]);
}
