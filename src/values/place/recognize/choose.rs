//! Settles what each name names: by the places that the article names beyond doubt, else by where most people live.

use std::cell::LazyCell;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::Candidate;
use crate::values::Mention;
use crate::values::place::gazetteer::Reading;
use crate::values::place::{Kind, Place};

/// The mentions that the candidates come to.
pub(super) fn settle(candidates: &[Candidate]) -> Vec<Mention<Place>> {
    let context = LazyCell::new(|| context(candidates));
    let mut settled: FxHashMap<&str, &Place> =
        FxHashMap::with_capacity_and_hasher(candidates.len(), FxBuildHasher);
    let mut mentions = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let Some(first) = candidate.readings.first() else {
            continue;
        };
        let known = settled.entry(first.place.name.as_str());
        let place = if candidate.readings.len() == 1 {
            known.or_insert(&first.place);
            &first.place
        } else {
            *known.or_insert_with(|| best(&candidate.readings, &context))
        };
        let value = Place {
            offset: candidate.offset,
            ..place.clone()
        };
        mentions.push(Mention {
            span: candidate.span,
            sentence: candidate.sentence,
            value,
        });
    }
    mentions
}

/// The names of all that the article's unmistakable places are and lie within.
fn context(candidates: &[Candidate]) -> FxHashSet<&str> {
    candidates
        .iter()
        .filter(|candidate| {
            candidate.readings.len() == 1 || candidate.readings[0].place.kind == Kind::Country
        })
        .filter_map(|candidate| candidate.readings.first())
        .flat_map(|reading| std::iter::once(&reading.place.name).chain(&reading.place.within))
        .map(String::as_str)
        .collect()
}

/// The likeliest reading; the tables' first of equal ones.
fn best<'a>(readings: &'a [Reading], context: &FxHashSet<&str>) -> &'a Place {
    let mut best: Option<(f64, &Place)> = None;
    for reading in readings {
        let score = score(reading, context);
        if best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, &reading.place));
        }
    }
    best.map(|(_, place)| place)
        .expect("a candidate has a reading")
}

/// Powers of ten of people, and what the article's other places add: a region more than a country.
fn score(reading: &Reading, context: &FxHashSet<&str>) -> f64 {
    let place = &reading.place;
    let country = place
        .within
        .last()
        .is_some_and(|outer| context.contains(outer.as_str()));
    let inner = place.within.len().saturating_sub(1);
    let region = place.within[..inner]
        .iter()
        .any(|outer| context.contains(outer.as_str()));
    (f64::from(reading.people) + 1.0).log10()
        + if region { 4.0 } else { 0.0 }
        + if country { 0.5 } else { 0.0 }
}
