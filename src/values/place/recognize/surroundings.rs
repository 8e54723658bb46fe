//! Joins what stands around a name to it: "Paris, Texas", "55 km south of Bireun", "northern Iraq", "off Somalia".

use gainsay_syntax::Span;

use super::coasts::is_coast;
use super::scan::usual_case;
use super::typed::unknown;
use super::{Candidate, Evidence};
use crate::document::Document;
use crate::values::capitalized::Capitalized;
use crate::values::number;
use crate::values::place::gazetteer::Reading;
use crate::values::place::{Bearing, Kind, Offset};
use crate::values::scene::Scene;

/// Thousands of people in a city of whose name no town is told by its region.
const LARGE: u32 = 300;

/// Joins within each sentence, from the last candidate to the first: what holds a place stands after it.
pub(super) fn join(
    text: &str,
    document: &Document,
    capitals: &Capitalized,
    candidates: &mut Vec<Candidate>,
) {
    let mut joined: Vec<Candidate> = Vec::with_capacity(candidates.len());
    while let Some(mut candidate) = candidates.pop() {
        let scene = Scene::new(text, document, capitals, candidate.sentence);
        let outer = joined
            .last()
            .filter(|outer| follows(&scene, &candidate, outer));
        if let Some(whole) = outer.and_then(|outer| inside(&candidate, outer, &scene)) {
            joined.pop();
            candidate = whole;
        }
        if !candidates
            .last()
            .is_some_and(|before| follows(&scene, before, &candidate))
        {
            candidate = unknown_before(&scene, &candidate).unwrap_or(candidate);
        }
        way(&scene, &mut candidate);
        joined.push(candidate);
    }
    joined.reverse();
    *candidates = joined;
}

/// Whether only a comma parts the two.
fn follows(scene: &Scene, inner: &Candidate, outer: &Candidate) -> bool {
    inner.sentence == outer.sentence
        && inner.tokens.1 + 1 == outer.tokens.0
        && scene.word(inner.tokens.1) == ","
}

/// "Paris, Texas": the readings of the first that lie within one of the second; an unknown first one lies within it.
fn inside(inner: &Candidate, outer: &Candidate, scene: &Scene) -> Option<Candidate> {
    let tokens = (inner.tokens.0, outer.tokens.1);
    let mut readings: Vec<Reading> = inner
        .readings
        .iter()
        .filter(|reading| outer.readings.iter().any(|o| lies_within(reading, o)))
        .cloned()
        .collect();
    if let ([only], true) = (&*inner.readings, readings.is_empty()) {
        if !only.place.within.is_empty() || only.people > 0 {
            return None;
        }
        readings = outer
            .readings
            .iter()
            .map(|outer| only.held(outer))
            .collect();
    }
    if readings.is_empty() {
        readings.push(elsewhere(inner, outer, scene)?);
    }
    readings.sort_by_key(|reading| std::cmp::Reverse(reading.people));
    readings.truncate(1);
    Some(Candidate {
        span: scene.span(tokens),
        tokens,
        readings: readings.into(),
        evidence: Evidence::Located,
        ..inner.clone()
    })
}

/// "Lawrenceburg, Indiana": a town that the tables have elsewhere only, in a region that they know.
///
/// Not where the two may be of one list, "Fairmont, Ohio and Texas", nor where the name is a large city's.
fn elsewhere(inner: &Candidate, outer: &Candidate, scene: &Scene) -> Option<Reading> {
    let is_town = |r: &Reading| r.place.kind == Kind::City && r.people < LARGE;
    let holds = |r: &&Reading| matches!(r.place.kind, Kind::Region | Kind::Country);
    let is_list = matches!(scene.word(outer.tokens.1), "and" | "or" | "&");
    if is_list || !inner.readings.iter().all(is_town) {
        return None;
    }
    let outer = outer.readings.iter().find(holds)?;
    let name = usual_case(inner.span.of(scene.text), true).into_owned();
    let town = unknown(scene, inner.tokens, name, Kind::Unknown);
    Some(town.readings[0].held(outer))
}

/// Whether the second's name is among what holds the first, and all that holds the second, too.
fn lies_within(inner: &Reading, outer: &Reading) -> bool {
    let names = &inner.place.within;
    let at = names.iter().position(|name| *name == outer.place.name);
    at.is_some_and(|at| {
        outer
            .place
            .within
            .iter()
            .all(|above| names[at + 1..].contains(above))
    })
}

/// "in Kampung Bidara, Aceh": a name that no table knows, after a preposition and before what holds it.
fn unknown_before(scene: &Scene, outer: &Candidate) -> Option<Candidate> {
    let comma = outer.tokens.0.checked_sub(1)?;
    if scene.word(comma) != "," || outer.readings.iter().all(|r| r.place.kind == Kind::Unknown) {
        return None;
    }
    let start = (comma.saturating_sub(4)..comma).find(|&start| scene.name_end(start) >= comma)?;
    let is_led = match start.checked_sub(1) {
        None => scene.is_dateline(),
        Some(before) => {
            let before = scene.word(before);
            matches!(before, "in" | "near" | "at" | "outside" | "from") && !scene.is_given(start)
        }
    };
    if !is_led {
        return None;
    }
    let name = usual_case(scene.span((start, comma)).of(scene.text), true).into_owned();
    let kind = super::kind_of_head(&name);
    let inner = unknown(scene, (start, comma), name, kind);
    inside(&inner, outer, scene)
}

