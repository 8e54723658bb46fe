//! Ranges and lists that say a month, a half of the day or a century once for both ends: "April 24 and 25", "7-9 p.m.",
//! "2009-11".

use super::super::interval::Interval;
use super::super::reading::{Calendar, Day, Hour, Years};
use super::super::{Bound, Time};
use super::atom::{Atom, Meaning, Point};
use super::dates;
use super::hours;
use super::lexicon::Word;
use super::line::Line;
use crate::values::Mention;

/// The piece after a word or mark that leads to the other end, if one stands at `i`.
pub(super) fn to(line: &Line, i: usize) -> Option<usize> {
    let leads = match line.word(i) {
        Word::Mark(mark) => mark == b'-',
        Word::Plain => line.is_one(i, &["to", "and", "or", "through", "until", "till"]),
        _ => false,
    };
    leads.then_some(i + 1)
}

/// The end that leans on the atom before it: "25" in "April 24 and 25", "11" in "2009-11".
pub(super) fn second_end(line: &Line, first: &Atom) -> Option<Atom> {
    let Meaning::Point(point) = &first.meaning else {
        return None;
    };
    let at = to(line, first.end)?;
    let calendar = point.calendar;
    match calendar.day {
        Day::OfMonth(day) if calendar.hour == Hour::Open && point.step.is_none() => {
            let (other, end) = dates::day_of_month(line, at)?;
            // "on May 3 and 4 others": a day is no count.
            let counts = matches!(
                line.word(end),
                Word::Plain | Word::Unit(_) | Word::Units(_) | Word::Month(_) | Word::ShortMonth(_)
            ) && !line.is_one(
                end,
                &[
                    "in", "at", "to", "for", "and", "of", "with", "when", "as", "by", "during",
                ],
            );
            let calendar = Calendar {
                day: Day::OfMonth(other),
                ..calendar
            };
            (other > day && !counts).then(|| Atom::calendar(at, end, calendar))
        }
        Day::Open => {
            let (Years::Exactly(year), Word::Digits(short, 2)) = (calendar.years, line.word(at))
            else {
                return None;
            };
            let glued = line.glued(at) && line.mark(at - 1, b'-') && line.glued(at - 1);
            let years = Years::Exactly(year / 100 * 100 + short as i16);
            let later = short as i16 > year % 100 && !line.mark(at + 1, b'-');
            (glued && later).then(|| Atom::calendar(at, at + 1, Calendar { years, ..calendar }))
        }
        Day::OfMonth(_) | Day::Weekday(_) | Day::Weekend => None,
    }
}

/// The end that leans on what comes after it: "7" in "7-9 p.m." and in "7-9 August".
pub(super) fn first_end(line: &Line, i: usize) -> Option<Atom> {
    if !matches!(
        line.word(i),
        Word::Digits(_, 1 | 2) | Word::Cardinal(1..=12)
    ) || line.glued(i)
    {
        return None;
    }
    let minutes = if line.mark(i + 1, b':') && line.glued(i + 1) {
        2
    } else {
        0
    };
    let at = to(line, i + 1 + minutes)?;
    if line.is(at - 1, "or") || line.is(at - 1, "and") && !line.is(i.wrapping_sub(1), "between") {
        return None;
    }
    if let Some(clock) = hours::hour(line, at) {
        return first_clock(line, i, minutes, &clock);
    }
    let day = dates::day_of_month(line, i).filter(|(_, end)| *end == at - 1)?;
    let date = dates::date(line, at)?;
    match date.meaning {
        Meaning::Point(Point {
            calendar:
                calendar @ Calendar {
                    day: Day::OfMonth(other),
                    ..
                },
            ..
        }) if other > day.0 => {
            let calendar = Calendar {
                day: Day::OfMonth(day.0),
                ..calendar
            };
            (date.start == at).then(|| Atom::calendar(i, at - 1, calendar))
        }
        _ => None,
    }
}

/// The hour that shares "a.m." or "p.m." with the clock behind it.
fn first_clock(line: &Line, i: usize, minutes: usize, clock: &Atom) -> Option<Atom> {
    let Meaning::Point(point) = &clock.meaning else {
        return None;
    };
    let hour = match line.word(i) {
        Word::Digits(hour @ 1..=12, _) | Word::Cardinal(hour) => hour as i8,
        _ => return None,
    };
    let minute = match (minutes, line.word(i + 2)) {
        (0, _) => 0,
        (_, Word::Digits(minute @ 0..=59, 2)) => minute as i8,
        _ => return None,
    };
    let Hour::Clock(other, ..) = point.calendar.hour else {
        return None;
    };
    // "11 to 1 p.m." begins before noon.
    let afternoon = hour % 12 + 12;
    let hour = if other >= 12 && afternoon <= other {
        afternoon
    } else {
        hour % 12
    };
    let hour = Hour::Clock(hour, minute, -1);
    let point = Point {
        calendar: Calendar {
            hour,
            ..point.calendar
        },
        ..point.clone()
    };
    Some(Atom::new(i, i + 1 + minutes, Meaning::Point(point)))
}

/// Both ends of a range speak of all of it: "from May to July".
pub(super) fn fill(atoms: &[Atom], times: &mut [Mention<Time>]) {
    for n in 1..times.len() {
        if (atoms[n - 1].bound, atoms[n].bound) != (Bound::From, Bound::To) {
            continue;
        }
        if let (Some(from), Some(to)) = (times[n - 1].value.interval, times[n].value.interval) {
            // A day ends when it is over, a clock range at the clock.
            let end = if to.grain.of_clock() {
                to.start
            } else {
                to.end
            };
            if from.start < end {
                let (start, grain) = (from.start, from.grain.max(to.grain));
                let both = Some(Interval { start, end, grain });
                (times[n - 1].value.interval, times[n].value.interval) = (both, both);
            }
        }
    }
}
