//! Times of day: clocks in every news spelling, their zones, noon and midnight, the parts of the day.

use super::super::Zone;
use super::super::reading::{Calendar, DayPart, Hour};
use super::super::{Length, Unit};
use super::atom::{Atom, Base, Meaning, Point};
use super::dayparts;
use super::lexicon::{self, Shift, Word};
use super::line::Line;
use gainsay_syntax::Upos;

/// A time of day that begins at piece `i`.
pub(super) fn hour(line: &Line, i: usize) -> Option<Atom> {
    match line.word(i) {
        Word::Digits(..) => clock(line, i).or_else(|| bare_hour(line, i)),
        Word::Cardinal(hour @ 1..=12) => spoken_clock(line, i, hour).or_else(|| bare_hour(line, i)),
        Word::Unit(Unit::Quarter) => past_the_hour(line, i, 15),
        Word::Plain if line.is(i, "half") => past_the_hour(line, i, 30),
        Word::Noon(hour) => Some(noon(line, i, hour)),
        Word::Part(part) => dayparts::part_of_day(line, i, part),
        Word::Tonight => {
            let point = point_today(Hour::Part(DayPart::Night));
            Some(Atom::new(i, i + 1, Meaning::Point(point)))
        }
        _ => None,
    }
}

pub(super) fn point_today(hour: Hour) -> Point {
    let calendar = Calendar::of_hour(hour);
    Point {
        step: Some(super::atom::Step {
            unit: Unit::Day,
            by: 0,
            base: Base::Document,
        }),
        calendar,
        ..Point::default()
    }
}

pub(super) fn at_hour(start: usize, end: usize, hour: Hour, zone: Option<Zone>) -> Atom {
    let calendar = Calendar::of_hour(hour);
    let point = Point {
        calendar,
        zone,
        ..Point::default()
    };
    Atom::new(start, end, Meaning::Point(point))
}

/// "9:38 a.m.", "7.30am", "3 p.m. EST", "18:38 GMT", "0737 GMT", "1400 hours", "4 in the morning", "8 o'clock".
fn clock(line: &Line, i: usize) -> Option<Atom> {
    if line.glued(i)
        && matches!(
            line.word(i.wrapping_sub(1)),
            Word::Mark(b':' | b'.' | b'$' | b',') | Word::Plain
        )
    {
        return None;
    }
    let Word::Digits(first, length) = line.word(i) else {
        return None;
    };
    let (mut hour, minute, second, after) = match (length, line.word(i + 1)) {
        (1 | 2, Word::Mark(b':' | b'.') | Word::Plain) => {
            let (minute, second, after) = minutes(line, i + 1);
            (first, minute, second, after)
        }
        (4, Word::Mark(b'(') | Word::Plain | Word::Units(_)) => {
            (first / 100, Some(first % 100), None, i + 1)
        }
        _ => return None,
    };
    let dotted = line.mark(i + 1, b'.') && minute.is_some() && length < 4;
    let colon = length < 4 && minute.is_some() && !dotted;
    let half = meridiem(line, after);
    let end = half.map_or(after, |(_, end)| end);
    let (half, end) = match half {
        Some((half, _)) => (Some(half), end),
        None => match o_clock(line, after) {
            Some((half, end)) => (half, end),
            None => (None, after),
        },
    };
    let spoken = end > after;
    if !spoken && minute.is_none() {
        return None;
    }
    let (zone, end) = zone(line, end);
    let military = length == 4 && line.is_one(end, &["hours", "hrs"]);
    if colon
        && !spoken
        && zone.is_none()
        && let Some(length) = of_game(line, i, end)
    {
        return Some(length);
    }
    let told = spoken
        || (colon && !is_score(line, i, end))
        || (dotted && is_dotted_clock(line, i, end, first))
        || (zone.is_some() && minute.is_some())
        || military;
    if !told || (length == 4 && !military && zone.is_none() && !spoken) {
        return None;
    }
    hour = match half {
        Some(Half::Morning) if hour == 12 => 0,
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        _ => hour,
    };
    let whole = hour <= 24 && minute.is_none_or(|m| m < 60) && second.is_none_or(|s| s < 60);
    let hour = Hour::Clock(
        hour as i8,
        minute.unwrap_or(0) as i8,
        second.map_or(-1, |s| s as i8),
    );
    whole.then(|| at_hour(i, end + usize::from(military), hour, zone))
}

/// ":38", ":38:05", ".30" behind an hour.
fn minutes(line: &Line, i: usize) -> (Option<u32>, Option<u32>, usize) {
    let part = |at: usize, mark: u8| {
        let joined = line.mark(at, mark) && line.glued(at) && line.glued(at + 1);
        match line.word(at + 1) {
            Word::Digits(n, 2) if joined => Some(n),
            _ => None,
        }
    };
    match part(i, b':') {
        Some(minute) => match part(i + 2, b':') {
            Some(second) => (Some(minute), Some(second), i + 4),
            None => (Some(minute), None, i + 2),
        },
        None => match part(i, b'.') {
            Some(minute) => (Some(minute), None, i + 2),
            None => (None, None, i),
        },
    }
}

