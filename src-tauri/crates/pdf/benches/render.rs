//! How long a register takes, by its rows: time grows in proportion to them.

#![allow(clippy::expect_used, missing_docs)]

#[path = "../tests/specimen/mod.rs"]
#[allow(dead_code)]
mod specimen;

use std::ops::ControlFlow;

use annexe_pdf::render;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn register(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("register");
    group.sample_size(10);
    for rows in [38, 300, 1000] {
        let document = specimen::register(rows, 400);
        group.throughput(Throughput::Elements(rows as u64));
        group.bench_with_input(BenchmarkId::from_parameter(rows), &document, |bencher, document| {
            bencher.iter(|| render(document, &mut |_| ControlFlow::Continue(())).expect("a document"));
        });
    }
    group.finish();
}

criterion_group!(benches, register);
criterion_main!(benches);
