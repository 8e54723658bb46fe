//! The axes of the charts: where a number or an instant stands, and which ticks are worth a word.

use crate::report::readable;
use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan};

/// Where the plot begins and ends, in the units of the drawing; sources' names stand before it.
pub(super) const LEFT: f64 = 190.0;
/// The end of the plot.
pub(super) const RIGHT: f64 = 700.0;
/// The width of the drawing.
pub(super) const WIDTH: f64 = 720.0;

/// A linear or logarithmic scale onto the plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Linear,
    /// Linear, over whole numbers: there is no tick between two of them.
    Whole,
    Logarithmic,
}

impl Scale {
    /// A scale that holds all these numbers with some room at both ends; logarithmic where they differ a hundredfold.
    pub(super) fn over(numbers: &[f64]) -> Option<Self> {
        let low = numbers.iter().copied().reduce(f64::min)?;
        let high = numbers.iter().copied().reduce(f64::max)?;
        if low > 0.0 && high / low > 100.0 {
            let kind = Kind::Logarithmic;
            return Some(Self {
                low: low / 1.5,
                high: high * 1.5,
                kind,
            });
        }
        let whole = numbers
            .iter()
            .all(|number| number.fract().total_cmp(&0.0).is_eq());
        let room = if high > low {
            (high - low) * 0.12
        } else {
            low.abs().max(1.0) * 0.2
        };
        let from_zero = low >= 0.0 && low < high * 0.35;
        let low = if from_zero { 0.0 } else { low - room };
        Some(Self {
            low,
            high: high + room,
            kind: if whole { Kind::Whole } else { Kind::Linear },
        })
    }

    /// Where a number stands in the drawing, held inside of the plot.
    pub(super) fn at(&self, number: f64) -> f64 {
        let part = match self.kind {
            Kind::Linear | Kind::Whole => (number - self.low) / (self.high - self.low),
            Kind::Logarithmic => {
                (number.max(self.low) / self.low).ln() / (self.high / self.low).ln()
            }
        };
        LEFT + part.clamp(0.0, 1.0) * (RIGHT - LEFT)
    }

    /// Four to eight round numbers on the scale.
    pub(super) fn ticks(&self) -> Vec<f64> {
        match self.kind {
            Kind::Linear | Kind::Whole => {
                let finest = if self.kind == Kind::Whole { 1.0 } else { 0.0 };
                let step = round_step((self.high - self.low) / 6.0).max(finest);
                let first = (self.low / step).ceil() as i64;
                let last = (self.high / step).floor() as i64;
                (first..=last).map(|i| i as f64 * step).collect()
            }
            Kind::Logarithmic => {
                let first = self.low.log10().ceil() as i32;
                let last = self.high.log10().floor() as i32;
                (first..=last).map(|i| 10_f64.powi(i)).collect()
            }
        }
    }
}

/// The least of 1, 2, 5, 10, 20, … that is not less.
fn round_step(step: f64) -> f64 {
    let power = 10_f64.powf(step.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|s| s * power);
    steps
        .into_iter()
        .find(|&s| s >= step)
        .unwrap_or(power * 10.0)
}

/// Seconds from a fixed day: what a [`Scale`] takes for an instant.
pub(super) fn seconds(at: DateTime) -> f64 {
    at.duration_since(DateTime::constant(2000, 1, 1, 0, 0, 0, 0))
        .as_secs_f64()
}

/// How ticks of a time axis are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Days {
    /// By date.
    Dated,
    /// By weekday: the articles give no date.
    Undated,
}

