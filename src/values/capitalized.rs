//! The words of an article that begin with a capital, each asked once for all that the tables know of it.
//!
//! Names of people, bodies and places are made of them. Whoever looks for names walks over these words alone, and reads
//! a row where it would have to look the word up in table after table.

use std::ops::Range;

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

impl Capitalized {
    /// Looks the words of an article up.
    pub fn new(article: &Article, document: &Document) -> Self {
        thread_local! {
            static ROWS: Memory<Row> = Memory::default();
        }
        let (text, sentences) = (article.text.as_str(), &document.sentences);
        let tokens = sentences.iter().map(|s| s.syntax.tokens.len()).sum();
        let mut of = Vec::with_capacity(tokens);
        let mut words: Vec<Word> = Vec::with_capacity(tokens / 4);
        let part = |sentence: &crate::document::Sentence| {
            let before = (of.len(), words.len());
            let tokens = sentence.syntax.tokens.iter().enumerate();
            of.extend(tokens.map(|(token, at)| {
                match text.as_bytes().get(at.span.start) {
                    Some(b'A'..=b'Z' | 0x80..) => {}
                    _ => return NONE,
                }
                let said = text.get(at.span.start..at.span.end);
                let Some(said) = said.filter(|said| is_capitalized(said)) else {
                    return NONE;
                };
                let row = ROWS.with(|rows| rows.of(said, || Row::of(said)));
                words.push(Word { token, row });
                u32::try_from(words.len() - 1).unwrap_or(NONE)
            }));
            Part {
                tokens: before.0..of.len(),
                words: before.1..words.len(),
            }
        };
        let sentences = sentences.iter().map(part).collect();
        Self {
            words,
            of,
            sentences,
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
