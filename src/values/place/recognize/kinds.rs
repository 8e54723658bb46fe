//! Known names beside a word that tells their kind: "Aurora province" is no city, and "an Ohio prison" is just Ohio.

use std::rc::Rc;

use gainsay_syntax::Deprel;

use super::Candidate;
use super::heads::Side;
use super::typed::small_head;
use crate::values::place::Kind;
use crate::values::place::gazetteer::Reading;
use crate::values::scene::Scene;

/// A known name from token `start` on: the token after it, and what it may name.
pub(super) type Known = (usize, Rc<[Reading]>);

/// What a known name may name beside a word for a town, a county or a region, with that word if it stands behind; all that
/// it may name where none of it is of that kind.
pub(super) fn of_that_kind(scene: &Scene, start: usize, (end, readings): Known) -> Known {
    let Some((kind, told_end)) = told_kind(scene, start, end) else {
        return (end, readings);
    };
    let kinds: &[Kind] = match kind {
        Kind::Region => &[Kind::Region, Kind::County],
        Kind::County => &[Kind::County],
        Kind::City => &[Kind::City],
        _ => return (end, readings),
    };
    let of_kind = |kind: &Kind| -> Rc<[Reading]> {
        let told = readings.iter().filter(|r| r.place.kind == *kind);
        told.cloned().collect()
    };
    let mut told = kinds.iter().map(of_kind);
    match told.find(|readings| !readings.is_empty()) {
        Some(told) => (told_end, told),
        None => (end, readings),
    }
}

/// The kind that a word beside a name tells, and the token after both.
fn told_kind(scene: &Scene, start: usize, end: usize) -> Option<(Kind, usize)> {
    if let Some((kind, Side::Before | Side::Both | Side::Around)) = small_head(scene, end)
        && scene.sentence.tokens[end].deprel != Deprel::Compound
        && scene.word(end + 1) != "of"
    {
        return Some((kind, end + 1));
    }
    let before = start
        .checked_sub(2)
        .filter(|_| scene.word(start - 1) == "of")?;
    match small_head(scene, before)? {
        (kind, Side::Both | Side::Of | Side::Around) => Some((kind, end)),
        (_, Side::Before | Side::After) => None,
    }
}

/// Whether a building is one of many in a country or region: "an Ohio prison" tells no more than Ohio.
pub(super) fn is_lands(typed: &Candidate, (end, readings): &Known) -> bool {
    let people = |kinds: &[Kind]| {
        let of_kind = readings.iter().filter(|r| kinds.contains(&r.place.kind));
        of_kind.map(|r| r.people).max().unwrap_or_default()
    };
    let land = people(&[Kind::Country, Kind::Region]);
    is_building(typed, *end) && land > 10 * people(&[Kind::City])
}

/// Whether what is typed is a known name, up to that token, and a word for a building.
fn is_building(typed: &Candidate, end: usize) -> bool {
    typed.tokens.1 == end + 1 && typed.readings[0].place.kind == Kind::Site
}
