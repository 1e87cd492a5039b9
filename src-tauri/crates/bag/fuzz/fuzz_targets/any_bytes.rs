//! Bytes changed at will.

#![no_main]

mod taken;

use annexe_bag::Passphrase;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // Only a seal that is quick to try is tried.
    let quick = bytes.split(|&byte| byte == b'\n').nth(1).is_some_and(|line| line.ends_with(b" 1"));
    let passphrase = quick.then(|| Passphrase::new("correct horse battery staple").expect("it is not empty"));
    taken::read_all(bytes, passphrase.as_ref());
});
