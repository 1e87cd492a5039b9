use std::ops::ControlFlow;

use crate::{Condition, Digest, Source, Vault};

#[test]
fn what_is_added_is_there_once() {
    let folder = tempfile::tempdir().unwrap();
    let vault = Vault::create(folder.path().join("vault")).unwrap();
    let added = vault.add(&Source::Bytes(b"abc".to_vec()), &mut |_| ControlFlow::Continue(())).unwrap();
    assert!(added.fresh);
    assert_eq!(added.digest, Digest::of(b"abc"));
    assert_eq!(vault.verify(&added.digest), Condition::Whole);
    assert_eq!(vault.list().unwrap(), [added.digest]);
}
