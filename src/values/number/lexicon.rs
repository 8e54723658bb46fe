//! The words that numbers are made of, and a cursor that takes them from a text one after the other.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::rows;
use crate::values::openings::Openings;
use crate::values::words::{Key, key};

/// What a number word contributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Unit,
    Teen,
    Tens,
    Hundred,
    Scale,
    Dozen,
    Couple,
    Vague,
    Article,
    And,
    Of,
    Half,
    Part,
    Parts,
    Ordinal,
}

impl Class {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "unit" => Self::Unit,
            "teen" => Self::Teen,
            "tens" => Self::Tens,
            "hundred" => Self::Hundred,
            "scale" => Self::Scale,
            "dozen" => Self::Dozen,
            "couple" => Self::Couple,
            "vague" => Self::Vague,
            "article" => Self::Article,
            "and" => Self::And,
            "of" => Self::Of,
            "half" => Self::Half,
            "part" => Self::Part,
            "parts" => Self::Parts,
            "ordinal" => Self::Ordinal,
            _ => return None,
        })
    }

    /// Whether a number may begin with such a word ("million" and "thirds" need one before them).
    pub(super) fn begins(self) -> bool {
        match self {
            Self::Unit
            | Self::Teen
            | Self::Tens
            | Self::Vague
            | Self::Article
            | Self::Half
            | Self::Ordinal => true,
            Self::Hundred
            | Self::Scale
            | Self::Dozen
            | Self::Couple
            | Self::And
            | Self::Of
            | Self::Part
            | Self::Parts => false,
        }
    }
}

/// The number words, each with its class and value.
struct Lexicon {
    openings: Openings,
    /// The openings of the words that begin a number: "and" and "of" stand only inside one.
    beginnings: Openings,
    words: FxHashMap<Key, (Class, f64)>,
}

const TABLE: &str = include_str!("lexicon.tsv");

/// The words of the table.
fn surfaces() -> impl Iterator<Item = &'static str> {
    rows(TABLE).map(|[word]| word)
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let entry = |[word, class, value]: [&'static str; 3]| {
        let class = Class::from_name(class).expect("the class column names a class");
        let value = value.parse().expect("the value is a number");
        (key(word), (class, value))
    };
    let words: FxHashMap<Key, (Class, f64)> = rows(TABLE).map(entry).collect();
    let begins = |word: &&str| words[&key(word)].0.begins();
    Lexicon {
        openings: Openings::new(surfaces().map(str::as_bytes)),
        beginnings: Openings::new(surfaces().filter(begins).map(str::as_bytes)),
        words,
    }
});

/// The words that a number may begin with.
pub(in crate::values) fn beginnings() -> impl Iterator<Item = &'static str> {
    surfaces().filter(|word| begins_number(word))
}

/// The bytes of the longest number word at most.
const LONGEST: usize = 12;

/// The class and value of a number word, in any case.
pub(super) fn lookup(word: &str) -> Option<(Class, f64)> {
    if word.len() > LONGEST || !LEXICON.openings.may_have(word) {
        return None;
    }
    LEXICON.words.get(&key(word)).copied()
}

/// Whether a word may be one of the table; if not, it is none.
pub(super) fn may_be_number_word(word: &[u8]) -> bool {
    word.len() <= LONGEST && LEXICON.openings.may_have(word)
}

/// Whether a number may begin with a word; nearly all that begin none are told by two letters and the length.
pub(super) fn begins_number(word: &str) -> bool {
    word.len() <= LONGEST
        && LEXICON.beginnings.may_have(word)
        && lookup(word).is_some_and(|(class, _)| class.begins())
}

/// Words of a stretch of text, one after the other, joined by single spaces or hyphens.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    /// After the last word that was taken.
    pub(super) at: usize,
    end: usize,
}

/// A number word ahead of a cursor.
#[derive(Clone, Copy)]
pub(super) struct Ahead {
    pub(super) class: Class,
    pub(super) value: f64,
    /// Offset after the word.
    pub(super) end: usize,
    /// Whether a hyphen joins it to what stands before it.
    pub(super) hyphen: bool,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str, at: usize, end: usize) -> Self {
        Self { text, at, end }
    }

    /// The number word that comes next, if the next word is one.
    pub(super) fn peek(self) -> Option<Ahead> {
        let rest = &self.text[self.at..self.end];
        let (joint, hyphen) = match *rest.as_bytes() {
            [b' ', first, ..] if first.is_ascii_alphabetic() => (1, false),
            [first, ..] if first.is_ascii_alphabetic() => (0, false),
            [b'-', ..] => (0, true),
            [b' ' | b'\n' | 0xC2, ..] => {
                let blanks = rest.trim_start_matches([' ', '\u{a0}', '\n']);
                (rest.len() - blanks.len(), false)
            }
            _ => return None,
        };
        let start = self.at + if hyphen { 1 } else { joint };
        let word = word_at(self.text, start, self.end)?;
        let (class, value) = lookup(word)?;
        (joint <= 2).then_some(Ahead {
            class,
            value,
            end: start + word.len(),
            hyphen,
        })
    }

    /// Whether the words since `start` measure a change: "rose by a third.", "fell almost a quarter in May"; not "by a
    /// third party".
    pub(super) fn stands_as_measure(self, start: usize) -> bool {
        let before = self.text[..start].trim_end();
        let changes = [
            "by",
            "by about",
            "by almost",
            "by nearly",
            "by around",
            "by over",
            "by roughly",
            "than",
            "rose",
            "fell",
            "almost",
            "nearly",
        ];
        let measures = changes.iter().any(|words| {
            before
                .strip_suffix(words)
                .is_some_and(|rest| rest.ends_with(' '))
        });
        let rest = &self.text[self.at..self.end];
        let word = rest
            .trim_start()
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or("");
        let goes_on = [
            "", "by", "in", "to", "since", "over", "this", "last", "from", "on", "at", "compared",
            "and", "during", "after",
        ];
        measures && goes_on.contains(&word)
    }

    /// The next word, if it is of one of these classes, taken.
    pub(super) fn take(&mut self, classes: &[Class]) -> Option<Ahead> {
        let ahead = self.peek().filter(|a| classes.contains(&a.class))?;
        self.at = ahead.end;
        Some(ahead)
    }
}

/// The letters from `start` on, unless other letters or digits follow them at once.
fn word_at(text: &str, start: usize, end: usize) -> Option<&str> {
    let rest = &text[start..end];
    let bytes = rest.as_bytes();
    let letters = bytes.iter().position(|byte| !byte.is_ascii_alphabetic());
    let len = letters.unwrap_or(bytes.len());
    let goes_on = match bytes.get(len) {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_digit(),
        Some(_) => rest[len..].starts_with(char::is_alphanumeric),
    };
    (len > 0 && !goes_on).then(|| &rest[..len])
}
