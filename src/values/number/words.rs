//! Numbers that begin with a word: "two hundred and forty", "half a million", "dozens", "twenty-first", "two-thirds".

use super::lexicon::{Ahead, Class, Cursor, lookup};
use super::{Form, Kind, Number, implied_grain};
use gainsay_syntax::Span;

/// Reads the number in words that begins at `within.start`.
pub(super) fn read(text: &str, within: Span) -> Option<Number> {
    let mut cursor = Cursor::new(text, within.start, within.end);
    let first = cursor.peek().filter(|first| first.class.begins())?;
    let (value, grain, kind) = match first.class {
        Class::Half => half(&mut cursor)?,
        Class::Vague => vague(&mut cursor)?,
        Class::Ordinal => {
            cursor.at = first.end;
            (first.value, 1.0, Kind::Ordinal)
        }
        Class::Article => article(&mut cursor, first)?,
        Class::Unit | Class::Teen | Class::Tens => {
            cursor.at = first.end;
            counted(&mut cursor, first.value)
        }
        Class::Hundred
        | Class::Scale
        | Class::Dozen
        | Class::Couple
        | Class::And
        | Class::Of
        | Class::Part
        | Class::Parts => return None,
    };
    let span = Span::new(within.start, cursor.at);
    Some(Number {
        span,
        value,
        grain,
        // No word that multiplies begins a number.
        scale: if cursor.at == first.end {
            1.0
        } else {
            last_scale(span.of(text))
        },
        kind,
        form: Form::Words,
    })
}

/// What the last word multiplies by: a hundred in "two hundred".
fn last_scale(said: &str) -> f64 {
    let last = said
        .rsplit([' ', '-', '\u{a0}', '\n'])
        .next()
        .and_then(lookup);
    match last {
        Some((Class::Hundred | Class::Scale | Class::Dozen, value)) => value,
        _ => 1.0,
    }
}

/// Value, grain and kind.
type Reading = (f64, f64, Kind);

/// "half", "half a million", "half-dozen".
fn half(cursor: &mut Cursor) -> Option<Reading> {
    cursor.take(&[Class::Half])?;
    let mut ahead = *cursor;
    ahead.take(&[Class::Article]);
    if let Some(scale) = ahead.take(&[Class::Scale, Class::Hundred, Class::Dozen]) {
        *cursor = ahead;
        return Some((scale.value / 2.0, scale.value / 5.0, Kind::Cardinal));
    }
    Some((0.5, 0.05, Kind::Fraction))
}

/// "dozens", "tens of thousands", "hundreds of millions"; bare "tens" and "scores" only before "of".
fn vague(cursor: &mut Cursor) -> Option<Reading> {
    let first = cursor.take(&[Class::Vague])?;
    let mut ahead = *cursor;
    let of = ahead.take(&[Class::Of]).is_some();
    if let Some(second) = ahead
        .take(&[Class::Vague])
        .filter(|a| of && a.value > first.value)
    {
        *cursor = ahead;
        return Some({
            let value = first.value * second.value;
            (value, implied_grain(value, 0), Kind::Vague)
        });
    }
    let alone = ![10.0, 20.0].contains(&first.value);
    (of || alone).then_some((first.value, implied_grain(first.value, 0), Kind::Vague))
}

/// "a hundred and fifty", "a dozen", "a couple of hundred", "a third of"; never the article alone.
fn article(cursor: &mut Cursor, article: Ahead) -> Option<Reading> {
    let start = cursor.at;
    cursor.at = article.end;
    let next = cursor.peek()?;
    match next.class {
        Class::Couple => {
            cursor.at = next.end;
            Some(couple(cursor))
        }
        Class::Hundred | Class::Scale | Class::Dozen => Some(counted(cursor, 1.0)),
        Class::Half if next.hyphen => None,
        Class::Half => {
            let reading = half(cursor)?;
            (reading.2 == Kind::Cardinal || before_of(*cursor)).then_some(reading)
        }
        Class::Ordinal | Class::Part if next.value > 2.0 => {
            cursor.at = next.end;
            (before_of(*cursor) || cursor.stands_as_measure(start))
                .then(|| share_of_scale(cursor, 1.0, next.value))
        }
        _ => None,
    }
}

/// "a couple", "a couple of thousand".
fn couple(cursor: &mut Cursor) -> Reading {
    let mut ahead = *cursor;
    ahead.take(&[Class::Of]);
    match ahead.take(&[Class::Hundred, Class::Scale, Class::Dozen]) {
        Some(scale) => {
            *cursor = ahead;
            (2.0 * scale.value, scale.value, Kind::Cardinal)
        }
        None => (2.0, 3.0, Kind::Cardinal),
    }
}

fn before_of(cursor: Cursor) -> bool {
    cursor.peek().is_some_and(|a| a.class == Class::Of)
}

