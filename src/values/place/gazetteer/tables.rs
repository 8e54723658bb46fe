//! The gazetteer's tables in memory: rows of the files, and every name that leads to one of them.

use std::collections::HashMap;

use crate::values::naming::{countries, rows};
use crate::values::place::Kind;

#[derive(Clone, Copy)]
pub(super) struct Area {
    pub(super) name: &'static str,
    pub(super) parent: Parent,
    pub(super) zone: &'static str,
}

#[derive(Clone, Copy)]
pub(super) enum Parent {
    Area(usize),
    Country(&'static str),
}

pub(super) struct Known {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) within: Vec<&'static str>,
    pub(super) zone: &'static str,
    pub(super) members: Vec<&'static str>,
}

/// Where a name leads, in the small tables.
#[derive(Clone, Copy)]
pub(super) enum Entry {
    Country(&'static countries::Country),
    Capital(&'static countries::Country),
    Area(usize),
    Known(usize),
    /// Another name of a city, and the country's code.
    CityAlias(&'static str, &'static str),
    /// Another name of a region, and the country's code.
    RegionAlias(&'static str, &'static str),
}

pub(super) struct Gazetteer {
    pub(super) areas: Vec<Area>,
    pub(super) known: Vec<Known>,
    /// The rows of the cities' table, sorted by name.
    pub(super) cities: Vec<&'static str>,
    pub(super) entries: HashMap<&'static str, Vec<Entry>>,
    /// The first word of every name, and the length in bytes of the longest name that begins so.
    pub(super) first_words: HashMap<&'static str, u8>,
}

impl Gazetteer {
    pub(super) fn load() -> Self {
        let areas: Vec<Area> = rows(include_str!("../areas.tsv"))
            .filter_map(|row| area(&row))
            .collect();
        let known: Vec<Known> = rows(include_str!("../places.tsv"))
            .filter_map(|row| known_area(&row))
            .collect();
        let cities = include_str!("../cities.tsv")
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
        loaded.enter_known();
        loaded.enter_aliases();
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

    fn enter_known(&mut self) {
        for (i, row) in rows(include_str!("../places.tsv")).enumerate() {
            let others = row.get(5).into_iter().flat_map(|names| names.split(','));
            for name in row
                .first()
                .copied()
                .into_iter()
                .chain(others)
                .map(bare)
                .filter(|name| !name.is_empty())
            {
                self.enter(name, Entry::Known(i));
            }
        }
    }

    fn enter_aliases(&mut self) {
        for row in rows(include_str!("../aliases.tsv")) {
            if let [other, name, country] = row[..] {
                self.enter(other, Entry::CityAlias(name, country));
            }
        }
        for row in rows(include_str!("../region-aliases.tsv")) {
            if let [other, name, country] = row[..] {
                self.enter(other, Entry::RegionAlias(name, country));
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

pub(super) fn city_name(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}

/// The letters before the first mark or space.
pub(super) fn first_word(name: &str) -> &str {
    let end = name
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(name.len());
    &name[..end]
}
