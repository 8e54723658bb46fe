//! The words that numbers are made of, and a cursor that takes them from a text one after the other.

use std::sync::LazyLock;

use crate::lexicon::rows;
use crate::values::words::{Words, key, letters};

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

const TABLE: &str = include_str!("lexicon.tsv");

/// The words of the table.
fn surfaces() -> impl Iterator<Item = &'static str> {
    rows(TABLE).map(|[word]| word)
}

/// The number words, each with its class and value; all are shorter than a key.
static LEXICON: LazyLock<Words<(Class, f64)>> = LazyLock::new(|| {
    let entry = |[word, class, value]: [&'static str; 3]| {
        let class = Class::from_name(class).expect("the class column names a class");
        let value = value.parse().expect("the value is a number");
        (key(word), (class, value))
    };
    Words::new(rows(TABLE).map(entry).collect())
});

/// The words that a number may begin with.
pub(in crate::values) fn beginnings() -> impl Iterator<Item = &'static str> {
    surfaces().filter(|word| begins_number(word))
}

/// The class and value of a number word, in any case.
pub(super) fn lookup(word: &str) -> Option<(Class, f64)> {
    LEXICON.get(key(word)).copied()
}

/// Whether the letters with which a text begins are a number word.
pub(super) fn begins_with_number_word(text: &[u8]) -> bool {
    LEXICON.get(letters(text).0).is_some()
}

/// Whether a number may begin with a word.
pub(super) fn begins_number(word: &str) -> bool {
    lookup(word).is_some_and(|(class, _)| class.begins())
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
        let rest = &self.text.as_bytes()[self.at..self.end];
        let joint = joint(rest)?;
        let (key, length) = letters(&rest[joint..]);
        let &(class, value) = LEXICON.get(key)?;
        let end = self.at + joint + length;
        let goes_on = match rest.get(joint + length) {
            None => false,
            Some(byte) if byte.is_ascii() => byte.is_ascii_digit(),
            Some(_) => self.text[end..self.end].starts_with(char::is_alphanumeric),
        };
        (!goes_on).then_some(Ahead {
            class,
            value,
            end,
            hyphen: rest[0] == b'-',
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

/// The bytes that part a number word from what stands before it: a hyphen, or two bytes of blanks at most.
fn joint(rest: &[u8]) -> Option<usize> {
    match *rest {
        [first, ..] if first.is_ascii_alphabetic() => Some(0),
        [b' ' | b'\n', first, ..] if first.is_ascii_alphabetic() => Some(1),
        [b'-', ..] => Some(1),
        [b' ' | b'\n', b' ' | b'\n', ..] | [0xC2, 0xA0, ..] => Some(2),
        _ => None,
    }
}
