//! All that one name may name: cities, capitals, regions, countries, and what other names of them lead to.

use super::Reading;
use super::large::{self, Area, Parent};
use super::tables::{Entry, Gazetteer, Known};
use crate::values::naming::countries;
use crate::values::place::{Kind, Place};

impl Gazetteer {
    pub(super) fn readings(&self, name: &str) -> Vec<Reading> {
        let cities = large::city_rows(name).filter_map(|row| Some(city(row)?.0));
        let mut found: Vec<Reading> = cities.collect();
        let entries = self.entries.get(name).map_or(&[][..], Vec::as_slice);
        let is_country = |entry: &Entry| matches!(entry, Entry::Country(_) | Entry::Capital(_));
        let (countries, others) = entries.split_at(entries.partition_point(is_country));
        for entry in countries {
            self.push(name, *entry, &mut found);
        }
        found.extend(large::areas(name).map(area_reading));
        for entry in others {
            self.push(name, *entry, &mut found);
        }
        found
    }

    /// Adds what an entry of a name leads to.
    fn push(&self, name: &str, entry: Entry, found: &mut Vec<Reading>) {
        match entry {
            Entry::Country(country) => found.push(country_reading(country)),
            Entry::Capital(country) => push_capital(name, country, found),
            Entry::Known(known) => push_known(&self.known[known], found),
            Entry::CityAlias(name, code) => found.extend(self.cities_in(name, code)),
            Entry::RegionAlias(name, code) => found.extend(regions_in(name, code)),
        }
    }

    /// The largest city of that name in that country, or the capital that the table lacks.
    fn cities_in(&self, name: &'static str, code: &str) -> Vec<Reading> {
        let cities = large::city_rows(name).filter_map(city);
        let mut found: Vec<Reading> = cities
            .filter(|(_, at)| *at == code)
            .map(|(reading, _)| reading)
            .take(1)
            .collect();
        for entry in self.entries.get(name).into_iter().flatten() {
            if let Entry::Capital(country) = *entry
                && country.code == code
            {
                push_capital(name, country, &mut found);
            }
        }
        found
    }
}

/// The names above an area, itself first, and the country's code.
fn chain(area: Area) -> (Vec<&'static str>, &'static str) {
    let mut names = vec![area.name];
    let mut parent = area.parent;
    while let Parent::Area(row) = parent {
        let Some(above) = large::area(row) else {
            return (names, "");
        };
        names.push(above.name);
        parent = above.parent;
    }
    let Parent::Country(code) = parent else {
        return (names, "");
    };
    let country = countries::by_code(code).map_or(code, |country| country.name);
    names.push(country);
    names.dedup();
    (names, code)
}

/// What the row of a city tells, and its country's code.
pub(super) fn city(row: &'static str) -> Option<(Reading, &'static str)> {
    let mut fields = row.split('\t');
    let name = fields.next()?;
    let area = large::area(fields.next()?.parse().ok()?)?;
    let people = fields.next()?.parse().ok()?;
    let position = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    let (within, code) = chain(area);
    let within: Vec<&str> = within
        .into_iter()
        .filter(|&outer| outer != name && !outer.is_empty())
        .collect();
    let place = place(
        name,
        Kind::City,
        &within,
        fields.next().unwrap_or(area.zone),
    );
    let reading = Reading {
        place,
        people,
        position: Some(position),
    };
    Some((reading, code))
}

/// The tables of cities lack small capitals.
fn push_capital(name: &str, country: &'static countries::Country, found: &mut Vec<Reading>) {
    if !large::city_rows(name).any(|row| city(row).is_some_and(|(_, code)| code == country.code)) {
        let place = place(name, Kind::City, &[country.name], country.zone);
        found.push(Reading {
            place,
            people: 10,
            position: None,
        });
    }
}

/// The regions of that name in that country.
fn regions_in(name: &str, code: &str) -> Vec<Reading> {
    large::areas(name)
        .filter(|area| chain(*area).1 == code)
        .map(area_reading)
        .filter(|reading| reading.place.kind == Kind::Region)
        .collect()
}

fn area_reading(area: Area) -> Reading {
    let (chain, _) = chain(area);
    let (kind, people) = match area.parent {
        Parent::Area(_) => (Kind::County, 50),
        Parent::Country(_) => (Kind::Region, 500),
    };
    let place = place(chain[0], kind, &chain[1..], area.zone);
    Reading {
        place,
        people,
        position: None,
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

#[cfg(test)]
mod tests {
    use super::regions_in;
    use crate::lexicon::rows;
    use crate::values::place::gazetteer::GAZETTEER;

    #[test]
    fn other_names_lead_somewhere() {
        for [other, name, country] in rows(include_str!("../aliases.tsv")) {
            let found = GAZETTEER.cities_in(name, country);
            assert!(!found.is_empty(), "{other}: no city {name} in {country}");
        }
        for [other, name, country] in rows(include_str!("../region-aliases.tsv")) {
            let found = regions_in(name, country);
            assert!(!found.is_empty(), "{other}: no region {name} in {country}");
        }
    }
}
