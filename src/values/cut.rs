//! An article cut once for all that read its letters: words, runs of digits and marks, and the numbers among them.
//!
//! Tokens are too coarse for "7.30am" and too fine for "third-quarter" in some tokenizers; pieces are the same
//! whatever the tokenizer does, and tags are looked up by offset where a rule asks for them.

use std::ops::Range;

use gainsay_syntax::Span;

use super::number::{self, Number};
use super::time::{Entry, Word, look_up};
use crate::article::Article;
use crate::document::Document;

/// A word, a run of digits or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Where it stands in the article's text.
    pub(super) span: Span,
    /// What the rules of times and numbers know of it.
    pub(super) entry: Entry,
    /// Whether no blank stands before it.
    pub(super) glued: bool,
}

/// The pieces and numbers of an article, by sentence.
pub struct Cut {
    pieces: Vec<Piece>,
    numbers: Vec<Number>,
    sentences: Vec<Part>,
}

/// What of an article's pieces and numbers is one sentence's.
struct Part {
    pieces: Range<usize>,
    numbers: Range<usize>,
    cue: bool,
}

/// A sentence in pieces.
#[derive(Clone, Copy)]
pub(super) struct Pieces<'a> {
    /// All of it but blanks.
    pub(super) all: &'a [Piece],
    /// Its numbers, in order, none overlapping.
    pub(super) numbers: &'a [Number],
    /// Whether any piece may be part of a time.
    pub(super) cue: bool,
}

impl Cut {
    /// Cuts an article.
    pub fn new(article: &Article, document: &Document) -> Self {
        let text = article.text.as_str();
        let mut cut = Self {
            // A piece is five bytes, its blank included.
            pieces: Vec::with_capacity(text.len() / 4),
            numbers: Vec::new(),
            sentences: Vec::with_capacity(document.sentences.len()),
        };
        for sentence in &document.sentences {
            let (pieces, numbers) = (cut.pieces.len(), cut.numbers.len());
            let cue = cut.add(text, sentence.syntax.span);
            cut.sentences.push(Part {
                pieces: pieces..cut.pieces.len(),
                numbers: numbers..cut.numbers.len(),
                cue,
            });
        }
        cut
    }

    /// Adds what stands in a stretch, and tells whether any of it may be part of a time.
    fn add(&mut self, text: &str, within: Span) -> bool {
        let end = within.end.min(text.len());
        let bytes = &text.as_bytes()[..end];
        let mut at = within.start.min(end);
        let (mut glued, mut cue, mut read_to) = (false, false, at);
        while at < end {
            let start = at;
            if bytes[start] == b' ' {
                (at, glued) = (start + 1, false);
                continue;
            }
            let entry;
            (entry, at) = piece(bytes, start);
            let Some(entry) = entry else {
                glued = false;
                continue;
            };
            cue |= entry.cue;
            self.pieces.push(Piece {
                span: Span::new(start, at),
                entry,
                glued,
            });
            glued = true;
            if entry.number && start >= read_to {
                read_to = number::scan(text, Span::new(start, at), end, &mut self.numbers);
            }
        }
        cue
    }

    /// The sentence of that index.
    pub(super) fn sentence(&self, index: usize) -> Pieces<'_> {
        let part = &self.sentences[index];
        Pieces {
            all: &self.pieces[part.pieces.clone()],
            numbers: &self.numbers[part.numbers.clone()],
            cue: part.cue,
        }
    }
}

/// What begins at `start`, `None` for a blank, and where it ends.
#[inline]
fn piece(bytes: &[u8], start: usize) -> (Option<Entry>, usize) {
    match bytes[start] {
        b' ' | b'\n' | b'\t' | b'\r' => (None, start + 1),
        b'a'..=b'z' | b'A'..=b'Z' => {
            let end = start + run(&bytes[start..], |byte| byte.is_ascii_alphabetic());
            if bytes.get(end).is_some_and(|&byte| byte >= 0x80) {
                return mixed(bytes, start);
            }
            (Some(word(&bytes[start..end])), end)
        }
        b'0'..=b'9' => {
            let end = start + run(&bytes[start..], |byte| byte.is_ascii_digit());
            (Some(digits(&bytes[start..end])), end)
        }
        mark if mark < 0x80 => {
            let decimal = mark == b'.' && bytes.get(start + 1).is_some_and(u8::is_ascii_digit);
            // "'90s", ".5 miles"
            let entry = if mark == b'\'' || decimal {
                Entry::leading(Word::Mark(mark))
            } else {
                Entry::of(Word::Mark(mark))
            };
            let number = decimal;
            (Some(Entry { number, ..entry }), start + 1)
        }
        _ => {
            let end = start + 1 + run(&bytes[start + 1..], |byte| byte & 0xC0 == 0x80);
            (sign(&bytes[start..end]), end)
        }
    }
}

/// What is known of a word that begins with a letter.
#[inline]
fn word(said: &[u8]) -> Entry {
    match look_up(said) {
        None => Entry::of(Word::Plain),
        // "all" and "new" are cues only as in "All Saints' Day" and "New Year's Eve".
        Some(entry) if entry.holidays => {
            let holidays = said[0].is_ascii_uppercase();
            let cue = entry.cue || holidays;
            Entry {
                cue,
                holidays,
                ..entry
            }
        }
        Some(entry) => entry,
    }
}

/// A word with letters or marks beyond ASCII, and where it ends: a number may stand in "two—three".
fn mixed(bytes: &[u8], start: usize) -> (Option<Entry>, usize) {
    let inside = |byte: u8| byte.is_ascii_alphabetic() || byte >= 0x80;
    let end = start + run(&bytes[start..], inside);
    let entry = Entry {
        number: true,
        ..word(&bytes[start..end])
    };
    (Some(entry), end)
}

/// A run of digits; more than a number has are a large one.
fn digits(said: &[u8]) -> Entry {
    let value = said.iter().fold(0_u32, |value, digit| {
        let tens = value.saturating_mul(10);
        tens.saturating_add(u32::from(digit - b'0'))
    });
    Entry {
        cue: true,
        number: true,
        ..Entry::leading(Word::Digits(value, said.len().min(255) as u8))
    }
}

/// What a letter or mark beyond ASCII is by itself; `None` for a blank.
fn sign(bytes: &[u8]) -> Option<Entry> {
    let entry = match bytes {
        // No-break spaces part words as blanks do.
        b"\xC2\xA0" | b"\xE2\x80\xAF" | b"\xE2\x80\x89" => return None,
        b"\xC2\xBD" => Entry::leading(Word::Half),
        mark => Entry::leading(Word::Mark(simple_mark(mark))),
    };
    Some(Entry {
        number: true,
        ..entry
    })
}

/// How many bytes from the start are of that kind.
#[inline]
fn run(bytes: &[u8], kind: impl Fn(u8) -> bool) -> usize {
    let end = bytes.iter().position(|&byte| !kind(byte));
    end.unwrap_or(bytes.len())
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
