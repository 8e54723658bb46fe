//! English sentences, tokens, tags, lemmas and dependency trees, from small models that are embedded in the binary.
//!
//! [`parse`] is the whole way: text in, parsed sentences out, every token with its byte span in that text.

mod sentence;
mod span;
mod tags;

pub use sentence::{Sentence, Token};
pub use span::Span;
pub use tags::{Deprel, Upos, Xpos};
