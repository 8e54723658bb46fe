//! What a TIMEX3 value says, field by field: the calendar, the clock, a length, or a vague reference.
//!
//! Every field may be open, so that "Sunday evening" is a value with no date known: `XXXX-WXX-7TEV`.

use super::length::Length;
use super::parse;
use std::fmt::{self, Write};

/// The years that a value speaks of.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Years {
    /// Any.
    #[default]
    Open,
    /// One year.
    Exactly(i16),
    /// The ten years that begin with these three digits: 199 is the 1990s.
    Decade(i16),
    /// The hundred years that begin with these two digits: 19 is the 1900s.
    Century(i16),
}

/// The part of the year that a value speaks of.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Period {
    /// All of it, or any part.
    #[default]
    Open,
    /// 1 to 12.
    Month(i8),
    /// 1 to 4.
    Quarter(i8),
    /// 1 or 2.
    Half(i8),
    /// Of the northern year.
    Season(Season),
    /// ISO week, 1 to 53.
    Week(i8),
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Fall,
    /// December of the year before to February.
    Winter,
}

/// The day that a value speaks of.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Day {
    /// Any.
    #[default]
    Open,
    /// Of the month, 1 to 31.
    OfMonth(i8),
    /// Monday is 1, Sunday 7.
    Weekday(i8),
    /// Saturday and Sunday.
    Weekend,
}

/// The time of day that a value speaks of.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Hour {
    /// Any.
    #[default]
    Open,
    /// A named part of the day.
    Part(DayPart),
    /// A clock time: hour 0 to 24, minute, second (-1 where it is not told).
    Clock(i8, i8, i8),
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum DayPart {
    /// Before noon.
    Morning,
    /// Around noon.
    Midday,
    /// After noon.
    Afternoon,
    /// From the end of the afternoon.
    Evening,
    /// From the evening to the next morning.
    Night,
    /// Around sunrise.
    Dawn,
    /// While it is light.
    Daytime,
}

impl Season {
    /// In the order of the year, winter last.
    pub const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Fall, Self::Winter];

    /// How TIMEX3 writes it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Fall => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month it begins with.
    pub const fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Fall => 9,
            Self::Winter => 12,
        }
    }

    /// The season of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }
}

impl DayPart {
    /// In no order that matters.
    pub const ALL: [Self; 7] = [
        Self::Morning,
        Self::Midday,
        Self::Afternoon,
        Self::Evening,
        Self::Night,
        Self::Dawn,
        Self::Daytime,
    ];

    /// How TIMEX3 writes it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Dawn => "DA",
            Self::Daytime => "DT",
        }
    }

    /// From which to which minute of the day it goes; past 1440 is the next day.
    pub const fn minutes(self) -> (i32, i32) {
        match self {
            Self::Morning => (0, 12 * 60),
            Self::Midday => (11 * 60, 14 * 60),
            Self::Afternoon => (12 * 60, 18 * 60),
            Self::Evening => (17 * 60, 24 * 60),
            Self::Night => (18 * 60, 30 * 60),
            Self::Dawn => (4 * 60, 8 * 60),
            Self::Daytime => (6 * 60, 20 * 60),
        }
    }

    /// The part of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.code() == code)
    }
}

/// What is known of a place in the calendar and on the clock.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct Calendar {
    /// Which year.
    pub years: Years,
    /// Which part of it.
    pub period: Period,
    /// Which day of that.
    pub day: Day,
    /// Which time of that day.
    pub hour: Hour,
}

/// A reference to no certain time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Vague {
    /// "Recently".
    Past,
    /// "Now".
    Present,
    /// "Soon".
    Future,
}

/// A TIMEX3 value, taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Reading {
    /// A place in the calendar.
    Calendar(Calendar),
    /// A length.
    Length(Length),
    /// A vague reference.
    Vague(Vague),
}

impl Calendar {
    /// One day.
    pub const fn date(year: i16, month: i8, day: i8) -> Self {
        Self {
            years: Years::Exactly(year),
            period: Period::Month(month),
            day: Day::OfMonth(day),
            hour: Hour::Open,
        }
    }

    /// Years with nothing told of their parts.
    pub fn of_years(years: Years) -> Self {
        Self {
            years,
            ..Self::default()
        }
    }

    /// A part of no certain year.
    pub fn of_period(period: Period) -> Self {
        Self {
            period,
            ..Self::default()
        }
    }

    /// A day of no certain part of the year.
    pub fn of_day(day: Day) -> Self {
        Self {
            day,
            ..Self::default()
        }
    }

