//! Articles as they are held against each other: their words, weighed by how few articles of the run hold them.
//!
//! A word is a number here, its place in the alphabet of the run: two articles are compared by walking their words in
//! order, and the same sums come out whatever order the articles came in.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::words::{self, Profile};
use crate::article::Article;

/// A run is weighed as if it held this many articles more, none with its words: in a small run all words are common.
const OTHERS: f64 = 30.0;
/// So many articles are taken apart at once; what is kept of them is much smaller than their words.
const AT_ONCE: usize = 1024;

/// Words with their weights, in alphabetical order; the sum of the squares is 1.
pub(super) type Vector = Vec<(u32, f64)>;

/// An article as it is held against others.
#[derive(Debug)]
pub(super) struct Portrait {
    /// What it tells.
    pub(super) words: Vector,
    /// The names among the words.
    pub(super) names: Vector,
}

/// All words of a run in alphabetical order, and its articles.
#[derive(Debug)]
pub(super) struct Gallery {
    /// What the numbers in the vectors stand for.
    pub(super) alphabet: Vec<String>,
    /// One an article, in their order.
    pub(super) portraits: Vec<Portrait>,
}

/// A word of an article: its number in order of coming, how much it counts there, whether it looks like a name.
type Sketch = Vec<(u32, f64, bool)>;

impl Gallery {
    /// Portrays the articles of a run.
    pub(super) fn of(articles: &[&Article]) -> Self {
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        let mut holders: Vec<f64> = Vec::new();
        let mut sketches: Vec<Sketch> = Vec::with_capacity(articles.len());
        for some in articles.chunks(AT_ONCE) {
            let profiles: Vec<Profile> = some.par_iter().map(|a| words::profile(a)).collect();
            let drawn = profiles.into_iter();
            sketches.extend(drawn.map(|profile| sketch(profile, &mut numbers, &mut holders)));
        }
        let mut alphabet: Vec<(String, u32)> = numbers.into_iter().collect();
        alphabet.par_sort_unstable();
        let mut ranks = vec![0; alphabet.len()];
        for ((_, number), rank) in alphabet.iter().zip(0..) {
            ranks[*number as usize] = rank;
        }
        let all = articles.len() as f64 + OTHERS;
        let rarity: Vec<f64> = holders.iter().map(|holders| (all / holders).ln()).collect();
        let portraits = sketches
            .par_iter()
            .map(|sketch| portrait(sketch, &ranks, &rarity));
        Self {
            portraits: portraits.collect(),
            alphabet: alphabet.into_iter().map(|(word, _)| word).collect(),
        }
    }
}

/// The words of an article as numbers; counts in how many articles each stands.
fn sketch(
    profile: Profile,
    numbers: &mut FxHashMap<String, u32>,
    holders: &mut Vec<f64>,
) -> Sketch {
    let Profile { counts, names } = profile;
    let words = counts.into_iter().map(|(word, count)| {
        let is_name = names.contains(&word);
        let number = *numbers.entry(word).or_insert(holders.len() as u32);
        match holders.get_mut(number as usize) {
            Some(holders) => *holders += 1.0,
            None => holders.push(1.0),
        }
        (number, count, is_name)
    });
    words.collect()
}

fn portrait(sketch: &Sketch, ranks: &[u32], rarity: &[f64]) -> Portrait {
    let weight = |&(number, count, _): &(u32, f64, bool)| {
        let number = number as usize;
        (ranks[number], count * rarity[number])
    };
    let words = scaled(sketch.iter().map(weight).collect());
    let names = sketch.iter().zip(&words).filter(|((.., name), _)| *name);
    let names = scaled(names.map(|(_, word)| *word).collect());
    Portrait { words, names }
}

fn scaled(mut weights: Vector) -> Vector {
    let length = weights.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
    for (_, weight) in &mut weights {
        *weight /= length.max(f64::MIN_POSITIVE);
    }
    weights
}

/// How much two vectors have in common, from 0 to 1.
pub(super) fn cosine(one: &Vector, other: &Vector) -> f64 {
    let mut others = other.iter().peekable();
    let mut sum = 0.0;
    for (word, weight) in one {
        while others.next_if(|(another, _)| another < word).is_some() {}
        if let Some((_, also)) = others.next_if(|(another, _)| another == word) {
            sum += weight * also;
        }
    }
    sum
}

/// The words of the greatest weight, ties by the alphabet.
pub(super) fn weightiest(vector: &Vector, count: usize) -> Vec<u32> {
    let mut words: Vec<&(u32, f64)> = vector.iter().collect();
    words.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    words.truncate(count);
    words.into_iter().map(|(word, _)| *word).collect()
}
