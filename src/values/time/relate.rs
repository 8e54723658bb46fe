//! How two times stand to each other: dated ones by their stretches, undated ones by the fields that both tell.

use super::interval::{Interval, interval_of};
use super::length::{Length, Unit};
use super::partial::relate_fields;
use super::reading::{Calendar, Reading, Vague};
use super::{Bound, Clock, Kind, Modifier, Time, Zone};
use crate::values::Relation;
use jiff::ToSpan;
use jiff::civil::DateTime;

/// How `one` stands to `other`.
pub fn relate(one: &Time, other: &Time) -> Relation {
    if one == other {
        return Relation::Equal;
    }
    match (one.timex.kind, other.timex.kind) {
        (Kind::Set, Kind::Set) => relate_sets(one, other),
        (Kind::Set, _) | (_, Kind::Set) => Relation::Incomparable,
        _ => match (&one.reading, &other.reading) {
            (Reading::Length(_), Reading::Length(_)) => relate_lengths(one, other),
            (Reading::Calendar(a), Reading::Calendar(b)) => relate_points(one, a, other, b),
            (Reading::Vague(a), Reading::Vague(b)) => relate_vague(*a, *b),
            _ => Relation::Incomparable,
        },
    }
}

/// "Recently" and "soon" exclude each other; "now" shades into both.
fn relate_vague(one: Vague, other: Vague) -> Relation {
    match (one, other) {
        _ if one == other => Relation::Equal,
        (Vague::Past, Vague::Future) | (Vague::Future, Vague::Past) => Relation::Disjoint,
        _ => Relation::Incomparable,
    }
}

/// "Every Friday" against "every evening": the same fields as points, but overlap is no agreement.
fn relate_sets(one: &Time, other: &Time) -> Relation {
    match (&one.reading, &other.reading) {
        (Reading::Calendar(_), Reading::Calendar(_)) => relate_fields(one, other),
        (Reading::Length(a), Reading::Length(b)) => match (a.seconds(), b.seconds()) {
            (Some(a), Some(b)) if (a - b).abs() < 1.0 => Relation::Equal,
            (Some(_), Some(_)) => Relation::Disjoint,
            _ => Relation::Incomparable,
        },
        _ => Relation::Incomparable,
    }
}

fn relate_lengths(one: &Time, other: &Time) -> Relation {
    match (one.duration(), other.duration()) {
        (Some(a), Some(b)) => relate_ranges(a, b),
        _ => Relation::Incomparable,
    }
}

/// How two half-open ranges stand to each other.
pub(super) fn relate_ranges<T: PartialOrd + Copy>(one: (T, T), other: (T, T)) -> Relation {
    if one == other {
        Relation::Equal
    } else if one.1 <= other.0 || other.1 <= one.0 {
        Relation::Disjoint
    } else if other.0 <= one.0 && one.1 <= other.1 {
        Relation::Narrower
    } else if one.0 <= other.0 && other.1 <= one.1 {
        Relation::Wider
    } else {
        Relation::Overlapping
    }
}

/// The least and the most seconds that a length allows: it is rounded to its finest unit, and its modifier opens it.
///
/// "A week" and "eight days" overlap, "a week" and "ten days" do not; "three months" and "four months" do not.
pub(super) fn bounds(length: &Length, modifier: Option<Modifier>) -> Option<(f64, f64)> {
    let finest = length.finest()?;
    let Some(seconds) = length.seconds() else {
        // "Several weeks": more than one of the finest unit, fewer than the next unit would say.
        return Some((2.0 * finest.seconds(), 100.0 * finest.seconds()));
    };
    let slack = match finest {
        Unit::Second | Unit::Minute | Unit::Day => 0.499,
        Unit::Hour => 0.25,
        Unit::Week => 1.1 / 7.0,
        Unit::Month | Unit::Quarter => 0.17,
        Unit::Year | Unit::Decade | Unit::Century => 0.13,
    };
    let slack = (slack * finest.seconds())
        .max(0.04 * seconds)
        .min(0.499 * finest.seconds());
    let exact = (seconds - slack, seconds + slack);
    Some(match modifier {
        Some(Modifier::MoreThan) => (seconds, f64::INFINITY),
        Some(Modifier::EqualOrMore | Modifier::OnOrAfter | Modifier::After) => {
            (exact.0, f64::INFINITY)
        }
        Some(Modifier::LessThan) => (0.0, seconds),
        Some(Modifier::EqualOrLess | Modifier::OnOrBefore | Modifier::Before) => (0.0, exact.1),
        Some(Modifier::Approx) => (seconds * 0.75 - slack, seconds * 1.25 + slack),
        Some(Modifier::Start | Modifier::Mid | Modifier::End) | None => exact,
    })
}

