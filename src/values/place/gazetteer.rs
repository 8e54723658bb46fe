//! The gazetteer: countries, regions, counties, cities and known areas, looked up by name.
//!
//! The cities' table is large and sorted: it stays text, and a binary search finds the rows of a name. The rest is
//! small and hashed. A set of first words turns most look-ups away after one hash.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::geometry::Position;
use super::{Kind, Place};
use crate::values::naming::{countries, fold, rows};

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

#[derive(Clone, Copy)]
struct Area {
    name: &'static str,
    parent: Parent,
    zone: &'static str,
}

#[derive(Clone, Copy)]
enum Parent {
    Area(usize),
    Country(&'static str),
}

struct Known {
    name: &'static str,
    kind: Kind,
    within: Vec<&'static str>,
    zone: &'static str,
    members: Vec<&'static str>,
}

/// Where a name leads, in the small tables.
#[derive(Clone, Copy)]
enum Entry {
    Country(&'static countries::Country),
    Capital(&'static countries::Country),
    Area(usize),
    Known(usize),
    /// Another name of a city, and the country's code.
    CityAlias(&'static str, &'static str),
    /// Another name of a region, and the country's code.
    RegionAlias(&'static str, &'static str),
}

struct Gazetteer {
    areas: Vec<Area>,
    known: Vec<Known>,
    /// The rows of the cities' table, sorted by name.
    cities: Vec<&'static str>,
    entries: HashMap<&'static str, Vec<Entry>>,
    /// The first word of every name, and the length in bytes of the longest name that begins so.
    first_words: HashMap<&'static str, u8>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::load);

impl Gazetteer {
    fn load() -> Self {
        let areas: Vec<Area> = rows(include_str!("areas.tsv"))
            .filter_map(|row| area(&row))
            .collect();
        let known: Vec<Known> = rows(include_str!("places.tsv"))
            .filter_map(|row| known_area(&row))
            .collect();
        let cities = include_str!("cities.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .collect();
        let mut loaded = Self {
            areas,
            known,
            cities,
            entries: HashMap::with_capacity(8_000),
            first_words: HashMap::with_capacity(32_000),
        };
        loaded.enter_countries();
        for i in 0..loaded.areas.len() {
            loaded.enter(loaded.areas[i].name, Entry::Area(i));
        }
        for (i, row) in rows(include_str!("places.tsv")).enumerate() {
            let others = row.get(5).into_iter().flat_map(|names| names.split(','));
            for name in row
                .first()
                .copied()
                .into_iter()
                .chain(others)
                .map(bare)
                .filter(|name| !name.is_empty())
            {
                loaded.enter(name, Entry::Known(i));
            }
        }
        for row in rows(include_str!("aliases.tsv")) {
            if let [other, name, country] = row[..] {
                loaded.enter(other, Entry::CityAlias(name, country));
            }
        }
        for row in rows(include_str!("region-aliases.tsv")) {
            if let [other, name, country] = row[..] {
                loaded.enter(other, Entry::RegionAlias(name, country));
            }
        }
        for i in 0..loaded.cities.len() {
            loaded.enter_first_word(city_name(loaded.cities[i]));
        }
        loaded
    }

    fn enter_countries(&mut self) {
        for country in countries::ALL.iter() {
            self.enter(country.name, Entry::Country(country));
            for other in &country.others {
                self.enter(other, Entry::Country(country));
            }
            if let Some(capital) = country.capital {
                self.enter(capital, Entry::Capital(country));
            }
        }
    }

    fn enter(&mut self, name: &'static str, entry: Entry) {
        self.entries.entry(name).or_default().push(entry);
        self.enter_first_word(name);
    }

    fn enter_first_word(&mut self, name: &'static str) {
        let longest = self.first_words.entry(first_word(name)).or_default();
        *longest = (*longest).max(u8::try_from(name.len()).unwrap_or(u8::MAX));
    }

    /// The rows of the cities of that name.
    fn city_rows(&self, name: &str) -> &[&'static str] {
        let start = self.cities.partition_point(|row| city_name(row) < name);
        let count = self.cities[start..]
            .iter()
            .take_while(|row| city_name(row) == name)
            .count();
        &self.cities[start..start + count]
    }

    /// The names above an area, itself first, and the country's code.
    fn chain(&self, area: usize) -> (Vec<&'static str>, &'static str) {
        let mut names = vec![self.areas[area].name];
        let mut parent = self.areas[area].parent;
        while let Parent::Area(i) = parent {
            names.push(self.areas[i].name);
            parent = self.areas[i].parent;
        }
        let Parent::Country(code) = parent else {
            return (names, "");
        };
        let country = countries::by_code(code).map_or(code, |country| country.name);
        names.push(country);
        names.dedup();
        (names, code)
    }

    fn city(&self, row: &'static str) -> Option<(Reading, &'static str)> {
        let mut fields = row.split('\t');
        let name = fields.next()?;
        let area: usize = fields.next()?.parse().ok()?;
        let people = fields.next()?.parse().ok()?;
        let position = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
        let (within, code) = self.chain(area);
        let within: Vec<&str> = within
            .into_iter()
            .filter(|&outer| outer != name && !outer.is_empty())
            .collect();
        let place = place(
            name,
            Kind::City,
            &within,
            fields.next().unwrap_or(self.areas[area].zone),
        );
        Some((
            Reading {
                place,
                people,
                position: Some(position),
            },
            code,
        ))
    }

    fn readings(&self, name: &str) -> Vec<Reading> {
        let mut found: Vec<Reading> = self
            .city_rows(name)
            .iter()
            .filter_map(|row| Some(self.city(row)?.0))
            .collect();
        for entry in self.entries.get(name).into_iter().flatten() {
            match *entry {
                Entry::Country(country) => found.push(country_reading(country)),
                Entry::Capital(country) => self.push_capital(name, country, &mut found),
                Entry::Area(area) => found.push(self.area_reading(area)),
                Entry::Known(known) => push_known(&self.known[known], &mut found),
                Entry::CityAlias(name, code) => found.extend(self.cities_in(name, code)),
                Entry::RegionAlias(name, code) => found.extend(self.regions_in(name, code)),
            }
        }
        found
    }

    /// The tables of cities lack small capitals.
    fn push_capital(
        &self,
        name: &str,
        country: &'static countries::Country,
        found: &mut Vec<Reading>,
    ) {
        if !self
            .city_rows(name)
            .iter()
            .any(|row| self.city(row).is_some_and(|(_, code)| code == country.code))
        {
            let place = place(name, Kind::City, &[country.name], country.zone);
            found.push(Reading {
                place,
                people: 10,
                position: None,
            });
        }
    }

    /// The largest city of that name in that country, or the capital that the table lacks.
    fn cities_in(&self, name: &'static str, code: &str) -> Vec<Reading> {
        let cities = self.city_rows(name).iter().filter_map(|row| self.city(row));
        let mut found: Vec<Reading> = cities
            .filter(|(_, at)| *at == code)
            .map(|(reading, _)| reading)
            .take(1)
            .collect();
        for entry in self.entries.get(name).into_iter().flatten() {
            if let Entry::Capital(country) = *entry
                && country.code == code
            {
                self.push_capital(name, country, &mut found);
            }
        }
        found
    }

    /// The regions of that name in that country.
    fn regions_in(&self, name: &'static str, code: &str) -> Vec<Reading> {
        let entries = self.entries.get(name).into_iter().flatten();
        let areas = entries.filter_map(|entry| match *entry {
            Entry::Area(area) if self.chain(area).1 == code => Some(self.area_reading(area)),
            _ => None,
        });
        areas
            .filter(|reading| reading.place.kind == Kind::Region)
            .collect()
    }

    fn area_reading(&self, area: usize) -> Reading {
        let (chain, _) = self.chain(area);
        let kind = match self.areas[area].parent {
            Parent::Area(_) => Kind::County,
            Parent::Country(_) => Kind::Region,
        };
        let people = match kind {
            Kind::County => 50,
            _ => 500,
        };
        let place = place(chain[0], kind, &chain[1..], self.areas[area].zone);
        Reading {
            place,
            people,
            position: None,
        }
    }
}

fn country_reading(country: &'static countries::Country) -> Reading {
    let place = place(
        country.name,
        Kind::Country,
        &[],
        country.only_zone().unwrap_or_default(),
    );
    Reading {
        place,
        people: 20_000,
        position: None,
    }
}

fn push_known(known: &Known, found: &mut Vec<Reading>) {
    found.retain(|reading| {
        reading.place.name != known.name
            || reading.place.within.last().map(String::as_str) != known.within.last().copied()
    });
    let place = place(known.name, known.kind, &known.within, known.zone);
    found.push(Reading {
        place,
        people: 1_000,
        position: None,
    });
}

fn place(name: &str, kind: Kind, within: &[&str], zone: &str) -> Place {
    Place {
        name: name.to_owned(),
        kind,
        within: within
            .iter()
            .filter(|outer| !outer.is_empty())
            .map(|&outer| outer.to_owned())
            .collect(),
        zone: (!zone.is_empty()).then(|| zone.to_owned()),
        offset: None,
    }
}

fn area(row: &[&'static str]) -> Option<Area> {
    let parent = *row.get(1)?;
    let parent = parent.parse().map_or(Parent::Country(parent), Parent::Area);
    Some(Area {
        name: row.first()?,
        parent,
        zone: row.get(2)?,
    })
}

fn known_area(row: &[&'static str]) -> Option<Known> {
    let list = |field: &'static str| field.split(';').filter(|name| !name.is_empty()).collect();
    match *row {
        [name, kind, within, zone, members, ..] => Some(Known {
            name,
            kind: Kind::from_name(kind)?,
            within: list(within),
            zone,
            members: list(members),
        }),
        _ => None,
    }
}

fn bare(name: &'static str) -> &'static str {
    let name = name.trim();
    name.strip_prefix("the ").unwrap_or(name)
}

fn city_name(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}

/// The letters before the first mark or space.
fn first_word(name: &str) -> &str {
    let end = name
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(name.len());
    &name[..end]
}

/// The length of the longest name that begins with the first word of `text`; 0 if none does.
pub(super) fn longest(text: &str) -> usize {
    let word = first_word(text);
    let longest = |word: &str| {
        GAZETTEER
            .first_words
            .get(word)
            .map_or(0, |&longest| usize::from(longest))
    };
    if word.len() > 2 && word.bytes().all(|b| b.is_ascii_uppercase()) {
        return longest(word).max(longest(
            &(word[..1].to_owned() + &word[1..].to_ascii_lowercase()),
        ));
    }
    longest(word)
}

/// All that a name in plain letters may name, in the tables' order.
pub(super) fn readings(name: &str) -> Vec<Reading> {
    GAZETTEER.readings(name)
}

/// The known place of that name that lies within those; with none given, the one that the name alone stands for.
pub(super) fn known(name: &str, within: &[&str]) -> Option<Place> {
    let plain = fold(name);
    let mut readings = readings(plain.strip_prefix("the ").unwrap_or(&plain));
    readings.retain(|reading| {
        within
            .iter()
            .all(|outer| reading.place.within.iter().any(|w| w == outer))
    });
    // A region's canonical text is also a part of its capital's: the whole chain comes before the number of people.
    let whole = |reading: &Reading| reading.place.within.iter().eq(within);
    readings
        .into_iter()
        .max_by_key(|reading| (whole(reading), weight(reading)))
        .map(|reading| reading.place)
}

/// How likely a name without context stands for this.
pub(super) fn weight(reading: &Reading) -> u32 {
    reading.people
}

/// Latitude and longitude of a known city.
pub(super) fn position(place: &Place) -> Option<Position> {
    let rows = GAZETTEER
        .city_rows(&place.name)
        .iter()
        .filter_map(|row| GAZETTEER.city(row));
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
