//! The gazetteer's small tables in memory: countries, known areas and other names, and what each name leads to.

use super::large;
use super::lengths::Lengths;
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::lexicon::{add, first_word, rows};
use crate::values::naming::countries;
use crate::values::place::Kind;

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
    Known(usize),
    /// Another name of a city, and the country's code.
    CityAlias(&'static str, &'static str),
    /// Another name of a region, and the country's code.
    RegionAlias(&'static str, &'static str),
}

pub(super) struct Gazetteer {
    pub(super) known: Vec<Known>,
    /// What the names of the small tables lead to.
    pub(super) entries: FxHashMap<&'static str, Vec<Entry>>,
    /// The first word of every name of the small tables, and the lengths of the names that begin so.
    first_words: FxHashMap<&'static str, Lengths>,
}

impl Gazetteer {
    pub(super) fn load() -> Self {
        let known = rows(include_str!("../places.tsv")).filter_map(known_area);
        let mut loaded = Self {
            known: known.collect(),
            entries: FxHashMap::with_capacity_and_hasher(1_700, FxBuildHasher),
            first_words: FxHashMap::with_capacity_and_hasher(1_200, FxBuildHasher),
        };
        loaded.enter_countries();
        loaded.enter_known();
        loaded.enter_aliases();
        loaded
    }

    /// The lengths of the names whose first word that is.
    pub(super) fn lengths(&self, word: &str) -> Lengths {
        let small = self.first_words.get(word).copied().unwrap_or_default();
        small | large::lengths(word)
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
        add(&mut self.entries, name, entry);
        self.enter_first_word(name);
    }

    fn enter_first_word(&mut self, name: &'static str) {
        let lengths = self.first_words.entry(first_word(name)).or_default();
        *lengths = *lengths | Lengths::of(name.len());
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
