//! An article cut once for all that read its letters: words, runs of digits and marks, and the numbers among them.
//!
//! Tokens are too coarse for "7.30am" and too fine for "third-quarter" in some tokenizers; pieces are the same
//! whatever the tokenizer does, and tags are looked up by offset where a rule asks for them.

use std::ops::Range;

use gainsay_syntax::Span;

use super::number::{self, Number};
use super::time::{self, Entry, Leads, Word};
use super::words::{Key, LONGEST, Words, key, letters};
use crate::article::Article;
use crate::document::Document;

/// A word, a run of digits or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Where it begins in the article's text, and where it ends.
    start: u32,
    end: u32,
    /// What the rules of times and numbers know of it.
    pub(super) entry: Entry,
    /// Whether no blank stands before it.
    pub(super) glued: bool,
}

impl Piece {
    #[inline]
    fn of(start: usize, end: usize, entry: Entry, glued: bool) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
            entry,
            glued,
        }
    }

    /// Where it stands in the article's text.
    #[inline]
    pub(super) fn span(&self) -> Span {
        Span {
            start: self.start as usize,
            end: self.end as usize,
        }
    }
}

/// The pieces and numbers of an article, by sentence.
pub struct Cut {
    pieces: Vec<Piece>,
    leading: Vec<u32>,
    numbers: Vec<Number>,
    sentences: Vec<Part>,
}

/// What of an article's pieces and numbers is one sentence's.
struct Part {
    pieces: Range<usize>,
    leading: Range<usize>,
    numbers: Range<usize>,
    cue: bool,
}

/// A sentence in pieces.
#[derive(Clone, Copy)]
pub(super) struct Pieces<'a> {
    /// All of it but blanks.
    pub(super) all: &'a [Piece],
    /// Those that a time may begin with or turn on, if any piece is a cue.
    pub(super) leading: &'a [u32],
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
            leading: Vec::with_capacity(text.len() / 16),
            numbers: Vec::with_capacity(text.len() / 64),
            sentences: Vec::with_capacity(document.sentences.len()),
        };
        for sentence in &document.sentences {
            let (pieces, numbers) = (cut.pieces.len(), cut.numbers.len());
            let leading = cut.leading.len();
            let cue = cut.add(text, sentence.syntax.span);
            if !cue {
                // Nobody will ask for them.
                cut.pieces.truncate(pieces);
                cut.leading.truncate(leading);
            }
            cut.sentences.push(Part {
                pieces: pieces..cut.pieces.len(),
                leading: leading..cut.leading.len(),
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
        let words = time::words();
        let first_piece = self.pieces.len();
        let (mut glued, mut cue, mut read_to) = (false, false, 0);
        let mut at = within.start;
        while let Some(&first) = bytes.get(at) {
            let (start, rest) = (at, &bytes[at..]);
            let blank = blank(first, rest);
            if blank > 0 {
                (glued, at) = (false, start + blank);
                continue;
            }
            let (entry, length) = match first {
                b'a'..=b'z' | b'A'..=b'Z' => word(words, rest),
                b'0'..=b'9' => digits(rest),
                0x80.. => sign(rest),
                _ => (Some(mark(first, rest)), 1),
            };
            at = start + length;
            let Some(entry) = entry else {
                self.pieces.push(Piece::of(start, at, PLAIN, glued));
                glued = true;
                continue;
            };
            self.pieces.push(Piece::of(start, at, entry, glued));
            glued = true;
            // "all" and "new" are cues only as in "All Saints' Day" and "New Year's Eve".
            let named = entry.holidays && first.is_ascii_uppercase();
            cue |= entry.cue || named;
            if named || entry.leads > Leads::FromArticle {
                let before = self.pieces.len() - 1;
                self.leading.push((before - first_piece) as u32);
            }
            if entry.number && start >= read_to {
                let span = Span::new(start, at);
                read_to = number::scan(text, span, end, &mut self.numbers);
            }
        }
        cue
    }

    /// The sentence of that index.
    #[inline]
    pub(super) fn sentence(&self, index: usize) -> Pieces<'_> {
        let part = &self.sentences[index];
        Pieces {
            all: &self.pieces[part.pieces.clone()],
            leading: &self.leading[part.leading.clone()],
            numbers: &self.numbers[part.numbers.clone()],
            cue: part.cue,
        }
    }
}