/// "6:14 into overtime", "with 4:39 left", "at 12:31 of the second half": the clock of a game tells minutes and seconds.
fn of_game(line: &Line, i: usize, end: usize) -> Option<Atom> {
    let left = line.is(end, "to") && line.is_one(end + 1, &["play", "go"]);
    let part = line.is_one(end, &["of", "in"])
        && matches!(line.word(end + 2), Word::Ordinal(_))
        && line.is_one(end + 3, &["period", "half", "quarter", "overtime"]);
    if !left && !part && !line.is_one(end, &["into", "left", "remaining"]) {
        return None;
    }
    let (Word::Digits(minutes, _), Word::Digits(seconds, 2)) = (line.word(i), line.word(i + 2))
    else {
        return None;
    };
    let seconds = Length::of(Some(seconds), Unit::Second);
    let length = Length::of(Some(minutes), Unit::Minute).and(&seconds);
    (i + 3 == end).then(|| Atom::new(i, end, Meaning::Length(length)))
}

/// "At 21.40", as much of Europe writes it: an hour of the second half of the day, where no price is told.
fn is_dotted_clock(line: &Line, i: usize, end: usize, hour: u32) -> bool {
    let before = line.text(i.wrapping_sub(1));
    // "Around 21.40 metres" are counted.
    let counts = line
        .token(end)
        .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Num | Upos::Adj));
    let free = !counts && !line.mark(end, b'%') && !line.mark(end, b'-');
    let led = (13..24).contains(&hour) && lexicon::in_group("before-dotted-clock", before);
    let mut pieces = 0..line.pieces.len();
    free && led && !pieces.any(|p| lexicon::in_group("priced", line.text(p)))
}

/// "10:30" of a record, a score or a verse is no clock, nor is one that nothing leads to.
fn is_score(line: &Line, i: usize, end: usize) -> bool {
    let before = i.wrapping_sub(1);
    let verse = line.capital(before)
        && line.token(before).is_some_and(|t| t.upos == Upos::Propn)
        && !matches!(line.word(before), Word::Weekday(_) | Word::Month(_));
    let run = line.is_one(
        end,
        &[
            "ratio", "victory", "win", "minutes", "seconds", "hours", "hour", "odds",
        ],
    );
    let led = lexicon::in_group("before-clock", line.text(before))
        || matches!(
            line.word(before),
            Word::Nothing | Word::Mark(_) | Word::Weekday(_) | Word::Month(_) | Word::Deictic(_)
        )
        || matches!(line.word(before), Word::Digits(1900..=2100, 4));
    let dated = matches!(line.word(end), Word::Weekday(_)) || line.is(end, "on");
    verse || run || !led && !dated
}

#[derive(Clone, Copy, PartialEq)]
enum Half {
    Morning,
    Afternoon,
}

/// "a.m.", "am", "P.M.", "p.m" and the piece after it.
fn meridiem(line: &Line, i: usize) -> Option<(Half, usize)> {
    let half = |text: &str| {
        if text.starts_with(['a', 'A']) {
            Half::Morning
        } else {
            Half::Afternoon
        }
    };
    if line.is_one(i, &["am", "pm"]) {
        return Some((half(line.text(i)), i + 1));
    }
    let spread = line.is_one(i, &["a", "p"])
        && line.mark(i + 1, b'.')
        && line.glued(i + 1)
        && line.is(i + 2, "m");
    let dot = usize::from(spread && line.mark(i + 3, b'.') && line.glued(i + 3));
    spread.then(|| (half(line.text(i)), i + 3 + dot))
}

/// "o'clock", "o'clock in the evening", "in the morning", "at night".
fn o_clock(line: &Line, i: usize) -> Option<(Option<Half>, usize)> {
    let after = if line.is(i, "o") && line.mark(i + 1, b'\'') && line.is(i + 2, "clock") {
        i + 3
    } else {
        i
    };
    let half = |at: usize| match line.word(at) {
        Word::Part(DayPart::Morning) => Some(Half::Morning),
        Word::Part(DayPart::Afternoon | DayPart::Evening | DayPart::Night) => Some(Half::Afternoon),
        _ => None,
    };
    if line.are(after, &["in", "the"]) && half(after + 2).is_some() {
        return Some((half(after + 2), after + 3));
    }
    if line.is(after, "at") && line.is(after + 1, "night") {
        return Some((Some(Half::Afternoon), after + 2));
    }
    (after > i).then_some((None, after))
}