    /// A time of no certain day.
    pub fn of_hour(hour: Hour) -> Self {
        Self {
            hour,
            ..Self::default()
        }
    }

    /// Whether nothing at all is known.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

impl Calendar {
    /// Writes what `Display` shows.
    fn write(&self, to: &mut impl Write) -> fmt::Result {
        match self.years {
            Years::Open => to.write_str("XXXX")?,
            Years::Exactly(year) => padded(to, year, 4)?,
            Years::Decade(decade) => padded(to, decade, 3)?,
            Years::Century(century) => padded(to, century, 2)?,
        }
        match (self.period, self.day) {
            (Period::Open, Day::OfMonth(_)) => to.write_str("-XX")?,
            (Period::Open, Day::Weekday(_) | Day::Weekend) => to.write_str("-WXX")?,
            (Period::Open, Day::Open) if self.hour != Hour::Open => to.write_str("-XX-XX")?,
            (Period::Open, Day::Open) => {}
            (Period::Month(month), _) => marked(to, "-", month, 2)?,
            (Period::Quarter(quarter), _) => marked(to, "-Q", quarter, 1)?,
            (Period::Half(half), _) => marked(to, "-H", half, 1)?,
            (Period::Season(season), _) => {
                to.write_str("-")?;
                to.write_str(season.code())?;
            }
            (Period::Week(week), _) => marked(to, "-W", week, 2)?,
        }
        match (self.day, self.period) {
            (Day::OfMonth(day), _) => marked(to, "-", day, 2)?,
            // A weekday of a known month: "the Sunday in May" is told as a day of an unknown week of it.
            (Day::Weekday(day), Period::Open | Period::Week(_)) => marked(to, "-", day, 1)?,
            (Day::Weekday(day), _) => marked(to, "-WXX-", day, 1)?,
            (Day::Weekend, Period::Open | Period::Week(_)) => to.write_str("-WE")?,
            (Day::Weekend, _) => to.write_str("-WXX-WE")?,
            (Day::Open, Period::Month(_)) if self.hour != Hour::Open => to.write_str("-XX")?,
            (Day::Open, _) => {}
        }
        match self.hour {
            Hour::Open => {}
            Hour::Part(part) => {
                to.write_str("T")?;
                to.write_str(part.code())?;
            }
            Hour::Clock(hour, minute, second) => {
                marked(to, "T", hour, 2)?;
                if minute >= 0 {
                    marked(to, ":", minute, 2)?;
                }
                if minute >= 0 && second >= 0 {
                    marked(to, ":", second, 2)?;
                }
            }
        }
        Ok(())
    }
}

/// A number behind its mark.
fn marked(to: &mut impl Write, mark: &str, number: i8, width: usize) -> fmt::Result {
    to.write_str(mark)?;
    padded(to, i16::from(number), width)
}

/// A number with noughts before it, digit by digit where it has no more: the machinery of formats takes ten times as
/// long as the rest of a time.
fn padded(to: &mut impl Write, number: i16, width: usize) -> fmt::Result {
    let places = &[1000, 100, 10, 1][4 - width..];
    if !(0..10 * places[0]).contains(&i32::from(number)) {
        return write!(to, "{number:0width$}");
    }
    let digit = |place: &i32| char::from(b'0' + (i32::from(number) / place % 10) as u8);
    places.iter().map(digit).try_for_each(|c| to.write_char(c))
}

impl fmt::Display for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl Reading {
    /// Writes what `Display` shows.
    pub(super) fn write(&self, to: &mut impl Write) -> fmt::Result {
        match self {
            Self::Calendar(calendar) => calendar.write(to),
            Self::Length(length) => length.write(to),
            Self::Vague(Vague::Past) => to.write_str("PAST_REF"),
            Self::Vague(Vague::Present) => to.write_str("PRESENT_REF"),
            Self::Vague(Vague::Future) => to.write_str("FUTURE_REF"),
        }
    }

    /// Reads a TIMEX3 value; `None` where it is none that `Display` writes.
    pub fn parse(value: &str) -> Option<Self> {
        match value {
            "PAST_REF" => return Some(Self::Vague(Vague::Past)),
            "PRESENT_REF" => return Some(Self::Vague(Vague::Present)),
            "FUTURE_REF" => return Some(Self::Vague(Vague::Future)),
            _ => {}
        }
        if value.starts_with('P') {
            Length::parse(value).map(Self::Length)
        } else {
            parse::calendar(value).map(Self::Calendar)
        }
    }
}
