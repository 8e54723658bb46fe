//! All that one name may name: cities, capitals, regions, countries, and what other names of them lead to.

use super::Reading;
use super::tables::{Entry, Gazetteer, Known, Parent};
use crate::values::naming::countries;
use crate::values::place::{Kind, Place};

impl Gazetteer {
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

    pub(super) fn city(&self, row: &'static str) -> Option<(Reading, &'static str)> {
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

    pub(super) fn readings(&self, name: &str) -> Vec<Reading> {
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
