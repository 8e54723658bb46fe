//! The gazetteer's tables in memory: rows of the files, and every name that leads to one of them.
//!
//! The cities are many and most runs ask for a few: their rows are only cut, and found by their first two letters and a
//! search among the rows that have them.

use std::ops::Range;

use super::filter::Filter;
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::lexicon::{first_word, lines, rows};
use crate::values::memo::Memory;
use crate::values::naming::countries;
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
    cities: Vec<&'static str>,
    /// Where the rows stand that begin with the same two bytes.
    openings: FxHashMap<[u8; 2], Range<usize>>,
    pub(super) entries: FxHashMap<&'static str, Vec<Entry>>,
    /// The cities' names and their first words.
    city_words: Filter,
    /// The first word of every name of the small tables, and the length in bytes of the longest name that begins so.
    first_words: FxHashMap<&'static str, u8>,
}

impl Gazetteer {
    pub(super) fn load() -> Self {
        let areas: Vec<Area> = rows(include_str!("../areas.tsv")).map(area).collect();
        let known: Vec<Known> = rows(include_str!("../places.tsv"))
            .filter_map(known_area)
            .collect();
        let cities: Vec<&str> = lines(include_str!("../cities.tsv")).collect();
        let openings = openings(&cities);
        let city_words = city_words(&cities);
        let mut loaded = Self {
            areas,
            known,
            cities,
            openings,
            city_words,
            entries: FxHashMap::with_capacity_and_hasher(8_000, FxBuildHasher),
            first_words: FxHashMap::with_capacity_and_hasher(8_000, FxBuildHasher),
        };
        loaded.enter_countries();
        for i in 0..loaded.areas.len() {
            loaded.enter(loaded.areas[i].name, Entry::Area(i));
        }
        loaded.enter_known();
        loaded.enter_aliases();
        loaded
    }

    /// The rows of the cities whose names begin with `word`: all from the first such row to the last with its opening.
    fn rows_from(&self, word: &str) -> &[&'static str] {
        let opening = match *word.as_bytes() {
            [] => return &[],
            // A name of one letter is followed by the mark that ends it.
            [only] => [only, b'\t'],
            [first, second, ..] => [first, second],
        };
        let Some(rows) = self.openings.get(&opening) else {
            return &[];
        };
        let rows = &self.cities[rows.clone()];
        &rows[rows.partition_point(|row| *row < word)..]
    }

    /// The rows of the cities of that name.
    pub(super) fn city_rows(&self, name: &str) -> &[&'static str] {
        if !self.city_words.may_have(name) {
            return &[];
        }
        let rows = self.rows_from(name);
        let named = |row: &&&str| {
            row.strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('\t'))
        };
        &rows[..rows.iter().take_while(named).count()]
    }

    /// Whether any table may have that name; if not, none has.
    pub(super) fn may_have(&self, name: &str) -> bool {
        self.city_words.may_have(name) || self.entries.contains_key(name)
    }

    /// The length of the longest name whose first word that is; 0 if there is none.
    pub(super) fn longest(&self, word: &str) -> usize {
        let small = self
            .first_words
            .get(word)
            .map_or(0, |&len| usize::from(len));
        if !self.city_words.may_have(word) {
            return small;
        }
        thread_local! {
            static LONGEST: Memory<usize> = Memory::default();
        }
        LONGEST.with(|known| known.of(word, || small.max(self.longest_city(word))))
    }

    /// The length of the longest city's name whose first word that is; 0 if there is none.
    fn longest_city(&self, word: &str) -> usize {
        // The marks that may end a word stand before all letters: "San Juan" comes before "Sana".
        let ended = |row: &&&str| {
            let rest = row.strip_prefix(word);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let rows = self.rows_from(word).iter().take_while(ended);
        let longest = rows.map(|row| city_name(row).len().min(usize::from(u8::MAX)));
        longest.max().unwrap_or(0)
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
            let [name, _, _, _, _, others] = row;
            for name in std::iter::once(name)
                .chain(others.split(','))
                .map(bare)
                .filter(|name| !name.is_empty())
            {
                self.enter(name, Entry::Known(i));
            }
        }
    }

    fn enter_aliases(&mut self) {
        for [other, name, country] in rows(include_str!("../aliases.tsv")) {
            self.enter(other, Entry::CityAlias(name, country));
        }
        for [other, name, country] in rows(include_str!("../region-aliases.tsv")) {
            self.enter(other, Entry::RegionAlias(name, country));
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

/// Every name in these rows, and its first word.
fn city_words(rows: &[&str]) -> Filter {
    let mut words = Filter::default();
    for row in rows {
        let name = city_name(row);
        let first = first_word(name);
        words.enter(name);
        if first.len() < name.len() {
            words.enter(first);
        }
    }
    words
}

/// Where the rows stand that begin with the same two bytes.
fn openings(rows: &[&str]) -> FxHashMap<[u8; 2], Range<usize>> {
    let mut openings = FxHashMap::default();
    let mut start = 0;
    let opening = |row: &str| row.as_bytes().first_chunk::<2>().copied();
    for group in rows.chunk_by(|one, other| opening(one) == opening(other)) {
        let end = start + group.len();
        if let Some(letters) = opening(group[0]) {
            openings.insert(letters, start..end);
        }
        start = end;
    }
    openings
}

fn area([name, parent, zone]: [&'static str; 3]) -> Area {
    Area {
        name,
        parent: parent.parse().map_or(Parent::Country(parent), Parent::Area),
        zone,
    }
}

fn known_area(row: [&'static str; 5]) -> Option<Known> {
    let list = |field: &'static str| field.split(';').filter(|name| !name.is_empty()).collect();
    let [name, kind, within, zone, members] = row;
    Some(Known {
        name,
        kind: Kind::from_name(kind)?,
        within: list(within),
        zone,
        members: list(members),
    })
}

fn bare(name: &'static str) -> &'static str {
    let name = name.trim();
    name.strip_prefix("the ").unwrap_or(name)
}

fn city_name(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}
