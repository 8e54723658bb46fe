//! How two places stand to each other: containment is precision, two known places apart are disjoint.

use super::offset::{Bearing, Offset};
use super::{Kind, Place, gazetteer, geometry};
use crate::lexicon::fold;
use crate::values::Relation;

/// Cities closer than this grow into each other: which of them is named is a matter of words.
const SUBURB: f64 = 25_000.0;

/// Directions that differ by less may be two roundings of one.
const ROUNDED_ANGLE: f64 = 46.0;

/// How `one` stands to `other`.
///
/// Bireun lies within Aceh: narrower. Bireun and Medan: disjoint. Bireun and "Suka Makmur", which no table knows:
/// incomparable. 55 km south of Bireun and 55 km west of it: disjoint.
pub fn relate(one: &Place, other: &Place) -> Relation {
    if one == other {
        return Relation::Equal;
    }
    match (one.offset, other.offset) {
        (None, None) => names(one, other),
        (Some(here), Some(there)) if same_name(one, other) => offsets(here, there),
        _ => apart(one, other),
    }
}

/// Two places, both without offset.
fn names(one: &Place, other: &Place) -> Relation {
    if same_name(one, other) && (one.kind == other.kind || either_unknown(one, other)) {
        return same_names(one, other);
    }
    if lies_within(one, other) {
        return Relation::Narrower;
    }
    if lies_within(other, one) {
        return Relation::Wider;
    }
    if has_borders(one) && has_borders(other) {
        return borders(one, other);
    }
    if one.kind == other.kind && matches!(one.kind, Kind::Street) {
        return Relation::Disjoint;
    }
    if worlds_apart(one, other) {
        Relation::Disjoint
    } else {
        Relation::Incomparable
    }
}

/// One name: equal, if nothing that holds them differs. Paris is not Paris, Texas.
fn same_names(one: &Place, other: &Place) -> Relation {
    let told = |place: &Place| !place.within.is_empty();
    let shared = one.within.iter().any(|outer| other.within.contains(outer));
    if shared || !told(one) || !told(other) {
        Relation::Equal
    } else {
        Relation::Disjoint
    }
}

fn borders(one: &Place, other: &Place) -> Relation {
    match (geometry::position(one), geometry::position(other)) {
        (Some((here, _)), Some((there, _))) if geometry::distance(here, there) < SUBURB => {
            Relation::Overlapping
        }
        _ => Relation::Disjoint,
    }
}

/// Whether both lie in known countries, and in different ones.
fn worlds_apart(one: &Place, other: &Place) -> bool {
    let land = |place: &Place| {
        !matches!(
            place.kind,
            Kind::Water | Kind::Area | Kind::Mountain | Kind::Continent
        )
    };
    match (country(one), country(other)) {
        (Some(here), Some(there)) => here != there && land(one) && land(other),
        _ => false,
    }
}

fn country(place: &Place) -> Option<&str> {
    match place.kind {
        Kind::Country => Some(&place.name),
        _ => place.within.last().map(String::as_str).filter(|outer| {
            gazetteer::known(outer, &[]).is_some_and(|known| known.kind == Kind::Country)
        }),
    }
}

/// Whether a place is a known one with borders, so that it is plain what lies outside.
fn has_borders(place: &Place) -> bool {
    let governed = matches!(
        place.kind,
        Kind::Country | Kind::Region | Kind::County | Kind::City
    );
    governed && is_known(place)
}

fn is_known(place: &Place) -> bool {
    let within: Vec<&str> = place.within.iter().map(String::as_str).collect();
    gazetteer::known(&place.name, &within).is_some_and(|known| known.kind == place.kind)
}

fn either_unknown(one: &Place, other: &Place) -> bool {
    !is_known(one) || !is_known(other)
}

fn same_name(one: &Place, other: &Place) -> bool {
    one.name == other.name || plain(&one.name) == plain(&other.name)
}