/// The zone behind a clock: "GMT", "EST", "Eastern time", "local time", "(local time)", "Pyongyang time".
fn zone(line: &Line, i: usize) -> (Option<Zone>, usize) {
    let open = usize::from(line.mark(i, b'('));
    let at = i + open;
    let close = |end: usize| end + usize::from(open == 1 && line.mark(end, b')'));
    if line.is(at, "local") {
        let end = at + 1 + usize::from(line.is(at + 1, "time"));
        return (Some(Zone::Local), close(end));
    }
    // Zones and places are written with a capital.
    if !line.capital(at) || line.word(at) != Word::Plain {
        return (None, i);
    }
    let daylight = usize::from(line.is_one(at + 1, &["Standard", "Daylight", "Summer"]));
    let time = line.is(at + 1 + daylight, "time");
    if let Some(zone) = Zone::named(line.text(at)) {
        let spelled = line.text(at).len() > 4;
        if !spelled || time {
            let end = at + 1 + if time { daylight + 1 } else { 0 };
            return (
                Some(zone),
                if open == 1 && !line.mark(end, b')') {
                    i
                } else {
                    close(end)
                },
            );
        }
    }
    if time && daylight == 0 {
        return (Some(Zone::Place(line.text(at).to_owned())), close(at + 2));
    }
    (None, i)
}

/// "four in the morning", "seven o'clock", "half past nine" is left to its words.
fn spoken_clock(line: &Line, i: usize, hour: u32) -> Option<Atom> {
    let (half, end) = o_clock(line, i + 1)?;
    let hour = match half {
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        Some(Half::Morning) if hour == 12 => 0,
        _ => hour,
    };
    let (zone, end) = zone(line, end);
    Some(at_hour(i, end, Hour::Clock(hour as i8, 0, -1), zone))
}

/// "at 8 tonight", "at eight last night", "at 8 Sunday morning", "before six on Sunday morning": the part of the day tells
/// the half of the dial.
fn bare_hour(line: &Line, i: usize) -> Option<Atom> {
    let (Word::Digits(hour @ 1..=12, _) | Word::Cardinal(hour @ 1..=12)) = line.word(i) else {
        return None;
    };
    let on = usize::from(line.is(i + 1, "on"));
    let the = on + usize::from(on == 1 && line.is(i + 2, "the"));
    let part = match (line.word(i + 1 + the), line.word(i + 2 + the)) {
        (Word::Tonight, _) => DayPart::Night,
        (Word::Part(part), _) if the == 2 => part,
        (
            Word::Weekday(_) | Word::Deictic(_) | Word::Shift(Shift::Last | Shift::This),
            Word::Part(part),
        ) => part,
        _ => return None,
    };
    if !lexicon::in_group("before-hour", line.text(i.wrapping_sub(1))) {
        return None;
    }
    let hour = in_half(hour as i8, part);
    Some(at_hour(i, i + 1, Hour::Clock(hour, 0, -1), None))
}

/// The hour of the day that an hour of the dial is in a part of the day.
fn in_half(hour: i8, part: DayPart) -> i8 {
    match part {
        DayPart::Morning | DayPart::Dawn | DayPart::Midday | DayPart::Daytime => hour % 12,
        DayPart::Afternoon | DayPart::Evening | DayPart::Night => hour % 12 + 12,
    }
}

/// "half past nine", "a quarter past six in the evening", "quarter to ten".
fn past_the_hour(line: &Line, i: usize, minutes: i8) -> Option<Atom> {
    let to = line.is_one(i + 1, &["to", "before"]);
    if !to && !line.is_one(i + 1, &["past", "after"]) || to && minutes == 30 {
        return None;
    }
    let (Word::Digits(hour @ 1..=12, _) | Word::Cardinal(hour @ 1..=12)) = line.word(i + 2) else {
        return None;
    };
    let (half, end) = meridiem(line, i + 3)
        .map(|(h, end)| (Some(h), end))
        .or_else(|| o_clock(line, i + 3))
        .unwrap_or((None, i + 3));
    let hour = match half {
        Some(Half::Afternoon) => hour % 12 + 12,
        Some(Half::Morning) => hour % 12,
        None => hour,
    } as i8;
    let hour = if to {
        Hour::Clock((hour + 23) % 24, 60 - minutes, -1)
    } else {
        Hour::Clock(hour, minutes, -1)
    };
    let (zone, end) = zone(line, end);
    let start = i - usize::from(line.is(i.wrapping_sub(1), "a"));
    Some(at_hour(start, end, hour, zone))
}

fn noon(line: &Line, i: usize, hour: i8) -> Atom {
    let (zone, end) = zone(line, i + 1);
    let before = i.wrapping_sub(1);
    let start = i - usize::from(line.is_one(before, &["12", "high"]));
    // "Shortly after midnight on Friday" is early on Friday; a party that goes on "until after midnight" ends on the next
    // day, as "midnight on Friday" does.
    let late = line.is_one(before.wrapping_sub(1), &["until", "till", "well", "long"]);
    let begins = hour == 24 && line.is(before, "after") && !late;
    let hour = if begins { 0 } else { hour };
    at_hour(start, end, Hour::Clock(hour, 0, -1), zone)
}
