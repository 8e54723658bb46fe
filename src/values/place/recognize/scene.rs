//! One sentence in its article, by tokens: what every pass over places reads.

use gainsay_syntax::{Sentence, Span};

use crate::values::naming::{is_capitalized, is_name};

/// One sentence in its article.
pub(super) struct Scene<'a> {
    pub text: &'a str,
    pub sentence: &'a Sentence,
    pub index: usize,
}

impl<'a> Scene<'a> {
    pub(super) fn word(&self, i: usize) -> &'a str {
        self.sentence
            .tokens
            .get(i)
            .map_or("", |token| self.slice(token.span.start, token.span.end))
    }

    /// Whether token `i` begins with a capital; most words are small, and one byte tells it.
    #[inline]
    pub(super) fn is_capitalized(&self, i: usize) -> bool {
        self.sentence.tokens.get(i).is_some_and(|token| {
            match self.text.as_bytes().get(token.span.start) {
                Some(first) if first.is_ascii() => first.is_ascii_uppercase(),
                _ => capitalized(self.word(i)),
            }
        })
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    pub(super) fn span(&self, tokens: (usize, usize)) -> Span {
        self.sentence.tokens[tokens.0]
            .span
            .cover(self.sentence.tokens[tokens.1 - 1].span)
    }

    pub(super) fn is_name(&self, i: usize) -> bool {
        i < self.sentence.tokens.len() && is_name(self.text, self.sentence, i)
    }
}

pub(super) fn capitalized(word: &str) -> bool {
    is_capitalized(word)
}