/// Letters only, in lower case: "Suka-Makmur" is "Suka Makmur".
fn plain(name: &str) -> String {
    fold(name)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn lies_within(inner: &Place, outer: &Place) -> bool {
    let compatible = |rest: &[String]| {
        outer
            .within
            .iter()
            .all(|o| rest.contains(o) || rest.is_empty())
    };
    let named = inner.within.iter().position(|name| *name == outer.name);
    named.is_some_and(|i| outer.kind != inner.kind || compatible(&inner.within[i + 1..]))
        || (outer.name != inner.name && gazetteer::holds(outer, inner))
}

/// Two ways from the same place.
fn offsets(one: Offset, other: Offset) -> Relation {
    match (one, other) {
        (Offset::Near, Offset::Near) | (Offset::Off, Offset::Off) => Relation::Equal,
        (Offset::Part(one), Offset::Part(other)) => parts(one, other),
        (
            Offset::Away { metres, bearing },
            Offset::Away {
                metres: other_metres,
                bearing: other_bearing,
            },
        ) => both(
            distances(metres, other_metres),
            bearings(bearing, other_bearing),
        ),
        (Offset::Near, Offset::Away { .. } | Offset::Part(_) | Offset::Off)
        | (Offset::Off, Offset::Near | Offset::Away { .. } | Offset::Part(_))
        | (Offset::Part(_), Offset::Near | Offset::Off | Offset::Away { .. })
        | (Offset::Away { .. }, Offset::Near | Offset::Off | Offset::Part(_)) => {
            Relation::Incomparable
        }
    }
}

fn parts(one: Option<Bearing>, other: Option<Bearing>) -> Relation {
    match (one, other) {
        (one, other) if one == other => Relation::Equal,
        (Some(one), Some(other)) if one.angle(other) > 134.0 => Relation::Disjoint,
        (Some(_), Some(_)) => Relation::Overlapping,
        (None, _) | (_, None) => Relation::Incomparable,
    }
}

fn bearings(one: Option<Bearing>, other: Option<Bearing>) -> Relation {
    match (one, other) {
        (Some(one), Some(other)) if one == other => Relation::Equal,
        (Some(one), Some(other)) if one.angle(other) < ROUNDED_ANGLE => Relation::Overlapping,
        (Some(_), Some(_)) => Relation::Disjoint,
        (None, None) => Relation::Equal,
        (Some(_), None) => Relation::Narrower,
        (None, Some(_)) => Relation::Wider,
    }
}

fn distances(one: Option<(f64, f64)>, other: Option<(f64, f64)>) -> Relation {
    match (one, other) {
        (Some(one), Some(other)) if one == other => Relation::Equal,
        (Some((least, most)), Some((other_least, other_most))) => {
            if least > other_most || most < other_least {
                Relation::Disjoint
            } else if least >= other_least && most <= other_most {
                Relation::Narrower
            } else if least <= other_least && most >= other_most {
                Relation::Wider
            } else {
                Relation::Overlapping
            }
        }
        (None, None) => Relation::Equal,
        (Some(_), None) => Relation::Narrower,
        (None, Some(_)) => Relation::Wider,
    }
}

/// What two statements about one thing come to.
fn both(one: Relation, other: Relation) -> Relation {
    match (one, other) {
        (Relation::Disjoint, _) | (_, Relation::Disjoint) => Relation::Disjoint,
        (Relation::Incomparable, _) | (_, Relation::Incomparable) => Relation::Incomparable,
        (Relation::Equal, same) | (same, Relation::Equal) => same,
        (one, other) if one == other => one,
        (
            Relation::Narrower | Relation::Wider | Relation::Overlapping,
            Relation::Narrower | Relation::Wider | Relation::Overlapping,
        ) => Relation::Overlapping,
    }
}

/// Places of which at least one is told by the way from another.
fn apart(one: &Place, other: &Place) -> Relation {
    if same_name(one, other) {
        return part_of(one, other);
    }
    match (geometry::position(one), geometry::position(other)) {
        (Some((here, slack)), Some((there, other_slack))) => {
            let gap = geometry::distance(here, there);
            if gap > 2.0 * (slack + other_slack) {
                Relation::Disjoint
            } else if gap <= slack.max(other_slack) {
                Relation::Overlapping
            } else {
                Relation::Incomparable
            }
        }
        _ => whole(one, other),
    }
}

/// One name, with and without offset: a part lies within the whole, a way from it leads out of it.
fn part_of(one: &Place, other: &Place) -> Relation {
    match (one.offset, other.offset) {
        (Some(Offset::Part(_)), None) | (None, Some(Offset::Near)) => Relation::Narrower,
        (None, Some(Offset::Part(_))) | (Some(Offset::Near), None) => Relation::Wider,
        _ => Relation::Incomparable,
    }
}

/// What lies near a city lies in what holds the city, as far as the words go.
fn whole(one: &Place, other: &Place) -> Relation {
    let without = |place: &Place| Place {
        offset: None,
        ..place.clone()
    };
    match (one.offset, other.offset) {
        (Some(_), None) if lies_within(&without(one), other) => Relation::Narrower,
        (None, Some(_)) if lies_within(&without(other), one) => Relation::Wider,
        _ if worlds_apart(one, other) => Relation::Disjoint,
        _ => Relation::Incomparable,
    }
}
