//! What comes back: "every Friday", "each year", "daily", "twice a week", "per day", "on Sundays".

use super::super::length::{Length, Unit};
use super::super::reading::{Calendar, Day, Hour, Period, Reading};
use super::atom::{Atom, Meaning};
use super::lexicon::{self, Word};
use super::line::Line;
use super::numbers;

/// A set that begins at piece `i`.
pub(super) fn set(line: &Line, i: usize) -> Option<Atom> {
    if line.is_one(i, &["every", "each"]) {
        return every(line, i);
    }
    match line.word(i) {
        Word::Repeated(row) => {
            let length = Reading::Length(lexicon::repeated(row));
            Some(Atom::new(i, i + 1, Meaning::Set(length)))
        }
        Word::Parts(part) => {
            let hour = Hour::Part(part);
            fields(
                i,
                i + 1,
                Calendar {
                    hour,
                    ..Calendar::default()
                },
            )
        }
        Word::Weekends if !line.is(i.wrapping_sub(1), "two") => {
            let day = Day::Weekend;
            fields(
                i,
                i + 1,
                Calendar {
                    day,
                    ..Calendar::default()
                },
            )
        }
        Word::Plain if line.is(i, "per") => {
            let Word::Unit(unit) = line.word(i + 1) else {
                return None;
            };
            let length = Length::of(Some(1), unit);
            Some(Atom::new(i, i + 2, Meaning::Set(Reading::Length(length))))
        }
        Word::Plain if line.is(i, "annual") => None,
        _ => None,
    }
}

fn fields(start: usize, end: usize, calendar: Calendar) -> Option<Atom> {
    Some(Atom::new(
        start,
        end,
        Meaning::Set(Reading::Calendar(calendar)),
    ))
}

/// "every day", "every two weeks", "every other day", "each Thursday", "every July", "every morning", "each summer".
fn every(line: &Line, i: usize) -> Option<Atom> {
    let of = Calendar::default();
    let calendar = match line.word(i + 1) {
        Word::Weekday(d) => {
            let hour = match line.word(i + 2) {
                Word::Part(part) => Hour::Part(part),
                _ => Hour::Open,
            };
            let end = i + 2 + usize::from(hour != Hour::Open);
            return fields(
                i,
                end,
                Calendar {
                    day: Day::Weekday(d),
                    hour,
                    ..of
                },
            );
        }
        Word::Month(m) => Calendar {
            period: Period::Month(m),
            ..of
        },
        Word::Season(s) => Calendar {
            period: Period::Season(s),
            ..of
        },
        Word::Part(p) => Calendar {
            hour: Hour::Part(p),
            ..of
        },
        Word::Weekend => Calendar {
            day: Day::Weekend,
            ..of
        },
        _ => return every_length(line, i),
    };
    fields(i, i + 2, calendar)
}

fn every_length(line: &Line, i: usize) -> Option<Atom> {
    let (number, at) = if line.is(i + 1, "other") {
        (2, i + 2)
    } else {
        numbers::cardinal(line, i + 1).unwrap_or((1, i + 1))
    };
    let at = at + usize::from(line.is_one(at, &["single", "full", "fiscal"]));
    let unit = match line.word(at) {
        Word::Unit(unit) | Word::Units(unit) => unit,
        _ if line.is(at, "second") => return every_second(line, i, at),
        _ => return None,
    };
    // "each of the past three years" and "every 10 people" are none.
    let length = Length::of(Some(number), unit);
    Some(Atom::new(i, at + 1, Meaning::Set(Reading::Length(length))))
}

/// "every second year" is every other one.
fn every_second(line: &Line, i: usize, at: usize) -> Option<Atom> {
    let (number, unit, end) = match line.word(at + 1) {
        Word::Unit(unit) => (2, unit, at + 2),
        _ => (1, Unit::Second, at + 1),
    };
    let length = Length::of(Some(number), unit);
    Some(Atom::new(i, end, Meaning::Set(Reading::Length(length))))
}
