//! Sentences and quotes of an article: `gainsay_syntax` applied block by block.

mod dateline;
mod headline;
mod quote;
mod speaker;

use gainsay_syntax::Span;

use crate::article::{Article, BlockKind};

/// An article's sentences in text order, and who is quoted where.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Every sentence of every block that is not furniture or code. A dateline is a sentence of its own.
    pub sentences: Vec<Sentence>,
    /// Direct speech, in text order.
    pub quotes: Vec<Quote>,
}

/// A parsed sentence and the block that it stands in.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Index into [`crate::article::Article::blocks`].
    pub block: usize,
    /// Whether it is the dateline of its block, or a part of it.
    pub dateline: bool,
    /// Tokens, tags, lemmas, tree; spans are offsets of the article's text.
    pub syntax: gainsay_syntax::Sentence,
}

/// A stretch of direct speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// From the opening to the closing mark, both included; a paragraph of a longer speech may lack the closing one.
    pub span: Span,
    /// The words that name the speaker ("Jake Sullivan"), where the text around the quote tells.
    pub speaker: Option<Span>,
    /// The reporting verb ("said"), where there is one.
    pub cue: Option<Span>,
}

/// The furniture of an article that holds numbers: "Posted: 3 March 2014", "12 comments".
pub fn posting_lines(article: &Article) -> Document {
    /// No line that dates an article is longer, in bytes.
    const LONGEST: usize = 120;
    let lines = article.blocks.iter().enumerate().filter(|(_, block)| {
        let digits = |span: Span| {
            span.of(&article.text)
                .contains(|c: char| c.is_ascii_digit())
        };
        block.kind == BlockKind::Furniture && block.span.len() <= LONGEST && digits(block.span)
    });
    let sentences = lines.flat_map(|(i, block)| {
        let parsed = gainsay_syntax::parse(&article.text, block.span);
        parsed.into_iter().map(move |syntax| Sentence {
            block: i,
            dateline: false,
            syntax,
        })
    });
    Document {
        sentences: sentences.collect(),
        quotes: Vec::new(),
    }
}

/// The sentences and quotes of an article.
pub fn analyze(article: &Article) -> Document {
    let calmed = headline::calmed(article);
    let text = calmed.as_deref().unwrap_or(&article.text);
    let sentences: Vec<Sentence> = article
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| !matches!(block.kind, BlockKind::Furniture | BlockKind::Code))
        .flat_map(|(i, block)| {
            let (place_line, story) = dateline::split(&article.text, block.span);
            let parts = place_line.map(|within| (within, true)).into_iter();
            parts
                .chain([(story, false)])
                .flat_map(move |(within, dateline)| {
                    let sentences = gainsay_syntax::parse(text, within).into_iter();
                    sentences.map(move |syntax| Sentence {
                        block: i,
                        dateline,
                        syntax,
                    })
                })
        })
        .collect();
    let quotes = quote::find(article, &sentences);
    Document { sentences, quotes }
}
