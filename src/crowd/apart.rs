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

/// At most this cosine, and it takes more than common words to make one event of them.
const LITTLE_IN_COMMON: f64 = 0.08;

/// Pairs of articles that tell of different events, and those that may, by their positions in the run.
#[derive(Clone, Debug, Default)]
pub struct Apart {
    surely: BTreeSet<(usize, usize)>,
    maybe: BTreeSet<(usize, usize)>,
}

impl Apart {
    /// Holds the articles at these positions of the run against each other.
    pub fn among(articles: &[Article], members: &[usize]) -> Self {
        if members.len() > MOST {
            return Self::default();
        }
        let own: Vec<&Article> = members.iter().map(|&i| &articles[i]).collect();
        let portraits = portraits(&own);
        let mut apart = Self::default();
        for (at, one) in portraits.iter().enumerate() {
            for (after, other) in portraits[at + 1..].iter().enumerate() {
                let named = one.names.len().min(other.names.len()) >= FEWEST;
                let shared = cosine(&one.names, &other.names);
                let (a, b) = (members[at], members[at + 1 + after]);
                if named && shared <= NONE_IN_COMMON {
                    apart.surely.insert((a.min(b), a.max(b)));
                } else if named && shared <= LITTLE_IN_COMMON {
                    apart.maybe.insert((a.min(b), a.max(b)));
                }
            }
        }
        apart
    }

    /// Whether the two articles tell of different events.
    pub fn holds(&self, one: usize, other: usize) -> bool {
        self.surely.contains(&(one.min(other), one.max(other)))
    }

    /// Whether they share so few names that they may.
    pub fn may_hold(&self, one: usize, other: usize) -> bool {
        self.maybe.contains(&(one.min(other), one.max(other)))
    }
}
