//! The words of an article that begin with a capital, each asked once for all that the tables know of it.
//!
//! Names of people, bodies and places are made of them. Whoever looks for names walks over these words alone, and reads
//! a row where it would have to look the word up in table after table.

use std::ops::Range;

use gainsay_syntax::Token;

use super::memo::Memory;
use super::naming::is_capitalized;
use super::{entity, naming, place};
use crate::article::Article;
use crate::document::Document;

/// The capital words of an article, by sentence.
pub struct Capitalized {
    words: Vec<Word>,
    /// For each token of the article which of the words it is; [`NONE`] for those that begin with no capital.
    of: Vec<u32>,
    sentences: Vec<Part>,
}

/// Stands for no word: an article has fewer.
const NONE: u32 = u32::MAX;

/// What of an article's tokens and words is one sentence's.
struct Part {
    tokens: Range<usize>,
    words: Range<usize>,
}

/// A word that begins with a capital.
#[derive(Clone, Copy)]
pub(super) struct Word {
    /// Its index in the sentence.
    pub(super) token: usize,
    /// What is known of it.
    pub(super) row: Row,
}

/// What the tables know of a word by itself.
#[derive(Clone, Copy)]
pub(super) struct Row {
    /// As part of names of any kind.
    pub(super) naming: naming::Traits,
    /// As part of names of people and bodies.
    pub(super) entity: entity::Traits,
    /// As part of names of places.
    pub(super) place: place::Traits,
}

impl Row {
    fn of(word: &str) -> Self {
        Self {
            naming: naming::Traits::of(word),
            entity: entity::Traits::of(word),
            place: place::Traits::of(word),
        }
    }
}

thread_local! {
    static ROWS: Memory<Row> = Memory::default();
}

impl Capitalized {
    /// Looks the words of an article up.
    pub fn new(article: &Article, document: &Document) -> Self {
        let sentences = &document.sentences;
        let tokens = sentences.iter().map(|s| s.syntax.tokens.len()).sum();
        let mut found = Self {
            words: Vec::with_capacity(tokens / 4),
            of: vec![NONE; tokens],
            sentences: Vec::with_capacity(sentences.len()),
        };
        let mut next = 0;
        ROWS.with(|rows| {
            for sentence in sentences {
                let (start, words) = (next, found.words.len());
                next += sentence.syntax.tokens.len();
                found.add(&article.text, &sentence.syntax.tokens, start, rows);
                found.sentences.push(Part {
                    tokens: start..next,
                    words: words..found.words.len(),
                });
            }
        });
        found
    }

    /// Adds a sentence whose first token is the article's of index `first`.
    fn add(&mut self, text: &str, tokens: &[Token], first: usize, rows: &Memory<Row>) {
        let of = &mut self.of[first..];
        for ((i, token), of) in tokens.iter().enumerate().zip(of) {
            // Small letters, digits and marks of ASCII have this bit, and not the highest one.
            let may_be = |byte: &u8| byte & 0xA0 != 0x20;
            if !text.as_bytes().get(token.span.start).is_some_and(may_be) {
                continue;
            }
            let said = text.get(token.span.start..token.span.end);
            if let Some(said) = said.filter(|said| is_capitalized(said)) {
                *of = u32::try_from(self.words.len()).unwrap_or(NONE);
                let row = rows.of(said, || Row::of(said));
                self.words.push(Word { token: i, row });
            }
        }
    }

    /// The words of the sentence of that index.
    pub(super) fn sentence(&self, index: usize) -> Words<'_> {
        let part = &self.sentences[index];
        Words {
            all: &self.words,
            own: part.words.clone(),
            of: &self.of[part.tokens.clone()],
        }
    }
}

/// The capital words of a sentence.
pub(super) struct Words<'a> {
    all: &'a [Word],
    own: Range<usize>,
    of: &'a [u32],
}

impl<'a> Words<'a> {
    /// The row of token `i`, if it begins with a capital.
    #[inline]
    pub(super) fn row(&self, i: usize) -> Option<&'a Row> {
        let at = *self.of.get(i)?;
        self.all.get(at as usize).map(|word| &word.row)
    }

    /// The words in their order.
    pub(super) fn all(&self) -> &'a [Word] {
        &self.all[self.own.clone()]
    }
}
