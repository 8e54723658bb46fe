//! Steps through the calendar: so many units on from a day, and the calendar fields of where they lead.

use super::super::interval::{Interval, interval_of, later, monday_of};
use super::super::length::{Length, Unit};
use super::super::reading::{Calendar, Day, Hour, Period, Years};
use super::atom::Side;
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// `by` units of a day or more on from a date, in the years that four digits write.
pub(super) fn moved(date: Date, by: i64, unit: Unit) -> Option<Date> {
    // Spans have limits of their own; no news story counts further.
    if by.abs() >= 15_000 {
        return None;
    }
    let span: Span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => by.days(),
        Unit::Week => by.weeks(),
        Unit::Month => by.months(),
        Unit::Quarter => (by * 3).months(),
        Unit::Year => by.years(),
        Unit::Decade => by.checked_mul(10).filter(|y| y.abs() < 15_000)?.years(),
        Unit::Century => by.checked_mul(100).filter(|y| y.abs() < 15_000)?.years(),
    };
    later(date, span).filter(|date| date.year() >= 0)
}

/// The date with the clock of the fields.
pub(super) fn date_calendar(date: Date, fields: &Calendar) -> Calendar {
    Calendar {
        hour: fields.hour,
        ..Calendar::date(date.year(), date.month(), date.day())
    }
}

/// The ISO week of a date, or the day of it that the fields name.
pub(super) fn week_calendar(date: Date, fields: &Calendar) -> Option<Calendar> {
    if let Day::Weekday(weekday) = fields.day {
        let day = later(monday_of(date)?, i64::from(weekday - 1).days())?;
        return Some(date_calendar(day, fields));
    }
    let week = date.iso_week_date();
    Some(Calendar {
        years: Years::Exactly(week.year()),
        period: Period::Week(week.week()),
        ..*fields
    })
}

/// The quarter of a date.
pub(super) fn quarter_calendar(date: Date) -> Calendar {
    Calendar {
        years: Years::Exactly(date.year()),
        period: Period::Quarter((date.month() + 2) / 3),
        ..Calendar::default()
    }
}

/// The ISO week that a dated day lies in.
pub(super) fn week_of(day: &Calendar) -> Option<Calendar> {
    let date = interval_of(day)?.start.date();
    week_calendar(date, &Calendar::default())
}

/// The point so many days on: "the day before Christmas".
pub(super) fn days_on(calendar: Calendar, days: i8) -> Option<Calendar> {
    if days == 0 {
        return Some(calendar);
    }
    let whole_day = Calendar {
        hour: Hour::Open,
        ..calendar
    };
    let interval = interval_of(&whole_day)?;
    let date = moved(interval.start.date(), i64::from(days), Unit::Day)?;
    (interval.grain == Unit::Day).then(|| date_calendar(date, &calendar))
}

/// The stretch that a length fills before or after a day.
pub(super) fn filled_by(length: &Length, side: Side, day: Date) -> Option<Interval> {
    let sign = if side == Side::Before { -1 } else { 1 };
    let mut other = day;
    for &(number, unit) in &length.parts {
        other = moved(other, sign * i64::from(number?), unit)?;
    }
    let (start, end) = if side == Side::Before {
        (other, day)
    } else {
        (day, other)
    };
    (start < end)
        .then(|| length.finest())
        .flatten()
        .map(|grain| Interval::of_dates(start, end, grain))
}
