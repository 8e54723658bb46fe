//! Do two articles tell one story? The words and names that they share tell it, and which states each tells of.

use std::collections::{BTreeMap, BTreeSet};

use crate::claims::state::State;
use crate::claims::{Answer, Claim};

use super::{Account, Rarity};

/// What the claims of each article have in them.
#[derive(Debug, Default)]
pub(super) struct Kinship {
    words: BTreeMap<usize, BTreeSet<String>>,
    names: BTreeMap<usize, BTreeSet<String>>,
    states: BTreeMap<usize, Vec<State>>,
    /// For each article the first of those that names tie to it, directly or over others.
    groups: BTreeMap<usize, usize>,
}

impl Kinship {
    /// Takes in one account of an article.
    pub(super) fn learn(&mut self, account: &Account) {
        let words = self.words.entry(account.article).or_default();
        words.extend(account.claim.context.iter().cloned());
        let own = self.names.entry(account.article).or_default();
        own.extend(names(account.claim));
        if let Answer::State(state) = account.claim.answer {
            self.states.entry(account.article).or_default().push(state);
        }
    }

    /// Ties articles that share names or many words into groups, once all accounts are known.
    pub(super) fn gather(&mut self, rarity: &Rarity) {
        const TIE: usize = 3;
        // Words are compared only where the articles are few enough for every pair.
        const FEW: usize = 40;
        let articles: Vec<usize> = self.names.keys().copied().collect();
        self.groups = articles.iter().map(|&a| (a, a)).collect();
        for (at, one) in articles.iter().enumerate() {
            for other in &articles[at + 1..] {
                let (a, b) = (self.groups[one], self.groups[other]);
                if a == b {
                    continue;
                }
                let shared = self.names[one].intersection(&self.names[other]).count();
                let alike = || self.likeness(*one, *other, rarity) >= 0.15;
                if shared >= TIE || shared > 0 && articles.len() <= FEW && alike() {
                    let joined = self.groups.values_mut().filter(|g| **g == b);
                    joined.for_each(|g| *g = a);
                }
            }
        }
    }

    /// The states that the article of an account tells of.
    pub(super) fn states(&self, account: &Account) -> &[State] {
        self.states.get(&account.article).map_or(&[], Vec::as_slice)
    }

    /// Whether two articles tell of one event, by the names or by the rare words that they share.
    pub(super) fn is_one_story(&self, one: &Account, other: &Account, rarity: &Rarity) -> bool {
        let group = |a: &Account| self.groups.get(&a.article);
        if group(one).is_some() && group(one) == group(other) {
            return true;
        }
        let likeness = self.likeness(one.article, other.article, rarity);
        match self.shared_names(one, other) {
            0 => likeness >= 0.25,
            1 => likeness >= 0.07,
            _ => likeness >= 0.03,
        }
    }

    /// How many words of names two articles have in common.
    fn shared_names(&self, one: &Account, other: &Account) -> usize {
        let names = |a: &Account| self.names.get(&a.article);
        match (names(one), names(other)) {
            (Some(a), Some(b)) => a.intersection(b).count(),
            _ => 0,
        }
    }

    /// How much the words of two articles have in common, each lemma weighed by its rarity: from 0 to 1.
    fn likeness(&self, one: usize, other: usize, rarity: &Rarity) -> f64 {
        let (Some(a), Some(b)) = (self.words.get(&one), self.words.get(&other)) else {
            return 0.0;
        };
        let weigh = |lemmas: &mut dyn Iterator<Item = &String>| -> f64 {
            lemmas.map(|l| rarity.weight(l).powi(2)).sum()
        };
        let shared = weigh(&mut a.intersection(b));
        let smaller = weigh(&mut a.iter()).min(weigh(&mut b.iter()));
        if smaller > 0.0 { shared / smaller } else { 0.0 }
    }
}

/// Words of names that many names share, and days and months.
const COMMON: [&str; 52] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "street",
    "road",
    "avenue",
    "court",
    "district",
    "county",
    "police",
    "department",
    "university",
    "hospital",
    "state",
    "city",
    "new",
    "north",
    "south",
    "east",
    "west",
    "news",
    "press",
    "associated",
    "reuters",
    "president",
    "minister",
    "officer",
    "detective",
    "sergeant",
    "lieutenant",
    "captain",
    "judge",
    "school",
    "church",
    "john",
    "united",
];

/// The words of the proper names of all participants of a claim that are not common.
fn names(claim: &Claim) -> Vec<String> {
    let event = claim.question.event.iter();
    let participants = event.flat_map(|e| {
        let around = e.around.iter().map(|(_, r)| r);
        e.agent.iter().chain(&e.patient).chain(around)
    });
    participants
        .chain(&claim.question.subject)
        .flat_map(|r| r.name.iter().cloned())
        .filter(|word| word.len() > 2 && !COMMON.contains(&word.as_str()))
        .collect()
}