/// A fraction, or what it is of where that is a round number: "a quarter of a million".
fn share_of_scale(cursor: &mut Cursor, parts: f64, of: f64) -> Reading {
    let share = parts / of;
    let mut ahead = *cursor;
    ahead.take(&[Class::Of]);
    if ahead.take(&[Class::Article]).is_some()
        && let Some(scale) = ahead.take(&[Class::Scale])
    {
        *cursor = ahead;
        return (share * scale.value, scale.value / 20.0, Kind::Cardinal);
    }
    (share, 0.05, Kind::Fraction)
}

/// What follows the first word of "two hundred and forty-three thousand", "two dozen", "two and a half million",
/// "twenty-first" and "two-thirds".
fn counted(cursor: &mut Cursor, first: f64) -> Reading {
    if cursor.peek().is_none() {
        return (first, implied_grain(first, 0), Kind::Cardinal);
    }
    // `total` holds what a scale word has closed, `group` the number below it, `room` what may still be added to it.
    let (mut total, mut group) = (0.0, first);
    let mut room = if first >= 20.0 { 10.0 } else { 1.0 };
    while let Some(next) = after_and(*cursor, room).and_then(Cursor::peek) {
        match next.class {
            Class::Unit if room >= 10.0 && next.value > 0.0 => {
                (group, room) = (group + next.value, 1.0);
            }
            Class::Teen if room >= 100.0 => (group, room) = (group + next.value, 1.0),
            Class::Tens if room >= 100.0 => (group, room) = (group + next.value, 10.0),
            Class::Hundred if (1.0..100.0).contains(&group) => {
                (group, room) = (group * 100.0, 100.0);
            }
            Class::Scale if group > 0.0 && (total == 0.0 || next.value < total) => {
                (total, group, room) = (total + group * next.value, 0.0, 1000.0);
            }
            _ => return last_word(cursor, total, group, room, next),
        }
        cursor.at = next.end;
    }
    plain(cursor, total + group)
}

/// A number in words without more of them, but for "and a half".
fn plain(cursor: &mut Cursor, value: f64) -> Reading {
    mixed(cursor, value).unwrap_or((value, implied_grain(value, 0), Kind::Cardinal))
}

/// A word that can only be a number's last: "dozen", an ordinal, the parts of a fraction.
fn last_word(cursor: &mut Cursor, total: f64, group: f64, room: f64, next: Ahead) -> Reading {
    match next.class {
        Class::Dozen if total == 0.0 && group < 100.0 => {
            cursor.at = next.end;
            let grain = if group > 1.0 { 6.0 } else { 2.0 };
            (group * next.value, grain, Kind::Cardinal)
        }
        Class::Ordinal if room >= 10.0 && next.value < room && next.value < 20.0 => {
            cursor.at = next.end;
            (total + group + next.value, 1.0, Kind::Ordinal)
        }
        Class::Ordinal | Class::Part | Class::Parts if total == 0.0 => {
            share(cursor, group, next).unwrap_or_else(|| plain(cursor, group))
        }
        _ => plain(cursor, total + group),
    }
}

/// The cursor past an "and" that goes on with a number below a hundred ("two hundred and four"), or as it is.
fn after_and(cursor: Cursor, room: f64) -> Option<Cursor> {
    let mut past = cursor;
    if past.take(&[Class::And]).is_none() {
        return Some(cursor);
    }
    let small = past
        .peek()
        .is_some_and(|a| matches!(a.class, Class::Unit | Class::Teen | Class::Tens));
    (room >= 100.0 && small).then_some(past)
}

/// "two-thirds", "one fifth", "three quarters of"; not "five seconds", "two quarters".
fn share(cursor: &mut Cursor, parts: f64, next: Ahead) -> Option<Reading> {
    let mut past = *cursor;
    past.at = next.end;
    let quarters = (4.0..5.0).contains(&next.value) && !matches!(next.class, Class::Ordinal);
    let bound = next.hyphen || before_of(past);
    let fits = match next.class {
        Class::Ordinal | Class::Part => parts < 2.0 && next.value > 2.0,
        _ => parts > 1.0 && parts < next.value,
    };
    (fits && (bound || !quarters)).then(|| {
        *cursor = past;
        share_of_scale(cursor, parts, next.value)
    })
}

/// What "and a half" (quarter, third) and a scale word after it make of a number: "two and a half million".
pub(super) fn mixed(cursor: &mut Cursor, value: f64) -> Option<Reading> {
    let mut ahead = *cursor;
    ahead.take(&[Class::And])?;
    ahead.take(&[Class::Article])?;
    let part = ahead.take(&[Class::Half, Class::Part])?;
    let scale = ahead
        .take(&[Class::Scale, Class::Hundred, Class::Dozen])
        .map_or(1.0, |a| a.value);
    *cursor = ahead;
    Some((
        (value + 1.0 / part.value) * scale,
        scale / part.value,
        Kind::Cardinal,
    ))
}
