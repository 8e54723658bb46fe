//! Time zones as news names them: an abbreviation, an offset, a region of the zone database, a place, "local time".

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::lexicon::rows;

/// The zone that a clock time was told in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// A fixed distance from UTC.
    Offset(Offset),
    /// A region of the zone database, whose offset depends on the day: `America/New_York`.
    Region(&'static str),
    /// The time of a place by its name, for the gazetteer to resolve: "Pyongyang time".
    Place(String),
    /// "Local time": that of the place of the event.
    Local,
}

static ZONES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("zones.tsv"))
        .map(|[name, zone]| (name, zone))
        .collect()
});

impl Zone {
    /// The zone of an abbreviation or name as the text writes it: `EST`, `Eastern`.
    pub fn named(name: &str) -> Option<Self> {
        let value: &'static str = ZONES.get(name)?;
        Some(match parse_offset(value) {
            Some(offset) => Self::Offset(offset),
            None => Self::Region(value),
        })
    }

    /// Its distance from UTC at that civil time; `None` where a place must say it first.
    pub fn offset(&self, at: DateTime) -> Option<Offset> {
        match self {
            Self::Offset(offset) => Some(*offset),
            Self::Region(name) => {
                let zone = TimeZone::get(name).ok()?;
                Some(
                    zone.to_ambiguous_timestamp(at)
                        .compatible()
                        .ok()
                        .map(|t| zone.to_offset(t))?,
                )
            }
            Self::Place(_) | Self::Local => None,
        }
    }
}

/// Reads `+09:00`, `-03:30`.
fn parse_offset(text: &str) -> Option<Offset> {
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = text[1..].split_once(':')?;
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let whole = (0..=18).contains(&hours) && (0..60).contains(&minutes);
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60))
        .ok()
        .filter(|_| whole)
}

/// A zone that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownZone;

impl fmt::Display for UnknownZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no zone, write +09:00, a region, place:NAME or local")
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Offset(offset) => {
                let minutes = offset.seconds() / 60;
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(
                    f,
                    "{sign}{:02}:{:02}",
                    minutes.abs() / 60,
                    minutes.abs() % 60
                )
            }
            Self::Region(name) => f.write_str(name),
            Self::Place(name) => write!(f, "place:{}", name.replace(' ', "_")),
            Self::Local => f.write_str("local"),
        }
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(text: &str) -> Result<Self, UnknownZone> {
        if text == "local" {
            return Ok(Self::Local);
        }
        if let Some(name) = text.strip_prefix("place:") {
            return Ok(Self::Place(name.replace('_', " ")));
        }
        if let Some(offset) = parse_offset(text) {
            return Ok(Self::Offset(offset));
        }
        let mut regions = ZONES.values().filter(|name| **name == text);
        regions
            .next()
            .map(|name| Self::Region(name))
            .ok_or(UnknownZone)
    }
}

/// As it prints.
impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(D::Error::custom)
    }
}