/// The words before a name that lead away from it, or to a part of it.
pub(super) fn way(scene: &Scene, candidate: &mut Candidate) {
    let Some(before) = candidate.tokens.0.checked_sub(1) else {
        return;
    };
    let before = if scene.word(before) == "the" {
        before.wrapping_sub(1)
    } else {
        before
    };
    let found = match scene.word(before) {
        "of" => away(scene, before).or_else(|| coast(scene, before)),
        "from" => distance_before(scene, before).map(|(metres, start)| {
            (
                Offset::Away {
                    metres: Some(metres),
                    bearing: None,
                },
                start,
            )
        }),
        "near" => Some((Offset::Near, candidate.tokens.0)),
        "off" => Some((Offset::Off, candidate.tokens.0)),
        word => part(word).map(|part| (part, before)),
    };
    if let Some((offset, start)) = found {
        candidate.offset = Some(offset);
        candidate.evidence = Evidence::Located;
        candidate.span = Span::new(scene.sentence.tokens[start].span.start, candidate.span.end);
    }
}

/// "northern Iraq", "central Java", "south London".
fn part(word: &str) -> Option<Offset> {
    match word {
        "central" | "downtown" => Some(Offset::Part(None)),
        _ if word.len() > 3 => Bearing::read(word).map(|bearing| Offset::Part(Some(bearing))),
        _ => None,
    }
}

/// "off the coast of Somalia".
fn coast(scene: &Scene, of: usize) -> Option<(Offset, usize)> {
    let coast = of.checked_sub(1)?;
    let off = (coast.saturating_sub(4)..coast)
        .rev()
        .find(|&i| scene.word(i) == "off")?;
    is_coast(scene.word(coast)).then_some((Offset::Off, off))
}

/// "55 km (34 miles) south of", "south of", "the south of".
fn away(scene: &Scene, of: usize) -> Option<(Offset, usize)> {
    let mut start = of.checked_sub(1)?;
    let mut bearing = Bearing::read(scene.word(start)).filter(|_| {
        scene
            .word(start)
            .starts_with(|c: char| c.is_ascii_lowercase())
    })?;
    // The tokenizer may cut "south-southeast" and "north-west" at the hyphen.
    while start >= 2 && scene.word(start - 1) == "-" {
        let Some(wider) = Bearing::read(scene.span((start - 2, of)).of(scene.text)) else {
            break;
        };
        (bearing, start) = (wider, start - 2);
    }
    if start.checked_sub(1).is_some_and(|i| scene.word(i) == "the") {
        return Some((Offset::Part(Some(bearing)), start));
    }
    let (metres, start) = match distance_before(scene, start) {
        Some((metres, start)) => (Some(metres), start),
        None => (None, start),
    };
    Some((
        Offset::Away {
            metres,
            bearing: Some(bearing),
        },
        start,
    ))
}

/// The distance that ends before token `end`, in metres, and its first token; a second one in brackets is passed over.
fn distance_before(scene: &Scene, end: usize) -> Option<((f64, f64), usize)> {
    let mut unit = end.checked_sub(1)?;
    if matches!(scene.word(unit), "to" | "away") {
        unit = unit.checked_sub(1)?;
    }
    if scene.word(unit) == ")" {
        unit = (unit.saturating_sub(6)..unit)
            .rev()
            .find(|&i| scene.word(i) == "(")?
            .checked_sub(1)?;
    }
    let (metres, first) = unit_before(scene, unit)?;
    let text_end = scene.sentence.tokens[first - 1].span.end;
    (first.saturating_sub(5)..first).find_map(|start| {
        let begin = scene.sentence.tokens[start].span.start;
        let number = number::read(scene.text, Span::new(begin, text_end))
            .filter(|n| n.span.end == text_end)?;
        let slack = number.grain / 2.0;
        let bounds = (
            (number.value - slack) * metres,
            (number.most() + slack) * metres,
        );
        Some(((bounds.0.max(0.0).round(), bounds.1.round()), start))
    })
}

/// Metres of the unit that ends at token `i`, and its first token: "nautical miles" has two.
fn unit_before(scene: &Scene, i: usize) -> Option<(f64, usize)> {
    let metres = match scene.word(i) {
        "km" | "kms" | "kilometers" | "kilometres" | "kilometer" | "kilometre" => 1000.0,
        "m" | "meters" | "metres" | "meter" | "metre" => 1.0,
        "yards" | "yard" => 0.9144,
        "feet" | "foot" | "ft" => 0.3048,
        "miles" | "mile" | "mi" if i > 0 && scene.word(i - 1) == "nautical" => {
            return (i > 1).then_some((1852.0, i - 1));
        }
        "miles" | "mile" | "mi" => 1609.344,
        _ => return None,
    };
    (i > 0).then_some((metres, i))
}
