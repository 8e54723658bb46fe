//! Facts: the accounts that answer one question, gathered across and within the articles of a story.
//!
//! Candidates share a coarse key (attribute and event class, or attribute and noun), a similarity weighs what else
//! they share, and average linkage gathers them, so that one chance likeness does not chain two questions together.

mod candidates;
mod cluster;
pub mod similarity;
mod weights;

use std::collections::HashMap;

use crate::claims::Claim;

/// A claim together with the article that makes it.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// Position of the article in the run.
    pub article: usize,
    /// What it says.
    pub claim: &'a Claim,
}

/// One question with all accounts of it, ordered by article, then place.
#[derive(Clone, Debug)]
pub struct Fact<'a> {
    /// The accounts.
    pub accounts: Vec<Account<'a>>,
    /// How sure it is that they all answer one question, from 0 to 1.
    pub cohesion: f64,
}

/// How rare each lemma is in a story: what two claims share counts by its rarity.
#[derive(Debug, Default)]
pub struct Rarity {
    weights: HashMap<String, f64>,
}

impl Rarity {
    /// Inverse claim frequency over the contexts of all claims.
    pub fn of(accounts: &[Account]) -> Self {
        let mut counts: HashMap<&str, f64> = HashMap::new();
        for lemma in accounts.iter().flat_map(|a| &a.claim.context) {
            *counts.entry(lemma).or_default() += 1.0;
        }
        let total = accounts.len() as f64;
        Self {
            weights: counts
                .into_iter()
                .map(|(lemma, n)| (lemma.to_owned(), (1.0 + total / n).ln()))
                .collect(),
        }
    }

    /// The weight of a lemma.
    pub fn weight(&self, lemma: &str) -> f64 {
        self.weights.get(lemma).copied().unwrap_or(1.0)
    }
}

/// Two accounts that may answer one question, and what speaks for it.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Position of the first account.
    pub one: usize,
    /// Position of the second account.
    pub other: usize,
    /// The features of the pair.
    pub features: similarity::Features,
}

/// The candidate pairs of a story with their features: what the weights are fitted on.
pub fn pairs(accounts: &[Account]) -> Vec<Pair> {
    let rarity = Rarity::of(accounts);
    let features = |(one, other): (usize, usize)| Pair {
        one,
        other,
        features: similarity::features(&accounts[one], &accounts[other], &rarity),
    };
    candidates::pairs(accounts)
        .into_iter()
        .map(features)
        .collect()
}

/// Gathers the accounts of one story into facts, each account in just one of them.
pub fn align<'a>(accounts: &[Account<'a>]) -> Vec<Fact<'a>> {
    let rarity = Rarity::of(accounts);
    let pairs = candidates::pairs(accounts);
    let links = pairs.into_iter().map(|(i, j)| {
        (
            i,
            j,
            similarity::probability(&accounts[i], &accounts[j], &rarity),
        )
    });
    cluster::gather(accounts.len(), links.filter(|l| l.2 > 0.02).collect())
        .into_iter()
        .map(|(members, cohesion)| Fact {
            accounts: members.into_iter().map(|i| accounts[i]).collect(),
            cohesion,
        })
        .collect()
}
