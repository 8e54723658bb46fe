//! gainsay reads articles about the same events, extracts their factual claims, puts claims that answer the same
//! question side by side and says where the answers disagree.

pub mod article;
pub mod claims;
pub mod compare;
pub mod comparison;
pub mod config;
pub mod crowd;
pub mod document;
pub mod error;
pub mod export;
pub mod facts;
pub mod gate;
pub mod lexicon;
pub mod read;
pub mod report;
#[cfg(test)]
mod spec;
pub mod values;
pub mod verdict;

pub use compare::{Options, compare, read_claims};
pub use gainsay_syntax::Span;
