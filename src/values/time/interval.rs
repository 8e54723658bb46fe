//! The stretch of civil time that a dated value covers, half-open, with its grain.

use super::length::Unit;
use super::reading::{Calendar, Day, Hour, Period, Season, Years};
use jiff::civil::{Date, DateTime, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

/// A half-open stretch `[start, end)` of civil datetimes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Interval {
    /// The first instant of it.
    pub start: DateTime,
    /// The first instant after it.
    pub end: DateTime,
    /// How finely it was told.
    pub grain: Unit,
}

impl Interval {
    /// From the first day to before the second.
    pub fn of_dates(start: Date, end: Date, grain: Unit) -> Self {
        Self {
            start: start.into(),
            end: end.into(),
            grain,
        }
    }

    /// Whether `other` lies inside.
    pub fn contains(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share an instant.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// `start` and `length` later, if the calendar goes that far.
pub(super) fn later(start: Date, length: Span) -> Option<Date> {
    start.checked_add(length).ok()
}

/// The Monday of the week that holds `day`.
pub(super) fn monday_of(day: Date) -> Option<Date> {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(back.days()).ok()
}

/// The stretch that a calendar reading covers; `None` while its year is open.
pub fn interval_of(calendar: &Calendar) -> Option<Interval> {
    let dates = dates_of(calendar)?;
    match calendar.hour {
        Hour::Open => Some(dates),
        // A time of a longer stretch ("the mornings of May") is no one stretch.
        _ if dates.grain != Unit::Day => None,
        Hour::Part(part) => {
            let (from, to) = part.minutes();
            let start = dates.start.checked_add(i64::from(from).minutes()).ok()?;
            let end = dates.start.checked_add(i64::from(to).minutes()).ok()?;
            let grain = Unit::Hour;
            Some(Interval { start, end, grain })
        }
        Hour::Clock(hour, minute, second) => {
            let seconds = clock_seconds(hour, minute, second);
            let start = dates.start.checked_add(i64::from(seconds).seconds()).ok()?;
            let (grain, length) = match (minute, second) {
                (-1, _) => (Unit::Hour, 1.hours()),
                (_, -1) => (Unit::Minute, 1.minutes()),
                _ => (Unit::Second, 1.seconds()),
            };
            let end = start.checked_add(length).ok()?;
            Some(Interval { start, end, grain })
        }
    }
}

/// Seconds from midnight; parts that were not told count as nought.
pub(super) fn clock_seconds(hour: i8, minute: i8, second: i8) -> i32 {
    i32::from(hour) * 3600 + i32::from(minute.max(0)) * 60 + i32::from(second.max(0))
}

/// The days that a reading covers, its clock left aside.
fn dates_of(calendar: &Calendar) -> Option<Interval> {
    let year = match calendar.years {
        Years::Open => return None,
        Years::Exactly(year) => year,
        Years::Decade(d) => return whole_years(calendar, d.checked_mul(10)?, 10, Unit::Decade),
        Years::Century(c) => return whole_years(calendar, c.checked_mul(100)?, 100, Unit::Century),
    };
    match (calendar.period, calendar.day) {
        (Period::Open, Day::Open) => whole_years(calendar, year, 1, Unit::Year),
        (Period::Month(m), Day::OfMonth(d)) => one_day(Date::new(year, m, d).ok()?),
        (Period::Month(m), Day::Open) => months(year, m, 1, Unit::Month),
        (Period::Quarter(q), Day::Open) => months(year, q * 3 - 2, 3, Unit::Quarter),
        (Period::Half(h), Day::Open) => months(year, h * 6 - 5, 6, Unit::Quarter),
        (Period::Season(Season::Winter), Day::Open) => {
            months(year.checked_sub(1)?, 12, 3, Unit::Quarter)
        }
        (Period::Season(s), Day::Open) => months(year, s.first_month(), 3, Unit::Quarter),
        (Period::Week(w), day) => {
            let monday = ISOWeekDate::new(year, w, Weekday::Monday).ok()?.date();
            match day {
                Day::Open => Some(Interval::of_dates(
                    monday,
                    later(monday, 7.days())?,
                    Unit::Week,
                )),
                Day::Weekday(d) => one_day(later(monday, i64::from(d - 1).days())?),
                Day::Weekend => {
                    let saturday = later(monday, 5.days())?;
                    let end = later(monday, 7.days())?;
                    Some(Interval::of_dates(saturday, end, Unit::Week))
                }
                Day::OfMonth(_) => None,
            }
        }
        _ => None,
    }
}

fn one_day(day: Date) -> Option<Interval> {
    Some(Interval::of_dates(day, day.tomorrow().ok()?, Unit::Day))
}

fn months(year: i16, first: i8, number: i8, grain: Unit) -> Option<Interval> {
    let start = Date::new(year, first, 1).ok()?;
    // December is followed by January of the next year.
    let after = first - 1 + number;
    let end = Date::new(year.checked_add(i16::from(after / 12))?, after % 12 + 1, 1).ok()?;
    Some(Interval::of_dates(start, end, grain))
}

/// A year, decade or century, if nothing finer is asked of it.
fn whole_years(calendar: &Calendar, first: i16, number: i16, grain: Unit) -> Option<Interval> {
    if calendar.period != Period::Open || calendar.day != Day::Open {
        return None;
    }
    let start = Date::new(first, 1, 1).ok()?;
    let end = Date::new(first.checked_add(number)?, 1, 1).ok()?;
    Some(Interval::of_dates(start, end, grain))
}
