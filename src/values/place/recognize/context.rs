//! What an article's other places say for one of the places that a name may name.

use gainsay_syntax::Span;
use rustc_hash::FxHashMap;

use super::Candidate;
use crate::values::place::gazetteer::{Reading, is_capital};
use crate::values::place::geometry::{Position, distance};
use crate::values::place::{Kind, Place};

/// How much a region or county says for what lies in it. The unit is a power of ten of people: one that the article
/// names makes a village of a hundred a match for a city of a million.
const NAMED: f64 = 4.0;
/// The same for the region in which the article was written.
const DATELINE: f64 = 4.5;
/// The same for one in which another place of the article lies.
const IMPLIED: f64 = 3.5;
/// The same where a name alone is a city's that all readers know: in a dateline, or beside a far larger one.
const ALONE: f64 = 1.0;
/// How much the country says, and that of the dateline.
const COUNTRY: f64 = 1.0;
const DATELINE_COUNTRY: f64 = 1.5;
/// How much it says for a county that a place of the article lies in it.
const COUNTY: f64 = 3.0;
/// How much a place of the article says for what is near it, and how near in metres that is.
const NEIGHBOUR: f64 = 1.0;
const NEAR: f64 = 100_000.0;
/// How much it says for a place that the article tells by another one near it.
const BESIDE: f64 = 8.0;
/// How much it says for a country's capital that it is one, and that the article names the country.
const CAPITAL: f64 = 1.0;
const OWN_CAPITAL: f64 = 3.0;
/// A reading of so many times as many people as others is what nearly all articles mean.
const OUTWEIGHS: u32 = 10;
/// Thousands of people in a city that outweighs the smaller ones of its name in the same country.
const LARGE: u32 = 500;
/// The most cities that are asked what lies near them.
const CITIES: usize = 32;

/// The places that an article names beyond doubt.
#[derive(Default)]
pub(super) struct Context<'a> {
    datelines: Vec<Span>,
    countries: FxHashMap<&'a str, f64>,
    regions: FxHashMap<&'a str, f64>,
    /// Places with what holds them.
    chains: Vec<&'a Place>,
    cities: Vec<Position>,
}

impl<'a> Context<'a> {
    pub(super) fn of(
        text: &str,
        candidates: &'a [Candidate],
        opens_dateline: impl Fn(&Candidate) -> bool,
    ) -> Self {
        let mut context = Self::default();
        let mut large = Vec::new();
        for candidate in candidates {
            let is_dateline = opens_dateline(candidate);
            if is_dateline {
                context.datelines.push(candidate.span);
            }
            if let Some(reading) = beyond_doubt(&candidate.readings) {
                let in_full = candidate.span.of(text).contains(',');
                let (region, country) = match (is_dateline, in_full) {
                    (true, _) => (DATELINE, DATELINE_COUNTRY),
                    (false, true) => (NAMED, COUNTRY),
                    (false, false) => (IMPLIED, COUNTRY),
                };
                context.learn(reading, region, country);
            } else if let Some(reading) = outweighs_abroad(&candidate.readings) {
                large.push((candidate, reading));
            }
        }
        // "Lima" tells of Peru unless the surer places speak for Ohio's.
        let country = |place: &'a Place| place.within.last();
        large.retain(|(candidate, reading)| {
            country(context.best(candidate)) == country(&reading.place)
        });
        for (_, reading) in large {
            context.learn(reading, 0.0, COUNTRY);
        }
        context
    }

    fn learn(&mut self, reading: &'a Reading, region: f64, country: f64) {
        let place = &reading.place;
        let raise = |known: &mut FxHashMap<&'a str, f64>, name: &'a str, weight: f64| {
            let known = known.entry(name).or_default();
            *known = known.max(weight);
        };
        match place.within.split_last() {
            None => raise(&mut self.countries, &place.name, country),
            Some((outermost, inner)) => {
                raise(&mut self.countries, outermost, country);
                for name in inner {
                    raise(&mut self.regions, name, region);
                }
                if matches!(place.kind, Kind::Region | Kind::County | Kind::Area) {
                    raise(&mut self.regions, &place.name, region.max(NAMED));
                }
            }
        }
        if self.cities.len() < CITIES && !self.chains.contains(&place) {
            self.chains.push(place);
            self.cities.extend(reading.position);
        }
    }

