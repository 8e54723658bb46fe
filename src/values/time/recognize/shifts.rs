//! "Last week", "this year", "next Friday", "the past two months", "the following day", "yesterday".

use super::super::length::{Length, Unit};
use super::super::reading::{Calendar, Day, Period, Vague};
use super::atom::{Atom, Base, Course, Meaning, Point, Side};
use super::dayparts;
use super::lexicon::{Shift, Word};
use super::line::Line;
use super::numbers;
use gainsay_syntax::Upos;

/// A shifted or deictic time that begins at piece `i`.
pub(super) fn shift(line: &Line, i: usize) -> Option<Atom> {
    match line.word(i) {
        Word::Deictic(by) => Some(Atom::step(
            i,
            i + 1,
            Unit::Day,
            i32::from(by),
            Base::Document,
        )),
        // "To last two weeks" is how long, not when.
        Word::Shift(Shift::Last) if line.token(i).is_some_and(|t| t.upos == Upos::Verb) => None,
        Word::Shift(shift) => {
            let start = i - usize::from(line.is(i.wrapping_sub(1), "the"));
            shifted(line, i, shift).map(|atom| {
                if atom.start == i {
                    atom.from(start)
                } else {
                    atom
                }
            })
        }
        Word::Unit(Unit::Day) => day_beside(line, i),
        _ => None,
    }
}

fn shifted(line: &Line, i: usize, shift: Shift) -> Option<Atom> {
    dayparts::shifted_part(line, i, shift)
        .or_else(|| reach(line, i, shift))
        .or_else(|| shifted_unit(line, i, shift))
        .or_else(|| shifted_name(line, i, shift))
        .or_else(|| current(line, i, shift))
}

/// "his current wife", "current market conditions"; not "the current" of a river.
fn current(line: &Line, i: usize, shift: Shift) -> Option<Atom> {
    let adjective = line.token(i).is_some_and(|t| t.upos == Upos::Adj);
    (shift == Shift::Current && adjective && line.is(i, "current"))
        .then(|| Atom::new(i, i + 1, Meaning::Vague(Vague::Present)))
}

