//! Two clocks in one statement: "9:38 a.m. (18:38 GMT)" must differ by the offset of the place, or one is wrong.

use super::interval::clock_seconds;
use super::{Time, Zone};
use jiff::civil::{DateTime, date};
use jiff::tz::Offset;

/// Why two clocks for one moment can not both be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Diagnosis {
    /// Right once the labels change places: the local time is called GMT and the other way round.
    SwappedLabels,
    /// The clocks are this many minutes apart; the zones say the second number.
    WrongOffset(i32, i32),
    /// The clocks fit, but they are on different days and the text gives both the same one.
    MissingDay,
}

const DAY: i32 = 24 * 60;

/// Checks two clocks that the text gives for one moment.
///
/// `place_offset` is the offset of the place of the event, for a clock told with no zone or in "local time".
/// `None`: they agree, or nothing is known to check them by.
pub fn clocks_disagree(
    one: &Time,
    other: &Time,
    place_offset: Option<Offset>,
) -> Option<Diagnosis> {
    let (first, first_offset) = minutes_and_offset(one, place_offset)?;
    let (second, second_offset) = minutes_and_offset(other, place_offset)?;
    let stated = wrap(first - second);
    let expected = wrap(first_offset - second_offset);
    if first_offset == second_offset {
        return None;
    }
    if stated == expected {
        return missing_day(one, other, first - second, first_offset - second_offset);
    }
    Some(if stated == wrap(-expected) {
        Diagnosis::SwappedLabels
    } else {
        Diagnosis::WrongOffset(stated, expected)
    })
}

/// The clock in minutes from midnight and its zone in minutes east of UTC.
fn minutes_and_offset(time: &Time, place: Option<Offset>) -> Option<(i32, i32)> {
    let clock = time.clock()?;
    let at = time.interval.map_or(UNDATED, |i| i.start);
    let offset = match clock.zone {
        Some(Zone::Place(_) | Zone::Local) | None => place?,
        Some(zone) => zone.offset(at)?,
    };
    Some((
        clock_seconds(clock.hour, clock.minute, clock.second) / 60,
        offset.seconds() / 60,
    ))
}

/// A winter day that stands for "no date known" where a region's offset depends on the date.
const UNDATED: DateTime = date(2001, 1, 15).at(12, 0, 0, 0);

/// The clocks are the right distance apart around the dial; are they on the days that the text gives?
fn missing_day(one: &Time, other: &Time, apart: i32, expected: i32) -> Option<Diagnosis> {
    let days = match (one.interval, other.interval) {
        (Some(a), Some(b)) => {
            let span = b.start.date().until(a.start.date()).ok()?;
            span.get_days()
        }
        _ => return None,
    };
    (days * DAY + apart != expected).then_some(Diagnosis::MissingDay)
}

/// The distance around the dial, from -12 hours (not included) to 12 hours.
const fn wrap(minutes: i32) -> i32 {
    let within = minutes.rem_euclid(DAY);
    if within > DAY / 2 {
        within - DAY
    } else {
        within
    }
}
