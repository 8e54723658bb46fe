//! The sentence around a number: its text, and its tokens by offset.

use gainsay_syntax::{Sentence, Token, Xpos};

use super::super::Measure;
use super::counted::CountedNoun;
use crate::values::memo::Memo;

/// A sentence and the text that it is part of.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) sentence: &'a Sentence,
    pub(super) found: &'a Found,
}

/// What the rules have found at offsets of the text where they look more than once.
#[derive(Default)]
pub(super) struct Found {
    pub(super) units: Memo<Option<(&'static Measure, usize)>>,
    pub(super) nouns: Memo<Option<CountedNoun>>,
}

impl<'a> Context<'a> {
    /// The sentence's text before an offset; none of it if the offset lies before the sentence.
    #[inline]
    pub(super) fn before(&self, offset: usize) -> &'a str {
        self.text
            .get(self.sentence.span.start..offset)
            .unwrap_or("")
    }

    /// The sentence's text from an offset on.
    #[inline]
    pub(super) fn after(&self, offset: usize) -> &'a str {
        self.text.get(offset..self.sentence.span.end).unwrap_or("")
    }

    /// Index of the first token that ends after an offset: the one that holds it, or the next one.
    #[inline]
    pub(super) fn token_from(&self, offset: usize) -> usize {
        self.sentence
            .tokens
            .partition_point(|t| t.span.end <= offset)
    }

    #[inline]
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
    #[inline]
    pub(super) fn form(&self, token: &Token) -> &'a str {
        token.span.of(self.text)
    }

    /// The last word before an offset that only blanks part from it, with its start.
    pub(super) fn word_before(&self, offset: usize) -> Option<(usize, &'a str)> {
        let before = trimmed(self.before(offset));
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'&' | b'-');
        let start = match before.bytes().rposition(|byte| !plain(byte)) {
            None => 0,
            Some(at) if before.as_bytes()[at].is_ascii() => at + 1,
            Some(_) => {
                let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '&' | '-');
                before.trim_end_matches(inside).len()
            }
        };
        let word = &before[start..];
        (!word.is_empty()).then_some((self.sentence.span.start + start, word))
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

/// Whether a text ends in those words, which are in lower case, whatever its own case.
#[inline]
pub(super) fn ends_with(text: &str, words: &str) -> bool {
    let end = text.len().checked_sub(words.len());
    end.is_some_and(|at| is_same(&text.as_bytes()[at..], words.as_bytes()))
}

/// Whether a text begins with those words, which are in lower case, whatever its own case.
#[inline]
pub(super) fn starts_with(text: &str, words: &str) -> bool {
    let start = text.as_bytes().get(..words.len());
    start.is_some_and(|start| is_same(start, words.as_bytes()))
}

/// Whether two runs of bytes, as long as each other, are the same words; most are told by one letter.
#[inline]
fn is_same(said: &[u8], words: &[u8]) -> bool {
    let differs = |at| said.get(at).map(u8::to_ascii_lowercase) != words.get(at).copied();
    !differs(1) && said.eq_ignore_ascii_case(words)
}

/// A text without the blanks that end it: mostly one behind a word.
#[inline]
pub(super) fn without_blanks(text: &str) -> &str {
    if one_blank_ends(text) {
        &text[..text.len() - 1]
    } else {
        text.trim_end_matches([' ', '\u{a0}'])
    }
}

/// A text without the white space that ends it: mostly one blank behind a word.
#[inline]
pub(super) fn trimmed(text: &str) -> &str {
    if one_blank_ends(text) {
        &text[..text.len() - 1]
    } else {
        text.trim_end()
    }
}

/// Whether a letter, a digit or an ASCII mark and one blank end a text.
#[inline]
fn one_blank_ends(text: &str) -> bool {
    matches!(*text.as_bytes(), [.., last, b' '] if last.is_ascii_graphic())
}

/// The bytes of the blanks that begin a text: mostly one, or none.
#[inline]
pub(super) fn blanks(text: &str) -> usize {
    match *text.as_bytes() {
        [b' ', next, ..] if next.is_ascii_graphic() => 1,
        [first, ..] if first.is_ascii_graphic() => 0,
        _ => text.len() - text.trim_start_matches([' ', '\u{a0}']).len(),
    }
}
