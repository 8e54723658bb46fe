//! Places: what contains what, and which clock they keep.
//!
//! A place is a name with what it lies within, outward; kind and zone follow from the gazetteer, or from the word that
//! types an unknown name. "55 km south of Bireun" is a place too: Bireun, with the way from there.

mod display;
mod gazetteer;
mod geometry;
mod offset;
mod recognize;
mod relate;
#[cfg(test)]
mod tests;

pub use offset::{Bearing, Offset};
pub(super) use recognize::Traits;
pub use recognize::recognize;
pub use relate::relate;

/// Where something is.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// The usual English name in plain letters; for an unknown place, the article's own.
    pub name: String,
    /// What kind of place the name names.
    pub kind: Kind,
    /// What it lies within, from the nearest to the country.
    pub within: Vec<String>,
    /// The IANA time zone, if the whole of it keeps one.
    pub zone: Option<String>,
    /// The way from the named place to the one that is meant, or the part of it.
    pub offset: Option<Offset>,
}

/// Kinds of place.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum Kind {
    /// Africa
    Continent,
    /// A known stretch of land without government of its own: the Far East, Scandinavia, Java.
    Area,
    /// Countries and territories with a code of their own.
    Country,
    /// First level below the country: states, provinces, oblasts, nations of the United Kingdom.
    Region,
    /// Second level: counties, regencies, departments.
    County,
    /// Cities, towns, villages, and their boroughs.
    City,
    /// Streets, squares, highways.
    Street,
    /// Buildings, airports, parks, landmarks.
    Site,
    /// Seas, lakes, rivers, straits.
    Water,
    /// Mountains and ranges.
    Mountain,
    /// A name that stands where a place stands, and nothing tells more.
    Unknown,
}

impl Kind {
    /// The kind of that name in the tables.
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "continent" => Self::Continent,
            "area" => Self::Area,
            "country" => Self::Country,
            "region" => Self::Region,
            "county" => Self::County,
            "city" => Self::City,
            "street" => Self::Street,
            "site" => Self::Site,
            "water" => Self::Water,
            "mountain" => Self::Mountain,
            _ => return None,
        })
    }
}

impl Place {
    /// The place of that name within those: the gazetteer's, if it knows it, else an unknown one.
    pub fn new(name: &str, within: &[&str]) -> Self {
        gazetteer::known(name, within).unwrap_or_else(|| Self {
            name: name.to_owned(),
            kind: recognize::kind_of_head(name),
            within: within.iter().map(|&outer| outer.to_owned()).collect(),
            zone: within
                .iter()
                .enumerate()
                .find_map(|(i, outer)| gazetteer::known(outer, &within[i + 1..])?.zone),
            offset: None,
        })
    }
}

/// The IANA zone whose clocks a place keeps, if it is one.
pub fn zone(place: &Place) -> Option<&str> {
    place.zone.as_deref()
}
