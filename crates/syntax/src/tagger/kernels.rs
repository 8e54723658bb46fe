//! Sums of vectors of weights, compiled for the vectors that every processor has and once more for wider ones.

use fearless_simd::{Level, dispatch};

use super::model::{MOST_LABELS, Scores};

/// A weight for each label, on the boundary of a line of the cache.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(super) struct Weights(pub(super) [i16; MOST_LABELS]);

/// Adds those of the vectors that stand at `places`.
pub(super) fn add(level: Level, scores: &mut Scores, vectors: &[Weights], places: &[u16]) {
    dispatch!(level, _simd => add_all(scores, vectors, places));
}

/// Adds those of the vectors that stand at `places`, and gives the label with the highest score, the first of equals.
pub(super) fn best(level: Level, scores: &mut Scores, vectors: &[Weights], places: &[u16]) -> u8 {
    dispatch!(level, _simd => {
        add_all(scores, vectors, places);
        first_of_highest(scores)
    })
}

#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn add_all(scores: &mut Scores, vectors: &[Weights], places: &[u16]) {
    let mut sums = *scores;
    for &place in places {
        let Some(Weights(vector)) = vectors.get(usize::from(place)) else {
            continue;
        };
        for k in 0..MOST_LABELS {
            sums[k] += i32::from(vector[k]);
        }
    }
    *scores = sums;
}

#[expect(
    clippy::inline_always,
    reason = "only then is it compiled for wide vectors"
)]
#[inline(always)]
fn first_of_highest(scores: &Scores) -> u8 {
    let highest = scores.iter().fold(i32::MIN, |most, &score| most.max(score));
    let mut first = MOST_LABELS as i32;
    for (label, &score) in (0..).zip(scores) {
        first = first.min(if score == highest {
            label
        } else {
            MOST_LABELS as i32
        });
    }
    first as u8
}
