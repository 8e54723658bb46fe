//! Facts: the accounts that answer one question, gathered across and within the articles of a story.
//!
//! Candidates share a coarse key (attribute and event class, or attribute and noun), a similarity weighs what else
//! they share, and average linkage gathers them, so that one chance likeness does not chain two questions together.

mod candidates;
pub(crate) mod cluster;
mod consensus;
pub mod features;
mod kinship;
mod near;
mod number;
mod people;
pub mod similarity;
mod standing;
mod stated;
mod sums;
mod weights;

use std::collections::{BTreeSet, HashMap};

use crate::claims::{Attribute, Claim};
use kinship::Kinship;

/// A claim together with the article that makes it.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// Position of the article in the run.
    pub article: usize,
    /// Position of the claim among the article's claims.
    pub number: usize,
    /// Whose words they are.
    pub voice: Voice,
    /// What it says.
    pub claim: &'a Claim,
}

/// The article and the sentence where the same words stand first: copies of one wire text are one voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Position of the first article with the sentence.
    pub article: usize,
    /// The sentence's position there.
    pub sentence: usize,
}

/// The accounts that the claims of a story's articles give.
///
/// Each article comes as its position in the run, its claims and a hash of the words of each of its sentences.
pub fn accounts<'a>(
    articles: impl IntoIterator<Item = (usize, &'a [Claim], &'a [u64])>,
) -> Vec<Account<'a>> {
    let mut first: HashMap<u64, Voice> = HashMap::new();
    let mut accounts = Vec::new();
    for (article, claims, sentences) in articles {
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

/// What is rare in a story: lemmas, kinds of question, questions that one article answers in several ways.
#[derive(Debug, Default)]
pub struct Rarity {
    lemmas: HashMap<String, f64>,
    kinds: HashMap<(String, String), usize>,
    answers: HashMap<(usize, String, String), BTreeSet<String>>,
    names: HashMap<usize, BTreeSet<Vec<String>>>,
    kinship: Kinship,
}

impl Rarity {
    /// Counts over all claims of a story.
    pub fn of(accounts: &[Account]) -> Self {
        let mut counts: HashMap<&str, f64> = HashMap::new();
        let mut rarity = Self::default();
        for account in accounts {
            for lemma in &account.claim.context {
                *counts.entry(lemma).or_default() += 1.0;
            }
            rarity.learn_name(account);
            rarity.kinship.learn(account);
            let column = account.claim.question.attribute.column().to_owned();
            for key in candidates::keys(account) {
                let answer = account.claim.answer.to_string();
                rarity
                    .answers
                    .entry((account.voice.article, column.clone(), key.clone()))
                    .or_default()
                    .insert(answer);
                *rarity.kinds.entry((column.clone(), key)).or_default() += 1;
            }
        }
        let total = accounts.len() as f64;
        rarity.lemmas = counts
            .into_iter()
            .map(|(lemma, n)| (lemma.to_owned(), (1.0 + total / n).ln()))
            .collect();
        let mut kinship = std::mem::take(&mut rarity.kinship);
        kinship.gather(&rarity);
        rarity.kinship = kinship;
        rarity
    }

    fn learn_name(&mut self, account: &Account) {
        let question = &account.claim.question;
        if let (Attribute::Name, Some(bearer)) = (&question.attribute, &question.subject) {
            let names = self.names.entry(account.voice.article).or_default();
            names.insert(bearer.name.clone());
        }
    }

    /// Whether the articles of both accounts have a telling word of a name in common: "Ostrander", not "Street".
    fn share_a_name(&self, one: &Account, other: &Account) -> bool {
        let words = |account: &Account| -> BTreeSet<&str> {
            let names = self.names.get(&account.voice.article);
            let words = names.into_iter().flatten().flatten();
            words
                .map(String::as_str)
                .filter(|w| is_telling(w))
                .collect()
        };
        !words(one).is_disjoint(&words(other))
    }

    /// Whether one article gives the names of both accounts, to two bearers then.
    fn knows_both(&self, one: &Account, other: &Account) -> bool {
        let name = |account: &'_ Account| {
            account
                .claim
                .question
                .subject
                .as_ref()
                .map(|s| s.name.clone())
        };
        let (Some(a), Some(b)) = (name(one), name(other)) else {
            return false;
        };
        self.names
            .values()
            .any(|names| names.contains(&a) && names.contains(&b))
    }

    /// The weight of a lemma: the logarithm of its inverse frequency over the contexts of all claims.
    pub fn weight(&self, lemma: &str) -> f64 {
        self.lemmas.get(lemma).copied().unwrap_or(1.0)
    }

    /// How many different answers the article of an account gives under the narrowest of its keys.
    fn answers(&self, account: &Account) -> usize {
        let column = account.claim.question.attribute.column();
        let keys = candidates::keys(account).into_iter();
        let sizes = keys.filter_map(|key| {
            self.answers
                .get(&(account.voice.article, column.to_owned(), key))
                .map(BTreeSet::len)
        });
        sizes.min().unwrap_or(1)
    }

    /// How many accounts of the story share the narrowest key that both have.
    fn kin(&self, one: &Account, other: &Account) -> usize {
        let column = one.claim.question.attribute.column();
        let others = candidates::keys(other);
        let shared = candidates::keys(one)
            .into_iter()
            .filter(|key| others.contains(key));
        shared
            .filter_map(|key| self.kinds.get(&(column.to_owned(), key)))
            .copied()
            .min()
            .unwrap_or(usize::MAX)
    }
}

/// Whether a word of a name tells one story from another.
fn is_telling(word: &str) -> bool {
    const COMMON: [&str; 16] = [
        "police",
        "street",
        "avenue",
        "county",
        "court",
        "district",
        "attorney",
        "state",
        "states",
        "united",
        "national",
        "department",
        "university",
        "hospital",
        "christmas",
        "office",
    ];
    word.len() >= 5 && !COMMON.contains(&word)
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
    let groups = cluster::gather(
        accounts.len(),
        links.filter(|l| l.2 > 0.02).collect(),
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
