//! How far a clock time reaches that is told only about: "about 2045" by five minutes, "around 9 p.m." by a quarter of an
//! hour to either side, "shortly before 9 p.m." by twenty minutes to one.

use crate::lexicon::lower;
use crate::values::Relation;
use crate::values::time::{Clock, Modifier, Time};

use super::told::Told;

/// On which side of the clock that the words name a time lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Side {
    /// "Around nine", and whatever names no clock.
    Either,
    /// "Shortly before nine".
    Before,
    /// "Just after nine".
    After,
}

impl Side {
    /// What the words that tell a time say of it.
    pub fn of(words: &str) -> Self {
        let words = lower(words);
        let mut words = words.split_whitespace();
        match (words.next(), words.next()) {
            (Some("shortly" | "just"), Some("before")) => Self::Before,
            (Some("shortly" | "just"), Some("after")) => Self::After,
            _ => Self::Either,
        }
    }
}

/// Clocks of unlike zones that are this near show the same zone: zones lie at least half an hour apart.
const ONE_ZONE: i32 = 29;
const DAY: i32 = 24 * 60;

/// How two clock times stand to each other where at least one is told only about; `None` where neither is, or where
/// their zones may differ.
pub fn relate_about(one: &Told, other: &Told) -> Option<Relation> {
    let (a, b) = (one.time.clock()?, other.time.clock()?);
    let plain = |time: &Time| is_about(time) || time.timex.modifier.is_none();
    let abouts = [&one.time, &other.time].map(is_about);
    if !(abouts.contains(&true) && plain(&one.time) && plain(&other.time)) {
        return None;
    }
    // From the first clock on to the second, the shorter way around the dial.
    let apart = (minutes(&b) - minutes(&a) + DAY / 2).rem_euclid(DAY) - DAY / 2;
    if a.zone != b.zone && apart.abs() > ONE_ZONE {
        return None;
    }
    let (x, y) = (reach(one, &a), reach(other, &b));
    let shared = x.1.min(apart + y.1) - x.0.max(apart + y.0);
    let touching = shared == 0 && (!abouts[0] || !abouts[1] || one.side == other.side);
    Some(match apart {
        0 if abouts[0] == abouts[1] && one.side == other.side => Relation::Equal,
        _ if shared > 0 || touching => Relation::Overlapping,
        _ => Relation::Disjoint,
    })
}

fn is_about(time: &Time) -> bool {
    time.timex.modifier == Some(Modifier::Approx)
}

fn minutes(clock: &Clock) -> i32 {
    i32::from(clock.hour) * 60 + i32::from(clock.minute.max(0))
}

/// From how many minutes behind the clock to how many behind it the words reach: about hides as many as the clock was
/// rounded by.
fn reach(told: &Told, clock: &Clock) -> (i32, i32) {
    let (around, beside) = match clock.minute {
        -1 | 0 => (15, 20),
        30 => (10, 15),
        m if m % 5 == 0 => (5, 10),
        _ => (2, 4),
    };
    match told.side {
        _ if !is_about(&told.time) => (0, 0),
        Side::Either => (-around, around),
        Side::Before => (-beside, 0),
        Side::After => (0, beside),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn related(one: &str, other: &str) -> Option<Relation> {
        related_as(("", one), ("", other))
    }

    fn related_as(one: (&str, &str), other: (&str, &str)) -> Option<Relation> {
        let told = |(words, time): (&str, &str)| {
            let time = time.parse::<Time>().expect("a canonical time");
            Told::new(time, words, &[])
        };
        relate_about(&told(one), &told(other))
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
    fn shortly_before_and_just_after_reach_to_one_side() {
        let nine = "XXXX-XX-XXT21:00 APPROX";
        let before = |at: &str| related_as(("shortly before nine", nine), ("", at));
        assert_eq!(before("XXXX-XX-XXT20:41"), Some(Relation::Overlapping));
        assert_eq!(before("XXXX-XX-XXT20:30"), Some(Relation::Disjoint));
        assert_eq!(before("XXXX-XX-XXT21:10"), Some(Relation::Disjoint));
        let after = related_as(("just after nine", nine), ("", "XXXX-XX-XXT20:41"));
        assert_eq!(after, Some(Relation::Disjoint));
        let half = ("around 8:30", "XXXX-XX-XXT20:30 APPROX");
        let before = related_as(("shortly before nine", nine), half);
        assert_eq!(before, Some(Relation::Disjoint));
    }

    #[test]
    fn clocks_of_zones_that_may_differ_are_left_alone() {
        let gmt = "XXXX-XX-XXT20:45 APPROX +00:00";
        assert_eq!(related(gmt, "XXXX-XX-XXT20:55"), Some(Relation::Disjoint));
        assert_eq!(related(gmt, "XXXX-XX-XXT15:45"), None);
    }
}
