//! Numbers before a unit of time, as digits or words: "two", "2 1/2", "a couple of", "several".

use super::super::Modifier;
use super::lexicon::Word;
use super::line::Line;
use crate::values::number::Kind;

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
    match line.word(i) {
        Word::Plain => vague_count(line, i)
            .or_else(|| article(line, i))
            .or_else(|| exact_count(line, i)),
        Word::Half
        | Word::Digits(..)
        | Word::Cardinal(_)
        | Word::Scale(_)
        | Word::Ordinal(_)
        | Word::Mark(_) => exact_count(line, i),
        // No other word of time begins a count.
        _ => None,
    }
}

/// "two", "2 1/2", "1.25": a half is told, other parts make the count rough.
fn exact_count(line: &Line, i: usize) -> Option<(Count, usize)> {
    let (value, end) = read(line, i, Kind::Cardinal)?;
    let half = (value.fract() - 0.5).abs() < 0.01;
    let rough = value.fract() > 0.0 && !half;
    let modifier = rough.then_some(Modifier::Approx);
    let count = Count {
        half,
        modifier,
        ..Count::exact(value as u32)
    };
    Some((count, end))
}

/// "a week" is one, "a hundred weeks" is not.
fn article(line: &Line, i: usize) -> Option<(Count, usize)> {
    let bare = line.word(i) == Word::Plain
        && line.is_one(i, &["a", "an"])
        && !matches!(line.word(i + 1), Word::Scale(_));
    bare.then(|| (Count::exact(1), i + 1))
}

/// The number that begins at piece `i`, if it is of that kind, and the piece after it.
fn read(line: &Line, i: usize, kind: Kind) -> Option<(f64, usize)> {
    // The last part of "2:05:30" or "1.25" is no number of its own.
    if line.glued(i) && matches!(line.word(i.wrapping_sub(1)), Word::Mark(b':' | b'.' | b',')) {
        return None;
    }
    let found = line.number(i)?;
    let small = (0.0..4e9).contains(&found.value);
    if found.kind != kind || !small {
        return None;
    }
    let mut pieces = line.pieces[i..].iter();
    let last = pieces.position(|piece| piece.span().end >= found.span.end)?;
    let ends = line.pieces[i + last].span().end == found.span.end;
    ends.then_some((found.value, i + last + 1))
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
    // "In as many weeks" is as many as were told before.
    let many = line.is(i, "many") && !line.is(i.wrapping_sub(1), "as");
    if line.is(after_article, "few") || line.is(i, "several") || many {
        let after = if line.is(i, "several") || many {
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
    if let Some((one, end)) = article(line, i) {
        return one.whole.map(|n| (n, end));
    }
    let (value, end) = read(line, i, Kind::Cardinal)?;
    (value.fract() == 0.0).then_some((value as u32, end))
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
    let may_be = match line.word(i) {
        // "7th" is written in one, "1,000th" with commas.
        Word::Digits(..) => {
            line.glued(i + 1) && matches!(line.word(i + 1), Word::Plain | Word::Mark(b','))
        }
        // "twenty-first", "hundredth".
        Word::Cardinal(number) => number % 10 == 0,
        _ => true,
    };
    if !may_be {
        return None;
    }
    let (value, end) = read(line, i, Kind::Ordinal)?;
    Some((value as u32, end))
}