/// The entry of a word that no table knows.
const PLAIN: Entry = Entry::of(Word::Plain);

/// How many bytes part words here; `first` is the first of them.
#[inline]
fn blank(first: u8, rest: &[u8]) -> usize {
    match first {
        b' ' | b'\n' | b'\t' | b'\r' => 1,
        0x80.. => wide_blank(rest),
        _ => 0,
    }
}

/// What the tables know of the word with which a text begins, if anything, and how many bytes it has.
#[inline]
fn word(words: &Words<Entry>, text: &[u8]) -> (Option<Entry>, usize) {
    let (key, length) = letters(text);
    if text.get(length).is_some_and(|&byte| byte >= 0x80) {
        return mixed(words, text);
    }
    (known(words, key, length).copied(), length)
}

/// What the tables know of the word with that key and so many bytes.
#[inline]
fn known(words: &Words<Entry>, key: Key, length: usize) -> Option<&Entry> {
    let short = length <= LONGEST;
    short.then(|| words.get(key)).flatten()
}

/// A word with letters or marks beyond ASCII, and how many bytes it has: a number may stand in "two—three".
#[cold]
fn mixed(words: &Words<Entry>, text: &[u8]) -> (Option<Entry>, usize) {
    let length = run(text, |byte| byte.is_ascii_alphabetic() || byte >= 0x80);
    let entry = Entry {
        number: true,
        ..*known(words, key(&text[..length]), length).unwrap_or(&PLAIN)
    };
    (Some(entry), length)
}

/// A run of digits; more than a number has are a large one.
fn digits(rest: &[u8]) -> (Option<Entry>, usize) {
    let length = run(rest, |byte| byte.is_ascii_digit());
    let value = rest[..length].iter().fold(0_u32, |value, digit| {
        let tens = value.saturating_mul(10);
        tens.saturating_add(u32::from(digit - b'0'))
    });
    let entry = Entry {
        cue: true,
        number: true,
        ..Entry::leading(Word::Digits(value, length.min(255) as u8))
    };
    (Some(entry), length)
}

/// An ASCII mark: "'90s" and ".5 miles" begin with one.
#[inline]
fn mark(mark: u8, rest: &[u8]) -> Entry {
    let number = mark == b'.' && rest.get(1).is_some_and(u8::is_ascii_digit);
    let entry = if mark == b'\'' || number {
        Entry::leading(Word::Mark(mark))
    } else {
        Entry::of(Word::Mark(mark))
    };
    Entry { number, ..entry }
}

/// How many bytes part words here, none of them ASCII: a no-break space does as a blank does.
#[cold]
fn wide_blank(rest: &[u8]) -> usize {
    let blanks: [&[u8]; 3] = [b"\xC2\xA0", b"\xE2\x80\xAF", b"\xE2\x80\x89"];
    let blank = blanks.into_iter().find(|&blank| rest.starts_with(blank));
    blank.map_or(0, <[u8]>::len)
}

/// What a letter or mark beyond ASCII is by itself, and how many bytes it has.
#[cold]
fn sign(rest: &[u8]) -> (Option<Entry>, usize) {
    let length = 1 + run(&rest[1..], |byte| byte & 0xC0 == 0x80);
    let entry = match &rest[..length] {
        b"\xC2\xBD" => Entry::leading(Word::Half),
        mark => Entry::leading(Word::Mark(simple_mark(mark))),
    };
    let number = true;
    (Some(Entry { number, ..entry }), length)
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
