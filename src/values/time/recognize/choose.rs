//! Which of the many Fridays, Mays or third quarters is meant, seen from a day and in a direction.

use super::super::reading::Season;
use super::atom::Course;
use super::tense::Tense;
use jiff::ToSpan;
use jiff::civil::Date;

/// Where to look from the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Back, the day itself included.
    Back,
    /// Back, the running one left out: "last Friday".
    StrictlyBack,
    /// The running one: "this summer".
    Running,
    /// On, the day itself included.
    On,
    /// On, the running one left out: "next Friday".
    StrictlyOn,
    /// To the nearest.
    Nearest,
}

impl Direction {
    /// The direction that words and tense give.
    pub(super) fn of(course: Course, tense: impl FnOnce() -> Tense) -> Self {
        match course {
            Course::Last | Course::Previous => Self::StrictlyBack,
            Course::Next | Course::Following => Self::StrictlyOn,
            Course::This => Self::Running,
            Course::Any => Self::Nearest,
            Course::Tense => match tense() {
                Tense::Past => Self::Back,
                Tense::Future => Self::On,
                Tense::Present | Tense::Unknown => Self::Nearest,
            },
        }
    }
}

/// The date of a weekday (Monday is 1).
pub(super) fn weekday(day: Date, weekday: i8, direction: Direction) -> Option<Date> {
    let back = i64::from((day.weekday().to_monday_one_offset() - weekday).rem_euclid(7));
    let by = match direction {
        Direction::StrictlyBack if back == 0 => -7,
        Direction::Back | Direction::Nearest | Direction::StrictlyBack => -back,
        Direction::On | Direction::Running if back == 0 => 0,
        Direction::On | Direction::StrictlyOn | Direction::Running => 7 - back,
    };
    day.checked_add(by.days()).ok()
}

/// The year of a day of the month; no one speaks so of a day ten months off when another is near.
pub(super) fn year_of_day(day: Date, month: i8, of_month: i8, direction: Direction) -> Option<i16> {
    let year = day.year();
    let days_to = |year: i16| {
        let then = Date::new(year, month, of_month).ok()?;
        day.until(then).ok().map(|span| (year, span.get_days()))
    };
    let candidates = [year.checked_sub(1)?, year, year.checked_add(1)?];
    let mut candidates: Vec<_> = candidates.into_iter().filter_map(days_to).collect();
    candidates.sort_by_key(|&(_, days)| days.abs());
    let nearest = *candidates.first()?;
    let fits = |days: i32| match direction {
        Direction::Back | Direction::StrictlyBack => days <= 0,
        Direction::On | Direction::StrictlyOn => days >= 0,
        Direction::Running | Direction::Nearest => true,
    };
    let best = candidates
        .into_iter()
        .find(|&(_, days)| fits(days))
        .unwrap_or(nearest);
    let far = best.1.abs() > 300 && nearest.1.abs() < 65;
    let sure = matches!(direction, Direction::StrictlyBack | Direction::StrictlyOn);
    Some(if far && !sure { nearest.0 } else { best.0 })
}

/// The nearest year in which a day of the month is that weekday.
pub(super) fn year_of_weekday(day: Date, month: i8, of_month: i8, weekday: i8) -> Option<i16> {
    let fits = |year: &i16| {
        let then = Date::new(*year, month, of_month);
        then.is_ok_and(|then| then.weekday().to_monday_one_offset() == weekday)
    };
    let year = day.year();
    let mut years: Vec<i16> = (year.checked_sub(6)?..=year.checked_add(6)?)
        .filter(fits)
        .collect();
    years.sort_by_key(|y| (y.abs_diff(year), *y));
    years.first().copied()
}

/// The year of a month.
pub(super) fn year_of_month(day: Date, month: i8, direction: Direction) -> i16 {
    let ahead = month - day.month();
    let by = match direction {
        Direction::Back => -i16::from(ahead > 0),
        Direction::StrictlyBack => -i16::from(ahead >= 0),
        Direction::On => i16::from(ahead < 0),
        Direction::StrictlyOn => i16::from(ahead <= 0),
        Direction::Running => 0,
        Direction::Nearest => match ahead {
            4.. => -1,
            ..=-8 => 1,
            _ => 0,
        },
    };
    day.year() + by
}

/// The year of a quarter: reports come after it ends, forecasts before it begins.
pub(super) fn year_of_quarter(day: Date, quarter: i8, direction: Direction) -> i16 {
    let ahead = quarter - (day.month() + 2) / 3;
    let by = match direction {
        Direction::StrictlyBack => -i16::from(ahead >= 0),
        Direction::StrictlyOn => i16::from(ahead <= 0),
        Direction::On => i16::from(ahead < -1),
        Direction::Back | Direction::Nearest => -i16::from(ahead >= 2),
        Direction::Running => 0,
    };
    day.year() + by
}

/// A season that begins within so many months is meant before the one of last year, where no verb tells.
const COMING_SEASON: i8 = 4;

/// The year of a season; a winter counts to the year that it ends in.
pub(super) fn year_of_season(day: Date, season: Season, direction: Direction) -> i16 {
    let first = match season {
        Season::Winter => 0,
        season => season.first_month(),
    };
    let running = day.month() >= first && day.month() < first + 3;
    let over = day.month() >= first + 3;
    let near = first - day.month() <= COMING_SEASON;
    let by = match direction {
        Direction::Nearest if near => 0,
        Direction::Back | Direction::Nearest => -i16::from(!over && !running),
        Direction::StrictlyBack => -i16::from(!over),
        Direction::On => i16::from(over),
        Direction::StrictlyOn => i16::from(over || running),
        Direction::Running => 0,
    };
    day.year() + by
}
