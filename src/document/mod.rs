//! Sentences and quotes of an article: `gainsay_syntax` applied block by block.

use gainsay_syntax::Span;

/// An article's sentences in text order, and who is quoted where.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Every sentence of every block that is not furniture or code.
    pub sentences: Vec<Sentence>,
    /// Direct speech, in text order.
    pub quotes: Vec<Quote>,
}

/// A parsed sentence and the block that it stands in.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Index into [`crate::article::Article::blocks`].
    pub block: usize,
    /// Tokens, tags, lemmas, tree; spans are offsets of the article's text.
    pub syntax: gainsay_syntax::Sentence,
}

/// A stretch of direct speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// From the opening to the closing mark, both included.
    pub span: Span,
    /// The words that name the speaker ("Jake Sullivan"), where the text around the quote tells.
    pub speaker: Option<Span>,
    /// The reporting verb ("said"), where there is one.
    pub cue: Option<Span>,
}
