//! Times of day: clocks in every news spelling, their zones, noon and midnight, the parts of the day.

use super::super::Zone;
use super::super::reading::{Calendar, DayPart, Hour};
use super::super::{Modifier, Unit};
use super::atom::{Atom, Base, Course, Meaning, Point};
use super::lexicon::{Shift, Word};
use super::line::Line;
use gainsay_syntax::Upos;

/// A time of day that begins at piece `i`.
pub(super) fn hour(line: &Line, i: usize) -> Option<Atom> {
    match line.word(i) {
        Word::Digits(..) => clock(line, i),
        Word::Cardinal(hour @ 1..=12) => spoken_clock(line, i, hour),
        Word::Noon(hour) => Some(noon(line, i, hour)),
        Word::Part(part) => part_of_day(line, i, part),
        Word::Tonight => {
            let point = point_today(Hour::Part(DayPart::Night));
            Some(Atom::new(i, i + 1, Meaning::Point(point)))
        }
        _ => None,
    }
}

fn point_today(hour: Hour) -> Point {
    let calendar = Calendar {
        hour,
        ..Calendar::default()
    };
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

fn at_hour(start: usize, end: usize, hour: Hour, zone: Option<Zone>) -> Atom {
    let calendar = Calendar {
        hour,
        ..Calendar::default()
    };
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
    let (mut hour, minute, second, after) = match length {
        1 | 2 => {
            let (minute, second, after) = minutes(line, i + 1);
            (first, minute, second, after)
        }
        4 => (first / 100, Some(first % 100), None, i + 1),
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
    let (zone, end) = zone(line, end);
    let military = length == 4 && line.is_one(end, &["hours", "hrs"]);
    let told = spoken
        || (colon && !is_score(line, i, end))
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

/// "2:1", "10:30" of a record, a ratio or a verse is no clock: two digits of minutes and no unit behind.
fn is_score(line: &Line, i: usize, end: usize) -> bool {
    let before = i.wrapping_sub(1);
    let verse = line.capital(before)
        && line.token(before).is_some_and(|t| t.upos == Upos::Propn)
        && !matches!(line.word(before), Word::Weekday(_) | Word::Month(_));
    let run = line.is_one(
        end,
        &["ratio", "victory", "win", "minutes", "seconds", "odds"],
    );
    verse || run
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
    if line.capital(at) && time && daylight == 0 && line.word(at) == Word::Plain {
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

fn noon(line: &Line, i: usize, hour: i8) -> Atom {
    let (zone, end) = zone(line, i + 1);
    let start = i - usize::from(line.is_one(i.wrapping_sub(1), &["12", "high"]));
    at_hour(start, end, Hour::Clock(hour, 0, -1), zone)
}

/// "evening", where it is told which: "Sunday evening", "in the morning", "the evening of Sunday", "mid-afternoon".
fn part_of_day(line: &Line, i: usize, part: DayPart) -> Option<Atom> {
    let before = i.wrapping_sub(1);
    let hour = Hour::Part(part);
    if matches!(line.word(before), Word::Weekday(_) | Word::Deictic(_)) {
        return Some(at_hour(i, i + 1, hour, None));
    }
    if line.is(i, "overnight") {
        return overnight(line, i);
    }
    let the = line.is(before, "the");
    let of = line.is(i + 1, "of") && !line.is(i + 2, "the");
    let led = line.is_one(
        before.wrapping_sub(1),
        &["in", "during", "by", "through", "of", "on"],
    );
    if the && (of || led) || line.is(before, "at") && !line.is(i, "night") || line.is(i, "midnight")
    {
        let start = i - usize::from(the);
        return Some(at_hour(start, i + 1, hour, None));
    }
    let hyphen = usize::from(line.mark(before, b'-'));
    let edge = before.wrapping_sub(hyphen);
    if line.is(edge, "mid") || (line.is_one(edge, &["early", "late"]) && hyphen == 0) {
        return Some(at_hour(i, i + 1, hour, None));
    }
    None
}

/// "overnight" as an adverb is the night before the document's day, or the one that the day names.
fn overnight(line: &Line, i: usize) -> Option<Atom> {
    let adverb = line
        .token(i)
        .is_none_or(|t| matches!(t.upos, Upos::Adv | Upos::Noun));
    if !adverb {
        return None;
    }
    let mut point = point_today(Hour::Part(DayPart::Night));
    point.course = Course::Last;
    Some(Atom::new(i, i + 1, Meaning::Point(point)))
}

/// "this morning", "last night", "that evening", "the next morning", "the previous night".
pub(super) fn shifted_part(line: &Line, i: usize, shift: Shift) -> Option<Atom> {
    let edge = usize::from(line.is_one(i + 1, &["early", "late", "same", "very"]));
    let at = i + 1 + edge;
    let Word::Part(part) = line.word(at) else {
        return None;
    };
    let (by, base) = match shift {
        Shift::This => (0, Base::Document),
        Shift::Last => (-1, Base::Document),
        Shift::That | Shift::Same => (0, Base::Narrative),
        Shift::Next | Shift::Following => (1, Base::Narrative),
        Shift::Previous => (-1, Base::Narrative),
        Shift::Past
        | Shift::Current
        | Shift::Coming
        | Shift::Latest
        | Shift::Recent
        | Shift::Future => return None,
    };
    let mut atom = Atom::step(i, at + 1, Unit::Day, by, base);
    if let Meaning::Point(point) = &mut atom.meaning {
        point.calendar.hour = Hour::Part(part);
    }
    let modifier = match line.text(i + 1) {
        "early" => Some(Modifier::Start),
        "late" => Some(Modifier::End),
        _ => None,
    };
    let start = i - usize::from(line.is(i.wrapping_sub(1), "the"));
    Some(atom.with(modifier).from(start))
}
