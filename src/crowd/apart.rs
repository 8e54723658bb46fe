//! Which articles of one story tell of different events after all: they name nobody and nothing in common.
//!
//! A folder can hold two fires or two trials. Their words are alike, their claims are too, and only the names part them.

use std::collections::BTreeSet;

use super::{cosine, portraits};
use crate::article::Article;

/// At most this cosine of their names, weighed by rarity, and two articles have none in common that tells anything.
const NONE_IN_COMMON: f64 = 0.03;
/// Fewer names than this tell nothing.
const FEWEST: usize = 2;
/// Above this many articles every pair is too many; such a crowd wants to be parted into stories first.
const MOST: usize = 600;

/// Pairs of articles that tell of different events, by their positions in the run.
#[derive(Clone, Debug, Default)]
pub struct Apart(BTreeSet<(usize, usize)>);

impl Apart {
    /// Holds the articles at these positions of the run against each other.
    pub fn among(articles: &[Article], members: &[usize]) -> Self {
        if members.len() > MOST {
            return Self::default();
        }
        let own: Vec<&Article> = members.iter().map(|&i| &articles[i]).collect();
        let portraits = portraits(&own);
        let mut apart = BTreeSet::new();
        for (at, one) in portraits.iter().enumerate() {
            for (after, other) in portraits[at + 1..].iter().enumerate() {
                let named = one.names.len().min(other.names.len()) >= FEWEST;
                if named && cosine(&one.names, &other.names) <= NONE_IN_COMMON {
                    apart.insert((members[at], members[at + 1 + after]));
                }
            }
        }
        Self(apart)
    }

    /// Whether the two articles tell of different events.
    pub fn holds(&self, one: usize, other: usize) -> bool {
        self.0.contains(&(one.min(other), one.max(other)))
    }
}
