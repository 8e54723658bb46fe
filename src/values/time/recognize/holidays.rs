//! Days by their name: a table of names and of the rules that place them in a year.

use super::atom::{Atom, Course, Meaning, Point};
use super::lexicon::Word;
use super::line::Line;
use gainsay_syntax::Upos;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::sync::LazyLock;

use crate::lexicon::rows;

/// A named day.
#[derive(Debug)]
pub(super) struct Holiday {
    /// Its name in pieces, lower case.
    words: Vec<&'static str>,
    rule: Rule,
}

/// Where a named day lies in a year.
#[derive(Clone, Copy, Debug)]
enum Rule {
    /// A day of a month.
    Fixed(i8, i8),
    /// The nth weekday of a month; the fifth is the last.
    Nth(i8, i8, i8),
    /// So many days from Easter Sunday.
    Easter(i64),
    /// So many days from the nth weekday of November: the first Monday is followed by election day.
    November(i8, i8, i64),
}

static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    let mut holidays: Vec<Holiday> = rows(include_str!("holidays.tsv"))
        .map(|[name, day]| Holiday {
            words: pieces(name),
            rule: rule(day).expect("holidays.tsv holds a rule"),
        })
        .collect();
    holidays.sort_by_key(|h| usize::MAX - h.words.len());
    holidays
});

/// Every word that a name begins with, for the lexicon to mark.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    HOLIDAYS.iter().map(|h| h.words[0])
}

/// A name cut as a line is: letters, and marks by themselves.
fn pieces(name: &'static str) -> Vec<&'static str> {
    let mut pieces = Vec::new();
    for word in name.split(' ') {
        let mut rest = word;
        while !rest.is_empty() {
            let letters = rest
                .bytes()
                .take_while(u8::is_ascii_alphabetic)
                .count()
                .max(1);
            pieces.push(&rest[..letters]);
            rest = &rest[letters..];
        }
    }
    pieces
}

fn rule(text: &str) -> Option<Rule> {
    match text {
        "11-election" => return Some(Rule::November(1, 1, 1)),
        "11-black" => return Some(Rule::November(4, 4, 1)),
        "11-cyber" => return Some(Rule::November(4, 4, 4)),
        _ => {}
    }
    if let Some(days) = text.strip_prefix("easter") {
        return days.parse().ok().map(Rule::Easter);
    }
    let numbers: Option<Vec<i8>> = text.split('-').map(|n| n.parse().ok()).collect();
    match numbers?[..] {
        [month, day] => Some(Rule::Fixed(month, day)),
        [month, nth, weekday] => Some(Rule::Nth(month, nth, weekday)),
        _ => None,
    }
}

/// The named day that begins at piece `i`: "Christmas Day", "last Thanksgiving", "Good Friday".
pub(super) fn holiday(line: &Line, i: usize) -> Option<Atom> {
    if !line.capital(i) {
        return None;
    }
    let found = HOLIDAYS.iter().position(|h| line.are(i, &h.words))?;
    let end = i + HOLIDAYS[found].words.len();
    if is_attribute(line, end) {
        return None;
    }
    let point = Point {
        holiday: Some(found as u8),
        ..Point::default()
    };
    let atom = Atom::new(i, end, Meaning::Point(point));
    Some(with_course(line, i, atom))
}

/// "Christmas trees", "Easter Island", "the Independence Day sequel": the name goes with a noun that is no time.
fn is_attribute(line: &Line, next: usize) -> bool {
    let noun = line
        .token(next)
        .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn));
    let time = matches!(
        line.word(next),
        Word::Part(_) | Word::Weekend | Word::Unit(_) | Word::Digits(..)
    ) || line.is_one(
        next,
        &[
            "celebrations",
            "parade",
            "attack",
            "attacks",
            "holiday",
            "break",
            "eve",
            "massacre",
        ],
    );
    let word = line
        .text(next)
        .bytes()
        .next()
        .is_some_and(|b| b.is_ascii_alphabetic());
    noun && word && !time
}

/// "last Thanksgiving", "this Christmas", "next Easter".
fn with_course(line: &Line, i: usize, mut atom: Atom) -> Atom {
    let before = i.wrapping_sub(1);
    let course = match () {
        () if line.is(before, "last") => Course::Last,
        () if line.is(before, "this") => Course::This,
        () if line.is(before, "next") => Course::Next,
        () => return atom,
    };
    if let Meaning::Point(point) = &mut atom.meaning {
        point.course = course;
    }
    atom.from(before)
}

/// Month and day of a named day that is the same every year.
pub(super) fn fixed(holiday: u8) -> Option<(i8, i8)> {
    match HOLIDAYS.get(usize::from(holiday))?.rule {
        Rule::Fixed(month, day) => Some((month, day)),
        Rule::Nth(..) | Rule::Easter(_) | Rule::November(..) => None,
    }
}

/// The date of a named day in a year.
pub(super) fn date(holiday: u8, year: i16) -> Option<Date> {
    match HOLIDAYS.get(usize::from(holiday))?.rule {
        Rule::Fixed(month, day) => Date::new(year, month, day).ok(),
        Rule::Nth(month, nth, weekday) => nth_weekday(year, month, nth, weekday),
        Rule::Easter(days) => easter(year)?.checked_add(days.days()).ok(),
        Rule::November(nth, weekday, days) => nth_weekday(year, 11, nth, weekday)?
            .checked_add(days.days())
            .ok(),
    }
}

fn nth_weekday(year: i16, month: i8, nth: i8, weekday: i8) -> Option<Date> {
    let nth = if nth == 5 { -1 } else { nth };
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    Date::new(year, month, 1)
        .ok()?
        .nth_weekday_of_month(nth, weekday)
        .ok()
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of Nature, 20 April 1876.
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let (moon, century, rest) = (year_number % 19, year_number / 100, year_number % 100);
    let correction = (8 * century + 13) / 25;
    let epact = (19 * moon + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (moon + 11 * epact + 19 * weekday) / 433;
    let month = (epact + weekday - 7 * late + 90) / 25;
    let day = (epact + weekday - 7 * late + 33 * month + 19) % 32;
    Date::new(year, month as i8, day as i8).ok()
}
