//! Kinds of place named by common nouns: "in a closet" is not "in the office next door", and a room is in some house.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use crate::lexicon::rows;
use crate::values::Relation;

/// A kind of place: index of its row in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Spot(u16);

/// What a kind of place is part of, by its own kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Room,
    Open,
    Building,
}

#[derive(Debug)]
struct Row {
    name: &'static str,
    family: Family,
    within: &'static str,
}

#[derive(Default)]
struct Lexicon {
    rows: Vec<Row>,
    /// Under each noun: the word that must stand before it (empty for none) and the kind.
    nouns: HashMap<&'static str, Vec<(&'static str, Spot)>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for [name, family, within, nouns] in rows(include_str!("spots.tsv")) {
        let family = match family {
            "room" => Family::Room,
            "open" => Family::Open,
            _ => Family::Building,
        };
        let Ok(at) = u16::try_from(lexicon.rows.len()) else {
            break;
        };
        for noun in nouns.split(' ') {
            let (before, noun) = noun.split_once('+').unwrap_or(("", noun));
            let kinds = lexicon.nouns.entry(noun).or_default();
            kinds.push((before, Spot(at)));
        }
        lexicon.rows.push(Row {
            name,
            family,
            within,
        });
    }
    lexicon
});

impl Spot {
    /// The kind of place that a noun names, with the word before it.
    pub fn of(before: &str, noun: &str) -> Option<Self> {
        let kinds = LEXICON.nouns.get(noun)?;
        let with = kinds.iter().find(|(b, _)| !b.is_empty() && *b == before);
        with.or_else(|| kinds.iter().find(|(b, _)| b.is_empty()))
            .map(|(_, spot)| *spot)
    }

    fn row(self) -> &'static Row {
        &LEXICON.rows[usize::from(self.0)]
    }

    /// How it stands to another: two rooms, two open places, a room and an open place exclude each other; a room may
    /// be in any building, and an open place beside it.
    pub fn relate(self, other: Self) -> Relation {
        let (a, b) = (self.row(), other.row());
        if self == other {
            return Relation::Equal;
        }
        if a.within == b.name {
            return Relation::Narrower;
        }
        if b.within == a.name {
            return Relation::Wider;
        }
        match (a.family, b.family) {
            (Family::Room | Family::Open, Family::Room | Family::Open)
            | (Family::Building, Family::Building) => Relation::Disjoint,
            (Family::Building, Family::Room | Family::Open)
            | (Family::Room | Family::Open, Family::Building) => Relation::Incomparable,
        }
    }
}

impl fmt::Display for Spot {
    /// Its name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.row().name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relate(one: (&str, &str), other: (&str, &str)) -> Relation {
        let spot = |(before, noun): (&str, &str)| Spot::of(before, noun).unwrap();
        spot(one).relate(spot(other))
    }

    #[test]
    fn rooms_exclude_each_other_and_houses_hold_them() {
        assert_eq!(relate(("", "closet"), ("", "office")), Relation::Disjoint);
        assert_eq!(
            relate(("living", "room"), ("", "kitchen")),
            Relation::Disjoint
        );
        assert_eq!(
            relate(("", "kitchen"), ("", "house")),
            Relation::Incomparable
        );
        assert_eq!(
            relate(("parking", "lot"), ("", "store")),
            Relation::Incomparable
        );
        assert_eq!(relate(("", "home"), ("", "residence")), Relation::Equal);
        assert!(Spot::of("", "room").is_none());
    }
}