/// Ticks for the time from `start` to `end`, with their words.
pub(super) fn instants(start: DateTime, end: DateTime, days: Days) -> Vec<(DateTime, String)> {
    let hours = end.duration_since(start).as_secs_f64() / 3600.0;
    let (step, grain) = step(hours);
    let mut ticks = Vec::new();
    let mut at = floor(start, grain, step);
    while let Some(instant) = at.filter(|&instant| instant <= end && ticks.len() < 24) {
        if instant >= start {
            ticks.push((instant, word(instant, grain, days)));
        }
        at = instant.checked_add(length(grain, step)).ok();
    }
    ticks
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grain {
    Hour,
    Day,
    Month,
    Year,
}

/// How far ticks stand apart on an axis of so many hours.
fn step(hours: f64) -> (i64, Grain) {
    const DAY: f64 = 24.0;
    const YEAR: f64 = 365.0 * DAY;
    let steps = [
        (8.0, 1, Grain::Hour),
        (20.0, 3, Grain::Hour),
        (1.8 * DAY, 6, Grain::Hour),
        (3.5 * DAY, 12, Grain::Hour),
        (9.0 * DAY, 1, Grain::Day),
        (20.0 * DAY, 2, Grain::Day),
        (60.0 * DAY, 7, Grain::Day),
        (0.6 * YEAR, 1, Grain::Month),
        (2.0 * YEAR, 3, Grain::Month),
        (8.0 * YEAR, 1, Grain::Year),
        (40.0 * YEAR, 5, Grain::Year),
    ];
    let found = steps.iter().find(|&&(most, ..)| hours <= most);
    found.map_or((25, Grain::Year), |&(_, step, grain)| (step, grain))
}

fn length(grain: Grain, step: i64) -> Span {
    match grain {
        Grain::Hour => step.hours(),
        Grain::Day => step.days(),
        Grain::Month => step.months(),
        Grain::Year => step.years(),
    }
}

fn floor(start: DateTime, grain: Grain, step: i64) -> Option<DateTime> {
    let whole = |number: i64| number - number.rem_euclid(step);
    let date: Date = start.date();
    let first = |year: i64, month: i64| Date::new(year as i16, month as i8, 1).ok();
    Some(match grain {
        Grain::Hour => date.at(whole(i64::from(start.hour())) as i8, 0, 0, 0),
        Grain::Day => date.into(),
        Grain::Month => first(
            i64::from(date.year()),
            whole(i64::from(date.month()) - 1) + 1,
        )?
        .into(),
        Grain::Year => first(whole(i64::from(date.year())), 1)?.into(),
    })
}

fn word(at: DateTime, grain: Grain, days: Days) -> String {
    let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        [at.weekday().to_monday_zero_offset() as usize];
    let month = readable::month(at.month());
    match (grain, days) {
        (Grain::Hour, _) if at.hour() != 0 => format!("{:02}:00", at.hour()),
        (Grain::Hour | Grain::Day, Days::Undated) => weekday.to_owned(),
        (Grain::Hour, Days::Dated) => format!("{weekday} {} {month}", at.day()),
        (Grain::Day, Days::Dated) => format!("{} {month}", at.day()),
        (Grain::Month, _) => format!("{month} {}", at.year()),
        (Grain::Year, _) => at.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    #[test]
    fn numbers_stand_on_round_ticks() {
        let scale = Scale::over(&[4.0, 27.0]).expect("two numbers");
        assert_eq!(scale.ticks(), [0.0, 5.0, 10.0, 15.0, 20.0, 25.0]);
        let few = Scale::over(&[2.0, 3.0]).expect("two numbers");
        assert_eq!(few.ticks(), [2.0, 3.0]);
        let wide = Scale::over(&[3.0, 40_000.0]).expect("two numbers");
        assert_eq!(wide.ticks(), [10.0, 100.0, 1000.0, 10_000.0]);
        assert!(Scale::over(&[]).is_none());
    }

    #[test]
    fn instants_are_told_by_what_differs() {
        let words = |start, end, days| -> Vec<String> {
            instants(start, end, days)
                .into_iter()
                .map(|(_, word)| word)
                .collect()
        };
        let (start, end) = (
            datetime(2024, 5, 12, 6, 0, 0, 0),
            datetime(2024, 5, 13, 1, 0, 0, 0),
        );
        assert_eq!(
            words(start, end, Days::Dated),
            [
                "06:00",
                "09:00",
                "12:00",
                "15:00",
                "18:00",
                "21:00",
                "Mon 13 May"
            ]
        );
        assert_eq!(words(start, end, Days::Undated)[6], "Mon");
        let (start, end) = (
            datetime(2019, 1, 1, 0, 0, 0, 0),
            datetime(2023, 1, 1, 0, 0, 0, 0),
        );
        assert_eq!(
            words(start, end, Days::Dated),
            ["2019", "2020", "2021", "2022", "2023"]
        );
    }
}
