//! Undated times held against each other: every field is a set of possibilities, and the relation of two times is
//! that of the products of their sets. "Sunday evening" and "Sunday 9:38 a.m." share no minute of the week.

use super::interval::clock_seconds;
use super::reading::{Calendar, Day, Hour, Period, Reading, Season, Years};
use super::relate::{clock_slack, relate_ranges};
use super::{Modifier, Time, Unit};
use crate::values::Relation;

const DAY: i32 = 24 * 60;
const WEEK: i32 = 7 * DAY;

/// How the fields of two points stand to each other.
pub(super) fn relate_fields(one: &Time, other: &Time) -> Relation {
    let (Some(a), Some(b)) = (Fields::of(one), Fields::of(other)) else {
        return Relation::Incomparable;
    };
    [
        relate_ranges(a.years, b.years),
        relate_masks(&[a.months], &[b.months]),
        relate_masks(&[a.days], &[b.days]),
        relate_masks(&a.minutes, &b.minutes),
    ]
    .into_iter()
    .fold(Relation::Equal, product)
}

/// The relation of two products from the relations of their factors.
fn product(one: Relation, other: Relation) -> Relation {
    match (one, other) {
        (Relation::Disjoint, _) | (_, Relation::Disjoint) => Relation::Disjoint,
        (Relation::Incomparable, _) | (_, Relation::Incomparable) => Relation::Incomparable,
        (Relation::Equal, x) | (x, Relation::Equal) => x,
        (x, y) if x == y => x,
        _ => Relation::Overlapping,
    }
}

/// How two sets, written as bits, stand to each other.
fn relate_masks(one: &[u64], other: &[u64]) -> Relation {
    let mut pairs = one.iter().zip(other);
    let shared = pairs.clone().any(|(a, b)| a & b != 0);
    let within = pairs.clone().all(|(a, b)| a & !b == 0);
    let around = pairs.all(|(a, b)| b & !a == 0);
    match (shared, within, around) {
        (_, true, true) => Relation::Equal,
        (false, ..) => Relation::Disjoint,
        (_, true, false) => Relation::Narrower,
        (_, false, true) => Relation::Wider,
        (_, false, false) => Relation::Overlapping,
    }
}

/// What is possible, field by field.
struct Fields {
    /// First year and the year after the last.
    years: (i32, i32),
    /// Bit 0 is January.
    months: u64,
    /// Bit 0 is the first of the month.
    days: u64,
    /// Every minute of the week, from Monday 0:00 on.
    minutes: Vec<u64>,
}

impl Fields {
    fn of(time: &Time) -> Option<Self> {
        let Reading::Calendar(calendar) = &time.reading else {
            return None;
        };
        let dated = time
            .interval
            .filter(|i| i.grain <= Unit::Day)
            .map(|i| i.start.date());
        let calendar = match dated {
            // The week and the weekday of a dated day are known too, and so are month and day of a weekday.
            Some(date) => Calendar {
                hour: calendar.hour,
                ..Calendar::date(date.year(), date.month(), date.day())
            },
            None => *calendar,
        };
        let weekdays = match (dated, calendar.day) {
            (Some(date), _) => 1 << date.weekday().to_monday_zero_offset(),
            (None, Day::Weekday(d)) => 1 << (d - 1),
            (None, Day::Weekend) => 0b110_0000,
            (None, Day::Open | Day::OfMonth(_)) => 0b111_1111,
        };
        Some(Self {
            years: years(calendar.years),
            months: months(calendar.period),
            days: match calendar.day {
                Day::OfMonth(d) => 1 << (d - 1),
                Day::Open | Day::Weekday(_) | Day::Weekend => u64::MAX,
            },
            minutes: minutes_of_week(weekdays, minutes_of_day(time, calendar.hour)),
        })
    }
}

fn years(years: Years) -> (i32, i32) {
    match years {
        Years::Open => (i32::MIN, i32::MAX),
        Years::Exactly(y) => (i32::from(y), i32::from(y) + 1),
        Years::Decade(d) => (i32::from(d) * 10, i32::from(d) * 10 + 10),
        Years::Century(c) => (i32::from(c) * 100, i32::from(c) * 100 + 100),
    }
}

fn months(period: Period) -> u64 {
    match period {
        Period::Open | Period::Week(_) => 0xFFF,
        Period::Month(m) => 1 << (m - 1),
        Period::Quarter(q) => 0b111 << (3 * (q - 1)),
        Period::Half(h) => 0b11_1111 << (6 * (h - 1)),
        Period::Season(Season::Winter) => 0b1000_0000_0011,
        Period::Season(s) => 0b111 << (s.first_month() - 1),
    }
}

/// The minutes of its day that a time speaks of, with the rounding of a clock and the cut of a modifier.
fn minutes_of_day(time: &Time, hour: Hour) -> (i32, i32) {
    let slack = (clock_slack(time) / 60) as i32;
    let (from, to) = match hour {
        Hour::Open => (0, DAY),
        Hour::Part(part) => part.minutes(),
        Hour::Clock(h, m, s) => {
            let at = clock_seconds(h, m, s) / 60;
            (at - slack, at + 1 + slack)
        }
    };
    let half = (to - from) / 2;
    match time.timex.modifier {
        Some(Modifier::Start) => (from, from + half),
        Some(Modifier::Mid) => (from + half / 2, to - half / 2),
        Some(Modifier::End) => (from + half, to),
        Some(Modifier::Approx) => (from - 2 * slack - half, to + 2 * slack + half),
        _ => (from, to),
    }
}

/// Those minutes on each of those weekdays; what goes past midnight falls on the next day.
fn minutes_of_week(weekdays: i32, (from, to): (i32, i32)) -> Vec<u64> {
    let mut bits = vec![0; (WEEK / 64 + 1) as usize];
    let length = (to - from).clamp(0, WEEK);
    for day in (0..7).filter(|d| weekdays & (1 << d) != 0) {
        let start = (day * DAY + from).rem_euclid(WEEK);
        let end = start + length;
        fill(&mut bits, start as usize, end.min(WEEK) as usize);
        fill(&mut bits, 0, (end - WEEK).max(0) as usize);
    }
    bits
}

/// Sets the bits from one to before another.
fn fill(bits: &mut [u64], from: usize, to: usize) {
    let words = bits.iter_mut().enumerate();
    for (at, word) in words.take(to.div_ceil(64)).skip(from / 64) {
        let (first, end) = (from.saturating_sub(64 * at), (to - 64 * at).min(64));
        *word |= u64::MAX << first & u64::MAX >> (64 - end);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{DAY, WEEK, minutes_of_week};

    proptest! {
        #[test]
        fn minutes_are_those_that_one_counts(weekdays in 0..128, from in -DAY..DAY, length in 0..2 * DAY) {
            let bits = minutes_of_week(weekdays, (from, from + length));
            for minute in 0..WEEK {
                let holds = |day: i32| (minute - day * DAY - from).rem_euclid(WEEK) < length;
                let wanted = (0..7).any(|day| weekdays >> day & 1 == 1 && holds(day));
                let at = minute as usize;
                prop_assert_eq!(bits[at / 64] >> (at % 64) & 1 == 1, wanted, "minute {}", minute);
            }
        }
    }
}
