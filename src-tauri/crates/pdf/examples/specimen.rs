//! Writes a specimen to look at: `cargo run -p annexe-pdf --example specimen -- FILE [ROWS [CHARACTERS]]`.

#![allow(clippy::expect_used, clippy::print_stdout)]

#[path = "../tests/specimen/mod.rs"]
#[allow(dead_code)]
mod specimen;

use std::ops::ControlFlow;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().expect("a file to write");
    let mut number = |usual| arguments.next().map_or(usual, |text| text.parse().expect("a number"));
    let document = specimen::register(number(38), number(160));
    let start = std::time::Instant::now();
    let rendered = annexe_pdf::render(&document, &mut |_| ControlFlow::Continue(())).expect("a document");
    let (pages, bytes) = (rendered.pages, rendered.bytes.len());
    std::fs::write(file, rendered.bytes).expect("a file that can be written");
    println!("{pages} pages, {bytes} bytes, {} bytes a page, {:?}", bytes / pages.max(1), start.elapsed());
}
