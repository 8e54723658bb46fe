//! Answers that lie close to each other without being the same: 8.40 p.m. and 8.49 p.m., 18 and 19 November.
//!
//! Two unlike questions about like events seldom have neighbouring answers, so nearness speaks for one question told
//! in two ways. Small numbers are left out: two and three lie close by chance.

use crate::claims::told::Told;
use crate::claims::{Answer, Attribute};
use crate::values::Relation;
use crate::values::quantity::Quantity;
use crate::values::time;

use super::Account;

/// How many minutes lie between clocks that may show one moment.
const CLOCKS: i32 = 75;
/// How many days lie between dates that may be one.
const DAYS: i32 = 2;
/// Amounts are neighbours up to this multiple of the smaller.
const FACTOR: f64 = 1.5;
/// The larger of two amounts is at least this, or they are neighbours by chance.
const LARGE: f64 = 10.0;

/// Whether the answers of two claims with one attribute are neighbours.
pub(super) fn near(one: &Account, other: &Account) -> bool {
    let attribute = &one.claim.question.attribute;
    match (&one.claim.answer, &other.claim.answer) {
        (Answer::Time(a), Answer::Time(b)) if *attribute == Attribute::When => {
            clocks(a, b) || dates(a, b)
        }
        (Answer::Quantity(a), Answer::Quantity(b)) => amounts(a, b),
        _ => false,
    }
}

/// Two amounts of which one could be the other after rounding, haste or a late count.
fn amounts(one: &Quantity, other: &Quantity) -> bool {
    let size = |q: &Quantity| q.single().or(q.least()).or(q.most());
    let (Some(a), Some(b)) = (size(one), size(other)) else {
        return false;
    };
    let (low, high) = (a.min(b), a.max(b));
    low > 0.0 && low < high && high >= LARGE && high <= FACTOR * low
}

/// Two clocks of days that may be one.
fn clocks(one: &Told, other: &Told) -> bool {
    let (Some(a), Some(b)) = (minutes(one), minutes(other)) else {
        return false;
    };
    let apart = (a - b).abs();
    let days = time::relate(&one.day(), &other.day());
    apart > 0 && apart <= CLOCKS && days != Relation::Disjoint
}

/// The minutes of the day that a clock shows, where a time tells one.
pub(super) fn minutes(told: &Told) -> Option<i32> {
    let clock = told.time.clock()?;
    Some(i32::from(clock.hour) * 60 + i32::from(clock.minute.max(0)))
}

/// Two full dates that lie a day or two apart.
fn dates(one: &Told, other: &Told) -> bool {
    use crate::values::time::{Calendar, Day, Period, Reading};
    let date = |told: &Told| match &told.time.reading {
        Reading::Calendar(Calendar {
            period: Period::Month(month),
            day: Day::OfMonth(day),
            ..
        }) if told.absolute => Some((*month, *day)),
        _ => None,
    };
    let (Some((m, d)), Some((n, e))) = (date(one), date(other)) else {
        return false;
    };
    m == n && d != e && i32::from((d - e).abs()) <= DAYS
}
