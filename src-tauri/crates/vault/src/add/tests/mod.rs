//! What adding promises.

mod batches;
mod changing;
mod same;
mod sources;
mod stopping;
