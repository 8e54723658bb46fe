//! Numbers before a unit of time, as digits or words: "two", "2 1/2", "a couple of", "several".

use super::super::Modifier;
use super::lexicon::Word;
use super::line::Line;

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// The whole number; `None` for "several".
    pub(super) whole: Option<u32>,
    /// Whether a half comes on top.
    pub(super) half: bool,
    /// Whether the words themselves are inexact ("a couple").
    pub(super) modifier: Option<Modifier>,
}

impl Count {
    const fn exact(number: u32) -> Self {
        Self {
            whole: Some(number),
            half: false,
            modifier: None,
        }
    }

    const SEVERAL: Self = Self {
        whole: None,
        half: false,
        modifier: None,
    };
}

/// The count that begins at piece `i`, and the piece after it.
///
/// "two and a half", "1.5", "2 1/2", "a hundred", "half an", "a couple of", "several", "dozens of", "a"
pub(super) fn count(line: &Line, i: usize) -> Option<(Count, usize)> {
    vague_count(line, i).or_else(|| {
        let (number, end) = cardinal(line, i)?;
        let (half, end) = match half(line, end) {
            Some(end) => (true, end),
            None => (false, end),
        };
        let exact = Count::exact(number);
        Some((Count { half, ..exact }, end))
    })
}

/// "a couple of", "a few", "several", "half an", "dozens of"
fn vague_count(line: &Line, i: usize) -> Option<(Count, usize)> {
    let after_article = i + usize::from(line.is_one(i, &["a", "an", "the"]));
    let of = |at: usize| at + usize::from(line.is(at, "of"));
    if line.is(after_article, "couple") {
        let modifier = Some(Modifier::Approx);
        let two = Count::exact(2);
        return Some((Count { modifier, ..two }, of(after_article + 1)));
    }
    if line.is(after_article, "few") || line.is(i, "several") || line.is(i, "many") {
        let after = if line.is(i, "several") || line.is(i, "many") {
            i
        } else {
            after_article
        };
        return Some((Count::SEVERAL, after + 1));
    }
    if line.is(after_article, "number") && line.is(after_article + 1, "of") {
        return Some((Count::SEVERAL, after_article + 2));
    }
    if line.is_one(i, &["dozens", "scores", "hundreds", "thousands", "tens"])
        && line.is(i + 1, "of")
    {
        return Some((Count::SEVERAL, i + 2));
    }
    let half = line
        .is(after_article, "half")
        .then_some(after_article + 1)?;
    let end = half + usize::from(line.is_one(half, &["a", "an"]));
    let half_only = Count {
        whole: Some(0),
        half: true,
        modifier: None,
    };
    Some((half_only, end))
}

/// A whole number: "1,500", "twenty-four", "two hundred", "a hundred", "a".
pub(super) fn cardinal(line: &Line, i: usize) -> Option<(u32, usize)> {
    // The last part of "2:05:30" or "1.25" is no number of its own.
    if line.glued(i) && matches!(line.word(i.wrapping_sub(1)), Word::Mark(b':' | b'.' | b',')) {
        return None;
    }
    let (mut number, mut end) = match line.word(i) {
        Word::Digits(number, _) => {
            let thousands = line.mark(i + 1, b',') && line.glued(i + 1) && line.glued(i + 2);
            match line.word(i + 2) {
                Word::Digits(rest, 3) if thousands => {
                    (number.checked_mul(1000)?.checked_add(rest)?, i + 3)
                }
                _ => (number, i + 1),
            }
        }
        Word::Cardinal(tens) => {
            let hyphen = usize::from(line.mark(i + 1, b'-'));
            match line.word(i + 1 + hyphen) {
                Word::Cardinal(ones) if tens >= 20 && ones < 10 => (tens + ones, i + 2 + hyphen),
                _ => (tens, i + 1),
            }
        }
        Word::Scale(scale) => (scale, i + 1),
        _ if line.is_one(i, &["a", "an"]) => (1, i + 1),
        _ => return None,
    };
    while let Word::Scale(scale) = line.word(end) {
        number = number.checked_mul(scale)?;
        end += 1;
    }
    Some((number, end))
}

/// The end of a half after a number: ".5", " 1/2", "½", " and a half".
fn half(line: &Line, i: usize) -> Option<usize> {
    let digit = |at: usize, n: u32| matches!(line.word(at), Word::Digits(m, 1) if m == n);
    if line.word(i) == Word::Half {
        return Some(i + 1);
    }
    if line.mark(i, b'.') && line.glued(i) && line.glued(i + 1) && digit(i + 1, 5) {
        return Some(i + 2);
    }
    let hyphen = usize::from(line.mark(i, b'-'));
    if digit(i + hyphen, 1) && line.mark(i + hyphen + 1, b'/') && digit(i + hyphen + 2, 2) {
        return Some(i + hyphen + 3);
    }
    and_a_half(line, i)
}

/// "and a half", also with hyphens.
pub(super) fn and_a_half(line: &Line, i: usize) -> Option<usize> {
    let skip = |at: usize| at + usize::from(line.mark(at, b'-'));
    let and = skip(i);
    let a = skip(and + 1);
    let half = skip(a + 1);
    (line.is(and, "and") && line.is_one(a, &["a", "one"]) && line.is(half, "half"))
        .then_some(half + 1)
}

/// An ordinal in words or digits: "seventh", "twenty-first", "7th".
pub(super) fn ordinal(line: &Line, i: usize) -> Option<(u32, usize)> {
    match line.word(i) {
        Word::Ordinal(n) => Some((n as u32, i + 1)),
        Word::Cardinal(tens) if tens >= 20 => {
            let hyphen = usize::from(line.mark(i + 1, b'-'));
            match line.word(i + 1 + hyphen) {
                Word::Ordinal(n) if n < 10 => Some((tens + n as u32, i + 2 + hyphen)),
                _ => None,
            }
        }
        Word::Digits(n, 1..=3)
            if line.glued(i + 1) && line.is_one(i + 1, &["st", "nd", "rd", "th"]) =>
        {
            Some((n, i + 2))
        }
        _ => None,
    }
}
