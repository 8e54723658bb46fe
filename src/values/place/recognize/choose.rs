//! Settles what each name names: by what the article tells of it in full or by a place beside it, else by the article's
//! other places and by where most people live.

use std::cell::LazyCell;

use gainsay_syntax::Span;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::context::Context;
use super::{Candidate, beside};
use crate::values::Mention;
use crate::values::place::gazetteer::Reading;
use crate::values::place::{Kind, Place};

/// A city of so many thousand people is meant before the article names another one of its name in full.
const METROPOLIS: u32 = 1_000;

/// What an article tells of names: where it first does so, and of which place.
type Told<'a> = FxHashMap<&'a str, (Span, &'a Place)>;

/// The mentions that the candidates come to.
pub(super) fn settle(
    text: &str,
    candidates: &[Candidate],
    opens_dateline: impl Fn(&Candidate) -> bool,
) -> Vec<Mention<Place>> {
    let context = LazyCell::new(|| Context::of(text, candidates, opens_dateline));
    let mut told = in_full(candidates);
    for pair in candidates.windows(2) {
        let (one, other) = (&pair[0], &pair[1]);
        if is_open(one, other) && beside::are(text, one, other) {
            for (candidate, place) in [one, other].into_iter().zip(context.pair(one, other)) {
                let known = told.entry(name(candidate));
                known.or_insert((candidate.span, place));
            }
        }
    }
    let mut settled: FxHashMap<&str, &Place> = FxHashMap::default();
    let mut mentions = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let place = match &*candidate.readings {
            [only] if only.place.within.is_empty() => {
                told.get(name(candidate)).map_or(&only.place, |told| told.1)
            }
            [only] => &only.place,
            _ => *settled.entry(name(candidate)).or_insert_with(|| {
                let told = told.get(name(candidate)).copied();
                match told.filter(|&told| tells(told, candidate)) {
                    Some((_, place)) => place,
                    None => context.best(candidate),
                }
            }),
        };
        mentions.push(Mention {
            span: candidate.span,
            sentence: candidate.sentence,
            value: Place {
                offset: candidate.offset,
                ..place.clone()
            },
        });
    }
    mentions
}

fn name(candidate: &Candidate) -> &str {
    &candidate.readings[0].place.name
}

/// Whether one of two names may name several places.
fn is_open(one: &Candidate, other: &Candidate) -> bool {
    one.readings.len() > 1 || other.readings.len() > 1
}

/// What the article says so that nothing is left open: "Paris, Texas".
fn in_full(candidates: &[Candidate]) -> Told<'_> {
    let mut told = Told::with_capacity_and_hasher(candidates.len(), FxBuildHasher);
    for candidate in candidates {
        if let [only] = &*candidate.readings {
            let place = &only.place;
            let known = told.entry(&place.name).or_insert((candidate.span, place));
            if known.1.within.is_empty() && known.1.kind == place.kind {
                *known = (candidate.span, place);
            }
        }
    }
    told
}

/// Whether what is told of a name tells what the name alone means.
///
/// "Moscow region" does not tell of Moscow, nor does "Paris, Texas" of the Paris that was named before.
fn tells((span, place): (Span, &Place), candidate: &Candidate) -> bool {
    let is_city = |reading: &&Reading| reading.place.kind == Kind::City;
    let mut cities = candidate.readings.iter().filter(is_city);
    if !matches!(place.kind, Kind::City | Kind::Unknown) {
        return cities.all(|city| city.place.within.last() != place.within.last());
    }
    let is_told = |reading: &&Reading| reading.place == *place;
    let is_metropolis = |reading: &Reading| reading.people >= METROPOLIS;
    let before = candidate.span.start < span.start && cities.clone().any(is_metropolis);
    !before || cities.find(is_told).is_some_and(is_metropolis)
}