/// Two points: by their stretches where both are dated, else field by field.
fn relate_points(one: &Time, a: &Calendar, other: &Time, b: &Calendar) -> Relation {
    let Some(zones) = common_zone(one, other) else {
        return Relation::Incomparable;
    };
    match (stretch(one, zones.0), stretch(other, zones.1)) {
        (Some(x), Some(y)) => relate_ranges(x, y),
        _ if a.is_open() || b.is_open() => Relation::Incomparable,
        _ => match (one.bound, other.bound) {
            (Bound::At, Bound::At) if zones.0 == zones.1 => relate_fields(one, other),
            _ => Relation::Incomparable,
        },
    }
}

/// Seconds to take off each clock to bring both to one zone; `None` where the zones can not be compared.
fn common_zone(one: &Time, other: &Time) -> Option<(i64, i64)> {
    let (Some(a), Some(b)) = (one.clock().map(|c| c.zone), other.clock().map(|c| c.zone)) else {
        return Some((0, 0));
    };
    match (a, b) {
        _ if a == b => Some((0, 0)),
        (None | Some(Zone::Local), None | Some(Zone::Local)) => Some((0, 0)),
        (Some(a), Some(b)) => {
            let at = |time: &Time| {
                time.interval
                    .map_or(jiff::civil::date(2001, 1, 15).into(), |i| i.start)
            };
            let (x, y) = (a.offset(at(one))?, b.offset(at(other))?);
            Some((i64::from(x.seconds()), i64::from(y.seconds())))
        }
        _ => None,
    }
}

/// The stretch of a dated point with its rounding, its modifier and its bound, in the common zone.
fn stretch(time: &Time, offset: i64) -> Option<(DateTime, DateTime)> {
    let interval = time.interval?;
    let (start, end) = modified(time, interval)?;
    let start = start.checked_sub(offset.seconds()).ok()?;
    let end = end.checked_sub(offset.seconds()).ok()?;
    // Both ends of a range carry all of it.
    let whole_range =
        matches!(&time.reading, Reading::Calendar(c) if interval_of(c) != time.interval);
    Some(match time.bound {
        Bound::From | Bound::To if whole_range => (start, end),
        Bound::At => (start, end),
        Bound::Since | Bound::From => (start, DateTime::MAX),
        Bound::After => (end.min(DateTime::MAX), DateTime::MAX),
        Bound::Until | Bound::By | Bound::To => (DateTime::MIN, end),
        Bound::Before => (DateTime::MIN, start),
    })
}

/// A stretch as its modifier cuts or opens it: early is the first half, about is a stretch more on both sides.
fn modified(time: &Time, i: Interval) -> Option<(DateTime, DateTime)> {
    let whole = i
        .start
        .until(i.end)
        .ok()?
        .total(jiff::SpanTotal::from(jiff::Unit::Second).days_are_24_hours())
        .ok()?;
    let part = |share: f64| i.start.checked_add(((whole * share) as i64).seconds()).ok();
    let slack = clock_slack(time);
    Some(match time.timex.modifier {
        Some(Modifier::Start) => (i.start, part(0.5)?),
        Some(Modifier::Mid) => (part(0.25)?, part(0.75)?),
        Some(Modifier::End) => (part(0.5)?, i.end),
        Some(Modifier::Approx) => {
            let more = ((whole * 0.5) as i64).max(slack * 3);
            let start = i.start.checked_sub(more.seconds()).ok()?;
            (start, i.end.checked_add(more.seconds()).ok()?)
        }
        Some(Modifier::Before | Modifier::LessThan) => (DateTime::MIN, i.start),
        Some(Modifier::OnOrBefore | Modifier::EqualOrLess) => (DateTime::MIN, i.end),
        Some(Modifier::After | Modifier::MoreThan) => (i.end, DateTime::MAX),
        Some(Modifier::OnOrAfter | Modifier::EqualOrMore) => (i.start, DateTime::MAX),
        None => {
            let start = i.start.checked_sub(slack.seconds()).ok()?;
            (start, i.end.checked_add(slack.seconds()).ok()?)
        }
    })
}

/// How many seconds a clock time may be off by its rounding: full hours 10 minutes, halves 5, fives 2.
pub(super) fn clock_slack(time: &Time) -> i64 {
    let Some(Clock { minute, second, .. }) = time.clock() else {
        return 0;
    };
    60 * match minute {
        _ if second >= 0 => 0,
        -1 | 0 => 10,
        15 | 30 | 45 => 5,
        m if m % 5 == 0 => 2,
        _ => 0,
    }
}
