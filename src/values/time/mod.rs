//! Times: points, lengths and repetitions, normalized as TIMEX3 annotates them and comparable with no date known.
//!
//! The value string is the one truth; its [`Reading`] and its [`Interval`] are worked out from it when a time is
//! made. What TIMEX3 does not say is beside it: the zone of a clock, and which side of the point is meant ("since
//! Sunday").

mod clocks;
mod interval;
mod length;
mod parse;
mod partial;
mod reading;
mod recognize;
mod relate;
mod zone;

#[cfg(test)]
mod tests;

pub use clocks::{Diagnosis, clocks_disagree};
pub use interval::{Interval, interval_of};
pub use length::{Length, Unit};
pub use reading::{Calendar, Day, DayPart, Hour, Period, Reading, Season, Vague, Years};
pub use recognize::recognize;
pub(super) use recognize::{Entry, Leads, Word, words};
pub use relate::relate;
pub use zone::{UnknownZone, Zone};

use jiff::civil::DateTime;
use std::fmt;
use std::str::FromStr;

/// The TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Kind {
    /// A day or something coarser, or a vague reference.
    Date,
    /// Finer than a day.
    Time,
    /// A length.
    Duration,
    /// Something that comes back.
    Set,
}

/// The TIMEX3 modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Modifier {
    /// "Before 1990".
    Before,
    /// "After 1990".
    After,
    /// "1990 or earlier".
    OnOrBefore,
    /// "1990 or later".
    OnOrAfter,
    /// "Nearly two years".
    LessThan,
    /// "More than two years".
    MoreThan,
    /// "Up to two years".
    EqualOrLess,
    /// "At least two years".
    EqualOrMore,
    /// "Early 1990".
    Start,
    /// "Mid-1990".
    Mid,
    /// "Late 1990".
    End,
    /// "About two years".
    Approx,
}

/// Which side of a point the text speaks of.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Bound {
    /// The point itself.
    #[default]
    At,
    /// "Since Sunday": from then on.
    Since,
    /// "Until Sunday": up to then.
    Until,
    /// "By Sunday": then or some time earlier.
    By,
    /// "Before Sunday".
    Before,
    /// "After Sunday".
    After,
    /// "From Sunday (to Monday)": a range begins.
    From,
    /// "(From Sunday) to Monday": a range ends.
    To,
}

/// What an annotator would write: type, value and modifier.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Timex {
    /// Type.
    pub kind: Kind,
    /// Normalized value.
    pub value: String,
    /// How the value is softened or cut.
    pub modifier: Option<Modifier>,
}

/// A time as an article states it. Made by [`Time::new`], which keeps value, reading and interval of one mind.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Time {
    /// TIMEX3 type, value and modifier.
    pub timex: Timex,
    /// The value taken apart.
    pub reading: Reading,
    /// The stretch it covers, where a date is known; for a length the stretch that it fills ("the past two weeks").
    pub interval: Option<Interval>,
    /// The zone that its clock was told in.
    pub zone: Option<Zone>,
    /// Which side of it is meant.
    pub bound: Bound,
}

/// A clock time and the zone that it is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock<'a> {
    /// 0 to 24.
    pub hour: i8,
    /// -1 where it is not told.
    pub minute: i8,
    /// -1 where it is not told.
    pub second: i8,
    /// The zone, where one is told.
    pub zone: Option<&'a Zone>,
}

impl Time {
    /// The time of that reading, its value and its interval worked out.
    pub fn new(kind: Kind, reading: Reading, modifier: Option<Modifier>) -> Self {
        let interval = match (&reading, kind) {
            (Reading::Calendar(calendar), Kind::Date | Kind::Time) => interval_of(calendar),
            _ => None,
        };
        // Room for a day and its clock: writing does not begin small and grow.
        let mut value = String::with_capacity(16);
        let _ = reading.write(&mut value);
        Self {
            timex: Timex {
                kind,
                value,
                modifier,
            },
            reading,
            interval,
            zone: None,
            bound: Bound::At,
        }
    }

    /// The kind that a value has by itself: a set can not be told from it.
    pub fn kind_of(reading: &Reading) -> Kind {
        match reading {
            Reading::Calendar(calendar) if calendar.hour != Hour::Open => Kind::Time,
            Reading::Calendar(_) | Reading::Vague(_) => Kind::Date,
            Reading::Length(_) => Kind::Duration,
        }
    }

    /// Whether it says when, not how long or how often.
    pub fn is_point(&self) -> bool {
        matches!(self.timex.kind, Kind::Date | Kind::Time)
            && !matches!(self.reading, Reading::Length(_))
    }

    /// For a length: the least and the most seconds that its words allow.
    pub fn duration(&self) -> Option<(f64, f64)> {
        match (&self.reading, self.timex.kind) {
            (Reading::Length(length), Kind::Duration) => {
                relate::bounds(length, self.timex.modifier)
            }
            _ => None,
        }
    }