/// "the day before yesterday", "the day after tomorrow", "day before last Tuesday".
fn day_beside(line: &Line, i: usize) -> Option<Atom> {
    let by = match line.text(i + 1) {
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    let start = i - usize::from(line.is(i.wrapping_sub(1), "the"));
    match line.word(i + 2) {
        Word::Deictic(other) if i32::from(other) == by => {
            Some(Atom::step(start, i + 3, Unit::Day, 2 * by, Base::Document))
        }
        _ => None,
    }
}

/// "the past two weeks", "the next few days", "recent months", "the last 20 years", "the coming weeks".
fn reach(line: &Line, i: usize, shift: Shift) -> Option<Atom> {
    let side = match shift {
        Shift::Last | Shift::Past | Shift::Previous | Shift::Recent | Shift::Latest => Side::Before,
        Shift::Next | Shift::Coming | Shift::Following | Shift::Future => Side::After,
        Shift::This | Shift::Current | Shift::Same | Shift::That => return None,
    };
    if let Some((count, at)) =
        numbers::count(line, i + 1).filter(|_| !line.is_one(i + 1, &["a", "an"]))
    {
        let at = at + usize::from(line.mark(at, b'-'));
        let at =
            at + usize::from(line.is_one(at, &["fiscal", "full", "consecutive", "calendar", "or"]));
        let unit = match line.word(at) {
            Word::Unit(unit) | Word::Units(unit) => unit,
            Word::Fortnight => Unit::Week,
            _ => return None,
        };
        let length = match (count.whole, count.half) {
            (Some(n), true) => Length::of_and_half(n, unit),
            (n, _) => Length::of(n, unit),
        };
        // "The last two weeks of May" do not end today.
        let meaning = if is_of_period(line, at + 1) {
            Meaning::Length(length)
        } else {
            Meaning::Reach(length, side)
        };
        return Some(Atom::new(i, at + 1, meaning).with(count.modifier));
    }
    let vague = match side {
        Side::Before => Vague::Past,
        Side::After => Vague::Future,
    };
    match line.word(i + 1) {
        Word::Units(_) => Some(Atom::new(i, i + 2, Meaning::Vague(vague))),
        Word::Unit(unit)
            if line.is(i.wrapping_sub(1), "the") && matches!(shift, Shift::Past | Shift::Last) =>
        {
            let decade_or_more = unit >= Unit::Decade;
            (shift == Shift::Past || decade_or_more)
                .then(|| Atom::new(i, i + 2, Meaning::Reach(Length::of(Some(1), unit), side)))
        }
        _ => None,
    }
}

/// Whether a length is one of a period that follows: "of May", "of 2020", "of last year", "of the war".
pub(super) fn is_of_period(line: &Line, i: usize) -> bool {
    let told = matches!(
        line.word(i + 1),
        Word::Month(_) | Word::Digits(_, 4) | Word::Shift(_) | Word::Season(_)
    );
    let words = ["the", "his", "her", "its", "their", "every", "each"];
    line.is(i, "of") && (told || line.is_one(i + 1, &words))
}

/// "last week", "this year", "next month", "the previous day", "that year", "the same day", "this weekend".
fn shifted_unit(line: &Line, i: usize, shift: Shift) -> Option<Atom> {
    let inner = usize::from(line.is_one(
        i + 1,
        &[
            "past", "same", "very", "coming", "fiscal", "calendar", "full", "school",
        ],
    ));
    let at = i + 1 + inner;
    let course = line.is(i + 1, "past").then_some(Shift::Last);
    let course = course
        .or_else(|| line.is(i + 1, "coming").then_some(Shift::Next))
        .unwrap_or(shift);
    // "This Week" is a programme.
    let (unit, weekend) = match line.word(at) {
        _ if line.capital(at) => return None,
        Word::Unit(unit) if unit >= Unit::Day => (unit, false),
        Word::Weekend => (Unit::Week, true),
        // "The latest period" of a report is its quarter.
        Word::Plain if course == Shift::Latest && line.is(at, "period") => (Unit::Quarter, false),
        _ => return None,
    };
    let the = line.is(i.wrapping_sub(1), "the");
    let (by, base) = match course {
        Shift::This | Shift::Current => (0, Base::Document),
        Shift::Latest if unit == Unit::Quarter => (0, Base::Narrative),
        Shift::Latest if unit >= Unit::Month => (0, Base::Document),
        Shift::Last | Shift::Past => (-1, Base::Document),
        Shift::Next if the && unit == Unit::Day => (1, Base::Narrative),
        Shift::Next | Shift::Coming => (1, Base::Document),
        Shift::Previous => (-1, Base::Narrative),
        Shift::Following => (1, Base::Narrative),
        Shift::That | Shift::Same if is_determiner(line, i) => (0, Base::Narrative),
        Shift::That | Shift::Same | Shift::Latest | Shift::Recent | Shift::Future => return None,
    };
    if unit == Unit::Day && !matches!(base, Base::Narrative) {
        return None;
    }
    let mut atom = Atom::step(i, at + 1, unit, by, base);
    if let (true, Meaning::Point(point)) = (weekend, &mut atom.meaning) {
        point.calendar.day = Day::Weekend;
    }
    Some(atom)
}

/// Whether "that" points ("that year") and does not lead a clause ("said that week after week …").
fn is_determiner(line: &Line, i: usize) -> bool {
    !line.is(i, "that") || line.token(i).is_none_or(|t| t.upos == Upos::Det)
}

/// "next Friday", "last May", "this summer", "this coming Sunday", "the previous Friday", "last Oct. 23".
fn shifted_name(line: &Line, i: usize, shift: Shift) -> Option<Atom> {
    let inner = usize::from(line.is_one(i + 1, &["past", "coming"]));
    let at = i + 1 + inner;
    let shift = match (inner, line.is(i + 1, "past")) {
        (0, _) => shift,
        (_, true) => Shift::Last,
        (_, false) => Shift::Next,
    };
    let course = match shift {
        Shift::Last | Shift::Past | Shift::Latest => Course::Last,
        Shift::This | Shift::Current => Course::This,
        Shift::Next | Shift::Coming => Course::Next,
        Shift::Previous => Course::Previous,
        Shift::Following => Course::Following,
        Shift::Same | Shift::That | Shift::Recent | Shift::Future => return None,
    };
    let period = |period| Calendar::of_period(period);
    let calendar = match line.word(at) {
        Word::Weekday(d) => Calendar::of_day(Day::Weekday(d)),
        Word::Month(m) | Word::ShortMonth(m) if line.capital(at) => period(Period::Month(m)),
        Word::Season(s) => period(Period::Season(s)),
        _ => return None,
    };
    let dot = usize::from(matches!(line.word(at), Word::ShortMonth(_)) && line.mark(at + 1, b'.'));
    let mut end = at + 1 + dot;
    let mut calendar = calendar;
    if let (Period::Month(_), Word::Digits(day @ 1..=31, 1 | 2)) = (calendar.period, line.word(end))
    {
        calendar.day = Day::OfMonth(day as i8);
        end += 1;
    }
    // "The last Friday of May" is not the last one.
    let one_of_many = matches!(calendar.day, Day::Weekday(_)) && is_of_period(line, end);
    let point = Point {
        calendar,
        course: if one_of_many { Course::Any } else { course },
        ..Point::default()
    };
    Some(Atom::new(i, end, Meaning::Point(point)))
}
