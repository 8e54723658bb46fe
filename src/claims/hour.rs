//! How far a clock time reaches that is told only about: "about 2045" by five minutes, "around 9 p.m." by a quarter of an hour.

use crate::values::Relation;
use crate::values::time::{Clock, Modifier, Time};

/// Clocks of unlike zones that are this near show the same zone: zones lie at least half an hour apart.
const ONE_ZONE: i32 = 29;
const DAY: i32 = 24 * 60;

/// How two clock times stand to each other where at least one is told only about; `None` where neither is, or where
/// their zones may differ.
pub fn relate_about(one: &Time, other: &Time) -> Option<Relation> {
    let (a, b) = (one.clock()?, other.clock()?);
    let about = |time: &Time| time.timex.modifier == Some(Modifier::Approx);
    let plain = |time: &Time| about(time) || time.timex.modifier.is_none();
    if !(about(one) || about(other)) || !(plain(one) && plain(other)) {
        return None;
    }
    let apart = (minutes(&a) - minutes(&b)).rem_euclid(DAY);
    let apart = apart.min(DAY - apart);
    if a.zone != b.zone && apart > ONE_ZONE {
        return None;
    }
    let reach = |time: &Time, clock: &Clock| if about(time) { reach(clock) } else { 0 };
    let within = reach(one, &a) + reach(other, &b);
    Some(match apart {
        0 if about(one) == about(other) => Relation::Equal,
        0 => Relation::Overlapping,
        _ if apart <= within => Relation::Overlapping,
        _ => Relation::Disjoint,
    })
}

fn minutes(clock: &Clock) -> i32 {
    i32::from(clock.hour) * 60 + i32::from(clock.minute.max(0))
}

/// How many minutes "about" hides: as many as the clock was rounded by.
fn reach(clock: &Clock) -> i32 {
    match clock.minute {
        -1 | 0 => 15,
        30 => 10,
        m if m % 5 == 0 => 5,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn related(one: &str, other: &str) -> Option<Relation> {
        let time = |text: &str| text.parse::<Time>().expect("a canonical time");
        relate_about(&time(one), &time(other))
    }

    #[test]
    fn about_reaches_as_far_as_its_rounding() {
        let at = "XXXX-XX-XXT20:49";
        assert_eq!(
            related("XXXX-XX-XXT20:40 APPROX", at),
            Some(Relation::Disjoint)
        );
        assert_eq!(
            related("XXXX-XX-XXT20:45 APPROX", at),
            Some(Relation::Overlapping)
        );
        assert_eq!(
            related("XXXX-XX-XXT21:00 APPROX", at),
            Some(Relation::Overlapping)
        );
        assert_eq!(related("XXXX-XX-XXT20:40", at), None);
    }

    #[test]
    fn clocks_of_zones_that_may_differ_are_left_alone() {
        let gmt = "XXXX-XX-XXT20:45 APPROX +00:00";
        assert_eq!(related(gmt, "XXXX-XX-XXT20:55"), Some(Relation::Disjoint));
        assert_eq!(related(gmt, "XXXX-XX-XXT15:45"), None);
    }
}
