//! What comes back: "every Friday", "each year", "daily", "twice a week", "per day", "on Sundays".

use super::super::length::{Length, Unit};
use super::super::reading::{Calendar, Day, Hour, Period, Reading};
use super::atom::{Atom, Meaning};
use super::lengths;
use super::lexicon::{self, Word};
use super::line::Line;
use super::numbers;
use gainsay_syntax::Upos;

/// A set that begins at piece `i`.
pub(super) fn set(line: &Line, i: usize) -> Option<Atom> {
    if line.is_one(i, &["every", "each"]) {
        return every(line, i);
    }
    match line.word(i) {
        // "Quarterly profits" are of one quarter: the adjective says what kind they are.
        Word::Repeated(_) if line.is(i, "quarterly") && is_adjective(line, i) => None,
        Word::Repeated(_) if is_a_paper(line, i) => None,
        Word::Repeated(row) => Some(after(i, i + 1, lexicon::repeated(row))),
        // "Two nights" are counted, none of them comes back.
        Word::Parts(_) if counted(line, i.wrapping_sub(1)) => None,
        Word::Parts(part) => Some(on(i, i + 1, Calendar::of_hour(Hour::Part(part)))),
        Word::Weekends if !counted(line, i.wrapping_sub(1)) => {
            Some(on(i, i + 1, Calendar::of_day(Day::Weekend)))
        }
        Word::Plain if line.is(i, "per") => match line.word(i + 1) {
            Word::Unit(unit) if !lengths::is_speed(line, i, unit) => {
                Some(after(i, i + 2, Length::of(Some(1), unit)))
            }
            _ => None,
        },
        _ => None,
    }
}

/// "The daily Dagny", "a local weekly": what appears so often.
fn is_a_paper(line: &Line, i: usize) -> bool {
    let upos = |i: usize| line.token(i).map(|t| t.upos);
    let before = i.wrapping_sub(1);
    let led = line.is_one(before, &["the", "a", "an"]) || upos(before) == Some(Upos::Adj);
    let modifies = matches!(upos(i + 1), Some(Upos::Noun | Upos::Adj | Upos::Num));
    led && !modifies
}

/// Whether a number or "several" stands at piece `i`.
fn counted(line: &Line, i: usize) -> bool {
    matches!(line.word(i), Word::Cardinal(_) | Word::Digits(..))
        || line.is_one(i, &["several", "few"])
}

fn is_adjective(line: &Line, i: usize) -> bool {
    line.token(i).is_some_and(|t| t.upos == Upos::Adj)
}

/// What comes back on those fields of the calendar.
fn on(start: usize, end: usize, calendar: Calendar) -> Atom {
    Atom::new(start, end, Meaning::Set(Reading::Calendar(calendar)))
}

/// What comes back after that length.
fn after(start: usize, end: usize, length: Length) -> Atom {
    Atom::new(start, end, Meaning::Set(Reading::Length(length)))
}

/// "every day", "every two weeks", "every other day", "each Thursday", "every July", "every morning", "each summer".
fn every(line: &Line, i: usize) -> Option<Atom> {
    let calendar = match line.word(i + 1) {
        Word::Weekday(d) => {
            let weekday = Calendar::of_day(Day::Weekday(d));
            if let Word::Part(part) = line.word(i + 2) {
                let hour = Hour::Part(part);
                return Some(on(i, i + 3, Calendar { hour, ..weekday }));
            }
            weekday
        }
        Word::Month(m) => Calendar::of_period(Period::Month(m)),
        Word::Season(s) => Calendar::of_period(Period::Season(s)),
        Word::Part(p) => Calendar::of_hour(Hour::Part(p)),
        Word::Weekend => Calendar::of_day(Day::Weekend),
        _ => return every_length(line, i),
    };
    Some(on(i, i + 2, calendar))
}

/// "every two weeks", "every other day", "every second year"; not "every 10 people".
fn every_length(line: &Line, i: usize) -> Option<Atom> {
    let (number, at) = if line.is(i + 1, "other") {
        (2, i + 2)
    } else {
        numbers::cardinal(line, i + 1).unwrap_or((1, i + 1))
    };
    let at = at + usize::from(line.is_one(at, &["single", "full", "fiscal"]));
    match (line.word(at), line.word(at + 1)) {
        (Word::Unit(unit) | Word::Units(unit), _) => {
            Some(after(i, at + 1, Length::of(Some(number), unit)))
        }
        (_, Word::Unit(unit)) if line.is(at, "second") => {
            Some(after(i, at + 2, Length::of(Some(2), unit)))
        }
        _ if line.is(at, "second") => Some(after(i, at + 1, Length::of(Some(1), Unit::Second))),
        _ => None,
    }
}
