//! Countries: name, capital, zone, adjectives and peoples, from one table.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::rows;

/// One country or territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1, two letters; `XK` for Kosovo.
    pub code: &'static str,
    /// The usual English name.
    pub name: &'static str,
    /// The capital, if it is not the country itself.
    pub capital: Option<&'static str>,
    /// The IANA zone of the capital.
    pub zone: &'static str,
    /// "Danish".
    pub adjectives: Vec<&'static str>,
    /// "Dane".
    pub peoples: Vec<&'static str>,
    /// "Burma" of Myanmar; without "the".
    pub others: Vec<&'static str>,
}

/// Countries whose parts keep different clocks.
const MANY_ZONES: &[&str] = &[
    "AQ", "AU", "BR", "CA", "CD", "CL", "EC", "ES", "FM", "GL", "ID", "KI", "MN", "MX", "PF", "PG",
    "PT", "RU", "US",
];

impl Country {
    /// The zone, if the whole country keeps it.
    pub fn only_zone(&self) -> Option<&'static str> {
        (!MANY_ZONES.contains(&self.code)).then_some(self.zone)
    }
}

/// All countries, in the table's order.
pub static ALL: LazyLock<Vec<Country>> = LazyLock::new(|| {
    rows(include_str!("countries.tsv"))
        .map(
            |[code, name, capital, zone, adjectives, peoples, others]| Country {
                code,
                name,
                capital: (!capital.is_empty()).then_some(capital),
                zone,
                adjectives: list(adjectives),
                peoples: list(peoples),
                others: list(others),
            },
        )
        .collect()
});

fn list(field: &'static str) -> Vec<&'static str> {
    field
        .split(',')
        .map(|name| name.strip_prefix("the ").unwrap_or(name))
        .filter(|name| !name.is_empty())
        .collect()
}

type Index = FxHashMap<&'static str, usize>;

/// Keys of the country at each position of [`ALL`]; of two countries with one key, the first in the table has it.
fn index(keys: impl Fn(&'static Country) -> Vec<&'static str>) -> Index {
    let mut index = Index::default();
    for (i, country) in ALL.iter().enumerate() {
        for key in keys(country) {
            index.entry(key).or_insert(i);
        }
    }
    index
}

static CODES: LazyLock<Index> = LazyLock::new(|| index(|country| vec![country.code]));
static NAMES: LazyLock<Index> =
    LazyLock::new(|| index(|country| [&[country.name], country.others.as_slice()].concat()));
static ADJECTIVES: LazyLock<Index> = LazyLock::new(|| index(|country| country.adjectives.clone()));
static PEOPLES: LazyLock<Index> = LazyLock::new(|| index(|country| country.peoples.clone()));
static CAPITALS: LazyLock<Index> =
    LazyLock::new(|| index(|country| country.capital.into_iter().collect()));

/// The country of a code: `KP`.
pub fn by_code(code: &str) -> Option<&'static Country> {
    CODES.get(code).map(|&i| &ALL[i])
}

/// The country of a name in plain letters, without "the": "Burma".
pub fn by_name(name: &str) -> Option<&'static Country> {
    NAMES.get(name).map(|&i| &ALL[i])
}

/// The country of an adjective: "Danish", "North Korean".
pub fn by_adjective(adjective: &str) -> Option<&'static Country> {
    ADJECTIVES.get(adjective).map(|&i| &ALL[i])
}

/// The country of a people, in singular or plural: "Dane", "Danes".
pub fn by_people(people: &str) -> Option<&'static Country> {
    PEOPLES
        .get(people)
        .or_else(|| PEOPLES.get(people.strip_suffix('s')?))
        .map(|&i| &ALL[i])
}

/// The country that a city governs: "Pyongyang".
pub fn by_capital(capital: &str) -> Option<&'static Country> {
    CAPITALS.get(capital).map(|&i| &ALL[i])
}
