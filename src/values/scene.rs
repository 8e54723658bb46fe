//! One sentence in its article, by tokens: what everything reads that looks for names.

use std::borrow::Cow;

use gainsay_syntax::{Sentence, Span};

use super::capitalized::{Capitalized, Row, Words};
use super::naming::{are_spaced_singly, may_be_name};
use crate::document::Document;

/// One sentence in its article.
pub(super) struct Scene<'a> {
    /// The article's text.
    pub(super) text: &'a str,
    /// The sentence.
    pub(super) sentence: &'a Sentence,
    /// Its index in the article.
    pub(super) index: usize,
    /// Its words that begin with a capital.
    pub(super) capitals: Words<'a>,
}

impl<'a> Scene<'a> {
    /// The sentence of that index.
    pub(super) fn new(
        text: &'a str,
        document: &'a Document,
        capitals: &'a Capitalized,
        index: usize,
    ) -> Self {
        Self {
            text,
            sentence: &document.sentences[index].syntax,
            index,
            capitals: capitals.sentence(index),
        }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    /// The word at token `i`; nothing before the first and after the last.
    pub(super) fn word(&self, i: usize) -> &'a str {
        let token = self.sentence.tokens.get(i);
        token.map_or("", |token| self.slice(token.span.start, token.span.end))
    }

    /// Whether token `i` is that mark.
    #[inline]
    pub(super) fn is_mark(&self, i: usize, mark: u8) -> bool {
        self.sentence.tokens.get(i).is_some_and(|token| {
            token.span.len() == 1 && self.text.as_bytes().get(token.span.start) == Some(&mark)
        })
    }

    /// Whether it is a dateline, which ends in a dash.
    pub(super) fn is_dateline(&self) -> bool {
        let last = self.len().checked_sub(1);
        last.is_some_and(|last| matches!(self.word(last), "-" | "--" | "---" | "_" | "–" | "—"))
    }

    /// The text between two offsets.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The span of the tokens from `start` to before `end`.
    pub(super) fn span(&self, (start, end): (usize, usize)) -> Span {
        let tokens = &self.sentence.tokens;
        tokens[start].span.cover(tokens[end - 1].span)
    }

    /// What those tokens say, line breaks made spaces.
    pub(super) fn words(&self, tokens: (usize, usize)) -> Cow<'a, str> {
        if tokens.1 - tokens.0 == 1 {
            return Cow::Borrowed(self.word(tokens.0));
        }
        let said = self.span(tokens).of(self.text);
        if are_spaced_singly(self.text, &self.sentence.tokens[tokens.0..tokens.1]) {
            return Cow::Borrowed(said);
        }
        let words: Vec<&str> = said.split_whitespace().collect();
        Cow::Owned(words.join(" "))
    }

    /// What the tables know of token `i`, if it begins with a capital.
    #[inline]
    pub(super) fn row(&self, i: usize) -> Option<&'a Row> {
        self.capitals.row(i)
    }

    /// Whether token `i` begins with a capital.
    #[inline]
    pub(super) fn is_capitalized(&self, i: usize) -> bool {
        self.row(i).is_some()
    }

    /// Whether token `i` is written as a name: with a capital, and not a word of grammar.
    #[inline]
    pub(super) fn is_name(&self, i: usize) -> bool {
        self.is_capitalized(i) && may_be_name(&self.sentence.tokens[i])
    }

    /// Whether token `i` is a given name.
    #[inline]
    pub(super) fn is_given(&self, i: usize) -> bool {
        self.row(i).is_some_and(|row| row.naming.given.is_some())
    }

    /// Whether token `i` is a nation's adjective: "Danish".
    #[inline]
    pub(super) fn is_adjective(&self, i: usize) -> bool {
        self.row(i).is_some_and(|row| row.naming.adjective)
    }

    /// The token after the run of adjoining name words that begins at `start`; `start` if none does.
    pub(super) fn name_end(&self, start: usize) -> usize {
        let mut end = start;
        while self.is_name(end) {
            end += 1;
        }
        end
    }
}
