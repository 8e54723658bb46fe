//! When, by source: each answer as the stretch of time it covers, so that answers that miss each other are seen to.

use super::axis::{Days, LEFT, RIGHT, Scale, instants, seconds};
use super::drawing::{Drawing, Lane, LaneKind, Path, lanes_of};
use super::{Entry, Story};
use crate::comparison::{Account, Slot, Verdict};
use crate::values::time::{
    Bound, Calendar, Day, Hour, Interval, Period, Reading, Time, Years, interval_of,
};
use jiff::civil::DateTime;

/// The drawing of a finding about time, where two answers at least have a place on one axis.
pub(super) fn drawing(story: &Story, entry: &Entry) -> Option<Drawing> {
    if entry.slot() != Some(Slot::Time) || entry.verdict() == Verdict::Agreement {
        return None;
    }
    let told: Vec<(&Account, Option<Time>)> = lanes_of(entry)
        .into_iter()
        .map(|account| (account, account.value.parse().ok()))
        .collect();
    let dated = told
        .iter()
        .any(|(_, time)| place(time.as_ref(), Days::Dated).is_some());
    let days = if dated { Days::Dated } else { Days::Undated };
    let (drawn, beside): (Vec<_>, Vec<_>) = told
        .iter()
        .map(|(account, time)| (*account, time, place(time.as_ref(), days)))
        .partition(|(_, _, interval)| interval.is_some());
    let intervals: Vec<Interval> = drawn
        .iter()
        .filter_map(|(_, _, interval)| *interval)
        .collect();
    if intervals.len() < 2 {
        return None;
    }
    let scale = scale(&intervals)?;
    let lane = |(account, time, interval): &(&Account, &Option<Time>, Option<Interval>)| {
        let interval = interval.as_ref()?;
        let bound = time.as_ref().map_or(Bound::At, |time| time.bound);
        Some(lane(story, account, interval, bound, &scale))
    };
    Some(Drawing {
        lanes: drawn.iter().filter_map(lane).collect(),
        ticks: ticks(&intervals, &scale, days),
        beside: beside
            .iter()
            .map(|(account, ..)| account.said.clone())
            .collect(),
        path: Path::None,
    })
}

/// The stretch of a time: by date, or in a week of its own where the articles give weekdays only.
fn place(time: Option<&Time>, days: Days) -> Option<Interval> {
    let time = time.filter(|time| time.is_point())?;
    match (days, &time.reading) {
        (Days::Dated, _) => time.interval,
        (Days::Undated, Reading::Calendar(calendar)) => interval_of(&in_some_week(*calendar)?),
        (Days::Undated, Reading::Length(_) | Reading::Vague(_)) => None,
    }
}

/// An open calendar reading in the week of 1 January 2024, a Monday.
fn in_some_week(calendar: Calendar) -> Option<Calendar> {
    if calendar.years != Years::Open || calendar.period != Period::Open {
        return None;
    }
    let day = match (calendar.day, calendar.hour) {
        (Day::Weekday(day), _) => day,
        (Day::Open, Hour::Part(_) | Hour::Clock(..)) => 1,
        (Day::Open | Day::OfMonth(_) | Day::Weekend, _) => return None,
    };
    Some(Calendar {
        hour: calendar.hour,
        ..Calendar::date(2024, 1, day)
    })
}

fn ends(intervals: &[Interval]) -> Option<(DateTime, DateTime)> {
    let start = intervals.iter().map(|i| i.start).min()?;
    let end = intervals.iter().map(|i| i.end).max()?;
    Some((start, end))
}

fn scale(intervals: &[Interval]) -> Option<Scale> {
    let (start, end) = ends(intervals)?;
    Scale::over(&[seconds(start), seconds(end)])
}

fn ticks(intervals: &[Interval], scale: &Scale, days: Days) -> Vec<(f64, String)> {
    let Some((start, end)) = ends(intervals) else {
        return vec![];
    };
    let instants = instants(start, end, days).into_iter();
    instants
        .map(|(at, word)| (scale.at(seconds(at)), word))
        .collect()
}

fn lane(
    story: &Story,
    account: &Account,
    interval: &Interval,
    bound: Bound,
    scale: &Scale,
) -> Lane {
    let (from, to) = (
        scale.at(seconds(interval.start)),
        scale.at(seconds(interval.end)),
    );
    let (from, to, kind) = match bound {
        Bound::At => (from, to, LaneKind::Bar),
        Bound::Since | Bound::After | Bound::From => (from, RIGHT, LaneKind::Open),
        Bound::Until | Bound::By | Bound::Before | Bound::To => (LEFT, to, LaneKind::Open),
    };
    Lane::of(story, account, (from, to, kind))
}
