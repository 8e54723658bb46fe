//! The sentence around a number: its text, and its tokens by offset.

use gainsay_syntax::{Sentence, Token, Xpos};

use super::super::Measure;
use super::counted::CountedNoun;
use crate::values::memo::Memo;

/// A sentence and the text that it is part of.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) sentence: &'a Sentence,
    /// What the rules have found at offsets where they look more than once.
    pub(super) units: Memo<Option<(&'static Measure, usize)>>,
    pub(super) nouns: Memo<Option<CountedNoun>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(text: &'a str, sentence: &'a Sentence) -> Self {
        Self {
            text,
            sentence,
            units: Memo::default(),
            nouns: Memo::default(),
        }
    }

    /// The sentence's text before an offset; none of it if the offset lies before the sentence.
    pub(super) fn before(&self, offset: usize) -> &'a str {
        self.text
            .get(self.sentence.span.start..offset)
            .unwrap_or("")
    }

    /// The sentence's text from an offset on.
    pub(super) fn after(&self, offset: usize) -> &'a str {
        self.text.get(offset..self.sentence.span.end).unwrap_or("")
    }

    /// Index of the first token that ends after an offset: the one that holds it, or the next one.
    pub(super) fn token_from(&self, offset: usize) -> usize {
        self.sentence
            .tokens
            .partition_point(|t| t.span.end <= offset)
    }

    pub(super) fn token(&self, index: usize) -> Option<&'a Token> {
        self.sentence.tokens.get(index)
    }

    /// The last token that ends by an offset.
    pub(super) fn token_before(&self, offset: usize) -> Option<&'a Token> {
        let index = self
            .sentence
            .tokens
            .partition_point(|t| t.span.end <= offset);
        index.checked_sub(1).map(|i| &self.sentence.tokens[i])
    }

    /// The words of a token.
    pub(super) fn form(&self, token: &Token) -> &'a str {
        token.span.of(self.text)
    }

    /// The last word before an offset that only blanks part from it, with its start.
    pub(super) fn word_before(&self, offset: usize) -> Option<(usize, &'a str)> {
        let before = self.before(offset).trim_end();
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'&' | b'-');
        let mut len = before.bytes().rev().take_while(plain).count();
        if before[..before.len() - len].ends_with(|c: char| !c.is_ascii()) {
            let inside = |c: &char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '&' | '-');
            let letters = before.chars().rev().take_while(inside);
            len = letters.map(char::len_utf8).sum();
        }
        let word = &before[before.len() - len..];
        let start = self.sentence.span.start + before.len() - len;
        (len > 0).then_some((start, word))
    }

    /// The next word after an offset that only blanks or one hyphen part from it, with its end.
    pub(super) fn word_after(&self, offset: usize) -> Option<(usize, &'a str)> {
        let after = self.after(offset);
        let rest = after
            .strip_prefix('-')
            .unwrap_or_else(|| after.trim_start());
        let len = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        let end = offset + (after.len() - rest.len()) + len;
        (len > 0).then(|| (end, &rest[..len]))
    }
}

/// A noun that may be counted.
pub(super) fn is_common_noun(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Nn | Xpos::Nns)
}

/// Part of a name.
pub(super) fn is_proper(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Nnp | Xpos::Nnps)
}

/// A noun in the plural.
pub(super) fn is_plural(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Nns | Xpos::Nnps)
}

/// The letters that end a text.
pub(super) fn last_letters(text: &str) -> &str {
    let other = text.bytes().rposition(|byte| !byte.is_ascii_alphabetic());
    match other {
        None => text,
        Some(at) if text.as_bytes()[at].is_ascii() => &text[at + 1..],
        Some(_) => &text[text.trim_end_matches(char::is_alphabetic).len()..],
    }
}

/// Whether a text ends in those words, whatever their case.
pub(super) fn ends_with(text: &str, words: &str) -> bool {
    let start = text.len().checked_sub(words.len());
    start
        .and_then(|start| text.get(start..))
        .is_some_and(|end| end.eq_ignore_ascii_case(words))
}
