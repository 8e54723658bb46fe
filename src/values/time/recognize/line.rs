//! A sentence cut into the pieces that times are written in: words, runs of digits, single marks.
//!
//! Tokens are too coarse for "7.30am" and too fine for "third-quarter" in some tokenizers; pieces are the same
//! whatever the tokenizer does, and tags are looked up by offset where a rule asks for them.

use super::lexicon::{self, Entry, Leads, Word};
use crate::values::memo::Memo;
use crate::values::number::{self, Number};
use gainsay_syntax::{Sentence, Span, Token};

/// A word, a run of digits or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// Where it stands in the article's text.
    pub(super) span: Span,
    /// Its letters, digits or mark.
    pub(super) text: &'a str,
    /// What it is to the rules.
    pub(super) word: Word,
    /// What the rules make of it.
    pub(super) leads: Leads,
    /// Whether a named day may begin with it.
    pub(super) holidays: bool,
    /// Whether no blank stands before it.
    pub(super) glued: bool,
}

/// A sentence and its pieces.
pub(super) struct Line<'a> {
    /// The article's text.
    pub(super) text: &'a str,
    /// The parsed sentence.
    pub(super) syntax: &'a Sentence,
    /// Its pieces.
    pub(super) pieces: Vec<Piece<'a>>,
    /// Its numbers.
    numbers: &'a [Number],
    /// What begins at pieces inside of them, or of what is no number elsewhere: "15" in "7-15".
    inner: Memo<Option<Number>>,
    /// Whether any of them may be part of a time.
    pub(super) cue: bool,
}

impl<'a> Line<'a> {
    /// Cuts a sentence into its pieces.
    pub(super) fn new(text: &'a str, syntax: &'a Sentence, numbers: &'a [Number]) -> Self {
        let mut line = Self {
            text,
            syntax,
            pieces: Vec::with_capacity(syntax.tokens.len() + 8),
            numbers,
            inner: Memo::default(),
            cue: false,
        };
        let end = syntax.span.end.min(text.len());
        let bytes = text.as_bytes();
        let (mut at, mut glued) = (syntax.span.start.min(end), false);
        while at < end {
            let start = at;
            if bytes[at] == b' ' {
                (at, glued) = (at + 1, false);
                continue;
            }
            let entry;
            (entry, at) = cut(text, start, end);
            if let Some(entry) = entry {
                line.cue |= entry.cue;
                line.pieces.push(Piece {
                    span: Span::new(start, at),
                    text: text.get(start..at).unwrap_or_default(),
                    word: entry.word,
                    leads: entry.leads,
                    holidays: entry.holidays,
                    glued,
                });
            }
            glued = entry.is_some();
        }
        line
    }

    /// The number that begins at piece `i`.
    pub(super) fn number(&self, i: usize) -> Option<Number> {
        let from = self.pieces.get(i)?.span.start;
        match self.numbers.binary_search_by_key(&from, |n| n.span.start) {
            Ok(found) => Some(self.numbers[found]),
            Err(_) => self.inner.at(i, || {
                number::read(self.text, Span::new(from, self.syntax.span.end))
            }),
        }
    }

    /// The word at `i`; [`Word::Nothing`] outside.
    pub(super) fn word(&self, i: usize) -> Word {
        self.pieces.get(i).map_or(Word::Nothing, |p| p.word)
    }

    /// Whether a time may go on with piece `i` after an article.
    pub(super) fn follows_article(&self, i: usize) -> bool {
        self.pieces
            .get(i)
            .is_some_and(|p| p.leads != Leads::Nowhere)
    }

    /// The text of piece `i`; empty outside.
    pub(super) fn text(&self, i: usize) -> &'a str {
        self.pieces.get(i).map_or("", |p| p.text)
    }

    /// Whether piece `i` is that word, whatever its case.
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.text(i).eq_ignore_ascii_case(word)
    }

    /// Whether piece `i` is one of those words.
    pub(super) fn is_one(&self, i: usize, words: &[&str]) -> bool {
        let text = self.text(i);
        words.iter().any(|w| text.eq_ignore_ascii_case(w))
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
        self.text(i)
            .as_bytes()
            .first()
            .is_some_and(u8::is_ascii_uppercase)
    }

    /// The index of the token that piece `i` lies in.
    pub(super) fn token_index(&self, i: usize) -> Option<usize> {
        let start = self.pieces.get(i)?.span.start;
        let found = self.syntax.tokens.partition_point(|t| t.span.end <= start);
        (found < self.syntax.tokens.len()).then_some(found)
    }

    /// The token that piece `i` lies in.
    pub(super) fn token(&self, i: usize) -> Option<&'a Token> {
        self.token_index(i).map(|t| &self.syntax.tokens[t])
    }

    /// The stretch of pieces `from..to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.pieces[from].span.start, self.pieces[to - 1].span.end)
    }
}

/// What begins at `start`, `None` for a blank, and where it ends.
fn cut(text: &str, start: usize, end: usize) -> (Option<Entry>, usize) {
    let bytes = &text.as_bytes()[..end];
    match bytes[start] {
        b'\n' | b'\t' | b'\r' | b' ' => (None, start + 1),
        b'a'..=b'z' | b'A'..=b'Z' => {
            let end = start + run(&bytes[start..], |b| b.is_ascii_alphabetic() || b >= 0x80);
            let entry = text.get(start..end).and_then(lexicon::look_up);
            let entry = entry.unwrap_or(Entry::of(Word::Plain));
            // "all" and "new" are cues only as in "All Saints' Day" and "New Year's Eve".
            let holidays = entry.holidays && bytes[start].is_ascii_uppercase();
            let cue = entry.cue || holidays;
            (
                Some(Entry {
                    cue,
                    holidays,
                    ..entry
                }),
                end,
            )
        }
        b'0'..=b'9' => {
            let end = start + run(&bytes[start..], |b| b.is_ascii_digit());
            let number = text[start..end].parse().unwrap_or(u32::MAX);
            let entry = Entry {
                cue: true,
                ..Entry::leading(Word::Digits(number, (end - start).min(255) as u8))
            };
            (Some(entry), end)
        }
        mark if mark < 0x80 => {
            let decimal = mark == b'.' && bytes.get(start + 1).is_some_and(u8::is_ascii_digit);
            // "'90s", ".5 miles"
            let entry = if mark == b'\'' || decimal {
                Entry::leading(Word::Mark(mark))
            } else {
                Entry::of(Word::Mark(mark))
            };
            (Some(entry), start + 1)
        }
        _ => {
            let end = start + 1 + run(&bytes[start + 1..], |b| b & 0xC0 == 0x80);
            let entry = match &bytes[start..end] {
                // No-break spaces part words as blanks do.
                b"\xC2\xA0" | b"\xE2\x80\xAF" | b"\xE2\x80\x89" => None,
                b"\xC2\xBD" => Some(Entry::leading(Word::Half)),
                mark => Some(Entry::leading(Word::Mark(simple_mark(mark)))),
            };
            (entry, end)
        }
    }
}

/// How many bytes from the start are of that kind.
fn run(bytes: &[u8], kind: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|&&b| kind(b)).count()
}

/// The ASCII mark that a typographic one stands for; 0 for any other.
fn simple_mark(bytes: &[u8]) -> u8 {
    match bytes {
        // Hyphen, no-break hyphen, figure dash, en dash, minus.
        [0xE2, 0x80, 0x90..=0x93] | [0xE2, 0x88, 0x92] => b'-',
        // Quotation marks that serve as apostrophes.
        [0xE2, 0x80, 0x98 | 0x99] => b'\'',
        _ => 0,
    }
}
