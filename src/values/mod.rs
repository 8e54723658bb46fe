//! What can be an answer, normalized so that two answers can be compared.
//!
//! One folder a kind, all of one shape: a type whose `Display` is canonical and parses back, `recognize` (mentions in
//! a document), `relate` (how two values stand to each other), a `spec.md` that is specification and test at once.

pub mod entity;
pub mod naming;
pub mod number;
pub mod place;
pub mod quantity;
pub mod time;

use gainsay_syntax::Span;

/// How one value stands to another of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The same, written differently at most.
    Equal,
    /// The first is the more exact one and lies within the second.
    Narrower,
    /// The first is the vaguer one and holds the second.
    Wider,
    /// They share some readings and not others.
    Overlapping,
    /// They can not both be true.
    Disjoint,
    /// They answer different questions or lack what a comparison needs.
    Incomparable,
}

impl Relation {
    /// The relation of the second to the first.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Narrower => Self::Wider,
            Self::Wider => Self::Narrower,
            same => same,
        }
    }
}

/// A stretch of text that states a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention<V> {
    /// Where it stands in the article's text.
    pub span: Span,
    /// Index of the sentence that holds it.
    pub sentence: usize,
    /// What it says.
    pub value: V,
}
