//! The large tables, areas and cities: most runs ask for a few of their rows, so they stay text, and indexes that were laid
//! out with the program (`build/main.rs`) tell where the rows of a name stand.

use gainsay_table::{Index, row_at};

use super::lengths::Lengths;
use crate::lexicon::first_word;

const AREAS: &str = include_str!("../areas.tsv");
/// Sorted by name.
const CITIES: &str = include_str!("../cities.tsv");

/// All areas, by their names and by the first words of those.
static AREA_INDEX: Index = Index::new(include_bytes!(concat!(env!("OUT_DIR"), "/areas.index")));

/// Where the rows of each name of a city begin, and those of all names that begin with a word.
static CITY_INDEX: Index = Index::new(include_bytes!(concat!(env!("OUT_DIR"), "/cities.index")));

/// Where each area's row begins.
const AREA_STARTS: &[[u8; 4]] = include_bytes!(concat!(env!("OUT_DIR"), "/area-starts.index"))
    .as_chunks()
    .0;

/// A region or county.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub(super) name: &'static str,
    pub(super) parent: Parent,
    pub(super) zone: &'static str,
}

/// What holds an area.
#[derive(Clone, Copy)]
pub(super) enum Parent {
    /// The area of that row.
    Area(usize),
    /// The country of that code.
    Country(&'static str),
}

/// The area of a row, counted from 0.
pub(super) fn area(row: usize) -> Option<Area> {
    let start = u32::from_le_bytes(*AREA_STARTS.get(row)?);
    read(row_at(AREAS, start as usize))
}

fn read(row: &'static str) -> Option<Area> {
    let mut fields = row.split('\t');
    let (name, parent, zone) = (fields.next()?, fields.next()?, fields.next()?);
    Some(Area {
        name,
        parent: parent.parse().map_or(Parent::Country(parent), Parent::Area),
        zone,
    })
}

/// The areas of that name, in the table's order.
pub(super) fn areas(name: &str) -> impl Iterator<Item = Area> {
    let rows = AREA_INDEX.places(name).map(|place| row_at(AREAS, place));
    rows.filter(move |row| self::name(row) == name)
        .filter_map(read)
}

/// The rows of the cities of that name.
pub(super) fn city_rows(name: &str) -> impl Iterator<Item = &'static str> {
    cities_from(name).take_while(move |row| self::name(row) == name)
}

/// The rows of the cities, from the first whose name is or begins with that word; none if there is none.
fn cities_from(word: &str) -> impl Iterator<Item = &'static str> {
    let rest = CITY_INDEX.places(word).find_map(|place| {
        let rest = CITIES.get(place..)?;
        rest.starts_with(word).then_some(rest)
    });
    rest.unwrap_or_default().lines()
}

/// The lengths of the names whose first word that is.
pub(super) fn lengths(word: &str) -> Lengths {
    // The marks that may end a word stand before all letters: "San Juan" comes before "Sana".
    let cities = cities_from(word).take_while(|row| first_word(row) == word);
    let areas = AREA_INDEX.places(word).map(|place| row_at(AREAS, place));
    let names = cities.chain(areas.filter(|row| first_word(row) == word));
    names.map(|row| name(row).len()).collect()
}

fn name(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}
