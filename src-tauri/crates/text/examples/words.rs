//! Prints the words of a file: `cargo run -p annexe-text --example words -- FILE`.

#![allow(clippy::expect_used, clippy::print_stdout)]

use std::fs::File;
use std::io::{Read as _, Seek as _};

use annexe_text::{HEAD, Limits, kind_of, words};

fn main() {
    let path = std::env::args().nth(1).expect("a file to read");
    let mut file = File::open(&path).expect("a file that can be opened");
    let mut head = Vec::new();
    file.by_ref().take(HEAD as u64).read_to_end(&mut head).expect("a file that can be read");
    file.rewind().expect("a file that can be read again");
    let kind = kind_of(&path, &head);
    match words(&mut file, &kind, &Limits::default(), &|| false) {
        Ok(words) => println!("{}\n{}, complete: {}", words.text, kind.word(), words.complete),
        Err(error) => println!("{}: {error}", kind.word()),
    }
}
