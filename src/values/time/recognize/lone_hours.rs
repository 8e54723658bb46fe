//! Which day a clock time belongs to that tells none: that of the nearest day in its sentence, else of the narrative.

use super::super::length::Unit;
use super::super::reading::{Calendar, DayPart, Hour, Reading};
use super::super::{Time, Zone};
use super::anchor::{Anchor, point_time};
use super::atom::{Atom, MORNING, Meaning, Point};
use super::line::Line;
use super::steps::{date_calendar, moved};
use crate::values::Mention;
use jiff::civil::Date;

impl Anchor {
    /// The day that the lone clock time of atom `n` belongs to; `told` are the times before it in its sentence.
    pub(super) fn day_of_hour(
        &self,
        line: &Line,
        atoms: &[Atom],
        n: usize,
        told: &[Mention<Time>],
    ) -> Option<Date> {
        let hour = match &atoms[n].meaning {
            Meaning::Point(point) => point.calendar.hour,
            _ => Hour::Open,
        };
        let before = told.iter().rev().find_map(|told| {
            let day = day_of(&told.value)?;
            Some(if is_small(hour) && is_late(&told.value) {
                moved(day, 1, Unit::Day)?
            } else {
                day
            })
        });
        let after = self.day_after(line, atoms, n);
        let narrative = self.narrative.filter(|(_, i)| i.grain <= Unit::Day);
        let narrative = narrative.map(|(_, i)| i.start.date());
        let beside = narrative.filter(|day| {
            let days = after.and_then(|after| day.until(after).ok());
            tells_elsewhere(atoms, n) && days.is_some_and(|days| days.get_days().abs() <= 1)
        });
        before
            .or(beside)
            .or(after)
            .or(narrative)
            .or(self.reported_day)
            .or(self.document)
    }

    /// The day of the time right behind the one of atom `n`.
    fn day_after(&self, line: &Line, atoms: &[Atom], n: usize) -> Option<Date> {
        let next = atoms
            .get(n + 1)
            .filter(|next| next.start - atoms[n].end <= 4)?;
        match &next.meaning {
            Meaning::Point(point) if point.is_hour_only() => {
                let then = atoms.get(n + 2).filter(|then| then.start - next.end <= 2)?;
                day_of(&self.time(line, then))
            }
            Meaning::Point(_) => day_of(&self.time(line, next)),
            _ => None,
        }
    }
}

/// "5:47 a.m. (2347 GMT Friday)": the day behind is that of another clock, which may not be the day here.
fn tells_elsewhere(atoms: &[Atom], n: usize) -> bool {
    let zone = |atom: &Atom| match &atom.meaning {
        Meaning::Point(point) if is_clock(&point.calendar) => point.zone.clone(),
        _ => None,
    };
    let Some(next) = atoms.get(n + 1) else {
        return false;
    };
    let dated = matches!(&next.meaning, Meaning::Point(point) if !point.is_hour_only());
    let other = zone(next);
    dated && matches!(other, Some(Zone::Offset(_))) && zone(&atoms[n]) != other
}

fn is_clock(calendar: &Calendar) -> bool {
    matches!(calendar.hour, Hour::Clock(..))
}

/// A lone clock time on its day.
pub(super) fn hour_on(day: Option<Date>, point: &Point, atom: &Atom) -> Time {
    let calendar = match day {
        Some(day) => date_calendar(day, &point.calendar),
        None => point.calendar,
    };
    let mut time = point_time(calendar, atom.modifier);
    time.zone.clone_from(&point.zone);
    time.bound = atom.bound;
    time
}

/// The day of a dated time of day grain or finer.
fn day_of(time: &Time) -> Option<Date> {
    let interval = time
        .interval
        .filter(|i| i.grain <= Unit::Day && time.is_point());
    interval.map(|i| i.start.date())
}

/// Whether an hour is one of those that a night ends with.
fn is_small(hour: Hour) -> bool {
    matches!(hour, Hour::Clock(..MORNING, ..))
}

/// Whether a time is in an evening or a night: "on Saturday night, at 1 a.m." is on Sunday, and so is "at 11 p.m. on
/// Saturday and at 1 a.m."
fn is_late(time: &Time) -> bool {
    const EVENING: i8 = 18;
    let late = |hour| {
        matches!(
            hour,
            Hour::Part(DayPart::Evening | DayPart::Night) | Hour::Clock(EVENING..=23, ..)
        )
    };
    matches!(&time.reading, Reading::Calendar(calendar) if late(calendar.hour))
}
