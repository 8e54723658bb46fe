//! The gate: holds the findings of a run against a baseline, so that CI fails on what nobody has seen yet.
//!
//! Everything here is a pure function of its input; the binary reads and writes the files and knows the day.

pub mod baseline;
pub mod edit;
pub mod entry;
pub mod hold;
pub mod identity;
pub mod ignore;
pub mod location;
pub mod matching;
pub mod policy;
pub mod record;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
pub mod text;