    /// The likeliest reading of a name; the tables' first of equal ones.
    pub(super) fn best<'c>(&self, candidate: &'c Candidate) -> &'c Place {
        if let [only] = &*candidate.readings {
            return &only.place;
        }
        let dateline = self.datelines.contains(&candidate.span);
        if dateline && let Some(known) = outweighs_abroad(&candidate.readings) {
            return &known.place;
        }
        let scored = candidate.readings.iter().map(|reading| {
            let mut others = candidate.readings.iter();
            let alone = dateline || others.any(|other| outweighs(other, reading));
            (self.score(reading, alone), &reading.place)
        });
        first_of_highest(scored).expect("a candidate has a reading")
    }

    /// The likeliest readings of two names, of which one tells where the other is.
    pub(super) fn pair<'c>(&self, one: &'c Candidate, other: &'c Candidate) -> [&'c Place; 2] {
        let scored = |candidate: &'c Candidate| {
            let scored = |reading: &'c Reading| (self.score(reading, false), reading);
            candidate.readings.iter().map(scored).collect::<Vec<_>>()
        };
        let others = scored(other);
        let pairs = scored(one).into_iter().flat_map(|(score, reading)| {
            others.iter().map(move |(other_score, other)| {
                let beside = if are_near(reading, other) {
                    BESIDE
                } else {
                    0.0
                };
                (score + other_score + beside, [&reading.place, &other.place])
            })
        });
        first_of_highest(pairs.collect::<Vec<_>>()).expect("both have a reading")
    }

    /// Powers of ten of people, and what the article's other places add.
    fn score(&self, reading: &Reading, alone: bool) -> f64 {
        let place = &reading.place;
        let Some((outermost, inner)) = place.within.split_last() else {
            return people(reading);
        };
        let weight = |known: &FxHashMap<&str, f64>, name: &String| {
            known.get(name.as_str()).copied().unwrap_or_default()
        };
        let regions = inner.iter().map(|name| weight(&self.regions, name));
        let region = regions.fold(0.0, f64::max);
        let country = weight(&self.countries, outermost);
        people(reading)
            + if alone { region.min(ALONE) } else { region }
            + country
            + self.neighbourhood(reading)
            + capital(reading, country > 0.0)
    }

    fn neighbourhood(&self, reading: &Reading) -> f64 {
        let place = &reading.place;
        if place.kind == Kind::County {
            let holds = |inner: &&&Place| inner.within.iter().skip(1).eq(&place.within);
            let mut inner = self.chains.iter().filter(holds);
            let named = inner.any(|inner| inner.within.first() == Some(&place.name));
            return if named { COUNTY } else { 0.0 };
        }
        let near = |position: Position| {
            let mut cities = self.cities.iter();
            cities.any(|&city| distance(city, position) < NEAR)
        };
        match reading.position {
            Some(position) if near(position) => NEIGHBOUR,
            _ => 0.0,
        }
    }
}

/// The first of those with the highest score.
fn first_of_highest<T>(scored: impl IntoIterator<Item = (f64, T)>) -> Option<T> {
    let mut best: Option<(f64, T)> = None;
    for (score, value) in scored {
        if best.as_ref().is_none_or(|(highest, _)| score > *highest) {
            best = Some((score, value));
        }
    }
    best.map(|(_, value)| value)
}

fn people(reading: &Reading) -> f64 {
    (f64::from(reading.people) + 1.0).log10()
}

fn capital(reading: &Reading, named: bool) -> f64 {
    match (is_capital(reading), named) {
        (false, _) => 0.0,
        (true, false) => CAPITAL,
        (true, true) => OWN_CAPITAL,
    }
}

/// Whether one city is so much larger than another of the same country that a region alone does not speak for that one.
fn outweighs(one: &Reading, other: &Reading) -> bool {
    one.people >= LARGE
        && one.people >= other.people.saturating_mul(OUTWEIGHS)
        && one.place.within.last() == other.place.within.last()
}

/// What a name stands for whatever else an article says: its only reading, a country, or a region that outweighs all.
fn beyond_doubt(readings: &[Reading]) -> Option<&Reading> {
    let first = readings.first()?;
    if readings.len() == 1 || first.place.kind == Kind::Country {
        return Some(first);
    }
    let most = readings.iter().max_by_key(|reading| reading.people)?;
    let others = readings.iter().filter(|other| *other != most);
    let rest: u32 = others.map(|other| other.people).sum();
    let outweighs = most.people >= rest.saturating_mul(OUTWEIGHS);
    (outweighs && most.place.kind != Kind::City).then_some(most)
}

/// The largest place of a name, if it is a large city whose name hardly ever means one of another country.
fn outweighs_abroad(readings: &[Reading]) -> Option<&Reading> {
    let cities = readings.iter().filter(|r| r.place.kind == Kind::City);
    let most = cities.max_by_key(|reading| reading.people)?;
    let mut others = readings
        .iter()
        .filter(|r| r.place.within.last() != most.place.within.last());
    let outweighs = |other: &Reading| most.people >= other.people.saturating_mul(OUTWEIGHS);
    (most.people >= LARGE && others.all(outweighs)).then_some(most)
}

fn are_near(one: &Reading, other: &Reading) -> bool {
    match (one.position, other.position) {
        (Some(here), Some(there)) => here != there && distance(here, there) < NEAR,
        _ => false,
    }
}
