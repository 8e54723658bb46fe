//! Facts: the accounts that answer one question, gathered across and within the articles of a story.
//!
//! Candidates share a coarse key (attribute and event class, or attribute and noun), a similarity weighs what else
//! they share, and average linkage gathers them, so that one chance likeness does not chain two questions together.

mod amount;
mod apart;
mod candidates;
pub(crate) mod cluster;
mod consensus;
mod count;
mod denial;
mod described;
pub mod features;
mod ground;
mod hour;
mod moment;
mod namesake;
mod near;
mod number;
mod objects;
mod odds;
mod opposite;
mod people;
mod period;
mod rarity;
mod reach;
mod sets;
mod setting;
pub mod similarity;
mod standing;
mod stated;
mod sums;
mod tie;
mod weights;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::claims::{Attribute, Claim};
use crate::lexicon::Groups;
pub use rarity::Rarity;
pub use tie::{Tie, Ties};
pub use weights::Weights;

/// The words of `words.tsv`.
static WORDS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("words.tsv")));

/// A claim together with the article that makes it.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// Position of the article in the run.
    pub article: usize,
    /// The article's day since an epoch; `None` where nothing tells it.
    pub day: Option<i64>,
    /// Position of the claim among the article's claims.
    pub number: usize,
    /// Whose words they are.
    pub voice: Voice,
    /// What it says.
    pub claim: &'a Claim,
}

impl Account<'_> {
    /// By how many days the article of another account follows; `None` where the day of one is not known.
    pub fn days_to(&self, later: &Account) -> Option<i64> {
        Some(later.day? - self.day?)
    }
}

/// The article and the sentence where the same words stand first: copies of one wire text are one voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Position of the first article with the sentence.
    pub article: usize,
    /// The sentence's position there.
    pub sentence: usize,
}

/// What one article of a story tells.
#[derive(Clone, Copy, Debug)]
pub struct Witness<'a> {
    /// Position of the article in the run.
    pub article: usize,
    /// Its day since an epoch; `None` where nothing tells it.
    pub day: Option<i64>,
    /// Its claims.
    pub claims: &'a [Claim],
    /// A hash of the words of each of its sentences.
    pub sentences: &'a [u64],
}

/// The accounts that a story's articles give.
pub fn accounts<'a>(witnesses: impl IntoIterator<Item = Witness<'a>>) -> Vec<Account<'a>> {
    let mut first: HashMap<u64, Voice> = HashMap::new();
    let mut accounts = Vec::new();
    for witness in witnesses {
        let Witness {
            article,
            day,
            claims,
            sentences,
        } = witness;
        for (sentence, &words) in sentences.iter().enumerate() {
            first.entry(words).or_insert(Voice { article, sentence });
        }
        let own = |sentence: usize| Voice { article, sentence };
        let voice = |sentence: usize| {
            sentences
                .get(sentence)
                .and_then(|words| first.get(words))
                .copied()
                .unwrap_or(own(sentence))
        };
        let told = claims.iter().enumerate().map(|(number, claim)| Account {
            article,
            day,
            number,
            voice: voice(claim.sentence),
            claim,
        });
        // Who says a thing twice in the same words has said it once.
        let again =
            |a: &Account| a.voice.article == article && a.voice.sentence != a.claim.sentence;
        accounts.extend(told.filter(|account| !again(account)));
    }
    accounts
}

/// One question with all accounts of it, ordered by article, then place.
#[derive(Clone, Debug)]
pub struct Fact<'a> {
    /// The accounts.
    pub accounts: Vec<Account<'a>>,
    /// How sure it is that they all answer one question, from 0 to 1.
    pub cohesion: f64,
}

impl Fact<'_> {
    /// The attribute that all its accounts tell of.
    pub fn attribute(&self) -> &Attribute {
        &self.accounts[0].claim.question.attribute
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
    pub features: features::Features,
}

/// The candidate pairs of a story with their features: what the weights are fitted on.
pub fn pairs(accounts: &[Account]) -> Vec<Pair> {
    let rarity = Rarity::of(accounts);
    let features = |(one, other): (usize, usize)| Pair {
        one,
        other,
        features: features::features(&accounts[one], &accounts[other], &rarity),
    };
    candidates::pairs(accounts, &rarity)
        .into_iter()
        .map(features)
        .collect()
}

/// Gathers the accounts of one story into facts, each account in just one of them.
///
/// Articles that tell of different events share no question, but for what pages state: those name little.
pub fn align<'a>(accounts: &[Account<'a>], ties: &Ties, weights: &Weights) -> Vec<Fact<'a>> {
    let mut rarity = Rarity::of(accounts);
    rarity.weights = weights.clone();
    let links = candidates::pairs(accounts, &rarity)
        .into_iter()
        .map(|(i, j)| {
            let (one, other) = (&accounts[i], &accounts[j]);
            let alike = match one.claim.question.attribute {
                Attribute::Stated(_) => similarity::probability(one, other, &rarity),
                _ => tied(
                    one,
                    other,
                    &rarity,
                    ties.between(one.article, other.article),
                ),
            };
            (i, j, alike)
        });
    let groups = cluster::gather(
        accounts.len(),
        links.filter(|l| l.2.abs() > 0.02).collect(),
        cluster::THRESHOLD,
    );
    let facts = groups
        .into_iter()
        .map(|(members, cohesion)| Fact {
            accounts: members.into_iter().map(|i| accounts[i]).collect(),
            cohesion,
        })
        .filter(|fact| !people::is_idle(fact))
        .collect();
    consensus::join(facts)
}

/// How likely two accounts answer one question, as far as their articles tell of one event.
fn tied(one: &Account, other: &Account, rarity: &Rarity, tie: Tie) -> f64 {
    /// What speaks against one question for two events: enough that no third account makes one of them.
    const TWO_EVENTS: f64 = -2.0;
    /// What is left of a likeness where two articles share hardly a name.
    const LOOSELY_TIED: f64 = 0.6;
    match tie {
        Tie::None => TWO_EVENTS,
        Tie::Loose => LOOSELY_TIED * similarity::probability(one, other, rarity),
        Tie::Close => similarity::probability(one, other, rarity),
    }
}
