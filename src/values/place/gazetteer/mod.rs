//! The gazetteer: countries, regions, counties, cities and known areas, looked up by name.
//!
//! The tables of areas and cities are large: they stay text, and an index finds the rows of a name. The rest is small and
//! hashed. The first word of a name and the lengths of all names that begin with it turn most look-ups away.

mod large;
mod lengths;
mod look_up;
mod tables;

use std::rc::Rc;
use std::sync::LazyLock;

pub(super) use lengths::Lengths;
use tables::Gazetteer;

use super::geometry::Position;
use super::{Kind, Place};
use crate::lexicon::{first_word, fold};
use crate::values::memo::Memory;
use crate::values::naming::countries;

/// What one name may name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    /// The place, without offset.
    pub place: Place,
    /// How many people live there, in thousands; 0 if the tables do not tell.
    pub people: u32,
    /// Where it is, for cities.
    pub position: Option<Position>,
}

impl Reading {
    /// This place, which no table knows, within a known one.
    pub(super) fn held(&self, outer: &Self) -> Self {
        let mut place = self.place.clone();
        place.within = std::iter::once(outer.place.name.clone())
            .chain(outer.place.within.iter().cloned())
            .collect();
        place.zone.clone_from(&outer.place.zone);
        Self {
            place,
            people: outer.people,
            position: None,
        }
    }
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::load);

/// The lengths of the names that begin as `word` does, in plain letters, also where all of them are capitals.
pub(super) fn lengths(word: &str) -> Lengths {
    let plain = fold(word);
    let word = first_word(&plain);
    let lengths = |word: &str| GAZETTEER.lengths(word);
    if word.len() > 2 && word.bytes().all(|b| b.is_ascii_uppercase()) {
        return lengths(word) | lengths(&(word[..1].to_owned() + &word[1..].to_ascii_lowercase()));
    }
    lengths(word)
}

/// All that a name in plain letters may name, in the tables' order.
pub(super) fn readings(name: &str) -> Rc<[Reading]> {
    thread_local! {
        static READINGS: Memory<Rc<[Reading]>> = Memory::default();
    }
    READINGS.with(|known| known.of(name, || GAZETTEER.readings(name).into()))
}

/// The known place of that name that lies within those; with none given, the one that the name alone stands for.
pub(super) fn known(name: &str, within: &[&str]) -> Option<Place> {
    let plain = fold(name);
    let readings = readings(plain.strip_prefix("the ").unwrap_or(&plain));
    let lies_within = |reading: &&Reading| {
        within
            .iter()
            .all(|outer| reading.place.within.iter().any(|w| w == outer))
    };
    // A region's canonical text is also a part of its capital's: the whole chain comes before the number of people.
    let whole = |reading: &Reading| reading.place.within.iter().eq(within);
    readings
        .iter()
        .filter(lies_within)
        .max_by_key(|reading| (whole(reading), is_capital(reading), reading.people))
        .map(|reading| reading.place.clone())
}

/// Whether it is a country's capital, which a name alone most often means.
pub(super) fn is_capital(reading: &Reading) -> bool {
    let place = &reading.place;
    let country = place
        .within
        .last()
        .and_then(|name| countries::by_name(name));
    place.kind == Kind::City && country.is_some_and(|c| c.capital == Some(&place.name))
}

/// Latitude and longitude of a known city.
pub(super) fn position(place: &Place) -> Option<Position> {
    let rows = large::city_rows(&place.name).filter_map(look_up::city);
    rows.map(|(reading, _)| reading)
        .find(|reading| reading.place.within == place.within)?
        .position
}

/// Whether the tables say that `area` holds `inner`: Scandinavia holds Norway, and what lies in Norway.
pub(super) fn holds(area: &Place, inner: &Place) -> bool {
    let Some(known) = GAZETTEER.known.iter().find(|known| known.name == area.name) else {
        return false;
    };
    let names = std::iter::once(inner.name.as_str()).chain(inner.within.iter().map(String::as_str));
    let mut codes = names
        .clone()
        .filter_map(|name| countries::by_name(name).map(|country| country.code));
    codes.any(|code| known.members.contains(&code))
        || names.clone().any(|name| known.members.contains(&name))
}
