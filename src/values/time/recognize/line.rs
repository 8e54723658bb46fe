//! A sentence in the pieces that times are written in, and the questions that rules ask of them.

use super::lexicon::{Leads, Word};
use crate::values::cut::{Piece, Pieces};
use crate::values::memo::Memo;
use crate::values::number::{self, Number};
use gainsay_syntax::{Sentence, Span, Token};

/// What numbers begin at pieces inside of others, or of what is no number elsewhere: "15" in "7-15".
pub(super) type Inner = Memo<Option<Number>>;

/// A sentence and its pieces.
pub(super) struct Line<'a> {
    /// The article's text.
    pub(super) text: &'a str,
    /// The parsed sentence.
    pub(super) syntax: &'a Sentence,
    /// Its pieces.
    pub(super) pieces: &'a [Piece],
    /// Those that a time may begin with.
    leading: &'a [u32],
    /// Its numbers.
    numbers: &'a [Number],
    /// Those inside of others, by offset.
    inner: &'a Inner,
}

impl<'a> Line<'a> {
    /// A sentence with its pieces.
    pub(super) fn new(
        text: &'a str,
        syntax: &'a Sentence,
        pieces: Pieces<'a>,
        inner: &'a Inner,
    ) -> Self {
        Self {
            text,
            syntax,
            pieces: pieces.all,
            leading: pieces.leading,
            numbers: pieces.numbers,
            inner,
        }
    }

    /// The pieces that a time may begin with.
    pub(super) fn leading(&self) -> impl Iterator<Item = usize> {
        self.leading.iter().map(|&i| i as usize)
    }

    /// The number that begins at piece `i`.
    pub(super) fn number(&self, i: usize) -> Option<Number> {
        let from = self.pieces.get(i).filter(|p| p.entry.number)?.span().start;
        match self.numbers.binary_search_by_key(&from, |n| n.span.start) {
            Ok(found) => Some(self.numbers[found]),
            Err(_) => self.inner.at(from, || {
                number::read(self.text, Span::new(from, self.syntax.span.end))
            }),
        }
    }

    /// The word at `i`; [`Word::Nothing`] outside.
    pub(super) fn word(&self, i: usize) -> Word {
        self.pieces.get(i).map_or(Word::Nothing, |p| p.entry.word)
    }

    /// Whether a unit of time stands behind piece `i`.
    pub(super) fn measures_after(&self, i: usize) -> bool {
        let rest = self.leading.iter().rev().map(|&other| other as usize);
        rest.take_while(|&other| other > i)
            .any(|other| self.word(other).may_measure())
    }

    /// Whether a time may go on with piece `i` after an article.
    pub(super) fn follows_article(&self, i: usize) -> bool {
        self.pieces
            .get(i)
            .is_some_and(|p| p.entry.leads != Leads::Nowhere)
    }

    /// The text of piece `i`; empty outside.
    pub(super) fn text(&self, i: usize) -> &'a str {
        let span = self.pieces.get(i).map(Piece::span);
        span.and_then(|span| self.text.get(span.start..span.end))
            .unwrap_or_default()
    }

    /// The letters of piece `i` as bytes, which is all that a comparison needs; none outside.
    #[inline]
    fn letters(&self, i: usize) -> &'a [u8] {
        let span = self.pieces.get(i).map(Piece::span);
        span.and_then(|span| self.text.as_bytes().get(span.start..span.end))
            .unwrap_or_default()
    }

    /// Whether piece `i` is that word, whatever its case.
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.letters(i).eq_ignore_ascii_case(word.as_bytes())
    }

    /// Whether piece `i` is one of those words.
    pub(super) fn is_one(&self, i: usize, words: &[&str]) -> bool {
        let letters = self.letters(i);
        let mut words = words.iter().map(|word| word.as_bytes());
        words.any(|word| letters.eq_ignore_ascii_case(word))
    }

    /// Whether those words stand from `i` on.
    pub(super) fn are(&self, i: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(n, w)| self.is(i + n, w))
    }

    /// Whether piece `i` is that mark.
    pub(super) fn mark(&self, i: usize, mark: u8) -> bool {
        self.word(i) == Word::Mark(mark)
    }

    /// Whether piece `i` follows the one before it with no blank.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.pieces.get(i).is_some_and(|p| p.glued)
    }

    /// Whether piece `i` begins with a capital.
    pub(super) fn capital(&self, i: usize) -> bool {
        self.letters(i).first().is_some_and(u8::is_ascii_uppercase)
    }

    /// The index of the token that piece `i` lies in.
    pub(super) fn token_index(&self, i: usize) -> Option<usize> {
        let start = self.pieces.get(i)?.span().start;
        let found = self.syntax.tokens.partition_point(|t| t.span.end <= start);
        (found < self.syntax.tokens.len()).then_some(found)
    }

    /// The token that piece `i` lies in.
    pub(super) fn token(&self, i: usize) -> Option<&'a Token> {
        self.token_index(i).map(|t| &self.syntax.tokens[t])
    }

    /// The stretch of pieces `from..to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        Span::new(
            self.pieces[from].span().start,
            self.pieces[to - 1].span().end,
        )
    }
}
