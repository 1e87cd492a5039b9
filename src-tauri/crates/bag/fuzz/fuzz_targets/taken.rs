//! What must hold of every bag that is taken.

use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::Path;

use annexe_bag::{Bag, Digest, Passphrase};

/// Reads a bag in every way there is; returns whether it was taken.
pub fn read_all(bytes: &[u8], passphrase: Option<&Passphrase>) -> bool {
    let Ok(bag) = Bag::read(Path::new("bag"), Cursor::new(bytes.to_vec()), passphrase) else { return false };
    let _ = (bag.info().len(), bag.told("Bagging-Date"), bag.folder().len());
    assert!(bag.payload_size() <= bytes.len() as u64);
    let mut last = 0;
    let mut progress = |progress: annexe_bag::Progress| {
        assert!(progress.done >= last && progress.done <= progress.total);
        last = progress.done;
        ControlFlow::Continue(())
    };
    let Ok(mut bag) = bag.verify(&|_| true, &mut progress) else { return false };
    let held: Vec<_> = bag.held().map(|held| (held.name.to_owned(), held.size, held.digest)).collect();
    for (name, size, digest) in &held {
        let bytes = bag.bytes_of(name, *size).expect("it was verified").expect("it is held");
        assert_eq!(Digest::of(&bytes), *digest);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let into = folder.path().join("into");
    std::fs::create_dir(&into).expect("a folder");
    match bag.unpack(&into, &mut |_| ControlFlow::Continue(())) {
        Ok(()) => {
            for (name, size, _) in &held {
                let about = std::fs::symlink_metadata(into.join(name)).expect("it was unpacked");
                assert!(about.is_file() && about.len() == *size);
            }
        }
        Err(error) => panic!("verified and not unpacked: {error}"),
    }
    let beside = std::fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(beside, 1, "something was written outside the folder");
    true
}