    /// The clock time it tells.
    pub fn clock(&self) -> Option<Clock<'_>> {
        match self.reading {
            Reading::Calendar(Calendar {
                hour: Hour::Clock(hour, minute, second),
                ..
            }) => Some(Clock {
                hour,
                minute,
                second,
                zone: self.zone.as_ref(),
            }),
            _ => None,
        }
    }
}

impl Kind {
    /// How TIMEX3 writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

impl Modifier {
    /// Every modifier.
    pub const ALL: [Self; 12] = [
        Self::Before,
        Self::After,
        Self::OnOrBefore,
        Self::OnOrAfter,
        Self::LessThan,
        Self::MoreThan,
        Self::EqualOrLess,
        Self::EqualOrMore,
        Self::Start,
        Self::Mid,
        Self::End,
        Self::Approx,
    ];

    /// How TIMEX3 writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
        }
    }
}

impl Bound {
    /// Every bound but the point itself, which is written by leaving it out.
    pub const WRITTEN: [Self; 7] = [
        Self::Since,
        Self::Until,
        Self::By,
        Self::Before,
        Self::After,
        Self::From,
        Self::To,
    ];

    /// The word that the canonical form begins with.
    pub const fn word(self) -> &'static str {
        match self {
            Self::At => "at",
            Self::Since => "since",
            Self::Until => "until",
            Self::By => "by",
            Self::Before => "before",
            Self::After => "after",
            Self::From => "from",
            Self::To => "to",
        }
    }
}

impl fmt::Display for Time {
    /// `XXXX-WXX-7TEV`, `by 2023-09-08`, `SET P1D`, `P2W APPROX`, `2023-09-10T09:38 +09:00`,
    /// `P2W in 2023-08-27/2023-09-10 D`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = Self::new(Self::kind_of(&self.reading), self.reading.clone(), None);
        if self.bound != Bound::At {
            write!(f, "{} ", self.bound.word())?;
        }
        if self.timex.kind != plain.timex.kind {
            write!(f, "{} ", self.timex.kind.name())?;
        }
        f.write_str(&self.timex.value)?;
        if let Some(modifier) = self.timex.modifier {
            write!(f, " {}", modifier.name())?;
        }
        if let Some(zone) = &self.zone {
            write!(f, " {zone}")?;
        }
        match self.interval {
            Some(i) if self.interval != plain.interval => {
                let unit = if i.grain.of_clock() { "T" } else { "" };
                let (start, end) = (short(i.start), short(i.end));
                write!(f, " in {start}/{end} {unit}{}", i.grain.code())
            }
            _ => Ok(()),
        }
    }
}

/// A datetime without the parts that say no more: midnight as its day, full minutes without seconds.
fn short(at: DateTime) -> String {
    let long = at.to_string();
    let day = long.strip_suffix("T00:00:00");
    day.or_else(|| long.strip_suffix(":00"))
        .unwrap_or(&long)
        .to_owned()
}

/// A canonical form that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotATime {
    /// The text that was to be read.
    pub text: String,
}

impl fmt::Display for NotATime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "not a time: {:?}; expected a TIMEX3 value such as 2023-09-10TEV or P2W",
            self.text
        )
    }
}

impl std::error::Error for NotATime {}

impl FromStr for Time {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        read(text).ok_or_else(|| NotATime {
            text: text.to_owned(),
        })
    }
}

/// Reads what `Display` writes, word by word.
fn read(text: &str) -> Option<Time> {
    let mut words = text.split(' ').peekable();
    let bound = Bound::WRITTEN
        .into_iter()
        .find(|b| words.peek() == Some(&b.word()));
    if bound.is_some() {
        words.next();
    }
    let kinds = [Kind::Date, Kind::Time, Kind::Duration, Kind::Set];
    let kind = kinds.into_iter().find(|k| words.peek() == Some(&k.name()));
    if kind.is_some() {
        words.next();
    }
    let reading = Reading::parse(words.next()?)?;
    let mut time = Time::new(
        kind.unwrap_or_else(|| Time::kind_of(&reading)),
        reading,
        None,
    );
    time.bound = bound.unwrap_or_default();
    while let Some(word) = words.next() {
        if word == "in" {
            time.interval = Some(parse_interval(words.next()?, words.next()?)?);
        } else if let Some(modifier) = Modifier::ALL.into_iter().find(|m| m.name() == word) {
            time.timex.modifier = Some(modifier);
        } else {
            time.zone = Some(word.parse().ok()?);
        }
    }
    Some(time)
}

fn parse_interval(stretch: &str, grain: &str) -> Option<Interval> {
    let (start, end) = stretch.split_once('/')?;
    let start: DateTime = start.parse().ok()?;
    let end: DateTime = end.parse().ok()?;
    let (code, of_clock) = grain
        .strip_prefix('T')
        .map_or((grain, false), |code| (code, true));
    let grain = Unit::ALL
        .into_iter()
        .find(|u| u.code() == code && u.of_clock() == of_clock)?;
    Some(Interval { start, end, grain })
}
