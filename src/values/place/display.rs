//! The canonical text of a place: "Vladivostok, Primorye, Russia", "54.5-55.5 km S of Bireun, Aceh, Indonesia".

use std::fmt;
use std::str::FromStr;

use super::Place;
use super::offset::{Bearing, Offset};

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.offset {
            None => {}
            Some(Offset::Near) => f.write_str("near ")?,
            Some(Offset::Off) => f.write_str("off ")?,
            Some(Offset::Part(None)) => f.write_str("middle of ")?,
            Some(Offset::Part(Some(bearing))) => write!(f, "{bearing} part of ")?,
            Some(Offset::Away { metres, bearing }) => {
                match metres {
                    Some((least, most)) if least.total_cmp(most).is_eq() => {
                        write!(f, "{} km ", least / 1000.0)?;
                    }
                    Some((least, most)) => write!(f, "{}-{} km ", least / 1000.0, most / 1000.0)?,
                    None => {}
                }
                match bearing {
                    Some(bearing) => write!(f, "{bearing} of ")?,
                    None => f.write_str("from ")?,
                }
            }
        }
        f.write_str(&self.name)?;
        self.within
            .iter()
            .try_for_each(|outer| write!(f, ", {outer}"))
    }
}

impl FromStr for Place {
    type Err = std::convert::Infallible;

    /// Reads the canonical text; any other text is the name of an unknown place.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (offset, rest) = offset(text);
        let mut names = rest.split(", ");
        let name = names.next().unwrap_or_default();
        let within: Vec<&str> = names.collect();
        Ok(Self {
            offset,
            ..Self::new(name, &within)
        })
    }
}

fn offset(text: &str) -> (Option<Offset>, &str) {
    for (words, offset) in [
        ("near ", Offset::Near),
        ("off ", Offset::Off),
        ("middle of ", Offset::Part(None)),
    ] {
        if let Some(rest) = text.strip_prefix(words) {
            return (Some(offset), rest);
        }
    }
    away(text).unwrap_or((None, text))
}

fn away(text: &str) -> Option<(Option<Offset>, &str)> {
    let (metres, rest) = match text.split_once(" km ") {
        Some((distance, rest)) => match metres(distance) {
            Some(metres) => (Some(metres), rest),
            None => (None, text),
        },
        None => (None, text),
    };
    if let Some((bearing, rest)) = rest.split_once(" part of ") {
        return Some((Some(Offset::Part(Some(Bearing::read(bearing)?))), rest));
    }
    if let Some(rest) = rest.strip_prefix("from ") {
        return Some((
            Some(Offset::Away {
                metres,
                bearing: None,
            }),
            rest,
        ));
    }
    let (bearing, rest) = rest.split_once(" of ")?;
    let bearing = Some(Bearing::read(bearing)?);
    Some((Some(Offset::Away { metres, bearing }), rest))
}

fn metres(kilometres: &str) -> Option<(f64, f64)> {
    let read = |number: &str| {
        number
            .parse()
            .ok()
            .map(|km: f64| (km * 1000.0).round())
            .filter(|m| m.is_finite())
    };
    match kilometres.split_once('-') {
        Some((least, most)) => Some((read(least)?, read(most)?)),
        None => read(kilometres).map(|metres| (metres, metres)),
    }
}
